// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/StudyRecords.h>

#include <QWidget>

QT_BEGIN_NAMESPACE
class QGridLayout;
class QSpinBox;
QT_END_NAMESPACE

namespace waymark::ui {

class DayBar;
class TextLabel;

/// The minutes of each weekday, as a number under a bar, in the order of the desktop's week, and their sum. It changes nothing itself.
class WeekHours : public QWidget
{
    Q_OBJECT

public:
    explicit WeekHours(QWidget* parent = nullptr);

    void setMinutes(const domain::WeekMinutes& minutes);
    [[nodiscard]] domain::WeekMinutes minutes() const;
    [[nodiscard]] bool isTooMuch() const; ///< more than a week can have
    [[nodiscard]] bool isChanged() const { return minutes() != m_shown; } ///< since setMinutes()

    /// The same week over these days alone; an hour on each of them where the week has none yet.
    [[nodiscard]] domain::WeekMinutes laidOn(const QList<Qt::DayOfWeek>& days) const;

Q_SIGNALS:
    void finished(); ///< with typing or stepping
    void layRequested(const QList<Qt::DayOfWeek>& days);

private:
    void addDay(QGridLayout& grid, int column, int day);
    void follow();

    std::array<QSpinBox*, 7> m_boxes {}; ///< Monday first
    std::array<DayBar*, 7> m_bars {};
    TextLabel* m_total = nullptr;
    TextLabel* m_fault = nullptr;
    domain::WeekMinutes m_shown {};
};

} // namespace waymark::ui
