// SPDX-License-Identifier: GPL-3.0-or-later
#include <PlanScreen.h>

#include <ui/plan/DaysOffModel.h>
#include <ui/plan/HoursPane.h>
#include <ui/words/PlanWords.h>

#include <QAbstractItemModelTester>
#include <QAction>
#include <QCalendarWidget>
#include <QDateEdit>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTableView>
#include <QTreeView>
#include <QWheelEvent>

using namespace Qt::StringLiterals;
using namespace waymark;
using domain::DaysOff;
using domain::WeekMinutes;
using support::childOf;
using support::clickShown;
using support::PlanScreen;
using support::shownIn;
using support::textIn;
using ui::HoursPane;

namespace {

struct Screen : PlanScreen
{
    std::unique_ptr<HoursPane> pane;

    template <class... Args>
    explicit Screen(Args... args)
        : PlanScreen(args...)
    {
    }
    void open()
    {
        pane = std::make_unique<HoursPane>(*workspace);
        pane->resize(1000, 900);
        pane->show();
        QVERIFY(QTest::qWaitForWindowActive(pane.get()));
    }
    [[nodiscard]] QSpinBox& day(int number) const { return *childOf<QSpinBox>(*pane, u"hours.day.%1"_s.arg(number)); }
    [[nodiscard]] WeekMinutes week() const { return domain::weekMinutes(workspace->progress().goal(), workspace->progress().rhythm()); }
    [[nodiscard]] const domain::StudyRhythm& rhythm() const { return workspace->progress().rhythm(); }
    [[nodiscard]] QList<DaysOff> daysOff() const { return workspace->progress().daysOff().values(); }
    [[nodiscard]] QString text(const QString& name) const { return textIn(*pane, name); }
    template <class T> [[nodiscard]] T& field(const QString& name) const { return *childOf<T>(*pane, name); }
    [[nodiscard]] QTableView& calendar() const
    {
        return *field<QCalendarWidget>(u"hours.off.calendar"_s).template findChild<QTableView*>();
    }
    static void type(QWidget& field, const QString& text)
    {
        field.setFocus();
        QTest::keyClick(&field, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(&field, text);
    }
    /// A click on a day of the month that the calendar shows.
    void clickOn(int dayOfMonth) const
    {
        const QAbstractItemModel* days = calendar().model();
        bool isMonth = false;
        for (int cell = 0; cell < days->rowCount() * days->columnCount(); ++cell) {
            const QModelIndex index = days->index(cell / days->columnCount(), cell % days->columnCount());
            bool isNumber = false;
            const int number = index.data().toInt(&isNumber);
            isMonth = isMonth || (isNumber && number == 1);
            if (isMonth && isNumber && number == dayOfMonth) {
                support::scrollTo(calendar());
                QTest::mouseClick(calendar().viewport(), Qt::LeftButton, {}, calendar().visualRect(index).center());
                return;
            }
        }
        QFAIL("no such day");
    }
};

} // namespace

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
        QVERIFY(!shownIn<QWidget>(*screen.pane, u"plan.obstacle"_s));
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
        QVERIFY(screen.text(u"plan.obstacle"_s).contains(u"no hours of study"_s));
        clickShown(*screen.pane, u"plan.obstacle.step"_s);
        QCOMPARE(screen.week(), (WeekMinutes { 60, 60, 60, 60, 60, 0, 0 }));
        QVERIFY(!shownIn<QWidget>(*screen.pane, u"plan.obstacle"_s));
    }

    void everyDayOffLeadsToTheList()
    {
        Screen screen(7.0);
        screen.takeOff(QDate(2026, 1, 1), QDate(2060, 1, 1));
        screen.open();
        QVERIFY(screen.text(u"plan.obstacle"_s).contains(u"day off"_s));
        clickShown(*screen.pane, u"plan.obstacle.step"_s);
        QVERIFY(screen.field<QTreeView>(u"hours.off.list"_s).hasFocus());
        QTest::keyClick(&screen.field<QTreeView>(u"hours.off.list"_s), Qt::Key_Delete);
        QVERIFY(screen.daysOff().isEmpty());
        QVERIFY(!shownIn<QWidget>(*screen.pane, u"plan.obstacle"_s));
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

    // Days off

    void aStretchOfDaysIsAddedWithItsReason()
    {
        Screen screen(7.0);
        screen.open();
        QVERIFY(!screen.text(u"hours.off.nothing"_s).isEmpty());
        screen.field<QDateEdit>(u"hours.off.first"_s).setDate(QDate(2026, 12, 24));
        screen.field<QDateEdit>(u"hours.off.last"_s).setDate(QDate(2026, 12, 31));
        Screen::type(screen.field<QLineEdit>(u"hours.off.reason"_s), u" Family  visit "_s);
        clickShown(*screen.pane, u"hours.off.add"_s);
        QCOMPARE(screen.daysOff(), (QList<DaysOff> { { QDate(2026, 12, 24), QDate(2026, 12, 31), u"Family visit"_s } }));
        const auto& list = screen.field<QTreeView>(u"hours.off.list"_s);
        QCOMPARE(list.model()->index(0, 0).data().toString(), u"24 Dec 2026 to 31 Dec 2026"_s);
        QCOMPARE(list.model()->index(0, 1).data().toString(), u"Family visit"_s);
        QCOMPARE(screen.field<QDateEdit>(u"hours.off.first"_s).date(), QDate(2027, 1, 1)); // ready for the next
        QVERIFY(screen.workspace->undo());
        QVERIFY(screen.daysOff().isEmpty());
        QVERIFY(!screen.text(u"hours.off.nothing"_s).isEmpty());
    }

    void theEndOfAStretchNeverComesBeforeItsBegin()
    {
        Screen screen(7.0);
        screen.open();
        auto& first = screen.field<QDateEdit>(u"hours.off.first"_s);
        auto& last = screen.field<QDateEdit>(u"hours.off.last"_s);
        first.setDate(QDate(2027, 3, 10));
        QCOMPARE(last.date(), QDate(2027, 3, 10));
        last.setDate(QDate(2027, 3, 1));
        QCOMPARE(first.date(), QDate(2027, 3, 1));
    }

    void aStretchOfMoreThanAHundredYearsIsRefused()
    {
        Screen screen(7.0);
        screen.open();
        const QSignalSpy failed(screen.workspace.workspace.get(), &session::Workspace::failed);
        screen.field<QDateEdit>(u"hours.off.first"_s).setDate(QDate(1990, 1, 1));
        screen.field<QDateEdit>(u"hours.off.last"_s).setDate(QDate(2190, 1, 1));
        clickShown(*screen.pane, u"hours.off.add"_s);
        QCOMPARE(failed.size(), 1);
        QVERIFY(screen.daysOff().isEmpty());
        QCOMPARE(screen.field<QDateEdit>(u"hours.off.last"_s).date(), QDate(2190, 1, 1)); // as it was entered
    }

    void aClickInTheCalendarTakesADayOffAndGivesItBack()
    {
        Screen screen(7.0);
        screen.open();
        screen.clickOn(24);
        screen.clickOn(26);
        QCOMPARE(screen.daysOff().size(), 2);
        QVERIFY(screen.daysOff().contains(DaysOff { QDate(2026, 11, 24), QDate(2026, 11, 24), {} }));
        screen.clickOn(24);
        QCOMPARE(screen.daysOff(), (QList<DaysOff> { { QDate(2026, 11, 26), QDate(2026, 11, 26), {} } }));
    }

    void theCalendarIsUsedByKeysAsWell()
    {
        Screen screen(7.0);
        screen.open();
        Screen::type(screen.field<QLineEdit>(u"hours.off.reason"_s), u"Holiday"_s);
        screen.calendar().setFocus();
        QTest::keyClick(&screen.calendar(), Qt::Key_Right);
        QTest::keyClick(&screen.calendar(), Qt::Key_Return);
        QCOMPARE(screen.daysOff(), (QList<DaysOff> { { QDate(2026, 11, 22), QDate(2026, 11, 22), u"Holiday"_s } }));
        QTest::keyClick(&screen.calendar(), Qt::Key_Space);
        QVERIFY(screen.daysOff().isEmpty());
    }

    void aDayOfALongerStretchIsFoundInTheList()
    {
        Screen screen(7.0);
        screen.takeOff(QDate(2026, 11, 23), QDate(2026, 11, 27));
        screen.open();
        screen.clickOn(25);
        QCOMPARE(screen.daysOff().size(), 1);
        QCOMPARE(screen.field<QTreeView>(u"hours.off.list"_s).selectionModel()->selectedRows().size(), 1);
        clickShown(*screen.pane, u"button.hours.off.remove"_s);
        QVERIFY(screen.daysOff().isEmpty());
    }

    void severalDaysOffAreRemovedInOneStep()
    {
        Screen screen(7.0);
        for (int day = 1; day <= 3; ++day) {
            screen.takeOff(QDate(2026, 12, day), QDate(2026, 12, day));
        }
        screen.open();
        auto& list = screen.field<QTreeView>(u"hours.off.list"_s);
        QVERIFY(!childOf<QAction>(*screen.pane, u"hours.off.remove"_s)->isEnabled());
        list.setFocus();
        QTest::keyClick(&list, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClick(&list, Qt::Key_Delete);
        QVERIFY(screen.daysOff().isEmpty());
        QVERIFY(screen.workspace->undo());
        QCOMPARE(screen.daysOff().size(), 3);
    }

    void overlappingDaysOffStandSideBySide()
    {
        Screen screen(7.0);
        screen.takeOff(QDate(2026, 12, 1), QDate(2026, 12, 10));
        screen.takeOff(QDate(2026, 12, 5), QDate(2026, 12, 20));
        screen.open();
        QCOMPARE(screen.field<QTreeView>(u"hours.off.list"_s).model()->rowCount(), 2);
    }

    void daysOffFollowEachEditRowByRow()
    {
        Screen screen(7.0);
        ui::DaysOffModel model(*screen.workspace);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        screen.takeOff(QDate(2027, 1, 1), QDate(2027, 1, 1));
        screen.takeOff(QDate(2026, 12, 1), QDate(2026, 12, 2), u"<i>Fair</i>"_s);
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.at(0).first, QDate(2026, 12, 1));
        QVERIFY(model.index(0, 0).data(Qt::ToolTipRole).toString().contains(u"&lt;i&gt;"_s));
        QCOMPARE(model.rowOn(QDate(2026, 12, 2)), 0);
        QCOMPARE(model.rowOn(QDate(2026, 12, 3)), -1);
        QCOMPARE(model.rowOf(model.idAt(1)), 1);
        QVERIFY(screen.workspace->undo());
        QCOMPARE(model.rowCount(), 1);
        QVERIFY(screen.workspace->undo());
        QCOMPARE(model.rowCount(), 0);
        QCOMPARE(reset.size(), 0);
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
