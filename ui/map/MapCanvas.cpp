// SPDX-License-Identifier: GPL-3.0-or-later
// What the canvas shows: scene, light, view and the picture it paints.
#include <ui/map/MapCanvas.h>

#include <ui/map/MapAccessible.h>
#include <ui/theme/Theme.h>
#include <ui/words/Words.h>

#include <QPainter>
#include <QPaintEvent>
#include <QScrollBar>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace waymark::ui {

namespace {

constexpr int hoverDelay = 160;   // milliseconds before a path is lit under the pointer
constexpr int zoomRestDelay = 120; // milliseconds without a zoom step after which it is painted crisply
constexpr int nextSteps = 3;
constexpr double fitMargin = 24;

std::size_t at(int index) { return static_cast<std::size_t>(index); }

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

void MapCanvas::setMap(std::shared_ptr<const domain::MapLayout> layout)
{
    m_scene = MapScene(m_workspace.roadmap(), std::move(layout));
    m_selected = std::min(m_selected, m_scene.size() - 1);
    m_hovered = -1;
    refreshStates();
    refreshLight();
    m_sprites.clear();
    if (m_wantsFit) {
        fit();
    } else {
        applyView(m_view, true);
    }
    repaintAll();
    Q_EMIT sceneChanged();
}

void MapCanvas::follow(const session::Changes& changes)
{
    if (m_scene.isEmpty() || changes.course) {
        return; // a new layout is on its way
    }
    refreshStates();
    refreshLight();
    m_sprites.clear(); // flags of the next steps may have moved anywhere
    repaintAll();
    Q_EMIT sceneChanged();
}

void MapCanvas::refreshStates()
{
    for (int i = 0; i < m_scene.size(); ++i) {
        const domain::Skill& skill = m_workspace.roadmap().skill(i);
        const int total = static_cast<int>(skill.checklist.size());
        const int done = m_workspace.progress().skill(skill.id).doneItems(skill);
        m_scene.setState(i, m_workspace.states()[at(i)], total == 0 ? 0 : double(done) / total);
    }
    std::vector<int> next;
    for (const learning::NextStep& step : m_workspace.nextSteps(nextSteps)) {
        next.push_back(step.skill);
    }
    m_scene.setNext(next);
    const auto& milestones = m_workspace.course().milestones;
    for (int era = 0; era < static_cast<int>(m_scene.eras().size()); ++era) {
        const int milestone = m_scene.milestoneOfEra(era);
        if (milestone < static_cast<int>(milestones.size())) {
            const double left = m_workspace.standingOf(milestones[at(milestone)]).hoursLeft;
            m_scene.setEraCaption(era, left > 0 ? tr("%1 left").arg(Words::hours(left)) : tr("reached"));
        }
    }
}

void MapCanvas::refreshLight()
{
    const int lit = m_selected >= 0 ? m_selected : m_hovered;
    m_light.roles = lit >= 0 ? rolesAround(m_workspace.roadmap(), lit) : std::vector<MapRole>();
    m_light.recede = m_selected >= 0;
    m_light.onWay.clear();
    if (const domain::Milestone* heading = m_workspace.headingFor(); heading != nullptr && m_filter.isEmpty()) {
        m_light.onWay.assign(at(m_scene.size()), 0);
        for (const int index : m_workspace.wayTo(*heading)) {
            m_light.onWay[at(index)] = 1;
        }
    }
    const domain::Milestone* stage = m_workspace.roadmap().milestone(m_filter.milestone);
    m_light.filtered = leftOut(m_filter, m_workspace.roadmap(), m_workspace.states(), stage == nullptr ? std::vector<int>() : m_workspace.wayTo(*stage));
}

void MapCanvas::select(int index)
{
    if (index == m_selected) {
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
    if (m_view.scale < 0.6) {
        MapView closer = m_view;
        closer.scale = 1;
        applyView(closer, true);
    }
    centreOn(m_scene.rect(index).center());
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
    if (m_hovered != index) {
        m_hovered = index;
        if (m_selected < 0) {
            refreshLight();
            repaintAll();
        }
    }
}

QRectF MapCanvas::seen() const { return m_view.toScene(QRectF(viewport()->rect())); }

double MapCanvas::smallestZoom() const
{
    const QRectF& bounds = m_scene.bounds();
    if (bounds.isEmpty() || viewport()->width() < 2 * fitMargin + 1) {
        return 0.05;
    }
    const double whole = std::min((viewport()->width() - 2 * fitMargin) / bounds.width(), (viewport()->height() - 2 * fitMargin) / bounds.height());
    return std::clamp(whole, 0.01, 1.0);
}

void MapCanvas::fit()
{
    MapView view;
    view.scale = smallestZoom();
    const QPointF middle = m_scene.bounds().center() * view.scale;
    view.origin = middle - QPointF(viewport()->width() / 2.0, viewport()->height() / 2.0);
    applyView(view, true);
    m_wantsFit = true;
}

void MapCanvas::setView(const MapView& view)
{
    m_wantsFit = false;
    applyView(view, true);
}

void MapCanvas::zoomTo(double scale) { zoomBy(scale / m_view.scale); }

void MapCanvas::zoomBy(double factor, std::optional<QPointF> about)
{
    const QPointF fixed = about.value_or(QPointF(viewport()->width() / 2.0, viewport()->height() / 2.0));
    const QPointF scenePoint = m_view.toScene(fixed);
    MapView view;
    view.scale = std::clamp(m_view.scale * factor, smallestZoom(), largestZoom);
    view.origin = scenePoint * view.scale - fixed;
    if (view.scale != m_view.scale) {
        m_wantsFit = false;
        applyView(view, false);
    }
}

void MapCanvas::centreOn(const QPointF& scenePoint)
{
    MapView view = m_view;
    view.origin = scenePoint * view.scale - QPointF(viewport()->width() / 2.0, viewport()->height() / 2.0);
    m_wantsFit = false;
    applyView(view, true);
}

void MapCanvas::panBy(int dx, int dy)
{
    MapView view = m_view;
    view.origin += QPointF(dx, dy);
    m_wantsFit = false;
    applyView(view, true);
}

/// The map cannot be pushed out of sight: half a viewport of paper around it at the most.
MapView MapCanvas::clamped(MapView view) const
{
    const QRectF bounds(m_scene.bounds().topLeft() * view.scale, m_scene.bounds().size() * view.scale);
    const auto hold = [](double origin, double low, double high, double length) {
        const double slack = length / 2;
        return std::round(std::clamp(origin, std::min(low - slack, high - length + slack), std::max(low - slack, high - length + slack)));
    };
    view.origin.setX(hold(view.origin.x(), bounds.left(), bounds.right(), viewport()->width()));
    view.origin.setY(hold(view.origin.y(), bounds.top(), bounds.bottom(), viewport()->height()));
    return view;
}

void MapCanvas::applyView(const MapView& wanted, bool crisp)
{
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
        const QPoint shift = (m_painted.origin - view.origin).toPoint();
        m_painted = view;
        if (!m_picture.isNull() && (std::abs(shift.x()) < viewport()->width() && std::abs(shift.y()) < viewport()->height())) {
            QRegion exposed;
            const double ratio = m_picture.devicePixelRatio();
            m_picture.scroll(static_cast<int>(std::lround(shift.x() * ratio)), static_cast<int>(std::lround(shift.y() * ratio)),
                             QRect(QPoint(0, 0), m_picture.size()));
            exposed = QRegion(viewport()->rect()) - QRegion(viewport()->rect().translated(shift));
            m_dirty = m_dirty.translated(shift) + exposed;
            viewport()->update();
        } else {
            repaintAll();
        }
    } else {
        endZoomGesture();
    }
    syncScrollBars();
    Q_EMIT viewChanged();
}

void MapCanvas::endZoomGesture()
{
    m_zoomRest.stop();
    m_isZooming = false;
    m_painted = m_view;
    repaintAll();
}

/// The bars are hidden, but a screen reader and Page keys use their ranges.
void MapCanvas::syncScrollBars()
{
    m_isSyncing = true;
    const QRectF bounds(m_scene.bounds().topLeft() * m_view.scale, m_scene.bounds().size() * m_view.scale);
    horizontalScrollBar()->setRange(static_cast<int>(bounds.left()), std::max(static_cast<int>(bounds.left()), static_cast<int>(bounds.right()) - viewport()->width()));
    verticalScrollBar()->setRange(static_cast<int>(bounds.top()), std::max(static_cast<int>(bounds.top()), static_cast<int>(bounds.bottom()) - viewport()->height()));
    horizontalScrollBar()->setPageStep(viewport()->width());
    verticalScrollBar()->setPageStep(viewport()->height());
    horizontalScrollBar()->setValue(static_cast<int>(m_view.origin.x()));
    verticalScrollBar()->setValue(static_cast<int>(m_view.origin.y()));
    m_isSyncing = false;
}

void MapCanvas::scrollContentsBy(int dx, int dy)
{
    if (!m_isSyncing) {
        panBy(-dx, -dy);
    }
}

void MapCanvas::repaintAll()
{
    m_dirty = viewport()->rect();
    viewport()->update();
}

void MapCanvas::renderInto(QPainter& painter, const QRect& area)
{
    const MapPainter map(m_scene, activePalette(), font());
    const QRectF exposed = m_painted.toScene(QRectF(area));
    painter.save();
    painter.setClipRect(area);
    painter.translate(-m_painted.origin);
    painter.scale(m_painted.scale, m_painted.scale);
    map.paintGround(painter, exposed, m_painted.scale);
    map.paintEdges(painter, exposed, m_painted.scale, m_light);
    const bool sprites = detailAt(m_painted.scale) == MapDetail::Full || detailAt(m_painted.scale) == MapDetail::RingAndTitle;
    if (!sprites) {
        map.paintNodes(painter, exposed, m_painted.scale, m_light);
        painter.restore();
        return;
    }
    painter.resetTransform();
    const QRectF reach = exposed.adjusted(-MapSprites::margin, -MapSprites::margin, MapSprites::margin, MapSprites::margin);
    m_scene.nodeIndex().query(reach, [&](int index) {
        const QRectF& rect = m_scene.rect(index);
        if (!rect.intersects(reach)) {
            return;
        }
        const QPointF corner = m_painted.toView(rect.topLeft() - QPointF(MapSprites::margin, MapSprites::margin));
        painter.setOpacity(m_light.opacity(index));
        painter.drawPixmap(QPoint(static_cast<int>(std::lround(corner.x())), static_cast<int>(std::lround(corner.y()))),
                           m_sprites.of(map, index, m_light.role(index)));
    });
    painter.restore();
}

void MapCanvas::renderDirty()
{
    const double ratio = devicePixelRatioF();
    const QSize pixels = viewport()->size() * ratio;
    if (m_picture.size() != pixels) {
        m_picture = QPixmap(pixels);
        m_dirty = viewport()->rect();
    }
    m_picture.setDevicePixelRatio(ratio);
    if (m_dirty.isEmpty()) {
        return;
    }
    m_sprites.reset(m_painted.scale, ratio);
    QPainter painter(&m_picture);
    for (const QRect& area : m_dirty & viewport()->rect()) {
        renderInto(painter, area);
    }
    m_dirty = QRegion();
}

void MapCanvas::paintEvent(QPaintEvent*)
{
    QPainter painter(viewport());
    const Palette& palette = activePalette();
    if (m_scene.isEmpty()) {
        painter.fillRect(viewport()->rect(), palette.paper);
        painter.setPen(palette.softText);
        painter.drawText(viewport()->rect(), Qt::AlignCenter,
                         m_workspace.hasCourse() ? tr("Drawing the map …") : tr("There is no course yet. Install one from the File menu."));
        return;
    }
    if (m_isZooming && !m_picture.isNull()) {
        const double factor = m_view.scale / m_painted.scale;
        const QPointF corner = m_painted.origin * factor - m_view.origin;
        painter.fillRect(viewport()->rect(), palette.paper);
        painter.drawPixmap(QRectF(corner, QSizeF(viewport()->size()) * factor), m_picture, QRectF(m_picture.rect()));
        return;
    }
    renderDirty();
    painter.drawPixmap(0, 0, m_picture);
    if (hasFocus()) {
        painter.setPen(QPen(palette.trail, size::focusRing));
        painter.drawRect(QRectF(viewport()->rect()).adjusted(1, 1, -1, -1));
    }
}

void MapCanvas::resizeEvent(QResizeEvent* event)
{
    QAbstractScrollArea::resizeEvent(event);
    if (m_wantsFit) {
        fit();
    } else {
        // What was in the middle stays there.
        MapView view = m_view;
        const QSize change = event->size() - event->oldSize();
        if (event->oldSize().isValid()) {
            view.origin -= QPointF(change.width() / 2.0, change.height() / 2.0);
        }
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
