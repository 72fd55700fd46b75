// SPDX-License-Identifier: GPL-3.0-or-later
#include <QuizFixture.h>
#include <WorkspaceFixture.h>
#include <WrittenLesson.h>

#include <ui/lesson/LessonView.h>
#include <ui/quiz/QuestionForm.h>
#include <ui/quiz/QuizText.h>
#include <ui/theme/Theme.h>

#include <QAbstractButton>
#include <QApplication>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;
using namespace waymark;
using namespace waymark::exchange::fixture;
using exchange::QuestionKind;
using exchange::QuizAnswer;
using exchange::QuizQuestion;

namespace {

QuizQuestion single(const QString& title)
{
    QuizQuestion question = withOptions(QuestionKind::Single, { u"a file"_s, u"+a tree of servers"_s, u"a cable"_s });
    question.title = words(title);
    return question;
}

QuizQuestion ordering()
{
    QuizQuestion question = withOptions(QuestionKind::Order, { u"ask"_s, u"connect"_s, u"send"_s, u"read"_s });
    question.id = u"what-comes-first"_s;
    return question;
}

QuizQuestion matching()
{
    QuizQuestion question = withPairs({ u"found"_s, u"gone"_s, u"refused"_s });
    question.id = u"which-belongs-to-which"_s;
    return question;
}

/// Lightness of the darkest and of the lightest pixel, 0 to 255. In every theme the words are one of the two.
std::pair<int, int> lightnessOf(QWidget& widget)
{
    const QImage picture = widget.grab().toImage();
    std::pair<int, int> lightness { 255, 0 };
    for (int y = 0; y < picture.height(); ++y) {
        for (int x = 0; x < picture.width(); ++x) {
            const int pixel = picture.pixelColor(x, y).lightness();
            lightness = { std::min(lightness.first, pixel), std::max(lightness.second, pixel) };
        }
    }
    return lightness;
}

QuizQuestion predicting()
{
    return printing(u"1\n  two\n"_s);
}

} // namespace

class tst_QuestionForm : public QObject
{
    Q_OBJECT

    support::WorkspaceFixture m_fixture;
    QuizQuestion m_question;
    std::unique_ptr<QWidget> m_page;
    ui::QuestionForm* m_form = nullptr; ///< stands in the page without a layout, as it does in a lesson
    std::unique_ptr<QSignalSpy> m_submitted;
    std::unique_ptr<QSignalSpy> m_gaveUp;

    void open(const QuizQuestion& question)
    {
        m_question = question;
        m_page = std::make_unique<QWidget>();
        m_form = new ui::QuestionForm(question, *m_fixture.workspace, m_page.get());
        m_submitted = std::make_unique<QSignalSpy>(m_form, &ui::QuestionForm::submitted);
        m_gaveUp = std::make_unique<QSignalSpy>(m_form, &ui::QuestionForm::gaveUp);
        m_form->resize(560, m_form->heightForWidth(560));
        m_page->resize(900, 600);
        m_page->show();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
        m_form->begin();
    }
    template <class T = QWidget> T* find(const QString& name) const
    {
        T* found = m_form->findChild<T*>(name);
        Q_ASSERT(found != nullptr);
        return found;
    }
    static void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) { QTest::keyClick(QApplication::focusWidget(), key, modifiers); }
    [[nodiscard]] QuizAnswer handedIn() const
    {
        return m_submitted->isEmpty() ? QuizAnswer {} : m_submitted->last().first().value<QuizAnswer>();
    }

    /// What a person does on the keyboard who knows the answer.
    void answerRightly()
    {
        switch (m_question.kind) {
        case QuestionKind::Single:
        case QuestionKind::ChooseAll:
            for (std::size_t i = 0; i < m_question.options.size(); ++i) {
                if (m_question.options[i].right) {
                    press(static_cast<Qt::Key>(Qt::Key_A + static_cast<int>(i)));
                }
            }
            break;
        case QuestionKind::Order:
        case QuestionKind::Match:
            for (int wanted = 0; wanted < static_cast<int>(m_question.options.size() + m_question.pairs.size()); ++wanted) {
                find(u"quiz.row.%1"_s.arg(wanted))->setFocus();
                for (int i = 0; i < 9; ++i) {
                    press(Qt::Key_Down, Qt::ControlModifier); // the last one put down lies lowest in the end
                }
            }
            break;
        case QuestionKind::Predict:
            QTest::keyClicks(QApplication::focusWidget(), u"1"_s);
            press(Qt::Key_Return);
            QTest::keyClicks(QApplication::focusWidget(), u"  two"_s);
            break;
        case QuestionKind::Number:
        case QuestionKind::Text:
        case QuestionKind::Line:
            QTest::keyClicks(QApplication::focusWidget(), exchange::rightAnswer(m_question).text);
            break;
        }
    }

private Q_SLOTS:
    void cleanup()
    {
        m_page.reset();
        m_submitted.reset();
        m_gaveUp.reset();
    }

    void everyKindIsAnsweredByKeys_data()
    {
        QTest::addColumn<QuizQuestion>("question");
        QTest::newRow("single") << single(u"Which of these is DNS?"_s);
        QTest::newRow("choose all") << withOptions(QuestionKind::ChooseAll, { u"+a"_s, u"b"_s, u"+c"_s });
        QTest::newRow("order") << ordering();
        QTest::newRow("match") << matching();
        QTest::newRow("number") << withNumber(42, 0.5);
        QTest::newRow("text") << accepting({ u"git revert"_s });
        QTest::newRow("line") << atLine(3);
        QTest::newRow("predict") << predicting();
    }
    void everyKindIsAnsweredByKeys()
    {
        QFETCH(QuizQuestion, question);
        open(question);
        QVERIFY2(m_form->isAncestorOf(QApplication::focusWidget()), "begin() does not take the focus");
        QVERIFY(!m_form->isComplete());
        QVERIFY(!find(u"quiz.submit"_s)->isEnabled());
        if (question.kind != QuestionKind::Single && question.kind != QuestionKind::ChooseAll) { // where Enter chooses
            press(Qt::Key_Return, Qt::ControlModifier);
            press(Qt::Key_Return, question.kind == QuestionKind::Predict ? Qt::ControlModifier : Qt::NoModifier);
        }
        QCOMPARE(m_submitted->size(), 0);

        answerRightly();
        QVERIFY(m_form->isComplete());
        QVERIFY(find(u"quiz.submit"_s)->isEnabled());
        QCOMPARE(m_submitted->size(), 0);
        press(Qt::Key_Return, question.kind == QuestionKind::Predict ? Qt::ControlModifier : Qt::NoModifier);
        QCOMPARE(m_submitted->size(), 1);
        QVERIFY(exchange::judge(question, handedIn()).right);
        QVERIFY(handedIn() == m_form->answer());
    }

    void everyKindIsAnsweredByTheButton_data() { everyKindIsAnsweredByKeys_data(); }
    void everyKindIsAnsweredByTheButton()
    {
        QFETCH(QuizQuestion, question);
        open(question);
        QTest::mouseClick(find(u"quiz.submit"_s), Qt::LeftButton);
        QCOMPARE(m_submitted->size(), 0);
        answerRightly();
        QTest::mouseClick(find(u"quiz.submit"_s), Qt::LeftButton);
        QCOMPARE(m_submitted->size(), 1);
        QVERIFY(exchange::judge(question, handedIn()).right);
    }

    void tabLeadsToTheButtons_data() { everyKindIsAnsweredByKeys_data(); }
    void tabLeadsToTheButtons()
    {
        QFETCH(QuizQuestion, question);
        open(question);
        press(Qt::Key_Tab);
        QVERIFY2(find(u"quiz.giveUp"_s)->hasFocus(), "the disabled button is no stop");
        m_form->begin();
        answerRightly();
        press(Qt::Key_Tab);
        QVERIFY(find(u"quiz.submit"_s)->hasFocus());
        press(Qt::Key_Return);
        QCOMPARE(m_submitted->size(), 1);
        press(Qt::Key_Space);
        QCOMPARE(m_submitted->size(), 2);
        press(Qt::Key_Tab);
        QVERIFY(find(u"quiz.giveUp"_s)->hasFocus());
        press(Qt::Key_Return);
        QCOMPARE(m_gaveUp->size(), 1);
        QCOMPARE(m_submitted->size(), 2);
    }

    void tabLeadsToTheButtonsInsideOfALesson()
    {
        ui::LessonView lesson(*m_fixture.workspace);
        lesson.setLesson(u"A [page](https://example.org/a) and [another](https://example.org/b)."_s);
        support::untilWritten(lesson);
        ui::QuestionForm form(withOptions(QuestionKind::ChooseAll, { u"+a"_s, u"b"_s }), *m_fixture.workspace, lesson.viewport());
        form.setGeometry(0, 100, 500, form.heightForWidth(500));
        lesson.resize(600, 500);
        lesson.show();
        QVERIFY(QTest::qWaitForWindowActive(&lesson));
        form.begin();
        press(Qt::Key_A);
        press(Qt::Key_Tab);
        QVERIFY(form.findChild<QWidget*>(u"quiz.submit"_s)->hasFocus());
        press(Qt::Key_Tab);
        QVERIFY(form.findChild<QWidget*>(u"quiz.giveUp"_s)->hasFocus());
        press(Qt::Key_Backtab, Qt::ShiftModifier);
        press(Qt::Key_Backtab, Qt::ShiftModifier);
        QVERIFY(form.findChild<QWidget*>(u"quiz.option.A"_s)->hasFocus());
    }

    void whoDoesNotKnowSaysSo()
    {
        open(withNumber(1, 0));
        QTest::mouseClick(find(u"quiz.giveUp"_s), Qt::LeftButton);
        QCOMPARE(m_gaveUp->size(), 1);
        QCOMPARE(m_submitted->size(), 0);
    }

    void anAnswerOfBlanksIsNone()
    {
        open(accepting({ u"git"_s }));
        QTest::keyClicks(QApplication::focusWidget(), u"  "_s);
        QVERIFY(!m_form->isComplete());
        QTest::keyClicks(QApplication::focusWidget(), u"g"_s);
        QVERIFY(m_form->isComplete());
        press(Qt::Key_Backspace);
        QVERIFY(!find(u"quiz.submit"_s)->isEnabled());
    }

    void anOutputIsTypedInSeveralLines()
    {
        open(predicting());
        auto* sheet = find<QPlainTextEdit>(u"quiz.text"_s);
        QVERIFY(sheet->hasFocus());
        const int height = m_form->heightForWidth(560);
        QSignalSpy grown(m_form, &ui::QuestionForm::heightChanged);
        for (int i = 0; i < 7; ++i) {
            QTest::keyClicks(sheet, u"x"_s);
            press(Qt::Key_Return);
        }
        QCOMPARE(sheet->toPlainText().count(u'\n'), 7);
        QCOMPARE(m_submitted->size(), 0);
        QVERIFY2(m_form->heightForWidth(560) > height, "the sheet does not grow with the text");
        QVERIFY(!grown.isEmpty());
        press(Qt::Key_Tab);
        QVERIFY(!sheet->hasFocus());
        QVERIFY(!sheet->toPlainText().contains(u'\t'));
    }

    void theOptionsWaitForAnAnswerInMind()
    {
        open(single(u"What is DNS?"_s));
        auto* show = find(u"quiz.showOptions"_s);
        QVERIFY(show->hasFocus());
        QVERIFY(show->isVisible());
        QVERIFY(!find(u"quiz.option.A"_s)->isVisible());
        QVERIFY(!find(u"quiz.submit"_s)->isVisible());
        press(Qt::Key_B); // before they are seen none is chosen
        QVERIFY(!m_form->isComplete());

        const int height = m_form->heightForWidth(560);
        QSignalSpy grown(m_form, &ui::QuestionForm::heightChanged);
        press(Qt::Key_Return);
        QVERIFY(!show->isVisible());
        QVERIFY(find(u"quiz.option.A"_s)->hasFocus());
        QVERIFY(m_form->heightForWidth(560) > height);
        QCOMPARE(grown.size(), 1);
        press(Qt::Key_B);
        press(Qt::Key_Return);
        QVERIFY(exchange::judge(m_question, handedIn()).right);
    }

    void theOptionsAreShownByClickAndBySpace()
    {
        open(single(u"What is DNS?"_s));
        press(Qt::Key_Space);
        QVERIFY(find(u"quiz.option.A"_s)->hasFocus());
        open(single(u"What is DNS?"_s));
        QTest::mouseClick(find(u"quiz.showOptions"_s), Qt::LeftButton);
        QVERIFY(find(u"quiz.option.A"_s)->isVisible());
        m_form->begin();
        QVERIFY(find(u"quiz.option.A"_s)->hasFocus());
    }

    void aRemarkComesAndGoes()
    {
        open(withNumber(1, 0));
        const int height = m_form->heightForWidth(560);
        QSignalSpy changed(m_form, &ui::QuestionForm::heightChanged);
        auto* remark = find<QLabel>(u"quiz.remark"_s);
        QVERIFY(!remark->isVisible());
        m_form->setRemark(u"<b>That</b> is no number."_s);
        QVERIFY(remark->isVisible());
        QCOMPARE(remark->textFormat(), Qt::PlainText);
        QVERIFY(m_form->heightForWidth(560) > height);
        QCOMPARE(changed.size(), 1);
        QVERIFY2(find(u"quiz.text"_s)->hasFocus(), "the remark takes the focus away");
        m_form->setRemark({});
        QVERIFY(!remark->isVisible());
        QCOMPARE(m_form->heightForWidth(560), height);
        QCOMPARE(changed.size(), 2);
    }

    void theFormIsAsHighAsItSays_data() { everyKindIsAnsweredByKeys_data(); }
    void theFormIsAsHighAsItSays()
    {
        QFETCH(QuizQuestion, question);
        if (!question.options.empty()) {
            question.options.front().text = paragraph(u"a word and "_s.repeated(37).left(400));
        }
        open(question);
        for (const int width : { 320, 560, 900 }) {
            m_form->resize(width, m_form->heightForWidth(width));
            auto* last = find(u"quiz.giveUp"_s);
            QCOMPARE(last->mapTo(m_form, QPoint(0, last->height())).y(), m_form->height());
            QVERIFY(m_form->minimumSizeHint().width() <= 320);
        }
    }

    void everyControlHasAName_data() { everyKindIsAnsweredByKeys_data(); }
    void everyControlHasAName()
    {
        QFETCH(QuizQuestion, question);
        open(question);
        for (const QWidget* each : m_form->findChildren<QWidget*>()) {
            const auto* button = qobject_cast<const QPushButton*>(each);
            const bool isControl = each->focusPolicy() != Qt::NoFocus && button == nullptr && !each->objectName().startsWith(u"qt_"_s);
            QVERIFY2(!isControl || !each->accessibleName().isEmpty(), qPrintable(each->objectName()));
        }
    }

    void wordsOutsideOfTheFormAreLaidOutAsInALesson()
    {
        ui::QuizText text(*m_fixture.workspace);
        text.setBlocks(*exchange::parseMarkdown(u"Call `add`:\n\n```python\nadd(1, 2)\n```\n"_s));
        QCOMPARE(text.focusPolicy(), Qt::NoFocus);
        QVERIFY(text.accessibleName().contains(u"Call add:"_s));
        QVERIFY(text.heightForWidth(60) > text.heightForWidth(400));
        const int height = text.heightForWidth(400);
        text.setInlines(words(u"Short"_s), ui::QuizProse::Weight::Strong);
        QVERIFY(text.heightForWidth(400) < height);
        const int line = text.heightForWidth(400);
        QFont font = text.font();
        font.setPointSizeF(font.pointSizeF() * 2);
        text.setFont(font);
        QVERIFY(text.heightForWidth(400) > line);
    }

    void theWordsFollowTheTheme()
    {
        ui::Theme theme(*qApp);
        constexpr int near = 12; // what smoothing takes from a stroke
        const QuizQuestion choosing = withOptions(QuestionKind::ChooseAll, { u"an oak"_s, u"an elm"_s });
        for (const auto& [question, name] : { std::pair(choosing, u"quiz.option.A"_s), std::pair(matching(), u"quiz.row.0"_s) }) {
            theme.setChoice(ui::Theme::Choice::Light);
            open(question);
            QWidget* row = find(name);
            QVERIFY(std::abs(lightnessOf(*row).first - ui::paletteOf(ui::PaletteId::Light).text.lightness()) < near);
            theme.setChoice(ui::Theme::Choice::Dark);
            QVERIFY(std::abs(lightnessOf(*row).second - ui::paletteOf(ui::PaletteId::Dark).text.lightness()) < near);
        }
    }
};

QTEST_MAIN(tst_QuestionForm)
#include "tst_QuestionForm.moc"
