// SPDX-License-Identifier: GPL-3.0-or-later
#include <QuizFixture.h>
#include <WorkspaceFixture.h>

#include <ui/quiz/OptionList.h>

#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using namespace waymark;
using exchange::QuestionKind;
using exchange::QuizAnswer;
using exchange::fixture::chosen;

namespace {

const QStringList trees { u"an oak"_s, u"+a pine"_s, u"an elm"_s, u"+a yew"_s };

} // namespace

class tst_OptionList : public QObject
{
    Q_OBJECT

    support::WorkspaceFixture m_fixture;
    std::unique_ptr<QWidget> m_page;
    ui::OptionList* m_list = nullptr;
    QPushButton* m_next = nullptr;

    void open(QuestionKind kind, const QStringList& options = trees)
    {
        m_page = std::make_unique<QWidget>();
        m_list = new ui::OptionList(exchange::fixture::withOptions(kind, options), *m_fixture.workspace);
        m_next = new QPushButton(u"next"_s);
        auto* column = new QVBoxLayout(m_page.get());
        column->addWidget(m_list);
        column->addWidget(m_next);
        column->addStretch(1);
        m_page->resize(560, 1200); // room for all rows in any font, as a page that scrolls gives it
        m_page->show();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
        m_list->begin();
    }
    [[nodiscard]] QAbstractButton* row(char16_t letter) const
    {
        auto* found = m_list->findChild<QAbstractButton*>(u"quiz.option."_s + QChar(letter));
        Q_ASSERT(found != nullptr);
        return found;
    }
    static void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) { QTest::keyClick(QApplication::focusWidget(), key, modifiers); }

private Q_SLOTS:
    void cleanup() { m_page.reset(); }

    void aClickAnywhereOnARowChoosesIt()
    {
        open(QuestionKind::Single);
        QVERIFY(!m_list->isComplete());
        QSignalSpy changed(m_list, &ui::OptionList::changed);
        QTest::mouseClick(row(u'B'), Qt::LeftButton, {}, QPoint(row(u'B')->width() - 2, 2));
        QVERIFY(m_list->isComplete());
        QVERIFY(!changed.isEmpty());
        QVERIFY(m_list->answer() == chosen({ 1 }));
        QTest::mouseClick(row(u'D'), Qt::LeftButton, {}, QPoint(2, row(u'D')->height() - 2));
        QVERIFY(m_list->answer() == chosen({ 3 }));
        QTest::mouseClick(row(u'D'), Qt::LeftButton);
        QVERIFY2(m_list->answer() == chosen({ 3 }), "one choice cannot be taken back, only replaced");
    }

    void severalAreChosenAndTakenBack()
    {
        open(QuestionKind::ChooseAll);
        QTest::mouseClick(row(u'D'), Qt::LeftButton);
        QTest::mouseClick(row(u'B'), Qt::LeftButton);
        QVERIFY(m_list->answer() == chosen({ 1, 3 }));
        QTest::mouseClick(row(u'D'), Qt::LeftButton);
        QVERIFY(m_list->answer() == chosen({ 1 }));
    }

    void lettersAndDigitsChoose()
    {
        open(QuestionKind::ChooseAll);
        press(Qt::Key_C);
        press(Qt::Key_A, Qt::ShiftModifier);
        press(Qt::Key_4, Qt::KeypadModifier);
        QVERIFY(m_list->answer() == chosen({ 0, 2, 3 }));
        QVERIFY(row(u'D')->hasFocus());
        press(Qt::Key_C);
        QVERIFY(m_list->answer() == chosen({ 0, 3 }));
        press(Qt::Key_E); // there is no such row
        press(Qt::Key_9);
        press(Qt::Key_B, Qt::ControlModifier);
        QVERIFY(m_list->answer() == chosen({ 0, 3 }));
    }

    void arrowsMoveAndSpaceChooses()
    {
        open(QuestionKind::Single);
        QVERIFY(row(u'A')->hasFocus());
        press(Qt::Key_Up);
        QVERIFY(row(u'A')->hasFocus());
        press(Qt::Key_Down);
        press(Qt::Key_Down);
        QVERIFY(row(u'C')->hasFocus());
        QVERIFY(!m_list->isComplete());
        press(Qt::Key_Space);
        QVERIFY(m_list->answer() == chosen({ 2 }));
        press(Qt::Key_Down);
        press(Qt::Key_Down);
        QVERIFY(row(u'D')->hasFocus());
        QVERIFY2(m_list->answer() == chosen({ 2 }), "the choice went along with the focus");
    }

    void enterChoosesAndThenAnswers()
    {
        open(QuestionKind::Single);
        QSignalSpy submitted(m_list, &ui::OptionList::submitRequested);
        press(Qt::Key_Down);
        press(Qt::Key_Return);
        QVERIFY(m_list->answer() == chosen({ 1 }));
        QCOMPARE(submitted.size(), 0);
        press(Qt::Key_Down);
        press(Qt::Key_Enter, Qt::KeypadModifier); // on another row than the chosen one: that one is meant
        QVERIFY(m_list->answer() == chosen({ 2 }));
        QCOMPARE(submitted.size(), 0);
        press(Qt::Key_Enter, Qt::KeypadModifier);
        QCOMPARE(submitted.size(), 1);
    }

    void enterAnswersFromAnyRowWhereSeveralMayBeChosen()
    {
        open(QuestionKind::ChooseAll);
        QSignalSpy submitted(m_list, &ui::OptionList::submitRequested);
        press(Qt::Key_Return);
        QVERIFY(m_list->answer() == chosen({ 0 }));
        press(Qt::Key_Down);
        press(Qt::Key_Return);
        QCOMPARE(submitted.size(), 1);
        QVERIFY(m_list->answer() == chosen({ 0 }));
    }

    void forTabTheListIsOneStop_data()
    {
        QTest::addColumn<QuestionKind>("kind");
        QTest::newRow("one") << QuestionKind::Single;
        QTest::newRow("several") << QuestionKind::ChooseAll;
    }
    void forTabTheListIsOneStop()
    {
        QFETCH(QuestionKind, kind);
        open(kind);
        press(Qt::Key_Down);
        press(Qt::Key_Tab);
        QVERIFY(m_next->hasFocus());
        press(Qt::Key_Backtab, Qt::ShiftModifier);
        QVERIFY(row(u'B')->hasFocus());
    }

    void shortcutsOfThePageDoNotTakeTheLetters()
    {
        open(QuestionKind::Single);
        QAction grade;
        grade.setShortcuts({ QKeySequence(Qt::Key_B), QKeySequence(Qt::Key_3), QKeySequence(Qt::Key_X) });
        m_page->addAction(&grade);
        QSignalSpy graded(&grade, &QAction::triggered);
        press(Qt::Key_B);
        QVERIFY(m_list->answer() == chosen({ 1 }));
        press(Qt::Key_3);
        QVERIFY(m_list->answer() == chosen({ 2 }));
        QCOMPARE(graded.size(), 0);
        press(Qt::Key_X); // the list has no use for it
        QCOMPARE(graded.size(), 1);
    }

    void aScreenReaderIsToldThePlainWordsAndTheKind()
    {
        for (const auto& [kind, role] :
            { std::pair(QuestionKind::Single, QAccessible::RadioButton), { QuestionKind::ChooseAll, QAccessible::CheckBox } }) {
            open(kind);
            QAccessibleInterface* rowInterface = QAccessible::queryAccessibleInterface(row(u'C'));
            QCOMPARE(rowInterface->role(), role);
            QCOMPARE(rowInterface->text(QAccessible::Name), u"an elm"_s);
            QVERIFY(!rowInterface->state().checked);
            press(Qt::Key_C);
            QVERIFY(rowInterface->state().checked);
        }
    }

    void aLongOptionGoesOnInFurtherLines()
    {
        const QString words = u"a word and "_s.repeated(37).left(400);
        open(QuestionKind::Single, { u"short"_s, words, u"x"_s.repeated(400) });
        const int line = row(u'A')->height();
        QVERIFY2(row(u'B')->height() > 3 * line, "the row does not grow");
        QVERIFY2(row(u'C')->height() > 3 * line, "a word without blanks does not break");
        QVERIFY(row(u'B')->heightForWidth(300) > row(u'B')->heightForWidth(560));
        QCOMPARE(row(u'B')->height(), row(u'B')->heightForWidth(row(u'B')->width()));
        QVERIFY(m_page->minimumSizeHint().width() < 300);
    }

    void aLargerFontMakesRoom()
    {
        open(QuestionKind::Single);
        const int before = row(u'A')->heightForWidth(200);
        QFont font = m_page->font();
        font.setPointSizeF(font.pointSizeF() * 2);
        m_page->setFont(font);
        QVERIFY(row(u'A')->heightForWidth(200) > before);
    }
};

QTEST_MAIN(tst_OptionList)
#include "tst_OptionList.moc"
