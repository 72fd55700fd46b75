// SPDX-License-Identifier: GPL-3.0-or-later
// The page of questions to try again.
#include "MemoryWorkspace.h"
#include "WholeLesson.h"
#include "WrittenLesson.h"

#include <ui/lesson/LessonView.h>
#include <ui/quiz/QuestionForm.h>
#include <ui/quiz/QuestionsPage.h>

#include <domain/Edits.h>

#include <QApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTextDocument>

using namespace waymark;
using namespace Qt::StringLiterals;
using ui::PageId;
using ui::Place;

namespace {

const QString skill = u"skill"_s;
const QString which = u"which-one-is-it"_s;
const QString many = u"how-many"_s;
constexpr qint64 day = 86'400'000;

} // namespace

class tst_QuestionsPage : public QObject
{
    Q_OBJECT

    qint64 m_now = 1'795'255'200'000;
    support::MemoryStore* m_store = nullptr; ///< owned by the workspace
    std::unique_ptr<session::Workspace> m_workspace;
    std::unique_ptr<ui::QuestionsPage> m_page;

    template <class T> T* find(const QString& name) const
    {
        for (T* each : m_page->findChildren<T*>(name)) {
            if (each->isVisible()) {
                return each;
            }
        }
        return nullptr;
    }
    [[nodiscard]] QString text() const
    {
        auto* view = m_page->findChild<ui::LessonView*>(u"questions.text"_s);
        support::untilWritten(*view);
        return view->document()->toPlainText();
    }
    void answer(const QString& question, bool right)
    {
        domain::Attempt attempt;
        attempt.right = right;
        QVERIFY(m_workspace->apply(domain::answerQuestion(m_workspace->context(), skill, question, attempt)).has_value());
    }
    void type(const QString& keys)
    {
        QTest::keyClicks(QApplication::focusWidget(), keys);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QCoreApplication::processEvents();
    }

private Q_SLOTS:
    void init()
    {
        const domain::CourseContent content = fixture::courseWithLesson(fixture::wholeLesson());
        support::MemoryWorkspace opened(content, { [this] { return m_now; }, QTimeZone::utc() });
        m_store = opened.store;
        m_workspace = std::move(opened.workspace);
        m_page = std::make_unique<ui::QuestionsPage>(*m_workspace);
        m_page->resize(900, 640);
        m_page->QWidget::show();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    }
    void cleanup()
    {
        m_page.reset();
        m_workspace.reset();
    }

    void withoutWrongAnswersItLeadsOn()
    {
        m_page->show(Place { PageId::Questions, {}, {} });
        QVERIFY(find<QLabel>(u"questions.endTitle"_s)->text().contains(u"No question waits"_s));
        QSignalSpy places(m_page.get(), &ui::Page::placeRequested);
        find<QPushButton>(u"questions.endButton"_s)->click();
        QCOMPARE(places.size(), 1);
        QVERIFY(places.first().first().value<Place>().page == PageId::Today); // this course has no way to go
    }

    void aWrongAnswerComesBackOnAnotherDay()
    {
        answer(many, false);
        m_page->show(Place { PageId::Questions, {}, {} });
        QVERIFY(find<QLabel>(u"questions.endTitle"_s) != nullptr);
        m_now += day;
        m_page->show(Place { PageId::Questions, {}, {} });
        QCOMPARE(find<QLabel>(u"questions.count"_s)->text(), u"1 of 1"_s);
        QVERIFY(text().contains(u"How many?"_s));
        QVERIFY(!text().contains(u"towel"_s));
        QVERIFY(m_page->currentSkill().isEmpty()); // it would give the answer's place away
        type(u"42"_s);
        QVERIFY(text().contains(u"towel"_s));
        QVERIFY(find<QLabel>(u"questions.from"_s)->text().contains(u"A skill"_s));
        QCOMPARE(m_page->currentSkill(), skill);
        QCOMPARE(m_workspace->progress().skill(skill).attempts.value(many).size(), 2);
    }

    void theKeyboardLeadsThroughAllOfThem()
    {
        answer(many, false);
        answer(which, false);
        m_now += day;
        m_page->show(Place { PageId::Questions, {}, {} });
        for (int i = 0; i < 2; ++i) {
            if (text().contains(u"How many?"_s)) {
                type(u"42"_s);
            } else {
                if (auto* show = find<QPushButton>(u"quiz.showOptions"_s)) {
                    QVERIFY(show->hasFocus());
                    QTest::keyClick(show, Qt::Key_Space);
                }
                type(u"b"_s);
            }
            QVERIFY(find<QPushButton>(u"questions.next"_s)->hasFocus());
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        }
        QCOMPARE(find<QLabel>(u"questions.endTitle"_s)->text(), u"2 of 2 answered right."_s);
    }

    void anEnterThatIsHeldStaysAtTheOutcome()
    {
        answer(many, false);
        m_now += day;
        m_page->show(Place { PageId::Questions, {}, {} });
        type(u"42"_s);
        auto* next = find<QPushButton>(u"questions.next"_s);
        QVERIFY(next->hasFocus());
        QKeyEvent again(QEvent::KeyPress, Qt::Key_Return, Qt::NoModifier, {}, true);
        QCoreApplication::sendEvent(next, &again);
        QVERIFY(next->isVisible());
        QTest::keyClick(next, Qt::Key_Return);
        QVERIFY(!next->isVisible());
    }

    void anAnswerThatCannotBeStoredStaysAndLeadsNowhere()
    {
        answer(many, false);
        m_now += day;
        m_page->show(Place { PageId::Questions, {}, {} });
        m_store->failWith(domain::Error { domain::ErrorCode::DiskFull, u"library"_s, {} });
        type(u"42"_s);
        QCOMPARE(find<QLineEdit>(u"quiz.text"_s)->text(), u"42"_s);
        QVERIFY(find<QLabel>(u"quiz.remark"_s)->text().contains(u"is not saved"_s));
        QVERIFY(!text().contains(u"towel"_s));
        QVERIFY(find<QPushButton>(u"questions.next"_s) == nullptr);
        QVERIFY(m_page->currentSkill().isEmpty());
        m_store->failWith({});
        QTest::keyClick(find<QLineEdit>(u"quiz.text"_s), Qt::Key_Return);
        QCoreApplication::processEvents();
        QVERIFY(text().contains(u"towel"_s));
        QVERIFY(find<QPushButton>(u"questions.next"_s)->hasFocus());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QCOMPARE(find<QLabel>(u"questions.endTitle"_s)->text(), u"1 of 1 answered right."_s);
    }

    void undoLeavesTheQuestionAsItWasAsked()
    {
        answer(many, false);
        m_now += day;
        m_page->show(Place { PageId::Questions, {}, {} });
        type(u"7"_s);
        QVERIFY(text().contains(u"Not right"_s));
        QVERIFY(m_workspace->undo().has_value());
        QVERIFY(!text().contains(u"Not right"_s));
        QVERIFY(!text().contains(u"towel"_s));
    }
};

QTEST_MAIN(tst_QuestionsPage)
#include "tst_QuestionsPage.moc"
