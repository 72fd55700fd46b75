// SPDX-License-Identifier: GPL-3.0-or-later
#include <Promise.h>

#include <ui/words/ErrorSentence.h>
#include <ui/words/Isolated.h>

#include <algorithm>

namespace waymark::fuzz {

namespace {

constexpr qsizetype longestDetail = 5'000; ///< two names of a file, each character of them escaped

bool isHiding(QChar c)
{
    const char16_t code = c.unicode();
    const bool isBidi = (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069) || code == 0x200E || code == 0x200F;
    return isBidi || (c.category() == QChar::Other_Control);
}

} // namespace

void requireRefusal(const domain::Error& error, std::initializer_list<domain::ErrorCode> codes)
{
    require(std::find(codes.begin(), codes.end(), error.code) != codes.end(), "a refusal has the code of its kind", error.detail);
    require(error.detail.size() <= longestDetail, "a refusal is short", error.detail.left(200));
    const QString shown = ui::ErrorSentence::of(error);
    const QString sentence = ui::unisolated(shown);
    require(shown.count(u'\u2068') == shown.count(u'\u2069'), "what is isolated ends in its sentence", sentence.left(200));
    require(!sentence.isEmpty(), "a refusal is a sentence", error.detail.left(200));
    require(std::none_of(sentence.begin(), sentence.end(), isHiding), "a refusal hides nothing", sentence.left(200));
}

} // namespace waymark::fuzz
