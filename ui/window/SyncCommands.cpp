// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/window/SyncCommands.h>

#include <ui/setup/SyncDialog.h>
#include <ui/window/Actions.h>

using namespace Qt::StringLiterals;

namespace waymark::ui {

SyncCommands::SyncCommands(Actions& actions, QWidget* window)
    : QObject(window)
    , m_actions(actions)
    , m_window(window)
    , m_ask(new QAction(tr("What to do…"), this))
{
    m_ask->setObjectName(u"sync.ask"_s);
    connect(m_ask, &QAction::triggered, this, &SyncCommands::ask);
}

void SyncCommands::warn(const QString& service, const QStringList& copies)
{
    m_service = service;
    m_copies = copies;
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
    case SyncDialog::Answer::Merge:
        Q_EMIT mergeRequested(dialog.copy());
        break;
    case SyncDialog::Answer::Export:
        m_actions["file.export.json"]->trigger();
        break;
    case SyncDialog::Answer::Import:
        Q_EMIT importRequested();
        break;
    }
}

} // namespace waymark::ui
