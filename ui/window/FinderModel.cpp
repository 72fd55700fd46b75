// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/window/FinderModel.h>

#include <ui/theme/Icons.h>
#include <ui/words/Isolated.h>
#include <ui/words/Words.h>

#include <QAction>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark::ui {

namespace {

constexpr std::size_t mostSkills = 12;
constexpr std::size_t mostActions = 6;
constexpr int mostTexts = 12;
constexpr std::size_t nextWhenEmpty = 3;

/// Letters without case and accents.
QString folded(const QString& text)
{
    QString plain;
    for (const QChar letter : text.normalized(QString::NormalizationForm_KD)) {
        if (letter.category() != QChar::Mark_NonSpacing) {
            plain.append(letter.toLower());
        }
    }
    return plain;
}

bool startsWord(const QString& text, qsizetype position)
{
    return position == 0 || !text[position - 1].isLetterOrNumber();
}

} // namespace

int matchRank(const QString& title, const QString& query)
{
    const QString text = folded(title);
    const QStringList words = folded(query).simplified().split(u' ', Qt::SkipEmptyParts);
    int rank = 0;
    for (const QString& word : words) {
        qsizetype position = text.indexOf(word);
        if (position < 0) {
            return -1;
        }
        while (position >= 0 && !startsWord(text, position)) {
            position = text.indexOf(word, position + 1);
        }
        rank += position < 0 ? 100 : static_cast<int>(std::min<qsizetype>(position, 50));
    }
    return rank;
}

FinderModel::FinderModel(session::Workspace& workspace, std::vector<QAction*> actions, QObject* parent)
    : QAbstractListModel(parent)
    , m_workspace(workspace)
    , m_actions(std::move(actions))
{
}

std::vector<FinderModel::Row> FinderModel::matchingSkills(const QString& query) const
{
    std::vector<std::pair<int, QString>> ranked;
    domain::eachSkillAndProject(m_workspace.course(), [&](const domain::Skill& skill) {
        int rank = matchRank(skill.title, query);
        if (const int byId = matchRank(skill.id, query); rank < 0 && byId >= 0) {
            rank = 200 + byId;
        }
        if (rank >= 0) {
            ranked.emplace_back(rank, skill.id);
        }
    });
    std::stable_sort(ranked.begin(), ranked.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    ranked.resize(std::min(ranked.size(), mostSkills));
    std::vector<Row> rows;
    for (const auto& [rank, id] : ranked) {
        rows.push_back({ Kind::Skill, id, {}, {}, {} });
    }
    return rows;
}

std::vector<QAction*> FinderModel::usableActions() const
{
    std::vector<QAction*> actions(m_pageActions.begin(), m_pageActions.end());
    actions.insert(actions.end(), m_actions.begin(), m_actions.end());
    std::erase_if(actions, [](const QAction* action) { return action == nullptr || !action->isEnabled() || !action->isVisible(); });
    return actions;
}

std::vector<FinderModel::Row> FinderModel::matchingActions(const QString& query) const
{
    std::vector<std::pair<int, QAction*>> ranked;
    for (QAction* action : usableActions()) {
        if (const int rank = matchRank(action->iconText(), query); rank >= 0) {
            ranked.emplace_back(rank, action);
        }
    }
    std::stable_sort(ranked.begin(), ranked.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    ranked.resize(std::min(ranked.size(), mostActions));
    std::vector<Row> rows;
    for (const auto& [rank, action] : ranked) {
        rows.push_back({ Kind::Action, {}, {}, {}, action });
    }
    return rows;
}

std::vector<FinderModel::Row> FinderModel::matchingTexts(const QString& query) const
{
    std::vector<Row> rows;
    const auto hits = m_workspace.search(query, mostTexts);
    if (!hits) {
        return rows;
    }
    for (const domain::SearchHit& hit : *hits) {
        QString snippet = hit.snippet;
        snippet.remove(QChar(2)).remove(QChar(3));
        if (!hit.section.isEmpty() || hit.isNote) {
            rows.push_back({ Kind::Text, hit.skill, hit.isNote ? tr("Your note") : hit.section, snippet.simplified(), {} });
        }
    }
    return rows;
}

void FinderModel::setQuery(const QString& query)
{
    std::vector<Row> rows;
    const QString wanted = query.simplified();
    if (wanted.isEmpty()) {
        for (const learning::NextStep& step : m_workspace.nextSteps(nextWhenEmpty)) {
            rows.push_back({ Kind::Skill, m_workspace.roadmap().skill(step.skill).id, {}, {}, {} });
        }
        for (QAction* action : usableActions()) {
            rows.push_back({ Kind::Action, {}, {}, {}, action });
        }
    } else {
        rows = matchingSkills(wanted);
        for (const auto& more : { matchingActions(wanted), matchingTexts(wanted) }) {
            rows.insert(rows.end(), more.begin(), more.end());
        }
    }
    beginResetModel(); // every row belongs to the new query
    m_rows = std::move(rows);
    endResetModel();
}

Place FinderModel::placeOf(const QModelIndex& index) const
{
    const Row& row = m_rows[static_cast<std::size_t>(index.row())];
    return { PageId::Skill, row.skill, row.section };
}

QAction* FinderModel::actionOf(const QModelIndex& index) const
{
    return m_rows[static_cast<std::size_t>(index.row())].action;
}

int FinderModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QString FinderModel::title(const Row& row) const
{
    if (row.kind == Kind::Action) {
        return row.action ? row.action->iconText() : QString();
    }
    const domain::Skill* skill = m_workspace.roadmap().find(row.skill);
    const QString title = skill != nullptr ? skill->title : row.skill;
    return row.kind == Kind::Text ? tr("%1 · %2", "skill and section of its lesson").arg(isolated(title), isolated(row.section)) : title;
}

QString FinderModel::detail(const Row& row) const
{
    if (row.kind == Kind::Action) {
        return row.action ? row.action->shortcut().toString(QKeySequence::NativeText) : QString();
    }
    return row.kind == Kind::Text ? row.snippet : Words::state(m_workspace.stateOf(row.skill));
}

QVariant FinderModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const Row& row = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return title(row);
    case Qt::AccessibleTextRole:
        return tr("%1, %2", "name and detail of a found thing").arg(isolated(title(row)), isolated(detail(row)));
    case DetailRole:
        return detail(row);
    case KindRole:
        return static_cast<int>(row.kind);
    case Qt::DecorationRole:
        if (row.kind == Kind::Action && row.action && !row.action->icon().isNull()) {
            return row.action->icon();
        }
        return icon(row.kind == Kind::Text ? IconId::Search : row.kind == Kind::Skill ? IconId::Lesson : IconId::ChevronRight);
    default:
        return {};
    }
}

} // namespace waymark::ui
