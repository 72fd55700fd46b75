// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ui/theme/Tokens.h>

#include <QDate>
#include <QPointF>
#include <QString>

#include <vector>

namespace waymark::ui {

/// What a chart shows, as a value: no widget and no library of charts in it. Days are Julian day numbers, so that a day is 1 on every axis.

struct ChartAxis
{
    enum class Kind {
        Days,
        Count, ///< whole numbers
        Hours,
        Share, ///< 0..1, written in percent
        Names, ///< places 0, 1, 2 ... with a name each
    };

    Kind kind = Kind::Count;
    double from = 0;
    double to = 1;
    std::vector<QString> names {};
    QString title {}; ///< empty where the caption of the panel says it

    bool operator==(const ChartAxis&) const = default;
};

struct ChartSeries
{
    enum class Shape {
        Line,
        Dashes, ///< a line that is a goal, an expectation, a limit
        Ground, ///< a line and the ground under it
        Dots,
        Trace, ///< dots joined by a line
        Bars,
        Band, ///< between `points` and `upper`
    };

    QString name; ///< in the legend
    Shape shape = Shape::Line;
    Tone tone = Tone::Trail;
    std::vector<QPointF> points; ///< by key, ascending; a value that is no number interrupts a line
    std::vector<QPointF> upper {}; ///< of a band
    double width = 1; ///< of bars, in units of the key axis
    bool isStacked = false; ///< bars that stand on those of the series before

    bool operator==(const ChartSeries&) const = default;
};

/// One of the fields of a chart, which stand under each other over the same keys.
struct ChartPanel
{
    QString caption;
    ChartAxis values;
    std::vector<ChartSeries> series;
    double share = 1; ///< of the height

    bool operator==(const ChartPanel&) const = default;
};

/// Where a figure of the table stands in the chart.
struct ChartSpot
{
    int panel = 0;
    double key = 0;
    double value = 0;

    bool operator==(const ChartSpot&) const = default;
};

struct ChartContent
{
    QString title; ///< for a screen reader and in an export
    QString summary; ///< what it says, in a sentence or two
    ChartAxis keys;
    bool isLying = false; ///< keys run from the top down, values along the line
    bool isByKey = true; ///< a figure is met by its key alone, not by its value
    std::vector<ChartPanel> panels;

    bool operator==(const ChartContent&) const = default;
};

[[nodiscard]] inline double keyOf(QDate day)
{
    return static_cast<double>(day.toJulianDay());
}

} // namespace waymark::ui
