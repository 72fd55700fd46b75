// SPDX-License-Identifier: GPL-3.0-or-later
#include <learning/Vouching.h>

#include <domain/Wording.h>

namespace waymark::learning {

namespace {

constexpr std::array standingWords { "self", "test", "peer", "mentor" };

} // namespace

QString toString(Standing standing)
{
    return domain::wordOf(standingWords, standing);
}

std::optional<Standing> standingFrom(const QString& word)
{
    return domain::valueOf<Standing>(standingWords, word);
}

} // namespace waymark::learning
