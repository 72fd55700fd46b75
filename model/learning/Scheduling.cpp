// SPDX-License-Identifier: GPL-3.0-or-later
#include <learning/Scheduling.h>

#include <QCryptographicHash>
#include <QtEndian>

#include <algorithm>
#include <cmath>

namespace waymark::learning {

using Phase = CardSchedule::Phase;

namespace {

constexpr qint64 msecsPerMinute = 60'000;
constexpr int minutesPerDay = 1440;
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

} // namespace

/// One recall of one card: what all four grades have in common.
class ScheduledRecall
{
public:
    ScheduledRecall(const Scheduler& scheduler, const CardSchedule& card, const RecallTime& time, LearningDays& days, quint64 seed)
        : m_scheduler(scheduler)
        , m_settings(scheduler.m_settings)
        , m_card(card)
        , m_time(time)
        , m_days(days)
        , m_memory(scheduler.m_model, card.memory, time.elapsedDays)
        , m_fraction(fraction(seed, static_cast<quint64>(card.reps)))
    {
    }

    [[nodiscard]] CardSchedule after(Grade grade) const
    {
        return m_card.phase != Phase::Review ? fromShortSteps(grade) : grade == Grade::Again ? forgotten() : recalled(grade);
    }

private:
    [[nodiscard]] CardSchedule fromShortSteps(Grade grade) const
    {
        const bool again = m_card.phase == Phase::Relearning;
        CardSchedule after = remembered(grade);
        const auto& steps = again ? m_settings.relearningMinutes : m_settings.learningMinutes;
        goOn(after, stepAfter(steps, m_card.step, grade), again ? Phase::Relearning : Phase::Learning);
        return after;
    }

    [[nodiscard]] CardSchedule forgotten() const
    {
        CardSchedule after = remembered(Grade::Again);
        ++after.lapses;
        goOn(after, stepAfter(m_settings.relearningMinutes, 0, Grade::Again), Phase::Relearning);
        return after;
    }

    /// Hard < Good < Easy by a day at least, so each looks at the ones below it.
    [[nodiscard]] CardSchedule recalled(Grade grade) const
    {
        CardSchedule after = remembered(grade);
        const int good = interval(m_memory.stability(Grade::Good));
        const int hard = std::min(interval(m_memory.stability(Grade::Hard)), good);
        const int apart = std::max(good, hard + 1);
        setDays(after, grade == Grade::Hard ? hard : grade == Grade::Good ? apart : std::max(interval(after.memory->stability), apart + 1));
        return after;
    }

    [[nodiscard]] CardSchedule remembered(Grade grade) const
    {
        CardSchedule after = m_card;
        after.memory = m_memory.memory(grade);
        after.last = m_time.now;
        ++after.reps;
        return after;
    }

    /// wholeIntervalDays(), and the fuzz.
    [[nodiscard]] int interval(double stability) const
    {
        const double exact = stability * m_scheduler.m_intervalShare / m_scheduler.m_model.factor();
        const double bounded = exact > 1 ? std::min<double>(exact, m_scheduler.m_maximum) : 1;
        const int days = static_cast<int>(std::lround(bounded));
        if (!m_settings.fuzz) {
            return days;
        }
        const FuzzRange range = fuzzRange(days, m_time.elapsedDays, m_scheduler.m_maximum);
        return range.lowest + static_cast<int>(m_fraction * (range.highest - range.lowest + 1));
    }

    void goOn(CardSchedule& card, const std::optional<Step>& step, Phase phase) const
    {
        if (!step || step->minutes <= 0) {
            setDays(card, interval(card.memory->stability));
        } else if (step->minutes >= minutesPerDay) {
            setDays(card, step->minutes / minutesPerDay);
        } else {
            card.phase = phase;
            card.step = step->index;
            card.scheduledDays = 0;
            card.due = m_time.now + step->minutes * msecsPerMinute;
        }
    }

    void setDays(CardSchedule& card, int days) const
    {
        card.phase = Phase::Review;
        card.step = 0;
        card.scheduledDays = std::min(days, m_scheduler.m_maximum);
        card.due = m_days.startOf(m_time.today.addDays(card.scheduledDays));
    }

    const Scheduler& m_scheduler;
    const RecallSettings& m_settings;
    const CardSchedule& m_card;
    const RecallTime& m_time;
    LearningDays& m_days;
    FsrsRecall m_memory;
    double m_fraction;
};

quint64 seedOf(const QString& skill, const QString& card)
{
    const QByteArray hash = QCryptographicHash::hash((skill + u'/' + card).toUtf8(), QCryptographicHash::Sha256);
    return qFromBigEndian<quint64>(hash.constData());
}

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

RecallTime recallTime(const CardSchedule& card, qint64 now, LearningDays& days)
{
    const QDate today = days.of(now);
    return { now, today, elapsedDays(card, today, days) };
}

Scheduler::Scheduler(RecallSettings settings)
    : m_settings(std::move(settings))
    , m_model(m_settings.weights)
    , m_maximum(std::clamp(m_settings.maximumInterval, 1, longestInterval))
    , m_intervalShare(m_model.intervalShare(m_settings.retention))
{
}

std::array<CardSchedule, 4> Scheduler::preview(const CardSchedule& card, const RecallTime& time, LearningDays& days, quint64 seed) const
{
    const ScheduledRecall recall(*this, card, time, days, seed);
    return { recall.after(Grade::Again), recall.after(Grade::Hard), recall.after(Grade::Good), recall.after(Grade::Easy) };
}

CardSchedule Scheduler::graded(const CardSchedule& card, Grade grade, const RecallTime& time, LearningDays& days, quint64 seed) const
{
    return ScheduledRecall(*this, card, time, days, seed).after(grade);
}

std::array<CardSchedule, 4> preview(
    const CardSchedule& card, qint64 now, const QTimeZone& zone, const RecallSettings& settings, quint64 seed)
{
    LearningDays days(zone);
    return Scheduler(settings).preview(card, recallTime(card, now, days), days, seed);
}

CardSchedule graded(const CardSchedule& card, Grade grade, qint64 now, const QTimeZone& zone, const RecallSettings& settings, quint64 seed)
{
    LearningDays days(zone);
    return Scheduler(settings).graded(card, grade, recallTime(card, now, days), days, seed);
}

bool isLeech(const CardSchedule& card)
{
    return card.lapses >= firstLeech && (card.lapses - firstLeech) % nextLeech == 0;
}

} // namespace waymark::learning
