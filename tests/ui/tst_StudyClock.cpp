// SPDX-License-Identifier: GPL-3.0-or-later
// The watch at the foot of the window, its actions, and what it says by itself.
#include <ClockWindow.h>

#include <QPushButton>

#include <functional>

using namespace Qt::StringLiterals;
using namespace waymark;

class tst_StudyClock : public QObject, private support::ClockWindow
{
    Q_OBJECT

private Q_SLOTS:
    void init() { startAnew(); }
    void cleanup() { closeAll(); }

    void itIsThereOnlyWithAWatch()
    {
        QVERIFY(!clock().isVisible());
        QVERIFY(action("skill.watch.start").isEnabled());
        QVERIFY(!action("skill.watch.pause").isEnabled() && !action("skill.watch.stop").isEnabled());
        start();
        QVERIFY(clock().isVisible());
        QCOMPARE(support::childOf<QPushButton>(clock(), u"clock.skill"_s)->text(), u"Base"_s);
        QVERIFY(!action("skill.watch.start").isEnabled());
        QVERIFY(workspace().undo());
        QVERIFY(!clock().isVisible());
    }

    void onAnotherDayItBeginsAnewAndSaysWhatIsKept()
    {
        start();
        m_now += 12 * minute;
        click(u"clock.pause"_s);
        m_now += 24 * 60 * minute;
        click(u"clock.pause"_s);
        QVERIFY2(notice().contains(u"12 min of an earlier day are kept on \"Base\""_s), qPrintable(notice()));
        QVERIFY(timer()->isRunning());
        QCOMPARE(timer()->elapsed(m_now), 0);
        QCOMPARE(workspace().progress().minutesOn(base), 12);
        action("edit.undo").trigger();
        QVERIFY(!timer()->isRunning());
        QCOMPARE(timer()->elapsed(m_now), 12 * minute);
        QVERIFY(workspace().progress().time().isEmpty());
    }

    void keysStartPauseAndStop()
    {
        QTest::keyClick(m_window.get(), Qt::Key_W, Qt::AltModifier);
        QVERIFY(timer() && timer()->skill == base);
        m_now += 12 * minute;
        touch(); // too late to be told as activity, but a pause by hand is as of now
        QTest::keyClick(m_window.get(), Qt::Key_P, Qt::AltModifier);
        QVERIFY(!timer()->isRunning());
        QCOMPARE(action("skill.watch.pause").iconText(), u"Go on"_s);
        QTest::keyClick(m_window.get(), Qt::Key_P, Qt::AltModifier);
        QVERIFY(timer()->isRunning());
        QTest::keyClick(m_window.get(), Qt::Key_W, Qt::AltModifier | Qt::ShiftModifier);
        QVERIFY(!timer());
        QCOMPARE(workspace().progress().minutesOn(base), 12);
        QVERIFY(notice().contains(u"Base"_s));
        support::clickOn(*m_window, u"noticeAction"_s); // undo
        QVERIFY(timer().has_value());
    }

    void buttonsPauseAndStop()
    {
        start();
        beAway(3 * minute);
        QCOMPARE(text(u"clock.time"_s), u"3:00"_s);
        click(u"clock.pause"_s);
        QVERIFY(!timer()->isRunning());
        QCOMPARE(text(u"clock.phase"_s), u"Paused"_s);
        click(u"clock.stop"_s);
        QCOMPARE(workspace().progress().minutesOn(base), 3);
        QVERIFY(!clock().isVisible());
        QVERIFY2(notice().startsWith(u"3 min of study"_s), qPrintable(notice()));
    }

    void aWatchOfSecondsSaysThatItKeepsNothing()
    {
        start();
        beAway(minute / 3);
        click(u"clock.stop"_s);
        QVERIFY(workspace().progress().time().isEmpty());
        QVERIFY2(notice().contains(u"less than half a minute"_s), qPrintable(notice()));
        support::clickOn(*m_window, u"noticeAction"_s);
        QVERIFY(timer().has_value());
    }

    void howeverItIsTakenOffWhatBecameOfTheTimeIsSaid_data()
    {
        QTest::addColumn<std::function<void()>>("act");
        QTest::addColumn<qint64>("ran");
        QTest::addColumn<QString>("said");
        const auto press = [this](const QString& name) { return [this, name] { support::clickShown(*m_window, name); }; };
        const auto startOnAnother = [this] {
            m_window->go({ ui::PageId::Skill, u"side"_s, {} });
            support::childOf<QPushButton>(*m_window, u"watch.start"_s)->click();
        };
        const QString none = u"less than half a minute"_s;
        QTest::addRow("beside the lesson") << std::function<void()>(press(u"watch.stop"_s)) << 3 * minute
                                           << u"3 min of study kept on \"Base\""_s;
        QTest::addRow("seconds, beside the lesson") << std::function<void()>(press(u"watch.stop"_s)) << minute / 3 << none;
        QTest::addRow("started on another") << std::function<void()>(startOnAnother) << 3 * minute << u"3 min of study kept on \"Base\""_s;
        QTest::addRow("dropped in the question")
            << std::function<void()>(press(u"watch.drop"_s)) << 180 * minute << u"The watch on \"Base\" was dropped"_s;
        QTest::addRow("dropped by its action") << std::function<void()>([this] { action("skill.watch.drop").trigger(); }) << 3 * minute
                                               << u"The watch on \"Base\" was dropped"_s;
        QTest::addRow("minutes of more than a day")
            << std::function<void()>(press(u"watch.keep-minutes"_s)) << 2 * 1440 * minute << u"1 h of study kept on \"Base\""_s;
    }

    void howeverItIsTakenOffWhatBecameOfTheTimeIsSaid()
    {
        QFETCH(std::function<void()>, act);
        QFETCH(qint64, ran);
        QFETCH(QString, said);
        start();
        const domain::RunningTimer before = *timer();
        m_now += ran;
        open();
        act();
        QVERIFY(!timer() || timer()->skill != base);
        QVERIFY2(notice().contains(said), qPrintable(notice()));
        support::clickOn(*m_window, u"noticeAction"_s); // undo
        QVERIFY(timer() && *timer() == before && workspace().progress().time().isEmpty());
    }

    void theSkillOfTheWatchIsAClickAway()
    {
        start();
        m_window->go({ ui::PageId::Today, {}, {} });
        click(u"clock.skill"_s);
        QVERIFY(m_window->windowTitle().contains(u"Base"_s));
    }

    void anIdleWatchPausesAndOffersItsTime()
    {
        start();
        beAway(4 * minute);
        touch();
        beAway(4 * minute);
        QVERIFY(timer()->isRunning());
        beAway(2 * minute);
        QVERIFY(!timer()->isRunning());
        QCOMPARE(timer()->milliseconds, 4 * minute);
        QVERIFY(notice().contains(u"6"_s));
        QVERIFY(isShown(u"clock.count-idle"_s));
        m_now += 10 * minute;
        support::clickOn(*m_window, u"noticeAction"_s);
        QVERIFY(timer()->isRunning());
        QCOMPARE(timer()->elapsed(m_now), 20 * minute);
        QVERIFY(!isShown(u"clock.count-idle"_s));
    }

    void keysAndPointerAreActivityWhereverTheyGo()
    {
        start();
        for (int i = 0; i < 3; ++i) {
            beAway(4 * minute);
            QTest::mouseMove(m_window.get(), QPoint(100 + i, 100));
            QTest::mouseClick(m_window->centralWidget(), Qt::LeftButton, {}, QPoint(5, 5));
        }
        beAway(4 * minute);
        QVERIFY(timer()->isRunning());
    }

    void breaksAreSaidAndGoneOnFrom()
    {
        start({ 25, 5 });
        QVERIFY(text(u"clock.phase"_s).contains(u"9:05"_s) || text(u"clock.phase"_s).contains(u"09:05"_s));
        for (int i = 0; i < 24; ++i) {
            beAway(minute);
            touch();
        }
        beAway(minute);
        QVERIFY(notice().contains(u"break of 5"_s));
        QVERIFY(text(u"clock.phase"_s).contains(u"Break until"_s));
        beAway(5 * minute);
        QCOMPARE(notice(), u"The break is over."_s);
        support::clickOn(*m_window, u"noticeAction"_s);
        QVERIFY(timer()->isRunning());
        QCOMPARE(timer()->milliseconds, 25 * minute);
    }

    void aWatchIsDroppedAndComesBackByUndo()
    {
        start();
        action("skill.watch.drop").trigger();
        QVERIFY(!timer() && workspace().progress().time().isEmpty());
        support::clickOn(*m_window, u"noticeAction"_s);
        QVERIFY(timer().has_value());
    }

    void undoOfTheMenuPassesOverPauses()
    {
        start();
        QVERIFY(workspace().apply(domain::checkItem(workspace().context(), base, u"first"_s)));
        action("skill.watch.pause").trigger();
        QVERIFY(action("edit.undo").text().contains(u"Tick"_s));
        action("edit.undo").trigger();
        QVERIFY(!timer()->isRunning() && workspace().progress().skill(base).items.isEmpty());
    }

    void aLibraryOpenForReadingShowsItAndLeavesItAlone()
    {
        start();
        m_library->store->setReadOnly(true);
        m_now += 180 * minute;
        open();
        QVERIFY(clock().isVisible() && !isShown(u"watch.sentence"_s));
        QVERIFY(!action("skill.watch.pause").isEnabled() && !action("skill.watch.start").isEnabled());
    }

    void itFitsANarrowWindowEitherWay()
    {
        for (const Qt::LayoutDirection direction : { Qt::LeftToRight, Qt::RightToLeft }) {
            m_window->setLayoutDirection(direction);
            m_window->resize(1000, 700);
            start({ 25, 5 });
            QCoreApplication::processEvents();
            QCOMPARE(m_window->width(), 1000);
            QVERIFY(clock().width() <= 1000);
            auto* stop = support::childOf<QWidget>(clock(), u"clock.stop"_s);
            QVERIFY(clock().rect().contains(QRect(stop->mapTo(&clock(), QPoint()), stop->size())));
        }
    }
};

QTEST_MAIN(tst_StudyClock)
#include "tst_StudyClock.moc"
