// SPDX-License-Identifier: GPL-3.0-or-later
#include <GraphCourse.h>
#include <MemoryWorkspace.h>
#include <ScreenParts.h>

#include <ui/plan/BoardColumn.h>
#include <ui/plan/BoardList.h>
#include <ui/plan/BoardPane.h>
#include <ui/plan/CardGhost.h>
#include <ui/plan/PlanPage.h>
#include <ui/theme/Theme.h>

#include <domain/StudyEdits.h>

#include <QAbstractItemModelTester>
#include <QAccessible>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace waymark;
using domain::BoardLane;

namespace {

const QString base = u"base"_s;

/// The small course, with so many skills more that lead to the goal.
domain::Course courseWith(int more)
{
    domain::Course course = support::graphCourse();
    for (int i = 0; i < more; ++i) {
        domain::Skill skill = course.skills.front();
        skill.id = u"more-%1"_s.arg(i);
        skill.title = u"More %1"_s.arg(i);
        course.skills.push_back(skill);
        course.milestones[1].targets.append(skill.id);
    }
    return course;
}

} // namespace

class tst_BoardPane : public QObject
{
    Q_OBJECT

    qint64 m_now = 0;
    std::unique_ptr<support::MemoryWorkspace> m_library;
    std::unique_ptr<ui::BoardPane> m_pane;
    QStringList m_notices;
    std::vector<ui::Place> m_places;

    void open(const domain::Course& course = support::graphCourse(), double hours = 2)
    {
        m_pane.reset();
        m_now = 1'795'003'200'000; // a Wednesday
        domain::CourseContent content;
        content.course = course;
        m_library = std::make_unique<support::MemoryWorkspace>(content, session::Clock { [this] { return m_now; }, QTimeZone::utc() });
        if (!course.id.isEmpty() && !workspace().apply(domain::setGoal(workspace().context(), { u"whole"_s, hours, {} }))) {
            qFatal("no goal");
        }
        show();
    }
    void show(Qt::LayoutDirection direction = Qt::LeftToRight, QSize size = { 930, 560 })
    {
        m_notices.clear();
        m_places.clear();
        m_pane = std::make_unique<ui::BoardPane>(workspace());
        connect(m_pane.get(), &ui::PlanPane::noticeRequested, this, [this](const QString& text) { m_notices.append(text); });
        connect(m_pane.get(), &ui::PlanPane::placeRequested, this, [this](const ui::Place& place) { m_places.push_back(place); });
        m_pane->setLayoutDirection(direction);
        m_pane->resize(size);
        m_pane->show();
        QVERIFY(QTest::qWaitForWindowActive(m_pane.get()));
    }
    [[nodiscard]] session::Workspace& workspace() const { return **m_library; }
    [[nodiscard]] ui::BoardColumn& column(BoardLane lane) const
    {
        return *support::childOf<ui::BoardColumn>(*m_pane, u"board.column."_s + domain::toString(lane));
    }
    [[nodiscard]] ui::BoardList& list(BoardLane lane) const { return column(lane).list(); }
    [[nodiscard]] QStringList in(BoardLane lane) const
    {
        QStringList ids;
        const ui::BoardLaneModel& model = column(lane).model();
        for (int row = 0; row < model.rowCount(); ++row) {
            ids.append(model.data(model.index(row), ui::BoardLaneModel::SkillRole).toString());
        }
        return ids;
    }
    [[nodiscard]] QString text(const QString& name) const { return support::textIn(*m_pane, name); }
    [[nodiscard]] QPoint middleOf(BoardLane lane, const QString& skill) const
    {
        const ui::BoardLaneModel& model = column(lane).model();
        return list(lane).visualRect(model.index(model.rowOf(skill))).center();
    }
    void choose(const QString& skill) const
    {
        m_pane->goTo(skill);
        for (const ui::BoardList* each : m_pane->findChildren<ui::BoardList*>()) {
            if (each->currentSkill() == skill) {
                const_cast<ui::BoardList*>(each)->setFocus();
            }
        }
        QCOMPARE(m_pane->currentSkill(), skill);
    }
    void press(int key, Qt::KeyboardModifiers modifiers = {}) const
    {
        QTest::keyClick(QApplication::focusWidget(), static_cast<Qt::Key>(key), modifiers);
    }
    [[nodiscard]] BoardLane laneOf(const QString& skill) const
    {
        for (const BoardLane lane : { BoardLane::Backlog, BoardLane::Week, BoardLane::Doing, BoardLane::Waiting, BoardLane::Done }) {
            if (in(lane).contains(skill)) {
                return lane;
            }
        }
        qFatal("%s is not on the board", qPrintable(skill));
    }
    /// Presses a card and pulls it into the middle of another column, without letting go.
    void pull(const QString& skill, BoardLane to) const
    {
        const BoardLane from = laneOf(skill);
        QWidget* viewport = list(from).viewport();
        const QPoint start = middleOf(from, skill);
        QTest::mousePress(viewport, Qt::LeftButton, {}, start);
        const QPoint end = viewport->mapFromGlobal(column(to).mapToGlobal(column(to).rect().center()));
        for (const QPoint& at : { start + QPoint(QApplication::startDragDistance() + 1, 0), end }) {
            QMouseEvent move(QEvent::MouseMove, at, viewport->mapToGlobal(at), Qt::NoButton, Qt::LeftButton, {});
            QApplication::sendEvent(viewport, &move);
        }
    }
    void letGo(const QString& skill, BoardLane to) const
    {
        const BoardLane from = laneOf(skill);
        QWidget* viewport = list(from).viewport();
        QTest::mouseRelease(viewport, Qt::LeftButton, {}, viewport->mapFromGlobal(column(to).mapToGlobal(column(to).rect().center())));
    }
    void drag(const QString& skill, BoardLane to) const
    {
        pull(skill, to);
        letGo(skill, to);
    }
    void begin(const QStringList& skills) const
    {
        for (const QString& skill : skills) {
            QVERIFY(workspace().apply(domain::startSkill(workspace().context(), skill, false)));
        }
    }

private Q_SLOTS:
    void cleanup()
    {
        m_pane.reset();
        m_library.reset();
    }

    void theColumnsSayWhatStandsInThem()
    {
        open();
        begin({ u"side"_s });
        QCOMPARE(in(BoardLane::Doing), QStringList { u"side"_s });
        QCOMPARE(in(BoardLane::Week).first(), base);
        QCOMPARE(in(BoardLane::Week).size() + in(BoardLane::Backlog).size(), 5);
        QCOMPARE(text(u"board.count.doing"_s), u"1 of 3"_s);
        QCOMPARE(text(u"board.count.backlog"_s), QString::number(in(BoardLane::Backlog).size()));
        QVERIFY(!text(u"board.hint.waiting"_s).isEmpty() && !text(u"board.hint.done"_s).isEmpty());
        const QModelIndex card = column(BoardLane::Week).model().index(0);
        QVERIFY(card.data(ui::BoardLaneModel::CaptionRole).toString().contains(u"this week"_s));
        QCOMPARE(card.data(ui::BoardLaneModel::AreaRole).toString(), u"One"_s);
    }

    void aCardIsDraggedIntoAnotherColumn()
    {
        open();
        drag(base, BoardLane::Doing);
        QCOMPARE(in(BoardLane::Doing), QStringList { base });
        QVERIFY(workspace().progress().skill(base).mark->mark == domain::Mark::Started);
        QCOMPARE(m_pane->currentSkill(), base);
        drag(base, BoardLane::Backlog);
        QVERIFY(in(BoardLane::Backlog).contains(base));
        const ui::BoardLaneModel& backlog = column(BoardLane::Backlog).model();
        QVERIFY(backlog.index(backlog.rowOf(base)).data(ui::BoardLaneModel::PlacedRole).toBool());
        QVERIFY(workspace().undo());
        QCOMPARE(in(BoardLane::Doing), QStringList { base });
        QVERIFY(m_notices.isEmpty());
    }

    void whileItIsHeldTheTargetShowsAndEscapePutsItBack()
    {
        open();
        pull(base, BoardLane::Doing);
        auto* ghost = m_pane->findChild<ui::CardGhost*>();
        QVERIFY(ghost != nullptr && ghost->isVisible() && ghost->reason().isEmpty());
        const QImage welcome = column(BoardLane::Doing).grab().toImage();
        press(Qt::Key_Escape);
        QVERIFY(m_pane->findChild<ui::CardGhost*>() == nullptr);
        QVERIFY(column(BoardLane::Doing).grab().toImage() != welcome);
        letGo(base, BoardLane::Doing);
        QVERIFY(in(BoardLane::Doing).isEmpty());
    }

    void aFullDoingIsRefusedBeforeAndAfterTheDrop()
    {
        open();
        begin({ u"side"_s, u"red"_s, u"blue"_s });
        pull(base, BoardLane::Doing);
        QVERIFY(m_pane->findChild<ui::CardGhost*>()->reason().contains(u"Base"_s));
        letGo(base, BoardLane::Doing);
        QCOMPARE(m_notices.size(), 1);
        QVERIFY2(m_notices.first().contains(u"Doing holds 3"_s) && m_notices.first().contains(u"Base"_s), qPrintable(m_notices.first()));
        QVERIFY(!workspace().progress().skill(base).mark);
    }

    void moreThanTheLimitIsSaid()
    {
        open();
        begin({ u"side"_s, u"red"_s, u"blue"_s });
        QVERIFY(text(u"board.excess.doing"_s).isEmpty());
        begin({ u"top"_s });
        QCOMPARE(text(u"board.count.doing"_s), u"4 of 3"_s);
        QVERIFY(!text(u"board.excess.doing"_s).isEmpty());
    }

    void whatIsDoneIsNotTakenBackByADrop()
    {
        open();
        m_library->finish(base);
        pull(base, BoardLane::Week);
        QVERIFY(m_pane->findChild<ui::CardGhost*>()->reason().contains(u"Base"_s));
        letGo(base, BoardLane::Week);
        QCOMPARE(m_notices.size(), 1);
        QCOMPARE(in(BoardLane::Done), QStringList { base });
        drag(base, BoardLane::Waiting);
        QCOMPARE(in(BoardLane::Waiting), QStringList { base });
    }

    void aDropOutsideOrAtHomeChangesNothing()
    {
        open();
        const domain::Progress before = workspace().progress();
        drag(base, BoardLane::Week);
        pull(base, BoardLane::Doing);
        QWidget* viewport = list(BoardLane::Week).viewport();
        QTest::mouseRelease(viewport, Qt::LeftButton, {}, viewport->mapFromGlobal(m_pane->mapToGlobal(QPoint(-50, -50))));
        QVERIFY(workspace().progress() == before);
    }

    void arrowsGoFromCardToCardAndOverEmptyColumns()
    {
        open();
        m_library->finish(base);
        choose(base);
        press(Qt::Key_Left); // over Waiting and Doing
        QVERIFY(list(BoardLane::Week).hasFocus());
        QCOMPARE(m_pane->currentSkill(), in(BoardLane::Week).first());
        press(Qt::Key_Left);
        QVERIFY(list(BoardLane::Backlog).hasFocus());
        press(Qt::Key_Down);
        QCOMPARE(m_pane->currentSkill(), in(BoardLane::Backlog).at(1));
        press(Qt::Key_Left);
        QVERIFY(list(BoardLane::Backlog).hasFocus());
        press(Qt::Key_Right);
        press(Qt::Key_Right);
        QCOMPARE(m_pane->currentSkill(), base);
    }

    void keysMoveTheCardAndTheFocusGoesWithIt()
    {
        open();
        choose(base);
        press(Qt::Key_Right, Qt::ControlModifier);
        QCOMPARE(in(BoardLane::Doing), QStringList { base });
        QVERIFY(list(BoardLane::Doing).hasFocus());
        press(Qt::Key_Right, Qt::ControlModifier);
        press(Qt::Key_Right, Qt::ControlModifier);
        QCOMPARE(in(BoardLane::Done), QStringList { base });
        press(Qt::Key_Right, Qt::ControlModifier); // there is no further column
        QVERIFY(m_notices.isEmpty());
        press(Qt::Key_Left, Qt::ControlModifier);
        QCOMPARE(in(BoardLane::Waiting), QStringList { base });
        press(Qt::Key_Left, Qt::ControlModifier);
        QCOMPARE(m_notices.size(), 1); // it is done
        QCOMPARE(m_pane->currentSkill(), base);
    }

    void fromRightToLeftArrowsStillPointWhereTheCardGoes()
    {
        open();
        show(Qt::RightToLeft);
        QVERIFY(column(BoardLane::Backlog).x() > column(BoardLane::Done).x());
        choose(base);
        press(Qt::Key_Left, Qt::ControlModifier);
        QCOMPARE(in(BoardLane::Doing), QStringList { base });
        press(Qt::Key_Right);
        QVERIFY(laneOf(m_pane->currentSkill()) < BoardLane::Doing);
        drag(base, BoardLane::Waiting);
        QCOMPARE(in(BoardLane::Waiting), QStringList { base });
    }

    void enterAndADoubleClickOpenTheLesson()
    {
        open();
        choose(base);
        press(Qt::Key_Return);
        QTest::mouseDClick(list(BoardLane::Week).viewport(), Qt::LeftButton, {}, middleOf(BoardLane::Week, base));
        QCOMPARE(m_places.size(), std::size_t(2));
        for (const ui::Place& place : m_places) {
            QVERIFY(place == (ui::Place { ui::PageId::Skill, base, {} }));
        }
    }

    void theMenuOfACardMovesIt()
    {
        open();
        choose(base);
        Q_EMIT list(BoardLane::Week).customContextMenuRequested(middleOf(BoardLane::Week, base));
        auto* menu = support::childOf<QMenu>(*m_pane, u"board.menu"_s);
        QAction* toWeek = m_pane->findChild<QAction*>(u"board.move.week"_s);
        QAction* toWaiting = m_pane->findChild<QAction*>(u"board.move.waiting"_s);
        QVERIFY(menu->actions().contains(toWaiting) && toWaiting->isEnabled() && !toWeek->isEnabled());
        menu->close();
        toWaiting->trigger();
        QCOMPARE(in(BoardLane::Waiting), QStringList { base });
    }

    void aLongBacklogShowsItsFirstDozen()
    {
        open(courseWith(30), 1);
        const int all = text(u"board.count.backlog"_s).toInt();
        QVERIFY(all > 20);
        QCOMPARE(in(BoardLane::Backlog).size(), 12);
        auto* more = support::childOf<QPushButton>(*m_pane, u"board.offer.backlog"_s);
        QVERIFY(more->text().contains(QString::number(all)));
        support::clickShown(*m_pane, u"board.offer.backlog"_s);
        QCOMPARE(in(BoardLane::Backlog).size(), all);
        const QString last = in(BoardLane::Backlog).last();
        support::clickShown(*m_pane, u"board.offer.backlog"_s);
        QCOMPARE(in(BoardLane::Backlog).size(), 12);
        m_pane->goTo(last);
        QCOMPARE(m_pane->currentSkill(), last);
    }

    void withoutHoursTheWeekSaysWhatToDo()
    {
        open(support::graphCourse(), 0);
        QVERIFY(text(u"board.hint.week"_s).contains(u"no hours"_s));
        support::clickShown(*m_pane, u"board.offer.week"_s);
        QVERIFY(m_places.at(0) == (ui::Place { ui::PageId::Plan, {}, ui::PlanPage::hoursSection }));
    }

    void anEmptyBoardSaysWhatToDo()
    {
        open();
        for (const domain::Skill& skill : workspace().course().skills) {
            QVERIFY(workspace().apply(domain::skipSkill(workspace().context(), skill.id)));
        }
        QVERIFY(!text(u"board.empty"_s).isEmpty());
        QSignalSpy goal(m_pane.get(), &ui::PlanPane::goalRequested);
        support::clickShown(*m_pane, u"board.goal"_s);
        QCOMPARE(goal.size(), 1);
        open({});
        QVERIFY(text(u"board.empty"_s).contains(u"no course"_s));
        QSignalSpy course(m_pane.get(), &ui::PlanPane::courseRequested);
        support::clickShown(*m_pane, u"board.course"_s);
        QCOMPARE(course.size(), 1);
    }

    void aLibraryOpenForReadingIsShownAndNotMoved()
    {
        open();
        m_library->store->setReadOnly(true);
        show();
        choose(base);
        QVERIFY(!m_pane->findChild<QAction*>(u"board.next"_s)->isEnabled());
        drag(base, BoardLane::Doing);
        QVERIFY(in(BoardLane::Doing).isEmpty() && m_notices.isEmpty());
    }

    void aStoreThatFailsLeavesTheCardWhereItIs()
    {
        open();
        m_library->store->failWith(domain::Error { domain::ErrorCode::DiskFull, u"library"_s, {} });
        drag(base, BoardLane::Doing);
        QVERIFY(in(BoardLane::Week).contains(base));
        QVERIFY(m_pane->findChild<ui::CardGhost*>() == nullptr);
    }

    void rowsChangePreciselyAndTheChosenCardStays()
    {
        open(courseWith(10));
        std::vector<std::unique_ptr<QAbstractItemModelTester>> testers;
        for (const BoardLane lane : { BoardLane::Backlog, BoardLane::Week, BoardLane::Doing, BoardLane::Waiting, BoardLane::Done }) {
            testers.push_back(
                std::make_unique<QAbstractItemModelTester>(&column(lane).model(), QAbstractItemModelTester::FailureReportingMode::QtTest));
        }
        const QString chosen = in(BoardLane::Backlog).at(3);
        choose(chosen);
        QSignalSpy reset(&column(BoardLane::Backlog).model(), &QAbstractItemModel::modelReset);
        drag(in(BoardLane::Backlog).at(1), BoardLane::Done);
        choose(chosen);
        QVERIFY(workspace().apply(domain::wishOrder(workspace().context(), in(BoardLane::Backlog).last(), base)));
        QVERIFY(workspace().apply(domain::addTime(workspace().context(), base, workspace().now() - 1'800'000, 30)));
        QVERIFY(workspace().undo() && workspace().undo() && workspace().undo());
        QCOMPARE(m_pane->currentSkill(), chosen);
        QVERIFY(reset.isEmpty());
    }

    void aScreenReaderHearsColumnAndCard()
    {
        open();
        QCOMPARE(list(BoardLane::Doing).accessibleName(), u"Doing: 0 of 3"_s);
        const QString card = column(BoardLane::Week).model().index(0).data(Qt::AccessibleTextRole).toString();
        for (const QString& part : { u"Base"_s, u"This week"_s, u"Ready"_s, u"One"_s }) {
            QVERIFY2(card.contains(part), qPrintable(card));
        }
        QAccessibleInterface* reader = QAccessible::queryAccessibleInterface(&list(BoardLane::Week));
        QVERIFY(reader->childCount() >= in(BoardLane::Week).size());
    }

    void aHiddenBoardIsUpToDateWhenItIsShown()
    {
        open();
        m_pane->hide();
        begin({ base });
        m_pane->show();
        QCOMPARE(in(BoardLane::Doing), QStringList { base });
    }

    void aBoardThatIsShownAgainInAnotherWeekIsThatOfTheWeek()
    {
        open();
        m_library->finish(base);
        QCOMPARE(in(BoardLane::Done), QStringList { base });
        m_pane->hide();
        m_now += 8 * 86'400'000LL;
        m_pane->show();
        QVERIFY(in(BoardLane::Done).isEmpty());
    }

    void inANarrowWindowAllColumnsCanBeReached()
    {
        open();
        show(Qt::LeftToRight, { 600, 400 });
        auto* area = support::childOf<QScrollArea>(*m_pane, u"board.area"_s);
        QVERIFY(area->horizontalScrollBar()->maximum() > 0);
        m_library->finish(base);
        choose(base);
        const QRect seen(QPoint(), area->viewport()->size());
        const QRect done(column(BoardLane::Done).mapTo(area->viewport(), QPoint()), column(BoardLane::Done).size());
        QVERIFY(seen.contains(done.center()));
        show(Qt::LeftToRight, { 879, 500 }); // what a window of 1000 by 700 leaves
        QCOMPARE(support::childOf<QScrollArea>(*m_pane, u"board.area"_s)->horizontalScrollBar()->maximum(), 0);
    }
};

QTEST_MAIN(tst_BoardPane)
#include "tst_BoardPane.moc"
