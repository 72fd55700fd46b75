// SPDX-License-Identifier: GPL-3.0-or-later
// Which questions a placement asks, and which it does not.
#include <PlacementDesk.h>

using namespace Qt::StringLiterals;
using namespace waymark;
using exchange::QuestionKind;
using session::PlacementSitting;
using support::endless;
using support::PlacementDesk;
using support::quick;
using support::sit;

class tst_PlacementSitting : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theSameSeedAsksTheSame()
    {
        const PlacementDesk desk(support::backendContent());
        PlacementSitting one(*desk.workspace, 7, quick);
        PlacementSitting same(*desk.workspace, 7, quick);
        PlacementSitting other(*desk.workspace, 8, quick);
        const QStringList asked = sit(one, desk, u"first-api"_s, 12);
        QCOMPARE(asked.size(), 12);
        QCOMPARE(sit(same, desk, u"first-api"_s, 12), asked);
        QCOMPARE(same.known(), one.known());
        QVERIFY(sit(other, desk, u"first-api"_s, 12) != asked);
    }

    void eachSkillIsAskedOnceAndTheOddKindsOnlyWhereNoOtherIs()
    {
        const PlacementDesk desk(support::backendContent());
        PlacementSitting sitting(*desk.workspace, 3, endless);
        QCOMPARE(sitting.mostQuestions(), 30);
        QSet<QString> skills;
        while (sitting.question()) {
            const session::PlacementQuestion now = *sitting.question();
            QVERIFY(!skills.contains(now.skill));
            skills.insert(now.skill);
            QVERIFY(desk.roadmap().find(now.skill)->questions.contains(now.question.id));
            QVERIFY(now.question.kind != QuestionKind::Order && now.question.kind != QuestionKind::Match
                && now.question.kind != QuestionKind::Predict); // every lesson of the course has another kind too
            sitting.pass(100);
        }
        QCOMPARE(sitting.asked(), 30);
        QVERIFY(sitting.isFinished());
        QVERIFY(sitting.known().isEmpty());
    }

    void aCourseWithoutQuestionsIsFinishedAtOnce()
    {
        domain::CourseContent bare;
        bare.course = support::graphCourse();
        bare.hash = u"bare"_s;
        const PlacementDesk desk(bare);
        PlacementSitting sitting(*desk.workspace, 1);
        QVERIFY(sitting.isFinished());
        QCOMPARE(sitting.mostQuestions(), 0);
        QVERIFY(sitting.known().isEmpty());
        QVERIFY(!sitting.answer({}, 1));
        QVERIFY(!sitting.back());
        sitting.pass(1);
        QCOMPARE(sitting.asked(), 0);
        QVERIFY(sitting.accepted()->changes.empty());
    }

    void aQuestionWhoseTextIsGoneIsPassedOver()
    {
        domain::CourseContent content = support::quizGraph();
        content.course.skills[1].questions = { u"once-there"_s };
        content.lessons[2].markdown = u"# No quiz"_s;
        const PlacementDesk desk(content);
        PlacementSitting sitting(*desk.workspace, 1, endless);
        QStringList asked;
        for (; sitting.question(); sitting.pass(1)) {
            asked.append(sitting.question()->skill);
        }
        asked.sort();
        QCOMPARE(asked, (QStringList { u"base"_s, u"blue"_s, u"end"_s, u"red"_s, u"side"_s }));
    }

    void anAnswerThatCannotBeReadIsAskedAgain()
    {
        domain::CourseContent content = support::quizGraph();
        for (domain::Lesson& lesson : content.lessons) {
            lesson.markdown = u"## Quiz\n\n### Which one? {number}\n\n= 42\n\nCounted.\n"_s;
        }
        const PlacementDesk desk(content);
        PlacementSitting sitting(*desk.workspace, 1, endless);
        const QString skill = sitting.question()->skill;
        exchange::QuizAnswer answer;
        answer.text = u"many"_s;
        QVERIFY(!sitting.answer(answer, 1));
        QCOMPARE(sitting.asked(), 0);
        QCOMPARE(sitting.question()->skill, skill);
        answer.text = u"42"_s;
        QVERIFY(sitting.answer(answer, 1));
        QCOMPARE(sitting.asked(), 1);
        QCOMPARE(sitting.accepted()->changes.size(), static_cast<std::size_t>(1 + sitting.known().size()));
    }

    void theLastAnswerIsTakenBack()
    {
        const PlacementDesk desk(support::backendContent());
        PlacementSitting sitting(*desk.workspace, 9, quick);
        sit(sitting, desk, u"capstone"_s, 9);
        const QStringList known = sitting.known();
        const QString question = sitting.question()->question.id;
        sitting.pass(1);
        QVERIFY(sitting.back());
        QCOMPARE(sitting.asked(), 9);
        QCOMPARE(sitting.question()->question.id, question);
        QCOMPARE(sitting.known(), known);
        for (int left = 9; left > 0; --left) {
            QVERIFY(sitting.back());
        }
        QVERIFY(!sitting.back());
        QVERIFY(sitting.known().isEmpty());
        const PlacementSitting fresh(*desk.workspace, 9, quick);
        QCOMPARE(sitting.question()->question.id, fresh.question()->question.id);
    }

    void whatIsDoneOrBegunIsNotAskedNorFound()
    {
        PlacementDesk desk(support::quizGraph());
        desk.apply(domain::finishSkill(desk.workspace->context(), u"base"_s));
        desk.apply(domain::startSkill(desk.workspace->context(), u"middle"_s, false));
        desk.apply(domain::skipSkill(desk.workspace->context(), u"side"_s));
        desk.apply(domain::answerQuestion(desk.workspace->context(), u"red"_s, u"which-one"_s, {}));
        PlacementSitting sitting(*desk.workspace, 1, endless);
        QStringList asked;
        while (const auto question = sitting.question()) {
            asked.append(question->skill);
            QVERIFY(sitting.answer(exchange::rightAnswer(question->question), 1));
        }
        asked.sort();
        QCOMPARE(asked, (QStringList { u"blue"_s, u"end"_s, u"top"_s }));
        QCOMPARE(sitting.known(), (QStringList { u"top"_s, u"blue"_s, u"end"_s }));
    }

    void ofAChoiceThatWasMadeTheOthersAreNotAsked()
    {
        PlacementDesk desk(support::quizGraph());
        desk.apply(domain::setChoice(desk.workspace->context(), u"colour"_s, { u"blue"_s }));
        PlacementSitting sitting(*desk.workspace, 1, endless);
        QStringList asked;
        for (; sitting.question(); sitting.pass(1)) {
            asked.append(sitting.question()->skill);
        }
        QVERIFY(asked.contains(u"blue"_s));
        QVERIFY(!asked.contains(u"red"_s));
    }
};

QTEST_GUILESS_MAIN(tst_PlacementSitting)
#include "tst_PlacementSitting.moc"
