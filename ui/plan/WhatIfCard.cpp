// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/plan/WhatIfCard.h>

#include <ui/theme/Layouts.h>
#include <ui/theme/WordedSlider.h>
#include <ui/words/Isolated.h>
#include <ui/words/PlanWords.h>
#include <ui/words/Words.h>

#include <session/StudyForecast.h>

#include <QCheckBox>
#include <QComboBox>
#include <QPushButton>
#include <QSignalBlocker>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace waymark::ui {

using session::PlanObstacle;

namespace {

constexpr double leastHours = 0.5; // that are tried; a goal of fewer stands at 0
constexpr double usualMost = 40; // hours a week, to which the slider goes
constexpr double mostHours = domain::mostHoursAWeek;
constexpr int leastDays = 365; // that the slider of the deadline has
constexpr int mostDays = 20 * 365;
constexpr double tenYears = 520; // weeks: within them a plan is worth its name
constexpr QStringView unknown = u"…"; // a date that is being worked out

} // namespace

WhatIfCard::WhatIfCard(session::Workspace& workspace, QWidget* parent)
    : Card(parent)
    , m_workspace(workspace)
    , m_faultRow(new QWidget(this))
    , m_fault(wrapped(TextRole::Body, {}, m_faultRow))
    , m_mend(pushButton(u"plan.trial.mend"_s, {}, m_faultRow))
{
    setObjectName(u"plan.trial"_s);
    setAccessibleName(tr("What if"));
    m_fault->setObjectName(u"plan.trial.fault"_s);
    auto* fault = bareColumn(m_faultRow, space::s);
    fault->addWidget(m_fault);
    fault->addWidget(m_mend, 0, Qt::AlignLeading);
    connect(m_mend, &QPushButton::clicked, this, &WhatIfCard::mendFault);
    auto* row = new QHBoxLayout;
    row->setSpacing(space::xxl);
    row->addLayout(makeControls(), 3);
    auto* results = new QVBoxLayout;
    results->setSpacing(space::s);
    results->addLayout(makeComparison());
    results->addWidget(m_faultRow);
    results->addStretch(1);
    results->addLayout(makeButtons());
    row->addLayout(results, 2);
    auto* column = bareColumn(this, space::s);
    column->addWidget(new TextLabel(TextRole::Heading, tr("What if"), this));
    column->addLayout(row);
    m_faultRow->hide();
}

QDate WhatIfCard::goalDeadline() const
{
    return m_workspace.progress().goal().deadline;
}

void WhatIfCard::fillMilestones()
{
    const QSignalBlocker quiet(m_milestone);
    m_milestone->clear();
    for (const domain::Milestone& stage : m_workspace.course().milestones) {
        if (!stage.view) {
            const double left = m_workspace.standingOf(stage).hoursLeft;
            m_milestone->addItem(tr("%1 (%2 left)", "milestone and hours").arg(isolated(stage.title), Words::hours(left)), stage.id);
        }
    }
    m_milestone->setCurrentIndex(m_milestone->findData(m_tried.milestone.value_or(m_now.milestone)));
}

/// From tomorrow on, and well beyond what is likely. A deadline that has passed stands before all these days, at 0.
void WhatIfCard::fitDeadline()
{
    const QDate today = m_now.input.today;
    const QDate wanted = m_tried.deadline.value_or(goalDeadline());
    const qint64 likely = m_forecast && m_forecast->p85.isValid() ? 2 * today.daysTo(m_forecast->p85) : leastDays;
    const qint64 present = wanted.isValid() ? today.daysTo(wanted) : 0;
    const QSignalBlocker quietSlider(m_deadline);
    const QSignalBlocker quietBox(m_hasDeadline);
    const qint64 wide = std::clamp<qint64>(std::max(likely, present + leastDays), leastDays, mostDays);
    const auto most = static_cast<int>(std::max(wide, present)); // one that is farther off has its place as well
    const bool isPast = goalDeadline().isValid() && goalDeadline() <= today;
    m_deadline->setRange(isPast ? 0 : 1, most);
    m_deadline->setValue(wanted.isValid() ? static_cast<int>(std::max<qint64>(present, 0)) : most / 2);
    m_hasDeadline->setChecked(wanted.isValid());
}

void WhatIfCard::setOutset(const session::StudyOutset& outset)
{
    const bool isSameGoal = outset.milestone == m_now.milestone && outset.input.deadline == m_now.input.deadline
        && outset.times.minutesAWeek() == m_now.times.minutesAWeek();
    if (!isSameGoal) { // and a trial has its own to wait for
        m_forecast.reset();
        for (const Line& line : { m_even, m_likely, m_chance }) {
            line.now->setText(unknown.toString());
        }
    }
    m_now = outset;
    fitControls();
}

void WhatIfCard::setNow(const session::StudyOutset& outset, const learning::Forecast& forecast)
{
    m_now = outset;
    m_forecast = forecast;
    fitControls();
}

void WhatIfCard::fitControls()
{
    fitHours();
    fitDeadline();
    fillMilestones();
    follow();
}

void WhatIfCard::fitHours()
{
    const double goal = m_workspace.progress().goal().hoursPerWeek;
    const double hours = m_tried.hoursPerWeek.value_or(goal);
    const QSignalBlocker quiet(m_hours);
    m_hours->setRange(goal < leastHours ? 0 : 1, static_cast<int>(2 * std::clamp(2 * hours, usualMost, mostHours)));
    m_hours->setValue(hours < leastHours ? 0 : static_cast<int>(std::lround(2 * hours)));
}

void WhatIfCard::tryHours(int half)
{
    m_tried.hoursPerWeek = half == 0 ? m_workspace.progress().goal().hoursPerWeek : half / 2.0;
    follow();
}

QDate WhatIfCard::deadline() const
{
    if (!m_hasDeadline->isChecked()) {
        return {};
    }
    return m_deadline->value() == 0 ? goalDeadline() : m_now.input.today.addDays(m_deadline->value());
}

void WhatIfCard::tryDeadline()
{
    m_tried.deadline = deadline();
    follow();
}

void WhatIfCard::tryMilestone()
{
    m_tried.milestone = m_milestone->currentData().toString();
    follow();
}

/// What is as it is already is no trial.
void WhatIfCard::follow()
{
    const domain::Goal& goal = m_workspace.progress().goal();
    if (m_tried.hoursPerWeek == goal.hoursPerWeek) {
        m_tried.hoursPerWeek.reset();
    }
    if (m_tried.deadline == goal.deadline) {
        m_tried.deadline.reset();
    }
    if (m_tried.milestone == m_now.milestone) {
        m_tried.milestone.reset();
    }
    followControls();
    if (m_tried == session::WhatIf {}) {
        m_task.cancel();
        m_then = m_now;
        compare(m_forecast);
        return;
    }
    m_then = session::studyOutset(m_workspace, m_tried);
    session::startForecast(m_task, m_then.input, [this](const learning::Forecast& forecast) { compare(forecast); });
}

void WhatIfCard::followControls()
{
    const double hours = m_tried.hoursPerWeek.value_or(m_workspace.progress().goal().hoursPerWeek);
    const QDate wanted = m_tried.deadline.value_or(goalDeadline());
    m_hoursText->setText(Words::hours(std::round(hours * 10) / 10));
    m_deadlineText->setText(wanted.isValid() ? PlanWords::date(wanted) : tr("None", "a deadline"));
    m_hours->setWords(m_hoursText->text());
    m_deadline->setWords(m_deadlineText->text());
    m_deadline->setEnabled(m_hasDeadline->isChecked());
    const bool isTrial = m_tried != session::WhatIf {};
    m_take->setEnabled(isTrial && !m_workspace.isReadOnly());
    m_back->setEnabled(isTrial);
}

void WhatIfCard::compare(const std::optional<learning::Forecast>& then)
{
    m_forecastThen = then.value_or(learning::Forecast {});
    const auto dateOf = [](const std::optional<learning::Forecast>& forecast, QDate learning::Forecast::*day) {
        const QDate date = forecast ? (*forecast).*day : QDate();
        return !forecast ? unknown.toString() : date.isValid() ? PlanWords::date(date) : tr("None", "a date");
    };
    const auto chanceOf
        = [](const std::optional<learning::Forecast>& forecast) { return forecast ? PlanWords::chanceOf(*forecast) : unknown.toString(); };
    m_even.now->setText(dateOf(m_forecast, &learning::Forecast::p50));
    m_even.then->setText(dateOf(then, &learning::Forecast::p50));
    m_likely.now->setText(dateOf(m_forecast, &learning::Forecast::p85));
    m_likely.then->setText(dateOf(then, &learning::Forecast::p85));
    m_chance.now->setText(chanceOf(m_forecast));
    m_chance.then->setText(chanceOf(then));
    const bool hasChance = m_forecastThen.chance || (m_forecast ? m_forecast->chance.has_value() : m_now.input.deadline.isValid());
    for (TextLabel* label : { m_chance.caption, m_chance.now, m_chance.then }) {
        label->setVisible(hasChance);
    }
    showFault();
}

void WhatIfCard::showFault()
{
    m_obstacle = session::obstacleOf(m_then, m_forecastThen);
    m_fault->setText(PlanWords::obstacle(m_obstacle, m_then, m_workspace.roadmap()));
    m_mend->setText(mending());
    m_faultRow->setVisible(m_obstacle != PlanObstacle::None && m_tried != session::WhatIf {});
}

/// Half hours a week to try where those tried are too few: about as many as have it done in ten years by the estimates, and twice those
/// of now at least. 0 where the slider is at its end.
int WhatIfCard::moreHours() const
{
    const double hours = m_tried.hoursPerWeek.value_or(m_workspace.progress().goal().hoursPerWeek);
    const double wanted = std::max({ 2 * hours, m_forecastThen.hoursLeft / tenYears, leastHours });
    const bool isAtEnd = m_hours->value() == m_hours->maximum();
    return isAtEnd ? 0 : std::clamp(static_cast<int>(std::ceil(2 * wanted)), m_hours->value() + 1, m_hours->maximum());
}

QString WhatIfCard::mending() const
{
    const bool needsHours = m_obstacle == PlanObstacle::NoHours || m_obstacle == PlanObstacle::TooFar;
    if (needsHours && moreHours() > 0) {
        return tr("Try %1 a week", "hours").arg(Words::hours(moreHours() / 2.0));
    }
    if (m_obstacle == PlanObstacle::DeadlinePast) {
        return tr("Try %1", "a deadline").arg(PlanWords::date(m_forecastThen.p85.isValid() ? m_forecastThen.p85 : m_forecastThen.p50));
    }
    return PlanWords::step(needsHours ? PlanObstacle::Reached : m_obstacle);
}

/// By the controls of this card, as far as they can.
void WhatIfCard::mendFault()
{
    const bool needsHours = m_obstacle == PlanObstacle::NoHours || m_obstacle == PlanObstacle::TooFar;
    if (needsHours && moreHours() > 0) {
        m_hours->setFocus(Qt::OtherFocusReason);
        m_hours->setValue(moreHours());
    } else if (m_obstacle == PlanObstacle::DeadlinePast) {
        m_tried.deadline = m_forecastThen.p85.isValid() ? m_forecastThen.p85 : m_forecastThen.p50;
        fitDeadline();
        m_deadline->setFocus(Qt::OtherFocusReason);
        follow();
    } else if (needsHours || m_obstacle == PlanObstacle::Reached) {
        m_milestone->setFocus(Qt::OtherFocusReason);
        m_milestone->showPopup();
    } else {
        Q_EMIT stepRequested(m_obstacle);
    }
}

/// The rhythm stays: how the hours lie on the days follows it, whatever they add up to.
void WhatIfCard::takeOver()
{
    domain::Goal goal = m_workspace.progress().goal();
    goal.hoursPerWeek = m_tried.hoursPerWeek.value_or(goal.hoursPerWeek);
    goal.deadline = m_tried.deadline.value_or(goal.deadline);
    goal.milestone = m_tried.milestone.value_or(goal.milestone);
    if (m_workspace.apply(domain::setGoal(m_workspace.context(), goal))) {
        reset();
        m_hours->setFocus(Qt::OtherFocusReason);
    }
}

void WhatIfCard::reset()
{
    m_tried = {};
    fitControls();
}

} // namespace waymark::ui
