// SPDX-License-Identifier: GPL-3.0-or-later
// A new edition of the course in the middle of learning: what a learner has done is kept, and what is gone is not asked.
#include <CardCourse.h>
#include <StudyLife.h>

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark;
using domain::Grade;
using support::StudyLife;

namespace {

constexpr qint64 day = StudyLife::day;
const QString one = u"one"_s;
const QString two = u"two"_s;
const QString card = u"one-card-1"_s;
const QString question = u"one-question-1"_s;

domain::CourseContent firstEdition()
{
    return support::courseOfCards(4, 10);
}

std::size_t placeOf(const domain::CourseContent& course, const QString& skill)
{
    const auto& skills = course.course.skills;
    return static_cast<std::size_t>(
        std::find_if(skills.begin(), skills.end(), [&skill](const domain::Skill& each) { return each.id == skill; }) - skills.begin());
}

void removeCard(domain::CourseContent& course, const QString& skill, int number)
{
    const std::size_t place = placeOf(course, skill);
    course.course.skills[place].cards.removeAll(u"%1-card-%2"_s.arg(skill).arg(number));
    course.lessons[place].markdown.remove(u"| %1 card %2 | back %2 |\n"_s.arg(skill).arg(number));
}

void addCard(domain::CourseContent& course, const QString& skill, const QString& front)
{
    const std::size_t place = placeOf(course, skill);
    course.course.skills[place].cards.append(exchange::idFromWords(front));
    course.lessons[place].markdown += u"| %1 | the back |\n"_s.arg(front);
}

void removeSkill(domain::CourseContent& course, const QString& skill)
{
    const auto place = static_cast<std::ptrdiff_t>(placeOf(course, skill));
    course.course.skills.erase(course.course.skills.begin() + place);
    course.lessons.erase(course.lessons.begin() + place);
}

void install(StudyLife& life, const domain::CourseContent& edition)
{
    QVERIFY(life.workspace->installCourse(edition).has_value());
}

/// Ten right first tries on two days, the checklist and its lab.
void master(StudyLife& life)
{
    life.apply(domain::checkItem(life.workspace->context(), one, u"done"_s));
    life.apply(domain::addEvidence(life.workspace->context(), one, u"done"_s, { domain::EvidenceKind::Lab, u"passed"_s, life.now }));
    for (int i = 1; i <= 10; ++i) {
        life.answer(one, u"one-question-%1"_s.arg(i), true);
        life.now += i == 5 ? day : StudyLife::minute;
    }
    QCOMPARE(learning::toString(life.workspace->stateOf(one)), u"mastered"_s);
}

} // namespace

class tst_CourseUpdates : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aCardThatWentIsNotAskedAndComesBackAsItWas()
    {
        StudyLife life(firstEdition());
        life.study(Grade::Easy);
        const domain::SkillProgress before = life.of(one);
        life.now += 40 * day;
        const int due = life.desk().due().due;
        domain::CourseContent second = firstEdition();
        removeCard(second, one, 1);
        install(life, second);
        QVERIFY(life.of(one) == before);
        QCOMPARE(life.desk().due().due, due - 1);
        QVERIFY(!life.isAsked(one, card));
        QCOMPARE(life.desk().card(one, card).error().code, domain::ErrorCode::UnknownItem);
        for (int i = 0; i < 8; ++i, life.now += day) { // siblings come one a day
            life.study(Grade::Good);
        }
        QCOMPARE(life.of(one).recalls.value(card).size(), 1);
        life.now += 60 * day;
        install(life, firstEdition());
        QVERIFY(life.stateOf(one, card) == before.cards.value(card));
        for (int i = 0; i < 8; ++i, life.now += day) {
            life.study(Grade::Good);
        }
        QVERIFY(life.of(one).recalls.value(card).size() > 1);
    }

    void aRenamedCardKeepsItsPlaceAndItsRecalls()
    {
        StudyLife life(firstEdition());
        life.grade(one, card, Grade::Easy);
        life.apply(domain::writeCard(life.workspace->context(), one, card, u"Mine?"_s, u"Mine."_s));
        const domain::SkillProgress before = life.of(one);
        domain::CourseContent second = firstEdition();
        removeCard(second, one, 1);
        addCard(second, one, u"one fact"_s);
        second.course.moved = { { u"one/one-card-1"_s, u"one-fact"_s } };
        install(life, second);
        QVERIFY(life.stateOf(one, u"one-fact"_s) == before.cards.value(card));
        QVERIFY(life.of(one).recalls.value(u"one-fact"_s) == before.recalls.value(card));
        QVERIFY(life.of(one).ownCards.contains(u"one-fact"_s));
        QVERIFY(!life.of(one).cards.contains(card) && !life.of(one).recalls.contains(card));
        life.now += 40 * day;
        QVERIFY(life.isAsked(one, u"one-fact"_s));
        life.grade(one, u"one-fact"_s, Grade::Good);
        QCOMPARE(life.of(one).recalls.value(u"one-fact"_s).size(), 2);
    }

    void aRenamedQuestionKeepsItsAnswers()
    {
        StudyLife life(firstEdition());
        life.answer(one, question, false);
        domain::CourseContent second = firstEdition();
        second.course.skills[0].questions[0] = u"one-question-anew"_s;
        second.lessons[0].markdown.replace(u"### one question 1 {"_s, u"### one question anew {"_s);
        second.course.moved = { { u"one/one-question-1"_s, u"one/one-question-anew"_s } };
        install(life, second);
        const auto tries = life.workspace->masteryOf(one).tries;
        life.answer(one, u"one-question-anew"_s, true);
        QCOMPARE(life.of(one).attempts.value(u"one-question-anew"_s).size(), 2);
        QCOMPARE(life.workspace->masteryOf(one).tries, tries); // it was no first answer
    }

    void aCardThatLiesInAnotherSkillNowTakesItsHistoryAlong()
    {
        StudyLife life(firstEdition());
        life.grade(one, card, Grade::Easy);
        const domain::CardState before = life.stateOf(one, card);
        domain::CourseContent second = firstEdition();
        removeCard(second, one, 1);
        addCard(second, two, u"one card 1"_s);
        second.course.moved = { { u"one/one-card-1"_s, u"two/one-card-1"_s } };
        install(life, second);
        QVERIFY(life.stateOf(two, card) == before);
        QVERIFY(life.of(one).cards.isEmpty() && life.of(one).recalls.isEmpty());
        life.now += 40 * day;
        QVERIFY(life.isAsked(two, card));
        life.grade(two, card, Grade::Good);
        QVERIFY(life.workspace->undo().has_value());
        QVERIFY(life.workspace->undo().has_value()); // the update
        QVERIFY(life.stateOf(one, card) == before && life.isAsked(one, card));
        QVERIFY(life.workspace->undo().has_value()); // and the recall that was made under the old id
        QVERIFY(life.of(one).cards.isEmpty() && life.of(one).recalls.isEmpty());
        QVERIFY(life.of(two).cards.isEmpty() && life.of(two).recalls.isEmpty());
    }

    void aSkillThatWentIsKeptWithItsCards()
    {
        StudyLife life(firstEdition());
        life.apply(domain::writeCard(life.workspace->context(), one, {}, u"Mine?"_s, u"Mine."_s));
        life.study(Grade::Easy);
        const domain::SkillProgress before = life.of(one);
        life.now += 60 * day;
        domain::CourseContent second = firstEdition();
        removeSkill(second, one);
        install(life, second);
        QVERIFY(life.of(one) == before);
        QCOMPARE(life.desk().due().due, 4 + 1); // the ten new cards of that day were five of "one", four of "two" and one of "three"
        for (const learning::QueueCard& each : life.desk().cards()) {
            QVERIFY(each.skill != one);
        }
        install(life, firstEdition());
        QCOMPARE(life.desk().due().due, 10);
        QVERIFY(life.of(one) == before);
    }

    void masteryDoesNotFallBecauseCardsAndQuestionsWent()
    {
        StudyLife life(firstEdition());
        master(life);
        life.grade(one, card, Grade::Easy);
        const learning::MasteryStanding before = life.workspace->masteryOf(one);
        domain::CourseContent second = firstEdition();
        removeCard(second, one, 1);
        second.course.skills[0].questions.clear();
        second.lessons[0].markdown.remove(u"## Quiz"_s);
        install(life, second);
        QCOMPARE(life.workspace->masteryOf(one).tries, before.tries);
        QCOMPARE(learning::toString(life.workspace->stateOf(one)), u"mastered"_s);
        life.now += 3 * 365 * day; // what cannot be recalled any more does not fade
        life.workspace->noticeTime();
        QCOMPARE(learning::toString(life.workspace->stateOf(one)), u"mastered"_s);
        install(life, firstEdition());
        QCOMPARE(learning::toString(life.workspace->stateOf(one)), u"fading"_s);
    }

    void anUpdateGivesNoSecondPortionOfNewCards()
    {
        StudyLife life(support::courseOfCards(20));
        QCOMPARE(life.study(Grade::Easy), 10);
        QCOMPARE(life.freshNow(), 0);
        domain::CourseContent second = support::courseOfCards(20);
        for (int i = 1; i <= 20; ++i) {
            removeCard(second, one, i);
        }
        install(life, second);
        QCOMPARE(life.freshNow(), 0);
        life.now += day;
        QCOMPARE(life.freshNow(), 10);
    }

    void ownWordsForACardThatWentAreACardOfTheLearner()
    {
        StudyLife life(firstEdition());
        life.apply(domain::writeCard(life.workspace->context(), one, card, u"Mine?"_s, u"Mine."_s));
        life.grade(one, card, Grade::Easy);
        domain::CourseContent second = firstEdition();
        removeCard(second, one, 1);
        install(life, second);
        life.now += 40 * day;
        QVERIFY(life.isAsked(one, card));
        life.grade(one, card, Grade::Good);
    }

    void undoAndRedoFitAfterAnUpdate()
    {
        StudyLife life(firstEdition());
        const QByteArray start = life.hash();
        life.grade(one, card, Grade::Again);
        life.now += StudyLife::minute;
        life.grade(one, card, Grade::Good);
        life.answer(one, question, true);
        life.apply(domain::suspendCard(life.workspace->context(), one, u"one-card-2"_s, true));
        const QByteArray before = life.hash();
        domain::CourseContent second = firstEdition();
        removeCard(second, one, 1);
        removeCard(second, one, 2); // gone without an entry
        addCard(second, one, u"one fact"_s);
        second.course.moved = { { u"one/one-card-1"_s, u"one-fact"_s } };
        install(life, second);
        const QByteArray moved = life.hash();
        life.now -= day; // and the clock is set back
        life.grade(one, u"one-fact"_s, Grade::Good);
        QVERIFY(life.workspace->undo().has_value());
        QCOMPARE(life.hash(), moved);
        QSignalSpy changed(life.workspace.get(), &session::Workspace::changed);
        QVERIFY(domain::isInstallation(life.workspace->undo().value().kind));
        QVERIFY(changed.count() == 1 && changed.first().first().value<session::Changes>().course);
        QCOMPARE(life.hash(), before);
        QVERIFY(life.workspace->course() == firstEdition().course);
        QVERIFY(life.workspace->lesson(one)->markdown.contains(u"card 1"_s));
        for (int i = 0; i < 4; ++i) {
            QVERIFY(life.workspace->undo().has_value());
        }
        QCOMPARE(life.hash(), start);
        for (int i = 0; i < 4; ++i) {
            QVERIFY(life.workspace->redo().has_value());
        }
        QCOMPARE(life.hash(), before);
        QVERIFY(life.workspace->redo().has_value() && life.workspace->course() == second.course);
        QCOMPARE(life.hash(), moved);
        QVERIFY(life.workspace->redo().has_value());
        QVERIFY(!life.workspace->redo().has_value());
    }

    void aGradeForACardThatWentMeanwhileIsRefused()
    {
        StudyLife life(firstEdition());
        const auto shown = life.desk().card(one, card);
        domain::CourseContent second = firstEdition();
        removeCard(second, one, 1);
        install(life, second);
        const QByteArray before = life.hash();
        QCOMPARE(life.workspace->apply(life.desk().graded(*shown, Grade::Good, 4000)).error().code, domain::ErrorCode::UnknownItem);
        QCOMPARE(life.hash(), before);
    }
};

QTEST_GUILESS_MAIN(tst_CourseUpdates)
#include "tst_CourseUpdates.moc"
