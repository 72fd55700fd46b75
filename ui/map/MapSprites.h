// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ui/map/MapPainter.h>

#include <QHash>
#include <QPixmap>

namespace waymark::ui {

/// Nodes painted once at a zoom and kept in each state in which they were seen, since painting text is what costs. Sizes are in pixels of
/// the screen. Cleared as a whole when zoom, scale of the screen or appearance change.
class MapSprites
{
public:
    /// `pixels`: pixels of the screen for one of the scene; `scale` is the zoom, which decides how much can be seen.
    void reset(double scale, double pixels);
    void clear() { m_sprites.clear(); }
    [[nodiscard]] const QPixmap& of(const MapPainter& painter, int index, MapRole role);

private:
    static constexpr int most = 3000;

    QHash<quint64, QPixmap> m_sprites; ///< by all that tells two looks of nodes apart
    double m_scale = 0;
    double m_pixels = 0;
};

} // namespace waymark::ui
