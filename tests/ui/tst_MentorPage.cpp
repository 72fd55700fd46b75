// SPDX-License-Identifier: GPL-3.0-or-later
#include <HeldWorkers.h>
#include <session/Workers.h>
#include <MentorWindow.h>
#include <ModalDialogs.h>

#include <QCheckBox>
#include <QDropEvent>
#include <QFileInfo>
#include <QLineEdit>
#include <QListView>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTreeView>

using namespace Qt::StringLiterals;
using namespace waymark;
using support::childOf;
using support::clickOn;
using support::HeldWorkers;
using support::MentorFixture;
using support::MentorWindow;
using support::whenAskedForAFile;
using support::whenDialogIsUp;

namespace {

/// An answer to the plan of Ada that can go out, and the plan of Grace, which arrives while a dialog is open.
struct TwoPlans : MentorWindow
{
    QString ada = write(u"ada.json"_s, planOf(u"Ada"_s));
    QString grace = write(u"grace.json"_s, planOf(u"Grace"_s));

    TwoPlans()
    {
        open();
        window->answerPlan(ada);
        QTRY_VERIFY(isShown(u"reviewView"_s));
        press(Qt::Key_1);
    }
    [[nodiscard]] bool answers(const QString& learner) const { return window->windowTitle().contains(learner); }
    /// Whether Ada's answer stays where it is although another plan has been read.
    [[nodiscard]] bool staysWhenGraceArrives() const
    {
        const QPointer<QWidget> view = window->findChild<QWidget*>(u"reviewView"_s);
        window->answerPlan(grace);
        session::workers().waitForDone();
        QCoreApplication::processEvents();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        return view != nullptr && answers(u"Ada"_s);
    }
    static void signNothing(QDialog& send)
    {
        childOf<QLineEdit>(send, u"send.name"_s)->setText(u"Mentor Example"_s);
        childOf<QCheckBox>(send, u"send.sign"_s)->setChecked(false);
        clickOn(send, u"send.save"_s);
    }
};

} // namespace

class tst_MentorPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void thePageIsOnTheRailAndUnderItsKey()
    {
        MentorWindow f;
        f.open();
        f.press(Qt::Key_7, Qt::ControlModifier);
        QVERIFY(f.isShown(u"mentorPage"_s));
        QVERIFY(f.isShown(u"reviewsPane"_s));
        clickOn(*f.window, u"rail.go.today"_s);
        QVERIFY(!f.isShown(u"mentorPage"_s));
        clickOn(*f.window, u"rail.go.mentor"_s);
        QVERIFY(f.isShown(u"mentorPage"_s));
    }

    void theSwitchIsPartOfTheHistory()
    {
        MentorWindow f;
        f.open();
        f.press(Qt::Key_7, Qt::ControlModifier);
        clickOn(*f.window, u"mentor.plans"_s);
        QVERIFY(f.isShown(u"plansPane"_s));
        f.press(Qt::Key_Left, Qt::AltModifier);
        QVERIFY(f.isShown(u"reviewsPane"_s));
        f.press(Qt::Key_Right, Qt::AltModifier);
        QVERIFY(f.isShown(u"plansPane"_s));
    }

    void aPlanIsAnsweredAndTheAnswerComesBackAfterARestart()
    {
        MentorWindow f;
        const QString file = f.write(u"ada.json"_s, MentorFixture::planOf(u"Ada"_s));
        f.open();
        f.window->answerPlan(file);
        QTRY_VERIFY(f.isShown(u"reviewView"_s));
        QVERIFY(f.window->windowTitle().contains(u"Ada"_s));
        f.press(Qt::Key_1);
        f.close();
        f.open();
        QTRY_VERIFY(f.isShown(u"reviewView"_s));
        QVERIFY(childOf<QPushButton>(*f.window, u"decision.approve"_s)->isChecked());
    }

    void undoInAnAnswerLeavesTheLibraryAlone()
    {
        MentorWindow f;
        f.library.finish(f.library.workspace->roadmap().skill(0).id);
        f.open();
        f.window->answerPlan(f.write(u"ada.json"_s, MentorFixture::planOf(u"Ada"_s)));
        QTRY_VERIFY(f.isShown(u"reviewView"_s));
        f.press(Qt::Key_1);
        f.press(Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(!childOf<QPushButton>(*f.window, u"decision.approve"_s)->isChecked());
        QVERIFY(f.library.workspace->nextUndo().has_value());
        f.press(Qt::Key_Y, Qt::ControlModifier);
        QVERIFY(childOf<QPushButton>(*f.window, u"decision.approve"_s)->isChecked());
    }

    void escapeLeadsBackToThePlans()
    {
        MentorWindow f;
        f.open();
        f.window->answerPlan(f.write(u"ada.json"_s, MentorFixture::planOf(u"Ada"_s)));
        QTRY_VERIFY(f.isShown(u"reviewView"_s));
        f.press(Qt::Key_Escape);
        QVERIFY(f.isShown(u"plansPane"_s));
        f.press(Qt::Key_Left, Qt::AltModifier);
        QVERIFY(f.isShown(u"reviewView"_s));
    }

    void aFileThatIsNoPlanIsSaidInTheNoticeBar()
    {
        MentorWindow f;
        QVERIFY(domain::writeFileAtomically(f.path(u"broken.json"_s), "no").has_value());
        f.open();
        f.window->answerPlan(f.path(u"broken.json"_s));
        QTRY_VERIFY(f.notice().contains(u"broken.json"_s));
        QVERIFY(!f.isShown(u"reviewView"_s));
    }

    void aPlanThatArrivesWhileAnAnswerIsBeingSavedWaitsForTheDialog()
    {
        TwoPlans f;
        bool stays = false;
        whenDialogIsUp(u"sendDialog"_s, [&](QDialog& send) {
            stays = f.staysWhenGraceArrives();
            if (stays) {
                send.reject();
            }
        });
        clickOn(*f.window, u"answer.saveButton"_s);
        QVERIFY(stays);
        QTRY_VERIFY(f.answers(u"Grace"_s));
    }

    void aPlanThatArrivesWhileAFileIsChosenLeavesTheAnswerToBeWritten()
    {
        TwoPlans f;
        bool stays = false;
        whenDialogIsUp(u"sendDialog"_s, [&](QDialog& send) {
            whenDialogIsUp(u"QFileDialog"_s, [&](QDialog&) {
                stays = f.staysWhenGraceArrives();
                whenAskedForAFile(f.path(u"ada.wayreview"_s));
            });
            TwoPlans::signNothing(send);
        });
        clickOn(*f.window, u"answer.saveButton"_s);
        QVERIFY(stays);
        QVERIFY(QFileInfo::exists(f.path(u"ada.wayreview"_s)));
        QTRY_VERIFY(f.answers(u"Grace"_s));
    }

    void whatIsBeingWrittenIsThereWhenThePlanIsOpenedAgain()
    {
        TwoPlans f;
        const QPointer<QWidget> before = f.window->findChild<QWidget*>(u"reviewView"_s);
        HeldWorkers held;
        f.window->answerPlan(f.ada);
        childOf<QPlainTextEdit>(*before, u"decision.reason"_s)->setPlainText(u"Well done"_s);
        held.release();
        QTRY_VERIFY(before == nullptr);
        QCOMPARE(childOf<QPlainTextEdit>(*f.window, u"decision.reason"_s)->toPlainText(), u"Well done"_s);
    }

    void anAnswerThatCannotBeKeptHoldsUpClosingAndTheNextPlan()
    {
        TwoPlans f;
        QVERIFY(QDir(f.path(u"drafts"_s)).removeRecursively());
        QFile inTheWay(f.path(u"drafts"_s));
        QVERIFY(inTheWay.open(QIODevice::WriteOnly));
        childOf<QPlainTextEdit>(*f.window, u"decision.reason"_s)->setPlainText(u"Well done"_s);
        QVERIFY(!f.window->close());
        QVERIFY2(f.notice().contains(u"Ada"_s), qPrintable(f.notice()));
        QVERIFY(f.staysWhenGraceArrives());
        QVERIFY(f.notice().contains(u"grace.json is not opened yet"_s));
        QVERIFY(inTheWay.remove());
        QVERIFY(!f.staysWhenGraceArrives());
        QVERIFY(f.answers(u"Grace"_s));
        QVERIFY(f.window->close());
    }

    void aPlanThatIsDroppedIsAnswered()
    {
        MentorWindow f;
        const QString file = f.write(u"ada.json"_s, MentorFixture::planOf(u"Ada"_s));
        f.open();
        f.press(Qt::Key_7, Qt::ControlModifier);
        clickOn(*f.window, u"mentor.plans"_s);
        auto* page = childOf<QWidget>(*f.window, u"mentorPage"_s);
        QMimeData dragged;
        dragged.setUrls({ QUrl::fromLocalFile(file) });
        QDragEnterEvent enters({ 10, 10 }, Qt::CopyAction, &dragged, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(page, &enters);
        QVERIFY(enters.isAccepted());
        QDropEvent drops({ 10, 10 }, Qt::CopyAction, &dragged, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(page, &drops);
        QTRY_VERIFY(f.isShown(u"reviewView"_s));
    }
};

QTEST_MAIN(tst_MentorPage)
#include "tst_MentorPage.moc"
