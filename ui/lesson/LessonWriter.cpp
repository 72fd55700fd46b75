// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/lesson/LessonWriter.h>

#include <ui/lesson/LessonPictures.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark::ui {

using exchange::Inline;
using exchange::Inlines;

namespace {

constexpr double paragraphGap = space::m;
constexpr double tightGap = space::xs;
constexpr double cardGap = space::xxl; ///< between the texts of two cards: their padding and the air between them
constexpr double unitGap = space::xxl + space::l;
constexpr double sectionGap = space::xxl;
constexpr double partGap = space::xl;

// Qt lays a block out in a time that grows with the square of its words' length and of its runs; what is longer goes on in another block.
constexpr qsizetype longestBlock = 4'000; ///< characters
constexpr qsizetype maxCluster = 40; ///< characters back from there, for a place between two letters
constexpr int mostRuns = 300; ///< of one block
constexpr int largestCard = 40'000; ///< characters
constexpr int mostBlocksOfCard = 1'000;
constexpr int mostMarks = 500; ///< that say in words which control stands there, of a lesson

/// Embedding, override and isolate characters change what stands where; the reader is shown that they are there.
bool isBidiControl(QChar c)
{
    return (c >= QChar(0x202A) && c <= QChar(0x202E)) || (c >= QChar(0x2066) && c <= QChar(0x2069));
}

bool isFigure(const Inlines& text)
{
    return std::all_of(text.begin(), text.end(), [](const Inline& run) {
        return run.kind == Inline::Kind::Image || QStringView(run.text).trimmed().isEmpty();
    }) && std::any_of(text.begin(), text.end(), [](const Inline& run) { return run.kind == Inline::Kind::Image; });
}

} // namespace

Nesting Nesting::inner(double indent) const
{
    Nesting nesting = *this;
    nesting.left += indent;
    nesting.marker.clear();
    return nesting;
}

LessonWriter::LessonWriter(
    const QTextCursor& cursor, const LessonLook& look, LessonPictures& pictures, LessonCodes& codes, const QSet<QString>& unfolded)
    : m_cursor(cursor)
    , m_look(look)
    , m_pictures(pictures)
    , m_codes(codes)
    , m_unfolded(unfolded)
{
}

Nesting LessonWriter::column() const
{
    Nesting nesting;
    nesting.left = m_look.hang;
    nesting.right = m_look.hang + m_look.outset;
    return nesting;
}

Nesting LessonWriter::card(const QString& key, int number)
{
    Nesting nesting = column();
    nesting.right = m_look.hang;
    nesting.card = number > 0 ? number : ++m_cards;
    nesting.cardKey = key;
    m_opensCard = true;
    m_cardStart = m_cursor.position();
    m_cardBlock = m_cursor.blockNumber();
    m_saidFull = false;
    return nesting;
}

bool LessonWriter::hasRoom(const Nesting& nesting)
{
    if (m_cursor.position() - m_cardStart < largestCard && m_cursor.blockNumber() - m_cardBlock < mostBlocksOfCard) {
        return true;
    }
    if (!m_saidFull) {
        m_saidFull = true;
        sentence(tr("… the rest is too long to be shown here."), m_look.caption, nesting);
    }
    return false;
}

void LessonWriter::closeCard()
{
    QTextBlockFormat format;
    format.setBottomMargin(cardGap);
    m_cursor.mergeBlockFormat(format);
}

void LessonWriter::begin(const Nesting& nesting, Room room, QTextBlockFormat format, const QTextCharFormat& ink)
{
    format.setLeftMargin(nesting.left + format.leftMargin());
    format.setRightMargin(nesting.right + format.rightMargin());
    format.setTopMargin(room.above + (m_opensCard ? cardGap : 0));
    format.setBottomMargin(room.below);
    if (!nesting.marker.isEmpty()) {
        format.setTextIndent(-nesting.markerIndent);
        format.setTabPositions({ QTextOption::Tab(nesting.markerIndent, QTextOption::LeftTab) });
    }
    if (nesting.card > 0) {
        format.setProperty(mark::Card, nesting.card);
    }
    if (!nesting.cardKey.isEmpty()) {
        format.setProperty(mark::CardKey, nesting.cardKey);
    }
    if (nesting.quotes > 0) {
        format.setProperty(mark::Quotes, nesting.quotes);
        format.setProperty(mark::QuoteLeft, nesting.quoteLeft);
    }
    if (format.lineHeightType() == QTextBlockFormat::SingleHeight) {
        format.setLineHeight(m_look.lineHeight, QTextBlockFormat::ProportionalHeight);
    }
    const QTextCharFormat& blockInk = ink.isEmpty() ? m_look.body : ink;
    if (m_reuse) {
        m_cursor.setBlockFormat(format);
        m_cursor.setBlockCharFormat(blockInk);
    } else {
        m_cursor.insertBlock(format, blockInk);
    }
    m_reuse = false;
    m_opensCard = false;
    m_characters = 0;
    m_runs = 0;
    if (m_marksNext) {
        m_marksNext = false;
        m_sections.push_back(m_cursor);
        m_sections.back().setKeepPositionOnInsert(true);
    }
    if (!nesting.marker.isEmpty()) {
        m_cursor.insertText(nesting.marker + u'\t', nesting.markerInk.isEmpty() ? m_look.body : nesting.markerInk);
    }
}

void LessonWriter::text(const QString& text, const QTextCharFormat& format)
{
    if (std::none_of(text.begin(), text.end(), isBidiControl)) {
        put(text, format);
        return;
    }
    QString plain;
    for (const QChar c : text) {
        if (!isBidiControl(c)) {
            plain += c;
        } else if (++m_marks > mostMarks) {
            plain += QChar(QChar::ReplacementCharacter);
        } else {
            put(plain, format);
            plain.clear();
            QTextCharFormat warning = m_look.caption;
            warning.setForeground(m_look.palette.mark);
            put(u"[U+%1]"_s.arg(ushort(c.unicode()), 4, 16, QLatin1Char('0')).toUpper(), warning);
        }
    }
    put(plain, format);
}

/// Every text comes through here.
void LessonWriter::put(const QString& text, const QTextCharFormat& format)
{
    if (text.isEmpty()) {
        return;
    }
    if (++m_runs > mostRuns) {
        continueBlock();
    }
    qsizetype from = 0;
    while (m_characters + text.size() - from > longestBlock) {
        const qsizetype room = std::max<qsizetype>(0, longestBlock - m_characters);
        const qsizetype space = room == 0 ? -1 : text.lastIndexOf(u' ', from + room - 1);
        qsizetype to = space >= from ? space + 1 : m_characters > 0 ? from : from + room;
        while (to > from && to < text.size() && (text.at(to).isLowSurrogate() || text.at(to).isMark()) && to - from > room - maxCluster) {
            --to;
        }
        m_cursor.insertText(text.mid(from, to - from), format);
        continueBlock();
        from = to;
    }
    m_cursor.insertText(from == 0 ? text : text.mid(from), format);
    m_characters += text.size() - from;
}

/// A block that goes on where this one ends, without room between them.
void LessonWriter::continueBlock()
{
    QTextBlockFormat format = m_cursor.blockFormat();
    QTextBlockFormat flat;
    flat.setBottomMargin(0);
    m_cursor.mergeBlockFormat(flat);
    format.setTopMargin(0);
    format.setTextIndent(0);
    format.setProperty(mark::Continues, true);
    m_cursor.insertBlock(format, m_cursor.blockCharFormat());
    m_characters = 0;
    m_runs = 1;
}

void LessonWriter::runs(const Inlines& inlines, const QTextCharFormat& base)
{
    for (const Inline& run : inlines) {
        switch (run.kind) {
        case Inline::Kind::Text:
            text(run.text, m_look.run(run, base, !m_inTable && base.fontWeight() <= QFont::Normal));
            break;
        case Inline::Kind::LineBreak:
            put(QString(QChar::LineSeparator), base);
            break;
        case Inline::Kind::Image: {
            const QString name = m_pictures.admit(run.image);
            if (name.isEmpty()) {
                text(tr("[picture: %1]").arg(run.text), m_look.caption);
            } else {
                QTextCharFormat format = base;
                format.setObjectType(mark::pictureObject);
                format.setProperty(mark::Picture, name);
                m_cursor.insertText(QString(QChar::ObjectReplacementCharacter), format);
            }
            break;
        }
        }
    }
}

void LessonWriter::heading(const Inlines& inlines, int rank, const Nesting& nesting)
{
    const QTextCharFormat& ink = rank == 1 ? m_look.unit : rank == 2 ? m_look.section : m_look.part;
    QTextBlockFormat format;
    format.setHeadingLevel(rank);
    format.setLineHeight(m_look.codeHeight, QTextBlockFormat::ProportionalHeight);
    if (rank == 1 && m_look.medium == LessonLook::Medium::Paper && !m_reuse) {
        format.setPageBreakPolicy(QTextFormat::PageBreak_AlwaysBefore);
    }
    const double above = rank == 1 ? unitGap : rank == 2 ? sectionGap : partGap;
    const double below = rank <= 2 ? space::s : space::xs;
    begin(nesting, { above, below }, format, ink);
    runs(inlines, ink);
}

void LessonWriter::heading(const QString& words, int rank, const Nesting& nesting)
{
    Inline run;
    run.text = words;
    heading(Inlines { run }, rank, nesting);
}

void LessonWriter::paragraph(const Inlines& inlines, const Nesting& nesting)
{
    paragraph(inlines, m_look.body, nesting);
}

void LessonWriter::paragraph(const Inlines& inlines, const QTextCharFormat& base, const Nesting& nesting)
{
    if (isFigure(inlines)) {
        for (const Inline& run : inlines) {
            if (run.kind == Inline::Kind::Image) {
                figure(run, nesting);
            }
        }
        return;
    }
    const double gap = nesting.tight ? tightGap : paragraphGap;
    begin(nesting, { gap, gap }, {}, base);
    runs(inlines, base);
}

void LessonWriter::figure(const Inline& image, const Nesting& nesting)
{
    const QString name = m_pictures.admit(image.image);
    if (name.isEmpty()) {
        const Nesting place = nesting.card > 0 ? nesting : card({});
        begin(place, { space::s, 0 }, {}, m_look.caption);
        text(tr("A picture that cannot be shown"), m_look.caption);
        begin(place, { 0, space::s }, {}, m_look.body);
        text(image.text.isEmpty() ? tr("It has no description.") : image.text, m_look.body);
        if (nesting.card == 0) {
            closeCard();
        }
        return;
    }
    Nesting whole = nesting;
    whole.right = nesting.card > 0 ? nesting.right : 0;
    QTextBlockFormat format;
    format.setLineHeight(100, QTextBlockFormat::ProportionalHeight);
    begin(whole, { space::l, space::s }, format);
    QTextCharFormat object = m_look.body;
    object.setObjectType(mark::pictureObject);
    object.setProperty(mark::Picture, name);
    object.setProperty(QTextFormat::ImageAltText, image.text);
    m_cursor.insertText(QString(QChar::ObjectReplacementCharacter), object);
    const QString key = u"picture/"_s + QString::number(++m_figures);
    if (m_look.medium == LessonLook::Medium::Screen && nesting.card == 0 && !image.text.isEmpty()) {
        description(key, image.text, m_unfolded.contains(key));
    }
}

void LessonWriter::description(const QString& key, const QString& words, bool unfolded)
{
    Nesting place = column();
    place.cardKey = key;
    begin(place, { 0, unfolded ? 0.0 : double(space::m) }, {}, m_look.caption);
    QTextCharFormat ink = m_look.anchor(QString(mark::unfoldScheme) + key);
    ink.setFont(m_look.caption.font(), QTextCharFormat::FontPropertiesSpecifiedOnly);
    m_cursor.insertText(unfolded ? tr("Hide the description") : tr("Describe the picture"), ink);
    if (unfolded) {
        begin(place, { 0, space::m });
        text(words, m_look.body);
    }
}

void LessonWriter::sentence(const QString& words, const QTextCharFormat& format, const Nesting& nesting, double gap)
{
    begin(nesting, { gap, 0 }, {}, format);
    text(words, format);
}

void LessonWriter::action(const QString& words, const QString& target, const Nesting& nesting, double gap)
{
    begin(nesting, { gap, 0 }, {}, m_look.action);
    m_cursor.insertText(words, m_look.anchor(target));
}

void LessonWriter::room(const QString& key, const Nesting& nesting)
{
    QTextBlockFormat format;
    format.setLineHeight(100, QTextBlockFormat::ProportionalHeight);
    begin(nesting, { space::m, 0 }, format);
    QTextCharFormat object = m_look.body;
    object.setObjectType(mark::controlsObject);
    object.setProperty(mark::ControlsOf, key);
    m_cursor.insertText(QString(QChar::ObjectReplacementCharacter), object);
}

void LessonWriter::rule(const Nesting& nesting)
{
    QTextBlockFormat format;
    format.setProperty(mark::Rule, true);
    begin(nesting, { space::l, space::l }, format);
}

} // namespace waymark::ui
