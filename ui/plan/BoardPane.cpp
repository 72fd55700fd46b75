// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/plan/BoardPane.h>

#include <domain/StudyEdits.h>
#include <learning/Standing.h>
#include <ui/lists/ListStandIn.h>
#include <ui/plan/BoardColumn.h>
#include <ui/plan/BoardList.h>
#include <ui/plan/PlanPage.h>
#include <ui/theme/Controls.h>
#include <ui/theme/Layouts.h>
#include <ui/words/PlanWords.h>
#include <ui/words/Words.h>

#include <QHBoxLayout>
#include <QLocale>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>

using namespace Qt::StringLiterals;

/// What stands on the board. How cards are moved is in BoardPaneMoves.cpp.
namespace waymark::ui {

using domain::BoardLane;

BoardPane::BoardPane(session::Workspace& workspace, QWidget* parent)
    : PlanPane(parent)
    , m_workspace(workspace)
    , m_desk(workspace, QLocale().firstDayOfWeek())
{
    setObjectName(u"boardPane"_s);
    m_stack = new QStackedWidget(this);
    makeColumns();
    makeStandIn();
    bareColumn(this)->addWidget(m_stack);
    makeActions();
    connect(&m_workspace, &session::Workspace::changed, this, [this] {
        m_isStale = true;
        if (isVisible()) {
            refresh();
        }
    });
}

void BoardPane::makeColumns()
{
    auto* row = new QWidget;
    auto* line = bareRow(row, space::s);
    for (const BoardLane lane : domain::boardLanes) {
        auto* made = new BoardColumn(lane, row);
        m_columns[static_cast<std::size_t>(lane)] = made;
        line->addWidget(made, 1);
        bind(*made);
    }
    m_area = scrollable(row, this);
    m_area->setObjectName(u"board.area"_s);
    m_area->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_area->setFocusPolicy(Qt::NoFocus);
    m_stack->addWidget(m_area);
}

void BoardPane::bind(BoardColumn& made)
{
    BoardList& list = made.list();
    list.setContextMenuPolicy(Qt::CustomContextMenu);
    connect(&list, &QWidget::customContextMenuRequested, this, [this, &made](const QPoint& at) { showMenu(made, at); });
    connect(&list, &BoardList::chosenChanged, this, [this, &made] { choose(made); });
    connect(&list, &BoardList::sideRequested, this, [this, &made](int step) { goAside(made, step); });
    connect(&list, &BoardList::openRequested, this, [this](const QString& skill) { Q_EMIT placeRequested({ PageId::Skill, skill, {} }); });
    connect(&list, &BoardList::dragMoved, this, [this, &made](const QPoint& at) { hold(made, at); });
    connect(&list, &BoardList::dragEnded, this, [this, &made](const QPoint& at) { letGo(made, at); });
    connect(&list, &BoardList::dragCancelled, this, &BoardPane::putBack);
    connect(&made, &BoardColumn::offerTaken, this, [this, lane = made.lane()] {
        if (lane == BoardLane::Backlog) {
            showAll(!m_showsAll);
        } else {
            Q_EMIT placeRequested({ PageId::Plan, {}, PlanPage::hoursSection });
        }
    });
}

/// A chosen card that has no place among fewer hands the choice to the last one that has: refresh() would go back to it and show all again.
void BoardPane::showAll(bool all)
{
    m_showsAll = all;
    BoardColumn& backlog = column(BoardLane::Backlog);
    const int last = static_cast<int>(few) - 1;
    if (!all && backlog.model().rowOf(backlog.list().currentSkill()) > last) {
        backlog.list().choose(last);
    }
    refresh();
}

void BoardPane::makeStandIn()
{
    m_standIn = new ListStandIn(u"board.empty"_s, this);
    auto* goal = pushButton(u"board.goal"_s, tr("Goal and choices…"), m_standIn, ButtonKind::Primary);
    connect(goal, &QPushButton::clicked, this, &PlanPane::goalRequested);
    m_standIn->addWidget(goal);
    auto* course = pushButton(u"board.course"_s, PlanWords::step(session::PlanObstacle::NoCourse), m_standIn, ButtonKind::Primary);
    connect(course, &QPushButton::clicked, this, &PlanPane::courseRequested);
    m_standIn->addWidget(course);
    m_stack->addWidget(m_standIn);
}

void BoardPane::showEvent(QShowEvent* event)
{
    PlanPane::showEvent(event);
    if (m_isStale) {
        refresh();
    }
}

void BoardPane::refresh()
{
    m_isStale = false;
    const QString chosen = currentSkill();
    const bool hadFocus = column(m_chosen).list().hasFocus();
    const session::StudyOutset outset = session::studyOutset(m_workspace);
    const learning::Schedule schedule = session::scheduleOf(outset);
    m_board = m_desk.board(outset, schedule);
    const QHash<int, int> minutes = m_desk.minutesThisWeek(schedule);
    for (BoardColumn* each : m_columns) {
        refreshColumn(*each, minutes);
        each->setHint(hintOf(each->lane(), outset.times.minutesAWeek() > 0));
    }
    column(BoardLane::Week).setOffer(outset.times.minutesAWeek() > 0 ? QString() : tr("Set the hours"));
    refreshEmptiness(outset);
    if (!chosen.isEmpty() && column(m_chosen).list().currentSkill() != chosen) {
        goTo(chosen);
        if (BoardColumn* now = columnWith(chosen); now != nullptr && hadFocus) {
            now->list().setFocus(Qt::OtherFocusReason);
        }
    }
    refreshActions();
}

void BoardPane::refreshColumn(BoardColumn& shown, const QHash<int, int>& minutes)
{
    const std::vector<learning::BoardCard>& cards = m_board.in(shown.lane());
    const bool isLong = shown.lane() == BoardLane::Backlog && cards.size() > few;
    const std::size_t count = isLong && !m_showsAll ? few : cards.size();
    std::vector<BoardEntry> entries;
    entries.reserve(count);
    for (std::size_t i = 0; i < count; ++i) {
        entries.push_back(entryOf(cards[i], minutes));
    }
    shown.setEntries(entries);
    shown.setCount(static_cast<int>(cards.size()), shown.lane() == BoardLane::Doing ? m_desk.limit() : 0);
    if (shown.lane() == BoardLane::Backlog) {
        shown.setOffer(!isLong ? QString() : m_showsAll ? tr("Show fewer") : tr("Show all %n", nullptr, static_cast<int>(cards.size())));
    }
}

BoardEntry BoardPane::entryOf(const learning::BoardCard& card, const QHash<int, int>& minutes) const
{
    const domain::Skill& skill = m_workspace.roadmap().skill(card.skill);
    const learning::SkillState state = m_workspace.states()[static_cast<std::size_t>(card.skill)];
    QString caption;
    if (const int planned = minutes.value(card.skill); planned > 0 && !learning::isReached(state)) {
        caption = tr("%1 this week", "time of study").arg(Words::minutes(planned));
    } else if (const double left = learning::hoursLeftOf(skill, m_workspace.progress().skill(skill.id), state); left > 0) {
        caption = tr("%1 left", "hours of study").arg(Words::hours(std::max(0.1, left)));
    }
    return { skill.id, skill.title, domain::titleOfArea(m_workspace.course(), skill.area), caption, state, card.isPlaced };
}

QString BoardPane::hintOf(BoardLane lane, bool hasHours) const
{
    switch (lane) {
    case BoardLane::Backlog:
        return tr("Nothing else is on the way to the goal.");
    case BoardLane::Week:
        return hasHours ? tr("Nothing more is planned for this week.")
                        : tr("The week has no hours of study yet, so nothing is planned for it.");
    case BoardLane::Doing:
        return tr("Nothing is begun. Drag a card here to begin it.");
    case BoardLane::Waiting:
        return tr("Nothing waits for a mentor.");
    case BoardLane::Done:
        return tr("Nothing is done yet this week.");
    }
    return {};
}

void BoardPane::refreshEmptiness(const session::StudyOutset& outset)
{
    const bool isEmpty = std::ranges::all_of(m_board.lanes, [](const auto& cards) { return cards.empty(); });
    const auto obstacle = outset.hasCourse ? session::PlanObstacle::Reached : session::PlanObstacle::NoCourse;
    m_standIn->setText(PlanWords::obstacle(obstacle, outset, m_workspace.roadmap()));
    m_standIn->findChild<QPushButton*>(u"board.goal"_s)->setVisible(outset.hasCourse);
    m_standIn->findChild<QPushButton*>(u"board.course"_s)->setVisible(!outset.hasCourse);
    m_stack->setCurrentWidget(isEmpty ? static_cast<QWidget*>(m_standIn) : m_area);
}

BoardColumn* BoardPane::columnWith(const QString& skill) const
{
    const auto found = std::ranges::find_if(m_columns, [&skill](const BoardColumn* each) { return each->model().rowOf(skill) >= 0; });
    return found == m_columns.end() ? nullptr : *found;
}

QString BoardPane::currentSkill() const
{
    return column(m_chosen).list().currentSkill();
}

/// One card is chosen on the whole board: that of the column that was last gone to.
void BoardPane::choose(BoardColumn& chosen)
{
    if (chosen.list().currentSkill().isEmpty() && chosen.lane() != m_chosen) {
        return;
    }
    if (!chosen.list().currentSkill().isEmpty()) {
        m_chosen = chosen.lane();
        for (BoardColumn* each : m_columns) {
            if (each != &chosen) {
                each->list().clearSelection();
            }
        }
        m_area->ensureWidgetVisible(&chosen, 0, 0);
    }
    refreshActions();
    Q_EMIT currentSkillChanged();
}

void BoardPane::goTo(const QString& skill)
{
    if (m_isStale) {
        refresh();
    }
    const int index = m_workspace.roadmap().indexOf(skill);
    if (index >= 0 && columnWith(skill) == nullptr
        && std::ranges::find(m_board.in(BoardLane::Backlog), index, &learning::BoardCard::skill) != m_board.in(BoardLane::Backlog).end()) {
        m_showsAll = true;
        refresh();
    }
    if (BoardColumn* found = columnWith(skill)) {
        found->list().choose(found->model().rowOf(skill));
    }
}

} // namespace waymark::ui
