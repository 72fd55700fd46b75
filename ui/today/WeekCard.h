// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <session/Workspace.h>
#include <ui/theme/Controls.h>

namespace waymark::ui {

class WeekBars;

/// The week in hours against what the learner means to study, and after what study begins.
class WeekCard : public Card
{
    Q_OBJECT

public:
    explicit WeekCard(QWidget* parent = nullptr);

    void setWeek(const session::Workspace& workspace);

Q_SIGNALS:
    void goalRequested(); ///< there are no hours yet
    void hoursRequested();

private:
    [[nodiscard]] static QString sentence(int studied, int planned, bool hasHours);

    WeekBars* m_bars;
    TextLabel* m_text;
    TextLabel* m_cue;
    QPushButton* m_set;
    QPushButton* m_hours;
};

} // namespace waymark::ui
