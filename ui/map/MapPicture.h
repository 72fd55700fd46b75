// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ui/map/MapLight.h>

#include <domain/Result.h>
#include <session/Workspace.h>

#include <QByteArray>

QT_BEGIN_NAMESPACE
class QPainter;
class QRectF;
QT_END_NAMESPACE

namespace waymark::ui {

/// The map as a picture on paper: light colours, the names of areas and eras painted in. With a filter, the part of the map that holds what
/// the filter shows, the rest standing back. Each lays the map out anew and waits for it. UnknownCourse without a course.

[[nodiscard]] domain::Result<QByteArray> mapSvg(const session::Workspace& workspace, const MapFilter& filter = {});
/// Two pixels for one of the map, or fewer where the picture would be larger than 16,384 pixels a side or 64 million in all.
[[nodiscard]] domain::Result<QByteArray> mapPng(const session::Workspace& workspace, const MapFilter& filter = {});
/// The whole map, as large as it fits into `target`, in its middle; nothing without a course.
void paintMap(const session::Workspace& workspace, QPainter& painter, const QRectF& target);

} // namespace waymark::ui
