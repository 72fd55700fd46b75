// SPDX-License-Identifier: GPL-3.0-or-later
#include <HeldWorkers.h>
#include <PlanScreen.h>

#include <session/StudyPlan.h>
#include <ui/plan/PlanPage.h>
#include <ui/plan/SchedulePane.h>
#include <ui/plan/WhatIfCard.h>
#include <ui/words/PlanWords.h>

#include <QAbstractItemView>
#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>
#include <QSlider>

using namespace Qt::StringLiterals;
using namespace waymark;
using support::childOf;
using support::clickShown;
using support::HeldWorkers;
using support::PlanScreen;
using support::shownIn;
using support::textIn;
using ui::SchedulePane;
using ui::ScheduleView;

namespace {

const QStringList natural { u"base"_s, u"middle"_s, u"blue"_s, u"end"_s, u"top"_s };

struct Screen : PlanScreen
{
    std::unique_ptr<SchedulePane> pane;
    QStringList notices;
    QList<ui::Place> places;

    template <class... Args>
    explicit Screen(Args... args)
        : PlanScreen(args...)
    {
    }
    void open(const QVariantMap& view = {})
    {
        pane = std::make_unique<SchedulePane>(*workspace);
        QObject::connect(pane.get(), &ui::PlanPane::noticeRequested, pane.get(), [this](const QString& text) { notices.append(text); });
        QObject::connect(pane.get(), &ui::PlanPane::placeRequested, pane.get(), [this](const ui::Place& place) { places.append(place); });
        pane->restoreView(view);
        pane->resize(900, 640);
        pane->show();
        QVERIFY(QTest::qWaitForWindowActive(pane.get()));
        settle();
    }
    [[nodiscard]] ScheduleView& list() const { return *childOf<ScheduleView>(*pane, u"plan.schedule"_s); }
    [[nodiscard]] ui::ScheduleModel& model() const { return *static_cast<ui::ScheduleModel*>(list().model()); }
    [[nodiscard]] QStringList order() const { return skillsIn(model()); }
    [[nodiscard]] QRect rectOf(const QString& skill) const { return list().visualRect(model().index(model().rowOf(skill), 0)); }
    void choose(const QString& skill) const
    {
        list().scrollTo(model().index(model().rowOf(skill), 0));
        QTest::mouseClick(list().viewport(), Qt::LeftButton, {}, rectOf(skill).center());
        QCOMPARE(list().currentSkill(), skill);
    }
    /// Takes a row and moves the pointer, in steps as a hand does, until it is at this point of the list.
    void carry(const QString& skill, const QPoint& to) const
    {
        const QPoint from = rectOf(skill).center();
        QTest::mousePress(list().viewport(), Qt::LeftButton, {}, from);
        constexpr int steps = 10;
        for (int i = 1; i <= steps; ++i) {
            QMouseEvent move(
                QEvent::MouseMove, from + (to - from) * i / steps, list().viewport()->mapToGlobal(to), Qt::NoButton, Qt::LeftButton, {});
            QCoreApplication::sendEvent(list().viewport(), &move);
        }
    }
    void drag(const QString& skill, const QPoint& to) const
    {
        carry(skill, to);
        QTest::mouseRelease(list().viewport(), Qt::LeftButton, {}, to);
        settle();
    }
    [[nodiscard]] QSlider& slider(const QString& name) const { return *childOf<QSlider>(*pane, u"plan.trial."_s + name); }
    [[nodiscard]] QString text(const QString& name) const { return textIn(*pane, name); }
};

/// The dates as the forecast has them, worked out apart from the screen.
QString evenDate(const session::Workspace& workspace, const session::WhatIf& whatIf = {})
{
    return ui::PlanWords::date(learning::forecast(session::studyOutset(workspace, whatIf).input).p50);
}

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

    // What if

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

    // What moved

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

    void whatChangesWhileThePaneIsHiddenIsThereWhenItIsShown()
    {
        Screen screen;
        screen.open();
        screen.pane->hide();
        screen.workspace.finish(u"base"_s);
        screen.pane->show();
        QCOMPARE(screen.order().first(), u"middle"_s);
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
