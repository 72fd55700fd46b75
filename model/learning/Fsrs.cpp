// SPDX-License-Identifier: GPL-3.0-or-later
#include <learning/Fsrs.h>

#include <algorithm>
#include <cmath>
#include <utility>

namespace waymark::learning {

namespace {

constexpr std::array<std::pair<Grade, const char*>, 4> gradeWords { { { Grade::Again, "again" }, { Grade::Hard, "hard" },
    { Grade::Good, "good" }, { Grade::Easy, "easy" } } };

/// The lowest for what is not a number at all.
double bounded(double value, double lowest, double highest)
{
    return value > lowest ? std::min(value, highest) : lowest;
}

double boundedStability(double stability)
{
    return bounded(stability, lowestStability, highestStability);
}

double boundedDifficulty(double difficulty)
{
    return bounded(difficulty, lowestDifficulty, highestDifficulty);
}

double decayOf(const FsrsWeights& weights)
{
    return -weights.w[20];
}

double factorOf(const FsrsWeights& weights)
{
    return std::pow(0.9, 1 / decayOf(weights)) - 1;
}

double numberOf(Grade grade)
{
    return static_cast<double>(grade);
}

/// D0(G), wherever it lies.
double firstDifficulty(Grade grade, const FsrsWeights& weights)
{
    return weights.w[4] - std::exp(weights.w[5] * (numberOf(grade) - 1)) + 1;
}

} // namespace

QString toString(Grade grade)
{
    const auto found = std::find_if(gradeWords.begin(), gradeWords.end(), [grade](const auto& pair) { return pair.first == grade; });
    return QString::fromLatin1(found->second);
}

std::optional<Grade> gradeFrom(const QString& word)
{
    const auto found
        = std::find_if(gradeWords.begin(), gradeWords.end(), [&word](const auto& pair) { return word == QLatin1StringView(pair.second); });
    return found == gradeWords.end() ? std::nullopt : std::optional(found->first);
}

double retrievability(double days, double stability, const FsrsWeights& weights)
{
    const double sinceThen = std::max(0.0, days);
    return std::pow(1 + factorOf(weights) * sinceThen / boundedStability(stability), decayOf(weights));
}

double intervalDays(double stability, double retention, const FsrsWeights& weights)
{
    const double wanted = bounded(retention, lowestRetention, highestRetention);
    return boundedStability(stability) * (std::pow(wanted, 1 / decayOf(weights)) - 1) / factorOf(weights);
}

int wholeIntervalDays(double stability, double retention, const FsrsWeights& weights, int maximum)
{
    const double days = bounded(intervalDays(stability, retention, weights), 1, std::clamp(maximum, 1, longestInterval));
    return static_cast<int>(std::lround(days));
}

Memory firstMemory(Grade grade, const FsrsWeights& weights)
{
    const double stability = weights.w[static_cast<std::size_t>(grade) - 1];
    return { boundedStability(stability), boundedDifficulty(firstDifficulty(grade, weights)) };
}

Memory nextMemory(const Memory& memory, int elapsedDays, Grade grade, const FsrsWeights& weights)
{
    const FsrsModel model(weights);
    return FsrsRecall(model, memory, elapsedDays).memory(grade);
}

FsrsModel::FsrsModel(const FsrsWeights& weights)
    : m_weights(weights)
    , m_decay(decayOf(weights))
    , m_factor(factorOf(weights))
    , m_growth(std::exp(weights.w[8]))
    , m_lapseDivisor(std::exp(weights.w[17] * weights.w[18]))
    , m_easyDifficulty(weights.w[7] * firstDifficulty(Grade::Easy, weights))
{
    for (std::size_t i = 0; i < allGrades.size(); ++i) {
        m_sameDay[i] = std::exp(weights.w[17] * (numberOf(allGrades[i]) - 3 + weights.w[18]));
        m_first[i] = learning::firstMemory(allGrades[i], weights);
    }
}

double FsrsModel::intervalShare(double retention) const
{
    return std::pow(bounded(retention, lowestRetention, highestRetention), 1 / m_decay) - 1;
}

FsrsRecall::FsrsRecall(const FsrsModel& model, const std::optional<Memory>& before, int elapsedDays)
    : m_model(model)
    , m_isFirst(!before)
    , m_isSameDay(elapsedDays <= 0)
{
    if (m_isFirst) {
        return;
    }
    const auto& w = model.m_weights.w;
    m_before = { boundedStability(before->stability), boundedDifficulty(before->difficulty) };
    if (m_isSameDay) {
        m_power = std::pow(m_before.stability, -w[19]);
        return;
    }
    m_forgetting = 1 - std::pow(1 + model.m_factor * elapsedDays / m_before.stability, model.m_decay);
    m_gain = model.m_growth * (11 - m_before.difficulty) * std::pow(m_before.stability, -w[9]) * std::expm1(w[10] * m_forgetting);
}

double FsrsRecall::stability(Grade grade) const
{
    if (m_isFirst) {
        return m_model.firstMemory(grade).stability;
    }
    return boundedStability(m_isSameDay ? sameDay(grade) : grade == Grade::Again ? forgotten() : recalled(grade));
}

Memory FsrsRecall::memory(Grade grade) const
{
    return m_isFirst ? m_model.firstMemory(grade) : Memory { stability(grade), boundedDifficulty(difficulty(grade)) };
}

double FsrsRecall::difficulty(Grade grade) const
{
    const auto& w = m_model.m_weights.w;
    const double damped = m_before.difficulty - w[6] * (numberOf(grade) - 3) * (10 - m_before.difficulty) / 9;
    return m_model.m_easyDifficulty + (1 - w[7]) * damped;
}

double FsrsRecall::sameDay(Grade grade) const
{
    const double growth = m_power * m_model.m_sameDay[static_cast<std::size_t>(grade) - 1];
    return m_before.stability * (grade == Grade::Again ? growth : std::max(growth, 1.0));
}

double FsrsRecall::recalled(Grade grade) const
{
    const auto& w = m_model.m_weights.w;
    const double byGrade = grade == Grade::Hard ? w[15] : grade == Grade::Easy ? w[16] : 1;
    return m_before.stability * (1 + m_gain * byGrade);
}

double FsrsRecall::forgotten() const
{
    const auto& w = m_model.m_weights.w;
    const double left = w[11] * std::pow(m_before.difficulty, -w[12]) * (std::pow(m_before.stability + 1, w[13]) - 1);
    return std::min(left * std::exp(w[14] * m_forgetting), m_before.stability / m_model.m_lapseDivisor);
}

} // namespace waymark::learning
