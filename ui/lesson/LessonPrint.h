// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <session/Workspace.h>

#include <QString>

namespace waymark::ui {

/// The lesson of a skill as a PDF on A4 in the light palette, with its title, page numbers and the answers of the quiz at the end. Pictures
/// pass the same gate as on screen. The file is there as a whole or not at all. Errors: UnknownSkill, also for a lesson that is not
/// written; those of writeFileAtomically.
[[nodiscard]] domain::Result<void> writeLessonPdf(const session::Workspace& workspace, const QString& skill, const QString& path);

} // namespace waymark::ui
