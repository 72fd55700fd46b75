// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/DraftFile.h>

#include <domain/Platform.h>
#include <session/CrashShelf.h>
#include <session/Drafts.h>
#include <session/Workspace.h>

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QStorageInfo>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace waymark::app {

namespace {

constexpr qsizetype digits = 16;

QString placeOf(const QString& path)
{
    const QFileInfo file(path);
    const QString canonical = file.canonicalFilePath(); // as instances are told apart
    return canonical.isEmpty() ? file.absoluteFilePath() : canonical;
}

QString idIn(const session::Workspace& workspace)
{
    const QUuid id = QUuid::fromString(workspace.libraryId().value_or(QString()));
    return id.isNull() ? QString() : id.toString(QUuid::WithoutBraces);
}

/// The root of the volume that the file is on, or would be.
QString volumeOf(const QString& path)
{
    QFileInfo there(path);
    while (!there.exists() && !there.isRoot()) {
        there.setFile(there.absolutePath());
    }
    return QStorageInfo(there.absoluteFilePath()).rootPath();
}

/// The file with the drafts of a library that has gone from where it was and may be the one at `path`; empty where there is none, or where
/// it cannot be told which.
QString leftBehind(const QString& id, const QString& path)
{
    const QDir folder(session::CrashShelf::defaultFolder());
    const QString identity = domain::fileIdentity(path);
    QStringList candidates;
    const QStringList files = folder.entryList({ u"drafts-%1-*.json"_s.arg(id) }, QDir::Files);
    for (const QString& name : files) {
        const auto owner = session::Drafts::ownerOf(folder.filePath(name));
        if (!owner || QFileInfo::exists(owner->path)) {
            continue;
        }
        if (owner->identity == identity) {
            return folder.filePath(name);
        }
        if (owner->volume == volumeOf(owner->path)) {
            candidates.append(folder.filePath(name));
        }
    }
    return candidates.size() == 1 ? candidates.front() : QString();
}

} // namespace

/// The name is made of what the id means, not of how it is written: it stands in a file. The id is in the hash too, so that the same path
/// reads otherwise for each library.
QString draftFileOf(const session::Workspace& workspace, const QString& path)
{
    const QString id = idIn(workspace);
    if (id.isEmpty() || workspace.isReadOnly()) {
        return {};
    }
    const QByteArray place = QUuid::fromString(id).toRfc4122() + placeOf(path).toUtf8();
    const QByteArray hash = QCryptographicHash::hash(place, QCryptographicHash::Sha256).toHex().left(digits);
    return session::CrashShelf::defaultFolder() + u"/drafts-%1-%2.json"_s.arg(id, QString::fromLatin1(hash));
}

void keepDrafts(session::Workspace& workspace, const QString& path)
{
    const QString file = draftFileOf(workspace, path);
    const QString place = placeOf(path);
    workspace.drafts().keepIn(
        file, file.isEmpty() ? session::DraftOwner() : session::DraftOwner { place, domain::fileIdentity(place), volumeOf(place) });
}

void takeDraftsAlong(const session::Workspace& workspace, const QString& before, const QString& path)
{
    const QString to = draftFileOf(workspace, path);
    if (to.isEmpty() || QFileInfo::exists(to)) {
        return;
    }
    QString from = QFileInfo::exists(before) ? QString() : draftFileOf(workspace, before);
    if (!QFileInfo::exists(from)) {
        from = leftBehind(idIn(workspace), path);
    }
    if (!from.isEmpty()) {
        (void)domain::renameToNew(from, to); // where that fails they are found again once the library is back
    }
}

} // namespace waymark::app
