// SPDX-License-Identifier: GPL-3.0-or-later
#include "OperationFiles.h"

#include <storage/LibraryFiles.h>
#include <storage/Recovery.h>

using namespace Qt::StringLiterals;

namespace waymark::power {

using domain::RecoveryWay;
using domain::Result;
using storage::SqliteStore;

namespace {

constexpr qint64 second = 1000;
constexpr qint64 day = 86'400 * second;

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

/// A damaged library is made again, with what its backup has or from itself alone.
class Recovering : public Operation
{
public:
    explicit Recovering(bool hasBackup)
        : m_hasBackup(hasBackup)
    {
    }
    void prepare(const QString& folder) override
    {
        m_folder = folder;
        const QString name = m_hasBackup ? u"recovering"_s : u"recovering alone"_s;
        put(folder, files(name, [this](const QString& home) {
            makeWorked(home);
            if (m_hasBackup) {
                must(storage::makeBackup(libraryOf(home), backupsOf(home), newYear2026));
            }
            makeEdits(*opened(home), 7, 100, 5);
            if (QFile file(libraryOf(home)); file.open(QIODevice::ReadWrite)) {
                file.write(QByteArray(60, 'x'));
            }
        }));
        m_bytes = support::bytesOf(libraryOf(folder));
        static QMap<QString, QList<LibraryState>> states;
        if (const auto made = states.constFind(name); made != states.cend()) {
            m_recovered = *made;
            return;
        }
        for (const RecoveryWay way : { RecoveryWay::Both, RecoveryWay::Salvage }) {
            must(recover(way));
            states[name].append(openLibrary(folder).state.value());
            QDir(folder).removeRecursively();
            put(folder, files(name, {}));
        }
        m_recovered = states.value(name);
    }
    /// A backup that cannot be opened counts as one that cannot be read: what the library has is what can be recovered. Of a library that
    /// cannot be opened nothing is known, and it stays as it is.
    void expect(DiskCall call) override { m_canDoWithoutBackup = call == DiskCall::Open; }
    Result<void> act() override { return recover(RecoveryWay::Both); }
    QString judge(bool done) override
    {
        const bool isInPlace = support::bytesOf(libraryOf(m_folder)) == m_bytes;
        if (!isInPlace && kept().isEmpty()) {
            return u"the damaged library is gone"_s;
        }
        const bool isGone = !QFile::exists(libraryOf(m_folder));
        if (isGone) {
            storage::moveBack(kept(), libraryOf(m_folder)); // the disk took its own name no more
        }
        if (!done && (isInPlace || isGone)) {
            if (const auto now = act(); !now) {
                return u"it cannot be recovered now: "_s + now.error().detail;
            }
        }
        const QList<LibraryState> owed = m_recovered.first(done && m_canDoWithoutBackup ? 2 : 1);
        const OpenedLibrary found = openLibrary(m_folder);
        const QString wrong = found.state ? u"other records"_s : found.fault;
        return (found.state && owed.contains(*found.state) ? QString() : wrong) + wrongBackups(m_folder)
            + (kept().isEmpty() ? u"nothing is kept"_s : QString());
    }

private:
    Result<void> recover(RecoveryWay way) const
    {
        return withoutValue(storage::recoverLibrary(libraryOf(m_folder), { backupsOf(m_folder), newYear2026 + day, way }));
    }
    /// Where the bytes of the damaged library lie beside it; empty if nowhere.
    QString kept() const
    {
        for (const QString& name : QDir(m_folder).entryList({ u"library.waymark.corrupt-*"_s })) {
            if (support::bytesOf(m_folder + u'/' + name) == m_bytes) {
                return m_folder + u'/' + name;
            }
        }
        return {};
    }

    bool m_hasBackup;
    QString m_folder;
    bool m_canDoWithoutBackup = false;
    QByteArray m_bytes;
    QList<LibraryState> m_recovered; ///< from both; from the damaged library alone
};

/// Of a library nothing but an index is damaged. Its new one has all that it had; one that is put together from what can be read would not
/// be that: where the disk fails it stays as it is.
class MendingIndexes : public Operation
{
public:
    void prepare(const QString& folder) override
    {
        m_folder = folder;
        static LibraryState whole;
        put(folder, files(u"bad index"_s, [](const QString& home) {
            makeWorked(home);
            whole = openLibrary(home).state.value();
            spoilIndex(libraryOf(home));
        }));
        m_whole = whole;
        m_bytes = support::bytesOf(libraryOf(folder));
    }
    Result<void> act() override { return mend(); }
    QString judge(bool done) override
    {
        if (done && !m_isReindexed) {
            return u"put together instead of mended"_s;
        }
        const bool isInPlace = support::bytesOf(libraryOf(m_folder)) == m_bytes;
        const QStringList aside = QDir(m_folder).entryList({ u"library.waymark.corrupt-*"_s });
        if (!done && !isInPlace && aside.isEmpty()) {
            return u"neither in its place nor beside it"_s;
        }
        if (!done && !QFile::exists(libraryOf(m_folder))) {
            storage::moveBack(m_folder + u'/' + aside.front(), libraryOf(m_folder)); // the disk took its own name no more
        }
        if (!done && (!mend() || !m_isReindexed)) {
            return u"it cannot be mended now"_s;
        }
        return m_isReindexed ? wrongLibrary(m_folder, { m_whole }) : openLibrary(m_folder).fault;
    }

private:
    Result<void> mend()
    {
        const auto report = storage::recoverLibrary(libraryOf(m_folder), { backupsOf(m_folder), newYear2026 + day });
        m_isReindexed = report && report->isReindexed;
        return withoutValue(report);
    }
    /// Keys in the leaf of an index become others.
    static void spoilIndex(const QString& library)
    {
        qint64 root = 0;
        {
            auto opened = storage::Connection::open(library, storage::Connection::Mode::Immutable).value();
            root = opened->value(u"SELECT rootpage FROM sqlite_schema WHERE name = 'sqlite_autoindex_journal_1'"_s).value().toLongLong();
        }
        constexpr qint64 page = 4096;
        QFile file(library);
        const bool isSpoilt = root > 1 && file.open(QIODevice::ReadWrite) && file.seek(root * page - 30) && file.write("xyz") == 3;
        if (!isSpoilt) {
            qFatal("the index is not spoilt");
        }
    }

    QString m_folder;
    LibraryState m_whole;
    QByteArray m_bytes;
    bool m_isReindexed = false;
};

} // namespace

std::unique_ptr<Operation> mendingIndexes()
{
    return std::make_unique<MendingIndexes>();
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
std::unique_ptr<Operation> recoveringADamagedLibrary()
{
    return std::make_unique<Recovering>(true);
}
std::unique_ptr<Operation> recoveringWithoutABackup()
{
    return std::make_unique<Recovering>(false);
}

} // namespace waymark::power
