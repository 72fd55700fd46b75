// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/progress/ChartTicks.h>

#include <ui/words/Percent.h>
#include <ui/words/PlanWords.h>

#include <QLocale>

#include <algorithm>
#include <array>
#include <cmath>

namespace waymark::ui {

namespace {

constexpr int shortStretch = 75; // days; a longer one is marked by months

/// 1, 2 or 5 times a power of ten, so that at most `most` steps lie in `length`.
double roundStep(const ChartAxis& axis, int most)
{
    const double least = std::max((axis.to - axis.from) / std::max(most, 1), 1e-6);
    const double power = std::pow(10, std::floor(std::log10(least)));
    double step = 10 * power;
    for (const double factor : { 1.0, 2.0, 5.0 }) {
        if (factor * power >= least * (1 - 1e-9)) {
            step = factor * power;
            break;
        }
    }
    return axis.kind == ChartAxis::Kind::Count ? std::max(step, 1.0) : step;
}

int monthsBetween(double days, int most)
{
    constexpr double daysOfMonth = 30.44;
    constexpr std::array steps { 1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200 };
    const double least = days / daysOfMonth / std::max(most, 1);
    const auto* found = std::find_if(steps.begin(), steps.end(), [least](int step) { return step >= least; });
    return found == steps.end() ? steps.back() : *found;
}

} // namespace

QString ChartTicks::label(ChartAxis::Kind kind, double value, double step)
{
    if (kind == ChartAxis::Kind::Share) {
        return shareText(value);
    }
    return QLocale().toString(value, 'f', step < 1 ? (step < 0.1 ? 2 : 1) : 0);
}

std::vector<ChartTick> ChartTicks::ofDays(const ChartAxis& axis, int most)
{
    std::vector<ChartTick> ticks;
    const double length = axis.to - axis.from;
    if (length <= shortStretch) {
        const int step = 7 * std::max(1, static_cast<int>(std::ceil(length / 7 / std::max(most, 1))));
        for (double day = std::ceil(axis.from); day <= axis.to; day += step) {
            ticks.push_back({ day, PlanWords::date(QDate::fromJulianDay(static_cast<qint64>(day))) });
        }
        return ticks;
    }
    const int step = monthsBetween(length, most);
    const QDate first = QDate::fromJulianDay(static_cast<qint64>(std::ceil(axis.from)));
    QDate day(first.year(), 1, 1);
    if (step > 12) {
        day = QDate(first.year() - first.year() % (step / 12), 1, 1);
    }
    for (; keyOf(day) <= axis.to; day = day.addMonths(step)) {
        if (keyOf(day) < axis.from) {
            continue;
        }
        const bool namesYear = step < 12 && (ticks.empty() || day.month() == 1);
        const QString format = step >= 12 ? tr("yyyy", "format of a year, as QLocale takes it")
            : namesYear                   ? tr("MMM yyyy", "format of a month and year, as QLocale takes it")
                                          : tr("MMM", "format of a month, as QLocale takes it");
        ticks.push_back({ keyOf(day), QLocale().toString(day, format) });
    }
    return ticks;
}

std::vector<ChartTick> ChartTicks::of(const ChartAxis& axis, int most)
{
    if (axis.kind == ChartAxis::Kind::Days) {
        return ofDays(axis, most);
    }
    std::vector<ChartTick> ticks;
    if (axis.kind == ChartAxis::Kind::Names) {
        for (std::size_t i = 0; i < axis.names.size(); ++i) {
            ticks.push_back({ static_cast<double>(i), axis.names[i] });
        }
        return ticks;
    }
    const double step = roundStep(axis, most);
    for (double index = std::ceil(axis.from / step - 1e-9); index * step <= axis.to + step * 1e-9; ++index) {
        ticks.push_back({ index * step, label(axis.kind, index * step, step) });
    }
    return ticks;
}

ChartAxis ChartTicks::rounded(ChartAxis axis, int most)
{
    const double step = roundStep(axis, most);
    axis.to = std::max(step, std::ceil(axis.to / step - 1e-9) * step);
    return axis;
}

} // namespace waymark::ui
