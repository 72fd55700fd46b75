// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ui/progress/ChartContent.h>

#include <QByteArray>
#include <QFont>
#include <QSize>

#include <memory>

class QCPAbstractPlottable;
class QCPAxis;
class QCPAxisRect;
class QCPMarginGroup;
class QCustomPlot;

QT_BEGIN_NAMESPACE
class QPaintDevice;
QT_END_NAMESPACE

namespace waymark::ui {

/// How a chart is drawn.
struct ChartLook
{
    const Palette& palette;
    QFont font;
    Qt::LayoutDirection direction = Qt::LeftToRight;
    QSize size; ///< logical pixels
    bool isAlone = false; ///< on a ground of its own and under its title, where no page says what it is
};

/// A chart laid out for one look by QCustomPlot, whose header stays behind this one. It is made anew for another content, size or look, and
/// paints the same into a widget and into a file.
class ChartPlot
{
public:
    ChartPlot(const ChartContent& content, const ChartLook& look);
    ~ChartPlot();
    Q_DISABLE_COPY_MOVE(ChartPlot)

    void paint(QPaintDevice& device);
    [[nodiscard]] QPointF pixelOf(const ChartSpot& spot) const; ///< as last painted

private:
    struct Axes
    {
        QCPAxis* keys = nullptr;
        QCPAxis* values = nullptr;
    };

    void addPanel(const ChartContent& content, const ChartPanel& panel, bool isLast);
    void addCaption(const QString& caption, const QFont& font, const QColor& ink);
    void standAlone();
    void addLegend();
    [[nodiscard]] int itemsInARow(const std::vector<QCPAbstractPlottable*>& named) const;
    void dress(QCPAxis& axis, const ChartAxis& spec, bool hasTicks, bool hasGrid);
    void addSeries(const ChartSeries& series, const Axes& axes);
    void addBand(const ChartSeries& series, const Axes& axes);
    void addBars(const ChartSeries& series, const Axes& axes);
    void addLine(const ChartSeries& series, const Axes& axes);
    [[nodiscard]] int mostTicks(Qt::Orientation orientation) const;
    [[nodiscard]] QColor colour(Tone tone) const { return m_look.palette.colour(tone); }

    ChartLook m_look;
    std::unique_ptr<QCustomPlot> m_plot;
    QCPMarginGroup* m_sides = nullptr; ///< keeps the panels in line; owned by the plot
    std::vector<Axes> m_axes; ///< of each panel
    int m_rows = 0;
};

/// The chart as SVG on paper, with its title and summary. It names neither the machine nor the person.
[[nodiscard]] QByteArray chartSvg(const ChartContent& content, const QFont& font, Qt::LayoutDirection direction);

} // namespace waymark::ui
