// SPDX-License-Identifier: GPL-3.0-or-later
#include <learning/KnowledgePrior.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

namespace waymark::learning {

using domain::Roadmap;

namespace {

// The prior. Places run from 0 to 1; the levels reach a little beyond both ends, so that knowing nothing and knowing all are likely.
constexpr int levels = 15;
constexpr double firstLevel = -0.2;
constexpr double levelStep = 0.1;
constexpr int areaReach = 2; ///< steps of an area level below and above the learner's own
constexpr int areaLevelCount = levels + 2 * areaReach;
using AreaWeights = std::array<double, 2 * areaReach + 1>;
constexpr AreaWeights areaWeights { 0.1, 0.2, 0.4, 0.2, 0.1 };
constexpr double steepness = 8; ///< of the logistic curve; 0.1 ahead of a skill's place is a chance of 0.69
constexpr double surprise = 0.01; ///< of knowing what lies far ahead, and of a gap far behind
constexpr double secondChoice = 0.15; ///< of a further member of a choice group against the first

std::size_t at(int index)
{
    return static_cast<std::size_t>(index);
}

/// Products of many chances would vanish; what counts is how the weights stand to one another.
void keepFromVanishing(std::span<double> weights)
{
    constexpr double small = 1e-100;
    const double largest = *std::ranges::max_element(weights);
    if (largest < small) {
        std::ranges::transform(weights, weights.begin(), [largest](double weight) { return weight / largest; });
    }
}

/// An index drawn by weights, of which one is greater than 0.
std::size_t drawn(std::span<const double> weights, Dice& dice)
{
    double rest = dice.uniform() * std::accumulate(weights.begin(), weights.end(), 0.0);
    std::size_t index = 0;
    while (index + 1 < weights.size() && rest >= weights[index]) {
        rest -= weights[index++];
    }
    return index;
}

/// For each key the share of all keys that is smaller, and half of those that are equal.
std::vector<double> sharesBefore(const std::vector<std::pair<int, int>>& keys)
{
    std::vector<std::pair<int, int>> ordered = keys;
    std::ranges::sort(ordered);
    std::vector<double> shares;
    for (const std::pair<int, int>& key : keys) {
        const auto [first, last] = std::equal_range(ordered.begin(), ordered.end(), key);
        const auto sum = (first - ordered.begin()) + (last - ordered.begin());
        shares.push_back(static_cast<double>(sum) / 2 / static_cast<double>(keys.size()));
    }
    return shares;
}

} // namespace

KnowledgePrior::KnowledgePrior(const Roadmap& roadmap)
    : m_order(roadmap.topologicalOrder())
    , m_members(roadmap.size())
{
    connect(roadmap);
    collectGroups(roadmap);
    setChances(roadmap);
}

void KnowledgePrior::connect(const Roadmap& roadmap)
{
    const auto& areas = roadmap.course().areas;
    m_areaCount = areas.size() + 1;
    m_nodes.resize(at(roadmap.size()));
    for (Node& node : m_nodes) {
        node.needs = SkillSet(roadmap.size());
        node.neededBy = SkillSet(roadmap.size());
    }
    for (int skill = 0; skill < roadmap.size(); ++skill) {
        Node& node = m_nodes[at(skill)];
        std::vector<int> groups;
        for (const Roadmap::Edge& edge : roadmap.into(skill)) {
            auto group = std::ranges::find(groups, edge.group);
            if (edge.group >= 0 && group == groups.end()) {
                group = groups.insert(group, edge.group);
                node.oneOf.emplace_back(roadmap.size());
            }
            (edge.group < 0 ? node.needs : node.oneOf[at(static_cast<int>(group - groups.begin()))]).add(edge.from);
            m_nodes[at(edge.from)].next.push_back(skill);
            if (edge.group < 0) {
                m_nodes[at(edge.from)].neededBy.add(skill);
            }
        }
        const auto area = std::ranges::find(areas, roadmap.skill(skill).area, &domain::Area::id);
        node.area = static_cast<std::size_t>(area - areas.begin());
    }
    for (Node& node : m_nodes) { // one that names a skill twice still follows it once
        node.next.erase(std::unique(node.next.begin(), node.next.end()), node.next.end());
    }
}

void KnowledgePrior::collectGroups(const Roadmap& roadmap)
{
    std::vector<SkillSet> behind(m_nodes.size(), SkillSet(size()));
    std::vector<int> rank(m_nodes.size(), 0);
    for (std::size_t i = 0; i < m_order.size(); ++i) {
        SkillSet& own = behind[at(m_order[i])];
        rank[at(m_order[i])] = static_cast<int>(i);
        m_nodes[at(m_order[i])].needs.forEach([&](int before) {
            own.add(before);
            own.addAll(behind[at(before)]);
        });
    }
    for (const domain::ChoiceGroup& choice : roadmap.course().choices) {
        std::vector<Member> members;
        for (const QString& id : choice.members) {
            if (const int skill = roadmap.indexOf(id); skill >= 0) {
                members.push_back({ skill, behind[at(skill)] });
                m_members.add(skill);
            }
        }
        if (!members.empty()) {
            m_groups.push_back(std::move(members));
        }
    }
    const auto firstRank = [&rank](const std::vector<Member>& group) {
        int first = rank[at(group.front().skill)];
        for (const Member& member : group) {
            first = std::min(first, rank[at(member.skill)]);
        }
        return first;
    };
    std::ranges::stable_sort(m_groups, {}, firstRank);
}

/// By the longest chain behind each skill; of a choice group the nearest member counts.
std::vector<int> KnowledgePrior::depths() const
{
    std::vector<int> depth(m_nodes.size(), 0);
    for (const int skill : m_order) {
        int own = 0;
        m_nodes[at(skill)].needs.forEach([&](int before) { own = std::max(own, depth[at(before)] + 1); });
        for (const SkillSet& group : m_nodes[at(skill)].oneOf) {
            int nearest = size();
            group.forEach([&](int before) { nearest = std::min(nearest, depth[at(before)] + 1); });
            own = std::max(own, nearest);
        }
        depth[at(skill)] = own;
    }
    return depth;
}

/// Depth alone knows nothing of the order that the course proposes, stages alone nothing of learners who came another way.
std::vector<double> KnowledgePrior::places(const Roadmap& roadmap) const
{
    std::vector<std::pair<int, int>> byDepth;
    std::vector<std::pair<int, int>> byStage;
    for (const int depth : depths()) {
        byStage.emplace_back(roadmap.eraOf(static_cast<int>(byStage.size())), depth);
        byDepth.emplace_back(0, depth);
    }
    std::vector<double> found = sharesBefore(byDepth);
    std::ranges::transform(found, sharesBefore(byStage), found.begin(), [](double depth, double stage) { return (depth + stage) / 2; });
    return found;
}

void KnowledgePrior::setChances(const Roadmap& roadmap)
{
    for (const double own : places(roadmap)) {
        for (const double factor : { 1.0, secondChoice }) {
            for (int level = 0; level < areaLevelCount; ++level) {
                const double ahead = firstLevel + levelStep * (level - areaReach) - own;
                const double likely = surprise + (1 - 2 * surprise) / (1 + std::exp(-steepness * ahead));
                m_chances.push_back(factor * likely);
            }
        }
    }
}

std::size_t KnowledgePrior::rowOf(int skill, bool second) const
{
    return (2 * at(skill) + (second ? 1 : 0)) * areaLevelCount;
}

double KnowledgePrior::chanceOf(const Learner& learner, int skill) const
{
    return m_chances[rowOf(skill, learner.second.has(skill)) + at(learner.areaLevels[m_nodes[at(skill)].area])];
}

bool KnowledgePrior::isReady(int skill, const SkillSet& known) const
{
    const Node& node = m_nodes[at(skill)];
    return known.hasAll(node.needs) && std::ranges::all_of(node.oneOf, [&known](const SkillSet& group) { return known.hasAny(group); });
}

SkillSet KnowledgePrior::readyWith(const SkillSet& known) const
{
    SkillSet found(size());
    for (int skill = 0; skill < size(); ++skill) {
        if (isReady(skill, known)) {
            found.add(skill);
        }
    }
    return found;
}

bool KnowledgePrior::isClosed(const SkillSet& known) const
{
    bool closed = true;
    known.forEach([&](int skill) { closed = closed && isReady(skill, known); });
    return closed;
}

void KnowledgePrior::close(SkillSet& known, std::span<const double> beliefs) const
{
    for (auto skill = m_order.rbegin(); skill != m_order.rend(); ++skill) {
        if (!known.has(*skill)) {
            continue;
        }
        const Node& node = m_nodes[at(*skill)];
        known.addAll(node.needs);
        for (const SkillSet& group : node.oneOf) {
            int likeliest = -1;
            group.forEach([&](int member) {
                if (likeliest < 0 || beliefs[at(member)] > beliefs[at(likeliest)]) {
                    likeliest = member;
                }
            });
            if (!known.hasAny(group)) {
                known.add(likeliest);
            }
        }
    }
}

/// Who takes Python first takes a framework of Python first: a member that needs a second choice of an earlier group is not a first one.
SkillSet KnowledgePrior::sampleSecond(Dice& dice) const
{
    SkillSet second(size());
    for (const std::vector<Member>& group : m_groups) {
        std::vector<int> open;
        for (const Member& member : group) {
            if (!second.has(member.skill) && !member.behind.hasAny(second)) {
                open.push_back(member.skill);
            }
        }
        const int first = open.empty() ? group[dice.below(group.size())].skill : open[dice.below(open.size())];
        for (const Member& member : group) {
            if (member.skill != first) {
                second.add(member.skill);
            }
        }
    }
    return second;
}

Learner KnowledgePrior::sample(Dice& dice) const
{
    Learner learner { SkillSet(size()), sampleSecond(dice), static_cast<int>(dice.below(levels)), {} };
    for (std::size_t area = 0; area < m_areaCount; ++area) {
        learner.areaLevels.push_back(learner.level + static_cast<int>(drawn(areaWeights, dice)));
    }
    for (const int skill : m_order) {
        if (isReady(skill, learner.known) && dice.isHit(chanceOf(learner, skill))) {
            learner.known.add(skill);
        }
    }
    return learner;
}

void KnowledgePrior::move(Learner& learner, std::span<const double> odds, Dice& dice) const
{
    SkillSet ready = readyWith(learner.known);
    moveSecond(learner, ready, dice);
    moveAreaLevels(learner, ready, dice);
    moveLevel(learner, dice);
    for (const int skill : m_order) {
        moveSkill(learner, ready, skill, odds[at(skill)], dice);
    }
}

/// Other first choices are proposed from the prior and taken or not by how well they explain the state (W. K. Hastings, Biometrika 57,
/// 1970).
void KnowledgePrior::moveSecond(Learner& learner, const SkillSet& ready, Dice& dice) const
{
    if (m_groups.empty()) {
        return;
    }
    const SkillSet proposed = sampleSecond(dice);
    double gain = 0;
    m_members.forEach([&](int skill) {
        if (proposed.has(skill) != learner.second.has(skill) && ready.has(skill)) {
            const std::size_t level = at(learner.areaLevels[m_nodes[at(skill)].area]);
            const double then = m_chances[rowOf(skill, proposed.has(skill)) + level];
            const double now = m_chances[rowOf(skill, learner.second.has(skill)) + level];
            gain += std::log(learner.known.has(skill) ? then / now : (1 - then) / (1 - now));
        }
    });
    if (dice.isHit(std::exp(gain))) {
        learner.second = proposed;
    }
}

void KnowledgePrior::moveAreaLevels(Learner& learner, const SkillSet& ready, Dice& dice) const
{
    std::vector<AreaWeights> weights(m_areaCount, areaWeights);
    ready.forEach([&](int skill) {
        const bool isKnown = learner.known.has(skill);
        const double* chance = &m_chances[rowOf(skill, learner.second.has(skill)) + at(learner.level)];
        AreaWeights& ofArea = weights[m_nodes[at(skill)].area];
        for (double& weight : ofArea) {
            weight *= isKnown ? *chance : 1 - *chance;
            ++chance;
        }
        keepFromVanishing(ofArea);
    });
    for (std::size_t area = 0; area < m_areaCount; ++area) {
        learner.areaLevels[area] = learner.level + static_cast<int>(drawn(weights[area], dice));
    }
}

void KnowledgePrior::moveLevel(Learner& learner, Dice& dice) const
{
    const auto [low, high] = std::ranges::minmax(learner.areaLevels); // what no area rules out
    const int first = std::max(0, high - 2 * areaReach);
    AreaWeights weights;
    weights.fill(1);
    const auto open = std::span(weights).first(at(std::min(levels - 1, low) - first + 1));
    for (const int areaLevel : learner.areaLevels) {
        for (std::size_t i = 0; i < open.size(); ++i) {
            open[i] *= areaWeights[at(areaLevel - first) - i];
        }
        keepFromVanishing(open);
    }
    learner.level = first + static_cast<int>(drawn(open, dice));
}

/// Draws whether one skill is known, all others given. A skill that a known one depends on stays; so does one that is not ready.
void KnowledgePrior::moveSkill(Learner& learner, SkillSet& ready, int skill, double odds, Dice& dice) const
{
    const Node& node = m_nodes[at(skill)];
    if (!ready.has(skill) || learner.known.hasAny(node.neededBy)) {
        return;
    }
    const bool was = learner.known.has(skill);
    const double own = chanceOf(learner, skill);
    double ratio = odds * own / (1 - own);
    for (const int next : node.next) {
        if (ready.has(next) != was) { // not ready even with this skill, or ready even without it
            continue;
        }
        learner.known.set(skill, !was);
        const bool otherwise = isReady(next, learner.known);
        learner.known.set(skill, was);
        if (otherwise == was) {
            continue;
        }
        if (learner.known.has(next)) {
            return;
        }
        ratio *= 1 - chanceOf(learner, next); // with this skill known, that one is ready and yet not known
    }
    const bool now = dice.isHit(1 / (1 + 1 / ratio));
    if (now == was) {
        return;
    }
    learner.known.set(skill, now);
    for (const int next : node.next) {
        ready.set(next, isReady(next, learner.known));
    }
}

} // namespace waymark::learning
