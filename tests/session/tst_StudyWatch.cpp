// SPDX-License-Identifier: GPL-3.0-or-later
#include <GraphCourse.h>
#include <MemoryWorkspace.h>

#include <session/StudyWatch.h>

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark;
using Phase = session::StudyWatch::Phase;

namespace {

constexpr qint64 second = 1000;
constexpr qint64 minute = 60 * second;
constexpr qint64 hour = 60 * minute;
const QString base = u"base"_s;

domain::CourseContent content()
{
    domain::CourseContent content;
    content.course = support::graphCourse();
    return content;
}

/// A learner at a watch; the clock goes by the second, and the learner is there or is not.
struct Desk
{
    qint64 now = 1'795'250'400'000; ///< 2026-11-21 at 8:40
    support::MemoryWorkspace workspace { content(), { [this] { return now; }, QTimeZone::utc() } };
    std::unique_ptr<session::StudyWatch> watch { std::make_unique<session::StudyWatch>(*workspace) };

    /// As after a start of the program.
    void reopen() { watch = std::make_unique<session::StudyWatch>(*workspace); }
    void pass(qint64 milliseconds, bool isThere)
    {
        for (const qint64 end = now + milliseconds; now < end;) {
            now += second;
            if (isThere) {
                watch->noticeActivity();
            }
            watch->tick();
        }
    }
    void study(qint64 milliseconds) { pass(milliseconds, true); }
    void beAway(qint64 milliseconds) { pass(milliseconds, false); }
    [[nodiscard]] const std::optional<domain::RunningTimer>& timer() const { return workspace->progress().timer(); }
    [[nodiscard]] std::size_t edits() const { return workspace->journal(1000)->size(); }
};

} // namespace

class tst_StudyWatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itCountsPausesAndKeepsTheTime()
    {
        Desk desk;
        QVERIFY(desk.watch->phase() == Phase::Off);
        QVERIFY(desk.watch->canStart(base) && !desk.watch->canStart(u"moon"_s));
        QVERIFY(desk.watch->start(base));
        QVERIFY(desk.watch->phase() == Phase::Running && !desk.watch->canStart(base) && desk.watch->canStart(u"side"_s));
        desk.study(20 * minute);
        QVERIFY(desk.watch->pause());
        QVERIFY(desk.watch->phase() == Phase::Paused);
        desk.study(hour);
        QCOMPARE(desk.watch->elapsed(), 20 * minute);
        QVERIFY(desk.watch->resume());
        desk.study(5 * minute);
        QVERIFY(desk.watch->stop());
        QVERIFY(desk.watch->phase() == Phase::Off);
        QCOMPARE(desk.workspace->progress().minutesOn(base), 25);
    }

    void withoutAnyActivityItPausesAsOfTheLastOne()
    {
        Desk desk;
        desk.watch->start(base);
        desk.study(10 * minute);
        QSignalSpy idled(desk.watch.get(), &session::StudyWatch::idled);
        desk.beAway(5 * minute - second);
        QVERIFY(desk.watch->phase() == Phase::Running && idled.isEmpty());
        desk.beAway(second);
        QVERIFY(desk.watch->phase() == Phase::Idle);
        QCOMPARE(idled.size(), 1);
        QCOMPARE(idled.first().first().toInt(), 5);
        QCOMPARE(desk.watch->elapsed(), 10 * minute);
        desk.beAway(hour);
        QCOMPARE(desk.watch->elapsed(), 10 * minute);
        QCOMPARE(desk.watch->idle(), hour + 5 * minute);
        QCOMPARE(idled.size(), 1);
    }

    void theIdleTimeCountsAfterAllOrDoesNot_data()
    {
        QTest::addColumn<bool>("counts");
        QTest::addColumn<int>("minutes");
        QTest::newRow("it was reading") << true << 10 + 30 + 1;
        QTest::newRow("it was the door") << false << 10 + 1;
    }
    void theIdleTimeCountsAfterAllOrDoesNot()
    {
        QFETCH(bool, counts);
        QFETCH(int, minutes);
        Desk desk;
        desk.watch->start(base);
        desk.study(10 * minute);
        desk.beAway(30 * minute);
        QVERIFY(counts ? desk.watch->countIdle() : desk.watch->resume());
        QVERIFY(desk.watch->phase() == Phase::Running);
        QCOMPARE(desk.watch->idle(), 0);
        desk.study(minute);
        QCOMPARE(desk.watch->elapsed(), minutes * minute);
    }

    void aSleepOfTheMachineIsSeenAlthoughAKeyComesFirst()
    {
        Desk desk;
        desk.watch->start(base);
        desk.study(10 * minute);
        desk.now += 3 * hour;
        desk.watch->noticeActivity();
        desk.watch->tick();
        QVERIFY(desk.watch->phase() == Phase::Idle);
        QCOMPARE(desk.watch->elapsed(), 10 * minute);
    }

    void breaksComeAfterEachStretchOfWork()
    {
        Desk desk;
        QSignalSpy due(desk.watch.get(), &session::StudyWatch::breakDue);
        QSignalSpy over(desk.watch.get(), &session::StudyWatch::breakOver);
        desk.watch->start(base, { 25, 5 });
        const qint64 start = desk.now;
        QCOMPARE(desk.watch->turn(), std::optional(start + 25 * minute));
        desk.study(25 * minute - second);
        QVERIFY(due.isEmpty());
        desk.study(second);
        QCOMPARE(due.size(), 1);
        QCOMPARE(due.first().first().toInt(), 5);
        QVERIFY(desk.watch->phase() == Phase::Break);
        QCOMPARE(desk.watch->elapsed(), 25 * minute);
        QCOMPARE(desk.watch->turn(), std::optional(start + 30 * minute));
        desk.beAway(5 * minute);
        QVERIFY(desk.watch->phase() == Phase::BreakOver);
        QCOMPARE(over.size(), 1);
        desk.beAway(minute);
        QCOMPARE(over.size(), 1);
        desk.watch->resume();
        desk.study(24 * minute);
        QCOMPARE(due.size(), 1);
        desk.study(minute);
        QCOMPARE(due.size(), 2);
        QCOMPARE(desk.watch->elapsed(), 50 * minute);
    }

    void aPauseByHandDoesNotPutTheBreakOff()
    {
        Desk desk;
        QSignalSpy due(desk.watch.get(), &session::StudyWatch::breakDue);
        desk.watch->start(base, { 25, 5 });
        desk.study(20 * minute);
        desk.watch->pause();
        desk.beAway(20 * minute);
        QVERIFY(desk.watch->phase() == Phase::Paused);
        desk.watch->resume();
        desk.study(5 * minute);
        QCOMPARE(due.size(), 1);
    }

    void whatWasCountedAfterAllIsNotCutByABreakThatWasDueInIt()
    {
        Desk desk;
        desk.watch->start(base, { 25, 5 });
        desk.study(20 * minute);
        desk.beAway(20 * minute);
        QVERIFY(desk.watch->countIdle());
        desk.study(minute);
        QVERIFY(desk.watch->phase() == Phase::Running);
        QCOMPARE(desk.watch->elapsed(), 41 * minute);
        desk.study(9 * minute);
        QVERIFY(desk.watch->phase() == Phase::Break);
        QCOMPARE(desk.watch->elapsed(), 50 * minute);
    }

    void aBreakSurvivesARestart()
    {
        Desk desk;
        desk.watch->start(base, { 25, 5 });
        desk.study(25 * minute);
        desk.workspace->apply(domain::writeNote(desk.workspace->context(), base, u"in the break"_s));
        const std::optional<qint64> end = desk.watch->turn();
        desk.now += 2 * minute;
        desk.reopen();
        QVERIFY(desk.watch->phase() == Phase::Break);
        QCOMPARE(desk.watch->turn(), end);
        QSignalSpy over(desk.watch.get(), &session::StudyWatch::breakOver);
        desk.beAway(3 * minute);
        QCOMPARE(over.size(), 1);
    }

    void aWatchThatWentOnUnseenIsFound()
    {
        Desk desk;
        desk.watch->start(base);
        desk.study(10 * minute);
        desk.now += 3 * hour;
        desk.reopen();
        QVERIFY(desk.watch->phase() == Phase::Found);
        QCOMPARE(desk.watch->unseenSince(), desk.now - 3 * hour - 10 * minute);
        desk.study(10 * minute);
        QVERIFY(desk.watch->phase() == Phase::Found); // it waits for the answer
        desk.watch->keep();
        QVERIFY(desk.watch->phase() == Phase::Running);
        QCOMPARE(desk.watch->elapsed(), 3 * hour + 20 * minute);
    }

    void whatWasSeenBeforeTheProgramClosedIsNotAskedFor_data()
    {
        QTest::addColumn<qint64>("closed");
        QTest::addColumn<bool>("asks");
        QTest::newRow("for a moment") << 30 * second << false;
        QTest::newRow("for four minutes") << 4 * minute << false;
        QTest::newRow("for the night") << 9 * hour << true;
    }
    void whatWasSeenBeforeTheProgramClosedIsNotAskedFor()
    {
        QFETCH(qint64, closed);
        QFETCH(bool, asks);
        Desk desk;
        desk.watch->start(base);
        desk.study(2 * hour);
        const qint64 seen = desk.watch->lastActivity();
        QCOMPARE(seen, desk.now);
        desk.now += closed;
        desk.reopen();
        desk.watch->recallActivity(seen);
        QCOMPARE(desk.watch->phase() == Phase::Found, asks);
        QVERIFY(!asks || desk.watch->unseenSince() == seen);
        QCOMPARE(desk.watch->lastActivity(), asks ? seen : desk.now);
        QVERIFY(!asks || (desk.watch->countUntil(seen) && desk.watch->elapsed() == 2 * hour));
    }

    void aQuestionThatWasNotAnsweredIsAskedAgain()
    {
        Desk desk;
        desk.watch->start(base);
        const qint64 seen = desk.now;
        desk.now += 9 * hour;
        desk.reopen();
        desk.workspace->apply(domain::writeNote(desk.workspace->context(), base, u"in the morning"_s));
        const qint64 remembered = desk.watch->lastActivity();
        desk.now += minute;
        desk.reopen();
        desk.watch->recallActivity(remembered);
        QVERIFY(desk.watch->phase() == Phase::Found);
        QCOMPARE(desk.watch->unseenSince(), seen);
    }

    void aTimeThatCannotHaveBeenSeenIsNotRecalled()
    {
        Desk desk;
        desk.watch->start(base);
        desk.now += 3 * hour;
        desk.reopen();
        desk.watch->recallActivity(desk.now + hour); // the clock was ahead then
        desk.watch->recallActivity(desk.now - 4 * hour); // of another watch
        QVERIFY(desk.watch->phase() == Phase::Found);
        QCOMPARE(desk.watch->unseenSince(), desk.now - 3 * hour);
    }

    void ofAFoundWatchTheRestIsNotCounted()
    {
        Desk desk;
        desk.watch->start(base);
        const qint64 start = desk.now;
        desk.now += 3 * hour;
        desk.reopen();
        QVERIFY(desk.watch->countUntil(start + 40 * minute));
        QVERIFY(desk.watch->phase() == Phase::Paused);
        QCOMPARE(desk.watch->elapsed(), 40 * minute);
    }

    void aFoundWatchIsDropped()
    {
        Desk desk;
        desk.watch->start(base);
        desk.now += 3 * hour;
        desk.reopen();
        QVERIFY(desk.watch->drop());
        QVERIFY(desk.watch->phase() == Phase::Off);
        QCOMPARE(desk.workspace->progress().minutesOn(base), 0);
    }

    void whatNobodyHasSeenIsAskedForBeforeAnythingElse_data()
    {
        QTest::addColumn<int>("hours");
        QTest::newRow("a night") << 9;
        QTest::newRow("more than a day") << 40;
    }
    void whatNobodyHasSeenIsAskedForBeforeAnythingElse()
    {
        QFETCH(int, hours);
        Desk desk;
        desk.watch->start(base);
        const domain::RunningTimer before = *desk.timer();
        desk.now += hours * hour;
        desk.reopen();
        QSignalSpy asked(desk.watch.get(), &session::StudyWatch::answerNeeded);
        QVERIFY(!desk.watch->start(u"side"_s));
        QVERIFY(!desk.watch->start(base));
        QVERIFY(!desk.watch->pause());
        QVERIFY(!desk.watch->stop());
        QCOMPARE(asked.size(), 4);
        QVERIFY(*desk.timer() == before && desk.workspace->progress().time().isEmpty());
        QVERIFY(desk.watch->stop(45)); // which is the answer
        QCOMPARE(desk.workspace->progress().minutesOn(base), 45);
    }

    void aQuickRestartAsksNothing()
    {
        Desk desk;
        desk.watch->start(base);
        desk.study(30 * minute);
        desk.workspace->apply(domain::writeNote(desk.workspace->context(), base, u"a note"_s));
        desk.now += minute;
        desk.reopen();
        QVERIFY(desk.watch->phase() == Phase::Running);
    }

    void aClockThatIsSetBackTakesNothingAndCountsNothingTwice()
    {
        Desk desk;
        desk.watch->start(base);
        desk.study(10 * minute);
        desk.now -= 2 * hour;
        QCOMPARE(desk.watch->elapsed(), 0); // of the stretch that began ahead of the clock nothing is known
        desk.watch->tick();
        desk.beAway(4 * minute);
        QVERIFY(desk.watch->phase() == Phase::Running);
        desk.beAway(minute);
        QVERIFY(desk.watch->phase() == Phase::Idle);
        QVERIFY(desk.watch->elapsed() >= 0);
        QVERIFY(!desk.watch->countIdle()); // the watch would have run before it was started
        QVERIFY(desk.watch->resume());
        desk.study(3 * minute);
        QCOMPARE(desk.watch->elapsed(), 3 * minute);
    }

    void aClockThatIsSetFarAheadAddsNoSilentDay()
    {
        Desk desk;
        desk.watch->start(base);
        desk.study(10 * minute);
        desk.now += 30 * 24 * hour;
        desk.watch->noticeActivity();
        desk.watch->tick();
        QCOMPARE(desk.watch->elapsed(), 10 * minute);
        QVERIFY(desk.watch->countIdle());
        QVERIFY(desk.watch->isTooLong());
        QCOMPARE(desk.watch->stop().error().code, domain::ErrorCode::InvalidTime);
        QVERIFY(desk.watch->stop(90));
        QCOMPARE(desk.workspace->progress().minutesOn(base), 90);
    }

    void aPauseThatCannotBeKeptIsNotTriedEverySecond()
    {
        Desk desk;
        desk.watch->start(base);
        desk.study(minute);
        QSignalSpy failed(desk.workspace.workspace.get(), &session::Workspace::failed);
        desk.workspace.store->failWith(domain::Error { domain::ErrorCode::DiskFull, u"library"_s, {} });
        desk.beAway(5 * minute + 10 * second);
        QCOMPARE(failed.size(), 1);
        desk.workspace.store->failWith({});
        desk.beAway(minute);
        QVERIFY(desk.watch->phase() == Phase::Idle);
        QCOMPARE(desk.watch->elapsed(), minute);
    }

    void aLibraryOpenForReadingIsLeftAlone()
    {
        Desk desk;
        desk.watch->start(base);
        desk.workspace.store->setReadOnly(true);
        const std::size_t before = desk.edits();
        desk.now += 3 * hour;
        desk.reopen();
        QVERIFY(desk.watch->phase() == Phase::Running);
        desk.beAway(hour);
        QCOMPARE(desk.edits(), before);
        QVERIFY(!desk.watch->canStart(u"side"_s));
    }

    void itsPausesDoNotStandBetweenTheLearnerAndUndo()
    {
        Desk desk;
        desk.watch->start(base);
        desk.workspace->apply(domain::checkItem(desk.workspace->context(), base, u"first"_s));
        desk.study(minute);
        desk.beAway(20 * minute);
        desk.watch->resume();
        QVERIFY(desk.workspace->nextUndo()->kind == domain::EditKind::CheckItem);
        QVERIFY(desk.workspace->undo());
        QVERIFY(desk.workspace->progress().skill(base).items.isEmpty());
        QVERIFY(desk.watch->phase() == Phase::Running);
        QCOMPARE(desk.watch->elapsed(), minute);
        desk.beAway(10 * minute); // nor between them and redo
        QVERIFY(desk.workspace->redo());
        QVERIFY(desk.workspace->progress().skill(base).isItemDone(u"first"_s));
        QVERIFY(desk.workspace->undo() && desk.workspace->undo());
        QVERIFY(desk.watch->phase() == Phase::Off);
        QVERIFY(!desk.workspace->nextUndo());
    }

    void stoppingCanBeTakenBack()
    {
        Desk desk;
        desk.watch->start(base);
        desk.study(10 * minute);
        desk.watch->stop();
        QVERIFY(desk.workspace->undo());
        QVERIFY(desk.watch->phase() == Phase::Running);
        QCOMPARE(desk.workspace->progress().minutesOn(base), 0);
        desk.study(minute);
        QCOMPARE(desk.watch->elapsed(), 11 * minute);
    }

    void whatUndoPutsBackHasNotRunMeanwhile_data()
    {
        QTest::addColumn<QString>("taken");
        QTest::newRow("stopped") << u"stop"_s;
        QTest::newRow("dropped") << u"drop"_s;
        QTest::newRow("put on another skill") << u"start"_s;
    }
    void whatUndoPutsBackHasNotRunMeanwhile()
    {
        QFETCH(QString, taken);
        Desk desk;
        desk.watch->start(base);
        desk.study(10 * minute);
        QVERIFY(taken == u"stop" ? desk.watch->stop() : taken == u"drop" ? desk.watch->drop() : desk.watch->start(u"side"_s));
        const int kept = desk.workspace->progress().minutesOn(base);
        desk.now += 3 * hour;
        QVERIFY(desk.workspace->undo());
        QVERIFY(desk.watch->phase() == Phase::Paused);
        QCOMPARE(desk.watch->skill(), base);
        QCOMPARE(desk.watch->elapsed(), 10 * minute);
        desk.now += hour;
        QVERIFY(desk.workspace->redo());
        QCOMPARE(desk.workspace->progress().minutesOn(base), kept);
        QVERIFY(desk.watch->elapsed() == 0 && (taken != u"start" || desk.watch->phase() == Phase::Paused));
    }

    void whatRedoStartsHasNotRunMeanwhile()
    {
        Desk desk;
        desk.watch->start(base);
        QVERIFY(desk.workspace->undo());
        desk.now += 3 * hour;
        QVERIFY(desk.workspace->redo());
        QVERIFY(desk.watch->phase() == Phase::Paused);
        QCOMPARE(desk.watch->elapsed(), 0);
    }

    void anotherSkillEndsTheWatchOfTheFirst()
    {
        Desk desk;
        desk.watch->start(base);
        desk.study(10 * minute);
        QVERIFY(desk.watch->start(u"side"_s));
        QCOMPARE(desk.watch->skill(), u"side"_s);
        QCOMPARE(desk.watch->elapsed(), 0);
        QCOMPARE(desk.workspace->progress().minutesOn(base), 10);
    }
};

QTEST_GUILESS_MAIN(tst_StudyWatch)
#include "tst_StudyWatch.moc"
