// SPDX-License-Identifier: GPL-3.0-or-later
// Questions answered where they stand in the lesson.
#include "LessonFixture.h"

#include <ui/lesson/LessonMarks.h>
#include <ui/quiz/QuestionForm.h>

#include <domain/Edits.h>
#include <session/Drafts.h>
#include <session/QuizDesk.h>

#include <QAbstractButton>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalSpy>

using namespace waymark;
using namespace Qt::StringLiterals;

namespace {

const QString skill = u"skill"_s;
const QString which = u"which-one-is-it"_s;
const QString many = u"how-many"_s;
const QString why = u"why"_s;

/// A lesson with one question that is answered in words.
QString inWords()
{
    return u"## Quiz\n\n### Why? {text}\n\n= `the towel`\n\nBecause of the towel.\n"_s;
}

} // namespace

class tst_LessonQuiz : public QObject
{
    Q_OBJECT

    fixture::OpenLesson m_lesson;

    [[nodiscard]] ui::QuestionForm* form() const
    {
        const auto forms = m_lesson.view->viewport()->findChildren<ui::QuestionForm*>();
        for (ui::QuestionForm* each : forms) {
            if (each->isVisible()) {
                return each;
            }
        }
        return nullptr;
    }
    template <class T> T* find(const QString& name) const { return form() == nullptr ? nullptr : form()->findChild<T*>(name); }
    [[nodiscard]] QMap<QString, domain::Attempt> attempts(const QString& question) const
    {
        return m_lesson.workspace->progress().skill(skill).attempts.value(question);
    }

    void open(const QString& lesson = fixture::wholeLesson(), bool readOnly = false)
    {
        m_lesson.open(lesson, skill, readOnly);
        QVERIFY(QTest::qWaitForWindowActive(m_lesson.view.get()));
        session::Workspace& workspace = *m_lesson.workspace;
        ui::LessonView& view = *m_lesson.view;
        connect(&view, &ui::LessonView::questionAnswered, &view,
            [&workspace](const QString& id, const exchange::QuizAnswer& answer, const exchange::Verdict& verdict, int milliseconds) {
                const session::QuizDesk desk(workspace);
                const auto question = desk.question(skill, id);
                QVERIFY(question.has_value());
                workspace.apply(desk.answered(skill, *question, answer, verdict, milliseconds));
            });
        connect(&workspace, &session::Workspace::changed, &view, &ui::LessonView::followAnswers);
    }

private Q_SLOTS:
    void init() { open(); }
    void cleanup() { m_lesson.close(); }

    void aQuestionWaitsWithoutItsOptionsAndItsAnswer()
    {
        QVERIFY(m_lesson.text().contains(u"Which one is it?"_s));
        QVERIFY(!m_lesson.text().contains(u"The first"_s));
        QVERIFY(!m_lesson.text().contains(u"Show the answer"_s));
        QVERIFY(form() == nullptr);
    }

    void theControlsLieInTheCard()
    {
        m_lesson.click(u"ask:question/"_s + many);
        QVERIFY(form() != nullptr);
        QVERIFY(form()->height() >= 40);
        const QTextCursor room = m_lesson.view->roomOf(u"question/"_s + many);
        QVERIFY(!room.isNull());
        const QRect place = m_lesson.view->cursorRect(room);
        QVERIFY2(std::abs(place.left() - form()->x()) <= 2, qPrintable(u"%1 %2"_s.arg(place.left()).arg(form()->x())));
        QVERIFY(m_lesson.view->viewport()->rect().contains(form()->geometry()));
        // and stay there when the text is scrolled
        const int before = form()->y();
        QScrollBar* bar = m_lesson.view->verticalScrollBar();
        bar->setValue(bar->value() - 50);
        QCOMPARE(form()->y(), before + 50);
    }

    /// Of a program that prints a line twice.
    void askToPredict() const
    {
        exchange::QuizQuestion question;
        question.id = u"prints"_s;
        question.kind = exchange::QuestionKind::Predict;
        m_lesson.view->setQuestion(skill, question);
    }

    void whatIsNotHandedInComesBack()
    {
        const auto& drafts = m_lesson.workspace->drafts();
        askToPredict();
        QTest::keyClicks(find<QPlainTextEdit>(u"quiz.text"_s), u"one"_s);
        m_lesson.view->setBlocks({}); // another text
        QCOMPARE(drafts.places().size(), std::size_t(1));
        askToPredict();
        QCOMPARE(find<QPlainTextEdit>(u"quiz.text"_s)->toPlainText(), u"one"_s);
        QVERIFY(find<QLabel>(u"quiz.remark"_s)->text().contains(u"did not hand it in"_s));
        QTest::keyClick(form(), Qt::Key_Escape);
        QVERIFY(form() == nullptr && drafts.places().empty());
        askToPredict();
        QVERIFY(find<QPlainTextEdit>(u"quiz.text"_s)->toPlainText().isEmpty());
        QTest::keyClicks(find<QPlainTextEdit>(u"quiz.text"_s), u"one"_s);
        m_lesson.view->keepDraft();
        QCOMPARE(drafts.places().size(), std::size_t(1));
    }

    void anAnswerThatIsRecordedIsNoDraftAnyMore()
    {
        open(inWords());
        const auto& drafts = m_lesson.workspace->drafts();
        QVERIFY(m_lesson.view->ask(why));
        QTest::keyClicks(find<QLineEdit>(u"quiz.text"_s), u"the towel"_s);
        m_lesson.view->keepDraft();
        QCOMPARE(drafts.places().size(), std::size_t(1));
        QTest::keyClick(find<QLineEdit>(u"quiz.text"_s), Qt::Key_Return);
        QVERIFY(form() == nullptr && drafts.places().empty());
        QVERIFY(attempts(why).first().right);
    }

    void anAnswerThatCannotBeStoredStays()
    {
        open(inWords());
        const auto& drafts = m_lesson.workspace->drafts();
        m_lesson.store->failWith(domain::Error { domain::ErrorCode::DiskFull, u"library"_s, {} });
        const QSignalSpy failed(m_lesson.workspace.get(), &session::Workspace::failed);
        QVERIFY(m_lesson.view->ask(why));
        QTest::keyClicks(find<QLineEdit>(u"quiz.text"_s), u"the towel"_s);
        QTest::keyClick(find<QLineEdit>(u"quiz.text"_s), Qt::Key_Return);
        QCOMPARE(failed.size(), 1);
        QVERIFY(attempts(why).isEmpty());
        QVERIFY(form() != nullptr);
        QCOMPARE(find<QLineEdit>(u"quiz.text"_s)->text(), u"the towel"_s);
        QVERIFY(find<QLabel>(u"quiz.remark"_s)->text().contains(u"is not saved"_s));
        QVERIFY(!m_lesson.text().contains(u"Because of the towel."_s)); // no verdict on what is not recorded
        QCOMPARE(drafts.places().size(), std::size_t(1)); // without a pause in the writing
        m_lesson.store->failWith({});
        find<QAbstractButton>(u"quiz.submit"_s)->click();
        QVERIFY(form() == nullptr && drafts.places().empty());
        QVERIFY(attempts(why).first().right);
        QVERIFY(m_lesson.text().contains(u"✓ Right."_s));
    }

    void notToKnowCanFailToBeStoredToo()
    {
        m_lesson.store->failWith(domain::Error { domain::ErrorCode::DiskFull, u"library"_s, {} });
        m_lesson.click(u"ask:question/"_s + many);
        find<QAbstractButton>(u"quiz.giveUp"_s)->click();
        QVERIFY(form() != nullptr);
        QVERIFY(!m_lesson.text().contains(u"Because of the towel."_s));
        m_lesson.store->failWith({});
        find<QAbstractButton>(u"quiz.giveUp"_s)->click();
        QVERIFY(form() == nullptr && !attempts(many).first().right);
    }

    void aNumberIsNoDraft()
    {
        QVERIFY(m_lesson.view->ask(many));
        QTest::keyClicks(find<QLineEdit>(u"quiz.text"_s), u"40"_s);
        m_lesson.view->keepDraft();
        QVERIFY(m_lesson.workspace->drafts().places().empty());
        QVERIFY(!m_lesson.view->ask(u"gone"_s));
    }

    void aQuestionOfALessonThatIsStillWrittenIsAskedOnceItIsThere()
    {
        m_lesson.view->setLesson(u"## Why it matters\n\n"_s + u"A paragraph.\n\n"_s.repeated(20'000) + fixture::wholeLesson());
        QVERIFY(m_lesson.view->ask(many));
        QVERIFY2(!m_lesson.view->isComplete(), "all of it was written in one go");
        QVERIFY(form() == nullptr);
        support::untilWritten(*m_lesson.view);
        QTRY_VERIFY(form() != nullptr);
        QVERIFY(m_lesson.view->viewport()->rect().contains(form()->geometry()));
        QVERIFY(find<QLineEdit>(u"quiz.text"_s)->hasFocus());
    }

    void anotherWidthTakesNoKeysFromTheAnswer()
    {
        m_lesson.view->setLesson(u"## Why it matters\n\n"_s + u"A paragraph.\n\n"_s.repeated(20'000) + fixture::wholeLesson());
        QVERIFY(m_lesson.view->ask(many));
        support::untilWritten(*m_lesson.view);
        QTRY_VERIFY(form() != nullptr);
        m_lesson.view->verticalScrollBar()->setValue(0);
        m_lesson.view->resize(m_lesson.view->width() + 20, m_lesson.view->height());
        QCoreApplication::processEvents();
        QCOMPARE(m_lesson.view->verticalScrollBar()->value(), 0); // who reads elsewhere is not fetched back
        QVERIFY(find<QLineEdit>(u"quiz.text"_s)->hasFocus());
    }

    void theRoomIsAsHighAsTheControls()
    {
        m_lesson.click(u"ask:question/"_s + many);
        const QTextCursor action = m_lesson.anchor(u"unfold:card/"_s);
        const int below = m_lesson.view->cursorRect(action).top();
        QVERIFY(below > form()->geometry().bottom());
        find<QLineEdit>(u"quiz.text"_s)->setText(u"forty"_s);
        QTest::keyClick(find<QLineEdit>(u"quiz.text"_s), Qt::Key_Return);
        QVERIFY(form() != nullptr); // no number: the remark needs room
        QVERIFY(find<QLabel>(u"quiz.remark"_s)->isVisible());
        QVERIFY(m_lesson.view->cursorRect(m_lesson.anchor(u"unfold:card/"_s)).top() > form()->geometry().bottom());
        QVERIFY(attempts(many).isEmpty());
    }

    void anAnswerIsRecordedAndExplained()
    {
        m_lesson.click(u"ask:question/"_s + many);
        QTest::keyClicks(find<QLineEdit>(u"quiz.text"_s), u"42,3"_s);
        QTest::keyClick(find<QLineEdit>(u"quiz.text"_s), Qt::Key_Return);
        QVERIFY(form() == nullptr);
        QCOMPARE(attempts(many).size(), 1);
        QVERIFY(attempts(many).first().right);
        QVERIFY(attempts(many).first().first);
        QCOMPARE(attempts(many).first().answer, u"42,3"_s);
        QVERIFY(m_lesson.text().contains(u"✓ Right."_s));
        QVERIFY(m_lesson.text().contains(u"A comma before the decimals is read as a point."_s));
        QVERIFY(m_lesson.text().contains(u"Because of the towel."_s));
    }

    void everyOptionIsExplainedAfterAWrongAnswer()
    {
        m_lesson.click(u"ask:question/"_s + which);
        if (auto* show = find<QAbstractButton>(u"quiz.showOptions"_s); show != nullptr && show->isVisible()) {
            show->click();
        }
        find<QAbstractButton>(u"quiz.option.A"_s)->click();
        find<QAbstractButton>(u"quiz.submit"_s)->click();
        QVERIFY(m_lesson.text().contains(u"✗ Not right."_s));
        QVERIFY(m_lesson.text().contains(u"You answered: The first"_s));
        QVERIFY(m_lesson.text().contains(u"The first is a trap."_s));
        QVERIFY(m_lesson.text().contains(u"The second holds the reason."_s));
        QVERIFY(!attempts(which).first().right);
    }

    void notToKnowIsAWrongAnswer()
    {
        m_lesson.click(u"ask:question/"_s + many);
        find<QAbstractButton>(u"quiz.giveUp"_s)->click();
        QVERIFY(!attempts(many).first().right);
        QVERIFY(m_lesson.text().contains(u"Because of the towel."_s));
    }

    void theKeyboardGoesThroughTheWholeQuiz()
    {
        QVERIFY(m_lesson.view->askNext());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return); // the options
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_B);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QVERIFY(attempts(which).first().right);
        QVERIFY(m_lesson.view->hasFocus());
        QVERIFY(m_lesson.text().contains(u"Next question"_s));
        QTest::keyClick(m_lesson.view.get(), Qt::Key_Return); // next
        QVERIFY(form() != nullptr);
        QTest::keyClicks(QApplication::focusWidget(), u"42"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QVERIFY(attempts(many).first().right);
        QVERIFY(m_lesson.text().contains(u"That was the last question: 2 of 2 are right."_s));
        QVERIFY(!m_lesson.view->askNext());
    }

    void escapeLeavesAQuestionUnanswered()
    {
        m_lesson.click(u"ask:question/"_s + many);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QVERIFY(form() == nullptr);
        QVERIFY(attempts(many).isEmpty());
        QVERIFY(m_lesson.view->hasFocus());
        QTest::keyClick(m_lesson.view.get(), Qt::Key_Return); // the keyboard is still there
        QVERIFY(form() != nullptr);
    }

    void anAnsweredQuestionSaysSoAndCanBeAnsweredAgain()
    {
        m_lesson.click(u"ask:question/"_s + many);
        find<QAbstractButton>(u"quiz.giveUp"_s)->click();
        m_lesson.click(u"unfold:question/"_s + many);
        QVERIFY(m_lesson.text().contains(u"Answered wrong on"_s));
        QVERIFY(m_lesson.text().contains(u"It is asked again from"_s));
        QVERIFY(!m_lesson.text().contains(u"Because of the towel."_s));
        m_lesson.click(u"ask:question/"_s + many);
        QTest::keyClicks(find<QLineEdit>(u"quiz.text"_s), u"42"_s);
        QTest::keyClick(find<QLineEdit>(u"quiz.text"_s), Qt::Key_Return);
        QCOMPARE(attempts(many).size(), 2);
        QVERIFY(m_lesson.text().contains(u"✓ Right."_s));
    }

    void undoTakesTheAnswerBackFromTheCard()
    {
        m_lesson.click(u"ask:question/"_s + many);
        find<QAbstractButton>(u"quiz.giveUp"_s)->click();
        QVERIFY(m_lesson.workspace->undo().has_value());
        QVERIFY(!m_lesson.text().contains(u"Not right"_s));
        QVERIFY(!m_lesson.text().contains(u"Because of the towel."_s));
        QVERIFY(m_lesson.text().contains(u"Answer this question"_s));
    }

    void anotherWidthAndThemeKeepTheQuestionOpen()
    {
        m_lesson.click(u"ask:question/"_s + many);
        find<QLineEdit>(u"quiz.text"_s)->setText(u"17"_s);
        m_lesson.view->resize(1400, 700);
        QFont larger = m_lesson.view->font();
        larger.setPointSizeF(larger.pointSizeF() * 1.4);
        m_lesson.view->setFont(larger);
        support::untilWritten(*m_lesson.view);
        QCoreApplication::processEvents();
        QVERIFY(form() != nullptr);
        QCOMPARE(find<QLineEdit>(u"quiz.text"_s)->text(), u"17"_s);
        const QTextCursor room = m_lesson.view->roomOf(u"question/"_s + many);
        QVERIFY(std::abs(m_lesson.view->cursorRect(room).left() - form()->x()) <= 2);
    }

    void aLibraryForReadingShowsAnswersAndTakesNone()
    {
        open(fixture::wholeLesson(), true);
        QVERIFY(!m_lesson.text().contains(u"Answer this question"_s));
        m_lesson.click(u"unfold:question/"_s + many);
        QVERIFY(m_lesson.text().contains(u"Because of the towel."_s));
        QVERIFY(!m_lesson.view->askNext());
    }

    void oneQuestionAloneIsAskedAtOnce()
    {
        const auto question = session::QuizDesk(*m_lesson.workspace).question(skill, many);
        QVERIFY(question.has_value());
        m_lesson.view->setQuestion(skill, *question);
        QVERIFY(form() != nullptr);
        QVERIFY(!m_lesson.text().contains(u"Which one is it?"_s));
        QVERIFY(!m_lesson.text().contains(u"Question 1"_s));
        find<QAbstractButton>(u"quiz.giveUp"_s)->click();
        QVERIFY(m_lesson.text().contains(u"Because of the towel."_s));
        QVERIFY(!m_lesson.text().contains(u"Next question"_s));
    }
};

QTEST_MAIN(tst_LessonQuiz)
#include "tst_LessonQuiz.moc"
