// SPDX-License-Identifier: GPL-3.0-or-later
#include <ScheduleScreen.h>

#include <QListView>

using namespace Qt::StringLiterals;
using namespace waymark;
using support::childOf;
using support::clickShown;
using support::PlanScreen;
using Screen = support::ScheduleScreen;

class tst_MovedNote : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingIsSaidOnTheFirstVisit()
    {
        Screen screen;
        screen.open();
        QCOMPARE(screen.text(u"plan.moved"_s), QString());
        QVERIFY(!screen.pane->view().value(u"dates"_s).toMap().isEmpty());
    }

    void aPlanThatMovedSaysSoUntilItIsSeen()
    {
        Screen screen;
        screen.open();
        screen.takeOff(screen.today().addDays(1), screen.today().addDays(4));
        PlanScreen::settle();
        QCOMPARE(screen.text(u"plan.moved"_s), u"Since 21 Nov 2026: 5 skill(s) later, the end 4 day(s) later."_s);
        clickShown(*screen.pane, u"plan.moved.which"_s);
        auto* list = childOf<QListView>(*screen.pane, u"plan.moved.list"_s);
        QVERIFY(list->isVisible());
        QCOMPARE(list->model()->rowCount(), 5);
        QVERIFY(list->model()->index(0, 0).data().toString().endsWith(u"4 day(s) later"_s));
        clickShown(*screen.pane, u"plan.moved.seen"_s);
        QCOMPARE(screen.text(u"plan.moved"_s), QString());
        QVERIFY(!list->isVisible());
        QVERIFY(screen.workspace->undo()); // the other way round
        QVERIFY(screen.text(u"plan.moved"_s).contains(u"earlier"_s));
    }

    void whatMovedIsToldAfterARestart()
    {
        Screen screen;
        screen.open();
        const QVariantMap view = screen.pane->view();
        screen.pane.reset();
        screen.now += 3 * 86'400'000LL; // nothing was studied meanwhile
        screen.open(view);
        QVERIFY2(
            screen.text(u"plan.moved"_s).startsWith(u"Since 21 Nov 2026: 5 skill(s) later"_s), qPrintable(screen.text(u"plan.moved"_s)));
        QCOMPARE(screen.pane->view(), view); // until it is seen
    }

    void datesOfAnotherLibraryAreNotComparedWith()
    {
        Screen screen;
        screen.open();
        QVariantMap dates = screen.pane->view().value(u"dates"_s).toMap();
        dates.insert(u"library"_s, u"another"_s);
        screen.pane.reset();
        screen.now += 3 * 86'400'000LL;
        screen.open({ { u"dates"_s, dates } });
        QCOMPARE(screen.text(u"plan.moved"_s), QString());
        QCOMPARE(screen.pane->view().value(u"dates"_s).toMap().value(u"made"_s).toString(), u"2026-11-24"_s); // those of this one
    }

    void whatWasReachedMeanwhileIsNamed()
    {
        Screen screen;
        screen.open();
        screen.workspace.finish(u"base"_s);
        QVERIFY(screen.text(u"plan.moved"_s).contains(u"1 skill(s) reached"_s));
    }

    void anotherGoalIsNotComparedWith()
    {
        Screen screen;
        screen.open();
        screen.apply(domain::setGoal(screen.workspace->context(), { u"half"_s, 7, {} }));
        QCOMPARE(screen.text(u"plan.moved"_s), QString());
        QCOMPARE(screen.pane->view().value(u"dates"_s).toMap().value(u"milestone"_s).toString(), u"half"_s);
    }

    void aPlanWithoutHoursKeepsTheDatesOfBefore()
    {
        Screen screen;
        screen.open();
        const QVariantMap view = screen.pane->view();
        screen.apply(domain::setGoal(screen.workspace->context(), { u"whole"_s, 0, {} }));
        QCOMPARE(screen.text(u"plan.moved"_s), QString());
        QCOMPARE(screen.pane->view(), view);
    }
};

QTEST_MAIN(tst_MovedNote)
#include "tst_MovedNote.moc"
