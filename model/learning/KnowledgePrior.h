// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/Roadmap.h>
#include <learning/Dice.h>
#include <learning/SkillSet.h>

#include <span>
#include <vector>

namespace waymark::learning {

/// An imagined learner: what is known, and the traits from which that came.
struct Learner
{
    SkillSet known; ///< closed: with every skill its prerequisites, and of each of its choice groups a member
    SkillSet second; ///< members of choice groups that would not be taken first
    int level = 0; ///< how far along the course, as a step of the prior
    std::vector<int> areaLevels; ///< the same for each area

    bool operator==(const Learner&) const = default;
};

/// Which states of knowledge are to be expected before any question, over the prerequisite graph of a course.
///
/// The states are those of a learning space given by prerequisites and choice groups: J.-P. Doignon and J.-C. Falmagne, "Spaces for the
/// Assessment of Knowledge", Int. J. Man-Machine Studies 23, 1985, and "Learning Spaces", Springer 2011. From any state every other is
/// reached by adding and removing single skills, with a state after each.
///
/// A learner has come some way along the course, anything from nothing to all being as likely, and in each area a little more or less. A
/// skill whose prerequisites are known is itself known by a logistic curve over how far its place lies behind or ahead of the learner.
/// The place is the share of the course before it, in the mean of two orders: by depth in the graph, and by stage and then depth. Of a
/// choice group one member, drawn evenly, is as likely as any skill; further ones are rare.
class KnowledgePrior
{
public:
    explicit KnowledgePrior(const domain::Roadmap& roadmap);

    [[nodiscard]] int size() const { return static_cast<int>(m_nodes.size()); }
    [[nodiscard]] bool isReady(int skill, const SkillSet& known) const;
    [[nodiscard]] bool isClosed(const SkillSet& known) const;

    /// Adds what is missing for a closed state: of a choice group the member with the highest belief, the first of equal ones.
    void close(SkillSet& known, std::span<const double> beliefs) const;

    [[nodiscard]] Learner sample(Dice& dice) const;

    /// Changes traits and state at random so that draws from the posterior stay draws from it: a sweep of Gibbs sampling (S. Geman and
    /// D. Geman, IEEE PAMI 6, 1984). `odds` has for each skill the likelihood of all answers if it is known over that if it is not; all
    /// ones leave the prior. The state stays closed.
    void move(Learner& learner, std::span<const double> odds, Dice& dice) const;

private:
    struct Node
    {
        SkillSet needs;
        std::vector<SkillSet> oneOf;
        SkillSet neededBy;
        std::vector<int> next; ///< skills that name it, as a prerequisite or in a choice group
        std::size_t area = 0;
    };
    struct Member
    {
        int skill = 0;
        SkillSet behind; ///< all that it needs, choice groups aside
    };

    void connect(const domain::Roadmap& roadmap);
    void collectGroups(const domain::Roadmap& roadmap);
    void setChances(const domain::Roadmap& roadmap);
    [[nodiscard]] std::vector<int> depths() const;
    [[nodiscard]] std::vector<double> places(const domain::Roadmap& roadmap) const;

    [[nodiscard]] std::size_t rowOf(int skill, bool second) const;
    [[nodiscard]] double chanceOf(const Learner& learner, int skill) const; ///< of knowing it, its prerequisites being known
    [[nodiscard]] SkillSet readyWith(const SkillSet& known) const;
    [[nodiscard]] SkillSet sampleSecond(Dice& dice) const;

    void moveSecond(Learner& learner, const SkillSet& ready, Dice& dice) const;
    void moveAreaLevels(Learner& learner, const SkillSet& ready, Dice& dice) const;
    void moveLevel(Learner& learner, Dice& dice) const;
    void moveSkill(Learner& learner, SkillSet& ready, int skill, double odds, Dice& dice) const;

    std::vector<Node> m_nodes;
    std::vector<int> m_order; ///< prerequisites first
    std::size_t m_areaCount = 0; ///< one more than the course has, for skills without one
    std::vector<std::vector<Member>> m_groups; ///< those that come first in the course first
    SkillSet m_members; ///< of any group
    std::vector<double> m_chances; ///< of a skill that is ready: by skill, first or second choice, and area level
};

} // namespace waymark::learning
