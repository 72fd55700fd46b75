// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/words/Percent.h>

#include <QCoreApplication>
#include <QLocale>

#include <cmath>

namespace waymark::ui {

namespace {

/// Whoever translates writes a common blank, or none.
QString written(const QString& number)
{
    return QCoreApplication::translate("Percent", "%1 %", "a number of percent").arg(number).replace(u' ', QChar::Nbsp);
}

} // namespace

QString percentText(int percent)
{
    return written(QLocale().toString(percent));
}

QString shareText(double share, int digits)
{
    constexpr double whole = 100;
    return digits == 0 ? percentText(static_cast<int>(std::lround(share * whole)))
                       : written(QLocale().toString(share * whole, 'f', digits));
}

} // namespace waymark::ui
