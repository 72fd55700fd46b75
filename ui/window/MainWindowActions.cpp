// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/window/MainWindow.h>

#include <ui/ReadOnly.h>
#include <ui/window/BackupCommands.h>
#include <ui/window/FileCommands.h>
#include <ui/window/FileImports.h>
#include <ui/window/NoticeBar.h>
#include <ui/window/PageTable.h>
#include <ui/window/Rail.h>
#include <ui/window/SignedExports.h>
#include <ui/window/StudyClock.h>
#include <ui/window/MergeCommands.h>
#include <ui/window/SyncCommands.h>
#include <ui/window/WatchCommands.h>

#include <QActionGroup>
#include <QMenuBar>
#include <QShortcut>
#include <QToolTip>

#include <functional>
#include <utility>

using namespace Qt::StringLiterals;

/// What the actions of the window do, and where they stand.
namespace waymark::ui {

namespace {

/// An entry that is off says why, to the mouse and to the keys. The tool tip of one that can be chosen would only repeat what stands there.
void tellWhyOff(QMenu& menu)
{
    QObject::connect(&menu, &QMenu::hovered, &menu, [&menu](QAction* entry) {
        if (entry->isEnabled() || entry->statusTip().isEmpty()) {
            QToolTip::hideText();
            return;
        }
        const QRect place = menu.actionGeometry(entry);
        const QString wrapped = u"<p>%1</p>"_s.arg(entry->statusTip().toHtmlEscaped());
        QToolTip::showText(menu.mapToGlobal(place.topRight()), wrapped, &menu, place);
    });
}

/// So do its keys, which have no menu open.
void tellWhyOff(QAction& entry, QWidget& window, const std::function<void(const QString&)>& say)
{
    if (entry.shortcut().isEmpty()) {
        return;
    }
    auto* keys = new QShortcut(entry.shortcut(), &window);
    const auto follow = [&entry, keys] { keys->setEnabled(!entry.isEnabled() && !entry.statusTip().isEmpty()); };
    QObject::connect(&entry, &QAction::changed, keys, follow);
    QObject::connect(keys, &QShortcut::activated, &entry, [&entry, say] { say(entry.statusTip()); });
    follow();
}

} // namespace

void MainWindow::makeMenus()
{
    for (const ActionTopic topic :
        { ActionTopic::File, ActionTopic::Edit, ActionTopic::Skill, ActionTopic::View, ActionTopic::Go, ActionTopic::Help }) {
        QMenu* menu = menuBar()->addMenu(titleOf(topic));
        tellWhyOff(*menu);
        for (QAction* action : m_actions.of(topic)) {
            if (m_actions.startsGroup(action)) {
                menu->addSeparator();
            }
            menu->addAction(action);
            addAction(action); // shortcuts work while the menu is closed
            tellWhyOff(*action, *this, [this](const QString& reason) { say(reason, NoticeTone::Warning); });
        }
    }
}

void MainWindow::bindView()
{
    auto* group = new QActionGroup(this);
    const std::pair<const char*, Theme::Choice> choices[]
        = { { "view.theme.system", Theme::Choice::System }, { "view.theme.light", Theme::Choice::Light },
              { "view.theme.dark", Theme::Choice::Dark }, { "view.theme.contrast", Theme::Choice::HighContrast } };
    for (const auto& [id, choice] : choices) {
        QAction* action = group->addAction(m_actions[id]);
        action->setChecked(m_theme.choice() == choice);
        connect(action, &QAction::triggered, this, [this, chosen = choice] { chooseTheme(chosen); });
    }
    connect(m_actions["view.theme.next"], &QAction::triggered, this, [this, group] {
        const QList<QAction*> all = group->actions();
        all.at((all.indexOf(group->checkedAction()) + 1) % all.size())->trigger();
    });
    connect(m_actions["view.fullscreen"], &QAction::toggled, this,
        [this](bool full) { setWindowState(windowState().setFlag(Qt::WindowFullScreen, full)); });
}

void MainWindow::bindGo()
{
    auto* group = new QActionGroup(this);
    for (const PageSpec& spec : pageTable) {
        QAction* action = group->addAction(m_actions[spec.action]);
        action->setCheckable(true);
        if (spec.onRail) {
            m_rail->addPage(action);
        }
        connect(action, &QAction::triggered, this, [this, target = spec.id] {
            if (m_place.page != target) {
                const bool keepsSkill = target == PageId::Map || target == PageId::Skill;
                const QString skill = keepsSkill ? currentPage()->currentSkill() : QString();
                go({ target, skill, {} });
            }
        });
    }
    m_rail->addAtFoot(m_actions["go.palette"]);
    m_rail->addAtFoot(m_actions["view.theme.next"]);
    connect(m_actions["go.back"], &QAction::triggered, this, [this] {
        if (m_history.canGoBack()) {
            showPlace(m_history.back());
        }
    });
    connect(m_actions["go.forward"], &QAction::triggered, this, [this] {
        if (m_history.canGoForward()) {
            showPlace(m_history.forward());
        }
    });
    connect(m_actions["go.palette"], &QAction::triggered, this, &MainWindow::openPalette);
    connect(m_actions["go.search"], &QAction::triggered, this, [this] {
        if (QWidget* field = currentPage()->searchField()) {
            field->setFocus(Qt::ShortcutFocusReason);
        } else {
            openPalette();
        }
    });
    connect(m_actions["help.shortcuts"], &QAction::triggered, this, &MainWindow::showShortcuts);
    m_actions["help.crashes"]->setEnabled(false); // until somebody tells of some
    connect(m_actions["help.about"], &QAction::triggered, this, &MainWindow::showAbout);
    connect(m_actions["edit.goal"], &QAction::triggered, this, &MainWindow::editGoal);
    followReadOnly(m_workspace, *m_actions["edit.goal"]);
}

/// As from the menu. A button elsewhere does not know that an action is off meanwhile: then it is said why.
void MainWindow::choose(const char* action)
{
    QAction* const chosen = m_actions[action];
    if (chosen->isEnabled()) {
        chosen->trigger();
    } else {
        say(chosen->statusTip(), NoticeTone::Warning);
    }
}

QWidget* MainWindow::makeClock()
{
    auto* clock = new StudyClock(m_workspace, *m_watch, m_actions);
    connect(clock, &StudyClock::skillRequested, this, [this](const QString& skill) { go({ PageId::Skill, skill, {} }); });
    connect(m_watch, &WatchCommands::said, this, &MainWindow::say);
    connect(m_watch, &WatchCommands::offered, this,
        [this](const QString& sentence, NoticeTone tone, QAction* action) { m_notice->say(sentence, tone, action); });
    return clock;
}

void MainWindow::bindFile()
{
    connect(m_fileCommands, &FileCommands::said, this, &MainWindow::say);
    m_notice->follow(m_fileCommands);
    connect(m_fileCommands, &FileCommands::ended, this, &MainWindow::goOnLeaving);
    m_fileCommands->bind(m_actions);
    const auto offer = qOverload<const QString&, NoticeTone, QAction*>(&NoticeBar::say);
    connect(m_fileImports, &FileImports::said, this, &MainWindow::say);
    connect(m_fileImports, &FileImports::offered, m_notice, offer);
    m_notice->follow(m_fileImports);
    connect(m_fileImports, &FileImports::placeRequested, this, &MainWindow::go);
    connect(m_fileImports, &FileImports::planToAnswer, this, &MainWindow::answerPlan);
    m_fileImports->bind(m_actions);
    connect(m_signedExports, &SignedExports::said, this, &MainWindow::say);
    connect(m_actions["file.export.record"], &QAction::triggered, m_signedExports, &SignedExports::exportRecord);
    connect(m_actions["skill.badge"], &QAction::triggered, this, [this] { m_signedExports->exportBadge(currentPage()->currentSkill()); });
    connect(
        m_actions["file.print-lesson"], &QAction::triggered, this, [this] { m_fileCommands->printLesson(currentPage()->currentSkill()); });
    connect(m_actions["file.export-lesson"], &QAction::triggered, this,
        [this] { m_fileCommands->exportLesson(currentPage()->currentSkill()); });
    connect(m_sync, &SyncCommands::offered, m_notice, offer);
    connect(m_sync, &SyncCommands::comparisonRequested, m_backups, &BackupCommands::askForRestore);
    connect(m_sync, &SyncCommands::mergeRequested, m_merge, &MergeCommands::merge);
    connect(m_sync, &SyncCommands::importRequested, this, [this] { choose("file.import"); });
    connect(m_merge, &MergeCommands::said, this, &MainWindow::say);
    connect(m_merge, &MergeCommands::offered, m_notice, offer);
    m_notice->follow(m_merge);
    connect(m_backups, &BackupCommands::said, this, &MainWindow::say);
    m_notice->follow(m_backups);
    connect(m_backups, &BackupCommands::restoreRequested, this, &MainWindow::restoreRequested);
    connect(m_actions["file.backup"], &QAction::triggered, this, &MainWindow::backupRequested);
    connect(m_actions["file.quit"], &QAction::triggered, this, &QWidget::close);
}
} // namespace waymark::ui
