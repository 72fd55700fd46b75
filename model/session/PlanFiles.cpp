// SPDX-License-Identifier: GPL-3.0-or-later
#include <session/PlanFiles.h>

#include <domain/AtomicFile.h>
#include <exchange/PlanLimits.h>
#include <exchange/PlanMarkdown.h>
#include <exchange/PlanReader.h>

#include <QFile>
#include <QFileInfo>

namespace waymark::session {

using domain::Result;

namespace {

bool looksLikeJson(const QByteArray& bytes)
{
    return bytes.trimmed().startsWith('{');
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
    return ArrivedPlan { *edit, previewOf(*edit) };
}

} // namespace

Result<ArrivedPlan> readPlanFile(const QString& path, const domain::EditContext& context)
{
    const Result<QByteArray> bytes = domain::readFile(path, exchange::limits::jsonBytes);
    if (!bytes) {
        return tl::unexpected(bytes.error());
    }
    if (!looksLikeJson(*bytes)) {
        return fromMarkdown(*bytes, path, context);
    }
    const Result<exchange::PlanDocument> plan = exchange::readPlan(*bytes, path);
    if (!plan) {
        return tl::unexpected(plan.error());
    }
    const Result<domain::Edit> edit = exchange::planImportEdit(context, *plan);
    if (!edit) {
        return tl::unexpected(edit.error());
    }
    return ArrivedPlan { *edit, exchange::planPreview(context, *plan) };
}

bool isCourse(const QString& path)
{
    if (QFileInfo(path).isDir()) {
        return true;
    }
    QFile file(path);
    return file.open(QIODevice::ReadOnly) && file.read(4) == QByteArray("PK\x03\x04", 4);
}

} // namespace waymark::session
