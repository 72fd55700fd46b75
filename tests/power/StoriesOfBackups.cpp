// SPDX-License-Identifier: GPL-3.0-or-later
#include "Story.h"

#include "OldLibrary.h"
#include "StorySteps.h"

#include <storage/Backup.h>
#include <storage/BackupFolder.h>
#include <storage/LibraryFiles.h>
#include <storage/Recovery.h>
#include <storage/SqliteStore.h>

#include <FolderState.h>

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QTemporaryDir>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark::power {

using Kind = Verdict::Kind;
using storage::SqliteStore;

namespace {

constexpr qint64 second = 1000;
constexpr qint64 day = 86'400 * second;

QString backupsOf(const QString& folder)
{
    return storage::backupFolderOf(libraryOf(folder));
}

/// Every backup by its name must be a good one; how many there are, or what is wrong.
struct Backups
{
    std::vector<LibraryState> states;
    QString fault;
};

Backups backupsIn(const QString& folder)
{
    Backups found;
    for (const storage::BackupFile& backup : storage::listBackups(backupsOf(folder), libraryOf(folder))) {
        if (const auto verified = storage::verifyBackup(backup.path); !verified) {
            found.fault = u"backup: "_s + verified.error().detail;
            return found;
        }
        // Of an older schema there is nothing that this program can read without changing it.
        auto store = SqliteStore::openReadOnly(backup.path, {});
        found.states.push_back(store ? stateOf(**store) : LibraryState());
    }
    return found;
}

class BackupsInUse : public Story
{
public:
    void prepare(const QString& folder) override
    {
        auto store = SqliteStore::create(libraryOf(folder), {}).value();
        makeEdits(*store, 7, 0, 40);
        m_states = { stateOf(*store) };
    }
    void run(const QString& folder, DiskTrace& trace) override
    {
        auto store = opened(folder);
        must(storage::makeBackup(libraryOf(folder), backupsOf(folder), newYear2026));
        trace.say();
        makeEdits(*store, 7, 40, 1);
        m_states.push_back(stateOf(*store));
        trace.say();
        must(storage::makeBackup(libraryOf(folder), backupsOf(folder), newYear2026 + day));
        trace.say();
    }
    Verdict judge(const QString& folder, int said) override
    {
        const Backups backups = backupsIn(folder);
        const OpenedLibrary found = openLibrary(folder);
        if (!backups.fault.isEmpty() || !found.state) {
            return { Kind::Damaged, backups.fault + found.fault };
        }
        const auto isKnown = [this](const LibraryState& state) { return state == m_states[0] || state == m_states[1]; };
        if (!isKnown(*found.state) || !std::all_of(backups.states.begin(), backups.states.end(), isKnown)) {
            return { Kind::Damaged, u"a state that never was"_s };
        }
        const std::size_t wanted = said == 0 ? 0 : said < 3 ? 1 : 2;
        const bool isThere = backups.states.size() >= wanted && (said < 2 || *found.state == m_states[1]);
        return isThere ? Verdict() : Verdict { Kind::Lost, u"%1 backups of %2"_s.arg(backups.states.size()).arg(wanted) };
    }

private:
    std::vector<LibraryState> m_states;
};

class Thinning : public Story
{
public:
    void prepare(const QString& folder) override
    {
        makeEdits(*SqliteStore::create(libraryOf(folder), {}).value(), 7, 0, 5);
        for (int i = 0; i < 5; ++i) {
            must(storage::makeBackup(libraryOf(folder), backupsOf(folder), newYear2026 + i * second));
        }
    }
    void run(const QString& folder, DiskTrace& trace) override
    {
        must(storage::thinBackups(backupsOf(folder), libraryOf(folder)));
        trace.say();
    }
    Verdict judge(const QString& folder, int) override
    {
        const Backups backups = backupsIn(folder);
        const bool isNewestThere = QFile::exists(storage::backupPath(backupsOf(folder), libraryOf(folder), newYear2026 + 4 * second));
        return backups.fault.isEmpty() && isNewestThere ? Verdict() : Verdict { Kind::Damaged, backups.fault };
    }
};

class Migration : public Story
{
public:
    explicit Migration(int version)
        : m_version(version)
    {
    }
    void prepare(const QString& folder) override
    {
        makeOldLibrary(libraryOf(folder), m_version);
        const QString elsewhere = folder + u"/by-itself"_s;
        QDir().mkpath(elsewhere);
        makeOldLibrary(libraryOf(elsewhere), m_version);
        m_migrated = openLibrary(elsewhere).state;
        QDir(elsewhere).removeRecursively();
    }
    void run(const QString& folder, DiskTrace& trace) override
    {
        const auto store = opened(folder);
        trace.say();
    }
    Verdict judge(const QString& folder, int) override
    {
        const OpenedLibrary found = openLibrary(folder);
        if (!found.state || found.state != m_migrated) {
            return { Kind::Damaged, found.state ? u"other rows"_s : found.fault };
        }
        // Whether it was migrated before or only now, a good backup of the old version is there.
        const Backups backups = backupsIn(folder);
        return !backups.states.empty() && backups.fault.isEmpty() ? Verdict() : Verdict { Kind::Damaged, u"no backup"_s + backups.fault };
    }

private:
    int m_version;
    std::optional<LibraryState> m_migrated;
};

/// Puts what a crash left into the library's place: the file and its log, as they were before `store` was closed.
void leaveAsAfterACrash(const QString& folder, std::unique_ptr<SqliteStore> store)
{
    const QStringList files { QString(), u"-wal"_s };
    for (const QString& suffix : files) {
        QFile::copy(libraryOf(folder) + suffix, folder + u"/crashed"_s + suffix);
    }
    store.reset();
    for (const QString& suffix : files) {
        QFile::remove(libraryOf(folder) + suffix);
        QFile::rename(folder + u"/crashed"_s + suffix, libraryOf(folder) + suffix);
    }
}

void damageHeader(const QString& folder)
{
    QFile file(libraryOf(folder));
    if (!file.open(QIODevice::ReadWrite) || file.write(QByteArray(60, 'x')) != 60) {
        qFatal("the library cannot be damaged");
    }
}

/// A backup comes back over a library that has gone on, that a crash has left with its log, or that cannot be read any more.
class Restoring : public Story
{
public:
    enum class Present { Closed, WithLog, Damaged };
    explicit Restoring(Present present)
        : m_present(present)
    {
    }
    void prepare(const QString& folder) override
    {
        auto store = SqliteStore::create(libraryOf(folder), {}).value();
        makeEdits(*store, 7, 0, 20);
        m_then = stateOf(*store);
        m_backup = QFileInfo(storage::makeBackup(libraryOf(folder), backupsOf(folder), newYear2026).value()).fileName();
        makeEdits(*store, 7, 20, 10);
        // In the file and not in the log: so the log does not fit to the backup.
        store.reset();
        store = opened(folder);
        makeEdits(*store, 7, 30, 10);
        m_later = stateOf(*store);
        if (m_present != Present::Closed) {
            leaveAsAfterACrash(folder, std::move(store));
        }
        if (m_present == Present::Damaged) {
            damageHeader(folder);
        }
    }
    void run(const QString& folder, DiskTrace& trace) override
    {
        must(restore(folder));
        trace.say();
    }
    Verdict judge(const QString& folder, int said) override
    {
        const bool isMine = m_present != Present::Damaged;
        OpenedLibrary found = openLibrary(folder);
        if (!isMine && !found.state && said == 0) {
            // What could not be read before is there, or beside; restoring goes on from either.
            const QStringList aside = QDir(folder).entryList({ u"*.corrupt-*"_s });
            if (!QFile::exists(libraryOf(folder)) && aside.isEmpty()) {
                return { Kind::Lost, u"the damaged library"_s };
            }
            const auto again = restore(folder);
            found = openLibrary(folder);
            return found.state == m_then ? Verdict() : Verdict { Kind::Damaged, again ? found.fault : again.error().detail };
        }
        if (!found.state || (found.state != m_then && found.state != m_later)) {
            return { Kind::Damaged, found.state ? u"a state that never was"_s : found.fault };
        }
        if (said > 0 && found.state != m_then) {
            return { Kind::Lost, u"restored, and not there"_s };
        }
        const Backups backups = backupsIn(folder);
        const bool isKept = !isMine || found.state == m_later || std::count(backups.states.begin(), backups.states.end(), *m_later) > 0;
        return isKept && backups.fault.isEmpty() ? Verdict() : Verdict { Kind::Lost, u"what was there before "_s + backups.fault };
    }

private:
    domain::Result<storage::Restored> restore(const QString& folder) const
    {
        return storage::restoreBackup(backupsOf(folder) + u'/' + m_backup, libraryOf(folder), backupsOf(folder), newYear2026 + day);
    }

    Present m_present;
    QString m_backup;
    std::optional<LibraryState> m_then;
    std::optional<LibraryState> m_later;
};

/// A damaged library is made again from what can be read of it and its backup, or, with its log beside it, from itself alone.
class Recovering : public Story
{
public:
    enum class From { ItsBackup, ItsLog };
    explicit Recovering(From from)
        : m_from(from)
    {
    }
    void prepare(const QString& folder) override
    {
        auto store = SqliteStore::create(libraryOf(folder), {}).value();
        makeEdits(*store, 7, 0, 15);
        if (m_from == From::ItsBackup) {
            must(storage::makeBackup(libraryOf(folder), backupsOf(folder), newYear2026));
        }
        store.reset();
        store = opened(folder);
        makeEdits(*store, 7, 15, 10);
        if (m_from == From::ItsLog) {
            leaveAsAfterACrash(folder, std::move(store));
        }
        store.reset();
        damageHeader(folder);
        m_damaged = support::bytesOf(libraryOf(folder));
        m_log = support::bytesOf(libraryOf(folder) + u"-wal"_s);
        m_recovered = recoveredElsewhere(folder);
    }
    void run(const QString& folder, DiskTrace& trace) override
    {
        must(recover(folder));
        trace.say();
    }
    Verdict judge(const QString& folder, int said) override
    {
        const QString aside = keptIn(folder);
        if (aside.isEmpty() && support::bytesOf(libraryOf(folder)) != m_damaged) {
            return { Kind::Lost, u"the damaged library"_s };
        }
        OpenedLibrary found = openLibrary(folder);
        if (said > 0 && !found.state) {
            return { Kind::Lost, u"recovered, and not there: "_s + found.fault };
        }
        if (!found.state) {
            // Where the power went between the two names, the damaged one goes back under its own.
            if (!aside.isEmpty()) {
                storage::moveBack(aside, libraryOf(folder));
            }
            if (const auto again = recover(folder); !again) {
                return { Kind::Damaged, again.error().detail };
            }
            found = openLibrary(folder);
        }
        const QString kept = keptIn(folder);
        const bool isKept = !kept.isEmpty() && support::bytesOf(kept + u"-wal"_s) == m_log;
        const QString backups = backupsIn(folder).fault;
        return isKept && backups.isEmpty() && found.state == m_recovered ? Verdict() : Verdict { Kind::Damaged, found.fault + backups };
    }

private:
    static domain::Result<domain::RecoveryReport> recover(const QString& folder)
    {
        return storage::recoverLibrary(libraryOf(folder), { backupsOf(folder), newYear2026 + day });
    }

    std::optional<LibraryState> recoveredElsewhere(const QString& folder) const
    {
        const QTemporaryDir home(quickFolder());
        const QDir from(folder);
        QDirIterator files(folder, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString path = home.filePath(from.relativeFilePath(files.next()));
            QDir().mkpath(QFileInfo(path).absolutePath());
            QFile::copy(files.filePath(), path);
        }
        must(recover(home.path()));
        return openLibrary(home.path()).state;
    }

    /// Where the bytes of the damaged library lie beside it; empty if nowhere.
    QString keptIn(const QString& folder) const
    {
        for (const QString& name : QDir(folder).entryList({ u"library.waymark.corrupt-*"_s })) {
            if (support::bytesOf(folder + u'/' + name) == m_damaged) {
                return folder + u'/' + name;
            }
        }
        return {};
    }

    From m_from;
    QByteArray m_damaged;
    QByteArray m_log;
    std::optional<LibraryState> m_recovered;
};

} // namespace

std::unique_ptr<Story> backupsOfALibraryInUse()
{
    return std::make_unique<BackupsInUse>();
}
std::unique_ptr<Story> thinning()
{
    return std::make_unique<Thinning>();
}
template <int version> std::unique_ptr<Story> migration()
{
    return std::make_unique<Migration>(version);
}
template std::unique_ptr<Story> migration<1>();
template std::unique_ptr<Story> migration<2>();
template std::unique_ptr<Story> migration<3>();
template std::unique_ptr<Story> migration<4>();
template std::unique_ptr<Story> migration<5>();
template std::unique_ptr<Story> migration<6>();
template std::unique_ptr<Story> migration<7>();
std::unique_ptr<Story> restoring()
{
    return std::make_unique<Restoring>(Restoring::Present::Closed);
}
std::unique_ptr<Story> restoringOverALog()
{
    return std::make_unique<Restoring>(Restoring::Present::WithLog);
}
std::unique_ptr<Story> restoringOverDamage()
{
    return std::make_unique<Restoring>(Restoring::Present::Damaged);
}
std::unique_ptr<Story> recovering()
{
    return std::make_unique<Recovering>(Recovering::From::ItsBackup);
}
std::unique_ptr<Story> recoveringWithALog()
{
    return std::make_unique<Recovering>(Recovering::From::ItsLog);
}

} // namespace waymark::power
