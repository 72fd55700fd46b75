// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/window/WindowSettings.h>

#include <QDir>

using namespace Qt::StringLiterals;

namespace waymark::ui {

namespace {

const QStringList& themeWords()
{
    static const QStringList words { u"system"_s, u"light"_s, u"dark"_s, u"high-contrast"_s };
    return words;
}

const QStringList& pageWords()
{
    static const QStringList words { u"today"_s, u"map"_s, u"skill"_s, u"recall"_s, u"placement"_s };
    return words;
}

} // namespace

Theme::Choice WindowSettings::theme() const
{
    const qsizetype index = themeWords().indexOf(m_settings.value(u"window/theme"_s).toString());
    return index < 0 ? Theme::Choice::System : static_cast<Theme::Choice>(index);
}

void WindowSettings::setTheme(Theme::Choice choice)
{
    m_settings.setValue(u"window/theme"_s, themeWords().at(static_cast<int>(choice)));
}

QByteArray WindowSettings::geometry() const
{
    return m_settings.value(u"window/geometry"_s).toByteArray();
}
void WindowSettings::setGeometry(const QByteArray& geometry)
{
    m_settings.setValue(u"window/geometry"_s, geometry);
}

Place WindowSettings::place() const
{
    const qsizetype page = pageWords().indexOf(m_settings.value(u"place/page"_s).toString());
    return { page < 0 ? PageId::Today : static_cast<PageId>(page), m_settings.value(u"place/skill"_s).toString(), {} };
}

void WindowSettings::setPlace(const Place& place)
{
    m_settings.setValue(u"place/page"_s, pageWords().at(static_cast<int>(place.page)));
    m_settings.setValue(u"place/skill"_s, place.skill);
}

QVariantMap WindowSettings::view(PageId page) const
{
    return m_settings.value(u"view/"_s + pageWords().at(static_cast<int>(page))).toMap();
}

void WindowSettings::setView(PageId page, const QVariantMap& view)
{
    m_settings.setValue(u"view/"_s + pageWords().at(static_cast<int>(page)), view);
}

QString WindowSettings::lastFolder() const
{
    return m_settings.value(u"window/folder"_s, QDir::homePath()).toString();
}
void WindowSettings::setLastFolder(const QString& folder)
{
    m_settings.setValue(u"window/folder"_s, folder);
}

bool WindowSettings::isFirstRun() const
{
    return !m_settings.value(u"window/welcomed"_s, false).toBool();
}
void WindowSettings::setFirstRunDone()
{
    m_settings.setValue(u"window/welcomed"_s, true);
}

} // namespace waymark::ui
