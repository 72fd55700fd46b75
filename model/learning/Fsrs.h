// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/CardSchedule.h>

#include <QString>

#include <array>
#include <optional>

namespace waymark::learning {

// The memory model FSRS-6. Every formula is that of the section "FSRS-6" of the page "The Algorithm" in the wiki of
// open-spaced-repetition/awesome-fsrs; the default weights and the bounds are those of ts-fsrs 5 of the same project. Days are learning
// days.

/// The weights w0..w20, as an optimiser fits them to one learner's recalls. They are expected to be finite, w20 (the decay) in 0.1..0.8.
struct FsrsWeights
{
    std::array<double, 21> w { 0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796, 1.4835, 0.0614, 0.2629,
        1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542 };

    bool operator==(const FsrsWeights&) const = default;
};

using domain::Grade;
using domain::Memory;

inline constexpr std::array<Grade, 4> allGrades { Grade::Again, Grade::Hard, Grade::Good, Grade::Easy };

[[nodiscard]] QString toString(Grade grade); ///< again, hard, good, easy
[[nodiscard]] std::optional<Grade> gradeFrom(const QString& word);

inline constexpr double lowestStability = 0.001; ///< days
inline constexpr double highestStability = 36500; ///< days
inline constexpr double lowestDifficulty = 1;
inline constexpr double highestDifficulty = 10;
/// The range that the deck options of Anki offer: below it most recalls fail, above it the intervals shrink to nothing.
inline constexpr double lowestRetention = 0.7;
inline constexpr double highestRetention = 0.99;
inline constexpr int longestInterval = 36500; ///< days

// Whatever memory a function here is given is brought into the ranges first, so that a damaged record gives a poor guess and never an
// endless or a negative interval.

/// The chance of recall (0..1) after `days` days (0 where negative):
/// R(t, S) = (1 + factor t / S)^decay with decay = -w20 and factor = 0.9^(1 / decay) - 1.
[[nodiscard]] double retrievability(double days, double stability, const FsrsWeights& weights = {});

/// The days after which the chance of recall has fallen to `retention` (0.7..0.99), the inverse of retrievability():
/// I(r, S) = S (r^(1 / decay) - 1) / factor. Neither rounded nor bounded.
[[nodiscard]] double intervalDays(double stability, double retention, const FsrsWeights& weights = {});

/// intervalDays() as whole days, halves up, in 1..`maximum`; `maximum` itself in 1..36500.
[[nodiscard]] int wholeIntervalDays(double stability, double retention, const FsrsWeights& weights = {}, int maximum = longestInterval);

/// After the first recall: S0(G) = w[G-1]; D0(G) = w4 - e^(w5 (G - 1)) + 1.
[[nodiscard]] Memory firstMemory(Grade grade, const FsrsWeights& weights = {});

/// After a recall `elapsedDays` learning days after the one before (0 where negative). With R the chance of recall at that moment:
/// - difficulty: D' = w7 D0(4) + (1 - w7) (D - w6 (G - 3) (10 - D) / 9), D0(4) outside the range as it may be;
/// - same day:   S' = S m, m = S^-w19 e^(w17 (G - 3 + w18)), m at least 1 but for Again;
/// - recalled:   S' = S (1 + e^w8 (11 - D) S^-w9 (e^(w10 (1 - R)) - 1) h), h = w15 if Hard, w16 if Easy, else 1;
/// - forgotten:  S' = min(w11 D^-w12 ((S + 1)^w13 - 1) e^(w14 (1 - R)), S / e^(w17 w18)).
[[nodiscard]] Memory nextMemory(const Memory& memory, int elapsedDays, Grade grade, const FsrsWeights& weights = {});

/// What of the formulas depends on the weights alone, worked out once for many recalls.
class FsrsModel
{
public:
    explicit FsrsModel(const FsrsWeights& weights);

    [[nodiscard]] const FsrsWeights& weights() const { return m_weights; }
    [[nodiscard]] Memory firstMemory(Grade grade) const { return m_first[static_cast<std::size_t>(grade) - 1]; }
    /// r^(1 / decay) - 1, in which the interval of a stability is S times this over factor().
    [[nodiscard]] double intervalShare(double retention) const;
    [[nodiscard]] double factor() const { return m_factor; }

private:
    friend class FsrsRecall;

    FsrsWeights m_weights;
    double m_decay;
    double m_factor;
    double m_growth; ///< e^w8
    double m_lapseDivisor; ///< e^(w17 w18)
    double m_easyDifficulty; ///< w7 D0(4)
    std::array<double, 4> m_sameDay {}; ///< e^(w17 (G - 3 + w18)), by grade
    std::array<Memory, 4> m_first {}; ///< by grade
};

/// One recall of a card: nextMemory() and firstMemory() of all grades, with what they have in common worked out once. The model must
/// outlive it.
class FsrsRecall
{
public:
    FsrsRecall(const FsrsModel& model, const std::optional<Memory>& before, int elapsedDays);

    [[nodiscard]] double stability(Grade grade) const; ///< after it
    [[nodiscard]] Memory memory(Grade grade) const; ///< after it

private:
    [[nodiscard]] double sameDay(Grade grade) const;
    [[nodiscard]] double recalled(Grade grade) const;
    [[nodiscard]] double forgotten() const;
    [[nodiscard]] double difficulty(Grade grade) const;

    const FsrsModel& m_model;
    bool m_isFirst;
    bool m_isSameDay;
    Memory m_before; ///< within the ranges
    double m_forgetting = 0; ///< 1 - R
    double m_power = 1; ///< S^-w19 on the same day
    double m_gain = 0; ///< of a later day, without that of the grade
};

} // namespace waymark::learning
