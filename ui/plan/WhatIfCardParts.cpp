// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/plan/WhatIfCard.h>

#include <ui/plan/CalmWheel.h>
#include <ui/theme/WordedSlider.h>
#include <ui/words/Percent.h>
#include <ui/words/PlanWords.h>
#include <ui/words/Words.h>

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QPushButton>

#include <algorithm>

using namespace Qt::StringLiterals;

/// The controls of the card, the dates beside them and its buttons.
namespace waymark::ui {

namespace {

constexpr int month = 30; // days

} // namespace

WordedSlider* WhatIfCard::makeSlider(const QString& id, const QString& name, int page, double unit)
{
    auto* slider = new WordedSlider(Qt::Horizontal, unit, this);
    slider->setObjectName(id);
    slider->setAccessibleName(name);
    slider->setPageStep(page);
    slider->setMinimumHeight(size::row); // room for the focus ring
    calmWheel(*slider);
    return slider;
}

/// Each with its name before it and its value behind it, at the same width whatever it says.
QGridLayout* WhatIfCard::makeControls()
{
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(space::m);
    grid->setVerticalSpacing(space::s);
    grid->setColumnStretch(1, 1);
    m_hours = makeSlider(u"plan.trial.hours"_s, tr("Hours a week"), 4, 0.5);
    m_hoursText = new TextLabel(TextRole::Strong, {}, this);
    m_hasDeadline = new QCheckBox(tr("Deadline"), this);
    m_hasDeadline->setObjectName(u"plan.trial.hasDeadline"_s);
    m_deadline = makeSlider(u"plan.trial.deadline"_s, tr("Day of the deadline"), month, 1);
    m_deadlineText = new TextLabel(TextRole::Strong, {}, this);
    m_hoursText->setObjectName(u"plan.trial.hoursText"_s);
    m_deadlineText->setObjectName(u"plan.trial.deadlineText"_s);
    m_milestone = new QComboBox(this);
    m_milestone->setObjectName(u"plan.trial.milestone"_s);
    m_milestone->setAccessibleName(tr("Milestone"));
    calmWheel(*m_milestone);
    m_milestone->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    const int widest = std::max(fontMetrics().horizontalAdvance(PlanWords::date(QDate(2028, 12, 28))),
        fontMetrics().horizontalAdvance(Words::hours(domain::mostHoursAWeek - 0.5)));
    for (TextLabel* text : { m_hoursText, m_deadlineText }) {
        text->setMinimumWidth(widest + space::l);
    }
    grid->addWidget(new TextLabel(TextRole::Body, tr("Hours a week"), this), 0, 0);
    grid->addWidget(m_hours, 0, 1);
    grid->addWidget(m_hoursText, 0, 2);
    grid->addWidget(m_hasDeadline, 1, 0);
    grid->addWidget(m_deadline, 1, 1);
    grid->addWidget(m_deadlineText, 1, 2);
    grid->addWidget(new TextLabel(TextRole::Body, tr("Milestone"), this), 2, 0);
    grid->addWidget(m_milestone, 2, 1, 1, 2);
    connect(m_hours, &QSlider::valueChanged, this, &WhatIfCard::tryHours);
    connect(m_deadline, &QSlider::valueChanged, this, &WhatIfCard::tryDeadline);
    connect(m_hasDeadline, &QCheckBox::toggled, this, &WhatIfCard::tryDeadline);
    connect(m_milestone, &QComboBox::currentIndexChanged, this, &WhatIfCard::tryMilestone);
    return grid;
}

WhatIfCard::Line WhatIfCard::makeLine(QGridLayout& grid, int row, const QString& id, const QString& caption)
{
    Line line { new TextLabel(TextRole::Caption, caption, this), new TextLabel(TextRole::Body, {}, this),
        new TextLabel(TextRole::Strong, {}, this) };
    line.now->setObjectName(id + u".now"_s);
    line.then->setObjectName(id + u".then"_s);
    grid.addWidget(line.caption, row, 0);
    grid.addWidget(line.now, row, 1);
    grid.addWidget(line.then, row, 2);
    return line;
}

QGridLayout* WhatIfCard::makeComparison()
{
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(space::l);
    grid->setVerticalSpacing(space::s);
    grid->setColumnStretch(3, 1);
    for (const int column : { 1, 2 }) { // which stay where they are while a date is worked out
        grid->setColumnMinimumWidth(column, fontMetrics().horizontalAdvance(PlanWords::date(QDate(2028, 12, 28))) + space::m);
    }
    grid->addWidget(new TextLabel(TextRole::Caption, tr("Now"), this), 0, 1);
    grid->addWidget(new TextLabel(TextRole::Caption, tr("Then"), this), 0, 2);
    m_even = makeLine(*grid, 1, u"plan.trial.p50"_s, tr("As likely as not by"));
    m_likely = makeLine(*grid, 2, u"plan.trial.p85"_s, tr("With a chance of %1 by", "percent").arg(percentText(85)));
    m_chance = makeLine(*grid, 3, u"plan.trial.chance"_s, tr("Chance of the deadline"));
    return grid;
}

QLayout* WhatIfCard::makeButtons()
{
    m_take = pushButton(u"plan.trial.take"_s, tr("Take over"), this, ButtonKind::Primary);
    m_take->setToolTip(tr("Makes this the goal; Undo takes it back"));
    m_back = pushButton(u"plan.trial.back"_s, tr("Back"), this, ButtonKind::Quiet);
    m_back->setToolTip(tr("Back to the goal as it is"));
    connect(m_take, &QPushButton::clicked, this, &WhatIfCard::takeOver);
    connect(m_back, &QPushButton::clicked, this, [this] {
        reset();
        m_hours->setFocus(Qt::OtherFocusReason); // the button that was pressed has nothing more to do
    });
    auto* row = new QHBoxLayout;
    row->setSpacing(space::s);
    row->addStretch(1);
    row->addWidget(m_back);
    row->addWidget(m_take);
    return row;
}

} // namespace waymark::ui
