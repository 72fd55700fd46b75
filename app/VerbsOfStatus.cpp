// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/Outlook.h>
#include <app/VerbTable.h>

#include <session/ClockJump.h>
#include <session/QuizDesk.h>
#include <session/RecallDesk.h>
#include <session/Workspace.h>
#include <ui/words/ClockWords.h>
#include <ui/words/Isolated.h>
#include <ui/words/MergeWords.h>
#include <ui/words/Words.h>

#include <QJsonArray>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace waymark::app {

using learning::SkillState;
using session::Workspace;
using ui::Words;

namespace {

/// Where the learner stands, and what waits.
class Status
{
    Q_DECLARE_TR_FUNCTIONS(Status)

public:
    static int run(const VerbCall& call);

private:
    static QJsonObject json(const Workspace& workspace);
    static void text(const Workspace& workspace, Console& console);
    static void waitingText(const Workspace& workspace, Console& console);
};

QJsonObject stateCounts(const Workspace& workspace)
{
    QJsonObject counts;
    for (const SkillState state : workspace.states()) {
        const QString word = learning::toString(state);
        counts[word] = counts[word].toInt() + 1;
    }
    return counts;
}

QJsonObject Status::json(const Workspace& workspace)
{
    const domain::Goal& goal = workspace.progress().goal();
    QJsonObject goalObject { { u"milestone"_s, goal.milestone }, { u"hoursPerWeek"_s, goal.hoursPerWeek } };
    goalObject.insert(u"deadline"_s, goal.deadline.isValid() ? QJsonValue(goal.deadline.toString(Qt::ISODate)) : QJsonValue());

    QJsonArray areas;
    const auto standings = learning::areaStandings(workspace.roadmap(), workspace.states());
    for (std::size_t i = 0; i < standings.size(); ++i) {
        areas.append(QJsonObject { { u"id"_s, workspace.course().areas[i].id }, { u"title"_s, workspace.course().areas[i].title },
            { u"done"_s, standings[i].done }, { u"total"_s, standings[i].total }, { u"hours"_s, standings[i].hours } });
    }
    QJsonArray milestones;
    for (const domain::Milestone& stage : workspace.course().milestones) {
        const learning::MilestoneStanding standing = workspace.standingOf(stage);
        milestones.append(QJsonObject { { u"id"_s, stage.id }, { u"title"_s, stage.title }, { u"done"_s, standing.done },
            { u"total"_s, standing.total }, { u"hoursLeft"_s, standing.hoursLeft } });
    }
    QJsonArray next;
    for (const learning::NextStep& step : workspace.nextSteps()) {
        next.append(QJsonObject { { u"skill"_s, workspace.roadmap().skill(step.skill).id },
            { u"reason"_s, learning::toString(step.reason) }, { u"why"_s, ui::unisolated(Words::reason(step, workspace.roadmap())) } });
    }
    const domain::Skill* project = workspace.nextProject();
    const session::RecallDue due = session::RecallDesk(workspace).due();
    return { { u"goal"_s, goalObject }, { u"areas"_s, areas }, { u"milestones"_s, milestones }, { u"next"_s, next },
        { u"project"_s, project == nullptr ? QJsonValue() : QJsonValue(project->id) }, { u"recallDue"_s, due.due },
        { u"recall"_s, QJsonObject { { u"asked"_s, due.asked }, { u"new"_s, due.fresh }, { u"minutes"_s, due.minutes } } },
        { u"conflicts"_s, static_cast<int>(ui::openConflicts(workspace.progress()).size()) },
        { u"questionsAgain"_s, static_cast<int>(session::QuizDesk(workspace).again().size()) }, { u"states"_s, stateCounts(workspace) },
        { u"forecast"_s, Outlook::of(workspace).json() } };
}

/// What waits for an answer besides the next steps.
void Status::waitingText(const Workspace& workspace, Console& console)
{
    if (const auto jump = session::clockJump(workspace)) {
        console.line(u"  "_s + ui::ClockWords::jump(*jump, workspace.zone()));
    }
    if (const session::RecallDue due = session::RecallDesk(workspace).due(); due.asked > 0) {
        console.line(tr("  %n card(s) to recall, about %1: waymark recall", nullptr, due.asked).arg(Words::minutes(due.minutes)));
    }
    if (const auto again = static_cast<int>(session::QuizDesk(workspace).again().size()); again > 0) {
        console.line(tr("  %n question(s) to try again: waymark quiz --again", nullptr, again));
    }
    if (const auto waiting = static_cast<int>(ui::openConflicts(workspace.progress()).size()); waiting > 0) {
        console.line(tr("  %n difference(s) between copies to answer: waymark conflicts", nullptr, waiting));
    }
}

void Status::text(const Workspace& workspace, Console& console)
{
    console.line(tr("%1, version %2").arg(workspace.course().title, workspace.course().version));
    if (const domain::Milestone* heading = workspace.headingFor(); heading != nullptr) {
        const learning::MilestoneStanding standing = workspace.standingOf(*heading);
        console.line(tr("On the way to \"%1\": %2 of %3 skills, %4 left.")
                         .arg(heading->title)
                         .arg(standing.done)
                         .arg(standing.total)
                         .arg(Words::hours(standing.hoursLeft)));
        console.line(Outlook::of(workspace).headline(workspace.roadmap()));
    } else {
        console.line(tr("Every milestone of the course is reached."));
    }
    console.line({});
    console.line(tr("Next:"));
    for (const learning::NextStep& step : workspace.nextSteps()) {
        const domain::Skill& skill = workspace.roadmap().skill(step.skill);
        console.line(u"  "_s + skill.id.leftJustified(28) + skill.title);
        console.line(u"  "_s + QString(28, u' ') + ui::unisolated(Words::reason(step, workspace.roadmap())));
    }
    if (const domain::Skill* project = workspace.nextProject()) {
        console.line(u"  "_s + project->id.leftJustified(28) + tr("%1, guided project").arg(project->title));
    }
    waitingText(workspace, console);
    console.line({});
    console.line(tr("Areas:"));
    const auto standings = learning::areaStandings(workspace.roadmap(), workspace.states());
    for (std::size_t i = 0; i < standings.size(); ++i) {
        console.line(u"  "_s + workspace.course().areas[i].title.leftJustified(32)
            + tr("%1 of %2").arg(standings[i].done, 3).arg(standings[i].total, 3) + u"   "_s + Words::hours(standings[i].hours));
    }
    console.line({});
    console.line(tr("Milestones:"));
    for (const domain::Milestone& stage : workspace.course().milestones) {
        const learning::MilestoneStanding standing = workspace.standingOf(stage);
        console.line(u"  "_s + stage.title.leftJustified(32) + tr("%1 of %2").arg(standing.done, 3).arg(standing.total, 3) + u"   "_s
            + tr("%1 left").arg(Words::hours(standing.hoursLeft)));
    }
}

int Status::run(const VerbCall& call)
{
    if (call.console.isJson()) {
        call.console.json(json(*call.workspace));
    } else {
        text(*call.workspace, call.console);
    }
    return 0;
}

} // namespace

std::vector<Verb> statusVerbs()
{
    const auto tr = [](const char* text) { return QCoreApplication::translate("Verbs", text); };
    return { { u"status"_s, {}, tr("progress by area and milestone, and the next steps"), 0, 0, LibraryNeed::Read, {}, Status::run } };
}

} // namespace waymark::app
