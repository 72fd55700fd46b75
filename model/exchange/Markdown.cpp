// SPDX-License-Identifier: GPL-3.0-or-later
#include <exchange/Markdown.h>

#include <exchange/BlockBuilder.h>
#include <exchange/Limits.h>

#include <QByteArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark::exchange {

namespace {

BlockBuilder& builder(void* user)
{
    return *static_cast<BlockBuilder*>(user);
}

/// The size of the longest stretch without an empty line: no paragraph and no table is longer.
qsizetype longestStretch(const QByteArray& source)
{
    qsizetype longest = 0;
    qsizetype begin = 0;
    for (qsizetype at = 0; at < source.size();) {
        const qsizetype newline = source.indexOf('\n', at);
        const qsizetype end = newline < 0 ? source.size() : newline + 1;
        const QByteArrayView line = QByteArrayView(source).sliced(at, end - at);
        const bool isEmpty = std::all_of(line.begin(), line.end(), [](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; });
        longest = std::max(longest, end - begin);
        begin = isEmpty ? end : begin;
        at = end;
    }
    return longest;
}

} // namespace

domain::Result<Blocks> parseMarkdown(const QString& text, int firstLine)
{
    const QByteArray source = text.toUtf8();
    if (source.size() > limits::lessonBytes) {
        return domain::failure(domain::ErrorCode::TooLarge, {}, u"more than %1 bytes of text"_s.arg(limits::lessonBytes));
    }
    if (longestStretch(source) > limits::paragraphBytes) {
        return domain::failure(domain::ErrorCode::TooLarge, {}, u"a paragraph of more than %1 bytes"_s.arg(limits::paragraphBytes));
    }
    BlockBuilder target(source, firstLine);
    MD_PARSER parser {};
    parser.flags = MD_FLAG_TABLES | MD_FLAG_TASKLISTS | MD_FLAG_STRIKETHROUGH | MD_FLAG_NOHTML;
    parser.enter_block = [](MD_BLOCKTYPE type, void* detail, void* user) { return builder(user).enterBlock(type, detail); };
    parser.leave_block = [](MD_BLOCKTYPE type, void*, void* user) { return builder(user).leaveBlock(type); };
    parser.enter_span = [](MD_SPANTYPE type, void* detail, void* user) { return builder(user).enterSpan(type, detail); };
    parser.leave_span = [](MD_SPANTYPE type, void*, void* user) { return builder(user).leaveSpan(type); };
    parser.text = [](MD_TEXTTYPE type, const MD_CHAR* bytes, MD_SIZE size, void* user) { return builder(user).text(type, bytes, size); };
    if (md_parse(source.constData(), static_cast<MD_SIZE>(source.size()), &parser, &target) != 0) {
        return domain::failure(domain::ErrorCode::TooLarge, {}, target.refusal());
    }
    return target.takeBlocks();
}

} // namespace waymark::exchange
