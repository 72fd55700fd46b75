// SPDX-License-Identifier: GPL-3.0-or-later
#include <learning/StudyOrder.h>

#include <learning/LearningDays.h>

#include <algorithm>
#include <limits>
#include <map>
#include <set>
#include <tuple>

namespace waymark::learning {

using domain::Progress;
using domain::Roadmap;

namespace {

constexpr std::size_t sameAreaRun = 2; ///< skills of one area in a row, after which another one is looked for
constexpr double varietyShare = 0.5; ///< of the longest chain, that another area must have

std::size_t at(int index)
{
    return static_cast<std::size_t>(index);
}

/// What is open on a way, and what of it may come next: what is begun, and what has all that it needs, as skillStates() has it; both after
/// what a wish puts in front of them.
class Opening
{
public:
    Opening(const Roadmap& roadmap, const std::vector<SkillState>& states, const std::vector<int>& way)
        : m_roadmap(roadmap)
        , m_states(states)
        , m_standing(at(roadmap.size()), Standing::Away)
        , m_before(at(roadmap.size()))
        , m_after(at(roadmap.size()))
    {
        for (const int index : way) {
            m_standing[at(index)] = isReached(states[at(index)]) ? Standing::Away : Standing::Open;
        }
    }

    [[nodiscard]] bool isOpen(int index) const { return index >= 0 && index < m_roadmap.size() && m_standing[at(index)] == Standing::Open; }

    void putBefore(int second, int first)
    {
        m_before[at(second)].push_back(first);
        m_after[at(first)].push_back(second);
    }

    [[nodiscard]] std::vector<int> ready() const
    {
        std::vector<int> ready;
        for (int i = 0; i < m_roadmap.size(); ++i) {
            if (isReady(i)) {
                ready.push_back(i);
            }
        }
        return ready;
    }

    /// It is open no longer. What is ready of that which comes right after it: nothing else can have become so.
    std::vector<int> place(int index)
    {
        m_standing[at(index)] = Standing::Placed;
        std::vector<int> ready;
        const auto look = [&](int other) {
            if (isReady(other)) {
                ready.push_back(other);
            }
        };
        for (const Roadmap::Edge& edge : m_roadmap.outOf(index)) {
            look(edge.to);
        }
        std::for_each(m_after[at(index)].begin(), m_after[at(index)].end(), look);
        return ready;
    }

private:
    enum class Standing : char { Away, Open, Placed }; ///< away: reached, or off the way

    [[nodiscard]] bool isReady(int index) const
    {
        const auto& wished = m_before[at(index)];
        return isOpen(index) && std::none_of(wished.begin(), wished.end(), [this](int other) { return isOpen(other); })
            && (m_states[at(index)] == SkillState::Learning || hasAllItNeeds(index));
    }

    [[nodiscard]] bool hasAllItNeeds(int index) const
    {
        std::vector<int> waiting;
        std::vector<int> met;
        for (const Roadmap::Edge& edge : m_roadmap.into(index)) {
            if (edge.group < 0 && isOpen(edge.from)) {
                return false;
            }
            if (edge.group >= 0 && isOpen(edge.from)) {
                waiting.push_back(edge.group);
            } else if (edge.group >= 0 && (isReached(m_states[at(edge.from)]) || m_standing[at(edge.from)] == Standing::Placed)) {
                met.push_back(edge.group);
            }
        }
        return std::all_of(
            waiting.begin(), waiting.end(), [&met](int group) { return std::find(met.begin(), met.end(), group) != met.end(); });
    }

    const Roadmap& m_roadmap;
    const std::vector<SkillState>& m_states;
    std::vector<Standing> m_standing;
    std::vector<std::vector<int>> m_before; ///< by skill: those that a wish puts in front of it
    std::vector<std::vector<int>> m_after; ///< the same from the other end
};

/// Whether `first` can be studied without `second`: all that can come before `second` is placed until `first` is among it. So of a choice
/// group each member is enough that is reached or can come before `second` itself.
bool canComeBefore(Opening opening, int first, int second)
{
    std::vector<int> ready = opening.ready();
    while (!ready.empty()) {
        const int next = ready.back();
        ready.pop_back();
        if (next == first) {
            return true;
        }
        if (next != second && opening.isOpen(next)) {
            const std::vector<int> opened = opening.place(next);
            ready.insert(ready.end(), opened.begin(), opened.end());
        }
    }
    return false;
}

/// By what ready skills are put in order: begun ones first, the last touched of them; then the longest chain ahead; then as in the course.
struct Rank
{
    bool isBegun = false;
    qint64 touched = 0; ///< of a begun one
    double value = 0; ///< of another one: hours of the chain ahead
    int index = 0;

    bool operator<(const Rank& other) const
    {
        return std::tie(other.isBegun, other.touched, other.value, index) < std::tie(isBegun, touched, value, other.index);
    }
};

/// The ready skills of each area in their order, so that the next one is found without looking at them all.
class ReadySkills
{
public:
    [[nodiscard]] bool isEmpty() const { return m_areas.empty(); }
    void insert(const QString& area, const Rank& rank) { m_areas[area].insert(rank); }

    /// The first of all is taken out, or after a run of its area the first of another one, where that has enough ahead.
    int take(const std::optional<QString>& areaOfRun)
    {
        auto chosen = firstBut({});
        const Rank first = *chosen->second.begin();
        if (!first.isBegun && chosen->first == areaOfRun) {
            const auto other = firstBut(areaOfRun);
            if (other != m_areas.end() && other->second.begin()->value >= varietyShare * first.value) {
                chosen = other;
            }
        }
        const int index = chosen->second.begin()->index;
        chosen->second.erase(chosen->second.begin());
        if (chosen->second.empty()) {
            m_areas.erase(chosen);
        }
        return index;
    }

private:
    using Areas = std::map<QString, std::set<Rank>>;

    /// The area with the first of all skills that are not in `area`.
    Areas::iterator firstBut(const std::optional<QString>& area)
    {
        auto first = m_areas.end();
        for (auto each = m_areas.begin(); each != m_areas.end(); ++each) {
            if (each->first != area && (first == m_areas.end() || *each->second.begin() < *first->second.begin())) {
                first = each;
            }
        }
        return first;
    }

    Areas m_areas; ///< none is empty
};

class Orderer
{
public:
    Orderer(
        const Roadmap& roadmap, const Progress& progress, const std::vector<SkillState>& states, const std::vector<int>& way, qint64 now)
        : m_roadmap(roadmap)
        , m_progress(progress)
        , m_states(states)
        , m_now(now)
        , m_unwished(roadmap, states, way)
        , m_opening(m_unwished)
        , m_value(chainHours(roadmap, way, states))
    {
    }

    WishFate take(const Wish& wish)
    {
        if (!m_opening.isOpen(wish.skill) || !m_opening.isOpen(wish.other) || wish.skill == wish.other) {
            return WishFate::Past;
        }
        const int first = wish.isAfter ? wish.other : wish.skill;
        const int second = wish.isAfter ? wish.skill : wish.other;
        if (!canComeBefore(m_opening, first, second)) {
            return canComeBefore(m_unwished, first, second) ? WishFate::Overruled : WishFate::Needed;
        }
        m_opening.putBefore(second, first);
        if (!wish.isAfter) {
            m_raised.push_back(wish);
        }
        return WishFate::Kept;
    }

    /// All but the one that is held, and what cannot come before that.
    std::vector<int> order(std::optional<int> held)
    {
        raiseWished();
        ReadySkills ready;
        const auto admit = [&](const std::vector<int>& skills) {
            for (const int index : skills) {
                if (index != held) {
                    ready.insert(m_roadmap.skill(index).area, rankOf(index));
                }
            }
        };
        admit(m_opening.ready());
        std::vector<int> order;
        while (!ready.isEmpty()) {
            order.push_back(ready.take(areaOfRun(order)));
            admit(m_opening.place(order.back()));
        }
        return order;
    }

private:
    /// The wished skill and what it needs are worth as much as the one that they come before. Later wishes may raise what an earlier one
    /// looked at, so this goes on until nothing changes; values only rise, to one of those that there are.
    void raiseWished()
    {
        bool hasChanged = true;
        while (hasChanged) {
            hasChanged = false;
            for (const Wish& wish : m_raised) {
                const double value = m_value[at(wish.other)];
                for (const int index : neededFor(wish.skill)) {
                    hasChanged = hasChanged || m_value[at(index)] < value;
                    m_value[at(index)] = std::max(m_value[at(index)], value);
                }
            }
        }
    }

    /// The skill, and of what is open all that it needs.
    [[nodiscard]] std::vector<int> neededFor(int skill) const
    {
        std::vector<char> isSeen(m_value.size(), 0);
        std::vector<int> needed { skill };
        for (std::size_t i = 0; i < needed.size(); ++i) {
            for (const Roadmap::Edge& edge : m_roadmap.into(needed[i])) {
                if (isSeen[at(edge.from)] == 0 && m_opening.isOpen(edge.from) && isWanted(edge)) {
                    isSeen[at(edge.from)] = 1;
                    needed.push_back(edge.from);
                }
            }
        }
        return needed;
    }

    /// Of a choice group one member is wanted, that which is worth most and so comes first; none where one is reached.
    [[nodiscard]] bool isWanted(const Roadmap::Edge& edge) const
    {
        const auto& others = m_roadmap.into(edge.to);
        return edge.group < 0 || std::none_of(others.begin(), others.end(), [&](const Roadmap::Edge& other) {
            const bool isEarlier = std::pair(-m_value[at(other.from)], other.from) < std::pair(-m_value[at(edge.from)], edge.from);
            return other.group == edge.group && (isReached(m_states[at(other.from)]) || (m_opening.isOpen(other.from) && isEarlier));
        });
    }

    [[nodiscard]] Rank rankOf(int index) const
    {
        if (m_states[at(index)] == SkillState::Learning) {
            return { true, lastTouched(m_progress.skill(m_roadmap.skill(index).id), m_now), 0, index };
        }
        return { false, 0, m_value[at(index)], index };
    }

    /// Of the skills that came last, where there were enough of them in one area.
    [[nodiscard]] std::optional<QString> areaOfRun(const std::vector<int>& order) const
    {
        if (order.size() < sameAreaRun) {
            return std::nullopt;
        }
        const QString& area = m_roadmap.skill(order.back()).area;
        const bool isRun
            = std::all_of(order.end() - sameAreaRun, order.end(), [&](int index) { return m_roadmap.skill(index).area == area; });
        return isRun ? std::optional(area) : std::nullopt;
    }

    const Roadmap& m_roadmap;
    const Progress& m_progress;
    const std::vector<SkillState>& m_states;
    qint64 m_now;
    Opening m_unwished; ///< as it is without any wish
    Opening m_opening;
    std::vector<double> m_value; ///< hours of the chain ahead
    std::vector<Wish> m_raised; ///< the wishes that are kept and bring their skill forward
};

} // namespace

std::vector<double> chainHours(const Roadmap& roadmap, const std::vector<int>& way, const std::vector<SkillState>& states)
{
    std::vector<char> isOnWay(at(roadmap.size()), 0);
    for (const int index : way) {
        isOnWay[at(index)] = 1;
    }
    std::vector<double> hours(at(roadmap.size()), 0);
    const std::vector<int>& order = roadmap.topologicalOrder();
    for (auto node = order.rbegin(); node != order.rend(); ++node) {
        double ahead = 0;
        for (const Roadmap::Edge& edge : roadmap.outOf(*node)) {
            if (isOnWay[at(edge.to)] != 0) {
                ahead = std::max(ahead, hours[at(edge.to)]);
            }
        }
        hours[at(*node)] = ahead + (isReached(states[at(*node)]) ? 0 : roadmap.skill(*node).hours);
    }
    return hours;
}

qint64 lastTouched(const domain::SkillProgress& progress, qint64 now)
{
    constexpr qint64 never = std::numeric_limits<qint64>::min();
    qint64 latest = progress.mark ? placeInTime(progress.mark->at, now) : never;
    for (const domain::ItemProgress& item : progress.items) {
        latest = std::max(latest, item.mark ? placeInTime(item.mark->at, now) : never);
    }
    return latest;
}

std::vector<Wish> wishesIn(const Roadmap& roadmap, const Progress& progress)
{
    const auto& all = progress.orderWishes();
    std::vector<std::pair<qint64, QString>> byTime;
    for (auto wish = all.cbegin(); wish != all.cend(); ++wish) {
        byTime.emplace_back(wish->at, wish.key());
    }
    std::sort(byTime.begin(), byTime.end());
    std::vector<Wish> wishes;
    for (const auto& [time, skill] : byTime) {
        const domain::OrderWish made = all.value(skill);
        const Wish wish { roadmap.indexOf(skill), roadmap.indexOf(made.other()), made.isAfter() };
        if (wish.skill >= 0 && wish.other >= 0) {
            wishes.push_back(wish);
        }
    }
    return wishes;
}

StudyOrder studyOrder(const Roadmap& roadmap, const Progress& progress, const std::vector<SkillState>& states, const OrderSource& source,
    const Moment& moment)
{
    Orderer orderer(roadmap, progress, states, source.way, moment.now);
    StudyOrder result;
    result.wishes.resize(source.wishes.size());
    for (std::size_t i = source.wishes.size(); i-- > 0;) {
        result.wishes[i] = orderer.take(source.wishes[i]);
    }
    result.skills = orderer.order(source.held);
    return result;
}

} // namespace waymark::learning
