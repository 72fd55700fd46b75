// SPDX-License-Identifier: GPL-3.0-or-later
// Text of lessons as blocks.
#include <Promise.h>
#include <Targets.h>

#include <exchange/Limits.h>
#include <exchange/Markdown.h>

#include <algorithm>

namespace waymark::fuzz {

namespace {

using namespace exchange;

void checkRuns(const Inlines& inlines)
{
    for (const Inline& run : inlines) {
        const QString scheme = run.target.section(u':', 0, 0).toLower();
        require(run.target.isEmpty() || scheme == QStringLiteral("http") || scheme == QStringLiteral("https")
                || scheme == QStringLiteral("mailto"),
            "a link leads to the web or to a mailbox", run.target);
        const QString asset = assetName(run.image);
        require(asset.isEmpty() || (asset.startsWith(QStringLiteral("images/")) && !asset.split(u'/').contains(QStringLiteral(".."))),
            "a picture lies in the course", run.image);
    }
    const bool isPlain
        = std::none_of(inlines.begin(), inlines.end(), [](const Inline& run) { return run.kind != Inline::Kind::Text || run.code; });
    if (isPlain) {
        const auto again = parseMarkdown(markdownOf(inlines));
        require(again.has_value() || plainText(inlines).size() > limits::paragraphBytes / 4, "what was read can be written");
    }
}

void checkBlocks(const Blocks& blocks, int depth)
{
    require(depth <= 2 * limits::markdownNesting, "blocks do not nest without end");
    for (const Block& block : blocks) {
        require(block.line >= 1, "a block stands on a line");
        require(block.kind != Block::Kind::Table || block.alignments.size() <= std::size_t { limits::tableColumns },
            "a table has not too many columns");
        for (const TableRow& row : block.rows) {
            require(row.cells.size() == block.alignments.size(), "each row has as many cells as the table has columns");
        }
        checkBlocks(block.blocks, depth + 1);
        for (const ListItem& item : block.items) {
            checkBlocks(item.blocks, depth + 1);
        }
    }
}

} // namespace

void markdown(const QByteArray& bytes)
{
    const QString text = QString::fromUtf8(bytes);
    const auto blocks = parseMarkdown(text);
    if (!blocks) {
        requireRefusal(blocks.error(), { domain::ErrorCode::TooLarge });
        return;
    }
    checkBlocks(*blocks, 0);
    eachText(*blocks, [](const Block& /*block*/, const Inlines& inlines, int /*line*/) { checkRuns(inlines); });
    require(*parseMarkdown(text) == *blocks, "the same text gives the same blocks");
    require(wordCount(*blocks) >= 0 && plainText(*blocks).size() <= 4 * text.size() + 64, "plain text does not grow");
}

} // namespace waymark::fuzz
