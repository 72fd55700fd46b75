// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ui/map/MapLight.h>
#include <ui/map/MapScene.h>
#include <ui/theme/Tokens.h>

#include <QFont>
#include <QHash>
#include <QPixmap>

class QPainter;

namespace waymark::ui {

/// How much of a node can be seen at a zoom.
enum class MapDetail { Full, RingAndTitle, Pill, Dot };

[[nodiscard]] MapDetail detailAt(double scale);

/// Paints a map scene in one appearance. Coordinates of the scene; the caller sets the transform. It keeps nothing but what it was
/// given, so the canvas, the minimap and every export paint alike.
class MapPainter {
public:
    MapPainter(const MapScene& scene, const Palette& palette, const QFont& font);

    /// Everything within `exposed`, in the order ground, edges, nodes.
    void paint(QPainter& painter, const QRectF& exposed, double scale, const MapLight& light) const;

    void paintGround(QPainter& painter, const QRectF& exposed, double scale) const;
    void paintEdges(QPainter& painter, const QRectF& exposed, double scale, const MapLight& light) const;
    /// Nodes without sprites, for pictures and for the small details.
    void paintNodes(QPainter& painter, const QRectF& exposed, double scale, const MapLight& light) const;
    void paintNode(QPainter& painter, int index, MapDetail detail, MapRole role) const;

    [[nodiscard]] const MapScene& scene() const { return m_scene; }

private:
    void paintFull(QPainter& painter, int index, MapRole role) const;
    void paintRingAndTitle(QPainter& painter, int index, MapRole role) const;
    void paintPill(QPainter& painter, int index, MapRole role) const;
    void paintDot(QPainter& painter, int index, MapRole role) const;
    void paintBox(QPainter& painter, int index, MapRole role, double lineScale) const;
    void paintRing(QPainter& painter, int index, const QRectF& ring) const;
    void paintTitle(QPainter& painter, const QString& title, const QRectF& box, const QFont& font, int mostLines) const;
    void paintBrackets(QPainter& painter, const QRectF& exposed, const MapLight& light) const;

    const MapScene& m_scene;
    const Palette& m_palette;
    QFont m_font;
};

/// Nodes painted once at a zoom and kept, since painting text is what costs. Cleared as a whole when zoom, scale of the screen or
/// appearance change.
class MapSprites {
public:
    /// Space around a node for the ring of a chosen one, in pixels of the scene.
    static constexpr double margin = 4;

    void reset(double scale, double devicePixelRatio);
    void drop(int index);
    void clear() { m_sprites.clear(); }
    [[nodiscard]] const QPixmap& of(const MapPainter& painter, int index, MapRole role);

private:
    static constexpr int most = 3000;

    QHash<int, QPixmap> m_sprites; ///< by index * 4 + role
    double m_scale = 0;
    double m_ratio = 0;
};

} // namespace waymark::ui
