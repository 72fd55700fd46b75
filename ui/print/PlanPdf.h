// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/Result.h>

#include <QByteArray>
#include <QRectF>

#include <functional>

QT_BEGIN_NAMESPACE
class QPainter;
QT_END_NAMESPACE

namespace waymark::session {
class Workspace;
}

namespace waymark::ui {

/// Paints the map of a workspace into a rectangle, in logical pixels of 1/96 inch. It is the only part of the PDF that comes from
/// elsewhere.
using MapPainting = std::function<void(QPainter& painter, const QRectF& target)>;

/// Told for each skill that is put on a page, with nothing done, and then after each page that is painted; false cancels.
using PdfProgress = std::function<bool(int done, int total)>;

/// The plan on paper, A4: goal and progress, the map on a page of its own, then the checklists by area with what was done and shown. Always
/// in the light palette. Private notes stay out, and no file is read. Without a course there is nothing to print: UnknownCourse. Cancelled.
[[nodiscard]] domain::Result<QByteArray> planPdf(
    const session::Workspace& workspace, const MapPainting& paintMap, const PdfProgress& progress = {});

} // namespace waymark::ui
