// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QMap>
#include <QString>

namespace waymark::exchange {

/// Keys that this version does not know, with their values as compact JSON; kept so that re-export loses nothing.
using ExtraFields = QMap<QString, QByteArray>;

} // namespace waymark::exchange
