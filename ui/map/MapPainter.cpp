// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/map/MapPainter.h>

#include <QCoreApplication>
#include <QPainter>
#include <QPainterPath>

#include <array>
#include <cmath>

namespace waymark::ui {

namespace {

/// How an edge belongs to what is lit.
enum class EdgeRole { Plain, Path, Unlocks };

EdgeRole roleOf(const MapScene::Edge& edge, const MapLight& light)
{
    const MapRole from = light.role(edge.from);
    const MapRole to = light.role(edge.to);
    if (from == MapRole::Path && (to == MapRole::Path || to == MapRole::Self)) {
        return EdgeRole::Path;
    }
    return to == MapRole::Unlocks && (from == MapRole::Self || from == MapRole::Unlocks) ? EdgeRole::Unlocks : EdgeRole::Plain;
}

QPainterPath pathOf(const std::vector<QPointF>& points)
{
    QPainterPath path(points.front());
    for (std::size_t i = 1; i + 2 < points.size(); i += 3) {
        path.cubicTo(points[i], points[i + 1], points[i + 2]);
    }
    return path;
}

} // namespace

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
        const QRectF seen = band.rect.intersected(QRectF(exposed.left(), band.rect.top(), exposed.width(), band.rect.height())) & exposed;
        if (!seen.isEmpty()) {
            painter.fillRect(seen, m_palette.areaTint(static_cast<std::size_t>(band.area)));
        }
    }
    // Eras are faint columns: one hair line where one ends and the next begins.
    painter.setPen(QPen(m_palette.line, size::line / scale, Qt::DashLine));
    for (const MapScene::Era& era : m_scene.eras()) {
        if (era.right > exposed.left() && era.right < exposed.right() && era.right < m_scene.bounds().right() - 1) {
            painter.drawLine(QPointF(era.right, std::max(exposed.top(), m_scene.bounds().top())),
                             QPointF(era.right, std::min(exposed.bottom(), m_scene.bounds().bottom())));
        }
    }
}

void MapPainter::paintEdges(QPainter& painter, const QRectF& exposed, double scale, const MapLight& light) const
{
    const bool coarse = scale < 0.3;
    painter.setBrush(Qt::NoBrush);
    painter.setRenderHint(QPainter::Antialiasing, !coarse);
    const double width = coarse ? 0 : size::edge;
    // Lit edges lie over the others.
    std::vector<int> lit;
    std::array<std::vector<QLineF>, 2> lines; // plain in full, plain and standing back
    m_scene.edgeIndex().query(exposed, [&](int index) {
        const MapScene::Edge& edge = m_scene.edges()[static_cast<std::size_t>(index)];
        const std::vector<QPointF>& points = m_scene.route(index);
        if (points.size() < 4) {
            return;
        }
        if (roleOf(edge, light) != EdgeRole::Plain) {
            lit.push_back(index);
            return;
        }
        const double opacity = light.edgeOpacity(edge.from, edge.to);
        if (coarse) {
            lines[opacity < 1 ? 1 : 0].emplace_back(points.front(), points.back());
            return;
        }
        painter.setOpacity(opacity);
        painter.setPen(QPen(m_palette.controlLine, width));
        painter.drawPath(pathOf(points));
    });
    for (std::size_t faint = 0; faint < lines.size(); ++faint) {
        painter.setOpacity(faint != 0 ? recededOpacity : 0.7);
        painter.setPen(QPen(m_palette.controlLine, 0));
        painter.drawLines(lines[faint].data(), static_cast<int>(lines[faint].size()));
    }
    painter.setOpacity(1);
    for (const int index : lit) {
        const bool isPath = roleOf(m_scene.edges()[static_cast<std::size_t>(index)], light) == EdgeRole::Path;
        painter.setPen(QPen(isPath ? m_palette.trail : m_palette.softTrail, std::max(isPath ? 2.25 : 1.75, 1.2 / scale)));
        painter.setRenderHint(QPainter::Antialiasing);
        painter.drawPath(pathOf(m_scene.route(index)));
    }
    if (!coarse) {
        paintBrackets(painter, exposed, light);
    }
}

void MapPainter::paintBrackets(QPainter& painter, const QRectF& exposed, const MapLight& light) const
{
    QFont font = type::caption(m_font);
    font.setItalic(true);
    const QFontMetricsF metrics(font);
    const QString words = QCoreApplication::translate("MapPainter", "one of");
    const double half = size::nodeHeight / 2.0 - space::xs;
    for (const MapScene::Bracket& bracket : m_scene.brackets()) {
        const QRectF box(bracket.at.x() - space::s - metrics.horizontalAdvance(words), bracket.at.y() - half - metrics.height(),
                         metrics.horizontalAdvance(words) + space::s, 2 * half + metrics.height());
        if (!box.intersects(exposed)) {
            continue;
        }
        painter.setOpacity(light.opacity(bracket.to));
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(m_palette.softText, 1.5));
        QPainterPath path(QPointF(bracket.at.x() - 3, bracket.at.y() - half));
        path.quadTo(QPointF(bracket.at.x() - 9, bracket.at.y()), QPointF(bracket.at.x() - 3, bracket.at.y() + half));
        painter.drawPath(path);
        painter.setFont(font);
        painter.drawText(QPointF(bracket.at.x() - 6 - metrics.horizontalAdvance(words), bracket.at.y() - half - 2), words);
    }
    painter.setOpacity(1);
}

void MapPainter::paintNodes(QPainter& painter, const QRectF& exposed, double scale, const MapLight& light) const
{
    const MapDetail detail = detailAt(scale);
    painter.setRenderHint(QPainter::Antialiasing, detail != MapDetail::Dot);
    const QRectF reach = exposed.adjusted(-MapSprites::margin, -MapSprites::margin, MapSprites::margin, MapSprites::margin);
    m_scene.nodeIndex().query(exposed, [&](int index) {
        if (m_scene.rect(index).intersects(reach)) {
            painter.setOpacity(light.opacity(index));
            paintNode(painter, index, detail, light.role(index));
        }
    });
    painter.setOpacity(1);
}

void MapSprites::reset(double scale, double devicePixelRatio)
{
    if (scale != m_scale || devicePixelRatio != m_ratio || m_sprites.size() > most) {
        m_sprites.clear();
        m_scale = scale;
        m_ratio = devicePixelRatio;
    }
}

void MapSprites::drop(int index)
{
    for (int role = 0; role < 4; ++role) {
        m_sprites.remove(index * 4 + role);
    }
}

const QPixmap& MapSprites::of(const MapPainter& painter, int index, MapRole role)
{
    const int key = index * 4 + static_cast<int>(role);
    auto found = m_sprites.find(key);
    if (found == m_sprites.end()) {
        const QRectF rect = painter.scene().rect(index);
        const double pixels = m_scale * m_ratio;
        QPixmap sprite(static_cast<int>(std::ceil((rect.width() + 2 * margin) * pixels)),
                       static_cast<int>(std::ceil((rect.height() + 2 * margin) * pixels)));
        sprite.fill(Qt::transparent);
        QPainter into(&sprite);
        into.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
        into.scale(pixels, pixels);
        into.translate(margin - rect.left(), margin - rect.top());
        painter.paintNode(into, index, detailAt(m_scale), role);
        into.end();
        sprite.setDevicePixelRatio(m_ratio);
        found = m_sprites.insert(key, sprite);
    }
    return *found;
}

} // namespace waymark::ui
