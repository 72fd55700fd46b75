// SPDX-License-Identifier: GPL-3.0-or-later
#include "Gallery.h"

#include "MentorLife.h"

#include <app/LibraryDoor.h>
#include <session/KeyRing.h>
#include <session/Workers.h>
#include <ui/mentor/KeyDialog.h>
#include <ui/mentor/MentorPage.h>
#include <ui/mentor/PlansPane.h>
#include <ui/recall/RecallOptionsDialog.h>
#include <ui/recall/RecallPage.h>
#include <ui/setup/GoalDialog.h>
#include <ui/setup/LibraryProblem.h>
#include <ui/window/MainWindow.h>

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QDir>
#include <QScrollArea>
#include <QTest>

using namespace Qt::StringLiterals;

namespace waymark::gallery {

void must(bool done, const char* what)
{
    if (!done) {
        qFatal("gallery: %s", what);
    }
}

Gallery::Gallery(const QString& folder, ui::Theme& theme, const qint64& now)
    : m_folder(folder)
    , m_theme(theme)
    , m_now(now)
    , m_settings(m_home.filePath(u"settings.ini"_s), QSettings::IniFormat)
{
    must(QDir().mkpath(folder), "the folder cannot be made");
}

std::unique_ptr<session::Workspace> Gallery::library(const QString& name)
{
    auto workspace = app::LibraryDoor(m_settings, { [this] { return m_now; }, QTimeZone::utc() }).create(m_home.filePath(name));
    must(workspace.has_value(), "the library cannot be made");
    return std::move(*workspace);
}

void Gallery::pages(session::Workspace& workspace, const QString& state, const QSize& size)
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

void Gallery::today(session::Workspace& workspace, const QString& state, const QSize& size)
{
    ui::WindowSettings windowSettings(m_settings);
    ui::MainWindow window(workspace, m_theme, windowSettings);
    window.resize(size);
    window.show();
    shoot(window, { ui::PageId::Today, {}, {} }, u"today-project-%1-%2x%3"_s.arg(state).arg(size.width()).arg(size.height()));
}

void Gallery::learning(session::Workspace& workspace, const QString& state, const QSize& size)
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

void Gallery::answered(session::Workspace& workspace, const QString& state, const QSize& size)
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

void Gallery::unanswered(session::Workspace& workspace, const QString& state, const QSize& size)
{
    ui::WindowSettings windowSettings(m_settings);
    ui::MainWindow window(workspace, m_theme, windowSettings);
    window.resize(size);
    window.show();
    shoot(window, { ui::PageId::Mentor, {}, {} }, u"reviews-empty-%1-%2x%3"_s.arg(state).arg(size.width()).arg(size.height()));
}

void Gallery::mentor(session::Workspace& workspace, session::Workspace& own, const QString& state, const QSize& size)
{
    const QString plans = m_home.filePath(u"plans-"_s + state + QString::number(size.width()));
    const QString answered = writePlans(own, plans);
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
    chooseLearner(window, u"Ada Example"_s);
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
    writeKey(plans + u"/key"_s);
    ui::KeyDialog key(session::KeyRing(plans + u"/key"_s), {});
    key.show();
    save(key, u"key-"_s + state);
}

void Gallery::dialogs(session::Workspace& workspace, const QString& state)
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

void Gallery::shoot(ui::MainWindow& window, const ui::Place& place, const QString& name)
{
    window.go(place);
    save(window, name);
}

void Gallery::press(QWidget& window, const QString& name)
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

void Gallery::trigger(QWidget& window, const QString& name)
{
    auto* action = window.findChild<QAction*>(name);
    must(action != nullptr, "an action is missing");
    action->trigger();
}

void Gallery::save(QWidget& widget, const QString& name)
{
    constexpr int rounds = 8;
    for (int i = 0; i < rounds; ++i) {
        session::workers().waitForDone();
        QCoreApplication::processEvents();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
    shot(widget, name);
}

void Gallery::shot(QWidget& widget, const QString& name)
{
    must(widget.grab().save(m_folder + u'/' + name + u".png"_s), "a picture cannot be written");
    ++m_count;
}

} // namespace waymark::gallery
