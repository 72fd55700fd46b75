// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/lesson/LessonScript.h>

#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark::ui {

using exchange::Block;
using exchange::Blocks;
using exchange::ListItem;
using exchange::TaskMark;

namespace {

constexpr std::size_t rowsAtOnce = 40;
constexpr std::size_t cellsAtOnce = 240;
constexpr int deepestHeading = 4;

/// Lays nested blocks out in a row. The depth of recursion is the depth of nesting, which the reader of Markdown limits.
class Flattener
{
public:
    Flattener(std::vector<LessonPiece>& pieces, const LessonLook& look)
        : m_pieces(pieces)
        , m_look(look)
    {
    }

    void add(const Blocks& blocks, const Nesting& nesting);

private:
    void addQuote(const Block& quote, const Nesting& nesting);
    void addList(const Block& list, const Nesting& nesting);
    void addItem(const ListItem& item, const Nesting& nesting);
    void addTable(const Block& table, const Nesting& nesting);
    void addCode(const Block* code, const Block* output, const Nesting& nesting);
    [[nodiscard]] Nesting indented(const Nesting& nesting, double by) const;

    std::vector<LessonPiece>& m_pieces;
    const LessonLook& m_look;
};

/// However deep the nesting, half of the column is left for the text.
Nesting Flattener::indented(const Nesting& nesting, double by) const
{
    return nesting.inner(std::clamp(m_look.hang + m_look.column / 2 - nesting.left, 0.0, by));
}

void Flattener::add(const Blocks& blocks, const Nesting& outer)
{
    Nesting nesting = outer;
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        const Block* block = &blocks[i];
        switch (block->kind) {
        case Block::Kind::Paragraph:
            m_pieces.push_back([block, nesting](LessonWriter& writer) { writer.paragraph(block->inlines, nesting); });
            break;
        case Block::Kind::Heading:
            m_pieces.push_back([block, nesting](LessonWriter& writer) {
                writer.heading(block->inlines, std::clamp(block->level, 3, deepestHeading), nesting);
            });
            break;
        case Block::Kind::Code: {
            const bool hasOutput = i + 1 < blocks.size() && blocks[i + 1].kind == Block::Kind::Output;
            const Block* output = hasOutput ? &blocks[++i] : nullptr;
            addCode(block, output, nesting);
            break;
        }
        case Block::Kind::Output:
            addCode(nullptr, block, nesting);
            break;
        case Block::Kind::Quote:
            addQuote(*block, nesting);
            break;
        case Block::Kind::List:
            addList(*block, nesting);
            break;
        case Block::Kind::Table:
            addTable(*block, nesting);
            break;
        case Block::Kind::Rule:
            m_pieces.push_back([nesting](LessonWriter& writer) { writer.rule(nesting); });
            break;
        }
        nesting.marker.clear();
    }
}

void Flattener::addQuote(const Block& quote, const Nesting& nesting)
{
    Nesting inside = indented(nesting, space::l);
    if (inside.quotes == 0) {
        inside.quoteLeft = nesting.left;
    }
    ++inside.quotes;
    add(quote.blocks, inside);
}

void Flattener::addList(const Block& list, const Nesting& nesting)
{
    const qint64 last = list.start + static_cast<qint64>(list.items.size()) - 1;
    const QString widest = list.ordered ? QString::number(last) + u'.' : u"•"_s;
    const double indent = std::max(m_look.em * 1.2, m_look.em * 0.6 * static_cast<double>(widest.size()) + space::s);
    qint64 number = list.start;
    for (const ListItem& item : list.items) {
        Nesting inside = indented(nesting, indent);
        inside.tight = list.tight;
        inside.markerIndent = std::max(inside.left - nesting.left, m_look.em);
        switch (item.task) {
        case TaskMark::None:
            inside.marker = list.ordered ? QString::number(number) + u'.' : u"•"_s;
            break;
        case TaskMark::Open:
            inside.marker = u"☐"_s;
            break;
        case TaskMark::Done:
            inside.marker = u"☑"_s;
            break;
        }
        ++number;
        addItem(item, inside);
    }
}

void Flattener::addItem(const ListItem& item, const Nesting& nesting)
{
    if (item.blocks.empty() || item.blocks.front().kind != Block::Kind::Paragraph) {
        m_pieces.push_back([nesting](LessonWriter& writer) { writer.paragraph(exchange::Inlines {}, nesting); });
        add(item.blocks, nesting.inner(0));
    } else {
        add(item.blocks, nesting);
    }
}

void Flattener::addCode(const Block* code, const Block* output, const Nesting& nesting)
{
    const int codeSteps = code == nullptr ? 0 : LessonWriter::stepsOf(*code);
    const int outputSteps = output == nullptr ? 0 : LessonWriter::stepsOf(*output);
    if (codeSteps <= 1 && outputSteps <= 1) {
        m_pieces.push_back([code, output, nesting](LessonWriter& writer) { writer.code(code, output, nesting); });
        return;
    }
    const auto place = std::make_shared<LessonWriter::CodePlace>();
    const auto addLines = [this, place](const Block* block, mark::CodePart part, int steps) {
        for (int i = 0; i <= steps; ++i) { // one more for the line that says what is left out
            m_pieces.push_back([place, block, part](LessonWriter& writer) { writer.someLines(*place, block->text, part); });
        }
    };
    m_pieces.push_back([place, code, output, nesting](LessonWriter& writer) { *place = writer.beginCode(code, output, nesting); });
    if (code != nullptr) {
        addLines(code, mark::CodePart::Code, codeSteps);
        if (output != nullptr) {
            m_pieces.push_back([place](LessonWriter& writer) { writer.beginOutput(*place, false); });
        }
    }
    if (output != nullptr) {
        addLines(output, mark::CodePart::Output, outputSteps);
    }
    m_pieces.push_back([](LessonWriter& writer) { writer.endCode(); });
}

void Flattener::addTable(const Block& table, const Nesting& nesting)
{
    const std::size_t most = std::clamp<std::size_t>(cellsAtOnce / std::max<std::size_t>(table.header.size(), 1), 1, rowsAtOnce);
    std::size_t row = 0;
    do {
        const std::size_t count = std::min(most, table.rows.size() - row);
        m_pieces.push_back([&table, row, count, nesting](LessonWriter& writer) { writer.table(table, row, count, nesting); });
        row += count;
    } while (row < table.rows.size());
}

} // namespace

void addBlocks(std::vector<LessonPiece>& pieces, const Blocks& blocks, const Nesting& nesting, const LessonLook& look)
{
    Flattener(pieces, look).add(blocks, nesting);
}

LessonScript scriptOf(const std::shared_ptr<const Blocks>& blocks, const LessonScriptOptions& options)
{
    LessonScript script;
    Nesting column;
    column.left = options.look.hang;
    column.right = options.look.hang + options.look.outset;
    script.pieces.push_back([blocks](LessonWriter&) {}); // keeps the blocks alive
    addBlocks(script.pieces, *blocks, column, options.look);
    return script;
}

} // namespace waymark::ui
