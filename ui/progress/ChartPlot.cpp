// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/progress/ChartPlot.h>

#include <ui/progress/ChartTicks.h>
#include <ui/progress/SvgPicture.h>

#include <QFontMetrics>

// The header of the library is written with the keywords of Qt, which this build does without.
#define signals Q_SIGNALS
#define slots Q_SLOTS
#define foreach(each, all) for (each : all)
#include <qcustomplot.h>
#undef signals
#undef slots
#undef foreach

#include <algorithm>
#include <array>

namespace waymark::ui {

namespace {

using Shape = ChartSeries::Shape;

constexpr double lineWidth = 2;
constexpr double dotSize = 7;
constexpr double headroom = 0.03; ///< of an axis, over what lies at its end
constexpr int groundAlpha = 52; ///< of what fills the ground under a line, of 255
constexpr int gridAlpha = 140; ///< so that lines of a grid are no figures, whatever the palette
constexpr int keyTickCharacters = 13; ///< room for a tick with a date, in average characters
constexpr int valueTickLines = 3;
constexpr double widestName = 0.32; ///< of the width, for the names beside lying bars
constexpr QSize paper { 960, 540 };

QColor faint(QColor colour, int alpha)
{
    colour.setAlpha(alpha);
    return colour;
}

QVector<double> keysOf(const std::vector<QPointF>& points)
{
    QVector<double> keys;
    std::ranges::transform(points, std::back_inserter(keys), &QPointF::x);
    return keys;
}

QVector<double> valuesOf(const std::vector<QPointF>& points)
{
    QVector<double> values;
    std::ranges::transform(points, std::back_inserter(values), &QPointF::y);
    return values;
}

} // namespace

ChartPlot::ChartPlot(const ChartContent& content, const ChartLook& look)
    : m_look(look)
    , m_plot(std::make_unique<QCustomPlot>())
{
    m_look.font = type::caption(look.font);
    m_plot->setAutoAddPlottableToLegend(false);
    m_plot->setBackground(QBrush(Qt::NoBrush));
    m_plot->plotLayout()->clear();
    m_plot->plotLayout()->setRowSpacing(space::xs);
    m_sides = new QCPMarginGroup(m_plot.get());
    if (look.isAlone) {
        addCaption(content.title, type::strong(look.font), look.palette.text);
        standAlone();
    }
    for (const ChartPanel& panel : content.panels) {
        addPanel(content, panel, &panel == &content.panels.back());
    }
    addLegend();
    m_plot->setViewport(QRect(QPoint(0, 0), m_look.size));
}

ChartPlot::~ChartPlot() = default;

int ChartPlot::mostTicks(Qt::Orientation orientation) const
{
    const QFontMetrics metrics(m_look.font);
    if (orientation == Qt::Horizontal) {
        return std::clamp(m_look.size.width() / (keyTickCharacters * metrics.averageCharWidth()), 2, 10);
    }
    const int panels = std::max(1, static_cast<int>(m_axes.size()));
    return std::clamp(m_look.size.height() / panels / (valueTickLines * metrics.height()), 2, 6);
}

void ChartPlot::standAlone()
{
    m_plot->setBackground(QBrush(m_look.palette.surface));
    m_plot->plotLayout()->setAutoMargins(QCP::msNone);
    m_plot->plotLayout()->setMargins(QMargins(space::l, space::l, space::l, space::l));
}

void ChartPlot::addCaption(const QString& caption, const QFont& font, const QColor& ink)
{
    auto* text = new QCPTextElement(m_plot.get(), caption, font);
    text->setTextColor(ink);
    const Qt::Alignment side = m_look.direction == Qt::RightToLeft ? Qt::AlignRight : Qt::AlignLeft;
    text->setTextFlags(static_cast<int>(Qt::AlignVCenter | Qt::AlignAbsolute | side));
    m_plot->plotLayout()->addElement(m_rows, 0, text);
    m_plot->plotLayout()->setRowStretchFactor(m_rows++, 0.001);
}

void ChartPlot::addPanel(const ChartContent& content, const ChartPanel& panel, bool isLast)
{
    if (!panel.caption.isEmpty()) {
        addCaption(panel.caption, m_look.font, m_look.palette.softText);
    }
    auto* field = new QCPAxisRect(m_plot.get());
    field->setMarginGroup(QCP::msLeft | QCP::msRight, m_sides);
    field->setMinimumMargins(QMargins(space::xs, space::s, space::m, space::xs));
    m_plot->plotLayout()->addElement(m_rows, 0, field);
    m_plot->plotLayout()->setRowStretchFactor(m_rows++, panel.share);

    const bool isMirrored = m_look.direction == Qt::RightToLeft;
    const QCPAxis::AxisType side = isMirrored ? QCPAxis::atRight : QCPAxis::atLeft;
    for (QCPAxis* axis : field->axes()) {
        axis->setVisible(axis->axisType() == side || axis->axisType() == QCPAxis::atBottom);
        axis->setLayer(QStringLiteral("axes"));
        axis->grid()->setVisible(false);
    }
    QCPAxis* upright = field->axis(side);
    QCPAxis* level = field->axis(QCPAxis::atBottom);
    const Axes axes = content.isLying ? Axes { upright, level } : Axes { level, upright };
    m_axes.push_back(axes);
    level->setRangeReversed(isMirrored);
    upright->setRangeReversed(content.isLying);
    const auto most = [&](const QCPAxis* axis) { return mostTicks(axis == level ? Qt::Horizontal : Qt::Vertical); };
    dress(*axes.keys, content.keys, isLast || content.isLying, !content.isByKey);
    dress(*axes.values, ChartTicks::rounded(panel.values, most(axes.values)), true, true);
    for (const ChartSeries& series : panel.series) {
        addSeries(series, axes);
    }
}

void ChartPlot::dress(QCPAxis& axis, const ChartAxis& spec, bool hasTicks, bool hasGrid)
{
    const bool isLevel = axis.orientation() == Qt::Horizontal;
    const QSharedPointer<QCPAxisTickerText> ticker(new QCPAxisTickerText);
    ticker->setSubTickCount(0);
    const QFontMetrics metrics(m_look.font);
    const int room = static_cast<int>(m_look.size.width() * widestName);
    for (const ChartTick& tick : ChartTicks::of(spec, mostTicks(axis.orientation()))) {
        ticker->addTick(tick.at, isLevel ? tick.label : metrics.elidedText(tick.label, Qt::ElideRight, room));
    }
    axis.setTicker(ticker);
    const bool isOfValues = spec.kind != ChartAxis::Kind::Days && spec.kind != ChartAxis::Kind::Names;
    axis.setRange(spec.from, isOfValues ? spec.to + (spec.to - spec.from) * headroom : spec.to);
    axis.setTickLabels(hasTicks);
    const bool hasMarks = isLevel && spec.kind == ChartAxis::Kind::Days;
    axis.setTickLength(0, hasMarks ? space::xs : 0);
    axis.setSubTicks(false);
    axis.setTickLabelPadding(space::xs);
    axis.setTickLabelFont(m_look.font);
    axis.setTickLabelColor(m_look.palette.softText);
    axis.setBasePen(isLevel ? QPen(m_look.palette.controlLine, size::line) : QPen(Qt::NoPen));
    axis.setTickPen(hasMarks ? QPen(m_look.palette.controlLine, size::line) : QPen(Qt::transparent)); // even none leaves dots
    axis.setLabel(spec.title);
    axis.setLabelFont(m_look.font);
    axis.setLabelColor(m_look.palette.softText);
    axis.grid()->setVisible(hasGrid);
    axis.grid()->setPen(QPen(faint(m_look.palette.line, gridAlpha), size::line));
    axis.grid()->setZeroLinePen(QPen(m_look.palette.controlLine, size::line));
}

void ChartPlot::addSeries(const ChartSeries& series, const Axes& axes)
{
    switch (series.shape) {
    case Shape::Band:
        addBand(series, axes);
        break;
    case Shape::Bars:
        addBars(series, axes);
        break;
    default:
        addLine(series, axes);
        break;
    }
}

void ChartPlot::addBand(const ChartSeries& series, const Axes& axes)
{
    std::array<QCPGraph*, 2> edges {};
    for (std::size_t i = 0; i < edges.size(); ++i) {
        const std::vector<QPointF>& points = i == 0 ? series.upper : series.points;
        edges[i] = m_plot->addGraph(axes.keys, axes.values);
        edges[i]->setData(keysOf(points), valuesOf(points), true);
        edges[i]->setPen(QPen(Qt::NoPen));
        edges[i]->setName(i == 0 ? series.name : QString());
    }
    edges[0]->setBrush(faint(colour(series.tone), groundAlpha));
    edges[0]->setChannelFillGraph(edges[1]);
}

void ChartPlot::addBars(const ChartSeries& series, const Axes& axes)
{
    QCPBars* below = nullptr;
    for (QCPAbstractPlottable* each : axes.values->axisRect()->plottables()) {
        if (auto* bars = qobject_cast<QCPBars*>(each); bars != nullptr && series.isStacked) {
            below = bars;
        }
    }
    auto* bars = new QCPBars(axes.keys, axes.values);
    bars->setName(series.name);
    bars->setWidth(series.width);
    bars->setData(keysOf(series.points), valuesOf(series.points), true);
    bars->setAntialiased(false);
    const bool isQuiet = series.tone == Tone::SoftText;
    bars->setBrush(isQuiet ? m_look.palette.raised : colour(series.tone));
    bars->setPen(isQuiet ? QPen(m_look.palette.controlLine, size::line) : QPen(Qt::NoPen));
    if (below != nullptr) {
        bars->moveAbove(below);
    }
}

void ChartPlot::addLine(const ChartSeries& series, const Axes& axes)
{
    QCPGraph* graph = m_plot->addGraph(axes.keys, axes.values);
    const bool isDashed = series.shape == Shape::Dashes;
    const bool hasDots = series.shape == Shape::Dots || series.shape == Shape::Trace;
    QPen pen(colour(series.tone), isDashed ? 1.5 : lineWidth, isDashed ? Qt::DashLine : Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin);
    graph->setName(series.name);
    graph->setPen(pen);
    graph->setData(keysOf(series.points), valuesOf(series.points), true);
    graph->setLineStyle(series.shape == Shape::Dots ? QCPGraph::lsNone : QCPGraph::lsLine);
    if (hasDots) {
        graph->setScatterStyle({ QCPScatterStyle::ssCircle, QPen(m_look.palette.surface, size::line), colour(series.tone), dotSize });
    }
    if (series.shape == Shape::Ground) {
        graph->setBrush(faint(colour(series.tone), groundAlpha));
    }
}

/// All of them, or where they are too long for that half of them.
int ChartPlot::itemsInARow(const std::vector<QCPAbstractPlottable*>& named) const
{
    const QFontMetrics metrics(m_look.font);
    int width = 0;
    for (const QCPAbstractPlottable* each : named) {
        width += size::icon + space::m + metrics.horizontalAdvance(each->name()) + space::l;
    }
    const int count = static_cast<int>(named.size());
    return width <= m_look.size.width() ? count : (count + 1) / 2;
}

void ChartPlot::addLegend()
{
    std::vector<QCPAbstractPlottable*> named;
    for (int i = 0; i < m_plot->plottableCount(); ++i) {
        if (!m_plot->plottable(i)->name().isEmpty()) {
            named.push_back(m_plot->plottable(i));
        }
    }
    if (named.size() < 2) {
        return;
    }
    auto* row = new QCPLayoutGrid;
    m_plot->plotLayout()->addElement(m_rows, 0, row);
    m_plot->plotLayout()->setRowStretchFactor(m_rows++, 0.001);
    auto* legend = new QCPLegend;
    const bool isMirrored = m_look.direction == Qt::RightToLeft;
    row->addElement(0, isMirrored ? 1 : 0, legend);
    row->addElement(0, isMirrored ? 0 : 1, new QCPLayoutElement(m_plot.get()));
    row->setColumnStretchFactor(isMirrored ? 1 : 0, 0.001);
    legend->setLayer(QStringLiteral("legend"));
    legend->setFillOrder(QCPLegend::foColumnsFirst);
    legend->setWrap(itemsInARow(named));
    legend->setBorderPen(QPen(Qt::NoPen));
    legend->setBrush(QBrush(Qt::NoBrush));
    legend->setFont(m_look.font);
    legend->setTextColor(m_look.palette.text);
    legend->setIconSize(size::icon, size::iconSmall - space::xs);
    legend->setIconTextPadding(space::m); // an icon is a little wider than it says
    legend->setColumnSpacing(space::l);
    legend->setMargins(QMargins(space::xs, space::xs, 0, 0));
    for (QCPAbstractPlottable* each : named) {
        each->addToLegend(legend);
    }
}

void ChartPlot::paint(QPaintDevice& device)
{
    QCPPainter painter(&device);
    m_plot->toPainter(&painter, m_look.size.width(), m_look.size.height());
}

QPointF ChartPlot::pixelOf(const ChartSpot& spot) const
{
    const Axes& axes = m_axes[static_cast<std::size_t>(spot.panel)];
    const double key = axes.keys->coordToPixel(spot.key);
    const double value = axes.values->coordToPixel(spot.value);
    return axes.keys->orientation() == Qt::Horizontal ? QPointF(key, value) : QPointF(value, key);
}

QByteArray chartSvg(const ChartContent& content, const QFont& font, Qt::LayoutDirection direction)
{
    ChartPlot plot(content, { paletteOf(PaletteId::Light), font, direction, paper, true });
    return svgPicture(content.title, content.summary, paper, [&plot](QPaintDevice& device) { plot.paint(device); });
}

} // namespace waymark::ui
