// SPDX-License-Identifier: GPL-3.0-or-later
#include <storage/BackupBook.h>

#include <storage/Backup.h>
#include <storage/BackupFolder.h>
#include <storage/OtherCopy.h>
#include <storage/RestoredCopy.h>

#include <domain/AtomicFile.h>

#include <QDateTime>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>

#include <utility>

using namespace Qt::StringLiterals;

namespace waymark::storage {

namespace {

constexpr qint64 longestNotes = 1024 * 1024;

QJsonObject readNotes(const QString& path)
{
    const auto bytes = domain::readFile(path, longestNotes);
    return bytes ? QJsonDocument::fromJson(*bytes).object() : QJsonObject();
}

/// Size and time of change: who writes over a backup changes one of them.
QJsonObject noteOf(const QFileInfo& backup, qint64 testedAt)
{
    return { { u"tested"_s, testedAt }, { u"size"_s, backup.size() }, { u"changed"_s, backup.lastModified().toMSecsSinceEpoch() } };
}

} // namespace

BackupBook::BackupBook(QString library, QString folder, std::function<qint64()> clock, const Migrations& migrations)
    : m_library(std::move(library))
    , m_folder(std::move(folder))
    , m_clock(std::move(clock))
    , m_migrations(migrations)
{
}

QString BackupBook::notes() const
{
    return m_folder + u'/' + QFileInfo(m_library).completeBaseName() + u"-tested.json"_s;
}

std::vector<domain::BackupEntry> BackupBook::list() const
{
    const QJsonObject notes = readNotes(this->notes());
    std::vector<domain::BackupEntry> entries;
    for (const BackupFile& backup : listBackups(m_folder, m_library)) {
        const QFileInfo file(backup.path);
        const QJsonObject note = notes.value(file.fileName()).toObject();
        const qint64 testedAt = note.value(u"tested").toInteger();
        entries.push_back({ backup.path, backup.at, file.size(), note == noteOf(file, testedAt) ? testedAt : 0 });
    }
    return entries;
}

/// Backups that are gone are forgotten along the way.
void BackupBook::remember(const QString& backup) const
{
    const QJsonObject before = readNotes(notes());
    QJsonObject after;
    for (const BackupFile& each : listBackups(m_folder, m_library)) {
        const QFileInfo file(each.path);
        const QString name = file.fileName();
        if (file == QFileInfo(backup)) {
            after.insert(name, noteOf(file, m_clock()));
        } else if (before.contains(name)) {
            after.insert(name, before.value(name));
        }
    }
    if (after != before) {
        (void)domain::writeFileAtomically(notes(), QJsonDocument(after).toJson());
    }
}

Result<domain::BackupProof> BackupBook::makeTested(const std::stop_token& stop) const
{
    const auto made = makeComparableBackup(m_library, m_folder, m_clock(), m_migrations);
    if (!made) {
        return tl::unexpected<Error>(made.error());
    }
    auto proof = testBackup(made->path, &made->library, m_clock(), stop, m_migrations);
    if (proof) {
        remember(made->path);
    }
    return proof;
}

Result<domain::BackupProof> BackupBook::test(const QString& backup, const std::stop_token& stop) const
{
    auto proof = testBackup(backup, nullptr, m_clock(), stop, m_migrations);
    if (proof) {
        remember(backup);
    }
    return proof;
}

Result<domain::LibraryContents> BackupBook::contents(const QString& backup, const std::stop_token& stop) const
{
    if (QFileInfo::exists(backup + u"-wal"_s)) { // no backup but a copy of the library, which may be in use
        return contentsOfLibrary(backup, m_clock(), stop, m_migrations);
    }
    return RestoredCopy::of(backup, m_clock(), stop, m_migrations).and_then([](const RestoredCopy& copy) { return copy.contents(); });
}

Result<domain::LibraryContents> BackupBook::otherCopy(const QString& library, const domain::ReadingWatch& watch) const
{
    return contentsOfOtherCopy(library, m_clock(), watch, m_migrations);
}

} // namespace waymark::storage
