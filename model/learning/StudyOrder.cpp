// SPDX-License-Identifier: GPL-3.0-or-later
#include <learning/StudyOrder.h>

#include <algorithm>

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

class Orderer
{
public:
    Orderer(const Roadmap& roadmap, const Progress& progress, const std::vector<SkillState>& states, const std::vector<int>& way)
        : m_roadmap(roadmap)
        , m_progress(progress)
        , m_states(states)
        , m_isOpen(at(roadmap.size()), 0)
        , m_before(at(roadmap.size()))
        , m_value(chainHours(roadmap, way, states))
    {
        for (const int index : way) {
            m_isOpen[at(index)] = isReached(states[at(index)]) ? 0 : 1;
            m_open += m_isOpen[at(index)];
        }
    }

    WishFate take(const Wish& wish)
    {
        if (!isOpen(wish.skill) || !isOpen(wish.other) || wish.skill == wish.other) {
            return WishFate::Past;
        }
        const int first = wish.isAfter ? wish.other : wish.skill;
        const int second = wish.isAfter ? wish.skill : wish.other;
        if (leadsTo(second, first, false)) {
            return WishFate::Needed;
        }
        if (leadsTo(second, first, true)) {
            return WishFate::Overruled;
        }
        m_before[at(second)].push_back(first);
        if (!wish.isAfter) {
            m_raised.push_back(wish);
        }
        return WishFate::Kept;
    }

    std::vector<int> order()
    {
        raiseWished();
        std::vector<int> order;
        while (order.size() < at(m_open)) {
            const std::vector<int> ready = readySkills();
            if (ready.empty()) {
                break;
            }
            order.push_back(next(ready, order));
            m_isOpen[at(order.back())] = 0;
        }
        return order;
    }

private:
    [[nodiscard]] bool isOpen(int index) const { return index >= 0 && index < m_roadmap.size() && m_isOpen[at(index)] != 0; }

    /// Whether `to` comes after `from`, by prerequisites alone or by kept wishes as well.
    [[nodiscard]] bool leadsTo(int from, int to, bool withWishes) const
    {
        std::vector<char> seen(m_isOpen.size(), 0);
        std::vector<int> stack { to };
        while (!stack.empty()) {
            const int node = stack.back();
            stack.pop_back();
            if (node == from) {
                return true;
            }
            if (seen[at(node)] != 0) {
                continue;
            }
            seen[at(node)] = 1;
            for (const Roadmap::Edge& edge : m_roadmap.into(node)) {
                if (isOpen(edge.from)) {
                    stack.push_back(edge.from);
                }
            }
            if (withWishes) {
                stack.insert(stack.end(), m_before[at(node)].begin(), m_before[at(node)].end());
            }
        }
        return false;
    }

    /// The wished skill and what it needs are worth as much as the one that they come before. Later wishes may raise what an earlier one
    /// looked at, so this goes on until nothing changes; values only rise, to one of those that there are.
    void raiseWished()
    {
        bool hasChanged = true;
        while (hasChanged) {
            hasChanged = false;
            for (const Wish& wish : m_raised) {
                const double value = m_value[at(wish.other)];
                std::vector<int> behind = m_roadmap.ancestors(wish.skill);
                behind.push_back(wish.skill);
                for (const int index : behind) {
                    if (isOpen(index) && m_value[at(index)] < value) {
                        m_value[at(index)] = value;
                        hasChanged = true;
                    }
                }
            }
        }
    }

    [[nodiscard]] bool isReady(int index) const
    {
        const auto& wished = m_before[at(index)];
        return std::none_of(wished.begin(), wished.end(), [this](int other) { return isOpen(other); })
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
            } else if (edge.group >= 0 && (isReached(m_states[at(edge.from)]) || isPlaced(edge.from))) {
                met.push_back(edge.group);
            }
        }
        return std::all_of(
            waiting.begin(), waiting.end(), [&met](int group) { return std::find(met.begin(), met.end(), group) != met.end(); });
    }

    [[nodiscard]] bool isPlaced(int index) const { return std::find(m_placed.begin(), m_placed.end(), index) != m_placed.end(); }

    [[nodiscard]] std::vector<int> readySkills() const
    {
        std::vector<int> ready;
        for (int i = 0; i < m_roadmap.size(); ++i) {
            if (isOpen(i) && isReady(i)) {
                ready.push_back(i);
            }
        }
        return ready;
    }

    [[nodiscard]] int next(const std::vector<int>& ready, const std::vector<int>& order)
    {
        const int chosen = chosenOf(ready, order);
        m_placed.push_back(chosen);
        return chosen;
    }

    [[nodiscard]] int chosenOf(const std::vector<int>& ready, const std::vector<int>& order) const
    {
        std::optional<int> begun;
        for (const int index : ready) {
            const bool isBegun = m_states[at(index)] == SkillState::Learning;
            if (isBegun && (!begun || touched(index) > touched(*begun))) {
                begun = index;
            }
        }
        if (begun) {
            return *begun;
        }
        const auto shorter = [this](int a, int b) { return m_value[at(a)] < m_value[at(b)]; };
        const int longest = *std::max_element(ready.begin(), ready.end(), shorter);
        if (!isRunOf(order, m_roadmap.skill(longest).area)) {
            return longest;
        }
        std::vector<int> others;
        std::copy_if(ready.begin(), ready.end(), std::back_inserter(others), [&](int index) {
            return m_roadmap.skill(index).area != m_roadmap.skill(longest).area
                && m_value[at(index)] >= varietyShare * m_value[at(longest)];
        });
        return others.empty() ? longest : *std::max_element(others.begin(), others.end(), shorter);
    }

    [[nodiscard]] bool isRunOf(const std::vector<int>& order, const QString& area) const
    {
        return order.size() >= sameAreaRun
            && std::all_of(order.end() - sameAreaRun, order.end(), [&](int index) { return m_roadmap.skill(index).area == area; });
    }

    [[nodiscard]] qint64 touched(int index) const { return lastTouched(m_progress.skill(m_roadmap.skill(index).id)); }

    const Roadmap& m_roadmap;
    const Progress& m_progress;
    const std::vector<SkillState>& m_states;
    std::vector<char> m_isOpen; ///< on the way, not reached and not placed yet
    std::vector<std::vector<int>> m_before; ///< by skill: those that a wish puts in front of it
    std::vector<double> m_value; ///< hours of the chain ahead
    std::vector<Wish> m_raised; ///< the wishes that are kept and bring their skill forward
    std::vector<int> m_placed;
    int m_open = 0;
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

qint64 lastTouched(const domain::SkillProgress& progress)
{
    qint64 latest = progress.mark ? progress.mark->at : 0;
    for (const domain::ItemProgress& item : progress.items) {
        latest = std::max(latest, item.mark ? item.mark->at : 0);
    }
    return latest;
}

StudyOrder studyOrder(const Roadmap& roadmap, const Progress& progress, const std::vector<SkillState>& states, const std::vector<int>& way,
    const std::vector<Wish>& wishes)
{
    Orderer orderer(roadmap, progress, states, way);
    StudyOrder result;
    result.wishes.resize(wishes.size());
    for (std::size_t i = wishes.size(); i-- > 0;) {
        result.wishes[i] = orderer.take(wishes[i]);
    }
    result.skills = orderer.order();
    return result;
}

} // namespace waymark::learning
