// SPDX-License-Identifier: GPL-3.0-or-later
#include "ChildProcess.h"
#include "LibraryFixture.h"

#include <domain/Progress.h>
#include <storage/Backup.h>
#include <storage/SqliteStore.h>

#include <QTest>

using namespace waymark;
using domain::ErrorCode;
using storage::SqliteStore;

/// On a full disk a change fails as a whole, says so, and everything goes on once there is room.
class TestFullDisk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void editOnAFullVolumeFailsAsAWhole();
    void editBeyondASizeLimitFailsAsAWhole();
    void courseThatDoesNotFitLeavesTheOldOne();
    void newLibraryThatDoesNotFitLeavesNothing();
    void backupThatDoesNotFitLeavesNothing();
    void libraryOpensOnAFullVolumeOrSaysWhy();
};

namespace {

domain::Edit longNote(int number, const domain::Progress& progress)
{
    const auto key = domain::RecordKey::ofNote(QStringLiteral("skill-%1").arg(number));
    const domain::Note note { QStringLiteral("many words %1 ").arg(number).repeated(200), false, number };
    return { QStringLiteral("long-%1").arg(number), domain::EditKind::WriteNote, key.skill, number,
        { { key, progress.record(key), note } } };
}

domain::CourseContent largeCourse()
{
    domain::CourseContent content = support::sampleCourse();
    content.hash = QStringLiteral("large");
    content.assets.push_back({ QStringLiteral("images/large.png"), QByteArray(4'000'000, 'p') });
    return content;
}

/// Fills the volume to the last byte.
bool fillVolume(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly)) {
        return false;
    }
    for (qsizetype size = 65536; size > 0; size /= 2) {
        while (file.write(QByteArray(size, 'f')) == size && file.flush()) { }
    }
    return true;
}

/// Edits until one fails; the error of that one. `shown` is what was there after the last that did not.
domain::Error editUntilItFails(domain::Store& store, QByteArray& shown, int most = 2000)
{
    for (int i = 0; i < most; ++i) {
        const domain::Progress progress = store.progress().value();
        shown = domain::contentHash(progress);
        if (const auto made = store.commit(longNote(i, progress)); !made) {
            return made.error();
        }
    }
    return { ErrorCode::Usage, {}, QStringLiteral("nothing failed") };
}

} // namespace

void TestFullDisk::editOnAFullVolumeFailsAsAWhole()
{
    const QTemporaryDir folder;
    WAYMARK_CHILD([&folder]() -> QString {
        WAYMARK_NEEDS(support::mountSmallVolume(folder.path(), 3 * 1024 * 1024));
        const QString path = folder.filePath(QStringLiteral("library.waymark"));
        const QString ballast = folder.filePath(QStringLiteral("ballast"));
        WAYMARK_EXPECT(support::putBytes(ballast, QByteArray(1024 * 1024, 'b')));
        auto store = SqliteStore::create(path, {}).value();
        QByteArray shown;
        const domain::Error error = editUntilItFails(*store, shown);
        WAYMARK_EXPECT(error.code == ErrorCode::DiskFull);
        WAYMARK_EXPECT(error.subject == path);
        WAYMARK_EXPECT(domain::contentHash(store->progress().value()) == shown);
        const std::size_t made = store->journal(10'000).value().size();
        WAYMARK_EXPECT(store->progress().value().skills().size() == static_cast<qsizetype>(made));

        WAYMARK_EXPECT(QFile::remove(ballast));
        WAYMARK_EXPECT(store->commit(longNote(9999, {})).has_value());
        store.reset();
        store = SqliteStore::open(path, {}).value();
        WAYMARK_EXPECT(store->checkPages().has_value());
        WAYMARK_EXPECT(store->journal(10'000).value().size() == made + 1);
        return {};
    });
}

void TestFullDisk::editBeyondASizeLimitFailsAsAWhole()
{
    support::LibraryFixture fixture;
    WAYMARK_CHILD([&fixture]() -> QString {
        auto store = SqliteStore::open(fixture.path(), {}).value();
        WAYMARK_NEEDS(support::limitFileSize(600'000));
        QByteArray shown;
        const domain::Error error = editUntilItFails(*store, shown);
        WAYMARK_EXPECT(error.code == ErrorCode::DiskFull);
        WAYMARK_EXPECT(domain::contentHash(store->progress().value()) == shown);
        return QString();
    });
    auto store = SqliteStore::open(fixture.path(), {});
    QVERIFY(store.has_value());
    QVERIFY((*store)->checkPages().has_value());
    fixture.makeEdits(**store, 3);
}

void TestFullDisk::courseThatDoesNotFitLeavesTheOldOne()
{
    const QTemporaryDir folder;
    WAYMARK_CHILD([&folder]() -> QString {
        WAYMARK_NEEDS(support::mountSmallVolume(folder.path(), 3 * 1024 * 1024));
        auto store = SqliteStore::create(folder.filePath(QStringLiteral("library.waymark")), {}).value();
        WAYMARK_EXPECT(store->installCourse(support::sampleCourse()).has_value());
        WAYMARK_EXPECT(store->installCourse(largeCourse()).error().code == ErrorCode::DiskFull);
        WAYMARK_EXPECT(store->courseHash().value() == support::sampleCourse().hash);
        WAYMARK_EXPECT(store->course().value() == support::sampleCourse().course);
        WAYMARK_EXPECT(!store->search(QStringLiteral("git"), 5).value().empty());
        WAYMARK_EXPECT(store->commit(longNote(1, {})).has_value());
        return {};
    });
}

void TestFullDisk::newLibraryThatDoesNotFitLeavesNothing()
{
    const QTemporaryDir folder;
    WAYMARK_CHILD([&folder]() -> QString {
        WAYMARK_NEEDS(support::mountSmallVolume(folder.path(), 100 * 1024));
        const auto made = SqliteStore::create(folder.filePath(QStringLiteral("library.waymark")), {});
        WAYMARK_EXPECT(!made && made.error().code == ErrorCode::DiskFull);
        WAYMARK_EXPECT(support::folderState(folder.path()).isEmpty());
        return {};
    });
}

void TestFullDisk::backupThatDoesNotFitLeavesNothing()
{
    support::LibraryFixture fixture(200);
    const QTemporaryDir folder;
    const auto before = support::folderState(fixture.folder());
    WAYMARK_CHILD([&]() -> QString {
        WAYMARK_NEEDS(support::mountSmallVolume(folder.path(), 100 * 1024));
        const auto made = storage::makeBackup(fixture.path(), folder.path(), 0);
        WAYMARK_EXPECT(!made && made.error().code == ErrorCode::DiskFull);
        WAYMARK_EXPECT(support::folderState(folder.path()).isEmpty());
        return {};
    });
    QVERIFY(SqliteStore::open(fixture.path(), {}).has_value());
    QCOMPARE(support::folderState(fixture.folder()), before);
}

void TestFullDisk::libraryOpensOnAFullVolumeOrSaysWhy()
{
    const QTemporaryDir folder;
    WAYMARK_CHILD([&folder]() -> QString {
        WAYMARK_NEEDS(support::mountSmallVolume(folder.path(), 3 * 1024 * 1024));
        const QString path = folder.filePath(QStringLiteral("library.waymark"));
        WAYMARK_EXPECT(SqliteStore::create(path, {}).has_value());
        const QByteArray before = support::bytesOf(path);
        WAYMARK_EXPECT(fillVolume(folder.filePath(QStringLiteral("filler"))));
        const auto opened = SqliteStore::open(path, {});
        WAYMARK_EXPECT(!opened && opened.error().code == ErrorCode::DiskFull);
        WAYMARK_EXPECT(support::bytesOf(path) == before);
        return {};
    });
}

QTEST_GUILESS_MAIN(TestFullDisk)
#include "tst_FullDisk.moc"
