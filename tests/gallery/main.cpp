// SPDX-License-Identifier: GPL-3.0-or-later
// Renders every page in its main states to PNG files: waymark_gallery FOLDER. README shows some of them.
#include "AnsweredLife.h"
#include "LearningLife.h"
#include "MentorLife.h"
#include "PlannedLife.h"

#include <app/LibraryDoor.h>
#include <domain/StudyEdits.h>
#include <resources/Resources.h>
#include <session/KeyRing.h>
#include <session/Workspace.h>
#include <session/Workers.h>
#include <ui/mentor/KeyDialog.h>
#include <ui/mentor/MentorPage.h>
#include <ui/mentor/PlansPane.h>
#include <ui/recall/RecallOptionsDialog.h>
#include <ui/recall/RecallPage.h>
#include <ui/setup/GoalDialog.h>
#include <ui/setup/LibraryProblem.h>
#include <ui/theme/Theme.h>
#include <ui/window/MainWindow.h>

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QDateTime>
#include <QDir>
#include <QScrollArea>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>
#include <QTextStream>
#include <QTranslator>

using namespace Qt::StringLiterals;
using namespace waymark;

namespace {

/// The moment of every picture, so that two runs give the same pictures. It goes back while a past is lived.
qint64& pictureTime()
{
    static qint64 now = QDateTime(QDate(2026, 11, 21), QTime(18, 30), Qt::UTC).toMSecsSinceEpoch();
    return now;
}

void must(bool done, const char* what)
{
    if (!done) {
        qFatal("gallery: %s", what);
    }
}

/// A learner some weeks in: a goal, finished and begun skills, evidence, a note and study time.
void study(session::Workspace& workspace)
{
    const auto apply
        = [&workspace](const domain::Result<domain::Edit>& edit) { must(workspace.apply(edit).has_value(), "an edit failed"); };
    apply(domain::setGoal(workspace.context(), { u"can-apply"_s, 10, QDate(2027, 12, 31) }));
    apply(domain::setChoice(workspace.context(), u"language"_s, { u"lang-python"_s }));
    for (const QString& id : { u"found-role-of-backend"_s, u"found-how-computers-work"_s, u"found-dev-environment"_s,
             u"found-problem-solving"_s, u"lang-basics"_s, u"sys-terminal-files"_s, u"net-internet"_s, u"db-relational-model"_s }) {
        apply(domain::finishSkill(workspace.context(), id));
    }
    apply(domain::skipSkill(workspace.context(), u"career-map"_s));
    const auto& checklist = workspace.roadmap().find(u"vcs-git-basics"_s)->checklist;
    apply(domain::startSkill(workspace.context(), u"vcs-git-basics"_s, false));
    for (std::size_t i = 0; i < 3 && i < checklist.size(); ++i) {
        apply(domain::checkItem(workspace.context(), u"vcs-git-basics"_s, checklist[i].id,
            domain::Evidence { domain::EvidenceKind::Commit, u"4f2a9c1 Undo the price change"_s, 0 }));
    }
    apply(domain::writeNote(workspace.context(), u"vcs-git-basics"_s, u"git restore is for files, git revert for commits."_s));
    constexpr qint64 hour = 3'600'000;
    const int minutes[] = { 50, 95, 0, 40, 120 };
    for (int day = 0; day < 5; ++day) {
        if (minutes[day] > 0) {
            apply(domain::addTime(workspace.context(), u"vcs-git-basics"_s, pictureTime() - day * 24 * hour - 2 * hour, minutes[day]));
        }
    }
}

class Gallery
{
public:
    Gallery(const QString& folder, ui::Theme& theme)
        : m_folder(folder)
        , m_theme(theme)
        , m_settings(m_home.filePath(u"settings.ini"_s), QSettings::IniFormat)
    {
        must(QDir().mkpath(folder), "the folder cannot be made");
    }

    std::unique_ptr<session::Workspace> library(const QString& name)
    {
        auto workspace = app::LibraryDoor(m_settings, { [] { return pictureTime(); }, QTimeZone::utc() }).create(m_home.filePath(name));
        must(workspace.has_value(), "the library cannot be made");
        return std::move(*workspace);
    }

    void pages(session::Workspace& workspace, const QString& state, const QSize& size)
    {
        ui::WindowSettings windowSettings(m_settings);
        ui::MainWindow window(workspace, m_theme, windowSettings);
        window.resize(size);
        window.show();
        const QString tail = u"%1-%2x%3"_s.arg(state).arg(size.width()).arg(size.height());
        shoot(window, { ui::PageId::Today, {}, {} }, u"today-"_s + tail);
        shoot(window, { ui::PageId::Map, {}, {} }, u"map-"_s + tail);
        shoot(window, { ui::PageId::Map, u"api-rest-design"_s, {} }, u"map-selected-"_s + tail);
        shoot(window, { ui::PageId::Skill, u"vcs-git-basics"_s, {} }, u"skill-"_s + tail);
        shoot(window, { ui::PageId::Skill, u"net-http-messages"_s, u"Worked example"_s }, u"lesson-"_s + tail);
        shoot(window, { ui::PageId::Skill, u"api-graphql"_s, {} }, u"outline-skill-"_s + tail);
        shoot(window, { ui::PageId::Recall, {}, {} }, u"recall-front-"_s + tail);
        if (auto* show = window.findChild<QWidget*>(u"recall.show"_s); show->isVisible()) {
            QTest::mouseClick(show, Qt::LeftButton);
            save(window, u"recall-back-"_s + tail);
        }
        shoot(window, { ui::PageId::Skill, u"project-contact-book"_s, {} }, u"project-"_s + tail);
        shoot(window, { ui::PageId::Skill, u"project-contact-book"_s, u"Acceptance"_s }, u"project-acceptance-"_s + tail);
        shoot(window, { ui::PageId::Skill, u"project-contact-book"_s, u"When you are stuck"_s }, u"project-hints-"_s + tail);
        window.setPreparing(true);
        save(window, u"preparing-"_s + tail);
        window.setPreparing(false);
        window.actions()["go.palette"]->trigger();
        QTest::keyClicks(
            QApplication::focusWidget() != nullptr ? QApplication::focusWidget() : window.findChild<QWidget*>(u"paletteQuery"_s), u"git"_s);
        save(window, u"palette-"_s + tail);
    }

    /// Today with a project that is open.
    void today(session::Workspace& workspace, const QString& state, const QSize& size)
    {
        ui::WindowSettings windowSettings(m_settings);
        ui::MainWindow window(workspace, m_theme, windowSettings);
        window.resize(size);
        window.show();
        shoot(window, { ui::PageId::Today, {}, {} }, u"today-project-%1-%2x%3"_s.arg(state).arg(size.width()).arg(size.height()));
    }

    /// Quiz, recall and placement, of a learner with weeks behind.
    void learning(session::Workspace& workspace, const QString& state, const QSize& size)
    {
        ui::WindowSettings windowSettings(m_settings);
        ui::MainWindow window(workspace, m_theme, windowSettings);
        window.resize(size);
        window.show();
        const QString tail = u"%1-%2x%3"_s.arg(state).arg(size.width()).arg(size.height());
        shoot(window, { ui::PageId::Today, {}, {} }, u"today-recall-"_s + tail);
        shoot(window, { ui::PageId::Map, u"found-how-computers-work"_s, {} }, u"map-fading-"_s + tail);
        shoot(window, { ui::PageId::Skill, u"net-http-messages"_s, u"Quiz"_s }, u"quiz-waiting-"_s + tail);
        trigger(window, u"lesson.quiz"_s);
        save(window, u"quiz-asking-"_s + tail);
        press(window, u"quiz.showOptions"_s);
        press(window, u"quiz.giveUp"_s);
        save(window, u"quiz-explained-"_s + tail);
        shoot(window, { ui::PageId::Skill, u"lang-basics"_s, u"Quiz"_s }, u"quiz-answered-"_s + tail);
        shoot(window, { ui::PageId::Questions, {}, {} }, u"questions-"_s + tail);
        press(window, u"quiz.showOptions"_s);
        press(window, u"quiz.giveUp"_s);
        save(window, u"questions-explained-"_s + tail);
        shoot(window, { ui::PageId::Recall, {}, {} }, u"recall-due-"_s + tail);
        shoot(window, { ui::PageId::Recall, {}, ui::RecallPage::listSection }, u"recall-list-"_s + tail);
        shoot(window, { ui::PageId::Placement, {}, {} }, u"placement-start-"_s + tail);
        press(window, u"placement.begin"_s);
        save(window, u"placement-question-"_s + tail);
        for (int i = 0; i < 6; ++i) {
            press(window, u"quiz.giveUp"_s);
        }
        press(window, u"placement.stop"_s);
        save(window, u"placement-result-"_s + tail);
        ui::RecallOptionsDialog options(workspace);
        options.show();
        save(options, u"recall-options-"_s + state);
    }

    /// The learner's side of the round trip with a mentor: reviews by each kind of key, and a skill whose sign-off no longer holds.
    void answered(session::Workspace& workspace, const QString& state, const QSize& size)
    {
        ui::WindowSettings windowSettings(m_settings);
        ui::MainWindow window(workspace, m_theme, windowSettings);
        window.resize(size);
        window.show();
        const QString tail = u"%1-%2x%3"_s.arg(state).arg(size.width()).arg(size.height());
        shoot(window, { ui::PageId::Today, {}, {} }, u"today-reviews-"_s + tail);
        for (const int review : { 3, 2, 1 }) {
            shoot(window, { ui::PageId::Mentor, u"00000000-0000-4000-8000-00000000000%1"_s.arg(review), {} },
                u"reviews-%1-"_s.arg(review) + tail);
        }
        shoot(window, { ui::PageId::Skill, u"vcs-git-basics"_s, {} }, u"skill-void-"_s + tail);
        if (auto* panel = window.findChild<QWidget*>(u"mentor"_s)) {
            window.findChild<QScrollArea*>(u"side"_s)->ensureWidgetVisible(panel, 0, panel->height() / 2);
        }
        save(window, u"skill-mentor-"_s + tail);
        shoot(window, { ui::PageId::Map, u"vcs-git-basics"_s, {} }, u"map-void-"_s + tail);
    }

    /// Before anybody has answered.
    void unanswered(session::Workspace& workspace, const QString& state, const QSize& size)
    {
        ui::WindowSettings windowSettings(m_settings);
        ui::MainWindow window(workspace, m_theme, windowSettings);
        window.resize(size);
        window.show();
        shoot(window, { ui::PageId::Mentor, {}, {} }, u"reviews-empty-%1-%2x%3"_s.arg(state).arg(size.width()).arg(size.height()));
    }

    /// The mentor's side: a table of plans, a comparison, an answer, the key. `own` is the learner's library that the plans are made of.
    void mentor(session::Workspace& workspace, session::Workspace& own, const QString& state, const QSize& size)
    {
        const QString plans = m_home.filePath(u"plans-"_s + state + QString::number(size.width()));
        const QString answered = gallery::writePlans(own, plans);
        QSettings fresh(plans + u"/settings.ini"_s, QSettings::IniFormat); // where nothing is remembered yet
        ui::WindowSettings windowSettings(fresh);
        ui::MainWindow window(workspace, m_theme, windowSettings, { plans + u"/key"_s, plans + u"/drafts"_s });
        window.resize(size);
        window.show();
        const QString tail = u"%1-%2x%3"_s.arg(state).arg(size.width()).arg(size.height());
        const ui::Place table { ui::PageId::Mentor, {}, ui::MentorPage::plansSection };
        shoot(window, table, u"plans-empty-"_s + tail);
        window.findChild<ui::PlansPane*>()->openFolder(plans);
        save(window, u"plans-"_s + tail);
        gallery::chooseLearner(window, u"Ada Example"_s);
        press(window, u"button.plans.compare"_s);
        save(window, u"comparison-"_s + tail);
        window.answerPlan(answered);
        while (window.findChild<QWidget*>(u"reviewView"_s) == nullptr) {
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents); // a worker reads it
        }
        save(window, u"answer-"_s + tail);
        trigger(window, u"answer.request-changes"_s);
        trigger(window, u"answer.addComment"_s);
        save(window, u"answer-decided-"_s + tail);
        trigger(window, u"answer.map"_s);
        save(window, u"answer-map-"_s + tail);
        gallery::writeKey(plans + u"/key"_s);
        ui::KeyDialog key(session::KeyRing(plans + u"/key"_s), {});
        key.show();
        save(key, u"key-"_s + state);
    }

    void dialogs(session::Workspace& workspace, const QString& state)
    {
        ui::GoalDialog goal(workspace, ui::GoalDialog::Occasion::FirstRun);
        goal.show();
        for (int step = 1; step <= 3; ++step) {
            save(goal, u"welcome-%1-%2"_s.arg(state).arg(step));
            if (step < 3) {
                QTest::mouseClick(goal.findChild<QWidget*>(u"goalNext"_s), Qt::LeftButton);
            }
        }
        ui::LibraryProblem problem(
            u"/media/stick/library.waymark"_s, { domain::ErrorCode::LibraryMissing, u"/media/stick/library.waymark"_s, {} });
        problem.show();
        save(problem, u"problem-"_s + state);
    }

    void planned(session::Workspace& workspace, const QString& state, const QSize& size)
    {
        ui::WindowSettings windowSettings(m_settings);
        ui::MainWindow window(workspace, m_theme, windowSettings);
        window.resize(size);
        window.show();
        const QString tail = u"%1-%2x%3"_s.arg(state).arg(size.width()).arg(size.height());
        shoot(window, { ui::PageId::Today, {}, {} }, u"today-planned-"_s + tail);
        for (const QString& section : { u"schedule"_s, u"board"_s, u"hours"_s }) {
            shoot(window, { ui::PageId::Plan, {}, section }, u"plan-%1-"_s.arg(section) + tail);
        }
        for (const QString& section : { u"way"_s, u"hours"_s, u"days"_s, u"recall"_s, u"estimates"_s, u"areas"_s }) {
            shoot(window, { ui::PageId::Progress, {}, section }, u"progress-%1-"_s.arg(section) + tail);
        }
        shoot(window, { ui::PageId::Skill, u"vcs-git-basics"_s, {} }, u"skill-timed-"_s + tail);
    }

    [[nodiscard]] int count() const { return m_count; }

private:
    void shoot(ui::MainWindow& window, const ui::Place& place, const QString& name)
    {
        window.go(place);
        save(window, name);
    }

    /// As a person would; nothing where there is no such button now.
    static void press(QWidget& window, const QString& name)
    {
        const auto buttons = window.findChildren<QAbstractButton*>(name);
        for (QAbstractButton* button : buttons) {
            if (button->isVisible() && button->isEnabled()) {
                button->click();
                QCoreApplication::processEvents();
                return;
            }
        }
    }

    static void trigger(QWidget& window, const QString& name)
    {
        auto* action = window.findChild<QAction*>(name);
        must(action != nullptr, "an action is missing");
        action->trigger();
    }

    /// Lets what arrives from workers arrive, then takes the picture.
    void save(QWidget& widget, const QString& name)
    {
        constexpr int rounds = 8;
        for (int i = 0; i < rounds; ++i) {
            session::workers().waitForDone();
            QCoreApplication::processEvents();
            QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        }
        must(widget.grab().save(m_folder + u'/' + name + u".png"_s), "a picture cannot be written");
        ++m_count;
    }

    QTemporaryDir m_home;
    QString m_folder;
    ui::Theme& m_theme;
    QSettings m_settings;
    int m_count = 0;
};

} // namespace

int main(int argc, char* argv[])
{
    QApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"waymark"_s);
    resources::initialise();
    QTranslator words;
    if (words.load(u":/translations/waymark_en.qm"_s)) {
        QCoreApplication::installTranslator(&words);
    }
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 2) {
        QTextStream(stderr) << "waymark_gallery FOLDER\n";
        return 2;
    }
    ui::Theme theme(application);
    Gallery pictures(arguments[1], theme);
    const auto empty = pictures.library(u"empty.waymark"_s);
    const auto used = pictures.library(u"used.waymark"_s);
    study(*used);
    const std::pair<ui::Theme::Choice, QString> themes[] = { { ui::Theme::Choice::Light, u"light"_s },
        { ui::Theme::Choice::Dark, u"dark"_s }, { ui::Theme::Choice::HighContrast, u"contrast"_s } };
    for (const auto& [choice, name] : themes) {
        theme.setChoice(choice);
        pictures.pages(*used, name, { 1280, 800 });
        pictures.dialogs(*empty, name);
    }
    theme.setChoice(ui::Theme::Choice::Light);
    pictures.pages(*used, u"light"_s, { 1000, 700 });
    pictures.pages(*used, u"light"_s, { 1920, 1080 });
    pictures.pages(*empty, u"light-empty"_s, { 1280, 800 });
    const auto far = pictures.library(u"far.waymark"_s);
    study(*far);
    for (const QString& id : { u"lang-errors-files-json"_s, u"qual-unit-testing"_s }) {
        must(far->apply(domain::finishSkill(far->context(), id)).has_value(), "a skill cannot be finished");
    }
    pictures.today(*far, u"light"_s, { 1280, 800 });
    pictures.today(*far, u"light"_s, { 1000, 700 });
    const auto learned = pictures.library(u"learned.waymark"_s);
    study(*learned);
    gallery::learn(*learned, pictureTime());
    theme.setChoice(ui::Theme::Choice::Dark);
    pictures.learning(*learned, u"dark"_s, { 1280, 800 });
    const auto answered = pictures.library(u"answered.waymark"_s);
    study(*answered);
    gallery::beAnswered(*answered);
    pictures.answered(*answered, u"dark"_s, { 1280, 800 });
    theme.setChoice(ui::Theme::Choice::Light);
    pictures.answered(*answered, u"light"_s, { 1280, 800 });
    pictures.answered(*answered, u"light"_s, { 1000, 700 });
    pictures.answered(*answered, u"light"_s, { 1920, 1080 });
    pictures.unanswered(*empty, u"light"_s, { 1280, 800 });
    pictures.learning(*learned, u"light"_s, { 1280, 800 });
    pictures.learning(*learned, u"light"_s, { 1000, 700 });
    const auto mentoring = pictures.library(u"mentoring.waymark"_s);
    pictures.mentor(*mentoring, *far, u"light"_s, { 1280, 800 });
    pictures.mentor(*mentoring, *far, u"light"_s, { 1000, 700 });
    pictures.mentor(*mentoring, *far, u"light"_s, { 1920, 1080 });
    theme.setChoice(ui::Theme::Choice::Dark);
    pictures.mentor(*mentoring, *far, u"dark"_s, { 1280, 800 });
    const auto planned = pictures.library(u"planned.waymark"_s);
    gallery::plan(*planned, pictureTime());
    pictures.planned(*planned, u"dark"_s, { 1280, 800 });
    theme.setChoice(ui::Theme::Choice::Light);
    pictures.planned(*planned, u"light"_s, { 1280, 800 });
    pictures.planned(*planned, u"light"_s, { 1000, 700 });
    pictures.planned(*planned, u"light"_s, { 1920, 1080 });
    pictures.planned(*empty, u"light-empty"_s, { 1280, 800 });
    QTextStream(stdout) << pictures.count() << " pictures in " << arguments[1] << '\n';
    return 0;
}
