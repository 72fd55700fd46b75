// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/Applying.h>
#include <app/Outlook.h>
#include <app/Parsing.h>
#include <app/VerbTable.h>

#include <exchange/RunPlatform.h>
#include <session/CopyMerge.h>
#include <session/Workspace.h>
#include <storage/OtherCopy.h>
#include <ui/words/ConflictWords.h>
#include <ui/words/Isolated.h>
#include <ui/words/MergeWords.h>
#include <ui/words/Percent.h>

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonObject>

#include <limits>

using namespace Qt::StringLiterals;

namespace waymark::app {

using domain::ErrorCode;
using domain::Result;
using ui::ConflictWords;
using ui::MergeWords;
using ui::OpenConflict;

namespace {

namespace platform = exchange::platform;

/// Two copies of one library, and what they say differently.
class Merging
{
    Q_DECLARE_TR_FUNCTIONS(Merging)

public:
    static int merge(const VerbCall& call);
    static int list(const VerbCall& call);
    static int keep(const VerbCall& call);

private:
    class Watching;

    static Result<session::MergePreview> preview(const VerbCall& call, const QString& path);
    static QStringList linesOf(const VerbCall& call, const session::MergePreview& preview);
    static int say(const VerbCall& call, const QJsonObject& json, const QStringList& lines);
    static QJsonObject jsonOf(const VerbCall& call, const session::MergePreview& preview, const QString& edit);
    static ui::RecordWords::Place placeOf(const VerbCall& call) { return { call.workspace->roadmap(), call.workspace->zone() }; }
    static void print(const VerbCall& call, const OpenConflict& open);
};

/// Shows on standard error how far the work is, where a person sees it, and stops it at Ctrl+C.
class Merging::Watching
{
public:
    /// The work is done in parts: this one goes from `begin` to `end`, both in percent.
    [[nodiscard]] domain::ReadingWatch part(int begin, int end)
    {
        return { m_stop.get_token(), [this, begin, end](int permille) {
                    if (platform::InterruptWatch::isInterrupted()) {
                        m_stop.request_stop();
                    }
                    show(begin + permille * (end - begin) / whole);
                } };
    }
    void finish()
    {
        if (m_percent >= 0) {
            m_out << '\n' << Qt::flush;
        }
    }

private:
    static constexpr int whole = 1000;

    void show(int percent)
    {
        if (m_isWatched && percent != m_percent) {
            m_percent = percent;
            m_out << '\r' << tr("Working out the merge: %1", "percent").arg(ui::percentText(percent)) << Qt::flush;
        }
    }

    std::stop_source m_stop;
    QTextStream m_out { stderr };
    bool m_isWatched = platform::isErrorTerminal();
    int m_percent = -1;
};

Result<session::MergePreview> Merging::preview(const VerbCall& call, const QString& path)
{
    constexpr int otherRead = 40; // percent of the work when the other copy is read, and then the library here
    constexpr int hereRead = 55;
    constexpr int done = 100;
    Watching watching;
    Result<session::MergePreview> preview;
    {
        const platform::InterruptWatch watch;
        const domain::ReadingWatch working = watching.part(hereRead, done);
        preview = storage::contentsOfOtherCopy(path, call.workspace->now(), watching.part(0, otherRead))
                      .and_then([&](const domain::LibraryContents& other) {
                          return session::libraryHere(*call.workspace, watching.part(otherRead, hereRead))
                              .and_then([&](const session::LibraryHere& here) {
                                  return session::previewOf(here, other, path, working.stop, working.progress);
                              });
                      });
    }
    watching.finish();
    platform::InterruptWatch::passOn();
    return preview;
}

QJsonObject Merging::jsonOf(const VerbCall& call, const session::MergePreview& preview, const QString& edit)
{
    QJsonArray kept;
    const QStringList names = ui::unisolated(MergeWords::kept(preview, *call.workspace));
    for (qsizetype i = 0; i < names.size(); ++i) {
        const domain::RecordKey& key = preview.merge.keptFromRemoval[static_cast<std::size_t>(i)];
        kept.append(QJsonObject { { u"record"_s, domain::toString(key.kind) }, { u"skill"_s, key.skill }, { u"item"_s, key.item },
            { u"id"_s, key.id }, { u"about"_s, names.at(i) } });
    }
    QJsonValue watch;
    if (const auto& there = preview.watchThere) {
        watch = QJsonObject { { u"skill"_s, there->skill }, { u"since"_s, isoSecond(there->startedAt) } };
    }
    return { { u"edit"_s, edit.isEmpty() ? QJsonValue() : QJsonValue(edit) }, { u"changed"_s, !edit.isEmpty() },
        { u"edits"_s, preview.merge.newEdits }, { u"added"_s, preview.added }, { u"altered"_s, preview.changed },
        { u"removed"_s, preview.removed }, { u"skills"_s, QJsonArray::fromStringList(preview.skills) },
        { u"conflicts"_s, static_cast<int>(preview.merge.conflicts.size()) }, { u"keptFromRemoval"_s, kept }, { u"watchThere"_s, watch },
        { u"stopsWatch"_s, preview.stopsWatch } };
}

/// What a preview says, before it is done.
QStringList Merging::linesOf(const VerbCall& call, const session::MergePreview& preview)
{
    constexpr qsizetype most = 20; // a script gets them all
    QStringList lines = ui::unisolated(MergeWords::lines(preview, *call.workspace));
    const QStringList kept = ui::unisolated(MergeWords::kept(preview, *call.workspace));
    for (const QString& name : kept.mid(0, most)) {
        lines.append(u"  "_s + name);
    }
    if (kept.size() > most) {
        lines.append(tr("  and %n more", nullptr, static_cast<int>(kept.size() - most)));
    }
    return lines;
}

int Merging::merge(const VerbCall& call)
{
    const QString path = QFileInfo(call.invocation.argument(0)).absoluteFilePath();
    const Result<session::MergePreview> preview = Merging::preview(call, path);
    if (!preview) {
        return call.console.fail(preview.error());
    }
    const bool isWanted = !preview->isEmpty() && !call.invocation.flags.contains(u"dry-run"_s);
    const QString edit = isWanted ? preview->merge.edit.id : QString();
    const QJsonObject json = call.console.isJson() ? jsonOf(call, *preview, edit) : QJsonObject();
    QStringList lines = linesOf(call, *preview);
    if (isWanted) {
        if (const Result<domain::Edit> applied = call.workspace->apply(preview->merge.edit); !applied) {
            return call.console.fail(applied.error());
        }
        lines.append(tr("Merged as one step, which undo takes back (edit %1).").arg(edit));
    }
    if (isWanted && !preview->merge.conflicts.empty()) {
        lines.append(tr("\"waymark conflicts\" lists them."));
    }
    return say(call, json, lines);
}

int Merging::say(const VerbCall& call, const QJsonObject& json, const QStringList& lines)
{
    if (call.console.isJson()) {
        call.console.json(json);
        return 0;
    }
    for (const QString& line : lines) {
        call.console.line(line);
    }
    return 0;
}

void Merging::print(const VerbCall& call, const OpenConflict& open)
{
    call.console.line(tr("%1  %2", "name of a difference and what it is about")
                          .arg(domain::conflictKeyText(open.key), ui::unisolated(ConflictWords::about(open.values, placeOf(call)))));
    int number = 0;
    for (const QString& line : ui::unisolated(ConflictWords::lines(open.values, placeOf(call)))) {
        call.console.line(++number == 1 ? tr("   %1: %2 (shown)", "number and value").arg(number).arg(line)
                                        : tr("   %1: %2", "number and value").arg(number).arg(line));
    }
}

int Merging::list(const VerbCall& call)
{
    const std::vector<OpenConflict> all = ui::openConflicts(call.workspace->progress());
    QJsonArray array;
    for (const OpenConflict& open : all) {
        if (!call.console.isJson()) {
            print(call, open);
            continue;
        }
        array.append(QJsonObject { { u"name"_s, domain::conflictKeyText(open.key) },
            { u"about"_s, ui::unisolated(ConflictWords::about(open.values, placeOf(call))) },
            { u"record"_s, domain::toString(open.values.record.kind) }, { u"skill"_s, open.values.record.skill },
            { u"part"_s, open.values.part },
            { u"values"_s, QJsonArray::fromStringList(ui::unisolated(ConflictWords::values(open.values, placeOf(call)))) } });
    }
    if (call.console.isJson()) {
        call.console.json(array);
    } else {
        call.console.line(
            all.empty() ? tr("No copy says anything differently.") : tr("Keep one with \"waymark conflicts keep NAME VALUE\"."));
    }
    return 0;
}

int Merging::keep(const VerbCall& call)
{
    const QString name = call.invocation.argument(0);
    const Result<int> value = wholeNumber(call.invocation.argument(1), 1, std::numeric_limits<int>::max());
    if (!value) {
        return call.console.fail(value.error());
    }
    const auto conflict = domain::conflictFrom(call.workspace->progress(), name);
    if (!conflict) {
        return call.console.fail({ ErrorCode::UnknownEntry, name, {} });
    }
    const std::optional<int> other = *value == 1 ? std::nullopt : std::optional(*value - 2);
    return applyEdit(call, domain::answerConflict(call.workspace->context(), *conflict, other));
}

} // namespace

std::vector<Verb> mergeVerbs()
{
    const auto tr = [](const char* text) { return QCoreApplication::translate("Verbs", text); };
    return {
        { u"merge"_s, u"FILE"_s, tr("bring in what was done in another copy of this library"), 1, 1, LibraryNeed::WriteUnlessDry,
            { { u"dry-run"_s, {}, tr("only say what would change") } }, Merging::merge },
        { u"conflicts"_s, {}, tr("list what two copies say differently"), 0, 0, LibraryNeed::Read, {}, Merging::list },
        { u"conflicts keep"_s, u"NAME VALUE"_s, tr("settle one: keep the value of this number"), 2, 2, LibraryNeed::Write, {},
            Merging::keep },
    };
}

} // namespace waymark::app
