// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <exchange/PlanDocument.h>

namespace waymark::ui {

/// A plan out of a file, JSON or page. The errors of readPlan(); FileMissing, Io.
[[nodiscard]] domain::Result<exchange::PlanDocument> readPlanAt(const QString& file);

} // namespace waymark::ui
