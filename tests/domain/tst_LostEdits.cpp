// SPDX-License-Identifier: GPL-3.0-or-later
#include <CopyMerges.h>

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace waymark;
using domain::EditKind;
using domain::JournalState;
using domain::Record;
using domain::RecordKey;
using support::change;
using support::committed;
using support::hashOf;
using support::MemoryStore;
using support::mergedWith;
using support::mergeOf;
using support::morning;
using support::recordOf;

namespace {

const RecordKey gitNote = RecordKey::ofNote(u"vcs-git"_s);
const RecordKey goal = RecordKey::ofGoal();

domain::Note note(const QString& text, qint64 at = morning)
{
    return { text, false, at };
}

domain::History historyIn(MemoryStore store)
{
    std::vector<domain::JournalEntry> journal = support::wholeJournal(store);
    std::ranges::reverse(journal);
    return { store.progress().value(), std::move(journal) };
}

/// The copy as a recovery leaves it that has lost these records and these edits.
MemoryStore salvaged(const MemoryStore& store, const std::vector<RecordKey>& records, const QStringList& edits)
{
    domain::SalvagedHistory left;
    static_cast<domain::History&>(left) = historyIn(store);
    for (const RecordKey& key : records) {
        left.records.setRecord(key, std::nullopt);
        left.isWhole[static_cast<std::size_t>(key.kind)] = true; // nobody knows that anything is missing
    }
    std::erase_if(left.journal, [&edits](const domain::JournalEntry& entry) { return edits.contains(entry.edit.id); });
    MemoryStore copy = store;
    copy.become(domain::recovered(left, nullptr));
    return copy;
}

} // namespace

/// What two copies make of each other where damage has taken records or edits from one of them.
class tst_LostEdits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatARecoveryHasSetAsideSaysNothing()
    {
        MemoryStore a;
        change(a, u"1"_s, goal, domain::Goal { u"junior"_s, 5, {} });
        change(a, u"2"_s, gitNote, note(u"words"_s));
        MemoryStore b = salvaged(a, { gitNote }, {});
        QVERIFY(!recordOf(b, gitNote));
        QCOMPARE(historyIn(b).journal.back().state, JournalState::Abandoned);
        QVERIFY(mergeOf(a, b, u"m"_s).edit.changes.empty());
        QVERIFY(recordOf(mergedWith(b, a, u"m"_s), gitNote) == Record(note(u"words"_s)));
    }

    void aRecordThatTheJournalHasLostComesInOnce()
    {
        MemoryStore a;
        change(a, u"1"_s, gitNote, note(u"first"_s));
        MemoryStore b = a;
        change(b, u"2"_s, gitNote, note(u"second"_s, morning + 1));
        change(b, u"3"_s, goal, domain::Goal { u"junior"_s, 5, {} });
        b = salvaged(b, {}, { u"2"_s });
        QVERIFY(recordOf(b, gitNote) == Record(note(u"second"_s, morning + 1)));
        const MemoryStore merged = mergedWith(a, b, u"m"_s);
        QVERIFY(recordOf(merged, gitNote) == Record(note(u"second"_s, morning + 1)));
        QCOMPARE(hashOf(mergedWith(b, a, u"n"_s)), hashOf(merged));
        MemoryStore again = merged;
        QVERIFY(mergeOf(again, b, u"o"_s).edit.changes.empty());
        // It stays the same edit when life goes on over it, and what stands in its place is not asked about.
        change(b, u"4"_s, gitNote, note(u"third"_s, morning + 2));
        const MemoryStore later = mergedWith(merged, b, u"p"_s);
        QVERIFY(recordOf(later, gitNote) == Record(note(u"third"_s, morning + 2)));
        QVERIFY(MemoryStore(later).progress().value().conflicts().isEmpty());
    }

    void aPartThatALostEditChangedIsNotForgotten()
    {
        MemoryStore a;
        change(a, u"1"_s, goal, domain::Goal { u"junior"_s, 5, {} });
        MemoryStore b = a;
        change(b, u"2"_s, goal, domain::Goal { u"junior"_s, 5, QDate(2027, 3, 1) });
        change(b, u"3"_s, goal, domain::Goal { u"senior"_s, 5, QDate(2027, 3, 1) });
        b = salvaged(b, {}, { u"2"_s });
        change(a, u"4"_s, goal, domain::Goal { u"junior"_s, 8, {} });
        const Record both = domain::Goal { u"senior"_s, 8, QDate(2027, 3, 1) };
        QVERIFY(recordOf(mergedWith(a, b, u"m"_s), goal) == both);
        QVERIFY(recordOf(mergedWith(b, a, u"m"_s), goal) == both);
    }

    void aMergeThatARecoveryHasSetAsideHasBroughtInItsEdits()
    {
        MemoryStore a;
        MemoryStore b;
        change(a, u"1"_s, goal, domain::Goal { u"junior"_s, 5, {} });
        change(b, u"2"_s, gitNote, note(u"words"_s));
        change(b, u"3"_s, RecordKey::ofLearner(), domain::Learner { u"Ada"_s });
        a = mergedWith(a, b, u"m"_s);
        a = salvaged(a, { RecordKey::ofLearner() }, {});
        QCOMPARE(historyIn(a).journal.back().state, JournalState::Abandoned);
        change(b, u"4"_s, gitNote, note(u"more words"_s));
        const MemoryStore again = mergedWith(a, b, u"n"_s);
        QVERIFY(recordOf(again, gitNote) == Record(note(u"more words"_s))); // and nobody is asked: it is known that 4 knew 2
        QVERIFY(recordOf(again, RecordKey::ofLearner()) == Record(domain::Learner { u"Ada"_s }));
        QVERIFY(MemoryStore(again).progress().value().conflicts().isEmpty());
    }

    void aValueThatOutlivedItsEditIsAskedAboutWhereThatWasTakenBack()
    {
        MemoryStore a;
        const RecordKey learner = RecordKey::ofLearner();
        committed(a,
            { u"1"_s, EditKind::SetGoal, {}, morning,
                { { gitNote, std::nullopt, note(u"kept"_s) }, { learner, std::nullopt, domain::Learner { u"Ada"_s } } } });
        const MemoryStore b = salvaged(a, { learner }, {});
        QCOMPARE(historyIn(b).journal.back().state, JournalState::Abandoned);
        QVERIFY(recordOf(b, gitNote) == Record(note(u"kept"_s)));
        QVERIFY(a.undo().has_value());
        committed(a, { u"2"_s, EditKind::WriteNote, {}, morning + 1, { { gitNote, std::nullopt, note(u"written anew"_s) } } });
        MemoryStore merged = mergedWith(a, b, u"m"_s);
        QCOMPARE(hashOf(mergedWith(b, a, u"n"_s)), hashOf(merged));
        const domain::Progress progress = merged.progress().value();
        QVERIFY(progress.record(gitNote) == Record(note(u"written anew"_s)));
        const domain::Conflict waiting = progress.conflicts().value(RecordKey::ofConflict(gitNote, u"text"_s));
        QVERIFY(waiting.others.size() == 1 && waiting.others.front().contains(u"kept"_s));
    }

    void aQuestionOutlivesTheMergeThatAskedIt()
    {
        MemoryStore a;
        MemoryStore b;
        change(a, u"1"_s, gitNote, note(u"apple"_s));
        committed(b, { u"2"_s, EditKind::WriteNote, {}, morning + 1, { { gitNote, std::nullopt, note(u"pear"_s) } } });
        a = mergedWith(a, b, u"m"_s);
        const RecordKey question = RecordKey::ofConflict(gitNote, u"text"_s);
        const domain::Conflict asked = a.progress().value().conflicts().value(question);
        QVERIFY(asked.others.size() == 1 && asked.others.front().contains(u"apple"_s));
        MemoryStore torn = salvaged(a, {}, { u"m"_s });
        QVERIFY(torn.progress().value().conflicts().value(question) == asked);
        MemoryStore c;
        change(c, u"3"_s, goal, domain::Goal { u"junior"_s, 5, {} });
        MemoryStore merged = mergedWith(torn, c, u"n"_s);
        QVERIFY(merged.progress().value().conflicts().value(question) == asked);
        QVERIFY(recordOf(merged, gitNote) == Record(note(u"pear"_s)));
        // And once it is answered, no copy asks again.
        const domain::Roadmap roadmap { domain::Course {} };
        const domain::Progress progress = merged.progress().value();
        committed(merged, domain::answerConflict({ roadmap, progress, morning, u"4"_s }, question, std::nullopt).value());
        QVERIFY(mergedWith(torn, merged, u"o"_s).progress().value().conflicts().isEmpty());
        QVERIFY(mergedWith(merged, torn, u"p"_s).progress().value().conflicts().isEmpty());
    }

    void anotherEditToTheSameValueDoesNotSpeakForTheLostOne()
    {
        MemoryStore a;
        change(a, u"1"_s, goal, domain::Goal { u"junior"_s, 5, {} });
        MemoryStore b = a;
        change(a, u"2"_s, goal, domain::Goal { u"junior"_s, 8, {} });
        change(a, u"3"_s, goal, domain::Goal { u"junior"_s, 6, {} });
        change(b, u"4"_s, goal, domain::Goal { u"junior"_s, 8, {} });
        b = mergedWith(b, a, u"m"_s);
        const RecordKey question = RecordKey::ofConflict(goal, u"hoursPerWeek"_s);
        QVERIFY(b.progress().value().conflicts().contains(question) || recordOf(b, goal) == Record(domain::Goal { u"junior"_s, 8, {} }));
        b = salvaged(b, {}, { u"4"_s });
        const MemoryStore merged = mergedWith(b, a, u"n"_s);
        QVERIFY(MemoryStore(merged).progress().value().conflicts().contains(question));
    }

    void aLossIsOneAndTheSameWhateverIdsACourseGives()
    {
        MemoryStore b;
        change(b, u"1"_s, gitNote, note(u"words"_s));
        b = salvaged(b, {}, { u"1"_s });
        MemoryStore a;
        change(a, u"2"_s, goal, domain::Goal { u"junior"_s, 5, {} });
        a = mergedWith(a, b, u"m"_s);
        change(a, u"3"_s, gitNote, std::nullopt);
        domain::CourseContent content;
        content.course.id = u"course"_s;
        content.course.moved = { { u"vcs-git"_s, u"vcs-git-basics"_s } };
        QVERIFY(a.installCourse(content).has_value() && b.installCourse(content).has_value());
        QVERIFY(!recordOf(mergedWith(b, a, u"n"_s), RecordKey::ofNote(u"vcs-git-basics"_s)));
        QVERIFY(!recordOf(mergedWith(a, b, u"o"_s), RecordKey::ofNote(u"vcs-git-basics"_s)));
    }

    void whatAMergeHasTakenBackDoesNotComeBack()
    {
        MemoryStore a;
        change(a, u"1"_s, goal, domain::Goal { u"junior"_s, 5, {} });
        change(a, u"2"_s, gitNote, note(u"words"_s));
        MemoryStore b = a;
        QVERIFY(b.undo().has_value());
        a = mergedWith(a, b, u"m"_s);
        QVERIFY(!recordOf(a, gitNote));
        a = salvaged(a, {}, { u"2"_s });
        const MemoryStore merged = mergedWith(a, b, u"n"_s);
        QVERIFY(!recordOf(merged, gitNote));
        QVERIFY(!recordOf(mergedWith(b, a, u"o"_s), gitNote));
    }

    /// Each lost edit knows nothing of the others: the order of all has to stay small.
    void aLibraryThatHasLostItsJournalComesInWhole()
    {
        constexpr int notes = 2'000;
        domain::History lost;
        for (int i = 0; i < notes; ++i) {
            lost.records.setRecord(RecordKey::ofNote(u"skill-%1"_s.arg(i)), note(u"words"_s));
        }
        MemoryStore b;
        b.become(lost);
        MemoryStore a;
        change(a, u"1"_s, goal, domain::Goal { u"junior"_s, 5, {} });
        a = mergedWith(a, b, u"m"_s);
        QCOMPARE(a.progress().value().records().size(), std::size_t { notes + 2 }); // and the goal, and what it absorbed
        for (int i = 0; i < 50; ++i) {
            change(a, u"after-%1"_s.arg(i), RecordKey::ofNote(u"skill-%1"_s.arg(i)), std::nullopt);
        }
        QVERIFY(mergeOf(a, b, u"n"_s).edit.changes.empty()); // and it does not come back
    }
};

QTEST_GUILESS_MAIN(tst_LostEdits)
#include "tst_LostEdits.moc"
