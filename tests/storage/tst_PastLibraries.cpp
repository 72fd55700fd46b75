// SPDX-License-Identifier: GPL-3.0-or-later
// Libraries of every schema that was ever given out, as files: each comes up to date with all that was in it, whenever the program is
// killed on the way.
#include "ChildProcess.h"
#include "CourseEditions.h"
#include "FolderInMemory.h"
#include "PastLibrary.h"

#include <domain/JournalReplay.h>
#include <domain/Progress.h>
#include <storage/Backup.h>
#include <storage/BackupFolder.h>
#include <storage/Connection.h>
#include <storage/OpenLadder.h>
#include <storage/SqliteStore.h>

#include <QTemporaryDir>
#include <QTest>

#include <csignal>

#include <sqlite3.h>

using namespace waymark;
using domain::ErrorCode;
using storage::Connection;
using storage::Migrations;
using storage::SqliteStore;
using support::PastLibrary;

class TestPastLibraries : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everySchemaHasItsLibrary();
    void pastLibraryComesUpToDate_data() { schemas(Migrations::known().latest()); }
    void pastLibraryComesUpToDate();
    void coursesKeptInAPastLibraryComeBack();
    void aReaderLeavesAPastLibraryAlone_data() { schemas(Migrations::known().latest() - 1); }
    void aReaderLeavesAPastLibraryAlone();
    void killedOnTheWayItIsOldOrNewAndWhole_data() { schemas(Migrations::known().latest() - 1); }
    void killedOnTheWayItIsOldOrNewAndWhole();

private:
    static void schemas(int last);
    void checkKilled(const PastLibrary& past, const QString& library);
};

namespace {

constexpr qint64 newYear2026 = 1'767'225'600'000;

int statementsLeft = 0; ///< of the child that is to be killed

int countDown(unsigned, void*, void*, void*)
{
    if (--statementsLeft == 0) {
        ::raise(SIGKILL);
    }
    return 0;
}

int watchConnection(sqlite3* handle, const char**, const sqlite3_api_routines*)
{
    return sqlite3_trace_v2(handle, SQLITE_TRACE_STMT, countDown, nullptr);
}

/// In a child: from now on the statement of this number, on whatever connection, is not begun.
void killBefore(int statement)
{
    statementsLeft = statement;
    sqlite3_auto_extension(reinterpret_cast<void (*)()>(watchConnection));
}

const PastLibrary& pastOf(int schema)
{
    return *std::ranges::find(support::pastLibraries(), schema, &PastLibrary::schema);
}

int versionOf(const QString& path)
{
    return storage::schemaVersion(*Connection::open(path, Connection::Mode::Immutable).value()).value();
}

} // namespace

void TestPastLibraries::schemas(int last)
{
    QTest::addColumn<int>("schema");
    for (int schema = 1; schema <= last; ++schema) {
        QTest::addRow("schema %d", schema) << schema;
    }
}

void TestPastLibraries::everySchemaHasItsLibrary()
{
    // Whoever adds a migration adds the library of the schema that comes of it, before it is given out.
    QCOMPARE(support::pastLibraries().size(), Migrations::known().latest());
    for (int schema = 1; schema <= Migrations::known().latest(); ++schema) {
        const QTemporaryDir folder(support::folderInMemory());
        const QString path = folder.filePath(QStringLiteral("library.waymark"));
        QVERIFY(support::putBytes(path, pastOf(schema).bytes()));
        QCOMPARE(versionOf(path), schema);
    }
}

void TestPastLibraries::pastLibraryComesUpToDate()
{
    QFETCH(int, schema);
    const PastLibrary& past = pastOf(schema);
    const QTemporaryDir folder(support::folderInMemory());
    const QString path = folder.filePath(QStringLiteral("library.waymark"));
    QVERIFY(support::putBytes(path, past.bytes()));
    auto store = SqliteStore::open(path, { newYear2026, {} });
    QVERIFY2(store.has_value(), store ? "" : qPrintable(store.error().detail));
    const domain::Progress progress = (*store)->progress().value();
    QCOMPARE(domain::contentHash(progress).toHex(), past.records);
    const auto journal = (*store)->journal(1000).value();
    QCOMPARE(journal.size(), static_cast<std::size_t>(past.edits));
    const domain::JournalReplay replay = domain::replayJournal(journal, progress);
    QVERIFY(replay.missing == 0 && replay.unfitting == 0 && replay.differences.empty());
    QVERIFY((*store)->course().value().has_value());
    QVERIFY(!(*store)->search(QStringLiteral("git"), 5).value().empty());
    while ((*store)->undo()) { }
    QVERIFY((*store)->progress().value() == domain::Progress());
    const auto backups = storage::listBackups(storage::backupFolderOf(path), path);
    QCOMPARE(backups.size(), std::size_t { schema == Migrations::known().latest() ? 0U : 1U });
    for (const auto& backup : backups) {
        QVERIFY(storage::verifyBackup(backup.path).has_value());
        QCOMPARE(versionOf(backup.path), schema);
    }
    store->reset();
    QVERIFY(storage::verifyBackup(path).has_value());
}

/// The form in which a library keeps a course that was replaced is read for ever.
void TestPastLibraries::coursesKeptInAPastLibraryComeBack()
{
    const QTemporaryDir folder(support::folderInMemory());
    const QString path = folder.filePath(QStringLiteral("library.waymark"));
    QVERIFY(support::putBytes(path, pastOf(8).bytes()));
    auto store = SqliteStore::open(path, { newYear2026, {} }).value();
    QVERIFY(store->course().value() == support::secondEdition().course);
    const domain::Progress progress = store->progress().value();
    QCOMPARE(store->redo().value().subject, QStringLiteral("Back-end developer 3.0.0"));
    QVERIFY(store->course().value() == support::thirdEdition().course);
    QVERIFY(store->undo().has_value());
    QVERIFY(store->progress().value() == progress);
    while (store->course().value()->version != QStringLiteral("1.0.0")) {
        QVERIFY(store->undo().has_value());
    }
    QVERIFY(store->course().value() == support::sampleCourse().course);
    QVERIFY(store->lesson(QStringLiteral("vcs-git")).value() == support::sampleCourse().lessons.front());
    QCOMPARE(store->progress().value().time().value(QStringLiteral("of-git")).skill, QStringLiteral("vcs-git"));
}

void TestPastLibraries::aReaderLeavesAPastLibraryAlone()
{
    QFETCH(int, schema);
    const QTemporaryDir folder(support::folderInMemory());
    const QString path = folder.filePath(QStringLiteral("library.waymark"));
    QVERIFY(support::putBytes(path, pastOf(schema).bytes()));
    const auto opened = SqliteStore::openReadOnly(path, { newYear2026, {} });
    QVERIFY(!opened && opened.error().code == ErrorCode::ReadOnly);
    QCOMPARE(support::bytesOf(path), pastOf(schema).bytes());
    QVERIFY(!QFile::exists(storage::backupFolderOf(path)));
}

/// What a kill has left: one of the versions on the way, each whole, and after the next start the newest with everything in it.
void TestPastLibraries::checkKilled(const PastLibrary& past, const QString& library)
{
    {
        auto left = Connection::open(library, Connection::Mode::ReadOnly);
        QVERIFY(left.has_value());
        const int version = storage::schemaVersion(**left).value();
        QVERIFY(version >= past.schema && version <= Migrations::known().latest());
        const auto checked = storage::checkContents(**left, Migrations::known(), true);
        QVERIFY2(checked.has_value(), checked ? "" : qPrintable(checked.error().detail));
    }
    auto store = SqliteStore::open(library, { newYear2026, {} });
    QVERIFY2(store.has_value(), store ? "" : qPrintable(store.error().detail));
    QCOMPARE(domain::contentHash((*store)->progress().value()).toHex(), past.records);
    QCOMPARE((*store)->journal(1000).value().size(), static_cast<std::size_t>(past.edits));
    store->reset();
    QCOMPARE(versionOf(library), Migrations::known().latest());
    const auto backups = storage::listBackups(storage::backupFolderOf(library), library);
    QVERIFY(!backups.empty());
    for (const auto& backup : backups) { // what has the name of a backup is one
        QVERIFY(storage::verifyBackup(backup.path).has_value());
    }
}

void TestPastLibraries::killedOnTheWayItIsOldOrNewAndWhole()
{
    QFETCH(int, schema);
    const PastLibrary& past = pastOf(schema);
    const QByteArray bytes = past.bytes();
    // Every statement takes half a minute (WAYMARK_KILL_EVERY=1); by default each suite takes some hundred of them.
    bool isNumber = false;
    const int wanted = qEnvironmentVariableIntValue("WAYMARK_KILL_EVERY", &isNumber);
    const int stride = isNumber && wanted > 0 ? wanted : schema == 1 ? 2 : 4;
    int kills = 0;
    int inMigration = 0;
    for (int statement = 1;; statement += stride) {
        const QTemporaryDir folder(support::folderInMemory());
        const QString library = folder.filePath(QStringLiteral("library.waymark"));
        QVERIFY(support::putBytes(library, bytes));
        const QString answer = support::inChild([&library, statement]() -> QString {
            killBefore(statement);
            WAYMARK_EXPECT(SqliteStore::open(library, { newYear2026, {} }).has_value());
            return {};
        });
        if (answer.isEmpty()) {
            break; // it needs fewer statements than that
        }
        QCOMPARE(answer, QStringLiteral("crashed"));
        ++kills;
        inMigration += storage::listBackups(storage::backupFolderOf(library), library).empty() ? 0 : 1;
        checkKilled(past, library);
        if (QTest::currentTestFailed()) {
            qInfo("killed before statement %d", statement);
            return;
        }
    }
    qInfo("%d kills, one every %d statements, %d of them behind the backup", kills, stride, inMigration);
    QVERIFY(inMigration > 0 && inMigration < kills);
}

QTEST_GUILESS_MAIN(TestPastLibraries)
#include "tst_PastLibraries.moc"
