// SPDX-License-Identifier: GPL-3.0-or-later
#include <MemoryWorkspace.h>
#include <QuestionCourse.h>

#include <ui/map/MapCanvas.h>
#include <ui/placement/PlacementPage.h>
#include <ui/quiz/QuestionForm.h>

#include <QAbstractButton>
#include <QApplication>
#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark;
using learning::SkillState;
using ui::PageId;
using ui::Place;

namespace {

const QString number = u"{number}\n\n= 42\n\nCounted.\n"_s;

} // namespace

class tst_PlacementPage : public QObject
{
    Q_OBJECT

    support::MemoryStore* m_store = nullptr; ///< owned by the workspace
    std::unique_ptr<session::Workspace> m_workspace;
    std::unique_ptr<ui::PlacementPage> m_page;
    std::unique_ptr<QSignalSpy> m_places;
    std::unique_ptr<QSignalSpy> m_notices;

    template <class T = QWidget> T* find(const QString& name) const
    {
        T* found = m_page->findChild<T*>(name);
        if (found == nullptr) {
            qFatal("there is no %s", qPrintable(name));
        }
        return found;
    }
    [[nodiscard]] QString text(const QString& name) const { return find<QLabel>(name)->text(); }
    [[nodiscard]] bool isShown(const QString& name) const { return find(name)->isVisible(); }
    void click(const QString& name) { QTest::mouseClick(find<QAbstractButton>(name), Qt::LeftButton); }
    void key(int key, Qt::KeyboardModifiers modifiers = {})
    {
        QVERIFY(QApplication::focusWidget() != nullptr);
        QTest::keyClick(QApplication::focusWidget(), static_cast<Qt::Key>(key), modifiers);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete); // the form that was answered
    }
    [[nodiscard]] QCheckBox* box(const QString& skill) const { return find<QCheckBox>(u"placement.skill."_s + skill); }
    [[nodiscard]] Place place() const { return m_places->last().first().value<Place>(); }
    [[nodiscard]] QString notice() const { return m_notices->last().first().toString(); }
    void open(const QString& quiz = support::choiceOfTwo())
    {
        m_page.reset();
        support::MemoryWorkspace opened(support::questionCourse(quiz), support::clockAt(1'795'255'200'000));
        m_store = opened.store;
        m_workspace = std::move(opened.workspace);
        m_page = std::make_unique<ui::PlacementPage>(*m_workspace);
        m_places = std::make_unique<QSignalSpy>(m_page.get(), &ui::Page::placeRequested);
        m_notices = std::make_unique<QSignalSpy>(m_page.get(), &ui::Page::noticeRequested);
        m_page->resize(1000, 700);
        m_page->QWidget::show();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
        m_page->show(Place { PageId::Placement, {}, {} });
    }
    /// The first option is right everywhere.
    void answerAll()
    {
        click(u"placement.begin"_s);
        while (isShown(u"placement.number"_s)) {
            key(Qt::Key_A);
            key(Qt::Key_Return);
        }
        QCoreApplication::processEvents(); // the rows of the result find their places
    }

private Q_SLOTS:
    void initTestCase() { qRegisterMetaType<Place>(); }
    void init() { open(); }
    void cleanup()
    {
        m_page.reset();
        m_workspace.reset();
    }

    void itIsToldWhatItIsBeforeItBegins()
    {
        QCOMPARE(text(u"placement.length"_s), u"At most 7 question(s), about 4 min. Stop whenever you like."_s);
        QVERIFY(!isShown(u"placement.nothingToAsk"_s));
        QCOMPARE(QApplication::focusWidget(), find(u"placement.begin"_s));
        key(Qt::Key_Return);
        QCOMPARE(text(u"placement.number"_s), u"Question 1 of at most 7"_s);
        QVERIFY(text(u"placement.skill"_s).contains(u" · "_s));
        QVERIFY(isShown(u"quiz.option.A"_s)); // at once, though it could be answered unseen
        QVERIFY(!find(u"placement.back"_s)->isEnabled());
    }

    void keysAloneLeadToTheResult()
    {
        key(Qt::Key_Space);
        for (int asked = 1; asked <= 3; ++asked) {
            QCOMPARE(text(u"placement.number"_s), u"Question %1 of at most 7"_s.arg(asked));
            key(Qt::Key_A);
            key(Qt::Key_Return);
        }
        QCOMPARE(m_page->findChild<QProgressBar*>()->value(), 3);
        key(Qt::Key_B, Qt::ControlModifier);
        QCOMPARE(text(u"placement.number"_s), u"Question 3 of at most 7"_s);
        key(Qt::Key_D, Qt::ControlModifier);
        QCOMPARE(text(u"placement.number"_s), u"Question 4 of at most 7"_s);
        key(Qt::Key_R, Qt::ControlModifier);
        QVERIFY(isShown(u"placement.takeOver"_s) || isShown(u"placement.first"_s));
        QVERIFY(!m_workspace->nextUndo());
    }

    void tabGoesFromTheQuestionToWhatStandsUnderIt()
    {
        open(number);
        click(u"placement.begin"_s);
        key(Qt::Key_1);
        key(Qt::Key_Return);
        for (const QString& name : { u"quiz.giveUp"_s, u"placement.back"_s, u"placement.stop"_s }) {
            key(Qt::Key_Tab);
            QCOMPARE(QApplication::focusWidget()->objectName(), name);
        }
        key(Qt::Key_Return);
        QVERIFY(!isShown(u"placement.number"_s));
    }

    void aResultIsTakenOverInOneStep()
    {
        answerAll();
        QCOMPARE(text(u"placement.resultTitle"_s), u"You seem to know 7 skill(s)"_s);
        QVERIFY(text(u"placement.hours"_s).contains(u"19 h"_s));
        QVERIFY(!isShown(u"placement.more"_s)); // all is asked
        QCOMPARE(find<QAbstractButton>(u"placement.takeOver"_s)->text(), u"Take over 7 skill(s)"_s);
        click(u"placement.takeOver"_s);
        QVERIFY(m_workspace->stateOf(u"end"_s) == SkillState::Assumed);
        QVERIFY(place() == (Place { PageId::Map, {}, {} }));
        QCOMPARE(notice(), u"7 skill(s) are assumed. Undo takes it back."_s);
        find<QAbstractButton>(u"placement.takeOver"_s)->click(); // pressed once more before it had gone
        QCOMPARE(notice(), u"7 skill(s) are assumed. Undo takes it back."_s);
        QTRY_VERIFY(text(u"placement.nothingToAsk"_s).startsWith(u"There is nothing to ask"_s));
        QVERIFY(isShown(u"placement.nothingToAsk"_s) && !isShown(u"placement.begin"_s));
        QVERIFY(m_workspace->undo().has_value());
        QVERIFY(m_workspace->progress() == domain::Progress {});
        m_page->show(Place { PageId::Placement, {}, {} });
        QVERIFY(isShown(u"placement.begin"_s)); // it can be asked again
    }

    /// Of much that was practised it takes a second.
    void whatWasPractisedIsGoneThroughBehindTheWindow()
    {
        QVERIFY(m_workspace->apply(domain::placeSkills(m_workspace->context(), { m_workspace->roadmap().skill(0).id })));
        m_page->show(Place { PageId::Placement, {}, {} });
        QVERIFY(!isShown(u"placement.begin"_s));
        QVERIFY(text(u"placement.nothingToAsk"_s).startsWith(u"Going through"_s));
        QVERIFY(isShown(u"placement.nothingToAsk"_s));
        QVERIFY(m_workspace->undo().has_value());
        m_page->show(Place { PageId::Placement, {}, {} }); // the work under way is of no use now
        QVERIFY(isShown(u"placement.begin"_s));
        QVERIFY(m_workspace->redo().has_value());
        m_page->show(Place { PageId::Placement, {}, {} });
        QTRY_VERIFY(isShown(u"placement.begin"_s));
        QVERIFY(!isShown(u"placement.nothingToAsk"_s));
        QCOMPARE(QApplication::focusWidget(), find(u"placement.begin"_s));
        key(Qt::Key_Return);
        QCOMPARE(text(u"placement.number"_s), u"Question 1 of at most 6"_s);
    }

    void takingASkillOutTakesOutWhatNeedsIt()
    {
        answerAll();
        QVERIFY(box(u"middle"_s)->isChecked() && box(u"top"_s)->isChecked());
        click(u"placement.skill.middle"_s);
        QVERIFY(!box(u"middle"_s)->isChecked() && !box(u"top"_s)->isChecked() && !box(u"end"_s)->isChecked());
        QVERIFY(box(u"side"_s)->isChecked());
        QCOMPARE(text(u"placement.resultTitle"_s), u"You seem to know 4 skill(s)"_s);
        QTest::keyClick(box(u"end"_s), Qt::Key_Space); // needs the middle, which comes back, and the top was never taken out itself
        QVERIFY(box(u"end"_s)->isChecked() && box(u"middle"_s)->isChecked() && box(u"top"_s)->isChecked());
        QTest::keyClick(box(u"base"_s), Qt::Key_Space);
        QVERIFY(!find(u"placement.takeOver"_s)->isEnabled());
        QTest::keyClick(box(u"side"_s), Qt::Key_Space); // brings the base back, and with it all that had fallen out
        QTest::keyClick(box(u"middle"_s), Qt::Key_Space);
        click(u"placement.takeOver"_s);
        QVERIFY(m_workspace->stateOf(u"side"_s) == SkillState::Assumed);
        QVERIFY(m_workspace->stateOf(u"middle"_s) == SkillState::Ready);
        QVERIFY(m_workspace->stateOf(u"top"_s) == SkillState::Locked);
    }

    void theMapShowsWhatWouldBeTakenOver()
    {
        answerAll();
        auto* canvas = m_page->findChild<ui::MapCanvas*>();
        QTRY_VERIFY(canvas->hasMap());
        const int top = m_workspace->roadmap().indexOf(u"top"_s);
        const int side = m_workspace->roadmap().indexOf(u"side"_s);
        QVERIFY(canvas->scene().node(top).state == SkillState::Assumed);
        QCOMPARE(canvas->light().opacity(top), 1.0);
        click(u"placement.skill.top"_s);
        QVERIFY(canvas->scene().node(top).state != SkillState::Assumed);
        QVERIFY(canvas->scene().node(side).state == SkillState::Assumed);
        QVERIFY(canvas->light().opacity(side) == 1 && canvas->scene().size() == 7);
        QCOMPARE(canvas->selected(), top); // the one whose box has the focus
        box(u"side"_s)->setFocus();
        QVERIFY(canvas->light().opacity(top) < 0.5);
    }

    void nothingKnownLeadsToTheFirstStep()
    {
        click(u"placement.begin"_s);
        while (isShown(u"placement.number"_s)) {
            click(u"quiz.giveUp"_s);
            QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        }
        QVERIFY(isShown(u"placement.nothingTitle"_s));
        QVERIFY(!isShown(u"placement.nothing.more"_s));
        QCOMPARE(find<QAbstractButton>(u"placement.first"_s)->text(), u"Begin with \"Base\""_s);
        click(u"placement.first"_s);
        QVERIFY(place() == (Place { PageId::Skill, u"base"_s, {} }));
        QVERIFY(m_workspace->progress() == domain::Progress {});
    }

    void oneCanAnswerMoreOrDropAll()
    {
        click(u"placement.begin"_s);
        for (int i = 0; i < 4; ++i) {
            key(Qt::Key_A);
            key(Qt::Key_Return);
        }
        click(u"placement.stop"_s);
        click(u"placement.more"_s);
        QCOMPARE(text(u"placement.number"_s), u"Question 5 of at most 7"_s);
        click(u"placement.stop"_s);
        click(u"placement.discard"_s);
        QVERIFY(isShown(u"placement.begin"_s));
        QVERIFY(notice().contains(u"nothing was stored"_s));
        QVERIFY(m_workspace->progress() == domain::Progress {});
        click(u"placement.begin"_s);
        QCOMPARE(text(u"placement.number"_s), u"Question 1 of at most 7"_s);
        click(u"placement.stop"_s); // nothing was answered: where it began
        QVERIFY(isShown(u"placement.begin"_s));
    }

    void aSittingOutlivesAVisitElsewhere()
    {
        click(u"placement.begin"_s);
        key(Qt::Key_A);
        key(Qt::Key_Return);
        m_page->show(Place { PageId::Placement, {}, {} });
        QCOMPARE(text(u"placement.number"_s), u"Question 2 of at most 7"_s);
        QVERIFY(m_workspace->installCourse(support::questionCourse(number)).has_value());
        QVERIFY(isShown(u"placement.begin"_s)); // another course has other questions
    }

    void whatCannotBeReadIsAskedAgain()
    {
        open(number);
        click(u"placement.begin"_s);
        auto* field = find<QLineEdit>(u"quiz.text"_s);
        QCOMPARE(QApplication::focusWidget(), field);
        QVERIFY(field->isVisible() && field->visibleRegion().boundingRect().height() > 20);
        QTest::keyClicks(field, u"many"_s);
        key(Qt::Key_Return);
        QCOMPARE(text(u"placement.number"_s), u"Question 1 of at most 7"_s);
        QVERIFY(text(u"quiz.remark"_s).contains(u"cannot be read"_s));
        field->clear();
        QTest::keyClicks(field, u"42"_s);
        key(Qt::Key_Return);
        QCOMPARE(text(u"placement.number"_s), u"Question 2 of at most 7"_s);
        QVERIFY(!isShown(u"quiz.remark"_s));
    }

    void aLibraryThatIsReadOnlyTakesNothingOver()
    {
        m_store->setReadOnly(true);
        answerAll();
        QVERIFY(!find(u"placement.takeOver"_s)->isEnabled());
        QVERIFY(!find(u"placement.takeOver"_s)->toolTip().isEmpty());
    }

    void whatTheLearnerSaysElsewhereLeavesTheResult()
    {
        answerAll();
        QVERIFY(m_workspace->apply(domain::finishSkill(m_workspace->context(), u"base"_s)).has_value());
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QCOMPARE(text(u"placement.resultTitle"_s), u"You seem to know 6 skill(s)"_s);
        QVERIFY(m_page->findChild<QCheckBox*>(u"placement.skill.base"_s) == nullptr);
    }

    void everyControlHasAName()
    {
        answerAll();
        for (const QAbstractButton* button : m_page->findChildren<QAbstractButton*>()) {
            QVERIFY2(
                !button->isVisible() || !button->text().isEmpty() || !button->accessibleName().isEmpty(), qPrintable(button->objectName()));
        }
    }
};

QTEST_MAIN(tst_PlacementPage)
#include "tst_PlacementPage.moc"
