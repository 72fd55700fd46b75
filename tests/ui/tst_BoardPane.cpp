// SPDX-License-Identifier: GPL-3.0-or-later
#include <BoardScreen.h>

#include <ui/plan/PlanPage.h>

#include <QAbstractItemModelTester>
#include <QAccessible>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace waymark;
using domain::BoardLane;
using support::base;

namespace {

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

class tst_BoardPane : public QObject, private support::BoardScreen
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { close(); }

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

    /// Else the bar that comes with many cards makes them higher than their places are.
    void aScrollBarMakesNoCardHigher()
    {
        ui::BoardColumn column(BoardLane::Backlog);
        column.resize(180, 300);
        column.show();
        const auto heightOf = [&column](const QString& title, std::size_t cards) {
            std::vector<ui::BoardEntry> entries(cards);
            for (std::size_t i = 0; i < cards; ++i) {
                entries[i].skill = QString::number(i);
                entries[i].title = title;
            }
            column.setEntries(entries);
            column.list().doItemsLayout();
            return column.list().sizeHintForIndex(column.model().index(0)).height();
        };
        for (qsizetype words = 1; words < 40; ++words) {
            const QString title = u"ab "_s.repeated(words);
            const int alone = heightOf(title, 1);
            QVERIFY(!column.list().verticalScrollBar()->isVisible());
            QCOMPARE(heightOf(title, 20), alone);
            QVERIFY(column.list().verticalScrollBar()->isVisible());
        }
    }

    void aTitleHasUpToFourLines()
    {
        ui::BoardColumn column(BoardLane::Backlog);
        column.resize(180, 300);
        column.show();
        QSet<int> heights;
        for (qsizetype words = 1; words < 40; ++words) {
            ui::BoardEntry card;
            card.skill = QString::number(words);
            card.title = u"ab "_s.repeated(words);
            column.setEntries({ card });
            heights.insert(column.list().sizeHintForIndex(column.model().index(0)).height());
        }
        QCOMPARE(heights.size(), 4);
    }

    void moreThanTheLimitIsSaid()
    {
        open();
        begin({ u"side"_s, u"red"_s, u"blue"_s });
        QVERIFY(text(u"board.excess.doing"_s).isEmpty());
        begin({ u"top"_s });
        QCOMPARE(text(u"board.count.doing"_s), u"4 of 3"_s);
        QVERIFY(!text(u"board.excess.doing"_s).isEmpty());
        const auto topOf = [this](const QString& word) {
            return support::childOf<QWidget>(*m_pane, u"board.name."_s + word)->mapTo(m_pane.get(), QPoint()).y();
        };
        QCoreApplication::processEvents();
        QCOMPARE(topOf(u"doing"_s), topOf(u"done"_s)); // with its sign the name stands no lower
    }

    void arrowsGoFromCardToCardAndOverEmptyColumns()
    {
        open();
        m_library->workspace.finish(base);
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

    void fewerAreShownWithACardChosenThatThenHasNoPlace()
    {
        open(courseWith(30), 1);
        support::clickShown(*m_pane, u"board.offer.backlog"_s);
        const QString far = in(BoardLane::Backlog).at(19);
        ui::BoardList& backlog = list(BoardLane::Backlog);
        backlog.scrollTo(backlog.model()->index(19, 0));
        QTest::mouseClick(backlog.viewport(), Qt::LeftButton, {}, middleOf(BoardLane::Backlog, far));
        QCOMPARE(m_pane->currentSkill(), far);
        support::clickShown(*m_pane, u"board.offer.backlog"_s);
        QCOMPARE(in(BoardLane::Backlog).size(), 12);
        QCOMPARE(m_pane->currentSkill(), in(BoardLane::Backlog).last());
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

    void rowsChangePreciselyAndTheChosenCardStays()
    {
        open(courseWith(10));
        std::vector<std::unique_ptr<QAbstractItemModelTester>> testers;
        for (const BoardLane lane : domain::boardLanes) {
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
        m_library->workspace.finish(base);
        QCOMPARE(in(BoardLane::Done), QStringList { base });
        m_pane->hide();
        m_library->now += 8 * 86'400'000LL;
        m_library->workspace->noticeDay();
        m_pane->show();
        QVERIFY(in(BoardLane::Done).isEmpty());
    }

    void aBoardThatStandsOpenGoesOnToTheNewWeek()
    {
        open();
        m_library->workspace.finish(base);
        QCOMPARE(in(BoardLane::Done), QStringList { base });
        m_library->now += 8 * 86'400'000LL;
        m_library->workspace->noticeDay();
        QVERIFY(in(BoardLane::Done).isEmpty());
    }

    void inANarrowWindowAllColumnsCanBeReached()
    {
        open();
        show(Qt::LeftToRight, { 600, 400 });
        auto* area = support::childOf<QScrollArea>(*m_pane, u"board.area"_s);
        QVERIFY(area->horizontalScrollBar()->maximum() > 0);
        m_library->workspace.finish(base);
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
