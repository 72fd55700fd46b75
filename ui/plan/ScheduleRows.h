// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <session/StudyPlan.h>

#include <optional>
#include <vector>

namespace waymark::ui {

/// One line of the schedule.
struct ScheduleRow
{
    enum class Kind {
        Month, ///< a heading over what begins in it
        DaysOff,
        Skill,
        Unit, ///< a part of the lesson of the skill above it
    };

    Kind kind = Kind::Skill;
    QString id; ///< of a skill or of days off, of a unit its skill and its number; of a month its first day in ISO form, empty over what
                ///< has no date
    QDate from {}; ///< null without a date
    QDate to {};
    double hours = 0; ///< estimated, that are left of a skill
    learning::SkillState state = learning::SkillState::Locked;
    QString before {}; ///< the skill that the learner wants this one to come before; empty without such a wish
    QString after {}; ///< or after; a skill has one wish
    learning::WishFate fate = learning::WishFate::Kept; ///< of that wish
    QString earlier {}; ///< the skill that another wish, which is kept, has before this one
    QString later {}; ///< and after it
    bool isLate = false; ///< ends after the deadline
    QString title {}; ///< of a unit

    [[nodiscard]] bool hasWish() const { return !before.isEmpty() || !after.isEmpty(); }
    [[nodiscard]] bool isNamedInWish() const { return !earlier.isEmpty() || !later.isEmpty(); } ///< of another skill
    [[nodiscard]] bool isSameLine(const ScheduleRow& other) const { return kind == other.kind && id == other.id; }
    bool operator==(const ScheduleRow&) const = default;
};

/// The skills in the order of study, each under the month in which it begins, and between them the days off until the end of the plan.
/// Under a skill that begins within the coming weeks stand the units of its lesson. What the calendar has no room for stands last, without
/// a date.
[[nodiscard]] std::vector<ScheduleRow> scheduleRows(
    const session::Workspace& workspace, const session::StudyOutset& outset, const learning::Schedule& schedule);

} // namespace waymark::ui
