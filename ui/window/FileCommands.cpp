// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/window/FileCommands.h>

#include <ui/lesson/LessonPrint.h>
#include <ui/print/PlanExports.h>
#include <ui/words/ErrorSentence.h>

#include <exchange/CourseReader.h>
#include <exchange/ExportFormats.h>
#include <session/PlanFiles.h>

#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>
#include <QPrintDialog>
#include <QPrinter>
#include <QProgressDialog>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace waymark::ui {

using domain::Result;

FileCommands::FileCommands(session::Workspace& workspace, WindowSettings& settings, QWidget* window)
    : QObject(window)
    , m_workspace(workspace)
    , m_settings(settings)
    , m_window(window)
{
}

void FileCommands::bind(Actions& actions)
{
    connect(actions["file.import"], &QAction::triggered, this, &FileCommands::askForImport);
    connect(actions["file.install-course"], &QAction::triggered, this, &FileCommands::askForCourse);
    const std::pair<const char*, QString> exports[] = { { "file.export.plan", u"plan"_s }, { "file.export.json", u"json"_s },
        { "file.export.markdown", u"markdown"_s }, { "file.export.csv", u"csv"_s }, { "file.export.pdf", u"pdf"_s },
        { "file.export.svg", u"svg"_s }, { "file.export.png", u"png"_s } };
    for (const auto& [id, format] : exports) {
        connect(actions[id], &QAction::triggered, this, [this, chosen = format] { exportAs(chosen); });
    }
    actions["file.import"]->setEnabled(!m_workspace.isReadOnly());
    actions["file.install-course"]->setEnabled(!m_workspace.isReadOnly());
    actions["file.backup"]->setEnabled(!m_workspace.isReadOnly());
}

QString FileCommands::askWhereTo(const QString& title, const QString& name, const QString& suffix)
{
    const QString proposal = m_settings.lastFolder() + u'/' + name;
    const QString path = QFileDialog::getSaveFileName(m_window, title, proposal, u"*."_s + suffix);
    if (!path.isEmpty()) {
        m_settings.setLastFolder(QFileInfo(path).absolutePath());
    }
    return path;
}

/// The dialog has asked before it gives out the path of a file that is there, so it may be replaced.
void FileCommands::exportAs(const QString& format)
{
    for (const PlanExport& each : planExports()) {
        if (each.id != format) {
            continue;
        }
        const QString path = askWhereTo(tr("Export %1").arg(each.title), exportFileNameFor(m_workspace, each), each.suffix);
        if (path.isEmpty()) {
            return;
        }
        QProgressDialog progress(tr("Exporting …"), tr("Cancel"), 0, 1, m_window);
        progress.setObjectName(u"exportProgress"_s);
        progress.setWindowModality(Qt::WindowModal);
        const Result<QByteArray> bytes = exportPlan(m_workspace, format, [&progress](int done, int total) {
            progress.setMaximum(total);
            progress.setValue(done);
            return !progress.wasCanceled();
        });
        if (bytes) {
            finish(writeExport(path, *bytes, true), path);
        } else {
            fail(bytes.error());
        }
    }
}

void FileCommands::exportLesson(const QString& skill)
{
    const domain::Skill* found = m_workspace.roadmap().find(skill);
    if (found == nullptr) {
        return;
    }
    const QString path = askWhereTo(tr("Export the lesson"), exchange::exportFileName(found->title, u"pdf"_s), u"pdf"_s);
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
        Q_EMIT said(tr("%1 did not take the lesson. Look at the printer, or export the lesson as PDF.").arg(target), NoticeTone::Error);
    } else {
        Q_EMIT said(tr("Sent \"%1\" to %2.").arg(found->title, target), NoticeTone::Success);
    }
}

void FileCommands::askForImport()
{
    const QString path = QFileDialog::getOpenFileName(m_window, tr("Import a plan or a course"), m_settings.lastFolder(),
        tr("Plans and courses (*.json *.md *.waycourse);;All files (*)"));
    if (!path.isEmpty()) {
        m_settings.setLastFolder(QFileInfo(path).absolutePath());
        import(path);
    }
}

void FileCommands::askForCourse()
{
    const QString path = QFileDialog::getOpenFileName(
        m_window, tr("Install a course"), m_settings.lastFolder(), tr("Courses (*.waycourse);;All files (*)"));
    if (!path.isEmpty()) {
        m_settings.setLastFolder(QFileInfo(path).absolutePath());
        importCourse(path);
    }
}

void FileCommands::import(const QString& path)
{
    if (session::isCourse(path)) {
        importCourse(path);
    } else {
        importPlan(path);
    }
}

bool FileCommands::confirm(const QString& title, const QString& text, const QString& act)
{
    QMessageBox box(m_window);
    box.setObjectName(u"importPreview"_s);
    box.setTextFormat(Qt::PlainText);
    box.setWindowTitle(title);
    box.setText(title);
    box.setInformativeText(text);
    QPushButton* doIt = box.addButton(act, QMessageBox::AcceptRole);
    doIt->setObjectName(u"importAccept"_s);
    box.addButton(QMessageBox::Cancel);
    box.exec();
    return box.clickedButton() == doIt;
}

void FileCommands::importCourse(const QString& path)
{
    const Result<exchange::CourseReading> course = exchange::readCourse(path);
    if (!course) {
        fail(course.error());
        return;
    }
    const domain::Course& read = course->content.course;
    const QString text
        = tr("%1, version %2, with %n skill(s). What you have recorded stays.", nullptr, static_cast<int>(read.skills.size()))
              .arg(read.title, read.version);
    if (!confirm(tr("Install this course?"), text, tr("Install"))) {
        return;
    }
    if (const Result<void> installed = m_workspace.installCourse(course->content); !installed) {
        fail(installed.error());
        return;
    }
    Q_EMIT said(tr("Installed %1.").arg(read.title), NoticeTone::Success);
}

void FileCommands::importPlan(const QString& path)
{
    const Result<session::ArrivedPlan> plan = session::readPlanFile(path, m_workspace.context());
    if (!plan) {
        fail(plan.error());
        return;
    }
    if (plan->edit.changes.empty()) {
        Q_EMIT said(tr("Nothing to import: the library has it all."), NoticeTone::Info);
        return;
    }
    QStringList lines { tr("%n record(s) would change; one step of undo takes them back.", nullptr, plan->preview.changes()) };
    if (!plan->preview.skills.isEmpty()) {
        lines.append(tr("They belong to %n skill(s).", nullptr, static_cast<int>(plan->preview.skills.size())));
    }
    if (plan->preview.otherCourse) {
        lines.append(tr("The plan is of another course than the installed one."));
    }
    if (plan->preview.otherLearner) {
        lines.append(tr("The plan is of another learner; the name in this library stays."));
    }
    if (plan->preview.altered) {
        lines.append(tr("The file was changed after Waymark wrote it."));
    }
    if (!confirm(tr("Import this plan?"), lines.join(u'\n'), tr("Import"))) {
        return;
    }
    if (const auto applied = m_workspace.apply(plan->edit); !applied) {
        fail(applied.error());
        return;
    }
    Q_EMIT said(tr("Imported the plan."), NoticeTone::Success);
}

void FileCommands::finish(const Result<void>& written, const QString& path)
{
    if (written) {
        Q_EMIT said(tr("Wrote %1.").arg(path), NoticeTone::Success);
    } else {
        fail(written.error());
    }
}

void FileCommands::fail(const domain::Error& error)
{
    Q_EMIT said(ErrorSentence::of(error), NoticeTone::Error);
}

} // namespace waymark::ui
