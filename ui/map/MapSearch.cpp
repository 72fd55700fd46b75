// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/map/MapSearch.h>

#include <ui/theme/Icons.h>
#include <ui/theme/Tokens.h>
#include <ui/window/FinderModel.h>
#include <ui/words/Isolated.h>
#include <ui/words/SkillIcons.h>
#include <ui/words/Words.h>

#include <QKeyEvent>
#include <QListWidget>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark::ui {

namespace {

constexpr int mostShown = 10;
constexpr int idPenalty = 200; // a match in the id comes after every match in a title

} // namespace

std::vector<int> matchingSkills(const domain::Roadmap& roadmap, const QString& query)
{
    std::vector<std::pair<int, int>> ranked;
    for (int i = 0; i < roadmap.size() && !query.trimmed().isEmpty(); ++i) {
        int rank = matchRank(roadmap.skill(i).title, query);
        if (const int byId = matchRank(roadmap.skill(i).id, query); rank < 0 && byId >= 0) {
            rank = idPenalty + byId;
        }
        if (rank >= 0) {
            ranked.emplace_back(rank, i);
        }
    }
    std::stable_sort(ranked.begin(), ranked.end());
    std::vector<int> matches;
    matches.reserve(ranked.size());
    std::transform(ranked.begin(), ranked.end(), std::back_inserter(matches), [](const auto& each) { return each.second; });
    return matches;
}

MapSearch::MapSearch(const session::Workspace& workspace, QWidget* over)
    : QLineEdit(over)
    , m_workspace(workspace)
    , m_over(over)
    , m_list(new QListWidget(over))
{
    setObjectName(u"mapSearch"_s);
    setPlaceholderText(tr("Find a skill"));
    setAccessibleName(tr("Find a skill on the map"));
    setToolTip(tr("Find a skill on the map (Ctrl+F); F3 for the next match"));
    setClearButtonEnabled(true);
    addAction(icon(IconId::Search), QLineEdit::LeadingPosition);
    m_list->setObjectName(u"mapMatches"_s);
    m_list->setAccessibleName(tr("Matching skills"));
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setTextElideMode(Qt::ElideRight);
    m_list->hide();
    connect(this, &QLineEdit::textChanged, this, &MapSearch::search);
    connect(m_list, &QListWidget::itemClicked, this, [this] { reveal(m_list->currentRow()); });
}

void MapSearch::reload()
{
    clear();
}

void MapSearch::search()
{
    m_matches = matchingSkills(m_workspace.roadmap(), text());
    m_at = -1;
    m_list->clear();
    for (const int index : m_matches) {
        if (m_list->count() < mostShown) {
            const domain::Skill& skill = m_workspace.roadmap().skill(index);
            const learning::SkillState state = m_workspace.stateOf(skill.id);
            auto* item = new QListWidgetItem(icon(iconOf(state), toneOf(state)), skill.title, m_list);
            item->setData(Qt::AccessibleTextRole, tr("%1, %2", "skill and state").arg(isolated(skill.title), Words::state(state)));
        }
    }
    if (m_matches.empty() && !text().trimmed().isEmpty()) {
        auto* nothing = new QListWidgetItem(tr("No skill has this name"), m_list);
        nothing->setFlags(Qt::NoItemFlags);
    }
    m_list->setCurrentRow(m_matches.empty() ? -1 : 0);
    showList();
}

/// Under the field, as high as it needs to be.
void MapSearch::showList()
{
    const int rows = m_list->count();
    if (rows == 0 || !hasFocus()) {
        m_list->hide();
        return;
    }
    const QPoint corner = mapTo(m_over, QPoint(0, height() + space::xs));
    const int width = std::max(this->width(), 320);
    const int height = m_list->sizeHintForRow(0) * rows + 2 * m_list->frameWidth() + 2;
    m_list->setGeometry(std::min(corner.x(), m_over->width() - width), corner.y(), width, std::min(height, m_over->height() - corner.y()));
    m_list->show();
    m_list->raise();
}

void MapSearch::reveal(int row)
{
    if (row >= 0 && row < static_cast<int>(m_matches.size())) {
        m_at = row;
        m_list->hide();
        Q_EMIT revealRequested(m_matches[static_cast<std::size_t>(row)]);
    }
}

void MapSearch::step(int by)
{
    const int count = static_cast<int>(m_matches.size());
    if (count > 0) {
        reveal(m_at < 0 ? (by > 0 ? 0 : count - 1) : (m_at + by + count) % count);
    }
}

void MapSearch::keyPressEvent(QKeyEvent* event)
{
    const int row = m_list->currentRow();
    switch (event->key()) {
    case Qt::Key_Down:
        m_list->setCurrentRow(std::min(row + 1, m_list->count() - 1));
        return;
    case Qt::Key_Up:
        m_list->setCurrentRow(std::max(0, row - 1));
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        reveal(m_list->isVisible() ? row : std::max(0, m_at));
        Q_EMIT leaveRequested();
        return;
    case Qt::Key_Escape:
        if (m_list->isVisible()) {
            m_list->hide();
        } else {
            clear();
            Q_EMIT leaveRequested();
        }
        return;
    default:
        QLineEdit::keyPressEvent(event);
    }
}

void MapSearch::focusInEvent(QFocusEvent* event)
{
    QLineEdit::focusInEvent(event);
    selectAll();
    showList();
}

void MapSearch::focusOutEvent(QFocusEvent* event)
{
    m_list->hide();
    QLineEdit::focusOutEvent(event);
}

} // namespace waymark::ui
