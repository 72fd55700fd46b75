// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/progress/Chart.h>

#include <ui/progress/ChartPlot.h>
#include <ui/theme/Theme.h>

#include <QEvent>
#include <QMouseEvent>
#include <QPainter>

#include <cmath>
#include <limits>

namespace waymark::ui {

namespace {

constexpr double reach = 24; ///< pixels from a dot within which it is met
constexpr double markRadius = 6;

} // namespace

Chart::Chart(QWidget* parent)
    : QWidget(parent)
{
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

Chart::~Chart() = default;

void Chart::setContent(const ChartContent& content, const std::vector<std::optional<ChartSpot>>& spots)
{
    if (m_content == content && m_spots == spots) {
        return;
    }
    m_content = content;
    m_spots = spots;
    setAccessibleName(content.title);
    setAccessibleDescription(content.summary);
    m_pointed = -1;
    forget();
}

void Chart::setMarked(int row)
{
    if (row != m_marked) {
        m_marked = row;
        update();
    }
}

QSize Chart::sizeHint() const
{
    return { 560, 340 };
}

QSize Chart::minimumSizeHint() const
{
    return { 280, 160 };
}

/// The palette and the font of the look are those of now.
void Chart::forget()
{
    m_plot.reset();
    update();
}

ChartPlot& Chart::plot()
{
    if (m_plot == nullptr) {
        m_plot = std::make_unique<ChartPlot>(m_content, ChartLook { activePalette(), font(), layoutDirection(), size() });
        QImage scratch(1, 1, QImage::Format_RGB32);
        m_plot->paint(scratch); // it is laid out by being painted
    }
    return *m_plot;
}

void Chart::paintEvent(QPaintEvent*)
{
    if (m_content.panels.empty()) {
        return;
    }
    plot().paint(*this);
    for (const int row : { m_marked, m_pointed }) {
        if (row < 0 || row >= static_cast<int>(m_spots.size()) || !m_spots[static_cast<std::size_t>(row)]) {
            continue;
        }
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(row == m_marked ? activePalette().mark : activePalette().text, size::focusRing));
        painter.setBrush(activePalette().surface);
        painter.drawEllipse(pixelOf(row), markRadius, markRadius);
    }
}

QPointF Chart::pixelOf(int row)
{
    return plot().pixelOf(*m_spots[static_cast<std::size_t>(row)]);
}

int Chart::rowAt(const QPointF& position)
{
    if (m_content.panels.empty()) {
        return -1;
    }
    int nearest = -1;
    double least = std::numeric_limits<double>::max();
    for (int row = 0; row < static_cast<int>(m_spots.size()); ++row) {
        if (!m_spots[static_cast<std::size_t>(row)]) {
            continue;
        }
        const QPointF away = pixelOf(row) - position;
        const double distance = !m_content.isByKey ? std::hypot(away.x(), away.y())
            : m_content.isLying                    ? std::abs(away.y())
                                                   : std::abs(away.x());
        if (distance < least && (m_content.isByKey || distance <= reach)) {
            least = distance;
            nearest = row;
        }
    }
    return nearest;
}

void Chart::point(int row)
{
    if (row != m_pointed) {
        m_pointed = row;
        update();
        Q_EMIT pointed(row);
    }
}

void Chart::mouseMoveEvent(QMouseEvent* event)
{
    point(rowAt(event->position()));
}

void Chart::mousePressEvent(QMouseEvent* event)
{
    const int row = rowAt(event->position());
    if (event->button() == Qt::LeftButton && row >= 0) {
        Q_EMIT chosen(row);
    } else {
        QWidget::mousePressEvent(event);
    }
}

void Chart::leaveEvent(QEvent* event)
{
    point(-1);
    QWidget::leaveEvent(event);
}

void Chart::changeEvent(QEvent* event)
{
    switch (event->type()) {
    case QEvent::PaletteChange:
    case QEvent::FontChange:
    case QEvent::StyleChange:
    case QEvent::LayoutDirectionChange:
    case QEvent::LocaleChange:
        forget();
        break;
    default:
        break;
    }
    QWidget::changeEvent(event);
}

void Chart::resizeEvent(QResizeEvent* event)
{
    forget();
    QWidget::resizeEvent(event);
}

} // namespace waymark::ui
