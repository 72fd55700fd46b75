// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <span>
#include <string_view>

/// What readPlanSummary() takes out of a plan, as a table: where it stands, and what it may be.
namespace waymark::exchange::summary {

/// The objects and lists of a plan in which something stands that the summary needs.
enum class Part { Root, Course, Goal, Milestones, Milestone, Skills, Skill, Forecast, Other };

enum class Field {
    Schema,
    Plan,
    Revision,
    Parent,
    Created,
    Learner,
    Course,
    Goal,
    Milestones,
    LastReview,
    Skills,
    Forecast,
    CourseId,
    CourseTitle,
    GoalMilestone,
    MilestoneId,
    MilestoneTitle,
    MilestoneDone,
    MilestoneTotal,
    MilestoneHoursLeft,
    SkillTitle,
    SkillArea,
    SkillState,
    SkillHours,
    SkillSubmitted,
    SkillQuestion,
    P85,
    None,
};

enum Type : unsigned { Text = 1, Null = 2, Number = 4, Flag = 8, Object = 16, Array = 32 };

struct Member
{
    std::string_view key;
    Field field = Field::None;
    unsigned types = 0; ///< of Type
    bool isRequired = false;
    Part inside = Part::Other; ///< of an object or a list
};

/// Of one object; none for lists and for what the summary does not need.
[[nodiscard]] std::span<const Member> membersOf(Part part);

/// What is said of a value that is of none of these types.
[[nodiscard]] QString wrongType(unsigned types);

} // namespace waymark::exchange::summary
