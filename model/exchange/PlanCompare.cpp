// SPDX-License-Identifier: GPL-3.0-or-later
#include <exchange/PlanCompare.h>

#include <domain/Wording.h>

#include <QHash>

#include <array>

namespace waymark::exchange {

using learning::SkillState;

namespace {

constexpr std::array<const char*, 5> moveWords { "same", "forward", "slipped", "skipped", "resumed" };

/// How far along the road a state is. Skipped is beside the road.
int placeOf(std::optional<SkillState> state)
{
    switch (state.value_or(SkillState::Locked)) {
    case SkillState::Locked:
    case SkillState::Ready:
    case SkillState::Skipped:
        return 0;
    case SkillState::Learning:
        return 1;
    case SkillState::Assumed:
        return 2;
    case SkillState::Practised:
        return 3;
    case SkillState::Fading:
        return 4;
    case SkillState::Mastered:
        return 5;
    }
    return 0;
}

SkillMove moveOf(std::optional<SkillState> before, std::optional<SkillState> after)
{
    const bool wasSkipped = before == SkillState::Skipped;
    const bool isSkipped = after == SkillState::Skipped;
    if (wasSkipped != isSkipped) {
        return isSkipped ? SkillMove::Skipped : SkillMove::Resumed;
    }
    const int difference = placeOf(after) - placeOf(before);
    return difference > 0 ? SkillMove::Forward : difference < 0 ? SkillMove::Slipped : SkillMove::Same;
}

bool isSignedOff(const PlanSkill* skill)
{
    return skill != nullptr && skill->signOff && !skill->signOff->isVoid && domain::approves(skill->signOff->signOff.decision);
}

template <class T> QHash<QString, const T*> byId(const std::vector<T>& values)
{
    QHash<QString, const T*> found;
    found.reserve(static_cast<qsizetype>(values.size()));
    for (const T& value : values) {
        found.insert(value.id, &value);
    }
    return found;
}

void compareEvidence(const PlanItem& before, const PlanItem& after, SkillComparison& comparison)
{
    const QHash<QString, const PlanEvidence*> had = byId(before.evidence);
    const QHash<QString, const PlanEvidence*> has = byId(after.evidence);
    for (const PlanEvidence& proof : after.evidence) {
        const PlanEvidence* old = had.value(proof.id);
        if (old == nullptr) {
            comparison.added.push_back({ after.id, proof.id });
        } else if (old->evidence.kind != proof.evidence.kind || old->evidence.text != proof.evidence.text) {
            comparison.changed.push_back({ after.id, proof.id });
        }
    }
    for (const PlanEvidence& proof : before.evidence) {
        if (!has.contains(proof.id)) {
            comparison.gone.push_back({ before.id, proof.id });
        }
    }
}

void compareItem(const PlanItem& before, const PlanItem& after, SkillComparison& comparison)
{
    if (before.doneAt.has_value() != after.doneAt.has_value()) {
        (after.doneAt ? comparison.ticked : comparison.unticked).append(after.id);
    }
    compareEvidence(before, after, comparison);
}

/// An item that one of the plans does not have is there neither ticked nor proved.
void compareChecklists(const std::vector<PlanItem>& before, const std::vector<PlanItem>& after, SkillComparison& comparison)
{
    const QHash<QString, const PlanItem*> had = byId(before);
    const QHash<QString, const PlanItem*> has = byId(after);
    for (const PlanItem& item : after) {
        const PlanItem* old = had.value(item.id);
        compareItem(old == nullptr ? PlanItem { item.id, {}, {}, {}, {} } : *old, item, comparison);
    }
    for (const PlanItem& item : before) {
        if (!has.contains(item.id)) {
            compareItem(item, PlanItem { item.id, {}, {}, {}, {} }, comparison);
        }
    }
}

/// Not both are null.
SkillComparison compareSkill(const PlanSkill* before, const PlanSkill* after)
{
    static const std::vector<PlanItem> none;
    const PlanSkill& named = after != nullptr && (before == nullptr || !after->title.isEmpty()) ? *after : *before;
    SkillComparison comparison;
    comparison.id = named.id;
    comparison.title = named.title;
    if (before != nullptr) {
        comparison.before = before->state;
        comparison.minutes -= before->spentMinutes;
    }
    if (after != nullptr) {
        comparison.after = after->state;
        comparison.minutes += after->spentMinutes;
    }
    comparison.move = moveOf(comparison.before, comparison.after);
    compareChecklists(before == nullptr ? none : before->checklist, after == nullptr ? none : after->checklist, comparison);
    comparison.signedOff = isSignedOff(after) && !isSignedOff(before);
    comparison.signOffLost = isSignedOff(before) && !isSignedOff(after);
    return comparison;
}

int& countOf(ComparisonTotals& totals, SkillMove move)
{
    switch (move) {
    case SkillMove::Forward:
        return totals.forward;
    case SkillMove::Slipped:
        return totals.slipped;
    case SkillMove::Skipped:
        return totals.skipped;
    case SkillMove::Resumed:
        return totals.resumed;
    case SkillMove::Same:
        break;
    }
    return totals.same;
}

void add(ComparisonTotals& totals, const SkillComparison& skill)
{
    ++countOf(totals, skill.move);
    totals.reachedBefore += skill.before && learning::isReached(*skill.before) ? 1 : 0;
    totals.reachedAfter += skill.after && learning::isReached(*skill.after) ? 1 : 0;
    totals.ticked += static_cast<int>(skill.ticked.size());
    totals.unticked += static_cast<int>(skill.unticked.size());
    totals.added += static_cast<int>(skill.added.size());
    totals.changed += static_cast<int>(skill.changed.size());
    totals.gone += static_cast<int>(skill.gone.size());
    totals.signedOff += skill.signedOff ? 1 : 0;
    totals.signOffsLost += skill.signOffLost ? 1 : 0;
    totals.minutes += skill.minutes;
}

} // namespace

QString toString(SkillMove move)
{
    return domain::wordOf(moveWords, move);
}

bool SkillComparison::isSame() const
{
    return before == after && ticked.isEmpty() && unticked.isEmpty() && added.empty() && changed.empty() && gone.empty() && !signedOff
        && !signOffLost && minutes == 0;
}

PlanComparison comparePlans(const PlanDocument& before, const PlanDocument& after)
{
    PlanComparison comparison;
    comparison.samePlan = before.plan == after.plan;
    comparison.sameCourse = before.courseId == after.courseId;
    const QHash<QString, const PlanSkill*> had = byId(before.skills);
    const QHash<QString, const PlanSkill*> has = byId(after.skills);
    for (const PlanSkill& skill : after.skills) {
        comparison.skills.push_back(compareSkill(had.value(skill.id), &skill));
    }
    for (const PlanSkill& skill : before.skills) {
        if (!has.contains(skill.id)) {
            comparison.skills.push_back(compareSkill(&skill, nullptr));
        }
    }
    for (const SkillComparison& skill : comparison.skills) {
        add(comparison.totals, skill);
    }
    return comparison;
}

} // namespace waymark::exchange
