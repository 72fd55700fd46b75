// SPDX-License-Identifier: GPL-3.0-or-later
#include <exchange/SummaryMembers.h>

using namespace Qt::StringLiterals;

namespace waymark::exchange::summary {

namespace {

constexpr Member root[] { { "schema", Field::Schema, Text, true }, { "plan", Field::Plan, Text, true },
    { "revision", Field::Revision, Text, true }, { "parent", Field::Parent, Text | Null, false }, { "created", Field::Created, Text, true },
    { "learner", Field::Learner, Text, true }, { "course", Field::Course, Object, true, Part::Course },
    { "goal", Field::Goal, Object | Null, true, Part::Goal }, { "milestones", Field::Milestones, Array | Null, false, Part::Milestones },
    { "lastReview", Field::LastReview, Text | Null, false }, { "skills", Field::Skills, Array, true, Part::Skills },
    { "forecast", Field::Forecast, Object | Null, true, Part::Forecast } };
constexpr Member course[] { { "id", Field::CourseId, Text, true }, { "title", Field::CourseTitle, Text | Null, false } };
constexpr Member goal[] { { "milestone", Field::GoalMilestone, Text | Null, true } };
constexpr Member milestone[] { { "id", Field::MilestoneId, Text, true }, { "title", Field::MilestoneTitle, Text, true },
    { "done", Field::MilestoneDone, Number, true }, { "total", Field::MilestoneTotal, Number, true },
    { "hoursLeft", Field::MilestoneHoursLeft, Number, true } };
constexpr Member skill[] { { "title", Field::SkillTitle, Text, true }, { "area", Field::SkillArea, Text, true },
    { "state", Field::SkillState, Text, true }, { "hours", Field::SkillHours, Number, true },
    { "submitted", Field::SkillSubmitted, Flag | Null, false }, { "question", Field::SkillQuestion, Object | Null, false } };
/// Of the forecast only what the table shows; whatever else stands there is left alone.
constexpr Member forecast[] { { "p85", Field::P85, Text | Null | Number | Flag | Object | Array, false } };

} // namespace

std::span<const Member> membersOf(Part part)
{
    switch (part) {
    case Part::Root:
        return root;
    case Part::Course:
        return course;
    case Part::Goal:
        return goal;
    case Part::Milestone:
        return milestone;
    case Part::Skill:
        return skill;
    case Part::Forecast:
        return forecast;
    case Part::Milestones:
    case Part::Skills:
    case Part::Other:
        return {};
    }
    return {};
}

QString wrongType(unsigned types)
{
    return (types & Text) != 0  ? u"is not a text"_s
        : (types & Number) != 0 ? u"is not a number"_s
        : (types & Flag) != 0   ? u"is not true or false"_s
        : (types & Array) != 0  ? u"is not a list"_s
                                : u"is not an object"_s;
}

} // namespace waymark::exchange::summary
