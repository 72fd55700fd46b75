// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/theme/DesktopMotion.h>

#include <QApplication>
#include <QSettings>
#include <QStandardPaths>

namespace waymark::ui {

using namespace Qt::StringLiterals;

#if defined(Q_OS_UNIX) && !defined(Q_OS_DARWIN)

namespace {

QVariant setting(const QString& file, const QString& key)
{
    const QString path = QStandardPaths::locate(QStandardPaths::GenericConfigLocation, file);
    return path.isEmpty() ? QVariant() : QSettings(path, QSettings::IniFormat).value(key);
}

} // namespace

bool desktopWantsStillness()
{
    const QVariant kde = setting(u"kdeglobals"_s, u"KDE/AnimationDurationFactor"_s);
    if (kde.isValid()) {
        return kde.toDouble() <= 0;
    }
    for (const QString& file : { u"gtk-4.0/settings.ini"_s, u"gtk-3.0/settings.ini"_s }) {
        const QVariant gtk = setting(file, u"Settings/gtk-enable-animations"_s);
        if (gtk.isValid()) {
            return !gtk.toBool();
        }
    }
    return false;
}

#else

bool desktopWantsStillness()
{
    return !QApplication::isEffectEnabled(Qt::UI_General);
}

#endif

} // namespace waymark::ui
