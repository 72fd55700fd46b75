// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ui/theme/Icons.h>
#include <ui/theme/Tokens.h>

#include <QFont>
#include <QPageLayout>
#include <QRectF>
#include <QString>

#include <functional>
#include <memory>
#include <vector>

QT_BEGIN_NAMESPACE
class QPainter;
class QTextLayout;
QT_END_NAMESPACE

namespace waymark::ui {

/// How a text stands on paper.
struct PrintStyle
{
    QFont font;
    QColor colour;
    double lineHeight = 1.42; ///< times the size of the font, whatever the family's own leading
    int mostLines = 0; ///< what is longer ends in an ellipsis; 0 for all
    Qt::Alignment alignment = Qt::AlignLeft;
};

/// A plain text broken into the lines of a width; measured before it is placed, painted later.
class PrintText
{
public:
    PrintText(const QString& text, const PrintStyle& style, double width);

    [[nodiscard]] double height() const { return m_height; }
    [[nodiscard]] double widest() const { return m_widest; }
    [[nodiscard]] double firstBaseline() const { return m_firstBaseline; }
    [[nodiscard]] int hiddenLines() const { return m_hiddenLines; } ///< lines that mostLines left out
    void paint(QPainter& painter, const QPointF& topLeft) const;

private:
    void lay(const QString& text, const PrintStyle& style, double width);

    std::shared_ptr<QTextLayout> m_layout;
    QColor m_colour;
    int m_lines = 0;
    int m_hiddenLines = 0;
    double m_height = 0;
    double m_widest = 0;
    double m_firstBaseline = 0;
};

/// Fonts and colours on paper, whatever the window shows: the light palette, the application's family.
struct PrintLook
{
    explicit PrintLook(const Palette& colours);

    const Palette& palette;
    PrintStyle cover;
    PrintStyle title;
    PrintStyle heading;
    PrintStyle strong;
    PrintStyle body;
    PrintStyle caption; ///< soft
    [[nodiscard]] static PrintStyle coloured(PrintStyle style, const QColor& colour);
    [[nodiscard]] static PrintStyle aligned(PrintStyle style, Qt::Alignment alignment);
    [[nodiscard]] static PrintStyle atMost(PrintStyle style, int lines);
};

/// Where text and marks are put until all pages are known; then each page is painted with its number. Logical pixels of 1/96 inch,
/// from the top left of an A4 page. Nothing here knows what a plan is.
class PrintSheet
{
public:
    static constexpr int dotsPerInch = 96;

    using Mark = std::function<void(QPainter&)>;

    explicit PrintSheet(QString runningTitle, const PrintLook& look);

    void beginPage(QPageLayout::Orientation orientation = QPageLayout::Portrait);
    /// Begins a page unless `height` still fits on this one. True if it did.
    bool ensure(double height);
    [[nodiscard]] QRectF body() const; ///< the page between its margins
    [[nodiscard]] double y() const { return m_y; }
    void moveTo(double y) { m_y = y; }
    void skip(double height) { m_y += height; }

    void add(Mark mark);
    void put(const PrintText& text, double x, double y);
    void fill(const QRectF& rect, const QColor& colour, double radius = 0);
    void line(double x1, double x2, double y, const QColor& colour);
    void icon(IconId id, const QRectF& rect, const QColor& colour);
    /// The share that is done, as a thin bar.
    void bar(const QRectF& rect, double share, const QColor& colour);

    [[nodiscard]] int pageCount() const { return static_cast<int>(m_pages.size()); }
    [[nodiscard]] QPageLayout::Orientation orientationOf(int page) const { return m_pages[static_cast<std::size_t>(page)].orientation; }
    /// `number` is how the page is counted on paper, such as "3 / 12".
    void paintPage(QPainter& painter, int page, const QString& number) const;
    [[nodiscard]] const PrintLook& look() const { return m_look; }

private:
    struct Page
    {
        QPageLayout::Orientation orientation = QPageLayout::Portrait;
        std::vector<Mark> marks;
    };

    [[nodiscard]] static QRectF bodyOf(QPageLayout::Orientation orientation);

    const QString m_runningTitle;
    const PrintLook& m_look;
    std::vector<Page> m_pages;
    double m_y = 0;
};

} // namespace waymark::ui
