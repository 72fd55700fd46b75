// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/LearningRecords.h>
#include <learning/Fsrs.h>
#include <learning/LearningDays.h>

#include <QMap>

namespace waymark::learning {

using domain::CardSchedule;

/// How a learner wants to be asked.
struct RecallSettings
{
    FsrsWeights weights;
    double retention = 0.9; ///< chance of recall at which a card is due; 0.7..0.99
    int maximumInterval = longestInterval; ///< days, 1..36500
    bool fuzz = true; ///< move due days a little, so that cards of one day do not stay together
    std::vector<int> learningMinutes { 1, 10 }; ///< empty: the first recall leads to Review at once
    std::vector<int> relearningMinutes { 10 };

    bool operator==(const RecallSettings&) const = default;
};

/// What a recall says of how it was scheduled: FSRS-6 with the weights that FsrsWeights begins with.
inline constexpr QStringView fsrsAlgorithm = u"fsrs-6";
inline constexpr QStringView defaultWeights = u"default";

/// The seed of a card's fuzz: the same on every machine, so that a replay gives the same days.
[[nodiscard]] quint64 seedOf(const QString& skill, const QString& card);

/// Learning days from the last recall to the learning day `today`; 0 where there was none, or where the clock has been set back.
[[nodiscard]] int elapsedDays(const CardSchedule& card, QDate today, LearningDays& days);

/// The card with the newest of its recalls up to `now` as its last one. A recall that bears an earlier time than one before it was made by
/// a clock that was behind, in 1970 perhaps; counted from there, half a century would have passed since.
[[nodiscard]] CardSchedule withNewestRecall(const CardSchedule& card, const QMap<QString, domain::Recall>& recalls, qint64 now);

/// Whether a card that was recalled is to be asked at `now`: from its due moment on. Where its last recall lies ahead, a clock was ahead
/// or has been set back; such a card waits for its interval once more, a day at most, and is due when even that is no reason.
[[nodiscard]] bool isDue(const CardSchedule& card, qint64 now);

/// The whole days that fuzz may make of an interval: 1 + 0.15 of its days from 2.5 to 7 + 0.10 from 7 to 20 + 0.05 from 20 up, to
/// both sides; at least 2, at most `maximum`, and more than `elapsed` where the interval is. None under 2.5 days.
/// Source: get_fuzz_range of ts-fsrs, which is that of Anki.
struct FuzzRange
{
    int lowest = 0;
    int highest = 0;

    bool operator==(const FuzzRange&) const = default;
};
[[nodiscard]] FuzzRange fuzzRange(int days, int elapsed, int maximum = longestInterval);

/// What each of the four grades would make of the card, by allGrades. Short steps as in ts-fsrs: Again goes to the first, Hard stays
/// (1.5 times a lone step, else the middle of the first two), Good goes to the next or to Review, Easy to Review. A card forgotten
/// in Review goes to relearning. The three other intervals of a card in Review are Hard < Good < Easy by a day at least, as far as the
/// maximum lets them. A step of a day or more is an interval of whole days. Fuzz depends on `seed` (of the card) and its reps alone.
[[nodiscard]] std::array<CardSchedule, 4> preview(
    const CardSchedule& card, qint64 now, const QTimeZone& zone, const RecallSettings& settings, quint64 seed);

/// The card after a recall at `now` (UTC milliseconds): one of preview().
[[nodiscard]] CardSchedule graded(
    const CardSchedule& card, Grade grade, qint64 now, const QTimeZone& zone, const RecallSettings& settings, quint64 seed);

/// When a card is recalled.
struct RecallTime
{
    qint64 now = 0; ///< UTC milliseconds
    QDate today; ///< the learning day of now
    int elapsedDays = 0; ///< learning days since the recall before
};
[[nodiscard]] RecallTime recallTime(const CardSchedule& card, qint64 now, LearningDays& days);

/// preview() and graded() for many recalls: what depends on the settings alone is worked out once, and the calendar of the zone is kept
/// in the `days` that are handed in. graded() works out no more than its grade needs.
class Scheduler
{
public:
    explicit Scheduler(RecallSettings settings);

    [[nodiscard]] const RecallSettings& settings() const { return m_settings; }
    [[nodiscard]] std::array<CardSchedule, 4> preview(
        const CardSchedule& card, const RecallTime& time, LearningDays& days, quint64 seed) const;
    [[nodiscard]] CardSchedule graded(
        const CardSchedule& card, Grade grade, const RecallTime& time, LearningDays& days, quint64 seed) const;

private:
    friend class ScheduledRecall;

    RecallSettings m_settings;
    FsrsModel m_model;
    int m_maximum;
    double m_intervalShare;
};

/// Whether the lapse that has just been counted makes the card one to rewrite rather than to repeat: the 8th, then every 4th.
/// Source: the manual of Anki, "Leeches".
[[nodiscard]] bool isLeech(const CardSchedule& card);
inline constexpr int firstLeech = 8; ///< lapses

} // namespace waymark::learning
