// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace waymark::app {

struct VerbCall;

/// `waymark time list`: the study time that is logged, and how it compares with the estimates. Returns the exit code.
[[nodiscard]] int listTime(const VerbCall& call);

} // namespace waymark::app
