// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/MentorRecords.h>
#include <exchange/ReviewDocument.h>
#include <ui/theme/Icons.h>

namespace waymark::ui {

/// The signs of the round trip and their tones; a word always stands beside them.
struct ReviewSign
{
    IconId icon = IconId::Note;
    Tone tone = Tone::Text;
};

[[nodiscard]] ReviewSign signOf(exchange::CommentKind kind);
[[nodiscard]] ReviewSign signOf(domain::Decision decision);
[[nodiscard]] ReviewSign signOf(domain::SignatureState state);

} // namespace waymark::ui
