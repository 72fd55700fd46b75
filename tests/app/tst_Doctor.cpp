// SPDX-License-Identifier: GPL-3.0-or-later
// waymark doctor over the records of a library: what it names, what it rebuilds, and what it leaves alone.
#include <BadSectors.h>
#include <CommandFixture.h>
#include <LostFile.h>

#include <storage/Backup.h>
#include <storage/Connection.h>
#include <storage/LibraryLock.h>
#include <storage/Migrations.h>
#include <storage/SqliteStore.h>

#include <QApplication>
#include <QJsonArray>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark;

namespace {

struct Findings : support::Answer
{
    [[nodiscard]] QJsonObject check(const QString& name) const
    {
        const QJsonArray checks = object()[u"checks"].toArray();
        for (const QJsonValue& each : checks) {
            if (each.toObject()[u"name"].toString() == name) {
                return each.toObject();
            }
        }
        return {};
    }
};

} // namespace

class tst_Doctor : public QObject, private support::CommandFixture
{
    Q_OBJECT

    Findings doctor(const QStringList& options = {}) { return { json(QStringList { u"doctor"_s } + options) }; }

    /// What another program does to the library.
    bool tamper(const QByteArray& sql)
    {
        const auto library = storage::Connection::open(m_library, storage::Connection::Mode::ReadWrite);
        return library && (*library)->script(sql).has_value();
    }

    /// The name of the format, the size of the pages, the version of the schema: all that SQLite needs.
    bool damageHeader()
    {
        QFile file(m_library);
        return file.open(QIODevice::ReadWrite) && file.write(QByteArray(64, '\xee')) == 64;
    }

private Q_SLOTS:
    /// A learner with two recalls.
    void init()
    {
        makeLibrary();
        QCOMPARE(on({ u"start"_s, u"lang-basics"_s }).code, 0);
        QCOMPARE(on({ u"recall"_s }, u"\n4\n\n1\nq\n"_s).code, 0);
    }

    void recallsAndJournalOfAHealthyLibraryAreReplayed()
    {
        const Findings answer = doctor();
        QCOMPARE(answer.code, 0);
        QVERIFY(answer.object()[u"ok"].toBool());
        QVERIFY2(answer.check(u"recalls"_s)[u"detail"].toString().startsWith(u'2'), qPrintable(answer.out));
        QVERIFY2(answer.check(u"journal"_s)[u"detail"].toString().startsWith(u'3'), qPrintable(answer.out));
        QCOMPARE(doctor({ u"--repair"_s }).code, 0);
        QVERIFY(!doctor({ u"--repair"_s }).object().contains(u"edit"_s));
    }

    void aBentCardIsNamedAndOnlyRepairRebuildsIt()
    {
        QVERIFY(tamper("UPDATE card SET stability = stability + 1, reps = 7;"));
        for (int round = 0; round < 2; ++round) {
            const Findings bad = doctor();
            QCOMPARE(bad.code, 7);
            QVERIFY(!bad.object()[u"ok"].toBool());
            const QJsonObject recalls = bad.check(u"recalls"_s);
            QVERIFY(!recalls[u"ok"].toBool());
            QCOMPARE(recalls[u"differences"].toArray().size(), 4);
            const QJsonObject first = recalls[u"differences"].toArray().at(0).toObject();
            QCOMPARE(first[u"record"].toString(), u"card"_s);
            QCOMPARE(first[u"skill"].toString(), u"lang-basics"_s);
            QCOMPARE(first[u"member"].toString(), u"stability"_s);
            QCOMPARE(first[u"rebuilt"].toString().toDouble() + 1, first[u"stored"].toString().toDouble());
            QCOMPARE(recalls[u"detail"].toString().count(u"lang-basics/"_s), 3); // and one more
            QVERIFY2(bad.err.contains(u"--repair"_s), qPrintable(bad.err));
            QVERIFY(!bad.check(u"journal"_s)[u"ok"].toBool());
        }
        const Findings fixed = doctor({ u"--repair"_s });
        QVERIFY2(fixed.code == 0, qPrintable(fixed.out + fixed.err));
        const QString edit = fixed.object()[u"edit"].toString();
        QVERIFY(!edit.isEmpty());
        QCOMPARE(doctor().code, 0);
        const QJsonObject newest = json({ u"log"_s }).array().at(0).toObject();
        QCOMPARE(newest[u"edit"].toString(), edit);
        QCOMPARE(newest[u"kind"].toString(), u"repair-cards"_s);
        QVERIFY(on({ u"log"_s }).out.contains(u"Rebuild cards from their recalls"_s));
    }

    void aRepairIsTakenBackByUndo()
    {
        QVERIFY(tamper("UPDATE card SET reps = 7;"));
        QVERIFY(on({ u"doctor"_s, u"--repair"_s }).out.contains(u"(edit "_s));
        QCOMPARE(doctor().code, 0);
        QCOMPARE(on({ u"undo"_s }).code, 0);
        QCOMPARE(doctor().code, 7);
        QCOMPARE(on({ u"redo"_s }).code, 0);
        QCOMPARE(doctor().code, 0);
    }

    void aSwappedGradeIsRebuiltFromTheGrade()
    {
        QVERIFY(tamper("UPDATE recall SET grade = 2;"));
        QCOMPARE(doctor().code, 7);
        const Findings fixed = doctor({ u"--repair"_s });
        QVERIFY(fixed.check(u"recalls"_s)[u"ok"].toBool());
    }

    void whileAWindowHasTheLibraryItIsOnlyRead()
    {
        QVERIFY(tamper("UPDATE card SET reps = 7;"));
        auto window = storage::SqliteStore::open(m_library, {});
        QVERIFY(window.has_value());
        const Findings read = doctor();
        QVERIFY2(read.check(u"library"_s)[u"ok"].toBool(), qPrintable(read.out));
        QCOMPARE(read.code, 7);
        const Findings refused = doctor({ u"--repair"_s });
        QCOMPARE(refused.code, 5);
        QVERIFY(!refused.check(u"recalls"_s)[u"ok"].toBool());
        window->reset();
        QCOMPARE(doctor().code, 7); // nothing was rebuilt
        QCOMPARE(doctor({ u"--repair"_s }).code, 0);
    }

    void aRecordThatTheJournalGivesOtherwiseIsNamed()
    {
        QVERIFY(tamper("UPDATE skill_mark SET at = at + 1;"));
        const Findings bad = doctor({ u"--repair"_s });
        QCOMPARE(bad.code, 7);
        QVERIFY(bad.check(u"recalls"_s)[u"ok"].toBool());
        const QJsonObject journal = bad.check(u"journal"_s);
        QCOMPARE(journal[u"differences"].toArray().size(), 1);
        QCOMPARE(journal[u"differences"].toArray().at(0).toObject()[u"skill"].toString(), u"lang-basics"_s);
        QVERIFY(journal[u"detail"].toString().contains(u"lang-basics"_s));
        QVERIFY(bad.err.contains(u"restore"_s));
    }

    void aJournalThatBeginsLaterIsLeftOut()
    {
        QVERIFY(tamper("DELETE FROM journal WHERE sequence = 1;"));
        const Findings answer = doctor();
        QCOMPARE(answer.code, 0);
        QVERIFY(answer.check(u"recalls"_s)[u"ok"].toBool());
        QVERIFY2(answer.check(u"journal"_s)[u"detail"].toString().startsWith(u"left out"_s), qPrintable(answer.out));
    }

    void theRecordsOfAnOlderLibraryWaitForItsMigration()
    {
        m_library += u".old"_s;
        {
            const auto library = storage::Connection::open(m_library, storage::Connection::Mode::Create);
            QVERIFY(library && storage::Migrations::known().apply(**library, 2, 0));
            QVERIFY((*library)->script("INSERT INTO library VALUES (1, '9b1deb4d-3b7d-4bad-9bdd-2b0d7b3dcb6d', 5);").has_value());
        }
        const Findings answer = doctor();
        QCOMPARE(answer.code, 0);
        QVERIFY2(answer.check(u"recalls"_s)[u"detail"].toString().startsWith(u"left out"_s), qPrintable(answer.out));
        QCOMPARE(doctor({ u"--repair"_s }).code, 0); // opens it for writing
        QVERIFY(doctor().check(u"journal"_s)[u"ok"].toBool());
    }

    void aDamagedFileIsOnlyRecoveredIfAskedTo()
    {
        QVERIFY(damageHeader());
        const auto before = state();
        const Findings answer = doctor();
        QCOMPARE(answer.code, 7);
        QVERIFY(!answer.check(u"library"_s)[u"ok"].toBool());
        QVERIFY(answer.check(u"recalls"_s).isEmpty());
        QVERIFY2(answer.err.contains(u"doctor --repair"_s), qPrintable(answer.err));
        QCOMPARE(state(), before);
    }

    /// Which says Io to all who read of it, and yet is no matter of rights.
    void whatTheDiskHasLostIsRecovered()
    {
        {
            const support::BadSectors bad(m_library, 0, 8);
            const Findings answer = doctor({ u"--repair"_s });
            QVERIFY(!answer.check(u"library"_s)[u"ok"].toBool());
            QVERIFY2(!answer.object()[u"recovery"].toObject()[u"kept"].toString().isEmpty(), qPrintable(answer.out));
        }
        QCOMPARE(doctor().code, 0);
    }

    /// At its opening already; whatever is asked of it, the way out is told.
    void whatTheDiskCannotOpenIsRecovered()
    {
        QVERIFY(storage::makeBackup(m_library, storage::backupFolderOf(m_library), 1'767'225'600'000).has_value());
        const QByteArray bytes = support::bytesOf(m_library);
        {
            const support::LostFile lost(m_library, support::LostFile::At::Open);
            const support::Answer status = on({ u"status"_s });
            QCOMPARE(status.code, 7);
            QVERIFY2(
                status.err.contains("waymark doctor --repair"_L1) && status.err.contains("waymark restore"_L1), qPrintable(status.err));
            const Findings answer = doctor({ u"--repair"_s });
            QVERIFY(!answer.check(u"library"_s)[u"ok"].toBool());
            QCOMPARE(support::bytesOf(answer.object()[u"recovery"].toObject()[u"kept"].toString()), bytes);
        }
        QCOMPARE(doctor().code, 0);
        const support::LostFile refused(m_library, support::LostFile::At::Open, EACCES);
        QCOMPARE(on({ u"status"_s }).code, 8);
    }

    void repairRecoversADamagedLibrary()
    {
        const QString records = json({ u"log"_s }).out;
        QVERIFY(damageHeader());
        const QByteArray damaged = support::bytesOf(m_library);
        const Findings answer = doctor({ u"--repair"_s });
        QVERIFY2(answer.code == 0, said(answer).constData());
        QVERIFY(answer.object()[u"ok"].toBool());
        QVERIFY(!answer.check(u"library"_s)[u"ok"].toBool()); // as it was found
        QVERIFY(answer.check(u"recalls"_s)[u"ok"].toBool());
        const QJsonObject recovery = answer.object()[u"recovery"].toObject();
        QCOMPARE(support::bytesOf(recovery[u"kept"].toString()), damaged);
        const QJsonArray tables = recovery[u"tables"].toArray();
        QCOMPARE(tables.last().toObject()[u"table"].toString(), u"journal"_s);
        QCOMPARE(tables.last().toObject()[u"saved"].toInt(), 3);
        QCOMPARE(tables.last().toObject()[u"lost"].toInt(), 0);
        QCOMPARE(doctor().code, 0);
        QCOMPARE(json({ u"log"_s }).out, records);
        QCOMPARE(on({ u"undo"_s }).code, 0);
    }

    void theReportIsPrintedAsATable()
    {
        QVERIFY(damageHeader());
        const support::Answer answer = on({ u"doctor"_s, u"--repair"_s });
        QCOMPARE(answer.code, 0);
        QVERIFY2(answer.out.contains(u".corrupt-"_s), qPrintable(answer.out));
        QVERIFY2(answer.out.contains(QRegularExpression(u"recall +2 saved +none known to be lost"_s)), qPrintable(answer.out));
    }

    void aBackupIsTakenWithWhatCameAfterIt()
    {
        QCOMPARE(on({ u"backup"_s }).code, 0);
        QCOMPARE(on({ u"note"_s, u"lang-basics"_s, u"after the backup"_s }).code, 0);
        QVERIFY(damageHeader());
        const Findings both = doctor({ u"--repair"_s });
        QCOMPARE(both.code, 0);
        QVERIFY(!both.object()[u"recovery"].toObject()[u"backup"].toString().isEmpty());
        QVERIFY(on({ u"search"_s, u"after the backup"_s }).out.contains(u"lang-basics"_s));
        QVERIFY(damageHeader());
        QCOMPARE(doctor({ u"--repair"_s, u"--from"_s, u"backup"_s }).code, 0);
        QVERIFY(!on({ u"log"_s }).out.contains(u"after the backup"_s));
        QCOMPARE(json({ u"log"_s }).array().size(), 3);
    }

    void aJournalThatLostItsEndIsNoFaultAfterwards()
    {
        QCOMPARE(on({ u"backup"_s }).code, 0);
        QCOMPARE(on({ u"note"_s, u"lang-basics"_s, u"after the backup"_s }).code, 0);
        // The first pages, the one leaf of the journal among them; the note lies behind.
        QFile file(m_library);
        QVERIFY(file.open(QIODevice::ReadWrite) && file.write(QByteArray(6 * 4096, '\xee')) == 6 * 4096);
        file.close();
        const Findings found = doctor();
        QCOMPARE(found.code, 7);
        QVERIFY2(found.err.contains(u"doctor --repair"_s), qPrintable(found.err));
        QCOMPARE(doctor({ u"--repair"_s }).code, 0);
        QVERIFY(on({ u"search"_s, u"after the backup"_s }).out.contains(u"lang-basics"_s));
        const Findings afterwards = doctor();
        QCOMPARE(afterwards.code, 0);
        QVERIFY2(afterwards.check(u"journal"_s)[u"detail"].toString().startsWith(u"left out"_s), qPrintable(afterwards.out));
    }

    void whatCannotBeRecoveredIsRefused()
    {
        QCOMPARE(doctor({ u"--repair"_s, u"--from"_s, u"elsewhere"_s }).code, 2);
        QVERIFY(damageHeader());
        const Findings withoutBackup = doctor({ u"--repair"_s, u"--from"_s, u"backup"_s });
        QCOMPARE(withoutBackup.code, 7);
        QVERIFY2(withoutBackup.err.contains(u"restore"_s), qPrintable(withoutBackup.err));
        QVERIFY(support::putBytes(m_library, "SQLite format 3"));
        QCOMPARE(doctor({ u"--repair"_s }).code, 4); // no library at all
        QVERIFY(support::putBytes(m_library, support::bytesOf(m_library) + QByteArray(8000, '\0')));
        const auto before = state();
        QCOMPARE(doctor({ u"--repair"_s }).code, 4);
        QCOMPARE(state(), before);
    }

    void aLibraryThatIsOpenIsNotRecovered()
    {
        QVERIFY(damageHeader());
        const auto lock = storage::LibraryLock::take(m_library);
        QVERIFY(lock.has_value());
        const auto before = state();
        QCOMPARE(doctor({ u"--repair"_s }).code, 5);
        QCOMPARE(state(), before);
    }
};

int main(int argc, char* argv[])
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    tst_Doctor test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_Doctor.moc"
