// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/window/MergeCommands.h>

#include <ui/merge/ConflictsDialog.h>
#include <ui/merge/MergeDialog.h>
#include <ui/window/Actions.h>
#include <ui/window/WindowSettings.h>
#include <ui/words/ErrorSentence.h>
#include <ui/words/MergeWords.h>

#include <session/Workspace.h>

#include <QFileDialog>
#include <QFileInfo>

#include <utility>

using namespace Qt::StringLiterals;

namespace waymark::ui {

MergeCommands::MergeCommands(session::Workspace& workspace, Actions& actions, WindowSettings& settings, QWidget* window)
    : QObject(window)
    , m_workspace(workspace)
    , m_actions(actions)
    , m_settings(settings)
    , m_window(window)
    , m_cancel(new QAction(tr("Cancel"), this))
{
    m_cancel->setObjectName(u"merge.stop"_s);
    connect(m_cancel, &QAction::triggered, this, &MergeCommands::cancel);
    connect(actions["file.merge"], &QAction::triggered, this, &MergeCommands::askForCopy);
    connect(actions["file.conflicts"], &QAction::triggered, this, &MergeCommands::settle);
    setShelf(nullptr);
}

void MergeCommands::setShelf(std::shared_ptr<const domain::BackupShelf> shelf)
{
    m_shelf = std::move(shelf);
    m_actions["file.merge"]->setEnabled(m_shelf != nullptr && !m_workspace.isReadOnly());
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
    auto here = session::libraryHere(m_workspace);
    if (!here) {
        Q_EMIT said(ErrorSentence::of(here.error()), NoticeTone::Error);
        return;
    }
    m_actions["file.merge"]->setEnabled(false);
    Q_EMIT waitingBegan(tr("Reading %1 …").arg(QFileInfo(copy).fileName()), m_cancel);
    m_reading.start(
        [shelf = m_shelf, here = std::move(*here), copy](const std::stop_token& stop) {
            return shelf->contents(copy, stop).and_then([&](const domain::LibraryContents& other) {
                return session::previewOf(here, other, copy);
            });
        },
        [this, copy](const domain::Result<session::MergePreview>& preview) {
            setShelf(m_shelf);
            Q_EMIT waitingEnded();
            arrived(preview, copy);
        });
}

void MergeCommands::arrived(const domain::Result<session::MergePreview>& preview, const QString& copy)
{
    if (!preview) {
        Q_EMIT said(ErrorSentence::of(preview.error()), NoticeTone::Error);
        return;
    }
    if (preview->isEmpty()) {
        Q_EMIT said(MergeWords::lines(*preview, m_workspace.roadmap()).join(u' '), NoticeTone::Info);
        return;
    }
    MergeDialog dialog(*preview, m_workspace, copy, m_window);
    if (dialog.exec() != QDialog::Accepted || !m_workspace.apply(preview->merge.edit)) {
        return; // the workspace has said why
    }
    const auto conflicts = static_cast<int>(preview->merge.conflicts.size());
    const QString sentence = tr("Merged %n step(s) of the copy.", nullptr, preview->merge.newEdits);
    if (conflicts == 0) {
        Q_EMIT offered(sentence, NoticeTone::Success, m_actions["edit.undo"]);
    } else {
        Q_EMIT offered(
            tr("%1 %2", "two sentences").arg(sentence, MergeWords::waiting(conflicts)), NoticeTone::Warning, m_actions["file.conflicts"]);
    }
}

void MergeCommands::settle()
{
    ConflictsDialog(m_workspace, m_window).exec();
}

void MergeCommands::cancel()
{
    m_reading.cancel();
    setShelf(m_shelf);
    Q_EMIT waitingEnded();
    Q_EMIT said(ErrorSentence::of({ domain::ErrorCode::Cancelled, {}, {} }), NoticeTone::Info);
}

} // namespace waymark::ui
