// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/window/MainWindow.h>

#include <session/DraftValues.h>
#include <ui/theme/Announcing.h>
#include <ui/theme/Layouts.h>
#include <ui/window/Banner.h>
#include <ui/window/ClockNotice.h>
#include <ui/window/CrashCommands.h>
#include <ui/window/DayTurn.h>
#include <ui/window/DraftNotices.h>
#include <ui/window/FileCommands.h>
#include <ui/window/MergeCommands.h>
#include <ui/window/NoticeBar.h>
#include <ui/window/WatchCommands.h>
#include <ui/words/ErrorSentence.h>
#include <ui/words/Isolated.h>
#include <ui/words/ReadOnlyWords.h>

#include <QAction>
#include <QApplication>
#include <QCloseEvent>
#include <QLocale>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

/// What the window keeps for the next start, and how it starts after a crash.
namespace waymark::ui {

void MainWindow::tellOfCrashes(const session::CrashShelf& shelf, const std::optional<session::CrashReport>& news)
{
    auto* crashes = new CrashCommands(shelf, m_workspace, m_actions, this);
    connect(crashes, &CrashCommands::said, this, &MainWindow::say);
    connect(crashes, &CrashCommands::offered, this,
        [this](const QString& sentence, NoticeTone tone, QAction* action) { m_notice->say(sentence, tone, action); });
    connect(crashes, &CrashCommands::keepRequested, m_fileCommands, &FileCommands::keep);
    connect(crashes, &CrashCommands::usualStartRequested, this, &MainWindow::startAsUsual);
    crashes->tell(news, m_settings.isSafe());
}

/// Before all else that a start has to say, for all that is done is dated by the clock; drafts are told of behind it.
void MainWindow::askOfClock()
{
    auto* clock = new ClockNotice(m_workspace, m_settings, this);
    connect(clock, &ClockNotice::offered, this,
        [this](const QString& sentence, QAction* isRight) { m_notice->say(sentence, NoticeTone::Warning, isRight); });
    connect(clock, &ClockNotice::answered, this, &MainWindow::tellOfDrafts);
    if (!m_settings.isSafe()) {
        clock->tell();
        connect(m_dayTurn, &DayTurn::looked, clock, &ClockNotice::look);
    }
}

/// The editors offer them; whoever is elsewhere is told where they are.
void MainWindow::tellOfDrafts()
{
    auto* drafts = new DraftNotices(m_workspace, this);
    connect(drafts, &DraftNotices::offered, this,
        [this](const QString& sentence, QAction* show) { m_notice->say(sentence, NoticeTone::Info, show); });
    connect(drafts, &DraftNotices::openRequested, this, &MainWindow::openDraft);
    drafts->tell();
}

void MainWindow::openDraft(const session::DraftPlace& draft)
{
    if (draft.kind == session::DraftKind::Goal) {
        editGoal();
        return;
    }
    go(DraftNotices::placeOf(draft));
    currentPage()->openDraft(draft);
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    if (m_workspace.isChanging()) { // it closes behind the change
        m_workspace.whenStill(
            this, [this] { close(); }, u"close"_s);
        event->ignore();
        return;
    }
    if (!mayLoseDrafts() || !mayLoseExports()) {
        event->ignore();
        return;
    }
    for (const auto& [id, each] : m_pages) {
        m_settings.setView(id, each->view());
    }
    m_settings.setGeometry(saveGeometry());
    m_watch->watch().noticeActivity(); // no event of the program tells of a click on the frame
    m_watch->remember();
    rememberPlace();
    QMainWindow::closeEvent(event);
}

/// Whether nothing would be lost by closing now, or the person is told of it and closes again. What is written after the warning takes it
/// away: saving that fails as well, and says so in its place.
bool MainWindow::mayLoseDrafts()
{
    const bool isTold = !m_warning.isEmpty() && m_notice->text() == m_warning;
    QStringList titles;
    for (const auto& [id, each] : m_pages) {
        each->commitDrafts();
        titles += each->unsaved();
    }
    titles += DraftNotices::titlesOfUnwritten(m_workspace);
    titles.removeDuplicates();
    const QString warning = tr("What you wrote is not saved: %1. Open it and try again or copy the text; closing once more loses it.")
                                .arg(QLocale().createSeparatedList(isolated(titles)));
    if (titles.isEmpty() || (isTold && warning == m_warning)) {
        return true;
    }
    m_warning = warning;
    say(warning, NoticeTone::Error);
    return false;
}

/// Whether nothing would be lost of what is being exported. First the window closes behind it, with a word; who closes once more gives it
/// up, and the next window says what that was.
bool MainWindow::mayLoseExports()
{
    const QStringList pending = m_fileCommands->pending();
    if (pending.isEmpty()) {
        return true;
    }
    if (isLeaving()) {
        m_settings.setGivenUp(m_settings.givenUp() + m_fileCommands->drop());
        return true;
    }
    m_leaving = tr("Waymark closes once this is done: %1. Close once more to give up what is not done by then.", "files and prints")
                    .arg(QLocale().createSeparatedList(isolated(pending)));
    say(m_leaving, NoticeTone::Info);
    return false;
}

void MainWindow::tellOfGivenUp()
{
    const QStringList names = m_settings.givenUp();
    if (!names.isEmpty()) {
        m_settings.setGivenUp({});
        m_notice->add(tr("Given up, because Waymark was closed before: %1. Export or print again what you still want.", "files and prints")
                          .arg(QLocale().createSeparatedList(isolated(names))),
            NoticeTone::Warning);
    }
}

/// A file that was not written, or given up, is a reason to stay; and so is a dialog that somebody has opened since.
void MainWindow::goOnLeaving(bool isWritten)
{
    const bool isOver = m_fileCommands->pending().isEmpty();
    if (!isLeaving() || (isWritten && !isOver)) {
        return;
    }
    if (!isWritten || QApplication::activeModalWidget() != nullptr || !close()) {
        stay();
    }
}

void MainWindow::stay()
{
    if (const QString said = std::exchange(m_leaving, {}); !said.isEmpty()) {
        m_notice->takeBack(said);
        Q_EMIT stays();
    }
}

/// The first course, where it was given up or failed, else one from a file.
void MainWindow::requestCourse()
{
    if (m_bringCourse && !m_workspace.hasCourse()) {
        const auto bring = m_bringCourse; // it puts another one in its place
        bring();
    } else {
        choose("file.install-course");
    }
}

/// For as long as what is shown is not what is in the library: nothing can be changed then, and it is said why.
void MainWindow::tellWhetherBehind(QVBoxLayout& column)
{
    auto* holder = new QWidget;
    auto* rows = bareColumn(holder);
    column.addWidget(holder);
    holder->hide();
    connect(&m_workspace, &session::Workspace::fellBehind, this, [this, holder, rows](const domain::Error& error) {
        const QString sentence = ReadOnlyWords::unread(error);
        auto* banner = new Banner(u"behindBanner"_s, IconId::Warning, sentence, nullptr, holder);
        rows->addWidget(banner);
        holder->show();
        announce(*banner, sentence);
    });
    connect(&m_workspace, &session::Workspace::caughtUp, this, [this, holder] {
        qDeleteAll(holder->findChildren<Banner*>());
        holder->hide();
        go(m_place);
        m_notice->takeBack(ReadOnlyWords::behind());
        m_notice->add(tr("The library has been read, and can be changed again."), NoticeTone::Success);
    });
}

/// What could not be read again is said above the page, and it is not true that nothing was changed.
void MainWindow::tellOfFailure(const domain::Error& error)
{
    if (!m_workspace.isBehind() || error.code == domain::ErrorCode::ReadOnly) {
        say(ErrorSentence::of(error), NoticeTone::Error);
    }
}

void MainWindow::tellOfConflicts()
{
    if (m_notice->text().isEmpty()) {
        m_merge->tellOfConflicts();
    }
}

/// Where somebody is, and how that page looks.
void MainWindow::rememberPlace()
{
    if (const QVariantMap view = currentPage()->view(); view != m_settings.view(m_place.page)) {
        m_settings.setView(m_place.page, view);
    }
    Place place = m_place;
    place.section.clear(); // a start opens a page as it was left
    if (place.page == PageId::Skill) {
        place.skill = currentPage()->currentSkill();
    }
    if (place != m_settings.place()) {
        m_settings.setPlace(place);
    }
}

/// What a usual start brings back is brought back now. The library has been open all the time.
void MainWindow::startAsUsual()
{
    for (const auto& [id, each] : m_pages) {
        each->commitDrafts();
    }
    m_settings.leaveSafeMode();
    const Place place = m_settings.place();
    static constexpr const char* themes[] = { "view.theme.system", "view.theme.light", "view.theme.dark", "view.theme.contrast" };
    m_actions[themes[static_cast<int>(m_settings.theme())]]->trigger();
    restoreGeometry(m_settings.geometry());
    for (const auto& [id, each] : m_pages) {
        each->restoreView(m_settings.view(id));
    }
    m_watch->wake();
    go(place);
    say(tr("Waymark has gone back to where you were."), NoticeTone::Success);
}

} // namespace waymark::ui
