// SPDX-License-Identifier: GPL-3.0-or-later
#include <exchange/BlockBuilder.h>

#include <exchange/Entities.h>
#include <exchange/Limits.h>

#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;

namespace waymark::exchange {

namespace {

bool isOpenable(const QString& target)
{
    return target.startsWith("https://"_L1, Qt::CaseInsensitive) || target.startsWith("http://"_L1, Qt::CaseInsensitive)
        || target.startsWith("mailto:"_L1, Qt::CaseInsensitive);
}

QString pieceText(MD_TEXTTYPE type, const char* bytes, qsizetype size)
{
    if (type == MD_TEXT_NULLCHAR) {
        return QString(QChar(QChar::ReplacementCharacter));
    }
    const QString text = QString::fromUtf8(bytes, size);
    return type == MD_TEXT_ENTITY ? entityText(text) : text;
}

QString attributeText(const MD_ATTRIBUTE& attribute)
{
    QString text;
    for (int i = 0; attribute.text != nullptr && attribute.substr_offsets[i] < attribute.size; ++i) {
        const auto begin = attribute.substr_offsets[i];
        const auto end = attribute.substr_offsets[i + 1];
        text += pieceText(attribute.substr_types[i], attribute.text + begin, end - begin);
    }
    return text;
}

bool hasSameLook(const Inline& a, const Inline& b)
{
    return a.kind == b.kind && a.strong == b.strong && a.emphasis == b.emphasis && a.code == b.code && a.strike == b.strike
        && a.target == b.target;
}

} // namespace

BlockBuilder::BlockBuilder(const QByteArray& source, int firstLine)
    : m_source(source)
    , m_firstLine(firstLine)
    , m_line(firstLine)
{
    m_open.push_back(&m_blocks);
    for (qsizetype at = source.indexOf('\n'); at >= 0; at = source.indexOf('\n', at + 1)) {
        m_newlines.push_back(at);
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

int BlockBuilder::enterSpan(MD_SPANTYPE type, void* detail)
{
    switch (type) {
    case MD_SPAN_EM:
        ++m_spans.emphasis;
        break;
    case MD_SPAN_STRONG:
        ++m_spans.strong;
        break;
    case MD_SPAN_CODE:
        ++m_spans.code;
        break;
    case MD_SPAN_DEL:
        ++m_spans.strike;
        break;
    case MD_SPAN_A: {
        const QString target = attributeText(static_cast<MD_SPAN_A_DETAIL*>(detail)->href);
        m_spans.target = isOpenable(target) ? target : QString();
        break;
    }
    case MD_SPAN_IMG:
        addImage(static_cast<MD_SPAN_IMG_DETAIL*>(detail)->src);
        break;
    default:
        break;
    }
    return deepen();
}

int BlockBuilder::leaveSpan(MD_SPANTYPE type)
{
    --m_depth;
    switch (type) {
    case MD_SPAN_EM:
        --m_spans.emphasis;
        break;
    case MD_SPAN_STRONG:
        --m_spans.strong;
        break;
    case MD_SPAN_CODE:
        --m_spans.code;
        break;
    case MD_SPAN_DEL:
        --m_spans.strike;
        break;
    case MD_SPAN_A:
        m_spans.target.clear();
        break;
    case MD_SPAN_IMG:
        --m_spans.images;
        break;
    default:
        break;
    }
    return 0;
}

Inlines& BlockBuilder::inlines()
{
    if (m_inlines == nullptr) { // md4c leaves the paragraphs of a tight list out
        Block& paragraph = add(Block::Kind::Paragraph);
        m_inlines = &paragraph.inlines;
        closeLine();
    }
    return *m_inlines;
}

void BlockBuilder::addImage(const MD_ATTRIBUTE& source)
{
    if (m_spans.images++ > 0) {
        return; // a picture in the alternative text of another gives its words only
    }
    notePosition(source.text);
    Inline image;
    image.kind = Inline::Kind::Image;
    image.image = attributeText(source);
    image.target = m_spans.target;
    inlines().push_back(std::move(image));
    ++m_nodes;
}

void BlockBuilder::addText(const QString& text)
{
    Inlines& runs = inlines();
    if (m_spans.images > 0) {
        runs.back().text += text;
        return;
    }
    Inline run;
    run.strong = m_spans.strong > 0;
    run.emphasis = m_spans.emphasis > 0;
    run.code = m_spans.code > 0;
    run.strike = m_spans.strike > 0;
    run.target = m_spans.target;
    if (!runs.empty() && hasSameLook(runs.back(), run)) {
        runs.back().text += text;
        return;
    }
    run.text = text;
    runs.push_back(std::move(run));
    ++m_nodes;
}

void BlockBuilder::addBreak()
{
    if (m_spans.images > 0) {
        addText(u" "_s);
        return;
    }
    Inline lineBreak;
    lineBreak.kind = Inline::Kind::LineBreak;
    inlines().push_back(std::move(lineBreak));
    ++m_nodes;
}

void BlockBuilder::addCode(const char* bytes, const QString& text)
{
    if (m_code->line == 0) {
        notePosition(bytes, m_code->text.count(u'\n') + m_fenceLines);
    }
    m_code->text += text;
}

int BlockBuilder::text(MD_TEXTTYPE type, const char* bytes, MD_SIZE size)
{
    if (m_code != nullptr) {
        static const QString newline = u"\n"_s; // of which there may be a million
        addCode(bytes, size == 1 && *bytes == '\n' ? newline : pieceText(type, bytes, size));
        return 0;
    }
    notePosition(bytes);
    switch (type) {
    case MD_TEXT_BR:
        addBreak();
        break;
    case MD_TEXT_SOFTBR:
        addText(u" "_s);
        break;
    default:
        addText(pieceText(type, bytes, size));
        break;
    }
    return m_nodes > limits::markdownNodes ? countNode() : 0;
}

} // namespace waymark::exchange
