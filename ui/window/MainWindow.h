// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ui/Page.h>
#include <ui/mentor/MentorFiles.h>
#include <ui/theme/Theme.h>
#include <ui/window/Actions.h>
#include <ui/window/History.h>
#include <ui/window/WindowSettings.h>

#include <domain/BackupShelf.h>
#include <session/CrashShelf.h>
#include <session/Workspace.h>

#include <QMainWindow>

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <utility>

class QStackedWidget;
class QVBoxLayout;

namespace waymark::ui {

class BackupCommands;
class CommandPalette;
class DayTurn;
class FileCommands;
class FileImports;
class MentorPage;
class NoticeBar;
class Rail;
class MergeCommands;
class SignedExports;
class SkillActions;
class SyncCommands;
class WatchCommands;

/// The window: assembles the rail, the pages, the notice bar and the menus, and routes between them. It decides nothing about skills.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    /// Without `files` no plan can be answered here.
    MainWindow(session::Workspace& workspace, Theme& theme, WindowSettings& settings, MentorFiles files = {}, QWidget* parent = nullptr);
    ~MainWindow() override;

    void go(const Place& place);
    void say(const QString& text, NoticeTone tone);
    [[nodiscard]] Actions& actions() { return m_actions; }
    /// While the course is being read: in place of the pages, which have nothing to show yet.
    void setPreparing(bool preparing);
    /// Where the backups of the library are; without one none is tested or restored here.
    void setBackups(std::shared_ptr<const domain::BackupShelf> backups);
    /// Warns where `service`, a program that syncs files, looks after the library, or has put copies of it aside; both may be empty.
    void warnOfSync(const QString& service, const QStringList& copies);
    void askOfClock(); ///< where it stands far from what was done last, and from then on wherever it jumps
    void tellOfDrafts(); ///< which a program before has left in the workspace
    /// Of what copies of the library say differently and nobody has answered, unless something else was said.
    void tellOfConflicts();
    void tellOfGivenUp(); ///< the exports that the window before gave up, behind what is said already
    /// What crashes have left, `news` since the last start; and that the window is in safe mode, where it is.
    void tellOfCrashes(const session::CrashShelf& shelf, const std::optional<session::CrashReport>& news);
    /// Whether it closes by itself once what is being exported is written: else a close() that was refused was refused for good.
    [[nodiscard]] bool isLeaving() const { return !m_leaving.isEmpty(); }
    /// How the first course comes, where it has not come yet: whoever asks for a course gets it, and need not look for a file.
    void offerCourse(std::function<void()> bring) { m_bringCourse = std::move(bring); }
    /// Shown once, when the learner has set no goal yet.
    void welcome();

public Q_SLOTS:
    /// Files handed over by a second start, or dropped on the window.
    void openFiles(const QStringList& files);
    void raiseWindow();
    /// Another learner's plan, which this person answers as a mentor.
    void answerPlan(const QString& file);

Q_SIGNALS:
    void backupRequested();
    /// The library is to be what this backup holds: whoever has opened it closes it first.
    void restoreRequested(const QString& backup);
    void stays(); ///< it no longer isLeaving()

protected:
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    bool focusNextPrevChild(bool next) override;

private:
    void makeMenus();
    void bindView();
    void bindGo();
    void bindFile();
    [[nodiscard]] QWidget* makeClock();
    void showPlace(const Place& place);
    [[nodiscard]] bool mayLoseDrafts();
    [[nodiscard]] bool mayLoseExports();
    void goOnLeaving(bool isWritten);
    void stay(); ///< where it is leaving: somebody goes on with it
    void requestCourse();
    void choose(const char* action);
    void tellWhetherBehind(QVBoxLayout& column);
    void tellOfFailure(const domain::Error& error);
    void enter(Page& page);
    void followPage();
    void chooseTheme(Theme::Choice choice);
    void startAsUsual();
    void openDraft(const session::DraftPlace& draft);
    void rememberPlace();
    void editGoal();
    void openPalette();
    void showShortcuts();
    void showAbout();
    Page* page(PageId id);
    [[nodiscard]] Page* makePage(PageId id);
    [[nodiscard]] MentorPage* makeMentorPage();
    [[nodiscard]] Page* currentPage() const { return m_pages.at(m_place.page); }

    session::Workspace& m_workspace;
    Theme& m_theme;
    WindowSettings& m_settings;
    MentorFiles m_files;
    Actions m_actions;
    History m_history;
    Place m_place;
    QString m_warning; ///< of what would be lost, said at the last try to close
    std::function<void()> m_bringCourse; ///< null where it is there, or nobody brings one
    QString m_leaving; ///< what was said of it, while it isLeaving()
    std::map<PageId, Page*> m_pages; ///< those that have been shown
    Rail* m_rail = nullptr;
    QStackedWidget* m_stack = nullptr;
    QWidget* m_waiting = nullptr; ///< null but while the course is being prepared
    QWidget* m_clock = nullptr;
    DayTurn* m_dayTurn = nullptr;
    NoticeBar* m_notice = nullptr;
    CommandPalette* m_palette = nullptr; ///< null until it is first opened
    SkillActions* m_skillActions = nullptr;
    FileCommands* m_fileCommands = nullptr;
    FileImports* m_fileImports = nullptr;
    SignedExports* m_signedExports = nullptr;
    WatchCommands* m_watch = nullptr;
    BackupCommands* m_backups = nullptr;
    SyncCommands* m_sync = nullptr;
    MergeCommands* m_merge = nullptr;
};

} // namespace waymark::ui
