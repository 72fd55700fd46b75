// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/quiz/QuizProse.h>

#include <ui/lesson/CodeColours.h>
#include <ui/lesson/LessonColouring.h>
#include <ui/lesson/LessonGround.h>
#include <ui/lesson/LessonScript.h>
#include <ui/theme/Theme.h>

#include <QAbstractTextDocumentLayout>
#include <QFontMetricsF>
#include <QPainter>
#include <QTextBlock>
#include <QTextLayout>

#include <algorithm>
#include <cmath>

namespace waymark::ui {

using exchange::Block;
using exchange::Blocks;

namespace {

constexpr int hang = space::m; ///< code stands as far inside its card, whose edge is flush with the text
constexpr int codePadding = space::s; ///< of that card, as paintLessonGround draws it

bool isCode(const Block& block)
{
    return block.kind == Block::Kind::Code || block.kind == Block::Kind::Output;
}

bool isCode(const QTextBlock& block)
{
    return block.blockFormat().hasProperty(mark::Code);
}

} // namespace

QuizProse::QuizProse(const session::Workspace& workspace)
    : m_pictures([&workspace](const QString& name) { return workspace.asset(name); })
{
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    m_text.setDefaultTextOption(option);
    m_text.documentLayout()->registerHandler(mark::pictureObject, &m_pictures);
}

QuizProse::~QuizProse() = default;

void QuizProse::setBlocks(const Blocks& blocks, Weight weight)
{
    m_weight = weight;
    m_parts.clear();
    for (const Block& block : blocks) {
        const bool isOutputOfCode
            = block.kind == Block::Kind::Output && !m_parts.empty() && m_parts.back().back().kind == Block::Kind::Code;
        if (isOutputOfCode) {
            m_parts.back().push_back(block);
        } else {
            m_parts.push_back({ block });
        }
    }
}

void QuizProse::dress(const QFont& font)
{
    m_font = font;
    m_look = LessonLook::of(font, activePalette(), LessonLook::Medium::Paper, 0); // as on paper nothing in it can be clicked
    m_look.hang = hang;
    write();
}

void QuizProse::write()
{
    m_width = -1;
    m_codes.clear();
    m_text.clear();
    m_text.setDefaultFont(m_look.body.font());
    const QSet<QString> folded;
    LessonWriter writer(QTextCursor(&m_text), m_look, m_pictures, m_codes, folded);
    for (const Blocks& part : m_parts) {
        Nesting nesting;
        nesting.left = isCode(part.front()) ? 2.0 * hang : hang;
        if (!writer.hasRoom(nesting)) {
            break;
        }
        if (m_weight == Weight::Strong && part.front().kind == Block::Kind::Paragraph) {
            writer.paragraph(part.front().inlines, m_look.strong, nesting);
            continue;
        }
        std::vector<LessonPiece> pieces;
        addBlocks(pieces, part, nesting, m_look);
        for (std::size_t i = 0; i < pieces.size() && writer.hasRoom(nesting); ++i) {
            pieces[i](writer);
        }
    }
    closeUp();
    colourCode();
}

/// The room above the first block and below the last one is that of the widget around it. Only the card of code keeps its padding, and that
/// Qt would leave out: it counts no margins at the ends of a document.
void QuizProse::closeUp()
{
    m_above = isCode(m_text.begin()) ? codePadding : 0;
    m_below = isCode(m_text.lastBlock()) ? codePadding + space::xs : 0;
    QTextCursor cursor(&m_text);
    QTextBlockFormat first;
    first.setTopMargin(0);
    cursor.mergeBlockFormat(first);
    cursor.movePosition(QTextCursor::End);
    QTextBlockFormat last;
    last.setBottomMargin(0);
    cursor.mergeBlockFormat(last);
}

void QuizProse::colourCode()
{
    int number = 0;
    std::vector<QTextBlock> firsts;
    for (QTextBlock block = m_text.begin(); block.isValid(); block = block.next()) {
        const int code = block.blockFormat().intProperty(mark::Code);
        if (code == 0 || code == number) {
            continue;
        }
        number = code;
        firsts.push_back(block);
    }
    if (!firsts.empty() && !m_colours) {
        m_colours = std::make_unique<CodeColours>();
    }
    if (!firsts.empty()) {
        const auto runsOf = [this](const QString& language, const QString& code) { return m_colours->runs(language, code); };
        colourCodeBlocks(m_text, firsts, m_codes, runsOf, m_look.palette);
    }
}

void QuizProse::fit(int width)
{
    if (m_width != width) {
        m_width = width;
        m_pictures.setWidth(width);
        m_text.setTextWidth(std::max(width, 1) + hang);
    }
}

double QuizProse::idealWidth() const
{
    const QFontMetricsF metrics(m_look.body.font());
    double widest = 0;
    for (QTextBlock block = m_text.begin(); block.isValid(); block = block.next()) {
        widest = std::max(widest, block.blockFormat().leftMargin() - hang + metrics.horizontalAdvance(block.text()));
    }
    return std::min(std::ceil(widest) + space::xs, m_look.column);
}

int QuizProse::heightFor(int width)
{
    fit(width);
    const double whole = m_above + m_text.documentLayout()->documentSize().height() + m_below;
    const QTextBlock last = m_text.lastBlock();
    const QTextLayout* lines = last.layout();
    if (isCode(last) || lines == nullptr || lines->lineCount() == 0) {
        return static_cast<int>(std::ceil(whole));
    }
    // The leading of a line lies below it: below the last one it would push the words up.
    const QTextBlockFormat format = last.blockFormat();
    const double share = format.lineHeightType() == QTextBlockFormat::ProportionalHeight ? format.lineHeight() / 100 - 1 : 0;
    return static_cast<int>(std::ceil(whole - std::max(0.0, share) * lines->lineAt(lines->lineCount() - 1).height()));
}

double QuizProse::firstBaseline()
{
    const QTextBlock first = m_text.begin();
    const double top = m_text.documentLayout()->blockBoundingRect(first).top();
    const QTextLayout* lines = first.layout();
    return m_above + top + (lines == nullptr || lines->lineCount() == 0 ? 0 : lines->lineAt(0).y() + lines->lineAt(0).ascent());
}

double QuizProse::firstLineCentre()
{
    return firstBaseline() - QFontMetricsF(m_look.body.font()).capHeight() / 2;
}

void QuizProse::paint(QPainter& painter, const QRect& rect)
{
    fit(rect.width());
    painter.save();
    painter.translate(rect.left() - hang, rect.top() + m_above);
    const QRectF whole(0, -m_above, rect.width() + hang, rect.height());
    paintLessonGround(painter, m_text, whole, m_look);
    QAbstractTextDocumentLayout::PaintContext context;
    context.palette.setColor(QPalette::Text, m_look.palette.text);
    m_text.documentLayout()->draw(&painter, context);
    painter.restore();
}

Blocks paragraphOf(const exchange::Inlines& inlines)
{
    Block block;
    block.inlines = inlines;
    return { block };
}

} // namespace waymark::ui
