// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/window/CrashCommands.h>

#include <ui/window/Actions.h>
#include <ui/window/CrashDialog.h>
#include <ui/words/LocalTime.h>

#include <utility>

using namespace Qt::StringLiterals;

namespace waymark::ui {

CrashCommands::CrashCommands(session::CrashShelf shelf, session::Workspace& workspace, Actions& actions, QWidget* window)
    : QObject(window)
    , m_shelf(std::move(shelf))
    , m_workspace(workspace)
    , m_window(window)
    , m_show(actions["help.crashes"])
    , m_view(new QAction(tr("View…", "the report of a crash"), this))
    , m_usual(new QAction(tr("Start as usual"), this))
{
    m_view->setObjectName(u"crash.view"_s);
    m_usual->setObjectName(u"crash.usual"_s);
    connect(m_show, &QAction::triggered, this, &CrashCommands::show);
    connect(m_view, &QAction::triggered, this, &CrashCommands::show);
    connect(m_usual, &QAction::triggered, this, &CrashCommands::usualStartRequested);
    refresh();
}

void CrashCommands::tell(const std::optional<session::CrashReport>& news, bool isSafe)
{
    if (isSafe && news) {
        Q_EMIT offered(
            tr("Waymark ended unexpectedly soon after its last starts, so this is safe mode: the default colours, and not the place "
               "where you were. Your library is all there."),
            NoticeTone::Warning, m_usual);
    } else if (isSafe) {
        Q_EMIT offered(tr("This is safe mode: the default colours, and not the place where you were. Your library is all there."),
            NoticeTone::Info, m_usual);
    } else if (news) {
        Q_EMIT offered(tr("Waymark ended unexpectedly at %1. A report of it is on this computer; nothing was sent.", "date and time")
                           .arg(momentText(news->endedAt, m_workspace.zone())),
            NoticeTone::Info, m_view);
    }
}

void CrashCommands::show()
{
    CrashDialog dialog(m_shelf, m_workspace.zone(), m_window);
    connect(&dialog, &CrashDialog::failed, this, [this](const QString& sentence) { Q_EMIT said(sentence, NoticeTone::Error); });
    connect(&dialog, &CrashDialog::keepRequested, this, &CrashCommands::keepRequested);
    dialog.exec();
    refresh();
}

void CrashCommands::refresh()
{
    const bool isSome = !m_shelf.reports().empty();
    m_show->setEnabled(isSome);
    m_view->setEnabled(isSome);
    m_view->setData(isSome); // the offer goes with the last report
}

} // namespace waymark::ui
