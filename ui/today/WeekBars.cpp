// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/today/WeekBars.h>

#include <ui/theme/Theme.h>
#include <ui/words/Words.h>

#include <QLocale>
#include <QPainter>

#include <algorithm>
#include <numeric>

namespace waymark::ui {

namespace {

constexpr int barHeight = 72;
constexpr int barWidth = 14;
constexpr double markWidth = 2; ///< of the line that a bar is to reach
constexpr double markLength = barWidth + 2 * space::xs;

} // namespace

WeekBars::WeekBars(QWidget* parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void WeekBars::setWeek(const learning::StudyWeek& week, const learning::StudyTimes& times, const QDate& today)
{
    m_week = week;
    m_today = today;
    const learning::StudyCalendar calendar(times, week.first);
    QStringList days;
    for (std::size_t i = 0; i < m_planned.size(); ++i) {
        const QDate day = week.first.addDays(static_cast<int>(i));
        m_planned[i] = calendar.planned(static_cast<int>(i));
        m_isOff[i] = std::ranges::any_of(times.daysOff, [day](const auto& off) { return off.first <= day && day <= off.last; });
        days.append(dayText(i));
    }
    setAccessibleName(tr("Study time of the week"));
    setAccessibleDescription(QLocale().createSeparatedList(days));
    setToolTip(days.join(QChar(u'\n')));
    updateGeometry();
    update();
}

int WeekBars::planned() const
{
    return std::accumulate(m_planned.begin(), m_planned.end(), 0);
}

QString WeekBars::dayText(std::size_t day) const
{
    const QString name = QLocale().dayName(m_week.first.addDays(static_cast<int>(day)).dayOfWeek(), QLocale::LongFormat);
    const QString studied = Words::minutes(m_week.minutes[day]);
    if (m_isOff[day]) {
        return tr("%1: %2, a day off", "a weekday and the minutes studied").arg(name, studied);
    }
    return m_planned[day] > 0
        ? tr("%1: %2 of %3", "a weekday, the minutes studied and planned").arg(name, studied, Words::minutes(m_planned[day]))
        : tr("%1: %2", "a weekday and the minutes studied").arg(name, studied);
}

QSize WeekBars::sizeHint() const
{
    const int lines = planned() > 0 ? 3 : 2; // over the bars, under them, and the key
    return { 7 * 64, barHeight + lines * fontMetrics().height() + space::m };
}

QSize WeekBars::minimumSizeHint() const
{
    return { 7 * 28, sizeHint().height() };
}

double WeekBars::tallest() const
{
    const int studied = *std::max_element(m_week.minutes.begin(), m_week.minutes.end());
    const int planned = *std::max_element(m_planned.begin(), m_planned.end());
    return std::max({ double(studied), planned * 1.25, 60.0 });
}

void WeekBars::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double column = width() / 7.0;
    const std::array<QString, 7> texts = labels();
    for (std::size_t i = 0; i < m_planned.size(); ++i) {
        const double place = layoutDirection() == Qt::RightToLeft ? 6.0 - static_cast<double>(i) : static_cast<double>(i);
        paintDay(painter, i, QRectF(column * place, 0, column, height()), texts[i]);
    }
    if (planned() > 0) {
        paintKey(painter);
    }
}

/// What the line over a day means.
void WeekBars::paintKey(QPainter& painter) const
{
    const QFont caption = type::caption(font());
    const QFontMetricsF metrics(caption);
    const QString words = tr("planned", "what the line over a day of the week stands for");
    const double wide = markLength + space::s + metrics.horizontalAdvance(words);
    const bool isMirrored = layoutDirection() == Qt::RightToLeft;
    const double line = metrics.height();
    const QRectF key((width() - wide) / 2, height() - line, wide, line);
    const double mark = isMirrored ? key.right() - markLength : key.left();
    painter.setPen(QPen(activePalette().mark, markWidth));
    painter.drawLine(QPointF(mark, key.center().y()), QPointF(mark + markLength, key.center().y()));
    painter.setFont(caption);
    painter.setPen(activePalette().softText);
    const double text = markLength + space::s;
    painter.drawText(isMirrored ? key.adjusted(0, 0, -text, 0) : key.adjusted(text, 0, 0, 0), Qt::AlignCenter | Qt::TextDontClip, words);
}

std::array<QString, 7> WeekBars::labels() const
{
    const QFontMetricsF metrics(type::caption(font()));
    std::array<QString, 7> texts;
    bool isWide = false;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        texts[i] = m_week.minutes[i] > 0 ? Words::minutes(m_week.minutes[i]) : QString();
        isWide = isWide || metrics.horizontalAdvance(texts[i]) > width() / 7.0 - space::xs;
    }
    for (std::size_t i = 0; isWide && i < texts.size(); ++i) {
        if (const int minutes = m_week.minutes[i]; minutes > 0) {
            texts[i] = tr("%1:%2", "hours and minutes of study, short").arg(minutes / 60).arg(minutes % 60, 2, 10, QChar(u'0'));
        }
    }
    return texts;
}

void WeekBars::paintDay(QPainter& painter, std::size_t day, const QRectF& column, const QString& label) const
{
    const Palette& palette = activePalette();
    QFont caption = type::caption(font());
    const double line = QFontMetricsF(caption).height();
    const double floor = line + barHeight;
    const QRectF slot(column.center().x() - barWidth / 2.0, line, barWidth, barHeight);
    const int minutes = m_week.minutes[day];
    painter.setFont(caption);
    painter.setPen(Qt::NoPen);
    if (!m_isOff[day]) {
        painter.setBrush(palette.raised);
        painter.drawRoundedRect(slot, radius::small, radius::small);
    }
    if (minutes > 0) {
        const double height = std::max(4.0, barHeight * minutes / tallest());
        painter.setBrush(palette.trail);
        painter.drawRoundedRect(QRectF(slot.left(), floor - height, barWidth, height), radius::small, radius::small);
    }
    if (m_planned[day] > 0) {
        const double y = floor - barHeight * m_planned[day] / tallest();
        painter.setPen(QPen(palette.mark, markWidth));
        painter.drawLine(QPointF(slot.left() - space::xs, y), QPointF(slot.right() + space::xs, y));
    }
    painter.setPen(palette.softText);
    painter.drawText(QRectF(column.left(), 0, column.width(), line), Qt::AlignCenter, label);
    if (m_isOff[day]) {
        painter.drawText(QRectF(column.left(), floor - line, column.width(), line), Qt::AlignCenter, tr("off", "a day without study"));
    }
    const QDate date = m_week.first.addDays(static_cast<int>(day));
    caption.setWeight(date == m_today ? QFont::DemiBold : QFont::Normal);
    painter.setFont(caption);
    painter.setPen(date == m_today ? palette.text : palette.softText);
    painter.drawText(QRectF(column.left(), floor + space::xs, column.width(), line), Qt::AlignCenter,
        QLocale().dayName(date.dayOfWeek(), QLocale::ShortFormat));
}

} // namespace waymark::ui
