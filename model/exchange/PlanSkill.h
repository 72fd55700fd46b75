// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/Progress.h>
#include <domain/Roadmap.h>
#include <exchange/ExtraFields.h>
#include <exchange/Rubric.h>
#include <learning/Vouching.h>

#include <optional>
#include <vector>

namespace waymark::exchange {

struct PlanEvidence
{
    QString id;
    domain::Evidence evidence;
    ExtraFields extra;

    bool operator==(const PlanEvidence&) const = default;
};

struct PlanItem
{
    QString id;
    QString text; ///< empty for an item that the course no longer has
    std::optional<qint64> doneAt;
    std::vector<PlanEvidence> evidence;
    ExtraFields extra;

    bool operator==(const PlanItem&) const = default;
};

/// One criterion of a skill's rubric with the learner's own score.
struct PlanScore
{
    RubricCriterion criterion;
    std::optional<int> self; ///< 0..3
    qint64 at = 0; ///< of the score
    ExtraFields extra;

    bool operator==(const PlanScore&) const = default;
};

/// The decision that stands for a skill, as its learner accepted it. Derived from the reviews; import trusts the reviews alone.
struct PlanSignOff
{
    QString review;
    domain::SignOff signOff;
    bool isVoid = false; ///< evidence that it saw is changed or gone
    ExtraFields extra;

    bool operator==(const PlanSignOff&) const = default;
};

/// One skill of a plan, with what its learner has done for it and what was said to that.
struct PlanSkill
{
    QString id;
    QString title; ///< empty, as area and level, for a skill that the course no longer has
    QString area;
    QString outcome; ///< "Can ..."
    QStringList after; ///< ids of prerequisites, members of choice groups among them
    std::optional<domain::Level> level;
    double hours = 0;
    learning::SkillState state = learning::SkillState::Locked;
    std::optional<learning::Standing> standing;
    bool submitted = false; ///< waits for a reviewer; see learning::isSubmitted()
    std::optional<PlanSignOff> signOff;
    std::optional<domain::MentorQuestion> question;
    int spentMinutes = 0;
    std::optional<domain::SkillMark> mark;
    std::optional<domain::Note> note; ///< only when the learner shares it
    std::vector<PlanItem> checklist;
    std::vector<PlanScore> rubric; ///< of a skill that was begun; empty for the others
    ExtraFields extra;

    bool operator==(const PlanSkill&) const = default;
};

} // namespace waymark::exchange
