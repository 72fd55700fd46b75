// SPDX-License-Identifier: GPL-3.0-or-later
#include "ChildProcess.h"
#include "LibraryFixture.h"

#include <domain/Progress.h>
#include <storage/Backup.h>
#include <storage/BackupFolder.h>

#include <QDateTime>
#include <QDir>
#include <QTest>

#include <algorithm>
#include <csignal>
#include <thread>

using namespace waymark;
using domain::ErrorCode;
using storage::BackupFile;
using storage::SqliteStore;

class TestBackup : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void backupHasEverything();
    void backupOfALibraryInUseIsOneState();
    void backupTakesWhatIsOnlyInTheLog();
    void twoInOneSecondHaveTwoNames();
    void missingLibraryHasNoBackup();
    void damagedBackupIsFound_data();
    void damagedBackupIsFound();
    void verifyingChangesNothing();
    void backupIsDueOncePerDay();
    void thinningKeepsDaysWeeksAndMonths();
    void thinningKeepsTheLastThatIsGood();
    void restoredLibraryIsTheBackupAndThePresentIsKept();
    void damagedLibraryIsMovedAsideWithItsLog();
    void aRestoreIsCancelledUntilTheCopyTakesItsName();
    void aRestoreThatIsCancelledLeavesADamagedLibraryWhereItIs();
    void missingLibraryIsRestored();
    void badBackupRestoresNothing();
    void openLibraryIsNotRestored();
};

namespace {

constexpr qint64 second = 1000;
constexpr qint64 day = 86400 * second;
constexpr qint64 newYear2026 = 1'767'225'600'000;

QString backups(const support::LibraryFixture& fixture)
{
    return storage::backupFolderOf(fixture.path());
}

QByteArray hashOf(const QString& path)
{
    return domain::contentHash(SqliteStore::open(path, {}).value()->progress().value());
}

} // namespace

void TestBackup::backupHasEverything()
{
    const support::LibraryFixture fixture;
    const auto before = support::folderState(fixture.folder());
    const auto backup = storage::makeBackup(fixture.path(), backups(fixture), newYear2026 + 3661 * second);
    QVERIFY2(backup.has_value(), backup ? "" : qPrintable(backup.error().detail));
    QCOMPARE(*backup, backups(fixture) + QStringLiteral("/library-20260101-010101.waymark"));
    QCOMPARE(support::folderState(backups(fixture)).size(), 1);
    QCOMPARE(support::folderState(fixture.folder()).size(), 3);
    QVERIFY(storage::verifyBackup(*backup).has_value());
    QCOMPARE(hashOf(*backup), hashOf(fixture.path()));
    auto copy = SqliteStore::open(*backup, {}).value();
    QVERIFY(copy->course().value() == support::sampleCourse().course);
    QVERIFY(!copy->search(QStringLiteral("git"), 5).value().empty());
    QCOMPARE(
        support::folderState(fixture.folder()).value(QStringLiteral("library.waymark")), before.value(QStringLiteral("library.waymark")));
}

void TestBackup::backupOfALibraryInUseIsOneState()
{
    support::LibraryFixture fixture(100);
    auto store = SqliteStore::open(fixture.path(), {}).value();
    std::vector<domain::Result<QString>> made;
    std::thread worker([&] {
        for (int i = 0; i < 10; ++i) {
            made.push_back(storage::makeBackup(fixture.path(), backups(fixture), newYear2026 + i * day));
        }
    });
    fixture.makeEdits(*store, 200);
    worker.join();
    QCOMPARE(store->journal(1000).value().size(), std::size_t { 300 });
    for (const auto& backup : made) {
        QVERIFY2(backup.has_value(), backup ? "" : qPrintable(backup.error().detail));
        auto copy = SqliteStore::open(*backup, {}).value();
        // One state: taking back every edit that it knows leads to an empty library.
        while (copy->undo()) { }
        QVERIFY(copy->nextUndo().value() == std::nullopt);
        QVERIFY(copy->progress().value() == domain::Progress());
    }
}

void TestBackup::backupTakesWhatIsOnlyInTheLog()
{
    support::LibraryFixture fixture;
    const QString answer = support::inChild([&fixture]() -> QString {
        auto store = SqliteStore::open(fixture.path(), {}).value();
        fixture.makeEdits(*store, 5);
        std::raise(SIGKILL);
        return {};
    });
    QCOMPARE(answer, QStringLiteral("crashed"));
    const auto backup = storage::makeBackup(fixture.path(), backups(fixture), newYear2026);
    QVERIFY(backup.has_value());
    QCOMPARE(SqliteStore::open(*backup, {}).value()->journal(100).value().size(), std::size_t { 25 });
}

void TestBackup::twoInOneSecondHaveTwoNames()
{
    const support::LibraryFixture fixture;
    const auto first = storage::makeBackup(fixture.path(), backups(fixture), newYear2026);
    const auto second = storage::makeBackup(fixture.path(), backups(fixture), newYear2026);
    QVERIFY(first.has_value() && second.has_value() && *first != *second);
    QCOMPARE(storage::listBackups(backups(fixture), fixture.path()).size(), std::size_t { 2 });
}

void TestBackup::missingLibraryHasNoBackup()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("library.waymark"));
    QVERIFY(storage::makeBackup(path, folder.path(), 0).error().code == ErrorCode::LibraryMissing);
    QVERIFY(storage::verifyBackup(path).error().code == ErrorCode::LibraryMissing);
    QVERIFY(support::folderState(folder.path()).isEmpty());
}

void TestBackup::damagedBackupIsFound_data()
{
    QTest::addColumn<int>("cut");
    QTest::addColumn<qint64>("at");
    QTest::newRow("cut") << 4096 << qint64 { -1 };
    QTest::newRow("page") << 0 << qint64 { 4096 * 5 };
    QTest::newRow("header") << 0 << qint64 { 0 };
}

void TestBackup::damagedBackupIsFound()
{
    QFETCH(int, cut);
    QFETCH(qint64, at);
    const support::LibraryFixture fixture;
    const QString backup = storage::makeBackup(fixture.path(), backups(fixture), newYear2026).value();
    QByteArray bytes = support::bytesOf(backup).chopped(cut);
    if (at >= 0) {
        bytes.replace(at, 64, QByteArray(64, '\xee'));
    }
    QVERIFY(support::putBytes(backup, bytes));
    QVERIFY(storage::verifyBackup(backup).error().code == ErrorCode::LibraryCorrupt);
}

void TestBackup::verifyingChangesNothing()
{
    const support::LibraryFixture fixture;
    const QString backup = storage::makeBackup(fixture.path(), backups(fixture), newYear2026).value();
    const auto before = support::folderState(fixture.folder());
    QVERIFY(storage::verifyBackup(backup).has_value());
    QCOMPARE(support::folderState(fixture.folder()), before);
}

void TestBackup::backupIsDueOncePerDay()
{
    QVERIFY(storage::isBackupDue({}, newYear2026));
    const std::vector<BackupFile> today { { QStringLiteral("a"), newYear2026 + second } };
    QVERIFY(!storage::isBackupDue(today, newYear2026 + 2 * second));
    QVERIFY(!storage::isBackupDue(today, newYear2026 + day - second));
    QVERIFY(storage::isBackupDue(today, newYear2026 + day));
    QVERIFY(storage::isBackupDue(today, newYear2026 - second));
}

void TestBackup::thinningKeepsDaysWeeksAndMonths()
{
    // Two a day for two years, newest first.
    std::vector<BackupFile> all;
    for (int i = 0; i < 1460; ++i) {
        all.push_back({ QString::number(i), newYear2026 - i * (day / 2) });
    }
    const auto drop = storage::backupsToDrop(all);
    std::vector<BackupFile> kept;
    std::copy_if(all.begin(), all.end(), std::back_inserter(kept),
        [&drop](const BackupFile& file) { return std::find(drop.begin(), drop.end(), file) == drop.end(); });
    QVERIFY(kept.front() == all.front());
    QVERIFY(kept.size() >= 7 + 2 + 10 && kept.size() <= 7 + 4 + 12);
    // Thinning again, or in two steps, keeps the same.
    QVERIFY(storage::backupsToDrop(kept).empty());
    QVERIFY(storage::backupsToDrop({ all.begin(), all.begin() + 1 }).empty());
    QCOMPARE(QDateTime::fromMSecsSinceEpoch(kept.back().at, Qt::UTC).date(), QDate(2025, 2, 28));
}

void TestBackup::thinningKeepsTheLastThatIsGood()
{
    const support::LibraryFixture fixture;
    std::vector<QString> made;
    for (int i = 0; i < 5; ++i) {
        made.push_back(storage::makeBackup(fixture.path(), backups(fixture), newYear2026 + i * second).value());
    }
    for (std::size_t i = 1; i < made.size(); ++i) {
        QVERIFY(support::putBytes(made[i], "not a backup any more"));
    }
    const auto removed = storage::thinBackups(backups(fixture), fixture.path());
    QVERIFY(removed.has_value());
    QCOMPARE(removed->size(), 3);
    QVERIFY(QFile::exists(made.front()) && QFile::exists(made.back()));

    QVERIFY(support::putBytes(made.front(), "nor this"));
    QVERIFY(storage::thinBackups(backups(fixture), fixture.path()).value().isEmpty());
}

void TestBackup::restoredLibraryIsTheBackupAndThePresentIsKept()
{
    support::LibraryFixture fixture;
    const QByteArray then = hashOf(fixture.path());
    const QString backup = storage::makeBackup(fixture.path(), backups(fixture), newYear2026).value();
    fixture.makeEdits(*SqliteStore::open(fixture.path(), {}).value(), 7);
    const QByteArray later = hashOf(fixture.path());
    const auto restored = storage::restoreBackup(backup, fixture.path(), backups(fixture), newYear2026 + day);
    QVERIFY2(restored.has_value(), restored ? "" : qPrintable(restored.error().detail));
    QCOMPARE(restored->kept, backups(fixture) + QStringLiteral("/library-20260102-000000.waymark"));
    QCOMPARE(hashOf(fixture.path()), then);
    QCOMPARE(hashOf(restored->kept), later);
    QVERIFY(storage::verifyBackup(backup).has_value());
    QCOMPARE(support::folderState(fixture.folder()).keys(),
        QStringList({ QStringLiteral("backups"), QStringLiteral("backups/library-20260101-000000.waymark"),
            QStringLiteral("backups/library-20260102-000000.waymark"), QStringLiteral("library.waymark") }));
}

void TestBackup::damagedLibraryIsMovedAsideWithItsLog()
{
    support::LibraryFixture fixture;
    const QByteArray then = hashOf(fixture.path());
    const QString backup = storage::makeBackup(fixture.path(), backups(fixture), newYear2026).value();
    QCOMPARE(support::inChild([&fixture]() -> QString {
        auto store = SqliteStore::open(fixture.path(), {}).value();
        fixture.makeEdits(*store, 5);
        std::raise(SIGKILL);
        return {};
    }),
        QStringLiteral("crashed"));
    QVERIFY(fixture.damage(0, QByteArray(50, 'x')));
    const QByteArray damaged = support::bytesOf(fixture.path());
    const auto restored = storage::restoreBackup(backup, fixture.path(), backups(fixture), newYear2026);
    QVERIFY(restored.has_value());
    QCOMPARE(restored->kept, fixture.path() + QStringLiteral(".corrupt-20260101-000000"));
    QCOMPARE(support::bytesOf(restored->kept), damaged);
    QVERIFY(QFile::exists(restored->kept + QStringLiteral("-wal")));
    QVERIFY(!QFile::exists(fixture.path() + QStringLiteral("-wal")));
    QCOMPARE(hashOf(fixture.path()), then);
}

void TestBackup::aRestoreIsCancelledUntilTheCopyTakesItsName()
{
    support::LibraryFixture fixture;
    const QString backup = storage::makeBackup(fixture.path(), fixture.folder(), newYear2026).value();
    const QByteArray then = hashOf(fixture.path());
    fixture.makeEdits(*SqliteStore::open(fixture.path(), {}).value(), 7);
    const QByteArray present = hashOf(fixture.path());
    QVERIFY(present != then);
    const QStringList files = QDir(fixture.folder()).entryList(QDir::Files);
    const auto restored = [&](const domain::ReadingWatch& watch) {
        return storage::restoreBackup(backup, fixture.path(), backups(fixture), newYear2026, storage::Migrations::known(), watch);
    };
    std::vector<int> said;
    for (std::size_t last = 0; last < 100; ++last) {
        said.clear();
        std::stop_source stop;
        const auto done = restored({ stop.get_token(), [&](int permille) {
                                        said.push_back(permille);
                                        said.size() > last ? (void)stop.request_stop() : void();
                                    } });
        if (done) {
            QVERIFY2(last > 3 && said.size() <= last, qPrintable(QString::number(last))); // as often as it said a word, it could be ended
            break;
        }
        QVERIFY2(done.error().code == ErrorCode::Cancelled, qPrintable(done.error().detail));
        QCOMPARE(hashOf(fixture.path()), present);
        QCOMPARE(QDir(fixture.folder()).entryList(QDir::Files), files);
        QCOMPARE(QDir(backups(fixture)).entryList(QDir::Files).size(),
            static_cast<qsizetype>(storage::listBackups(backups(fixture), fixture.path()).size())); // and nothing half done
    }
    QVERIFY(std::ranges::is_sorted(said) && said.back() <= 1'000);
    QCOMPARE(hashOf(fixture.path()), then);
}

void TestBackup::aRestoreThatIsCancelledLeavesADamagedLibraryWhereItIs()
{
    const support::LibraryFixture fixture;
    const QString backup = storage::makeBackup(fixture.path(), backups(fixture), newYear2026).value();
    QVERIFY(fixture.damage(0, QByteArray(50, 'x')));
    const auto before = support::folderState(fixture.folder());
    std::stop_source stop;
    const domain::ReadingWatch watch { stop.get_token(), [&stop](int) { stop.request_stop(); } };
    const auto restored
        = storage::restoreBackup(backup, fixture.path(), backups(fixture), newYear2026, storage::Migrations::known(), watch);
    QVERIFY(!restored && restored.error().code == ErrorCode::Cancelled);
    QCOMPARE(support::folderState(fixture.folder()), before);
}

void TestBackup::missingLibraryIsRestored()
{
    const support::LibraryFixture fixture;
    const QByteArray then = hashOf(fixture.path());
    const QString backup = storage::makeBackup(fixture.path(), backups(fixture), newYear2026).value();
    QVERIFY(QFile::remove(fixture.path()));
    QCOMPARE(storage::restoreBackup(backup, fixture.path(), backups(fixture), newYear2026).value().kept, QString());
    QCOMPARE(hashOf(fixture.path()), then);
}

void TestBackup::badBackupRestoresNothing()
{
    const support::LibraryFixture fixture;
    const QString bad = fixture.folder() + QStringLiteral("/bad.waymark");
    QVERIFY(support::putBytes(bad, support::bytesOf(fixture.path()).chopped(4096)));
    const auto before = support::folderState(fixture.folder());
    QVERIFY(storage::restoreBackup(bad, fixture.path(), backups(fixture), newYear2026).error().code == ErrorCode::LibraryCorrupt);
    QCOMPARE(support::folderState(fixture.folder()), before);
}

void TestBackup::openLibraryIsNotRestored()
{
    const support::LibraryFixture fixture;
    const QString backup = storage::makeBackup(fixture.path(), backups(fixture), newYear2026).value();
    const auto store = SqliteStore::open(fixture.path(), {});
    QVERIFY(storage::restoreBackup(backup, fixture.path(), backups(fixture), newYear2026).error().code == ErrorCode::LibraryLocked);
    QCOMPARE((*store)->journal(100).value().size(), std::size_t { 20 });
}

QTEST_GUILESS_MAIN(TestBackup)
#include "tst_Backup.moc"
