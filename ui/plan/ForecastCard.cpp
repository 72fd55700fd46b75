// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/plan/ForecastCard.h>

#include <ui/plan/ObstacleNote.h>
#include <ui/plan/ReachedNote.h>
#include <ui/theme/Layouts.h>
#include <ui/words/Isolated.h>
#include <ui/words/OutlookWords.h>
#include <ui/words/Percent.h>
#include <ui/words/PlanWords.h>
#include <ui/words/Words.h>

#include <QHBoxLayout>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace waymark::ui {

using session::PlanObstacle;

ForecastCard::ForecastCard(QWidget* parent)
    : Card(parent)
    , m_title(wrapped(TextRole::Heading, {}, this))
    , m_reached(new ReachedNote(u"plan.forecast.reached"_s, Qt::Horizontal, this))
    , m_whatIf(pushButton(u"plan.whatIf"_s, tr("What if"), this, ButtonKind::Chip))
    , m_figures(new QWidget(this))
    , m_basis(wrapped(TextRole::Caption, {}, this))
    , m_obstacle(new ObstacleNote(u"plan.forecast.obstacle"_s, this))
{
    setObjectName(u"plan.forecast"_s);
    m_title->setObjectName(u"plan.forecast.title"_s);
    m_basis->setObjectName(u"plan.forecast.basis"_s);
    m_whatIf->setCheckable(true);
    m_whatIf->setToolTip(tr("See the dates with other hours, another deadline or milestone"));
    auto* head = new QHBoxLayout;
    head->setSpacing(space::m);
    head->addWidget(m_title, 1);
    head->addWidget(m_whatIf, 0, Qt::AlignTop);
    auto* row = bareRow(m_figures, space::xxl);
    m_even = makeFigure(u"plan.p50"_s, tr("As likely as not by"));
    m_likely = makeFigure(u"plan.p85"_s, tr("With a chance of %1 by", "percent").arg(percentText(85)));
    m_deadline = makeFigure(u"plan.chance"_s, {});
    for (const Figure& figure : { m_even, m_likely, m_deadline }) {
        row->addWidget(figure.whole);
    }
    row->addStretch(1);
    auto* column = bareColumn(this, space::s);
    column->addLayout(head);
    column->addWidget(m_reached);
    column->addWidget(m_figures);
    column->addWidget(m_obstacle);
    column->addWidget(m_basis);
    connect(m_obstacle, &ObstacleNote::stepRequested, this, &ForecastCard::stepRequested);
    clear();
}

ForecastCard::Figure ForecastCard::makeFigure(const QString& id, const QString& caption)
{
    Figure figure { new QWidget(m_figures), nullptr, nullptr };
    auto* column = bareColumn(figure.whole, 0);
    figure.caption = new TextLabel(TextRole::Caption, caption, figure.whole);
    figure.value = new TextLabel(TextRole::Heading, {}, figure.whole);
    figure.value->setObjectName(id);
    column->addWidget(figure.caption);
    column->addWidget(figure.value);
    return figure;
}

void ForecastCard::setOutset(const session::StudyOutset& outset, const domain::Roadmap& roadmap)
{
    const domain::Milestone* milestone = roadmap.milestone(outset.milestone);
    m_title->setText(milestone == nullptr ? tr("Forecast") : tr("On the way to \"%1\"").arg(isolated(milestone->title)));
    setAccessibleName(m_title->text());
    if (m_milestone != outset.milestone || m_due != outset.input.deadline) {
        m_milestone = outset.milestone;
        m_due = outset.input.deadline;
        clear();
    }
}

/// Dates to another goal under the name of this one would be wrong ones.
void ForecastCard::clear()
{
    if (m_figures->isVisible()) {
        keepRoom(true);
    }
    m_figures->hide();
    m_obstacle->hide();
    m_basis->setText(tr("Working out the dates…"));
    m_basis->show();
    setAccessibleDescription(m_basis->text());
}

/// Of the figures while they are hidden, so that what stands below does not jump up and down again.
void ForecastCard::keepRoom(bool keeps)
{
    QSizePolicy policy = m_figures->sizePolicy();
    policy.setRetainSizeWhenHidden(keeps);
    m_figures->setSizePolicy(policy);
}

void ForecastCard::setForecast(const session::StudyOutset& outset, const learning::Forecast& forecast, const domain::Roadmap& roadmap)
{
    setOutset(outset, roadmap);
    const PlanObstacle obstacle = session::obstacleOf(outset, forecast);
    const QDate deadline = outset.input.deadline;
    const OutlookWords words = OutlookWords::of(outset, forecast, roadmap);
    const bool isDated = !words.dates.isEmpty();
    keepRoom(false);
    m_figures->setVisible(isDated);
    m_even.value->setText(PlanWords::date(forecast.p50));
    m_likely.value->setText(forecast.p85.isValid() ? PlanWords::date(forecast.p85) : tr("Cannot be told"));
    m_deadline.whole->setVisible(forecast.chance.has_value() && obstacle != PlanObstacle::DeadlinePast);
    m_deadline.caption->setText(tr("By the deadline, %1").arg(PlanWords::date(deadline)));
    m_deadline.value->setText(PlanWords::chanceOf(forecast));
    m_obstacle->setObstacle(obstacle, outset, roadmap);
    const QString left = tr("%1 of study left.").arg(Words::hours(forecast.hoursLeft));
    m_basis->setText(isDated ? tr("%1 %2", "sentences").arg(left, words.basis) : left);
    m_basis->setVisible(forecast.hoursLeft > 0);
    setAccessibleDescription(tr("%1 %2", "sentences").arg(words.dates, words.chance));
}

} // namespace waymark::ui
