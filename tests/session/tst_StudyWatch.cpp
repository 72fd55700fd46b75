// SPDX-License-Identifier: GPL-3.0-or-later
#include <WatchDesk.h>

#include <learning/LearningDays.h>

#include <tuple>

using namespace waymark;
using namespace waymark::support;
using Desk = support::WatchDesk;
using Phase = session::StudyWatch::Phase;

namespace {

/// The next edition, which calls the skill of the watch otherwise.
domain::CourseContent renamingCourse()
{
    domain::CourseContent next { graphCourse(), {}, {}, u"next"_s };
    next.course.version = u"next"_s;
    std::ranges::find(next.course.skills, base, &domain::Skill::id)->id = u"ground"_s;
    next.course.moved.insert(base, u"ground"_s);
    return next;
}

/// What a screen shows of the watch and asks about it, but for its skill.
auto shownOf(const Desk& desk)
{
    const session::StudyWatch& watch = *desk.watch;
    return std::tuple(watch.phase(), watch.elapsed(), watch.turn(), watch.idle(), watch.unseenSince(), watch.lastActivity());
}

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

    void eachDayHasTheTimeThatWasStudiedOnIt()
    {
        Desk desk;
        desk.now += 11 * hour; // Sunday, eleven at night
        desk.watch->start(base);
        desk.study(20 * minute);
        desk.beAway(hour);
        QVERIFY(desk.watch->phase() == Phase::Idle);
        const auto evening = desk.timer();
        desk.now += 9 * hour;
        QSignalSpy anew(desk.watch.get(), &session::StudyWatch::begunAnew);
        QVERIFY(desk.watch->resume());
        QCOMPARE(anew.size(), 1);
        QCOMPARE(anew.first().first().toInt(), 20);
        QVERIFY(desk.watch->phase() == Phase::Running);
        desk.study(2 * hour);
        QVERIFY(desk.watch->stop());
        const QDate sunday(2026, 11, 22);
        QMap<QDate, int> days;
        for (const domain::TimeEntry& entry : desk.workspace->progress().time()) {
            days[learning::learningDay(entry, desk.workspace->zone())] += entry.minutes;
        }
        QCOMPARE(days, (QMap<QDate, int> { { sunday, 20 }, { sunday.addDays(1), 120 } }));
        QVERIFY(desk.workspace->undo()); // of the stop
        QVERIFY(desk.workspace->undo()); // of the new beginning
        QVERIFY(desk.timer() == evening);
        QVERIFY(desk.workspace->progress().time().isEmpty());
        QVERIFY(desk.workspace->redo());
        QCOMPARE(desk.workspace->progress().minutesOn(base), 20);
    }

    void afterMidnightTheEveningGoesOn()
    {
        Desk desk;
        desk.now += 11 * hour;
        desk.watch->start(base);
        desk.study(20 * minute);
        desk.watch->pause();
        desk.now += 2 * hour;
        QVERIFY(desk.watch->resume());
        desk.study(10 * minute);
        QVERIFY(desk.watch->stop());
        QCOMPARE(desk.workspace->progress().time().size(), 1);
        QCOMPARE(desk.workspace->progress().minutesOn(base), 30);
    }

    void whatIsTooLongIsAskedForBeforeItGoesOn()
    {
        Desk desk;
        desk.watch->start(base);
        desk.now += 25 * hour;
        desk.watch->keep();
        QVERIFY(desk.workspace->apply(domain::pauseTimer(desk.context(), desk.now)));
        QSignalSpy asked(desk.watch.get(), &session::StudyWatch::answerNeeded);
        QCOMPARE(desk.watch->resume().error().code, domain::ErrorCode::InvalidTime);
        QCOMPARE(asked.size(), 1);
        QVERIFY(desk.watch->phase() == Phase::Paused);
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

    /// A course that calls its skill otherwise takes no watch off.
    void itGoesOnWhileACourseComesAndGoes()
    {
        Desk desk;
        desk.watch->start(base);
        desk.study(10 * minute);
        QVERIFY(desk.workspace->installCourse(renamingCourse()).value() == domain::FormerCourse::Kept);
        desk.study(20 * minute);
        for (const QString& skill : { base, u"ground"_s }) {
            QVERIFY(skill == base ? desk.workspace->undo().has_value() : desk.workspace->redo().has_value());
            QCOMPARE(desk.watch->skill(), skill);
            QVERIFY(desk.watch->phase() == Phase::Running);
            QCOMPARE(desk.watch->elapsed(), 30 * minute);
        }
        QVERIFY(desk.watch->pause() && desk.workspace->undo());
        QVERIFY(desk.watch->phase() == Phase::Paused);
        QCOMPARE(desk.watch->elapsed(), 30 * minute);
    }

    /// Nor does it answer what was asked, end a break or take it for over.
    void whatItWaitsForStaysWhileACourseComesAndGoes_data()
    {
        QTest::addColumn<Phase>("phase");
        QTest::newRow("somebody to say what was study") << Phase::Found;
        QTest::newRow("the end of a break") << Phase::Break;
        QTest::newRow("somebody to go on after a break") << Phase::BreakOver;
        QTest::newRow("somebody to come back") << Phase::Idle;
    }
    void whatItWaitsForStaysWhileACourseComesAndGoes()
    {
        QFETCH(const Phase, phase);
        const bool isBreak = phase == Phase::Break || phase == Phase::BreakOver;
        Desk desk;
        QVERIFY(desk.watch->start(base, isBreak ? domain::Focus { 25, 5 } : domain::Focus {}));
        desk.study(isBreak ? 25 * minute : minute);
        if (phase == Phase::Found) {
            desk.now += 3 * hour;
            desk.reopen();
        } else {
            desk.beAway(phase == Phase::Break ? minute : 10 * minute);
        }
        QVERIFY(desk.watch->phase() == phase);
        const auto shown = shownOf(desk);
        QSignalSpy changed(desk.watch.get(), &session::StudyWatch::changed);
        QSignalSpy over(desk.watch.get(), &session::StudyWatch::breakOver);
        QVERIFY(desk.workspace->installCourse(renamingCourse()).has_value());
        for (const QString& skill : { u"ground"_s, base, u"ground"_s }) {
            QCOMPARE(desk.watch->skill(), skill);
            QVERIFY(changed.size() > 0);
            changed.clear();
            desk.watch->tick();
            QVERIFY(shownOf(desk) == shown && over.isEmpty());
            QVERIFY(skill == base ? desk.workspace->redo().has_value() : desk.workspace->undo().has_value());
        }
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
