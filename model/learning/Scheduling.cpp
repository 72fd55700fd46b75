// SPDX-License-Identifier: GPL-3.0-or-later
#include <learning/Scheduling.h>

#include <algorithm>
#include <cmath>

namespace waymark::learning {

using Phase = CardSchedule::Phase;

namespace {

constexpr qint64 msecsPerMinute = 60'000;
constexpr int minutesPerDay = 1440;
constexpr int firstLeech = 8;
constexpr int nextLeech = 4;

/// A number in 0 (included) to 1 (excluded), the `draw`th of a seed: SplitMix64 (Steele, Lea and Flood 2014, "Fast splittable
/// pseudorandom number generators"). The library's distributions differ between systems; this one does not.
double fraction(quint64 seed, quint64 draw)
{
    quint64 z = seed + (draw + 1) * 0x9E3779B97F4A7C15U;
    z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9U;
    z = (z ^ (z >> 27U)) * 0x94D049BB133111EBU;
    return static_cast<double>((z ^ (z >> 31U)) >> 11U) * 0x1p-53;
}

struct Step
{
    int index = 0;
    int minutes = 0;
};

/// The short step that a grade leads to; none where that is Review.
std::optional<Step> stepAfter(const std::vector<int>& steps, int current, Grade grade)
{
    if (steps.empty() || grade == Grade::Easy) {
        return std::nullopt;
    }
    // Where the steps were shortened meanwhile, the card is on the last one.
    const int count = static_cast<int>(steps.size());
    const int index = std::clamp(current, 0, count - 1);
    const auto minutes
        = [&steps](int step) { return std::clamp(steps[static_cast<std::size_t>(step)], 0, longestInterval * minutesPerDay); };
    switch (grade) {
    case Grade::Again:
        return Step { 0, minutes(0) };
    case Grade::Hard:
        return Step { index, count == 1 ? (3 * minutes(0) + 1) / 2 : (minutes(0) + minutes(1) + 1) / 2 };
    case Grade::Good:
        if (index + 1 < count) {
            return Step { index + 1, minutes(index + 1) };
        }
        break;
    case Grade::Easy:
        break;
    }
    return std::nullopt;
}

/// One recall of one card: what all four grades have in common.
class Recall
{
public:
    Recall(const CardSchedule& card, qint64 now, const QTimeZone& zone, const RecallSettings& settings, quint64 seed)
        : m_card(card)
        , m_now(now)
        , m_zone(zone)
        , m_settings(settings)
        , m_maximum(std::clamp(settings.maximumInterval, 1, longestInterval))
        , m_today(learningDay(now, zone))
        , m_elapsed(elapsed(card, m_today, zone))
        , m_fraction(fraction(seed, static_cast<quint64>(card.reps)))
    {
    }

    [[nodiscard]] std::array<CardSchedule, 4> fromShortSteps() const
    {
        const bool again = m_card.phase == Phase::Relearning;
        std::array<CardSchedule, 4> after;
        for (std::size_t i = 0; i < after.size(); ++i) {
            after[i] = remembered(allGrades[i]);
            const auto& steps = again ? m_settings.relearningMinutes : m_settings.learningMinutes;
            goOn(after[i], stepAfter(steps, m_card.step, allGrades[i]), again ? Phase::Relearning : Phase::Learning);
        }
        return after;
    }

    [[nodiscard]] std::array<CardSchedule, 4> fromReview() const
    {
        std::array<CardSchedule, 4> after;
        for (std::size_t i = 0; i < after.size(); ++i) {
            after[i] = remembered(allGrades[i]);
        }
        ++after[0].lapses;
        goOn(after[0], stepAfter(m_settings.relearningMinutes, 0, Grade::Again), Phase::Relearning);

        const int good = interval(after[2]);
        const int hard = std::min(interval(after[1]), good);
        const int apart = std::max(good, hard + 1);
        setDays(after[1], hard);
        setDays(after[2], apart);
        setDays(after[3], std::max(interval(after[3]), apart + 1));
        return after;
    }

private:
    [[nodiscard]] static int elapsed(const CardSchedule& card, QDate today, const QTimeZone& zone)
    {
        LearningDays days(zone);
        return elapsedDays(card, today, days);
    }

    [[nodiscard]] CardSchedule remembered(Grade grade) const
    {
        CardSchedule after = m_card;
        after.memory
            = m_card.memory ? nextMemory(*m_card.memory, m_elapsed, grade, m_settings.weights) : firstMemory(grade, m_settings.weights);
        after.last = m_now;
        ++after.reps;
        return after;
    }

    [[nodiscard]] int interval(const CardSchedule& card) const
    {
        const int days = wholeIntervalDays(card.memory->stability, m_settings.retention, m_settings.weights, m_maximum);
        if (!m_settings.fuzz) {
            return days;
        }
        const FuzzRange range = fuzzRange(days, m_elapsed, m_maximum);
        return range.lowest + static_cast<int>(m_fraction * (range.highest - range.lowest + 1));
    }

    void goOn(CardSchedule& card, const std::optional<Step>& step, Phase phase) const
    {
        if (!step || step->minutes <= 0) {
            setDays(card, interval(card));
        } else if (step->minutes >= minutesPerDay) {
            setDays(card, step->minutes / minutesPerDay);
        } else {
            card.phase = phase;
            card.step = step->index;
            card.scheduledDays = 0;
            card.due = m_now + step->minutes * msecsPerMinute;
        }
    }

    void setDays(CardSchedule& card, int days) const
    {
        card.phase = Phase::Review;
        card.step = 0;
        card.scheduledDays = std::min(days, m_maximum);
        card.due = startOfLearningDay(m_today.addDays(card.scheduledDays), m_zone);
    }

    const CardSchedule& m_card;
    qint64 m_now;
    const QTimeZone& m_zone;
    const RecallSettings& m_settings;
    int m_maximum;
    QDate m_today;
    int m_elapsed;
    double m_fraction;
};

} // namespace

int elapsedDays(const CardSchedule& card, QDate today, LearningDays& days)
{
    if (card.last == 0) {
        return 0;
    }
    return static_cast<int>(std::clamp<qint64>(days.of(card.last).daysTo(today), 0, longestInterval));
}

CardSchedule withNewestRecall(const CardSchedule& card, const QMap<QString, domain::Recall>& recalls, qint64 now)
{
    CardSchedule believed = card;
    for (const domain::Recall& recall : recalls) {
        if (recall.at <= now) {
            believed.last = std::max(believed.last, recall.at);
        }
    }
    return believed;
}

bool isDue(const CardSchedule& card, qint64 now)
{
    const bool isAhead = card.last > now && card.last - now > std::min(card.due - card.last, minutesPerDay * msecsPerMinute);
    return card.due <= now || isAhead;
}

FuzzRange fuzzRange(int days, int elapsed, int maximum)
{
    if (days < 2.5) {
        return { days, days };
    }
    const auto within = [days](double from, double to) { return std::max(std::min<double>(days, to) - from, 0.0); };
    const double delta = 1 + 0.15 * within(2.5, 7) + 0.1 * within(7, 20) + 0.05 * within(20, longestInterval);
    const double middle = std::min(days, maximum);
    const int highest = std::min(static_cast<int>(std::lround(middle + delta)), maximum);
    int lowest = std::max(2, static_cast<int>(std::lround(middle - delta)));
    if (middle > elapsed) {
        lowest = std::max(lowest, elapsed + 1);
    }
    return { std::min(lowest, highest), highest };
}

std::array<CardSchedule, 4> preview(
    const CardSchedule& card, qint64 now, const QTimeZone& zone, const RecallSettings& settings, quint64 seed)
{
    const Recall recall(card, now, zone, settings, seed);
    return card.phase == Phase::Review ? recall.fromReview() : recall.fromShortSteps();
}

CardSchedule graded(const CardSchedule& card, Grade grade, qint64 now, const QTimeZone& zone, const RecallSettings& settings, quint64 seed)
{
    return preview(card, now, zone, settings, seed)[static_cast<std::size_t>(grade) - 1];
}

bool isLeech(const CardSchedule& card)
{
    return card.lapses >= firstLeech && (card.lapses - firstLeech) % nextLeech == 0;
}

} // namespace waymark::learning
