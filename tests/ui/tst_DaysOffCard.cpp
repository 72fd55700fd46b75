// SPDX-License-Identifier: GPL-3.0-or-later
#include <HoursScreen.h>

#include <ui/plan/DaysOffModel.h>

#include <QAbstractItemModelTester>
#include <QAbstractButton>
#include <QAction>
#include <QDateEdit>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTreeView>
#include <QWheelEvent>

using namespace Qt::StringLiterals;
using namespace waymark;
using domain::DaysOff;
using support::childOf;
using support::clickShown;
using Screen = support::HoursScreen;

class tst_DaysOffCard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { QLocale::setDefault(QLocale::c()); }

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

    void aDateCanBeTypedWithoutMovingTheOtherEnd()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        Screen screen(7.0);
        screen.open();
        auto& first = screen.field<QDateEdit>(u"hours.off.first"_s);
        auto& last = screen.field<QDateEdit>(u"hours.off.last"_s);
        QCOMPARE(first.text(), u"11/21/2026"_s);
        const auto type = [](QDateEdit& field, const QString& text) {
            field.setFocus();
            field.setSelectedSection(QDateEdit::MonthSection); // as the tab key does
            QTest::keyClicks(&field, text);
        };
        type(last, u"1/10/2027"_s); // and 1/21/2026 on the way
        QTest::keyClick(&last, Qt::Key_Return);
        QCOMPARE(first.date(), QDate(2026, 11, 21));
        QCOMPARE(last.date(), QDate(2027, 1, 10));
        type(first, u"1/2/2027"_s);
        screen.field<QAbstractButton>(u"hours.off.add"_s).click(); // as its key does, with the focus left where it is
        QCOMPARE(screen.daysOff(), (QList<DaysOff> { { QDate(2027, 1, 2), QDate(2027, 1, 10), {} } }));
        QCOMPARE(screen.field<QTreeView>(u"hours.off.list"_s).model()->index(0, 0).data().toString(), u"1/2/2027 to 1/10/2027"_s);
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

    void scrollingPastTheCalendarLeavesItsMonth()
    {
        Screen screen(7.0);
        screen.open();
        const auto& calendar = screen.field<QCalendarWidget>(u"hours.off.calendar"_s);
        const auto turn = [&] {
            QWidget* days = screen.calendar().viewport();
            QWheelEvent wheel(QPointF(5, 5), days->mapToGlobal(QPointF(5, 5)), {}, { 0, -120 }, Qt::NoButton, {}, Qt::NoScrollPhase, false);
            QCoreApplication::sendEvent(days, &wheel);
            return calendar.monthShown();
        };
        screen.field<QLineEdit>(u"hours.off.reason"_s).setFocus();
        QCOMPARE(turn(), 11);
        screen.calendar().setFocus();
        QCOMPARE(turn(), 12);
    }

    void theArrowsOfTheCalendarHaveNames()
    {
        Screen screen(7.0);
        screen.open();
        for (const QAbstractButton* button : screen.field<QCalendarWidget>(u"hours.off.calendar"_s).findChildren<QAbstractButton*>()) {
            QVERIFY2(
                !button->isVisible() || !button->text().isEmpty() || !button->accessibleName().isEmpty(), qPrintable(button->objectName()));
        }
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

    void daysThatAreOffAlreadyAreNotTakenTwice_data()
    {
        QTest::addColumn<QDate>("first");
        QTest::addColumn<QDate>("last");
        QTest::addColumn<bool>("isTaken");
        QTest::newRow("the same days") << QDate(2026, 12, 20) << QDate(2026, 12, 31) << false;
        QTest::newRow("some of them") << QDate(2026, 12, 24) << QDate(2026, 12, 26) << false;
        QTest::newRow("one of them") << QDate(2026, 12, 31) << QDate(2026, 12, 31) << false;
        QTest::newRow("a day more at the end") << QDate(2026, 12, 20) << QDate(2027, 1, 1) << true;
        QTest::newRow("a day more at the begin") << QDate(2026, 12, 19) << QDate(2026, 12, 31) << true;
    }
    void daysThatAreOffAlreadyAreNotTakenTwice()
    {
        QFETCH(const QDate, first);
        QFETCH(const QDate, last);
        QFETCH(const bool, isTaken);
        Screen screen(7.0);
        screen.takeOff(QDate(2026, 12, 1), QDate(2026, 12, 1));
        screen.takeOff(QDate(2026, 12, 20), QDate(2026, 12, 31), u"Family"_s);
        screen.open();
        const QSignalSpy said(screen.pane.get(), &ui::PlanPane::noticeRequested);
        screen.field<QDateEdit>(u"hours.off.first"_s).setDate(first);
        screen.field<QDateEdit>(u"hours.off.last"_s).setDate(last);
        clickShown(*screen.pane, u"hours.off.add"_s);
        QCOMPARE(screen.daysOff().size(), isTaken ? 3 : 2);
        QCOMPARE(said.isEmpty(), isTaken);
        if (!isTaken) {
            QVERIFY2(said[0][0].toString().contains(u"Family"_s), qPrintable(said[0][0].toString()));
            const QModelIndexList chosen = screen.field<QTreeView>(u"hours.off.list"_s).selectionModel()->selectedRows();
            QCOMPARE(chosen.size(), 1);
            QCOMPARE(chosen[0].row(), 1);
            QCOMPARE(screen.field<QDateEdit>(u"hours.off.first"_s).date(), first); // as it was entered
        }
    }

    void aDayOfTwoStretchesLeadsToTheOneThatKeepsItOff_data()
    {
        QTest::addColumn<QDate>("last"); // of a stretch that begins on the day
        QTest::addColumn<bool>("isLater"); // that it was taken
        QTest::newRow("a stretch taken before") << QDate(2026, 11, 27) << false;
        QTest::newRow("a stretch taken later") << QDate(2026, 11, 27) << true;
        QTest::newRow("the same day again") << QDate(2026, 11, 24) << true;
    }
    void aDayOfTwoStretchesLeadsToTheOneThatKeepsItOff()
    {
        QFETCH(const QDate, last);
        QFETCH(const bool, isLater);
        const QDate day(2026, 11, 24);
        Screen screen(7.0);
        screen.takeOff(day, isLater ? day : last);
        screen.takeOff(day, isLater ? last : day);
        screen.open();
        screen.clickOn(day.day());
        if (last != day) {
            QCOMPARE(screen.daysOff().size(), 2); // to give up the day alone would change nothing
            clickShown(*screen.pane, u"button.hours.off.remove"_s);
            QCOMPARE(screen.daysOff(), (QList<DaysOff> { { day, day, {} } }));
            screen.clickOn(day.day());
        }
        QVERIFY(screen.daysOff().isEmpty());
        QVERIFY(screen.workspace->undo());
        QVERIFY(!screen.daysOff().isEmpty());
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
        QCOMPARE(model.rowsOn(QDate(2026, 12, 2)), std::vector<int> { 0 });
        QVERIFY(model.rowsOn(QDate(2026, 12, 3)).empty());
        QCOMPARE(model.rowHolding(QDate(2026, 12, 1), QDate(2026, 12, 3)), -1);
        QCOMPARE(model.rowOf(model.idAt(1)), 1);
        QVERIFY(screen.workspace->undo());
        QCOMPARE(model.rowCount(), 1);
        QVERIFY(screen.workspace->undo());
        QCOMPARE(model.rowCount(), 0);
        QCOMPARE(reset.size(), 0);
    }
};

QTEST_MAIN(tst_DaysOffCard)
#include "tst_DaysOffCard.moc"
