// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <optional>

namespace waymark::exchange {

enum class PictureFormat { Png, Jpeg, Svg };

/// Decided by the bytes, never by the name. An SVG counts only if it is plain: shapes and text, no scripts, no pictures, no styles, and no
/// reference but to its own parts, so that drawing it opens nothing.
[[nodiscard]] std::optional<PictureFormat> pictureFormatOf(const QByteArray& bytes);

} // namespace waymark::exchange
