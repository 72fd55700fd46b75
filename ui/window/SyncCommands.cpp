// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/window/SyncCommands.h>

#include <ui/setup/SyncDialog.h>
#include <ui/window/Actions.h>
#include <ui/words/BackupWords.h>
#include <ui/words/ErrorSentence.h>

#include <domain/TakeOver.h>
#include <learning/LibraryComparison.h>

#include <QFileInfo>

#include <algorithm>
#include <limits>
#include <utility>

using namespace Qt::StringLiterals;

namespace waymark::ui {

SyncCommands::SyncCommands(session::Workspace& workspace, Actions& actions, QWidget* window)
    : QObject(window)
    , m_workspace(workspace)
    , m_actions(actions)
    , m_window(window)
    , m_ask(new QAction(tr("What to do…"), this))
    , m_cancel(new QAction(tr("Cancel"), this))
{
    m_ask->setObjectName(u"sync.ask"_s);
    m_cancel->setObjectName(u"sync.cancel"_s);
    connect(m_ask, &QAction::triggered, this, &SyncCommands::ask);
    connect(m_cancel, &QAction::triggered, this, &SyncCommands::cancel);
}

void SyncCommands::warn(const QString& service, const QStringList& copies, std::shared_ptr<const domain::BackupShelf> shelf)
{
    m_service = service;
    m_copies = copies;
    m_shelf = std::move(shelf);
    if (!copies.isEmpty()) {
        Q_EMIT offered(tr("A sync client has put aside %n copy(s) of this library: some of your work may be in there.", nullptr,
                           static_cast<int>(copies.size())),
            NoticeTone::Warning, m_ask);
    } else if (!service.isEmpty()) {
        Q_EMIT offered(
            tr("%1 syncs the folder of this library. That can lose work.", "a program").arg(service), NoticeTone::Warning, m_ask);
    }
}

void SyncCommands::ask()
{
    SyncDialog dialog(m_service, m_copies, m_window);
    if (dialog.exec() != QDialog::Accepted) {
        return;
    }
    switch (dialog.answer()) {
    case SyncDialog::Answer::Compare:
        Q_EMIT comparisonRequested(dialog.copy());
        break;
    case SyncDialog::Answer::TakeOver:
        takeOver(dialog.copy());
        break;
    case SyncDialog::Answer::Export:
        m_actions["file.export.json"]->trigger();
        break;
    case SyncDialog::Answer::Import:
        m_actions["file.import"]->trigger();
        break;
    }
}

void SyncCommands::takeOver(const QString& copy)
{
    Q_EMIT waitingBegan(tr("Reading %1 …").arg(QFileInfo(copy).fileName()), m_cancel);
    m_reading.start([shelf = m_shelf, copy](const std::stop_token& stop) { return shelf->contents(copy, stop); },
        [this](const domain::Result<domain::LibraryContents>& contents) {
            Q_EMIT waitingEnded();
            arrived(contents);
        });
}

void SyncCommands::arrived(const domain::Result<domain::LibraryContents>& contents)
{
    if (!contents) {
        Q_EMIT said(BackupWords::failure(contents.error()), NoticeTone::Error);
        return;
    }
    const domain::LibraryContents present { {}, m_workspace.course(), m_workspace.progress(),
        m_workspace.journal(std::numeric_limits<int>::max()).value_or(std::vector<domain::JournalEntry>()) };
    std::vector<domain::Edit> theirs = learning::compareLibraries(present, *contents, m_workspace.moment()).regained;
    std::reverse(theirs.begin(), theirs.end());
    const domain::TakeOver taken = domain::takeOver(m_workspace.context(), theirs);
    if (taken.taken > 0 && !m_workspace.apply(taken.edit)) {
        return; // the workspace has said why
    }
    const QString left
        = taken.left == 0 ? QString() : tr("%n change(s) stayed there, since the entry is another one here.", nullptr, taken.left);
    const QString sentence = taken.taken == 0 ? tr("The library has all that could be taken from this copy.")
                                              : tr("Took over %n record(s) from the copy.", nullptr, taken.taken);
    Q_EMIT offered(left.isEmpty() ? sentence : tr("%1 %2", "two sentences").arg(sentence, left), NoticeTone::Success,
        taken.taken == 0 ? nullptr : m_actions["edit.undo"]);
}

void SyncCommands::cancel()
{
    m_reading.cancel();
    Q_EMIT waitingEnded();
    Q_EMIT said(ErrorSentence::of({ domain::ErrorCode::Cancelled, {}, {} }), NoticeTone::Info);
}

} // namespace waymark::ui
