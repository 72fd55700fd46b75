// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPixmap>
#include <QWidget>

namespace waymark::ui {

class MapCanvas;

/// The whole map in small, with what the canvas shows of it as a rectangle. A click or a drag goes there. For the eye and the pointer
/// only: keys pan the canvas itself.
class Minimap : public QWidget
{
    Q_OBJECT

public:
    explicit Minimap(MapCanvas& canvas, QWidget* parent = nullptr);

    /// As wide as asked for and as high as the map is then, within limits.
    [[nodiscard]] QSize sizeFor(int width) const;
    /// Where a point of the scene is, and back.
    [[nodiscard]] QPointF toMinimap(const QPointF& scene) const;
    [[nodiscard]] QPointF toScene(const QPointF& position) const;

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    [[nodiscard]] QRectF mapRect() const;
    [[nodiscard]] QPixmap painted() const;

    MapCanvas& m_canvas;
    QPixmap m_picture; ///< without the rectangle; null when it has to be painted anew
};

} // namespace waymark::ui
