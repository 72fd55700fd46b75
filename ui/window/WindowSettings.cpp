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

QVariant WindowSettings::value(const QString& key, const QVariant& otherwise) const
{
    return m_isSafe ? otherwise : m_settings.value(key, otherwise);
}

void WindowSettings::setValue(const QString& key, const QVariant& value)
{
    if (!m_isSafe) {
        m_settings.setValue(key, value);
    }
}

Theme::Choice WindowSettings::theme() const
{
    const qsizetype index = themeWords().indexOf(value(u"window/theme"_s).toString());
    return index < 0 ? Theme::Choice::System : static_cast<Theme::Choice>(index);
}

void WindowSettings::setTheme(Theme::Choice choice)
{
    setValue(u"window/theme"_s, themeWords().at(static_cast<int>(choice)));
}

QByteArray WindowSettings::geometry() const
{
    return value(u"window/geometry"_s).toByteArray();
}
void WindowSettings::setGeometry(const QByteArray& geometry)
{
    setValue(u"window/geometry"_s, geometry);
}

Place WindowSettings::place() const
{
    const QString word = value(u"place/page"_s).toString();
    const auto found
        = std::find_if(pageTable.begin(), pageTable.end(), [&word](const PageSpec& spec) { return word == QLatin1StringView(spec.word); });
    return { found == pageTable.end() ? PageId::Today : found->id, value(u"place/skill"_s).toString(), {} };
}

void WindowSettings::setPlace(const Place& place)
{
    setValue(u"place/page"_s, wordOf(place.page));
    setValue(u"place/skill"_s, place.skill);
}

QVariantMap WindowSettings::view(PageId page) const
{
    return value(u"view/"_s + wordOf(page)).toMap();
}

void WindowSettings::setView(PageId page, const QVariantMap& view)
{
    setValue(u"view/"_s + wordOf(page), view);
}

QString WindowSettings::lastFolder() const
{
    return value(u"window/folder"_s, QDir::homePath()).toString();
}
void WindowSettings::setLastFolder(const QString& folder)
{
    setValue(u"window/folder"_s, folder);
}

qint64 WindowSettings::watchSeen(qint64 startedAt) const
{
    const bool isIt = value(u"watch/started"_s).toLongLong() == startedAt;
    return isIt ? value(u"watch/seen"_s).toLongLong() : 0;
}
void WindowSettings::setWatchSeen(qint64 startedAt, qint64 at)
{
    setValue(u"watch/started"_s, startedAt);
    setValue(u"watch/seen"_s, at);
}

QString WindowSettings::believedClock() const
{
    return value(u"clock/believedAfter"_s).toString();
}
void WindowSettings::setBelievedClock(const QString& edit)
{
    setValue(u"clock/believedAfter"_s, edit);
}

QStringList WindowSettings::givenUp() const
{
    return value(u"export/givenUp"_s).toStringList();
}
void WindowSettings::setGivenUp(const QStringList& names)
{
    setValue(u"export/givenUp"_s, names);
}

bool WindowSettings::isFirstRun() const
{
    return !value(u"window/welcomed"_s, m_isSafe).toBool();
}
void WindowSettings::setFirstRunDone()
{
    setValue(u"window/welcomed"_s, true);
}

} // namespace waymark::ui
