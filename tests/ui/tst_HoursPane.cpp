// SPDX-License-Identifier: GPL-3.0-or-later
#include <BehindLibrary.h>
#include <HoursScreen.h>

#include <session/Drafts.h>
#include <ui/words/PlanWords.h>

#include <QLineEdit>
#include <QSignalSpy>
#include <QTreeView>
#include <QWheelEvent>

using namespace Qt::StringLiterals;
using namespace waymark;
using domain::WeekMinutes;
using support::clickShown;
using support::shownIn;
using support::textIn;
using ui::HoursPane;
using Screen = support::HoursScreen;

class tst_HoursPane : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theWeekStandsInItsDays()
    {
        Screen screen(7.0);
        screen.open();
        for (int day = 1; day <= 7; ++day) {
            QCOMPARE(screen.day(day).value(), 60);
        }
        QCOMPARE(screen.text(u"hours.total"_s), u"7 h a week"_s);
        QCOMPARE(screen.text(u"hours.goal"_s), u"On the way to \"Whole\", without a deadline."_s);
        QVERIFY(!shownIn<QWidget>(*screen.pane, u"hours.obstacle"_s));
    }

    void openingAndLeavingChangesNothing()
    {
        Screen screen(7.0);
        const domain::Progress before = screen.workspace->progress();
        screen.open();
        screen.pane->hide();
        QVERIFY(screen.workspace->progress() == before);
    }

    void aDayIsAnEditWhenTypingEnds()
    {
        Screen screen(7.0);
        screen.open();
        const domain::Progress before = screen.workspace->progress();
        Screen::type(screen.day(6), u"180"_s);
        QCOMPARE(screen.text(u"hours.total"_s), u"9 h a week"_s);
        QVERIFY(screen.workspace->progress() == before);
        QTest::keyClick(&screen.day(6), Qt::Key_Return);
        QCOMPARE(screen.week(), (WeekMinutes { 60, 60, 60, 60, 60, 180, 60 }));
        QCOMPARE(screen.workspace->progress().goal().hoursPerWeek, 9.0);
        QVERIFY(screen.workspace->undo());
        QCOMPARE(screen.day(6).value(), 60);
        QVERIFY(screen.workspace->progress() == before);
    }

    void whatIsTypedIsKeptWhenThePaneIsLeft()
    {
        Screen screen(7.0);
        screen.open();
        Screen::type(screen.day(1), u"90"_s);
        Screen::type(screen.field<QLineEdit>(u"hours.cue"_s), u"breakfast"_s);
        screen.pane->hide();
        QCOMPARE(screen.week()[0], 90);
        QCOMPARE(screen.rhythm().cue, u"breakfast"_s);
    }

    void whatIsBeingTypedSurvivesAnotherEdit()
    {
        Screen screen(7.0);
        screen.open();
        Screen::type(screen.day(1), u"90"_s);
        screen.takeOff(QDate(2026, 12, 24), QDate(2026, 12, 24));
        QCOMPARE(screen.day(1).value(), 90);
        screen.pane->commit();
        QCOMPARE(screen.week()[0], 90);
    }

    void aWeekThatIsTooFullIsNotTakenAndSaysSo()
    {
        Screen screen(7.0);
        screen.open();
        for (int day = 1; day <= 5; ++day) {
            Screen::type(screen.day(day), u"1440"_s);
        }
        QTest::keyClick(&screen.day(5), Qt::Key_Return);
        QVERIFY(screen.text(u"hours.fault"_s).contains(u"112 h"_s));
        QVERIFY(screen.pane->hasUnsaved());
        QCOMPARE(screen.workspace->progress().goal().hoursPerWeek, 4 * 24.0 + 3); // as it was before the last day
        QCOMPARE(screen.day(5).value(), 1440);
        Screen::type(screen.day(5), u"60"_s);
        QTest::keyClick(&screen.day(5), Qt::Key_Return);
        QVERIFY(!screen.pane->hasUnsaved());
        QCOMPARE(screen.text(u"hours.fault"_s), QString());
    }

    void scrollingPastANumberChangesNothing()
    {
        Screen screen(7.0);
        screen.open();
        const auto turn = [&screen](QSpinBox& box) {
            QWheelEvent wheel(QPointF(5, 5), box.mapToGlobal(QPointF(5, 5)), {}, { 0, 120 }, Qt::NoButton, {}, Qt::NoScrollPhase, false);
            QCoreApplication::sendEvent(&box, &wheel);
            return box.value();
        };
        screen.field<QLineEdit>(u"hours.cue"_s).setFocus();
        QCOMPARE(turn(screen.day(2)), 60);
        screen.day(2).setFocus();
        QCOMPARE(turn(screen.day(2)), 75);
    }

    void theWeekIsLaidOnOtherDays()
    {
        Screen screen(8.0);
        screen.open();
        clickShown(*screen.pane, u"hours.working"_s);
        QCOMPARE(screen.week(), (WeekMinutes { 96, 96, 96, 96, 96, 0, 0 }));
        clickShown(*screen.pane, u"hours.same"_s);
        QCOMPARE(screen.week(), (WeekMinutes { 69, 69, 69, 69, 68, 68, 68 }));
        QCOMPARE(screen.workspace->progress().goal().hoursPerWeek, 8.0);
        QVERIFY(screen.workspace->undo());
        QCOMPARE(screen.day(7).value(), 0);
    }

    void withoutHoursTheFirstStepIsOneClick()
    {
        Screen screen(0.0);
        screen.open();
        QVERIFY(screen.text(u"hours.obstacle"_s).contains(u"no hours of study"_s));
        clickShown(*screen.pane, u"hours.obstacle.step"_s);
        QCOMPARE(screen.week(), (WeekMinutes { 60, 60, 60, 60, 60, 0, 0 }));
        QVERIFY(!shownIn<QWidget>(*screen.pane, u"hours.obstacle"_s));
    }

    void everyDayOffLeadsToTheList()
    {
        Screen screen(7.0);
        screen.takeOff(QDate(2026, 1, 1), QDate(2060, 1, 1));
        screen.open();
        QVERIFY(screen.text(u"hours.obstacle"_s).contains(u"day off"_s));
        clickShown(*screen.pane, u"hours.obstacle.step"_s);
        QVERIFY(screen.field<QTreeView>(u"hours.off.list"_s).hasFocus());
        QTest::keyClick(&screen.field<QTreeView>(u"hours.off.list"_s), Qt::Key_Delete);
        QVERIFY(screen.daysOff().isEmpty());
        QVERIFY(!shownIn<QWidget>(*screen.pane, u"hours.obstacle"_s));
    }

    void aNewDayIsNoticedWhileThePaneStandsOpen()
    {
        Screen screen(7.0);
        screen.takeOff(QDate(2026, 12, 1), QDate(2060, 1, 1));
        screen.open();
        QVERIFY(!shownIn<QWidget>(*screen.pane, u"hours.obstacle"_s));
        screen.now += 14 * 86'400'000LL;
        screen.workspace->noticeDay();
        QVERIFY(screen.text(u"hours.obstacle"_s).contains(u"day off"_s));
    }

    void theGoalIsChangedFromHere()
    {
        Screen screen(7.0, u"whole"_s, QDate(2027, 6, 1));
        screen.open();
        const QSignalSpy asked(screen.pane.get(), &ui::PlanPane::goalRequested);
        QVERIFY(screen.text(u"hours.goal"_s).contains(ui::PlanWords::date(QDate(2027, 6, 1))));
        clickShown(*screen.pane, u"hours.changeGoal"_s);
        QCOMPARE(asked.size(), 1);
    }

    // Habit

    void aCueHasItsMinutesAndCanBeTakenAway()
    {
        Screen screen(7.0);
        screen.open();
        auto& cue = screen.field<QLineEdit>(u"hours.cue"_s);
        auto& minutes = screen.field<QSpinBox>(u"hours.cueMinutes"_s);
        QVERIFY(!minutes.isEnabled());
        Screen::type(cue, u"  the first  coffee "_s);
        QCOMPARE(screen.text(u"hours.sentence"_s), u"After the first coffee: 20 min"_s);
        QTest::keyClick(&cue, Qt::Key_Return);
        QCOMPARE(screen.rhythm().cue, u"the first coffee"_s);
        QCOMPARE(screen.rhythm().cueMinutes, 20);
        Screen::type(minutes, u"35"_s);
        QTest::keyClick(&minutes, Qt::Key_Return);
        QCOMPARE(screen.rhythm().cueMinutes, 35);
        QCOMPARE(screen.week()[0], 60); // which a cue leaves alone
        Screen::type(cue, u" "_s);
        QTest::keyClick(&cue, Qt::Key_Return);
        QCOMPARE(screen.rhythm().cue, QString());
        QCOMPARE(screen.rhythm().cueMinutes, 0);
        QVERIFY(screen.workspace->undo());
        QCOMPARE(cue.text(), u"the first coffee"_s);
    }

    void theLimitOfDoingIsKept()
    {
        Screen screen(7.0);
        screen.open();
        auto& doing = screen.field<QSpinBox>(u"hours.doing"_s);
        QCOMPARE(doing.value(), 3);
        QTest::keyClick(&doing, Qt::Key_Down);
        QTest::keyClick(&doing, Qt::Key_Return);
        QCOMPARE(screen.rhythm().doingLimit, 2);
    }

    void aReadOnlyLibraryTakesNothing()
    {
        Screen screen(7.0);
        screen.workspace.store->setReadOnly(true);
        screen.open();
        QVERIFY(!screen.day(1).isEnabled());
        screen.pane->commit();
        QVERIFY(!screen.pane->hasUnsaved());
    }

    void whatIsTypedStaysWhereTheLibraryCannotBeReadAgain()
    {
        Screen screen(7.0);
        screen.open();
        Screen::type(screen.day(1), u"90"_s);
        support::fallBehind(*screen.workspace, *screen.workspace.store);
        const QSignalSpy failed(screen.workspace.workspace.get(), &session::Workspace::failed);
        screen.pane->commit();
        QCOMPARE(failed.size(), 1);
        QVERIFY(screen.pane->hasUnsaved() && !screen.day(1).isEnabled());
        screen.workspace->noticeDay();
        QCOMPARE(screen.week()[0], 90);
        QVERIFY(!screen.pane->hasUnsaved() && screen.day(1).isEnabled());
    }

    void aCueIsADraftWhereTheLibraryCannotBeReadAgain()
    {
        Screen screen(7.0);
        screen.open();
        Screen::type(screen.field<QLineEdit>(u"hours.cue"_s), u"breakfast"_s);
        support::fallBehind(*screen.workspace, *screen.workspace.store);
        screen.pane->commit();
        const session::DraftPlace place { session::DraftKind::Cue };
        QVERIFY(screen.workspace->drafts().find<session::CueDraft>(place));
        screen.workspace->noticeDay();
        QCOMPARE(screen.rhythm().cue, u"breakfast"_s);
        QVERIFY(!screen.workspace->drafts().find<session::CueDraft>(place));
    }

    /// The page is first shown while nothing can be changed.
    void whatWasLeftIsOfferedWhereTheLibraryCannotBeReadAgain()
    {
        Screen screen(7.0);
        const session::DraftPlace ofCue { session::DraftKind::Cue };
        const session::DraftPlace ofDaysOff { session::DraftKind::DaysOff };
        const QDate day(2026, 12, 24);
        session::Drafts& drafts = screen.workspace->drafts();
        drafts.keep(ofCue, session::CueDraft { { u"breakfast"_s, 20, 3 }, { {}, 0, 3 } });
        drafts.keep(ofDaysOff, session::DaysOffDraft { { day, day, u"family visit"_s } });
        support::fallBehind(*screen.workspace, *screen.workspace.store);
        screen.open();
        screen.pane->commit();
        screen.workspace->noticeDay();
        QVERIFY(drafts.find<session::CueDraft>(ofCue) && drafts.find<session::DaysOffDraft>(ofDaysOff));
        QCOMPARE(screen.rhythm().cue, QString()); // nobody has said so
        QCOMPARE(screen.field<QLineEdit>(u"hours.off.reason"_s).text(), u"family visit"_s);
        clickShown(*screen.pane, u"hours.cue.draft.save"_s);
        QCOMPARE(screen.rhythm().cue, u"breakfast"_s);
        QVERIFY(!drafts.find<session::CueDraft>(ofCue));
    }

    void withoutACourseHoursCanStillBeSet()
    {
        const support::MemoryWorkspace workspace { domain::CourseContent {} };
        HoursPane pane(*workspace);
        pane.show();
        QCOMPARE(textIn(pane, u"hours.goal"_s), u"No goal is set."_s);
        clickShown(pane, u"hours.same"_s);
        QCOMPARE(workspace->progress().goal().hoursPerWeek, 7.0);
    }
};

QTEST_MAIN(tst_HoursPane)
#include "tst_HoursPane.moc"
