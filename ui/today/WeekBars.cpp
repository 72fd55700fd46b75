// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/today/WeekBars.h>

#include <ui/theme/Theme.h>
#include <ui/words/Words.h>

#include <QLocale>
#include <QPainter>

#include <algorithm>

namespace waymark::ui {

namespace {

constexpr int barHeight = 72;
constexpr int barWidth = 14;

} // namespace

WeekBars::WeekBars(QWidget* parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void WeekBars::setWeek(const learning::StudyWeek& week, double goalHours, const QDate& today)
{
    m_week = week;
    m_goalMinutesADay = goalHours * 60 / 7;
    m_today = today;
    QStringList days;
    for (int i = 0; i < 7; ++i) {
        const QString day = QLocale().dayName(week.first.addDays(i).dayOfWeek(), QLocale::LongFormat);
        days.append(tr("%1: %2", "a weekday and the minutes studied").arg(day, Words::minutes(week.minutes[static_cast<std::size_t>(i)])));
    }
    setAccessibleName(tr("Study time of the week"));
    setAccessibleDescription(QLocale().createSeparatedList(days));
    setToolTip(days.join(QChar(u'\n')));
    update();
}

QSize WeekBars::sizeHint() const
{
    return { 7 * 64, barHeight + 2 * fontMetrics().height() + space::m };
}

QSize WeekBars::minimumSizeHint() const
{
    return { 7 * 28, sizeHint().height() };
}

double WeekBars::tallest() const
{
    const int most = *std::max_element(m_week.minutes.begin(), m_week.minutes.end());
    return std::max({ double(most), m_goalMinutesADay * 1.25, 60.0 });
}

void WeekBars::paintEvent(QPaintEvent*)
{
    const Palette& palette = activePalette();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QFont caption = type::caption(font());
    const QFontMetrics metrics(caption);
    painter.setFont(caption);
    const double column = width() / 7.0;
    const double floor = metrics.height() + barHeight;
    for (int i = 0; i < 7; ++i) {
        const QDate day = m_week.first.addDays(i);
        const int minutes = m_week.minutes[static_cast<std::size_t>(i)];
        const double centre = column * (layoutDirection() == Qt::RightToLeft ? 6.5 - i : i + 0.5);
        const QRectF slot(centre - barWidth / 2.0, floor - barHeight, barWidth, barHeight);
        painter.setPen(Qt::NoPen);
        painter.setBrush(palette.raised);
        painter.drawRoundedRect(slot, radius::small, radius::small);
        if (minutes > 0) {
            const double height = std::max(4.0, barHeight * minutes / tallest());
            painter.setBrush(palette.trail);
            painter.drawRoundedRect(QRectF(slot.left(), floor - height, barWidth, height), radius::small, radius::small);
            painter.setPen(palette.softText);
            painter.drawText(QRectF(centre - column / 2, 0, column, metrics.height()), Qt::AlignCenter, Words::minutes(minutes));
        }
        const bool isToday = day == m_today;
        QFont dayFont = caption;
        dayFont.setWeight(isToday ? QFont::DemiBold : QFont::Normal);
        painter.setFont(dayFont);
        painter.setPen(isToday ? palette.text : palette.softText);
        painter.drawText(QRectF(centre - column / 2, floor + space::xs, column, metrics.height()), Qt::AlignCenter,
            QLocale().dayName(day.dayOfWeek(), QLocale::ShortFormat));
        painter.setFont(caption);
    }
    if (m_goalMinutesADay > 0) {
        const double y = floor - barHeight * m_goalMinutesADay / tallest();
        painter.setPen(QPen(palette.mark, size::line, Qt::DashLine));
        painter.drawLine(QPointF(0, y), QPointF(width(), y));
    }
}

} // namespace waymark::ui
