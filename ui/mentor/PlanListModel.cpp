// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/mentor/PlanListModel.h>

#include <ui/theme/Icons.h>
#include <ui/words/ErrorSentence.h>
#include <ui/words/Isolated.h>
#include <ui/words/LocalTime.h>
#include <ui/words/Words.h>

#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark::ui {

using exchange::PlanSummary;

PlanListModel::PlanListModel(QTimeZone zone, QObject* parent)
    : QAbstractTableModel(parent)
    , m_zone(std::move(zone))
{
}

void PlanListModel::setCohort(const exchange::Cohort& cohort)
{
    beginResetModel(); // another folder, or its files read anew
    m_rows.clear();
    m_plans = static_cast<int>(cohort.plans.size());
    for (const exchange::CohortPlan& plan : cohort.plans) {
        m_rows.push_back({ plan, std::nullopt });
    }
    for (const domain::Error& error : cohort.unreadable) {
        m_rows.push_back({ {}, error });
    }
    endResetModel();
}

const exchange::CohortPlan* PlanListModel::planAt(int row) const
{
    return at(row).error ? nullptr : &at(row).plan;
}

QString PlanListModel::fileAt(int row) const
{
    return at(row).error ? at(row).error->subject : at(row).plan.newest.file;
}

QString PlanListModel::textAt(int row) const
{
    const PlanSummary& plan = at(row).plan.newest;
    return QStringList { plan.learner, plan.goalTitle, plan.courseTitle, fileAt(row) }.join(u'\n');
}

QString PlanListModel::nameOf(const PlanSummary& plan)
{
    return plan.learner.isEmpty() ? tr("Without a name (%1)", "a plan, its file").arg(isolated(plan.file)) : plan.learner;
}

QString PlanListModel::dayOf(qint64 moment) const
{
    return moment == 0 ? QString() : dayText(moment, m_zone);
}

int PlanListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int PlanListModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant PlanListModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const Row& row = at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(row, index.column());
    case Qt::ToolTipRole: // Qt guesses rich text in a tooltip; escaped it cannot be mistaken
        return row.error ? u"<p>%1</p>"_s.arg(ErrorSentence::of(*row.error).toHtmlEscaped()) : QVariant();
    case Qt::AccessibleTextRole:
        return accessibleText(row, index.column());
    case SortRole:
        return sortValue(row, index.column());
    case ShareRole:
        return row.error || index.column() != ProgressColumn ? QVariant()
                                                             : double(row.plan.newest.done) / std::max(1, row.plan.newest.total);
    default:
        return look(row, index.column(), role);
    }
}

QVariant PlanListModel::look(const Row& row, int column, int role) const
{
    if (role == Qt::DecorationRole && column == LearnerColumn && row.error) {
        return icon(IconId::Warning, Tone::Mark);
    }
    if (role == Qt::TextAlignmentRole) {
        const bool isNumber = column == HoursColumn || column == WaitingColumn || column == QuestionsColumn;
        return QVariant::fromValue(Qt::Alignment(Qt::AlignVCenter | (isNumber ? Qt::AlignRight : Qt::AlignLeft)));
    }
    return {};
}

QString PlanListModel::text(const Row& row, int column) const
{
    if (row.error) {
        return column == LearnerColumn ? ErrorSentence::of(*row.error) : QString(); // it names the file, and spans the row
    }
    const PlanSummary& plan = row.plan.newest;
    const QLocale locale;
    switch (column) {
    case LearnerColumn:
        return nameOf(plan);
    case GoalColumn:
        return plan.goalTitle.isEmpty() ? tr("No goal") : plan.goalTitle;
    case ProgressColumn:
        return tr("%1 of %2", "done, total").arg(locale.toString(plan.done), locale.toString(plan.total));
    case HoursColumn:
        return Words::hours(plan.hoursLeft);
    case ReviewColumn:
        return plan.lastReview == 0 ? tr("Never") : dayOf(plan.lastReview);
    case WaitingColumn:
        return plan.waiting == 0 ? QString() : locale.toString(plan.waiting);
    case QuestionsColumn:
        return plan.questions == 0 ? QString() : locale.toString(plan.questions);
    default:
        return {};
    }
}

QString PlanListModel::accessibleText(const Row& row, int column) const
{
    if (row.error) {
        return text(row, column);
    }
    const PlanSummary& plan = row.plan.newest;
    switch (column) {
    case ProgressColumn:
        return tr("%1 of %2 skills reached").arg(QLocale().toString(plan.done), QLocale().toString(plan.total));
    case HoursColumn:
        return tr("%1 left", "hours to a goal").arg(text(row, column));
    case ReviewColumn:
        return plan.lastReview == 0 ? tr("Never reviewed") : tr("Last review on %1").arg(text(row, column));
    case WaitingColumn:
        return tr("%n skill(s) waiting", nullptr, plan.waiting);
    case QuestionsColumn:
        return tr("%n question(s)", nullptr, plan.questions);
    default:
        return text(row, column);
    }
}

QVariant PlanListModel::sortValue(const Row& row, int column) const
{
    const PlanSummary& plan = row.plan.newest;
    if (row.error) {
        return row.error->subject;
    }
    switch (column) {
    case ProgressColumn:
        return double(plan.done) / std::max(1, plan.total);
    case HoursColumn:
        return plan.hoursLeft;
    case ReviewColumn:
        return plan.lastReview;
    case WaitingColumn:
        return plan.waiting;
    case QuestionsColumn:
        return plan.questions;
    default:
        return text(row, column);
    }
}

QVariant PlanListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        const bool isNumber = section == HoursColumn || section == WaitingColumn || section == QuestionsColumn;
        return QVariant::fromValue(Qt::Alignment(Qt::AlignVCenter | (isNumber ? Qt::AlignRight : Qt::AlignLeft)));
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case LearnerColumn:
        return tr("Learner");
    case GoalColumn:
        return tr("Goal");
    case ProgressColumn:
        return tr("Progress");
    case HoursColumn:
        return tr("Left", "hours");
    case ReviewColumn:
        return tr("Last review");
    case WaitingColumn:
        return tr("Waiting");
    case QuestionsColumn:
        return tr("Questions");
    default:
        return {};
    }
}

PlanListFilter::PlanListFilter(PlanListModel& model, QObject* parent)
    : WordsFilter(parent)
    , m_model(model)
{
    setSortRole(PlanListModel::SortRole);
    setSortLocaleAware(true);
    setSortCaseSensitivity(Qt::CaseInsensitive);
    setSourceModel(&m_model);
}

void PlanListFilter::setWaitingOnly(bool only)
{
    if (m_waitingOnly != only) {
        m_waitingOnly = only;
        invalidateFilter();
    }
}

bool PlanListFilter::filterAcceptsRow(int row, const QModelIndex&) const
{
    const exchange::CohortPlan* plan = m_model.planAt(row);
    if (m_waitingOnly && (plan == nullptr || plan->newest.waiting == 0)) {
        return false;
    }
    return fits(m_model.textAt(row));
}

bool PlanListFilter::lessThan(const QModelIndex& left, const QModelIndex& right) const
{
    const bool isLeftPlan = m_model.planAt(left.row()) != nullptr;
    const bool isRightPlan = m_model.planAt(right.row()) != nullptr;
    if (isLeftPlan != isRightPlan) {
        return isLeftPlan == (sortOrder() == Qt::AscendingOrder);
    }
    return QSortFilterProxyModel::lessThan(left, right);
}

} // namespace waymark::ui
