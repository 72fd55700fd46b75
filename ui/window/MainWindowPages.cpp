// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/window/MainWindow.h>

#include <ui/map/MapPage.h>
#include <ui/mentor/MentorPage.h>
#include <ui/placement/PlacementPage.h>
#include <ui/plan/PlanPage.h>
#include <ui/progress/ProgressPage.h>
#include <ui/quiz/QuestionsPage.h>
#include <ui/recall/RecallPage.h>
#include <ui/skill/SkillPage.h>
#include <ui/today/TodayPage.h>
#include <ui/window/FileCommands.h>
#include <ui/window/NoticeBar.h>
#include <ui/window/WatchCommands.h>

#include <QStackedWidget>

/// The pages of the window, and what they ask of it.
namespace waymark::ui {

/// A page is made when it is first shown: a start pays for nothing but what is seen.
Page* MainWindow::page(PageId id)
{
    if (const auto found = m_pages.find(id); found != m_pages.end()) {
        return found->second;
    }
    Page* page = makePage(id);
    page->restoreView(m_settings.view(id));
    m_pages.emplace(id, page);
    m_stack->addWidget(page);
    connect(page, &Page::placeRequested, this, &MainWindow::go);
    connect(page, &Page::noticeRequested, this, &MainWindow::say);
    m_notice->follow(page);
    connect(page, &Page::titleChanged, this, &MainWindow::followPage);
    connect(page, &Page::currentSkillChanged, this, &MainWindow::followPage);
    return page;
}

Page* MainWindow::makePage(PageId id)
{
    switch (id) {
    case PageId::Today: {
        auto* today = new TodayPage(m_workspace);
        connect(today, &TodayPage::goalRequested, this, &MainWindow::editGoal);
        connect(today, &TodayPage::courseRequested, this, &MainWindow::requestCourse);
        return today;
    }
    case PageId::Map:
        return new MapPage(m_workspace);
    case PageId::Recall:
        return new RecallPage(m_workspace);
    case PageId::Questions:
        return new QuestionsPage(m_workspace);
    case PageId::Placement:
        return new PlacementPage(m_workspace);
    case PageId::Mentor:
        return makeMentorPage();
    case PageId::Plan: {
        auto* plan = new PlanPage(m_workspace);
        connect(plan, &PlanPage::goalRequested, this, &MainWindow::editGoal);
        connect(plan, &PlanPage::courseRequested, this, &MainWindow::requestCourse);
        return plan;
    }
    case PageId::Progress: {
        auto* progress = new ProgressPage(m_workspace);
        connect(progress, &ProgressPage::goalRequested, this, &MainWindow::editGoal);
        connect(progress, &ProgressPage::courseRequested, this, &MainWindow::requestCourse);
        connect(progress, &ProgressPage::fileMade, m_fileCommands, &FileCommands::keep);
        return progress;
    }
    case PageId::Skill:
        break;
    }
    auto* skill = new SkillPage(m_workspace, m_watch->watch());
    connect(skill, &SkillPage::badgeRequested, m_actions["skill.badge"], &QAction::trigger);
    return skill;
}

MentorPage* MainWindow::makeMentorPage()
{
    auto* mentor = new MentorPage(m_workspace, m_files);
    connect(mentor, &MentorPage::importRequested, this, [this] { choose("file.import"); });
    connect(mentor, &MentorPage::exportRequested, m_actions["file.export.plan"], &QAction::trigger);
    return mentor;
}

void MainWindow::answerPlan(const QString& file)
{
    static_cast<MentorPage*>(page(PageId::Mentor))->answer(file);
}

} // namespace waymark::ui
