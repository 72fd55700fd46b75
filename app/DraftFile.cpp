// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/DraftFile.h>

#include <domain/Platform.h>
#include <session/CrashShelf.h>
#include <session/Workspace.h>

#include <QCryptographicHash>
#include <QFileInfo>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace waymark::app {

namespace {

constexpr qsizetype digits = 16;

} // namespace

/// The name is made of what the id means, not of how it is written: it stands in a file. The id is in the hash too, so that the same path
/// reads otherwise for each library.
QString draftFileOf(const session::Workspace& workspace, const QString& path)
{
    const QUuid id = QUuid::fromString(workspace.libraryId().value_or(QString()));
    if (id.isNull() || workspace.isReadOnly()) {
        return {};
    }
    const QFileInfo file(path);
    const QString canonical = file.canonicalFilePath(); // as instances are told apart
    const QByteArray place = id.toRfc4122() + (canonical.isEmpty() ? file.absoluteFilePath() : canonical).toUtf8();
    const QByteArray hash = QCryptographicHash::hash(place, QCryptographicHash::Sha256).toHex().left(digits);
    return session::CrashShelf::defaultFolder() + u"/drafts-%1-%2.json"_s.arg(id.toString(QUuid::WithoutBraces), QString::fromLatin1(hash));
}

void takeDraftsAlong(const session::Workspace& workspace, const QString& before, const QString& path)
{
    const QString from = draftFileOf(workspace, before);
    const QString to = draftFileOf(workspace, path);
    if (from != to && !QFileInfo::exists(before) && QFileInfo::exists(from) && !QFileInfo::exists(to)) {
        (void)domain::renameToNew(from, to); // where that fails they are found again once the library is back
    }
}

} // namespace waymark::app
