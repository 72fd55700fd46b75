// SPDX-License-Identifier: GPL-3.0-or-later
#include <HeldWorkers.h>
#include <ScheduleScreen.h>

#include <ui/plan/WhatIfCard.h>

#include <QAbstractItemView>
#include <QAccessible>
#include <QCheckBox>
#include <QComboBox>
#include <QPushButton>

using namespace Qt::StringLiterals;
using namespace waymark;
using support::childOf;
using support::clickShown;
using support::evenDate;
using support::HeldWorkers;
using support::PlanScreen;
using Screen = support::ScheduleScreen;

namespace {

/// What the button under the fault of a trial says.
QString mending(const Screen& screen)
{
    return childOf<QPushButton>(*screen.pane, u"plan.trial.mend"_s)->text();
}

/// A goal with a deadline and "What if" open, while no worker is free to say anything.
struct HeldScreen : Screen
{
    HeldWorkers held;

    HeldScreen()
        : Screen(7.0, u"whole"_s, QDate(2026, 12, 10))
    {
        pane = std::make_unique<ui::SchedulePane>(*workspace);
        pane->resize(900, 900);
        pane->show();
        clickShown(*pane, u"plan.whatIf"_s);
    }
    void release()
    {
        held.release();
        settle();
    }
};

} // namespace

class tst_WhatIfCard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsTriedStandsBesideWhatIs()
    {
        Screen screen;
        screen.open();
        const domain::Progress before = screen.workspace->progress();
        clickShown(*screen.pane, u"plan.whatIf"_s);
        QCOMPARE(screen.text(u"plan.trial.p50.then"_s), screen.text(u"plan.trial.p50.now"_s));
        QVERIFY(!childOf<QPushButton>(*screen.pane, u"plan.trial.take"_s)->isEnabled());
        QTest::keyClick(&screen.slider(u"hours"_s), Qt::Key_PageUp);
        QCOMPARE(screen.text(u"plan.trial.hoursText"_s), u"9 h"_s);
        PlanScreen::settle();
        QCOMPARE(screen.text(u"plan.trial.p50.now"_s), evenDate(*screen.workspace));
        QCOMPARE(screen.text(u"plan.trial.p50.then"_s), evenDate(*screen.workspace, { 9, {}, {} }));
        QVERIFY(screen.text(u"plan.trial.p50.then"_s) != screen.text(u"plan.trial.p50.now"_s));
        QVERIFY(screen.workspace->progress() == before);
        clickShown(*screen.pane, u"plan.trial.back"_s);
        QCOMPARE(screen.text(u"plan.trial.hoursText"_s), u"7 h"_s);
        QCOMPARE(screen.text(u"plan.trial.p50.then"_s), screen.text(u"plan.trial.p50.now"_s));
        QVERIFY(screen.workspace->progress() == before);
    }

    void aSliderIsReadInTheWordsBesideIt()
    {
        Screen screen;
        screen.open();
        clickShown(*screen.pane, u"plan.whatIf"_s);
        clickShown(*screen.pane, u"plan.trial.hasDeadline"_s);
        const QString box = childOf<QCheckBox>(*screen.pane, u"plan.trial.hasDeadline"_s)->text();
        for (const QString& name : { u"hours"_s, u"deadline"_s }) {
            QTest::keyClick(&screen.slider(name), Qt::Key_PageUp);
            QAccessibleInterface* read = QAccessible::queryAccessibleInterface(&screen.slider(name));
            QCOMPARE(read->role(), QAccessible::Slider);
            QCOMPARE(read->text(QAccessible::Value), screen.text(u"plan.trial.%1Text"_s.arg(name)));
            QVERIFY(!read->text(QAccessible::Name).isEmpty() && read->text(QAccessible::Name) != box);
        }
        QAccessibleValueInterface* hours = QAccessible::queryAccessibleInterface(&screen.slider(u"hours"_s))->valueInterface();
        QCOMPARE(hours->currentValue().toDouble(), 9.0); // where numbers alone are handed on
        hours->setCurrentValue(7.5);
        QCOMPARE(screen.text(u"plan.trial.hoursText"_s), u"7.5 h"_s);
        QCOMPARE(hours->minimumValue().toDouble(), 0.5);
        QCOMPARE(hours->minimumStepSize().toDouble(), 0.5);
    }

    void ofTwoQuickMovesTheLastCounts()
    {
        Screen screen;
        screen.open();
        clickShown(*screen.pane, u"plan.whatIf"_s);
        HeldWorkers held;
        QTest::keyClick(&screen.slider(u"hours"_s), Qt::Key_End);
        QTest::keyClick(&screen.slider(u"hours"_s), Qt::Key_Home);
        held.release();
        PlanScreen::settle();
        QCOMPARE(screen.text(u"plan.trial.hoursText"_s), u"0.5 h"_s);
        QCOMPARE(screen.text(u"plan.trial.p50.then"_s), evenDate(*screen.workspace, { 0.5, {}, {} }));
    }

    void aTriedDeadlineHasItsChance()
    {
        Screen screen;
        screen.open();
        clickShown(*screen.pane, u"plan.whatIf"_s);
        QVERIFY(!screen.slider(u"deadline"_s).isEnabled());
        QTest::keyClick(childOf<QCheckBox>(*screen.pane, u"plan.trial.hasDeadline"_s), Qt::Key_Space);
        QVERIFY(screen.slider(u"deadline"_s).isEnabled());
        QTest::keyClick(&screen.slider(u"deadline"_s), Qt::Key_Home); // tomorrow
        PlanScreen::settle();
        QCOMPARE(screen.text(u"plan.trial.deadlineText"_s), ui::PlanWords::date(screen.today().addDays(1)));
        QCOMPARE(screen.text(u"plan.trial.chance.then"_s), u"Hardly"_s);
        QTest::keyClick(&screen.slider(u"deadline"_s), Qt::Key_End);
        PlanScreen::settle();
        QCOMPARE(screen.text(u"plan.trial.chance.then"_s), u"Almost surely"_s);
        QVERIFY(!screen.workspace->progress().goal().deadline.isValid());
    }

    void aDeadlineIsMovedBeforeTheForecastIsThere()
    {
        HeldScreen screen;
        QCOMPARE(screen.text(u"plan.trial.deadlineText"_s), ui::PlanWords::date(QDate(2026, 12, 10)));
        QCOMPARE(screen.text(u"plan.trial.p50.now"_s), u"…"_s);
        QTest::keyClick(&screen.slider(u"deadline"_s), Qt::Key_Right);
        QCOMPARE(screen.text(u"plan.trial.deadlineText"_s), ui::PlanWords::date(QDate(2026, 12, 11)));
        clickShown(*screen.pane, u"plan.trial.take"_s);
        QCOMPARE(screen.workspace->progress().goal(), (domain::Goal { u"whole"_s, 7, QDate(2026, 12, 11) }));
        screen.release();
        QCOMPARE(screen.text(u"plan.trial.p50.now"_s), evenDate(*screen.workspace));
    }

    void figuresOfTheGoalBeforeAreGoneAtOnce()
    {
        HeldScreen screen;
        screen.release();
        QVERIFY(!screen.text(u"plan.p50"_s).isEmpty());
        auto* milestone = childOf<QComboBox>(*screen.pane, u"plan.trial.milestone"_s);
        QTest::keyClick(milestone, Qt::Key_Home);
        PlanScreen::settle();
        HeldWorkers held;
        const auto topOfList = [&screen] {
            for (int round = 0; round < 6; ++round) { // the layout of each card asks for that of what holds it
                QCoreApplication::processEvents();
            }
            return screen.list().mapTo(screen.pane.get(), QPoint()).y();
        };
        const int top = topOfList();
        clickShown(*screen.pane, u"plan.trial.take"_s);
        QCOMPARE(topOfList(), top); // it does not jump up and down again
        QCOMPARE(milestone->currentData().toString(), u"half"_s);
        QCOMPARE(screen.text(u"plan.trial.p50.now"_s), u"…"_s);
        QCOMPARE(screen.text(u"plan.forecast.title"_s), u"On the way to \"Half\""_s);
        QCOMPARE(screen.text(u"plan.trial.chance.now"_s), u"…"_s);
        QCOMPARE(screen.text(u"plan.p50"_s), QString());
        QCOMPARE(screen.text(u"plan.forecast.basis"_s), u"Working out the dates…"_s);
        held.release();
        PlanScreen::settle();
        QCOMPARE(screen.text(u"plan.p50"_s), evenDate(*screen.workspace));
        QCOMPARE(screen.text(u"plan.trial.p50.now"_s), evenDate(*screen.workspace));
        QTest::keyClick(&screen.slider(u"hours"_s), Qt::Key_PageUp);
        PlanScreen::settle();
        const HeldWorkers again;
        QVERIFY(screen.workspace->undo());
        QCOMPARE(screen.text(u"plan.trial.p50.now"_s), u"…"_s); // while something is tried as well
    }

    void withoutHoursTheLeastCanBeTried()
    {
        Screen screen(0);
        screen.open();
        clickShown(*screen.pane, u"plan.whatIf"_s);
        QCOMPARE(screen.text(u"plan.trial.hoursText"_s), u"0 h"_s);
        QTest::keyClick(&screen.slider(u"hours"_s), Qt::Key_Right);
        QCOMPARE(screen.text(u"plan.trial.hoursText"_s), u"0.5 h"_s);
        PlanScreen::settle();
        QCOMPARE(screen.text(u"plan.trial.p50.then"_s), evenDate(*screen.workspace, { 0.5, {}, {} }));
        QTest::keyClick(&screen.slider(u"hours"_s), Qt::Key_Left); // as it is
        QCOMPARE(screen.text(u"plan.trial.hoursText"_s), u"0 h"_s);
        QVERIFY(!childOf<QPushButton>(*screen.pane, u"plan.trial.take"_s)->isEnabled());
    }

    void tooFewHoursLeadToMore()
    {
        Screen screen;
        screen.takeOff(QDate(2026, 11, 25), QDate(2126, 11, 20)); // four days are left
        screen.open();
        clickShown(*screen.pane, u"plan.whatIf"_s);
        QVERIFY(support::shownIn<QWidget>(*screen.pane, u"plan.trial.mend"_s) == nullptr); // nothing is tried
        QTest::keyClick(&screen.slider(u"hours"_s), Qt::Key_Right);
        PlanScreen::settle();
        QVERIFY(screen.text(u"plan.trial.fault"_s).contains(u"a hundred years"_s));
        QCOMPARE(screen.text(u"plan.trial.p50.then"_s), u"None"_s);
        QCOMPARE(mending(screen), u"Try 15 h a week"_s);
        clickShown(*screen.pane, u"plan.trial.mend"_s);
        PlanScreen::settle();
        QCOMPARE(screen.text(u"plan.trial.hoursText"_s), u"15 h"_s);
        QVERIFY(screen.slider(u"hours"_s).hasFocus());
        QCOMPARE(mending(screen), u"Try 30 h a week"_s);
        clickShown(*screen.pane, u"plan.trial.mend"_s);
        PlanScreen::settle();
        QVERIFY(screen.text(u"plan.trial.p50.then"_s) != u"None"_s);
        QVERIFY(support::shownIn<QWidget>(*screen.pane, u"plan.trial.mend"_s) == nullptr);
        QCOMPARE(screen.workspace->progress().goal().hoursPerWeek, 7.0); // nothing is kept yet
    }

    void whereNoHoursSufficeItLeadsToTheMilestone()
    {
        Screen screen;
        screen.takeOff(QDate(2026, 11, 22), QDate(2126, 11, 20)); // this Saturday is left, and half an hour of it
        screen.apply(domain::setRhythm(screen.workspace->context(), { { 600, 600, 600, 600, 600, 30, 600 }, {}, 0, 3 }));
        screen.open();
        clickShown(*screen.pane, u"plan.whatIf"_s);
        QTest::keyClick(&screen.slider(u"hours"_s), Qt::Key_End);
        PlanScreen::settle();
        QVERIFY(screen.text(u"plan.trial.fault"_s).contains(u"a hundred years"_s));
        QCOMPARE(mending(screen), u"Choose a milestone"_s);
        clickShown(*screen.pane, u"plan.trial.mend"_s);
        auto* milestone = childOf<QComboBox>(*screen.pane, u"plan.trial.milestone"_s);
        QVERIFY(milestone->view()->isVisible());
        milestone->hidePopup();
        QVERIFY(milestone->hasFocus());
    }

    void aTriedPlanWithoutAFreeDayLeadsToTheDaysOff()
    {
        Screen screen;
        screen.takeOff(QDate(2026, 1, 1), QDate(2060, 1, 1));
        screen.open();
        const QSignalSpy asked(screen.pane.get(), &ui::PlanPane::placeRequested);
        clickShown(*screen.pane, u"plan.whatIf"_s);
        QTest::keyClick(&screen.slider(u"hours"_s), Qt::Key_Right);
        PlanScreen::settle();
        QCOMPARE(mending(screen), u"Look at the days off"_s);
        clickShown(*screen.pane, u"plan.trial.mend"_s);
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked[0][0].value<ui::Place>(), (ui::Place { ui::PageId::Plan, {}, u"hours"_s }));
    }

    void insteadOfADeadlineThatHasPassedALikelyOneIsOffered()
    {
        Screen screen(7.0, u"whole"_s, QDate(2026, 11, 1));
        screen.open();
        clickShown(*screen.pane, u"plan.whatIf"_s);
        QTest::keyClick(&screen.slider(u"hours"_s), Qt::Key_Right);
        PlanScreen::settle();
        const QString likely = screen.text(u"plan.trial.p85.then"_s);
        QCOMPARE(mending(screen), u"Try "_s + likely);
        clickShown(*screen.pane, u"plan.trial.mend"_s);
        PlanScreen::settle();
        QCOMPARE(screen.text(u"plan.trial.deadlineText"_s), likely);
        QVERIFY(support::shownIn<QWidget>(*screen.pane, u"plan.trial.mend"_s) == nullptr);
        QCOMPARE(screen.workspace->progress().goal().deadline, QDate(2026, 11, 1)); // nothing is kept yet
    }

    void aTriedMilestoneThatIsReachedLeadsToAnother()
    {
        Screen screen;
        screen.workspace.finish(u"base"_s);
        screen.workspace.finish(u"middle"_s);
        screen.open();
        clickShown(*screen.pane, u"plan.whatIf"_s);
        auto* milestone = childOf<QComboBox>(*screen.pane, u"plan.trial.milestone"_s);
        QTest::keyClick(milestone, Qt::Key_Up); // the half, which is done
        PlanScreen::settle();
        clickShown(*screen.pane, u"plan.trial.mend"_s);
        QVERIFY(milestone->view()->isVisible());
        milestone->hidePopup();
        QVERIFY(milestone->hasFocus());
    }

    void insteadOfADeadlineThatHasPassedTomorrowCanBeTried()
    {
        Screen screen(7.0, u"whole"_s, QDate(2026, 11, 1));
        screen.open();
        clickShown(*screen.pane, u"plan.whatIf"_s);
        QCOMPARE(screen.text(u"plan.trial.deadlineText"_s), ui::PlanWords::date(QDate(2026, 11, 1)));
        QTest::keyClick(&screen.slider(u"deadline"_s), Qt::Key_Right);
        QCOMPARE(screen.text(u"plan.trial.deadlineText"_s), ui::PlanWords::date(screen.today().addDays(1)));
        QTest::keyClick(&screen.slider(u"deadline"_s), Qt::Key_Left);
        QCOMPARE(screen.text(u"plan.trial.deadlineText"_s), ui::PlanWords::date(QDate(2026, 11, 1)));
        QVERIFY(!childOf<QPushButton>(*screen.pane, u"plan.trial.take"_s)->isEnabled());
    }

    void keysOfTheOrderLeaveTheOtherFieldsAlone()
    {
        Screen screen;
        screen.open();
        screen.choose(u"middle"_s);
        clickShown(*screen.pane, u"plan.whatIf"_s);
        auto* milestone = childOf<QComboBox>(*screen.pane, u"plan.trial.milestone"_s);
        milestone->setFocus();
        QTest::keyClick(milestone, Qt::Key_Down, Qt::AltModifier);
        QVERIFY(milestone->view()->isVisible());
        milestone->hidePopup();
        QVERIFY(screen.workspace->progress().orderWishes().isEmpty());
    }

    void whatIsTakenOverIsTheGoalInOneStep()
    {
        Screen screen;
        domain::StudyRhythm rhythm;
        rhythm.minutes = { 60, 0, 60, 0, 0, 0, 300 };
        screen.apply(domain::setRhythm(screen.workspace->context(), rhythm));
        screen.open();
        const domain::Progress before = screen.workspace->progress();
        clickShown(*screen.pane, u"plan.whatIf"_s);
        screen.slider(u"hours"_s).setValue(28);
        QTest::keyClick(childOf<QCheckBox>(*screen.pane, u"plan.trial.hasDeadline"_s), Qt::Key_Space);
        screen.slider(u"deadline"_s).setValue(100);
        QTest::keyClick(childOf<QComboBox>(*screen.pane, u"plan.trial.milestone"_s), Qt::Key_Home);
        PlanScreen::settle();
        QVERIFY(screen.workspace->progress() == before);
        clickShown(*screen.pane, u"plan.trial.take"_s);
        const domain::Progress& after = screen.workspace->progress();
        QCOMPARE(after.goal(), (domain::Goal { u"half"_s, 14, screen.today().addDays(100) }));
        QCOMPARE(domain::weekMinutes(after.goal(), after.rhythm()), (domain::WeekMinutes { 120, 0, 120, 0, 0, 0, 600 }));
        PlanScreen::settle();
        QCOMPARE(screen.text(u"plan.forecast.title"_s), u"On the way to \"Half\""_s);
        QVERIFY(!childOf<QPushButton>(*screen.pane, u"plan.trial.take"_s)->isEnabled());
        QCOMPARE(screen.pane->focusWidget(), &screen.slider(u"hours"_s)); // not somewhere else for want of that button
        QVERIFY(screen.workspace->undo());
        QVERIFY(screen.workspace->progress() == before);
    }

    void aGoalBetweenTheStepsOfTheSlidersStays()
    {
        Screen screen(7.3, u"whole"_s, QDate(2060, 1, 1)); // beyond what the slider has
        screen.open();
        clickShown(*screen.pane, u"plan.whatIf"_s);
        QVERIFY(childOf<ui::WhatIfCard>(*screen.pane, u"plan.trial"_s)->tried() == session::WhatIf {});
        QCOMPARE(screen.text(u"plan.trial.hoursText"_s), u"7.3 h"_s);
        QCOMPARE(screen.text(u"plan.trial.deadlineText"_s), ui::PlanWords::date(QDate(2060, 1, 1)));
        QTest::keyClick(childOf<QComboBox>(*screen.pane, u"plan.trial.milestone"_s), Qt::Key_Home);
        clickShown(*screen.pane, u"plan.trial.take"_s);
        QCOMPARE(screen.workspace->progress().goal(), (domain::Goal { u"half"_s, 7.3, QDate(2060, 1, 1) }));
    }

    void closingWhatIfLeavesNothingTried()
    {
        Screen screen;
        screen.open();
        clickShown(*screen.pane, u"plan.whatIf"_s);
        QTest::keyClick(&screen.slider(u"hours"_s), Qt::Key_End);
        clickShown(*screen.pane, u"plan.whatIf"_s);
        QVERIFY(!screen.slider(u"hours"_s).isVisible());
        QVERIFY(childOf<ui::WhatIfCard>(*screen.pane, u"plan.trial"_s)->tried() == session::WhatIf {});
    }
};

QTEST_MAIN(tst_WhatIfCard)
#include "tst_WhatIfCard.moc"
