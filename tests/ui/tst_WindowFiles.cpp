// SPDX-License-Identifier: GPL-3.0-or-later
// Plans and reviews that are dropped on the window or opened with it.
#include <ModalDialogs.h>
#include <ReviewedLibrary.h>
#include <WindowFixture.h>

#include <domain/AtomicFile.h>
#include <exchange/PlanWriter.h>
#include <resources/Resources.h>
#include <session/PlanMaking.h>
#include <ui/print/PlanExports.h>
#include <ui/window/FileImports.h>

#include <QDragEnterEvent>
#include <QDropEvent>
#include <QMessageBox>
#include <QMimeData>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace waymark;
using ui::PageId;
using Window = support::WindowFixture;

namespace {

/// Runs `act` on the preview of a file, which comes when a worker has read it. It has been answered when this returns.
template <class Act> void onPreview(Window& w, const QString& file, Act act)
{
    bool isAnswered = false;
    support::whenDialogIsUp(u"importPreview"_s, [act, &isAnswered](QDialog& preview) {
        act(preview);
        isAnswered = true;
    });
    w.window->openFiles({ file });
    QTRY_VERIFY(isAnswered);
}

QString reviewFile(const QTemporaryDir& folder, const session::Workspace& workspace)
{
    const QString path = folder.filePath(u"ada.wayreview"_s);
    if (!domain::writeFileAtomically(path, exchange::reviewToJson(support::reviewOf(workspace)))) {
        qFatal("the review cannot be written");
    }
    return path;
}

} // namespace

class tst_WindowFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { resources::initialise(); }

    void aPlanDroppedOnTheWindowIsShownBeforeItIsTaken()
    {
        const QTemporaryDir folder;
        const QString plan = folder.filePath(u"plan.json"_s);
        {
            Window ahead;
            ahead.window->go({ PageId::Skill, u"base"_s, {} });
            ahead.trigger("skill.finish");
            const auto bytes = ui::exportPlan(*ahead.f.workspace, u"json"_s);
            QVERIFY(bytes && ui::writeExport(plan, *bytes, false));
        }
        Window w;
        QMimeData dragged;
        dragged.setUrls({ QUrl::fromLocalFile(plan) });
        QDragEnterEvent enter({}, Qt::CopyAction, &dragged, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(w.window.get(), &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop({}, Qt::CopyAction, &dragged, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(w.window.get(), &drop);
        QVERIFY(w.f.workspace->stateOf(u"base"_s) == learning::SkillState::Ready);
        support::whenDialogIsUp(u"importPreview"_s, [](const QDialog& preview) { support::clickOn(preview, u"importAccept"_s); });
        QTRY_VERIFY(w.f.workspace->stateOf(u"base"_s) == learning::SkillState::Practised);
        w.trigger("edit.undo");
        QVERIFY(w.f.workspace->stateOf(u"base"_s) == learning::SkillState::Ready);
    }

    void aReviewIsShownBeforeItIsTakenInAndThenRead()
    {
        const QTemporaryDir folder;
        Window w;
        const QString file = reviewFile(folder, *w.f.workspace);
        onPreview(w, file, [](QDialog& preview) {
            const QString said = static_cast<const QMessageBox&>(preview).informativeText();
            QVERIFY2(said.contains(u"Not signed"_s) && said.contains(u"1 decision"_s) && said.contains(u"2 comment"_s), qPrintable(said));
            preview.reject();
        });
        QVERIFY(w.f.workspace->progress().reviews().isEmpty());
        onPreview(w, file, [](const QDialog& preview) { support::clickOn(preview, u"importAccept"_s); });
        QTRY_COMPARE(w.f.workspace->progress().reviews().size(), 1);
        QTRY_VERIFY(w.find<QWidget>(u"mentorPage"_s)->isVisible());
        QCOMPARE(w.find<QLabel>(u"review.name"_s)->text(), u"Ada Example"_s);
        QCOMPARE(w.window->focusWidget()->objectName(), u"reviews.list"_s); // its keys work at once
        w.window->go({ PageId::Today, {}, {} });
        w.window->openFiles({ file }); // the same again: no question, no change
        QTRY_VERIFY(w.notice().contains(u"already"_s));
        QVERIFY(w.find<QWidget>(u"mentorPage"_s)->isVisible());
        w.trigger("edit.undo");
        QVERIFY(w.f.workspace->progress().reviews().isEmpty());
        QVERIFY(w.find<QWidget>(u"reviews.exportFirst"_s)->isVisible());
    }

    void aReviewThatCannotBeTakenIsSaidInTheNoticeBar()
    {
        const QTemporaryDir folder;
        Window w;
        const QString file = folder.filePath(u"broken.wayreview"_s);
        QVERIFY(domain::writeFileAtomically(file, "{ \"schema\": 1 }"));
        w.window->openFiles({ file });
        QTRY_VERIFY2(w.notice().contains(u"not a review that Waymark can read"_s), qPrintable(w.notice()));
        exchange::ReviewDocument other = support::reviewOf(*w.f.workspace);
        other.plan = support::secondReview;
        QVERIFY(domain::writeFileAtomically(file, exchange::reviewToJson(other)));
        w.window->openFiles({ file });
        QTRY_VERIFY2(w.notice().contains(u"answers another plan"_s), qPrintable(w.notice()));
        QVERIFY(w.f.workspace->progress().reviews().isEmpty());
    }

    void aPlanOfAnotherLearnerIsAnsweredOrImported()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(u"plan.json"_s);
        Window w;
        auto plan = session::planOf(*w.f.workspace);
        QVERIFY(plan);
        plan->plan = support::firstReview;
        plan->learner = u"Grace"_s;
        QVERIFY(domain::writeFileAtomically(file, exchange::planToJson(*plan)));
        const QSignalSpy answers(w.window->findChild<ui::FileImports*>(), &ui::FileImports::planToAnswer);
        onPreview(w, file, [](const QDialog& preview) { support::clickOn(preview, u"answerPlan"_s); });
        QTRY_COMPARE(answers.count(), 1);
        QCOMPARE(answers.first().first().toString(), file);
        onPreview(w, file, [](const QDialog& preview) { support::clickOn(preview, u"importAccept"_s); });
        QTRY_COMPARE(w.f.workspace->progress().learnerName(), u"Grace"_s);
        QCOMPARE(answers.count(), 1);
    }

    void whatIsNoFileIsNotTakenByADrop()
    {
        Window w;
        QMimeData dragged;
        dragged.setUrls({ QUrl(u"https://plans.example/plan.json"_s) });
        QDragEnterEvent enter({}, Qt::CopyAction, &dragged, Qt::LeftButton, Qt::NoModifier);
        enter.ignore();
        QCoreApplication::sendEvent(w.window.get(), &enter);
        QVERIFY(!enter.isAccepted());
    }
};

QTEST_MAIN(tst_WindowFiles)
#include "tst_WindowFiles.moc"
