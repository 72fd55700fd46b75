// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <exchange/Markdown.h>

#include <QByteArray>

#include <md4c.h>

#include <vector>

namespace waymark::exchange {

/// How many spans of a kind are open; they nest.
struct OpenSpans
{
    int strong = 0;
    int emphasis = 0;
    int code = 0;
    int strike = 0;
    int images = 0;
    QString target;
};

/// Builds blocks from the events of one run of md4c, and counts them against the limits. Each handler returns 0, or -1 to abort the run
/// for `refusal()`. The source must outlive the builder. Only the innermost vector grows, so pointers to what is open stay valid.
class BlockBuilder
{
public:
    BlockBuilder(const QByteArray& source, int firstLine);

    [[nodiscard]] Blocks takeBlocks() { return std::move(m_blocks); }
    [[nodiscard]] const QString& refusal() const { return m_refusal; }

    int enterBlock(MD_BLOCKTYPE type, void* detail);
    int leaveBlock(MD_BLOCKTYPE type);
    int enterSpan(MD_SPANTYPE type, void* detail);
    int leaveSpan(MD_SPANTYPE type);
    int text(MD_TEXTTYPE type, const char* bytes, MD_SIZE size);

private:
    [[nodiscard]] static QString pieceText(MD_TEXTTYPE type, const char* bytes, qsizetype size);
    [[nodiscard]] static QString attributeText(const MD_ATTRIBUTE& attribute);
    Block& add(Block::Kind kind);
    int openQuote();
    int openList(bool ordered, unsigned start, int isTight);
    void openItem(const MD_BLOCK_LI_DETAIL& detail);
    void openCode(const MD_BLOCK_CODE_DETAIL& detail);
    int openTablePart(MD_BLOCKTYPE type, void* detail);
    void openCell(bool isHeader, MD_ALIGN align);
    void closeLine();
    void addImage(const MD_ATTRIBUTE& source);
    void addText(const QString& text);
    void addCode(const char* bytes, const QString& text);
    void addBreak();
    Inlines& inlines();
    int refuse(const QString& what);
    int countNode();
    int deepen();
    void notePosition(const char* position, qsizetype linesAbove = 0);
    [[nodiscard]] int lineAt(const char* position) const;

    const QByteArray& m_source;
    const int m_firstLine;
    std::vector<qsizetype> m_newlines;
    Blocks m_blocks;
    std::vector<Blocks*> m_open;
    std::vector<int*> m_lines; ///< of what is open; 0 until its first text is met
    Inlines* m_inlines = nullptr;
    Block* m_code = nullptr;
    int m_fenceLines = 0;
    OpenSpans m_spans;
    int m_line;
    int m_depth = 0;
    int m_nodes = 0;
    QString m_refusal;
};

} // namespace waymark::exchange
