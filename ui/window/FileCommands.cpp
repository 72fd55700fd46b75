// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/window/FileCommands.h>

#include <ui/lesson/LessonPrint.h>
#include <ui/print/PlanExports.h>
#include <ui/window/WhereTo.h>
#include <ui/words/ErrorSentence.h>
#include <ui/words/Isolated.h>
#include <ui/words/ShownText.h>

#include <exchange/ExportFormats.h>

#include <QAction>
#include <QFileInfo>
#include <QPrintDialog>
#include <QPrinter>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace waymark::ui {

using domain::Result;

FileCommands::FileCommands(session::Workspace& workspace, WindowSettings& settings, QWidget* window)
    : QObject(window)
    , m_workspace(workspace)
    , m_settings(settings)
    , m_window(window)
    , m_cancel(new QAction(tr("Cancel"), this))
{
    constexpr int lookEvery = 100; // milliseconds
    m_cancel->setObjectName(u"export.stop"_s);
    m_look.setInterval(lookEvery);
    connect(&m_look, &QTimer::timeout, this, [this] {
        if (const int permille = m_writing->permille; permille > 0) { // not every format can say how far it is
            Q_EMIT waitingMoved(permille);
        }
    });
    connect(m_cancel, &QAction::triggered, this, &FileCommands::cancel);
}

void FileCommands::bind(Actions& actions)
{
    const std::pair<const char*, QString> exports[]
        = { { "file.export.plan", u"plan"_s }, { "file.export.json", u"json"_s }, { "file.export.markdown", u"markdown"_s },
              { "file.export.csv", u"csv"_s }, { "file.export.pdf", u"pdf"_s }, { "file.export.svg", u"svg"_s },
              { "file.export.png", u"png"_s }, { "file.export.ics", u"ics"_s }, { "file.export.summary", u"summary"_s } };
    for (const auto& [id, format] : exports) {
        connect(actions[id], &QAction::triggered, this, [this, chosen = format] { exportAs(chosen); });
    }
    actions["file.backup"]->setEnabled(!m_workspace.isReadOnly());
}

/// The dialog has asked before it gives out the path of a file that is there, so it may be replaced.
void FileCommands::exportAs(const QString& format)
{
    for (const PlanExport& each : planExports()) {
        if (each.id != format) {
            continue;
        }
        const QString path = askWhereTo(m_window, m_settings, tr("Export %1").arg(each.title), exportFileNameFor(m_workspace, each));
        if (!path.isEmpty()) {
            m_waiting.append({ format, path });
            next();
        }
    }
}

void FileCommands::next()
{
    if (m_task.isRunning()) {
        return;
    }
    if (m_waiting.isEmpty()) {
        Q_EMIT ended(std::exchange(m_isAllWritten, true));
        return;
    }
    const Wanted wanted = m_waiting.takeFirst();
    m_writing = std::make_shared<Writing>();
    m_look.start();
    Q_EMIT waitingBegan(tr("Writing %1 …").arg(isolated(shownLine(QFileInfo(wanted.path).fileName()))), m_cancel);
    m_task.start([library = session::stillOf(m_workspace), wanted, writing = m_writing](
                     const std::stop_token& stop) { return written(library, wanted, *writing, stop); },
        [this, wanted](const Result<void>& done) {
            m_look.stop();
            Q_EMIT waitingEnded();
            m_isAllWritten = m_isAllWritten && done;
            finish(done, wanted.path, done ? exportCaution(m_workspace, wanted.format) : QString());
            next();
        });
}

/// On the worker.
Result<void> FileCommands::written(
    const session::StillLibrary& library, const Wanted& wanted, Writing& writing, const std::stop_token& stop)
{
    constexpr int whole = 1000;
    const auto goesOn = [&](int done, int total) {
        writing.permille = done * whole / std::max(1, total);
        return !stop.stop_requested();
    };
    const auto workspace = goesOn(0, 1) ? library() : domain::failure(domain::ErrorCode::Cancelled);
    const auto bytes = workspace ? exportPlan(**workspace, wanted.format, goesOn, { wanted.path, {} })
                                 : Result<QByteArray>(tl::unexpected(workspace.error()));
    return bytes.and_then([&](const QByteArray& made) {
        return writeExport(wanted.path, made, true, [&] { return !stop.stop_requested() && !writing.isDecided.exchange(true); });
    });
}

int FileCommands::pending() const
{
    return static_cast<int>(m_waiting.size()) + (m_task.isRunning() ? 1 : 0);
}

/// False where the file takes its name at this moment: it is said to be written next.
bool FileCommands::stop()
{
    if (!m_task.isRunning() || m_writing->isDecided.exchange(true)) {
        return false;
    }
    m_task.cancel();
    m_look.stop();
    Q_EMIT waitingEnded();
    return true;
}

void FileCommands::drop()
{
    m_waiting.clear();
    static_cast<void>(stop());
}

void FileCommands::cancel()
{
    if (stop()) {
        m_waiting.clear();
        Q_EMIT said(ErrorSentence::of({ domain::ErrorCode::Cancelled, {}, {} }), NoticeTone::Info);
        m_isAllWritten = true;
        Q_EMIT ended(false);
    }
}

void FileCommands::keep(const QString& title, const QString& name, const QByteArray& bytes)
{
    if (const QString path = askWhereTo(m_window, m_settings, title, name); !path.isEmpty()) {
        finish(writeExport(path, bytes, true), path);
    }
}

void FileCommands::exportLesson(const QString& skill)
{
    const domain::Skill* found = m_workspace.roadmap().find(skill);
    if (found == nullptr) {
        return;
    }
    const QString path = askWhereTo(m_window, m_settings, tr("Export the lesson"), exchange::exportFileName(found->title, u"pdf"_s));
    if (!path.isEmpty()) {
        finish(writeLessonPdf(m_workspace, skill, path), path);
    }
}

void FileCommands::printLesson(const QString& skill)
{
    const domain::Skill* found = m_workspace.roadmap().find(skill);
    if (found == nullptr) {
        return;
    }
    QPrinter printer(QPrinter::HighResolution);
    printer.setDocName(found->title);
    QPrintDialog dialog(&printer, m_window);
    dialog.setOption(QAbstractPrintDialog::PrintPageRange, false);
    if (dialog.exec() != QDialog::Accepted) {
        return;
    }
    const QString target = printer.outputFileName().isEmpty() ? printer.printerName() : printer.outputFileName();
    if (const auto printed = ui::printLesson(m_workspace, skill, printer); !printed) {
        fail(printed.error());
    } else if (printer.printerState() == QPrinter::Error) {
        Q_EMIT said(
            tr("%1 did not take the lesson. Look at the printer, or export the lesson as PDF.").arg(isolated(target)), NoticeTone::Error);
    } else {
        Q_EMIT said(tr("Sent \"%1\" to %2.").arg(isolated(found->title), isolated(target)), NoticeTone::Success);
    }
}

void FileCommands::finish(const Result<void>& written, const QString& path, const QString& caution)
{
    if (written && !caution.isEmpty()) {
        Q_EMIT said(tr("Wrote %1. %2", "a file, and a sentence about it").arg(isolated(path), caution), NoticeTone::Info);
    } else if (written) {
        Q_EMIT said(tr("Wrote %1.").arg(isolated(path)), NoticeTone::Success);
    } else {
        fail(written.error());
    }
}

void FileCommands::fail(const domain::Error& error)
{
    Q_EMIT said(ErrorSentence::of(error), NoticeTone::Error);
}

} // namespace waymark::ui
