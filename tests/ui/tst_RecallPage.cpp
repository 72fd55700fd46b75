// SPDX-License-Identifier: GPL-3.0-or-later
#include <MemoryWorkspace.h>
#include <SampleCourse.h>
#include <ScreenParts.h>
#include <WrittenLesson.h>

#include <ui/lesson/LessonView.h>
#include <ui/recall/RecallPage.h>

#include <session/RecallDesk.h>

#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QTextDocument>

#include <memory>

using namespace Qt::StringLiterals;
using namespace waymark;
using ui::PageId;
using ui::Place;

namespace {

const QString git = u"vcs-git"_s;
const QString commit = u"what-is-a-commit"_s;
const QString branch = u"what-is-a-branch"_s;

domain::CourseContent courseWithCards()
{
    domain::CourseContent content = support::sampleCourse();
    content.course.skills[0].cards = { commit, branch };
    content.lessons[0].markdown
        = u"## Flashcards\n\n| Front | Back |\n| --- | --- |\n| What is a `commit`? | a snapshot |\n| What is a branch? | a name |\n"_s;
    return content;
}

} // namespace

class tst_RecallPage : public QObject
{
    Q_OBJECT

    qint64 m_now = 1'795'255'200'000;
    std::unique_ptr<session::Workspace> m_workspace;
    std::unique_ptr<ui::RecallPage> m_page;

    template <class T> T* find(const QString& name) const
    {
        T* found = m_page->findChild<T*>(name);
        Q_ASSERT(found != nullptr);
        return found;
    }
    [[nodiscard]] QString text() const
    {
        auto* view = find<ui::LessonView>(u"recall.text"_s);
        support::untilWritten(*view);
        return view->document()->toPlainText();
    }
    [[nodiscard]] domain::CardState state(const QString& card) const { return m_workspace->progress().skill(git).cards.value(card); }
    void open(bool started = true, bool readOnly = false)
    {
        m_page.reset();
        support::MemoryWorkspace opened(courseWithCards(), { [this] { return m_now; }, QTimeZone::utc() });
        m_workspace = std::move(opened.workspace);
        if (started) {
            QVERIFY(m_workspace->apply(domain::startSkill(m_workspace->context(), git, false)).has_value());
        }
        opened.store->setReadOnly(readOnly);
        m_page = std::make_unique<ui::RecallPage>(*m_workspace);
        m_page->resize(900, 640);
        m_page->QWidget::show();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
        m_page->show(Place { PageId::Recall, {}, {} });
    }
    void trigger(const QString& name)
    {
        for (QAction* action : m_page->pageActions()) {
            if (action->objectName() == name) {
                action->trigger();
                return;
            }
        }
        QFAIL(qPrintable(name));
    }

private Q_SLOTS:
    void init() { open(); }
    void cleanup()
    {
        m_page.reset();
        m_workspace.reset();
    }

    void theCountIsOfThisSessionWhateverTheClockSays()
    {
        constexpr qint64 year = 365LL * 86'400'000;
        m_now += year; // a recall by a clock that was ahead
        const session::RecallDesk desk(*m_workspace);
        QVERIFY(m_workspace->apply(desk.graded(*desk.card(git, branch), domain::Grade::Easy, 4000)).has_value());
        m_now -= year;
        m_page->show(Place { PageId::Recall, {}, {} });
        QCOMPARE(find<QProgressBar>({})->value(), 0);
        m_now -= year; // and it is set back in the midst
        QTest::mouseClick(find<QPushButton>(u"recall.show"_s), Qt::LeftButton);
        QTest::keyClick(m_page.get(), Qt::Key_4);
        QCOMPARE(find<QProgressBar>({})->value(), 1);
        QVERIFY(m_workspace->undo().has_value());
        QCOMPARE(find<QProgressBar>({})->value(), 0);
        m_now += year;
    }

    void theBackIsNotThereBeforeItIsWanted()
    {
        QVERIFY(text().contains(u"What is a commit?"_s));
        QVERIFY(!text().contains(u"snapshot"_s));
        QVERIFY(!find<QWidget>(u"grade.good"_s)->isVisible());
        QTest::keyClick(m_page.get(), Qt::Key_1); // no grade without the back
        QVERIFY(!m_workspace->progress().skill(git).cards.contains(commit));
        QTest::mouseClick(find<QPushButton>(u"recall.show"_s), Qt::LeftButton);
        QVERIFY(text().contains(u"snapshot"_s));
        QVERIFY(find<QWidget>(u"grade.good"_s)->isVisible());
        QVERIFY(find<QWidget>(u"grade.easy"_s)->accessibleName().contains(u" d"_s));
    }

    void keysGradeAndLeadToTheNext()
    {
        QCOMPARE(find<QLabel>(u"recall.left"_s)->text(), u"2 card(s) left"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_4);
        QCOMPARE(state(commit).schedule.reps, 1);
        QVERIFY(text().contains(u"What is a branch?"_s));
        QVERIFY(!text().contains(u"a name"_s));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_4);
        QVERIFY(find<QLabel>(u"recall.emptyTitle"_s)->isVisible());
        QVERIFY(find<QLabel>(u"recall.emptyTitle"_s)->text().contains(u"2 card(s) recalled"_s));
    }

    void keysWorkWhileTheTextHasTheFocus()
    {
        auto* view = find<ui::LessonView>(u"recall.text"_s);
        QTest::mouseClick(view->viewport(), Qt::LeftButton);
        view->setFocus();
        QTest::keyClick(view, Qt::Key_Space);
        QVERIFY(text().contains(u"snapshot"_s));
        view->setFocus();
        QTest::keyClick(view, Qt::Key_3);
        QCOMPARE(state(commit).schedule.reps, 1);
    }

    void everyKeyIsInTheListOfShortcuts()
    {
        QStringList keys;
        for (const QAction* action : m_page->pageActions()) {
            keys.append(action->shortcut().toString());
            QVERIFY(!action->text().isEmpty());
        }
        for (const QString& key : { u"Space"_s, u"1"_s, u"2"_s, u"3"_s, u"4"_s, u"E"_s, u"N"_s, u"T"_s, u"A"_s, u"O"_s }) {
            QVERIFY2(keys.contains(key), qPrintable(key));
        }
    }

    void aForgottenCardComesBackAtOnce()
    {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_1);
        QVERIFY(state(commit).schedule.phase == domain::CardSchedule::Phase::Learning);
        m_now += 2 * 60'000;
        m_page->show(Place { PageId::Recall, {}, {} });
        QVERIFY(text().contains(u"What is a commit?"_s));
    }

    void undoBringsTheCardBack()
    {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_4);
        QCOMPARE(find<QProgressBar>({})->value(), 1);
        QVERIFY(m_workspace->undo().has_value());
        QCOMPARE(find<QProgressBar>({})->value(), 0);
        QVERIFY(text().contains(u"What is a commit?"_s));
        QVERIFY(!m_workspace->progress().skill(git).cards.contains(commit));
    }

    void aCardIsPutOffAndLaidAside()
    {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_T); // no Alt: that belongs to the menus
        QVERIFY(state(commit).buriedUntil > m_now);
        QVERIFY(text().contains(u"What is a branch?"_s));
        trigger(u"recall.suspend"_s);
        QVERIFY(state(branch).suspended);
        QVERIFY(find<QLabel>(u"recall.emptyTitle"_s)->isVisible());
        m_now += 86'400'000;
        m_page->show(Place { PageId::Recall, {}, {} });
        QVERIFY(text().contains(u"What is a commit?"_s));
    }

    void ownWordsAreWrittenInADialog()
    {
        support::inDialog(*this, [](const QDialog& dialog) {
            auto* front = dialog.findChild<QPlainTextEdit*>(u"card.front"_s);
            QCOMPARE(front->toPlainText(), u"What is a `commit`?"_s);
            auto* save = dialog.findChild<QPushButton*>(u"card.save"_s);
            front->setPlainText(u" "_s);
            QVERIFY(!save->isEnabled());
            front->setPlainText(u"Commit: what?"_s);
            dialog.findChild<QPlainTextEdit*>(u"card.back"_s)->setPlainText(u"A tree, *whole*"_s);
            QTest::mouseClick(save, Qt::LeftButton);
        });
        trigger(u"recall.edit"_s);
        QCOMPARE(m_workspace->progress().skill(git).ownCards.value(commit).front, u"Commit: what?"_s);
        QVERIFY(text().contains(u"Commit: what?"_s));
    }

    void aCardFromAStrangerIsPlainText()
    {
        QVERIFY(
            m_workspace->apply(domain::writeCard(m_workspace->context(), git, commit, u"<b>bold</b> ![x](file:///etc/passwd)"_s, u"back"_s))
                .has_value());
        QVERIFY(text().contains(u"<b>bold</b>"_s));
    }

    void aHolidayIsSpreadOverAWeek()
    {
        for (int i = 0; i < 30; ++i) {
            QVERIFY(m_workspace->apply(domain::writeCard(m_workspace->context(), git, {}, u"Front %1"_s.arg(i), u"Back"_s)).has_value());
        }
        QVERIFY(m_workspace->apply(domain::setRecall(m_workspace->context(), { 0.9, 200, 200 })).has_value());
        const session::RecallDesk desk(*m_workspace);
        for (const learning::QueueCard& each : desk.cards()) {
            const auto card = desk.card(git, each.card);
            QVERIFY(m_workspace->apply(desk.graded(*card, domain::Grade::Easy, 1000)).has_value());
        }
        m_now += 90ll * 86'400'000;
        m_page->show(Place { PageId::Recall, {}, {} });
        QSignalSpy notices(m_page.get(), &ui::Page::noticeRequested);
        trigger(u"recall.spread"_s);
        QCOMPARE(notices.size(), 1);
        const int today = desk.due().due;
        QVERIFY2(today >= 4 && today <= 5, qPrintable(QString::number(today))); // 32 over seven days
        QVERIFY(m_workspace->undo().has_value());
        QCOMPARE(desk.due().due, 32);
    }

    void withoutCardsThePageLeadsToALesson()
    {
        open(false);
        QSignalSpy asked(m_page.get(), &ui::Page::placeRequested);
        QVERIFY(find<QLabel>(u"recall.emptyTitle"_s)->text().contains(u"no cards yet"_s));
        QTest::mouseClick(find<QPushButton>(u"recall.emptyButton"_s), Qt::LeftButton);
        QCOMPARE(asked.first().first().value<Place>(), (Place { PageId::Skill, git, {} }));
    }

    void aReadOnlyLibraryShowsAndTakesNothing()
    {
        open(true, true);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
        QVERIFY(text().contains(u"snapshot"_s));
        QTest::keyClick(m_page.get(), Qt::Key_3);
        QVERIFY(m_workspace->progress().skill(git).cards.isEmpty());
    }
};

QTEST_MAIN(tst_RecallPage)
#include "tst_RecallPage.moc"
