// SPDX-License-Identifier: GPL-3.0-or-later
// A library of which the disk has lost a sector, its log or all: what can be read comes back, and nobody takes the disk's refusal for want
// of rights.
#include "BadSectors.h"
#include "LibraryFixture.h"
#include "LibraryNotes.h"
#include "LostFile.h"

#include <domain/Platform.h>
#include <storage/Backup.h>
#include <storage/LibraryFiles.h>
#include <storage/Recovery.h>

#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark;
using domain::ErrorCode;
using domain::RecoveryWay;
using storage::SqliteStore;
using support::LostFile;
using support::noteIn;

namespace {

constexpr qint64 day = 86'400'000;
constexpr qint64 newYear2026 = 1'767'225'600'000;
constexpr qint64 frame = 24 + 4096;

} // namespace

class tst_LostByDisk : public QObject
{
    Q_OBJECT

    std::unique_ptr<support::LibraryFixture> m_fixture;

    [[nodiscard]] QString path() const { return m_fixture->path(); }
    [[nodiscard]] QString log() const { return path() + u"-wal"_s; }
    [[nodiscard]] QString backups() const { return storage::backupFolderOf(path()); }
    [[nodiscard]] QString backup() const { return backups() + u"/library-20260101-000000.waymark"_s; }
    [[nodiscard]] auto restore() const { return storage::restoreBackup(backup(), path(), backups(), newYear2026 + day); }
    [[nodiscard]] auto recover(RecoveryWay way) const { return storage::recoverLibrary(path(), { {}, newYear2026 + 9 * day, way }); }
    [[nodiscard]] auto state() const { return support::folderState(m_fixture->folder()); }

    /// Puts edits into a log beside the library, as a process leaves it that was killed.
    [[nodiscard]] bool leaveLog() const
    {
        const QByteArray sound = support::bytesOf(path());
        QByteArray bytes;
        {
            auto store = SqliteStore::open(path(), {}).value();
            for (const QString& skill : { u"own-three"_s, u"own-four"_s, u"own-five"_s }) {
                if (!store->commit(support::noteEdit(*store, skill, u"in the log"_s))) {
                    return false;
                }
            }
            bytes = support::bytesOf(log());
        }
        return bytes.size() > 5 * frame && support::putBytes(path(), sound) && support::putBytes(log(), bytes);
    }

private Q_SLOTS:
    void init()
    {
        m_fixture = std::make_unique<support::LibraryFixture>();
        QVERIFY(support::writeNote(path(), u"own-one"_s, u"before"_s));
        QVERIFY(storage::makeBackup(path(), backups(), newYear2026).has_value());
    }

    void aLostSectorIsDamage_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<qint64>("from");
        QTest::newRow("first page") << QString() << qint64 { 0 };
        QTest::newRow("header of the log") << u"-wal"_s << qint64 { 0 };
        QTest::newRow("first frame of the log") << u"-wal"_s << qint64 { 40 };
        QTest::newRow("a later frame of the log") << u"-wal"_s << 32 + frame + 100;
    }
    void aLostSectorIsDamage()
    {
        QFETCH(const QString, file);
        QFETCH(const qint64, from);
        QVERIFY(leaveLog());
        const QByteArray sound = support::bytesOf(path());
        const QByteArray logged = support::bytesOf(log());
        {
            const support::BadSectors bad(path() + file, from, 8);
            const auto restored = restore();
            QVERIFY2(restored.has_value(), restored ? "" : qPrintable(restored.error().detail));
            QCOMPARE(restored->kept, path() + u".corrupt-20260102-000000"_s);
        }
        QCOMPARE(noteIn(path(), u"own-one"_s), u"before"_s);
        QVERIFY(support::putBytes(path(), sound) && support::putBytes(log(), logged));
        {
            const support::BadSectors bad(path() + file, from, 8);
            const auto report = recover(RecoveryWay::Salvage);
            QVERIFY2(report.has_value(), report ? "" : qPrintable(report.error().detail));
            QVERIFY(!report->isReindexed);
        }
        QCOMPARE(noteIn(path(), u"own-one"_s), u"before"_s);
        QCOMPARE(noteIn(path(), u"own-five"_s), u"in the log"_s);
    }

    void aFileThatTheDiskCannotOpenIsLost_data()
    {
        QTest::addColumn<LostFile::At>("at");
        QTest::addColumn<int>("error");
        QTest::addColumn<bool>("isLost");
        QTest::newRow("lost at its opening") << LostFile::At::Open << EIO << true;
        QTest::newRow("damaged at its opening") << LostFile::At::Open << EUCLEAN << true;
        QTest::newRow("a sum that is wrong") << LostFile::At::Open << EBADMSG << true;
        QTest::newRow("lost when it is looked at") << LostFile::At::Look << EIO << true;
        QTest::newRow("lost by its name") << LostFile::At::Name << EUCLEAN << true;
        QTest::newRow("no right") << LostFile::At::Open << EACCES << false;
        QTest::newRow("too many open files") << LostFile::At::Open << EMFILE << false;
        QTest::newRow("no memory") << LostFile::At::Look << ENOMEM << false;
        QTest::newRow("missing") << LostFile::At::Name << ENOENT << false;
    }
    void aFileThatTheDiskCannotOpenIsLost()
    {
        QFETCH(const LostFile::At, at);
        QFETCH(const int, error);
        QFETCH(const bool, isLost);
        QVERIFY(!domain::isLostByDisk(path()) && !storage::hasUnreadableParts(path()));
        for (const QString& file : { path(), log() }) {
            QVERIFY(file == path() || leaveLog());
            const LostFile lost(file, at, error);
            QVERIFY(!domain::NativeFile::openToRead(file));
            QCOMPARE(domain::isLostByDisk(file), isLost);
            QCOMPARE(storage::hasUnreadableParts(path()), isLost);
            QCOMPARE(domain::mayExist(file), isLost || at != LostFile::At::Name);
        }
    }

    /// Of which nothing can be read: the backup is what there is, and the library is kept beside it.
    void aLibraryThatTheDiskCannotOpenIsDamaged_data()
    {
        QTest::addColumn<LostFile::At>("at");
        QTest::newRow("at its opening") << LostFile::At::Open;
        QTest::newRow("when it is looked at") << LostFile::At::Look;
    }
    void aLibraryThatTheDiskCannotOpenIsDamaged()
    {
        QFETCH(const LostFile::At, at);
        QVERIFY(support::writeNote(path(), u"own-one"_s, u"after"_s));
        const QByteArray bytes = support::bytesOf(path());
        for (const auto way : { RecoveryWay::Both, RecoveryWay::Backup }) {
            QVERIFY(support::putBytes(path(), bytes));
            {
                const LostFile lost(path(), at);
                QVERIFY(SqliteStore::open(path(), {}).error().code == ErrorCode::Io);
                const auto report = recover(way);
                QVERIFY2(report.has_value(), report ? "" : qPrintable(report.error().detail));
                QCOMPARE(report->backup, backup());
                QCOMPARE(support::bytesOf(report->kept), bytes);
            }
            QCOMPARE(noteIn(path(), u"own-one"_s), u"before"_s);
        }
        QVERIFY(support::putBytes(path(), bytes));
        {
            const LostFile lost(path(), at);
            const auto restored = restore();
            QVERIFY2(restored.has_value(), restored ? "" : qPrintable(restored.error().detail));
            QCOMPARE(support::bytesOf(restored->kept), bytes);
        }
        QCOMPARE(noteIn(path(), u"own-one"_s), u"before"_s);
    }

    void withoutABackupNothingComesOfIt()
    {
        QVERIFY(QFile::remove(backup()));
        const auto before = state();
        for (const auto way : { RecoveryWay::Both, RecoveryWay::Salvage, RecoveryWay::Backup }) {
            const LostFile lost(path(), LostFile::At::Open);
            const auto refused = recover(way);
            QVERIFY(!refused && refused.error().code == ErrorCode::NothingRecovered);
            QCOMPARE(refused.error().subject, path());
            QVERIFY(!refused.error().detail.isEmpty());
        }
        QCOMPARE(state(), before);
    }

    /// Its newest edits are gone, and nothing else: a library that is whole but for its log is read, not taken from the backup.
    void aLogThatTheDiskCannotOpenCostsWhatIsInIt_data() { aLibraryThatTheDiskCannotOpenIsDamaged_data(); }
    void aLogThatTheDiskCannotOpenCostsWhatIsInIt()
    {
        QFETCH(const LostFile::At, at);
        QVERIFY(support::writeNote(path(), u"own-one"_s, u"after"_s));
        QVERIFY(leaveLog());
        const QByteArray sound = support::bytesOf(path());
        const QByteArray logged = support::bytesOf(log());
        for (const auto way : { RecoveryWay::Both, RecoveryWay::Salvage }) {
            QVERIFY(support::putBytes(path(), sound) && support::putBytes(log(), logged));
            {
                const LostFile lost(log(), at);
                QVERIFY(!SqliteStore::open(path(), {}) && !SqliteStore::openReadOnly(path(), {}));
                const auto report = recover(way);
                QVERIFY2(report.has_value(), report ? "" : qPrintable(report.error().detail));
                QVERIFY(!report->isReindexed);
                QCOMPARE(support::bytesOf(report->kept), sound);
            }
            QCOMPARE(support::bytesOf(path() + u".corrupt-20260110-000000-wal"_s), logged);
            QCOMPARE(noteIn(path(), u"own-one"_s), u"after"_s);
            QCOMPARE(noteIn(path(), u"own-five"_s), u"none"_s);
            for (const QString& name : QDir(m_fixture->folder()).entryList({ u"*.corrupt-*"_s })) {
                QVERIFY(QFile::remove(m_fixture->folder() + u'/' + name));
            }
        }
        QVERIFY(support::putBytes(path(), sound) && support::putBytes(log(), logged));
        const LostFile lost(log(), at);
        QCOMPARE(restore().value().kept, path() + u".corrupt-20260102-000000"_s);
    }

    /// The disk does not even let it be put aside: it stays, and is never told as missing.
    void aNameThatTheDiskHasLostIsNotMissing()
    {
        const auto before = state();
        {
            const LostFile lost(path(), LostFile::At::Name, EUCLEAN);
            QVERIFY(SqliteStore::open(path(), {}).error().code == ErrorCode::Io);
            QVERIFY(SqliteStore::create(path(), {}).error().code == ErrorCode::FileExists);
            for (const auto way : { RecoveryWay::Both, RecoveryWay::Backup }) {
                const auto refused = recover(way);
                QVERIFY(!refused && refused.error().code == ErrorCode::Io);
            }
            const auto restored = restore();
            QVERIFY(!restored && restored.error().code == ErrorCode::Io);
            const auto backedUp = storage::makeBackup(path(), backups(), newYear2026 + day);
            QVERIFY(!backedUp && backedUp.error().code == ErrorCode::Io);
        }
        QCOMPARE(state(), before);
    }

    /// A disk or a network that fails for a moment, or a right that is taken off its folder, put no other file in its place.
    void anOpenLibraryThatCannotBeLookedAtIsNotReplaced_data()
    {
        QTest::addColumn<int>("error");
        QTest::addColumn<bool>("isGone");
        QTest::newRow("a disk that fails") << EIO << false;
        QTest::newRow("no right") << EACCES << false;
        QTest::newRow("another file under the number of the server") << ESTALE << false;
        QTest::newRow("no network") << ENOTCONN << false;
        QTest::newRow("no file") << ENOENT << true;
        QTest::newRow("a file for a folder") << ENOTDIR << true;
    }
    void anOpenLibraryThatCannotBeLookedAtIsNotReplaced()
    {
        QFETCH(const int, error);
        QFETCH(const bool, isGone);
        auto store = SqliteStore::open(path(), {}).value();
        const auto commit = [&store] { return store->commit(support::noteEdit(*store, u"own-two"_s, u"words"_s)); };
        const auto kept = [this] { return QDir(backups()).entryList(QDir::Files).size(); };
        QCOMPARE(kept(), 1);
        {
            const LostFile lost(path(), LostFile::At::Name, error);
            const auto refused = commit();
            QVERIFY(!refused && refused.error().code == (isGone ? ErrorCode::LibraryMissing : ErrorCode::Io));
            QCOMPARE(refused.error().subject, path());
            QVERIFY(!refused.error().detail.isEmpty());
        }
        QCOMPARE(kept(), isGone ? 2 : 1);
        QCOMPARE(commit().has_value(), !isGone);
    }
};

QTEST_GUILESS_MAIN(tst_LostByDisk)
#include "tst_LostByDisk.moc"
