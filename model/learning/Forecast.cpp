// SPDX-License-Identifier: GPL-3.0-or-later
#include <learning/StoppableForecast.h>

#include <learning/DayRoom.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numbers>
#include <numeric>

namespace waymark::learning {

namespace {

constexpr int weekDays = 7;
constexpr double highestShare = 3;
constexpr int never = std::numeric_limits<int>::max();

std::size_t at(int index)
{
    return static_cast<std::size_t>(index);
}

// Chance

/// SplitMix64 (G. Steele, D. Lea, C. Flood, Fast Splittable Pseudorandom Number Generators, OOPSLA 2014) as a function of its counter.
constexpr quint64 mixed(quint64 value)
{
    value += 0x9E3779B97F4A7C15ULL;
    value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9ULL;
    value = (value ^ (value >> 27)) * 0x94D049BB133111EBULL;
    return value ^ (value >> 31);
}

enum class Stream : quint64 { Speed = 1, Skill, Week };

/// The same in every run, so that it is worked out once.
quint64 counterOf(Stream stream, int index)
{
    return mixed((static_cast<quint64>(stream) << 32) + static_cast<quint64>(index));
}

quint64 draw(quint64 run, quint64 counter)
{
    return mixed(run ^ counter);
}

/// In (0, 1).
double uniform(quint64 bits)
{
    return (static_cast<double>(bits >> 11) + 0.5) * 0x1.0p-53;
}

/// Standard normal (G. Box and M. Muller, A Note on the Generation of Random Normal Deviates, 1958).
double normal(quint64 bits)
{
    return std::sqrt(-2 * std::log(uniform(bits))) * std::cos(2 * std::numbers::pi * uniform(mixed(bits)));
}

constexpr int quantileBits = 14;

/// The middles of equally likely stretches of the standard normal, ascending, by Newton's method from one to the next.
std::vector<double> normalQuantiles()
{
    constexpr int count = 1 << quantileBits;
    constexpr int steps = 5;
    std::vector<double> quantiles(count);
    double x = 0;
    for (int i = count / 2; i < count; ++i) {
        const double above = 1 - (i + 0.5) / count;
        for (int step = 0; step < steps; ++step) {
            const double density = std::exp(-x * x / 2) / std::sqrt(2 * std::numbers::pi);
            x += (std::erfc(x / std::numbers::sqrt2) / 2 - above) / density;
        }
        quantiles[at(i)] = x;
        quantiles[at(count - 1 - i)] = -x;
    }
    return quantiles;
}

/// Log-normal noise with the median 1. A draw takes one of its quantiles: millions are needed, and working each out from logarithm, cosine
/// and exponential takes a hundred times as long. Mean and deviation differ from the true ones by less than a thousandth.
class Noise
{
public:
    explicit Noise(double sigma)
    {
        // Never destroyed: at the end of the program a worker may still be at its forecast.
        static const auto& normals = *new std::vector<double>(normalQuantiles());
        m_factors.reserve(normals.size());
        for (const double each : normals) {
            m_factors.push_back(std::exp(sigma * each));
        }
    }

    [[nodiscard]] double of(quint64 bits) const { return m_factors[bits >> (64 - quantileBits)]; }

private:
    std::vector<double> m_factors;
};

// Runs

/// Weeks of the calendar, counted from its first day, as far as any run has asked: what each takes under each of the shares.
class Weeks
{
public:
    Weeks(const StudyCalendar& calendar, std::vector<double> shares)
        : m_calendar(calendar)
        , m_shares(std::move(shares))
    {
    }

    [[nodiscard]] static int count() { return StudyCalendar::longest / weekDays; }

    [[nodiscard]] std::size_t shares() const { return m_shares.size(); }

    [[nodiscard]] double minutes(int week, std::size_t share)
    {
        while (static_cast<int>(m_counters.size()) <= week) {
            add(static_cast<int>(m_counters.size()));
        }
        return m_minutes[at(week) * m_shares.size() + share];
    }

    [[nodiscard]] quint64 counter(int week) const { return m_counters[at(week)]; } ///< once minutes() was asked for the week

    /// The day of the week by which `minutes` are done, under one of the shares.
    [[nodiscard]] int dayIn(int week, double minutes, std::size_t share) const
    {
        double done = 0;
        for (int day = 0; day < weekDays; ++day) {
            done += roomOfDay(m_calendar.learning(week * weekDays + day), m_shares[share]);
            if (done >= minutes) {
                return week * weekDays + day;
            }
        }
        return week * weekDays + weekDays - 1;
    }

private:
    void add(int week)
    {
        std::array<double, weekDays> planned {};
        for (int day = 0; day < weekDays; ++day) {
            planned[at(day)] = m_calendar.learning(week * weekDays + day);
        }
        for (const double share : m_shares) {
            m_minutes.push_back(std::accumulate(
                planned.begin(), planned.end(), 0.0, [share](double sum, double minutes) { return sum + roomOfDay(minutes, share); }));
        }
        m_counters.push_back(counterOf(Stream::Week, week));
    }

    const StudyCalendar& m_calendar;
    std::vector<double> m_shares;
    std::vector<double> m_minutes; ///< of each week, share by share
    std::vector<quint64> m_counters;
};

/// The work of a run: what is left of each skill under its own noise, all under one speed.
class Work
{
public:
    Work(const ForecastInput& input, double sigma)
        : m_noise(sigma)
        , m_speed(input.speed)
    {
        for (std::size_t i = 0; i < input.hours.size(); ++i) {
            if (input.hours[i] > 0) {
                m_parts.push_back({ counterOf(Stream::Skill, static_cast<int>(i)), input.hours[i] });
            }
        }
    }

    [[nodiscard]] double minutes(quint64 run) const
    {
        double hours = 0;
        for (const Part& part : m_parts) {
            hours += part.hours * m_noise.of(draw(run, part.counter));
        }
        const double speed = m_speed.sigma > 0 ? m_speed.sigma * normal(draw(run, m_counter)) : 0;
        return hours * 60 * std::exp(m_speed.mean + speed);
    }

private:
    struct Part
    {
        quint64 counter = 0;
        double hours = 0;
    };

    Noise m_noise;
    SpeedBelief m_speed;
    quint64 m_counter = counterOf(Stream::Speed, 0);
    std::vector<Part> m_parts;
};

/// The day on which a run is through, as an offset from today.
int dayOf(double minutes, Weeks& weeks, quint64 run)
{
    for (int week = 0; week < Weeks::count(); ++week) {
        const double first = weeks.minutes(week, 0);
        const std::size_t share = weeks.shares() == 1 ? 0 : draw(run, weeks.counter(week)) % weeks.shares();
        const double studied = share == 0 ? first : weeks.minutes(week, share);
        if (studied >= minutes) {
            return weeks.dayIn(week, minutes, share);
        }
        minutes -= studied;
    }
    return never;
}

std::vector<double> usable(const std::vector<double>& shares)
{
    std::vector<double> result;
    for (const double share : shares) {
        result.push_back(std::clamp(share, 0.0, highestShare));
    }
    if (result.empty()) {
        result.push_back(1);
    }
    return result;
}

/// The smallest day by which at least `percent` of the runs are through.
QDate quantile(const std::vector<int>& sorted, int percent, QDate today)
{
    const std::size_t rank = (sorted.size() * static_cast<std::size_t>(percent) + 99) / 100;
    const int day = sorted[std::max<std::size_t>(rank, 1) - 1];
    return day == never ? QDate() : today.addDays(day);
}

double chanceOf(const std::vector<int>& sorted, QDate deadline, QDate today)
{
    const qint64 days = today.daysTo(deadline);
    const auto late = std::partition_point(sorted.begin(), sorted.end(), [days](int day) { return day <= days; });
    return static_cast<double>(late - sorted.begin()) / static_cast<double>(sorted.size());
}

} // namespace

double expectedMinutes(double hours, const SpeedBelief& speed)
{
    return hours * 60 * speed.factor() * std::exp(skillSigma * skillSigma / 2);
}

Forecast forecast(const ForecastInput& input, const ForecastSettings& settings, const std::stop_token& stop)
{
    if (stop.stop_requested()) {
        return {};
    }
    Forecast result;
    result.hoursLeft
        = std::accumulate(input.hours.begin(), input.hours.end(), 0.0, [](double sum, double hours) { return sum + std::max(hours, 0.0); });
    if (result.hoursLeft <= 0) {
        result.state = ForecastState::Reached;
        return result;
    }
    if (input.times.minutesAWeek() <= 0) {
        result.state = ForecastState::NoHours;
        return result;
    }
    const StudyCalendar calendar(input.times, input.today, input.recall, input.spent);
    const std::vector<double> shares = usable(input.shares);
    if (*std::max_element(shares.begin(), shares.end()) <= 0) {
        result.state = ForecastState::TooFar;
        return result;
    }
    Weeks weeks(calendar, shares);
    const Work work(input, settings.sigma);
    std::vector<int> days;
    days.reserve(at(settings.runs));
    for (int i = 0; i < std::max(settings.runs, 1); ++i) {
        if (stop.stop_requested()) {
            return {};
        }
        const quint64 run = mixed(settings.seed + static_cast<quint64>(i));
        days.push_back(dayOf(work.minutes(run), weeks, run));
    }
    std::sort(days.begin(), days.end());
    for (int percent = 1; percent < 100; ++percent) {
        result.dates.push_back(quantile(days, percent, input.today));
    }
    result.p50 = quantile(days, 50, input.today);
    result.p85 = quantile(days, 85, input.today);
    if (input.deadline.isValid()) {
        result.chance = chanceOf(days, input.deadline, input.today);
    }
    result.state = result.p50.isValid() ? ForecastState::Dated : ForecastState::TooFar;
    return result;
}

Forecast forecast(const ForecastInput& input, const ForecastSettings& settings)
{
    return forecast(input, settings, {});
}

} // namespace waymark::learning
