// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace waymark::exchange {

/// The character of an HTML entity such as "&lt;" or "&#64;". An unknown name is given back as it was written.
[[nodiscard]] QString entityText(const QString& entity);

} // namespace waymark::exchange
