// SPDX-License-Identifier: GPL-3.0-or-later
#include "LibraryFixture.h"

#include <domain/Progress.h>
#include <storage/Backup.h>
#include <storage/Connection.h>
#include <storage/Migrations.h>

#include <QTest>

using namespace waymark;
using domain::ErrorCode;
using storage::Connection;
using storage::Migration;
using storage::Migrations;
using storage::SqliteStore;

constexpr int today = 8; ///< the newest schema that was given out
constexpr int tomorrow = today + 1;

/// A later program, which knows a step more than this one.
class TestMigrations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void olderLibraryIsMigratedAfterABackup();
    void failingStepLeavesTheOldVersion();
    void backupThatCannotBeMadeStopsTheMigration();
    void olderProgramRefusesTheMigratedLibrary_data();
    void olderProgramRefusesTheMigratedLibrary();
    void whoMadeANewerLibraryMayBeHidden_data();
    void whoMadeANewerLibraryMayBeHidden();
    void eachStepNamesTheProgramThatDidIt();
    void olderLibraryIsNotMigratedByAReader();
    void everyStepIsLogged();
    void everySchemaOfThePastIsReached();
    void theFirstSchemaKeepsCourseAndLearner();
    void recallsOfTheSecondSchemaWantedTheUsualRetention();
    void theThirdSchemaGetsRoomForReviews();
    void theFourthSchemaGetsRoomForThePlan();
    void timeOfTheFifthSchemaTellsNoPlace();
    void noClocksStandFartherThanFourteenHours();
    void theSixthSchemaGetsRoomForMerges();

private:
    static Migrations later(const QByteArray& sql)
    {
        return Migrations({ known(1, QStringLiteral("0001_create_library")), known(2, QStringLiteral("0002_learn_by_heart")),
            known(3, QStringLiteral("0003_remember_retention_of_recalls")), known(4, QStringLiteral("0004_keep_reviews")),
            known(5, QStringLiteral("0005_plan_the_week")), known(6, QStringLiteral("0006_remember_offset_of_time")),
            known(7, QStringLiteral("0007_merge_copies")), known(today, QStringLiteral("0008_take_back_courses")),
            Migration { tomorrow, QStringLiteral("0009_later"), sql } });
    }
    static Migration known(int number, const QString& name)
    {
        return { number, name, support::bytesOf(QStringLiteral(WAYMARK_SOURCE "/model/storage/migrations/%1.sql").arg(name)) };
    }
    static QString backups(const support::LibraryFixture& fixture) { return fixture.folder() + QStringLiteral("/backups"); }
};

namespace {

constexpr qint64 newYear2026 = 1'767'225'600'000;

int versionOf(const QString& path)
{
    return storage::schemaVersion(*Connection::open(path, Connection::Mode::Immutable).value()).value();
}

} // namespace

void TestMigrations::olderLibraryIsMigratedAfterABackup()
{
    const support::LibraryFixture fixture;
    const QByteArray hash = domain::contentHash(SqliteStore::open(fixture.path(), {}).value()->progress().value());
    const Migrations migrations = later("CREATE TABLE later (a INTEGER) STRICT;");
    {
        auto store = SqliteStore::open(fixture.path(), { newYear2026, {}, migrations });
        QVERIFY2(store.has_value(), store ? "" : qPrintable(store.error().detail));
        QCOMPARE(domain::contentHash((*store)->progress().value()), hash);
    }
    QCOMPARE(versionOf(fixture.path()), tomorrow);
    const QString backup = backups(fixture) + QStringLiteral("/library-20260101-000000.waymark");
    QVERIFY(QFile::exists(backup));
    QVERIFY(storage::verifyBackup(backup).has_value());
    QCOMPARE(versionOf(backup), today);
    QVERIFY(SqliteStore::open(fixture.path(), { newYear2026, {}, migrations }).has_value());
    QCOMPARE(support::folderState(backups(fixture)).size(), 1);
}

void TestMigrations::failingStepLeavesTheOldVersion()
{
    const support::LibraryFixture fixture;
    const Migrations migrations = later("CREATE TABLE later (a INTEGER) STRICT; CREATE TABLE note (a INTEGER);");
    QVERIFY(!SqliteStore::open(fixture.path(), { newYear2026, {}, migrations }).has_value());
    QCOMPARE(versionOf(fixture.path()), today);
    const auto store = SqliteStore::open(fixture.path(), {});
    QVERIFY(store.has_value());
    QCOMPARE((*store)->journal(100).value().size(), std::size_t { 20 });
}

void TestMigrations::backupThatCannotBeMadeStopsTheMigration()
{
    const support::LibraryFixture fixture;
    QVERIFY(support::putBytes(backups(fixture), "a file where the folder should be"));
    const Migrations migrations = later("CREATE TABLE later (a INTEGER) STRICT;");
    QVERIFY(!SqliteStore::open(fixture.path(), { newYear2026, {}, migrations }).has_value());
    QCOMPARE(versionOf(fixture.path()), today);
}

void TestMigrations::olderProgramRefusesTheMigratedLibrary_data()
{
    QTest::addColumn<QString>("program");
    QTest::addColumn<QString>("said");
    const auto made = [](const QString& version) { return QStringLiteral(", made by ") + version; };
    QTest::newRow("a version") << QStringLiteral("1.4.0") << made(QStringLiteral("1.4.0"));
    QTest::newRow("a version before a release") << QStringLiteral("2.0.0-rc1+b7") << made(QStringLiteral("2.0.0-rc1+b7"));
    QTest::newRow("nobody") << QString() << QString();
    QTest::newRow("lines and escapes") << QStringLiteral("1\n\u001b[2J\u202e<b>2</b>") << made(QStringLiteral("12Jb2b"));
    QTest::newRow("nothing but signs") << QStringLiteral("\u202e %1 %n \n") << made(QStringLiteral("1n"));
    QTest::newRow("other letters") << QStringLiteral("\u0661\u0430\u00e4") << QString();
    QTest::newRow("long") << QStringLiteral("9").repeated(500'000) << made(QStringLiteral("9").repeated(32));
    QTest::newRow("too long to be looked at") << QStringLiteral("9").repeated(2'000'000) << QString();
}

void TestMigrations::olderProgramRefusesTheMigratedLibrary()
{
    QFETCH(QString, program);
    QFETCH(QString, said);
    const support::LibraryFixture fixture;
    const Migrations migrations = later("CREATE TABLE later (a INTEGER) STRICT;");
    QVERIFY(SqliteStore::open(fixture.path(), { newYear2026, {}, migrations, true, program }).has_value());
    const auto before = support::folderState(fixture.folder());
    for (const auto& refused : { SqliteStore::open(fixture.path(), {}), SqliteStore::openReadOnly(fixture.path(), {}) }) {
        QVERIFY(refused.error().code == ErrorCode::LibraryNewer);
        QCOMPARE(refused.error().detail, QStringLiteral("version 9, and this program knows 8") + said);
    }
    QCOMPARE(support::folderState(fixture.folder()), before);
}

void TestMigrations::whoMadeANewerLibraryMayBeHidden_data()
{
    QTest::addColumn<QByteArray>("sql");
    QTest::newRow("no such column") << QByteArray("ALTER TABLE migration DROP COLUMN program");
    QTest::newRow("no such table") << QByteArray("DROP TABLE migration");
    QTest::newRow("no row") << QByteArray("DELETE FROM migration");
    QTest::newRow("a view without an end") << QByteArray(
        "DROP TABLE migration; CREATE VIEW migration AS WITH RECURSIVE n (number) AS (SELECT 1 UNION ALL SELECT number + 1 "
        "FROM n) SELECT number, 'x' AS program FROM n");
    QTest::newRow("a view that makes much of nothing")
        << QByteArray("DROP TABLE migration; CREATE VIEW migration AS SELECT 1 AS number, hex(zeroblob(900000000)) AS program");
    QTest::newRow("a view") << QByteArray("DROP TABLE migration; CREATE VIEW migration AS SELECT 1 AS number, '9.9' AS program");
    QTest::newRow("a column that is generated")
        << QByteArray("DROP TABLE migration; CREATE TABLE migration (number INTEGER PRIMARY KEY, program TEXT AS ('9.' || number)); "
                      "INSERT INTO migration (number) VALUES (9)");
    QTest::newRow("a column that is generated and stored")
        << QByteArray("DROP TABLE migration; CREATE TABLE migration (number INTEGER PRIMARY KEY, program TEXT AS ('9.' || number) STORED); "
                      "INSERT INTO migration (number) VALUES (9)");
    QTest::newRow("a search index") << QByteArray("DROP TABLE migration; CREATE VIRTUAL TABLE migration USING fts5 (number, program); "
                                                  "INSERT INTO migration (number, program) VALUES (9, '9.9')");
}

void TestMigrations::whoMadeANewerLibraryMayBeHidden()
{
    QFETCH(QByteArray, sql);
    const support::LibraryFixture fixture;
    QVERIFY(fixture.tamper(sql + "; PRAGMA user_version = 99"));
    const auto before = support::folderState(fixture.folder());
    for (const auto& refused : { SqliteStore::open(fixture.path(), {}), SqliteStore::openReadOnly(fixture.path(), {}) }) {
        QVERIFY(refused.error().code == ErrorCode::LibraryNewer);
        QCOMPARE(refused.error().detail, QStringLiteral("version 99, and this program knows 8"));
    }
    QCOMPARE(support::folderState(fixture.folder()), before);
}

void TestMigrations::eachStepNamesTheProgramThatDidIt()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("library.waymark"));
    const auto programs = [&path] {
        QStringList found;
        auto library = Connection::open(path, Connection::Mode::Immutable).value();
        const auto take = [&found](const storage::Row& row) { found.append(row.text(0)); };
        (void)library->each(QStringLiteral("SELECT program FROM migration ORDER BY number"), {}, take);
        return found;
    };
    {
        auto library = Connection::open(path, Connection::Mode::Create).value();
        QVERIFY(Migrations::known().apply(*library, 6, 0, QStringLiteral("0.9")).has_value()); // which had no room for it
        QVERIFY(library->run(QStringLiteral("INSERT INTO library (single, id, created_at) VALUES (1, 'x', 0)")).has_value());
    }
    storage::OpenOptions options;
    options.program = QStringLiteral("1.2");
    QVERIFY(SqliteStore::open(path, options).has_value());
    QCOMPARE(programs(), QStringList(6) + QStringList(2, QStringLiteral("1.2")));
    QVERIFY(QFile::remove(path));
    QVERIFY(SqliteStore::create(path, options).has_value());
    options.program = QStringLiteral("1.3");
    QVERIFY(SqliteStore::open(path, options).has_value());
    QCOMPARE(programs(), QStringList(8, QStringLiteral("1.2")));
}

void TestMigrations::olderLibraryIsNotMigratedByAReader()
{
    const support::LibraryFixture fixture;
    const Migrations migrations = later("CREATE TABLE later (a INTEGER) STRICT;");
    QVERIFY(SqliteStore::openReadOnly(fixture.path(), { newYear2026, {}, migrations }).error().code == ErrorCode::ReadOnly);
    QCOMPARE(versionOf(fixture.path()), today);
}

void TestMigrations::everyStepIsLogged()
{
    const support::LibraryFixture fixture;
    const Migrations migrations = later("CREATE TABLE later (a INTEGER) STRICT;");
    QVERIFY(SqliteStore::open(fixture.path(), { newYear2026, {}, migrations }).has_value());
    QStringList log;
    auto reader = Connection::open(fixture.path(), Connection::Mode::Immutable).value();
    QVERIFY(reader
                ->each(QStringLiteral("SELECT name, at FROM migration ORDER BY number"), {},
                    [&log](const storage::Row& row) { log.append(row.text(0) + u' ' + QString::number(row.number(1))); })
                .has_value());
    QCOMPARE(log,
        QStringList({ QStringLiteral("0001_create_library 0"), QStringLiteral("0002_learn_by_heart 0"),
            QStringLiteral("0003_remember_retention_of_recalls 0"), QStringLiteral("0004_keep_reviews 0"),
            QStringLiteral("0005_plan_the_week 0"), QStringLiteral("0006_remember_offset_of_time 0"), QStringLiteral("0007_merge_copies 0"),
            QStringLiteral("0008_take_back_courses 0"), QStringLiteral("0009_later %1").arg(newYear2026) }));
}

void TestMigrations::everySchemaOfThePastIsReached()
{
    // Each version that was ever given out stays reachable from an empty file, step by step.
    const QTemporaryDir folder;
    for (int version = 1; version <= Migrations::known().latest(); ++version) {
        auto library = Connection::open(folder.filePath(QString::number(version)), Connection::Mode::Create).value();
        QVERIFY(Migrations::known().apply(*library, version, 0).has_value());
        QCOMPARE(storage::schemaVersion(*library).value(), version);
    }
}

void TestMigrations::theFirstSchemaKeepsCourseAndLearner()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("library.waymark"));
    {
        auto library = Connection::open(path, Connection::Mode::Create).value();
        QVERIFY(Migrations::known().apply(*library, 1, 0).has_value());
        const auto filled
            = library->script("INSERT INTO library VALUES (1, '9b1deb4d-3b7d-4bad-9bdd-2b0d7b3dcb6d', 5);"
                              "INSERT INTO skill_mark VALUES ('vcs-git', 'done', 7, 6, 0);"
                              "INSERT INTO item_mark VALUES ('vcs-git', 'commit', 7);"
                              "INSERT INTO course_info VALUES (1, 'backend', 'Back-end', '1.0.0', 'en', 'CC-BY-SA-4.0', '', 'a hash');"
                              "INSERT INTO course_area VALUES (0, 'vcs', 'Version control', '');"
                              "INSERT INTO course_skill VALUES (0, 'vcs-git', 'Git', 'vcs', 'junior', 'practice', 4, 'Can', 1, 900);"
                              "INSERT INTO course_item VALUES (0, 0, 'commit', 'Make a commit', 'commit', '');"
                              "INSERT INTO course_lesson VALUES (0, '# Git');");
        QVERIFY2(filled.has_value(), filled ? "" : qPrintable(filled.error().detail));
    }
    auto store = SqliteStore::open(path, { newYear2026, {} });
    QVERIFY2(store.has_value(), store ? "" : qPrintable(store.error().detail));
    QVERIFY((*store)->progress().value().skill(QStringLiteral("vcs-git")).isItemDone(QStringLiteral("commit")));
    const auto course = (*store)->course().value();
    QVERIFY(course.has_value());
    QCOMPARE(course->skills.front().checklist.size(), std::size_t { 1 });
    QVERIFY(course->skills.front().cards.isEmpty()); // until the course is installed again,
    QCOMPARE((*store)->courseHash().value(), QStringLiteral("before 0002")); // which its hash asks for
    QCOMPARE((*store)->lesson(QStringLiteral("vcs-git")).value().markdown, QStringLiteral("# Git"));
}

void TestMigrations::recallsOfTheSecondSchemaWantedTheUsualRetention()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("library.waymark"));
    {
        auto library = Connection::open(path, Connection::Mode::Create).value();
        QVERIFY(Migrations::known().apply(*library, 2, 0).has_value());
        const auto filled = library->script(
            "INSERT INTO library VALUES (1, '9b1deb4d-3b7d-4bad-9bdd-2b0d7b3dcb6d', 5);"
            "INSERT INTO recall VALUES ('vcs-git', 'commit', 'r', 3, 2.3065, 2.5, 0, 'fsrs-6', 'default', 4000, 7, 60);"
            "INSERT INTO journal VALUES (1, 'r', 'recall-card', 'vcs-git', 7, 0, '[{\"record\":\"recall\",\"skill\":\"vcs-git\",\"item\":"
            "\"commit\",\"id\":\"r\",\"after\":{\"grade\":3,\"stability\":2.3065,\"difficulty\":2.5,\"elapsedDays\":0,\"algorithm\":"
            "\"fsrs-6\",\"weights\":\"default\",\"milliseconds\":4000,\"at\":7,\"offset\":60}}]');");
        QVERIFY2(filled.has_value(), filled ? "" : qPrintable(filled.error().detail));
    }
    auto store = SqliteStore::open(path, { newYear2026, {} });
    QVERIFY2(store.has_value(), store ? "" : qPrintable(store.error().detail));
    const auto recalls = (*store)->progress().value().skill(QStringLiteral("vcs-git")).recalls.value(QStringLiteral("commit"));
    QCOMPARE(recalls.size(), 1);
    QCOMPARE(recalls.first().retention, 0.9);
    QCOMPARE(recalls.first().offset, 60);
    QVERIFY((*store)->undo().has_value()); // the journal says the same of it
    QVERIFY((*store)->progress().value().skills().isEmpty());
}

void TestMigrations::theThirdSchemaGetsRoomForReviews()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("library.waymark"));
    {
        auto library = Connection::open(path, Connection::Mode::Create).value();
        QVERIFY(Migrations::known().apply(*library, 3, 0).has_value());
        const auto filled = library->script(
            "INSERT INTO library VALUES (1, '9b1deb4d-3b7d-4bad-9bdd-2b0d7b3dcb6d', 5);"
            "INSERT INTO skill_mark VALUES ('vcs-git', 'done', 7, 6, 0);"
            "INSERT INTO item_mark VALUES ('vcs-git', 'commit', 7);"
            "INSERT INTO evidence VALUES ('vcs-git', 'commit', 'e', 'commit', 'abc123', 7);"
            "INSERT INTO recall VALUES ('vcs-git', 'commit', 'r', 3, 2.3065, 2.5, 0, 'fsrs-6', 'default', 4000, 7, 60, 0.83);"
            "INSERT INTO journal VALUES (1, 'e', 'add-evidence', 'vcs-git', 7, 0, "
            "'[{\"record\":\"evidence\",\"skill\":\"vcs-git\",\"item\":"
            "\"commit\",\"id\":\"e\",\"after\":{\"kind\":\"commit\",\"text\":\"abc123\",\"at\":7}}]');");
        QVERIFY2(filled.has_value(), filled ? "" : qPrintable(filled.error().detail));
    }
    auto store = SqliteStore::open(path, { newYear2026, {} });
    QVERIFY2(store.has_value(), store ? "" : qPrintable(store.error().detail));
    QCOMPARE(support::folderState(folder.filePath(QStringLiteral("backups"))).size(), 1);
    const domain::Progress before = (*store)->progress().value();
    const domain::SkillProgress& git = before.skill(QStringLiteral("vcs-git"));
    QVERIFY(git.isItemDone(QStringLiteral("commit")));
    QCOMPARE(git.items.value(QStringLiteral("commit")).evidence.value(QStringLiteral("e")).text, QStringLiteral("abc123"));
    QCOMPARE(git.recalls.value(QStringLiteral("commit")).first().retention, 0.83);
    QVERIFY(before.reviews().isEmpty() && before.keys().isEmpty() && git.signOffs.isEmpty());
    const domain::RecordKey review = domain::RecordKey::ofReview(QStringLiteral("r"));
    const domain::ReceivedReview received { "{}", QStringLiteral("Grace"), {}, {}, 8, 9 };
    QVERIFY((*store)
                ->commit({ QStringLiteral("2"), domain::EditKind::ReceiveReview, {}, 9, { { review, std::nullopt, received } } })
                .has_value());
    QVERIFY((*store)->undo().has_value());
    QVERIFY((*store)->progress().value() == before);
    QVERIFY((*store)->undo().has_value()); // what was written before fits as well
}

void TestMigrations::theFourthSchemaGetsRoomForThePlan()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("library.waymark"));
    {
        auto library = Connection::open(path, Connection::Mode::Create).value();
        QVERIFY(Migrations::known().apply(*library, 4, 0).has_value());
        const auto filled = library->script("INSERT INTO library VALUES (1, '9b1deb4d-3b7d-4bad-9bdd-2b0d7b3dcb6d', 5);"
                                            "INSERT INTO goal VALUES (1, 'first-api', 6.5, '2026-12-24');"
                                            "INSERT INTO time_entry VALUES ('t', 'vcs-git', 7, 45);");
        QVERIFY2(filled.has_value(), filled ? "" : qPrintable(filled.error().detail));
    }
    auto store = SqliteStore::open(path, { newYear2026, {} });
    QVERIFY2(store.has_value(), store ? "" : qPrintable(store.error().detail));
    QCOMPARE(support::folderState(folder.filePath(QStringLiteral("backups"))).size(), 1);
    const domain::Progress before = (*store)->progress().value();
    QCOMPARE(before.goal().hoursPerWeek, 6.5);
    QCOMPARE(before.time().value(QStringLiteral("t")).minutes, 45);
    QVERIFY(before.rhythm() == domain::StudyRhythm {});
    QVERIFY(before.daysOff().isEmpty() && before.orderWishes().isEmpty() && before.boardPlaces().isEmpty() && !before.timer());
    const domain::StudyRhythm rhythm { { 60, 0, 60, 0, 60, 90, 0 }, QStringLiteral("breakfast"), 20, 2 };
    QVERIFY((*store)
                ->commit({ QStringLiteral("2"), domain::EditKind::SetRhythm, {}, 9,
                    { { domain::RecordKey::ofRhythm(), std::nullopt, rhythm } } })
                .has_value());
    QVERIFY((*store)->progress().value().rhythm() == rhythm);
    QVERIFY((*store)->undo().has_value());
    QVERIFY((*store)->progress().value() == before);
}

void TestMigrations::timeOfTheFifthSchemaTellsNoPlace()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("library.waymark"));
    {
        auto library = Connection::open(path, Connection::Mode::Create).value();
        QVERIFY(Migrations::known().apply(*library, 5, 0).has_value());
        const auto filled = library->script(
            "INSERT INTO library VALUES (1, '9b1deb4d-3b7d-4bad-9bdd-2b0d7b3dcb6d', 5);"
            "INSERT INTO time_entry VALUES ('t', 'vcs-git', 7, 45);"
            "INSERT INTO journal VALUES (1, 't', 'add-time', 'vcs-git', 7, 0, '[{\"record\":\"time\",\"id\":\"t\",\"after\":"
            "{\"skill\":\"vcs-git\",\"start\":7,\"minutes\":45}}]');");
        QVERIFY2(filled.has_value(), filled ? "" : qPrintable(filled.error().detail));
    }
    auto store = SqliteStore::open(path, { newYear2026, {} });
    QVERIFY2(store.has_value(), store ? "" : qPrintable(store.error().detail));
    QCOMPARE(support::folderState(folder.filePath(QStringLiteral("backups"))).size(), 1);
    const domain::Progress before = (*store)->progress().value();
    const domain::TimeEntry entry = before.time().value(QStringLiteral("t"));
    QVERIFY((entry == domain::TimeEntry { QStringLiteral("vcs-git"), 7, 45, std::nullopt }));
    domain::TimeEntry placed = entry;
    placed.offset = -210;
    const domain::RecordKey key = domain::RecordKey::ofTime(QStringLiteral("t"));
    QVERIFY((*store)->commit({ QStringLiteral("2"), domain::EditKind::ChangeTime, {}, 9, { { key, entry, placed } } }).has_value());
    QVERIFY((*store)->progress().value().time().value(QStringLiteral("t")) == placed);
    QVERIFY((*store)->undo().has_value());
    QVERIFY((*store)->progress().value() == before);
    QVERIFY((*store)->undo().has_value()); // what was written before fits as well
    QVERIFY((*store)->progress().value().time().isEmpty());
    QVERIFY((*store)->redo().has_value());
    QVERIFY((*store)->progress().value() == before);
}

void TestMigrations::noClocksStandFartherThanFourteenHours()
{
    auto library = Connection::open({}, Connection::Mode::Memory).value();
    QVERIFY(Migrations::known().apply(*library, today, 0).has_value());
    QVERIFY(
        library->script("INSERT INTO time_entry VALUES ('east', 'vcs-git', 7, 45, 840), ('west', 'vcs-git', 7, 45, -840);").has_value());
    QVERIFY(!library->script("INSERT INTO time_entry VALUES ('moon', 'vcs-git', 7, 45, 841);").has_value());
}

void TestMigrations::theSixthSchemaGetsRoomForMerges()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("library.waymark"));
    {
        auto library = Connection::open(path, Connection::Mode::Create).value();
        QVERIFY(Migrations::known().apply(*library, 6, 0).has_value());
        const auto filled = library->script(
            "INSERT INTO library VALUES (1, '9b1deb4d-3b7d-4bad-9bdd-2b0d7b3dcb6d', 5);"
            "INSERT INTO learner VALUES (1, 'Ada');"
            "INSERT INTO journal VALUES (1, '1', 'set-learner', '', 7, 0, '[{\"record\":\"learner\",\"after\":{\"name\":\"Ada\"}}]');"
            "INSERT INTO journal VALUES (2, '2', 'set-learner', '', 8, 1, '[{\"record\":\"learner\",\"before\":{\"name\":\"Ada\"}}]');");
        QVERIFY2(filled.has_value(), filled ? "" : qPrintable(filled.error().detail));
    }
    auto store = SqliteStore::open(path, { newYear2026, {} });
    QVERIFY2(store.has_value(), store ? "" : qPrintable(store.error().detail));
    const domain::Progress before = (*store)->progress().value();
    QVERIFY(before.absorbed().isEmpty() && before.conflicts().isEmpty());
    QCOMPARE((*store)->journal(1).value().front().turns, 1); // of old undos at least the last one is known
    QVERIFY((*store)->redo().has_value());
    QCOMPARE((*store)->journal(1).value().front().turns, 2);
    QVERIFY((*store)->undo().has_value());
    QCOMPARE((*store)->journal(1).value().front().turns, 3);
    QVERIFY((*store)->progress().value() == before);
    const domain::RecordKey key = domain::RecordKey::ofConflict(domain::RecordKey::ofLearner(), QStringLiteral("name"));
    const domain::Conflict conflict { { QStringLiteral("{\"name\":\"Bea\"}") } };
    const domain::RecordKey merge = domain::RecordKey::ofAbsorbed(QStringLiteral("3"));
    const domain::Absorbed absorbed { "{\"heads\":[\"9\"]}\n" };
    QVERIFY((*store)
                ->commit({ QStringLiteral("3"), domain::EditKind::MergeLibrary, {}, 9,
                    { { key, std::nullopt, conflict }, { merge, std::nullopt, absorbed } } })
                .has_value());
    const domain::Progress after = (*store)->progress().value();
    QVERIFY(after.conflicts().value(key) == conflict);
    QVERIFY(after.absorbed().value(QStringLiteral("3")) == absorbed);
    QVERIFY((*store)->undo().has_value());
    QVERIFY((*store)->progress().value() == before);
}

QTEST_GUILESS_MAIN(TestMigrations)
#include "tst_Migrations.moc"
