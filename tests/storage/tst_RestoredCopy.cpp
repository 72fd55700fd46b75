// SPDX-License-Identifier: GPL-3.0-or-later
// Backups that were restored: what a test of one says, that it finds what is wrong, and that it leaves nothing behind.
#include "LibraryFixture.h"

#include <domain/AtomicFile.h>
#include <domain/Platform.h>
#include <domain/Progress.h>
#include <storage/Backup.h>
#include <storage/BackupBook.h>
#include <storage/BackupFolder.h>
#include <storage/Connection.h>
#include <storage/RestoredCopy.h>

#include <QTest>

#include <rapidcheck.h>

#include <algorithm>
#include <thread>

#include <unistd.h>

using namespace waymark;
using domain::ErrorCode;
using storage::SqliteStore;

class TestRestoredCopy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void aNewBackupIsComparedWithItsLibrary();
    void aBackupOfARunningLibraryIsComparedWithTheStateItTook();
    void everyRandomLibraryComesBackFromItsBackup();
    void aTestOnlyReadsTheBackup();
    void aTestFindsWhatIsWrong_data();
    void aTestFindsWhatIsWrong();
    void aRestoreThatDiffersIsFound();
    void aBackupOfAnOlderSchemaIsTestedByItsMigration();
    void aCancelledTestLeavesNothing();
    void theBookRemembersTestsUntilTheBackupChanges();
    void anotherCopyIsReadWhole();
    void theLibraryThatIsOpenIsNeverOpenedOtherwise_data();
    void theLibraryThatIsOpenIsNeverOpenedOtherwise();
    void theReadingOfAnotherCopyStopsWhereverItIs();

private:
    /// Where restored copies are made.
    [[nodiscard]] QString scratch() const { return m_scratch->path(); }
    static storage::BackupBook bookOf(const support::LibraryFixture& fixture, qint64 now);

    std::unique_ptr<QTemporaryDir> m_scratch;
    QByteArray m_temporary;
};

namespace {

constexpr qint64 second = 1000;
constexpr qint64 day = 86400 * second;
constexpr qint64 newYear2026 = 1'767'225'600'000;

QString backups(const support::LibraryFixture& fixture)
{
    return storage::backupFolderOf(fixture.path());
}

/// The locks that processes hold on a file, as the system lists them (proc(5)).
QList<QByteArray> locksOn(const QString& path)
{
    QFile all(QStringLiteral("/proc/locks"));
    if (!all.open(QIODevice::ReadOnly)) {
        qFatal("the system lists no locks");
    }
    const QByteArray inode = ':' + domain::fileIdentity(path).section(u':', 1).toLatin1() + ' ';
    QList<QByteArray> found;
    for (const QByteArray& line : all.readAll().split('\n')) {
        if (line.contains(inode)) {
            found.append(line.mid(line.indexOf(':') + 1)); // without its number
        }
    }
    std::ranges::sort(found);
    return found;
}

} // namespace

storage::BackupBook TestRestoredCopy::bookOf(const support::LibraryFixture& fixture, qint64 now)
{
    return { fixture.path(), backups(fixture), [now] { return now; } };
}

void TestRestoredCopy::init()
{
    m_scratch = std::make_unique<QTemporaryDir>();
    m_temporary = qgetenv("TMPDIR");
    qputenv("TMPDIR", m_scratch->path().toLocal8Bit());
}

/// Nothing of any copy is left, however the test of it ended.
void TestRestoredCopy::cleanup()
{
    QCOMPARE(QDir(scratch()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot | QDir::Hidden).filter(QStringLiteral("waymark-")),
        QStringList());
    m_temporary.isEmpty() ? qunsetenv("TMPDIR") : qputenv("TMPDIR", m_temporary);
}

void TestRestoredCopy::aNewBackupIsComparedWithItsLibrary()
{
    const support::LibraryFixture fixture(30);
    const auto proof = bookOf(fixture, newYear2026).makeTested({});
    QVERIFY2(proof.has_value(), proof ? "" : qPrintable(proof.error().detail));
    auto store = SqliteStore::open(fixture.path(), {}).value();
    QCOMPARE(proof->file, backups(fixture) + QStringLiteral("/library-20260101-000000.waymark"));
    QCOMPARE(proof->at, newYear2026);
    QCOMPARE(proof->edits, 30);
    QCOMPARE(proof->records, static_cast<int>(store->progress().value().records().size()));
    QVERIFY(proof->records > 0);
    QCOMPARE(proof->rows.value(QStringLiteral("journal")), 30);
    QVERIFY(proof->rows.value(QStringLiteral("course_skill")) > 0);
}

void TestRestoredCopy::aBackupOfARunningLibraryIsComparedWithTheStateItTook()
{
    support::LibraryFixture fixture(50);
    auto store = SqliteStore::open(fixture.path(), {}).value();
    std::vector<domain::Result<domain::BackupProof>> proofs;
    std::thread worker([&] {
        for (int i = 0; i < 8; ++i) {
            proofs.push_back(bookOf(fixture, newYear2026 + i * day).makeTested({}));
        }
    });
    fixture.makeEdits(*store, 150);
    worker.join();
    QCOMPARE(store->journal(1000).value().size(), std::size_t { 200 });
    for (const auto& proof : proofs) {
        QVERIFY2(proof.has_value(), proof ? "" : qPrintable(proof.error().detail));
        QVERIFY(proof->edits >= 50 && proof->edits <= 200);
    }
}

void TestRestoredCopy::everyRandomLibraryComesBackFromItsBackup()
{
    const bool holds = rc::check("a restore of a backup is the library that it was made from", [] {
        const auto seed = *rc::gen::arbitrary<quint32>();
        const int edits = *rc::gen::inRange(0, 25);
        const int undone = *rc::gen::inRange(0, 10);
        const QTemporaryDir folder;
        const QString library = folder.filePath(QStringLiteral("library.waymark"));
        QByteArray hash;
        std::vector<domain::JournalEntry> journal;
        {
            auto store = SqliteStore::create(library, {}).value();
            support::RandomEdits random(seed);
            for (int i = 0; i < edits; ++i) {
                (void)store->commit(random.edit(store->progress().value(), QStringLiteral("edit-%1").arg(i)));
            }
            for (int i = 0; i < undone; ++i) {
                (void)store->undo();
            }
            hash = domain::contentHash(store->progress().value());
            journal = store->journal(1000).value();
        }
        const storage::BackupBook book(library, folder.filePath(QStringLiteral("backups")), [] { return newYear2026; });
        const auto proof = book.makeTested({});
        RC_ASSERT(proof.has_value());
        const auto contents = book.contents(proof->file, {});
        RC_ASSERT(contents.has_value());
        RC_ASSERT(domain::contentHash(contents->progress) == hash);
        RC_ASSERT(contents->journal == journal);
    });
    QVERIFY(holds);
}

void TestRestoredCopy::aTestOnlyReadsTheBackup()
{
    const support::LibraryFixture fixture;
    const QString backup = storage::makeBackup(fixture.path(), backups(fixture), newYear2026).value();
    const QString elsewhere = fixture.folder() + QStringLiteral("/of a friend.waymark");
    QVERIFY(QFile::copy(backup, elsewhere));
    const auto before = support::folderState(fixture.folder());
    const auto proof = bookOf(fixture, newYear2026 + day).test(elsewhere, {});
    QVERIFY2(proof.has_value(), proof ? "" : qPrintable(proof.error().detail));
    QCOMPARE(support::folderState(fixture.folder()), before); // it is none of this library's, so nothing is remembered of it
    QCOMPARE(proof->edits, 20);
    QVERIFY(proof->at >= 1'700'000'000'000); // of the last edit: the name says nothing
}

void TestRestoredCopy::aTestFindsWhatIsWrong_data()
{
    QTest::addColumn<QByteArray>("sql");
    QTest::addColumn<int>("cut");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("cut") << QByteArray() << 4096 << ErrorCode::LibraryCorrupt;
    QTest::newRow("another program's") << QByteArray("PRAGMA application_id = 7") << 0 << ErrorCode::NotALibrary;
    QTest::newRow("newer") << QByteArray("PRAGMA user_version = 99") << 0 << ErrorCode::LibraryNewer;
    QTest::newRow("trigger") << QByteArray("CREATE TRIGGER t AFTER INSERT ON note BEGIN DELETE FROM note; END") << 0 << ErrorCode::Refused;
    QTest::newRow("orphan") << QByteArray("PRAGMA foreign_keys = OFF; DELETE FROM course_skill") << 0 << ErrorCode::LibraryCorrupt;
    QTest::newRow("record without an edit") << QByteArray("UPDATE journal SET changes = '[]'") << 0 << ErrorCode::LibraryCorrupt;
}

void TestRestoredCopy::aTestFindsWhatIsWrong()
{
    QFETCH(QByteArray, sql);
    QFETCH(int, cut);
    QFETCH(ErrorCode, code);
    const support::LibraryFixture fixture;
    const QString backup = storage::makeBackup(fixture.path(), backups(fixture), newYear2026).value();
    // A backup of a library in use is in the journal mode of a log, which another program would leave beside it.
    QVERIFY(sql.isEmpty() || support::LibraryFixture::run(backup, "PRAGMA journal_mode = DELETE; " + sql));
    QVERIFY(support::putBytes(backup, support::bytesOf(backup).chopped(cut)));
    const auto before = support::folderState(fixture.folder());
    const auto proof = bookOf(fixture, newYear2026).test(backup, {});
    QVERIFY(!proof.has_value());
    QCOMPARE(proof.error().code, code);
    QCOMPARE(proof.error().subject, backup);
    QCOMPARE(support::folderState(fixture.folder()), before);
}

void TestRestoredCopy::aRestoreThatDiffersIsFound()
{
    // A backup that opens, and is sound in itself, but is not of the state that it was made from.
    support::LibraryFixture fixture;
    auto made = storage::makeComparableBackup(fixture.path(), backups(fixture), newYear2026).value();
    QVERIFY(storage::testBackup(made.path, &made.library, newYear2026).has_value());
    fixture.makeEdits(*SqliteStore::open(made.path, {}).value(), 1);
    const auto proof = storage::testBackup(made.path, &made.library, newYear2026);
    QVERIFY(!proof.has_value());
    QCOMPARE(proof.error().code, ErrorCode::LibraryCorrupt);
    QVERIFY(storage::testBackup(made.path, nullptr, newYear2026).has_value());
    // One value of one row is enough.
    auto other = storage::makeComparableBackup(fixture.path(), backups(fixture), newYear2026 + day).value();
    QVERIFY(support::LibraryFixture::run(other.path, "PRAGMA journal_mode = DELETE; UPDATE course_area SET title = title || '!'"));
    const auto bent = storage::testBackup(other.path, &other.library, newYear2026);
    QVERIFY(!bent.has_value());
    QVERIFY2(bent.error().detail.endsWith(QStringLiteral("course_area")), qPrintable(bent.error().detail));
}

void TestRestoredCopy::aBackupOfAnOlderSchemaIsTestedByItsMigration()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("library-20260101-000000.waymark"));
    {
        auto library = storage::Connection::open(path, storage::Connection::Mode::Create).value();
        QVERIFY(storage::Migrations::known().apply(*library, 1, 0).has_value());
        QVERIFY(library
                    ->script("INSERT INTO library VALUES (1, '9b1deb4d-3b7d-4bad-9bdd-2b0d7b3dcb6d', 5);"
                             "INSERT INTO time_entry VALUES ('t', 'vcs-git', 7, 45);")
                    .has_value());
    }
    const auto before = support::folderState(folder.path());
    const storage::BackupBook book(folder.filePath(QStringLiteral("library.waymark")), folder.path(), [] { return newYear2026; });
    const auto contents = book.contents(path, {});
    QVERIFY2(contents.has_value(), contents ? "" : qPrintable(contents.error().detail));
    QCOMPARE(contents->progress.time().value(QStringLiteral("t")).minutes, 45);
    QCOMPARE(support::folderState(folder.path()), before);
    QCOMPARE(storage::testBackup(path, nullptr, newYear2026).value().records, 1);
}

void TestRestoredCopy::aCancelledTestLeavesNothing()
{
    const support::LibraryFixture fixture;
    const QString backup = storage::makeBackup(fixture.path(), backups(fixture), newYear2026).value();
    std::stop_source stop;
    stop.request_stop();
    const auto before = support::folderState(fixture.folder());
    QCOMPARE(bookOf(fixture, newYear2026).test(backup, stop.get_token()).error().code, ErrorCode::Cancelled);
    QCOMPARE(support::folderState(fixture.folder()), before);
}

void TestRestoredCopy::theBookRemembersTestsUntilTheBackupChanges()
{
    support::LibraryFixture fixture;
    const QString older = storage::makeBackup(fixture.path(), backups(fixture), newYear2026).value();
    const QString newer = storage::makeBackup(fixture.path(), backups(fixture), newYear2026 + day).value();
    const auto book = bookOf(fixture, newYear2026 + 2 * day);
    auto entries = book.list();
    QCOMPARE(entries.size(), std::size_t { 2 });
    QCOMPARE(entries[0].path, newer);
    QCOMPARE(entries[0].at, newYear2026 + day);
    QCOMPARE(entries[0].bytes, QFileInfo(newer).size());
    QVERIFY(entries[0].testedAt == 0 && entries[1].testedAt == 0);
    QVERIFY(book.test(older, {}).has_value());
    QVERIFY(book.test(newer, {}).has_value());
    entries = book.list();
    QVERIFY(entries[0].testedAt == newYear2026 + 2 * day && entries[1].testedAt == newYear2026 + 2 * day);
    QVERIFY(support::putBytes(newer, support::bytesOf(newer) + QByteArray(4096, 'x')));
    entries = book.list();
    QVERIFY(entries[0].testedAt == 0 && entries[1].testedAt == newYear2026 + 2 * day);
    // A backup that turns out bad is no tested one any more, and notes that cannot be read are no tests.
    QVERIFY(!book.test(newer, {}).has_value());
    QCOMPARE(book.list()[0].testedAt, 0);
    QVERIFY(support::putBytes(backups(fixture) + QStringLiteral("/library-tested.json"), "no notes"));
    QCOMPARE(book.list()[1].testedAt, 0);
    QCOMPARE(storage::listBackups(backups(fixture), fixture.path()).size(), std::size_t { 2 });
}

void TestRestoredCopy::anotherCopyIsReadWhole()
{
    const support::LibraryFixture fixture(60);
    const auto before = support::folderState(fixture.folder());
    std::vector<int> far;
    const auto contents = bookOf(fixture, newYear2026).otherCopy(fixture.path(), { {}, [&far](int permille) { far.push_back(permille); } });
    QVERIFY2(contents.has_value(), contents ? "" : qPrintable(contents.error().detail));
    QCOMPARE(support::folderState(fixture.folder()), before);
    auto store = SqliteStore::open(fixture.path(), {}).value();
    QVERIFY(contents->progress == store->progress().value());
    QVERIFY(contents->journal == store->journal(1000).value());
    QVERIFY(contents->course == *store->course().value());
    QCOMPARE(contents->libraryId, store->libraryId().value());
    QVERIFY(std::ranges::is_sorted(far) && !far.empty() && far.back() == 1000);
}

void TestRestoredCopy::theLibraryThatIsOpenIsNeverOpenedOtherwise_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("by its path") << QStringLiteral("library.waymark");
    QTest::newRow("by a symbolic link") << QStringLiteral("symbolic");
    QTest::newRow("by a hard link") << QStringLiteral("hard");
}

void TestRestoredCopy::theLibraryThatIsOpenIsNeverOpenedOtherwise()
{
    QFETCH(const QString, name);
    const support::LibraryFixture fixture;
    const auto native = [&fixture](const QString& file) { return QFile::encodeName(fixture.folder() + u'/' + file); };
    QCOMPARE(::symlink(native(QStringLiteral("library.waymark")).constData(), native(QStringLiteral("symbolic")).constData()), 0);
    QCOMPARE(::link(native(QStringLiteral("library.waymark")).constData(), native(QStringLiteral("hard")).constData()), 0);
    const QString path = fixture.folder() + u'/' + name;
    auto store = SqliteStore::open(fixture.path(), {}).value();
    QVERIFY(store->progress().has_value());
    const QList<QByteArray> locks = locksOn(fixture.path());
    QVERIFY(!locks.isEmpty());
    const auto book = bookOf(fixture, newYear2026);
    QCOMPARE(book.otherCopy(path, {}).error().code, ErrorCode::OwnLibrary);
    QCOMPARE(book.contents(path, {}).error().code, ErrorCode::OwnLibrary);
    QCOMPARE(book.test(path, {}).error().code, ErrorCode::OwnLibrary);
    QCOMPARE(storage::restoreBackup(path, fixture.folder() + QStringLiteral("/new.waymark"), backups(fixture), newYear2026).error().code,
        ErrorCode::OwnLibrary);
    QCOMPARE(domain::readFile(path, 1000).error().code, ErrorCode::OwnLibrary); // as an import of it would
    QCOMPARE(locksOn(fixture.path()), locks);
}

/// Told to stop at the n-th word of progress, for every n that there is.
void TestRestoredCopy::theReadingOfAnotherCopyStopsWhereverItIs()
{
    const support::LibraryFixture fixture(40);
    const auto before = support::folderState(fixture.folder());
    for (int word = 0;; ++word) {
        std::stop_source stop;
        int said = 0;
        bool isLast = false;
        const auto count = [&](int permille) {
            if (++said == word) {
                stop.request_stop();
                isLast = permille == 1000; // when all is read
            }
        };
        if (word == 0) {
            stop.request_stop();
        }
        const auto contents = bookOf(fixture, newYear2026).otherCopy(fixture.path(), { stop.get_token(), count });
        QCOMPARE(support::folderState(fixture.folder()), before);
        QCOMPARE(contents.has_value(), isLast || !stop.stop_requested());
        if (contents && !isLast) {
            QVERIFY(word > 4);
            return;
        }
        QVERIFY(contents || contents.error().code == ErrorCode::Cancelled);
    }
}

QTEST_GUILESS_MAIN(TestRestoredCopy)
#include "tst_RestoredCopy.moc"
