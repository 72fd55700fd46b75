// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ui/map/MapPainter.h>
#include <ui/map/MapSprites.h>
#include <ui/map/MapStates.h>
#include <ui/map/MapView.h>

#include <session/Workspace.h>

#include <QAbstractScrollArea>
#include <QPixmap>
#include <QRegion>
#include <QTimer>

#include <optional>

namespace waymark::ui {

/// The map: pans, zooms, lights paths and takes keys. It paints from a MapScene into a picture of its own, moves that picture on
/// pan and scales it during a zoom gesture, and paints crisply once the gesture rests. It asks for what it cannot do by signals.
class MapCanvas : public QAbstractScrollArea
{
    Q_OBJECT

public:
    explicit MapCanvas(session::Workspace& workspace, QWidget* parent = nullptr);
    ~MapCanvas() override;

    /// A new layout of the workspace's course. The view is kept if a person or a restart chose it; else the next step is shown.
    void setMap(std::shared_ptr<const domain::MapLayout> layout);
    [[nodiscard]] bool hasMap() const { return !m_scene.isEmpty(); }
    [[nodiscard]] const MapScene& scene() const { return m_scene; }
    [[nodiscard]] const MapLight& light() const { return m_light; }
    [[nodiscard]] session::Workspace& workspace() const { return m_workspace; }

    [[nodiscard]] int selected() const { return m_selected; } ///< -1 for none
    void select(int index);
    void reveal(int index); ///< selects it and brings it to the middle
    /// Shows the skills with a flag as if they were assumed, lit, and lets all others stand back; an empty list shows how things are again.
    /// What is pointed at is not lit meanwhile.
    void preview(std::vector<char> assumed);
    /// Shows what another learner's plan says instead of the workspace's progress; what is lit there stands out.
    void showOther(MapStanding standing);
    [[nodiscard]] bool showsOther() const { return m_other.has_value(); }
    void setFilter(const MapFilter& filter);
    [[nodiscard]] const MapFilter& filter() const { return m_filter; }

    [[nodiscard]] const MapView& view() const { return m_view; }
    void setView(const MapView& view);
    /// A zoom and what is in the middle then, also before there is a map or a size.
    void showAt(double scale, const QPointF& centre);
    /// Whether a person or a restart has chosen the view; else it follows the next step.
    [[nodiscard]] bool isViewChosen() const { return m_wish == Wish::Own; }
    [[nodiscard]] double zoom() const { return m_view.scale; }
    void zoomBy(double factor, std::optional<QPointF> about = std::nullopt); ///< about a point of the viewport, else its middle
    void zoomTo(double scale);
    void fit();
    /// The next step at a zoom at which titles can be read, with what comes after it at its right.
    void showStart();
    /// As much of a part of the map as can be read at once, from its left end.
    void showPart(const QRectF& part);
    void centreOn(const QPointF& scenePoint);
    void panBy(int dx, int dy);

    /// The part of the map that is seen, in coordinates of the scene.
    [[nodiscard]] QRectF seen() const;
    [[nodiscard]] double smallestZoom() const;
    static constexpr double largestZoom = 2.5;

    /// The node that an arrow key leads to from `from`, or -1: Left to a prerequisite, Right to what it unlocks, Up and Down to the
    /// nearest neighbour.
    [[nodiscard]] int neighbour(int from, Qt::Key key) const;

Q_SIGNALS:
    void selectionChanged(int index);
    void openRequested(int index);
    void menuRequested(int index, const QPoint& globalPosition);
    void viewChanged();
    void sceneChanged();

protected:
    bool viewportEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void changeEvent(QEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;

private:
    void follow(const session::Changes& changes);
    void refreshLight();
    void hover(int index);
    void setHovered(int index);
    void showToolTip(const QPoint& position);
    bool gesture(QEvent* event);
    bool moveByKey(int key);
    bool panByKey(const QKeyEvent& event);

    void applyView(const MapView& view, bool crisp);
    void movePicture(const MapView& view);
    [[nodiscard]] MapView clamped(MapView view) const;
    void syncScrollBars();
    void repaintAll();
    void repaintNodes(const std::vector<int>& indices);
    void renderDirty();
    void renderInto(QPainter& painter, const QRect& area);
    void renderNodes(QPainter& painter, const QRectF& exposed, const MapPainter& map);
    void paintSnapshot(QPainter& painter) const;
    void endZoomGesture();
    void leaveWish();

    /// What the view follows when the window changes its size, until a person moves it.
    enum class Wish { Start, Fit, Own };

    session::Workspace& m_workspace;
    MapScene m_scene;
    MapLight m_light;
    MapFilter m_filter;
    std::vector<char> m_preview; ///< by skill index; empty for none
    std::optional<MapStanding> m_other;
    MapView m_view;
    int m_selected = -1;
    int m_hovered = -1;
    int m_hoverWish = -1;
    QTimer m_hoverDelay;

    QPixmap m_picture; ///< what the viewport shows, but for what is dirty; in pixels of the screen
    QRegion m_dirty; ///< of the picture
    MapView m_painted; ///< the view that the picture shows
    double m_ratio = 1;
    MapSprites m_sprites;
    QTimer m_zoomRest;
    bool m_isZooming = false;

    QPoint m_pressedAt;
    QPoint m_draggedTo;
    bool m_isDragging = false;
    bool m_isSyncing = false;
    Wish m_wish = Wish::Start;
    QSize m_viewedSize; ///< of the viewport, when m_view was set: before the first resize it is not that of the page
    std::optional<QPointF> m_wishedCentre; ///< until there is a map to be centred on it
};

} // namespace waymark::ui
