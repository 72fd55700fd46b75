// SPDX-License-Identifier: GPL-3.0-or-later
// What a learner's own records prove, event by event.
#include <GraphCourse.h>

#include <learning/Mastery.h>
#include <learning/SkillStates.h>

#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark;
using domain::EvidenceKind;
using domain::Grade;
using domain::RecordKey;

namespace {

constexpr qint64 day = 86'400'000;
constexpr qint64 start = 1'795'255'200'000; // 2026-11-21 10:00 UTC

/// One skill, "base", and the records of a learner on it. A letter of a script is an event on the present day:
/// r a right first answer, w a wrong one, t all items ticked, e evidence for each of them, l a lab result, b a rubric score,
/// s a sign-off, d marked as done, a assumed, n the next day, c a card recalled, f a card forgotten, y a year passes.
struct Records
{
    domain::Course course = support::graphCourse();
    domain::Progress progress;
    qint64 now = start;
    int count = 0;

    void play(const QString& script)
    {
        for (const QChar event : script) {
            now += 60'000;
            ++count;
            play(event.toLatin1());
        }
    }

    void play(char event)
    {
        const QString id = QString::number(count);
        const QString base = u"base"_s;
        switch (event) {
        case 'r':
        case 'w':
            progress.setRecord(RecordKey::ofAttempt(base, u"question-"_s + id, id),
                domain::Attempt { domain::Attempt::Source::Quiz, event == 'r', true, 0, 900, {}, now, 0 });
            break;
        case 't':
            for (const QString& item : { u"first"_s, u"second"_s }) {
                progress.setRecord(RecordKey::ofItem(base, item), domain::ItemMark { now });
            }
            break;
        case 'e':
            prove(u"first"_s, EvidenceKind::Note);
            prove(u"second"_s, EvidenceKind::Commit);
            break;
        case 'l':
            prove(u"first"_s, EvidenceKind::Lab);
            break;
        case 'b':
            prove(u"first"_s, EvidenceKind::Rubric);
            break;
        case 's':
            prove(u"first"_s, EvidenceKind::SignOff);
            break;
        case 'd':
        case 'a':
            progress.setRecord(
                RecordKey::ofSkill(base), domain::SkillMark { event == 'd' ? domain::Mark::Done : domain::Mark::Assumed, now, 0, false });
            break;
        case 'c':
        case 'f':
            recall(event == 'c' ? Grade::Good : Grade::Again, id);
            break;
        case 'n':
            now += day;
            break;
        case 'y':
            now += 365 * day;
            break;
        default:
            qFatal("no such event");
        }
    }

    void prove(const QString& item, EvidenceKind kind)
    {
        progress.setRecord(RecordKey::ofEvidence(u"base"_s, item, u"%1-%2"_s.arg(count).arg(static_cast<int>(kind))),
            domain::Evidence { kind, u"proof"_s, now });
    }

    void recall(Grade grade, const QString& id)
    {
        const QString card = u"card-"_s + id; // each a card of its own, seen the day before
        course.skills.front().cards.append(card);
        progress.setRecord(
            RecordKey::ofRecall(u"base"_s, card, id), domain::Recall { grade, { 10, 5 }, 1, u"fsrs-6"_s, u"default"_s, 900, now, 0 });
        domain::CardState state;
        state.schedule.memory = domain::Memory { 10, 5 };
        state.schedule.last = now;
        progress.setRecord(RecordKey::ofCard(u"base"_s, card), state);
    }

    [[nodiscard]] QString state() const
    {
        const domain::Roadmap roadmap(course);
        return learning::toString(learning::skillStates(roadmap, progress, { now, QTimeZone::utc() }).front());
    }
    [[nodiscard]] learning::MasteryStanding standing() const
    {
        return learning::masteryOf(course.skills.front(), progress.skill(u"base"_s), { now, QTimeZone::utc() });
    }
};

const QString twentyRightOnTwoDays = u"rrrrrrrrrrnrrrrrrrrrr"_s;

} // namespace

class tst_Mastery : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eventsLeadToTheState_data()
    {
        QTest::addColumn<QString>("script");
        QTest::addColumn<QString>("state");
        QTest::newRow("nothing") << u""_s << u"ready"_s;
        QTest::newRow("an answer begins it") << u"w"_s << u"learning"_s;
        QTest::newRow("ticks alone are practice") << u"t"_s << u"practised"_s;
        QTest::newRow("answers alone are learning") << twentyRightOnTwoDays << u"learning"_s;
        QTest::newRow("all of it masters") << u"tel"_s + twentyRightOnTwoDays << u"mastered"_s;
        QTest::newRow("a rubric score is as good as a lab") << u"teb"_s + twentyRightOnTwoDays << u"mastered"_s;
        QTest::newRow("the order does not matter") << twentyRightOnTwoDays + u"letn"_s << u"mastered"_s;
        QTest::newRow("without a lab") << u"te"_s + twentyRightOnTwoDays << u"practised"_s;
        QTest::newRow("without evidence for an item") << u"tl"_s + twentyRightOnTwoDays << u"practised"_s;
        QTest::newRow("on one day") << u"telrrrrrrrrrrrrrrrrrrrr"_s << u"practised"_s;
        QTest::newRow("seven right are too few") << u"telrrrnrrrr"_s << u"practised"_s;
        QTest::newRow("marked as done is no proof") << u"d"_s + twentyRightOnTwoDays << u"practised"_s;
        QTest::newRow("the newest tries fail") << u"tel"_s + twentyRightOnTwoDays + u"ww"_s << u"fading"_s;
        QTest::newRow("and are made good") << u"tel"_s + twentyRightOnTwoDays + u"wwrrrrrr"_s << u"mastered"_s;
        QTest::newRow("cards are forgotten with time") << u"tel"_s + twentyRightOnTwoDays + u"ccy"_s << u"fading"_s;
        QTest::newRow("without cards nothing fades by itself") << u"tel"_s + twentyRightOnTwoDays + u"y"_s << u"mastered"_s;
        QTest::newRow("cards count as tries") << u"telccccccccccncccccccccc"_s << u"mastered"_s;
        QTest::newRow("assumed") << u"a"_s << u"assumed"_s;
        QTest::newRow("assumed and right") << u"arc"_s << u"assumed"_s;
        QTest::newRow("assumed and wrong") << u"aw"_s << u"learning"_s;
        QTest::newRow("assumed and forgotten") << u"af"_s << u"learning"_s;
        QTest::newRow("wrong before it was assumed") << u"wa"_s << u"assumed"_s;
    }

    void eventsLeadToTheState()
    {
        QFETCH(QString, script);
        QFETCH(QString, state);
        Records records;
        records.play(script);
        QCOMPARE(records.state(), state);
    }

    void aCardThatTheCourseHasNoMoreFadesNothing()
    {
        Records records;
        records.play(u"tel"_s + twentyRightOnTwoDays + u"cc"_s);
        const int tries = records.standing().tries.tries;
        records.course.skills.front().cards.removeFirst();
        records.play('y');
        QCOMPARE(records.state(), u"fading"_s); // by the card that is left
        records.course.skills.front().cards.clear();
        QCOMPARE(records.state(), u"mastered"_s);
        QCOMPARE(records.standing().tries.tries, tries); // what was answered stays answered
    }

    void aTryFromAClockThatWasAheadIsTheOldest()
    {
        Records records;
        records.now += 365 * day;
        records.play(u"telw"_s);
        records.now = start;
        records.play(twentyRightOnTwoDays);
        QCOMPARE(records.state(), u"mastered"_s); // and not failing for a year
        QVERIFY(records.standing().tries.average > learning::passingAverage);
    }

    void whatWasAssumedByAClockThatWasAheadIsOpenedByAFailure()
    {
        Records records;
        records.now += 365 * day;
        records.play('a');
        records.now = start;
        records.play('c');
        QCOMPARE(records.state(), u"assumed"_s);
        records.play('f');
        QCOMPARE(records.state(), u"learning"_s);
    }

    void placementItselfOpensNothing()
    {
        Records records;
        records.progress.setRecord(RecordKey::ofAttempt(u"base"_s, u"question"_s, u"id"_s),
            domain::Attempt { domain::Attempt::Source::Placement, false, true, 0, 900, {}, records.now, 0 });
        records.play('a');
        QCOMPARE(records.state(), u"assumed"_s);
    }

    void aProfessionalSkillNeedsASignOff()
    {
        Records records;
        records.course.skills.front().kind = domain::SkillKind::Professional;
        records.play(u"tel"_s + twentyRightOnTwoDays);
        QCOMPARE(records.state(), u"practised"_s);
        QVERIFY(records.standing().needsSignOff);
        records.play(u"s"_s);
        QCOMPARE(records.state(), u"mastered"_s);
    }

    void aMentorsApprovalIsASignOff()
    {
        Records records;
        records.course.skills.front().kind = domain::SkillKind::Professional;
        records.play(u"tel"_s + twentyRightOnTwoDays);
        domain::SignOff signOff;
        signOff.created = signOff.at = records.now;
        signOff.role = domain::ReviewerRole::Peer;
        records.progress.setRecord(RecordKey::ofSignOff(u"base"_s, u"review"_s), signOff);
        QCOMPARE(records.state(), u"practised"_s); // a fellow learner's word is not enough
        signOff.role = domain::ReviewerRole::Mentor;
        records.progress.setRecord(RecordKey::ofSignOff(u"base"_s, u"review"_s), signOff);
        QCOMPARE(records.state(), u"mastered"_s);
        signOff.seen = { QString(64, u'1') }; // evidence that is gone
        records.progress.setRecord(RecordKey::ofSignOff(u"base"_s, u"review"_s), signOff);
        QVERIFY(records.standing().needsSignOff);
    }

    void whatIsMissingIsSaid()
    {
        Records records;
        records.play(u"rrrrrw"_s);
        const learning::MasteryStanding standing = records.standing();
        QCOMPARE(standing.tries.triesMissing, 2);
        QCOMPARE(standing.tries.daysMissing, 1);
        QCOMPARE(standing.tries.right, 5);
        QCOMPARE(standing.itemsMissing, 2);
        QVERIFY(!standing.hasPractice && !standing.needsSignOff && !standing.recall);
    }

    void placementIsNoTry()
    {
        Records records;
        records.progress.setRecord(RecordKey::ofAttempt(u"base"_s, u"q"_s, u"1"_s),
            domain::Attempt { domain::Attempt::Source::Placement, true, true, 0, 0, {}, start, 0 });
        QCOMPARE(records.standing().tries.tries, 0);
    }

    void theFirstAnswerOfEachDayIsATry()
    {
        Records records;
        const auto answer = [&records](qint64 at, bool right) {
            records.progress.setRecord(RecordKey::ofAttempt(u"base"_s, u"q"_s, QString::number(at)),
                domain::Attempt { domain::Attempt::Source::Quiz, right, at == start, 0, 0, {}, at, 0 });
            records.now = at;
        };
        answer(start, false);
        answer(start + 60'000, true); // with the explanation before the eyes
        QCOMPARE(records.standing().tries.tries, 1);
        QCOMPARE(records.standing().tries.right, 0);
        answer(start + day, true);
        answer(start + day + 60'000, false);
        QCOMPARE(records.standing().tries.tries, 2);
        QCOMPARE(records.standing().tries.right, 1);
        QCOMPARE(records.standing().tries.days, 2);
    }

    void whoMissedEveryQuestionAtFirstCanStillProveIt()
    {
        Records records;
        records.play(u"tel"_s);
        for (int round = 0; round < 12; ++round, records.now += day) {
            const QString id = QString::number(round);
            records.progress.setRecord(RecordKey::ofAttempt(u"base"_s, u"q"_s, id),
                domain::Attempt { domain::Attempt::Source::Quiz, round > 0, round == 0, 0, 0, {}, records.now, 0 });
        }
        QCOMPARE(records.state(), u"mastered"_s);
    }

    void placementBeginsNothing()
    {
        Records records;
        records.progress.setRecord(RecordKey::ofAttempt(u"base"_s, u"q"_s, u"1"_s),
            domain::Attempt { domain::Attempt::Source::Placement, false, true, 0, 0, {}, start, 0 });
        QCOMPARE(records.state(), u"ready"_s);
        records.play(u"a"_s);
        records.progress.setRecord(RecordKey::ofAttempt(u"base"_s, u"q"_s, u"2"_s),
            domain::Attempt { domain::Attempt::Source::Placement, false, false, 0, 0, {}, records.now, 0 });
        QCOMPARE(records.state(), u"assumed"_s);
    }

    void theFirstRecallOfACardOnTheSameDayIsNoTry()
    {
        Records records;
        records.progress.setRecord(
            RecordKey::ofRecall(u"base"_s, u"c"_s, u"1"_s), domain::Recall { Grade::Good, {}, 0, {}, {}, 0, start, 0 });
        QCOMPARE(records.standing().tries.tries, 0);
    }

    void cardsLaidAsideDoNotFade()
    {
        Records records;
        records.play(u"cy"_s);
        QVERIFY(*records.standing().recall < learning::fadingRecall);
        domain::CardState state = records.progress.skill(u"base"_s).cards.first();
        state.suspended = true;
        records.progress.setRecord(RecordKey::ofCard(u"base"_s, u"card-1"_s), state);
        QVERIFY(!records.standing().recall);
    }
};

QTEST_APPLESS_MAIN(tst_Mastery)
#include "tst_Mastery.moc"
