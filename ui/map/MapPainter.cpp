// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/map/MapPainter.h>

#include <QPainter>

namespace waymark::ui {

MapDetail detailAt(double scale)
{
    if (scale >= 0.6) {
        return MapDetail::Full;
    }
    if (scale >= 0.3) {
        return MapDetail::RingAndTitle;
    }
    return scale >= 0.12 ? MapDetail::Pill : MapDetail::Dot;
}

MapPainter::MapPainter(const MapScene& scene, const Palette& palette, const QFont& font)
    : m_scene(scene)
    , m_palette(palette)
    , m_font(font)
{
}

void MapPainter::paint(QPainter& painter, const QRectF& exposed, double scale, const MapLight& light) const
{
    paintGround(painter, exposed, scale);
    paintEdges(painter, exposed, scale, light);
    paintNodes(painter, exposed, scale, light);
}

void MapPainter::paintGround(QPainter& painter, const QRectF& exposed, double scale) const
{
    painter.fillRect(exposed, m_palette.paper);
    for (const MapScene::Band& band : m_scene.bands()) {
        // The tint goes on to both sides: a map has no edge where its last column stands.
        const QRectF seen = QRectF(exposed.left(), band.rect.top(), exposed.width(), band.rect.height()) & exposed;
        if (!seen.isEmpty()) {
            painter.fillRect(seen, m_palette.areaTint(static_cast<std::size_t>(band.area)));
        }
    }
    // Eras are faint columns: one hair line where one ends and the next begins.
    const double top = std::max(exposed.top(), m_scene.bounds().top());
    const double bottom = std::min(exposed.bottom(), m_scene.bounds().bottom());
    for (const MapScene::Era& era : m_scene.eras()) {
        if (era.right > exposed.left() && era.right < exposed.right() && era.right < m_scene.bounds().right() - 1) {
            painter.fillRect(QRectF(era.right, top, size::line / scale, bottom - top), m_palette.line);
        }
    }
}

void MapPainter::paintNodes(QPainter& painter, const QRectF& exposed, double scale, const MapLight& light) const
{
    const MapDetail detail = detailAt(scale);
    painter.setRenderHint(QPainter::Antialiasing, detail != MapDetail::Dot);
    const QRectF reach = exposed.adjusted(-nodeMargin, -nodeMargin, nodeMargin, nodeMargin);
    m_scene.nodeIndex().query(reach, [&](int index) {
        if (m_scene.rect(index).intersects(reach)) {
            painter.setOpacity(light.opacity(index));
            paintNode(painter, index, detail, light.role(index));
        }
    });
    painter.setOpacity(1);
}

} // namespace waymark::ui
