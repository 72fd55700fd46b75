// SPDX-License-Identifier: GPL-3.0-or-later
// A library in a folder that another program writes to: a sync client that replaces the file, a tool that writes into it.
#include "LibraryFixture.h"

#include <domain/Progress.h>
#include <storage/Backup.h>
#include <storage/BackupFolder.h>
#include <storage/SyncFolder.h>

#include <QDir>
#include <QTest>

#include <thread>

using namespace waymark;
using namespace Qt::StringLiterals;
using domain::ErrorCode;
using storage::SqliteStore;

class TestForeignChange : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aReplacedLibraryIsNotWrittenAndWhatWasOpenIsKept_data();
    void aReplacedLibraryIsNotWrittenAndWhatWasOpenIsKept();
    void aForeignWriteIsNoticedOnce();
    void ourOwnWorkIsNoForeignChange();
    void conflictCopiesAreFound_data();
    void conflictCopiesAreFound();
    void otherFilesAreNoConflictCopies();
    void syncFoldersAreKnown_data();
    void syncFoldersAreKnown();
};

namespace {

constexpr qint64 newYear2026 = 1'767'225'600'000;

} // namespace

void TestForeignChange::aReplacedLibraryIsNotWrittenAndWhatWasOpenIsKept_data()
{
    QTest::addColumn<bool>("isGone");
    QTest::newRow("another file in its place") << false;
    QTest::newRow("no file at all") << true;
}

void TestForeignChange::aReplacedLibraryIsNotWrittenAndWhatWasOpenIsKept()
{
    QFETCH(bool, isGone);
    support::LibraryFixture fixture;
    const QString foreign = fixture.folder() + u"/from the other computer"_s;
    QVERIFY(QFile::copy(fixture.path(), foreign));
    const QByteArray theirs = support::bytesOf(foreign);
    auto store = SqliteStore::open(fixture.path(), { newYear2026, {} }).value();
    fixture.makeEdits(*store, 5);
    const QByteArray ours = domain::contentHash(store->progress().value());
    QVERIFY(QFile::remove(fixture.path()));
    QVERIFY(isGone || QFile::rename(foreign, fixture.path()));

    const auto undone = store->undo();
    QVERIFY(!undone && undone.error().code == ErrorCode::LibraryMissing);
    const QString kept = undone.error().detail;
    QCOMPARE(kept, storage::backupFolderOf(fixture.path()) + u"/library-20260101-000000.waymark"_s);
    QVERIFY(storage::verifyBackup(kept).has_value());
    QVERIFY(store->installCourse(support::sampleCourse()).error().code == ErrorCode::LibraryMissing);
    QCOMPARE(storage::listBackups(storage::backupFolderOf(fixture.path()), fixture.path()).size(), std::size_t { 1 });
    store.reset();
    QCOMPARE(QFile::exists(fixture.path()), !isGone);
    QVERIFY(isGone || support::bytesOf(fixture.path()) == theirs);
    QCOMPARE(domain::contentHash(SqliteStore::open(kept, {}).value()->progress().value()), ours);
}

void TestForeignChange::aForeignWriteIsNoticedOnce()
{
    support::LibraryFixture fixture;
    auto store = SqliteStore::open(fixture.path(), {}).value();
    const auto before = store->journal(100).value();
    QVERIFY(fixture.tamper("INSERT INTO note (skill, text, shared, at) VALUES ('elsewhere', 'by another program', 0, 7)"));
    const auto undone = store->undo();
    QVERIFY(!undone && undone.error().code == ErrorCode::StaleEdit);
    QCOMPARE(undone.error().subject, fixture.path());
    QVERIFY(store->journal(100).value() == before);
    QCOMPARE(store->progress().value().skill(u"elsewhere"_s).note->text, u"by another program"_s);
    QVERIFY(store->undo().has_value());
}

void TestForeignChange::ourOwnWorkIsNoForeignChange()
{
    // Backups by connections of their own, readers, and more edits than the log holds before it begins anew.
    support::LibraryFixture fixture(0);
    auto store = SqliteStore::open(fixture.path(), {}).value();
    std::thread worker([&fixture] {
        for (int i = 0; i < 5; ++i) {
            (void)storage::makeBackup(fixture.path(), storage::backupFolderOf(fixture.path()), newYear2026 + i * 1000);
        }
    });
    support::RandomEdits random(3);
    for (int i = 0; i < 300; ++i) {
        const auto done = store->commit(random.edit(store->progress().value(), QString::number(i)));
        QVERIFY2(done.has_value(), done ? "" : qPrintable(done.error().detail));
        if (i % 100 == 0) {
            QVERIFY(SqliteStore::openReadOnly(fixture.path(), {}).has_value());
        }
    }
    worker.join();
    QVERIFY(store->installCourse(support::sampleCourse()).has_value());
    QVERIFY(store->undo().has_value());
}

void TestForeignChange::conflictCopiesAreFound_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("Dropbox") << u"library (Ada's conflicted copy 2026-01-01).waymark"_s;
    QTest::newRow("Nextcloud") << u"library (conflicted copy 2026-01-01 120000).waymark"_s;
    QTest::newRow("Syncthing") << u"library.sync-conflict-20260101-120000-ABCDEFG.waymark"_s;
    QTest::newRow("ownCloud") << u"library_conflict-20260101-120000.waymark"_s;
}

void TestForeignChange::conflictCopiesAreFound()
{
    QFETCH(QString, name);
    const support::LibraryFixture fixture;
    QVERIFY(storage::signsOfSync(fixture.path()).conflictCopies.isEmpty());
    QVERIFY(QFile::copy(fixture.path(), fixture.folder() + u'/' + name));
    QCOMPARE(storage::signsOfSync(fixture.path()).conflictCopies, QStringList(fixture.folder() + u'/' + name));
}

void TestForeignChange::otherFilesAreNoConflictCopies()
{
    const support::LibraryFixture fixture;
    for (const QString& name : { u"library 2.waymark"_s, u"other (conflicted copy 2026-01-01).waymark"_s,
             u"library (conflicted copy 2026-01-01).txt"_s, u"library-20260101-000000.waymark"_s, u"library.waymark.lock"_s }) {
        QVERIFY(support::putBytes(fixture.folder() + u'/' + name, "x"));
    }
    QCOMPARE(storage::signsOfSync(fixture.path()).conflictCopies, QStringList());
    QCOMPARE(storage::signsOfSync(fixture.path()).service, QString());
}

void TestForeignChange::syncFoldersAreKnown_data()
{
    QTest::addColumn<QString>("mark");
    QTest::addColumn<QString>("service");
    QTest::newRow("Syncthing") << u".stfolder/"_s << u"Syncthing"_s;
    QTest::newRow("Dropbox") << u".dropbox"_s << u"Dropbox"_s;
    QTest::newRow("Nextcloud") << u".sync_0123456789ab.db"_s << u"Nextcloud"_s;
    QTest::newRow("ownCloud") << u"._sync_0123456789ab.db"_s << u"ownCloud"_s;
}

void TestForeignChange::syncFoldersAreKnown()
{
    QFETCH(QString, mark);
    QFETCH(QString, service);
    const support::LibraryFixture fixture;
    const QString deep = fixture.folder() + u"/study/waymark"_s;
    QVERIFY(QDir().mkpath(deep));
    const QString library = deep + u"/library.waymark"_s;
    QVERIFY(QFile::rename(fixture.path(), library));
    QCOMPARE(storage::signsOfSync(library).service, QString());
    const QString path = fixture.folder() + u'/' + mark;
    QVERIFY(mark.endsWith(u'/') ? QDir().mkpath(path) : support::putBytes(path, "x"));
    QCOMPARE(storage::signsOfSync(library).service, service);
}

QTEST_GUILESS_MAIN(TestForeignChange)
#include "tst_ForeignChange.moc"
