// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace waymark::exchange {

/// A time as plans write it, "2026-11-21T09:12:33.123Z".
[[nodiscard]] QString isoMoment(qint64 at);
[[nodiscard]] std::optional<qint64> momentFrom(const QString& iso);

} // namespace waymark::exchange
