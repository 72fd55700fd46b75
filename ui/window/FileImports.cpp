// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/window/FileImports.h>

#include <ui/ReadOnly.h>
#include <ui/window/Actions.h>
#include <ui/window/PlainBox.h>
#include <ui/window/WindowSettings.h>
#include <ui/words/CourseWords.h>
#include <ui/words/ErrorSentence.h>
#include <ui/words/Isolated.h>
#include <ui/words/LocalTime.h>
#include <ui/words/ReadOnlyWords.h>
#include <ui/words/ReviewWords.h>

#include <exchange/SigningKey.h>

#include <QAction>
#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>
#include <QPushButton>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace waymark::ui {

using domain::Result;
using session::BroughtFile;

FileImports::FileImports(session::Workspace& workspace, WindowSettings& settings, QWidget* window)
    : QObject(window)
    , m_workspace(workspace)
    , m_settings(settings)
    , m_window(window)
    , m_cancel(new QAction(tr("Cancel"), this))
{
    m_cancel->setObjectName(u"import.cancel"_s);
    connect(m_cancel, &QAction::triggered, this, &FileImports::cancel);
}

void FileImports::bind(Actions& actions)
{
    m_undo = actions["edit.undo"];
    connect(actions["file.import"], &QAction::triggered, this, &FileImports::askForImport);
    connect(actions["file.install-course"], &QAction::triggered, this, &FileImports::askForCourse);
    followReadOnly(m_workspace, *actions["file.import"]);
    followReadOnly(m_workspace, *actions["file.install-course"]);
}

void FileImports::askForImport()
{
    const QString path = QFileDialog::getOpenFileName(m_window, tr("Import a review, a plan or a course"), m_settings.lastFolder(),
        tr("Reviews, plans and courses (*.wayreview *.html *.htm *.json *.md *.waycourse);;All files (*)"));
    if (!path.isEmpty()) {
        m_settings.setLastFolder(QFileInfo(path).absolutePath());
        import(path);
    }
}

void FileImports::askForCourse()
{
    const QString path = QFileDialog::getOpenFileName(
        m_window, tr("Install a course"), m_settings.lastFolder(), tr("Courses (*.waycourse);;All files (*)"));
    if (!path.isEmpty()) {
        m_settings.setLastFolder(QFileInfo(path).absolutePath());
        m_waiting.append({ path, session::readBroughtCourse });
        next();
    }
}

void FileImports::import(const QString& path)
{
    m_waiting.append({ path, session::readBroughtFile });
    next();
}

/// One after the other, each with its question.
void FileImports::next()
{
    if (m_isBusy || m_waiting.isEmpty()) {
        return;
    }
    m_isBusy = true;
    const Waiting first = m_waiting.takeFirst();
    Q_EMIT waitingBegan(tr("Reading %1 …").arg(isolated(QFileInfo(first.path).fileName())), m_cancel);
    m_reading.start([first](const std::stop_token&) { return first.read(first.path); },
        [this, path = first.path](const Result<BroughtFile>& file) {
            Q_EMIT waitingEnded();
            if (file) {
                take(*file, path);
            } else {
                fail(file.error());
            }
            m_isBusy = false;
            next();
        });
}

void FileImports::cancel()
{
    m_reading.cancel();
    m_waiting.clear();
    m_isBusy = false;
    Q_EMIT waitingEnded();
    Q_EMIT said(ErrorSentence::of({ domain::ErrorCode::Cancelled, {}, {} }), NoticeTone::Info);
}

void FileImports::take(const BroughtFile& file, const QString& path)
{
    if (const auto* course = std::get_if<exchange::CourseReading>(&file)) {
        takeCourse(course->content);
    } else if (const auto* review = std::get_if<exchange::ReviewDocument>(&file)) {
        takeReview(*review, path);
    } else if (const auto* plan = std::get_if<exchange::PlanDocument>(&file)) {
        takePlan(session::arrivedPlan(*plan, m_workspace.context()), path);
    } else {
        takePlan(session::arrivedPlan(std::get<session::PlanTicks>(file), m_workspace.context()), path);
    }
}

int FileImports::ask(const QString& title, const QStringList& lines, const std::vector<Choice>& choices)
{
    QMessageBox box(m_window);
    box.setObjectName(u"importPreview"_s);
    box.setWindowTitle(title);
    box.setText(title);
    box.setInformativeText(lines.join(u'\n'));
    showPlainly(box);
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

/// Nobody is asked what would be refused.
bool FileImports::isRefused()
{
    const QString obstacle = ReadOnlyWords::obstacle(m_workspace);
    if (!obstacle.isEmpty()) {
        Q_EMIT said(obstacle, NoticeTone::Warning);
    }
    return !obstacle.isEmpty();
}

void FileImports::takeCourse(const domain::CourseContent& content)
{
    if (isRefused()) {
        return;
    }
    const domain::Course& read = content.course;
    const QString text
        = tr("%1, version %2, with %n skill(s). What you have recorded stays.", nullptr, static_cast<int>(read.skills.size()))
              .arg(isolated(read.title), isolated(read.version));
    QStringList lines { text };
    for (const QString& line : CourseWords::ofChange(m_workspace.course(), read, m_workspace.courseKeeping(content))) {
        lines += { QString(), line };
    }
    if (ask(tr("Install this course?"), lines, { { tr("Install"), u"importAccept"_s } }) < 0) {
        return;
    }
    const Result<domain::FormerCourse> installed = m_workspace.installCourse(content);
    if (!installed) {
        return; // the workspace has said why
    }
    if (*installed == domain::FormerCourse::Kept) {
        Q_EMIT offered(tr("Installed %1, version %2.").arg(isolated(read.title), isolated(read.version)), NoticeTone::Success, m_undo);
    } else if (*installed == domain::FormerCourse::Lost) {
        const QString sentence
            = tr("Installed %1, version %2. The course that it replaces is too large to be kept, or damaged: undo cannot "
                 "bring it back, only its file can.");
        Q_EMIT said(sentence.arg(isolated(read.title), isolated(read.version)), NoticeTone::Warning);
    } else { // the same edition once more, or the first course
        Q_EMIT said(tr("Installed %1, version %2.").arg(isolated(read.title), isolated(read.version)), NoticeTone::Success);
    }
}

/// By its id; a plan under the learner's own name is taken for one from another library of theirs.
bool FileImports::isOfAnother(const session::ArrivedPlan& plan) const
{
    const Result<QString> own = m_workspace.libraryId();
    const bool hasOwnName = !plan.learner.isEmpty() && plan.learner == m_workspace.progress().learnerName();
    return own && !plan.plan.isEmpty() && plan.plan != *own && !hasOwnName;
}

QStringList FileImports::linesOf(const session::ArrivedPlan& plan)
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

/// Else it is answered, where somebody says so: that changes nothing in the library.
bool FileImports::isOwnWork(const session::ArrivedPlan& plan, const QString& path)
{
    const QString title
        = plan.learner.isEmpty() ? tr("What is this plan for?") : tr("What is the plan of %1 for?").arg(isolated(plan.learner));
    const QString obstacle = ReadOnlyWords::obstacle(m_workspace);
    std::vector<Choice> choices { { tr("Answer it as a mentor"), u"answerPlan"_s } };
    QStringList lines { tr("Answer it if you are the mentor."), obstacle };
    if (obstacle.isEmpty()) {
        choices.emplace_back(tr("Import it into this library"), u"importAccept"_s);
        lines = QStringList(tr("Answer it if you are the mentor. Import it if it is your own work.")) + linesOf(plan);
    }
    const int chosen = ask(title, lines, choices);
    if (chosen == 0) {
        Q_EMIT planToAnswer(path);
    }
    return chosen == 1;
}

void FileImports::takePlan(const Result<session::ArrivedPlan>& plan, const QString& path)
{
    if (!plan) {
        fail(plan.error());
        return;
    }
    const Choice import { tr("Import"), u"importAccept"_s };
    if (isOfAnother(*plan)) {
        if (!isOwnWork(*plan, path)) {
            return;
        }
    } else if (isRefused() || (!plan->edit.changes.empty() && ask(tr("Import this plan?"), linesOf(*plan), { import }) < 0)) {
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
    Q_EMIT offered(tr("Imported the plan."), NoticeTone::Success, m_undo);
}

QStringList FileImports::linesOf(const session::ArrivedReview& arrived) const
{
    const exchange::ReviewDocument& review = arrived.review;
    const QString name = ReviewWords::reviewer(review.reviewer.name);
    QStringList lines { tr("%1 · %2 · %3", "role, moment, how much a review says")
                            .arg(ReviewWords::role(review.reviewer.role), momentText(review.created, m_workspace.zone()),
                                ReviewWords::contents(review)),
        QString(), ReviewWords::signature(arrived.arrival.signature, name, arrived.arrival.keyOwner) };
    if (arrived.arrival.signature == domain::SignatureState::Unknown) {
        lines.append(tr("The words of the key: %1").arg(ReviewWords::fingerprint(exchange::fingerprintOf(review.signature->key))));
    }
    lines += ReviewWords::cautions(arrived.arrival, name);
    lines += { QString(), tr("Taking it in changes nothing yet: you decide about each thing that it says.") };
    return lines;
}

void FileImports::takeReview(const exchange::ReviewDocument& review, const QString& path)
{
    const Result<session::ArrivedReview> arrived = session::ReviewShelf(m_workspace).judge(review, path);
    if (!arrived) {
        fail(arrived.error());
        return;
    }
    const QString id = arrived->review.review;
    const QString name = ReviewWords::reviewer(arrived->review.reviewer.name);
    if (arrived->arrival.isThere) {
        Q_EMIT said(tr("You have this review by %1 already.").arg(isolated(name)), NoticeTone::Info);
        Q_EMIT placeRequested({ PageId::Mentor, id, {} });
        return;
    }
    if (isRefused()) {
        return;
    }
    if (ask(tr("Take in the review by %1?").arg(isolated(name)), linesOf(*arrived), { { tr("Take in"), u"importAccept"_s } }) < 0) {
        return;
    }
    if (const auto applied = m_workspace.apply(arrived->arrival.edit); !applied) {
        fail(applied.error());
        return;
    }
    Q_EMIT said(tr("Took in the review by %1.").arg(isolated(name)), NoticeTone::Success);
    Q_EMIT placeRequested({ PageId::Mentor, id, {} });
}

void FileImports::fail(const domain::Error& error)
{
    Q_EMIT said(ErrorSentence::of(error), NoticeTone::Error);
}

} // namespace waymark::ui
