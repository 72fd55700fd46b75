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

double nextDifficulty(double difficulty, Grade grade, const FsrsWeights& weights)
{
    const auto& w = weights.w;
    const double damped = difficulty - w[6] * (numberOf(grade) - 3) * (10 - difficulty) / 9;
    return w[7] * firstDifficulty(Grade::Easy, weights) + (1 - w[7]) * damped;
}

double sameDayStability(double stability, Grade grade, const FsrsWeights& weights)
{
    const auto& w = weights.w;
    const double growth = std::pow(stability, -w[19]) * std::exp(w[17] * (numberOf(grade) - 3 + w[18]));
    return stability * (grade == Grade::Again ? growth : std::max(growth, 1.0));
}

double recalledStability(const Memory& memory, double chance, Grade grade, const FsrsWeights& weights)
{
    const auto& w = weights.w;
    const double byGrade = grade == Grade::Hard ? w[15] : grade == Grade::Easy ? w[16] : 1;
    const double gain = std::exp(w[8]) * (11 - memory.difficulty) * std::pow(memory.stability, -w[9]);
    return memory.stability * (1 + gain * std::expm1(w[10] * (1 - chance)) * byGrade);
}

double forgottenStability(const Memory& memory, double chance, const FsrsWeights& weights)
{
    const auto& w = weights.w;
    const double left = w[11] * std::pow(memory.difficulty, -w[12]) * (std::pow(memory.stability + 1, w[13]) - 1);
    return std::min(left * std::exp(w[14] * (1 - chance)), memory.stability / std::exp(w[17] * w[18]));
}

double nextStability(const Memory& memory, int elapsedDays, Grade grade, const FsrsWeights& weights)
{
    if (elapsedDays <= 0) {
        return sameDayStability(memory.stability, grade, weights);
    }
    const double chance = retrievability(elapsedDays, memory.stability, weights);
    return grade == Grade::Again ? forgottenStability(memory, chance, weights) : recalledStability(memory, chance, grade, weights);
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
    const Memory before { boundedStability(memory.stability), boundedDifficulty(memory.difficulty) };
    return { boundedStability(nextStability(before, elapsedDays, grade, weights)),
        boundedDifficulty(nextDifficulty(before.difficulty, grade, weights)) };
}

} // namespace waymark::learning
