// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/words/Percent.h>

#include <QCoreApplication>
#include <QLocale>

#include <cmath>

namespace waymark::ui {

/// Whoever translates writes a common blank, or none.
QString percentText(int percent)
{
    return QCoreApplication::translate("Percent", "%1 %", "a number of percent")
        .arg(QLocale().toString(percent))
        .replace(u' ', QChar::Nbsp);
}

QString shareText(double share)
{
    return percentText(static_cast<int>(std::lround(share * 100)));
}

} // namespace waymark::ui
