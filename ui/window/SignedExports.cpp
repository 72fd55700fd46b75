// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/window/SignedExports.h>

#include <ui/mentor/SigningDialog.h>
#include <ui/print/PlanExports.h>
#include <ui/window/WhereTo.h>
#include <ui/window/WindowSettings.h>
#include <ui/words/ErrorSentence.h>
#include <ui/words/Isolated.h>
#include <ui/words/ShownText.h>

#include <exchange/ExportFormats.h>
#include <session/PlanMaking.h>

#include <QFileInfo>

#include <utility>

using namespace Qt::StringLiterals;

namespace waymark::ui {

using domain::Result;

SignedExports::SignedExports(session::Workspace& workspace, WindowSettings& settings, session::KeyRing ring, QWidget* window)
    : QObject(window)
    , m_workspace(workspace)
    , m_settings(settings)
    , m_ring(std::move(ring))
    , m_window(window)
{
}

QStringList SignedExports::pending() const
{
    return m_task.isRunning() ? QStringList(m_name) : QStringList();
}

QStringList SignedExports::drop()
{
    const QStringList names = pending();
    if (names.isEmpty() || m_isDecided->exchange(true)) {
        return {};
    }
    m_task.cancel();
    return names;
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
    m_name = shownLine(QFileInfo(path).fileName());
    m_isDecided = std::make_shared<std::atomic<bool>>(false);
    m_task.start(
        [plan = *plan, skill, key = dialog.key(), path, now = m_workspace.now(), isDecided = m_isDecided](const std::stop_token&) {
            return session::credentialOf(plan, skill, *key, now).and_then([&](const QByteArray& bytes) {
                return writeExport(path, bytes, true, [&isDecided] { return !isDecided->exchange(true); });
            });
        },
        [this, path](const Result<void>& written) { finish(written, path); });
}

void SignedExports::finish(const Result<void>& written, const QString& path)
{
    if (written) {
        Q_EMIT said(tr("Wrote %1, signed.").arg(isolated(path)), NoticeTone::Success);
    } else {
        Q_EMIT said(ErrorSentence::of(written.error()), NoticeTone::Error);
    }
    Q_EMIT ended(written.has_value());
}

} // namespace waymark::ui
