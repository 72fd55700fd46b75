// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/Parsing.h>
#include <app/Passphrase.h>
#include <app/VerbTable.h>
#include <app/Installing.h>

#include <exchange/CourseReader.h>
#include <session/PlanFiles.h>
#include <session/PlanMaking.h>
#include <session/ReviewShelf.h>
#include <session/Workspace.h>
#include <ui/print/PlanExports.h>
#include <ui/print/WeekSummary.h>
#include <ui/words/Isolated.h>
#include <ui/words/ReviewWords.h>

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonObject>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace waymark::app {

using domain::ErrorCode;
using domain::Result;

namespace {

class Exchange
{
    Q_DECLARE_TR_FUNCTIONS(Exchange)

public:
    static int exportPlan(const VerbCall& call);
    static Result<QByteArray> made(const VerbCall& call, const QString& format, const QString& path);
    static int import(const VerbCall& call);

private:
    static int list(const VerbCall& call);
    static int write(const VerbCall& call, const QString& path, const QByteArray& bytes);
    static Result<QByteArray> credential(const VerbCall& call, const QString& format);
    static int importCourse(const VerbCall& call, const QString& path);
    static int importPlan(const VerbCall& call, const QString& path);
    static int importReview(const VerbCall& call, const QString& path);
    static int arrived(const VerbCall& call, const session::ArrivedReview& review, const std::optional<domain::Edit>& edit);
    static int preview(const VerbCall& call, const exchange::PlanPreview& preview);
};

int Exchange::list(const VerbCall& call)
{
    QJsonArray array;
    for (const ui::PlanExport& format : ui::planExports()) {
        if (call.console.isJson()) {
            array.append(QJsonObject { { u"id"_s, format.id }, { u"title"_s, format.title }, { u"suffix"_s, format.suffix } });
        } else {
            call.console.line(format.id.leftJustified(10) + format.title);
        }
    }
    if (call.console.isJson()) {
        call.console.json(array);
    }
    return 0;
}

int Exchange::write(const VerbCall& call, const QString& path, const QByteArray& bytes)
{
    if (path == u"-") {
        QFile out;
        const bool opened = out.open(stdout, QIODevice::WriteOnly);
        return opened && out.write(bytes) == bytes.size() && out.flush() ? 0
                                                                         : call.console.fail({ ErrorCode::Io, tr("standard output"), {} });
    }
    if (const Result<void> written = ui::writeExport(path, bytes, call.invocation.flags.contains(u"force"_s)); !written) {
        return call.console.fail(written.error());
    }
    if (call.console.isJson()) {
        call.console.json(QJsonObject { { u"file"_s, path }, { u"bytes"_s, static_cast<double>(bytes.size()) } });
    } else {
        call.console.line(tr("Wrote %1.").arg(path));
    }
    return 0;
}

int Exchange::exportPlan(const VerbCall& call)
{
    if (call.invocation.flags.contains(u"list"_s)) {
        return list(call);
    }
    const QString format = call.invocation.values.value(u"as"_s);
    if (format.isEmpty()) {
        return call.console.fail({ ErrorCode::Usage, {}, tr("\"export\" needs --as FORMAT; \"export --list\" names the formats") });
    }
    const QString path = call.invocation.values.value(u"output"_s, u"-"_s);
    const Result<QByteArray> bytes = made(call, format, path);
    if (!bytes) {
        return call.console.fail(bytes.error());
    }
    const int code = write(call, path, *bytes);
    const QString caution
        = code == 0 && path != u"-" && !call.console.isJson() ? ui::unisolated(ui::exportCaution(*call.workspace, format)) : QString();
    if (!caution.isEmpty()) {
        call.console.line(caution);
    }
    return code;
}

Result<QByteArray> Exchange::made(const VerbCall& call, const QString& format, const QString& path)
{
    ui::ExportChoices choices { path == u"-" ? QString() : path, {} };
    if (const auto week = call.invocation.values.constFind(u"week"_s); week != call.invocation.values.cend()) {
        if (format != u"summary") {
            return domain::failure(ErrorCode::Usage, {}, tr("--week goes with --as summary alone"));
        }
        const Result<QDate> day = isoDate(*week);
        if (!day || ui::weekOf(*call.workspace, *day) > ui::weekOf(*call.workspace)) {
            return domain::failure(ErrorCode::Usage, {}, tr("--week takes a day of this week or of one before it, like 2026-11-16"));
        }
        choices.week = *day;
    }
    const bool isCredential = format == u"badge" || format == u"clr";
    return isCredential ? credential(call, format) : ui::exportPlan(*call.workspace, format, {}, choices);
}

/// A badge or a learner record: signed with the person's own key, which is made the first time.
Result<QByteArray> Exchange::credential(const VerbCall& call, const QString& format)
{
    const Result<exchange::PlanDocument> plan = session::planOf(*call.workspace);
    if (!plan) {
        return tl::unexpected(plan.error());
    }
    const QString skill = call.invocation.values.value(u"skill"_s);
    const bool isBadge = format == u"badge";
    if (isBadge && skill.isEmpty()) {
        return domain::failure(ErrorCode::Usage, {}, tr("A badge is about one skill: give --skill SKILL"));
    }
    const Result<exchange::SigningKey> key = Passphrase(call).keyOf(plan->learner);
    if (!key) {
        return tl::unexpected(key.error());
    }
    return session::credentialOf(*plan, isBadge ? skill : QString(), *key, call.workspace->now());
}

int Exchange::importCourse(const VerbCall& call, const QString& path)
{
    const Result<exchange::CourseReading> course = exchange::readCourse(path);
    return course ? installCourse(call, course->content) : call.console.fail(course.error());
}

int Exchange::preview(const VerbCall& call, const exchange::PlanPreview& preview)
{
    if (call.console.isJson()) {
        call.console.json(QJsonObject { { u"changes"_s, preview.changes() }, { u"skills"_s, QJsonArray::fromStringList(preview.skills) },
            { u"unknownSkills"_s, QJsonArray::fromStringList(preview.unknownSkills) }, { u"otherCourse"_s, preview.otherCourse },
            { u"otherLearner"_s, preview.otherLearner }, { u"altered"_s, preview.altered } });
        return 0;
    }
    call.console.line(tr("%n record(s) would change.", nullptr, preview.changes()));
    if (!preview.skills.isEmpty()) {
        call.console.line(tr("Skills: %1").arg(preview.skills.join(u", "_s)));
    }
    if (preview.otherCourse) {
        call.console.line(tr("The plan is of another course than the installed one."));
    }
    if (preview.altered) {
        call.console.line(tr("The file was changed after Waymark wrote it."));
    }
    return 0;
}

int Exchange::importPlan(const VerbCall& call, const QString& path)
{
    const Result<session::ArrivedPlan> plan = session::readPlanFile(path, call.workspace->context());
    if (!plan) {
        return call.console.fail(plan.error());
    }
    if (call.invocation.flags.contains(u"dry-run"_s)) {
        return preview(call, plan->preview);
    }
    const Result<domain::Edit> edit = call.workspace->apply(plan->edit);
    if (!edit) {
        return call.console.fail(edit.error());
    }
    const int changes = static_cast<int>(edit->changes.size());
    if (call.console.isJson()) {
        call.console.json(QJsonObject { { u"edit"_s, changes == 0 ? QJsonValue() : QJsonValue(edit->id) },
            { u"kind"_s, domain::toString(edit->kind) }, { u"changes"_s, changes }, { u"changed"_s, changes > 0 } });
    } else if (changes == 0) {
        call.console.line(tr("Nothing to import: the library has it all."));
    } else {
        call.console.line(tr("Imported %n record(s) (edit %1).", nullptr, changes).arg(edit->id));
    }
    return 0;
}

/// What came, whether or not it was taken in; `edit` is what did it.
int Exchange::arrived(const VerbCall& call, const session::ArrivedReview& review, const std::optional<domain::Edit>& edit)
{
    const exchange::ReviewDocument& read = review.review;
    const exchange::ReviewArrival& arrival = review.arrival;
    const bool changed = edit && !edit->changes.empty();
    if (call.console.isJson()) {
        call.console.json(QJsonObject { { u"review"_s, read.review }, { u"reviewer"_s, read.reviewer.name },
            { u"signature"_s, domain::toString(arrival.signature) }, { u"comments"_s, static_cast<int>(read.comments.size()) },
            { u"decisions"_s, static_cast<int>(read.decisions.size()) }, { u"known"_s, arrival.isThere },
            { u"olderRevision"_s, arrival.isOlderRevision }, { u"otherKey"_s, arrival.hasOtherKey }, { u"keyOwner"_s, arrival.keyOwner },
            { u"fromFuture"_s, arrival.isFromFuture }, { u"unknownSkills"_s, QJsonArray::fromStringList(arrival.unknownSkills) },
            { u"edit"_s, changed ? QJsonValue(edit->id) : QJsonValue() }, { u"changed"_s, changed } });
        return 0;
    }
    call.console.line(tr("A review by %1: %n decision(s).", nullptr, static_cast<int>(read.decisions.size())).arg(read.reviewer.name));
    call.console.line(tr("%n comment(s).", nullptr, static_cast<int>(read.comments.size())));
    call.console.line(ui::unisolated(ui::ReviewWords::signature(arrival.signature, read.reviewer.name, arrival.keyOwner)));
    const QStringList cautions = arrival.isThere ? QStringList() : ui::unisolated(ui::ReviewWords::cautions(arrival, read.reviewer.name));
    for (const QString& caution : cautions) {
        call.console.line(caution);
    }
    if (arrival.isThere) {
        call.console.line(tr("The library has it already; nothing was changed."));
    } else if (edit) {
        call.console.line(tr("It waits for you: \"waymark reviews\" shows it (edit %1).").arg(edit->id));
    }
    return 0;
}

int Exchange::importReview(const VerbCall& call, const QString& path)
{
    const session::ReviewShelf shelf(*call.workspace);
    const Result<session::ArrivedReview> review = shelf.read(path);
    if (!review) {
        return call.console.fail(review.error());
    }
    if (call.invocation.flags.contains(u"dry-run"_s)) {
        return arrived(call, *review, std::nullopt);
    }
    const Result<domain::Edit> edit = call.workspace->apply(review->arrival.edit);
    return edit ? arrived(call, *review, *edit) : call.console.fail(edit.error());
}

int Exchange::import(const VerbCall& call)
{
    const QString path = call.invocation.argument(0);
    if (!QFileInfo::exists(path)) {
        return call.console.fail({ ErrorCode::FileMissing, path, {} });
    }
    if (session::isCourse(path)) {
        return importCourse(call, path);
    }
    return session::isReview(path) ? importReview(call, path) : importPlan(call, path);
}

} // namespace

std::vector<Verb> exchangeVerbs()
{
    const auto tr = [](const char* text) { return QCoreApplication::translate("Verbs", text); };
    return {
        { u"export"_s, {}, tr("write the plan, the map, a calendar, a week, a badge or a record to a file"), 0, 0, LibraryNeed::Read,
            { { u"as"_s, u"FORMAT"_s, tr("plan, json, markdown, csv, pdf, svg, png, ics, summary, badge or clr") },
                { u"week"_s, u"DATE"_s, tr("a day of the week of a summary (default: today)") },
                { u"skill"_s, u"SKILL"_s, tr("the skill of a badge") },
                { u"passphrase-file"_s, u"FILE"_s, tr("of the key that signs a badge or a record") },
                { u"output"_s, u"FILE"_s, tr("the file to write (default: standard output)"), u"o"_s },
                { u"force"_s, {}, tr("replace a file that is there") }, { u"list"_s, {}, tr("name the formats") } },
            Exchange::exportPlan },
        { u"import"_s, u"FILE"_s, tr("bring in a plan, a mentor's review or a course"), 1, 1, LibraryNeed::Write,
            { { u"dry-run"_s, {}, tr("only say what would change") } }, Exchange::import },
    };
}

} // namespace waymark::app
