// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/plan/BoardPane.h>

#include <ui/plan/BoardCardDelegate.h>
#include <ui/plan/BoardColumn.h>
#include <ui/plan/BoardList.h>
#include <ui/plan/CardGhost.h>
#include <ui/theme/Controls.h>
#include <ui/words/ErrorSentence.h>
#include <ui/words/Isolated.h>
#include <ui/words/PlanWords.h>

#include <QEvent>
#include <QMenu>
#include <QScrollArea>
#include <QScrollBar>

#include <utility>

using namespace Qt::StringLiterals;

/// How cards of the board are moved.
namespace waymark::ui {

using domain::BoardLane;

void BoardPane::makeActions()
{
    m_open = addActionTo(*this, u"board.open"_s, tr("Open the lesson of the card"), {});
    connect(m_open, &QAction::triggered, this, [this] { Q_EMIT placeRequested({ PageId::Skill, currentSkill(), {} }); });
    m_next = addActionTo(*this, u"board.next"_s, tr("Move the card to the next column"), {});
    connect(m_next, &QAction::triggered, this, [this] { moveAside(1); });
    m_before = addActionTo(*this, u"board.before"_s, tr("Move the card to the column before"), {});
    connect(m_before, &QAction::triggered, this, [this] { moveAside(-1); });
    for (const BoardColumn* each : m_columns) {
        const BoardLane lane = each->lane();
        QAction* move = addActionTo(
            *this, u"board.move."_s + domain::toString(lane), tr("Move to %1", "a column of the board").arg(PlanWords::lane(lane)), {});
        m_moves[static_cast<std::size_t>(lane)] = move;
        connect(move, &QAction::triggered, this, [this, lane] { moveCard(currentSkill(), lane); });
    }
    QEvent direction(QEvent::LayoutDirectionChange);
    changeEvent(&direction);
    refreshActions();
}

/// Ctrl with an arrow moves a card the way that the arrow points, whichever way one reads.
void BoardPane::changeEvent(QEvent* event)
{
    PlanPane::changeEvent(event);
    if (event->type() == QEvent::LayoutDirectionChange && m_next != nullptr) {
        const bool isMirrored = layoutDirection() == Qt::RightToLeft;
        m_next->setShortcut(QKeySequence(isMirrored ? u"Ctrl+Left"_s : u"Ctrl+Right"_s));
        m_before->setShortcut(QKeySequence(isMirrored ? u"Ctrl+Right"_s : u"Ctrl+Left"_s));
    }
}

/// A full Doing is no reason to turn its action off: the sentence says how to go on.
void BoardPane::refreshActions()
{
    const QString skill = currentSkill();
    const bool mayMove = !skill.isEmpty() && !m_workspace.isReadOnly();
    m_open->setEnabled(!skill.isEmpty());
    m_next->setEnabled(mayMove && m_chosen != BoardLane::Done);
    m_before->setEnabled(mayMove && m_chosen != BoardLane::Backlog);
    for (const BoardColumn* each : m_columns) {
        const bool isElsewhere = each->lane() != m_chosen;
        const bool isRefused = mayMove && m_desk.obstacle(m_board, skill, each->lane()) == domain::ErrorCode::Refused;
        m_moves[static_cast<std::size_t>(each->lane())]->setEnabled(mayMove && isElsewhere && !isRefused);
    }
}

QString BoardPane::obstacle(const QString& skill, BoardLane lane) const
{
    const std::optional<domain::ErrorCode> code = m_desk.obstacle(m_board, skill, lane);
    const domain::Skill* found = m_workspace.roadmap().find(skill);
    if (!code || found == nullptr) {
        return {};
    }
    if (m_workspace.stateOf(skill) == learning::SkillState::Skipped) {
        return tr("\"%1\" is skipped, so it stands in no column. Reset it to take it up again.").arg(isolated(found->title));
    }
    return *code == domain::ErrorCode::Refused
        ? tr("\"%1\" is done, so it stands in %2 or %3. Reset it to study it again.")
              .arg(isolated(found->title), PlanWords::lane(BoardLane::Waiting), PlanWords::lane(BoardLane::Done))
        : ErrorSentence::of({ *code, found->title, QString::number(m_desk.limit()) });
}

void BoardPane::moveCard(const QString& skill, BoardLane lane)
{
    if (skill.isEmpty() || m_workspace.isReadOnly()) {
        return;
    }
    if (const QString reason = obstacle(skill, lane); !reason.isEmpty()) {
        Q_EMIT noticeRequested(reason, NoticeTone::Warning);
        return;
    }
    m_workspace.apply(m_desk.moved(skill, lane));
}

void BoardPane::moveAside(int step)
{
    const int target = static_cast<int>(m_chosen) + step;
    if (target >= 0 && target < static_cast<int>(m_columns.size())) {
        moveCard(currentSkill(), static_cast<BoardLane>(target));
    }
}

/// To the card beside the chosen one, over columns without cards.
void BoardPane::goAside(const BoardColumn& from, int step)
{
    const QRect row = from.list().visualRect(from.list().currentIndex());
    for (int i = static_cast<int>(from.lane()) + step; i >= 0 && i < static_cast<int>(m_columns.size()); i += step) {
        BoardColumn& target = *m_columns[static_cast<std::size_t>(i)];
        if (target.model().rowCount() == 0) {
            continue;
        }
        const QModelIndex beside = target.list().indexAt({ target.list().viewport()->width() / 2, row.center().y() });
        target.list().setFocus(Qt::OtherFocusReason);
        target.list().choose(beside.isValid() ? beside.row() : std::min(from.list().currentIndex().row(), target.model().rowCount() - 1));
        return;
    }
}

/// A column reaches on where the area does not show it.
BoardColumn* BoardPane::columnAt(const QPoint& global) const
{
    const QWidget* shown = m_area->viewport();
    if (!shown->rect().contains(shown->mapFromGlobal(global))) {
        return nullptr;
    }
    const auto found = std::ranges::find_if(
        m_columns, [&global](const BoardColumn* each) { return each->rect().contains(each->mapFromGlobal(global)); });
    return found == m_columns.end() ? nullptr : *found;
}

void BoardPane::hold(BoardColumn& from, const QPoint& global)
{
    if (m_workspace.isReadOnly()) {
        return;
    }
    if (m_ghost == nullptr) {
        BoardList& list = from.list();
        m_ghost = new CardGhost(list.viewport()->grab(BoardCardDelegate::cardIn(list.visualRect(list.currentIndex()))), this);
        m_ghost->show();
    }
    const BoardColumn* over = columnAt(global);
    const QString reason = over == nullptr ? QString() : obstacle(currentSkill(), over->lane());
    m_ghost->say(reason);
    m_ghost->follow(mapFromGlobal(global));
    m_ghost->raise();
    for (BoardColumn* each : m_columns) {
        const bool isTarget = over != nullptr && over != &from && each == over;
        each->setDrop(!isTarget ? BoardColumn::Drop::None : reason.isEmpty() ? BoardColumn::Drop::Welcome : BoardColumn::Drop::Refused);
    }
    from.list().viewport()->setCursor(reason.isEmpty() ? Qt::ClosedHandCursor : Qt::ForbiddenCursor);
    const int x = m_area->viewport()->mapFromGlobal(global).x();
    const int pull = x < space::xl ? -space::xl : x > m_area->viewport()->width() - space::xl ? space::xl : 0;
    const int towards = layoutDirection() == Qt::RightToLeft ? -pull : pull;
    m_area->horizontalScrollBar()->setValue(m_area->horizontalScrollBar()->value() + towards);
}

void BoardPane::letGo(const BoardColumn& from, const QPoint& global)
{
    const bool isHeld = m_ghost != nullptr;
    const QString skill = currentSkill();
    putBack();
    const BoardColumn* over = columnAt(global);
    if (isHeld && over != nullptr && over != &from) {
        moveCard(skill, over->lane());
    }
}

void BoardPane::putBack()
{
    delete std::exchange(m_ghost, nullptr);
    for (BoardColumn* each : m_columns) {
        each->setDrop(BoardColumn::Drop::None);
        each->list().viewport()->unsetCursor();
    }
}

void BoardPane::showMenu(BoardColumn& shown, const QPoint& at)
{
    BoardList& list = shown.list();
    if (!list.currentIndex().isValid()) {
        return;
    }
    // By the menu key Qt says the middle of the list; the card is what is meant.
    const QModelIndex pointed = list.indexAt(at);
    list.choose(pointed.isValid() ? pointed : list.currentIndex());
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setObjectName(u"board.menu"_s);
    menu->addAction(m_open);
    menu->addSeparator();
    menu->addActions(QList<QAction*>(m_moves.begin(), m_moves.end()));
    menu->popup(list.viewport()->mapToGlobal(list.visualRect(list.currentIndex()).center()));
}

} // namespace waymark::ui
