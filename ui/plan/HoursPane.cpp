// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/plan/HoursPane.h>

#include <ui/DraftKeeper.h>
#include <ui/ReadOnly.h>
#include <ui/plan/CueCard.h>
#include <ui/plan/DaysOffCard.h>
#include <ui/plan/ObstacleNote.h>
#include <ui/plan/WeekHours.h>
#include <ui/theme/Layouts.h>
#include <ui/words/Isolated.h>
#include <ui/words/PlanWords.h>

#include <domain/StudyEdits.h>

#include <QHBoxLayout>
#include <QLocale>
#include <QPushButton>
#include <QScrollArea>

using namespace Qt::StringLiterals;

namespace waymark::ui {

using session::PlanObstacle;

namespace {

constexpr int widest = 960;

} // namespace

HoursPane::HoursPane(session::Workspace& workspace, QWidget* parent)
    : PlanPane(parent)
    , m_workspace(workspace)
{
    auto* content = new QWidget;
    auto* column = bareColumn(content, space::l);
    m_obstacle = new ObstacleNote(u"hours.obstacle"_s, content);
    m_cue = new CueCard;
    m_daysOff = new DaysOffCard(m_workspace);
    column->addWidget(makeGoal());
    column->addWidget(m_obstacle);
    column->addWidget(makeWeek());
    column->addWidget(m_daysOff);
    column->addWidget(m_cue);
    column->addStretch(1);
    m_area = scrollableColumn(centred(content, widest), this);
    m_area->setAccessibleName(tr("Hours of study"));
    bareColumn(this)->addWidget(m_area);
    addAction(m_daysOff->removal());
    content->setEnabled(!m_workspace.isReadOnly());
    whenReadOnlyChanges(m_workspace, this, [this, content] {
        content->setEnabled(!m_workspace.isReadOnly());
        if (!m_workspace.isReadOnly()) {
            commit(); // what could not be kept meanwhile
        }
    });
    connect(m_obstacle, &ObstacleNote::stepRequested, this, &HoursPane::takeStep);
    connect(m_daysOff, &DaysOffCard::refused, this, [this](const QString& text) { Q_EMIT noticeRequested(text, NoticeTone::Info); });
    connect(m_cue, &CueCard::finished, this, &HoursPane::commit);
    connect(&m_workspace, &session::Workspace::changed, this, [this](const session::Changes& changes) {
        if (isVisible() && (changes.plan || changes.goal || changes.course || changes.day)) {
            refresh();
        }
    });
    m_week->setMinutes(present().minutes);
    m_cue->setRhythm(present());
    offerDraft();
    refreshObstacle();
}

/// A field that goes loses the keyboard first, which is no wish to save: who closes the window has said commit() before.
HoursPane::~HoursPane()
{
    m_week->disconnect(this);
    m_cue->disconnect(this);
}

void HoursPane::offerDraft()
{
    m_draft = new DraftKeeper(
        m_workspace.drafts(), { session::DraftKind::Cue }, [this] { return m_cue->written(); }, this);
    if (takesEntries(m_workspace)) {
        if (const auto left = m_draft->found<session::CueDraft>()) {
            m_cue->offer(*left);
        }
    }
    connect(m_cue, &CueCard::changed, m_draft, &DraftKeeper::noticeKey);
    connect(m_cue, &CueCard::dropped, this, [this] {
        m_cue->setRhythm(present());
        m_draft->end();
        m_cue->begin();
    });
}

void HoursPane::openDraft(session::DraftKind kind)
{
    if (kind == session::DraftKind::Cue) {
        m_cue->begin();
        m_area->ensureWidgetVisible(m_cue);
    } else {
        m_daysOff->goToForm();
        m_area->ensureWidgetVisible(m_daysOff);
    }
}

QWidget* HoursPane::makeGoal()
{
    auto* holder = new QWidget;
    m_goal = wrapped(TextRole::Body, {}, holder);
    m_goal->setObjectName(u"hours.goal"_s);
    auto* change = pushButton(u"hours.changeGoal"_s, tr("Change the goal"), holder);
    connect(change, &QPushButton::clicked, this, &PlanPane::goalRequested);
    auto* row = bareRow(holder, space::m);
    row->addWidget(m_goal, 1);
    row->addWidget(change);
    return holder;
}

QWidget* HoursPane::makeWeek()
{
    auto* card = new Card;
    auto* column = bareColumn(card, space::m);
    m_week = new WeekHours(card);
    column->addWidget(new TextLabel(TextRole::Heading, tr("Hours of the week"), card));
    column->addWidget(m_week);
    connect(m_week, &WeekHours::finished, this, &HoursPane::commit);
    connect(m_week, &WeekHours::layRequested, this, [this](const QList<Qt::DayOfWeek>& days) { setWeek(m_week->laidOn(days)); });
    return card;
}

domain::StudyRhythm HoursPane::present() const
{
    domain::StudyRhythm rhythm = m_workspace.progress().rhythm();
    rhythm.minutes = domain::weekMinutes(m_workspace.progress().goal(), rhythm);
    return rhythm;
}

void HoursPane::setWeek(const domain::WeekMinutes& minutes)
{
    m_week->setMinutes(minutes);
    domain::StudyRhythm rhythm = present();
    rhythm.minutes = minutes;
    m_workspace.apply(domain::setRhythm(m_workspace.context(), rhythm));
}

/// A week that is too full is not taken; it stays as it was typed and says so. Nor is a cue that is offered: nobody has said so.
void HoursPane::commit()
{
    m_workspace.whenStill(
        this, [this] { keepFields(); }, u"commit"_s);
}

void HoursPane::keepFields()
{
    const bool takesWeek = m_week->isChanged() && !m_week->isTooMuch();
    const bool takesCue = m_cue->isChanged() && !m_cue->isOffering();
    if (!takesEntries(m_workspace)) {
        return; // where it fell behind only since, what was entered stays and is refused with a word
    }
    m_draft->keep();
    m_daysOff->draft().keep();
    if (!takesWeek && !takesCue) {
        return;
    }
    domain::StudyRhythm rhythm = present();
    if (takesWeek) {
        rhythm.minutes = m_week->minutes();
    }
    if (takesCue) {
        m_cue->putInto(rhythm);
    }
    if (m_workspace.apply(domain::setRhythm(m_workspace.context(), rhythm)) && takesCue) {
        m_draft->end();
    }
}

bool HoursPane::hasUnsaved() const
{
    return m_week->isChanged();
}

/// What is being typed stays.
void HoursPane::refresh()
{
    const domain::StudyRhythm rhythm = present();
    if (!m_week->isChanged() || m_week->minutes() == rhythm.minutes) {
        m_week->setMinutes(rhythm.minutes);
    }
    domain::StudyRhythm entered = rhythm;
    m_cue->putInto(entered);
    if (!m_cue->isChanged() || entered == rhythm) {
        m_cue->setRhythm(rhythm);
    }
    refreshObstacle();
}

void HoursPane::refreshObstacle()
{
    const session::StudyOutset outset = session::studyOutset(m_workspace);
    const PlanObstacle obstacle = session::quickObstacleOf(outset);
    const bool isOfHours = obstacle == PlanObstacle::NoHours || obstacle == PlanObstacle::AllDaysOff || obstacle == PlanObstacle::TooFar;
    const QString step = obstacle == PlanObstacle::NoHours ? tr("An hour on each working day")
        : obstacle == PlanObstacle::TooFar                 ? tr("Change the goal")
                                                           : QString();
    m_obstacle->setObstacle(isOfHours ? obstacle : PlanObstacle::None, outset, m_workspace.roadmap(), step);
    const domain::Milestone* milestone = m_workspace.roadmap().milestone(outset.milestone);
    const QDate deadline = outset.input.deadline;
    m_goal->setText(milestone == nullptr ? tr("No goal is set.")
            : deadline.isValid()
            ? tr("On the way to \"%1\", by %2.", "a milestone and a deadline").arg(isolated(milestone->title), PlanWords::date(deadline))
            : tr("On the way to \"%1\", without a deadline.").arg(isolated(milestone->title)));
}

void HoursPane::takeStep(PlanObstacle obstacle)
{
    if (obstacle == PlanObstacle::NoHours) {
        setWeek(m_week->laidOn(QLocale().weekdays()));
    } else if (obstacle == PlanObstacle::AllDaysOff) {
        m_daysOff->begin();
    } else {
        Q_EMIT goalRequested();
    }
}

void HoursPane::showEvent(QShowEvent* event)
{
    refresh();
    PlanPane::showEvent(event);
}

void HoursPane::hideEvent(QHideEvent* event)
{
    if (!event->spontaneous()) { // else the window is only out of sight
        commit();
    }
    PlanPane::hideEvent(event);
}

} // namespace waymark::ui
