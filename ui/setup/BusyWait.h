// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <session/ThreadedStore.h>

namespace waymark::ui {

/// Waits with the person while a library is opened or changed on its thread. What is soon done shows nothing; then a small dialog says what
/// is being done, or that another program holds the library, shows how far it is and offers to give up. The window behind it stays alive,
/// and what the person types meanwhile, before the dialog or under it, comes afterwards (KeptKeys).
[[nodiscard]] session::Patience busyWait();

} // namespace waymark::ui
