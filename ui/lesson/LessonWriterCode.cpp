// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/lesson/LessonWriter.h>

#include <ui/lesson/CodeLanguage.h>

#include <exchange/CodeRuns.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark::ui {

using exchange::Block;
using exchange::Fence;
using mark::CodePart;

namespace {

constexpr qsizetype longestBlock = 2'000; ///< lines that are shown of one block; copying takes all
constexpr int mostLines = 20'000; ///< of a whole lesson
constexpr qsizetype shownBeyond = 20; ///< lines of each further block
constexpr int linesAtOnce = 200;
constexpr qsizetype charactersAtOnce = 8'000;
constexpr double hangingIndent = space::xl;
constexpr double outside = space::l; ///< of the card
constexpr double inside = space::s;

QString withoutLastNewline(const QString& text)
{
    return text.endsWith(u'\n') ? text.chopped(1) : text;
}

/// "Python 3.11" or "SQL, SQLite 3.40": by the version that the fence names, else by those of the lesson for code that was run.
QString nameWithVersion(const Fence& fence, const QString& engine, const QStringList& versions)
{
    const QString name = languageName(fence.language);
    for (const QString& option : fence.options) {
        if (option.startsWith("version="_L1)) {
            return LessonWriter::tr("%1 %2", "language and version").arg(name, option.mid(8));
        }
    }
    const QString tool = toolName(fence.language, engine);
    const bool wasRun = fence.act == Fence::Act::Run || fence.act == Fence::Act::Fails || fence.act == Fence::Act::Check;
    const auto found
        = std::find_if(versions.begin(), versions.end(), [&tool](const QString& each) { return each.startsWith(tool + u' '); });
    if (tool.isEmpty() || !wasRun || found == versions.end()) {
        return name;
    }
    const QString version = found->mid(tool.size() + 1);
    return tool.compare(name, Qt::CaseInsensitive) == 0 ? LessonWriter::tr("%1 %2", "language and version").arg(name, version)
                                                        : LessonWriter::tr("%1, %2", "language, and what runs it").arg(name, *found);
}

} // namespace

void LessonWriter::caption(const QString& words, const Nesting& nesting, const QTextBlockFormat& format, const QString& anchor, Room room)
{
    QTextBlockFormat line = format;
    if (!anchor.isEmpty()) {
        line.setProperty(mark::TabToEdge, true);
        line.setTabPositions({ QTextOption::Tab(m_look.width() - nesting.left - nesting.right - 1, QTextOption::RightTab) });
    }
    begin(nesting, room, line, m_look.caption);
    text(words, m_look.caption);
    if (!anchor.isEmpty() && m_look.medium == LessonLook::Medium::Screen) {
        m_cursor.insertText(u"\t"_s, m_look.caption);
        m_cursor.insertText(tr("Copy"), m_look.anchor(anchor));
    }
}

int LessonWriter::stepsOf(const Block& code)
{
    const qsizetype lines = std::min(code.text.count(u'\n') + 1, longestBlock);
    return static_cast<int>((lines + linesAtOnce - 1) / linesAtOnce + code.text.size() / charactersAtOnce);
}

void LessonWriter::someLines(CodePlace& place, const QString& code, CodePart part)
{
    QTextBlockFormat line = place.format;
    line.setProperty(mark::Part, static_cast<int>(part));
    line.setLineHeight(m_look.codeHeight, QTextBlockFormat::ProportionalHeight);
    line.setTextIndent(-hangingIndent);
    line.setLeftMargin(hangingIndent); // a line that is too long goes on further in
    const qsizetype size = code.endsWith(u'\n') ? code.size() - 1 : code.size();
    const qsizetype from = place.at;
    for (int i = 0; i < linesAtOnce && place.at >= 0 && place.at - from < charactersAtOnce; ++i) {
        if (place.line == (m_lines > mostLines ? shownBeyond : longestBlock)) {
            const auto left = static_cast<int>(QStringView(code).mid(place.at, size - place.at).count(u'\n')) + 1;
            begin(place.nesting, {}, line, m_look.caption);
            text(tr("… and %n more line(s)", nullptr, left), m_look.caption);
            place.at = -1;
            break;
        }
        const qsizetype newline = code.indexOf(u'\n', place.at);
        const qsizetype end = newline < 0 || newline > size ? size : newline;
        begin(place.nesting, {}, line, m_look.code);
        text(code.mid(place.at, end - place.at), m_look.code);
        place.at = end < size ? end + 1 : -1;
        ++place.line;
    }
    if (place.at < 0) {
        m_lines += static_cast<int>(place.line);
        place.line = 0;
    }
}

LessonCodes::Code codeIn(const Block& block)
{
    const QString language = block.kind == Block::Kind::Code ? exchange::fenceOf(block.info).language.toLower() : QString();
    return { language, withoutLastNewline(block.text) };
}

void LessonWriter::code(const Block* code, const Block* output, const Nesting& nesting)
{
    CodePlace place = beginCode(code, output, nesting);
    const auto write = [this, &place](const Block& block, CodePart part) {
        while (place.at >= 0) {
            someLines(place, block.text, part);
        }
    };
    if (code != nullptr) {
        write(*code, CodePart::Code);
    }
    if (output != nullptr) {
        if (code != nullptr) {
            beginOutput(place, false);
        }
        write(*output, CodePart::Output);
    }
    endCode();
}

LessonWriter::CodePlace LessonWriter::beginCode(const Block* code, const Block* output, const Nesting& nesting)
{
    const Fence fence = code == nullptr ? Fence {} : exchange::fenceOf(code->info);
    const LessonCodes::Code shown = codeIn(code != nullptr ? *code : *output);
    const int number = m_codes.add(shown.language, shown.text);

    // In a card the code lies within its text; in the column its own text lines up with the running text.
    const bool inCard = nesting.card > 0;
    CodePlace place { nesting.inner(inCard ? space::m : 0), {}, 0, 0 };
    place.nesting.right = m_look.hang + (inCard ? space::m : 0);
    place.format.setProperty(mark::Code, number);
    place.format.setProperty(mark::CodeLeft, inCard ? nesting.left : nesting.left - m_look.hang);
    place.format.setNonBreakableLines(false);
    if (code == nullptr) {
        beginOutput(place, true);
        return place;
    }
    const exchange::FenceAttributes attributes = exchange::attributesOf(fence);
    QString name = nameWithVersion(fence, attributes.engine, m_codes.versions());
    if (!attributes.file.isEmpty()) {
        name = tr("%1 · %2", "language and file name").arg(name, attributes.file);
    }
    if (fence.act == Fence::Act::Fails) {
        name = tr("%1 · fails on purpose", "language of a code block").arg(name);
    } else if (fence.act == Fence::Act::Show) {
        name
            = fence.reason.isEmpty() ? tr("%1 · not run").arg(name) : tr("%1 · not run: %2", "language and reason").arg(name, fence.reason);
    }
    place.format.setProperty(mark::Part, static_cast<int>(CodePart::Caption));
    caption(name, place.nesting, place.format, QString(mark::copyScheme) + QString::number(number), { outside + inside, space::xs });
    return place;
}

void LessonWriter::beginOutput(CodePlace& place, bool isAlone)
{
    place.at = 0;
    place.format.setProperty(mark::Part, static_cast<int>(CodePart::OutputCaption));
    caption(tr("Output"), place.nesting, place.format, {}, { isAlone ? outside + inside : 2 * inside, space::xs });
}

void LessonWriter::endCode()
{
    QTextBlockFormat last;
    last.setBottomMargin(outside + inside);
    m_cursor.mergeBlockFormat(last);
}

} // namespace waymark::ui
