// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/map/MapSprites.h>

#include <QPainter>

#include <cmath>

namespace waymark::ui {

void MapSprites::reset(double scale, double pixels)
{
    if (scale != m_scale || pixels != m_pixels || m_sprites.size() > most) {
        m_sprites.clear();
        m_scale = scale;
        m_pixels = pixels;
    }
}

namespace {

/// What a node looks like, packed: index, state, share of the checklist in 255ths, flag and role.
quint64 lookOf(const MapScene::Node& node, int index, MapRole role)
{
    const auto done = static_cast<quint64>(std::lround(node.done * 255));
    return static_cast<quint64>(index) << 24 | static_cast<quint64>(node.state) << 16 | done << 8 | static_cast<quint64>(node.isNext) << 4
        | static_cast<quint64>(role);
}

} // namespace

const QPixmap& MapSprites::of(const MapPainter& painter, int index, MapRole role)
{
    const quint64 key = lookOf(painter.scene().node(index), index, role);
    auto found = m_sprites.find(key);
    if (found == m_sprites.end()) {
        const QRectF rect = painter.scene().rect(index);
        constexpr double margin = MapPainter::nodeMargin;
        QPixmap sprite(static_cast<int>(std::ceil((rect.width() + 2 * margin) * m_pixels)),
            static_cast<int>(std::ceil((rect.height() + 2 * margin) * m_pixels)));
        sprite.fill(Qt::transparent);
        QPainter into(&sprite);
        into.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
        into.scale(m_pixels, m_pixels);
        into.translate(margin - rect.left(), margin - rect.top());
        painter.paintNode(into, index, detailAt(m_scale), role);
        into.end();
        found = m_sprites.insert(key, sprite);
    }
    return *found;
}

} // namespace waymark::ui
