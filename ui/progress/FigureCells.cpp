// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/progress/FigureCells.h>

#include <ui/words/PlanWords.h>

#include <QLocale>

#include <cmath>

namespace waymark::ui {

namespace {

double rounded(double value)
{
    return std::round(value * 100) / 100;
}

} // namespace

Figure figureOf(QDate day)
{
    return { PlanWords::date(day), day };
}

Figure figureOf(int count)
{
    return { QLocale().toString(count), count };
}

Figure figureOf(const QString& text)
{
    return { text, text };
}

Figure hoursFigure(double hours)
{
    return { QLocale().toString(hours, 'f', 1), rounded(hours) };
}

Figure ratioFigure(double ratio)
{
    return { QLocale().toString(ratio, 'f', 2), rounded(ratio) };
}

Figure percentFigure(double share)
{
    const int percent = static_cast<int>(std::lround(share * 100));
    return { QLocale().toString(percent), percent };
}

} // namespace waymark::ui
