// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/today/WayCard.h>

#include <ui/plan/ReachedNote.h>
#include <ui/theme/Layouts.h>
#include <ui/theme/Tokens.h>
#include <ui/words/Isolated.h>
#include <ui/words/OutlookWords.h>
#include <ui/words/PlanWords.h>
#include <ui/words/Words.h>

#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace waymark::ui {

using session::PlanObstacle;

namespace {

/// As long as forecasts are: its words keep the place of those that come.
learning::Forecast sampleForecast()
{
    learning::Forecast sample;
    sample.p50 = QDate(2028, 12, 28);
    sample.p85 = sample.p50;
    sample.chance = 0.55;
    return sample;
}

/// What other hours, or other days off, do away with.
bool isOfHours(PlanObstacle obstacle)
{
    return obstacle == PlanObstacle::NoHours || obstacle == PlanObstacle::TooFar || obstacle == PlanObstacle::AllDaysOff;
}

/// Whether a label has its room while it is hidden.
void keepRoom(QWidget& label, bool kept)
{
    QSizePolicy policy = label.sizePolicy();
    policy.setRetainSizeWhenHidden(kept);
    label.setSizePolicy(policy);
}

} // namespace

WayCard::WayCard(QWidget* parent)
    : Card(parent)
    , m_title(wrapped(TextRole::Heading, {}, this))
    , m_reached(new ReachedNote(u"today.reached"_s, Qt::Vertical, this))
    , m_bar(new QProgressBar(this))
    , m_text(wrapped(TextRole::Body, {}, this))
    , m_forecast(wrapped(TextRole::Body, PlanWords::forecast(sampleForecast()), this))
    , m_chance(wrapped(TextRole::Caption, {}, this))
{
    setObjectName(u"today.way"_s);
    m_bar->setTextVisible(false);
    m_bar->setAccessibleName(tr("Skills reached on the way to the milestone"));
    m_forecast->setObjectName(u"today.forecast"_s);
    m_chance->setObjectName(u"today.chance"_s);
    keepRoom(*m_forecast, true);
    m_forecast->hide();
    m_chance->hide();
    QPushButton* goal = pushButton(u"changeGoal"_s, tr("Change the goal"), this);
    m_plan = pushButton(u"openPlan"_s, tr("Open the plan"), this, ButtonKind::Quiet);
    connect(goal, &QPushButton::clicked, this, &WayCard::goalRequested);
    connect(m_plan, &QPushButton::clicked, this, [this] {
        if (m_leadsToHours) {
            Q_EMIT hoursRequested();
        } else {
            Q_EMIT planRequested();
        }
    });

    auto* column = bareColumn(this, space::s);
    column->addWidget(m_title);
    column->addWidget(m_reached);
    column->addWidget(m_bar);
    column->addWidget(m_text);
    column->addWidget(m_forecast);
    column->addWidget(m_chance);
    column->addStretch(1);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(space::s);
    buttons->addWidget(goal);
    buttons->addWidget(m_plan);
    buttons->addStretch(1);
    column->addLayout(buttons);
}

void WayCard::setStanding(const QString& milestone, const learning::MilestoneStanding& standing, QDate deadline)
{
    m_title->setText(tr("On the way to \"%1\"").arg(isolated(milestone)));
    m_bar->setRange(0, standing.total);
    m_bar->setValue(standing.done);
    m_text->setText(tr("%1 of %2 skills reached, %3 of study left.")
                        .arg(QLocale().toString(standing.done), QLocale().toString(standing.total), Words::hours(standing.hoursLeft)));
    if (m_chance->isHidden()) {
        m_chance->setText(PlanWords::chance(sampleForecast(), deadline));
        keepRoom(*m_chance, deadline.isValid());
    }
}

void WayCard::setForecast(const session::StudyOutset& outset, const learning::Forecast& forecast, const domain::Roadmap& roadmap)
{
    const PlanObstacle obstacle = session::obstacleOf(outset, forecast);
    const OutlookWords words = OutlookWords::of(outset, forecast, roadmap);
    m_forecast->setText(words.dates.isEmpty() ? words.obstacle : words.dates);
    m_forecast->show();
    const QString chance = obstacle == PlanObstacle::DeadlinePast ? words.obstacle : words.chance;
    m_chance->setText(chance);
    keepRoom(*m_chance, false);
    m_chance->setVisible(!chance.isEmpty());
    m_leadsToHours = isOfHours(obstacle);
    m_plan->setText(m_leadsToHours ? PlanWords::step(obstacle) : tr("Open the plan"));
}

} // namespace waymark::ui
