// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/plan/BoardLaneModel.h>

#include <ui/words/Isolated.h>
#include <ui/words/PlanWords.h>
#include <ui/words/Words.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark::ui {

BoardLaneModel::BoardLaneModel(domain::BoardLane lane, QObject* parent)
    : QAbstractListModel(parent)
    , m_lane(lane)
{
}

int BoardLaneModel::rowOf(const QString& skill) const
{
    const auto found = std::ranges::find(m_entries, skill, &BoardEntry::skill);
    return found == m_entries.end() ? -1 : static_cast<int>(found - m_entries.begin());
}

void BoardLaneModel::setEntries(const std::vector<BoardEntry>& entries)
{
    removeGone(entries);
    for (std::size_t i = 0; i < entries.size(); ++i) {
        put(static_cast<int>(i), entries[i]);
    }
}

void BoardLaneModel::removeGone(const std::vector<BoardEntry>& entries)
{
    for (int row = static_cast<int>(m_entries.size()) - 1; row >= 0; --row) {
        if (std::ranges::find(entries, m_entries[static_cast<std::size_t>(row)].skill, &BoardEntry::skill) == entries.end()) {
            beginRemoveRows({}, row, row);
            m_entries.erase(m_entries.begin() + row);
            endRemoveRows();
        }
    }
}

/// All rows above are as they should be.
void BoardLaneModel::put(int row, const BoardEntry& entry)
{
    const int present = rowOf(entry.skill);
    if (present < 0) {
        beginInsertRows({}, row, row);
        m_entries.insert(m_entries.begin() + row, entry);
        endInsertRows();
        return;
    }
    if (present != row) {
        beginMoveRows({}, present, present, {}, row);
        std::rotate(m_entries.begin() + row, m_entries.begin() + present, m_entries.begin() + present + 1);
        endMoveRows();
    }
    if (BoardEntry& shown = m_entries[static_cast<std::size_t>(row)]; shown != entry) {
        shown = entry;
        Q_EMIT dataChanged(index(row), index(row));
    }
}

/// All that a card says, with its column.
QString BoardLaneModel::spoken(const BoardEntry& entry) const
{
    QStringList parts { isolated(entry.title), PlanWords::lane(m_lane), Words::state(entry.state), isolated(entry.area), entry.caption };
    if (entry.isPlaced) {
        parts.append(tr("placed by hand"));
    }
    parts.removeAll(QString());
    return parts.join(tr(", ", "between parts of what a card says"));
}

int BoardLaneModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

QVariant BoardLaneModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const BoardEntry& entry = m_entries[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return entry.title;
    case Qt::ToolTipRole: // Qt guesses rich text in a tooltip; escaped it cannot be mistaken
        return u"<p>%1</p>"_s.arg(spoken(entry).toHtmlEscaped());
    case Qt::AccessibleTextRole:
        return spoken(entry);
    case SkillRole:
        return entry.skill;
    case AreaRole:
        return entry.area;
    case CaptionRole:
        return entry.caption;
    case StateRole:
        return static_cast<int>(entry.state);
    case PlacedRole:
        return entry.isPlaced;
    default:
        return {};
    }
}

} // namespace waymark::ui
