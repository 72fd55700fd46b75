// SPDX-License-Identifier: GPL-3.0-or-later
// The picture that the canvas keeps of what it shows. Everything here is in pixels of the screen, so that a node painted once fits
// wherever it is drawn again, at any scale of the screen.
#include <ui/map/MapCanvas.h>

#include <ui/theme/Theme.h>

#include <QPaintEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace waymark::ui {

namespace {

MapView onScreen(const MapView& view, double ratio)
{
    return { view.scale * ratio, view.origin * ratio };
}

} // namespace

void MapCanvas::movePicture(const MapView& view)
{
    const QPoint shift = ((m_painted.origin - view.origin) * m_ratio).toPoint();
    m_painted = view;
    if (m_picture.isNull() || std::abs(shift.x()) >= m_picture.width() || std::abs(shift.y()) >= m_picture.height()) {
        repaintAll();
        return;
    }
    m_picture.scroll(shift.x(), shift.y(), m_picture.rect());
    m_dirty = m_dirty.translated(shift) + (QRegion(m_picture.rect()) - QRegion(m_picture.rect().translated(shift)));
    viewport()->update();
}

void MapCanvas::endZoomGesture()
{
    m_zoomRest.stop();
    m_isZooming = false;
    m_painted = m_view;
    repaintAll();
}

void MapCanvas::repaintAll()
{
    m_dirty = QRect(QPoint(0, 0), viewport()->size() * m_ratio + QSize(1, 1));
    viewport()->update();
}

void MapCanvas::repaintNodes(const std::vector<int>& indices)
{
    constexpr double margin = MapPainter::nodeMargin;
    const MapView view = onScreen(m_painted, m_ratio);
    for (const int index : indices) {
        const QRect area = view.toView(m_scene.rect(index).adjusted(-margin, -margin, margin, margin)).toAlignedRect() & m_picture.rect();
        if (!area.isEmpty()) {
            m_dirty += area;
            const MapView logical { 1 / m_ratio, {} };
            viewport()->update(logical.toView(QRectF(area)).toAlignedRect());
        }
    }
}

void MapCanvas::renderInto(QPainter& painter, const QRect& area)
{
    const MapPainter map(m_scene, activePalette(), font());
    const MapView view = onScreen(m_painted, m_ratio);
    const QRectF exposed = view.toScene(QRectF(area));
    painter.save();
    painter.setClipRect(area);
    painter.translate(-view.origin);
    painter.scale(view.scale, view.scale);
    map.paintGround(painter, exposed, m_painted.scale);
    map.paintEdges(painter, exposed, m_painted.scale, m_light);
    const MapDetail detail = detailAt(m_painted.scale);
    if (detail == MapDetail::Full || detail == MapDetail::RingAndTitle) {
        painter.resetTransform();
        renderNodes(painter, exposed, map);
    } else {
        map.paintNodes(painter, exposed, m_painted.scale, m_light);
    }
    painter.restore();
}

void MapCanvas::renderNodes(QPainter& painter, const QRectF& exposed, const MapPainter& map)
{
    constexpr double margin = MapPainter::nodeMargin;
    const MapView view = onScreen(m_painted, m_ratio);
    const QRectF reach = exposed.adjusted(-margin, -margin, margin, margin);
    painter.setRenderHint(QPainter::Antialiasing, false);
    m_scene.nodeIndex().query(reach, [&](int index) {
        const QRectF& rect = m_scene.rect(index);
        if (rect.intersects(reach)) {
            painter.setOpacity(m_light.opacity(index));
            painter.drawPixmap(
                view.toView(rect.topLeft() - QPointF(margin, margin)).toPoint(), m_sprites.of(map, index, m_light.role(index)));
        }
    });
}

void MapCanvas::renderDirty()
{
    if (const double ratio = devicePixelRatioF(); ratio != m_ratio) {
        m_ratio = ratio; // another screen
        m_view = clamped(m_view);
        m_painted = m_view;
        m_picture = QPixmap();
    }
    const QSize pixels = (QSizeF(viewport()->size()) * m_ratio).toSize();
    if (m_picture.size() != pixels) {
        m_picture = QPixmap(pixels);
        m_dirty = m_picture.rect();
    }
    if (m_dirty.isEmpty()) {
        return;
    }
    m_sprites.reset(m_painted.scale, m_painted.scale * m_ratio);
    QPainter painter(&m_picture);
    for (const QRect& area : m_dirty& m_picture.rect()) {
        renderInto(painter, area);
    }
    m_dirty = QRegion();
}

/// While a zoom gesture lasts: the last picture, larger or smaller, on the bands as they will be.
void MapCanvas::paintSnapshot(QPainter& painter) const
{
    const double factor = m_view.scale / m_painted.scale;
    const QPointF corner = m_painted.origin * factor - m_view.origin;
    const QRectF target(corner, QSizeF(viewport()->size()) * factor);
    if (!target.contains(QRectF(viewport()->rect()))) {
        painter.save();
        painter.translate(-m_view.origin);
        painter.scale(m_view.scale, m_view.scale);
        MapPainter(m_scene, activePalette(), font()).paintGround(painter, seen(), m_view.scale);
        painter.restore();
    }
    painter.drawPixmap(target, m_picture, QRectF(m_picture.rect()));
}

void MapCanvas::paintEvent(QPaintEvent*)
{
    QPainter painter(viewport());
    const Palette& palette = activePalette();
    if (m_scene.isEmpty()) {
        painter.fillRect(viewport()->rect(), palette.paper);
        painter.setPen(palette.softText);
        painter.drawText(viewport()->rect().adjusted(space::xl, space::xl, -space::xl, -space::xl),
            static_cast<int>(Qt::AlignCenter) | Qt::TextWordWrap,
            m_workspace.hasCourse() ? tr("Drawing the map…") : tr("There is no course yet. Install one from the File menu."));
        return;
    }
    if (m_isZooming && !m_picture.isNull()) {
        paintSnapshot(painter);
    } else {
        renderDirty();
        painter.drawPixmap(QRectF(viewport()->rect()), m_picture, QRectF(m_picture.rect()));
    }
    if (hasFocus()) {
        painter.setPen(QPen(palette.trail, size::focusRing));
        painter.drawRect(QRectF(viewport()->rect()).adjusted(1, 1, -1, -1));
    }
}

} // namespace waymark::ui
