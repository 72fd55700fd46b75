// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/plan/ScheduleModel.h>

#include <ui/words/Isolated.h>
#include <ui/words/PlanWords.h>
#include <ui/words/SkillIcons.h>
#include <ui/words/Words.h>

#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark::ui {

using learning::WishFate;
using Kind = ScheduleRow::Kind;

namespace {

std::size_t place(int row)
{
    return static_cast<std::size_t>(row);
}

int positionOf(const std::vector<ScheduleRow>& rows, const ScheduleRow& wanted, int from)
{
    const auto found = std::find_if(rows.begin() + from, rows.end(), [&](const ScheduleRow& each) { return each.isSameLine(wanted); });
    return found == rows.end() ? -1 : static_cast<int>(found - rows.begin());
}

} // namespace

ScheduleModel::ScheduleModel(session::Workspace& workspace, QObject* parent)
    : QAbstractTableModel(parent)
    , m_workspace(workspace)
{
}

void ScheduleModel::forget()
{
    beginResetModel();
    m_rows.clear();
    endResetModel();
}

void ScheduleModel::setRows(const std::vector<ScheduleRow>& rows)
{
    for (int row = rowCount() - 1; row >= 0; --row) {
        if (positionOf(rows, at(row), 0) < 0) {
            beginRemoveRows({}, row, row);
            m_rows.erase(m_rows.begin() + row);
            endRemoveRows();
        }
    }
    for (int row = 0; row < static_cast<int>(rows.size()); ++row) {
        bring(row, rows);
        if (at(row) != rows[place(row)]) {
            m_rows[place(row)] = rows[place(row)];
            Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
        }
    }
    Q_EMIT placed();
}

/// Brings the line that is wanted at `row` there; those before it are in their places. A line that went further down goes there at once,
/// instead of one of the others after the other going up.
void ScheduleModel::bring(int row, const std::vector<ScheduleRow>& wanted)
{
    const ScheduleRow& line = wanted[place(row)];
    const int now = find(line, row);
    if (now < 0) {
        beginInsertRows({}, row, row);
        m_rows.insert(m_rows.begin() + row, line);
        endInsertRows();
    } else if (now == row + 1) {
        move(row, std::min(positionOf(wanted, at(row), row), rowCount() - 1));
    } else if (now > row) {
        move(now, row);
    }
}

int ScheduleModel::find(const ScheduleRow& wanted, int from) const
{
    return positionOf(m_rows, wanted, from);
}

void ScheduleModel::move(int from, int to)
{
    beginMoveRows({}, from, from, {}, to > from ? to + 1 : to);
    const ScheduleRow row = at(from);
    m_rows.erase(m_rows.begin() + from);
    m_rows.insert(m_rows.begin() + to, row);
    endMoveRows();
}

int ScheduleModel::rowOf(const QString& skill) const
{
    return find({ Kind::Skill, skill }, 0);
}

QString ScheduleModel::skillFrom(int row) const
{
    for (; row < rowCount(); ++row) {
        if (isSkill(row)) {
            return at(row).id;
        }
    }
    return {};
}

QString ScheduleModel::skillAbove(int row) const
{
    while (--row >= 0) {
        if (isSkill(row)) {
            return at(row).id;
        }
    }
    return {};
}

int ScheduleModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int ScheduleModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

Qt::ItemFlags ScheduleModel::flags(const QModelIndex& index) const
{
    if (!index.isValid()) {
        return Qt::NoItemFlags;
    }
    const Qt::ItemFlags flags = Qt::ItemNeverHasChildren;
    return isSkill(index.row()) ? flags | Qt::ItemIsEnabled | Qt::ItemIsSelectable : flags;
}

QVariant ScheduleModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const ScheduleRow& row = at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(row, index.column());
    case Qt::ToolTipRole: { // Qt guesses rich text in a tooltip; escaped it cannot be mistaken
        const QString whole = text(row, index.column());
        return whole.isEmpty() ? QVariant() : u"<p>%1</p>"_s.arg(whole.toHtmlEscaped());
    }
    case Qt::AccessibleTextRole:
        return accessibleText(row, index.column());
    case Qt::AccessibleDescriptionRole:
        return index.column() == SkillColumn ? QLocale().createSeparatedList(linesAround(index.row())) : QString();
    case Qt::DecorationRole:
        return decoration(row, index.column());
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::Alignment(Qt::AlignVCenter | (index.column() == HoursColumn ? Qt::AlignRight : Qt::AlignLeft)));
    case KindRole:
        return static_cast<int>(row.kind);
    default:
        return {};
    }
}

QString ScheduleModel::text(const ScheduleRow& row, int column) const
{
    switch (row.kind) {
    case Kind::Month:
        return column != SkillColumn ? QString() : row.id.isEmpty() ? tr("Without a date") : PlanWords::month(row.from);
    case Kind::DaysOff:
        return column != SkillColumn ? QString()
                                     : tr("Off: %1", "days").arg(PlanWords::daysOff(m_workspace.progress().daysOff().value(row.id)));
    case Kind::Unit:
        return column != SkillColumn
            ? QString()
            : tr("%1: %2", "a part of a lesson and its days").arg(isolated(row.title), PlanWords::days(row.from, row.to));
    case Kind::Skill:
        break;
    }
    return skillText(row, column);
}

QString ScheduleModel::titleOf(const QString& skill) const
{
    return m_workspace.roadmap().titleOf(skill);
}

QString ScheduleModel::skillText(const ScheduleRow& row, int column) const
{
    switch (column) {
    case SkillColumn:
        return titleOf(row.id);
    case AreaColumn: {
        const domain::Skill* skill = m_workspace.roadmap().find(row.id);
        return skill == nullptr ? QString() : domain::titleOfArea(m_workspace.course(), skill->area);
    }
    case WhenColumn:
        return row.from.isValid() ? PlanWords::days(row.from, row.to) : QString();
    case HoursColumn:
        return Words::hours(row.hours);
    case NoteColumn:
        return note(row);
    default:
        return {};
    }
}

/// What the learner did to the line comes before what follows of itself.
QString ScheduleModel::note(const ScheduleRow& row) const
{
    const bool isSpokenOf = row.fate != WishFate::Past;
    const bool isKept = row.fate == WishFate::Kept;
    if (!row.before.isEmpty() && isSpokenOf) {
        return (isKept ? tr("Before \"%1\", as you wished") : tr("Cannot come before \"%1\"")).arg(isolated(titleOf(row.before)));
    }
    if (!row.after.isEmpty() && isSpokenOf) {
        return (isKept ? tr("After \"%1\", as you wished") : tr("Cannot come after \"%1\"")).arg(isolated(titleOf(row.after)));
    }
    if (!row.earlier.isEmpty()) {
        return tr("After \"%1\", as you wished").arg(isolated(titleOf(row.earlier)));
    }
    if (!row.later.isEmpty()) {
        return tr("Before \"%1\", as you wished").arg(isolated(titleOf(row.later)));
    }
    if (row.isLate) {
        return tr("After the deadline");
    }
    return row.state == learning::SkillState::Learning ? tr("Begun") : QString();
}

QString ScheduleModel::accessibleText(const ScheduleRow& row, int column) const
{
    const QString shown = text(row, column);
    if (row.kind != Kind::Skill || shown.isEmpty()) {
        return shown;
    }
    if (column == SkillColumn) {
        return tr("%1, %2", "a skill and its state").arg(isolated(shown), Words::state(row.state));
    }
    return column == HoursColumn ? tr("%1 left", "hours of a skill").arg(shown) : shown;
}

QStringList ScheduleModel::linesAround(int row) const
{
    QStringList lines;
    if (!isSkill(row)) {
        return lines;
    }
    for (int above = row - 1; above >= 0 && !isSkill(above) && at(above).kind != Kind::Unit; --above) {
        lines.prepend(text(at(above), SkillColumn));
    }
    const bool isLast = skillFrom(row + 1).isEmpty();
    for (int below = row + 1; below < rowCount() && (isLast || at(below).kind == Kind::Unit); ++below) {
        lines.append(text(at(below), SkillColumn));
    }
    return lines;
}

QVariant ScheduleModel::decoration(const ScheduleRow& row, int column) const
{
    if (row.kind == Kind::DaysOff && column == SkillColumn) {
        return icon(IconId::Today, Tone::SoftText);
    }
    if (row.kind != Kind::Skill) {
        return {};
    }
    if (column == SkillColumn) {
        return icon(iconOf(row.state), toneOf(row.state));
    }
    if (column != NoteColumn) {
        return {};
    }
    if (row.hasWish() && row.fate != WishFate::Past) {
        return row.fate == WishFate::Kept ? icon(IconId::Edit, Tone::Trail) : icon(IconId::Warning, Tone::Mark);
    }
    if (row.isNamedInWish()) {
        return icon(IconId::Edit, Tone::Trail);
    }
    return row.isLate ? icon(IconId::Clock, Tone::Mark) : QVariant();
}

QVariant ScheduleModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return QVariant::fromValue(Qt::Alignment(Qt::AlignVCenter | (section == HoursColumn ? Qt::AlignRight : Qt::AlignLeft)));
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case SkillColumn:
        return tr("Skill");
    case AreaColumn:
        return tr("Area");
    case WhenColumn:
        return tr("When");
    case HoursColumn:
        return tr("Left", "hours");
    case NoteColumn:
        return tr("Note");
    default:
        return {};
    }
}

} // namespace waymark::ui
