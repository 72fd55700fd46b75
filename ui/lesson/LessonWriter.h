// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ui/lesson/LessonCodes.h>
#include <ui/lesson/LessonLook.h>
#include <ui/lesson/LessonMarks.h>

#include <QCoreApplication>
#include <QSet>
#include <QTextCursor>

class QTextTable;

namespace waymark::ui {

class LessonPictures;

/// The code of such a block, as a lesson counts it.
[[nodiscard]] LessonCodes::Code codeIn(const exchange::Block& block);

/// Where a block stands: how far in, in how many quotes, inside which card, and with which sign of a list before it.
struct Nesting
{
    double left = 0; ///< pixels from the edge of the text area
    double right = 0;
    int quotes = 0;
    double quoteLeft = 0;
    int card = 0;
    QString cardKey;
    QString marker; ///< before the first block of a list item
    double markerIndent = 0;
    QTextCharFormat markerInk; ///< empty for that of the text
    bool tight = false;

    [[nodiscard]] Nesting inner(double indent) const;
};

/// Writes the parts of a lesson into a document, one block after another, as plain runs with formats: no markup is ever interpreted here.
/// It holds no state of the lesson; what belongs together is told by the Nesting.
class LessonWriter
{
    Q_DECLARE_TR_FUNCTIONS(LessonWriter)

public:
    LessonWriter(
        const QTextCursor& cursor, const LessonLook& look, LessonPictures& pictures, LessonCodes& codes, const QSet<QString>& unfolded);

    [[nodiscard]] const LessonLook& look() const { return m_look; }
    [[nodiscard]] QTextCursor& cursor() { return m_cursor; }
    [[nodiscard]] Nesting column() const; ///< running text

    /// A card begins: blocks with this nesting lie in it. `key` names it for unfolding; a `number` is given to write it again.
    [[nodiscard]] Nesting card(const QString& key, int number = 0);
    void closeCard();
    /// Whether the card has room for another block. Where it has none it says so, once: a card is written in one step.
    [[nodiscard]] bool hasRoom(const Nesting& nesting);

    /// Remembers where a section begins; called before its heading is written.
    void markSection() { m_marksNext = true; }
    [[nodiscard]] const std::vector<QTextCursor>& sections() const { return m_sections; }

    void heading(const exchange::Inlines& text, int rank, const Nesting& nesting); ///< 1 unit, 2 section, 3 and deeper parts
    void heading(const QString& text, int rank, const Nesting& nesting);
    void paragraph(const exchange::Inlines& text, const Nesting& nesting);
    void paragraph(const exchange::Inlines& text, const QTextCharFormat& base, const Nesting& nesting);
    /// A sentence of the program. Room above it as `gap` says, in pixels.
    void sentence(const QString& text, const QTextCharFormat& format, const Nesting& nesting, double gap = space::s);
    /// A line that does something when it is chosen.
    void action(const QString& text, const QString& target, const Nesting& nesting, double gap = space::s);
    void rule(const Nesting& nesting);
    /// Room for the controls of the card `key`, as large as the handler of mark::controlsObject says.
    void room(const QString& key, const Nesting& nesting);
    /// The way to a picture's description, and the description itself when it is unfolded.
    void description(const QString& key, const QString& text, bool unfolded);
    /// The rows from `first` on, `count` of them, under the header of the table.
    void table(const exchange::Block& table, std::size_t first, std::size_t count, const Nesting& nesting);
    /// Code and, in the same card, the output that follows it; either may be null.
    void code(const exchange::Block* code, const exchange::Block* output, const Nesting& nesting);

    /// How far a code block is written that takes several steps.
    struct CodePlace
    {
        Nesting nesting;
        QTextBlockFormat format;
        qsizetype at = 0; ///< of the text; -1 when all that is shown of it is written
        qsizetype line = 0;
    };
    /// The same in steps: the caption of the code, or of the output where there is no code; some lines, as often as stepsOf() says; the
    /// caption of the output behind code; the end.
    [[nodiscard]] CodePlace beginCode(const exchange::Block* code, const exchange::Block* output, const Nesting& nesting);
    void beginOutput(CodePlace& place, bool isAlone);
    void someLines(CodePlace& place, const QString& text, mark::CodePart part);
    void endCode();
    [[nodiscard]] static int stepsOf(const exchange::Block& code);

private:
    struct Room
    {
        double above = 0;
        double below = 0;
    };
    /// The next block begins. Every block comes through here.
    void begin(const Nesting& nesting, Room room, QTextBlockFormat format = {}, const QTextCharFormat& ink = {});
    void runs(const exchange::Inlines& inlines, const QTextCharFormat& base);
    void text(const QString& text, const QTextCharFormat& format);
    void put(const QString& text, const QTextCharFormat& format);
    void continueBlock();
    void figure(const exchange::Inline& image, const Nesting& nesting);
    void beginFlat(const Nesting& nesting);
    void leaveTable(const QTextTable& table, const Nesting& nesting);
    void records(const exchange::Block& table, std::size_t first, std::size_t count, const Nesting& nesting);
    void caption(const QString& words, const Nesting& nesting, const QTextBlockFormat& format, const QString& anchor, Room room);

    QTextCursor m_cursor;
    const LessonLook& m_look;
    LessonPictures& m_pictures;
    LessonCodes& m_codes;
    const QSet<QString>& m_unfolded;
    int m_figures = 0;
    int m_cards = 0;
    int m_cardStart = 0; ///< where the last card begins, and in which block
    int m_cardBlock = 0;
    bool m_saidFull = false;
    int m_lines = 0; ///< of code written so far
    int m_marks = 0; ///< for controls of direction
    qsizetype m_characters = 0; ///< of the block that is being written
    int m_runs = 0; ///< of the same
    bool m_reuse = true; ///< the cursor stands in an empty block that is still to be used
    bool m_opensCard = false;
    bool m_marksNext = false;
    bool m_inTable = false; ///< where spans of code have no ground of their own: a cell may be nothing but code
    std::vector<QTextCursor> m_sections;
};

} // namespace waymark::ui
