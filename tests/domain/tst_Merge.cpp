// SPDX-License-Identifier: GPL-3.0-or-later
#include <CopyMerges.h>

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace waymark;
using domain::Conflict;
using domain::ErrorCode;
using domain::Goal;
using domain::Merge;
using domain::Progress;
using domain::Record;
using domain::RecordKey;
using support::change;
using support::committed;
using support::hashOf;
using support::MemoryStore;
using support::mergedWith;
using support::morning;
using support::recordOf;

namespace {

Goal goalOf(MemoryStore store)
{
    return store.progress().value().goal();
}

domain::Note note(const QString& text, bool shared = false)
{
    return { text, shared, morning };
}

void answer(MemoryStore& store, const QString& id, std::optional<int> other)
{
    const domain::Roadmap roadmap { domain::Course {} };
    const Progress progress = store.progress().value();
    const RecordKey key = progress.conflicts().firstKey();
    committed(store, domain::answerConflict({ roadmap, progress, morning, id }, key, other).value());
}

bool hasConflicts(MemoryStore store)
{
    return !store.progress().value().conflicts().isEmpty();
}

const RecordKey git = RecordKey::ofSkill(u"vcs-git"_s);
const RecordKey gitNote = RecordKey::ofNote(u"vcs-git"_s);
const RecordKey tick = RecordKey::ofItem(u"vcs-git"_s, u"commit"_s);

} // namespace

/// The rule of a merge, example by example. What holds for all of them is in tst_MergeLaws.
class tst_Merge : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatOneSideChangedIsTaken()
    {
        MemoryStore a;
        change(a, u"1"_s, gitNote, note(u"first"_s));
        MemoryStore b = a;
        change(b, u"2"_s, gitNote, note(u"second"_s));
        change(b, u"3"_s, tick, domain::ItemMark { morning });
        const Merge merge = support::mergeOf(a, b, u"m"_s);
        QCOMPARE(merge.newEdits, 2);
        QCOMPARE(merge.edit.changes.size(), std::size_t { 3 }); // and what it absorbed
        QVERIFY(merge.conflicts.empty() && merge.keptFromRemoval.empty());
        QCOMPARE(hashOf(mergedWith(a, b, u"m"_s)), hashOf(b));
        QVERIFY(support::mergeOf(b, a, u"m"_s).edit.changes.empty()); // the older copy has nothing new
    }

    void fieldsOfOneRecordAreJoined()
    {
        MemoryStore a;
        change(a, u"1"_s, RecordKey::ofGoal(), Goal { u"junior"_s, 5, {} });
        MemoryStore b = a;
        change(a, u"2"_s, RecordKey::ofGoal(), Goal { u"junior"_s, 8, {} });
        change(b, u"3"_s, RecordKey::ofGoal(), Goal { u"junior"_s, 5, QDate(2027, 3, 1) });
        const MemoryStore merged = mergedWith(a, b, u"m"_s);
        QVERIFY((goalOf(merged) == Goal { u"junior"_s, 8, QDate(2027, 3, 1) }));
        QVERIFY(!hasConflicts(merged));
    }

    void twoValuesOfOneFieldAreBothKept()
    {
        MemoryStore a;
        change(a, u"1"_s, gitNote, note(u"first"_s));
        MemoryStore b = a;
        change(a, u"2"_s, gitNote, note(u"apple"_s));
        change(b, u"3"_s, gitNote, note(u"pear"_s));
        MemoryStore merged = mergedWith(a, b, u"m"_s);
        QVERIFY(recordOf(merged, gitNote) == Record(note(u"pear"_s)));
        const Progress progress = merged.progress().value();
        QCOMPARE(progress.conflicts().size(), 1);
        const auto values = domain::valuesOf(progress, progress.conflicts().firstKey());
        QVERIFY(values && values->record == gitNote && values->part == u"text" && values->others.size() == 1);
        QVERIFY(values->others.front() == Record(note(u"apple"_s)));
        QCOMPARE(hashOf(mergedWith(b, a, u"n"_s)), hashOf(merged));
    }

    void theSameValueOnBothSidesAsksNothing()
    {
        MemoryStore a;
        MemoryStore b;
        change(a, u"1"_s, gitNote, note(u"same"_s));
        change(b, u"2"_s, gitNote, domain::Note { u"same"_s, false, morning + 5 });
        const MemoryStore merged = mergedWith(a, b, u"m"_s);
        QVERIFY(!hasConflicts(merged));
        QVERIFY(recordOf(merged, gitNote) == Record(domain::Note { u"same"_s, false, morning + 5 }));
    }

    void anAnswerSettlesItInAllCopies_data()
    {
        QTest::addColumn<int>("other");
        QTest::addColumn<QString>("text");
        QTest::newRow("the shown one") << -1 << u"pear"_s;
        QTest::newRow("the other one") << 0 << u"apple"_s;
    }
    void anAnswerSettlesItInAllCopies()
    {
        QFETCH(const int, other);
        QFETCH(const QString, text);
        MemoryStore a;
        MemoryStore b;
        change(a, u"1"_s, gitNote, note(u"apple"_s));
        change(b, u"2"_s, gitNote, note(u"pear"_s));
        a = mergedWith(a, b, u"m"_s);
        const QByteArray asked = hashOf(a);
        answer(a, u"3"_s, other < 0 ? std::nullopt : std::optional(other));
        QVERIFY(!hasConflicts(a));
        QVERIFY(recordOf(a, gitNote) == Record(note(text)));
        QVERIFY(support::mergeOf(a, b, u"4"_s).edit.changes.empty()); // it is not asked again
        const MemoryStore there = mergedWith(b, a, u"5"_s);
        QVERIFY(!hasConflicts(there));
        QCOMPARE(hashOf(there), hashOf(a));
        QVERIFY(a.undo().has_value());
        QCOMPARE(hashOf(a), asked);
    }

    void whatWaitsStaysWhereTheShownValueIsWrittenOver()
    {
        MemoryStore a;
        MemoryStore b;
        change(a, u"1"_s, gitNote, note(u"apple"_s));
        change(b, u"2"_s, gitNote, note(u"pear"_s));
        a = mergedWith(a, b, u"m"_s);
        change(a, u"3"_s, gitNote, note(u"plum"_s));
        QVERIFY(support::mergeOf(a, b, u"4"_s).edit.changes.empty());
        b = mergedWith(b, a, u"5"_s);
        QCOMPARE(hashOf(b), hashOf(a));
        QVERIFY(recordOf(b, gitNote) == Record(note(u"plum"_s)));
        const Progress progress = b.progress().value();
        QCOMPARE(progress.conflicts().first().others, QStringList(QString::fromUtf8(domain::recordToJson(note(u"apple"_s)))));
    }

    void aChangeOutlivesARemoval()
    {
        MemoryStore a;
        change(a, u"1"_s, gitNote, note(u"first"_s, true));
        MemoryStore b = a;
        change(a, u"2"_s, gitNote, std::nullopt);
        change(b, u"3"_s, gitNote, note(u"second"_s, true));
        const Merge merge = support::mergeOf(a, b, u"m"_s);
        QCOMPARE(merge.keptFromRemoval, std::vector<RecordKey> { gitNote });
        QVERIFY(recordOf(mergedWith(a, b, u"m"_s), gitNote) == Record(note(u"second"_s, true)));
        QVERIFY(recordOf(mergedWith(b, a, u"m"_s), gitNote) == Record(note(u"second"_s, true)));
    }

    void aRemovalThatHasSeenAllStands()
    {
        MemoryStore a;
        change(a, u"1"_s, gitNote, note(u"first"_s));
        MemoryStore b = a;
        change(b, u"2"_s, gitNote, std::nullopt);
        QVERIFY(!recordOf(mergedWith(a, b, u"m"_s), gitNote));
        QVERIFY(!recordOf(mergedWith(b, a, u"m"_s), gitNote));
    }

    void aTickThatTheOtherSideDidNotSeeStands()
    {
        MemoryStore a;
        change(a, u"1"_s, tick, domain::ItemMark { morning });
        MemoryStore b = a;
        change(a, u"2"_s, tick, std::nullopt);
        QVERIFY(!recordOf(mergedWith(b, a, u"m"_s), tick)); // seen and taken out
        change(b, u"3"_s, tick, std::nullopt);
        change(b, u"4"_s, tick, domain::ItemMark { morning + 1 });
        QVERIFY(recordOf(mergedWith(b, a, u"m"_s), tick).has_value());
        QVERIFY(recordOf(mergedWith(a, b, u"m"_s), tick).has_value());
    }

    void undoOfAnEditThatBothHaveIsTaken()
    {
        MemoryStore a;
        change(a, u"1"_s, gitNote, note(u"first"_s));
        change(a, u"2"_s, gitNote, note(u"second"_s));
        MemoryStore b = a;
        QVERIFY(a.undo().has_value());
        QVERIFY(recordOf(mergedWith(b, a, u"m"_s), gitNote) == Record(note(u"first"_s)));
        QVERIFY(recordOf(mergedWith(a, b, u"m"_s), gitNote) == Record(note(u"first"_s)));
        // What was built on it meanwhile stands.
        change(b, u"3"_s, gitNote, note(u"second, and more"_s));
        QVERIFY(recordOf(mergedWith(b, a, u"m"_s), gitNote) == Record(note(u"second, and more"_s)));
        QVERIFY(recordOf(mergedWith(a, b, u"m"_s), gitNote) == Record(note(u"second, and more"_s)));
    }

    void theCopyThatRedidItMovedOnLater()
    {
        MemoryStore a;
        change(a, u"1"_s, gitNote, note(u"first"_s));
        QVERIFY(a.undo().has_value());
        MemoryStore b = a;
        QVERIFY(b.redo().has_value());
        QVERIFY(recordOf(mergedWith(a, b, u"m"_s), gitNote).has_value());
        QVERIFY(recordOf(mergedWith(b, a, u"m"_s), gitNote).has_value());
    }

    void membersOfAChoiceAreASet()
    {
        const RecordKey key = RecordKey::ofChoice(u"language"_s);
        MemoryStore a;
        change(a, u"1"_s, key, domain::Choice { { u"go"_s, u"java"_s } });
        MemoryStore b = a;
        change(a, u"2"_s, key, domain::Choice { { u"java"_s, u"rust"_s } });
        change(b, u"3"_s, key, domain::Choice { { u"go"_s, u"java"_s, u"python"_s } });
        const MemoryStore merged = mergedWith(a, b, u"m"_s);
        QVERIFY(recordOf(merged, key) == Record(domain::Choice { { u"java"_s, u"python"_s, u"rust"_s } }));
        QVERIFY(!hasConflicts(merged));
    }

    void recordsWithIdsOfTheirOwnAreUnited()
    {
        MemoryStore a;
        MemoryStore b;
        change(a, u"1"_s, RecordKey::ofTime(u"1"_s), domain::TimeEntry { u"vcs-git"_s, morning, 25, 60 });
        change(b, u"2"_s, RecordKey::ofTime(u"2"_s), domain::TimeEntry { u"vcs-git"_s, morning, 25, 60 });
        const MemoryStore merged = mergedWith(a, b, u"m"_s);
        QCOMPARE(MemoryStore(merged).progress().value().minutesOn(u"vcs-git"_s), 50);
    }

    void eachCopyKeepsTheWatchThatRunsInIt()
    {
        MemoryStore a;
        MemoryStore b;
        const domain::RunningTimer watch { u"vcs-git"_s, morning, morning, 0, 0, 0 };
        change(a, u"1"_s, RecordKey::ofTimer(), watch);
        change(b, u"2"_s, RecordKey::ofTimer(), domain::RunningTimer { u"sql-joins"_s, morning, 0, 900'000, 0, 0 });
        change(b, u"3"_s, gitNote, note(u"words"_s));
        const Progress merged = mergedWith(a, b, u"m"_s).progress().value();
        QVERIFY(merged.timer() == watch);
        QVERIFY(merged.time().isEmpty() && merged.conflicts().isEmpty());
        MemoryStore none;
        QVERIFY(!mergedWith(none, a, u"n"_s).progress().value().timer());
    }

    void aNoteThatOneSideKeepsToItselfGoesOutFromNeither()
    {
        MemoryStore a;
        MemoryStore b;
        change(a, u"1"_s, gitNote, note(u"mine"_s, false));
        change(b, u"2"_s, gitNote, note(u"yours"_s, true));
        const std::optional<Record> merged = recordOf(mergedWith(a, b, u"m"_s), gitNote);
        QVERIFY(merged && !std::get<domain::Note>(*merged).shared);
    }

    void anEditAfterATakenBackMergeKnowsNothingOfIt()
    {
        MemoryStore a;
        change(a, u"1"_s, gitNote, note(u"first"_s));
        MemoryStore b = a;
        change(b, u"2"_s, gitNote, note(u"pear"_s));
        a = mergedWith(a, b, u"m"_s);
        QVERIFY(a.undo().has_value());
        change(a, u"3"_s, gitNote, note(u"apple"_s));
        a = mergedWith(a, b, u"n"_s);
        QVERIFY(recordOf(a, gitNote) == Record(note(u"apple"_s)));
        QVERIFY(hasConflicts(a));
    }

    void ofTwoValuesTheOneThatWasWrittenLaterIsShown()
    {
        MemoryStore a;
        MemoryStore b;
        committed(a, { u"2"_s, domain::EditKind::WriteNote, {}, morning, { { gitNote, std::nullopt, note(u"second"_s) } } });
        committed(b, { u"1"_s, domain::EditKind::WriteNote, {}, morning + 1, { { gitNote, std::nullopt, note(u"first"_s) } } });
        QVERIFY(recordOf(mergedWith(a, b, u"m"_s), gitNote) == Record(note(u"first"_s)));
        QVERIFY(recordOf(mergedWith(b, a, u"n"_s), gitNote) == Record(note(u"first"_s)));
    }

    void whatIsShownStaysSoWhateverIdsACourseGives()
    {
        const RecordKey time = RecordKey::ofTime(u"11111111-1111-4111-8111-111111111111"_s);
        const auto entry = [](const QString& skill) { return domain::TimeEntry { skill, morning, 30, 0 }; };
        MemoryStore a;
        MemoryStore b;
        change(a, u"1"_s, time, entry(u"zsh"_s));
        change(b, u"2"_s, time, entry(u"make"_s));
        a = mergedWith(a, b, u"m"_s);
        QVERIFY(recordOf(a, time) == Record(entry(u"make"_s)));
        domain::CourseContent content;
        content.course.id = u"course"_s;
        content.course.moved = { { u"zsh"_s, u"bash"_s } };
        QVERIFY(a.installCourse(content).has_value() && b.installCourse(content).has_value());
        QCOMPARE(hashOf(mergedWith(b, a, u"n"_s)), hashOf(a));
    }

    void whatIsNoConflictCannotBeAnswered()
    {
        MemoryStore a;
        MemoryStore b;
        change(a, u"1"_s, git, domain::SkillMark { domain::Mark::Done, morning, 0, false });
        change(b, u"2"_s, git, domain::SkillMark { domain::Mark::Skipped, morning, 0, false });
        a = mergedWith(a, b, u"m"_s);
        const domain::Roadmap roadmap { domain::Course {} };
        const Progress progress = a.progress().value();
        const domain::EditContext context { roadmap, progress, morning, u"3"_s };
        const RecordKey key = progress.conflicts().firstKey();
        QCOMPARE(domain::answerConflict(context, key, 1).error().code, ErrorCode::UnknownEntry);
        QCOMPARE(domain::answerConflict(context, key, -1).error().code, ErrorCode::UnknownEntry);
        QCOMPARE(domain::answerConflict(context, gitNote, std::nullopt).error().code, ErrorCode::UnknownEntry);
        QVERIFY(domain::answerConflict(context, key, 0).has_value());
    }

    void aConflictKeepsItsNameWhateverElseIsAnswered()
    {
        MemoryStore a;
        MemoryStore b;
        for (const RecordKey& key : { gitNote, RecordKey::ofNote(u"sql-joins"_s), RecordKey::ofNote(u"linux-shell"_s) }) {
            change(a, key.skill + u'1', key, note(u"apple"_s));
            change(b, key.skill + u'2', key, note(u"pear"_s));
        }
        a = mergedWith(a, b, u"m"_s);
        const Progress before = a.progress().value();
        QCOMPARE(before.conflicts().size(), 3);
        const RecordKey last = before.conflicts().lastKey();
        const QString name = domain::conflictKeyText(last);
        QCOMPARE(name.size(), 8);
        answer(a, u"3"_s, std::nullopt);
        const Progress after = a.progress().value();
        QVERIFY(domain::conflictFrom(after, name) == last && domain::conflictFrom(after, name.toUpper()) == last);
        QVERIFY(!domain::conflictFrom(after, domain::conflictKeyText(before.conflicts().firstKey())));
        QVERIFY(!domain::conflictFrom(after, {}) && !domain::conflictFrom(after, u"1"_s));
    }

    void keysOfConflictsAreReadBack()
    {
        for (const RecordKey& record : { gitNote, RecordKey::ofGoal(), RecordKey::ofEvidence(u"a"_s, u"b"_s, u"c/d"_s) }) {
            const auto at = domain::conflictAt(RecordKey::ofConflict(record, u"text"_s));
            QVERIFY(at && at->first == record && at->second == u"text");
        }
        QVERIFY(!domain::conflictAt(gitNote));
        QVERIFY(!domain::conflictAt({ domain::RecordKind::Conflict, {}, {}, u"nonsense"_s }));
    }

    void ofADamagedHistoryNothingIsTaken_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("no lines") << QByteArray("no json");
        QTest::newRow("no edit") << QByteArray("{\"heads\":[]}\n3\n");
        QTest::newRow("cut off") << QByteArray("{\"heads\":[]}\n{");
        QTest::newRow("no heads") << QByteArray("{}\n");
        QTest::newRow("no kind") << QByteArray("{\"heads\":[]}\n{\"id\":\"1\",\"kind\":\"no-such\",\"at\":1,\"parents\":[],"
                                               "\"state\":0,\"turns\":0,\"changes\":\"[]\"}\n");
        QTest::newRow("turns that do not fit") << QByteArray("{\"heads\":[]}\n{\"id\":\"1\",\"kind\":\"set-goal\",\"at\":1,"
                                                             "\"parents\":[],\"state\":0,\"turns\":1,\"changes\":\"[]\"}\n");
    }
    void ofADamagedHistoryNothingIsTaken()
    {
        QFETCH(const QByteArray, bytes);
        MemoryStore b;
        change(b, u"1"_s, gitNote, note(u"first"_s));
        committed(b,
            { u"2"_s, domain::EditKind::MergeLibrary, {}, morning, { { RecordKey::ofAbsorbed(u"2"_s), {}, domain::Absorbed { bytes } } } });
        const domain::Roadmap roadmap { domain::Course {} };
        const Progress none;
        const auto merged = domain::mergeCopies({ roadmap, none, morning, u"m"_s }, {}, support::historyIn(b));
        QVERIFY(!merged);
        QCOMPARE(merged.error().code, ErrorCode::LibraryCorrupt);
    }
};

QTEST_GUILESS_MAIN(tst_Merge)
#include "tst_Merge.moc"
