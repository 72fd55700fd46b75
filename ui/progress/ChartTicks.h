// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ui/progress/ChartContent.h>

#include <QCoreApplication>

namespace waymark::ui {

struct ChartTick
{
    double at = 0;
    QString label;

    bool operator==(const ChartTick&) const = default;
};

/// The marks of an axis, on round numbers, on the first days of months or, where there are only some weeks, on weeks, and their words in
/// the language of the desktop.
class ChartTicks
{
    Q_DECLARE_TR_FUNCTIONS(ChartTicks)

public:
    /// About `most` of them, ascending, all within the axis. Names are never left out.
    [[nodiscard]] static std::vector<ChartTick> of(const ChartAxis& axis, int most);

    /// The axis widened to the next round number above, so that it ends with a tick.
    [[nodiscard]] static ChartAxis rounded(ChartAxis axis, int most);

private:
    [[nodiscard]] static std::vector<ChartTick> ofDays(const ChartAxis& axis, int most);
    [[nodiscard]] static QString label(ChartAxis::Kind kind, double value, double step);
};

} // namespace waymark::ui
