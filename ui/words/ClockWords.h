// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

class QTimeZone;

namespace waymark::session {
struct ClockJump;
}

namespace waymark::ui {

class ClockWords
{
    Q_DECLARE_TR_FUNCTIONS(ClockWords)

public:
    /// What the clock says, how that stands to what was done last, and what to do if it is wrong: one or two sentences.
    [[nodiscard]] static QString jump(const session::ClockJump& jump, const QTimeZone& zone);
};

} // namespace waymark::ui
