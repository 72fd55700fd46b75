// SPDX-License-Identifier: GPL-3.0-or-later
#include <learning/Mastery.h>

#include <learning/LearningDays.h>
#include <learning/Scheduling.h>

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

/// Of each learning day with an answer the first one.
void addFirstOfEachDay(const QMap<QString, Attempt>& question, LearningDays& days, std::vector<Try>& tries)
{
    QMap<QDate, Try> firsts;
    for (const Attempt& attempt : question) {
        const QDate day = days.of(attempt.at);
        const auto first = firsts.constFind(day);
        if (!isPlacement(attempt) && (first == firsts.cend() || attempt.at < first->at)) {
            firsts.insert(day, { attempt.at, attempt.right });
        }
    }
    tries.insert(tries.end(), firsts.cbegin(), firsts.cend());
}

/// The first recall after a night: the first with a learning day between it and the recall before.
std::optional<Try> firstRecallAfterANight(const QMap<QString, Recall>& recalls)
{
    const Recall* first = nullptr;
    for (const Recall& recall : recalls) {
        if (recall.elapsedDays >= 1 && (first == nullptr || recall.at < first->at)) {
            first = &recall;
        }
    }
    return first == nullptr ? std::nullopt : std::optional(Try { first->at, first->grade != Grade::Again });
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

std::vector<Try> firstTries(const SkillProgress& progress, const QTimeZone& zone)
{
    LearningDays days(zone);
    std::vector<Try> tries;
    for (const QMap<QString, Attempt>& question : progress.attempts) {
        addFirstOfEachDay(question, days, tries);
    }
    for (const QMap<QString, Recall>& card : progress.recalls) {
        if (const std::optional<Try> first = firstRecallAfterANight(card)) {
            tries.push_back(*first);
        }
    }
    std::stable_sort(tries.begin(), tries.end(), [](const Try& a, const Try& b) { return a.at < b.at; });
    return tries;
}

std::optional<double> meanRecall(const SkillProgress& progress, const Moment& moment)
{
    LearningDays days(moment.zone);
    const QDate today = days.of(moment.now);
    double sum = 0;
    int count = 0;
    for (const domain::CardState& card : progress.cards) {
        if (card.schedule.memory && !card.suspended) {
            sum += retrievability(elapsedDays(card.schedule, today, days), card.schedule.memory->stability);
            ++count;
        }
    }
    return count == 0 ? std::nullopt : std::optional(sum / count);
}

MasteryStanding masteryOf(const domain::Skill& skill, const SkillProgress& progress, const Moment& moment)
{
    MasteryStanding standing;
    const std::vector<Try> tries = firstTries(progress, moment.zone);
    standing.tries = tryStanding(tries, moment.zone);
    standing.itemsMissing
        = static_cast<int>(std::count_if(skill.checklist.begin(), skill.checklist.end(), [&progress](const domain::ChecklistItem& item) {
              const domain::ItemProgress of = progress.items.value(item.id);
              return !of.mark || of.evidence.isEmpty();
          }));
    standing.hasPractice = hasEvidence(progress, EvidenceKind::Lab) || hasEvidence(progress, EvidenceKind::Rubric);
    standing.needsSignOff = skill.kind == domain::SkillKind::Professional && !hasEvidence(progress, EvidenceKind::SignOff);
    standing.recall = meanRecall(progress, moment);
    return standing;
}

bool hasAnswers(const SkillProgress& progress)
{
    const auto& attempts = progress.attempts;
    return std::any_of(attempts.cbegin(), attempts.cend(),
        [](const auto& question) { return !std::all_of(question.cbegin(), question.cend(), isPlacement); });
}

bool hasFailedSince(const SkillProgress& progress, qint64 since)
{
    const auto wrong = [since](const Attempt& attempt) { return !isPlacement(attempt) && attempt.at >= since && !attempt.right; };
    const auto forgotten = [since](const Recall& recall) { return recall.at >= since && recall.grade == Grade::Again; };
    const auto& attempts = progress.attempts;
    const auto& recalls = progress.recalls;
    return std::any_of(attempts.cbegin(), attempts.cend(), [&](const auto& of) { return std::any_of(of.cbegin(), of.cend(), wrong); })
        || std::any_of(recalls.cbegin(), recalls.cend(), [&](const auto& of) { return std::any_of(of.cbegin(), of.cend(), forgotten); });
}

} // namespace waymark::learning
