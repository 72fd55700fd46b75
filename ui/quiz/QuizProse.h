// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ui/lesson/LessonCodes.h>
#include <ui/lesson/LessonLook.h>
#include <ui/lesson/LessonPictures.h>
#include <ui/lesson/LessonText.h>

#include <session/Workspace.h>

#include <memory>

namespace waymark::ui {

class CodeColours;

/// Words of a question laid out as a lesson lays them out, for a widget to measure and to paint. It has no margins: the first line begins
/// at the top, and below the last one there is no room. Lengths are logical pixels.
class QuizProse
{
public:
    enum class Weight { Body, Strong }; ///< of paragraphs

    explicit QuizProse(const session::Workspace& workspace);
    ~QuizProse();
    QuizProse(const QuizProse&) = delete;
    QuizProse& operator=(const QuizProse&) = delete;

    void setBlocks(const exchange::Blocks& blocks, Weight weight = Weight::Body);
    /// Writes the words in the font and the active palette; to be called before anything is measured.
    void dress(const QFont& font);

    [[nodiscard]] double idealWidth() const; ///< of the longest line, or of the lesson's column where a line is longer than that
    [[nodiscard]] int heightFor(int width);
    [[nodiscard]] double firstLineCentre(); ///< from the top, halfway up the capitals: where a mark beside the text belongs
    [[nodiscard]] double firstBaseline(); ///< from the top
    void paint(QPainter& painter, const QRect& rect);

private:
    void write();
    void closeUp();
    void colourCode();
    void fit(int width);

    std::vector<exchange::Blocks> m_parts; ///< of one block each, or of code with its output
    Weight m_weight = Weight::Body;
    LessonPictures m_pictures;
    LessonText m_text;
    LessonCodes m_codes;
    LessonLook m_look;
    std::unique_ptr<CodeColours> m_colours;
    QFont m_font;
    int m_width = -1;
    int m_above = 0; ///< padding of a card of code with which the text begins
    int m_below = 0; ///< and of one with which it ends
};

/// A paragraph of these runs.
[[nodiscard]] exchange::Blocks paragraphOf(const exchange::Inlines& inlines);

} // namespace waymark::ui
