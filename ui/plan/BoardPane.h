// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <session/BoardDesk.h>
#include <ui/plan/BoardLaneModel.h>
#include <ui/plan/PlanPane.h>

#include <array>

class QScrollArea;
class QStackedWidget;

namespace waymark::ui {

class BoardColumn;
class CardGhost;
class ListStandIn;

/// The steps of this week in five columns. Cards are moved by dragging them, by keys and from their menu, all by the same edits as anywhere
/// else; what cannot go to a column is refused while it is held over it, with the reason.
class BoardPane : public PlanPane
{
    Q_OBJECT

public:
    explicit BoardPane(session::Workspace& workspace, QWidget* parent = nullptr);

    void goTo(const QString& skill) override;
    [[nodiscard]] QString currentSkill() const override;

protected:
    void showEvent(QShowEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    static constexpr std::size_t few = 12; ///< cards of the backlog that are shown at first

    void makeColumns();
    void makeStandIn();
    void makeActions();
    void bind(BoardColumn& column);
    void refresh();
    void showAll(bool all); ///< cards of the backlog
    void refreshColumn(BoardColumn& column, const QHash<int, int>& minutes);
    void refreshEmptiness(const session::StudyOutset& outset);
    void refreshActions();
    [[nodiscard]] BoardEntry entryOf(const learning::BoardCard& card, const QHash<int, int>& minutes) const;
    [[nodiscard]] QString hintOf(domain::BoardLane lane, bool hasHours) const;

    [[nodiscard]] BoardColumn& column(domain::BoardLane lane) const { return *m_columns[static_cast<std::size_t>(lane)]; }
    [[nodiscard]] BoardColumn* columnWith(const QString& skill) const; ///< null for none
    [[nodiscard]] BoardColumn* columnAt(const QPoint& global) const; ///< null for none
    /// Why the skill cannot go there, as a sentence; empty where it can.
    [[nodiscard]] QString obstacle(const QString& skill, domain::BoardLane lane) const;
    void choose(BoardColumn& column);
    void goAside(const BoardColumn& from, int step);
    void moveAside(int step);
    void moveCard(const QString& skill, domain::BoardLane lane);
    void hold(BoardColumn& from, const QPoint& global);
    void letGo(const BoardColumn& from, const QPoint& global);
    void putBack();
    void showMenu(BoardColumn& column, const QPoint& at);

    session::Workspace& m_workspace;
    session::BoardDesk m_desk;
    learning::Board m_board;
    std::array<BoardColumn*, learning::boardLanes> m_columns {};
    std::array<QAction*, learning::boardLanes> m_moves {};
    QAction* m_open = nullptr;
    QAction* m_next = nullptr;
    QAction* m_before = nullptr;
    QStackedWidget* m_stack = nullptr;
    QScrollArea* m_area = nullptr;
    ListStandIn* m_standIn = nullptr;
    CardGhost* m_ghost = nullptr; ///< null unless a card is held
    domain::BoardLane m_chosen = domain::BoardLane::Doing; ///< the column that was last gone to
    bool m_showsAll = false; ///< of the backlog
    bool m_isStale = true;
};

} // namespace waymark::ui
