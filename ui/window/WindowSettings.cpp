// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/window/WindowSettings.h>

#include <ui/window/PageTable.h>

#include <QDir>

using namespace Qt::StringLiterals;

namespace waymark::ui {

namespace {

const QStringList& themeWords()
{
    static const QStringList words { u"system"_s, u"light"_s, u"dark"_s, u"high-contrast"_s };
    return words;
}

QString wordOf(PageId page)
{
    return QString::fromLatin1(specOf(page).word);
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
    const QString word = m_settings.value(u"place/page"_s).toString();
    const auto found
        = std::find_if(pageTable.begin(), pageTable.end(), [&word](const PageSpec& spec) { return word == QLatin1StringView(spec.word); });
    return { found == pageTable.end() ? PageId::Today : found->id, m_settings.value(u"place/skill"_s).toString(), {} };
}

void WindowSettings::setPlace(const Place& place)
{
    m_settings.setValue(u"place/page"_s, wordOf(place.page));
    m_settings.setValue(u"place/skill"_s, place.skill);
}

QVariantMap WindowSettings::view(PageId page) const
{
    return m_settings.value(u"view/"_s + wordOf(page)).toMap();
}

void WindowSettings::setView(PageId page, const QVariantMap& view)
{
    m_settings.setValue(u"view/"_s + wordOf(page), view);
}

QString WindowSettings::lastFolder() const
{
    return m_settings.value(u"window/folder"_s, QDir::homePath()).toString();
}
void WindowSettings::setLastFolder(const QString& folder)
{
    m_settings.setValue(u"window/folder"_s, folder);
}

qint64 WindowSettings::watchSeen(qint64 startedAt) const
{
    const bool isIt = m_settings.value(u"watch/started"_s).toLongLong() == startedAt;
    return isIt ? m_settings.value(u"watch/seen"_s).toLongLong() : 0;
}
void WindowSettings::setWatchSeen(qint64 startedAt, qint64 at)
{
    m_settings.setValue(u"watch/started"_s, startedAt);
    m_settings.setValue(u"watch/seen"_s, at);
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
