// SPDX-License-Identifier: GPL-3.0-or-later
#include <learning/Placement.h>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace waymark::learning {

namespace {

std::size_t at(int index)
{
    return static_cast<std::size_t>(index);
}

} // namespace

Placement::Placement(const domain::Roadmap& roadmap, const std::vector<int>& askable, quint64 seed, const PlacementSettings& settings)
    : m_settings(settings)
    , m_prior(roadmap)
    , m_dice(seed)
    , m_odds(at(roadmap.size()), 1)
    , m_open(roadmap.size())
{
    for (const int skill : askable) {
        m_open.add(skill);
    }
    const std::size_t count = at(std::max(1, settings.particles));
    m_learners.reserve(count);
    for (std::size_t i = 0; i < count; ++i) {
        m_learners.push_back(m_prior.sample(m_dice));
    }
    m_weights.assign(count, 1.0 / static_cast<double>(count));
    estimate();
}

std::optional<int> Placement::next() const
{
    if (isFinished()) {
        return std::nullopt;
    }
    constexpr double equal = 1e-9; // beliefs are sums: what should be equal differs in the last bits
    std::optional<int> best;
    double least = 1;
    m_open.forEach([&](int skill) {
        const double distance = std::abs(belief(skill) - 0.5);
        if (!best || distance < least - equal) {
            best = skill;
            least = distance;
        }
    });
    return best;
}

bool Placement::isFinished() const
{
    const auto unsure = std::ranges::count_if(
        m_beliefs, [this](double belief) { return belief >= m_settings.unsureFrom && belief <= m_settings.unsureTo; });
    const bool sure = static_cast<double>(unsure) < m_settings.unsureShare * static_cast<double>(m_beliefs.size());
    return sure || m_asked >= m_settings.mostQuestions || m_open.isEmpty();
}

void Placement::answered(int skill, bool right)
{
    ++m_asked;
    take(skill, right);
}

void Placement::practised(int skill)
{
    take(skill, true);
    take(skill, true);
}

void Placement::take(int skill, bool right)
{
    m_open.remove(skill);
    weigh(skill, right);
    if (effectiveSample() < 0.5 * static_cast<double>(m_learners.size())) {
        resample();
    }
    estimate();
}

void Placement::weigh(int skill, bool right)
{
    const double ifKnown = right ? 1 - m_settings.slip : m_settings.slip;
    const double ifNot = right ? m_settings.guess : 1 - m_settings.guess;
    m_odds[at(skill)] *= ifKnown / ifNot;
    double sum = 0;
    for (std::size_t i = 0; i < m_learners.size(); ++i) {
        m_weights[i] *= m_learners[i].known.has(skill) ? ifKnown : ifNot;
        sum += m_weights[i];
    }
    for (double& weight : m_weights) {
        weight /= sum;
    }
}

/// 1 over the sum of squared weights: A. Kong, J. S. Liu and W. H. Wong, J. Am. Stat. Assoc. 89, 1994.
double Placement::effectiveSample() const
{
    return 1 / std::inner_product(m_weights.begin(), m_weights.end(), m_weights.begin(), 0.0);
}

/// Systematic resampling (G. Kitagawa, J. Comput. Graph. Stat. 5(1), 1996): one draw, then even steps over the weights. What comes out
/// several times is then moved apart.
void Placement::resample()
{
    const double step = 1.0 / static_cast<double>(m_learners.size());
    std::vector<Learner> drawn;
    drawn.reserve(m_learners.size());
    double mark = m_dice.uniform() * step;
    double reached = 0;
    for (std::size_t i = 0; i < m_learners.size(); ++i) {
        reached += m_weights[i];
        const bool last = i + 1 == m_learners.size(); // takes what rounding leaves
        for (; drawn.size() < m_learners.size() && (last || mark < reached); mark += step) {
            drawn.push_back(m_learners[i]);
        }
    }
    for (Learner& learner : drawn) {
        m_prior.move(learner, m_odds, m_dice);
    }
    m_learners = std::move(drawn);
    m_weights.assign(m_learners.size(), step);
}

void Placement::estimate()
{
    m_beliefs.assign(m_odds.size(), 0);
    for (std::size_t i = 0; i < m_learners.size(); ++i) {
        m_learners[i].known.forEach([&](int skill) { m_beliefs[at(skill)] += m_weights[i]; });
    }
    for (double& belief : m_beliefs) {
        belief = std::min(belief, 1.0);
    }
}

std::vector<int> Placement::known() const
{
    SkillSet in(m_prior.size());
    for (int skill = 0; m_asked > 0 && skill < m_prior.size(); ++skill) {
        if (belief(skill) > 0.5) {
            in.add(skill);
        }
    }
    m_prior.close(in, m_beliefs);
    std::vector<int> skills;
    in.forEach([&skills](int skill) { skills.push_back(skill); });
    return skills;
}

} // namespace waymark::learning
