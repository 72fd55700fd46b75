// SPDX-License-Identifier: GPL-3.0-or-later
#include <session/RecallDesk.h>

#include <session/CardShelf.h>

#include <algorithm>
#include <cmath>
#include <numeric>

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

exchange::Blocks paragraph(const exchange::Inlines& inlines)
{
    exchange::Block block;
    block.inlines = inlines;
    return { block };
}

} // namespace

bool asksNewCards(SkillState state)
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

/// In the place where it was made; in `zone` where its recall is not on record.
QDate dayOfIntroduction(const CardState& card, const QMap<QString, domain::Recall>& recalls, const QTimeZone& zone)
{
    const auto first
        = std::find_if(recalls.cbegin(), recalls.cend(), [&card](const domain::Recall& recall) { return recall.at == card.introduced; });
    return first == recalls.cend() ? learning::learningDay(card.introduced, zone) : learning::learningDay(first->at, first->offset);
}

/// The cards of one skill that may be asked, those of the course first.
void addCards(std::vector<QueueCard>& all, const domain::Skill& skill, const SkillProgress& progress, bool takesNew, qint64 at, qint64 now)
{
    const auto add = [&](const QString& id) {
        const auto state = progress.cards.constFind(id);
        const int place = static_cast<int>(all.size());
        if (state == progress.cards.cend()) {
            if (takesNew) {
                all.push_back({ id, skill.id, {}, 0, place });
            }
        } else if (!state->suspended && !learning::isPutOff(state->buriedUntil, at) && (takesNew || state->introduced != 0)) {
            const auto recalls = progress.recalls.constFind(id);
            const bool isRecalled = recalls != progress.recalls.cend();
            all.push_back({ id, skill.id, isRecalled ? learning::withNewestRecall(state->schedule, *recalls, now) : state->schedule,
                state->introduced, place });
        }
    };
    std::for_each(skill.cards.cbegin(), skill.cards.cend(), add);
    for (auto own = progress.ownCards.cbegin(); own != progress.ownCards.cend(); ++own) {
        if (!skill.cards.contains(own.key())) {
            add(own.key());
        }
    }
}

/// The recalls of the cards that were recalled last, as many cards as the pace looks at recalls: the newest recalls are among them, and
/// the years before need not be read.
std::vector<const domain::Recall*> newestRecalls(const domain::Progress& progress, qint64 now)
{
    struct Latest
    {
        qint64 last = 0;
        const SkillProgress* skill = nullptr;
        const QString* card = nullptr;
    };
    std::vector<Latest> cards;
    for (const SkillProgress& skill : progress.skills()) {
        for (auto card = skill.cards.cbegin(); card != skill.cards.cend(); ++card) {
            cards.push_back({ learning::placeInTime(card->schedule.last, now), &skill, &card.key() });
        }
    }
    const auto count = static_cast<std::ptrdiff_t>(std::min(cards.size(), paceOver));
    std::nth_element(cards.begin(), cards.begin() + count, cards.end(), [](const Latest& a, const Latest& b) { return a.last > b.last; });
    std::vector<const domain::Recall*> newest;
    for (auto card = cards.begin(); card != cards.begin() + count; ++card) {
        const auto recalls = card->skill->recalls.constFind(*card->card);
        if (recalls == card->skill->recalls.cend()) {
            continue;
        }
        for (const domain::Recall& recall : *recalls) {
            if (recall.milliseconds > 0) {
                newest.push_back(&recall);
            }
        }
    }
    return newest;
}

std::vector<QueueCard> RecallDesk::cards(qint64 at) const
{
    const qint64 now = m_workspace.now();
    const domain::Roadmap& roadmap = m_workspace.roadmap();
    std::vector<QueueCard> cards;
    const auto& skills = roadmap.course().skills;
    cards.reserve(std::accumulate(skills.begin(), skills.end(), std::size_t { 0 },
        [](std::size_t sum, const domain::Skill& skill) { return sum + static_cast<std::size_t>(skill.cards.size()); }));
    for (int i = 0; i < roadmap.size(); ++i) {
        const domain::Skill& skill = roadmap.skill(i);
        const SkillProgress& progress = m_workspace.progress().skill(skill.id);
        const bool takesNew = asksNewCards(m_workspace.states()[static_cast<std::size_t>(i)]);
        if (!takesNew && progress.cards.isEmpty()) {
            continue;
        }
        addCards(cards, skill, progress, takesNew, at, now);
    }
    return cards;
}

learning::RecallSettings RecallDesk::settings() const
{
    learning::RecallSettings settings;
    settings.retention = m_workspace.progress().recallOptions().retention;
    return settings;
}

int RecallDesk::introducedOnDayOf(qint64 moment) const
{
    constexpr qint64 farAway = 3 * 86'400'000; // whatever the places
    const QDate day = learning::learningDay(moment, m_workspace.zone());
    int count = 0;
    for (const SkillProgress& skill : m_workspace.progress().skills()) {
        for (auto card = skill.cards.cbegin(); card != skill.cards.cend(); ++card) {
            if (card->introduced == 0 || card->introduced < moment - farAway || card->introduced > moment + farAway) {
                continue;
            }
            count += dayOfIntroduction(*card, skill.recalls.value(card.key()), m_workspace.zone()) == day ? 1 : 0;
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
    limits.introducedToday = introducedOnDayOf(m_workspace.now());

    const qint64 now = m_workspace.now();
    std::vector<const domain::Recall*> recalls = newestRecalls(m_workspace.progress(), now);
    const auto count = static_cast<std::ptrdiff_t>(std::min(recalls.size(), paceOver));
    if (count == 0) {
        return limits;
    }
    std::nth_element(recalls.begin(), recalls.begin() + (count - 1), recalls.end(), [now](const auto* a, const auto* b) {
        return std::tuple(-learning::placeInTime(a->at, now), a->milliseconds)
            < std::tuple(-learning::placeInTime(b->at, now), b->milliseconds);
    });
    std::vector<double> newest;
    std::transform(recalls.begin(), recalls.begin() + count, std::back_inserter(newest),
        [](const auto* recall) { return std::min(recall->milliseconds / 1000.0, longestSeconds); });
    const auto middle = newest.begin() + count / 2;
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
    const learning::SessionLimits limits = this->limits({});
    const learning::RecallSession session = learning::recallSession(all, limits, m_workspace.now(), m_workspace.zone());
    RecallDue due;
    due.due = session.due;
    due.asked = static_cast<int>(session.cards.size());
    due.left = session.left;
    due.fresh = static_cast<int>(std::count_if(session.cards.begin(), session.cards.end(),
        [&all](int card) { return all[static_cast<std::size_t>(card)].schedule.phase == CardSchedule::Phase::New; }));
    due.minutes = static_cast<int>(std::ceil(due.asked * limits.secondsPerCard / 60));
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
    return learning::preview(
        card.state.schedule, m_workspace.now(), m_workspace.zone(), settings(), learning::seedOf(card.skill, card.card));
}

domain::Result<domain::Edit> RecallDesk::graded(const AskedCard& card, Grade grade, int milliseconds) const
{
    const domain::EditContext context = m_workspace.context();
    const QTimeZone& zone = m_workspace.zone();
    const CardSchedule after
        = learning::graded(card.state.schedule, grade, context.now, zone, settings(), learning::seedOf(card.skill, card.card));
    learning::LearningDays days(zone);
    domain::Recall recall;
    recall.grade = grade;
    recall.after = after.memory.value_or(domain::Memory {});
    recall.elapsedDays = learning::elapsedDays(card.state.schedule, days.of(context.now), days);
    recall.algorithm = learning::fsrsAlgorithm.toString();
    recall.weights = learning::defaultWeights.toString();
    recall.retention = settings().retention;
    recall.milliseconds = milliseconds;
    recall.offset = domain::offsetMinutes(context.now, zone);
    return domain::recallCard(context, card.skill, card.card, recall, after);
}

} // namespace waymark::session
