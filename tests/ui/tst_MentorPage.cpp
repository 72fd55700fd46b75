// SPDX-License-Identifier: GPL-3.0-or-later
#include <MentorFixture.h>

#include <ui/theme/Theme.h>
#include <ui/window/MainWindow.h>

#include <QDropEvent>
#include <QLineEdit>
#include <QListView>
#include <QMimeData>
#include <QPushButton>
#include <QSettings>
#include <QTreeView>

using namespace Qt::StringLiterals;
using namespace waymark;
using support::childOf;
using support::clickOn;
using support::MentorFixture;
using ui::PageId;

namespace {

/// The whole window, so that history, settings and keys are those of a person.
struct Windowed : MentorFixture
{
    QSettings stored { path(u"settings.ini"_s), QSettings::IniFormat };
    ui::WindowSettings settings { stored };
    ui::Theme theme { *qobject_cast<QApplication*>(QCoreApplication::instance()) };
    std::unique_ptr<ui::MainWindow> window;

    void open()
    {
        window = std::make_unique<ui::MainWindow>(
            *library.workspace, theme, settings, ui::MentorFiles { path(u"key.json"_s), path(u"drafts"_s) });
        window->show();
        QVERIFY(QTest::qWaitForWindowActive(window.get()));
    }
    void close()
    {
        window->close();
        window.reset();
    }
    [[nodiscard]] bool isShown(const QString& name) const
    {
        const auto* found = window->findChild<QWidget*>(name);
        return found != nullptr && found->isVisible();
    }
    void press(Qt::Key key, Qt::KeyboardModifiers with = {}) const
    {
        QTest::keyClick(QApplication::focusWidget() != nullptr ? QApplication::focusWidget() : window.get(), key, with);
    }
};

} // namespace

class tst_MentorPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void thePageIsOnTheRailAndUnderItsKey()
    {
        Windowed f;
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
        Windowed f;
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
        Windowed f;
        const QString file = f.write(u"ada.json"_s, MentorFixture::planOf(u"Ada"_s));
        f.open();
        f.window->answerPlan(file);
        QVERIFY(f.isShown(u"reviewView"_s));
        QVERIFY(f.window->windowTitle().contains(u"Ada"_s));
        f.press(Qt::Key_1);
        f.close();
        f.open();
        QVERIFY(f.isShown(u"reviewView"_s));
        QVERIFY(childOf<QPushButton>(*f.window, u"decision.approve"_s)->isChecked());
    }

    void undoInAnAnswerLeavesTheLibraryAlone()
    {
        Windowed f;
        f.library.finish(f.library.workspace->roadmap().skill(0).id);
        f.open();
        f.window->answerPlan(f.write(u"ada.json"_s, MentorFixture::planOf(u"Ada"_s)));
        f.press(Qt::Key_1);
        f.press(Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(!childOf<QPushButton>(*f.window, u"decision.approve"_s)->isChecked());
        QVERIFY(f.library.workspace->nextUndo().has_value());
        f.press(Qt::Key_Y, Qt::ControlModifier);
        QVERIFY(childOf<QPushButton>(*f.window, u"decision.approve"_s)->isChecked());
    }

    void escapeLeadsBackToThePlans()
    {
        Windowed f;
        f.open();
        f.window->answerPlan(f.write(u"ada.json"_s, MentorFixture::planOf(u"Ada"_s)));
        f.press(Qt::Key_Escape);
        QVERIFY(f.isShown(u"plansPane"_s));
        f.press(Qt::Key_Left, Qt::AltModifier);
        QVERIFY(f.isShown(u"reviewView"_s));
    }

    void aFileThatIsNoPlanIsSaidInTheNoticeBar()
    {
        Windowed f;
        QVERIFY(domain::writeFileAtomically(f.path(u"broken.json"_s), "no").has_value());
        f.open();
        f.window->answerPlan(f.path(u"broken.json"_s));
        QVERIFY(!f.isShown(u"reviewView"_s));
        const auto labels = f.window->findChildren<QLabel*>();
        QVERIFY(std::any_of(labels.begin(), labels.end(),
            [](const QLabel* label) { return label->isVisible() && label->text().contains(u"broken.json"_s); }));
    }

    void aPlanThatIsDroppedIsAnswered()
    {
        Windowed f;
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
