// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <learning/Standing.h>
#include <learning/StudyCalendar.h>

#include <QWidget>

namespace waymark::ui {

/// The week as seven thin bars, one a day, each against the minutes that are planned for it. Days off are named. The same figures are its
/// accessible text.
class WeekBars : public QWidget
{
    Q_OBJECT

public:
    explicit WeekBars(QWidget* parent = nullptr);

    /// Days without planned minutes have no mark to reach. `today` is emphasised.
    void setWeek(const learning::StudyWeek& week, const learning::StudyTimes& times, const QDate& today);
    [[nodiscard]] int planned() const; ///< minutes of this week, without its days off

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] double tallest() const;
    [[nodiscard]] QString dayText(std::size_t day) const;
    /// What fits above a bar: "1 h 35 min" or, where one of the week is too wide for its column, "1:35" for all.
    [[nodiscard]] std::array<QString, 7> labels() const;
    void paintKey(QPainter& painter) const;
    void paintDay(QPainter& painter, std::size_t day, const QRectF& column, const QString& label) const;

    learning::StudyWeek m_week;
    std::array<int, 7> m_planned {}; ///< minutes of each day, 0 on a day off
    std::array<bool, 7> m_isOff {};
    QDate m_today;
};

} // namespace waymark::ui
