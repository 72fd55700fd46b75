// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/plan/SchedulePane.h>

#include <ui/ReadOnly.h>
#include <ui/plan/DatesInView.h>
#include <ui/plan/ForecastCard.h>
#include <ui/plan/MovedNote.h>
#include <ui/plan/ObstacleNote.h>
#include <ui/plan/PlanPage.h>
#include <ui/plan/ReachedNote.h>
#include <ui/plan/ScheduleView.h>
#include <ui/plan/WhatIfCard.h>
#include <ui/plan/WishNote.h>
#include <ui/theme/Controls.h>
#include <ui/theme/Layouts.h>

#include <session/StudyForecast.h>

#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace waymark::ui {

using session::PlanObstacle;

namespace {

constexpr int leastList = 240; ///< height of the list; with less room the pane scrolls

} // namespace

SchedulePane::SchedulePane(session::Workspace& workspace, QWidget* parent)
    : PlanPane(parent)
    , m_workspace(workspace)
    , m_model(new ScheduleModel(workspace, this))
{
    makeActions();
    m_stack = new QStackedWidget(this);
    m_stack->addWidget(makeContent());
    m_stack->addWidget(makeNothing());
    bareColumn(this)->addWidget(m_stack);
    connect(&m_workspace, &session::Workspace::changed, this, &SchedulePane::follow);
    whenReadOnlyChanges(m_workspace, this, [this] { refreshOrWait(); });
    refreshActions();
}

SchedulePane::~SchedulePane() = default;

QAction* SchedulePane::makeAction(const QString& id, const QString& text, const QKeySequence& keys, void (SchedulePane::*done)())
{
    QAction* action = addActionTo(*this, id, text, keys);
    action->setShortcutContext(Qt::WidgetShortcut); // of the list: in a box of choices Alt+Down opens it
    connect(action, &QAction::triggered, this, done);
    return action;
}

void SchedulePane::makeActions()
{
    m_open = makeAction(u"plan.open"_s, tr("Open the lesson"), {}, &SchedulePane::open);
    m_map = makeAction(u"plan.map"_s, tr("Show on map"), {}, &SchedulePane::showOnMap);
    m_earlier = makeAction(u"plan.earlier"_s, tr("Study it earlier"), QKeySequence(Qt::ALT | Qt::Key_Up), &SchedulePane::moveEarlier);
    m_later = makeAction(u"plan.later"_s, tr("Study it later"), QKeySequence(Qt::ALT | Qt::Key_Down), &SchedulePane::moveLater);
    m_first = makeAction(u"plan.first"_s, tr("Study it first"), QKeySequence(Qt::ALT | Qt::Key_Home), &SchedulePane::moveFirst);
    m_last = makeAction(u"plan.last"_s, tr("Study it last"), QKeySequence(Qt::ALT | Qt::Key_End), &SchedulePane::moveLast);
    m_putBack = makeAction(u"plan.putBack"_s, tr("Put it back in the order of the course"), {}, &SchedulePane::putBack);
}

QWidget* SchedulePane::makeContent()
{
    auto* content = new QWidget;
    auto* column = bareColumn(content, space::m);
    m_forecast = new ForecastCard;
    m_whatIf = new WhatIfCard(m_workspace);
    m_moved = new MovedNote(content);
    m_wishes = new WishNote(content);
    m_list = new ScheduleView(*m_model, content);
    m_list->setMinimumHeight(leastList);
    m_list->addActions({ m_open, m_map, m_earlier, m_later, m_first, m_last, m_putBack });
    m_whatIf->hide();
    for (QWidget* part : std::initializer_list<QWidget*> { m_forecast, m_whatIf, m_moved, m_wishes }) {
        column->addWidget(part);
    }
    column->addWidget(m_list, 1);
    m_note = wrapped(TextRole::Caption, {}, content);
    m_note->setObjectName(u"plan.note"_s);
    m_note->setMinimumHeight(m_note->fontMetrics().lineSpacing()); // the list keeps its size whatever is chosen
    column->addWidget(m_note);
    bindContent();
    QScrollArea* area = scrollableColumn(content);
    area->setAccessibleName(tr("Schedule and forecast"));
    return area;
}

void SchedulePane::bindContent()
{
    connect(m_forecast, &ForecastCard::stepRequested, this, &SchedulePane::takeStep);
    connect(&m_forecast->reached(), &ReachedNote::nextGoalRequested, this, [this] {
        m_workspace.apply(session::nextGoal(m_workspace));
        m_list->setFocus(Qt::OtherFocusReason); // the button that was pressed is gone
    });
    connect(m_forecast->whatIf(), &QPushButton::toggled, this, [this](bool on) {
        m_whatIf->setVisible(on);
        m_whatIf->reset(); // what is tried is seen, or it is none
    });
    connect(m_whatIf, &WhatIfCard::stepRequested, this, &SchedulePane::takeStep);
    connect(m_moved, &MovedNote::seen, this, &SchedulePane::seen);
    connect(m_wishes, &WishNote::forgetRequested, this, &SchedulePane::forget);
    connect(m_list, &ScheduleView::moveRequested, this, &SchedulePane::move);
    connect(m_list, &QTreeView::activated, m_open, &QAction::trigger);
    connect(m_list, &ScheduleView::chosen, this, [this] {
        refreshActions();
        Q_EMIT currentSkillChanged();
    });
}

QWidget* SchedulePane::makeNothing()
{
    auto* page = new QWidget;
    auto* column = bareColumn(page);
    m_nothing = new ObstacleNote(u"plan.nothing"_s, page);
    column->addStretch(1);
    column->addLayout(centredRow(m_nothing, 2 * size::inspector));
    column->addStretch(2);
    connect(m_nothing, &ObstacleNote::stepRequested, this, &SchedulePane::takeStep);
    return page;
}

void SchedulePane::follow(const session::Changes& changes)
{
    if (changes.course) {
        m_model->forget();
        m_wishes->setWishes({}, m_workspace.roadmap(), false);
        m_forecastOf.reset();
    }
    const bool concernsPlan = changes.course || changes.goal || changes.plan || changes.time || changes.recall || changes.day
        || !changes.skills.isEmpty() || !changes.restated.empty();
    if (concernsPlan) {
        refreshOrWait();
    }
}

void SchedulePane::refreshOrWait()
{
    if (isVisible()) {
        refresh();
    } else {
        m_isStale = true;
    }
}

void SchedulePane::showEvent(QShowEvent* event)
{
    if (m_isStale) {
        refresh();
    }
    PlanPane::showEvent(event);
}

/// The order and its days are there at once; chance takes its time on a worker.
void SchedulePane::refresh()
{
    m_isStale = false;
    m_outset = session::studyOutset(m_workspace);
    const bool isNothing = m_outset.order.skills.empty();
    m_stack->setCurrentIndex(isNothing ? 1 : 0);
    if (isNothing) {
        learning::Forecast reached;
        reached.state = learning::ForecastState::Reached;
        m_nothing->setObstacle(session::obstacleOf(m_outset, reached), m_outset, m_workspace.roadmap());
    }
    const learning::Schedule schedule = session::scheduleOf(m_outset);
    m_dates = session::datesOf(m_outset, schedule, m_workspace.roadmap());
    m_model->setRows(scheduleRows(m_workspace, m_outset, schedule));
    m_list->setMovable(!m_workspace.isReadOnly());
    m_note->setVisible(hasNotes());
    m_wishes->setWishes(wishesOf(m_workspace, m_outset), m_workspace.roadmap(), !m_workspace.isReadOnly());
    refreshMoved();
    refreshForecast();
    refreshActions();
}

void SchedulePane::refreshForecast()
{
    m_forecast->reached().refresh(m_workspace);
    m_forecast->setOutset(m_outset, m_workspace.roadmap());
    m_whatIf->setOutset(m_outset);
    if (m_forecastOf == m_outset.input) {
        if (m_latest) {
            arrived(*m_latest);
        }
        return;
    }
    m_forecastOf = m_outset.input;
    m_latest.reset();
    session::startForecast(m_task, m_outset.input, [this](const learning::Forecast& forecast) { arrived(forecast); });
}

void SchedulePane::arrived(const learning::Forecast& forecast)
{
    m_latest = forecast;
    m_forecast->setForecast(m_outset, forecast, m_workspace.roadmap());
    m_whatIf->setNow(m_outset, forecast);
}

/// A plan without dates says nothing about what moved, and one on the way elsewhere is not compared.
void SchedulePane::refreshMoved()
{
    const bool isDated = !m_dates.ends.isEmpty();
    learning::PlanShift shift;
    if (isDated) {
        shift = learning::shiftBetween(m_base, m_dates);
        if (!m_base.made.isValid() || shift.isOtherGoal) {
            m_base = m_dates;
        }
    }
    m_moved->setShift(shift, m_base.made, m_workspace.roadmap());
}

void SchedulePane::seen()
{
    m_base = m_dates;
    refreshMoved();
    m_list->setFocus(Qt::OtherFocusReason);
}

void SchedulePane::refreshActions()
{
    const QString skill = currentSkill();
    const int row = m_model->rowOf(skill);
    const bool mayMove = row >= 0 && !m_workspace.isReadOnly();
    const bool isFirst = m_model->skillAbove(row).isEmpty();
    const bool isLast = m_model->skillFrom(row + 1).isEmpty();
    m_open->setEnabled(row >= 0);
    m_map->setEnabled(row >= 0);
    m_earlier->setEnabled(mayMove && !isFirst);
    m_first->setEnabled(mayMove && !isFirst);
    m_later->setEnabled(mayMove && !isLast);
    m_last->setEnabled(mayMove && !isLast);
    m_putBack->setEnabled(mayMove && (m_model->at(row).hasWish() || m_model->at(row).isNamedInWish()));
    refreshNote();
}

void SchedulePane::refreshNote()
{
    const QString note = m_model->index(m_model->rowOf(currentSkill()), ScheduleModel::NoteColumn).data().toString();
    m_note->setText(note.isEmpty() ? tr("Choose a line with a note to read all of it.") : note);
}

/// A plan without any note has no room for one.
bool SchedulePane::hasNotes() const
{
    for (int row = 0; row < m_model->rowCount(); ++row) {
        if (!m_model->index(row, ScheduleModel::NoteColumn).data().toString().isEmpty()) {
            return true;
        }
    }
    return false;
}

void SchedulePane::takeStep(PlanObstacle obstacle)
{
    switch (obstacle) {
    case PlanObstacle::None:
        return;
    case PlanObstacle::NoCourse:
        Q_EMIT courseRequested();
        return;
    case PlanObstacle::Reached:
    case PlanObstacle::DeadlinePast:
        Q_EMIT goalRequested();
        return;
    case PlanObstacle::NoHours:
    case PlanObstacle::AllDaysOff:
    case PlanObstacle::TooFar:
        Q_EMIT placeRequested({ PageId::Plan, {}, PlanPage::hoursSection });
        return;
    }
}

void SchedulePane::open()
{
    Q_EMIT placeRequested({ PageId::Skill, currentSkill(), {} });
}

void SchedulePane::showOnMap()
{
    Q_EMIT placeRequested({ PageId::Map, currentSkill(), {} });
}

void SchedulePane::goTo(const QString& skill)
{
    if (m_isStale) {
        refresh();
    }
    m_list->choose(skill);
}

QString SchedulePane::currentSkill() const
{
    return m_list == nullptr ? QString() : m_list->currentSkill();
}

QVariantMap SchedulePane::view() const
{
    return { { u"dates"_s, viewOf(m_base, m_workspace.libraryId().value_or(QString())) } };
}

void SchedulePane::restoreView(const QVariantMap& view)
{
    m_base = datesInView(view.value(u"dates"_s).toMap(), m_workspace.libraryId().value_or(QString()));
    m_isStale = true;
}

} // namespace waymark::ui
