// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/window/BackupCommands.h>

#include <ui/backups/RestoreDialog.h>
#include <ui/words/BackupWords.h>
#include <ui/words/ErrorSentence.h>

#include <utility>

using namespace Qt::StringLiterals;

namespace waymark::ui {

BackupCommands::BackupCommands(session::Workspace& workspace, Actions& actions, QWidget* window)
    : QObject(window)
    , m_workspace(workspace)
    , m_actions(actions)
    , m_window(window)
    , m_cancel(new QAction(tr("Cancel"), this))
{
    m_cancel->setObjectName(u"backup.cancel"_s);
    connect(m_cancel, &QAction::triggered, this, &BackupCommands::cancel);
    connect(actions["file.backup.test"], &QAction::triggered, this, &BackupCommands::test);
    connect(actions["file.backup.restore"], &QAction::triggered, this, [this] { askForRestore(); });
    setShelf(nullptr);
}

void BackupCommands::setShelf(std::shared_ptr<const domain::BackupShelf> shelf)
{
    m_shelf = std::move(shelf);
    m_actions["file.backup.test"]->setEnabled(m_shelf != nullptr);
    m_actions["file.backup.restore"]->setEnabled(m_shelf != nullptr);
}

QString BackupCommands::lastBackup() const
{
    return m_shelf == nullptr ? QString() : BackupWords::last(m_shelf->list(), m_workspace.zone());
}

void BackupCommands::test()
{
    const auto backups = m_shelf->list();
    const QString newest = backups.empty() ? QString() : backups.front().path;
    m_actions["file.backup.test"]->setEnabled(false);
    Q_EMIT waitingBegan(newest.isEmpty() ? tr("Making a backup and testing it …") : tr("Testing the newest backup …"), m_cancel);
    m_testing.start([shelf = m_shelf, newest](
                        const std::stop_token& stop) { return newest.isEmpty() ? shelf->makeTested(stop) : shelf->test(newest, stop); },
        [this, wasMade = newest.isEmpty()](const domain::Result<domain::BackupProof>& proof) { tested(proof, wasMade); });
}

void BackupCommands::tested(const domain::Result<domain::BackupProof>& proof, bool wasMade)
{
    m_actions["file.backup.test"]->setEnabled(true);
    Q_EMIT waitingEnded();
    if (!proof) {
        Q_EMIT said(BackupWords::failure(proof.error()), NoticeTone::Error);
        return;
    }
    const QString sentence = BackupWords::proof(*proof, m_workspace.zone());
    Q_EMIT said(wasMade ? tr("Made the first backup. %1", "a sentence about it").arg(sentence) : sentence, NoticeTone::Success);
}

void BackupCommands::cancel()
{
    m_testing.cancel();
    m_actions["file.backup.test"]->setEnabled(true);
    Q_EMIT waitingEnded();
    Q_EMIT said(ErrorSentence::of({ domain::ErrorCode::Cancelled, {}, {} }), NoticeTone::Info);
}

void BackupCommands::askForRestore(const QString& backup)
{
    RestoreDialog dialog(m_workspace, m_shelf, m_window);
    if (!backup.isEmpty()) {
        dialog.open(backup);
    }
    if (dialog.exec() == QDialog::Accepted) {
        Q_EMIT restoreRequested(dialog.backup());
    }
}

} // namespace waymark::ui
