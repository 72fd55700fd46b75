// SPDX-License-Identifier: GPL-3.0-or-later
// A library whose course was changed and that could not be read again: nothing can be changed until it has been, and nothing is lost.
#include <BehindLibrary.h>
#include <ClockWindow.h>
#include <MemoryShelf.h>

#include <ModalDialogs.h>
#include <WorkspaceFixture.h>

#include <domain/AtomicFile.h>
#include <resources/Resources.h>
#include <ui/print/PlanExports.h>
#include <ui/today/TodayPage.h>

#include <QLabel>
#include <QMenuBar>
#include <QPlainTextEdit>
#include <QToolTip>

#include <utility>

using namespace Qt::StringLiterals;
using namespace waymark;
using domain::ErrorCode;
using support::childOf;
using ui::PageId;

class tst_WindowBehind : public QObject, support::ClockWindow
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { resources::initialise(); }
    void init()
    {
        startAnew();
        m_window->setBackups(std::make_shared<support::MemoryShelf>());
    }
    void cleanup() { closeAll(); }

    void anActionThatWouldBeRefusedIsOffAndSaysWhy_data()
    {
        QTest::addColumn<QString>("id");
        for (const QString& id : { u"file.import"_s, u"file.install-course"_s, u"file.merge"_s, u"edit.goal"_s }) {
            QTest::newRow(qPrintable(id)) << id;
        }
    }
    void anActionThatWouldBeRefusedIsOffAndSaysWhy()
    {
        QFETCH(const QString, id);
        const QAction& chosen = action(id.toLatin1().constData());
        QVERIFY(chosen.isEnabled());
        fallBehind();
        QVERIFY(!chosen.isEnabled());
        QVERIFY2(chosen.toolTip().contains(u"could not be read again"_s), qPrintable(chosen.toolTip()));
        QCOMPARE(chosen.statusTip(), chosen.toolTip());
        catchUp();
        QVERIFY(chosen.isEnabled());
        QVERIFY(chosen.statusTip().isEmpty() && !chosen.toolTip().contains(u"read again"_s));
    }

    void whatOnlyReadsStaysOffered()
    {
        fallBehind();
        for (const char* id : { "file.export.json", "file.backup", "file.backup.test", "file.backup.restore" }) {
            QVERIFY2(action(id).isEnabled(), id);
        }
    }

    void aPageOffersNoChange_data()
    {
        QTest::addColumn<ui::Place>("place");
        QTest::addColumn<QString>("name");
        const auto row = [](const char* title, const ui::Place& place, const QString& name) { QTest::newRow(title) << place << name; };
        row("the time of a skill", { PageId::Skill, base, {} }, u"timePanel"_s);
        row("its checklist", { PageId::Skill, base, {} }, u"checklist.first"_s);
        row("evidence", { PageId::Skill, base, {} }, u"evidence.add.first"_s);
        row("what is done with it", { PageId::Skill, base, {} }, u"start"_s);
        row("hours", { PageId::Plan, {}, u"hours"_s }, u"hours.day.1"_s);
        row("recall", { PageId::Recall, {}, {} }, u"recall.emptyOptions"_s);
        row("days off", { PageId::Plan, {}, u"hours"_s }, u"hours.off.add"_s);
        row("a question to a mentor", { PageId::Skill, base, {} }, u"question.ask"_s);
    }
    void aPageOffersNoChange()
    {
        QFETCH(const ui::Place, place);
        QFETCH(const QString, name);
        m_window->go(place);
        QVERIFY(isOffered(name));
        fallBehind();
        QVERIFY(!isOffered(name));
        catchUp();
        QTRY_VERIFY(isOffered(name)); // a row that was made anew is shown in the next turn
    }

    void whatStandsInAFieldStaysAndIsSavedOnceItCanBe()
    {
        auto* note = childOf<QPlainTextEdit>(*m_window, u"note"_s);
        note->setPlainText(u"not to be lost"_s);
        fallBehind();
        QVERIFY(note->isReadOnly());
        QCOMPARE(note->toPlainText(), u"not to be lost"_s);
        QVERIFY(support::textIn(*m_window, u"note.state"_s).contains(u"your text stays here"_s));
        catchUp();
        QVERIFY(!note->isReadOnly());
        const auto& stored = workspace().progress().skill(base).note;
        QVERIFY(stored && stored->text == u"not to be lost"_s);
        QCOMPARE(support::textIn(*m_window, u"note.state"_s), u"Saved"_s);
    }

    void whatIsAskedForAllTheSameIsRefusedWithTheReason()
    {
        m_window->go({ PageId::Today, {}, {} });
        fallBehind();
        QCOMPARE(notice(), QString()); // the sentence above the page says it all
        QVERIFY(!workspace().apply(domain::finishSkill(workspace().context(), base)));
        QVERIFY2(notice().startsWith(u"The library could not be read again"_s), qPrintable(notice()));
        m_window->say({}, ui::NoticeTone::Info);
        Q_EMIT m_window->findChild<ui::TodayPage*>()->goalRequested();
        QVERIFY2(notice().startsWith(u"The library could not be read again"_s), qPrintable(notice()));
        m_window->say({}, ui::NoticeTone::Info);
        Q_EMIT m_window->findChild<ui::TodayPage*>()->courseRequested();
        QVERIFY2(notice().startsWith(u"The library could not be read again"_s), qPrintable(notice()));
    }

    void aCardIsGradedExactlyWhileTheLibraryCanBeChanged_data()
    {
        QTest::addColumn<bool>("isMadeBehind");
        QTest::newRow("a page of before") << false;
        QTest::newRow("a page that is made meanwhile") << true;
    }
    void aCardIsGradedExactlyWhileTheLibraryCanBeChanged()
    {
        QFETCH(const bool, isMadeBehind);
        QVERIFY(workspace().apply(domain::startSkill(workspace().context(), base, false)));
        QVERIFY(workspace().apply(domain::writeCard(workspace().context(), base, {}, u"front"_s, u"back"_s)));
        if (isMadeBehind) {
            fallBehind();
        }
        m_window->go({ PageId::Recall, {}, {} });
        support::clickShown(*m_window, u"recall.show"_s);
        QCOMPARE(isOffered(u"grade.good"_s), !isMadeBehind);
        if (!isMadeBehind) {
            fallBehind();
            QVERIFY(!isOffered(u"grade.good"_s));
            support::clickShown(*m_window, u"recall.show"_s);
            QVERIFY(!isOffered(u"grade.good"_s));
        }
        catchUp();
        support::clickShown(*m_window, u"recall.show"_s);
        QVERIFY(isOffered(u"grade.good"_s));
        QVERIFY(childOf<QWidget>(*m_window, u"recall.leechEdit"_s)->isEnabled());
    }

    void itsToolTipComesBackWithItsShortcut()
    {
        const QAction& goal = action("edit.goal");
        QCOMPARE(goal.toolTip(), u"Goal and choices (Ctrl+G)"_s);
        fallBehind();
        catchUp();
        QCOMPARE(goal.toolTip(), u"Goal and choices (Ctrl+G)"_s);
    }

    void aMenuSaysWhyAnEntryIsOff()
    {
        auto* menu = menuOf(action("edit.goal"));
        QVERIFY(menu != nullptr);
        menu->popup({});
        menu->setActiveAction(&action("edit.goal"));
        QVERIFY(!QToolTip::isVisible()); // it would only say again what stands there
        fallBehind();
        menu->setActiveAction(&action("file.import"));
        menu->setActiveAction(&action("edit.goal"));
        QVERIFY(QToolTip::isVisible());
        QVERIFY2(QToolTip::text().contains(u"could not be read again"_s), qPrintable(QToolTip::text()));
        menu->close();
    }

    void theKeysOfAnEntryThatIsOffSayWhy()
    {
        fallBehind();
        QTest::keyClick(m_window.get(), Qt::Key_G, Qt::ControlModifier);
        QVERIFY2(notice().startsWith(u"The library could not be read again"_s), qPrintable(notice()));
        catchUp();
        bool isOpen = false;
        support::whenDialogIsUp(u"goalDialog"_s, [&isOpen](QDialog& dialog) {
            isOpen = true;
            dialog.reject();
        });
        QTest::keyClick(m_window.get(), Qt::Key_G, Qt::ControlModifier);
        QVERIFY(isOpen);
    }

    void whatCannotBeReadIsNotSaidToBeUnchanged_data()
    {
        QTest::addColumn<ErrorCode>("code");
        const std::pair<const char*, ErrorCode> codes[] = { { "it cannot be read", ErrorCode::Io },
            { "damaged", ErrorCode::LibraryCorrupt }, { "busy", ErrorCode::LibraryBusy }, { "locked", ErrorCode::LibraryLocked },
            { "missing", ErrorCode::LibraryMissing }, { "newer", ErrorCode::LibraryNewer }, { "another file", ErrorCode::NotALibrary },
            { "records", ErrorCode::RecordsDiffer }, { "a full disk", ErrorCode::DiskFull }, { "read-only", ErrorCode::ReadOnly },
            { "cancelled", ErrorCode::Cancelled }, { "too large", ErrorCode::TooLarge }, { "its file is gone", ErrorCode::FileMissing } };
        for (const auto& [title, code] : codes) {
            QTest::newRow(title) << code;
        }
    }
    void whatCannotBeReadIsNotSaidToBeUnchanged()
    {
        QFETCH(const ErrorCode, code);
        Q_EMIT workspace().fellBehind({ code, u"/home/ada/library.waymark"_s, u"page 3"_s });
        const QString said = support::textIn(*m_window, u"behindBanner"_s);
        QVERIFY2(said.contains(u"The change is in the library"_s) && said.contains(u"/home/ada/library.waymark"_s), qPrintable(said));
        QVERIFY2(!said.contains(u"othing was changed"_s) && !said.contains(u"was not changed"_s), qPrintable(said));
    }

    void aScreenReaderHearsOfIt()
    {
        fallBehind();
        const auto* sentence = childOf<QLabel>(*m_window, u"behindBanner"_s);
        QCOMPARE(sentence->parentWidget()->accessibleName(), sentence->text());
        catchUp();
        const QString heard = childOf<ui::NoticeBar>(*m_window, u"noticeBar"_s)->accessibleName();
        QVERIFY2(heard.contains(u"can be changed again"_s), qPrintable(heard));
    }

    void whatWasSaidStaysBesideTheWordThatItIsOver()
    {
        m_window->say(u"Wrote plan.csv."_s, ui::NoticeTone::Info);
        fallBehind();
        catchUp();
        QVERIFY2(notice().startsWith(u"Wrote plan.csv. The library has been read"_s), qPrintable(notice()));
        fallBehind();
        QVERIFY(!workspace().apply(domain::finishSkill(workspace().context(), base)));
        catchUp();
        QVERIFY2(notice().startsWith(u"The library has been read"_s), qPrintable(notice())); // what was refused can be done
    }

    void aFileThatComesMeanwhileIsRefusedUnasked()
    {
        support::WorkspaceFixture ahead;
        ahead.finish(base);
        const QString file = m_home.filePath(u"plan.html"_s);
        QVERIFY(domain::writeFileAtomically(file, ui::exportPlan(*ahead.workspace, u"plan"_s).value()));
        bool isAsked = false;
        support::whenDialogIsUp(u"importPreview"_s, [&isAsked](QDialog& dialog) {
            isAsked = true;
            dialog.reject();
        });
        fallBehind();
        m_window->openFiles({ file });
        QTRY_VERIFY2(isAsked || notice().startsWith(u"The library could not be read again"_s), qPrintable(notice()));
        QVERIFY(!isAsked);
    }

private:
    [[nodiscard]] QMenu* menuOf(const QAction& action) const
    {
        for (const QAction* topic : m_window->menuBar()->actions()) {
            if (topic->menu()->actions().contains(&action)) {
                return topic->menu();
            }
        }
        return nullptr;
    }
    [[nodiscard]] bool isOffered(const QString& name) const
    {
        const auto* shown = support::shownIn<QWidget>(*m_window, name);
        return shown != nullptr && shown->isEnabled();
    }
    void fallBehind() const { support::fallBehind(workspace(), *m_library->store); }
    void catchUp() const
    {
        workspace().noticeDay();
        QVERIFY(!workspace().isReadOnly());
    }
};

QTEST_MAIN(tst_WindowBehind)
#include "tst_WindowBehind.moc"
