// SPDX-License-Identifier: GPL-3.0-or-later
// The order of the schedule: rows moved by hand and by keys, and wishes that cannot be.
#include <ScheduleScreen.h>

#include <QAction>
#include <QScrollBar>

using namespace Qt::StringLiterals;
using namespace waymark;
using support::childOf;
using support::clickShown;
using Screen = support::ScheduleScreen;

class tst_ScheduleOrder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRowIsDraggedUp()
    {
        Screen screen;
        screen.open();
        screen.drag(u"blue"_s, screen.rectOf(u"middle"_s).topLeft() + QPoint(60, 2));
        QCOMPARE(screen.order(), (QStringList { u"base"_s, u"blue"_s, u"middle"_s, u"end"_s, u"top"_s }));
        QCOMPARE(screen.list().currentSkill(), u"blue"_s);
        QVERIFY(screen.workspace->nextUndo());
        QVERIFY(screen.workspace->undo());
        QCOMPARE(screen.order(), Screen::natural);
    }

    void aRowIsDraggedDownBehindAllOthers()
    {
        Screen screen;
        screen.open();
        screen.drag(u"end"_s, { 60, screen.list().viewport()->height() - 3 });
        QCOMPARE(screen.order().last(), u"end"_s);
    }

    void aRowPutDownWhereItLaysChangesNothing_data()
    {
        QTest::addColumn<QString>("skill");
        QTest::addColumn<bool>("lower");
        QTest::newRow("above itself") << u"blue"_s << false;
        QTest::newRow("under itself") << u"blue"_s << true;
        QTest::newRow("under the one above") << u"middle"_s << true;
    }
    void aRowPutDownWhereItLaysChangesNothing()
    {
        QFETCH(const QString, skill);
        QFETCH(const bool, lower);
        Screen screen;
        screen.open();
        const domain::Progress before = screen.workspace->progress();
        const QRect row = screen.rectOf(skill);
        const int side = screen.list().viewport()->width() - 20;
        screen.drag(u"blue"_s, { side, lower ? row.bottom() - 2 : row.top() + 2 });
        QVERIFY(screen.workspace->progress() == before);
        QVERIFY(!screen.list().isDragging());
    }

    void escapeLeavesWhatIsDraggedWhereItWas()
    {
        Screen screen;
        screen.open();
        screen.choose(u"blue"_s);
        const QPoint top = screen.rectOf(u"base"_s).topLeft() + QPoint(60, 2);
        screen.carry(u"blue"_s, top);
        QVERIFY(screen.list().isDragging());
        QTest::keyClick(&screen.list(), Qt::Key_Escape);
        QVERIFY(!screen.list().isDragging());
        QTest::mouseRelease(screen.list().viewport(), Qt::LeftButton, {}, top);
        QCOMPARE(screen.order(), Screen::natural);
        QVERIFY(screen.workspace->progress().orderWishes().isEmpty());
    }

    void aRowHeldAtTheEdgeScrollsTheList()
    {
        Screen screen;
        for (int day = 1; day <= 25; ++day) {
            screen.takeOff(screen.today().addDays(day), screen.today().addDays(day));
        }
        screen.open();
        QScrollBar* bar = screen.list().verticalScrollBar();
        QVERIFY(bar->maximum() > 0);
        const QPoint foot(60, screen.list().viewport()->height() - 2);
        screen.carry(u"base"_s, foot);
        QTRY_COMPARE(bar->value(), bar->maximum());
        QTest::mouseRelease(screen.list().viewport(), Qt::LeftButton, {}, foot);
        QVERIFY(!screen.workspace->progress().orderWishes().isEmpty()); // put down at the end, where it cannot be
        QCOMPARE(screen.notices.size(), 1);
    }

    void monthsAreNotDragged()
    {
        Screen screen;
        screen.open();
        const QPoint heading = screen.list().visualRect(screen.model().index(0, 0)).center();
        QTest::mousePress(screen.list().viewport(), Qt::LeftButton, {}, heading);
        QMouseEvent move(QEvent::MouseMove, heading + QPoint(0, 120), QPointF(), Qt::NoButton, Qt::LeftButton, {});
        QCoreApplication::sendEvent(screen.list().viewport(), &move);
        QVERIFY(!screen.list().isDragging());
        QTest::mouseRelease(screen.list().viewport(), Qt::LeftButton, {}, heading);
        QCOMPARE(screen.list().currentSkill(), QString());
    }

    void keysMoveTheChosenRow()
    {
        Screen screen;
        screen.open();
        screen.choose(u"blue"_s);
        QTest::keyClick(&screen.list(), Qt::Key_Up, Qt::AltModifier);
        QCOMPARE(screen.order().indexOf(u"blue"_s), 1);
        QTest::keyClick(&screen.list(), Qt::Key_Down, Qt::AltModifier);
        QCOMPARE(screen.order(), Screen::natural);
        QVERIFY(screen.workspace->progress().orderWishes().isEmpty());
        screen.choose(u"end"_s);
        QTest::keyClick(&screen.list(), Qt::Key_End, Qt::AltModifier);
        QCOMPARE(screen.order().last(), u"end"_s);
        QTest::keyClick(&screen.list(), Qt::Key_Home, Qt::AltModifier);
        QCOMPARE(screen.list().currentSkill(), u"end"_s);
        QCOMPARE(screen.order().first(), u"base"_s); // which it needs
        QCOMPARE(screen.notices.size(), 1);
    }

    void theFirstRowHasNoEarlierAndTheLastNoLater()
    {
        Screen screen;
        screen.open();
        const auto action = [&screen](const QString& id) { return childOf<QAction>(*screen.pane, id); };
        QVERIFY(!action(u"plan.later"_s)->isEnabled()); // none is chosen
        screen.choose(u"base"_s);
        QVERIFY(!action(u"plan.earlier"_s)->isEnabled() && action(u"plan.later"_s)->isEnabled());
        screen.choose(u"top"_s);
        QVERIFY(action(u"plan.earlier"_s)->isEnabled() && !action(u"plan.later"_s)->isEnabled());
    }

    void whatCannotBeIsSaidAndCanBeForgotten()
    {
        Screen screen;
        screen.open();
        screen.choose(u"middle"_s);
        QTest::keyClick(&screen.list(), Qt::Key_Up, Qt::AltModifier);
        const QString reason = u"\"Middle\" cannot come before \"Base\": it needs it."_s;
        QCOMPARE(screen.order(), Screen::natural);
        QCOMPARE(screen.notices, QStringList { reason });
        QCOMPARE(screen.text(u"plan.wish.middle"_s), reason);
        clickShown(*screen.pane, u"plan.forget.middle"_s);
        QVERIFY(screen.workspace->progress().orderWishes().isEmpty());
        QCOMPARE(screen.text(u"plan.wish.middle"_s), QString());
        QVERIFY(screen.list().hasFocus());
    }

    void aMoveIsAnsweredWithWhatCameOfIt_data()
    {
        QTest::addColumn<QString>("wished");
        QTest::addColumn<int>("key");
        QTest::addColumn<QString>("answer");
        QTest::newRow("kept, while an older wish could not be kept before") << u"end"_s << int(Qt::Key_Down) << QString();
        QTest::newRow("kept, against an older wish that was kept until then") << u"blue"_s << int(Qt::Key_Up) << u"\"Blue\""_s;
        QTest::newRow("not kept, as one of before") << u"end"_s << int(Qt::Key_Home) << u"\"Middle\" cannot come before \"Base\""_s;
    }
    void aMoveIsAnsweredWithWhatCameOfIt()
    {
        QFETCH(const QString, wished);
        QFETCH(const int, key);
        QFETCH(const QString, answer);
        Screen screen;
        screen.apply(domain::wishOrder(screen.workspace->context(), wished, u"middle"_s));
        screen.now += 1000;
        screen.open();
        screen.choose(u"middle"_s);
        QTest::keyClick(&screen.list(), static_cast<Qt::Key>(key), Qt::AltModifier);
        QVERIFY(screen.workspace->progress().orderWishes().contains(u"middle"_s));
        QCOMPARE(screen.notices.isEmpty(), answer.isEmpty());
        QVERIFY2(answer.isEmpty() || screen.notices.first().startsWith(answer), qPrintable(screen.notices.join(u'|')));
    }

    void manyWishesThatCannotBeAreForgottenAtOnce()
    {
        Screen screen;
        for (const QString& skill : { u"middle"_s, u"blue"_s, u"end"_s, u"top"_s }) {
            screen.now += 1000;
            screen.apply(domain::wishOrder(screen.workspace->context(), skill, u"base"_s));
        }
        screen.open();
        QVERIFY(!screen.text(u"plan.wish.top"_s).isEmpty()); // the newest
        QVERIFY(screen.text(u"plan.wish.middle"_s).isEmpty());
        clickShown(*screen.pane, u"plan.forgetAll"_s);
        QVERIFY(screen.workspace->progress().orderWishes().isEmpty());
        QVERIFY(screen.workspace->undo()); // all of them in one step
        QCOMPARE(screen.workspace->progress().orderWishes().size(), 4);
    }

    void aRowThatWentDownIsPutBack()
    {
        Screen screen;
        screen.open();
        screen.choose(u"middle"_s);
        QTest::keyClick(&screen.list(), Qt::Key_Down, Qt::AltModifier);
        QCOMPARE(screen.order(), (QStringList { u"base"_s, u"blue"_s, u"middle"_s, u"end"_s, u"top"_s }));
        childOf<QAction>(*screen.pane, u"plan.putBack"_s)->trigger();
        QCOMPARE(screen.order(), Screen::natural);
        screen.choose(u"base"_s);
        QTest::keyClick(&screen.list(), Qt::Key_End, Qt::AltModifier);
        QCOMPARE(screen.notices, QStringList { u"\"Base\" cannot come after \"Top\", which needs it."_s });
        QCOMPARE(screen.text(u"plan.wish.base"_s), screen.notices.first());
        clickShown(*screen.pane, u"plan.forget.base"_s);
        QVERIFY(screen.workspace->progress().orderWishes().isEmpty());
    }

    void aMovedRowIsPutBack_data()
    {
        QTest::addColumn<QString>("moved");
        QTest::addColumn<QString>("back");
        QTest::newRow("the one that came forward") << u"blue"_s << u"blue"_s;
        QTest::newRow("the one that it passed") << u"blue"_s << u"middle"_s;
    }
    void aMovedRowIsPutBack()
    {
        QFETCH(const QString, moved);
        QFETCH(const QString, back);
        Screen screen;
        screen.open();
        QAction* action = childOf<QAction>(*screen.pane, u"plan.putBack"_s);
        screen.choose(moved);
        QVERIFY(!action->isEnabled());
        QTest::keyClick(&screen.list(), Qt::Key_Up, Qt::AltModifier);
        screen.choose(back);
        QVERIFY(action->isEnabled());
        action->trigger();
        QCOMPARE(screen.order(), Screen::natural);
        QVERIFY(screen.workspace->progress().orderWishes().isEmpty());
    }

    void aReadOnlyLibraryIsShownButNotChanged()
    {
        Screen screen;
        screen.workspace.store->setReadOnly(true);
        screen.open();
        screen.choose(u"blue"_s);
        QVERIFY(!childOf<QAction>(*screen.pane, u"plan.earlier"_s)->isEnabled());
        const QPoint higher = screen.rectOf(u"middle"_s).topLeft() + QPoint(60, 2);
        screen.carry(u"blue"_s, higher);
        QVERIFY(!screen.list().isDragging());
        QTest::mouseRelease(screen.list().viewport(), Qt::LeftButton, {}, higher);
        QCOMPARE(screen.order(), Screen::natural);
    }
};

QTEST_MAIN(tst_ScheduleOrder)
#include "tst_ScheduleOrder.moc"
