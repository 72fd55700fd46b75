// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/Applying.h>
#include <app/Installing.h>
#include <app/Unknown.h>
#include <app/VerbTable.h>

#include <session/Workspace.h>
#include <ui/words/Isolated.h>
#include <ui/words/Words.h>

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
    static int finish(const VerbCall& call) { return applyEdit(call, domain::finishSkill(call.workspace->context(), skill(call))); }
    static int skip(const VerbCall& call) { return applyEdit(call, domain::skipSkill(call.workspace->context(), skill(call))); }
    static int reset(const VerbCall& call) { return applyEdit(call, domain::resetSkill(call.workspace->context(), skill(call))); }
    static int check(const VerbCall& call);
    static int uncheck(const VerbCall& call);
    static int note(const VerbCall& call);
    static int goal(const VerbCall& call);
    static int name(const VerbCall& call);
    static int choose(const VerbCall& call);
    static int undo(const VerbCall& call);
    static int redo(const VerbCall& call);

private:
    static QString skill(const VerbCall& call) { return call.invocation.argument(0); }
    static Result<domain::Goal> goalFrom(const VerbCall& call);
};

int Editing::start(const VerbCall& call)
{
    const bool overLock = call.workspace->stateOf(skill(call)) == learning::SkillState::Locked;
    const QString why = overLock ? ui::unisolated(Words::lock(call.workspace->lockOf(skill(call)), call.workspace->roadmap())) : QString();
    const int code = applyEdit(call, domain::startSkill(call.workspace->context(), skill(call), overLock));
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
    return applyEdit(call, domain::checkItem(call.workspace->context(), skill(call), *item, evidence));
}

int Editing::uncheck(const VerbCall& call)
{
    const Result<QString> item = domain::resolveItem(call.workspace->roadmap(), skill(call), call.invocation.argument(1));
    if (!item) {
        return call.console.fail(withNearest(item.error(), call.workspace->roadmap()));
    }
    return applyEdit(call, domain::uncheckItem(call.workspace->context(), skill(call), *item));
}

int Editing::note(const VerbCall& call)
{
    const QString text = call.invocation.words.mid(2).join(u' ');
    return applyEdit(call, domain::writeNote(call.workspace->context(), skill(call), text));
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
    return applyEdit(call, domain::setGoal(call.workspace->context(), *goal));
}

int Editing::name(const VerbCall& call)
{
    const QStringList given = call.invocation.words.mid(1);
    if (!given.isEmpty()) {
        return applyEdit(call, domain::setLearner(call.workspace->context(), given.join(u' ')));
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
    return applyEdit(call, domain::setChoice(call.workspace->context(), call.invocation.argument(0), call.invocation.words.mid(2)));
}

int Editing::undo(const VerbCall& call)
{
    const std::optional<Edit> next = call.workspace->nextUndo();
    const Result<Edit> undone = call.workspace->undo();
    return undone ? sayEdit(call, *undone, tr("Undone: %1").arg(ui::unisolated(Words::edit(*undone, call.workspace->roadmap()))))
                  : failTurn(call, undone.error(), next, tr("Undone: another course is installed now."));
}

int Editing::redo(const VerbCall& call)
{
    const std::optional<Edit> next = call.workspace->nextRedo();
    const Result<Edit> redone = call.workspace->redo();
    return redone ? sayEdit(call, *redone, tr("Redone: %1").arg(ui::unisolated(Words::edit(*redone, call.workspace->roadmap()))))
                  : failTurn(call, redone.error(), next, tr("Redone: another course is installed now."));
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
        { u"undo"_s, {}, tr("take back the newest step"), 0, 0, write, {}, Editing::undo },
        { u"redo"_s, {}, tr("do again what was undone"), 0, 0, write, {}, Editing::redo },
    };
}

} // namespace waymark::app
