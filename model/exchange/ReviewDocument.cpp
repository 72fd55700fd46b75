// SPDX-License-Identifier: GPL-3.0-or-later
#include <exchange/ReviewDocument.h>

#include <domain/Wording.h>

namespace waymark::exchange {

namespace {

constexpr std::array kindWords { "blocker", "improvement", "praise" };

} // namespace

QString toString(CommentKind kind)
{
    return domain::wordOf(kindWords, kind);
}

std::optional<CommentKind> commentKindFrom(const QString& word)
{
    return domain::valueOf<CommentKind>(kindWords, word);
}

} // namespace waymark::exchange
