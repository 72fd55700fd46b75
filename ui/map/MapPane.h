// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace waymark::session {
class Workspace;
}

namespace waymark::ui {

class AreaStrip;
class EraStrip;
class MapActions;
class MapCanvas;
class MapLegend;
class Minimap;
class ZoomBar;

/// The canvas with what stands around and over it: the names of areas and eras, zoom control, overview and legend. It places them and binds
/// the actions of the view to the canvas.
class MapPane : public QWidget
{
    Q_OBJECT

public:
    MapPane(session::Workspace& workspace, const MapActions& actions, QWidget* parent = nullptr);

    [[nodiscard]] MapCanvas& canvas() const { return *m_canvas; }
    /// So much of its far side lies under a sheet: what floats stands beside it.
    void setCovered(int width);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void bind(const MapActions& actions);
    void place();
    void placeOverlays();

    MapCanvas* m_canvas;
    AreaStrip* m_areas;
    EraStrip* m_eras;
    Minimap* m_minimap;
    ZoomBar* m_zoom;
    MapLegend* m_legend;
    int m_covered = 0;
};

} // namespace waymark::ui
