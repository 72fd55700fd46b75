// SPDX-License-Identifier: GPL-3.0-or-later
// What the canvas shows: scene, light and view. How it gets on to the screen is in MapCanvasPicture.cpp, input in MapCanvasInput.cpp.
#include <ui/map/MapCanvas.h>

#include <ui/map/MapAccessible.h>
#include <ui/map/MapStates.h>

#include <QResizeEvent>
#include <QScrollBar>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace waymark::ui {

namespace {

constexpr int hoverDelay = 160; // milliseconds before a path is lit under the pointer
constexpr int zoomRestDelay = 120; // milliseconds without a zoom step after which it is painted crisply
constexpr double fitMargin = 16;
constexpr double startZoom = 0.8;
constexpr double readableZoom = 0.6;

} // namespace

MapCanvas::MapCanvas(session::Workspace& workspace, QWidget* parent)
    : QAbstractScrollArea(parent)
    , m_workspace(workspace)
{
    installMapAccessibility();
    setObjectName(u"mapCanvas"_s);
    setAccessibleName(tr("Map of skills"));
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setMouseTracking(true);
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
    viewport()->grabGesture(Qt::PinchGesture);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff); // the minimap shows where one is
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_hoverDelay.setSingleShot(true);
    m_hoverDelay.setInterval(hoverDelay);
    m_zoomRest.setSingleShot(true);
    m_zoomRest.setInterval(zoomRestDelay);
    connect(&m_hoverDelay, &QTimer::timeout, this, [this] { setHovered(m_hoverWish); });
    connect(&m_zoomRest, &QTimer::timeout, this, &MapCanvas::endZoomGesture);
    connect(&m_workspace, &session::Workspace::changed, this, &MapCanvas::follow);
}

MapCanvas::~MapCanvas() = default;

void MapCanvas::setMap(std::shared_ptr<const domain::MapLayout> layout)
{
    if (std::ssize(layout->positions) != m_workspace.roadmap().size()) {
        return; // of a course that is gone; the layout of this one is on its way
    }
    m_scene = MapScene(m_workspace.roadmap(), std::move(layout));
    m_hovered = -1;
    showPreview(m_scene, m_workspace, m_preview);
    if (m_other) {
        showStanding(m_scene, *m_other);
    }
    refreshLight();
    m_sprites.clear();
    switch (m_wish) {
    case Wish::Start:
        showStart();
        break;
    case Wish::Fit:
        fit();
        break;
    case Wish::Own:
        centreOn(m_wishedCentre.value_or(seen().center()));
        break;
    }
    repaintAll();
    Q_EMIT sceneChanged();
}

/// Repaints what an edit has changed and nothing else, unless what is lit or left out has changed with it.
void MapCanvas::follow(const session::Changes& changes)
{
    if (changes.course) {
        m_scene = MapScene();
        m_light = MapLight();
        m_preview.clear();
        m_other.reset();
        m_hovered = -1;
        select(-1);
        repaintAll();
        Q_EMIT sceneChanged();
        return;
    }
    if (m_scene.isEmpty() || m_other) {
        return;
    }
    if (!m_preview.empty()) {
        preview(m_preview);
        return;
    }
    std::vector<int> touched = changes.restated;
    for (const QString& skill : changes.skills) {
        if (const int index = m_workspace.roadmap().indexOf(skill); index >= 0) {
            touched.push_back(index);
        }
    }
    std::vector<int> changed = showStates(m_scene, m_workspace, touched);
    const std::vector<int> flagged = showNextSteps(m_scene, m_workspace);
    changed.insert(changed.end(), flagged.begin(), flagged.end());
    const MapLight before = m_light;
    refreshLight();
    if (m_light == before) {
        repaintNodes(changed);
    } else {
        repaintAll();
    }
    if (showEras(m_scene, m_workspace) || !changed.empty()) {
        Q_EMIT sceneChanged();
    }
}

void MapCanvas::refreshLight()
{
    if (!m_scene.isEmpty()) {
        m_light = m_other        ? previewLight(m_other->lit, m_selected)
            : !m_preview.empty() ? previewLight(m_preview, m_selected)
                                 : lightFor(m_workspace, m_filter, m_selected >= 0 ? m_selected : m_hovered, m_selected >= 0);
    }
}

void MapCanvas::select(int index)
{
    if (index == m_selected || index >= m_workspace.roadmap().size()) {
        return;
    }
    m_selected = index;
    m_hovered = -1;
    refreshLight();
    repaintAll();
    notifyMapSelection(*this, index);
    Q_EMIT selectionChanged(index);
}

void MapCanvas::reveal(int index)
{
    select(index);
    if (index < 0 || index >= m_scene.size()) {
        return;
    }
    if (m_view.scale < readableZoom) {
        MapView closer = m_view;
        closer.scale = 1;
        applyView(closer, true);
    }
    centreOn(m_scene.rect(index).center());
}

void MapCanvas::preview(std::vector<char> assumed)
{
    m_preview = std::move(assumed);
    if (!m_scene.isEmpty()) {
        showPreview(m_scene, m_workspace, m_preview);
        refreshLight();
        repaintAll();
        Q_EMIT sceneChanged();
    }
}

void MapCanvas::showOther(MapStanding standing)
{
    m_other = std::move(standing);
    if (!m_scene.isEmpty()) {
        showStanding(m_scene, *m_other);
        m_sprites.clear(); // they do not tell words apart
        refreshLight();
        repaintAll();
        Q_EMIT sceneChanged();
    }
}

void MapCanvas::setFilter(const MapFilter& filter)
{
    if (m_filter != filter) {
        m_filter = filter;
        refreshLight();
        repaintAll();
    }
}

void MapCanvas::setHovered(int index)
{
    if (m_hovered != index && index < m_scene.size()) {
        m_hovered = index;
        if (m_selected < 0) {
            refreshLight();
            repaintAll();
        }
    }
}

QRectF MapCanvas::seen() const
{
    return m_view.toScene(QRectF(viewport()->rect()));
}

double MapCanvas::smallestZoom() const
{
    const QRectF& bounds = m_scene.bounds();
    if (bounds.isEmpty() || viewport()->width() < 2 * fitMargin + 1 || viewport()->height() < 2 * fitMargin + 1) {
        return 0.05;
    }
    const double whole
        = std::min((viewport()->width() - 2 * fitMargin) / bounds.width(), (viewport()->height() - 2 * fitMargin) / bounds.height());
    return std::clamp(whole, 0.01, 1.0);
}

void MapCanvas::fit()
{
    MapView view;
    view.scale = smallestZoom();
    view.origin = m_scene.bounds().center() * view.scale - QPointF(viewport()->width() / 2.0, viewport()->height() / 2.0);
    applyView(view, true);
    m_wish = Wish::Fit;
}

void MapCanvas::showStart()
{
    const std::vector<learning::NextStep> next = m_workspace.nextSteps(1);
    const QPointF at
        = next.empty() || next.front().skill >= m_scene.size() ? m_scene.bounds().topLeft() : m_scene.rect(next.front().skill).center();
    MapView view;
    view.scale = std::max(startZoom, smallestZoom());
    view.origin = at * view.scale - QPointF(viewport()->width() * 0.3, viewport()->height() * 0.4);
    // No node is cut by the left or upper edge.
    QPointF corner = view.toScene(QPointF(0, 0));
    m_scene.nodeIndex().query(view.toScene(QRectF(viewport()->rect())), [&](int index) {
        const QRectF& rect = m_scene.rect(index);
        if (rect.left() < corner.x() && rect.right() > corner.x()) {
            corner.setX(rect.left() - fitMargin);
        }
        if (rect.top() < corner.y() && rect.bottom() > corner.y()) {
            corner.setY(rect.top() - fitMargin);
        }
    });
    view.origin = corner * view.scale;
    applyView(view, true);
    m_wish = Wish::Start;
}

void MapCanvas::showPart(const QRectF& part)
{
    const QRectF wanted = part.adjusted(-fitMargin, -fitMargin, fitMargin, fitMargin);
    const double whole = std::min(viewport()->width() / wanted.width(), viewport()->height() / wanted.height());
    MapView view;
    view.scale = std::clamp(whole, std::max(0.5, smallestZoom()), 1.0);
    const double spareX = viewport()->width() - wanted.width() * view.scale;
    const double spareY = viewport()->height() - wanted.height() * view.scale;
    view.origin = wanted.topLeft() * view.scale - QPointF(std::max(0.0, spareX / 2), std::max(0.0, spareY / 2));
    leaveWish();
    applyView(view, true);
}

void MapCanvas::setView(const MapView& view)
{
    leaveWish();
    applyView(view, true);
}

void MapCanvas::leaveWish()
{
    m_wish = Wish::Own;
    m_wishedCentre.reset();
}

void MapCanvas::showAt(double scale, const QPointF& centre)
{
    m_view.scale = scale;
    leaveWish();
    if (hasMap()) {
        centreOn(centre);
    } else {
        m_wishedCentre = centre;
    }
}

void MapCanvas::zoomTo(double scale)
{
    zoomBy(scale / m_view.scale);
}

void MapCanvas::zoomBy(double factor, std::optional<QPointF> about)
{
    const QPointF fixed = about.value_or(QPointF(viewport()->width() / 2.0, viewport()->height() / 2.0));
    const QPointF scenePoint = m_view.toScene(fixed);
    MapView view;
    view.scale = std::clamp(m_view.scale * factor, smallestZoom(), largestZoom);
    view.origin = scenePoint * view.scale - fixed;
    if (view.scale != m_view.scale) {
        leaveWish();
        applyView(view, false);
    }
}

void MapCanvas::centreOn(const QPointF& scenePoint)
{
    MapView view = m_view;
    view.origin = scenePoint * view.scale - QPointF(viewport()->width() / 2.0, viewport()->height() / 2.0);
    leaveWish();
    applyView(view, true);
}

void MapCanvas::panBy(int dx, int dy)
{
    MapView view = m_view;
    view.origin += QPointF(dx, dy);
    leaveWish();
    applyView(view, true);
}

/// The map cannot be pushed out of sight: a margin of paper around it at the most, and where all of it fits it stands in the middle.
MapView MapCanvas::clamped(MapView view) const
{
    if (m_scene.isEmpty()) {
        return view; // a view brought back before its map is there
    }
    const QRectF bounds(m_scene.bounds().topLeft() * view.scale, m_scene.bounds().size() * view.scale);
    const auto hold = [this](double origin, double low, double high, double length) {
        const double held
            = high - low <= length ? (low + high - length) / 2 : std::clamp(origin, low - fitMargin, high - length + fitMargin);
        return std::round(held * m_ratio) / m_ratio; // on whole pixels of the screen, so that panning moves pixels
    };
    view.origin.setX(hold(view.origin.x(), bounds.left(), bounds.right(), viewport()->width()));
    view.origin.setY(hold(view.origin.y(), bounds.top(), bounds.bottom(), viewport()->height()));
    return view;
}

void MapCanvas::applyView(const MapView& wanted, bool crisp)
{
    m_viewedSize = viewport()->size();
    const MapView view = clamped(wanted);
    if (view == m_view && m_painted == view && !m_isZooming) {
        return;
    }
    const bool sameScale = view.scale == m_painted.scale;
    m_view = view;
    if (!sameScale && !crisp) {
        m_isZooming = true;
        m_zoomRest.start();
        viewport()->update();
    } else if (sameScale && !m_isZooming) {
        movePicture(view);
    } else {
        endZoomGesture();
    }
    syncScrollBars();
    Q_EMIT viewChanged();
}

/// The bars are hidden, but a screen reader and Page keys use their ranges.
void MapCanvas::syncScrollBars()
{
    m_isSyncing = true;
    const QRectF bounds(m_scene.bounds().topLeft() * m_view.scale, m_scene.bounds().size() * m_view.scale);
    const auto sync = [](QScrollBar* bar, double low, double high, int page, double value) {
        bar->setRange(static_cast<int>(low), std::max(static_cast<int>(low), static_cast<int>(high) - page));
        bar->setPageStep(page);
        bar->setValue(static_cast<int>(value));
    };
    sync(horizontalScrollBar(), bounds.left(), bounds.right(), viewport()->width(), m_view.origin.x());
    sync(verticalScrollBar(), bounds.top(), bounds.bottom(), viewport()->height(), m_view.origin.y());
    m_isSyncing = false;
}

void MapCanvas::scrollContentsBy(int dx, int dy)
{
    if (!m_isSyncing) {
        panBy(-dx, -dy);
    }
}

void MapCanvas::resizeEvent(QResizeEvent* event)
{
    QAbstractScrollArea::resizeEvent(event);
    if (m_wish == Wish::Fit) {
        fit();
    } else if (m_wish == Wish::Start) {
        showStart();
    } else {
        // What was in the middle stays there.
        MapView view = m_view;
        const QSize change = event->size() - m_viewedSize;
        view.origin -= QPointF(change.width() / 2.0, change.height() / 2.0);
        applyView(view, true);
    }
    repaintAll();
}

void MapCanvas::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
        m_sprites.clear();
        repaintAll();
    }
    QAbstractScrollArea::changeEvent(event);
}

} // namespace waymark::ui
