// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/MentorPlaces.h>

#include <app/LibraryDoor.h>

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace waymark::app {

namespace {

QString inDataFolder(const QString& name)
{
    return QFileInfo(LibraryDoor::defaultPath()).absolutePath() + u'/' + name;
}

} // namespace

QString signingKeyPath()
{
    const QString given = qEnvironmentVariable("WAYMARK_KEY");
    return given.isEmpty() ? inDataFolder(u"signing-key.json"_s) : given;
}

QString reviewDraftsPath()
{
    return inDataFolder(u"reviews"_s);
}

} // namespace waymark::app
