// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/Progress.h>

#include <QDate>

#include <optional>
#include <vector>

namespace waymark::learning {

/// What a learner means to study: minutes for each weekday, Monday first, and the days off.
struct StudyTimes
{
    domain::WeekMinutes minutes {}; ///< 0..1440
    std::vector<domain::DaysOff> daysOff;

    /// The same minutes every day of the week; those that do not divide by seven go to its first days. 0 hours or fewer: none.
    [[nodiscard]] static StudyTimes evenly(double hoursPerWeek);

    /// As the learner set them: goal, rhythm and days off.
    [[nodiscard]] static StudyTimes of(const domain::Progress& progress);

    [[nodiscard]] int minutesAWeek() const; ///< of a week without days off
    bool operator==(const StudyTimes&) const = default;
};

/// The days of a learner's plan by their distance from its first one, with what is left for new skills after recall.
class StudyCalendar
{
public:
    /// Beyond this nothing is planned or forecast: a hundred years.
    static constexpr int longest = 36'525;
    /// Recall takes its time first, but never more than this share of a day.
    static constexpr double mostRecall = 0.5;

    /// `recall`: minutes of recall on each day from `first` on; the mean of them goes on behind its end. `spent`: minutes of study that the
    /// first day has behind it.
    StudyCalendar(const StudyTimes& times, QDate first, const std::vector<double>& recall = {}, double spent = 0);

    [[nodiscard]] QDate first() const { return m_first; }
    [[nodiscard]] QDate day(int offset) const { return m_first.addDays(offset); }
    [[nodiscard]] int planned(int offset) const; ///< minutes of study, recall included; 0 on a day off
    [[nodiscard]] double learning(int offset) const; ///< minutes left for skills, at least 0
    /// The first day by which `minutes` of learning are done, as an offset; none within `longest` days.
    [[nodiscard]] std::optional<int> dayOf(double minutes) const;

private:
    StudyTimes m_times; ///< its days off in order, joined
    QDate m_first;
    std::vector<double> m_recall;
    double m_laterRecall = 0;
    double m_spent = 0;
};

} // namespace waymark::learning
