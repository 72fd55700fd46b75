// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/plan/WeekHours.h>

#include <ui/plan/CalmWheel.h>
#include <ui/plan/DayBar.h>
#include <ui/theme/Controls.h>
#include <ui/theme/Layouts.h>
#include <ui/theme/Tokens.h>
#include <ui/words/Words.h>

#include <domain/Edits.h>

#include <QGridLayout>
#include <QLocale>
#include <QPushButton>
#include <QSpinBox>

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;

namespace waymark::ui {

namespace {

constexpr int days = 7;
constexpr int minutesADay = 24 * 60;
constexpr int mostMinutes = domain::mostHoursAWeek * 60;
constexpr int step = 15; // minutes
constexpr int usualMinutes = 60; // of a day, where a week has none

int sumOf(const domain::WeekMinutes& minutes)
{
    return std::accumulate(minutes.begin(), minutes.end(), 0);
}

} // namespace

WeekHours::WeekHours(QWidget* parent)
    : QWidget(parent)
    , m_total(new TextLabel(TextRole::Strong, {}, this))
    , m_fault(wrapped(TextRole::Body, tr("A week has at most %1 of study.").arg(Words::hours(domain::mostHoursAWeek)), this))
{
    m_total->setObjectName(u"hours.total"_s);
    m_fault->setObjectName(u"hours.fault"_s);
    m_fault->hide();
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(space::m);
    grid->setVerticalSpacing(space::xs);
    const int first = QLocale().firstDayOfWeek();
    for (int column = 0; column < days; ++column) {
        addDay(*grid, column, (first - 1 + column) % days + 1);
    }
    auto* same = pushButton(u"hours.same"_s, tr("Same every day"), this, ButtonKind::Quiet);
    auto* working = pushButton(u"hours.working"_s, tr("Working days"), this, ButtonKind::Quiet);
    same->setToolTip(tr("Lays the hours of the week evenly on all seven days"));
    working->setToolTip(tr("Lays the hours of the week evenly on the working days"));
    auto* foot = new QHBoxLayout;
    foot->setSpacing(space::s);
    foot->addWidget(m_total);
    foot->addStretch(1);
    foot->addWidget(same);
    foot->addWidget(working);
    auto* column = bareColumn(this, space::m);
    column->addLayout(grid);
    column->addWidget(m_fault);
    column->addLayout(foot);
    connect(same, &QPushButton::clicked, this, [this] {
        Q_EMIT layRequested({ Qt::Monday, Qt::Tuesday, Qt::Wednesday, Qt::Thursday, Qt::Friday, Qt::Saturday, Qt::Sunday });
    });
    connect(working, &QPushButton::clicked, this, [this] { Q_EMIT layRequested(QLocale().weekdays()); });
}

void WeekHours::addDay(QGridLayout& grid, int column, int day)
{
    const auto at = static_cast<std::size_t>(day - 1);
    auto* box = new QSpinBox(this);
    box->setObjectName(u"hours.day.%1"_s.arg(day));
    box->setAccessibleName(QLocale().dayName(day, QLocale::LongFormat));
    box->setRange(0, minutesADay);
    box->setSingleStep(step);
    calmWheel(*box);
    box->setSuffix(tr(" min", "after a number"));
    auto* name = new TextLabel(TextRole::Caption, QLocale().standaloneDayName(day, QLocale::ShortFormat), this);
    name->setAlignment(Qt::AlignCenter);
    name->setBuddy(box);
    m_boxes[at] = box;
    m_bars[at] = new DayBar(this);
    grid.addWidget(m_bars[at], 0, column);
    grid.addWidget(name, 1, column);
    grid.addWidget(box, 2, column);
    grid.setColumnStretch(column, 1);
    connect(box, &QSpinBox::valueChanged, this, &WeekHours::follow);
    connect(box, &QSpinBox::editingFinished, this, &WeekHours::finished);
}

void WeekHours::setMinutes(const domain::WeekMinutes& minutes)
{
    m_shown = minutes;
    for (std::size_t day = 0; day < m_boxes.size(); ++day) {
        const QSignalBlocker quiet(m_boxes[day]);
        m_boxes[day]->setValue(minutes[day]);
    }
    follow();
}

domain::WeekMinutes WeekHours::minutes() const
{
    domain::WeekMinutes minutes {};
    std::transform(m_boxes.begin(), m_boxes.end(), minutes.begin(), [](const QSpinBox* box) { return box->value(); });
    return minutes;
}

bool WeekHours::isTooMuch() const
{
    return sumOf(minutes()) > mostMinutes;
}

domain::WeekMinutes WeekHours::laidOn(const QList<Qt::DayOfWeek>& chosen) const
{
    const int count = std::max(static_cast<int>(chosen.size()), 1);
    const int present = std::min(sumOf(minutes()), mostMinutes);
    const int week = std::min(present > 0 ? present : count * usualMinutes, count * minutesADay);
    domain::WeekMinutes laid {};
    for (int i = 0; i < chosen.size(); ++i) {
        laid[static_cast<std::size_t>(chosen[i] - 1)] = week / count + (i < week % count ? 1 : 0);
    }
    return laid;
}

void WeekHours::follow()
{
    const domain::WeekMinutes week = minutes();
    const int most = std::max(*std::max_element(week.begin(), week.end()), usualMinutes);
    for (std::size_t day = 0; day < m_bars.size(); ++day) {
        m_bars[day]->setShare(double(week[day]) / most);
    }
    const int sum = sumOf(week);
    m_total->setText(tr("%1 a week", "hours and minutes").arg(Words::minutes(sum)));
    m_fault->setVisible(isTooMuch());
}

} // namespace waymark::ui
