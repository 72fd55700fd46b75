// SPDX-License-Identifier: GPL-3.0-or-later
// Cards of the board moved by hand, by keys and by their menu, and moves that are refused.
#include <BoardScreen.h>

#include <ui/plan/CardGhost.h>

#include <QAction>
#include <QMenu>

using namespace Qt::StringLiterals;
using namespace waymark;
using domain::BoardLane;
using support::base;

class tst_BoardMoves : public QObject, private support::BoardScreen
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { close(); }

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

    void whatIsDoneIsNotTakenBackByADrop()
    {
        open();
        m_library->workspace.finish(base);
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

    void aDropBesideTheBoardFindsNoColumnThatIsScrolledOutOfView()
    {
        open();
        show(Qt::LeftToRight, { 500, 560 });
        choose(base);
        const domain::Progress before = workspace().progress();
        pull(base, BoardLane::Done);
        const ui::BoardColumn& done = column(BoardLane::Done);
        QVERIFY(!m_pane->rect().contains(m_pane->mapFromGlobal(done.mapToGlobal(done.rect().center()))));
        letGo(base, BoardLane::Done);
        QVERIFY(workspace().progress() == before);
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

    void aLibraryOpenForReadingIsShownAndNotMoved()
    {
        open();
        m_library->workspace.store->setReadOnly(true);
        show();
        choose(base);
        QVERIFY(!m_pane->findChild<QAction*>(u"board.next"_s)->isEnabled());
        drag(base, BoardLane::Doing);
        QVERIFY(in(BoardLane::Doing).isEmpty() && m_notices.isEmpty());
    }

    void aStoreThatFailsLeavesTheCardWhereItIs()
    {
        open();
        m_library->workspace.store->failWith(domain::Error { domain::ErrorCode::DiskFull, u"library"_s, {} });
        drag(base, BoardLane::Doing);
        QVERIFY(in(BoardLane::Week).contains(base));
        QVERIFY(m_pane->findChild<ui::CardGhost*>() == nullptr);
    }
};

QTEST_MAIN(tst_BoardMoves)
#include "tst_BoardMoves.moc"
