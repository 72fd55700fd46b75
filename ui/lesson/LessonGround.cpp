// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/lesson/LessonGround.h>

#include <ui/lesson/LessonLook.h>
#include <ui/lesson/LessonMarks.h>
#include <ui/theme/TrailPainting.h>

#include <QAbstractTextDocumentLayout>
#include <QPainter>
#include <QPainterPath>
#include <QTextBlock>
#include <QTextDocument>

#include <optional>

namespace waymark::ui {

namespace {

/// Beyond the visible part a card may end anywhere: its corners are not seen.
constexpr double beyond = 64;

/// Blocks that follow each other with the same number: a card, or a code block.
struct Run
{
    int number = 0;
    double left = 0;
    double right = 0;
    double top = 0;
    double bottom = 0;
    std::optional<double> outputTop;
};

class GroundPainter
{
public:
    GroundPainter(QPainter& painter, const QTextDocument& document, const QRectF& visible, const LessonLook& look)
        : m_painter(painter)
        , m_document(document)
        , m_visible(visible)
        , m_look(look)
        , m_width(document.textWidth())
    {
    }

    void paint();

private:
    [[nodiscard]] QRectF rectOf(const QTextBlock& block) const { return m_document.documentLayout()->blockBoundingRect(block); }
    [[nodiscard]] QTextBlock firstVisible() const;
    [[nodiscard]] double topOf(QTextBlock block, int property) const;
    void follow(std::optional<Run>& run, const QTextBlock& block, int property, void (GroundPainter::*finish)(const Run&));
    void paintCard(const Run& run);
    void paintCode(const Run& run);
    void paintLine(const QTextBlock& block);

    QPainter& m_painter;
    const QTextDocument& m_document;
    QRectF m_visible;
    const LessonLook& m_look;
    double m_width;
    double m_quoteBottom = 0;
    int m_quotes = 0;
};

QTextBlock GroundPainter::firstVisible() const
{
    const QPointF at(m_look.hang + 1, std::max(0.0, m_visible.top() - space::xl));
    return m_document.findBlock(std::max(0, m_document.documentLayout()->hitTest(at, Qt::FuzzyHit)));
}

double GroundPainter::topOf(QTextBlock block, int property) const
{
    const int number = block.blockFormat().intProperty(property);
    double top = rectOf(block).top();
    for (block = block.previous(); block.isValid() && block.blockFormat().intProperty(property) == number; block = block.previous()) {
        top = rectOf(block).top();
        if (top < m_visible.top() - beyond) {
            break;
        }
    }
    return top;
}

void GroundPainter::follow(std::optional<Run>& run, const QTextBlock& block, int property, void (GroundPainter::*finish)(const Run&))
{
    const QTextBlockFormat format = block.blockFormat();
    const int number = format.intProperty(property);
    if (run && run->number != number) {
        (this->*finish)(*run);
        run.reset();
    }
    if (number == 0) {
        return;
    }
    const QRectF rect = rectOf(block);
    if (!run) {
        const bool inCard = property == mark::Code && format.intProperty(mark::Card) > 0;
        const double left = property == mark::Code ? format.doubleProperty(mark::CodeLeft) : 0;
        run = Run { number, left, m_width - (inCard ? m_look.hang : 0), topOf(block, property), rect.bottom(), {} };
    }
    run->bottom = std::max(run->bottom, rect.bottom());
    const auto part = static_cast<mark::CodePart>(format.intProperty(mark::Part));
    if (property == mark::Code && !run->outputTop && (part == mark::CodePart::OutputCaption || part == mark::CodePart::Output)) {
        run->outputTop = part == mark::CodePart::OutputCaption ? rect.top() - space::s : m_visible.top() - beyond;
    }
}

void GroundPainter::paintCard(const Run& run)
{
    const QRectF box(run.left, run.top - space::m, run.right - run.left, run.bottom - run.top + 2 * space::m);
    paintBox(m_painter, box, { .fill = m_look.palette.paper, .edge = m_look.palette.line, .radius = radius::card });
}

void GroundPainter::paintCode(const Run& run)
{
    const QRectF box(run.left, run.top - space::s, run.right - run.left, run.bottom - run.top + 2 * space::s + space::xs);
    paintBox(m_painter, box, { .fill = m_look.palette.codeBackground, .edge = m_look.palette.line, .radius = radius::card });
    if (run.outputTop) {
        m_painter.save();
        m_painter.setClipRect(QRectF(box.left(), *run.outputTop, box.width(), box.bottom() - *run.outputTop), Qt::IntersectClip);
        paintBox(m_painter, box, { .fill = m_look.palette.surface, .edge = m_look.palette.line, .radius = radius::card });
        m_painter.fillRect(QRectF(box.left(), *run.outputTop, box.width(), size::line), m_look.palette.line);
        m_painter.restore();
    }
}

void GroundPainter::paintLine(const QTextBlock& block)
{
    const QTextBlockFormat format = block.blockFormat();
    const QRectF rect = rectOf(block);
    const int quotes = format.intProperty(mark::Quotes);
    for (int depth = 0; depth < quotes; ++depth) {
        // Bars of neighbouring blocks meet across the gap between them.
        const double top = depth < m_quotes && m_quoteBottom < rect.top() ? m_quoteBottom : rect.top();
        const double left = format.doubleProperty(mark::QuoteLeft) + depth * space::l;
        m_painter.fillRect(QRectF(left, top, 3, rect.bottom() - top), depth == 0 ? m_look.palette.softTrail : m_look.palette.line);
    }
    m_quotes = quotes;
    m_quoteBottom = rect.bottom();
    if (format.boolProperty(mark::Rule)) {
        m_painter.fillRect(QRectF(m_look.hang, rect.center().y(), m_look.column, size::line), m_look.palette.line);
    }
}

void GroundPainter::paint()
{
    std::optional<Run> card;
    std::optional<Run> code;
    // Cards first: code may lie inside one.
    for (const bool cards : { true, false }) {
        for (QTextBlock block = firstVisible(); block.isValid(); block = block.next()) {
            if (rectOf(block).top() > m_visible.bottom() + space::xl) {
                break;
            }
            if (cards) {
                follow(card, block, mark::Card, &GroundPainter::paintCard);
            } else {
                follow(code, block, mark::Code, &GroundPainter::paintCode);
                paintLine(block);
            }
        }
        if (cards && card) {
            paintCard(*card);
        } else if (!cards && code) {
            paintCode(*code);
        }
    }
}

} // namespace

void paintLessonGround(QPainter& painter, const QTextDocument& document, const QRectF& visible, const LessonLook& look)
{
    GroundPainter(painter, document, visible, look).paint();
}

} // namespace waymark::ui
