// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/print/PrintSheet.h>

#include <QFontMetricsF>
#include <QGuiApplication>
#include <QPageSize>
#include <QPainter>
#include <QTextLayout>

#include <algorithm>

namespace waymark::ui {

namespace {

constexpr double bodyPoints = 9.5;
constexpr double coverScale = 2.6;
constexpr double pointsPerInch = 72;
constexpr double sideMargin = 72;
constexpr double topMargin = 64;
constexpr double bottomMargin = 76;
constexpr double footerBelowBody = 22;

QFont paperFont(double points)
{
    QFont font = QGuiApplication::font();
    font.setPointSizeF(points);
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

QTextOption optionFor(const QString& text, Qt::Alignment alignment)
{
    QTextOption option(alignment);
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    option.setTextDirection(text.isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight);
    option.setUseDesignMetrics(true);
    return option;
}

QString onLines(QString text)
{
    return text.replace(QLatin1Char('\n'), QChar(QChar::LineSeparator));
}

} // namespace

PrintText::PrintText(const QString& text, const PrintStyle& style, double width)
    : m_colour(style.colour)
{
    lay(onLines(text), style, width);
    if (style.mostLines == 0 || m_lines <= style.mostLines) {
        return;
    }
    m_hiddenLines = m_lines - style.mostLines;
    const QTextLine last = m_layout->lineAt(style.mostLines - 1);
    const QString whole = m_layout->text();
    const QString end = whole.mid(last.textStart(), last.textLength()).remove(QChar(QChar::LineSeparator)).trimmed() + QChar(0x2026);
    const QFontMetricsF metrics(style.font);
    lay(whole.left(last.textStart()) + metrics.elidedText(end, Qt::ElideRight, width), style, width);
}

void PrintText::lay(const QString& text, const PrintStyle& style, double width)
{
    m_layout = std::make_shared<QTextLayout>(text, style.font);
    m_layout->setTextOption(optionFor(text, style.alignment));
    m_layout->setCacheEnabled(true);
    m_layout->beginLayout();
    const double em = style.font.pointSizeF() * PrintSheet::dotsPerInch / pointsPerInch;
    m_lines = 0;
    m_height = 0;
    m_widest = 0;
    for (QTextLine line = m_layout->createLine(); line.isValid(); line = m_layout->createLine()) {
        line.setLineWidth(width);
        const double height = em * style.lineHeight;
        const double lead = (height - line.ascent() - line.descent()) / 2;
        line.setPosition({ 0, m_height + lead });
        if (m_lines++ == 0) {
            m_firstBaseline = lead + line.ascent();
        }
        m_height += height;
        m_widest = std::max(m_widest, line.naturalTextWidth());
    }
    m_layout->endLayout();
}

void PrintText::paint(QPainter& painter, const QPointF& topLeft) const
{
    painter.setPen(m_colour);
    m_layout->draw(&painter, topLeft);
}

PrintLook::PrintLook(const Palette& colours)
    : palette(colours)
{
    const QFont base = paperFont(bodyPoints);
    cover = { type::strong(paperFont(bodyPoints * coverScale)), palette.text, 1.3 };
    title = { type::title(base), palette.text, 1.35 };
    heading = { type::heading(base), palette.text, 1.4 };
    strong = { type::strong(base), palette.text };
    body = { base, palette.text };
    caption = { type::caption(base), palette.softText };
}

PrintStyle PrintLook::coloured(PrintStyle style, const QColor& colour)
{
    style.colour = colour;
    return style;
}

PrintStyle PrintLook::aligned(PrintStyle style, Qt::Alignment alignment)
{
    style.alignment = alignment;
    return style;
}

PrintStyle PrintLook::atMost(PrintStyle style, int lines)
{
    style.mostLines = lines;
    return style;
}

PrintSheet::PrintSheet(QString runningTitle, const PrintLook& look)
    : m_runningTitle(std::move(runningTitle))
    , m_look(look)
{
}

QRectF PrintSheet::bodyOf(QPageLayout::Orientation orientation)
{
    QSizeF paper = QSizeF(QPageSize(QPageSize::A4).sizePixels(dotsPerInch));
    if (orientation == QPageLayout::Landscape) {
        paper.transpose();
    }
    return { sideMargin, topMargin, paper.width() - 2 * sideMargin, paper.height() - topMargin - bottomMargin };
}

QRectF PrintSheet::body() const
{
    return bodyOf(m_pages.empty() ? QPageLayout::Portrait : m_pages.back().orientation);
}

void PrintSheet::beginPage(QPageLayout::Orientation orientation)
{
    m_pages.push_back({ orientation, {} });
    m_y = body().top();
}

bool PrintSheet::ensure(double height)
{
    if (!m_pages.empty() && m_y + height <= body().bottom()) {
        return true;
    }
    beginPage();
    return false;
}

void PrintSheet::add(Mark mark)
{
    m_pages.back().marks.push_back(std::move(mark));
}

void PrintSheet::put(const PrintText& text, double x, double y)
{
    add([text, x, y](QPainter& painter) { text.paint(painter, { x, y }); });
}

void PrintSheet::fill(const QRectF& rect, const QColor& colour, double radius)
{
    add([rect, colour, radius](QPainter& painter) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(colour);
        painter.drawRoundedRect(rect, radius, radius);
    });
}

void PrintSheet::line(double x1, double x2, double y, const QColor& colour)
{
    fill({ x1, y, x2 - x1, size::line * 0.75 }, colour);
}

void PrintSheet::icon(IconId id, const QRectF& rect, const QColor& colour)
{
    add([id, rect, colour](QPainter& painter) { paintIcon(painter, rect, id, colour); });
}

void PrintSheet::bar(const QRectF& rect, double share, const QColor& colour)
{
    fill(rect, m_look.palette.raised, rect.height() / 2);
    if (share > 0) {
        QRectF done = rect;
        done.setWidth(std::max(rect.height(), rect.width() * std::min(share, 1.0)));
        fill(done, colour, rect.height() / 2);
    }
}

void PrintSheet::paintPage(QPainter& painter, int page, const QString& number) const
{
    const Page& of = m_pages[static_cast<std::size_t>(page)];
    for (const Mark& mark : of.marks) {
        painter.save();
        mark(painter);
        painter.restore();
    }
    const QRectF area = bodyOf(of.orientation);
    const double y = area.bottom() + footerBelowBody;
    const PrintText title(m_runningTitle, PrintLook::atMost(m_look.caption, 1), area.width() * 0.8);
    title.paint(painter, { area.left(), y });
    const PrintText count(number, PrintLook::aligned(m_look.caption, Qt::AlignRight), area.width() * 0.2);
    count.paint(painter, { area.left() + area.width() * 0.8, y });
}

} // namespace waymark::ui
