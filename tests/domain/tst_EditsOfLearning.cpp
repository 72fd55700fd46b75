// SPDX-License-Identifier: GPL-3.0-or-later
#include <GraphCourse.h>

#include <domain/Edits.h>

#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark;
using domain::ErrorCode;
using domain::Mark;
using domain::RecordKey;

namespace {

const QString skill = u"base"_s;

domain::Course courseToLearn()
{
    domain::Course course = support::graphCourse();
    course.skills.front().questions = { u"which-one"_s, u"how-many"_s };
    course.skills.front().cards = { u"what-is-it"_s, u"why"_s };
    return course;
}

/// A learner who answers and recalls, one edit a call.
struct Study
{
    domain::Roadmap roadmap { courseToLearn() };
    domain::Progress progress;
    qint64 now = 1000;

    [[nodiscard]] domain::EditContext context() const { return { roadmap, progress, now, u"id-%1"_s.arg(now) }; }
    domain::Edit apply(const domain::Result<domain::Edit>& edit)
    {
        if (!edit || !domain::applyTo(progress, *edit)) {
            qFatal("the edit cannot be applied");
        }
        ++now;
        return *edit;
    }
    void answer(const QString& question, bool right, domain::Attempt::Source source = domain::Attempt::Source::Quiz)
    {
        domain::Attempt attempt;
        attempt.source = source;
        attempt.right = right;
        apply(domain::answerQuestion(context(), skill, question, attempt));
    }
    void recall(const QString& card, domain::Grade grade, int reps)
    {
        domain::CardSchedule after;
        after.phase = domain::CardSchedule::Phase::Review;
        after.reps = reps;
        after.memory = domain::Memory { 3, 5 };
        domain::Recall made;
        made.grade = grade;
        made.after = *after.memory;
        apply(domain::recallCard(context(), skill, card, made, after));
    }
    [[nodiscard]] const domain::SkillProgress& of() const { return progress.skill(skill); }
};

} // namespace

class tst_EditsOfLearning : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyTheFirstAnswerIsTheFirst()
    {
        Study study;
        study.answer(u"which-one"_s, false);
        study.answer(u"which-one"_s, true);
        study.answer(u"how-many"_s, true);
        const auto attempts = study.of().attempts.value(u"which-one"_s).values();
        QCOMPARE(attempts.size(), 2);
        QVERIFY(attempts[0].first && !attempts[0].right && attempts[0].at == 1000);
        QVERIFY(!attempts[1].first && attempts[1].right);
        QVERIFY(study.of().attempts.value(u"how-many"_s).first().first);
    }

    void anAnswerOfPlacementLeavesTheFirstToTheQuiz()
    {
        Study study;
        study.answer(u"which-one"_s, true, domain::Attempt::Source::Placement);
        study.answer(u"which-one"_s, false);
        study.answer(u"which-one"_s, true, domain::Attempt::Source::Lab);
        const auto attempts = study.of().attempts.value(u"which-one"_s).values();
        QCOMPARE(attempts.size(), 3);
        QVERIFY(attempts[1].source == domain::Attempt::Source::Quiz && attempts[1].first);
        QVERIFY(!attempts[2].first);
    }

    void aRecallMovesTheCardAndIsTakenBackWithIt()
    {
        Study study;
        study.recall(u"why"_s, domain::Grade::Good, 1);
        const domain::CardState introduced = study.of().cards.value(u"why"_s);
        QCOMPARE(introduced.introduced, 1000);
        const domain::Edit second = [&study] {
            domain::CardSchedule after;
            after.reps = 2;
            return study.apply(domain::recallCard(study.context(), skill, u"why"_s, {}, after));
        }();
        QCOMPARE(study.of().cards.value(u"why"_s).introduced, 1000); // once
        QCOMPARE(study.of().recalls.value(u"why"_s).size(), 2);
        QVERIFY(domain::applyTo(study.progress, domain::inverse(second)).has_value());
        QVERIFY(study.of().cards.value(u"why"_s) == introduced);
        QCOMPARE(study.of().recalls.value(u"why"_s).size(), 1);
    }

    void aCardIsLaidAsideAndTakenUp()
    {
        Study study;
        study.apply(domain::suspendCard(study.context(), skill, u"why"_s, true));
        QVERIFY(study.of().cards.value(u"why"_s).suspended);
        QVERIFY(domain::suspendCard(study.context(), skill, u"why"_s, true)->changes.empty());
        study.apply(domain::suspendCard(study.context(), skill, u"why"_s, false));
        QVERIFY(!study.of().cards.contains(u"why"_s)); // nothing is left to say of it
        study.apply(domain::buryCard(study.context(), skill, u"why"_s, 9000));
        QCOMPARE(study.of().cards.value(u"why"_s).buriedUntil, 9000);
        study.recall(u"why"_s, domain::Grade::Good, 1);
        QCOMPARE(study.of().cards.value(u"why"_s).buriedUntil, 0); // asked, so no longer put off
    }

    void manyCardsArePutOffInOneStep()
    {
        Study study;
        const domain::Edit edit
            = study.apply(domain::spreadCards(study.context(), { { skill, u"why"_s, 70 }, { skill, u"what-is-it"_s, 80 } }));
        QCOMPARE(edit.changes.size(), 2U);
        QCOMPARE(study.of().cards.value(u"what-is-it"_s).buriedUntil, 80);
        QCOMPARE(domain::spreadCards(study.context(), { { skill, u"no-card"_s, 70 } }).error().code, ErrorCode::UnknownItem);
    }

    void ownWordsReplaceTheCoursesAndGoAgain()
    {
        Study study;
        study.apply(domain::writeCard(study.context(), skill, u"why"_s, u"Why, in short?"_s, u"Because."_s));
        study.apply(domain::writeCard(study.context(), skill, {}, u"My own"_s, u"Mine"_s));
        QCOMPARE(study.of().ownCards.size(), 2);
        const QString own = u"own-id-1001"_s;
        QVERIFY(study.of().ownCards.contains(own));
        study.recall(own, domain::Grade::Easy, 1);
        study.recall(u"why"_s, domain::Grade::Easy, 1);
        study.apply(domain::removeCard(study.context(), skill, own));
        study.apply(domain::removeCard(study.context(), skill, u"why"_s));
        QVERIFY(study.of().ownCards.isEmpty());
        QVERIFY(!study.of().cards.contains(own)); // a card of the learner's is gone, its recalls stay
        QVERIFY(study.of().recalls.contains(own));
        QVERIFY(study.of().cards.contains(u"why"_s)); // a card of the course is asked on
    }

    void placementAssumesOnlyWhatNothingWasSaidOf()
    {
        Study study;
        study.apply(domain::startSkill(study.context(), skill, false));
        study.apply(domain::placeSkills(study.context(), { skill, u"middle"_s, u"side"_s }));
        QVERIFY(study.of().mark->mark == Mark::Started);
        QVERIFY(study.progress.skill(u"middle"_s).mark->mark == Mark::Assumed);
        QCOMPARE(domain::placeSkills(study.context(), { u"moon"_s }).error().code, ErrorCode::UnknownSkill);
        QVERIFY(!domain::canPlaceSkill(study.context(), u"moon"_s));
    }

    void anAnswerIsSomethingSaidUnlessPlacementAsked()
    {
        Study study;
        study.answer(u"which-one"_s, false, domain::Attempt::Source::Placement);
        QVERIFY(domain::canPlaceSkill(study.context(), skill));
        study.answer(u"how-many"_s, false);
        QVERIFY(!domain::canPlaceSkill(study.context(), skill));
        QVERIFY(domain::placeSkills(study.context(), { skill })->changes.empty());
    }

    void whatDoesNotFitIsRefused()
    {
        const Study study;
        const auto context = study.context();
        QCOMPARE(domain::answerQuestion(context, u"moon"_s, u"which-one"_s, {}).error().code, ErrorCode::UnknownSkill);
        QCOMPARE(domain::answerQuestion(context, skill, u"no-question"_s, {}).error().code, ErrorCode::UnknownItem);
        domain::Attempt endless;
        endless.answer = QString(1'000'000, u'x');
        QCOMPARE(domain::answerQuestion(context, skill, u"which-one"_s, endless).error().code, ErrorCode::InvalidText);
        QCOMPARE(domain::recallCard(context, skill, u"no-card"_s, {}, {}).error().code, ErrorCode::UnknownItem);
        QCOMPARE(domain::writeCard(context, skill, {}, u" "_s, u"back"_s).error().code, ErrorCode::InvalidText);
        QCOMPARE(domain::writeCard(context, skill, {}, u"front"_s, QString(QChar(u'\0'))).error().code, ErrorCode::InvalidText);
        QCOMPARE(domain::writeCard(context, skill, u"no-card"_s, u"front"_s, u"back"_s).error().code, ErrorCode::UnknownItem);
        QCOMPARE(domain::removeCard(context, skill, u"why"_s).error().code, ErrorCode::UnknownItem);
    }

    void recallOptionsKeepTheirRanges_data()
    {
        QTest::addColumn<double>("retention");
        QTest::addColumn<int>("minutes");
        QTest::addColumn<int>("newPerDay");
        QTest::addColumn<bool>("fits");
        QTest::newRow("defaults") << 0.9 << 20 << 10 << true;
        QTest::newRow("least") << 0.7 << 1 << 0 << true;
        QTest::newRow("most") << 0.99 << 240 << 200 << true;
        QTest::newRow("forgets") << 0.69 << 20 << 10 << false;
        QTest::newRow("never forgets") << 1.0 << 20 << 10 << false;
        QTest::newRow("no number") << qQNaN() << 20 << 10 << false;
        QTest::newRow("no time") << 0.9 << 0 << 10 << false;
        QTest::newRow("fewer than none") << 0.9 << 20 << -1 << false;
    }

    void recallOptionsKeepTheirRanges()
    {
        QFETCH(double, retention);
        QFETCH(int, minutes);
        QFETCH(int, newPerDay);
        QFETCH(bool, fits);
        const Study study;
        QCOMPARE(domain::setRecall(study.context(), { retention, minutes, newPerDay }).has_value(), fits);
    }
};

QTEST_APPLESS_MAIN(tst_EditsOfLearning)
#include "tst_EditsOfLearning.moc"
