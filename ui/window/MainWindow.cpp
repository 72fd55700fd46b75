// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/window/MainWindow.h>

#include <ui/setup/GoalDialog.h>
#include <ui/theme/Layouts.h>
#include <ui/window/AboutBox.h>
#include <ui/window/BackupCommands.h>
#include <ui/window/Banner.h>
#include <ui/window/CommandPalette.h>
#include <ui/window/DayTurn.h>
#include <ui/window/FileCommands.h>
#include <ui/window/FileImports.h>
#include <ui/window/NoticeBar.h>
#include <ui/window/PageTable.h>
#include <ui/window/PlaceKeeper.h>
#include <ui/window/Rail.h>
#include <ui/window/ShortcutSheet.h>
#include <ui/window/SignedExports.h>
#include <ui/window/SkillActions.h>
#include <ui/window/TabOrder.h>
#include <ui/window/MergeCommands.h>
#include <ui/window/SyncCommands.h>
#include <ui/window/WaitingSheet.h>
#include <ui/window/WatchCommands.h>
#include <ui/words/ErrorSentence.h>
#include <ui/words/Isolated.h>
#include <ui/words/ReadOnlyWords.h>

#include <QDragEnterEvent>
#include <QMenuBar>
#include <QMimeData>
#include <QStackedWidget>
#include <QUrl>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

namespace waymark::ui {

namespace {

QStringList localFiles(const QMimeData* dragged)
{
    QStringList files;
    const QList<QUrl> urls = dragged->urls();
    for (const QUrl& url : urls) {
        if (url.isLocalFile()) {
            files.append(url.toLocalFile());
        }
    }
    return files;
}

} // namespace

MainWindow::MainWindow(session::Workspace& workspace, Theme& theme, WindowSettings& settings, MentorFiles files, QWidget* parent)
    : QMainWindow(parent)
    , m_workspace(workspace)
    , m_theme(theme)
    , m_settings(settings)
    , m_files(std::move(files))
    , m_rail(new Rail)
    , m_stack(new QStackedWidget)
    , m_notice(new NoticeBar)
    , m_skillActions(new SkillActions(workspace, m_actions, this))
    , m_fileCommands(new FileCommands(workspace, settings, this))
    , m_fileImports(new FileImports(workspace, settings, this))
    , m_signedExports(new SignedExports(workspace, settings, session::KeyRing(m_files.key), *m_fileCommands, this))
    , m_watch(new WatchCommands(workspace, m_actions, settings, this))
    , m_backups(new BackupCommands(workspace, m_actions, this))
    , m_sync(new SyncCommands(m_actions, this))
    , m_merge(new MergeCommands(workspace, m_actions, settings, this))
{
    setObjectName(u"mainWindow"_s);
    setMinimumSize(720, 480);
    resize(1280, 800);
    setAcceptDrops(true);
    const Place place = m_settings.place();
    page(place.page); // before all else: a worker lays a map out meanwhile

    auto* body = new QWidget;
    auto* column = bareColumn(body);
    if (m_workspace.isReadOnly()) {
        column->addWidget(new Banner(
            u"readOnlyBanner"_s, IconId::Lock, tr("This library is open read-only: you can read and export, but nothing can be changed.")));
    }
    tellWhetherBehind(*column);
    column->addWidget(m_stack, 1);
    column->addWidget(m_notice);
    auto* whole = new QWidget;
    auto* row = bareRow(whole);
    row->addWidget(m_rail);
    row->addWidget(body, 1);
    setCentralWidget(whole);

    makeMenus();
    bindView();
    bindGo();
    bindFile();
    m_clock = makeClock(); // after the rail, which has the focus at first where the page does not take it
    column->insertWidget(column->indexOf(m_notice), m_clock);
    connect(m_skillActions, &SkillActions::openRequested, this, [this](const QString& skill) { go({ PageId::Skill, skill, {} }); });
    connect(m_skillActions, &SkillActions::done, this,
        [this](const QString& sentence) { m_notice->say(sentence, NoticeTone::Success, m_actions["edit.undo"]); });
    connect(m_skillActions, &SkillActions::undone, this,
        [this](const QString& sentence) { m_notice->say(sentence, NoticeTone::Info, m_actions["edit.redo"]); });
    m_dayTurn = new DayTurn(m_workspace, this);
    connect(new PlaceKeeper(this), &PlaceKeeper::due, this, &MainWindow::rememberPlace);
    connect(&m_workspace, &session::Workspace::failed, this, &MainWindow::tellOfFailure);
    connect(&m_workspace, &session::Workspace::cameTooEarly, this,
        [this](const domain::Error& error) { say(ErrorSentence::of(error), NoticeTone::Warning); });

    restoreGeometry(m_settings.geometry());
    go(place);
}

MainWindow::~MainWindow() = default;

void MainWindow::chooseTheme(Theme::Choice choice)
{
    m_theme.setChoice(choice);
    m_settings.setTheme(choice);
}

void MainWindow::go(const Place& place)
{
    const Place target = page(place.page)->inFull(place);
    m_history.visit(target);
    showPlace(target);
}

void MainWindow::showPlace(const Place& place)
{
    if (const auto left = m_pages.find(m_place.page); left != m_pages.end()) {
        left->second->commitDrafts();
        m_settings.setView(left->first, left->second->view());
    }
    m_place = place;
    m_settings.setPlace(place); // now, for a session of the desktop may end without closing the window
    Page* shown = page(place.page);
    shown->show(place);
    if (m_waiting == nullptr) {
        enter(*shown);
    }
    m_actions[specOf(place.page).action]->setChecked(true);
    m_actions["go.back"]->setEnabled(m_history.canGoBack());
    m_actions["go.forward"]->setEnabled(m_history.canGoForward());
    followPage();
}

/// Where the keys come along, they go to where the page wants them. So they do before the window is active for the first time: else Qt
/// takes the first button.
void MainWindow::enter(Page& page)
{
    const bool isElsewhere = m_stack->currentWidget() != &page;
    m_stack->setCurrentWidget(&page);
    QWidget* first = page.firstFocus();
    if (focusWidget() == nullptr) {
        (first == nullptr ? &page : first)->setFocus(Qt::ActiveWindowFocusReason);
    } else if (first != nullptr && isElsewhere && page.isAncestorOf(focusWidget())) {
        first->setFocus(Qt::OtherFocusReason);
    }
}

void MainWindow::followPage()
{
    setWindowTitle(tr("%1 · Waymark", "page").arg(isolated(currentPage()->title())));
    const QString skill = currentPage()->currentSkill();
    m_skillActions->setSkill(skill);
    m_watch->setSkill(skill);
    const domain::Skill* shown = m_workspace.roadmap().find(skill);
    const bool hasLesson = shown != nullptr && shown->hasLesson;
    m_actions["file.print-lesson"]->setEnabled(hasLesson);
    m_actions["file.export-lesson"]->setEnabled(hasLesson);
}

void MainWindow::say(const QString& text, NoticeTone tone)
{
    m_notice->say(text, tone);
}

void MainWindow::setPreparing(bool preparing)
{
    delete std::exchange(m_waiting, nullptr);
    m_rail->setEnabled(!preparing);
    menuBar()->setEnabled(!preparing);
    if (!preparing) {
        enter(*currentPage());
        return;
    }
    m_waiting = new WaitingSheet;
    m_stack->addWidget(m_waiting);
    m_stack->setCurrentWidget(m_waiting);
}

void MainWindow::setBackups(std::shared_ptr<const domain::BackupShelf> backups)
{
    m_merge->setShelf(backups);
    m_backups->setShelf(std::move(backups));
}

void MainWindow::warnOfSync(const QString& service, const QStringList& copies)
{
    m_sync->warn(service, copies);
}

void MainWindow::welcome()
{
    m_settings.setFirstRunDone();
    GoalDialog dialog(m_workspace, GoalDialog::Occasion::FirstRun, this);
    if (dialog.exec() == QDialog::Accepted && dialog.wantsPlacement()) {
        go({ PageId::Placement, {}, {} });
    }
}

void MainWindow::editGoal()
{
    if (const QString obstacle = ReadOnlyWords::obstacle(m_workspace); !obstacle.isEmpty()) {
        say(obstacle, NoticeTone::Warning);
        return;
    }
    GoalDialog dialog(m_workspace, GoalDialog::Occasion::Change, this);
    dialog.exec();
}

void MainWindow::openPalette()
{
    if (m_palette == nullptr) {
        m_palette = new CommandPalette(m_workspace, m_actions.all(), this);
        connect(m_palette, &CommandPalette::placeRequested, this, &MainWindow::go);
    }
    m_palette->open(currentPage()->pageActions());
}

void MainWindow::showShortcuts()
{
    QList<ShortcutSheet::Topic> topics;
    if (const QList<QAction*> ofPage = currentPage()->pageActions(); !ofPage.isEmpty()) {
        topics.append({ currentPage()->title(), ofPage });
    }
    for (const ActionTopic topic :
        { ActionTopic::Go, ActionTopic::Skill, ActionTopic::Edit, ActionTopic::File, ActionTopic::View, ActionTopic::Help }) {
        const std::vector<QAction*> actions = m_actions.of(topic);
        topics.append({ titleOf(topic).remove(u'&'), QList<QAction*>(actions.begin(), actions.end()) });
    }
    ShortcutSheet(topics, this).exec();
}

void MainWindow::showAbout()
{
    AboutBox(m_workspace.course(), m_backups->lastBackup(), this).exec();
}

void MainWindow::openFiles(const QStringList& files)
{
    raiseWindow();
    stay();
    for (const QString& file : files) {
        m_fileImports->import(file);
    }
}

void MainWindow::raiseWindow()
{
    setWindowState(windowState() & ~Qt::WindowMinimized);
    raise();
    activateWindow();
}

/// From the rail to the page and down to what stands under it, whatever was made first.
bool MainWindow::focusNextPrevChild(bool next)
{
    QWidget* target = nextByTab(*this, { m_rail, m_stack, m_clock, m_notice }, next);
    if (target != nullptr) {
        target->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
    }
    return target != nullptr;
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event)
{
    if (!localFiles(event->mimeData()).isEmpty()) {
        event->acceptProposedAction();
    }
}

void MainWindow::dropEvent(QDropEvent* event)
{
    event->acceptProposedAction();
    // The program that the files come from waits for the end of the drop: what asks the person comes after it.
    QMetaObject::invokeMethod(
        this, [this, files = localFiles(event->mimeData())] { openFiles(files); }, Qt::QueuedConnection);
}

} // namespace waymark::ui
