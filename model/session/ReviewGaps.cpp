// SPDX-License-Identifier: GPL-3.0-or-later
#include <session/ReviewGaps.h>

#include <exchange/PlanLimits.h>
#include <exchange/ReviewLimits.h>

#include <algorithm>

namespace waymark::session {

using exchange::PlanDocument;
using exchange::PlanSkill;
using exchange::ReviewComment;
using exchange::ReviewDecision;
using exchange::ReviewDocument;

namespace {

bool isLonger(const QString& text, qint64 bytes)
{
    return text.size() > bytes || (text.size() * 3 > bytes && text.toUtf8().size() > bytes);
}

const PlanSkill* skillOf(const PlanDocument& plan, const QString& id)
{
    const auto found = std::ranges::find(plan.skills, id, &PlanSkill::id);
    return found == plan.skills.end() ? nullptr : &*found;
}

/// Counts first: what is asked with every change hashes nothing where it need not.
bool hasTooMuchEvidence(const PlanSkill* skill)
{
    if (skill == nullptr) {
        return false;
    }
    std::size_t pieces = 0;
    for (const exchange::PlanItem& item : skill->checklist) {
        pieces += item.evidence.size();
    }
    return pieces > exchange::limits::seenHashes && seenEvidence(skill).size() > exchange::limits::seenHashes;
}

void addMissing(std::vector<ReviewGap>& gaps, const ReviewDocument& draft)
{
    if (draft.reviewer.name.trimmed().isEmpty()) {
        gaps.push_back({ ReviewGap::Kind::NoName, {}, {} });
    }
    for (const ReviewDecision& decision : draft.decisions) {
        const bool isSaid = !decision.text.trimmed().isEmpty()
            || std::ranges::any_of(draft.comments, [&decision](const ReviewComment& comment) { return comment.skill == decision.skill; });
        if (!domain::approves(decision.decision) && !isSaid) {
            gaps.push_back({ ReviewGap::Kind::NoReason, decision.skill, {} });
        }
    }
    for (const ReviewComment& comment : draft.comments) {
        if (comment.text.trimmed().isEmpty()) {
            gaps.push_back({ ReviewGap::Kind::EmptyComment, comment.skill, comment.id });
        }
    }
    if (draft.comments.empty() && draft.decisions.empty() && !draft.overall.decision && draft.overall.text.trimmed().isEmpty()) {
        gaps.push_back({ ReviewGap::Kind::Nothing, {}, {} });
    }
}

void addTooMuch(std::vector<ReviewGap>& gaps, const ReviewDocument& draft, const PlanDocument& plan)
{
    using namespace exchange::limits;
    if (draft.reviewer.name.toUcs4().size() > reviewerCharacters) {
        gaps.push_back({ ReviewGap::Kind::LongName, {}, {} });
    }
    if (draft.comments.size() > reviewComments) {
        gaps.push_back({ ReviewGap::Kind::TooMany, {}, {} });
    }
    for (const ReviewComment& comment : draft.comments) {
        if (isLonger(comment.text, commentBytes)) {
            gaps.push_back({ ReviewGap::Kind::TooLong, comment.skill, comment.id });
        }
    }
    for (const ReviewDecision& decision : draft.decisions) {
        if (isLonger(decision.text, decisionBytes)) {
            gaps.push_back({ ReviewGap::Kind::TooLong, decision.skill, {} });
        }
        if (hasTooMuchEvidence(skillOf(plan, decision.skill))) {
            gaps.push_back({ ReviewGap::Kind::TooMany, decision.skill, {} });
        }
    }
    if (isLonger(draft.overall.text, decisionBytes)) {
        gaps.push_back({ ReviewGap::Kind::TooLong, {}, {} });
    }
}

} // namespace

QStringList seenEvidence(const PlanSkill* skill)
{
    QStringList hashes;
    if (skill == nullptr) {
        return hashes;
    }
    for (const exchange::PlanItem& item : skill->checklist) {
        for (const exchange::PlanEvidence& proof : item.evidence) {
            hashes.append(domain::hashOf(proof.evidence));
        }
    }
    hashes.sort();
    hashes.removeDuplicates();
    return hashes;
}

std::vector<ReviewGap> gapsOf(const ReviewDocument& draft, const PlanDocument& plan)
{
    std::vector<ReviewGap> gaps;
    addMissing(gaps, draft);
    addTooMuch(gaps, draft, plan);
    return gaps;
}

} // namespace waymark::session
