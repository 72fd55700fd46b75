// SPDX-License-Identifier: GPL-3.0-or-later
#include <learning/Mastery.h>

#include <learning/LearningDays.h>
#include <learning/Scheduling.h>
#include <learning/Vouching.h>

#include <algorithm>

namespace waymark::learning {

using domain::Attempt;
using domain::EvidenceKind;
using domain::Grade;
using domain::Recall;
using domain::SkillProgress;

namespace {

bool isPlacement(const Attempt& attempt)
{
    return attempt.source == Attempt::Source::Placement;
}

/// Of each learning day with an answer the first one; of two at one moment that which is marked as the first.
void addFirstOfEachDay(const QMap<QString, Attempt>& question, qint64 now, std::vector<Try>& tries)
{
    const auto rank = [now](const Attempt& attempt) { return std::pair(placeInTime(attempt.at, now), !attempt.first); };
    QMap<QDate, const Attempt*> firsts;
    for (const Attempt& attempt : question) {
        const Attempt*& first = firsts[learningDay(attempt.at, attempt.offset)];
        if (!isPlacement(attempt) && (first == nullptr || rank(attempt) < rank(*first))) {
            first = &attempt;
        }
    }
    for (const Attempt* first : firsts) {
        if (first != nullptr) {
            tries.push_back({ first->at, first->right, first->offset });
        }
    }
}

/// The first recall after a night: the first with a learning day between it and the recall before.
std::optional<Try> firstRecallAfterANight(const QMap<QString, Recall>& recalls, qint64 now)
{
    const Recall* first = nullptr;
    for (const Recall& recall : recalls) {
        if (recall.elapsedDays >= 1 && (first == nullptr || placeInTime(recall.at, now) < placeInTime(first->at, now))) {
            first = &recall;
        }
    }
    return first == nullptr ? std::nullopt : std::optional(Try { first->at, first->grade != Grade::Again, first->offset });
}

bool hasEvidence(const domain::ItemProgress& item, EvidenceKind kind)
{
    return std::any_of(item.evidence.cbegin(), item.evidence.cend(), [kind](const domain::Evidence& each) { return each.kind == kind; });
}

bool hasEvidence(const SkillProgress& progress, EvidenceKind kind)
{
    return std::any_of(
        progress.items.cbegin(), progress.items.cend(), [kind](const domain::ItemProgress& item) { return hasEvidence(item, kind); });
}

} // namespace

std::vector<Try> firstTries(const SkillProgress& progress, qint64 now)
{
    std::vector<Try> tries;
    for (const QMap<QString, Attempt>& question : progress.attempts) {
        addFirstOfEachDay(question, now, tries);
    }
    for (const QMap<QString, Recall>& card : progress.recalls) {
        if (const std::optional<Try> first = firstRecallAfterANight(card, now)) {
            tries.push_back(*first);
        }
    }
    std::ranges::stable_sort(tries, {}, [now](const Try& each) { return placeInTime(each.at, now); });
    return tries;
}

std::optional<double> meanRecall(const domain::Skill& skill, const SkillProgress& progress, const Moment& moment)
{
    LearningDays days(moment.zone);
    const QDate today = days.of(moment.now);
    double sum = 0;
    int count = 0;
    for (auto card = progress.cards.cbegin(); card != progress.cards.cend(); ++card) {
        const bool isThere = skill.cards.contains(card.key()) || progress.ownCards.contains(card.key());
        if (isThere && card->schedule.memory && !card->suspended) {
            const domain::CardSchedule place = withNewestRecall(card->schedule, progress.recalls.value(card.key()), moment.now);
            sum += retrievability(elapsedDays(place, today, days), place.memory->stability);
            ++count;
        }
    }
    return count == 0 ? std::nullopt : std::optional(sum / count);
}

MasteryStanding masteryOf(const domain::Skill& skill, const SkillProgress& progress, const Moment& moment)
{
    MasteryStanding standing;
    standing.tries = tryStanding(firstTries(progress, moment.now), moment.zone, moment.now);
    standing.itemsMissing
        = static_cast<int>(std::count_if(skill.checklist.begin(), skill.checklist.end(), [&progress](const domain::ChecklistItem& item) {
              const domain::ItemProgress of = progress.items.value(item.id);
              return !of.mark || of.evidence.isEmpty();
          }));
    standing.hasPractice = hasEvidence(progress, EvidenceKind::Lab) || hasEvidence(progress, EvidenceKind::Rubric);
    standing.needsSignOff
        = skill.kind == domain::SkillKind::Professional && !hasEvidence(progress, EvidenceKind::SignOff) && !isApprovedByMentor(progress);
    standing.recall = meanRecall(skill, progress, moment);
    return standing;
}

bool hasAnswers(const SkillProgress& progress)
{
    const auto& attempts = progress.attempts;
    return std::any_of(attempts.cbegin(), attempts.cend(),
        [](const auto& question) { return !std::all_of(question.cbegin(), question.cend(), isPlacement); });
}

bool hasFailedSince(const SkillProgress& progress, qint64 since, qint64 now)
{
    const auto isAfter = [since, now](qint64 at) { return at >= since || since > now; };
    const auto wrong = [isAfter](const Attempt& attempt) { return isAfter(attempt.at) && !attempt.right && !isPlacement(attempt); };
    const auto forgotten = [isAfter](const Recall& recall) { return isAfter(recall.at) && recall.grade == Grade::Again; };
    const auto& attempts = progress.attempts;
    const auto& recalls = progress.recalls;
    return std::any_of(attempts.cbegin(), attempts.cend(), [&](const auto& of) { return std::any_of(of.cbegin(), of.cend(), wrong); })
        || std::any_of(recalls.cbegin(), recalls.cend(), [&](const auto& of) { return std::any_of(of.cbegin(), of.cend(), forgotten); });
}

} // namespace waymark::learning
