// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/mentor/PlansPane.h>

#include <ui/lists/ListStandIn.h>
#include <ui/lists/RecordTable.h>
#include <ui/lists/SearchField.h>
#include <ui/mentor/AfterDialogs.h>
#include <ui/mentor/ComparisonView.h>
#include <ui/print/MeetingPage.h>
#include <ui/theme/Controls.h>
#include <ui/theme/ElidedLabel.h>
#include <ui/words/ErrorSentence.h>
#include <ui/words/Isolated.h>

#include <domain/AtomicFile.h>
#include <exchange/ExportFormats.h>
#include <session/PlanFiles.h>

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QProgressBar>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark::ui {

using domain::Result;
using exchange::CohortPlan;

PlansPane::PlansPane(session::Workspace& workspace, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_model(workspace.zone())
    , m_filter(m_model)
{
    setObjectName(u"plansPane"_s);
    makeActions();
    m_sheet = new QWidget(this);
    auto* column = new QVBoxLayout(m_sheet);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::m);
    column->addLayout(makeBar());
    m_body = new QStackedWidget(m_sheet);
    m_body->addWidget(makeList());
    m_body->addWidget(makeReading());
    m_body->addWidget(makeNothing());
    column->addWidget(m_body, 1);
    column->addWidget(makeFoot());
    m_comparison = new ComparisonView(this);
    connect(m_comparison, &ComparisonView::leaveRequested, this, &PlansPane::leaveComparison);
    connect(m_comparison, &ComparisonView::waitingBegan, this, &PlansPane::waitingBegan);
    connect(m_comparison, &ComparisonView::waitingEnded, this, &PlansPane::waitingEnded);
    connect(m_comparison, &ComparisonView::failed, this,
        [this](const domain::Error& error) { Q_EMIT noticeRequested(ErrorSentence::of(error), NoticeTone::Error); });
    m_stack = new QStackedWidget(this);
    m_stack->addWidget(m_sheet);
    m_stack->addWidget(m_comparison);
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(m_stack);

    connect(&m_task, &session::CohortTask::finished, this, &PlansPane::arrived);
    connect(&m_task, &session::CohortTask::progressed, this, [this](int done, int all) {
        m_progress->setRange(0, all);
        m_progress->setValue(done);
    });
    connect(&m_filter, &QAbstractItemModel::rowsInserted, this, &PlansPane::follow);
    connect(&m_filter, &QAbstractItemModel::rowsRemoved, this, &PlansPane::follow);
    follow();
}

QWidget* PlansPane::searchField() const
{
    return m_stack->currentWidget() == m_sheet ? m_search : m_comparison->searchField();
}

void PlansPane::openFolder(const QString& folder)
{
    m_folder = QDir(folder).absolutePath();
    m_isStale = true;
    if (isVisible()) {
        refresh();
    }
}

void PlansPane::refresh()
{
    if (m_folder.isEmpty()) {
        return;
    }
    m_isStale = false;
    m_isStopped = false;
    m_progress->setRange(0, 0);
    m_task.request(m_folder);
    follow();
}

void PlansPane::arrived(const session::CohortTask::Reading& reading)
{
    if (reading) {
        m_model.setCohort(*reading);
    } else if (reading.error().code == domain::ErrorCode::Cancelled) {
        m_isStopped = true;
    } else {
        m_model.setCohort({});
        Q_EMIT noticeRequested(ErrorSentence::of(reading.error()), NoticeTone::Warning);
    }
    follow();
    begin();
}

void PlansPane::begin()
{
    if (!isVisible() || m_stack->currentWidget() != m_sheet || m_filter.rowCount() == 0) {
        return;
    }
    m_list->begin();
    if (m_body->currentWidget() == m_list && !m_search->hasFocus()) {
        m_list->setFocus(Qt::OtherFocusReason);
    }
}

void PlansPane::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (m_isStale) {
        refresh();
    }
}

void PlansPane::follow()
{
    if (m_count == nullptr) {
        return; // while the pane is made
    }
    const std::vector<int> rows = m_list->chosen();
    const bool arePlans = std::ranges::all_of(rows, [this](int row) { return m_model.planAt(row) != nullptr; });
    m_answer->setEnabled(rows.size() == 1 && arePlans);
    m_compare->setEnabled(arePlans && (rows.size() == 2 || (rows.size() == 1 && !m_model.planAt(rows[0])->earlier.empty())));
    m_page->setEnabled(m_model.planCount() > 0);
    m_refresh->setEnabled(!m_folder.isEmpty());
    const int shown = m_filter.rowCount();
    for (int row = 0; row < shown; ++row) {
        m_list->setFirstColumnSpanned(row, {}, m_model.planAt(m_filter.mapToSource(m_filter.index(row, 0)).row()) == nullptr);
    }
    m_count->setText(tr("%n plan(s)", nullptr, m_model.planCount()));
    m_where->setWhole(QDir::toNativeSeparators(m_folder));
    m_body->setCurrentIndex(m_task.isRunning() ? 1 : shown > 0 ? 0 : 2);
    m_foot->setVisible(!m_task.isRunning() && shown > 0);
    m_search->setEnabled(m_model.rowCount() > 0);
    m_waiting->setEnabled(m_model.rowCount() > 0);
    showNothing();
}

void PlansPane::showNothing()
{
    const bool isFiltered = m_model.rowCount() > 0;
    m_showAll->setVisible(isFiltered);
    m_first->setVisible(!isFiltered);
    m_nothing->setText(isFiltered
            ? (m_search->text().trimmed().isEmpty() ? tr("No learner waits for an answer.") : tr("No plan here has all of these words."))
            : m_isStopped ? tr("The folder was not read to the end.")
            : m_folder.isEmpty()
            ? tr("Keep the plans that learners send you in one folder, and choose it here. One file can also be dropped on this page.")
            : tr("There is no plan in %1 yet.").arg(isolated(QDir::toNativeSeparators(m_folder))));
}

QString PlansPane::pathOf(const QString& file) const
{
    return QDir(m_folder).filePath(file);
}

void PlansPane::askForFolder()
{
    const QString folder
        = QFileDialog::getExistingDirectory(this, tr("Where the plans lie"), m_folder.isEmpty() ? QDir::homePath() : m_folder);
    if (!folder.isEmpty()) {
        openFolder(folder);
    }
}

void PlansPane::askForFile()
{
    const QString file = QFileDialog::getOpenFileName(
        this, tr("Open a plan"), m_folder.isEmpty() ? QDir::homePath() : m_folder, tr("Plans (*.html *.htm *.json);;All files (*)"));
    if (!file.isEmpty()) {
        Q_EMIT answerRequested(file);
    }
}

bool PlansPane::isForMentor(const QString& path)
{
    const QFileInfo file(path);
    return file.isDir() || QStringList { u"html"_s, u"htm"_s, u"json"_s }.contains(file.suffix().toLower());
}

bool PlansPane::take(const QString& path)
{
    if (!isForMentor(path)) {
        return false;
    }
    if (QFileInfo(path).isDir()) {
        openFolder(path);
    } else {
        Q_EMIT answerRequested(path);
    }
    return true;
}

void PlansPane::answer()
{
    if (const std::vector<int> rows = m_list->chosen(); rows.size() == 1 && m_model.planAt(rows[0]) != nullptr) {
        Q_EMIT answerRequested(pathOf(m_model.fileAt(rows[0])));
    }
}

/// Two learners, or what the newest revision of one says beside an earlier one.
void PlansPane::compare()
{
    const std::vector<int> rows = m_list->chosen();
    ComparisonView::Sides sides;
    const CohortPlan& first = *m_model.planAt(rows.front());
    const auto choice = [this](const exchange::PlanSummary& plan) {
        return ComparisonView::Side { pathOf(plan.file),
            tr("%1, %2", "a learner, a date").arg(isolated(PlanListModel::nameOf(plan)), m_model.dayOf(plan.created)) };
    };
    if (rows.size() == 2) {
        sides.before = { choice(first.newest) };
        sides.after = choice(m_model.planAt(rows.back())->newest);
    } else {
        std::ranges::transform(first.earlier, std::back_inserter(sides.before), choice);
        sides.after = choice(first.newest);
    }
    m_stack->setCurrentWidget(m_comparison);
    m_comparison->show(std::move(sides));
}

void PlansPane::leaveComparison()
{
    m_stack->setCurrentWidget(m_sheet);
    if (isVisible()) { // else the person has gone on to another page
        m_list->setFocus(Qt::OtherFocusReason);
    }
}

/// Nobody waits for a page any more who has gone elsewhere: its dialog would come up over what is done there.
void PlansPane::hideEvent(QHideEvent* event)
{
    if (m_reading.isRunning() && !event->spontaneous()) { // else the window is only out of sight
        stopReading();
    }
    QWidget::hideEvent(event);
}

/// Of the chosen learner, or of the whole table where none or several are chosen.
void PlansPane::writePage()
{
    const std::vector<int> rows = m_list->chosen();
    const CohortPlan* one = rows.size() == 1 ? m_model.planAt(rows[0]) : nullptr;
    if (one != nullptr) {
        const QString file = pathOf(one->newest.file);
        Q_EMIT waitingBegan(tr("Reading %1 …").arg(isolated(one->newest.file)), m_stopReading);
        m_reading.start([file](const std::stop_token&) { return session::readPlanAt(file); },
            [this, name = exchange::exportFileName(unisolated(PlanListModel::nameOf(one->newest)), u"pdf"_s)](
                const Result<exchange::PlanDocument>& plan) {
                Q_EMIT waitingEnded();
                const auto save = [this, plan, name] {
                    savePage(
                        plan.and_then([this](const exchange::PlanDocument& read) { return MeetingPage(m_workspace).ofPlan(read); }), name);
                };
                afterDialogs(*this, [this, save] { m_workspace.whenStill(this, save); });
            });
        return;
    }
    std::vector<exchange::PlanSummary> shown;
    for (int row = 0; row < m_filter.rowCount(); ++row) {
        if (const CohortPlan* plan = m_model.planAt(m_filter.mapToSource(m_filter.index(row, 0)).row())) {
            shown.push_back(plan->newest);
        }
    }
    savePage(MeetingPage(m_workspace).ofTable(shown), tr("learners.pdf"));
}

void PlansPane::stopReading()
{
    m_reading.cancel();
    Q_EMIT waitingEnded();
}

void PlansPane::savePage(const Result<QByteArray>& pdf, const QString& name)
{
    if (!pdf) {
        Q_EMIT noticeRequested(ErrorSentence::of(pdf.error()), NoticeTone::Error);
        return;
    }
    const QString target = QFileDialog::getSaveFileName(this, tr("One page for the meeting"), QDir::home().filePath(name), u"*.pdf"_s);
    if (target.isEmpty()) {
        return;
    }
    if (const Result<void> written = domain::writeFileAtomically(target, *pdf); !written) {
        Q_EMIT noticeRequested(ErrorSentence::of(written.error()), NoticeTone::Error);
    } else {
        Q_EMIT noticeRequested(tr("Wrote %1.").arg(isolated(target)), NoticeTone::Success);
    }
}

QVariantMap PlansPane::view() const
{
    return { { u"folder"_s, m_folder }, { u"waitingOnly"_s, m_waiting->isChecked() }, { u"column"_s, m_filter.sortColumn() },
        { u"descending"_s, m_filter.sortOrder() == Qt::DescendingOrder } };
}

void PlansPane::restoreView(const QVariantMap& view)
{
    m_waiting->setChecked(view.value(u"waitingOnly"_s).toBool());
    const int column = view.value(u"column"_s, int(PlanListModel::WaitingColumn)).toInt();
    if (column >= 0 && column < PlanListModel::ColumnCount) {
        m_list->sortByColumn(column, view.value(u"descending"_s, true).toBool() ? Qt::DescendingOrder : Qt::AscendingOrder);
    }
    if (const QString folder = view.value(u"folder"_s).toString(); !folder.isEmpty()) {
        openFolder(folder);
    }
}

} // namespace waymark::ui
