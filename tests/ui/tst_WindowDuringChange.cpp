// SPDX-License-Identifier: GPL-3.0-or-later
// What comes by itself while a change is stored, which takes long: the window lives meanwhile.
#include <ClockWindow.h>
#include <MentorWindow.h>
#include <ModalDialogs.h>
#include <ReviewedLibrary.h>

#include <domain/AtomicFile.h>
#include <resources/Resources.h>
#include <session/Workers.h>
#include <ui/window/DayTurn.h>

#include <QAbstractButton>
#include <QPlainTextEdit>
#include <QSignalSpy>

#include <utility>

using namespace Qt::StringLiterals;
using namespace waymark;
using support::childOf;

class tst_WindowDuringChange : public QObject, support::ClockWindow
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { resources::initialise(); }
    void init() { startAnew(); }
    void cleanup() { closeAll(); }

    void whatAnEditorSavesIsSavedBehindIt()
    {
        auto* note = childOf<QPlainTextEdit>(*m_window, u"note"_s);
        note->setFocus();
        QTest::keyClicks(note, u"rebase"_s);
        during([note] {
            note->clearFocus(); // as to the dialog of a long change
            QTest::keyClicks(note, u"!"_s);
        });
        QCOMPARE(written(), QString());
        QTRY_COMPARE(written(), u"rebase!"_s);
        QCOMPARE(support::textIn(*m_window, u"note.state"_s), u"Saved"_s);
        QCOMPARE(notice(), QString());
    }

    void whatAnEditorOfAnotherSkillHeldIsSavedBehindIt()
    {
        auto* note = childOf<QPlainTextEdit>(*m_window, u"note"_s);
        QTest::keyClicks(note, u"rebase"_s);
        during([this] { m_window->go({ ui::PageId::Skill, u"left"_s, {} }); });
        QTRY_COMPARE(written(), u"rebase"_s);
        QCOMPARE(notice(), QString());
    }

    void theWatchPausesBehindIt()
    {
        start();
        during([this] { beAway(10 * minute); });
        QVERIFY(timer()->isRunning());
        QCOMPARE(notice(), QString());
        m_window->findChild<ui::WatchCommands*>()->tick();
        QVERIFY(!timer()->isRunning());
        QVERIFY2(notice().contains(u"for 10 minute"_s), qPrintable(notice()));
    }

    void aNewDayComesBehindItAndOnce()
    {
        QSignalSpy days(m_window->findChild<ui::DayTurn*>(), &ui::DayTurn::looked);
        during([&] {
            m_now += 24 * 60 * minute;
            for (int i = 0; i < 2; ++i) {
                QEvent activated(QEvent::WindowActivate);
                QCoreApplication::sendEvent(m_window.get(), &activated);
            }
            QCOMPARE(days.size(), 0);
        });
        QTRY_COMPARE(days.size(), 1);
    }

    void theWindowClosesBehindIt()
    {
        during([this] { QVERIFY(!m_window->close() && m_window->isVisible()); });
        QTRY_VERIFY(!m_window->isVisible());
    }

    void aFileIsAskedAboutBehindIt()
    {
        support::MentorWindow f;
        f.open();
        const QString file = f.path(u"ada.wayreview"_s);
        QVERIFY(domain::writeFileAtomically(file, exchange::reviewToJson(support::reviewOf(*f.library.workspace))));
        bool wasAsked = false;
        bool isOver = false;
        support::whenDialogIsUp(u"importPreview"_s, [&](QDialog& preview) {
            wasAsked = !isOver;
            QTest::mouseClick(preview.findChild<QAbstractButton*>(u"importAccept"_s), Qt::LeftButton);
        });
        f.library.store->whileChanging([&] {
            f.library.store->whileChanging({});
            f.window->openFiles({ file });
            session::workers().waitForDone();
            QCoreApplication::processEvents(); // the loop of the wait, in which the result arrives
        });
        f.library.finish(u"base"_s);
        isOver = true;
        QTRY_COMPARE(f.library.workspace->progress().reviews().size(), std::size_t { 1 });
        QVERIFY(!wasAsked);
    }

    /// It chooses from a menu that no click would have opened.
    void whatAScreenReaderChoosesMeanwhileIsAnsweredAtOnce()
    {
        QString answer;
        QString announced;
        during([&] {
            action("skill.skip").trigger();
            answer = notice();
            announced = childOf<ui::NoticeBar>(*m_window, u"noticeBar"_s)->accessibleName();
        });
        QVERIFY2(answer.contains(u"Do it again"_s), qPrintable(answer));
        QCOMPARE(announced, answer);
        QVERIFY(workspace().stateOf(base) != learning::SkillState::Skipped);
    }

    void whatCannotBeReadAgainIsSaidAboveThePage()
    {
        Q_EMIT workspace().fellBehind({ domain::ErrorCode::Io, u"library"_s, {} });
        QVERIFY(support::textIn(*m_window, u"behindBanner"_s).contains(u"nothing can be changed"_s));
        Q_EMIT workspace().caughtUp();
        QVERIFY(support::textIn(*m_window, u"behindBanner"_s).isEmpty());
    }

private:
    [[nodiscard]] QString written() const
    {
        const auto& note = workspace().progress().skill(base).note;
        return note ? note->text : QString();
    }
    /// Something happens in the loop of a change.
    void during(const std::function<void()>& act)
    {
        m_library->store->whileChanging([this, act] {
            m_library->store->whileChanging({});
            act();
        });
        QVERIFY(workspace().apply(domain::finishSkill(workspace().context(), u"base"_s)));
    }
};

QTEST_MAIN(tst_WindowDuringChange)
#include "tst_WindowDuringChange.moc"
