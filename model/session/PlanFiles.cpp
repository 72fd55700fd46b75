// SPDX-License-Identifier: GPL-3.0-or-later
#include <session/PlanFiles.h>

#include <domain/AtomicFile.h>
#include <domain/Platform.h>
#include <exchange/PlanLimits.h>
#include <exchange/PlanMarkdown.h>
#include <exchange/PlanPageText.h>
#include <exchange/PlanReader.h>
#include <exchange/ReviewLimits.h>
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

Result<ArrivedPlan> fromMarkdown(const QByteArray& bytes, const QString& name, const domain::EditContext& context)
{
    const auto ticks = exchange::readPlanMarkdown(bytes, name);
    if (!ticks) {
        return tl::unexpected(ticks.error());
    }
    const Result<domain::Edit> edit = exchange::planTicksEdit(context, *ticks);
    if (!edit) {
        return tl::unexpected(edit.error());
    }
    return ArrivedPlan { *edit, previewOf(*edit), {}, {} };
}

} // namespace

Result<ArrivedPlan> readPlanFile(const QString& path, const domain::EditContext& context)
{
    const Result<QByteArray> bytes = domain::readFile(path, exchange::limits::jsonBytes);
    if (!bytes) {
        return tl::unexpected(bytes.error());
    }
    if (!carriesJson(*bytes)) {
        return fromMarkdown(*bytes, path, context);
    }
    const Result<QByteArray> json = exchange::planJsonOf(*bytes, path);
    if (!json) {
        return tl::unexpected(json.error());
    }
    const Result<exchange::PlanDocument> plan = exchange::readPlan(*json, path);
    if (!plan) {
        return tl::unexpected(plan.error());
    }
    const Result<domain::Edit> edit = exchange::planImportEdit(context, *plan);
    if (!edit) {
        return tl::unexpected(edit.error());
    }
    return ArrivedPlan { *edit, exchange::planPreview(context, *plan), plan->plan, plan->learner };
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
