// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/map/OutlineModel.h>

#include <ui/theme/Icons.h>
#include <ui/words/Isolated.h>
#include <ui/words/SkillIcons.h>
#include <ui/words/Words.h>

#include <QFont>
#include <QGuiApplication>
#include <QLocale>

#include <algorithm>
#include <set>

namespace waymark::ui {

namespace {

std::size_t at(int index)
{
    return static_cast<std::size_t>(index);
}

constexpr quintptr areaId = 0; // of an index; a skill's is its area's number and one

bool isNumber(int column)
{
    return column == OutlineModel::HoursColumn || column == OutlineModel::ItemsColumn;
}

} // namespace

OutlineModel::OutlineModel(session::Workspace& workspace, QObject* parent)
    : QAbstractItemModel(parent)
    , m_workspace(workspace)
{
    load();
    connect(&m_workspace, &session::Workspace::changed, this, &OutlineModel::follow);
}

void OutlineModel::load()
{
    const domain::Course& course = m_workspace.course();
    QHash<QString, int> areas;
    for (const domain::Area& area : course.areas) {
        areas.insert(area.id, static_cast<int>(areas.size()));
    }
    m_skills.assign(course.areas.size(), {});
    m_places.assign(course.skills.size(), {});
    for (int i = 0; i < m_workspace.roadmap().size() && !m_skills.empty(); ++i) {
        const int area = areas.value(m_workspace.roadmap().skill(i).area, static_cast<int>(m_skills.size()) - 1);
        m_places[at(i)] = { area, static_cast<int>(m_skills[at(area)].size()) };
        m_skills[at(area)].push_back(i);
    }
}

void OutlineModel::follow(const session::Changes& changes)
{
    if (changes.course) {
        beginResetModel(); // every row belongs to the new course
        load();
        endResetModel();
        return;
    }
    std::set<int> touched(changes.restated.begin(), changes.restated.end());
    for (const QString& id : changes.skills) {
        if (const int skill = m_workspace.roadmap().indexOf(id); skill >= 0) {
            touched.insert(skill);
        }
    }
    std::set<int> areas;
    for (const int skill : touched) {
        areas.insert(m_places[at(skill)].area);
        Q_EMIT dataChanged(indexOfSkill(skill), indexOfSkill(skill, ColumnCount - 1));
    }
    for (const int area : areas) {
        Q_EMIT dataChanged(index(area, 0), index(area, ColumnCount - 1));
    }
}

QModelIndex OutlineModel::indexOfSkill(int skill, int column) const
{
    if (skill < 0 || skill >= static_cast<int>(m_places.size()) || m_skills.empty()) {
        return {};
    }
    const Place& place = m_places[at(skill)];
    return createIndex(place.row, column, static_cast<quintptr>(place.area) + 1);
}

int OutlineModel::skillAt(const QModelIndex& index) const
{
    if (!index.isValid() || index.internalId() == areaId) {
        return -1;
    }
    return m_skills[index.internalId() - 1][at(index.row())];
}

QModelIndex OutlineModel::index(int row, int column, const QModelIndex& parent) const
{
    if (!hasIndex(row, column, parent)) {
        return {};
    }
    return createIndex(row, column, parent.isValid() ? static_cast<quintptr>(parent.row()) + 1 : areaId);
}

QModelIndex OutlineModel::parent(const QModelIndex& child) const
{
    return child.isValid() && child.internalId() != areaId ? createIndex(static_cast<int>(child.internalId()) - 1, 0, areaId)
                                                           : QModelIndex();
}

int OutlineModel::rowCount(const QModelIndex& parent) const
{
    if (!parent.isValid()) {
        return static_cast<int>(m_skills.size());
    }
    return parent.internalId() == areaId && parent.column() == 0 ? static_cast<int>(m_skills[at(parent.row())].size()) : 0;
}

int OutlineModel::columnCount(const QModelIndex&) const
{
    return ColumnCount;
}

QVariant OutlineModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const int skill = skillAt(index);
    if (role == SkillRole) {
        return skill;
    }
    if (role == Qt::TextAlignmentRole) {
        return QVariant::fromValue(Qt::Alignment(Qt::AlignVCenter | (isNumber(index.column()) ? Qt::AlignRight : Qt::AlignLeft)));
    }
    return skill < 0 ? ofArea(index.row(), index.column(), role) : ofSkill(skill, index.column(), role);
}

QVariant OutlineModel::ofArea(int area, int column, int role) const
{
    if (role == Qt::FontRole && column == TitleColumn) {
        return type::strong(QGuiApplication::font());
    }
    if (role == Qt::AccessibleTextRole) {
        const QString text = ofArea(area, column, Qt::DisplayRole).toString();
        return text.isEmpty() ? m_workspace.course().areas[at(area)].title : text;
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    const std::vector<int>& skills = m_skills[at(area)];
    switch (column) {
    case TitleColumn:
        return m_workspace.course().areas[at(area)].title;
    case StateColumn: {
        const auto reached = std::count_if(
            skills.begin(), skills.end(), [this](int skill) { return learning::isReached(m_workspace.states()[at(skill)]); });
        return tr("%1 of %2 reached").arg(QLocale().toString(reached), QLocale().toString(skills.size()));
    }
    case HoursColumn: {
        double hours = 0;
        for (const int skill : skills) {
            hours += m_workspace.roadmap().skill(skill).hours;
        }
        return Words::hours(hours);
    }
    default:
        return {};
    }
}

QVariant OutlineModel::ofSkill(int index, int column, int role) const
{
    const domain::Skill& skill = m_workspace.roadmap().skill(index);
    const learning::SkillState state = m_workspace.states()[at(index)];
    switch (role) {
    case Qt::DisplayRole:
        return textOfSkill(skill, column);
    case Qt::DecorationRole:
        return column == StateColumn ? QVariant(icon(iconOf(state), toneOf(state))) : QVariant();
    case Qt::ToolTipRole:
        return skill.outcome.toHtmlEscaped();
    case Qt::AccessibleTextRole: {
        if (column == TitleColumn) {
            return tr("%1, %2", "skill and state").arg(isolated(skill.title), Words::state(state));
        }
        const QString text = textOfSkill(skill, column);
        return text.isEmpty() ? tr("No checklist yet") : text;
    }
    default:
        return {};
    }
}

QString OutlineModel::textOfSkill(const domain::Skill& skill, int column) const
{
    switch (column) {
    case TitleColumn:
        return skill.title;
    case StateColumn:
        return Words::state(m_workspace.stateOf(skill.id));
    case LevelColumn:
        return Words::level(skill.level);
    case HoursColumn:
        return Words::hours(skill.hours);
    case ItemsColumn:
        return skill.checklist.empty() ? QString()
                                       : tr("%1 of %2", "items done and all items")
                                             .arg(QLocale().toString(m_workspace.progress().skill(skill.id).doneItems(skill)),
                                                 QLocale().toString(skill.checklist.size()));
    default:
        return {};
    }
}

QVariant OutlineModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return QVariant::fromValue(Qt::Alignment(Qt::AlignVCenter | (isNumber(section) ? Qt::AlignRight : Qt::AlignLeft)));
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case TitleColumn:
        return tr("Skill");
    case StateColumn:
        return tr("State");
    case LevelColumn:
        return tr("Level");
    case HoursColumn:
        return tr("Hours");
    case ItemsColumn:
        return tr("Checklist");
    default:
        return {};
    }
}

OutlineFilter::OutlineFilter(const session::Workspace& workspace, OutlineModel& model, QObject* parent)
    : QSortFilterProxyModel(parent)
    , m_workspace(workspace)
    , m_model(model)
{
    setSourceModel(&m_model);
}

void OutlineFilter::setFilter(const MapFilter& filter)
{
    m_filter = filter;
    refresh();
}

void OutlineFilter::refresh()
{
    const domain::Milestone* stage = m_workspace.roadmap().milestone(m_filter.milestone);
    std::vector<char> out
        = leftOut(m_filter, m_workspace.roadmap(), m_workspace.states(), stage == nullptr ? std::vector<int>() : m_workspace.wayTo(*stage));
    if (out != m_leftOut) {
        m_leftOut = std::move(out);
        invalidateFilter();
    }
}

bool OutlineFilter::filterAcceptsRow(int row, const QModelIndex& parent) const
{
    const auto isLeftOut = [this](int skill) { return !m_leftOut.empty() && (at(skill) >= m_leftOut.size() || m_leftOut[at(skill)] != 0); };
    if (parent.isValid()) {
        return !isLeftOut(m_model.skillAt(m_model.index(row, 0, parent)));
    }
    const QModelIndex area = m_model.index(row, 0);
    for (int i = 0; i < m_model.rowCount(area) && !m_leftOut.empty(); ++i) {
        if (!isLeftOut(m_model.skillAt(m_model.index(i, 0, area)))) {
            return true;
        }
    }
    return m_leftOut.empty();
}

} // namespace waymark::ui
