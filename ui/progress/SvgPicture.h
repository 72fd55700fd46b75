// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QSizeF>
#include <QString>

#include <functional>

class QPaintDevice;

namespace waymark::ui {

/// What `paint` draws as SVG 1.2 Tiny at 96 dots per inch, with a title and a description for whoever cannot see it. Both are plain text:
/// a stranger may have written them.
[[nodiscard]] QByteArray svgPicture(
    const QString& title, const QString& description, const QSizeF& size, const std::function<void(QPaintDevice&)>& paint);

} // namespace waymark::ui
