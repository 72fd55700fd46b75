// SPDX-License-Identifier: GPL-3.0-or-later
#include <session/RecallDesk.h>

#include <QCryptographicHash>
#include <QtEndian>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace waymark::session {

using domain::CardSchedule;
using domain::CardState;
using domain::Grade;
using domain::SkillProgress;
using learning::QueueCard;
using learning::SkillState;

namespace {

constexpr std::size_t paceOver = 200; ///< newest recalls
constexpr double longestSeconds = 120; ///< beyond it the learner has left the desk

/// The same for a card on every machine, so that a replay fuzzes as the first time.
quint64 seedOf(const QString& skill, const QString& card)
{
    const QByteArray hash = QCryptographicHash::hash((skill + u'/' + card).toUtf8(), QCryptographicHash::Sha256);
    return qFromBigEndian<quint64>(hash.constData());
}

bool asksNew(SkillState state)
{
    switch (state) {
    case SkillState::Learning:
    case SkillState::Practised:
    case SkillState::Mastered:
    case SkillState::Fading:
        return true;
    case SkillState::Locked:
    case SkillState::Ready:
    case SkillState::Skipped:
    case SkillState::Assumed:
        break;
    }
    return false;
}

/// The ids of a skill's cards: those of the course, then the learner's own.
QStringList cardsOf(const domain::Skill& skill, const SkillProgress& progress)
{
    QStringList ids = skill.cards;
    for (auto own = progress.ownCards.cbegin(); own != progress.ownCards.cend(); ++own) {
        if (!ids.contains(own.key())) {
            ids.append(own.key());
        }
    }
    return ids;
}

/// In the place where it was made; in `zone` where its recall is not on record.
QDate dayOfIntroduction(const CardState& card, const QMap<QString, domain::Recall>& recalls, const QTimeZone& zone)
{
    const auto first
        = std::find_if(recalls.cbegin(), recalls.cend(), [&card](const domain::Recall& recall) { return recall.at == card.introduced; });
    return first == recalls.cend() ? learning::learningDay(card.introduced, zone) : learning::learningDay(first->at, first->offset);
}

exchange::Blocks paragraph(const exchange::Inlines& inlines)
{
    exchange::Block block;
    block.inlines = inlines;
    return { block };
}

} // namespace

std::vector<QueueCard> RecallDesk::cards() const
{
    std::vector<QueueCard> cards;
    const qint64 now = m_workspace.now();
    const domain::Roadmap& roadmap = m_workspace.roadmap();
    for (int i = 0; i < roadmap.size(); ++i) {
        const domain::Skill& skill = roadmap.skill(i);
        const SkillProgress& progress = m_workspace.progress().skill(skill.id);
        const bool takesNew = asksNew(m_workspace.states()[static_cast<std::size_t>(i)]);
        if (!takesNew && progress.cards.isEmpty()) {
            continue;
        }
        for (const QString& id : cardsOf(skill, progress)) {
            const CardState state = progress.cards.value(id);
            const bool isAside = state.suspended || learning::isPutOff(state.buriedUntil, now);
            if (!isAside && (takesNew || state.introduced != 0)) {
                const CardSchedule place = learning::withNewestRecall(state.schedule, progress.recalls.value(id), now);
                cards.push_back({ id, skill.id, place, state.introduced, static_cast<int>(cards.size()) });
            }
        }
    }
    return cards;
}

learning::RecallSettings RecallDesk::settings() const
{
    learning::RecallSettings settings;
    settings.retention = m_workspace.progress().recallOptions().retention;
    return settings;
}

int RecallDesk::introducedToday() const
{
    constexpr qint64 farFromToday = 3 * 86'400'000; // whatever the places
    const qint64 now = m_workspace.now();
    const QDate today = learning::learningDay(now, m_workspace.zone());
    int count = 0;
    for (const SkillProgress& skill : m_workspace.progress().skills()) {
        for (auto card = skill.cards.cbegin(); card != skill.cards.cend(); ++card) {
            if (card->introduced == 0 || card->introduced < now - farFromToday || card->introduced > now + farFromToday) {
                continue;
            }
            count += dayOfIntroduction(*card, skill.recalls.value(card.key()), m_workspace.zone()) == today ? 1 : 0;
        }
    }
    return count;
}

learning::SessionLimits RecallDesk::limits(std::optional<int> minutes) const
{
    const domain::RecallOptions& options = m_workspace.progress().recallOptions();
    learning::SessionLimits limits;
    limits.minutes = minutes.value_or(options.minutes);
    limits.newPerDay = options.newPerDay;
    limits.introducedToday = introducedToday();

    const qint64 now = m_workspace.now();
    std::vector<std::pair<qint64, double>> paces;
    for (const SkillProgress& skill : m_workspace.progress().skills()) {
        for (const auto& card : skill.recalls) {
            for (const domain::Recall& recall : card) {
                if (recall.milliseconds > 0) {
                    paces.emplace_back(-learning::placeInTime(recall.at, now), std::min(recall.milliseconds / 1000.0, longestSeconds));
                }
            }
        }
    }
    const std::size_t count = std::min(paces.size(), paceOver);
    if (count == 0) {
        return limits;
    }
    std::partial_sort(paces.begin(), paces.begin() + static_cast<std::ptrdiff_t>(count), paces.end());
    std::vector<double> newest;
    std::transform(paces.begin(), paces.begin() + static_cast<std::ptrdiff_t>(count), std::back_inserter(newest),
        [](const auto& pace) { return pace.second; });
    const auto middle = newest.begin() + static_cast<std::ptrdiff_t>(count / 2);
    std::nth_element(newest.begin(), middle, newest.end());
    limits.secondsPerCard = std::max(1.0, *middle);
    return limits;
}

learning::RecallSession RecallDesk::session(const std::vector<QueueCard>& cards, std::optional<int> minutes) const
{
    return learning::recallSession(cards, limits(minutes), m_workspace.now(), m_workspace.zone());
}

RecallTurn RecallDesk::next(std::optional<int> minutes) const
{
    const std::vector<QueueCard> all = cards();
    const learning::RecallSession session = this->session(all, minutes);
    RecallTurn turn { {}, static_cast<int>(session.cards.size()), session.left };
    for (const int index : session.cards) {
        const QueueCard& first = all[static_cast<std::size_t>(index)];
        if (auto found = card(first.skill, first.card)) {
            turn.card = std::move(*found);
            break;
        }
        --turn.asked; // its text is gone from the lesson
    }
    return turn;
}

RecallDue RecallDesk::due() const
{
    const std::vector<QueueCard> all = cards();
    const learning::RecallSession session = this->session(all);
    RecallDue due;
    due.due = session.due;
    due.asked = static_cast<int>(session.cards.size());
    due.left = session.left;
    due.fresh = static_cast<int>(std::count_if(session.cards.begin(), session.cards.end(),
        [&all](int card) { return all[static_cast<std::size_t>(card)].schedule.phase == CardSchedule::Phase::New; }));
    due.minutes = static_cast<int>(std::ceil(due.asked * limits({}).secondsPerCard / 60));
    return due;
}

domain::Result<AskedCard> RecallDesk::card(const QString& skill, const QString& card) const
{
    const SkillProgress& progress = m_workspace.progress().skill(skill);
    AskedCard asked { skill, card, {}, {}, false, progress.cards.value(card) };
    asked.state.schedule = learning::withNewestRecall(asked.state.schedule, progress.recalls.value(card), m_workspace.now());
    if (const auto own = progress.ownCards.constFind(card); own != progress.ownCards.cend()) {
        const auto front = exchange::parseMarkdown(own->front);
        const auto back = exchange::parseMarkdown(own->back);
        if (!front || !back) {
            return tl::unexpected(front ? back.error() : front.error());
        }
        asked.isOwn = true;
        asked.front = *front;
        asked.back = *back;
        return asked;
    }
    const auto document = m_workspace.document(skill);
    if (!document) {
        return tl::unexpected(document.error());
    }
    for (const exchange::LessonUnit& unit : (*document)->units) {
        for (const exchange::Flashcard& each : unit.cards) {
            if (each.id == card) {
                asked.front = paragraph(each.front);
                asked.back = paragraph(each.back);
                return asked;
            }
        }
    }
    return domain::failure(domain::ErrorCode::UnknownItem, skill + u'/' + card);
}

std::array<CardSchedule, 4> RecallDesk::preview(const AskedCard& card) const
{
    return learning::preview(card.state.schedule, m_workspace.now(), m_workspace.zone(), settings(), seedOf(card.skill, card.card));
}

domain::Result<domain::Edit> RecallDesk::graded(const AskedCard& card, Grade grade, int milliseconds) const
{
    const domain::EditContext context = m_workspace.context();
    const QTimeZone& zone = m_workspace.zone();
    const CardSchedule after = learning::graded(card.state.schedule, grade, context.now, zone, settings(), seedOf(card.skill, card.card));
    learning::LearningDays days(zone);
    domain::Recall recall;
    recall.grade = grade;
    recall.after = after.memory.value_or(domain::Memory {});
    recall.elapsedDays = learning::elapsedDays(card.state.schedule, days.of(context.now), days);
    recall.algorithm = u"fsrs-6"_s;
    recall.weights = u"default"_s;
    recall.milliseconds = milliseconds;
    recall.offset = zone.offsetFromUtc(QDateTime::fromMSecsSinceEpoch(context.now, Qt::UTC)) / 60;
    return domain::recallCard(context, card.skill, card.card, recall, after);
}

} // namespace waymark::session
