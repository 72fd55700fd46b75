// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <exchange/LessonDocument.h>

namespace waymark::exchange {

/// Whether a learner can answer before the options are shown, and so recalls the answer instead of recognising it.
///
/// Only of a single choice, by the last sentence of its title, without the code in it: it has to ask in English (what, why, where, who,
/// how, when, which, or yes or no), and must not point at the options: "these", "the following", "what is true", "what fits". "Which" does
/// so unless what it asks for can be named unseen, such as a status, a header or a command, and is not the best or the safest of some. In
/// doubt the options are shown.
[[nodiscard]] bool canBeAnsweredUnseen(const QuizQuestion& question);

} // namespace waymark::exchange
