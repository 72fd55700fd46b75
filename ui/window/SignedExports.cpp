// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/window/SignedExports.h>

#include <ui/mentor/SigningDialog.h>
#include <ui/window/FileCommands.h>
#include <ui/window/WhereTo.h>
#include <ui/window/WindowSettings.h>
#include <ui/words/ErrorSentence.h>
#include <ui/words/Isolated.h>

#include <exchange/ExportFormats.h>
#include <session/PlanMaking.h>

#include <utility>

using namespace Qt::StringLiterals;

namespace waymark::ui {

using domain::Result;

SignedExports::SignedExports(
    session::Workspace& workspace, WindowSettings& settings, session::KeyRing ring, FileCommands& files, QWidget* window)
    : QObject(window)
    , m_workspace(workspace)
    , m_settings(settings)
    , m_files(files)
    , m_ring(std::move(ring))
    , m_window(window)
{
}

void SignedExports::exportBadge(const QString& skill)
{
    if (const domain::Skill* found = m_workspace.roadmap().find(skill)) {
        exportSigned(skill, tr("Export the badge"), exchange::exportFileName(tr("%1 badge", "a skill").arg(found->title), u"jws"_s));
    }
}

void SignedExports::exportRecord()
{
    const QString course = tr("%1 record", "a course").arg(m_workspace.course().title);
    exportSigned({}, tr("Export the learner record"), exchange::exportFileName(course, u"jws"_s));
}

/// What is signed is the plan as it is when the person has chosen where it goes.
void SignedExports::exportSigned(const QString& skill, const QString& title, const QString& name)
{
    SigningDialog dialog(m_ring, m_workspace.progress().learnerName(), m_window);
    dialog.setObjectName(u"signDialog"_s);
    dialog.setWindowTitle(title);
    if (dialog.exec() != QDialog::Accepted) {
        return;
    }
    const QString path = askWhereTo(m_window, m_settings, title, name);
    if (path.isEmpty()) {
        return;
    }
    const Result<exchange::PlanDocument> plan = session::planOf(m_workspace);
    if (!plan) {
        Q_EMIT said(ErrorSentence::of(plan.error()), NoticeTone::Error);
        return;
    }
    m_files.exportMade(
        path, [plan = *plan, skill, key = dialog.key(), now = m_workspace.now()] { return session::credentialOf(plan, skill, *key, now); },
        tr("Wrote %1, signed.").arg(isolated(path)));
}

} // namespace waymark::ui
