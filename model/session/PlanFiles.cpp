// SPDX-License-Identifier: GPL-3.0-or-later
#include <session/PlanFiles.h>

#include <domain/AtomicFile.h>
#include <domain/Platform.h>
#include <exchange/PlanLimits.h>
#include <exchange/PlanMarkdown.h>
#include <exchange/PlanPageText.h>
#include <exchange/PlanReader.h>
#include <exchange/ReviewLimits.h>
#include <exchange/ReviewReader.h>
#include <exchange/StrictJson.h>

#include <QFileInfo>

namespace waymark::session {

using domain::Result;

namespace {

/// A page or JSON; Markdown begins with neither sign where Waymark wrote it.
bool carriesJson(const QByteArray& bytes)
{
    const QByteArrayView text = QByteArrayView(bytes).trimmed();
    return text.startsWith('{') || text.startsWith('<');
}

/// What an edit would change, where there is no plan behind it to say so.
exchange::PlanPreview previewOf(const domain::Edit& edit)
{
    exchange::PlanPreview preview;
    for (const domain::RecordChange& change : edit.changes) {
        exchange::PlanPreview::Count& count = preview.counts[static_cast<std::size_t>(change.key.kind)];
        ++(change.before ? count.replaced : count.added);
        if (!change.key.skill.isEmpty() && !preview.skills.contains(change.key.skill)) {
            preview.skills.append(change.key.skill);
        }
    }
    preview.skills.sort();
    return preview;
}

Result<exchange::PlanDocument> planIn(const QByteArray& bytes, const QString& path)
{
    return exchange::planJsonOf(bytes, path).and_then([&path](const QByteArray& json) { return exchange::readPlan(json, path); });
}

/// A plan in any of its forms.
Result<BroughtFile> readAnyPlan(const QString& path)
{
    const Result<QByteArray> bytes = domain::readFile(path, exchange::limits::jsonBytes);
    if (!bytes) {
        return tl::unexpected(bytes.error());
    }
    if (!carriesJson(*bytes)) {
        return exchange::readPlanMarkdown(*bytes, path);
    }
    return planIn(*bytes, path);
}

} // namespace

Result<exchange::ReviewDocument> readReviewAt(const QString& path)
{
    return domain::readFile(path, exchange::limits::reviewBytes).and_then([&path](const QByteArray& bytes) {
        return exchange::readReview(bytes, path);
    });
}

Result<exchange::PlanDocument> readPlanAt(const QString& path)
{
    return domain::readFile(path, exchange::limits::jsonBytes).and_then([&path](const QByteArray& bytes) { return planIn(bytes, path); });
}

Result<BroughtFile> readBroughtCourse(const QString& path)
{
    return exchange::readCourse(path);
}

Result<BroughtFile> readBroughtFile(const QString& path)
{
    if (isCourse(path)) {
        return readBroughtCourse(path);
    }
    if (isReview(path)) {
        return readReviewAt(path);
    }
    return readAnyPlan(path);
}

Result<ArrivedPlan> arrivedPlan(const exchange::PlanDocument& plan, const domain::EditContext& context)
{
    return exchange::planImportEdit(context, plan).map([&](const domain::Edit& edit) {
        return ArrivedPlan { edit, exchange::planPreview(context, plan), plan.plan, plan.learner };
    });
}

Result<ArrivedPlan> arrivedPlan(const PlanTicks& ticks, const domain::EditContext& context)
{
    return exchange::planTicksEdit(context, ticks).map([](const domain::Edit& edit) {
        return ArrivedPlan { edit, previewOf(edit), {}, {} };
    });
}

Result<ArrivedPlan> readPlanFile(const QString& path, const domain::EditContext& context)
{
    const Result<BroughtFile> read = readAnyPlan(path);
    if (!read) {
        return tl::unexpected(read.error());
    }
    const auto* ticks = std::get_if<PlanTicks>(&*read);
    return ticks != nullptr ? arrivedPlan(*ticks, context) : arrivedPlan(std::get<exchange::PlanDocument>(*read), context);
}

bool isReview(const QString& path)
{
    constexpr QLatin1StringView suffix(".wayreview");
    if (path.endsWith(suffix, Qt::CaseInsensitive)) {
        return true;
    }
    const Result<QByteArray> bytes = domain::readFile(path, exchange::limits::reviewBytes);
    return bytes && exchange::schemaOf(*bytes).startsWith(QLatin1StringView("urn:waymark:review:"));
}

bool isCourse(const QString& path)
{
    if (QFileInfo(path).isDir()) {
        return true;
    }
    const auto file = domain::NativeFile::openToRead(path); // a pipe that nobody writes to would hold a QFile up
    return file && file->read(0, 4) == QByteArray("PK\x03\x04", 4);
}

} // namespace waymark::session
