// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/map/MapOverlays.h>

#include <ui/map/MapActions.h>
#include <ui/map/MapCanvas.h>
#include <ui/theme/Controls.h>
#include <ui/theme/Theme.h>
#include <ui/theme/TrailPainting.h>
#include <ui/words/Percent.h>
#include <ui/words/SkillIcons.h>
#include <ui/words/Words.h>

#include <QBoxLayout>
#include <QGridLayout>
#include <QLocale>
#include <QPainter>
#include <QPainterPath>
#include <QToolButton>

#include <cmath>

using namespace Qt::StringLiterals;

namespace waymark::ui {

namespace {

enum class LineSign { Path, Unlocks, OneOf, Done };

/// A line of the map, in small.
class LineMark : public QWidget
{
public:
    LineMark(LineSign sign, QWidget* parent)
        : QWidget(parent)
        , m_sign(sign)
    {
        setFixedSize(size::icon + space::s, size::icon);
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        const Palette& palette = activePalette();
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const QRectF box = QRectF(rect()).adjusted(2, 4, -2, -4);
        if (m_sign == LineSign::OneOf) {
            QPen pen(palette.softText, 1.5);
            pen.setDashPattern({ 3, 2 });
            painter.setPen(pen);
            painter.drawRoundedRect(box, radius::small, radius::small);
            return;
        }
        if (m_sign == LineSign::Done) {
            const QRectF ring(box.center() - QPointF(7, 7), QSizeF(14, 14));
            painter.setPen(QPen(palette.line, 3));
            painter.drawEllipse(ring);
            painter.setPen(QPen(palette.learning, 3, Qt::SolidLine, Qt::FlatCap));
            painter.drawArc(ring, 90 * 16, -150 * 16);
            return;
        }
        painter.setPen(m_sign == LineSign::Path ? QPen(palette.trail, 2.25) : QPen(palette.softTrail, 1.75));
        QPainterPath path(box.bottomLeft());
        path.cubicTo(QPointF(box.center().x(), box.bottom()), QPointF(box.center().x(), box.top()), box.topRight());
        painter.drawPath(path);
    }

private:
    LineSign m_sign;
};

} // namespace

void MapOverlay::paintEvent(QPaintEvent*)
{
    const Palette& palette = activePalette();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintBox(painter, rect(), { .fill = palette.surface, .edge = palette.controlLine, .radius = radius::control });
}

ZoomBar::ZoomBar(MapCanvas& canvas, const MapActions& actions, QWidget* parent)
    : MapOverlay(parent)
    , m_canvas(canvas)
{
    setObjectName(u"zoomBar"_s);
    setAccessibleName(tr("Zoom"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(space::xs, space::xs, space::xs, space::xs);
    row->setSpacing(0);
    m_percent = toolButtonFor(actions["map.zoom-100"], this);
    m_percent->setToolButtonStyle(Qt::ToolButtonTextOnly);
    m_percent->setMinimumWidth(m_percent->fontMetrics().horizontalAdvance(percentText(100)) + space::l);
    row->addWidget(toolButtonFor(actions["map.zoom-out"], this));
    row->addWidget(m_percent);
    row->addWidget(toolButtonFor(actions["map.zoom-in"], this));
    row->addWidget(toolButtonFor(actions["map.fit"], this));
    row->addWidget(toolButtonFor(actions["map.minimap"], this));
    connect(&m_canvas, &MapCanvas::viewChanged, this, &ZoomBar::showZoom);
    showZoom();
}

void ZoomBar::showZoom()
{
    const QString percent = shareText(m_canvas.zoom());
    if (m_percent->text() != percent) {
        m_percent->setText(percent);
        m_percent->setAccessibleName(tr("Zoom %1; press for %2", "both in percent").arg(percent, percentText(100)));
    }
}

MapLegend::MapLegend(QWidget* parent)
    : MapOverlay(parent)
{
    setObjectName(u"mapLegend"_s);
    setAccessibleName(tr("Legend"));
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(space::m, space::s, space::m, space::m);
    grid->setHorizontalSpacing(space::s);
    grid->setVerticalSpacing(space::xs);
    auto* close = new QToolButton(this);
    close->setObjectName(u"closeLegend"_s);
    close->setIcon(icon(IconId::Close));
    close->setAutoRaise(true);
    close->setAccessibleName(tr("Close the legend"));
    close->setToolTip(close->accessibleName());
    connect(close, &QToolButton::clicked, this, &MapLegend::closeRequested);
    grid->addWidget(new TextLabel(TextRole::Strong, tr("Legend"), this), 0, 0, 1, 2);
    grid->addWidget(close, 0, 2, Qt::AlignRight);
    const auto add = [&](QWidget* mark, const QString& words) {
        const int row = grid->rowCount();
        grid->addWidget(mark, row, 0, Qt::AlignCenter);
        grid->addWidget(new TextLabel(TextRole::Caption, words, this), row, 1, 1, 2);
    };
    using learning::SkillState;
    for (const SkillState state : { SkillState::Locked, SkillState::Ready, SkillState::Learning, SkillState::Practised,
             SkillState::Mastered, SkillState::Fading, SkillState::Skipped, SkillState::Assumed }) {
        add(new IconMark(iconOf(state), toneOf(state), this), Words::state(state));
    }
    add(new IconMark(IconId::Flag, Tone::Mark, this), tr("One of the next three steps, or a milestone"));
    add(new LineMark(LineSign::Done, this), tr("The ring fills with the checklist"));
    add(new LineMark(LineSign::Path, this), tr("Path to the chosen skill"));
    add(new LineMark(LineSign::Unlocks, this), tr("What it unlocks"));
    add(new LineMark(LineSign::OneOf, this), tr("One of these is enough"));
}

} // namespace waymark::ui
