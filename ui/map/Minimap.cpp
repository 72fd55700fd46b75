// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/map/Minimap.h>

#include <ui/map/MapCanvas.h>
#include <ui/theme/Theme.h>
#include <ui/theme/TrailPainting.h>
#include <ui/words/SkillIcons.h>

#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark::ui {

namespace {

constexpr int inner = 5; // between the edge and the map
constexpr double smallestDot = 2;

} // namespace

Minimap::Minimap(MapCanvas& canvas, QWidget* parent)
    : QWidget(parent)
    , m_canvas(canvas)
{
    setObjectName(u"minimap"_s);
    setAccessibleName(tr("Overview of the map"));
    setToolTip(tr("Click or drag to go there"));
    setCursor(Qt::CrossCursor);
    connect(&m_canvas, &MapCanvas::viewChanged, this, qOverload<>(&QWidget::update));
    connect(&m_canvas, &MapCanvas::sceneChanged, this, [this] {
        m_picture = QPixmap();
        update();
    });
}

QSize Minimap::sizeFor(int width) const
{
    const QRectF& bounds = m_canvas.scene().bounds();
    const double aspect = bounds.isEmpty() ? 0.5 : bounds.height() / bounds.width();
    return { width, std::clamp(static_cast<int>((width - 2 * inner) * aspect) + 2 * inner, width / 4, width) };
}

QRectF Minimap::mapRect() const
{
    const QRectF room = QRectF(rect()).adjusted(inner, inner, -inner, -inner);
    const QRectF& bounds = m_canvas.scene().bounds();
    QSizeF fitted = bounds.size().scaled(room.size(), Qt::KeepAspectRatio);
    return { room.center() - QPointF(fitted.width() / 2, fitted.height() / 2), fitted };
}

QPointF Minimap::toMinimap(const QPointF& scene) const
{
    const QRectF map = mapRect();
    const QRectF& bounds = m_canvas.scene().bounds();
    return map.topLeft() + (scene - bounds.topLeft()) * (map.width() / std::max(1.0, bounds.width()));
}

QPointF Minimap::toScene(const QPointF& position) const
{
    const QRectF map = mapRect();
    const QRectF& bounds = m_canvas.scene().bounds();
    return bounds.topLeft() + (position - map.topLeft()) * (bounds.width() / std::max(1.0, map.width()));
}

QPixmap Minimap::painted() const
{
    const Palette& palette = activePalette();
    QPixmap picture(size() * devicePixelRatioF());
    picture.setDevicePixelRatio(devicePixelRatioF());
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    paintBox(painter, rect(), { .fill = palette.surface, .edge = palette.controlLine, .radius = radius::control });
    const MapScene& scene = m_canvas.scene();
    for (const MapScene::Band& band : scene.bands()) {
        painter.fillRect(QRectF(toMinimap(band.rect.topLeft()), toMinimap(band.rect.bottomRight())),
            palette.areaTint(static_cast<std::size_t>(band.area)));
    }
    const double scale = mapRect().width() / std::max(1.0, scene.bounds().width());
    for (int i = 0; i < scene.size(); ++i) {
        const QSizeF dot(std::max(smallestDot, scene.rect(i).width() * scale * 0.9), std::max(smallestDot, scene.rect(i).height() * scale));
        const MapScene::Node& node = scene.node(i);
        const bool locked = node.state == learning::SkillState::Locked;
        painter.setOpacity(locked ? 0.5 : 1);
        painter.fillRect(QRectF(toMinimap(scene.rect(i).center()) - QPointF(dot.width() / 2, dot.height() / 2), dot),
            node.isNext ? palette.mark : palette.colour(toneOf(node.state)));
    }
    return picture;
}

void Minimap::paintEvent(QPaintEvent*)
{
    if (m_picture.isNull() || m_picture.devicePixelRatio() != devicePixelRatioF() || m_picture.deviceIndependentSize().toSize() != size()) {
        m_picture = painted();
    }
    QPainter painter(this);
    painter.drawPixmap(0, 0, m_picture);
    const QRectF seen(toMinimap(m_canvas.seen().topLeft()), toMinimap(m_canvas.seen().bottomRight()));
    const Palette& palette = activePalette();
    QColor veil = palette.trail;
    veil.setAlphaF(0.1F);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(palette.trail, 1.5));
    painter.setBrush(veil);
    painter.drawRoundedRect(seen & QRectF(rect()).adjusted(2, 2, -2, -2), 2, 2);
}

void Minimap::mousePressEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton) {
        m_canvas.centreOn(toScene(event->position()));
    }
}

void Minimap::mouseMoveEvent(QMouseEvent* event)
{
    if (event->buttons().testFlag(Qt::LeftButton)) {
        m_canvas.centreOn(toScene(event->position()));
    }
}

void Minimap::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange) {
        m_picture = QPixmap();
    }
    QWidget::changeEvent(event);
}

} // namespace waymark::ui
