// SPDX-License-Identifier: GPL-3.0-or-later
// How edges and choice groups are painted.
#include <ui/map/MapPainter.h>

#include <QCoreApplication>
#include <QPaintEngine>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <array>
#include <cmath>

namespace waymark::ui {

namespace {

constexpr std::size_t mostCurves = 1500; // on a map of more edges, and from afar, nobody tells them apart: straight lines will do
constexpr double plainOpacity = 0.65;
constexpr double bracketWidth = 7;

/// How an edge belongs to what is lit.
enum class EdgeRole { Plain, Path, Unlocks };

EdgeRole roleOf(const MapScene::Edge& edge, const MapLight& light)
{
    const MapRole from = light.role(edge.from);
    const MapRole to = light.role(edge.to);
    if (from == MapRole::Path && (to == MapRole::Path || to == MapRole::Self)) {
        return EdgeRole::Path;
    }
    return to == MapRole::Unlocks && (from == MapRole::Self || from == MapRole::Unlocks) ? EdgeRole::Unlocks : EdgeRole::Plain;
}

QPainterPath pathOf(const std::vector<QPointF>& points)
{
    QPainterPath path(points.front());
    for (std::size_t i = 1; i + 2 < points.size(); i += 3) {
        path.cubicTo(points[i], points[i + 1], points[i + 2]);
    }
    return path;
}

/// The parts of routes that can be seen, as short lines: an edge that crosses the whole map costs no more than what is seen of it, and
/// lines are what a raster draws fastest.
class SeenLines
{
public:
    SeenLines(const QRectF& exposed, double scale)
        : m_exposed(exposed)
        , m_tolerance(0.2 / scale)
    {
    }

    void add(const std::vector<QPointF>& points)
    {
        for (std::size_t i = 0; i + 3 < points.size(); i += 3) {
            add({ points[i], points[i + 1], points[i + 2], points[i + 3] }, deepest);
        }
    }

    void paint(QPainter& painter) const { painter.drawLines(m_lines.data(), static_cast<int>(m_lines.size())); }

private:
    using Curve = std::array<QPointF, 4>;
    static constexpr int deepest = 9;

    void add(const Curve& curve, int depth)
    {
        const auto [left, right] = std::minmax({ curve[0].x(), curve[1].x(), curve[2].x(), curve[3].x() });
        const auto [top, bottom] = std::minmax({ curve[0].y(), curve[1].y(), curve[2].y(), curve[3].y() });
        if (left > m_exposed.right() || right < m_exposed.left() || top > m_exposed.bottom() || bottom < m_exposed.top()) {
            return;
        }
        if (depth == 0 || isFlat(curve)) {
            m_lines.emplace_back(curve[0], curve[3]);
            return;
        }
        // De Casteljau, in the middle.
        const QPointF ab = (curve[0] + curve[1]) / 2;
        const QPointF bc = (curve[1] + curve[2]) / 2;
        const QPointF cd = (curve[2] + curve[3]) / 2;
        const QPointF abc = (ab + bc) / 2;
        const QPointF bcd = (bc + cd) / 2;
        const QPointF middle = (abc + bcd) / 2;
        add({ curve[0], ab, abc, middle }, depth - 1);
        add({ middle, bcd, cd, curve[3] }, depth - 1);
    }

    /// Within the tolerance of its chord, by the second differences of its control points.
    [[nodiscard]] bool isFlat(const Curve& curve) const
    {
        const QPointF first = curve[0] - 2 * curve[1] + curve[2];
        const QPointF second = curve[1] - 2 * curve[2] + curve[3];
        const double along = std::max(std::abs(first.x()), std::abs(second.x()));
        const double across = std::max(std::abs(first.y()), std::abs(second.y()));
        // A straight line may have its control points anywhere along it.
        const bool isStraight = curve[0].y() == curve[1].y() && curve[1].y() == curve[2].y() && curve[2].y() == curve[3].y();
        return isStraight || along + across <= m_tolerance * 4 / 3;
    }

    QRectF m_exposed;
    double m_tolerance;
    std::vector<QLineF> m_lines;
};

} // namespace

struct MapPainter::VisibleEdges
{
    std::array<std::vector<int>, 2> plain; ///< in full, standing back
    std::vector<int> path;
    std::vector<int> unlocks;
};

MapPainter::VisibleEdges MapPainter::visibleEdges(const QRectF& exposed, const MapLight& light) const
{
    VisibleEdges edges;
    m_scene.edgeIndex().query(exposed, [&](int index) {
        const MapScene::Edge& edge = m_scene.edges()[static_cast<std::size_t>(index)];
        switch (roleOf(edge, light)) {
        case EdgeRole::Path:
            edges.path.push_back(index);
            break;
        case EdgeRole::Unlocks:
            edges.unlocks.push_back(index);
            break;
        case EdgeRole::Plain:
            edges.plain[light.edgeStandsBack(edge.from, edge.to) ? 1 : 0].push_back(index);
            break;
        }
    });
    return edges;
}

void MapPainter::paintEdges(QPainter& painter, const QRectF& exposed, double scale, const MapLight& light) const
{
    const VisibleEdges edges = visibleEdges(exposed, light);
    const double reach = 3 / scale; // half of the widest line
    const QRectF around = exposed.adjusted(-reach, -reach, reach, reach);
    painter.setBrush(Qt::NoBrush);
    paintPlainEdges(painter, edges, around, scale);
    paintLitEdges(painter, edges, around, scale); // over the others
    if (scale >= 0.3) {
        painter.setRenderHint(QPainter::Antialiasing);
        paintFrames(painter, exposed, light);
        paintBrackets(painter, exposed, light);
    }
    painter.setOpacity(1);
}

void MapPainter::paintPlainEdges(QPainter& painter, const VisibleEdges& edges, const QRectF& exposed, double scale) const
{
    const bool isCrowded = m_scene.edges().size() > mostCurves;
    if (isCrowded && detailAt(scale) == MapDetail::Dot) {
        return; // they would hide the skills
    }
    const bool curves = scale >= 0.3 || !isCrowded;
    painter.setRenderHint(QPainter::Antialiasing, curves);
    for (const int back : { 1, 0 }) {
        const std::vector<int>& indices = edges.plain[static_cast<std::size_t>(back)];
        painter.setOpacity(back != 0 ? recededOpacity * plainOpacity : plainOpacity);
        painter.setPen(QPen(m_palette.controlLine, curves ? std::max(size::edge, 0.75 / scale) : 0, Qt::SolidLine, Qt::FlatCap));
        if (curves) {
            paintRoutes(painter, indices, exposed, scale);
            continue;
        }
        std::vector<QLineF> lines;
        lines.reserve(indices.size());
        for (const int index : indices) {
            lines.emplace_back(m_scene.route(index).front(), m_scene.route(index).back());
        }
        painter.drawLines(lines.data(), static_cast<int>(lines.size()));
    }
}

/// On the screen as lines; in a picture of vectors as the curves that they are.
void MapPainter::paintRoutes(QPainter& painter, const std::vector<int>& edges, const QRectF& exposed, double scale) const
{
    if (painter.paintEngine()->type() != QPaintEngine::Raster) {
        for (const int edge : edges) {
            painter.drawPath(pathOf(m_scene.route(edge)));
        }
        return;
    }
    SeenLines lines(exposed, scale);
    for (const int edge : edges) {
        lines.add(m_scene.route(edge));
    }
    lines.paint(painter);
}

void MapPainter::paintLitEdges(QPainter& painter, const VisibleEdges& edges, const QRectF& exposed, double scale) const
{
    painter.setOpacity(1);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto paintAll = [&](const std::vector<int>& indices, const QColor& colour, double width) {
        painter.setPen(QPen(colour, std::max(width, 1.2 / scale), Qt::SolidLine, Qt::FlatCap));
        paintRoutes(painter, indices, exposed, scale);
    };
    paintAll(edges.unlocks, m_palette.softTrail, 1.75);
    paintAll(edges.path, m_palette.trail, 2.25);
}

/// Members that stand together have one dashed frame around them, with the words in its upper line.
void MapPainter::paintFrames(QPainter& painter, const QRectF& exposed, const MapLight& light) const
{
    for (const MapScene::Frame& frame : m_scene.frames()) {
        if (!frame.rect.adjusted(0, -space::m, 0, 0).intersects(exposed)) {
            continue;
        }
        painter.setOpacity(light.opacity(frame.member));
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(m_palette.softText, 1.5, Qt::CustomDashLine));
        QPen pen = painter.pen();
        pen.setDashPattern({ 4, 3 });
        painter.setPen(pen);
        painter.drawRoundedRect(frame.rect, radius::card + 4, radius::card + 4);
        const QColor ground = m_palette.areaTint(static_cast<std::size_t>(m_scene.node(frame.member).area));
        paintOneOf(painter, frame.rect.topLeft() + QPointF(space::l, 0), ground);
    }
}

/// Members that stand apart share a bracket where their edges enter.
void MapPainter::paintBrackets(QPainter& painter, const QRectF& exposed, const MapLight& light) const
{
    const double half = size::nodeHeight / 2.0 - space::xs;
    for (const MapScene::Bracket& bracket : m_scene.brackets()) {
        const QRectF reach(bracket.at.x() - size::nodeHeight, bracket.at.y() - size::nodeHeight, size::nodeHeight, 2.0 * size::nodeHeight);
        if (!reach.intersects(exposed)) {
            continue;
        }
        painter.setOpacity(light.opacity(bracket.to));
        painter.setPen(QPen(m_palette.softText, 1.5));
        painter.setBrush(Qt::NoBrush);
        const double right = bracket.at.x() - 4;
        QPainterPath path(QPointF(right, bracket.at.y() - half));
        path.quadTo(QPointF(right - bracketWidth, bracket.at.y()), QPointF(right, bracket.at.y() + half));
        painter.drawPath(path);
        const QColor ground = m_palette.areaTint(static_cast<std::size_t>(m_scene.node(bracket.to).area));
        paintOneOf(painter, QPointF(right - space::xxl, bracket.at.y() - half - space::xs), ground);
    }
}

/// The words stand on the colour of the band, so that no line runs through them.
void MapPainter::paintOneOf(QPainter& painter, const QPointF& leftMiddle, const QColor& ground) const
{
    QFont font = m_font;
    font.setPixelSize(11);
    font.setItalic(true);
    const QFontMetricsF metrics(font);
    const QString words = QCoreApplication::translate("MapPainter", "one of");
    const QRectF box(leftMiddle.x(), leftMiddle.y() - metrics.height() / 2, metrics.horizontalAdvance(words) + space::s, metrics.height());
    painter.setPen(Qt::NoPen);
    painter.setBrush(ground);
    painter.drawRect(box);
    painter.setFont(font);
    painter.setPen(m_palette.text);
    painter.drawText(box, Qt::AlignCenter, words);
}

} // namespace waymark::ui
