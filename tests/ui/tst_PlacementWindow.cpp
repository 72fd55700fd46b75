// SPDX-License-Identifier: GPL-3.0-or-later
// The ways to the page of placement: the first start, and its action.
#include <WorkspaceFixture.h>

#include <resources/Resources.h>
#include <ui/setup/GoalDialog.h>
#include <ui/theme/Theme.h>
#include <ui/window/MainWindow.h>

#include <QAbstractButton>
#include <QApplication>
#include <QSettings>
#include <QStackedWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace waymark;
using ui::GoalDialog;

namespace {

domain::Course courseWithQuestions()
{
    domain::Course course = support::graphCourse();
    course.skills.front().questions = { u"which-one"_s };
    return course;
}

struct Window
{
    support::WorkspaceFixture f { courseWithQuestions() };
    QTemporaryDir home;
    QSettings settings { home.filePath(u"settings.ini"_s), QSettings::IniFormat };
    ui::WindowSettings windowSettings { settings };
    ui::Theme theme { *qApp };
    ui::MainWindow window { *f.workspace, theme, windowSettings };

    Window() { window.show(); }
    [[nodiscard]] bool isShown(const QString& name) const
    {
        const auto* found = window.findChild<QWidget*>(name);
        return found != nullptr && found->isVisible();
    }
    [[nodiscard]] QAbstractButton* rail(const QString& action) const { return window.findChild<QAbstractButton*>(u"rail."_s + action); }

    /// Welcomes, and clicks these buttons of the dialog one after the other.
    void welcome(const QStringList& buttons)
    {
        QTimer::singleShot(0, qApp, [buttons] {
            auto* dialog = qobject_cast<GoalDialog*>(QApplication::activeModalWidget());
            if (dialog == nullptr) {
                qFatal("no dialog came");
            }
            for (const QString& button : buttons) {
                QTest::mouseClick(dialog->findChild<QAbstractButton*>(button), Qt::LeftButton);
            }
        });
        window.welcome();
    }
};

} // namespace

class tst_PlacementWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { resources::initialise(); }

    void theFirstStartEndsWithTheOffer()
    {
        Window w;
        w.welcome({ u"goalSkip"_s, u"goalSkip"_s, u"goalSkip"_s, u"goalNext"_s });
        QVERIFY(w.isShown(u"placementPage"_s));
        QVERIFY(w.f.workspace->progress() == domain::Progress {});
    }

    void theOfferCanBeDeclined()
    {
        Window w;
        w.welcome({ u"goalNext"_s, u"goalSkip"_s, u"goalSkip"_s, u"goalSkip"_s });
        QVERIFY(w.isShown(u"todayPage"_s));
        QVERIFY(w.f.workspace->progress().hasGoal()); // what was said before it is kept
    }

    void itIsOfferedAtTheFirstStartAloneAndWhereThereAreQuestions()
    {
        const Window w;
        const auto steps = [](session::Workspace& workspace, GoalDialog::Occasion occasion) {
            const GoalDialog dialog(workspace, occasion);
            return dialog.findChild<QStackedWidget*>()->count();
        };
        QCOMPARE(steps(*w.f.workspace, GoalDialog::Occasion::FirstRun), 4);
        QCOMPARE(steps(*w.f.workspace, GoalDialog::Occasion::Change), 3);
        const support::WorkspaceFixture bare;
        QCOMPARE(steps(*bare.workspace, GoalDialog::Occasion::FirstRun), 3);
    }

    void itsActionLeadsThereAndNoPageOfTheRailIsMarked()
    {
        Window w;
        w.window.actions()["go.placement"]->trigger();
        QVERIFY(w.isShown(u"placementPage"_s));
        QVERIFY(w.rail(u"go.placement"_s) == nullptr);
        QVERIFY(!w.rail(u"go.today"_s)->isChecked());
        QTest::mouseClick(w.rail(u"go.map"_s), Qt::LeftButton);
        QVERIFY(w.isShown(u"mapPage"_s));
        QVERIFY(w.rail(u"go.map"_s)->isChecked());
        w.window.actions()["go.back"]->trigger();
        QVERIFY(w.isShown(u"placementPage"_s));
        QVERIFY(!w.rail(u"go.map"_s)->isChecked());
    }
};

QTEST_MAIN(tst_PlacementWindow)
#include "tst_PlacementWindow.moc"
