// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/today/WeekCard.h>

#include <ui/theme/Layouts.h>
#include <ui/theme/Tokens.h>
#include <ui/today/WeekBars.h>
#include <ui/words/PlanWords.h>
#include <ui/words/Words.h>

#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace waymark::ui {

WeekCard::WeekCard(QWidget* parent)
    : Card(parent)
    , m_bars(new WeekBars(this))
    , m_text(wrapped(TextRole::Body, {}, this))
    , m_cue(wrapped(TextRole::Body, {}, this))
    , m_set(pushButton(u"setHours"_s, tr("Set hours a week"), this))
    , m_hours(pushButton(u"openHours"_s, tr("Hours of study"), this))
{
    setObjectName(u"today.week"_s);
    m_text->setObjectName(u"today.week.text"_s);
    m_cue->setObjectName(u"today.cue"_s);
    connect(m_set, &QPushButton::clicked, this, &WeekCard::goalRequested);
    connect(m_hours, &QPushButton::clicked, this, &WeekCard::hoursRequested);
    auto* column = bareColumn(this, space::s);
    column->addWidget(new TextLabel(TextRole::Heading, tr("This week"), this));
    column->addWidget(m_bars);
    column->addWidget(m_text);
    column->addWidget(m_cue);
    column->addStretch(1);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(space::s);
    buttons->addWidget(m_set);
    buttons->addWidget(m_hours);
    buttons->addStretch(1);
    column->addLayout(buttons);
}

void WeekCard::setWeek(const session::Workspace& workspace)
{
    const learning::StudyTimes times = learning::StudyTimes::of(workspace.progress());
    const learning::StudyWeek week = workspace.studyWeek(QLocale().firstDayOfWeek());
    m_bars->setWeek(week, times, learning::learningDay(workspace.now(), workspace.zone()));
    const bool hasHours = times.minutesAWeek() > 0;
    m_text->setText(sentence(week.total(), m_bars->planned(), hasHours));
    m_set->setVisible(!hasHours);
    m_hours->setVisible(hasHours);
    const QString cue = PlanWords::cue(workspace.progress().rhythm());
    m_cue->setText(cue);
    m_cue->setVisible(!cue.isEmpty());
}

QString WeekCard::sentence(int studied, int planned, bool hasHours)
{
    if (!hasHours) {
        return studied > 0 ? tr("%1 this week. There is no weekly goal yet.").arg(Words::minutes(studied))
                           : tr("No study time is logged this week. Log it beside a lesson, under Time.");
    }
    if (planned > 0) {
        return tr("%1 of %2 this week.", "time studied and goal").arg(Words::minutes(studied), Words::minutes(planned));
    }
    return studied > 0 ? tr("%1 this week, and every day of study is off.").arg(Words::minutes(studied))
                       : tr("Every day of study this week is off.");
}

} // namespace waymark::ui
