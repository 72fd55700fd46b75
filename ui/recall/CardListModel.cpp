// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/recall/CardListModel.h>

#include <ui/theme/Icons.h>
#include <ui/words/Isolated.h>
#include <ui/words/ShortDate.h>

#include <learning/LearningDays.h>

#include <QLocale>
#include <QSet>
#include <QTimerEvent>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace waymark::ui {

using session::CardId;
using session::CardStanding;
using CardPlace = CardStanding::Place;

namespace {

std::size_t at(int index)
{
    return static_cast<std::size_t>(index);
}

} // namespace

CardListModel::CardListModel(session::Workspace& workspace, QObject* parent)
    : QAbstractTableModel(parent)
    , m_workspace(workspace)
    , m_texts(workspace)
{
    load();
    connect(&m_workspace, &session::Workspace::changed, this, &CardListModel::follow);
}

void CardListModel::load()
{
    m_rows.clear();
    m_texts.forgetAll();
    for (int i = 0; i < m_workspace.roadmap().size(); ++i) {
        const domain::Skill& skill = m_workspace.roadmap().skill(i);
        for (const QString& card : session::shelvedCards(skill, m_workspace.progress().skill(skill.id))) {
            m_rows.push_back({ i, card });
        }
    }
}

void CardListModel::follow(const session::Changes& changes)
{
    if (changes.course) {
        beginResetModel(); // every row belongs to the new course
        load();
        endResetModel();
        return;
    }
    if (changes.day) {
        refreshDue();
    }
    for (const QString& id : changes.skills) {
        const int skill = m_workspace.roadmap().indexOf(id);
        if (changes.recall && skill >= 0) {
            m_texts.forget(id);
            followSkill(skill);
        }
    }
}

/// The rows of one skill after an edit. Those that stay keep their order, as both lists are in that of shelvedCards().
void CardListModel::followSkill(int skill)
{
    const domain::Skill& of = m_workspace.roadmap().skill(skill);
    const QStringList wanted = session::shelvedCards(of, m_workspace.progress().skill(of.id));
    const QSet<QString> kept(wanted.begin(), wanted.end());
    const auto bySkill = [](const Row& row, int number) { return row.skill < number; };
    const int first = static_cast<int>(std::lower_bound(m_rows.begin(), m_rows.end(), skill, bySkill) - m_rows.begin());
    const int end = static_cast<int>(std::lower_bound(m_rows.begin(), m_rows.end(), skill + 1, bySkill) - m_rows.begin());
    for (int row = end - 1; row >= first; --row) {
        if (!kept.contains(m_rows[at(row)].card)) {
            beginRemoveRows({}, row, row);
            m_rows.erase(m_rows.begin() + row);
            endRemoveRows();
        }
    }
    for (int i = 0; i < wanted.size(); ++i) {
        const int row = first + i;
        const bool isThere = row < static_cast<int>(m_rows.size()) && m_rows[at(row)].skill == skill && m_rows[at(row)].card == wanted[i];
        if (!isThere) {
            beginInsertRows({}, row, row);
            m_rows.insert(m_rows.begin() + row, { skill, wanted[i] });
            endInsertRows();
        }
    }
    if (!wanted.isEmpty()) {
        Q_EMIT dataChanged(index(first, 0), index(first + static_cast<int>(wanted.size()) - 1, ColumnCount - 1));
    }
}

CardId CardListModel::cardAt(int row) const
{
    return { skillAt(row).id, m_rows[at(row)].card };
}

int CardListModel::rowOf(const CardId& card) const
{
    const int skill = m_workspace.roadmap().indexOf(card.skill);
    const auto found = std::find_if(
        m_rows.begin(), m_rows.end(), [&card, skill](const Row& row) { return row.skill == skill && row.card == card.card; });
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

CardStanding CardListModel::standingAt(int row) const
{
    return session::standingOf(m_workspace, cardAt(row));
}

QString CardListModel::textAt(int row) const
{
    const session::CardTexts::Sides sides = m_texts.of(cardAt(row));
    return sides.front + u'\n' + sides.back + u'\n' + skillAt(row).title;
}

void CardListModel::refreshDue()
{
    if (!m_rows.empty()) {
        Q_EMIT dataChanged(index(0, DueColumn), index(rowCount() - 1, DueColumn));
    }
}

void CardListModel::refreshTime()
{
    refreshDue();
    m_nextToRead = 0;
    m_reading.start(0, this);
}

/// One lesson a turn, so that the first search does not have to wait for all of them.
void CardListModel::timerEvent(QTimerEvent* event)
{
    if (event->timerId() != m_reading.timerId()) {
        QAbstractTableModel::timerEvent(event);
        return;
    }
    while (m_nextToRead < m_rows.size() && m_texts.hasRead(skillAt(static_cast<int>(m_nextToRead)).id)) {
        ++m_nextToRead;
    }
    if (m_nextToRead < m_rows.size()) {
        m_texts.read(skillAt(static_cast<int>(m_nextToRead)).id);
    } else {
        m_reading.stop();
    }
}

int CardListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int CardListModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

const domain::Skill& CardListModel::skillAt(int row) const
{
    return m_workspace.roadmap().skill(m_rows[at(row)].skill);
}

QVariant CardListModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    switch (role) {
    case Qt::DisplayRole:
        return text(index.row(), index.column());
    case Qt::ToolTipRole:
        return index.column() == FrontColumn ? m_texts.of(cardAt(index.row())).front.toHtmlEscaped() : QVariant();
    case Qt::AccessibleTextRole:
        return accessibleText(index.row(), index.column());
    case Qt::DecorationRole:
        return decoration(index.row(), index.column());
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::Alignment(Qt::AlignVCenter | (index.column() == LapsesColumn ? Qt::AlignRight : Qt::AlignLeft)));
    case SortRole:
        return sortValue(index.row(), index.column());
    default:
        return {};
    }
}

QString CardListModel::text(int row, int column) const
{
    switch (column) {
    case FrontColumn: {
        const QString front = m_texts.of(cardAt(row)).front;
        return front.isEmpty() ? tr("%1 (its text is gone from the lesson)", "id of a card").arg(isolated(m_rows[at(row)].card)) : front;
    }
    case SkillColumn:
        return skillAt(row).title;
    case DueColumn:
        return dueText(standingAt(row));
    case LapsesColumn:
        return standingAt(row).lapses == 0 ? QString() : QLocale().toString(standingAt(row).lapses);
    default:
        return {};
    }
}

QString CardListModel::dueText(const CardStanding& standing) const
{
    switch (standing.place) {
    case CardPlace::New:
        return tr("New");
    case CardPlace::Due:
        return tr("Due now");
    case CardPlace::LaidAside:
        return tr("Laid aside");
    case CardPlace::Later:
    case CardPlace::PutOff:
        break;
    }
    const QDate day = learning::learningDay(standing.due, m_workspace.zone());
    const qint64 days = learning::learningDay(m_workspace.now(), m_workspace.zone()).daysTo(day);
    const bool isPutOff = standing.place == CardPlace::PutOff;
    if (days == 1) {
        return isPutOff ? tr("Put off until tomorrow") : tr("Tomorrow");
    }
    if (days <= 0) {
        return tr("Today");
    }
    const QString date = shortDate(day);
    return isPutOff ? tr("Put off until %1", "date").arg(date) : date;
}

QVariant CardListModel::sortValue(int row, int column) const
{
    constexpr qint64 never = std::numeric_limits<qint64>::max();
    if (column == FrontColumn) {
        return text(row, column);
    }
    if (column == SkillColumn) {
        return m_rows[at(row)].skill;
    }
    const CardStanding standing = standingAt(row);
    if (column == LapsesColumn) {
        return standing.lapses;
    }
    return standing.place == CardPlace::LaidAside ? never : standing.place == CardPlace::New ? never - 1 : standing.due;
}

QString CardListModel::accessibleText(int row, int column) const
{
    if (column == LapsesColumn) {
        const int lapses = standingAt(row).lapses;
        return lapses == 0 ? tr("Never forgotten") : tr("Forgotten %n time(s)", nullptr, lapses);
    }
    if (column == FrontColumn && standingAt(row).hasOwnWords) {
        return tr("%1, in your own words", "front of a card").arg(isolated(text(row, column)));
    }
    return text(row, column);
}

QVariant CardListModel::decoration(int row, int column) const
{
    if (column == FrontColumn && standingAt(row).hasOwnWords) {
        return icon(IconId::Edit, Tone::SoftText);
    }
    if (column == LapsesColumn && standingAt(row).isLeech) {
        return icon(IconId::Warning, Tone::Mark);
    }
    return {};
}

QVariant CardListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return QVariant::fromValue(Qt::Alignment(Qt::AlignVCenter | (section == LapsesColumn ? Qt::AlignRight : Qt::AlignLeft)));
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case FrontColumn:
        return tr("Front");
    case SkillColumn:
        return tr("Skill");
    case DueColumn:
        return tr("Due");
    case LapsesColumn:
        return tr("Forgotten");
    default:
        return {};
    }
}

CardListFilter::CardListFilter(CardListModel& model, QObject* parent)
    : WordsFilter(parent)
    , m_model(model)
{
    setSortRole(CardListModel::SortRole);
    setSortLocaleAware(true);
    setSourceModel(&m_model);
}

void CardListFilter::setFilter(CardFilter filter)
{
    if (m_filter != filter) {
        m_filter = filter;
        invalidateFilter();
    }
}

bool CardListFilter::filterAcceptsRow(int row, const QModelIndex&) const
{
    if (m_filter != CardFilter::All) {
        const CardStanding standing = m_model.standingAt(row);
        const bool isKept = m_filter == CardFilter::LaidAside ? standing.place == CardPlace::LaidAside
            : m_filter == CardFilter::PutOff                  ? standing.place == CardPlace::PutOff
            : m_filter == CardFilter::Leeches                 ? standing.isLeech
                                                              : standing.hasOwnWords;
        if (!isKept) {
            return false;
        }
    }
    return !hasWords() || fits(m_model.textAt(row)); // without words no lesson is read for a text
}

} // namespace waymark::ui
