// SPDX-License-Identifier: GPL-3.0-or-later
#include <domain/Moves.h>

#include <QTest>

using namespace waymark::domain;
using namespace Qt::StringLiterals;

namespace {

Course courseOf(const QHash<QString, QString>& moved)
{
    Course course;
    Skill git;
    git.id = u"git"_s;
    git.checklist = { { u"commit"_s, {}, EvidenceKind::Note, {} }, { u"merge"_s, {}, EvidenceKind::Note, {} } };
    git.questions = { u"how"_s };
    git.cards = { u"why"_s };
    Skill sql;
    sql.id = u"sql"_s;
    sql.cards = { u"where"_s };
    course.skills = { git, sql };
    course.moved = moved;
    return course;
}

} // namespace

class TestMoves : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void chainIsFollowedToItsEnd();
    void livingIdStays();
    void circleLeadsNowhere();
    void itemMovesByItsOwnEntryAndWithItsSkill();
    void questionsAndCardsMoveByTheirEntries();
    void partsOfOneIdAreToldApart();
    void entryThatLeadsToNothingLeavesTheIdInItsSkill();
    void recordStaysWhereItsNewKeyIsInUse();
    void twoOldSkillsCannotTakeOnePlace();
    void choicesAndTimeFollowTheirSkills();
    void whatAMentorSaidFollowsItsSkill();
};

void TestMoves::chainIsFollowedToItsEnd()
{
    const Moves moves(courseOf({ { u"a"_s, u"b"_s }, { u"b"_s, u"git"_s } }));
    QCOMPARE(moves.skill(u"a"_s), u"git"_s);
    QCOMPARE(moves.skill(u"other"_s), u"other"_s);
}

void TestMoves::livingIdStays()
{
    const Moves moves(courseOf({ { u"git"_s, u"sql"_s }, { u"git/commit"_s, u"git/merge"_s } }));
    QCOMPARE(moves.skill(u"git"_s), u"git"_s);
    QVERIFY((moves.part(Moves::Part::Item, u"git"_s, u"commit"_s) == std::pair { u"git"_s, u"commit"_s }));
}

void TestMoves::circleLeadsNowhere()
{
    const Moves moves(courseOf({ { u"a"_s, u"b"_s }, { u"b"_s, u"a"_s }, { u"a/x"_s, u"a/y"_s }, { u"a/y"_s, u"a/x"_s } }));
    QCOMPARE(moves.skill(u"a"_s), u"a"_s);
    QVERIFY((moves.part(Moves::Part::Item, u"a"_s, u"x"_s) == std::pair { u"a"_s, u"x"_s }));
}

void TestMoves::itemMovesByItsOwnEntryAndWithItsSkill()
{
    const Moves moves(courseOf({ { u"old"_s, u"git"_s }, { u"old/join"_s, u"git/merge"_s }, { u"git/stage"_s, u"git/commit"_s } }));
    QVERIFY((moves.part(Moves::Part::Item, u"old"_s, u"join"_s) == std::pair { u"git"_s, u"merge"_s }));
    QVERIFY((moves.part(Moves::Part::Item, u"old"_s, u"commit"_s) == std::pair { u"git"_s, u"commit"_s }));
    QVERIFY((moves.part(Moves::Part::Item, u"old"_s, u"stage"_s) == std::pair { u"git"_s, u"commit"_s }));
    QVERIFY((moves.part(Moves::Part::Item, u"old"_s, u"unknown"_s) == std::pair { u"git"_s, u"unknown"_s }));
}

void TestMoves::questionsAndCardsMoveByTheirEntries()
{
    const Moves moves(courseOf({ { u"old"_s, u"git"_s }, { u"git/what"_s, u"why"_s }, { u"old/which"_s, u"how"_s },
        { u"git/who"_s, u"sql/where"_s }, { u"sql/never"_s, u"git/what"_s } }));
    const auto card = [&moves](const QString& skill, const QString& id) { return moves.key(RecordKey::ofCard(skill, id)); };
    QVERIFY((card(u"git"_s, u"what"_s) == RecordKey::ofCard(u"git"_s, u"why"_s)));
    QVERIFY((card(u"old"_s, u"what"_s) == RecordKey::ofCard(u"git"_s, u"why"_s))); // with its skill, then by its own entry
    QVERIFY((card(u"sql"_s, u"never"_s) == RecordKey::ofCard(u"git"_s, u"why"_s))); // over two versions
    QVERIFY((card(u"git"_s, u"who"_s) == RecordKey::ofCard(u"sql"_s, u"where"_s)));
    QVERIFY((card(u"old"_s, u"own-1"_s) == RecordKey::ofCard(u"git"_s, u"own-1"_s)));
    QVERIFY((moves.key(RecordKey::ofRecall(u"git"_s, u"what"_s, u"id"_s)) == RecordKey::ofRecall(u"git"_s, u"why"_s, u"id"_s)));
    QVERIFY((moves.key(RecordKey::ofOwnCard(u"git"_s, u"what"_s)) == RecordKey::ofOwnCard(u"git"_s, u"why"_s)));
    QVERIFY((moves.key(RecordKey::ofAttempt(u"old"_s, u"which"_s, u"id"_s)) == RecordKey::ofAttempt(u"git"_s, u"how"_s, u"id"_s)));
}

void TestMoves::partsOfOneIdAreToldApart()
{
    // An item, a question and a card were called "commit"; the item still is, and the card is "why" today.
    const Moves moves(courseOf({ { u"git/commit"_s, u"why"_s } }));
    QVERIFY((moves.key(RecordKey::ofItem(u"git"_s, u"commit"_s)) == RecordKey::ofItem(u"git"_s, u"commit"_s)));
    QVERIFY((moves.key(RecordKey::ofCard(u"git"_s, u"commit"_s)) == RecordKey::ofCard(u"git"_s, u"why"_s)));
    QVERIFY((moves.key(RecordKey::ofAttempt(u"git"_s, u"commit"_s, u"a"_s)) == RecordKey::ofAttempt(u"git"_s, u"commit"_s, u"a"_s)));
}

void TestMoves::entryThatLeadsToNothingLeavesTheIdInItsSkill()
{
    const Moves moves(courseOf({ { u"old"_s, u"git"_s }, { u"old/what"_s, u"git/nowhere"_s } }));
    QVERIFY((moves.key(RecordKey::ofCard(u"old"_s, u"what"_s)) == RecordKey::ofCard(u"git"_s, u"what"_s)));
}

void TestMoves::recordStaysWhereItsNewKeyIsInUse()
{
    const Moves moves(courseOf({ { u"old"_s, u"git"_s } }));
    LearnerHistory history;
    history.records = { { RecordKey::ofSkill(u"git"_s), SkillMark { Mark::Done, 2 } },
        { RecordKey::ofSkill(u"old"_s), SkillMark { Mark::Started, 1 } }, { RecordKey::ofNote(u"old"_s), Note { u"text"_s } } };
    const LearnerHistory after = moved(moves, history).value();
    QVERIFY(after.records[0] == history.records[0]);
    QVERIFY(after.records[1] == history.records[1]);
    QVERIFY(after.records[2].first == RecordKey::ofNote(u"git"_s));

    // A key that only the journal knows is in use as well.
    history.records.erase(history.records.begin());
    JournalEntry entry;
    entry.edit.changes = { { RecordKey::ofSkill(u"git"_s), std::nullopt, SkillMark {} } };
    entry.state = JournalState::Undone;
    history.journal = { entry };
    QVERIFY(moved(moves, history)->records[0] == history.records[0]);
}

void TestMoves::twoOldSkillsCannotTakeOnePlace()
{
    const Moves moves(courseOf({ { u"one"_s, u"git"_s }, { u"two"_s, u"git"_s } }));
    const LearnerHistory after
        = moved(moves, { { { RecordKey::ofSkill(u"one"_s), SkillMark {} }, { RecordKey::ofSkill(u"two"_s), SkillMark {} } }, {} }).value();
    QVERIFY(after.records[0].first == RecordKey::ofSkill(u"git"_s));
    QVERIFY(after.records[1].first == RecordKey::ofSkill(u"two"_s));
}

void TestMoves::choicesAndTimeFollowTheirSkills()
{
    const Moves moves(courseOf({ { u"old"_s, u"git"_s } }));
    JournalEntry entry;
    entry.edit.subject = u"old"_s;
    entry.edit.changes = { { RecordKey::ofChoice(u"c"_s), Choice { { u"old"_s } }, Choice { { u"old"_s, u"sql"_s } } } };
    const LearnerHistory after = moved(moves, { { { RecordKey::ofTime(u"t"_s), TimeEntry { u"old"_s, 1, 2 } } }, { entry } }).value();
    QVERIFY((after.records[0].second == Record(TimeEntry { u"git"_s, 1, 2 })));
    QVERIFY((moves.record(OrderWish { u"old"_s, {}, 1 }) == Record(OrderWish { u"git"_s, {}, 1 })));
    QVERIFY((moves.record(OrderWish { {}, u"old"_s, 1 }) == Record(OrderWish { {}, u"git"_s, 1 })));
    QCOMPARE(after.journal[0].edit.subject, u"git"_s);
    QVERIFY((after.journal[0].edit.changes[0].before == Record(Choice { { u"git"_s } })));
    QVERIFY((after.journal[0].edit.changes[0].after == Record(Choice { { u"git"_s, u"sql"_s } })));
}

void TestMoves::whatAMentorSaidFollowsItsSkill()
{
    const Moves moves(courseOf({ { u"old"_s, u"git"_s }, { u"old/works"_s, u"git/commit"_s } }));
    QVERIFY((moves.key(RecordKey::ofQuestion(u"old"_s)) == RecordKey::ofQuestion(u"git"_s)));
    QVERIFY((moves.key(RecordKey::ofSignOff(u"old"_s, u"r"_s)) == RecordKey::ofSignOff(u"git"_s, u"r"_s)));
    const RecordKey score = moves.key(RecordKey::ofScore(u"old"_s, u"works"_s));
    QVERIFY((score == RecordKey::ofScore(u"git"_s, u"works"_s))); // a criterion is no part of a lesson
    QVERIFY((moves.key(RecordKey::ofReviewAnswer(u"old"_s, decisionEntry(u"old"_s)))
        == RecordKey::ofReviewAnswer(u"old"_s, decisionEntry(u"git"_s))));
    for (const RecordKey& key :
        { RecordKey::ofReviewAnswer(u"r"_s, u"old"_s), RecordKey::ofReview(u"old"_s), RecordKey::ofKey(u"old"_s) }) {
        QVERIFY(moves.key(key) == key);
    }
    QCOMPARE(decidedSkill(decisionEntry(u"a:b"_s)).value(), u"a:b"_s);
    QVERIFY(!decidedSkill(u"decision"_s) && !decidedSkill(overallEntry));
}

QTEST_GUILESS_MAIN(TestMoves)
#include "tst_Moves.moc"
