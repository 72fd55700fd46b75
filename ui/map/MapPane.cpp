// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/map/MapPane.h>

#include <ui/map/MapActions.h>
#include <ui/map/MapCanvas.h>
#include <ui/map/MapOverlays.h>
#include <ui/map/MapStrips.h>
#include <ui/map/Minimap.h>
#include <ui/theme/Theme.h>

#include <QAction>
#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark::ui {

namespace {

constexpr int widestStrip = 148;
constexpr int narrowestStrip = 96;
constexpr int widestMinimap = 232;
constexpr double zoomStep = 1.25;

} // namespace

MapPane::MapPane(session::Workspace& workspace, const MapActions& actions, QWidget* parent)
    : QWidget(parent)
    , m_canvas(new MapCanvas(workspace, this))
    , m_areas(new AreaStrip(*m_canvas, this))
    , m_eras(new EraStrip(*m_canvas, this))
    , m_minimap(new Minimap(*m_canvas, this))
    , m_zoom(new ZoomBar(*m_canvas, actions, this))
    , m_legend(new MapLegend(this))
{
    setObjectName(u"mapPane"_s);
    setFocusProxy(m_canvas);
    m_legend->hide();
    m_minimap->raise();
    m_zoom->raise();
    m_legend->raise();
    bind(actions);
}

void MapPane::bind(const MapActions& actions)
{
    addActions(actions.all());
    connect(actions["map.zoom-in"], &QAction::triggered, m_canvas, [this] { m_canvas->zoomBy(zoomStep); });
    connect(actions["map.zoom-out"], &QAction::triggered, m_canvas, [this] { m_canvas->zoomBy(1 / zoomStep); });
    connect(actions["map.zoom-100"], &QAction::triggered, m_canvas, [this] { m_canvas->zoomTo(1); });
    connect(actions["map.fit"], &QAction::triggered, m_canvas, &MapCanvas::fit);
    connect(actions["map.minimap"], &QAction::toggled, this, &MapPane::placeOverlays);
    connect(actions["map.legend"], &QAction::toggled, m_legend, &QWidget::setVisible);
    connect(actions["map.legend"], &QAction::toggled, this, &MapPane::placeOverlays);
    connect(actions["map.minimap"], &QAction::toggled, m_minimap, &QWidget::setVisible);
    connect(m_legend, &MapLegend::closeRequested, actions["map.legend"], [legend = actions["map.legend"]] { legend->setChecked(false); });
    connect(m_canvas, &MapCanvas::sceneChanged, this, &MapPane::placeOverlays); // another shape of the overview
}

void MapPane::place()
{
    const int left = std::clamp(width() / 8, narrowestStrip, widestStrip);
    const QFontMetrics caption(type::caption(font()));
    const int top = 2 * caption.height() + space::m;
    const QRect canvas(left, top, width() - left, height() - top);
    const auto mirrored = [this](const QRect& place) {
        return layoutDirection() == Qt::RightToLeft ? QRect(width() - place.right() - 1, place.top(), place.width(), place.height())
                                                    : place;
    };
    m_canvas->setGeometry(mirrored(canvas));
    m_areas->setGeometry(mirrored(QRect(0, top, left, height() - top)));
    m_eras->setGeometry(mirrored(QRect(left, 0, width() - left, top)));
    placeOverlays();
}

void MapPane::setCovered(int width)
{
    if (m_covered != width) {
        m_covered = width;
        placeOverlays();
    }
}

void MapPane::placeOverlays()
{
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    const QRect room
        = m_canvas->geometry().adjusted(space::m + (mirrored ? m_covered : 0), space::m, -space::m - (mirrored ? 0 : m_covered), -space::m);
    m_zoom->resize(m_zoom->sizeHint());
    m_zoom->move(room.left(), room.bottom() + 1 - m_zoom->height());
    m_minimap->resize(m_minimap->sizeFor(std::clamp(room.width() / 3, 0, widestMinimap)));
    m_minimap->move(room.right() + 1 - m_minimap->width(), room.bottom() + 1 - m_minimap->height());
    m_legend->resize(m_legend->sizeHint().boundedTo(room.size()));
    m_legend->move(room.left(), std::max(room.top(), m_zoom->y() - space::s - m_legend->height()));
}

void MapPane::resizeEvent(QResizeEvent* event)
{
    place();
    QWidget::resizeEvent(event);
}

/// The corner between the two strips.
void MapPane::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), activePalette().surface);
    painter.fillRect(QRectF(0, m_eras->geometry().bottom(), width(), size::line), activePalette().line);
}

} // namespace waymark::ui
