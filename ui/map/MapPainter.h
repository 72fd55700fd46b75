// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ui/map/MapLight.h>
#include <ui/map/MapScene.h>
#include <ui/theme/Tokens.h>

#include <QFont>

QT_BEGIN_NAMESPACE
class QPainter;
QT_END_NAMESPACE

namespace waymark::ui {

/// How much of a node can be seen at a zoom.
enum class MapDetail { Full, RingAndTitle, Pill, Dot };

[[nodiscard]] MapDetail detailAt(double scale);

/// Paints a map scene in one appearance. Coordinates of the scene; the caller sets the transform. It keeps nothing but what it was
/// given, so the canvas, the minimap and every export paint alike.
class MapPainter
{
public:
    /// Space around a node for its flag and for the ring of a chosen one.
    static constexpr double nodeMargin = 12;

    MapPainter(const MapScene& scene, const Palette& palette, const QFont& font);

    /// Everything within `exposed`, in the order ground, edges, nodes.
    void paint(QPainter& painter, const QRectF& exposed, double scale, const MapLight& light) const;

    void paintGround(QPainter& painter, const QRectF& exposed, double scale) const;
    /// Edges with the brackets and frames of choice groups.
    void paintEdges(QPainter& painter, const QRectF& exposed, double scale, const MapLight& light) const;
    /// Nodes without sprites, for pictures and for the small details.
    void paintNodes(QPainter& painter, const QRectF& exposed, double scale, const MapLight& light) const;
    void paintNode(QPainter& painter, int index, MapDetail detail, MapRole role) const;

    [[nodiscard]] const MapScene& scene() const { return m_scene; }

private:
    struct VisibleEdges;
    [[nodiscard]] VisibleEdges visibleEdges(const QRectF& exposed, const MapLight& light) const;
    void paintPlainEdges(QPainter& painter, const VisibleEdges& edges, const QRectF& exposed, double scale) const;
    void paintLitEdges(QPainter& painter, const VisibleEdges& edges, const QRectF& exposed, double scale) const;
    void paintRoutes(QPainter& painter, const std::vector<int>& edges, const QRectF& exposed, double scale) const;
    void paintFrames(QPainter& painter, const QRectF& exposed, const MapLight& light) const;
    void paintBrackets(QPainter& painter, const QRectF& exposed, const MapLight& light) const;
    void paintOneOf(QPainter& painter, const QPointF& leftMiddle, const QColor& ground) const;

    void paintFull(QPainter& painter, int index, MapRole role) const;
    void paintRingAndTitle(QPainter& painter, int index, MapRole role) const;
    void paintPill(QPainter& painter, int index, MapRole role) const;
    void paintDot(QPainter& painter, int index, MapRole role) const;
    void paintBox(QPainter& painter, int index, MapRole role, double lineScale) const;
    void paintRing(QPainter& painter, int index, const QRectF& ring) const;
    void paintFlag(QPainter& painter, int index, double height) const;

    const MapScene& m_scene;
    const Palette& m_palette;
    QFont m_font;
};

} // namespace waymark::ui
