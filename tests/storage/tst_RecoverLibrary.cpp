// SPDX-License-Identifier: GPL-3.0-or-later
// A damaged library made again on disk: which backup is taken, what is kept beside it, and that a refusal changes nothing.
#include "ChildProcess.h"
#include "CourseEditions.h"
#include "LibraryFixture.h"
#include "LibraryNotes.h"
#include "MovedIds.h"
#include "WholeLibrary.h"

#include <storage/Backup.h>
#include <storage/Connection.h>
#include <storage/LibraryLock.h>
#include <storage/Recovery.h>

#include <QTest>

using namespace waymark;
using domain::ErrorCode;
using domain::RecordKey;
using domain::RecoveryWay;
using storage::SqliteStore;
using support::noteEdit;
using support::noteIn;
using support::writeNote;

namespace {

constexpr qint64 day = 86'400'000;
constexpr qint64 newYear2026 = 1'767'225'600'000;

QString text(const char* words)
{
    return QString::fromUtf8(words);
}

} // namespace

class tst_RecoverLibrary : public QObject
{
    Q_OBJECT

    std::unique_ptr<support::LibraryFixture> m_fixture;

    [[nodiscard]] QString path() const { return m_fixture->path(); }
    [[nodiscard]] QString backups() const { return storage::backupFolderOf(path()); }
    [[nodiscard]] bool backUp(qint64 at) const { return storage::makeBackup(path(), backups(), at).has_value(); }
    [[nodiscard]] auto recover(RecoveryWay way = RecoveryWay::Both, const domain::RecoveryWatch& watch = {}) const
    {
        return storage::recoverLibrary(path(), { {}, newYear2026 + 9 * day, way }, watch);
    }
    [[nodiscard]] bool damageHeader() const { return m_fixture->damage(0, QByteArray(100, '\xee')); }
    [[nodiscard]] auto state() const { return support::folderState(m_fixture->folder()); }

private Q_SLOTS:
    void init()
    {
        m_fixture = std::make_unique<support::LibraryFixture>();
        QVERIFY(writeNote(path(), text("own-one"), text("before")));
        QVERIFY(writeNote(path(), text("own-two"), text("goes")));
    }

    void theBackupGetsWhatCameAfterIt()
    {
        const QString id = SqliteStore::open(path(), {}).value()->libraryId().value();
        QVERIFY(backUp(newYear2026));
        QVERIFY(writeNote(path(), text("own-one"), text("after")));
        QVERIFY(writeNote(path(), text("own-two"), std::nullopt));
        const domain::Progress records = SqliteStore::open(path(), {}).value()->progress().value();
        const auto journal = SqliteStore::open(path(), {}).value()->journal(1000).value();
        QVERIFY(damageHeader());
        const QByteArray damaged = support::bytesOf(path());
        const auto report = recover();
        QVERIFY2(report.has_value(), report ? "" : qPrintable(report.error().detail));
        QCOMPARE(report->kept, path() + text(".corrupt-20260110-000000"));
        QCOMPARE(support::bytesOf(report->kept), damaged);
        QVERIFY(report->backup.endsWith(text("library-20260101-000000.waymark")));
        QCOMPARE(report->lost(), 0);
        auto store = SqliteStore::open(path(), {}).value();
        QVERIFY(store->progress().value() == records);
        QVERIFY(store->journal(1000).value() == journal);
        QCOMPARE(store->libraryId().value(), id);
        QVERIFY(store->course().value() == support::sampleCourse().course); // of the backup
        QVERIFY(store->undo().has_value());
        QVERIFY(store->progress().value().skill(text("own-two")).note.has_value());
    }

    void theBackupAloneIsTheDayOfTheBackup()
    {
        QVERIFY(backUp(newYear2026));
        QVERIFY(writeNote(path(), text("own-one"), text("after")));
        QVERIFY(writeNote(path(), text("own-three"), text("new")));
        QVERIFY(damageHeader());
        const auto report = recover(RecoveryWay::Backup);
        QVERIFY(report.has_value());
        QCOMPARE(noteIn(path(), text("own-one")), text("before"));
        QCOMPARE(report->lost(), 3); // a note, and two edits of the journal
    }

    void theBackupFillsWhatLiesOnDamagedPages()
    {
        QVERIFY(backUp(newYear2026));
        // Everything but the first pages is gone.
        const QByteArray bytes = support::bytesOf(path());
        QVERIFY(support::putBytes(path(), bytes.left(3 * 4096) + QByteArray(bytes.size() - 3 * 4096, '\0')));
        const auto report = recover();
        QVERIFY2(report.has_value(), report ? "" : qPrintable(report.error().detail));
        QCOMPARE(noteIn(path(), text("own-one")), text("before"));
        QCOMPARE(report->lost(), 0);
        QVERIFY(std::any_of(report->tables.begin(), report->tables.end(), [](const auto& table) { return table.fromBackup > 0; }));
    }

    void aBadBackupIsPassedOver()
    {
        QVERIFY(backUp(newYear2026));
        QVERIFY(writeNote(path(), text("own-one"), text("after")));
        QVERIFY(backUp(newYear2026 + day));
        const QString newest = backups() + text("/library-20260102-000000.waymark");
        QVERIFY(support::putBytes(newest, support::bytesOf(newest).chopped(4096)));
        QVERIFY(damageHeader());
        const auto report = recover(RecoveryWay::Backup);
        QVERIFY(report.has_value());
        QVERIFY(report->backup.endsWith(text("library-20260101-000000.waymark")));
        QCOMPARE(noteIn(path(), text("own-one")), text("before"));
    }

    void theBackupOfAnotherLibraryIsPassedOver()
    {
        const support::LibraryFixture other;
        QVERIFY(storage::makeBackup(other.path(), backups(), newYear2026).has_value());
        QVERIFY(damageHeader());
        const auto report = recover();
        QVERIFY(report.has_value());
        QCOMPARE(report->backup, QString());
        QCOMPARE(noteIn(path(), text("own-one")), text("before"));
        QVERIFY(!SqliteStore::open(path(), {}).value()->course().value()); // the next start brings one
    }

    void notesAreFoundAgain()
    {
        QVERIFY(damageHeader());
        QVERIFY(recover().has_value());
        const auto hits = SqliteStore::open(path(), {}).value()->search(text("goes"), 5).value();
        QCOMPARE(hits.size(), std::size_t { 1 });
    }

    void anOlderLibraryIsRecoveredWithTheSchemaOfToday()
    {
        const QString old = m_fixture->folder() + text("/old.waymark");
        {
            auto library = storage::Connection::open(old, storage::Connection::Mode::Create).value();
            QVERIFY(storage::Migrations::known().apply(*library, 1, 0).has_value());
            QVERIFY(library
                        ->script("INSERT INTO library VALUES (1, '9b1deb4d-3b7d-4bad-9bdd-2b0d7b3dcb6d', 5);"
                                 "INSERT INTO note VALUES (1, 'own-one', 'of old', 1, 9);")
                        .has_value());
        }
        QByteArray bytes = support::bytesOf(old);
        bytes.replace(0, 60, QByteArray(60, 'x'));
        QVERIFY(support::putBytes(old, bytes));
        QVERIFY(storage::recoverLibrary(old, { {}, newYear2026 }).has_value());
        QCOMPARE(noteIn(old, text("own-one")), text("of old"));
        QCOMPARE(SqliteStore::open(old, {}).value()->libraryId().value(), text("9b1deb4d-3b7d-4bad-9bdd-2b0d7b3dcb6d"));
    }

    /// What a library keeps of courses is no learner data: a recovery leaves it out, and all that is older can still be taken back.
    void installationsAreHistoryAfterARecovery_data()
    {
        QTest::addColumn<bool>("isTakenBack");
        QTest::newRow("installed") << false;
        QTest::newRow("taken back") << true;
    }
    void installationsAreHistoryAfterARecovery()
    {
        QFETCH(const bool, isTakenBack);
        {
            auto store = SqliteStore::open(path(), {}).value();
            QVERIFY(store->commit(noteEdit(*store, text("vcs-git"), text("of git"))).has_value());
            QVERIFY(store->installCourse(support::asStep(support::secondEdition(), text("i"))).has_value());
            QVERIFY(store->commit(noteEdit(*store, text("git"), text("under the new id"))).has_value());
            QVERIFY(!isTakenBack || (store->undo() && store->undo()));
        }
        QVERIFY(damageHeader());
        QVERIFY(recover().has_value());
        QCOMPARE(noteIn(path(), text("git")), isTakenBack ? text("none") : text("under the new id"));
        QCOMPARE(noteIn(path(), text("vcs-git")), isTakenBack ? text("of git") : text("none"));
        auto store = SqliteStore::open(path(), {}).value();
        QVERIFY(!store->nextRedo().value());
        while (const auto step = store->undo()) {
            QVERIFY(!domain::isInstallation(step->kind));
        }
        QVERIFY(store->progress().value() == domain::Progress());
    }

    /// Nothing but an index is damaged, so nothing that undo and redo have is forgotten.
    void whatIsKeptOfCoursesOutlivesNewIndexes_data()
    {
        QTest::addColumn<QString>("index");
        QTest::addColumn<int>("turns");
        for (const char* const index : { "sqlite_autoindex_journal_1", "sqlite_autoindex_course_step_1" }) {
            QTest::addRow("%s, installed", index) << text(index) << 0;
            QTest::addRow("%s, one taken back", index) << text(index) << 2;
            QTest::addRow("%s, both taken back", index) << text(index) << 4;
            QTest::addRow("%s, all taken back", index) << text(index) << 5;
        }
    }
    void whatIsKeptOfCoursesOutlivesNewIndexes()
    {
        QFETCH(const QString, index);
        QFETCH(const int, turns);
        std::vector<support::WholeLibrary> stages;
        {
            auto store = SqliteStore::open(path(), {}).value();
            QVERIFY(store->commit(noteEdit(*store, text("vcs-git"), text("of git"))).has_value());
            QVERIFY(store->installCourse(support::asStep(support::secondEdition(), text("i"))).has_value());
            QVERIFY(store->commit(noteEdit(*store, text("git"), text("under the new id"))).has_value());
            QVERIFY(store->installCourse(support::asStep(support::thirdEdition(), text("j"))).has_value());
            QVERIFY(store->commit(noteEdit(*store, text("versions"), text("under the newest"))).has_value());
            stages.push_back(support::wholeLibrary(*store));
            for (int i = 0; i < 5; ++i) {
                QVERIFY(store->undo().has_value());
                stages.push_back(support::wholeLibrary(*store));
            }
            for (int i = turns; i < 5; ++i) {
                QVERIFY(store->redo().has_value());
            }
        }
        QVERIFY(m_fixture->damageIndex(index) && !storage::verifyBackup(path()));
        const auto report = recover();
        QVERIFY2(report.has_value(), report ? "" : qPrintable(report.error().detail));
        QVERIFY(report->isReindexed);
        auto store = SqliteStore::open(path(), {}).value();
        QVERIFY(support::wholeLibrary(*store) == stages[static_cast<std::size_t>(turns)]);
        for (int i = turns + 1; i <= 5; ++i) {
            QVERIFY(store->undo().has_value());
            QVERIFY(support::wholeLibrary(*store) == stages[static_cast<std::size_t>(i)]);
        }
        for (int i = 4; i >= 0; --i) {
            QVERIFY(store->redo().has_value());
            QVERIFY(support::wholeLibrary(*store) == stages[static_cast<std::size_t>(i)]);
        }
    }

    /// The backup has another edition than the library: of before it was installed, or of before it was taken back.
    void theBackupOfAnotherEditionNamesNothingTwice_data()
    {
        QTest::addColumn<int>("turnsBefore");
        QTest::addColumn<int>("turnsAfter");
        QTest::addColumn<QString>("skill");
        QTest::newRow("of before it was installed") << 0 << 1 << text("vcs-git");
        QTest::newRow("of before it was taken back") << 1 << -1 << text("git");
        QTest::newRow("of before it was made again") << 0 << 0 << text("vcs-git");
        QTest::newRow("of before the one after it") << 1 << 1 << text("git");
        QTest::newRow("of before both") << 0 << 2 << text("vcs-git");
        QTest::newRow("of before both were taken back") << 2 << -2 << text("versions");
    }
    void theBackupOfAnotherEditionNamesNothingTwice()
    {
        QFETCH(const int, turnsBefore);
        QFETCH(const int, turnsAfter);
        QFETCH(const QString, skill);
        const QStringList names { text("vcs-git"), text("git"), text("versions") };
        {
            auto store = SqliteStore::open(path(), {}).value();
            QVERIFY(store->commit(noteEdit(*store, names.front(), text("of git"))).has_value());
            const domain::RecordKey item = RecordKey::ofItem(names.front(), text("commit"));
            QVERIFY(store->commit({ text("tick"), domain::EditKind::CheckItem, {}, 1, { { item, std::nullopt, domain::ItemMark { 5 } } } })
                        .has_value());
            const std::vector editions { support::secondEdition(), support::thirdEdition() };
            for (int i = 0; i < turnsBefore; ++i) {
                QVERIFY(store->installCourse(support::asStep(editions[static_cast<std::size_t>(i)], names[i])).has_value());
            }
        }
        QVERIFY(backUp(newYear2026));
        QString now = names[turnsBefore + turnsAfter];
        {
            auto store = SqliteStore::open(path(), {}).value();
            const std::vector editions { support::secondEdition(), support::thirdEdition() };
            for (int i = turnsBefore; i < turnsBefore + turnsAfter; ++i) {
                QVERIFY(store->installCourse(support::asStep(editions[static_cast<std::size_t>(i)], names[i])).has_value());
            }
            for (int i = turnsAfter; i < 0; ++i) {
                QVERIFY(domain::isInstallation(store->undo().value().kind));
            }
            QVERIFY(store->commit(noteEdit(*store, now, text("of git, later"))).has_value());
        }
        QVERIFY(damageHeader());
        const auto report = recover();
        QVERIFY(report.has_value() && !report->backup.isEmpty());
        auto store = SqliteStore::open(path(), {}).value();
        const domain::Progress records = store->progress().value();
        for (const QString& name : names) {
            QVERIFY2((records.skill(name) == domain::SkillProgress()) == (name != skill), qPrintable(name));
        }
        QCOMPARE(records.skill(skill).note->text, text("of git, later"));
        QCOMPARE(records.skill(skill).items.size(), 1);
        QCOMPARE(support::movedIdIn(*store), QString());
        QVERIFY(store->installCourse(support::thirdEdition()).has_value());
        QCOMPARE(noteIn(*store, text("versions")), text("of git, later"));
        while (store->undo()) { }
        QVERIFY(store->progress().value() == domain::Progress());
    }

    void twoRecoveriesInOneSecondKeepBoth()
    {
        QVERIFY(damageHeader());
        const QString first = recover().value().kept;
        QVERIFY(damageHeader());
        const QString second = recover().value().kept;
        QVERIFY(first != second && QFile::exists(first) && QFile::exists(second));
    }

    void aRefusalChangesNothing()
    {
        QVERIFY(damageHeader());
        const auto before = state();
        QCOMPARE(recover(RecoveryWay::Backup).error().code, ErrorCode::NothingRecovered);
        std::stop_source stop;
        stop.request_stop();
        for (const auto way : { RecoveryWay::Both, RecoveryWay::Salvage }) {
            QCOMPARE(recover(way, { stop.get_token(), {} }).error().code, ErrorCode::Cancelled);
        }
        {
            const auto lock = storage::LibraryLock::take(path());
            QCOMPARE(recover().error().code, ErrorCode::LibraryLocked);
        }
        QCOMPARE(state(), before);
        QVERIFY(support::putBytes(path(), QByteArray(20'000, '\0')));
        const auto empty = state();
        QCOMPARE(recover().error().code, ErrorCode::NothingRecovered);
        QCOMPARE(state(), empty);
        QCOMPARE(storage::recoverLibrary(path() + text("x"), {}).error().code, ErrorCode::LibraryMissing);
    }

    /// Neither the library nor a disk is damaged, and yet it cannot be read now.
    void whatCannotBeOpenedIsNotDamaged_data()
    {
        QTest::addColumn<bool>("isHeaderDamaged");
        QTest::newRow("sound") << false;
        QTest::newRow("damaged as well") << true;
    }
    void whatCannotBeOpenedIsNotDamaged()
    {
        QFETCH(const bool, isHeaderDamaged);
        QVERIFY(backUp(newYear2026));
        QVERIFY(writeNote(path(), text("own-one"), text("after")));
        QVERIFY(!isHeaderDamaged || damageHeader());
        QVERIFY(QDir().mkdir(path() + text("-wal")));
        const QByteArray bytes = support::bytesOf(path());
        for (const auto way : { RecoveryWay::Both, RecoveryWay::Salvage, RecoveryWay::Backup }) {
            const auto refused = recover(way);
            QVERIFY(!refused && refused.error().code == ErrorCode::Io);
            QCOMPARE(refused.error().subject, path());
            QVERIFY(!refused.error().detail.isEmpty());
            QCOMPARE(support::bytesOf(path()), bytes);
            QCOMPARE(QDir(m_fixture->folder()).entryList({ text("*.corrupt-*") }), QStringList());
        }
        QVERIFY(QDir(path() + text("-wal")).removeRecursively());
        QVERIFY(recover().has_value());
        QCOMPARE(noteIn(path(), text("own-one")), text("after"));
    }

    void aCancelAtAnyStepChangesNothing()
    {
        QVERIFY(backUp(newYear2026));
        QVERIFY(damageHeader());
        const auto before = state();
        int steps = 0;
        for (int stopAt = 1; stopAt < 20; ++stopAt) {
            std::stop_source stop;
            int said = 0;
            const auto result
                = recover(RecoveryWay::Both, { stop.get_token(), [&](int) { said += said + 1 == stopAt ? (stop.request_stop(), 1) : 1; } });
            if (result) {
                break; // told after the last step
            }
            QCOMPARE(result.error().code, ErrorCode::Cancelled);
            QCOMPARE(state(), before);
            ++steps;
        }
        QVERIFY(steps >= 4);
    }

    void aFullDiskChangesNothing()
    {
        QVERIFY(damageHeader());
        const auto before = state();
        const QString answer = support::inChild([this]() -> QString {
            if (!support::limitFileSize(40'000)) {
                return text("no limit");
            }
            const auto result = recover();
            return result ? text("recovered") : result.error().code == ErrorCode::DiskFull ? text("full") : result.error().detail;
        });
        QCOMPARE(answer, text("full"));
        QCOMPARE(state(), before);
    }
};

QTEST_GUILESS_MAIN(tst_RecoverLibrary)
#include "tst_RecoverLibrary.moc"
