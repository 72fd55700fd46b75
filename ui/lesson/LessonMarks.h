// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QTextFormat>

/// What the writer of a lesson notes on blocks and runs, so that painting, copying and unfolding find them again in the document.
namespace waymark::ui::mark {

enum Property : int {
    Card = QTextFormat::UserProperty + 1, ///< number of the card that the block belongs to, from 1
    CardKey, ///< what the card shows: "question/ID" or "card/ID"; on every block of the card
    Code, ///< number of the code block, from 1: an index into LessonCodes
    Part, ///< CodePart, on blocks with Code
    CodeLeft, ///< pixels from the left edge of the text area to the edge of the code card
    Quotes, ///< depth of quotation
    QuoteLeft, ///< pixels to the outermost bar
    TabToEdge, ///< the block has one right tab at its right edge: moved when the width changes
    Rule, ///< a separating line stands in place of the block's text
    Picture, ///< name of the course's picture that the run shows
    Continues, ///< the block goes on with the line of the one before it, see LessonWriter::put()
    ControlsOf, ///< key of the card over whose run the controls of an answer lie
};

enum class CodePart { Caption = 1, Code, OutputCaption, Output };

/// The object type of pictures in a run.
inline constexpr int pictureObject = QTextFormat::UserObject + 1;

/// And of the room for controls.
inline constexpr int controlsObject = QTextFormat::UserObject + 2;

/// Schemes of anchors inside the document; none of them ever leaves the view.
inline constexpr QLatin1StringView copyScheme("copy:");
inline constexpr QLatin1StringView unfoldScheme("unfold:");
inline constexpr QLatin1StringView checklistScheme("checklist:");
inline constexpr QLatin1StringView askScheme("ask:");
inline constexpr QLatin1StringView nextScheme("next:");

} // namespace waymark::ui::mark
