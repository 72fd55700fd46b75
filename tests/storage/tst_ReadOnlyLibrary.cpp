// SPDX-License-Identifier: GPL-3.0-or-later
#include "ChildProcess.h"
#include "LibraryFixture.h"

#include <domain/Progress.h>
#include <storage/SqliteStore.h>

#include <QTest>

#include <sys/stat.h>

using namespace waymark;
using domain::ErrorCode;
using storage::SqliteStore;

class TestReadOnlyLibrary : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readOnlyVolumeIsReadAndLeft();
    void folderWithoutWriteRightIsReadAndLeft();
    void fileWithoutWriteRightIsReadOnly();
    void readerOfAnIdleLibraryChangesNothing();

private:
    static QString readEverything(const QString& path);
};

/// The library opens for reading only, shows all it has, and refuses every change.
QString TestReadOnlyLibrary::readEverything(const QString& path)
{
    const auto owner = SqliteStore::open(path, {});
    WAYMARK_EXPECT(!owner && owner.error().code == ErrorCode::ReadOnly);
    auto store = SqliteStore::openReadOnly(path, {}).value();
    WAYMARK_EXPECT(store->isReadOnly());
    WAYMARK_EXPECT(store->course().value() == support::sampleCourse().course);
    WAYMARK_EXPECT(store->journal(100).value().size() == 20);
    WAYMARK_EXPECT(!store->search(QStringLiteral("git"), 5).value().empty());
    WAYMARK_EXPECT(store->commit({}).error().code == ErrorCode::ReadOnly);
    WAYMARK_EXPECT(store->undo().error().code == ErrorCode::ReadOnly);
    WAYMARK_EXPECT(store->redo().error().code == ErrorCode::ReadOnly);
    WAYMARK_EXPECT(store->installCourse(support::sampleCourse()).error().code == ErrorCode::ReadOnly);
    return {};
}

void TestReadOnlyLibrary::readOnlyVolumeIsReadAndLeft()
{
    const support::LibraryFixture fixture;
    const auto before = support::folderState(fixture.folder());
    WAYMARK_CHILD([&fixture]() -> QString {
        WAYMARK_NEEDS(support::makeVolumeReadOnly(fixture.folder()));
        return readEverything(fixture.path());
    });
    QCOMPARE(support::folderState(fixture.folder()), before);
}

void TestReadOnlyLibrary::folderWithoutWriteRightIsReadAndLeft()
{
    const support::LibraryFixture fixture;
    const auto before = support::folderState(fixture.folder());
    QVERIFY(::chmod(fixture.folder().toLocal8Bit().constData(), 0555) == 0);
    const QString answer = support::inChild([&fixture]() -> QString {
        WAYMARK_NEEDS(support::becomeNobody());
        return readEverything(fixture.path());
    });
    QVERIFY(::chmod(fixture.folder().toLocal8Bit().constData(), 0755) == 0);
    QCOMPARE(answer, QString());
    QCOMPARE(support::folderState(fixture.folder()), before);
}

void TestReadOnlyLibrary::fileWithoutWriteRightIsReadOnly()
{
    const support::LibraryFixture fixture;
    const auto before = support::folderState(fixture.folder());
    QVERIFY(::chmod(fixture.folder().toLocal8Bit().constData(), 0777) == 0);
    QVERIFY(::chmod(fixture.path().toLocal8Bit().constData(), 0444) == 0);
    WAYMARK_CHILD([&fixture]() -> QString {
        WAYMARK_NEEDS(support::becomeNobody());
        WAYMARK_EXPECT(SqliteStore::open(fixture.path(), {}).error().code == ErrorCode::ReadOnly);
        return {};
    });
    QCOMPARE(support::folderState(fixture.folder()), before);
}

void TestReadOnlyLibrary::readerOfAnIdleLibraryChangesNothing()
{
    const support::LibraryFixture fixture;
    const QByteArray before = support::bytesOf(fixture.path());
    {
        auto store = SqliteStore::openReadOnly(fixture.path(), {}).value();
        QCOMPARE(store->journal(100).value().size(), std::size_t { 20 });
    }
    QCOMPARE(support::bytesOf(fixture.path()), before);
    QVERIFY(SqliteStore::open(fixture.path(), {}).has_value());
}

QTEST_GUILESS_MAIN(TestReadOnlyLibrary)
#include "tst_ReadOnlyLibrary.moc"
