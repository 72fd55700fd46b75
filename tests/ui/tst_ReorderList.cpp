// SPDX-License-Identifier: GPL-3.0-or-later
#include <QuizFixture.h>
#include <WorkspaceFixture.h>

#include <ui/quiz/ReorderList.h>

#include <QAbstractButton>
#include <QAccessible>
#include <QApplication>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace waymark;
using exchange::QuestionKind;

namespace {

QStringList announced; ///< names of which a change was told

void note(QAccessibleEvent* event)
{
    if (event->type() == QAccessible::NameChanged) {
        announced.push_back(static_cast<QWidget*>(event->object())->accessibleName());
    }
}

} // namespace

class tst_ReorderList : public QObject
{
    Q_OBJECT

    support::WorkspaceFixture m_fixture;
    exchange::QuizQuestion m_question;
    std::unique_ptr<ui::ReorderList> m_list;

    void open(const exchange::QuizQuestion& question, Qt::LayoutDirection direction = Qt::LeftToRight)
    {
        m_question = question;
        m_question.id = u"what-comes-first"_s;
        m_list = std::make_unique<ui::ReorderList>(m_question, *m_fixture.workspace);
        m_list->setLayoutDirection(direction);
        m_list->resize(560, m_list->heightForWidth(560));
        m_list->show();
        QVERIFY(QTest::qWaitForWindowActive(m_list.get()));
        m_list->begin();
    }
    void openOrder(Qt::LayoutDirection direction = Qt::LeftToRight)
    {
        open(exchange::fixture::withOptions(QuestionKind::Order,
                 { u"ask"_s, u"connect, which takes a few words more, so that the row has two lines and is higher than the others are"_s,
                     u"send"_s, u"wait"_s, u"read"_s }),
            direction);
    }
    void openMatch(Qt::LayoutDirection direction = Qt::LeftToRight)
    {
        open(exchange::fixture::withPairs({ u"found"_s, u"gone"_s, u"a conflict that is told in many more words than the others"_s }),
            direction);
    }
    [[nodiscard]] QAbstractButton* row(int entry) const
    {
        auto* found = m_list->findChild<QAbstractButton*>(u"quiz.row.%1"_s.arg(entry));
        Q_ASSERT(found != nullptr);
        return found;
    }
    [[nodiscard]] std::vector<int> order() const
    {
        const exchange::QuizAnswer answer = m_list->answer();
        return m_question.kind == QuestionKind::Match ? answer.pairs : answer.order;
    }
    [[nodiscard]] QAbstractButton* at(int position) const { return row(order()[static_cast<std::size_t>(position)]); }
    [[nodiscard]] std::vector<int> byHeight() const
    {
        std::vector<int> entries = order();
        std::sort(entries.begin(), entries.end(), [this](int a, int b) { return row(a)->y() < row(b)->y(); });
        return entries;
    }
    static void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) { QTest::keyClick(QApplication::focusWidget(), key, modifiers); }

    /// Takes the row and moves the pointer, in steps as a hand does, until it is at this point of the list.
    void carry(QAbstractButton* held, const QPoint& to) const
    {
        const QPoint from = held->geometry().center();
        QTest::mousePress(held, Qt::LeftButton, {}, held->mapFromParent(from));
        constexpr int steps = 10;
        for (int i = 1; i <= steps; ++i) {
            QTest::mouseMove(held, held->mapFromParent(from + (to - from) * i / steps));
        }
    }
    void drag(QAbstractButton* held, const QPoint& to) const
    {
        carry(held, to);
        QTest::mouseRelease(held, Qt::LeftButton);
    }
    void sortByMouse() const
    {
        for (int position = 0; position < static_cast<int>(order().size()); ++position) {
            drag(row(position), at(position)->geometry().center());
        }
    }

private Q_SLOTS:
    void init()
    {
        QAccessible::setActive(true);
        QAccessible::installUpdateHandler(note);
        announced.clear();
    }
    void cleanup()
    {
        QAccessible::installUpdateHandler(nullptr);
        m_list.reset();
    }

    void theFirstOrderIsTheMixedOneOfTheQuestion()
    {
        openOrder();
        QCOMPARE(order(), exchange::shuffled(5, m_question.id));
        QCOMPARE(byHeight(), order());
        QVERIFY(!m_list->isComplete());
    }

    void rowsAreDraggedIntoTheRightOrder_data()
    {
        QTest::addColumn<bool>("match");
        QTest::addColumn<Qt::LayoutDirection>("direction");
        QTest::newRow("order") << false << Qt::LeftToRight;
        QTest::newRow("order, right to left") << false << Qt::RightToLeft;
        QTest::newRow("match") << true << Qt::LeftToRight;
        QTest::newRow("match, right to left") << true << Qt::RightToLeft;
    }
    void rowsAreDraggedIntoTheRightOrder()
    {
        QFETCH(bool, match);
        QFETCH(Qt::LayoutDirection, direction);
        match ? openMatch(direction) : openOrder(direction);
        const bool isMirrored = direction == Qt::RightToLeft;
        QCOMPARE(row(0)->x(), isMirrored ? 0 : m_list->width() - row(0)->width());
        QVERIFY(!exchange::judge(m_question, m_list->answer()).right);
        sortByMouse();
        QVERIFY(exchange::judge(m_question, m_list->answer()).right);
        QVERIFY(m_list->isComplete());
        QCOMPARE(byHeight(), order());
        QCOMPARE(row(0)->x(), isMirrored ? 0 : m_list->width() - row(0)->width());
    }

    void theOthersMakeWayWhileARowIsHeld()
    {
        openOrder();
        const std::vector<int> before = order();
        QAbstractButton* held = at(0);
        QAbstractButton* second = at(1);
        const int top = second->y();
        carry(held, at(2)->geometry().center());
        QVERIFY2(second->y() < top, "the second row stays where it was");
        QCOMPARE(order(), (std::vector { before[1], before[2], before[0], before[3], before[4] }));
        QTest::mouseMove(held, QPoint(held->width() / 2, held->height() / 2 + 3));
        const int y = held->y();
        QTest::mouseMove(held, QPoint(held->width() / 2, held->height() / 2 + 5));
        QVERIFY2(held->y() > y - 6 && held->y() != top, "the row does not follow the pointer");
        QVERIFY2(!m_list->isComplete(), "nothing is moved before it is dropped");
        QTest::mouseRelease(held, Qt::LeftButton);
        QVERIFY(m_list->isComplete());
    }

    void aLowRowPassesAHighOneOnce()
    {
        openOrder();
        for (int i = 0; i < 5; ++i) { // the high row to the top
            row(1)->setFocus();
            press(Qt::Key_Up, Qt::ControlModifier);
        }
        QAbstractButton* held = at(1);
        QVERIFY(row(1)->height() > held->height());
        const QPoint from = held->geometry().center();
        QTest::mousePress(held, Qt::LeftButton, {}, held->mapFromParent(from));
        int changes = 0;
        std::vector<int> last = order();
        for (int y = from.y(); y > 0; --y) {
            QTest::mouseMove(held, held->mapFromParent(QPoint(from.x(), y)));
            changes += order() == last ? 0 : 1;
            last = order();
        }
        QCOMPARE(changes, 1);
        QTest::mouseRelease(held, Qt::LeftButton);
        QCOMPARE(at(0), held);
    }

    void aRowMayBeDroppedOutsideOfTheList()
    {
        openOrder();
        QAbstractButton* held = at(1);
        drag(held, QPoint(-300, m_list->height() + 400));
        QCOMPARE(at(4), held);
        QCOMPARE(held->geometry().bottom() + 1, m_list->height());
        drag(held, QPoint(900, -400));
        QCOMPARE(at(0), held);
        QCOMPARE(held->y(), 0);
    }

    void escapePutsAHeldRowBack()
    {
        openOrder();
        const std::vector<int> before = order();
        const QRect place = at(0)->geometry();
        QAbstractButton* held = at(0);
        carry(held, at(3)->geometry().center());
        QVERIFY(order() != before);
        press(Qt::Key_Escape);
        QCOMPARE(order(), before);
        QCOMPARE(held->geometry(), place);
        QTest::mouseMove(held, QPoint(10, 200)); // the button is still down, and holds nothing
        QTest::mouseRelease(held, Qt::LeftButton);
        QCOMPARE(order(), before);
        QVERIFY(!m_list->isComplete());
    }

    void aClickOnlyTakesTheFocus()
    {
        openOrder();
        const std::vector<int> before = order();
        QTest::mouseClick(at(2), Qt::LeftButton);
        QVERIFY(at(2)->hasFocus());
        QCOMPARE(order(), before);
        QVERIFY(!m_list->isComplete());
        press(Qt::Key_Down); // it was not lifted either
        QCOMPARE(order(), before);
        QVERIFY(at(3)->hasFocus());
    }

    void controlAndArrowsMoveTheRow()
    {
        openOrder();
        QAbstractButton* first = at(0);
        QVERIFY(first->hasFocus());
        press(Qt::Key_Up, Qt::ControlModifier);
        QVERIFY(!m_list->isComplete());
        press(Qt::Key_Down, Qt::ControlModifier);
        press(Qt::Key_Down, Qt::ControlModifier);
        QCOMPARE(at(2), first);
        QVERIFY(first->hasFocus());
        QVERIFY(m_list->isComplete());
        press(Qt::Key_Up, Qt::ControlModifier);
        QCOMPARE(at(1), first);
    }

    void spaceLiftsARowAndPutsItDown()
    {
        openOrder();
        QAbstractButton* first = at(0);
        press(Qt::Key_Space);
        press(Qt::Key_Down);
        QCOMPARE(at(1), first);
        QVERIFY(first->hasFocus());
        QVERIFY(!m_list->isComplete());
        press(Qt::Key_Space);
        QVERIFY(m_list->isComplete());
        press(Qt::Key_Down);
        QCOMPARE(at(1), first);
        QVERIFY(at(2)->hasFocus());
    }

    void escapePutsALiftedRowBack()
    {
        openOrder();
        const std::vector<int> before = order();
        QAbstractButton* first = at(0);
        press(Qt::Key_Space);
        press(Qt::Key_Down);
        press(Qt::Key_Down);
        press(Qt::Key_Escape);
        QCOMPARE(order(), before);
        QVERIFY(first->hasFocus());
        QVERIFY(!m_list->isComplete());
    }

    void enterPutsALiftedRowDownAndThenAnswers()
    {
        openOrder();
        QSignalSpy submitted(m_list.get(), &ui::ReorderList::submitRequested);
        press(Qt::Key_Space);
        press(Qt::Key_Down);
        press(Qt::Key_Return);
        QCOMPARE(submitted.size(), 0);
        QVERIFY(m_list->isComplete());
        press(Qt::Key_Return);
        QCOMPARE(submitted.size(), 1);
    }

    void theNameOfARowSaysItsPlace()
    {
        openOrder();
        QAbstractButton* send = row(2);
        QTest::mouseClick(send, Qt::LeftButton);
        for (int i = 0; i < 5; ++i) {
            press(Qt::Key_Up, Qt::ControlModifier);
        }
        QCOMPARE(send->accessibleName(), u"1 of 5: send"_s);
        announced.clear();
        press(Qt::Key_Down, Qt::ControlModifier);
        QCOMPARE(send->accessibleName(), u"2 of 5: send"_s);
        press(Qt::Key_Space);
        QCOMPARE(send->accessibleName(), u"2 of 5, lifted: send"_s);
        if (QAccessible::isActive()) { // the offscreen platform tells nobody
            QVERIFY2(announced.contains(u"2 of 5: send"_s), "the move is not announced");
            QVERIFY2(announced.contains(u"2 of 5, lifted: send"_s), "the lifting is not announced");
        }
    }

    void theNameOfAMatchSaysBesideWhatItStands()
    {
        openMatch();
        sortByMouse();
        QCOMPARE(row(1)->accessibleName(), u"2 of 3: gone, beside 1"_s); // the left sides of the fixture are numbers
    }

    void theHeightIsTheSameInEveryOrder()
    {
        for (const bool match : { false, true }) {
            match ? openMatch() : openOrder();
            const int height = m_list->heightForWidth(400);
            for (int i = 0; i < static_cast<int>(order().size()); ++i) {
                press(Qt::Key_Down, Qt::ControlModifier);
                QCOMPARE(m_list->heightForWidth(400), height);
            }
        }
    }

    void aLongRowGoesOnInFurtherLines()
    {
        open(exchange::fixture::withOptions(QuestionKind::Order, { u"a word and "_s.repeated(37).left(400), u"short"_s }));
        QVERIFY(row(0)->height() > 2 * row(1)->height());
        QCOMPARE(row(0)->height(), row(0)->heightForWidth(row(0)->width()));
        QCOMPARE(m_list->heightForWidth(560), std::max(row(0)->geometry().bottom(), row(1)->geometry().bottom()) + 1);
    }

    void aListThatIsDisabledLetsGo()
    {
        openOrder();
        const std::vector<int> before = order();
        QAbstractButton* held = at(0);
        carry(held, at(3)->geometry().center());
        m_list->setEnabled(false);
        QCOMPARE(order(), before);
        QCOMPARE(byHeight(), before);
    }
};

QTEST_MAIN(tst_ReorderList)
#include "tst_ReorderList.moc"
