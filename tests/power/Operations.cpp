// SPDX-License-Identifier: GPL-3.0-or-later
#include "Operation.h"

#include "OldLibrary.h"
#include "StorySteps.h"

#include <FolderState.h>
#include <SampleCourse.h>

#include <storage/Backup.h>
#include <storage/BackupFolder.h>

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QTemporaryDir>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark::power {

using domain::Result;
using storage::SqliteStore;

namespace {

constexpr qint64 second = 1000;
constexpr qint64 day = 86'400 * second;

QString backupsOf(const QString& folder)
{
    return storage::backupFolderOf(libraryOf(folder));
}

template <class Value> Result<void> withoutValue(const Result<Value>& result)
{
    return result.map([](const auto&) {});
}

/// Every backup by its name is a good one.
QString wrongBackups(const QString& folder)
{
    for (const storage::BackupFile& backup : storage::listBackups(backupsOf(folder), libraryOf(folder))) {
        if (const auto verified = storage::verifyBackup(backup.path); !verified) {
            return u"a bad backup: "_s + verified.error().detail;
        }
    }
    return {};
}

/// The library of a folder must open again, and be one of these.
QString wrongLibrary(const QString& folder, std::initializer_list<LibraryState> states)
{
    const OpenedLibrary found = openLibrary(folder);
    if (!found.state) {
        return found.fault;
    }
    return std::find(states.begin(), states.end(), *found.state) == states.end() ? u"neither the old state nor the new one"_s : QString();
}

/// The library as it is made once, for all cases.
const QMap<QString, QByteArray>& files(const QString& name, const std::function<void(const QString&)>& make)
{
    static QMap<QString, QMap<QString, QByteArray>> made;
    if (!made.contains(name)) {
        const QTemporaryDir home(quickFolder());
        make(home.path());
        made.insert(name, {});
        const QDir folder(home.path());
        QDirIterator found(home.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (found.hasNext()) {
            const QString path = found.next();
            if (!path.endsWith(u".lock") && !path.endsWith(u"-shm")) {
                made[name].insert(folder.relativeFilePath(path), support::bytesOf(path));
            }
        }
    }
    return made[name];
}

void put(const QString& folder, const QMap<QString, QByteArray>& bytes)
{
    for (auto file = bytes.cbegin(); file != bytes.cend(); ++file) {
        const QString path = folder + u'/' + file.key();
        QDir().mkpath(QFileInfo(path).absolutePath());
        if (!support::putBytes(path, file.value())) {
            qFatal("the files of the operation cannot be laid out");
        }
    }
}

void makeWorked(const QString& folder)
{
    auto store = SqliteStore::create(libraryOf(folder), {}).value();
    must(store->installCourse(support::sampleCourse()));
    makeEdits(*store, 7, 0, 15);
    must(store->undo());
}

class Creating : public Operation
{
public:
    void prepare(const QString& folder) override { m_folder = folder; }
    Result<void> act() override
    {
        auto made = SqliteStore::create(libraryOf(m_folder), { newYear2026, {} });
        m_store = made ? std::move(*made) : nullptr;
        return made.map([](const auto&) {});
    }
    void close() override { m_store.reset(); }
    QString judge(bool done) override
    {
        close();
        const bool isThere = QFile::exists(libraryOf(m_folder));
        if (!isThere && (done || !QDir(m_folder).isEmpty(QDir::Files))) {
            return u"no library, but "_s + QDir(m_folder).entryList(QDir::Files).join(u' ');
        }
        if (!isThere && !SqliteStore::create(libraryOf(m_folder), { newYear2026, {} })) {
            return u"it cannot be made now"_s;
        }
        return wrongLibrary(m_folder, { { domain::contentHash({}), {}, {}, {} } });
    }

private:
    QString m_folder;
    std::unique_ptr<SqliteStore> m_store;
};

/// Opens a library: as it was closed, as a crash left it, or of an older program.
class Opening : public Operation
{
public:
    enum class As { Closed, Crashed, Old };
    explicit Opening(As as)
        : m_as(as)
    {
    }
    void prepare(const QString& folder) override
    {
        m_folder = folder;
        const QString name = u"opening %1"_s.arg(static_cast<int>(m_as));
        put(folder, files(name, [this](const QString& home) { make(home); }));
        static QMap<QString, LibraryState> states;
        if (!states.contains(name)) {
            states.insert(name, openLibrary(folder).state.value());
            QDir(folder).removeRecursively();
            put(folder, files(name, {}));
        }
        m_state = states.value(name);
    }
    Result<void> act() override
    {
        auto opened = SqliteStore::open(libraryOf(m_folder), { newYear2026, {} });
        m_store = opened ? std::move(*opened) : nullptr;
        return opened.map([](const auto&) {});
    }
    void close() override { m_store.reset(); }
    QString judge(bool) override
    {
        if (m_store && stateOf(*m_store) != m_state) {
            return u"it opened with another state"_s;
        }
        close();
        const QString wrong = wrongLibrary(m_folder, { m_state }) + wrongBackups(m_folder);
        const bool hasBackup = !storage::listBackups(backupsOf(m_folder), libraryOf(m_folder)).empty();
        return wrong.isEmpty() && m_as == As::Old && !hasBackup ? u"migrated without a backup"_s : wrong;
    }

private:
    void make(const QString& home) const
    {
        if (m_as == As::Old) {
            makeOldLibrary(libraryOf(home), 1);
            return;
        }
        makeWorked(home);
        if (m_as == As::Crashed) {
            auto store = opened(home);
            makeEdits(*store, 7, 100, 5);
            for (const QString& suffix : { u""_s, u"-wal"_s }) {
                QFile::copy(libraryOf(home) + suffix, home + u"/kept"_s + suffix);
            }
            store.reset();
            for (const QString& suffix : { u""_s, u"-wal"_s }) {
                QFile::remove(libraryOf(home) + suffix);
                QFile::rename(home + u"/kept"_s + suffix, libraryOf(home) + suffix);
            }
        }
    }

    As m_as;
    QString m_folder;
    LibraryState m_state;
    std::unique_ptr<SqliteStore> m_store;
};

/// Changes an open library.
class Changing : public Operation
{
public:
    using Change = Result<void> (*)(SqliteStore&);
    explicit Changing(Change change)
        : m_change(change)
    {
    }
    void prepare(const QString& folder) override
    {
        m_folder = folder;
        put(folder, files(u"worked"_s, makeWorked));
        m_store = opened(folder);
        m_before = stateOf(*m_store);
        static QMap<Change, LibraryState> after;
        if (!after.contains(m_change)) {
            must(m_change(*m_store));
            after.insert(m_change, stateOf(*m_store));
            m_store.reset();
            QDir(folder).removeRecursively();
            prepare(folder);
        }
        m_after = after.value(m_change);
    }
    Result<void> act() override { return m_change(*m_store); }
    void close() override { m_store.reset(); }
    QString judge(bool done) override
    {
        if (m_store) {
            if (stateOf(*m_store) != (done ? m_after : m_before)) {
                return done ? u"it is not done"_s : u"it failed, and something changed"_s;
            }
            if (const auto now = done ? Result<void>() : m_change(*m_store); !now) {
                return u"it cannot be done now: "_s + now.error().detail;
            }
            close();
            return wrongLibrary(m_folder, { m_after });
        }
        if (done) {
            return wrongLibrary(m_folder, { m_after });
        }
        const OpenedLibrary found = openLibrary(m_folder);
        if (found.state == m_before) {
            must(m_change(*opened(m_folder)));
        }
        return found.state ? wrongLibrary(m_folder, { m_after }) : found.fault;
    }

private:
    Change m_change;
    QString m_folder;
    LibraryState m_before;
    LibraryState m_after;
    std::unique_ptr<SqliteStore> m_store;
};

class BackingUp : public Operation
{
public:
    void prepare(const QString& folder) override
    {
        m_folder = folder;
        put(folder, files(u"worked"_s, makeWorked));
        m_store = opened(folder);
        m_state = stateOf(*m_store);
        m_bytes = support::bytesOf(libraryOf(folder));
    }
    Result<void> act() override { return withoutValue(back(newYear2026)); }
    void close() override { m_store.reset(); }
    QString judge(bool done) override
    {
        const auto made = storage::listBackups(backupsOf(m_folder), libraryOf(m_folder)).size();
        if (made > 1 || (done && made == 0)) {
            return u"%1 backups"_s.arg(made);
        }
        if (support::bytesOf(libraryOf(m_folder)) != m_bytes) {
            return u"the library is another file"_s;
        }
        if (!back(newYear2026 + day)) {
            return u"it cannot be made now"_s;
        }
        close();
        return wrongBackups(m_folder) + wrongLibrary(m_folder, { m_state });
    }

private:
    Result<QString> back(qint64 at) const { return storage::makeBackup(libraryOf(m_folder), backupsOf(m_folder), at); }

    QString m_folder;
    LibraryState m_state;
    QByteArray m_bytes;
    std::unique_ptr<SqliteStore> m_store;
};

class ThinningBackups : public Operation
{
public:
    void prepare(const QString& folder) override
    {
        m_folder = folder;
        put(folder, files(u"many backups"_s, [](const QString& home) {
            makeWorked(home);
            for (int i = 0; i < 4; ++i) {
                must(storage::makeBackup(libraryOf(home), backupsOf(home), newYear2026 + i * second));
            }
        }));
    }
    Result<void> act() override { return withoutValue(storage::thinBackups(backupsOf(m_folder), libraryOf(m_folder))); }
    QString judge(bool) override
    {
        const auto left = storage::listBackups(backupsOf(m_folder), libraryOf(m_folder));
        if (left.empty() || left.front().at != newYear2026 + 3 * second) {
            return u"the newest backup is gone"_s;
        }
        const bool isThinned = act() && storage::listBackups(backupsOf(m_folder), libraryOf(m_folder)).size() == 1;
        return isThinned ? wrongBackups(m_folder) : u"they cannot be thinned now"_s;
    }

private:
    QString m_folder;
};

class Restoring : public Operation
{
public:
    explicit Restoring(bool isDamaged)
        : m_isDamaged(isDamaged)
    {
    }
    void prepare(const QString& folder) override
    {
        m_folder = folder;
        put(folder, files(m_isDamaged ? u"damaged"_s : u"restoring"_s, [this](const QString& home) {
            makeWorked(home);
            must(storage::makeBackup(libraryOf(home), backupsOf(home), newYear2026));
            makeEdits(*opened(home), 7, 100, 5);
            if (QFile file(libraryOf(home)); m_isDamaged && file.open(QIODevice::ReadWrite)) {
                file.write(QByteArray(60, 'x'));
            }
        }));
        m_backup = storage::listBackups(backupsOf(folder), libraryOf(folder)).front().path;
        m_bytes = support::bytesOf(libraryOf(folder));
        m_backupBytes = support::bytesOf(m_backup);
        m_later = m_isDamaged ? std::nullopt : openLibrary(folder).state;
    }
    Result<void> act() override
    {
        return withoutValue(storage::restoreBackup(m_backup, libraryOf(m_folder), backupsOf(m_folder), newYear2026 + day));
    }
    QString judge(bool done) override
    {
        if (support::bytesOf(m_backup) != m_backupBytes) {
            return u"the backup is another file"_s;
        }
        if (!done) {
            const QString wrong = m_isDamaged ? wrongDamaged() : wrongPresent();
            const auto now = wrong.isEmpty() ? act() : Result<void>();
            if (!wrong.isEmpty() || !now) {
                return now ? wrong : u"it cannot be restored now: "_s + now.error().detail;
            }
        }
        const QString wrong = m_isDamaged ? wrongDamaged() : wrongBackups(m_folder);
        const bool isThere = support::bytesOf(libraryOf(m_folder)) == m_backupBytes;
        return isThere ? wrong : wrong + u"the backup is not there"_s;
    }

private:
    /// The library opens and is what it was; or it is the backup already, and the other is kept.
    QString wrongPresent() const
    {
        const OpenedLibrary found = openLibrary(m_folder);
        if (found.state == m_later) {
            return wrongBackups(m_folder);
        }
        const bool isKept = storage::listBackups(backupsOf(m_folder), libraryOf(m_folder)).size() > 1;
        const bool isRestored = support::bytesOf(libraryOf(m_folder)) == m_backupBytes;
        return isKept && isRestored ? wrongBackups(m_folder) : u"neither the old state nor the new one "_s + found.fault;
    }
    /// Its bytes are in its place or beside it.
    QString wrongDamaged() const
    {
        const QStringList aside = QDir(m_folder).entryList({ u"library.waymark*"_s });
        const bool isKept = std::any_of(
            aside.begin(), aside.end(), [this](const QString& name) { return support::bytesOf(m_folder + u'/' + name) == m_bytes; });
        return isKept ? QString() : u"the damaged library is gone"_s;
    }

    bool m_isDamaged;
    QString m_folder;
    QString m_backup;
    QByteArray m_bytes;
    QByteArray m_backupBytes;
    std::optional<LibraryState> m_later;
};

} // namespace

std::unique_ptr<Operation> creating()
{
    return std::make_unique<Creating>();
}
std::unique_ptr<Operation> opening()
{
    return std::make_unique<Opening>(Opening::As::Closed);
}
std::unique_ptr<Operation> openingAfterACrash()
{
    return std::make_unique<Opening>(Opening::As::Crashed);
}
std::unique_ptr<Operation> migrating()
{
    return std::make_unique<Opening>(Opening::As::Old);
}
std::unique_ptr<Operation> committing()
{
    return std::make_unique<Changing>(
        [](SqliteStore& store) -> Result<void> { return store.commit(support::RandomEdits(99).edit(store.progress().value(), u"new"_s)); });
}
std::unique_ptr<Operation> undoing()
{
    return std::make_unique<Changing>([](SqliteStore& store) { return withoutValue(store.undo()); });
}
std::unique_ptr<Operation> redoing()
{
    return std::make_unique<Changing>([](SqliteStore& store) { return withoutValue(store.redo()); });
}
std::unique_ptr<Operation> installingACourse()
{
    return std::make_unique<Changing>([](SqliteStore& store) {
        domain::CourseContent content = support::sampleCourse();
        content.hash = u"another"_s;
        content.assets.push_back({ u"images/large.png"_s, QByteArray(60'000, 'p') });
        return store.installCourse(content);
    });
}
std::unique_ptr<Operation> backingUp()
{
    return std::make_unique<BackingUp>();
}
std::unique_ptr<Operation> thinningBackups()
{
    return std::make_unique<ThinningBackups>();
}
std::unique_ptr<Operation> restoringABackup()
{
    return std::make_unique<Restoring>(false);
}
std::unique_ptr<Operation> restoringOverADamagedLibrary()
{
    return std::make_unique<Restoring>(true);
}

} // namespace waymark::power
