// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <session/PatientStore.h>

#include <memory>

namespace waymark::ui {

/// Waits with the person while another program holds the library: a small dialog says so and offers to give up, and the window behind it
/// stays alive. Each wait is a moment long; what is tried between two of them may take as long as the store waits by itself.
[[nodiscard]] session::Patience busyWait();

} // namespace waymark::ui
