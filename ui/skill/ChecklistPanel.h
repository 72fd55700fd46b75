// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <session/Workspace.h>

#include <QWidget>

class QProgressBar;
class QVBoxLayout;

namespace waymark::ui {

class ChecklistRow;
class TextLabel;

/// The checklist of a skill with its evidence, and how far it is.
class ChecklistPanel : public QWidget
{
    Q_OBJECT

public:
    explicit ChecklistPanel(session::Workspace& workspace, QWidget* parent = nullptr);

    void setSkill(const QString& skill);
    void refresh();
    void keepDrafts(); ///< what stands in open editors, which offer it when they are made
    /// The first item that is still open gets the keyboard.
    void focusFirstOpen();
    void focusEditor(const QString& item); ///< where one is open

Q_SIGNALS:
    void linkRequested(const QUrl& link);

private:
    session::Workspace& m_workspace;
    QString m_skill;
    TextLabel* m_count;
    QProgressBar* m_bar;
    QVBoxLayout* m_items;
    std::vector<ChecklistRow*> m_rows;
};

} // namespace waymark::ui
