// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <exchange/CodeRuns.h>
#include <exchange/CourseFault.h>
#include <exchange/ProcessRun.h>

namespace waymark::exchange {

/// Holds what a block did against what its fence says.
[[nodiscard]] std::optional<CourseFault> verdictOn(const CodeRun& run, const ProcessAnswer& answer);

/// A tool that a block needs and that is not installed, with the package of Debian that brings it.
[[nodiscard]] CourseFault missingTool(const CodeRun& run, const QString& tool, const QString& package);

} // namespace waymark::exchange
