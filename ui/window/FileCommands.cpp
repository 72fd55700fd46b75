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
    m_look.setParent(this);
    m_look.setObjectName(u"export.look"_s);
    m_look.setInterval(lookEvery);
    connect(&m_look, &QTimer::timeout, this, [this] {
        if (const int permille = m_writing->permille; permille > 0) { // not every format can say how far it is
            Q_EMIT waitingMoved(permille);
        }
        m_cancel->setEnabled(!m_writing->isDecided || !m_waiting.isEmpty()); // else there is nothing left to give up
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
    actions["file.backup"]->setEnabled(!m_workspace.isReadOnly()); // one that falls behind later can still be copied: that reads it anew
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
            const auto begin = [this, format, path]() -> Work {
                return [library = session::stillOf(m_workspace), format, path](
                           Writing& writing, const std::stop_token& stop) { return writePlan(library, format, path, writing, stop); };
            };
            want(toFile(path, begin, [this, format, path](const Result<void>& done) {
                finish(done, path, done ? exportCaution(m_workspace, format) : QString());
            }));
        }
    }
}

FileCommands::Wanted FileCommands::toFile(const QString& path, std::function<Work()> begin, Finish finish)
{
    const QString name = shownLine(QFileInfo(path).fileName());
    return { name, tr("Writing %1 …").arg(isolated(name)), std::move(begin), std::move(finish) };
}

void FileCommands::want(Wanted wanted)
{
    m_waiting.append(std::move(wanted));
    next();
}

void FileCommands::next()
{
    if (m_task.isRunning()) {
        return;
    }
    if (m_waiting.isEmpty()) {
        end(m_isAllWritten);
        return;
    }
    const Wanted wanted = m_waiting.takeFirst();
    m_name = wanted.name;
    m_writing = std::make_shared<Writing>();
    m_look.start();
    m_cancel->setEnabled(true);
    Q_EMIT waitingBegan(wanted.words, m_cancel);
    m_task.start([work = wanted.begin(), writing = m_writing](const std::stop_token& stop) { return work(*writing, stop); },
        [this, finish = wanted.finish](const Result<void>& done) {
            m_look.stop();
            Q_EMIT waitingEnded();
            m_isAllWritten = m_isAllWritten && done;
            finish(done);
            if (!done && m_failure.isEmpty()) {
                m_failure = m_told;
            }
            next();
        });
}

PdfProgress FileCommands::progressOf(Writing& writing, const std::stop_token& stop)
{
    return [&writing, stop](int done, int total) {
        constexpr int whole = 1000;
        writing.permille = done * whole / std::max(1, total);
        return !stop.stop_requested();
    };
}

/// On the worker.
Result<void> FileCommands::writePlan(
    const session::StillLibrary& library, const QString& format, const QString& path, Writing& writing, const std::stop_token& stop)
{
    const PdfProgress goesOn = progressOf(writing, stop);
    const auto workspace = goesOn(0, 1) ? library() : domain::failure(domain::ErrorCode::Cancelled);
    const auto bytes
        = workspace ? exportPlan(**workspace, format, goesOn, { path, {} }) : Result<QByteArray>(tl::unexpected(workspace.error()));
    return bytes.and_then([&](const QByteArray& made) { return place(path, made, writing, stop); });
}

Result<void> FileCommands::place(const QString& path, const QByteArray& bytes, Writing& writing, const std::stop_token& stop)
{
    return writeExport(path, bytes, true, [&] { return !stop.stop_requested() && !writing.isDecided.exchange(true); });
}

QString FileCommands::printName(const QString& title)
{
    return tr("the print of %1", "a lesson, in a list of files").arg(isolated(title));
}

QStringList FileCommands::pending() const
{
    QStringList names;
    if (m_task.isRunning()) {
        names.append(m_name);
    }
    for (const Wanted& each : m_waiting) {
        names.append(each.name);
    }
    return names;
}

/// What was written or given up since is no reason to overlook a failure.
void FileCommands::end(bool isAllWritten)
{
    if (!m_failure.isEmpty() && m_failure != m_told) {
        tell(m_failure, NoticeTone::Error);
    }
    m_failure.clear();
    m_isAllWritten = true;
    Q_EMIT ended(isAllWritten);
}

void FileCommands::tell(const QString& text, NoticeTone tone)
{
    m_told = text;
    Q_EMIT said(text, tone);
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

QStringList FileCommands::drop()
{
    QStringList names = pending();
    m_waiting.clear();
    m_failure.clear();
    if (m_task.isRunning() && !stop()) {
        names.removeFirst();
    }
    return names;
}

/// What waits is given up, even where what is written cannot be any more.
void FileCommands::cancel()
{
    m_isAllWritten = m_isAllWritten && m_waiting.isEmpty();
    m_waiting.clear();
    if (stop()) {
        tell(ErrorSentence::of({ domain::ErrorCode::Cancelled, {}, {} }), NoticeTone::Info);
        end(false);
    }
}

void FileCommands::keep(const QString& title, const QString& name, const QByteArray& bytes)
{
    if (const QString path = askWhereTo(m_window, m_settings, title, name); !path.isEmpty()) {
        finish(writeExport(path, bytes, true), path);
    }
}

void FileCommands::exportMade(const QString& path, std::function<Result<QByteArray>()> make, const QString& wrote)
{
    const Work work = [make = std::move(make), path](Writing& writing, const std::stop_token& stop) {
        return make().and_then([&](const QByteArray& made) { return place(path, made, writing, stop); });
    };
    const auto finish = [this, wrote](const Result<void>& done) {
        if (done) {
            tell(wrote, NoticeTone::Success);
        } else {
            fail(done.error());
        }
    };
    want(toFile(
        path, [work] { return work; }, finish));
}

void FileCommands::exportLesson(const QString& skill)
{
    const domain::Skill* found = m_workspace.roadmap().find(skill);
    if (found == nullptr) {
        return;
    }
    const QString path = askWhereTo(m_window, m_settings, tr("Export the lesson"), exchange::exportFileName(found->title, u"pdf"_s));
    if (path.isEmpty()) {
        return;
    }
    auto lesson = printableLesson(m_workspace, skill);
    if (!lesson) {
        fail(lesson.error());
        return;
    }
    const Work work = [lesson = std::move(*lesson), path](Writing& writing, const std::stop_token& stop) {
        return lessonPdf(lesson, progressOf(writing, stop)).and_then([&](const QByteArray& pdf) {
            return place(path, pdf, writing, stop);
        });
    };
    want(toFile(
        path, [work] { return work; }, [this, path](const Result<void>& done) { finish(done, path); }));
}

void FileCommands::printLesson(const QString& skill)
{
    const domain::Skill* found = m_workspace.roadmap().find(skill);
    if (found == nullptr) {
        return;
    }
    const auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    printer->setDocName(found->title);
    QPrintDialog dialog(printer.get(), m_window);
    dialog.setOption(QAbstractPrintDialog::PrintPageRange, false);
    if (dialog.exec() != QDialog::Accepted) {
        return;
    }
    auto lesson = printableLesson(m_workspace, skill);
    if (!lesson) {
        fail(lesson.error());
        return;
    }
    const QString target = printer->outputFileName().isEmpty() ? printer->printerName() : printer->outputFileName();
    const QString words = tr("Printing \"%1\" …").arg(isolated(lesson->skill.title));
    const QString title = lesson->skill.title;
    const Work work = [lesson = std::move(*lesson), printer](
                          Writing& writing, const std::stop_token& stop) { return print(lesson, *printer, writing, stop); };
    want({ printName(title), words, [work] { return work; },
        [this, title, target](const Result<void>& done) { finishPrint(done, title, target); } });
}

/// On the worker. A printer prints what it has got when the painting ends, however that ends: so it can be given up until the first page.
Result<void> FileCommands::print(const PrintableLesson& lesson, QPrinter& printer, Writing& writing, const std::stop_token& stop)
{
    const auto goesOn = [&writing, tell = progressOf(writing, stop)](int done, int total) {
        const bool beginsToPaint = done == 0 && total > 0;
        return beginsToPaint ? tell(done, total) && !writing.isDecided.exchange(true) : tell(done, total) || done > 0;
    };
    const Result<void> printed = ui::printLesson(lesson, printer, goesOn);
    return printed && printer.printerState() == QPrinter::Error ? domain::failure(domain::ErrorCode::Io) : printed;
}

void FileCommands::finishPrint(const Result<void>& printed, const QString& title, const QString& target)
{
    if (printed) {
        tell(tr("Sent \"%1\" to %2.").arg(isolated(title), isolated(target)), NoticeTone::Success);
    } else if (printed.error().code == domain::ErrorCode::Io) {
        tell(tr("%1 did not take the lesson. Look at the printer, or export the lesson as PDF.").arg(isolated(target)), NoticeTone::Error);
    } else {
        fail(printed.error());
    }
}

void FileCommands::finish(const Result<void>& written, const QString& path, const QString& caution)
{
    if (written && !caution.isEmpty()) {
        tell(tr("Wrote %1. %2", "a file, and a sentence about it").arg(isolated(path), caution), NoticeTone::Info);
    } else if (written) {
        tell(tr("Wrote %1.").arg(isolated(path)), NoticeTone::Success);
    } else {
        fail(written.error());
    }
}

void FileCommands::fail(const domain::Error& error)
{
    tell(ErrorSentence::of(error), NoticeTone::Error);
}

} // namespace waymark::ui
