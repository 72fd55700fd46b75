// SPDX-License-Identifier: GPL-3.0-or-later
#include <learning/Replay.h>

#include <learning/CardReplay.h>

#include <domain/Course.h>

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark::learning {

using domain::RecordKey;
using domain::SkillProgress;

namespace {

bool isOurs(const domain::Recall& recall)
{
    const int grade = static_cast<int>(recall.grade);
    return recall.algorithm == fsrsAlgorithm && recall.weights == defaultWeights && grade >= 1 && grade <= 4;
}

QString textOf(bool flag)
{
    return flag ? u"true"_s : u"false"_s;
}

/// The records of one learner, skill after skill.
class Replayer
{
public:
    Replayer(const domain::Progress& progress, const ReplayContext& context)
        : m_progress(progress)
        , m_context(context)
        , m_formerIds(context.course)
        , m_cards(context.zone, m_formerIds)
    {
    }

    [[nodiscard]] Replay whole()
    {
        QStringList skills = m_progress.skills().keys();
        skills.sort();
        for (const QString& skill : std::as_const(skills)) {
            const SkillProgress& of = m_progress.skill(skill);
            QSet<QString> cards(of.recalls.keyBegin(), of.recalls.keyEnd());
            cards.unite(QSet<QString>(of.cards.keyBegin(), of.cards.keyEnd()));
            QStringList ids(cards.cbegin(), cards.cend());
            ids.sort();
            for (const QString& card : std::as_const(ids)) {
                if (isWanted(domain::RecordKind::CardState, skill, card)) {
                    replayCard(skill, card);
                }
            }
            for (auto question = of.attempts.cbegin(); question != of.attempts.cend(); ++question) {
                if (isWanted(domain::RecordKind::Attempt, skill, question.key())) {
                    replayQuestion(skill, question.key(), *question);
                }
            }
        }
        return std::move(m_replay);
    }

private:
    [[nodiscard]] bool isWanted(domain::RecordKind kind, const QString& skill, const QString& item) const
    {
        return !m_context.isWanted || m_context.isWanted(kind, skill, item);
    }

    void replayCard(const QString& skill, const QString& card)
    {
        const SkillProgress& of = m_progress.skill(skill);
        const QMap<QString, domain::Recall> recalls = of.recalls.value(card);
        const int count = static_cast<int>(recalls.size());
        if (!std::all_of(recalls.cbegin(), recalls.cend(), isOurs)) {
            m_replay.foreign += count;
            return;
        }
        const auto place = of.cards.constFind(card);
        const domain::CardState* stored = place == of.cards.cend() ? nullptr : &*place;
        CardFindings found
            = m_cards.replayed({ skill, card }, lineOf(recalls, m_context.order), stored, stored == nullptr && mustHavePlace(skill, card));
        if (!found.differences.empty() && m_formerIds.isJoined(m_progress, { skill, card })) {
            ++m_replay.joined;
            return;
        }
        m_replay.recalls += count;
        m_replay.cards += recalls.isEmpty() ? 0 : 1;
        std::move(found.differences.begin(), found.differences.end(), std::back_inserter(m_replay.differences));
        std::move(found.rebuilt.begin(), found.rebuilt.end(), std::back_inserter(m_replay.rebuilt));
    }

    /// A card of the learner that he took away has no place; the place of any other stays.
    [[nodiscard]] bool mustHavePlace(const QString& skill, const QString& card) const
    {
        bool isOfCourse = false;
        if (m_context.course != nullptr) {
            domain::eachSkillAndProject(*m_context.course,
                [&](const domain::Skill& each) { isOfCourse = isOfCourse || (each.id == skill && each.cards.contains(card)); });
        }
        return isOfCourse || m_progress.skill(skill).ownCards.contains(card);
    }

    void replayQuestion(const QString& skill, const QString& question, QMap<QString, domain::Attempt> attempts)
    {
        attempts.removeIf([](const auto& each) { return each.value().source == domain::Attempt::Source::Placement; });
        if (attempts.isEmpty()) {
            return;
        }
        const Line<domain::Attempt> line = lineOf(attempts, m_context.order);
        const auto firsts = std::count_if(attempts.cbegin(), attempts.cend(), [](const domain::Attempt& each) { return each.first; });
        const bool isRight = firsts == 1 && (!line.isOrderKnown || line.records.front().record->first);
        if (!isRight && !m_formerIds.of(domain::Moves::Part::Question, { skill, question }).empty()) {
            ++m_replay.joined;
            return;
        }
        m_replay.attempts += static_cast<int>(attempts.size());
        for (std::size_t i = 0; i < line.records.size() && !isRight; ++i) {
            domain::Attempt attempt = *line.records[i].record;
            if (attempt.first != (i == 0)) {
                const RecordKey key = RecordKey::ofAttempt(skill, question, *line.records[i].id);
                m_replay.differences.push_back({ key, ReplayMember::First, textOf(attempt.first), textOf(i == 0) });
                attempt.first = i == 0;
                m_replay.rebuilt.emplace_back(key, attempt);
            }
        }
    }

    const domain::Progress& m_progress;
    const ReplayContext& m_context;
    FormerIds m_formerIds;
    CardReplay m_cards;
    Replay m_replay;
};

} // namespace

QString toString(ReplayMember member)
{
    switch (member) {
    case ReplayMember::Place:
        return u"place"_s;
    case ReplayMember::Stability:
        return u"stability"_s;
    case ReplayMember::Difficulty:
        return u"difficulty"_s;
    case ReplayMember::Phase:
        return u"phase"_s;
    case ReplayMember::Step:
        return u"step"_s;
    case ReplayMember::Last:
        return u"last"_s;
    case ReplayMember::Due:
        return u"due"_s;
    case ReplayMember::ScheduledDays:
        return u"scheduled-days"_s;
    case ReplayMember::Reps:
        return u"reps"_s;
    case ReplayMember::Lapses:
        return u"lapses"_s;
    case ReplayMember::Introduced:
        return u"introduced"_s;
    case ReplayMember::ElapsedDays:
        return u"elapsed-days"_s;
    case ReplayMember::First:
        return u"first"_s;
    }
    return {};
}

Replay replay(const domain::Progress& progress, const ReplayContext& context)
{
    return Replayer(progress, context).whole();
}

} // namespace waymark::learning
