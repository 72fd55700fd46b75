// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <session/StudyPlan.h>

#include <QWidget>

QT_BEGIN_NAMESPACE
class QListView;
class QPushButton;
class QStringListModel;
QT_END_NAMESPACE

namespace waymark::ui {

class TextLabel;

/// What the plan has moved since it was last looked at: a quiet line, and skill by skill on demand. Hidden while nothing has moved.
class MovedNote : public QWidget
{
    Q_OBJECT

public:
    explicit MovedNote(QWidget* parent = nullptr);

    void setShift(const learning::PlanShift& shift, QDate since, const domain::Roadmap& roadmap);

Q_SIGNALS:
    void seen();

private:
    TextLabel* m_line = nullptr;
    QPushButton* m_which = nullptr;
    QListView* m_list = nullptr;
    QStringListModel* m_lines = nullptr;
};

} // namespace waymark::ui
