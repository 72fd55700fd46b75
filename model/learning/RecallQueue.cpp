// SPDX-License-Identifier: GPL-3.0-or-later
#include <learning/RecallQueue.h>

#include <QHash>
#include <QSet>

#include <algorithm>
#include <cmath>
#include <queue>
#include <tuple>

namespace waymark::learning {

using Phase = CardSchedule::Phase;

namespace {

constexpr qint64 msecsPerDay = 86'400'000;

std::size_t at(int index)
{
    return static_cast<std::size_t>(index);
}

bool isOnShortSteps(const CardSchedule& schedule)
{
    return schedule.phase == Phase::Learning || schedule.phase == Phase::Relearning;
}

/// Picks the cards of a session or a plan, each kind in its order.
class CardPicker
{
public:
    CardPicker(const std::vector<QueueCard>& cards, qint64 now, const QTimeZone& zone)
        : m_cards(cards)
        , m_now(now)
        , m_days(zone)
        , m_today(m_days.of(now))
    {
    }

    [[nodiscard]] QDate today() const { return m_today; }

    [[nodiscard]] std::vector<int> dueSteps() const
    {
        std::vector<int> due
            = indicesWhere([this](const QueueCard& card) { return isOnShortSteps(card.schedule) && isDue(card.schedule, m_now); });
        std::sort(due.begin(), due.end(), [this](int a, int b) {
            const QueueCard& first = m_cards[at(a)];
            const QueueCard& second = m_cards[at(b)];
            return std::tie(first.schedule.due, first.card, first.skill) < std::tie(second.schedule.due, second.card, second.skill);
        });
        return due;
    }

    /// Lowest chance of recall first. The chance falls with elapsed days over stability, whatever the weights, and that is quicker told.
    [[nodiscard]] std::vector<int> dueReviews()
    {
        struct Due
        {
            double age = 0; ///< elapsed days over stability
            qint64 due = 0;
            int index = 0;
        };
        std::vector<Due> reviews;
        for (std::size_t i = 0; i < m_cards.size(); ++i) {
            const CardSchedule& schedule = m_cards[i].schedule;
            if (schedule.phase == Phase::Review && isDue(schedule, m_now)) {
                const double known = schedule.memory ? schedule.memory->stability : lowestStability;
                const double stability = std::min(std::max(lowestStability, known), highestStability);
                reviews.push_back({ elapsedDays(schedule, m_today, m_days) / stability, schedule.due, static_cast<int>(i) });
            }
        }
        std::sort(reviews.begin(), reviews.end(), [this](const Due& a, const Due& b) {
            const QueueCard& first = m_cards[at(a.index)];
            const QueueCard& second = m_cards[at(b.index)];
            return std::tie(b.age, a.due, first.card, first.skill) < std::tie(a.age, b.due, second.card, second.skill);
        });
        std::vector<int> indices;
        indices.reserve(reviews.size());
        std::transform(reviews.begin(), reviews.end(), std::back_inserter(indices), [](const Due& due) { return due.index; });
        return indices;
    }

    [[nodiscard]] std::vector<int> newCards(const SessionLimits& limits)
    {
        std::vector<int> fresh = indicesWhere([](const QueueCard& card) { return card.schedule.phase == Phase::New; });
        const qint64 introduced = limits.introducedToday ? *limits.introducedToday : introducedToday();
        const auto free = std::clamp<qint64>(limits.newPerDay - introduced, 0, static_cast<qint64>(fresh.size()));
        std::partial_sort(fresh.begin(), fresh.begin() + free, fresh.end(), [this](int a, int b) {
            const QueueCard& first = m_cards[at(a)];
            const QueueCard& second = m_cards[at(b)];
            return std::tie(first.place, first.card, first.skill) < std::tie(second.place, second.card, second.skill);
        });
        fresh.resize(static_cast<std::size_t>(free));
        return fresh;
    }

    /// The first review of each group of siblings, and none of a group that had a recall today or has a short step due.
    [[nodiscard]] std::vector<int> withoutSiblings(const std::vector<int>& reviews)
    {
        const std::vector<quint32> skills = skillNumbers();
        const auto siblings = [&](std::size_t card) {
            return static_cast<quint64>(m_days.of(m_cards[card].introduced).toJulianDay()) << 32U | skills[card];
        };
        QSet<quint64> asked;
        for (std::size_t i = 0; i < m_cards.size(); ++i) {
            const CardSchedule& schedule = m_cards[i].schedule;
            if (isToday(schedule.last) || (isOnShortSteps(schedule) && isDue(schedule, m_now))) {
                asked.insert(siblings(i));
            }
        }
        std::vector<int> kept;
        kept.reserve(reviews.size());
        for (const int index : reviews) {
            if (m_cards[at(index)].introduced != 0) {
                const auto before = asked.size();
                asked.insert(siblings(at(index)));
                if (asked.size() == before) {
                    continue;
                }
            }
            kept.push_back(index);
        }
        return kept;
    }

private:
    /// A number for the skill of each card: there are many cards to a skill, and texts are slow to compare.
    [[nodiscard]] std::vector<quint32> skillNumbers() const
    {
        QHash<QStringView, quint32> known;
        std::vector<quint32> numbers;
        numbers.reserve(m_cards.size());
        for (std::size_t i = 0; i < m_cards.size(); ++i) {
            const QString& skill = m_cards[i].skill;
            if (i > 0 && skill == m_cards[i - 1].skill) {
                numbers.push_back(numbers.back());
                continue;
            }
            const auto found = known.constFind(skill);
            const quint32 number = found == known.cend() ? static_cast<quint32>(known.size()) : *found;
            known.insert(skill, number);
            numbers.push_back(number);
        }
        return numbers;
    }

    template <class Condition> [[nodiscard]] std::vector<int> indicesWhere(Condition holds) const
    {
        std::vector<int> indices;
        for (std::size_t i = 0; i < m_cards.size(); ++i) {
            if (holds(m_cards[i])) {
                indices.push_back(static_cast<int>(i));
            }
        }
        return indices;
    }

    [[nodiscard]] qint64 introducedToday()
    {
        return std::count_if(m_cards.begin(), m_cards.end(), [this](const QueueCard& card) { return isToday(card.introduced); });
    }

    [[nodiscard]] bool isToday(qint64 moment)
    {
        const bool isNear = moment > m_now - 2 * msecsPerDay && moment < m_now + 2 * msecsPerDay;
        return isNear && m_days.of(moment) == m_today;
    }

    const std::vector<QueueCard>& m_cards;
    qint64 m_now;
    LearningDays m_days;
    QDate m_today;
};

std::size_t roomFor(const SessionLimits& limits)
{
    if (limits.minutes <= 0) {
        return 0;
    }
    const double seconds = limits.secondsPerCard > 1 ? std::min(limits.secondsPerCard, 3600.0) : 1;
    return static_cast<std::size_t>(std::max(1.0, std::floor(limits.minutes * 60.0 / seconds)));
}

/// The fresh cards spread evenly among the others.
std::vector<int> interleaved(const std::vector<int>& others, const std::vector<int>& fresh)
{
    const std::size_t total = others.size() + fresh.size();
    std::vector<int> all;
    all.reserve(total);
    std::size_t taken = 0;
    for (std::size_t i = 0; i < total; ++i) {
        if (taken < fresh.size() && i == (2 * taken + 1) * total / (2 * fresh.size())) {
            all.push_back(fresh[taken++]);
        } else {
            all.push_back(others[i - taken]);
        }
    }
    return all;
}

/// Orders cards anew so that no two of one skill follow each other where that can be, and as few as can be elsewhere. Each time it takes
/// the earliest of another skill than the last, unless a skill has so many left that it must come now.
class SkillsApart
{
public:
    SkillsApart(const std::vector<QueueCard>& cards, std::vector<int> order)
        : m_order(std::move(order))
    {
        QHash<QString, std::size_t> numbers;
        for (std::size_t i = 0; i < m_order.size(); ++i) {
            const QString& skillOf = cards[at(m_order[i])].skill;
            const auto known = numbers.constFind(skillOf);
            const std::size_t skill = known == numbers.cend() ? m_places.size() : *known;
            if (known == numbers.cend()) {
                numbers.insert(skillOf, skill);
                m_places.emplace_back();
            }
            m_places[skill].push_back(i);
        }
        m_next.resize(m_places.size());
        for (std::size_t skill = 0; skill < m_places.size(); ++skill) {
            m_fullest.push({ left(skill), skill });
            m_earliest.push({ m_places[skill].front(), skill });
        }
    }

    [[nodiscard]] std::vector<int> ordered()
    {
        std::vector<int> all;
        all.reserve(m_order.size());
        std::size_t last = m_places.size();
        while (all.size() < m_order.size()) {
            const std::size_t must = fullest(m_order.size() - all.size());
            const std::size_t skill = must < m_places.size() && must != last ? must : earliestOr(last);
            all.push_back(m_order[m_places[skill][m_next[skill]++]]);
            if (last < m_places.size() && last != skill && left(last) > 0) {
                m_earliest.push({ m_places[last][m_next[last]], last });
            }
            last = skill;
        }
        return all;
    }

private:
    using Entry = std::pair<std::size_t, std::size_t>; ///< a number and the skill that had it; outdated when it has it no more

    [[nodiscard]] std::size_t left(std::size_t skill) const { return m_places[skill].size() - m_next[skill]; }

    /// The skill that has more than half of the `cards` that are left; one past the last where none has.
    [[nodiscard]] std::size_t fullest(std::size_t cards)
    {
        while (m_fullest.top().first != left(m_fullest.top().second)) {
            const std::size_t skill = m_fullest.top().second;
            m_fullest.pop();
            m_fullest.push({ left(skill), skill });
        }
        return m_fullest.top().first > cards / 2 ? m_fullest.top().second : m_places.size();
    }

    /// The skill whose next card is the earliest; `last`, which is never among the entries, where it is the only one left.
    [[nodiscard]] std::size_t earliestOr(std::size_t last)
    {
        while (!m_earliest.empty()) {
            const auto [place, skill] = m_earliest.top();
            m_earliest.pop();
            if (left(skill) > 0 && m_places[skill][m_next[skill]] == place) {
                return skill;
            }
        }
        return last;
    }

    std::vector<int> m_order;
    std::vector<std::vector<std::size_t>> m_places; ///< in the order, by skill
    std::vector<std::size_t> m_next; ///< into m_places, by skill
    std::priority_queue<Entry> m_fullest; ///< cards left
    std::priority_queue<Entry, std::vector<Entry>, std::greater<>> m_earliest; ///< next place
};

} // namespace

bool isPutOff(qint64 until, qint64 now)
{
    return until > now && until <= now + domain::mostDaysPutOff * msecsPerDay;
}

RecallSession recallSession(const std::vector<QueueCard>& cards, const SessionLimits& limits, qint64 now, const QTimeZone& zone)
{
    CardPicker picker(cards, now, zone);
    const std::size_t room = roomFor(limits);
    std::vector<int> recalls = picker.dueSteps();
    const std::vector<int> reviews = picker.dueReviews();
    const std::vector<int> apart = picker.withoutSiblings(reviews);

    RecallSession session;
    session.due = static_cast<int>(recalls.size() + reviews.size());
    session.putOff = static_cast<int>(reviews.size() - apart.size());
    recalls.insert(recalls.end(), apart.begin(), apart.end());
    session.left = static_cast<int>(recalls.size() - std::min(recalls.size(), room));
    recalls.resize(std::min(recalls.size(), room));

    std::vector<int> fresh = picker.newCards(limits);
    fresh.resize(std::min(fresh.size(), room - recalls.size()));
    session.cards = SkillsApart(cards, interleaved(recalls, fresh)).ordered();
    return session;
}

std::vector<QDate> spreadOver(const std::vector<QueueCard>& cards, int days, qint64 now, const QTimeZone& zone)
{
    CardPicker picker(cards, now, zone);
    const std::vector<int> due = picker.dueReviews();
    const auto parts = static_cast<std::size_t>(std::max(days, 1));
    const std::size_t each = due.size() / parts;
    const std::size_t longer = due.size() % parts; // so many days at the front have one more
    std::vector<QDate> dates(cards.size());
    for (std::size_t i = 0; i < due.size(); ++i) {
        const std::size_t inLonger = longer * (each + 1);
        const std::size_t day = i < inLonger ? i / (each + 1) : longer + (i - inLonger) / each;
        dates[at(due[i])] = picker.today().addDays(static_cast<qint64>(day));
    }
    return dates;
}

} // namespace waymark::learning
