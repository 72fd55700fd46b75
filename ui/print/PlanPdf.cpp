// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/print/PlanPdf.h>

#include <ui/print/PlanChecklists.h>
#include <ui/print/PlanPages.h>

#include <session/Workspace.h>

#include <QBuffer>
#include <QLocale>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>

namespace waymark::ui {

using domain::ErrorCode;

namespace {

class PdfTexts
{
    Q_DECLARE_TR_FUNCTIONS(PdfTexts)

public:
    static QString title(const session::Workspace& workspace)
    {
        const QString& name = workspace.progress().learnerName();
        return name.isEmpty() ? tr("Learning plan: %1", "course").arg(workspace.course().title)
                              : tr("Learning plan: %1, %2", "course, learner").arg(workspace.course().title, name);
    }
    static QString pageNumber(int page, int pages)
    {
        return tr("%1 of %2", "page number, number of pages").arg(QLocale().toString(page), QLocale().toString(pages));
    }
};

void turnTo(QPdfWriter& writer, QPageLayout::Orientation orientation)
{
    writer.setPageLayout(QPageLayout(QPageSize(QPageSize::A4), orientation, {}));
}

domain::Result<void> paintPages(QPdfWriter& writer, const PrintSheet& sheet, const PdfProgress& progress)
{
    const int pages = sheet.pageCount();
    turnTo(writer, sheet.orientationOf(0));
    QPainter painter;
    if (!painter.begin(&writer)) {
        return domain::failure(ErrorCode::Io, {}, QStringLiteral("the PDF could not be begun"));
    }
    for (int page = 0; page < pages; ++page) {
        if (page > 0) {
            turnTo(writer, sheet.orientationOf(page));
            if (!writer.newPage()) {
                return domain::failure(ErrorCode::Io, {}, QStringLiteral("page %1 could not be begun").arg(page + 1));
            }
        }
        sheet.paintPage(painter, page, PdfTexts::pageNumber(page + 1, pages));
        if (progress && !progress(page + 1, pages)) {
            return domain::failure(ErrorCode::Cancelled);
        }
    }
    return {};
}

} // namespace

domain::Result<QByteArray> planPdf(const session::Workspace& workspace, const MapPainting& paintMap, const PdfProgress& progress)
{
    if (!workspace.hasCourse()) {
        return domain::failure(ErrorCode::UnknownCourse);
    }
    const PrintLook look(paletteOf(PaletteId::Light));
    const QString title = PdfTexts::title(workspace);
    PrintSheet sheet(title, look);
    PlanOverview overview(workspace, sheet);
    overview.addFirstPage();
    if (paintMap) {
        overview.addMap(paintMap);
    }
    if (!PlanChecklists(workspace, sheet).add([&progress] { return !progress || progress(0, 1); })) {
        return domain::failure(ErrorCode::Cancelled);
    }

    QByteArray bytes;
    QBuffer buffer(&bytes);
    if (!buffer.open(QIODevice::WriteOnly)) {
        return domain::failure(ErrorCode::Io);
    }
    QPdfWriter writer(&buffer);
    writer.setTitle(title);
    writer.setCreator(QStringLiteral("Waymark"));
    writer.setResolution(PrintSheet::dotsPerInch);
    if (const domain::Result<void> painted = paintPages(writer, sheet, progress); !painted) {
        return tl::unexpected(painted.error());
    }
    return bytes;
}

} // namespace waymark::ui
