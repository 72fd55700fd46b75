// SPDX-License-Identifier: GPL-3.0-or-later
#include <MemoryStore.h>
#include <RandomEdits.h>

#include <domain/AbsorbedEdits.h>
#include <domain/CausalOrder.h>
#include <domain/JournalReplay.h>

#include <QTest>

#include <rapidcheck.h>

using namespace Qt::StringLiterals;
using namespace waymark;
using domain::JournalReplay;

namespace {

constexpr int everything = 100'000;

/// Edits, and steps back and forth between them.
void live(support::MemoryStore& store, quint64 seed, int count)
{
    support::RandomEdits random(seed);
    for (int i = 0; i < count; ++i) {
        const int what = random.below(8);
        if (what < 6) {
            (void)store.commit(random.edit(store.progress().value(), QString::number(i)));
        } else {
            (void)(what == 6 ? store.undo() : store.redo());
        }
    }
}

JournalReplay replayOf(support::MemoryStore& store)
{
    return domain::replayJournal(store.journal(everything).value(), store.progress().value());
}

/// A recall of one card.
domain::KnownEdit knownRecall(const QString& id, qint64 at, const QStringList& parents)
{
    domain::Recall recall;
    recall.at = at;
    const domain::RecordKey key = domain::RecordKey::ofRecall(u"a"_s, u"card"_s, id);
    return { { id, domain::EditKind::RecallCard, u"a"_s, at, { { key, std::nullopt, recall } } }, parents };
}

domain::Absorbed absorbed(const domain::MergeHistory& history)
{
    const domain::MergeWatch watch;
    return domain::absorbedOf(history, { watch, 0, 0 }).value();
}

} // namespace

class tst_JournalReplay : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theJournalGivesWhatIsStored()
    {
        const bool holds = rc::check("a journal replays to its records", [](quint64 seed) {
            support::MemoryStore store;
            live(store, seed, 40);
            const JournalReplay replay = replayOf(store);
            RC_ASSERT(replay.missing == 0);
            RC_ASSERT(replay.unfitting == 0);
            RC_ASSERT(replay.differences.empty());
        });
        QVERIFY(holds);
    }

    void aBentRecordIsNamed()
    {
        support::MemoryStore store;
        live(store, 5, 40);
        domain::Progress bent = store.progress().value();
        const domain::RecordKey key = domain::RecordKey::ofNote(u"skill-9"_s);
        bent.setRecord(key, domain::Note { u"by another hand"_s, false, 1 });
        const auto records = store.progress().value().records();
        bent.setRecord(records.front().first, std::nullopt);
        std::vector<domain::RecordKey> wanted { records.front().first, key };
        std::sort(wanted.begin(), wanted.end());
        const JournalReplay replay = domain::replayJournal(store.journal(everything).value(), bent);
        QVERIFY(replay.differences == wanted);
    }

    void aLaterEditOverABentRecordSettlesIt()
    {
        const domain::RecordKey key = domain::RecordKey::ofNote(u"a"_s);
        const domain::Note first { u"first"_s, false, 1 };
        const domain::Note bent { u"bent"_s, false, 1 };
        const domain::Note last { u"last"_s, false, 2 };
        domain::Progress stored;
        stored.setRecord(key, last);
        const domain::Edit wrote { u"1"_s, domain::EditKind::WriteNote, u"a"_s, 1, { { key, std::nullopt, first } } };
        const domain::Edit wroteOver { u"2"_s, domain::EditKind::WriteNote, u"a"_s, 2, { { key, bent, last } } };
        using domain::JournalState;
        const JournalReplay replay
            = domain::replayJournal({ { wroteOver, 2, JournalState::Applied }, { wrote, 1, JournalState::Applied } }, stored);
        QCOMPARE(replay.unfitting, 1);
        QVERIFY(replay.differences.empty());
    }

    void aJournalThatIsNotWholeIsNotReplayed()
    {
        support::MemoryStore store;
        live(store, 5, 40);
        auto journal = store.journal(everything).value();
        journal.erase(journal.end() - 4);
        QCOMPARE(domain::replayJournal(journal, store.progress().value()).missing, 4);
        journal.resize(3);
        QCOMPARE(domain::replayJournal(journal, store.progress().value()).missing, 1);
        QCOMPARE(domain::replayJournal({}, store.progress().value()).missing, 1);
        QCOMPARE(domain::replayJournal({}, {}).missing, 0);
    }

    void aMergeThatARecoveryHasSetAsideHasBroughtItsRecalls()
    {
        const domain::MergeHistory brought { { { u"there"_s, knownRecall(u"there"_s, 2, {}) } }, { u"there"_s } };
        const domain::JournalEntry here { knownRecall(u"here"_s, 1, {}).edit, 1 };
        domain::JournalEntry merge { { u"merge"_s, domain::EditKind::MergeLibrary, {}, 3, {} }, 2, domain::JournalState::Abandoned };
        merge.parents = { u"here"_s };
        const domain::JournalEntry after { knownRecall(u"after"_s, 0, {}).edit, 3 }; // by a clock that was set back
        const domain::LearnerHistory copy { { { domain::RecordKey::ofAbsorbed(u"merge"_s), absorbed(brought) } }, { after, merge, here } };
        const auto order = domain::orderOf(copy);
        QVERIFY(order.contains(u"there"_s) && order.value(u"here"_s) < order.value(u"there"_s));
        QVERIFY(order.value(u"there"_s) < order.value(u"after"_s));
    }

    /// Two rounds of copies side by side, each of which knew all of the round before: only a forged history is as wide.
    void whereTheHistoryIsTooWideTheOrderIsThatOfNumbers()
    {
        constexpr int copies = 7'200;
        domain::MergeHistory wide;
        QStringList first;
        for (int i = 0; i < copies; ++i) {
            first.append(u"a%1"_s.arg(i));
            wide.edits.emplace(first.back(), knownRecall(first.back(), i, {}));
        }
        wide.edits.emplace(u"b"_s, knownRecall(u"b"_s, copies, first));
        for (int i = 0; i < copies; ++i) {
            wide.heads.append(u"c%1"_s.arg(i));
            wide.edits.emplace(wide.heads.back(), knownRecall(wide.heads.back(), copies + i, { u"b"_s }));
        }
        QVERIFY(domain::CausalOrder::of(wide)->isTooWide());
        const domain::RecordKey key = domain::RecordKey::ofAbsorbed(u"merge"_s);
        const domain::Edit merge { u"merge"_s, domain::EditKind::MergeLibrary, {}, 3, { { key, std::nullopt, absorbed(wide) } } };
        const domain::LearnerHistory copy { {}, { { merge, 2 }, { knownRecall(u"here"_s, 1, {}).edit, 1 } } };
        QCOMPARE(domain::orderOf(copy), (QHash<QString, qint64> { { u"here"_s, 1 }, { u"merge"_s, 2 } }));
    }

    void theOrderOfEditsIsThatOfTheirNumbers()
    {
        support::MemoryStore store;
        live(store, 5, 10);
        const auto journal = store.journal(everything).value();
        const auto order = domain::orderOf({ store.progress().value().records(), journal });
        for (const domain::JournalEntry& entry : journal) {
            QCOMPARE(order.value(entry.edit.id), entry.sequence);
        }
    }
};

QTEST_GUILESS_MAIN(tst_JournalReplay)
#include "tst_JournalReplay.moc"
