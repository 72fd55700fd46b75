// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRectF>

class QPainter;
class QTextDocument;

namespace waymark::ui {

struct LessonLook;

/// Paints what lies behind the text of a lesson, as its blocks are marked: cards, code with its output, bars of quotations, rules. Only
/// blocks within `visible` are looked at. In document coordinates.
void paintLessonGround(QPainter& painter, const QTextDocument& document, const QRectF& visible, const LessonLook& look);

} // namespace waymark::ui
