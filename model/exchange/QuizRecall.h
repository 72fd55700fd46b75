// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <exchange/LessonDocument.h>

namespace waymark::exchange {

/// Whether a learner can answer the question before seeing its options, and so recall the answer instead of recognising it: a single
/// choice whose title asks for a thing by itself. A title that asks to choose among the options, or is not a question without them, cannot.
[[nodiscard]] bool canBeAnsweredUnseen(const QuizQuestion& question);

} // namespace waymark::exchange
