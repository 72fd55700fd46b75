// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/Result.h>

#include <QString>
#include <QStringList>

#include <functional>
#include <vector>

namespace waymark::exchange {

/// A run of text with one look, a picture, or a forced line break. Tags of HTML are text like any other.
struct Inline
{
    enum class Kind { Text, Image, LineBreak };

    Kind kind = Kind::Text;
    QString text; ///< of an image, its alternative text
    bool strong = false;
    bool emphasis = false;
    bool code = false;
    bool strike = false;
    QString target; ///< http, https or mailto; any other link is left as text
    QString image; ///< the name as written, "../../images/three-way.svg"; see assetName()

    bool operator==(const Inline&) const = default;
};

using Inlines = std::vector<Inline>;

enum class Alignment { Default, Left, Centre, Right };
enum class TaskMark { None, Open, Done };

struct Block;
using Blocks = std::vector<Block>;

struct ListItem
{
    int line = 0;
    TaskMark task = TaskMark::None;
    Blocks blocks;
};

struct TableRow
{
    int line = 0;
    std::vector<Inlines> cells; ///< as many as the table has columns

    bool operator==(const TableRow&) const = default;
};

/// One block of a text. Which members are in use depends on the kind; the others keep their initial values.
struct Block
{
    enum class Kind { Paragraph, Heading, Code, Output, Quote, List, Table, Rule };

    Kind kind = Kind::Paragraph;
    int line = 0; ///< where it begins, from 1; a rule has the line of the text before it

    Inlines inlines; ///< Paragraph, Heading
    int level = 0; ///< Heading, 1 to 6

    QString info; ///< Code, Output: the words after the fence; see fenceOf()
    QString text; ///< Code, Output: with a newline after each line

    Blocks blocks; ///< Quote

    bool ordered = false; ///< List
    bool tight = true;
    int start = 1;
    std::vector<ListItem> items;

    std::vector<Alignment> alignments; ///< Table, one per column
    std::vector<Inlines> header;
    std::vector<TableRow> rows;
};

[[nodiscard]] bool operator==(const ListItem& a, const ListItem& b);
[[nodiscard]] bool operator==(const Block& a, const Block& b);

/// Reads Markdown without raw HTML, with tables, task lists and strikethrough. Any text is valid; the only error is TooLarge, for the
/// limits of Limits.h. `firstLine` is the number of the text's first line in the file that it stands in.
[[nodiscard]] domain::Result<Blocks> parseMarkdown(const QString& text, int firstLine = 1);

/// The words without markup: blocks and cells on lines of their own, code included, pictures by their alternative text.
[[nodiscard]] QString plainText(const Blocks& blocks);
[[nodiscard]] QString plainText(const Inlines& inlines);

/// One line of Markdown that parseMarkdown() reads as these runs again: without escapes where it can be. Pictures and line breaks are
/// left out.
[[nodiscard]] QString markdownOf(const Inlines& inlines);

/// Words of running text; fenced code and output do not count, a code span counts by its words.
/// Calls `leaf` for each block that holds no other blocks, in reading order, with the runs of each line of text in it: cells of tables one
/// by one. Code has its text in the block and no runs.
void eachText(const Blocks& blocks, const std::function<void(const Block& block, const Inlines& inlines, int line)>& leaf);

[[nodiscard]] int wordCount(const Blocks& blocks);
[[nodiscard]] int wordCount(const QString& text);

/// Every block of the kinds that hold text or code, in reading order, those inside quotes and lists too.
[[nodiscard]] std::vector<const Block*> leavesOf(const Blocks& blocks);

/// Every picture of a text, with the line of its block.
struct Picture
{
    QString name;
    QString alt;
    int line = 0;

    bool operator==(const Picture&) const = default;
};
[[nodiscard]] std::vector<Picture> picturesOf(const Blocks& blocks);

/// What the words after a fence say is to happen to the code.
struct Fence
{
    enum class Act { None, Run, Check, Fails, Show };

    QString language;
    Act act = Act::None;
    QString reason; ///< of Show, without its parentheses
    QStringList options; ///< what else is written, such as "fixture=shop"

    bool operator==(const Fence&) const = default;
};
[[nodiscard]] Fence fenceOf(const QString& info);

/// The name inside the course of a picture that a lesson names, "images/three-way.svg"; empty for anything outside the course's images.
[[nodiscard]] QString assetName(const QString& image);

} // namespace waymark::exchange
