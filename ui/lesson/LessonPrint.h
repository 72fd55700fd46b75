// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <session/Workspace.h>

#include <exchange/LessonDocument.h>
#include <ui/lesson/CodeColours.h>
#include <ui/print/PlanPdf.h>

#include <QHash>
#include <QString>

class QPagedPaintDevice;

namespace waymark::ui {

/// A lesson with all that its pages need, taken out of the library, so that it can be printed on any thread.
struct PrintableLesson
{
    domain::Skill skill;
    domain::Lesson text;
    exchange::LessonForm form = exchange::LessonForm::Skill;
    QHash<QString, domain::CourseAsset> pictures; ///< that the text names, by their names inside the course
    QHash<QString, std::vector<SyntaxRun>> colours; ///< of its code, by CodeColours::keyOf()
};

/// On the window's thread. Errors: UnknownSkill, also for a lesson that is not written; those of Workspace::lesson().
[[nodiscard]] domain::Result<PrintableLesson> printableLesson(const session::Workspace& workspace, const QString& skill);

/// Paints a lesson on paper of any size, in the light palette, with its title, page numbers and the answers of the quiz at the end.
/// Pictures pass the same gate as on screen. `paper` must not be painted on yet: it gets our margins. `progress` is told for each piece of
/// the text, with 0 of 0, then before the first page and after each one, with so many pages of all; false cancels. Any thread. Errors:
/// Cancelled.
[[nodiscard]] domain::Result<void> printLesson(const PrintableLesson& lesson, QPagedPaintDevice& paper, const PdfProgress& progress = {});

/// The same as a PDF on A4.
[[nodiscard]] domain::Result<QByteArray> lessonPdf(const PrintableLesson& lesson, const PdfProgress& progress = {});

} // namespace waymark::ui
