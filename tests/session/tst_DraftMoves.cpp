// SPDX-License-Identifier: GPL-3.0-or-later
// Texts that stand in editors go where their skill, item, question, card or entry goes.
#include <DraftFile.h>
#include <QuestionCourse.h>
#include <WorkspaceFixture.h>

#include <domain/StudyEdits.h>

#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark;
using session::AnswerDraft;
using session::CardDraft;
using session::CueDraft;
using session::DraftKind;
using session::DraftPlace;
using session::Drafts;
using session::DraftValue;
using session::EvidenceDraft;
using session::GoalDraft;
using session::TimeDraft;
using support::cardOf;
using support::draftOf;

namespace {

/// "base" as it was called, and the course in which it is "root", where the item and the question have other ids too.
domain::CourseContent courseBefore()
{
    domain::CourseContent content = support::questionCourse();
    content.course.skills.front().cards = { u"c1"_s };
    return content;
}

domain::CourseContent courseToday()
{
    domain::CourseContent content = courseBefore();
    content.hash = u"today"_s;
    for (domain::Skill& skill : content.course.skills) {
        skill.prerequisites.replaceInStrings(u"base"_s, u"root"_s);
    }
    domain::Skill& root = content.course.skills.front();
    root.id = u"root"_s;
    root.checklist.front().id = u"start"_s;
    root.questions = { u"which"_s };
    content.lessons.front().skill = root.id;
    content.course.moved = { { u"base"_s, root.id }, { u"base/first"_s, u"root/start"_s }, { u"base/which-one"_s, u"root/which"_s } };
    return content;
}

support::MemoryWorkspace workspaceWith(const domain::CourseContent& content)
{
    return support::MemoryWorkspace(content, support::clockAt(support::WorkspaceFixture::now));
}

} // namespace

class tst_DraftMoves : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_file.emplace(); }
    void draftsGoWhereAnotherCourseMovesThem_data();
    void draftsGoWhereAnotherCourseMovesThem();
    void membersOfAGoalGoWhereAnotherCourseMovesThem();
    void whatWasWrittenBeforeTheCourseIsMovedAtTheNextStart();
    void ofTwoThatBelongAtOnePlaceTheOlderOneWaits();
    void aTimeGoesWithItsEntryToAnotherSkill();

private:
    std::optional<support::DraftFile> m_file;
};

void tst_DraftMoves::draftsGoWhereAnotherCourseMovesThem_data()
{
    QTest::addColumn<DraftPlace>("before");
    QTest::addColumn<DraftPlace>("today");
    QTest::addColumn<DraftValue>("value");
    const auto row = [](const char* name, DraftKind kind, const DraftPlace& before, const DraftPlace& today, const DraftValue& value) {
        QTest::newRow(name) << DraftPlace { kind, before.skill, before.part } << DraftPlace { kind, today.skill, today.part } << value;
    };
    const auto at = [](const QString& skill, const QString& part) { return DraftPlace { {}, skill, part }; };
    const QDateTime start(QDate(2026, 11, 20), QTime(7, 15), Qt::UTC);
    const QString base = u"base"_s;
    const QString root = u"root"_s;
    row("item", DraftKind::Evidence, at(base, u"first"_s), at(root, u"start"_s), draftOf(u"text"_s, u"some-id"_s));
    row("item of the same name", DraftKind::Evidence, at(base, u"second"_s), at(root, u"second"_s), draftOf(u"text"_s));
    row("question", DraftKind::Answer, at(base, u"which-one"_s), at(root, u"which"_s), AnswerDraft { u"1"_s });
    row("card", DraftKind::Card, at(base, u"c1"_s), at(root, u"c1"_s), cardOf(u"text"_s));
    row("own card", DraftKind::Card, at(base, u"own-1"_s), at(root, u"own-1"_s), cardOf(u"text"_s));
    row("new card", DraftKind::Card, {}, {}, cardOf(u"text"_s));
    row("new time", DraftKind::Time, at(base, {}), at(root, {}), TimeDraft { { start, 75 }, {} });
    row("time that is gone", DraftKind::Time, at(base, u"gone"_s), at(root, u"gone"_s), TimeDraft { { start, 75 }, { start, 70 } });
    row("cue", DraftKind::Cue, {}, {}, CueDraft { { u"tea"_s, 20, 3 }, { {}, 0, 3 } });
    row("another skill", DraftKind::Evidence, at(u"middle"_s, u"first"_s), at(u"middle"_s, u"first"_s), draftOf(u"text"_s));
    row("a skill that is gone", DraftKind::Evidence, at(u"gone"_s, u"first"_s), at(u"gone"_s, u"first"_s), draftOf(u"text"_s));
}

void tst_DraftMoves::draftsGoWhereAnotherCourseMovesThem()
{
    QFETCH(DraftPlace, before);
    QFETCH(DraftPlace, today);
    QFETCH(DraftValue, value);
    const auto workspace = workspaceWith(courseBefore());
    Drafts& drafts = workspace->drafts();
    drafts.keepIn(m_file->path());
    drafts.keep(before, value);
    std::vector<DraftPlace> places; // as a screen sees them that hears of the course
    QObject::connect(workspace.workspace.get(), &session::Workspace::changed, workspace.workspace.get(), [&] { places = drafts.places(); });
    QVERIFY(workspace->installCourse(courseToday()).has_value());
    QCOMPARE(places, std::vector { today });
    QVERIFY(drafts.unwritten().empty());
    QCOMPARE(m_file->next()->places(), std::vector { today });
    // An editor that was open all the time writes on and ends.
    std::visit([&](const auto& draft) { QVERIFY(drafts.find<std::decay_t<decltype(draft)>>(before) == draft); }, value);
    drafts.keep(before, value);
    QCOMPARE(drafts.places(), std::vector { today });
    QVERIFY(workspace->undo().has_value()); // the course, and the draft goes back with it
    QCOMPARE(places, std::vector { before });
    QCOMPARE(m_file->next()->places(), std::vector { before });
    QVERIFY(workspace->redo().has_value());
    QCOMPARE(places, std::vector { today });
    drafts.drop(before);
    QVERIFY(m_file->next()->places().empty());
}

void tst_DraftMoves::membersOfAGoalGoWhereAnotherCourseMovesThem()
{
    const auto workspace = workspaceWith(courseBefore());
    Drafts& drafts = workspace->drafts();
    const DraftPlace goal { DraftKind::Goal };
    const session::GoalFields fields { { u"whole"_s, 7, {} }, {}, { u"base"_s, u"red"_s } };
    drafts.keep(goal, GoalDraft { fields, fields });
    QVERIFY(workspace->installCourse(courseToday()).has_value());
    const auto moved = drafts.find<GoalDraft>(goal);
    QCOMPARE(moved->now.members, QStringList({ u"root"_s, u"red"_s }));
    QCOMPARE(moved->base.members, moved->now.members);
    QCOMPARE(moved->now.goal, fields.goal);
}

void tst_DraftMoves::whatWasWrittenBeforeTheCourseIsMovedAtTheNextStart()
{
    {
        Drafts before;
        before.keepIn(m_file->path());
        before.keep({ DraftKind::Evidence, u"base"_s, u"first"_s }, draftOf(u"text"_s));
        session::workers().waitForDone();
    }
    const auto workspace = workspaceWith(courseToday()); // installed by the command line meanwhile
    workspace->drafts().keepIn(m_file->path());
    const DraftPlace today { DraftKind::Evidence, u"root"_s, u"start"_s };
    QCOMPARE(workspace->drafts().places(), std::vector { today });
    QCOMPARE(m_file->next()->places(), std::vector { today });
}

void tst_DraftMoves::ofTwoThatBelongAtOnePlaceTheOlderOneWaits()
{
    domain::CourseContent joined = courseToday();
    joined.course.moved.insert(u"gone"_s, u"root"_s);
    const auto workspace = workspaceWith(courseBefore());
    Drafts& drafts = workspace->drafts();
    drafts.keepIn(m_file->path());
    const QDateTime start(QDate(2026, 11, 20), QTime(7, 15), Qt::UTC);
    const TimeDraft older { { start, 30 }, {} };
    const TimeDraft newer { { start, 75 }, {} };
    drafts.keep({ DraftKind::Time, u"gone"_s, {} }, older);
    drafts.keep({ DraftKind::Time, u"base"_s, {} }, newer);
    QVERIFY(workspace->installCourse(joined).has_value());
    const DraftPlace today { DraftKind::Time, u"root"_s, {} };
    QVERIFY(drafts.find<TimeDraft>(today) == newer);
    QCOMPARE(m_file->next()->places().size(), std::size_t(2)); // neither is lost
    drafts.drop(today);
    QVERIFY(drafts.find<TimeDraft>(today) == older);
    QCOMPARE(m_file->next()->places(), std::vector { today });
}

void tst_DraftMoves::aTimeGoesWithItsEntryToAnotherSkill()
{
    const auto workspace = workspaceWith(courseBefore());
    Drafts& drafts = workspace->drafts();
    drafts.keepIn(m_file->path());
    const auto added = domain::addTime(workspace->context(), u"base"_s, support::WorkspaceFixture::now - 3'600'000, 30);
    QVERIFY(workspace->apply(added).has_value());
    const domain::RecordChange entry = added->changes.front();
    const QString id = workspace->progress().time().firstKey();
    const TimeDraft draft { { QDateTime(QDate(2026, 11, 20), QTime(7, 15), Qt::UTC), 75 }, {} };
    const DraftPlace before { DraftKind::Time, u"base"_s, id };
    drafts.keep(before, draft);
    domain::TimeEntry elsewhere = std::get<domain::TimeEntry>(*entry.after);
    elsewhere.skill = u"middle"_s;
    const domain::Edit merge { u"merge"_s, domain::EditKind::MergeLibrary, {}, workspace->now(),
        { { entry.key, entry.after, elsewhere } } };
    std::vector<DraftPlace> places;
    QObject::connect(workspace.workspace.get(), &session::Workspace::changed, workspace.workspace.get(), [&] { places = drafts.places(); });
    QVERIFY(workspace->apply(merge).has_value());
    const DraftPlace today { DraftKind::Time, u"middle"_s, id };
    QCOMPARE(places, std::vector { today });
    QCOMPARE(m_file->next()->places(), std::vector { today });
    QVERIFY(workspace->undo().has_value());
    QCOMPARE(m_file->next()->places(), std::vector { before });
}

QTEST_GUILESS_MAIN(tst_DraftMoves)
#include "tst_DraftMoves.moc"
