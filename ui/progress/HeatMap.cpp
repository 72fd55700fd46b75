// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/progress/HeatMap.h>

#include <ui/progress/SvgPicture.h>
#include <ui/theme/Theme.h>
#include <ui/words/Words.h>

#include <QLocale>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <array>
#include <cmath>

namespace waymark::ui {

namespace {

constexpr int weekDays = 7;
constexpr double widestPitch = 56;
constexpr int mostBands = 4;
constexpr int bandGap = space::l;
constexpr double leastPitch = 6;
constexpr double gapShare = 0.18; ///< of the pitch
constexpr std::array stepMinutes { 1, 30, 60, 120 }; ///< from which a step holds
constexpr std::array stepSides { 0.0, 0.4, 0.6, 0.8, 1.0 }; ///< of the square that is filled
constexpr double paperWidth = 960;
constexpr int usualWidth = 640;

QDate dayOf(const HeatContent& content, int index)
{
    return content.days.first.addDays(index);
}

} // namespace

HeatPainter::HeatPainter(const HeatContent& content, const QFont& font, Qt::LayoutDirection direction, double width, double height)
    : m_content(content)
    , m_font(type::caption(font))
    , m_direction(direction)
    , m_width(width)
{
    const QFontMetricsF metrics(m_font);
    m_line = metrics.height() + space::xs;
    m_names = 0;
    for (int day = Qt::Monday; day <= Qt::Sunday; ++day) {
        m_names = std::max(m_names, metrics.horizontalAdvance(QLocale().dayName(day, QLocale::ShortFormat)));
    }
    m_names += space::s;
    m_pitch = std::clamp((m_width - m_names) / weeksInBand(), leastPitch, widestPitch);
    if (height > 0) {
        chooseBands(height);
    }
}

/// As many as make the squares largest.
void HeatPainter::chooseBands(double height)
{
    double best = 0;
    int chosen = 1;
    for (m_bands = 1; m_bands <= mostBands; ++m_bands) {
        const double words = m_bands * m_line + (m_bands - 1) * bandGap + space::s + m_line;
        const double pitch = std::min((m_width - m_names) / weeksInBand(), (height - words) / (weekDays * m_bands));
        if (pitch > best) {
            best = pitch;
            chosen = m_bands;
        }
    }
    m_bands = chosen;
    m_pitch = std::clamp(best, leastPitch, widestPitch);
}

int HeatPainter::weeksInBand() const
{
    return (learning::Statistics::weeksOfDays + m_bands - 1) / m_bands;
}

double HeatPainter::bandTop(int band) const
{
    return band * (m_line + weekDays * m_pitch + bandGap);
}

int HeatPainter::stepOf(int minutes)
{
    return static_cast<int>(std::upper_bound(stepMinutes.begin(), stepMinutes.end(), minutes) - stepMinutes.begin());
}

double HeatPainter::height() const
{
    return bandTop(m_bands) - bandGap + space::s + m_line;
}

QRectF HeatPainter::mirrored(const QRectF& rect) const
{
    return m_direction == Qt::RightToLeft ? QRectF(m_width - rect.right(), rect.top(), rect.width(), rect.height()) : rect;
}

QRectF HeatPainter::rectOf(int day) const
{
    const double side = m_pitch * (1 - gapShare);
    const int week = day / weekDays;
    const double top = bandTop(week / weeksInBand()) + m_line;
    return mirrored({ m_names + m_pitch * (week % weeksInBand()), top + m_pitch * (day % weekDays), side, side });
}

int HeatPainter::dayAt(const QPointF& position) const
{
    const double x = (m_direction == Qt::RightToLeft ? m_width - position.x() : position.x()) - m_names;
    const int band = static_cast<int>(std::floor(position.y() / bandTop(1)));
    const double y = position.y() - bandTop(band) - m_line;
    const int week = static_cast<int>(x / m_pitch);
    if (x < 0 || band < 0 || y < 0 || y >= weekDays * m_pitch || week >= weeksInBand()) {
        return -1;
    }
    const int day = (band * weeksInBand() + week) * weekDays + static_cast<int>(y / m_pitch);
    return day < static_cast<int>(m_content.days.minutes.size()) ? day : -1;
}

void HeatPainter::paintSquare(QPainter& painter, const QRectF& rect, int step, const Palette& palette) const
{
    const double corner = rect.width() / 5;
    painter.setPen(Qt::NoPen);
    painter.setBrush(palette.raised);
    painter.drawRoundedRect(rect, corner, corner);
    if (step > 0) {
        const double side = rect.width() * stepSides[static_cast<std::size_t>(step)];
        QRectF filled(0, 0, side, side);
        filled.moveCenter(rect.center());
        painter.setBrush(palette.trail);
        painter.drawRoundedRect(filled, corner, corner);
    }
}

void HeatPainter::paintWeekdays(QPainter& painter, int band) const
{
    const bool isTight = m_pitch < m_line - space::xs;
    for (int day = 0; day < weekDays; ++day) {
        if (!isTight || day % 2 == 0) {
            const QRectF line = mirrored({ 0, bandTop(band) + m_line + m_pitch * day, m_names - space::s, m_pitch * (1 - gapShare) });
            const QString name = QLocale().dayName(dayOf(m_content, day).dayOfWeek(), QLocale::ShortFormat);
            painter.drawText(line, static_cast<int>(Qt::AlignVCenter | Qt::AlignRight) | Qt::TextDontClip, name);
        }
    }
}

/// Over the week with the first day of the month, where the name before leaves room.
void HeatPainter::paintMonths(QPainter& painter) const
{
    const QFontMetricsF metrics(m_font);
    double free = 0;
    int last = 0; // band
    for (int day = 0; day < static_cast<int>(m_content.days.minutes.size()); ++day) {
        const QDate date = dayOf(m_content, day);
        const int week = day / weekDays;
        const int band = week / weeksInBand();
        const double left = m_names + m_pitch * (week % weeksInBand());
        free = band == last ? free : 0;
        last = band;
        if (date.day() != 1 || left < free) {
            continue;
        }
        const QString name = QLocale().standaloneMonthName(date.month(), QLocale::ShortFormat);
        const double width = metrics.horizontalAdvance(name);
        if (left + width <= m_width) {
            painter.drawText(mirrored({ left, bandTop(band), width, m_line }), static_cast<int>(Qt::AlignCenter) | Qt::TextDontClip, name);
            free = left + width + space::s;
        }
    }
}

void HeatPainter::paintLegend(QPainter& painter, const Palette& palette) const
{
    const std::array<QString, stepSides.size()> words { tr("nothing logged"), tr("under %1").arg(Words::minutes(stepMinutes[1])),
        tr("from %1").arg(Words::minutes(stepMinutes[1])), tr("from %1").arg(Words::minutes(stepMinutes[2])),
        tr("from %1").arg(Words::minutes(stepMinutes[3])) };
    const QFontMetricsF metrics(m_font);
    const double side = std::min(m_pitch, m_line) * (1 - gapShare);
    const double top = height() - m_line;
    double left = m_names;
    for (std::size_t step = 0; step < words.size(); ++step) {
        const double width = metrics.horizontalAdvance(words[step]);
        paintSquare(painter, mirrored({ left, top + (m_line - side) / 2, side, side }), static_cast<int>(step), palette);
        left += side + space::xs;
        painter.setPen(palette.softText);
        painter.drawText(mirrored({ left, top, width, m_line }), static_cast<int>(Qt::AlignCenter) | Qt::TextDontClip, words[step]);
        left += width + space::m;
    }
}

void HeatPainter::paint(QPainter& painter, const Palette& palette) const
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setLayoutDirection(m_direction);
    painter.setFont(m_font);
    painter.setPen(palette.softText);
    for (int band = 0; band < m_bands; ++band) {
        paintWeekdays(painter, band);
    }
    paintMonths(painter);
    for (int day = 0; day < static_cast<int>(m_content.days.minutes.size()); ++day) {
        paintSquare(painter, rectOf(day), stepOf(m_content.days.minutes[static_cast<std::size_t>(day)]), palette);
    }
    paintLegend(painter, palette);
}

HeatMap::HeatMap(QWidget* parent)
    : QWidget(parent)
{
    setMouseTracking(true);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void HeatMap::setContent(const HeatContent& content, const std::vector<int>& rows)
{
    if (m_content != content || m_rows != rows) {
        m_content = content;
        m_rows = rows;
        setAccessibleName(content.title);
        setAccessibleDescription(content.summary);
        update();
    }
}

void HeatMap::setMarked(int row)
{
    if (row != m_marked) {
        m_marked = row;
        update();
    }
}

HeatPainter HeatMap::painterNow() const
{
    return { m_content, font(), layoutDirection(), static_cast<double>(width()), static_cast<double>(height()) };
}

QRectF HeatMap::rectOf(int row) const
{
    const auto day = std::find(m_rows.begin(), m_rows.end(), row);
    return row < 0 || day == m_rows.end() ? QRectF() : painterNow().rectOf(static_cast<int>(day - m_rows.begin()));
}

int HeatMap::heightForWidth(int width) const
{
    return static_cast<int>(std::ceil(HeatPainter(m_content, font(), layoutDirection(), width).height()));
}

QSize HeatMap::sizeHint() const
{
    return { usualWidth, heightForWidth(usualWidth) };
}

QSize HeatMap::minimumSizeHint() const
{
    const int width = static_cast<int>(leastPitch) * learning::Statistics::weeksOfDays + 2 * space::xxl;
    return { width, heightForWidth(width) };
}

void HeatMap::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painterNow().paint(painter, activePalette());
    if (const QRectF marked = rectOf(m_marked); !marked.isEmpty()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(activePalette().mark, size::focusRing));
        painter.drawRoundedRect(marked.adjusted(-1, -1, 1, 1), radius::small, radius::small);
    }
}

int HeatMap::rowAt(const QPointF& position) const
{
    const int day = painterNow().dayAt(position);
    return day < 0 || day >= static_cast<int>(m_rows.size()) ? -1 : m_rows[static_cast<std::size_t>(day)];
}

void HeatMap::mouseMoveEvent(QMouseEvent* event)
{
    Q_EMIT pointed(rowAt(event->position()));
}

void HeatMap::mousePressEvent(QMouseEvent* event)
{
    const int row = rowAt(event->position());
    if (event->button() == Qt::LeftButton && row >= 0) {
        Q_EMIT chosen(row);
    } else {
        QWidget::mousePressEvent(event);
    }
}

void HeatMap::leaveEvent(QEvent* event)
{
    Q_EMIT pointed(-1);
    QWidget::leaveEvent(event);
}

QByteArray heatSvg(const HeatContent& content, const QFont& font, Qt::LayoutDirection direction)
{
    const Palette& palette = paletteOf(PaletteId::Light);
    const HeatPainter heat(content, font, direction, paperWidth);
    const QFont strong = type::strong(font);
    const QRectF title(0, 0, paperWidth, QFontMetricsF(strong).height() + space::m);
    const QSizeF inner(paperWidth, title.height() + heat.height());
    const QSize size = inner.toSize() + QSize(2 * space::l, 2 * space::l);
    return svgPicture(content.title, content.summary, size, [&](QPaintDevice& device) {
        QPainter painter(&device);
        painter.setLayoutDirection(direction);
        painter.fillRect(QRect(QPoint(0, 0), size), palette.surface);
        painter.translate(space::l, space::l);
        painter.setFont(strong);
        painter.setPen(palette.text);
        painter.drawText(title, static_cast<int>(Qt::AlignTop | Qt::AlignLeft), content.title);
        painter.translate(0, title.height());
        heat.paint(painter, palette);
    });
}

} // namespace waymark::ui
