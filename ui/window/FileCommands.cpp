// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/window/FileCommands.h>

#include <ui/lesson/LessonPrint.h>
#include <ui/print/PlanExports.h>
#include <ui/window/WhereTo.h>
#include <ui/words/ErrorSentence.h>
#include <ui/words/ReviewWords.h>

#include <exchange/CourseReader.h>
#include <exchange/ExportFormats.h>
#include <exchange/SigningKey.h>

#include <QDateTime>
#include <QFileDialog>
#include <QFileInfo>
#include <QLocale>
#include <QMessageBox>
#include <QPrintDialog>
#include <QPrinter>
#include <QProgressDialog>
#include <QPushButton>

#include <algorithm>

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

/// The dialog has asked before it gives out the path of a file that is there, so it may be replaced.
void FileCommands::exportAs(const QString& format)
{
    for (const PlanExport& each : planExports()) {
        if (each.id != format) {
            continue;
        }
        const QString path = askWhereTo(m_window, m_settings, tr("Export %1").arg(each.title), exportFileNameFor(m_workspace, each));
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
        Q_EMIT said(tr("%1 did not take the lesson. Look at the printer, or export the lesson as PDF.").arg(target), NoticeTone::Error);
    } else {
        Q_EMIT said(tr("Sent \"%1\" to %2.").arg(found->title, target), NoticeTone::Success);
    }
}

void FileCommands::askForImport()
{
    const QString path = QFileDialog::getOpenFileName(m_window, tr("Import a review, a plan or a course"), m_settings.lastFolder(),
        tr("Reviews, plans and courses (*.wayreview *.html *.htm *.json *.md *.waycourse);;All files (*)"));
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
    } else if (session::isReview(path)) {
        importReview(path);
    } else {
        importPlan(path);
    }
}

int FileCommands::ask(const QString& title, const QStringList& lines, const std::vector<Choice>& choices)
{
    QMessageBox box(m_window);
    box.setObjectName(u"importPreview"_s);
    box.setTextFormat(Qt::PlainText);
    box.setWindowTitle(title);
    box.setText(title);
    box.setInformativeText(lines.join(u'\n'));
    std::vector<QAbstractButton*> buttons;
    for (const auto& [text, name] : choices) {
        buttons.push_back(box.addButton(text, QMessageBox::AcceptRole));
        buttons.back()->setObjectName(name);
    }
    box.addButton(QMessageBox::Cancel);
    box.setDefaultButton(qobject_cast<QPushButton*>(buttons.front()));
    box.exec();
    const auto clicked = std::find(buttons.begin(), buttons.end(), box.clickedButton());
    return clicked == buttons.end() ? -1 : static_cast<int>(clicked - buttons.begin());
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
    if (ask(tr("Install this course?"), { text }, { { tr("Install"), u"importAccept"_s } }) < 0) {
        return;
    }
    if (const Result<void> installed = m_workspace.installCourse(course->content); !installed) {
        fail(installed.error());
        return;
    }
    Q_EMIT said(tr("Installed %1.").arg(read.title), NoticeTone::Success);
}

/// By its id; a plan under the learner's own name is taken for one from another library of theirs.
bool FileCommands::isOfAnother(const session::ArrivedPlan& plan) const
{
    const Result<QString> own = m_workspace.libraryId();
    const bool hasOwnName = !plan.learner.isEmpty() && plan.learner == m_workspace.progress().learnerName();
    return own && !plan.plan.isEmpty() && plan.plan != *own && !hasOwnName;
}

QStringList FileCommands::linesOf(const session::ArrivedPlan& plan)
{
    QStringList lines { tr("%n record(s) would change; one step of undo takes them back.", nullptr, plan.preview.changes()) };
    if (!plan.preview.skills.isEmpty()) {
        lines.append(tr("They belong to %n skill(s).", nullptr, static_cast<int>(plan.preview.skills.size())));
    }
    if (plan.preview.otherCourse) {
        lines.append(tr("The plan is of another course than the installed one."));
    }
    if (plan.preview.otherLearner) {
        lines.append(tr("The plan is of another learner; the name in this library stays."));
    }
    if (plan.preview.altered) {
        lines.append(tr("The file was changed after Waymark wrote it."));
    }
    return lines;
}

void FileCommands::importPlan(const QString& path)
{
    const Result<session::ArrivedPlan> plan = session::readPlanFile(path, m_workspace.context());
    if (!plan) {
        fail(plan.error());
        return;
    }
    const Choice import { tr("Import"), u"importAccept"_s };
    if (isOfAnother(*plan)) {
        const QString title = plan->learner.isEmpty() ? tr("What is this plan for?") : tr("What is the plan of %1 for?").arg(plan->learner);
        const int chosen
            = ask(title, QStringList(tr("Answer it if you are the mentor. Import it if it is your own work.")) + linesOf(*plan),
                { { tr("Answer it as a mentor"), u"answerPlan"_s }, { tr("Import it into this library"), u"importAccept"_s } });
        if (chosen == 0) {
            Q_EMIT planToAnswer(path);
        }
        if (chosen != 1) {
            return;
        }
    } else if (!plan->edit.changes.empty() && ask(tr("Import this plan?"), linesOf(*plan), { import }) < 0) {
        return;
    }
    if (plan->edit.changes.empty()) {
        Q_EMIT said(tr("Nothing to import: the library has it all."), NoticeTone::Info);
        return;
    }
    if (const auto applied = m_workspace.apply(plan->edit); !applied) {
        fail(applied.error());
        return;
    }
    Q_EMIT said(tr("Imported the plan."), NoticeTone::Success);
}

QStringList FileCommands::linesOf(const session::ArrivedReview& arrived) const
{
    const exchange::ReviewDocument& review = arrived.review;
    const QString name = ReviewWords::reviewer(review.reviewer.name);
    const QDateTime written = QDateTime::fromMSecsSinceEpoch(review.created, m_workspace.zone());
    QStringList lines { tr("%1 · %2 · %3", "role, moment, how much a review says")
                            .arg(ReviewWords::role(review.reviewer.role), QLocale().toString(written, QLocale::ShortFormat),
                                ReviewWords::contents(review)),
        QString(), ReviewWords::signature(arrived.arrival.signature, name) };
    if (arrived.arrival.signature == domain::SignatureState::Unknown) {
        lines.append(tr("The words of the key: %1").arg(ReviewWords::fingerprint(exchange::fingerprintOf(review.signature->key))));
    }
    lines += ReviewWords::cautions(arrived.arrival, name);
    lines += { QString(), tr("Taking it in changes nothing yet: you decide about each thing that it says.") };
    return lines;
}

void FileCommands::importReview(const QString& path)
{
    const Result<session::ArrivedReview> arrived = session::ReviewShelf(m_workspace).read(path);
    if (!arrived) {
        fail(arrived.error());
        return;
    }
    const QString id = arrived->review.review;
    const QString name = ReviewWords::reviewer(arrived->review.reviewer.name);
    if (arrived->arrival.isThere) {
        Q_EMIT said(tr("You have this review by %1 already.").arg(name), NoticeTone::Info);
        Q_EMIT placeRequested({ PageId::Mentor, id, {} });
        return;
    }
    if (ask(tr("Take in the review by %1?").arg(name), linesOf(*arrived), { { tr("Take in"), u"importAccept"_s } }) < 0) {
        return;
    }
    if (const auto applied = m_workspace.apply(arrived->arrival.edit); !applied) {
        fail(applied.error());
        return;
    }
    Q_EMIT said(tr("Took in the review by %1.").arg(name), NoticeTone::Success);
    Q_EMIT placeRequested({ PageId::Mentor, id, {} });
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
