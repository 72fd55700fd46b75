// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <session/StudyPlan.h>

#include <QCoreApplication>

namespace waymark::ui {

/// The words for plan and week, translated, for window and command line.
class PlanWords
{
    Q_DECLARE_TR_FUNCTIONS(PlanWords)

public:
    [[nodiscard]] static QString lane(domain::BoardLane lane); ///< "This week"
    [[nodiscard]] static QString date(QDate day); ///< as the desktop writes it, short
    /// What keeps the plan from being dated and what to do about it, as one or two sentences; empty for None.
    [[nodiscard]] static QString obstacle(
        session::PlanObstacle obstacle, const session::StudyOutset& outset, const domain::Roadmap& roadmap);
    /// What a button says that leads on from an obstacle: "Set the hours"; empty for None.
    [[nodiscard]] static QString step(session::PlanObstacle obstacle);
    /// That the goal is reached, and what the plan leads to instead.
    [[nodiscard]] static QString goalReached(const domain::Milestone& goal, const domain::Milestone& next);
    /// When it will be done: both dates, never one. Empty where it is not dated.
    [[nodiscard]] static QString forecast(const learning::Forecast& forecast);
    /// The chance of the deadline in percent; empty without one.
    [[nodiscard]] static QString chance(const learning::Forecast& forecast, QDate deadline);
    [[nodiscard]] static QString chanceOf(const learning::Forecast& forecast); ///< "62 %", "Hardly"; empty without a deadline
    /// What the forecast rests on: the learner's own speed and weeks, or the estimates.
    [[nodiscard]] static QString basis(const session::StudyOutset& outset);
    /// Why a wish for another place in the order is not kept: a sentence; empty for one that is kept.
    [[nodiscard]] static QString fate(const session::OrderedWish& wish, const domain::Roadmap& roadmap);
    /// Study of a day: "Git basics (Branches), 45 min", or "Check: Git basics, 10 min"; `units` are those of the lesson, where it has any.
    [[nodiscard]] static QString study(const QString& skill, const QStringList& units, const learning::StudySlot& slot);
    /// What moved since a day: how many skills later and earlier, and the end; empty where nothing did.
    [[nodiscard]] static QString shift(const learning::PlanShift& shift, QDate since);
    [[nodiscard]] static QString moved(const QString& skill, int days); ///< "Git basics: 4 days later"; negative: earlier
    [[nodiscard]] static QString month(QDate day); ///< "November 2026"
    [[nodiscard]] static QString days(QDate first, QDate last); ///< both as dates, or one where they are the same
    [[nodiscard]] static QString cue(const domain::StudyRhythm& rhythm); ///< "After breakfast: 20 min"; empty without one
    [[nodiscard]] static QString daysOff(const domain::DaysOff& off); ///< "24 to 31 December: family", with the days as dates

private:
    static QString fateOfEarlier(learning::WishFate fate, const QString& skill, const QString& before);
    static QString fateOfLater(learning::WishFate fate, const QString& skill, const QString& after);
};

} // namespace waymark::ui
