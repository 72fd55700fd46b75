// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ui/map/MapLight.h>

#include <QStringList>

namespace waymark::ui {

/// A filter as "area:db", "level:junior", "state:ready", "milestone:first-api", for settings.
[[nodiscard]] QStringList textOf(const MapFilter& filter);
/// Back again; words that name nothing in the course are left out.
[[nodiscard]] MapFilter filterFrom(const QStringList& words, const domain::Course& course);

} // namespace waymark::ui
