// SPDX-License-Identifier: GPL-3.0-or-later
#include <HeldWorkers.h>
#include <ScheduleScreen.h>

#include <ui/plan/PlanPage.h>

#include <QAction>
#include <QHeaderView>
#include <QLabel>
#include <QScrollBar>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace waymark;
using support::childOf;
using support::clickShown;
using support::evenDate;
using support::HeldWorkers;
using support::PlanScreen;
using support::shownIn;
using support::textIn;
using ui::SchedulePane;
using ui::ScheduleView;
using Screen = support::ScheduleScreen;

namespace {

const QStringList natural { u"base"_s, u"middle"_s, u"blue"_s, u"end"_s, u"top"_s };

} // namespace

class tst_SchedulePane : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bothDatesAndTheChanceAreShown()
    {
        Screen screen(7.0, u"whole"_s, QDate(2026, 12, 10));
        screen.open();
        const auto outset = session::studyOutset(*screen.workspace);
        const learning::Forecast forecast = learning::forecast(outset.input);
        QCOMPARE(screen.text(u"plan.forecast.title"_s), u"On the way to \"Whole\""_s);
        QCOMPARE(screen.text(u"plan.p50"_s), ui::PlanWords::date(forecast.p50));
        QCOMPARE(screen.text(u"plan.p85"_s), ui::PlanWords::date(forecast.p85));
        QCOMPARE(screen.text(u"plan.chance"_s), u"%1 %"_s.arg(std::lround(*forecast.chance * 100)));
        QVERIFY(screen.text(u"plan.forecast.basis"_s).contains(u"estimates of the course"_s));
        QVERIFY(!shownIn<QWidget>(*screen.pane, u"plan.obstacle"_s));
    }

    void withoutADeadlineThereIsNoChance()
    {
        Screen screen;
        screen.open();
        QCOMPARE(screen.text(u"plan.chance"_s), QString());
    }

    void theWindowDoesNotWaitForTheForecast()
    {
        Screen screen;
        HeldWorkers held;
        screen.pane = std::make_unique<SchedulePane>(*screen.workspace);
        screen.pane->show();
        QCOMPARE(screen.order(), natural); // while no worker is free
        QCOMPARE(screen.text(u"plan.p50"_s), QString());
        QVERIFY(!screen.text(u"plan.forecast.basis"_s).isEmpty());
        held.release();
        QCoreApplication::processEvents();
        QCOMPARE(screen.text(u"plan.p50"_s), evenDate(*screen.workspace));
    }

    void everyObstacleHasItsSentenceAndItsStep_data()
    {
        QTest::addColumn<double>("hours");
        QTest::addColumn<QDate>("deadline");
        QTest::addColumn<bool>("allOff");
        QTest::addColumn<QString>("words");
        QTest::addColumn<QString>("section"); // none: the goal
        QTest::newRow("no hours") << 0.0 << QDate() << false << u"no hours of study"_s << ui::PlanPage::hoursSection;
        QTest::newRow("all days off") << 7.0 << QDate() << true << u"day off"_s << ui::PlanPage::hoursSection;
        QTest::newRow("deadline past") << 7.0 << QDate(2026, 1, 1) << false << u"has passed"_s << QString();
    }
    void everyObstacleHasItsSentenceAndItsStep()
    {
        QFETCH(const double, hours);
        QFETCH(const QDate, deadline);
        QFETCH(const bool, allOff);
        QFETCH(const QString, words);
        QFETCH(const QString, section);
        Screen screen(hours, u"whole"_s, deadline);
        if (allOff) {
            screen.takeOff(QDate(2026, 1, 1), QDate(2100, 1, 1));
        }
        screen.open();
        const QSignalSpy goal(screen.pane.get(), &ui::PlanPane::goalRequested);
        QVERIFY2(screen.text(u"plan.obstacle"_s).contains(words), qPrintable(screen.text(u"plan.obstacle"_s)));
        clickShown(*screen.pane, u"plan.obstacle.step"_s);
        if (section.isEmpty()) {
            QCOMPARE(goal.size(), 1);
            QVERIFY(!screen.text(u"plan.p50"_s).isEmpty()); // dated all the same
        } else {
            QCOMPARE(screen.places, QList<ui::Place>({ { ui::PageId::Plan, {}, section } }));
        }
    }

    void hoursThatNeverSufficeLeadToTheHours()
    {
        domain::CourseContent content = PlanScreen::content();
        for (domain::Skill& skill : content.course.skills) {
            skill.hours = 1000;
        }
        const support::MemoryWorkspace workspace(content);
        QVERIFY(workspace->apply(domain::setRhythm(workspace->context(), { { 1, 0, 0, 0, 0, 0, 0 }, {}, 0, 3 })));
        SchedulePane pane(*workspace);
        const QSignalSpy asked(&pane, &ui::PlanPane::placeRequested);
        pane.show();
        PlanScreen::settle();
        QVERIFY(textIn(pane, u"plan.obstacle"_s).contains(u"hundred years"_s));
        clickShown(pane, u"plan.obstacle.step"_s);
        QCOMPARE(asked.size(), 1);
    }

    void withoutACourseOneIsOffered()
    {
        const support::MemoryWorkspace workspace { domain::CourseContent {} };
        SchedulePane pane(*workspace);
        const QSignalSpy asked(&pane, &ui::PlanPane::courseRequested);
        pane.show();
        PlanScreen::settle();
        QVERIFY(!shownIn<ScheduleView>(pane, u"plan.schedule"_s));
        QVERIFY(textIn(pane, u"plan.obstacle"_s).contains(u"no course"_s));
        clickShown(pane, u"plan.obstacle.step"_s);
        QCOMPARE(asked.size(), 1);
    }

    void withEverythingReachedAnotherMilestoneIsOffered()
    {
        Screen screen;
        for (const QString& skill : natural) {
            screen.workspace.finish(skill);
        }
        screen.open();
        const QSignalSpy asked(screen.pane.get(), &ui::PlanPane::goalRequested);
        QVERIFY(!screen.text(u"plan.obstacle"_s).isEmpty());
        clickShown(*screen.pane, u"plan.obstacle.step"_s);
        QCOMPARE(asked.size(), 1);
        QVERIFY(screen.workspace->undo()); // and the plan comes back with what is open
        QVERIFY(shownIn<ScheduleView>(*screen.pane, u"plan.schedule"_s));
    }

    void aReachedGoalIsSaidAndItsDeadlineIsGone()
    {
        Screen screen(7.0, u"half"_s, QDate(2026, 12, 10));
        screen.open();
        QVERIFY(!shownIn<QWidget>(*screen.pane, u"plan.forecast.reached"_s));
        QVERIFY(!screen.text(u"plan.chance"_s).isEmpty());
        screen.workspace.finish(u"base"_s);
        screen.workspace.finish(u"middle"_s);
        screen.settle();
        QVERIFY(shownIn<QWidget>(*screen.pane, u"plan.forecast.reached"_s));
        QVERIFY(screen.text(u"plan.forecast.reached"_s).startsWith(u"\"Half\" is reached; this is the way to \"Whole\"."_s));
        QVERIFY(!shownIn<QWidget>(*screen.pane, u"plan.chance"_s));
    }

    void withoutAGoalThePlanLeadsToTheNextMilestone()
    {
        Screen screen(0.0, QString());
        screen.open();
        QCOMPARE(screen.text(u"plan.forecast.title"_s), u"On the way to \"Half\""_s);
        QVERIFY(screen.text(u"plan.obstacle"_s).contains(u"no hours of study"_s));
    }

    // The order

    void aRowIsDraggedUp()
    {
        Screen screen;
        screen.open();
        screen.drag(u"blue"_s, screen.rectOf(u"middle"_s).topLeft() + QPoint(60, 2));
        QCOMPARE(screen.order(), (QStringList { u"base"_s, u"blue"_s, u"middle"_s, u"end"_s, u"top"_s }));
        QCOMPARE(screen.list().currentSkill(), u"blue"_s);
        QVERIFY(screen.workspace->nextUndo());
        QVERIFY(screen.workspace->undo());
        QCOMPARE(screen.order(), natural);
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
        QCOMPARE(screen.order(), natural);
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
        QCOMPARE(screen.order(), natural);
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
        QCOMPARE(screen.order(), natural);
        QCOMPARE(screen.notices, QStringList { reason });
        QCOMPARE(screen.text(u"plan.wish.middle"_s), reason);
        clickShown(*screen.pane, u"plan.forget.middle"_s);
        QVERIFY(screen.workspace->progress().orderWishes().isEmpty());
        QCOMPARE(screen.text(u"plan.wish.middle"_s), QString());
        QVERIFY(screen.list().hasFocus());
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

    void aMovedRowIsPutBack_data()
    {
        QTest::addColumn<QString>("moved");
        QTest::addColumn<QString>("back");
        QTest::newRow("the one that came forward") << u"blue"_s << u"blue"_s;
        QTest::newRow("the one that it passed") << u"blue"_s << u"middle"_s;
    }
    void aRowThatWentDownIsPutBack()
    {
        Screen screen;
        screen.open();
        screen.choose(u"middle"_s);
        QTest::keyClick(&screen.list(), Qt::Key_Down, Qt::AltModifier);
        QCOMPARE(screen.order(), (QStringList { u"base"_s, u"blue"_s, u"middle"_s, u"end"_s, u"top"_s }));
        childOf<QAction>(*screen.pane, u"plan.putBack"_s)->trigger();
        QCOMPARE(screen.order(), natural);
        screen.choose(u"base"_s);
        QTest::keyClick(&screen.list(), Qt::Key_End, Qt::AltModifier);
        QCOMPARE(screen.notices, QStringList { u"\"Base\" cannot come after \"Top\", which needs it."_s });
        QCOMPARE(screen.text(u"plan.wish.base"_s), screen.notices.first());
        clickShown(*screen.pane, u"plan.forget.base"_s);
        QVERIFY(screen.workspace->progress().orderWishes().isEmpty());
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
        QCOMPARE(screen.order(), natural);
        QVERIFY(screen.workspace->progress().orderWishes().isEmpty());
    }

    void enterAndDoubleClickOpenTheLesson()
    {
        Screen screen;
        screen.open();
        screen.choose(u"blue"_s);
        QTest::keyClick(&screen.list(), Qt::Key_Return);
        screen.choose(u"base"_s);
        QTest::mouseDClick(screen.list().viewport(), Qt::LeftButton, {}, screen.rectOf(u"base"_s).center());
        const QList<ui::Place> wanted { { ui::PageId::Skill, u"blue"_s, {} }, { ui::PageId::Skill, u"base"_s, {} } };
        QCOMPARE(screen.places, wanted);
    }

    void arrowsPassOverMonthsAndDaysOff()
    {
        Screen screen;
        screen.takeOff(QDate(2026, 11, 24), QDate(2026, 11, 24));
        screen.open();
        screen.choose(u"base"_s);
        for (const QString& next : natural.mid(1)) {
            QTest::keyClick(&screen.list(), Qt::Key_Down);
            QCOMPARE(screen.list().currentSkill(), next);
        }
    }

    void linesThatKeysPassOverComeIntoViewWithTheirSkill()
    {
        Screen screen;
        screen.open();
        screen.list().setMinimumHeight(0);
        screen.list().setFixedHeight(4 * screen.rectOf(u"base"_s).height() + screen.list().header()->height());
        QCoreApplication::processEvents();
        screen.list().choose(u"top"_s);
        screen.list().setFocus();
        QTest::keyClick(&screen.list(), Qt::Key_Home);
        QCOMPARE(screen.list().currentSkill(), u"base"_s);
        const QRect month = screen.list().visualRect(screen.model().index(0, 0)); // to which no key leads
        QVERIFY(month.top() >= 0);
    }

    void theNoteOfTheChosenRowIsShownWhole()
    {
        Screen screen;
        screen.open();
        screen.apply(domain::wishOrder(screen.workspace->context(), u"blue"_s, u"middle"_s));
        screen.choose(u"blue"_s);
        const QString note = screen.model().index(screen.model().rowOf(u"blue"_s), ui::ScheduleModel::NoteColumn).data().toString();
        QVERIFY(!note.isEmpty());
        QCOMPARE(screen.text(u"plan.note"_s), note);
        const auto* shown = childOf<QLabel>(*screen.pane, u"plan.note"_s);
        QVERIFY(shown->height() >= shown->heightForWidth(shown->width()));
        screen.choose(u"top"_s);
        QCOMPARE(screen.text(u"plan.note"_s), QString());
    }

    void aReadOnlyLibraryIsShownButNotChanged()
    {
        Screen screen;
        screen.workspace.store->setReadOnly(true);
        screen.open();
        screen.choose(u"blue"_s);
        QVERIFY(!childOf<QAction>(*screen.pane, u"plan.earlier"_s)->isEnabled());
        screen.drag(u"blue"_s, screen.rectOf(u"middle"_s).topLeft() + QPoint(60, 2));
        QCOMPARE(screen.order(), natural);
    }

    void whatChangesWhileThePaneIsHiddenIsThereWhenItIsShown()
    {
        Screen screen;
        screen.open();
        screen.pane->hide();
        screen.workspace.finish(u"base"_s);
        screen.pane->show();
        QCOMPARE(screen.order().first(), u"middle"_s);
    }

    void aNewDayIsNoticedWhileThePaneStandsOpen()
    {
        Screen screen;
        screen.open();
        const QModelIndex when = screen.model().index(screen.model().rowOf(u"base"_s), ui::ScheduleModel::WhenColumn);
        QVERIFY(when.data().toString().contains(u"21 Nov 2026"_s));
        screen.now += 3 * 86'400'000LL;
        QEvent turnedTo(QEvent::WindowActivate);
        QCoreApplication::sendEvent(screen.pane.get(), &turnedTo);
        const QModelIndex now = screen.model().index(screen.model().rowOf(u"base"_s), ui::ScheduleModel::WhenColumn);
        QVERIFY2(now.data().toString().contains(u"24 Nov 2026"_s), qPrintable(now.data().toString()));
        PlanScreen::settle();
        QCOMPARE(screen.text(u"plan.p50"_s), support::evenDate(*screen.workspace));
    }

    void anotherCourseTakesThePlaceOfTheFirst()
    {
        Screen screen;
        screen.open();
        screen.choose(u"blue"_s);
        domain::CourseContent content = PlanScreen::content();
        content.hash = u"another"_s;
        content.course.version = u"2.0"_s;
        content.course.skills[0].title = u"Foundations"_s;
        QVERIFY(screen.workspace->installCourse(content));
        PlanScreen::settle();
        QCOMPARE(screen.order(), natural);
        QCOMPARE(screen.model().index(screen.model().rowOf(u"base"_s), 0).data().toString(), u"Foundations"_s);
        QCOMPARE(screen.text(u"plan.p50"_s), evenDate(*screen.workspace));
    }

    void aSkillThatIsGoneToIsChosen()
    {
        Screen screen;
        SchedulePane pane(*screen.workspace);
        pane.goTo(u"end"_s); // before it is shown for the first time
        QCOMPARE(pane.currentSkill(), u"end"_s);
        pane.goTo(QString());
        QCOMPARE(pane.currentSkill(), u"end"_s);
    }
};

QTEST_MAIN(tst_SchedulePane)
#include "tst_SchedulePane.moc"
