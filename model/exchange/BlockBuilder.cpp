// SPDX-License-Identifier: GPL-3.0-or-later
#include <exchange/BlockBuilder.h>

#include <exchange/Limits.h>

#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;

namespace waymark::exchange {

BlockBuilder::BlockBuilder(const QByteArray& source, int firstLine)
    : m_source(source)
    , m_firstLine(firstLine)
    , m_line(firstLine)
{
    m_open.push_back(&m_blocks);
    for (qsizetype at = 0; at < source.size(); ++at) {
        const bool isAlone = source.at(at) == '\r' && (at + 1 == source.size() || source.at(at + 1) != '\n');
        if (source.at(at) == '\n' || isAlone) { // md4c begins a line behind either
            m_newlines.push_back(at);
        }
    }
}

int BlockBuilder::refuse(const QString& what)
{
    m_refusal = what;
    return -1; // md4c's own loops pass only negative values on
}

int BlockBuilder::countNode()
{
    return ++m_nodes > limits::markdownNodes ? refuse(u"more than %1 blocks and runs"_s.arg(limits::markdownNodes)) : 0;
}

int BlockBuilder::deepen()
{
    return ++m_depth > limits::markdownNesting ? refuse(u"nested deeper than %1"_s.arg(limits::markdownNesting)) : 0;
}

int BlockBuilder::lineAt(const char* position) const
{
    const char* begin = m_source.constData();
    if (position == nullptr || std::less<>()(position, begin) || !std::less<>()(position, begin + m_source.size())) {
        return 0; // md4c's own static or copied text
    }
    const auto before = std::lower_bound(m_newlines.begin(), m_newlines.end(), position - begin);
    return m_firstLine + static_cast<int>(before - m_newlines.begin());
}

void BlockBuilder::notePosition(const char* position, qsizetype linesAbove)
{
    const int line = lineAt(position);
    if (line == 0) {
        return;
    }
    m_line = line;
    for (auto it = m_lines.rbegin(); it != m_lines.rend() && **it == 0; ++it) {
        **it = line - static_cast<int>(linesAbove);
    }
}

Block& BlockBuilder::add(Block::Kind kind)
{
    m_inlines = nullptr;
    Block& block = m_open.back()->emplace_back();
    block.kind = kind;
    m_lines.push_back(&block.line);
    return block;
}

int BlockBuilder::openQuote()
{
    m_open.push_back(&add(Block::Kind::Quote).blocks);
    return deepen();
}

int BlockBuilder::openList(bool ordered, unsigned start, int isTight)
{
    Block& list = add(Block::Kind::List);
    list.ordered = ordered;
    list.start = static_cast<int>(std::min(start, 999'999'999U));
    list.tight = isTight != 0;
    return deepen();
}

void BlockBuilder::openItem(const MD_BLOCK_LI_DETAIL& detail)
{
    ListItem& item = m_open.back()->back().items.emplace_back();
    m_lines.push_back(&item.line);
    m_open.push_back(&item.blocks);
    m_inlines = nullptr;
    if (detail.is_task != 0) {
        item.task = detail.task_mark == ' ' ? TaskMark::Open : TaskMark::Done;
        notePosition(m_source.constData() + detail.task_mark_offset);
    }
}

void BlockBuilder::openCode(const MD_BLOCK_CODE_DETAIL& detail)
{
    const QString info = attributeText(detail.info).simplified();
    const bool isOutput = info == "output"_L1 || info.startsWith("output "_L1);
    m_code = &add(isOutput ? Block::Kind::Output : Block::Kind::Code);
    m_code->info = info;
    m_fenceLines = detail.fence_char != 0 ? 1 : 0;
    notePosition(detail.info.text);
}

void BlockBuilder::openCell(bool isHeader, MD_ALIGN align)
{
    Block& table = m_open.back()->back();
    if (isHeader) {
        const auto alignment = align == MD_ALIGN_LEFT ? Alignment::Left
            : align == MD_ALIGN_CENTER                ? Alignment::Centre
            : align == MD_ALIGN_RIGHT                 ? Alignment::Right
                                                      : Alignment::Default;
        table.alignments.push_back(alignment);
    }
    m_inlines = isHeader ? &table.header.emplace_back() : &table.rows.back().cells.emplace_back();
}

int BlockBuilder::openTablePart(MD_BLOCKTYPE type, void* detail)
{
    if (type == MD_BLOCK_TABLE) {
        add(Block::Kind::Table);
        const bool isWide = static_cast<MD_BLOCK_TABLE_DETAIL*>(detail)->col_count > unsigned { limits::tableColumns };
        return isWide ? refuse(u"a table of more than %1 columns"_s.arg(limits::tableColumns)) : 0;
    }
    if (type == MD_BLOCK_TR) {
        Block& table = m_open.back()->back();
        if (!table.header.empty()) {
            m_lines.push_back(&table.rows.emplace_back().line);
        }
        return 0;
    }
    openCell(type == MD_BLOCK_TH, static_cast<MD_BLOCK_TD_DETAIL*>(detail)->align);
    return 0;
}

int BlockBuilder::enterBlock(MD_BLOCKTYPE type, void* detail)
{
    int refused = 0;
    switch (type) {
    case MD_BLOCK_QUOTE:
        refused = openQuote();
        break;
    case MD_BLOCK_UL:
        refused = openList(false, 1, static_cast<MD_BLOCK_UL_DETAIL*>(detail)->is_tight);
        break;
    case MD_BLOCK_OL: {
        const auto* list = static_cast<MD_BLOCK_OL_DETAIL*>(detail);
        refused = openList(true, list->start, list->is_tight);
        break;
    }
    case MD_BLOCK_LI:
        openItem(*static_cast<MD_BLOCK_LI_DETAIL*>(detail));
        break;
    case MD_BLOCK_HR:
        add(Block::Kind::Rule);
        break;
    case MD_BLOCK_H: {
        Block& heading = add(Block::Kind::Heading);
        heading.level = static_cast<int>(static_cast<MD_BLOCK_H_DETAIL*>(detail)->level);
        m_inlines = &heading.inlines;
        break;
    }
    case MD_BLOCK_CODE:
        openCode(*static_cast<MD_BLOCK_CODE_DETAIL*>(detail));
        break;
    case MD_BLOCK_P:
        m_inlines = &add(Block::Kind::Paragraph).inlines;
        break;
    case MD_BLOCK_TABLE:
    case MD_BLOCK_TR:
    case MD_BLOCK_TH:
    case MD_BLOCK_TD:
        refused = openTablePart(type, detail);
        break;
    default:
        return 0;
    }
    return refused != 0 ? refused : countNode();
}

void BlockBuilder::closeLine()
{
    int& line = *m_lines.back();
    line = line == 0 ? m_line : line;
    m_lines.pop_back();
}

int BlockBuilder::leaveBlock(MD_BLOCKTYPE type)
{
    m_inlines = nullptr;
    switch (type) {
    case MD_BLOCK_TR:
        if (!m_open.back()->back().rows.empty()) {
            closeLine(); // the header's row has the line of its table
        }
        break;
    case MD_BLOCK_QUOTE:
    case MD_BLOCK_UL:
    case MD_BLOCK_OL:
        --m_depth;
        closeLine();
        break;
    case MD_BLOCK_HR:
    case MD_BLOCK_H:
    case MD_BLOCK_P:
    case MD_BLOCK_LI:
    case MD_BLOCK_CODE:
    case MD_BLOCK_TABLE:
        m_code = nullptr;
        closeLine();
        break;
    default:
        break;
    }
    if (type == MD_BLOCK_QUOTE || type == MD_BLOCK_LI) {
        m_open.pop_back();
    }
    return 0;
}

} // namespace waymark::exchange
