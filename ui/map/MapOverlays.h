// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QToolButton;

namespace waymark::ui {

class MapActions;
class MapCanvas;

/// A sheet that floats over the canvas.
class MapOverlay : public QWidget
{
    Q_OBJECT

public:
    using QWidget::QWidget;

protected:
    void paintEvent(QPaintEvent* event) override;
};

/// Smaller, the zoom in percent, larger, all of it, and the overview on or off.
class ZoomBar : public MapOverlay
{
    Q_OBJECT

public:
    ZoomBar(MapCanvas& canvas, const MapActions& actions, QWidget* parent = nullptr);

private:
    void showZoom();

    MapCanvas& m_canvas;
    QToolButton* m_percent = nullptr;
};

/// What the signs of the map mean.
class MapLegend : public MapOverlay
{
    Q_OBJECT

public:
    explicit MapLegend(QWidget* parent = nullptr);

Q_SIGNALS:
    void closeRequested();
};

} // namespace waymark::ui
