// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/lesson/LessonPrint.h>

#include <ui/lesson/CodeColours.h>
#include <ui/lesson/LessonGround.h>
#include <ui/lesson/LessonPictures.h>
#include <ui/lesson/LessonScript.h>
#include <ui/lesson/LessonText.h>
#include <ui/lesson/LessonColouring.h>
#include <ui/words/Words.h>

#include <domain/AtomicFile.h>

#include <QAbstractTextDocumentLayout>
#include <QBuffer>
#include <QFontInfo>
#include <QGuiApplication>
#include <QPainter>
#include <QPdfWriter>
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

class PrintedLesson
{
    Q_DECLARE_TR_FUNCTIONS(PrintedLesson)

public:
    PrintedLesson(const session::Workspace& workspace, const domain::Skill& skill)
        : m_skill(skill)
        , m_pictures(workspace)
        , m_look(LessonLook::of(QGuiApplication::font(), paletteOf(PaletteId::Light), LessonLook::Medium::Paper, paperRoom))
    {
        m_look.palette.paper = m_look.palette.surface; // cards by their edge alone: toner is not spent on grounds
    }

    void write(const domain::Lesson& text, exchange::LessonForm form);
    void paint(QPagedPaintDevice& paper);

private:
    void colourCode();

    const domain::Skill& m_skill;
    LessonPictures m_pictures;
    LessonLook m_look;
    LessonText m_text;
    LessonCodes m_codes;
};

void PrintedLesson::write(const domain::Lesson& text, exchange::LessonForm form)
{
    const QString& markdown = text.markdown;
    m_codes.setVersions(text.versions);
    m_text.setDefaultFont(m_look.body.font());
    m_text.setUseDesignMetrics(true);
    m_text.documentLayout()->registerHandler(mark::pictureObject, &m_pictures);
    m_pictures.setWidth(m_look.width() - 2 * m_look.hang);
    const QSet<QString> folded;
    LessonWriter writer(QTextCursor(&m_text), m_look, m_pictures, m_codes, folded);
    writer.heading(m_skill.title, 1, writer.column());
    writer.sentence(Words::outcome(m_skill), m_look.body, writer.column());

    const LessonScriptOptions options { m_look, folded };
    LessonScript script;
    auto lesson = exchange::readLesson(markdown, 1, form);
    if (lesson && !lesson->units.front().sections.empty()) {
        script = scriptOf(std::make_shared<const exchange::LessonDocument>(std::move(*lesson)), options);
    } else if (auto blocks = exchange::parseMarkdown(markdown)) {
        script = scriptOf(std::make_shared<const exchange::Blocks>(std::move(*blocks)), options);
    }
    for (const LessonPiece& piece : script.pieces) {
        piece(writer);
    }
}

void PrintedLesson::colourCode()
{
    CodeColours colours;
    std::vector<QTextBlock> firsts;
    for (QTextBlock block = m_text.begin(); block.isValid(); block = block.next()) {
        const int number = block.blockFormat().intProperty(mark::Code);
        if (number > 0 && block.previous().blockFormat().intProperty(mark::Code) != number) {
            firsts.push_back(block);
        }
    }
    colourCodeBlocks(m_text, firsts, m_codes, colours, m_look.palette);
}

void PrintedLesson::paint(QPagedPaintDevice& paper)
{
    colourCode();
    // On narrower paper than A4 everything is smaller.
    const double scale = std::min(paper.logicalDpiX() / layoutDpi, paper.width() / m_look.width());
    const QSizeF sheet(paper.width() / scale, paper.height() / scale);
    const QSizeF page(m_look.width(), sheet.height() - footHeight);
    m_text.setPageSize(page);
    QPainter painter(&paper);
    const int pages = m_text.pageCount();
    QFont footFont = m_look.caption.font();
    footFont.setPixelSize(QFontInfo(footFont).pixelSize()); // points would be taken at the resolution of the paper
    for (int number = 1; number <= pages; ++number) {
        if (number > 1) {
            paper.newPage();
        }
        painter.save();
        painter.scale(scale, scale);
        painter.translate((sheet.width() - page.width()) / 2, -(number - 1) * page.height());
        const QRectF visible(0, (number - 1) * page.height(), page.width(), page.height());
        painter.setClipRect(visible.adjusted(0, 0, 0, -2)); // the ground of the next page's first line begins a little above it
        paintLessonGround(painter, m_text, visible, m_look);
        m_text.drawContents(&painter, visible);
        painter.setClipping(false);
        painter.setFont(footFont);
        painter.setPen(m_look.palette.softText);
        const QRectF foot(m_look.hang, visible.bottom(), page.width() - 2 * m_look.hang, footHeight);
        painter.drawText(foot, Qt::AlignBottom | Qt::AlignLeading, m_skill.title);
        painter.drawText(foot, Qt::AlignBottom | Qt::AlignTrailing, tr("%1 of %2", "page number and count").arg(number).arg(pages));
        painter.restore();
    }
}

} // namespace

domain::Result<void> printLesson(const session::Workspace& workspace, const QString& skillId, QPagedPaintDevice& paper)
{
    const domain::Skill* skill = workspace.roadmap().find(skillId);
    if (skill == nullptr) {
        return domain::failure(domain::ErrorCode::UnknownSkill, skillId);
    }
    const auto lesson = workspace.lesson(skillId);
    if (!lesson) {
        return tl::unexpected(lesson.error());
    }
    if (lesson->markdown.isEmpty()) {
        return domain::failure(domain::ErrorCode::UnknownSkill, skillId);
    }
    paper.setPageMargins(QMarginsF(paperMargin, paperMargin, paperMargin, paperMargin / 2), QPageLayout::Millimeter);
    PrintedLesson printed(workspace, *skill);
    const bool isProject = workspace.roadmap().isProject(skillId);
    printed.write(*lesson, isProject ? exchange::LessonForm::Project : exchange::LessonForm::Skill);
    printed.paint(paper);
    return {};
}

domain::Result<void> writeLessonPdf(const session::Workspace& workspace, const QString& skillId, const QString& path)
{
    QByteArray bytes;
    domain::Result<void> printed;
    {
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::WriteOnly);
        QPdfWriter writer(&buffer);
        writer.setResolution(paperResolution);
        writer.setPageSize(QPageSize(QPageSize::A4));
        const domain::Skill* skill = workspace.roadmap().find(skillId);
        writer.setTitle(skill == nullptr ? QString() : skill->title);
        writer.setCreator(u"Waymark"_s);
        printed = printLesson(workspace, skillId, writer);
    }
    return printed ? domain::writeFileAtomically(path, bytes) : printed;
}

} // namespace waymark::ui
