// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/lesson/LessonPrint.h>

#include <ui/lesson/LessonGround.h>
#include <ui/lesson/LessonPictures.h>
#include <ui/lesson/LessonScript.h>
#include <ui/lesson/LessonText.h>
#include <ui/lesson/LessonColouring.h>
#include <ui/words/Words.h>

#include <exchange/Markdown.h>

#include <QAbstractTextDocumentLayout>
#include <QBuffer>
#include <QFontInfo>
#include <QGuiApplication>
#include <QPainter>
#include <QPdfWriter>
#include <QRegularExpression>
#include <QTextBlock>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark::ui {

namespace {

constexpr double paperMargin = 20; ///< millimetres
constexpr double layoutDpi = 96; ///< the unit in which the look of a lesson is measured
constexpr int paperResolution = 1200; ///< dots an inch
constexpr double paperRoom = 640; ///< pixels at layoutDpi between the margins of A4
constexpr double footHeight = space::xxl;
constexpr qsizetype mostColoured = 256 * 1024; ///< characters of the code of a lesson; what goes beyond stays plain on paper
constexpr int mostPictures = 2'000; ///< that one lesson may name; each is looked for in the library
constexpr qsizetype mostBytes = 64 * 1024 * 1024; ///< of pictures, but for the last one

class PrintedLesson
{
    Q_DECLARE_TR_FUNCTIONS(PrintedLesson)

public:
    PrintedLesson(const PrintableLesson& lesson, const PdfProgress& progress)
        : m_lesson(lesson)
        , m_progress(progress)
        , m_pictures([&lesson](const QString& name) { return pictureOf(lesson, name); })
        , m_look(LessonLook::of(QGuiApplication::font(), paletteOf(PaletteId::Light), LessonLook::Medium::Paper, paperRoom))
    {
        m_look.palette.paper = m_look.palette.surface; // cards by their edge alone: toner is not spent on grounds
    }

    domain::Result<void> write();
    domain::Result<void> paint(QPagedPaintDevice& paper);

private:
    static domain::Result<domain::CourseAsset> pictureOf(const PrintableLesson& lesson, const QString& name);
    [[nodiscard]] LessonScript script(const QSet<QString>& folded) const;
    [[nodiscard]] domain::Result<void> tell(int done, int total) const;
    void colourCode();
    void paintPage(QPainter& painter, const QRectF& visible, const QString& number);

    const PrintableLesson& m_lesson;
    const PdfProgress& m_progress;
    LessonPictures m_pictures;
    LessonLook m_look;
    LessonText m_text;
    LessonCodes m_codes;
};

domain::Result<domain::CourseAsset> PrintedLesson::pictureOf(const PrintableLesson& lesson, const QString& name)
{
    const auto found = lesson.pictures.find(name);
    return found == lesson.pictures.end() ? domain::failure(domain::ErrorCode::FileMissing, name)
                                          : domain::Result<domain::CourseAsset>(*found);
}

domain::Result<void> PrintedLesson::tell(int done, int total) const
{
    return m_progress && !m_progress(done, total) ? domain::failure(domain::ErrorCode::Cancelled) : domain::Result<void>();
}

LessonScript PrintedLesson::script(const QSet<QString>& folded) const
{
    const LessonScriptOptions options { m_look, folded };
    auto lesson = exchange::readLesson(m_lesson.text.markdown, 1, m_lesson.form);
    if (lesson && !lesson->units.front().sections.empty()) {
        return scriptOf(std::make_shared<const exchange::LessonDocument>(std::move(*lesson)), options);
    }
    auto blocks = exchange::parseMarkdown(m_lesson.text.markdown);
    return blocks ? scriptOf(std::make_shared<const exchange::Blocks>(std::move(*blocks)), options) : LessonScript();
}

domain::Result<void> PrintedLesson::write()
{
    m_codes.setVersions(m_lesson.text.versions);
    m_text.setDefaultFont(m_look.body.font());
    m_text.setUseDesignMetrics(true);
    m_text.documentLayout()->registerHandler(mark::pictureObject, &m_pictures);
    m_pictures.setWidth(m_look.width() - 2 * m_look.hang);
    const QSet<QString> folded;
    LessonWriter writer(QTextCursor(&m_text), m_look, m_pictures, m_codes, folded);
    writer.heading(m_lesson.skill.title, 1, writer.column());
    writer.sentence(Words::outcome(m_lesson.skill), m_look.body, writer.column());
    const LessonScript all = script(folded);
    for (const LessonPiece& piece : all.pieces) {
        if (domain::Result<void> goesOn = tell(0, 0); !goesOn) {
            return goesOn;
        }
        piece(writer);
    }
    colourCode();
    return {};
}

void PrintedLesson::colourCode()
{
    std::vector<QTextBlock> firsts;
    for (QTextBlock block = m_text.begin(); block.isValid(); block = block.next()) {
        const int number = block.blockFormat().intProperty(mark::Code);
        if (number > 0 && block.previous().blockFormat().intProperty(mark::Code) != number) {
            firsts.push_back(block);
        }
    }
    const auto runsOf
        = [this](const QString& language, const QString& code) { return m_lesson.colours.value(CodeColours::keyOf(language, code)); };
    colourCodeBlocks(m_text, firsts, m_codes, runsOf, m_look.palette);
}

domain::Result<void> PrintedLesson::paint(QPagedPaintDevice& paper)
{
    // On narrower paper than A4 everything is smaller.
    const double scale = std::min(paper.logicalDpiX() / layoutDpi, paper.width() / m_look.width());
    const QSizeF sheet(paper.width() / scale, paper.height() / scale);
    const QSizeF page(m_look.width(), sheet.height() - footHeight);
    m_text.setPageSize(page);
    const int pages = m_text.pageCount();
    if (domain::Result<void> goesOn = tell(0, pages); !goesOn) {
        return goesOn;
    }
    QPainter painter(&paper);
    for (int number = 1; number <= pages; ++number) {
        if (number > 1) {
            paper.newPage();
        }
        painter.save();
        painter.scale(scale, scale);
        painter.translate((sheet.width() - page.width()) / 2, -(number - 1) * page.height());
        paintPage(painter, QRectF(QPointF(0, (number - 1) * page.height()), page),
            tr("%1 of %2", "page number and count").arg(number).arg(pages));
        painter.restore();
        if (domain::Result<void> goesOn = tell(number, pages); !goesOn) {
            return goesOn;
        }
    }
    return {};
}

void PrintedLesson::paintPage(QPainter& painter, const QRectF& visible, const QString& number)
{
    painter.setClipRect(visible.adjusted(0, 0, 0, -2)); // the ground of the next page's first line begins a little above it
    paintLessonGround(painter, m_text, visible, m_look);
    m_text.drawContents(&painter, visible);
    painter.setClipping(false);
    QFont footFont = m_look.caption.font();
    footFont.setPixelSize(QFontInfo(footFont).pixelSize()); // points would be taken at the resolution of the paper
    painter.setFont(footFont);
    painter.setPen(m_look.palette.softText);
    const QRectF foot(m_look.hang, visible.bottom(), visible.width() - 2 * m_look.hang, footHeight);
    painter.drawText(foot, Qt::AlignBottom | Qt::AlignLeading, m_lesson.skill.title);
    painter.drawText(foot, Qt::AlignBottom | Qt::AlignTrailing, number);
}

/// Those of its text, and those that stand in the data of a question or a card. One too many does no harm: only what is written asks for
/// one.
QSet<QString> picturesNamed(const QString& markdown)
{
    static const QRegularExpression inData(uR"([^\s()<>\[\]"']*images/[^\s()<>\[\]"']+)"_s);
    QSet<QString> names;
    if (const auto blocks = exchange::parseMarkdown(markdown)) {
        for (const exchange::Picture& picture : exchange::picturesOf(*blocks)) {
            names.insert(exchange::assetName(picture.name));
        }
    }
    for (const QRegularExpressionMatch& match : inData.globalMatch(markdown)) {
        names.insert(exchange::assetName(match.captured()));
    }
    names.remove({});
    return names;
}

/// Of as much of the code as the window's thread has the time for.
QHash<QString, std::vector<SyntaxRun>> coloursIn(const QString& markdown)
{
    QHash<QString, std::vector<SyntaxRun>> all;
    const auto blocks = exchange::parseMarkdown(markdown);
    if (!blocks) {
        return all;
    }
    CodeColours colours;
    qsizetype left = mostColoured;
    for (const exchange::Block* block : exchange::leavesOf(*blocks)) {
        if (block->kind != exchange::Block::Kind::Code || block->text.size() > left) {
            continue;
        }
        left -= block->text.size();
        const LessonCodes::Code code = codeIn(*block);
        all.insert(CodeColours::keyOf(code.language, code.text), colours.runs(code.language, code.text));
    }
    return all;
}

} // namespace

domain::Result<PrintableLesson> printableLesson(const session::Workspace& workspace, const QString& skillId)
{
    const domain::Skill* skill = workspace.roadmap().find(skillId);
    if (skill == nullptr) {
        return domain::failure(domain::ErrorCode::UnknownSkill, skillId);
    }
    auto lesson = workspace.lesson(skillId);
    if (!lesson) {
        return tl::unexpected(lesson.error());
    }
    if (lesson->markdown.isEmpty()) {
        return domain::failure(domain::ErrorCode::UnknownSkill, skillId);
    }
    PrintableLesson printable { *skill, std::move(*lesson), exchange::LessonForm::Skill, {}, {} };
    printable.colours = coloursIn(printable.text.markdown);
    if (workspace.roadmap().isProject(skillId)) {
        printable.form = exchange::LessonForm::Project;
    }
    qsizetype bytes = 0;
    for (const QString& name : picturesNamed(printable.text.markdown)) {
        if (printable.pictures.size() >= mostPictures || bytes > mostBytes) {
            break;
        }
        if (auto picture = workspace.asset(name)) {
            bytes += picture->bytes.size();
            printable.pictures.insert(name, std::move(*picture));
        }
    }
    return printable;
}

domain::Result<void> printLesson(const PrintableLesson& lesson, QPagedPaintDevice& paper, const PdfProgress& progress)
{
    paper.setPageMargins(QMarginsF(paperMargin, paperMargin, paperMargin, paperMargin / 2), QPageLayout::Millimeter);
    PrintedLesson printed(lesson, progress);
    return printed.write().and_then([&] { return printed.paint(paper); });
}

domain::Result<QByteArray> lessonPdf(const PrintableLesson& lesson, const PdfProgress& progress)
{
    QByteArray bytes;
    domain::Result<void> printed;
    {
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::WriteOnly);
        QPdfWriter writer(&buffer);
        writer.setResolution(paperResolution);
        writer.setPageSize(QPageSize(QPageSize::A4));
        writer.setTitle(lesson.skill.title);
        writer.setCreator(u"Waymark"_s);
        printed = printLesson(lesson, writer, progress);
    }
    return printed.map([&] { return bytes; });
}

} // namespace waymark::ui
