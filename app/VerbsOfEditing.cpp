// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/Unknown.h>
#include <app/VerbTable.h>

#include <domain/StudyEdits.h>
#include <session/Workspace.h>
#include <ui/words/Words.h>

#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace waymark::app {

using domain::Edit;
using domain::ErrorCode;
using domain::Result;
using ui::Words;

namespace {

class Editing
{
    Q_DECLARE_TR_FUNCTIONS(Editing)

public:
    static int start(const VerbCall& call);
    static int finish(const VerbCall& call) { return apply(call, domain::finishSkill(call.workspace->context(), skill(call))); }
    static int skip(const VerbCall& call) { return apply(call, domain::skipSkill(call.workspace->context(), skill(call))); }
    static int reset(const VerbCall& call) { return apply(call, domain::resetSkill(call.workspace->context(), skill(call))); }
    static int check(const VerbCall& call);
    static int uncheck(const VerbCall& call);
    static int note(const VerbCall& call);
    static int goal(const VerbCall& call);
    static int name(const VerbCall& call);
    static int choose(const VerbCall& call);
    static int undo(const VerbCall& call);
    static int redo(const VerbCall& call);
    static int timeAdd(const VerbCall& call);
    static int timeList(const VerbCall& call);

private:
    static QString skill(const VerbCall& call) { return call.invocation.argument(0); }
    static int apply(const VerbCall& call, const Result<Edit>& edit);
    static int report(const VerbCall& call, const Edit& edit, const QString& sentence);
    static Result<domain::Goal> goalFrom(const VerbCall& call);
};

int Editing::apply(const VerbCall& call, const Result<Edit>& edit)
{
    const Result<Edit> applied = call.workspace->apply(edit);
    if (!applied) {
        return call.console.fail(withNearest(applied.error(), call.workspace->roadmap()));
    }
    if (applied->changes.empty()) {
        if (call.console.isJson()) {
            call.console.json(
                QJsonObject { { u"edit"_s, QJsonValue() }, { u"kind"_s, domain::toString(applied->kind) }, { u"changed"_s, false } });
        } else {
            call.console.line(tr("Nothing to change: it is so already."));
        }
        return 0;
    }
    return report(call, *applied, Words::edit(*applied, call.workspace->roadmap()));
}

int Editing::report(const VerbCall& call, const Edit& edit, const QString& sentence)
{
    if (call.console.isJson()) {
        call.console.json(QJsonObject { { u"edit"_s, edit.id }, { u"kind"_s, domain::toString(edit.kind) }, { u"subject"_s, edit.subject },
            { u"changed"_s, true }, { u"message"_s, sentence } });
    } else {
        call.console.line(tr("%1 (edit %2)").arg(sentence, edit.id));
    }
    return 0;
}

int Editing::start(const VerbCall& call)
{
    const bool overLock = call.workspace->stateOf(skill(call)) == learning::SkillState::Locked;
    const QString why = overLock ? Words::lock(call.workspace->lockOf(skill(call)), call.workspace->roadmap()) : QString();
    const int code = apply(call, domain::startSkill(call.workspace->context(), skill(call), overLock));
    if (code == 0 && !why.isEmpty() && !call.console.isJson()) {
        call.console.line(tr("It was locked. %1").arg(why));
    }
    return code;
}

int Editing::check(const VerbCall& call)
{
    const Result<QString> item = domain::resolveItem(call.workspace->roadmap(), skill(call), call.invocation.argument(1));
    if (!item) {
        return call.console.fail(withNearest(item.error(), call.workspace->roadmap()));
    }
    std::optional<domain::Evidence> evidence;
    if (call.invocation.values.contains(u"evidence"_s)) {
        evidence = domain::Evidence {};
        evidence->text = call.invocation.values[u"evidence"_s];
        const domain::Skill* found = call.workspace->roadmap().find(skill(call));
        for (const domain::ChecklistItem& each : found->checklist) {
            if (each.id == *item) {
                evidence->kind = each.evidence;
            }
        }
        if (call.invocation.values.contains(u"kind"_s)) {
            const auto kind = domain::evidenceKindFrom(call.invocation.values[u"kind"_s]);
            if (!kind) {
                return call.console.fail(
                    { ErrorCode::Usage, {}, tr("Unknown kind of evidence \"%1\"").arg(call.invocation.values[u"kind"_s]) });
            }
            evidence->kind = *kind;
        }
    }
    return apply(call, domain::checkItem(call.workspace->context(), skill(call), *item, evidence));
}

int Editing::uncheck(const VerbCall& call)
{
    const Result<QString> item = domain::resolveItem(call.workspace->roadmap(), skill(call), call.invocation.argument(1));
    if (!item) {
        return call.console.fail(withNearest(item.error(), call.workspace->roadmap()));
    }
    return apply(call, domain::uncheckItem(call.workspace->context(), skill(call), *item));
}

int Editing::note(const VerbCall& call)
{
    const QString text = call.invocation.words.mid(2).join(u' ');
    return apply(call, domain::writeNote(call.workspace->context(), skill(call), text));
}

Result<domain::Goal> Editing::goalFrom(const VerbCall& call)
{
    const QMap<QString, QString>& values = call.invocation.values;
    domain::Goal goal = call.workspace->progress().goal();
    goal.milestone = values.value(u"milestone"_s, goal.milestone);
    if (values.contains(u"hours"_s)) {
        bool isNumber = false;
        goal.hoursPerWeek = values[u"hours"_s].toDouble(&isNumber);
        if (!isNumber) {
            return domain::failure(ErrorCode::Usage, {}, tr("\"%1\" is not a number of hours").arg(values[u"hours"_s]));
        }
    }
    if (values.contains(u"deadline"_s)) {
        goal.deadline = QDate::fromString(values[u"deadline"_s], Qt::ISODate);
        if (!goal.deadline.isValid() && values[u"deadline"_s] != u"none"_s) {
            return domain::failure(
                ErrorCode::Usage, {}, tr("\"%1\" is not a date like 2027-03-31, or \"none\"").arg(values[u"deadline"_s]));
        }
    }
    return goal;
}

int Editing::goal(const VerbCall& call)
{
    const Result<domain::Goal> goal = goalFrom(call);
    if (!goal) {
        return call.console.fail(goal.error());
    }
    return apply(call, domain::setGoal(call.workspace->context(), *goal));
}

int Editing::name(const VerbCall& call)
{
    const QStringList given = call.invocation.words.mid(1);
    if (!given.isEmpty()) {
        return apply(call, domain::setLearner(call.workspace->context(), given.join(u' ')));
    }
    const QString name = call.workspace->progress().learnerName();
    if (call.console.isJson()) {
        call.console.json(QJsonObject { { u"name"_s, name } });
    } else {
        call.console.line(name.isEmpty() ? tr("No name is set. \"waymark name TEXT\" sets it.") : name);
    }
    return 0;
}

int Editing::choose(const VerbCall& call)
{
    return apply(call, domain::setChoice(call.workspace->context(), call.invocation.argument(0), call.invocation.words.mid(2)));
}

int Editing::undo(const VerbCall& call)
{
    const Result<Edit> undone = call.workspace->undo();
    return undone ? report(call, *undone, tr("Undone: %1").arg(Words::edit(*undone, call.workspace->roadmap())))
                  : call.console.fail(undone.error());
}

int Editing::redo(const VerbCall& call)
{
    const Result<Edit> redone = call.workspace->redo();
    return redone ? report(call, *redone, tr("Redone: %1").arg(Words::edit(*redone, call.workspace->roadmap())))
                  : call.console.fail(redone.error());
}

int Editing::timeList(const VerbCall& call)
{
    QJsonArray array;
    const QMap<QString, domain::TimeEntry>& entries = call.workspace->progress().time();
    for (auto entry = entries.cbegin(); entry != entries.cend(); ++entry) {
        const QString start = QDateTime::fromMSecsSinceEpoch(entry->start, Qt::UTC).toString(Qt::ISODate);
        if (call.console.isJson()) {
            array.append(QJsonObject {
                { u"id"_s, entry.key() }, { u"skill"_s, entry->skill }, { u"start"_s, start }, { u"minutes"_s, entry->minutes } });
        } else {
            call.console.line(start + u"  "_s + Words::minutes(entry->minutes).rightJustified(12) + u"  "_s + entry->skill);
        }
    }
    if (call.console.isJson()) {
        call.console.json(array);
    }
    return 0;
}

int Editing::timeAdd(const VerbCall& call)
{
    bool isNumber = false;
    const int minutes = call.invocation.argument(1).toInt(&isNumber);
    if (!isNumber) {
        return call.console.fail({ ErrorCode::Usage, {}, tr("\"%1\" is no number of minutes").arg(call.invocation.argument(1)) });
    }
    const qint64 start = call.workspace->now() - qint64 { minutes } * 60 * 1000;
    return apply(call, domain::addTime(call.workspace->context(), call.invocation.argument(0), start, minutes));
}

} // namespace

std::vector<Verb> editingVerbs()
{
    const auto tr = [](const char* text) { return QCoreApplication::translate("Verbs", text); };
    constexpr auto write = LibraryNeed::Write;
    return {
        { u"start"_s, u"SKILL"_s, tr("begin a skill; a locked one too, and that is recorded"), 1, 1, write, {}, Editing::start },
        { u"finish"_s, u"SKILL"_s, tr("mark a skill as done"), 1, 1, write, {}, Editing::finish },
        { u"skip"_s, u"SKILL"_s, tr("leave a skill out"), 1, 1, write, {}, Editing::skip },
        { u"reset"_s, u"SKILL"_s, tr("take back mark and ticks; notes and evidence stay"), 1, 1, write, {}, Editing::reset },
        { u"check"_s, u"SKILL ITEM"_s, tr("tick a checklist item, by its id or number"), 2, 2, write,
            { { u"evidence"_s, u"TEXT"_s, tr("what proves it") },
                { u"kind"_s, u"KIND"_s, tr("kind of evidence: note, link, file, commit, output") } },
            Editing::check },
        { u"uncheck"_s, u"SKILL ITEM"_s, tr("untick a checklist item"), 2, 2, write, {}, Editing::uncheck },
        { u"note"_s, u"SKILL TEXT"_s, tr("write the note of a skill; an empty text removes it"), 2, 1000, write, {}, Editing::note },
        { u"goal"_s, {}, tr("set milestone, hours a week or deadline"), 0, 0, write,
            { { u"milestone"_s, u"M"_s, tr("the milestone to reach") }, { u"hours"_s, u"N"_s, tr("hours a week") },
                { u"deadline"_s, u"DATE"_s, tr("a date like 2027-03-31, or none") } },
            Editing::goal },
        { u"name"_s, u"[TEXT]"_s, tr("show your name as a mentor sees it, or set it; an empty text removes it"), 0, 1000,
            LibraryNeed::WriteIfTold, {}, Editing::name },
        { u"choose"_s, u"CHOICE [SKILL ...]"_s, tr("pick the members of a choice, such as the language"), 1, 16, write, {},
            Editing::choose },
        { u"time add"_s, u"SKILL MINUTES"_s, tr("log study time that ends now"), 2, 2, write, {}, Editing::timeAdd },
        { u"time list"_s, {}, tr("the study time logged so far"), 0, 0, LibraryNeed::Read, {}, Editing::timeList },
        { u"undo"_s, {}, tr("take back the newest step"), 0, 0, write, {}, Editing::undo },
        { u"redo"_s, {}, tr("do again what was undone"), 0, 0, write, {}, Editing::redo },
    };
}

} // namespace waymark::app
