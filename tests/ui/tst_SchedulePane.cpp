// SPDX-License-Identifier: GPL-3.0-or-later
#include <HeldWorkers.h>
#include <ScheduleScreen.h>

#include <ui/plan/PlanPage.h>

#include <QHeaderView>
#include <QLabel>
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
        QCOMPARE(screen.text(u"plan.chance"_s), u"%1\u00a0%"_s.arg(std::lround(*forecast.chance * 100)));
        QVERIFY(screen.text(u"plan.forecast.basis"_s).contains(u"estimates of the course"_s));
        QVERIFY(!shownIn<QWidget>(*screen.pane, u"plan.forecast.obstacle"_s));
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
        QCOMPARE(screen.order(), Screen::natural); // while no worker is free
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
        QVERIFY2(screen.text(u"plan.forecast.obstacle"_s).contains(words), qPrintable(screen.text(u"plan.forecast.obstacle"_s)));
        clickShown(*screen.pane, u"plan.forecast.obstacle.step"_s);
        if (section.isEmpty()) {
            QCOMPARE(goal.size(), 1);
            QVERIFY(!screen.text(u"plan.p50"_s).isEmpty()); // dated all the same
        } else {
            QVERIFY(!shownIn<QWidget>(*screen.pane, u"plan.p50"_s) && !shownIn<QWidget>(*screen.pane, u"plan.p85"_s));
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
        QVERIFY(textIn(pane, u"plan.forecast.obstacle"_s).contains(u"hundred years"_s));
        clickShown(pane, u"plan.forecast.obstacle.step"_s);
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
        QVERIFY(textIn(pane, u"plan.nothing"_s).contains(u"no course"_s));
        clickShown(pane, u"plan.nothing.step"_s);
        QCOMPARE(asked.size(), 1);
    }

    void withEverythingReachedAnotherMilestoneIsOffered()
    {
        Screen screen;
        for (const QString& skill : Screen::natural) {
            screen.workspace.finish(skill);
        }
        screen.open();
        const QSignalSpy asked(screen.pane.get(), &ui::PlanPane::goalRequested);
        QVERIFY(!screen.text(u"plan.nothing"_s).isEmpty());
        clickShown(*screen.pane, u"plan.nothing.step"_s);
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

    void theMilestoneAheadBecomesTheGoalWithOneClick()
    {
        Screen screen(7.0, u"half"_s, QDate(2026, 12, 10));
        screen.workspace.finish(u"base"_s);
        screen.workspace.finish(u"middle"_s);
        screen.open();
        clickShown(*screen.pane, u"plan.forecast.reached.step"_s);
        QCOMPARE(screen.workspace->progress().goal(), (domain::Goal { u"whole"_s, 7, {} }));
        QVERIFY(!shownIn<QWidget>(*screen.pane, u"plan.forecast.reached"_s));
        QVERIFY(screen.list().hasFocus());
        QVERIFY(screen.workspace->undo());
        QVERIFY(shownIn<QWidget>(*screen.pane, u"plan.forecast.reached"_s));
    }

    void withoutAGoalThePlanLeadsToTheNextMilestone()
    {
        Screen screen(0.0, QString());
        screen.open();
        QCOMPARE(screen.text(u"plan.forecast.title"_s), u"On the way to \"Half\""_s);
        QVERIFY(screen.text(u"plan.forecast.obstacle"_s).contains(u"no hours of study"_s));
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
        for (const QString& next : Screen::natural.mid(1)) {
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
        QVERIFY(screen.text(u"plan.note"_s).contains(u"Choose a line with a note"_s)); // the list keeps its size
    }

    void withoutNotesTheListGoesDownToTheEnd()
    {
        Screen screen;
        screen.open();
        screen.choose(u"top"_s);
        QVERIFY(shownIn<QLabel>(*screen.pane, u"plan.note"_s) == nullptr);
        const auto below
            = [&screen] { return screen.pane->height() - screen.list().mapTo(screen.pane.get(), QPoint(0, screen.list().height())).y(); };
        QVERIFY2(below() <= 1, qPrintable(QString::number(below())));
        screen.apply(domain::wishOrder(screen.workspace->context(), u"blue"_s, u"middle"_s));
        QTRY_VERIFY(below() > 1);
        QVERIFY(shownIn<QLabel>(*screen.pane, u"plan.note"_s) != nullptr);
        QVERIFY(screen.workspace->undo());
        QTRY_VERIFY(below() <= 1);
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
        screen.workspace->noticeDay();
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
        QCOMPARE(screen.order(), Screen::natural);
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
