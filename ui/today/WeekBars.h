// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <learning/Standing.h>

#include <QWidget>

namespace waymark::ui {

/// The week as seven thin bars, one a day, against the goal's share of a day. The same figures are its accessible text.
class WeekBars : public QWidget
{
    Q_OBJECT

public:
    explicit WeekBars(QWidget* parent = nullptr);

    /// `goalHours` a week; 0 draws no goal line. `today` is marked.
    void setWeek(const learning::StudyWeek& week, double goalHours, const QDate& today);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] double tallest() const;

    learning::StudyWeek m_week;
    double m_goalMinutesADay = 0;
    QDate m_today;
};

} // namespace waymark::ui
