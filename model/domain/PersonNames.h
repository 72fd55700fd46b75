// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace waymark::domain {

/// What of a name two people can tell apart at sight: without case, compatibility forms, white space at its ends and characters that are
/// never drawn (Unicode 15, Default_Ignorable_Code_Point). For comparison alone, not to be shown or stored.
[[nodiscard]] QString comparableName(const QString& name);

[[nodiscard]] bool isSameName(const QString& one, const QString& other);

} // namespace waymark::domain
