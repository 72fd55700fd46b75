// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/Applying.h>
#include <app/Parsing.h>
#include <app/VerbTable.h>

#include <session/CopyMerge.h>
#include <session/Workspace.h>
#include <storage/RestoredCopy.h>
#include <ui/words/MergeWords.h>

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace waymark::app {

using domain::ConflictValues;
using domain::ErrorCode;
using domain::RecordKey;
using domain::Result;
using ui::MergeWords;

namespace {

/// Two copies of one library, and what they say differently.
class Merging
{
    Q_DECLARE_TR_FUNCTIONS(Merging)

public:
    static int merge(const VerbCall& call);
    static int list(const VerbCall& call);
    static int keep(const VerbCall& call);

private:
    static int say(const VerbCall& call, const session::MergePreview& preview, const QString& edit);
    static QJsonArray keys(const std::vector<RecordKey>& keys);
    static QStringList valuesOf(const VerbCall& call, const ConflictValues& conflict);
    static QJsonArray conflicts(const VerbCall& call);
};

QJsonArray Merging::keys(const std::vector<RecordKey>& keys)
{
    QJsonArray array;
    for (const RecordKey& key : keys) {
        array.append(QJsonObject { { u"record"_s, domain::toString(key.kind) }, { u"skill"_s, key.skill }, { u"item"_s, key.item } });
    }
    return array;
}

/// As it is shown, and then the others: they are numbered from 1.
QStringList Merging::valuesOf(const VerbCall& call, const ConflictValues& conflict)
{
    const session::Workspace& workspace = *call.workspace;
    QStringList values { MergeWords::value(conflict, conflict.shown, workspace.roadmap(), workspace.zone()) };
    for (const domain::Record& other : conflict.others) {
        values.append(MergeWords::value(conflict, other, workspace.roadmap(), workspace.zone()));
    }
    return values;
}

QJsonArray Merging::conflicts(const VerbCall& call)
{
    QJsonArray array;
    const auto& progress = call.workspace->progress();
    for (auto open = progress.conflicts().cbegin(); open != progress.conflicts().cend(); ++open) {
        if (const auto conflict = domain::valuesOf(progress, open.key())) {
            array.append(QJsonObject { { u"about"_s, MergeWords::about(*conflict, call.workspace->roadmap()) },
                { u"record"_s, domain::toString(conflict->record.kind) }, { u"skill"_s, conflict->record.skill },
                { u"part"_s, conflict->part }, { u"values"_s, QJsonArray::fromStringList(valuesOf(call, *conflict)) } });
        }
    }
    return array;
}

int Merging::say(const VerbCall& call, const session::MergePreview& preview, const QString& edit)
{
    if (call.console.isJson()) {
        call.console.json(QJsonObject { { u"edit"_s, edit.isEmpty() ? QJsonValue() : QJsonValue(edit) }, { u"changed"_s, !edit.isEmpty() },
            { u"edits"_s, preview.merge.newEdits }, { u"added"_s, preview.added }, { u"altered"_s, preview.changed },
            { u"removed"_s, preview.removed }, { u"skills"_s, QJsonArray::fromStringList(preview.skills) },
            { u"conflicts"_s, static_cast<int>(preview.merge.conflicts.size()) },
            { u"keptFromRemoval"_s, keys(preview.merge.keptFromRemoval) } });
        return 0;
    }
    for (const QString& line : MergeWords::lines(preview, call.workspace->roadmap())) {
        call.console.line(line);
    }
    if (!edit.isEmpty()) {
        call.console.line(tr("Merged as one step, which undo takes back (edit %1).").arg(edit));
        if (!preview.merge.conflicts.empty()) {
            call.console.line(tr("\"waymark conflicts\" lists them."));
        }
    }
    return 0;
}

int Merging::merge(const VerbCall& call)
{
    const QString path = call.invocation.argument(0);
    const Result<domain::LibraryContents> other = storage::contentsOfLibrary(path, call.workspace->now());
    if (!other) {
        return call.console.fail(other.error());
    }
    const Result<session::MergePreview> preview = session::libraryHere(*call.workspace).and_then([&](const session::LibraryHere& here) {
        return session::previewOf(here, *other, path);
    });
    if (!preview) {
        return call.console.fail(preview.error());
    }
    if (preview->isEmpty() || call.invocation.flags.contains(u"dry-run"_s)) {
        return say(call, *preview, {});
    }
    const Result<domain::Edit> edit = call.workspace->apply(preview->merge.edit);
    return edit ? say(call, *preview, edit->id) : call.console.fail(edit.error());
}

int Merging::list(const VerbCall& call)
{
    const QJsonArray all = conflicts(call);
    if (call.console.isJson()) {
        call.console.json(all);
        return 0;
    }
    if (all.isEmpty()) {
        call.console.line(tr("No copy says anything differently."));
    }
    int number = 0;
    for (const QJsonValue& each : all) {
        call.console.line(tr("%1. %2", "number and what it is").arg(++number).arg(each[u"about"].toString()));
        int value = 0;
        const QJsonArray values = each[u"values"].toArray();
        for (const QJsonValue& text : values) {
            const QString line = text.toString();
            call.console.line(++value == 1 ? tr("   %1: %2 (shown)", "number and value").arg(value).arg(line)
                                           : tr("   %1: %2", "number and value").arg(value).arg(line));
        }
    }
    if (!all.isEmpty()) {
        call.console.line(tr("Keep one with \"waymark conflicts keep NUMBER VALUE\"."));
    }
    return 0;
}

int Merging::keep(const VerbCall& call)
{
    const auto& progress = call.workspace->progress();
    const Result<int> number = wholeNumber(call.invocation.argument(0), 1, std::numeric_limits<int>::max());
    const Result<int> value = wholeNumber(call.invocation.argument(1), 1, std::numeric_limits<int>::max());
    if (!number || !value) {
        return call.console.fail(number ? value.error() : number.error());
    }
    int left = *number;
    for (auto open = progress.conflicts().cbegin(); open != progress.conflicts().cend(); ++open) {
        if (domain::valuesOf(progress, open.key()) && --left == 0) {
            const std::optional<int> other = *value == 1 ? std::nullopt : std::optional(*value - 2);
            return applyEdit(call, domain::answerConflict(call.workspace->context(), open.key(), other));
        }
    }
    return call.console.fail({ ErrorCode::UnknownEntry, QString::number(*number), {} });
}

} // namespace

std::vector<Verb> mergeVerbs()
{
    const auto tr = [](const char* text) { return QCoreApplication::translate("Verbs", text); };
    return {
        { u"merge"_s, u"FILE"_s, tr("bring in what was done in another copy of this library"), 1, 1, LibraryNeed::Write,
            { { u"dry-run"_s, {}, tr("only say what would change") } }, Merging::merge },
        { u"conflicts"_s, {}, tr("list what two copies say differently"), 0, 0, LibraryNeed::Read, {}, Merging::list },
        { u"conflicts keep"_s, u"NUMBER VALUE"_s, tr("settle one: keep a value"), 2, 2, LibraryNeed::Write, {}, Merging::keep },
    };
}

} // namespace waymark::app
