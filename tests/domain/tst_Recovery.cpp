// SPDX-License-Identifier: GPL-3.0-or-later
// Which word counts when salvage, journal and backup say different things of a record.
#include <MemoryStore.h>
#include <RandomEdits.h>

#include <domain/JournalReplay.h>
#include <domain/Recovery.h>

#include <QTest>

#include <rapidcheck.h>

using namespace Qt::StringLiterals;
using namespace waymark;
using domain::History;
using domain::JournalEntry;
using domain::JournalState;
using domain::Note;
using domain::Record;
using domain::RecordKey;
using domain::RecordKind;
using domain::SalvagedHistory;

namespace {

const RecordKey key = RecordKey::ofNote(u"git"_s);
constexpr auto noteKind = static_cast<std::size_t>(RecordKind::Note);

Record note(const QString& text)
{
    return Note { text, false, 1 };
}

JournalEntry entry(qint64 sequence, const std::optional<Record>& before, const std::optional<Record>& after)
{
    return { { u"edit-%1"_s.arg(sequence), domain::EditKind::WriteNote, u"git"_s, sequence, { { key, before, after } } }, sequence,
        JournalState::Applied };
}

QString textIn(const domain::Progress& records)
{
    const auto record = records.record(key);
    return record ? std::get<Note>(*record).text : u"none"_s;
}

History historyOf(support::MemoryStore& store)
{
    auto journal = store.journal(100'000).value();
    std::reverse(journal.begin(), journal.end());
    return { store.progress().value(), journal };
}

SalvagedHistory wholeSalvage(const History& history)
{
    SalvagedHistory salvaged;
    static_cast<History&>(salvaged) = history;
    salvaged.isWhole.fill(true);
    salvaged.isJournalWhole = true;
    return salvaged;
}

} // namespace

class tst_Recovery : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theNewestWordCounts_data()
    {
        QTest::addColumn<QString>("salvaged");
        QTest::addColumn<QString>("doubtful");
        QTest::addColumn<QString>("journal"); // the newest of its words; "gone" where it removed the note
        QTest::addColumn<QString>("backup");
        QTest::addColumn<bool>("isWhole");
        QTest::addColumn<QString>("kept");
        const QString no;
        QTest::newRow("salvage alone") << u"s"_s << no << no << no << false << u"s"_s;
        QTest::newRow("salvage before backup") << u"s"_s << no << no << u"b"_s << false << u"s"_s;
        QTest::newRow("salvage before journal") << u"s"_s << no << u"j"_s << u"b"_s << false << u"s"_s;
        QTest::newRow("journal before backup") << no << no << u"j"_s << u"b"_s << false << u"j"_s;
        QTest::newRow("journal where the table is damaged") << no << no << u"j"_s << no << false << u"j"_s;
        QTest::newRow("a removal that the journal lost") << no << no << u"j"_s << no << true << u"none"_s;
        QTest::newRow("removed stays removed") << no << no << u"gone"_s << u"b"_s << false << u"none"_s;
        QTest::newRow("backup stays") << no << no << no << u"b"_s << false << u"b"_s;
        QTest::newRow("backup stays where nothing is missing") << no << no << no << u"b"_s << true << u"b"_s;
        QTest::newRow("doubtful before backup") << no << u"d"_s << no << u"b"_s << false << u"d"_s;
        QTest::newRow("journal before doubtful") << no << u"d"_s << u"j"_s << no << false << u"j"_s;
        QTest::newRow("removed and doubtful") << no << u"d"_s << u"gone"_s << no << false << u"none"_s;
        QTest::newRow("salvage before doubtful") << u"s"_s << u"d"_s << no << no << false << u"s"_s;
    }

    void theNewestWordCounts()
    {
        QFETCH(QString, salvaged);
        QFETCH(QString, doubtful);
        QFETCH(QString, journal);
        QFETCH(QString, backup);
        QFETCH(bool, isWhole);
        QFETCH(QString, kept);
        const auto put = [](domain::Progress& records, const QString& text) {
            if (!text.isEmpty()) {
                records.setRecord(key, note(text));
            }
        };
        SalvagedHistory read;
        put(read.records, salvaged);
        put(read.doubtful, doubtful);
        read.isWhole.fill(isWhole);
        if (!journal.isEmpty()) {
            const auto last = journal == u"gone"_s ? std::nullopt : std::optional(note(journal));
            read.journal = { entry(1, {}, note(u"old"_s)), entry(2, note(u"old"_s), last) };
        }
        History old;
        put(old.records, backup);
        const auto result = domain::recovered(read, backup.isEmpty() ? nullptr : &old);
        QCOMPARE(textIn(result.records), kept);
        const domain::RecoveredTable& table = result.tables[noteKind];
        QCOMPARE(table.saved, kept == u"none"_s ? 0 : 1);
        QCOMPARE(table.saved, table.salvaged + table.fromBackup + table.fromJournal);
    }

    void anUndoneEditIsNoWord()
    {
        SalvagedHistory read;
        read.journal = { entry(1, {}, note(u"first"_s)), entry(2, note(u"first"_s), note(u"second"_s)) };
        read.journal[1].state = JournalState::Undone;
        const auto result = domain::recovered(read, nullptr);
        QCOMPARE(textIn(result.records), u"first"_s);
        QVERIFY(result.journal[1].state == JournalState::Undone); // and can be redone
    }

    /// Which no source has where the library is damaged; where nothing but its indexes is, all stays that the journal leads to.
    void whatWaitsBehindACourseStaysInASoundLibrary_data()
    {
        QTest::addColumn<bool>("isSound");
        QTest::addColumn<bool>("leads");
        QTest::newRow("damaged") << false << true;
        QTest::newRow("sound") << true << true;
        QTest::newRow("sound, with another journal") << true << false;
    }
    void whatWaitsBehindACourseStaysInASoundLibrary()
    {
        QFETCH(bool, isSound);
        QFETCH(bool, leads);
        SalvagedHistory read;
        read.isSound = isSound;
        read.records.setRecord(key, note(leads ? u"first"_s : u"another"_s));
        read.journal = { entry(1, {}, note(u"first"_s)), entry(2, {}, {}), entry(3, note(u"of that course"_s), note(u"third"_s)) };
        read.journal[1].edit = { u"i"_s, domain::EditKind::InstallCourse, u"Course 2"_s, 2, {} };
        read.journal[1].state = read.journal[2].state = JournalState::Undone;
        const auto result = domain::recovered(read, nullptr);
        QCOMPARE(result.journal == read.journal, isSound && leads);
        if (!isSound || !leads) {
            QVERIFY(result.journal[0].state == (leads ? JournalState::Applied : JournalState::Abandoned));
            QVERIFY(result.journal[1].state == JournalState::Abandoned && result.journal[2].state == JournalState::Abandoned);
        }
    }

    void entriesThatNoLongerFitAreAbandoned()
    {
        SalvagedHistory read;
        read.records.setRecord(key, note(u"third"_s));
        read.journal = { entry(1, {}, note(u"first"_s)), entry(4, note(u"lost"_s), note(u"fourth"_s)) };
        const auto result = domain::recovered(read, nullptr);
        QVERIFY(result.journal[0].state == JournalState::Abandoned);
        QVERIFY(result.journal[1].state == JournalState::Abandoned);
        QCOMPARE(result.tables.back().lost, 2);
    }

    void aJournalThatLostItsEndSaysThatItIsNotWhole()
    {
        SalvagedHistory read;
        read.records.setRecord(key, note(u"third"_s));
        read.journal = { entry(1, {}, note(u"first"_s)), entry(2, note(u"first"_s), note(u"second"_s)) };
        const auto result = domain::recovered(read, nullptr);
        QCOMPARE(textIn(result.records), u"third"_s);
        QVERIFY(domain::replayJournal(result.journal, result.records).missing != 0);
        // And one that leads to its records is left alone.
        read.records.setRecord(key, note(u"second"_s));
        QVERIFY(domain::recovered(read, nullptr).journal == read.journal);
    }

    void theBackupFillsGapsOfTheJournal()
    {
        SalvagedHistory read;
        read.journal = { entry(3, note(u"second"_s), note(u"third"_s)) };
        read.lostEdits = 2;
        History old;
        old.journal = { entry(1, {}, note(u"first"_s)), entry(2, note(u"first"_s), note(u"second"_s)) };
        old.records.setRecord(key, note(u"second"_s));
        const auto result = domain::recovered(read, &old);
        QCOMPARE(textIn(result.records), u"third"_s);
        QCOMPARE(result.journal.size(), std::size_t { 3 });
        QCOMPARE(result.tables.back().lost, 0);
        QCOMPARE(result.tables.back().fromBackup, 2);
        QVERIFY(std::all_of(
            result.journal.begin(), result.journal.end(), [](const JournalEntry& each) { return each.state == JournalState::Applied; }));
    }

    void theBackupAloneIsTakenAsItIs()
    {
        SalvagedHistory read;
        read.records.setRecord(key, note(u"newer"_s));
        read.records.setRecord(RecordKey::ofNote(u"sql"_s), note(u"another"_s));
        History old;
        old.records.setRecord(key, note(u"older"_s));
        const auto result = domain::recoveredFromBackup(old, &read);
        QVERIFY(result.records == old.records);
        QCOMPARE(result.tables[noteKind].lost, 1);
        QCOMPARE(result.tables[noteKind].fromBackup, 1);
    }

    void whatIsWholeComesBackAsItWas()
    {
        const bool holds = rc::check("a recovery of a sound library changes nothing", [](quint64 seed) {
            support::MemoryStore store;
            support::RandomEdits random(seed);
            History backup;
            for (int i = 0; i < 40; ++i) {
                const int what = random.below(8);
                if (what < 6) {
                    (void)store.commit(random.edit(store.progress().value(), QString::number(i)));
                } else {
                    (void)(what == 6 ? store.undo() : store.redo());
                }
                backup = i == 20 ? historyOf(store) : backup;
            }
            const History now = historyOf(store);
            for (const History* old : { static_cast<const History*>(nullptr), static_cast<const History*>(&now) }) {
                const auto result = domain::recovered(wholeSalvage(now), old);
                RC_ASSERT(result.records == now.records);
                RC_ASSERT(result.journal == now.journal);
            }
            // All tables gone, and the journal read: with or without a backup the records are what they were.
            SalvagedHistory read;
            read.journal = now.journal;
            read.isJournalWhole = true;
            RC_ASSERT(domain::recovered(read, nullptr).records == now.records);
            RC_ASSERT(domain::recovered(read, &backup).records == now.records);
            RC_ASSERT(domain::recovered(read, &backup).journal == now.journal);
        });
        QVERIFY(holds);
    }

    void theWaysHaveWords()
    {
        for (const auto way : { domain::RecoveryWay::Both, domain::RecoveryWay::Backup, domain::RecoveryWay::Salvage }) {
            QVERIFY(domain::recoveryWayFrom(domain::toString(way)) == way);
        }
        QVERIFY(!domain::recoveryWayFrom(u"neither"_s));
    }
};

QTEST_GUILESS_MAIN(tst_Recovery)
#include "tst_Recovery.moc"
