// SPDX-License-Identifier: GPL-3.0-or-later
#include "ChildProcess.h"
#include "LibraryFixture.h"

#include <domain/Progress.h>
#include <storage/LibraryLock.h>

#include <QTest>

#include <csignal>

#include <fcntl.h>
#include <sys/file.h>

using namespace waymark;
using domain::ErrorCode;
using storage::SqliteStore;

class TestLibraryLock : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void secondOwnerInThisProcessIsRefused();
    void secondProcessIsRefusedAndMayRead();
    void lockOfAKilledProcessIsFreed();
    void lockThatNamesNobodyIsFreedUnlessHeld();
    void lockOfAnotherHostStays();
    void openLibraryIsNotReadBehindSqlite();
    void foreignWriterMakesTheLibraryBusy();
    void readerSeesWhatTheOwnerCommits();
};

void TestLibraryLock::secondOwnerInThisProcessIsRefused()
{
    support::LibraryFixture fixture;
    {
        const auto first = SqliteStore::open(fixture.path(), {});
        QVERIFY(first.has_value());
        QVERIFY(SqliteStore::open(fixture.path(), {}).error().code == ErrorCode::LibraryLocked);
    }
    QVERIFY(SqliteStore::open(fixture.path(), {}).has_value());
}

void TestLibraryLock::secondProcessIsRefusedAndMayRead()
{
    support::LibraryFixture fixture;
    int ready[2];
    int done[2];
    QVERIFY(::pipe(ready) == 0 && ::pipe(done) == 0);
    const pid_t owner = ::fork();
    if (owner == 0) {
        const auto store = SqliteStore::open(fixture.path(), {});
        char byte = store.has_value() ? 'y' : 'n';
        (void)!::write(ready[1], &byte, 1);
        (void)!::read(done[0], &byte, 1);
        ::_exit(0);
    }
    char byte = 0;
    QVERIFY(::read(ready[0], &byte, 1) == 1);
    const auto second = SqliteStore::open(fixture.path(), {});
    const auto reader = SqliteStore::openReadOnly(fixture.path(), {});
    (void)!::write(done[1], &byte, 1);
    ::waitpid(owner, nullptr, 0);
    QCOMPARE(byte, 'y');
    QVERIFY(!second && second.error().code == ErrorCode::LibraryLocked);
    QVERIFY2(second.error().detail.contains(QString::number(owner)), qPrintable(second.error().detail));
    QVERIFY(reader.has_value());
    QVERIFY((*reader)->isReadOnly());
    QVERIFY((*reader)->course().value().has_value());
    QVERIFY((*reader)->undo().error().code == ErrorCode::ReadOnly);
    QVERIFY((*reader)->installCourse(support::sampleCourse()).error().code == ErrorCode::ReadOnly);
}

void TestLibraryLock::lockOfAKilledProcessIsFreed()
{
    support::LibraryFixture fixture;
    const QString answer = support::inChild([&fixture]() -> QString {
        auto store = SqliteStore::open(fixture.path(), {}).value();
        fixture.makeEdits(*store, 3);
        std::raise(SIGKILL);
        return {};
    });
    QCOMPARE(answer, QStringLiteral("crashed"));
    QVERIFY(QFile::exists(storage::lockPathOf(fixture.path())));
    const auto store = SqliteStore::open(fixture.path(), {});
    QVERIFY(store.has_value());
    QCOMPARE((*store)->journal(100).value().size(), std::size_t { 23 });
}

void TestLibraryLock::lockThatNamesNobodyIsFreedUnlessHeld()
{
    // What a process leaves that is killed between making its lock file and writing into it.
    support::LibraryFixture fixture;
    const QString lock = storage::lockPathOf(fixture.path());
    QVERIFY(support::putBytes(lock, {}));
    const int held = ::open(lock.toLocal8Bit().constData(), O_RDWR);
    QVERIFY(held >= 0 && ::flock(held, LOCK_EX | LOCK_NB) == 0);
    QVERIFY(SqliteStore::open(fixture.path(), {}).error().code == ErrorCode::LibraryLocked);
    QVERIFY(QFile::exists(lock));
    ::close(held);
    QVERIFY(SqliteStore::open(fixture.path(), {}).has_value());
    QVERIFY(!QFile::exists(lock));
}

void TestLibraryLock::lockOfAnotherHostStays()
{
    support::LibraryFixture fixture;
    const QString lock = storage::lockPathOf(fixture.path());
    QVERIFY(support::putBytes(lock, "1\nwaymark\nanother-host\n0123456789abcdef0123456789abcdef\n\n"));
    const auto opened = SqliteStore::open(fixture.path(), {});
    QVERIFY(!opened && opened.error().code == ErrorCode::LibraryLocked);
    QVERIFY2(opened.error().detail.contains(QStringLiteral("another-host")), qPrintable(opened.error().detail));
    QVERIFY(QFile::exists(lock));
    QVERIFY(SqliteStore::openReadOnly(fixture.path(), {}).has_value());
}

void TestLibraryLock::openLibraryIsNotReadBehindSqlite()
{
    // Closing a second descriptor of the file would give up SQLite's locks: a reader here must not make writers elsewhere possible.
    support::LibraryFixture fixture;
    auto owner = SqliteStore::open(fixture.path(), {}).value();
    QVERIFY(SqliteStore::openReadOnly(fixture.path(), {}).has_value());
    QVERIFY(SqliteStore::open(fixture.path(), {}).error().code == ErrorCode::LibraryLocked);
    WAYMARK_CHILD([&fixture]() -> QString {
        // The bytes that SQLite locks while a library is open (its os_unix.c): another process asks who holds them.
        struct flock lock = { F_WRLCK, SEEK_SET, 0x40000002, 510, 0 };
        const int descriptor = ::open(fixture.path().toLocal8Bit().constData(), O_RDWR);
        WAYMARK_EXPECT(descriptor >= 0 && ::fcntl(descriptor, F_GETLK, &lock) == 0);
        WAYMARK_EXPECT(lock.l_type != F_UNLCK && lock.l_pid == ::getppid());
        return {};
    });
    fixture.makeEdits(*owner, 1);
    QCOMPARE(owner->journal(100).value().size(), std::size_t { 21 });
}

void TestLibraryLock::foreignWriterMakesTheLibraryBusy()
{
    support::LibraryFixture fixture;
    auto store = SqliteStore::open(fixture.path(), {}).value();
    const QByteArray before = domain::contentHash(store->progress().value());
    sqlite3* foreign = nullptr;
    QVERIFY(sqlite3_open(fixture.path().toUtf8().constData(), &foreign) == SQLITE_OK);
    QVERIFY(sqlite3_exec(foreign, "BEGIN IMMEDIATE", nullptr, nullptr, nullptr) == SQLITE_OK);
    QVERIFY(store->undo().error().code == ErrorCode::LibraryBusy);
    QCOMPARE(domain::contentHash(store->progress().value()), before);
    QVERIFY(sqlite3_exec(foreign, "ROLLBACK", nullptr, nullptr, nullptr) == SQLITE_OK);
    sqlite3_close(foreign);
    QVERIFY(store->undo().has_value());
}

void TestLibraryLock::readerSeesWhatTheOwnerCommits()
{
    support::LibraryFixture fixture;
    auto owner = SqliteStore::open(fixture.path(), {}).value();
    auto reader = SqliteStore::openReadOnly(fixture.path(), {}).value();
    fixture.makeEdits(*owner, 5);
    QVERIFY(reader->progress().value() == owner->progress().value());
    QCOMPARE(reader->journal(100).value().size(), std::size_t { 25 });
}

QTEST_GUILESS_MAIN(TestLibraryLock)
#include "tst_LibraryLock.moc"
