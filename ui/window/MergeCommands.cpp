// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/window/MergeCommands.h>

#include <ui/merge/ConflictsDialog.h>
#include <ui/merge/MergeDialog.h>
#include <ui/window/Actions.h>
#include <ui/window/WindowSettings.h>
#include <ui/words/ErrorSentence.h>
#include <ui/words/Isolated.h>
#include <ui/words/MergeWords.h>
#include <ui/words/ReadOnlyWords.h>
#include <ui/words/ShownText.h>

#include <session/Workspace.h>

#include <QFileDialog>
#include <QFileInfo>

#include <utility>

using namespace Qt::StringLiterals;

namespace waymark::ui {

namespace {

constexpr int whole = 1000;
// Thousandths of the work when the other copy is read, and then the library here.
constexpr int otherRead = 400;
constexpr int hereRead = 550;
constexpr int lookEvery = 100; ///< milliseconds

} // namespace

MergeCommands::MergeCommands(session::Workspace& workspace, Actions& actions, WindowSettings& settings, QWidget* window)
    : QObject(window)
    , m_workspace(workspace)
    , m_actions(actions)
    , m_settings(settings)
    , m_window(window)
    , m_cancel(new QAction(tr("Cancel"), this))
{
    m_cancel->setObjectName(u"merge.stop"_s);
    m_look.setInterval(lookEvery);
    connect(&m_look, &QTimer::timeout, this, [this] { Q_EMIT waitingMoved(*m_permille); });
    connect(m_cancel, &QAction::triggered, this, &MergeCommands::cancel);
    connect(actions["file.merge"], &QAction::triggered, this, &MergeCommands::askForCopy);
    connect(actions["file.conflicts"], &QAction::triggered, this, &MergeCommands::settle);
    connect(&m_workspace, &session::Workspace::changed, this, &MergeCommands::follow);
    follow();
}

void MergeCommands::setShelf(std::shared_ptr<const domain::BackupShelf> shelf)
{
    m_shelf = std::move(shelf);
    follow();
}

QString MergeCommands::obstacle() const
{
    const QString readOnly = ReadOnlyWords::obstacle(m_workspace, tr("The library is open read-only, so no copy can be merged into it."));
    const bool canRead = m_shelf != nullptr;
    return readOnly.isEmpty() && !canRead ? tr("No other file can be read here, so no copy can be merged.") : readOnly;
}

/// What can be chosen now; what stands in the way is said where the action is offered, and how much waits.
void MergeCommands::follow()
{
    QAction* merge = m_actions["file.merge"];
    const QString obstacle = this->obstacle();
    merge->setEnabled(obstacle.isEmpty() && !m_working.isRunning());
    merge->setToolTip(obstacle.isEmpty() ? merge->iconText() : obstacle);
    merge->setStatusTip(obstacle);
    const auto waiting = static_cast<int>(openConflicts(m_workspace.progress()).size());
    QAction* conflicts = m_actions["file.conflicts"];
    conflicts->setText(waiting == 0 ? tr("Di&fferences between copies…") : tr("Di&fferences between copies (%L1)…").arg(waiting));
    conflicts->setData(waiting); // a notice that offers it is of these alone
}

void MergeCommands::tellOfConflicts()
{
    if (const auto waiting = static_cast<int>(openConflicts(m_workspace.progress()).size()); waiting > 0) {
        Q_EMIT offered(MergeWords::waiting(waiting), NoticeTone::Info, m_actions["file.conflicts"]);
    }
}

void MergeCommands::askForCopy()
{
    const QString path = QFileDialog::getOpenFileName(
        m_window, tr("Merge a copy of this library"), m_settings.lastFolder(), tr("Libraries (*.waymark);;All files (*)"));
    if (!path.isEmpty()) {
        m_settings.setLastFolder(QFileInfo(path).absolutePath());
        merge(path);
    }
}

void MergeCommands::merge(const QString& copy)
{
    if (const QString obstacle = this->obstacle(); !obstacle.isEmpty()) {
        Q_EMIT said(obstacle, NoticeTone::Warning);
        return;
    }
    m_copy = copy;
    workOut(tr("Reading %1 …").arg(isolated(shownLine(QFileInfo(copy).fileName()))), {}, nullptr);
}

void MergeCommands::workOut(const QString& waiting, const QString& word, std::shared_ptr<const domain::LibraryContents> other)
{
    m_permille = std::make_shared<std::atomic<int>>(0);
    m_look.start();
    Q_EMIT waitingBegan(waiting, m_cancel);
    m_working.start(
        [shelf = m_shelf, here = session::hereReader(m_workspace), copy = m_copy, far = m_permille, other = std::move(other)](
            const std::stop_token& stop) {
            return found(*shelf, here, copy, { other, {}, {} }, { stop, [far](int permille) { *far = permille; } });
        },
        [this, word](Work work) { arrived(std::move(work), word); });
    follow();
}

/// On the worker.
MergeCommands::Work MergeCommands::found(
    const domain::BackupShelf& shelf, const session::HereReader& here, const QString& copy, Found known, const domain::ReadingWatch& watch)
{
    if (known.other == nullptr) {
        auto read = shelf.otherCopy(copy, domain::stretchOf(watch, 0, otherRead));
        if (!read) {
            return tl::unexpected(read.error());
        }
        known.other = std::make_shared<const domain::LibraryContents>(std::move(*read));
    }
    auto read = here(domain::stretchOf(watch, otherRead, hereRead));
    if (!read) {
        return tl::unexpected(read.error());
    }
    known.here = std::move(*read);
    auto preview = session::previewOf(known.here, *known.other, copy, watch.stop, domain::stretchOf(watch, hereRead, whole).progress);
    return preview.map([&known](session::MergePreview& made) {
        return Found { std::move(known.other), std::move(known.here), std::move(made) };
    });
}

void MergeCommands::arrived(Work work, const QString& word)
{
    m_look.stop();
    follow();
    Q_EMIT waitingEnded();
    if (!work) {
        Q_EMIT said(ErrorSentence::of(work.error()), NoticeTone::Error);
        return;
    }
    const QString anew = tr("Working out the merge anew …");
    const auto still = session::isStill(m_workspace, work->here);
    if (still && !*still) { // changed while it was worked out: nobody has seen this preview
        workOut(anew, word, work->other);
        return;
    }
    if (work->preview.isEmpty()) {
        Q_EMIT said(MergeWords::lines(work->preview, m_workspace).join(u' '), NoticeTone::Info);
        return;
    }
    MergeDialog dialog(work->preview, m_workspace, m_copy, word, m_window);
    if (dialog.exec() != QDialog::Accepted) {
        return;
    }
    const auto stillNow = session::isStill(m_workspace, work->here);
    if (!stillNow) {
        Q_EMIT said(ErrorSentence::of(stillNow.error()), NoticeTone::Error);
    } else if (*stillNow) {
        apply(work->preview);
    } else {
        workOut(anew, MergeWords::changedMeanwhile(), work->other);
    }
}

void MergeCommands::apply(const session::MergePreview& preview)
{
    if (!m_workspace.apply(preview.merge.edit)) {
        return; // the workspace has said why
    }
    const auto conflicts = static_cast<int>(preview.merge.conflicts.size());
    const QString sentence = tr("Merged %n step(s) of the copy.", nullptr, preview.merge.newEdits);
    if (conflicts == 0) {
        Q_EMIT offered(sentence, NoticeTone::Success, m_actions["edit.undo"]);
    } else {
        Q_EMIT offered(
            tr("%1 %2", "two sentences").arg(sentence, MergeWords::waiting(conflicts)), NoticeTone::Warning, m_actions["file.conflicts"]);
    }
}

void MergeCommands::settle()
{
    ConflictsDialog dialog(m_workspace, m_actions["file.merge"], m_window);
    dialog.exec();
}

void MergeCommands::cancel()
{
    m_working.cancel();
    m_look.stop();
    follow();
    Q_EMIT waitingEnded();
    Q_EMIT said(ErrorSentence::of({ domain::ErrorCode::Cancelled, {}, {} }), NoticeTone::Info);
}

} // namespace waymark::ui
