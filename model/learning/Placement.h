// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <learning/KnowledgePrior.h>

#include <optional>
#include <vector>

namespace waymark::learning {

struct PlacementSettings
{
    int particles = 4000;
    double slip = 0.1; ///< chance of a wrong answer on a known skill, above 0 and below 1
    double guess = 0.2; ///< chance of a right answer on an unknown one, above 0 and below 1
    int mostQuestions = 30;
    double unsureFrom = 0.2; ///< a belief from here
    double unsureTo = 0.8; ///< to here is unsure
    double unsureShare = 0.05; ///< with a smaller share of unsure skills no more is asked

    bool operator==(const PlacementSettings&) const = default;
};

/// Finds out by a few questions what a newcomer knows already. Many imagined learners (KnowledgePrior) are weighed by how well they explain
/// the answers; the belief in a skill is the weight of those who know it.
///
/// Answers: the basic local independence model, with careless errors and lucky guesses, and questions by the half-split rule: J.-C.
/// Falmagne and J.-P. Doignon, "A Class of Stochastic Procedures for the Assessment of Knowledge", Br. J. Math. Stat. Psychol. 41, 1988.
/// Learners: a particle filter with resampling and a move of each particle, W. R. Gilks and C. Berzuini, "Following a Moving Target",
/// J. R. Stat. Soc. B 63, 2001; after N. J. Gordon, D. J. Salmond and A. F. M. Smith, IEE Proceedings F 140(2), 1993.
///
/// The same seed and answers give the same questions. Keeps nothing of the roadmap and may be copied.
class Placement
{
public:
    /// `askable` are the skills that have a question; each is asked once at most.
    Placement(const domain::Roadmap& roadmap, const std::vector<int>& askable, quint64 seed, const PlacementSettings& settings = {});

    /// The askable skill whose belief is nearest to one half, the first in course order among equals; none when finished.
    [[nodiscard]] std::optional<int> next() const;
    /// Takes any skill, asked for or not, and any number of answers to one.
    void answered(int skill, bool right);
    /// What the learner's own work says without a question: worth two right answers. The skill is not asked.
    void practised(int skill);
    /// There is no question of it after all.
    void leaveOut(int skill) { m_open.remove(skill); }

    [[nodiscard]] int asked() const { return m_asked; } ///< answers so far
    [[nodiscard]] double belief(int skill) const { return m_beliefs[static_cast<std::size_t>(skill)]; } ///< 0..1
    /// Skills believed with more than one half, ascending, closed: where no member of a choice group is, its likeliest member joins them.
    /// Empty before the first answer.
    [[nodiscard]] std::vector<int> known() const;
    /// All questions asked, or little left to find out.
    [[nodiscard]] bool isFinished() const;

private:
    void take(int skill, bool right);
    void weigh(int skill, bool right);
    [[nodiscard]] double effectiveSample() const;
    void resample();
    void estimate();

    PlacementSettings m_settings;
    KnowledgePrior m_prior;
    Dice m_dice;
    std::vector<Learner> m_learners;
    std::vector<double> m_weights; ///< of the learners; they add up to 1
    std::vector<double> m_odds; ///< by skill: likelihood of its answers if known over that if not
    std::vector<double> m_beliefs; ///< by skill
    SkillSet m_open; ///< askable and without an answer
    int m_asked = 0;
};

} // namespace waymark::learning
