// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <exchange/PlanDocument.h>

#include <optional>
#include <vector>

namespace waymark::exchange {

/// Which way a skill went from one plan to another. What nobody has begun is one place, be it locked, ready or not in the plan at all:
/// a skill that only became ready has not moved.
enum class SkillMove {
    Same,
    Forward, ///< begun, practised, mastered, assumed ...
    Slipped, ///< back on that road, as a mastered skill that fades
    Skipped, ///< left out
    Resumed, ///< left out before, and not any more
};

[[nodiscard]] QString toString(SkillMove move); ///< "same", "forward", "slipped", "skipped", "resumed"

/// A piece of evidence that differs: its item and its own id.
struct EvidenceChange
{
    QString item;
    QString id;

    bool operator==(const EvidenceChange&) const = default;
};

/// One skill in two plans. A state is missing where that plan does not have the skill.
struct SkillComparison
{
    QString id;
    QString title; ///< of the second plan, else of the first
    std::optional<learning::SkillState> before;
    std::optional<learning::SkillState> after;
    SkillMove move = SkillMove::Same;
    QStringList ticked; ///< ids of items
    QStringList unticked;
    std::vector<EvidenceChange> added;
    std::vector<EvidenceChange> changed; ///< another kind or another text under the same id
    std::vector<EvidenceChange> gone;
    bool signedOff = false; ///< an approval that holds came
    bool signOffLost = false; ///< it went, or evidence that it saw is not what it was
    int minutes = 0; ///< of study, more or less (negative) than before

    [[nodiscard]] bool isSame() const; ///< nothing at all differs
    bool operator==(const SkillComparison&) const = default;
};

struct ComparisonTotals
{
    int reachedBefore = 0; ///< skills and projects; see learning::isReached()
    int reachedAfter = 0;
    int same = 0;
    int forward = 0;
    int slipped = 0;
    int skipped = 0;
    int resumed = 0;
    int ticked = 0;
    int unticked = 0;
    int added = 0;
    int changed = 0;
    int gone = 0;
    int signedOff = 0;
    int signOffsLost = 0;
    qint64 minutes = 0;

    bool operator==(const ComparisonTotals&) const = default;
};

/// Two plans side by side.
struct PlanComparison
{
    bool samePlan = false; ///< two revisions of one learner's plan, else two learners
    bool sameCourse = false; ///< of the same id; versions may differ
    std::vector<SkillComparison> skills; ///< all of the second plan in its order, then those that only the first has
    ComparisonTotals totals;

    bool operator==(const PlanComparison&) const = default;
};

/// What is different in `after`. A pure function of what the two documents say; which of them is older is for the caller to know.
[[nodiscard]] PlanComparison comparePlans(const PlanDocument& before, const PlanDocument& after);

} // namespace waymark::exchange
