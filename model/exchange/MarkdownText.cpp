// SPDX-License-Identifier: GPL-3.0-or-later
#include <exchange/Markdown.h>

#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;

namespace waymark::exchange {

namespace {

bool isWordCharacter(QChar c)
{
    return c.isLetterOrNumber();
}

/// Around code stand more backticks than inside, and a blank where it begins or ends with one.
QString codeSpan(const QString& code)
{
    QString fence = u"`"_s;
    while (code.contains(fence)) {
        fence += u'`';
    }
    const QString blank = code.startsWith(u'`') || code.endsWith(u'`') ? u" "_s : QString();
    return fence + blank + code + blank + fence;
}

/// A backslash before every sign that could mean something.
QString escaped(const QString& text)
{
    QString out;
    for (const QChar c : text) {
        const bool isSign = c.unicode() > 0x20 && c.unicode() < 0x7F && !c.isLetterOrNumber();
        out += isSign ? QString(u'\\') + c : QString(c);
    }
    return out;
}

QString written(const Inlines& inlines, bool escapes)
{
    QString line;
    for (const Inline& run : inlines) {
        if (run.kind != Inline::Kind::Text) {
            continue;
        }
        const QString signs
            = QString(run.strong ? u"**"_s : QString()) + (run.emphasis ? u"*"_s : QString()) + (run.strike ? u"~~"_s : QString());
        QString back = signs;
        std::reverse(back.begin(), back.end());
        const QString text = run.code ? codeSpan(run.text) : escapes ? escaped(run.text) : run.text;
        const QString marked = signs + text + back;
        line += run.target.isEmpty() ? marked : u"[%1](<%2>)"_s.arg(marked, run.target);
    }
    return line;
}

} // namespace

QString markdownOf(const Inlines& inlines)
{
    const QString plain = written(inlines, false);
    const auto read = parseMarkdown(plain);
    const bool isSame = read && read->size() == 1 && read->front().kind == Block::Kind::Paragraph && read->front().inlines == inlines;
    return isSame ? plain : written(inlines, true);
}

void eachText(const Blocks& blocks, const std::function<void(const Block& block, const Inlines& inlines, int line)>& leaf)
{
    for (const Block& block : blocks) {
        eachText(block.blocks, leaf);
        for (const ListItem& item : block.items) {
            eachText(item.blocks, leaf);
        }
        for (const Inlines& cell : block.header) {
            leaf(block, cell, block.line);
        }
        for (const TableRow& row : block.rows) {
            for (const Inlines& cell : row.cells) {
                leaf(block, cell, row.line);
            }
        }
        const bool isLeaf = block.kind == Block::Kind::Paragraph || block.kind == Block::Kind::Heading || block.kind == Block::Kind::Code
            || block.kind == Block::Kind::Output;
        if (isLeaf) {
            leaf(block, block.inlines, block.line);
        }
    }
}

bool operator==(const ListItem& a, const ListItem& b)
{
    return a.line == b.line && a.task == b.task && a.blocks == b.blocks;
}

bool operator==(const Block& a, const Block& b)
{
    return a.kind == b.kind && a.line == b.line && a.inlines == b.inlines && a.level == b.level && a.info == b.info && a.text == b.text
        && a.blocks == b.blocks && a.ordered == b.ordered && a.tight == b.tight && a.start == b.start && a.items == b.items
        && a.alignments == b.alignments && a.header == b.header && a.rows == b.rows;
}

QString plainText(const Inlines& inlines)
{
    QString text;
    for (const Inline& run : inlines) {
        text += run.kind == Inline::Kind::LineBreak ? u"\n"_s : run.text;
    }
    return text;
}

QString plainText(const Blocks& blocks)
{
    QString text;
    eachText(blocks, [&text](const Block& block, const Inlines& inlines, int) {
        if (!text.isEmpty() && !text.endsWith(u'\n')) {
            text += u'\n';
        }
        text += block.text.isEmpty() ? plainText(inlines) : block.text;
    });
    while (text.endsWith(u'\n')) {
        text.chop(1);
    }
    return text;
}

int wordCount(const QString& text)
{
    int words = 0;
    bool isInWord = false;
    for (const QChar c : text) {
        if (c.isSpace()) {
            isInWord = false;
        } else if (!isInWord && isWordCharacter(c)) {
            isInWord = true;
            ++words;
        }
    }
    return words;
}

int wordCount(const Blocks& blocks)
{
    int words = 0;
    eachText(blocks, [&words](const Block& block, const Inlines& inlines, int) {
        const bool isCode = block.kind == Block::Kind::Code || block.kind == Block::Kind::Output;
        words += isCode ? 0 : wordCount(plainText(inlines));
    });
    return words;
}

std::vector<const Block*> leavesOf(const Blocks& blocks)
{
    std::vector<const Block*> leaves;
    for (const Block& block : blocks) {
        if (block.kind != Block::Kind::Quote && block.kind != Block::Kind::List) {
            leaves.push_back(&block);
        }
        const auto inside = leavesOf(block.blocks);
        leaves.insert(leaves.end(), inside.begin(), inside.end());
        for (const ListItem& item : block.items) {
            const auto ofItem = leavesOf(item.blocks);
            leaves.insert(leaves.end(), ofItem.begin(), ofItem.end());
        }
    }
    return leaves;
}

std::vector<Picture> picturesOf(const Blocks& blocks)
{
    std::vector<Picture> pictures;
    eachText(blocks, [&pictures](const Block&, const Inlines& inlines, int line) {
        for (const Inline& run : inlines) {
            if (run.kind == Inline::Kind::Image) {
                pictures.push_back({ run.image, run.text.trimmed(), line });
            }
        }
    });
    return pictures;
}

Fence fenceOf(const QString& info)
{
    Fence fence;
    QString words = info;
    const qsizetype open = words.indexOf(u'(');
    if (open >= 0) {
        const qsizetype close = words.lastIndexOf(u')');
        fence.reason = words.mid(open + 1, close > open ? close - open - 1 : -1).trimmed();
        words.truncate(open);
    }
    const QStringList parts = words.split(u' ', Qt::SkipEmptyParts);
    fence.language = parts.value(0).toLower();
    for (const QString& part : parts.mid(1)) {
        const Fence::Act act = part == "run"_L1 ? Fence::Act::Run
            : part == "check"_L1                ? Fence::Act::Check
            : part == "fails"_L1                ? Fence::Act::Fails
            : part == "show"_L1                 ? Fence::Act::Show
                                                : Fence::Act::None;
        if (act != Fence::Act::None && fence.act == Fence::Act::None) {
            fence.act = act;
        } else {
            fence.options.push_back(part);
        }
    }
    return fence;
}

QString assetName(const QString& image)
{
    QString name = image;
    if (name.startsWith("../../"_L1)) { // as seen from skills/<area>/
        name = name.mid(6);
    }
    const bool isSafe = name.startsWith("images/"_L1) && !name.contains("//"_L1) && !name.contains(u':') && !name.contains(u'\\')
        && !name.contains(QChar(u'\0')) && !name.split(u'/').contains(".."_L1) && !name.split(u'/').contains("."_L1);
    return isSafe ? name : QString();
}

} // namespace waymark::exchange
