// SPDX-License-Identifier: GPL-3.0-or-later
#include <MentorWindow.h>

#include <QDropEvent>
#include <QLineEdit>
#include <QListView>
#include <QMimeData>
#include <QPushButton>
#include <QTreeView>

using namespace Qt::StringLiterals;
using namespace waymark;
using support::childOf;
using support::clickOn;
using support::MentorFixture;
using support::MentorWindow;

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
