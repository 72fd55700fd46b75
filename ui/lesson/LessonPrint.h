// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <session/Workspace.h>

#include <QString>

class QPagedPaintDevice;

namespace waymark::ui {

/// Paints the lesson of a skill on paper of any size, in the light palette, with its title, page numbers and the answers of the quiz at
/// the end. Pictures pass the same gate as on screen. `paper` must not be painted on yet: it gets our margins. Errors: UnknownSkill, also
/// for a lesson that is not written.
[[nodiscard]] domain::Result<void> printLesson(const session::Workspace& workspace, const QString& skill, QPagedPaintDevice& paper);

/// The same as a PDF on A4. The file is there as a whole or not at all. Errors besides: those of writeFileAtomically.
[[nodiscard]] domain::Result<void> writeLessonPdf(const session::Workspace& workspace, const QString& skill, const QString& path);

} // namespace waymark::ui
