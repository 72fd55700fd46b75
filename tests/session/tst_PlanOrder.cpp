// SPDX-License-Identifier: GPL-3.0-or-later
// The order of a plan: what moves in it by a wish, and what a wish cannot do.
#include <ClockedLibrary.h>

#include <session/StudyPlan.h>

#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark;
using learning::WishFate;

namespace {

/// Skills that need nothing, the longest first: a, b, c, d, e.
domain::CourseContent loose()
{
    domain::CourseContent content = support::ClockedLibrary::content();
    domain::Course& course = content.course;
    const QStringList ids { u"a"_s, u"b"_s, u"c"_s, u"d"_s, u"e"_s };
    course.skills.resize(5, course.skills.front());
    for (int i = 0; i < ids.size(); ++i) {
        domain::Skill& skill = course.skills[static_cast<std::size_t>(i)];
        skill.id = ids[i];
        skill.area = u"one"_s;
        skill.hours = 9 - i;
        skill.prerequisites = {};
        skill.choices = {};
    }
    course.projects = {};
    course.choices = {};
    course.milestones = { { u"whole"_s, u"Whole"_s, {}, ids, false } };
    return content;
}

/// Two tongues, of which "fluent" needs one and "special" the second; "fluent" comes last.
domain::CourseContent tongues()
{
    domain::CourseContent content = loose();
    domain::Course& course = content.course;
    const QStringList ids { u"first"_s, u"second"_s, u"fluent"_s, u"special"_s, u"other"_s };
    for (std::size_t i = 0; i < course.skills.size(); ++i) {
        course.skills[i].id = ids[static_cast<qsizetype>(i)];
    }
    course.choices = { { u"tongue"_s, u"Tongue"_s, { u"first"_s, u"second"_s } } };
    course.skills[2].choices = { u"tongue"_s };
    course.skills[2].hours = 1;
    course.skills[3].prerequisites = { u"second"_s };
    course.milestones = { { u"whole"_s, u"Whole"_s, {}, ids, false } };
    return content;
}

/// A library with a goal of an hour a day. The order of the small course is base, middle, blue, end, top.
struct Library : support::ClockedLibrary
{
    explicit Library(const domain::CourseContent& course = content())
        : ClockedLibrary(sunday, course)
    {
        aim(7);
    }

    [[nodiscard]] QStringList order() const
    {
        QStringList ids;
        for (const int skill : session::studyOutset(*workspace).order.skills) {
            ids.append(workspace->roadmap().skill(skill).id);
        }
        return ids;
    }
    void move(const QString& skill, const QString& before) const
    {
        apply(session::movedInOrder(*workspace, session::studyOutset(*workspace), skill, before));
    }
    [[nodiscard]] WishFate fateOf(const QString& skill) const
    {
        const session::StudyOutset outset = session::studyOutset(*workspace);
        const auto place = outset.wishes.indexOf(skill);
        if (place < 0) {
            qFatal("no such wish");
        }
        return outset.order.wishes[static_cast<std::size_t>(place)];
    }
    [[nodiscard]] QStringList wishes() const { return workspace->progress().orderWishes().keys(); }
};

} // namespace

class tst_PlanOrder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsFinishedLeavesThePlan()
    {
        const Library library;
        library.workspace.finish(u"base"_s);
        QCOMPARE(library.order(), (QStringList { u"middle"_s, u"blue"_s, u"end"_s, u"top"_s }));
    }

    void aSkillMovesUpByAWishOfItsOwn()
    {
        const Library library;
        QCOMPARE(library.order(), (QStringList { u"base"_s, u"middle"_s, u"blue"_s, u"end"_s, u"top"_s }));
        library.move(u"blue"_s, u"middle"_s);
        QCOMPARE(library.order(), (QStringList { u"base"_s, u"blue"_s, u"middle"_s, u"end"_s, u"top"_s }));
        QCOMPARE(library.wishes(), QStringList { u"blue"_s });
        QVERIFY(library.fateOf(u"blue"_s) == WishFate::Kept);
    }

    void aSkillMovesDownByAWishOfItsOwn()
    {
        const Library library;
        library.move(u"middle"_s, u"end"_s);
        QCOMPARE(library.order(), (QStringList { u"base"_s, u"blue"_s, u"middle"_s, u"end"_s, u"top"_s }));
        QCOMPARE(library.wishes(), QStringList { u"middle"_s });
        QCOMPARE(library.workspace->progress().orderWishes().value(u"middle"_s).after, u"blue"_s);
        QVERIFY(library.workspace->progress().orderWishes().value(u"middle"_s).before.isEmpty());
    }

    void whatMovesToTheFrontIsTheNextStep()
    {
        const Library library;
        library.workspace.finish(u"base"_s);
        library.move(u"blue"_s, u"middle"_s);
        QCOMPARE(library.order().first(), u"blue"_s);
        const learning::NextStep step = library.workspace->nextSteps(1).front();
        QCOMPARE(library.workspace->roadmap().skill(step.skill).id, u"blue"_s);
        QVERIFY(step.reason == learning::NextReason::Wished);
        QVERIFY(library.workspace->undo());
        QCOMPARE(library.workspace->roadmap().skill(library.workspace->nextSteps(1).front().skill).id, u"middle"_s);
    }

    void aSkillMovesToTheEnd()
    {
        const Library library;
        library.move(u"end"_s, {});
        QCOMPARE(library.order().last(), u"end"_s);
        QVERIFY(library.fateOf(u"end"_s) == WishFate::Kept);
    }

    void aLaterMoveLeavesTheEarlierOnes()
    {
        const Library library(loose());
        QCOMPARE(library.order().join(QString()), u"abcde"_s);
        library.move(u"a"_s, {});
        QCOMPARE(library.order().join(QString()), u"bcdea"_s);
        library.move(u"b"_s, {});
        QCOMPARE(library.order().join(QString()), u"cdeab"_s);
        library.move(u"d"_s, u"c"_s);
        QCOMPARE(library.order().join(QString()), u"dceab"_s);
        QCOMPARE(library.wishes().join(QString()), u"abd"_s);
    }

    void theEndIsBeforeWhatNeedsTheSkill()
    {
        const Library library;
        library.move(u"blue"_s, {});
        QCOMPARE(library.order(), (QStringList { u"base"_s, u"middle"_s, u"top"_s, u"blue"_s, u"end"_s }));
        library.move(u"middle"_s, {}); // which top needs, and for top blue waits
        QVERIFY(library.fateOf(u"middle"_s) == WishFate::Needed);
        QVERIFY(library.fateOf(u"blue"_s) == WishFate::Kept);
    }

    void aSecondMoveToTheEndChangesNothing()
    {
        const Library library;
        library.move(u"blue"_s, {}); // in front of the end, which needs it
        const auto again = session::movedInOrder(*library.workspace, session::studyOutset(*library.workspace), u"blue"_s, {});
        QVERIFY(again && again->changes.empty());
    }

    void aMemberOfAChoiceThatIsMetMovesBehindWhatNeedsOne()
    {
        const Library library(tongues());
        library.workspace.finish(u"first"_s);
        library.apply(domain::startSkill(library.context(), u"second"_s, false));
        QCOMPARE(library.order(), (QStringList { u"second"_s, u"special"_s, u"other"_s, u"fluent"_s }));
        library.apply(domain::wishLater(library.context(), u"second"_s, u"fluent"_s));
        QVERIFY(library.fateOf(u"second"_s) == WishFate::Kept);
        QCOMPARE(library.order(), (QStringList { u"other"_s, u"fluent"_s, u"second"_s, u"special"_s }));
    }

    void aMemberOfAChoiceThatIsMetMovesToTheEndButForWhatNeedsItself()
    {
        const Library library(tongues());
        library.workspace.finish(u"first"_s);
        library.move(u"second"_s, {});
        QVERIFY(library.fateOf(u"second"_s) == WishFate::Kept);
        QCOMPARE(library.order(), (QStringList { u"other"_s, u"fluent"_s, u"second"_s, u"special"_s }));
    }

    void aMemberOfAnOpenChoiceMovesBehindWhatTheOtherOneOpens()
    {
        const Library library(tongues());
        QCOMPARE(library.order().last(), u"fluent"_s);
        library.move(u"first"_s, {}); // the second tongue will do for "fluent"
        QVERIFY(library.fateOf(u"first"_s) == WishFate::Kept);
        QCOMPARE(library.order(), (QStringList { u"second"_s, u"special"_s, u"other"_s, u"fluent"_s, u"first"_s }));
    }

    void everyPlaceCanBeTakenFromEveryOther()
    {
        for (const QChar skill : u"abcde"_s) {
            const Library library(loose());
            QString others = u"abcde"_s;
            others.remove(skill);
            for (const int place : { 4, 1, 3, 0, 2, 4, 0, 3, 2, 1 }) { // there and back, short and far
                library.move(skill, others.mid(place, 1));
                QCOMPARE(library.order().join(QString()), QString(others).insert(place, skill));
            }
        }
    }

    void whatStandsThereAlreadyIsNotMoved_data()
    {
        QTest::addColumn<QString>("first"); // a move, then the same once more
        QTest::addColumn<QString>("before");
        QTest::newRow("down") << u"b"_s << u"e"_s;
        QTest::newRow("up") << u"d"_s << u"b"_s;
        QTest::newRow("to the end") << u"a"_s << QString();
        QTest::newRow("by itself") << u"b"_s << u"c"_s;
    }
    void whatStandsThereAlreadyIsNotMoved()
    {
        QFETCH(const QString, first);
        QFETCH(const QString, before);
        const Library library(loose());
        library.move(first, before);
        const QStringList order = library.order();
        const auto again = session::movedInOrder(*library.workspace, session::studyOutset(*library.workspace), first, before);
        QVERIFY(again && again->changes.empty());
        QCOMPARE(library.order(), order);
    }

    void aMoveAgainstALaterOneIsMadeAnew()
    {
        Library library(loose());
        library.move(u"d"_s, u"c"_s);
        library.now -= 10'000; // and a clock that was set back does not make it the older one
        library.move(u"c"_s, u"d"_s);
        QCOMPARE(library.order().join(QString()), u"abcde"_s);
        QVERIFY(library.fateOf(u"d"_s) == WishFate::Overruled);
        library.move(u"d"_s, u"c"_s);
        QCOMPARE(library.order().join(QString()), u"abdce"_s);
        QVERIFY(library.fateOf(u"d"_s) == WishFate::Kept);
    }

    void upAndDownAgainLeavesNoWish()
    {
        const Library library;
        library.move(u"blue"_s, u"middle"_s);
        library.move(u"blue"_s, u"end"_s);
        QCOMPARE(library.order(), (QStringList { u"base"_s, u"middle"_s, u"blue"_s, u"end"_s, u"top"_s }));
        QCOMPARE(library.wishes(), QStringList());
    }

    void downAndUpAgainLeavesNoWish()
    {
        const Library library;
        library.move(u"middle"_s, u"end"_s);
        library.move(u"middle"_s, u"blue"_s);
        QCOMPARE(library.order(), (QStringList { u"base"_s, u"middle"_s, u"blue"_s, u"end"_s, u"top"_s }));
        QCOMPARE(library.wishes(), QStringList());
    }

    void aMoveIsOneStepOfUndo()
    {
        const Library library;
        const QStringList order = library.order();
        library.move(u"middle"_s, {});
        QVERIFY(library.workspace->undo());
        QCOMPARE(library.order(), order);
        QCOMPARE(library.wishes(), QStringList());
    }

    void whatNeedsTheOtherCannotPassIt()
    {
        const Library library;
        library.move(u"top"_s, u"base"_s);
        QCOMPARE(library.order().first(), u"base"_s);
        QVERIFY(library.fateOf(u"top"_s) == WishFate::Needed);
    }

    void whatAllOthersNeedStaysWithOneReason()
    {
        const Library library;
        const QStringList order = library.order();
        library.move(u"base"_s, {});
        QCOMPARE(library.order(), order);
        QCOMPARE(library.wishes(), QStringList { u"base"_s });
        QVERIFY(library.fateOf(u"base"_s) == WishFate::Needed);
    }

    void aLaterWishOverrulesAnEarlierOne()
    {
        Library library;
        library.apply(domain::wishOrder(library.workspace->context(), u"blue"_s, u"middle"_s));
        library.now += 1000;
        library.apply(domain::wishOrder(library.workspace->context(), u"middle"_s, u"blue"_s));
        QVERIFY(library.fateOf(u"blue"_s) == WishFate::Overruled);
        QVERIFY(library.fateOf(u"middle"_s) == WishFate::Kept);
    }

    void wishesAreToldInTheirOrderWithWhatBecameOfThem()
    {
        Library library;
        library.apply(domain::wishOrder(library.context(), u"top"_s, u"base"_s));
        library.now += 1000;
        library.apply(domain::wishLater(library.context(), u"middle"_s, u"blue"_s));
        const auto wishes = session::wishesOf(*library.workspace, session::studyOutset(*library.workspace));
        const std::vector<session::OrderedWish> expected { { u"top"_s, u"base"_s, false, WishFate::Needed },
            { u"middle"_s, u"blue"_s, true, WishFate::Kept } };
        QVERIFY(wishes == expected);
        QVERIFY(wishes[0].isUnmet() && !wishes[1].isUnmet());
    }

    void aWishIsPastOnceOneOfTheTwoIsDone()
    {
        const Library library;
        library.move(u"blue"_s, u"middle"_s);
        library.workspace.finish(u"base"_s);
        library.workspace.finish(u"middle"_s);
        QVERIFY(library.fateOf(u"blue"_s) == WishFate::Past);
    }

    void whatIsNotInTheOrderCannotBeMoved_data()
    {
        QTest::addColumn<QString>("skill");
        QTest::addColumn<QString>("before");
        QTest::addColumn<domain::ErrorCode>("code");
        QTest::newRow("a skill off the way") << u"side"_s << u"base"_s << domain::ErrorCode::UnknownSkill;
        QTest::newRow("before one off the way") << u"base"_s << u"side"_s << domain::ErrorCode::UnknownSkill;
        QTest::newRow("no such skill") << u"nowhere"_s << QString() << domain::ErrorCode::UnknownSkill;
        QTest::newRow("before itself") << u"base"_s << u"base"_s << domain::ErrorCode::InvalidTime;
    }
    void whatIsNotInTheOrderCannotBeMoved()
    {
        QFETCH(const QString, skill);
        QFETCH(const QString, before);
        QFETCH(const domain::ErrorCode, code);
        const Library library;
        const auto edit = session::movedInOrder(*library.workspace, session::studyOutset(*library.workspace), skill, before);
        QVERIFY(!edit);
        QVERIFY(edit.error().code == code);
    }
};

QTEST_GUILESS_MAIN(tst_PlanOrder)
#include "tst_PlanOrder.moc"
