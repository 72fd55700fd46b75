// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>
#include <QRectF>

namespace waymark::ui {

/// Where on the map the viewport looks: view = scene * scale - origin. The origin lies on whole pixels, so that panning moves pixels.
struct MapView
{
    double scale = 1;
    QPointF origin;

    [[nodiscard]] QPointF toScene(const QPointF& view) const { return (view + origin) / scale; }
    [[nodiscard]] QPointF toView(const QPointF& scene) const { return scene * scale - origin; }
    [[nodiscard]] QRectF toScene(const QRectF& view) const { return { toScene(view.topLeft()), view.size() / scale }; }
    [[nodiscard]] QRectF toView(const QRectF& scene) const { return { toView(scene.topLeft()), scene.size() * scale }; }

    bool operator==(const MapView&) const = default;
};

} // namespace waymark::ui
