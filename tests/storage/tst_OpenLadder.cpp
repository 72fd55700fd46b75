// SPDX-License-Identifier: GPL-3.0-or-later
#include "LibraryFixture.h"

#include <domain/Progress.h>

#include <QTest>

using namespace waymark;
using domain::ErrorCode;
using storage::SqliteStore;

class TestOpenLadder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void missingLibraryIsNotCreated();
    void newLibraryNeverReplacesAFile();
    void newLibraryNeedsItsFolder();
    void refusedFileIsLeftAsItWas_data();
    void refusedFileIsLeftAsItWas();
    void foreignSchemaIsRefusedAndLeft_data();
    void foreignSchemaIsRefusedAndLeft();
    void newerLibraryWithALogIsLeft();
    void damagedPageIsFoundAndLeft();
    void pagesCanBeCheckedLater();
    void statisticsOfAnotherToolAreNoHarm();
    void pathWithSpecialCharactersIsOneFile();
    void linkLeadsToTheSameLibrary();
    void closedLibraryIsOneFile();
    void libraryKeepsItsId();
};

namespace {

int openCode(const QString& path)
{
    const auto opened = SqliteStore::open(path, {});
    return opened ? -1 : static_cast<int>(opened.error().code);
}

QByteArray number(quint32 value)
{
    return QByteArray::fromHex(QByteArray::number(value, 16).rightJustified(8, '0'));
}

} // namespace

void TestOpenLadder::missingLibraryIsNotCreated()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("library.waymark"));
    QCOMPARE(openCode(path), static_cast<int>(ErrorCode::LibraryMissing));
    QVERIFY(SqliteStore::openReadOnly(path, {}).error().code == ErrorCode::LibraryMissing);
    QCOMPARE(openCode(folder.filePath(QStringLiteral("no/such/folder.waymark"))), static_cast<int>(ErrorCode::LibraryMissing));
    QVERIFY(support::folderState(folder.path()).isEmpty());
}

void TestOpenLadder::newLibraryNeverReplacesAFile()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("library.waymark"));
    QVERIFY(support::putBytes(path, {}));
    QVERIFY(SqliteStore::create(path, {}).error().code == ErrorCode::FileExists);
    QCOMPARE(support::folderState(folder.path()).size(), 1);
    QCOMPARE(support::bytesOf(path), QByteArray());
}

void TestOpenLadder::newLibraryNeedsItsFolder()
{
    const QTemporaryDir folder;
    QVERIFY(!SqliteStore::create(folder.filePath(QStringLiteral("no/such/library.waymark")), {}).has_value());
    QVERIFY(support::folderState(folder.path()).isEmpty());
}

void TestOpenLadder::refusedFileIsLeftAsItWas_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("code");
    const support::LibraryFixture fixture;
    const QByteArray good = support::bytesOf(fixture.path());
    const auto with = [&good](qsizetype offset, const QByteArray& patch) { return QByteArray(good).replace(offset, patch.size(), patch); };
    const auto corrupt = static_cast<int>(ErrorCode::LibraryCorrupt);
    const auto foreign = static_cast<int>(ErrorCode::NotALibrary);
    QTest::newRow("empty") << QByteArray() << foreign;
    QTest::newRow("picture") << QByteArray("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16).append(QByteArray(5000, 'x')) << foreign;
    QTest::newRow("text") << QByteArray("SQLite formats are many") << foreign;
    QTest::newRow("header cut") << good.left(60) << corrupt;
    QTest::newRow("header only") << good.left(100) << corrupt;
    QTest::newRow("cut inside a page") << good.chopped(100) << corrupt;
    QTest::newRow("cut by a page") << good.chopped(4096) << corrupt;
    QTest::newRow("longer by a page") << good + QByteArray(4096, '\0') << corrupt;
    QTest::newRow("format of the schema damaged") << with(44, number(77)) << corrupt;
    QTest::newRow("magic damaged") << with(0, "sqlite") << corrupt;
    QTest::newRow("page size damaged") << with(16, QByteArray("\x13\x37", 2)) << corrupt;
    QTest::newRow("other application") << with(68, number(0x0f055112)) << foreign;
    QTest::newRow("no application") << with(68, number(0)) << foreign;
    QTest::newRow("newer by one") << with(60, number(static_cast<quint32>(storage::Migrations::known().latest() + 1)))
                                  << static_cast<int>(ErrorCode::LibraryNewer);
    QTest::newRow("no version") << with(60, number(0)) << corrupt;
    QTest::newRow("schema page damaged") << with(100, QByteArray(3000, '\xa5')) << corrupt;
    QTest::newRow("page in the middle damaged") << with(4096 * 8, QByteArray(4096, '\xa5')) << corrupt;
    QTest::newRow("pages exchanged") << with(4096 * 8, good.mid(4096 * 9, 4096)) << corrupt;
}

void TestOpenLadder::refusedFileIsLeftAsItWas()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, code);
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("library.waymark"));
    QVERIFY(support::putBytes(path, bytes));
    const auto before = support::folderState(folder.path());
    const auto opened = SqliteStore::open(path, {});
    QVERIFY(!opened.has_value());
    QCOMPARE(static_cast<int>(opened.error().code), code);
    QCOMPARE(opened.error().subject, path);
    QCOMPARE(support::folderState(folder.path()), before);
    QCOMPARE(static_cast<int>(SqliteStore::openReadOnly(path, {}).error().code), code);
    QCOMPARE(support::folderState(folder.path()), before);
}

void TestOpenLadder::foreignSchemaIsRefusedAndLeft_data()
{
    QTest::addColumn<QByteArray>("sql");
    QTest::addColumn<int>("code");
    const auto refused = static_cast<int>(ErrorCode::Refused);
    QTest::newRow("trigger") << QByteArray("CREATE TRIGGER t AFTER INSERT ON journal BEGIN DELETE FROM note; END") << refused;
    QTest::newRow("view") << QByteArray("CREATE VIEW v AS SELECT load_extension('x')") << refused;
    QTest::newRow("table") << QByteArray("CREATE TABLE more (a)") << refused;
    QTest::newRow("index") << QByteArray("CREATE INDEX more ON evidence (text)") << refused;
    QTest::newRow("column") << QByteArray("ALTER TABLE note ADD COLUMN more TEXT") << refused;
    QTest::newRow("view in the place of a table")
        << QByteArray("DROP TABLE goal; CREATE VIEW goal AS SELECT 1 AS single, '' AS milestone, 0 AS hours_per_week, '' AS deadline")
        << refused;
    QTest::newRow("table gone") << QByteArray("DROP TABLE evidence") << static_cast<int>(ErrorCode::LibraryCorrupt);
}

void TestOpenLadder::foreignSchemaIsRefusedAndLeft()
{
    QFETCH(QByteArray, sql);
    QFETCH(int, code);
    const support::LibraryFixture fixture;
    QVERIFY(fixture.tamper(sql));
    const auto before = support::folderState(fixture.folder());
    QCOMPARE(openCode(fixture.path()), code);
    QCOMPARE(static_cast<int>(SqliteStore::openReadOnly(fixture.path(), {}).error().code), code);
    QCOMPARE(support::folderState(fixture.folder()), before);
}

void TestOpenLadder::newerLibraryWithALogIsLeft()
{
    // A newer program was killed: the version it raised stands in the log only.
    const support::LibraryFixture fixture;
    sqlite3* handle = nullptr;
    QVERIFY(sqlite3_open(fixture.path().toUtf8().constData(), &handle) == SQLITE_OK);
    QVERIFY(sqlite3_db_config(handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr) == SQLITE_OK);
    QVERIFY(sqlite3_exec(handle, "PRAGMA user_version = 1000", nullptr, nullptr, nullptr) == SQLITE_OK);
    QVERIFY(sqlite3_close(handle) == SQLITE_OK);
    auto before = support::folderState(fixture.folder());
    QVERIFY(before.contains(QStringLiteral("library.waymark-wal")));
    QCOMPARE(openCode(fixture.path()), static_cast<int>(ErrorCode::LibraryNewer));
    // The index of the log is SQLite's to make again.
    auto after = support::folderState(fixture.folder());
    before.remove(QStringLiteral("library.waymark-shm"));
    after.remove(QStringLiteral("library.waymark-shm"));
    QCOMPARE(after, before);
}

void TestOpenLadder::damagedPageIsFoundAndLeft()
{
    const support::LibraryFixture fixture(200);
    const qint64 pages = QFileInfo(fixture.path()).size() / 4096;
    int found = 0;
    for (qint64 page = 1; page < pages; ++page) {
        const QByteArray good = support::bytesOf(fixture.path());
        QVERIFY(fixture.damage(page * 4096, QByteArray(64, '\xff')));
        const auto before = support::folderState(fixture.folder());
        const auto opened = SqliteStore::open(fixture.path(), {});
        if (!opened) {
            QVERIFY(opened.error().code == ErrorCode::LibraryCorrupt);
            QCOMPARE(support::folderState(fixture.folder()), before);
            ++found;
        }
        QVERIFY(support::putBytes(fixture.path(), good));
    }
    // What a page of overflow holds is text or index data: quick_check sees its chain, not its content.
    QVERIFY2(found * 10 >= pages * 8, qPrintable(QStringLiteral("%1 of %2").arg(found).arg(pages)));
}

void TestOpenLadder::pagesCanBeCheckedLater()
{
    const support::LibraryFixture fixture;
    storage::OpenOptions later;
    later.checkPages = false;
    {
        auto store = SqliteStore::open(fixture.path(), later).value();
        QVERIFY(!store->arePagesChecked());
        QVERIFY(store->checkPages().has_value());
        QVERIFY(store->arePagesChecked());
    }
    QVERIFY(SqliteStore::open(fixture.path(), {}).value()->arePagesChecked());
    QVERIFY(fixture.damage(4096 * 8, QByteArray(4096, '\xa5')));
    auto damaged = SqliteStore::open(fixture.path(), later);
    QVERIFY(damaged.has_value());
    QVERIFY((*damaged)->checkPages().error().code == ErrorCode::LibraryCorrupt);
    QVERIFY(!(*damaged)->arePagesChecked());
}

void TestOpenLadder::statisticsOfAnotherToolAreNoHarm()
{
    const support::LibraryFixture fixture;
    QVERIFY(fixture.tamper("ANALYZE"));
    QCOMPARE(openCode(fixture.path()), -1);
}

void TestOpenLadder::pathWithSpecialCharactersIsOneFile()
{
    const QTemporaryDir folder;
    const QString name = QStringLiteral("my ?plan#1 %20 & \u00fc\u4e2d=x.waymark");
    const QString path = folder.filePath(name);
    {
        auto store = SqliteStore::create(path, {}).value();
        QVERIFY(store->installCourse(support::sampleCourse()).has_value());
    }
    QCOMPARE(openCode(path), -1);
    QCOMPARE(support::folderState(folder.path()).keys(), QStringList(name));
}

void TestOpenLadder::linkLeadsToTheSameLibrary()
{
    const support::LibraryFixture fixture;
    const QString link = fixture.folder() + QStringLiteral("/link.waymark");
    QVERIFY(QFile::link(fixture.path(), link));
    const auto store = SqliteStore::open(link, {});
    QVERIFY(store.has_value());
    QCOMPARE(openCode(fixture.path()), static_cast<int>(ErrorCode::LibraryLocked));
}

void TestOpenLadder::closedLibraryIsOneFile()
{
    const support::LibraryFixture fixture;
    QCOMPARE(support::folderState(fixture.folder()).keys(), QStringList(QStringLiteral("library.waymark")));
    QCOMPARE(openCode(fixture.path()), -1);
    QCOMPARE(support::folderState(fixture.folder()).keys(), QStringList(QStringLiteral("library.waymark")));
}

void TestOpenLadder::libraryKeepsItsId()
{
    const support::LibraryFixture fixture;
    const QString id = SqliteStore::open(fixture.path(), {}).value()->libraryId().value();
    QCOMPARE(id.size(), 36);
    QCOMPARE(SqliteStore::openReadOnly(fixture.path(), {}).value()->libraryId().value(), id);
}

QTEST_GUILESS_MAIN(TestOpenLadder)
#include "tst_OpenLadder.moc"
