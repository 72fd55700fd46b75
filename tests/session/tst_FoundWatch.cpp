// SPDX-License-Identifier: GPL-3.0-or-later
// A watch that an earlier run of the program left: what went on unseen is asked for.
#include <WatchDesk.h>

using namespace waymark;
using namespace waymark::support;
using Desk = support::WatchDesk;
using Phase = session::StudyWatch::Phase;

class tst_FoundWatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
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
};

QTEST_GUILESS_MAIN(tst_FoundWatch)
#include "tst_FoundWatch.moc"
