// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/Records.h>

#include <QDialog>

#include <optional>

QT_BEGIN_NAMESPACE
class QScrollArea;
class QStackedWidget;
QT_END_NAMESPACE

namespace waymark::session {
class Workspace;
}

namespace waymark::ui {

class TextLabel;

/// What copies say differently, and waits for an answer. Each answer is an edit that undo takes back.
class ConflictsDialog : public QDialog
{
    Q_OBJECT

public:
    explicit ConflictsDialog(session::Workspace& workspace, QWidget* parent = nullptr);

private:
    void refresh();
    [[nodiscard]] QWidget* makeList();
    void answer(const domain::RecordKey& conflict, std::optional<int> other);

    session::Workspace& m_workspace;
    TextLabel* m_count;
    QStackedWidget* m_pages;
    QScrollArea* m_area;
};

} // namespace waymark::ui
