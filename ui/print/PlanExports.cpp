// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/print/PlanExports.h>

#include <ui/map/MapPicture.h>
#include <ui/planpage/PlanPage.h>
#include <ui/print/PlanCalendar.h>
#include <ui/print/PlanPdf.h>
#include <ui/print/WeekSummary.h>
#include <ui/words/PlanWords.h>

#include <domain/AtomicFile.h>
#include <exchange/ExportFormats.h>
#include <session/PlanMaking.h>
#include <session/Workspace.h>

#include <QCoreApplication>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace waymark::ui {

using domain::ErrorCode;
using domain::Result;

namespace {

class ExportTexts
{
    Q_DECLARE_TR_FUNCTIONS(ExportTexts)

public:
    static std::vector<PlanExport> all()
    {
        return {
            { u"plan"_s, tr("the plan as a page for a mentor: read and answered in any browser"), u"html"_s },
            { u"json"_s, tr("the plan as data, for import into Waymark"), u"json"_s },
            { u"markdown"_s, tr("the plan as task lists"), u"md"_s },
            { u"csv"_s, tr("the checklists as a table"), u"csv"_s },
            { u"pdf"_s, tr("the plan on paper: progress, map, checklists"), u"pdf"_s },
            { u"svg"_s, tr("the map as a drawing"), u"svg"_s },
            { u"png"_s, tr("the map as a picture"), u"png"_s },
            { u"ics"_s, tr("days of study and skills to be done, for calendar programs"), u"ics"_s },
            { u"summary"_s, tr("one week: hours, done, learned, stuck, next"), u"md"_s },
            { u"badge"_s, tr("a skill that was signed off, as Open Badge 3.0"), u"jws"_s, true },
            { u"clr"_s, tr("the plan as Comprehensive Learner Record 2.0"), u"jws"_s, true },
        };
    }
};

QByteArray pageOf(const session::Workspace& workspace, const exchange::PlanDocument& plan)
{
    const domain::Roadmap& roadmap = workspace.roadmap();
    return planPage(plan, planPageMap(roadmap, domain::layoutMap(roadmap.mapInput())), workspace.zone());
}

/// Whether the file in the way is an earlier export: it names Waymark, or begins with the same line (a table's header). A calendar of
/// another program may hold events of ours and name us with them. Errors of reading.
Result<bool> isOurExport(const QString& path, const QByteArray& bytes)
{
    constexpr qint64 most = 64 * 1024 * 1024;
    const Result<QByteArray> present = domain::readFile(path, most);
    if (!present) {
        return present.error().code == ErrorCode::TooLarge ? Result<bool>(false) : tl::unexpected(present.error());
    }
    if (present->startsWith("BEGIN:VCALENDAR")) {
        return exchange::isOurCalendar(*present);
    }
    const QByteArray firstLine = bytes.left(bytes.indexOf('\n'));
    static const QByteArray wide("\0W\0a\0y\0m\0a\0r\0k", 14); // as PDF writes its creator
    return present->contains("Waymark") || present->contains(wide) || present->contains("urn:waymark")
        || (firstLine.size() > 32 && present->startsWith(firstLine));
}

} // namespace

std::vector<PlanExport> planExports()
{
    return ExportTexts::all();
}

Result<QByteArray> exportPlan(
    const session::Workspace& workspace, const QString& id, const ExportProgress& progress, const ExportChoices& choices)
{
    if (id == u"ics") {
        return planCalendarText(workspace, choices.target);
    }
    if (id == u"summary") {
        return weekSummary(workspace, weekOf(workspace, choices.week));
    }
    if (id == u"pdf") {
        return planPdf(
            workspace, [&workspace](QPainter& painter, const QRectF& target) { paintMap(workspace, painter, target); }, progress);
    }
    if (id == u"svg") {
        return mapSvg(workspace);
    }
    if (id == u"png") {
        return mapPng(workspace);
    }
    const exchange::ExportFormat* format = exchange::exportFormat(id);
    const bool isPage = id == u"plan";
    if (format == nullptr && !isPage) {
        return domain::failure(ErrorCode::UnknownFormat, id);
    }
    const Result<exchange::PlanDocument> plan = session::planOf(workspace);
    if (!plan || (progress && !progress(0, 1))) {
        return plan ? domain::failure(ErrorCode::Cancelled) : tl::unexpected(plan.error());
    }
    return isPage ? pageOf(workspace, *plan) : format->write(workspace.roadmap(), *plan);
}

QString exportCaution(const session::Workspace& workspace, const QString& id)
{
    if (id != u"ics") {
        return {};
    }
    const session::StudyOutset outset = session::studyOutset(workspace);
    return PlanWords::obstacle(session::quickObstacleOf(outset), outset, workspace.roadmap());
}

QString exportFileNameFor(const session::Workspace& workspace, const PlanExport& format)
{
    QString name = workspace.course().title;
    if (format.id == u"summary") {
        name += u' ' + weekOf(workspace).toString(Qt::ISODate);
    }
    return exchange::exportFileName(name, format.suffix);
}

Result<void> writeExport(const QString& path, const QByteArray& bytes, bool mayReplace, const std::function<bool()>& mayTakeName)
{
    const QFileInfo target(path);
    if (target.isDir()) {
        return domain::failure(ErrorCode::Io, path, u"it is a folder"_s);
    }
    if (target.exists() && !mayReplace) {
        const Result<bool> isOurs = isOurExport(path, bytes);
        if (!isOurs || !*isOurs) {
            return isOurs ? domain::failure(ErrorCode::FileExists, path) : tl::unexpected(isOurs.error());
        }
    }
    auto file = domain::AtomicFile::create(path);
    if (!file) {
        return tl::unexpected(file.error());
    }
    const Result<void> written = file->write(bytes);
    if (written && mayTakeName && !mayTakeName()) {
        return domain::failure(ErrorCode::Cancelled, path);
    }
    return written ? file->commit() : written;
}

} // namespace waymark::ui
