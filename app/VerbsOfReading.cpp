// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/Unknown.h>
#include <app/VerbTable.h>

#include <session/Workspace.h>
#include <ui/words/Isolated.h>
#include <ui/words/Words.h>

#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark::app {

using learning::SkillState;
using session::Workspace;
using ui::Words;

namespace {

class Reading
{
    Q_DECLARE_TR_FUNCTIONS(Reading)

public:
    static int courses(const VerbCall& call);
    static int skills(const VerbCall& call);
    static int projects(const VerbCall& call);
    static int show(const VerbCall& call);
    static int search(const VerbCall& call);
    static int log(const VerbCall& call);

private:
    static QJsonObject showJson(const Workspace& workspace, const domain::Skill& skill, const QString& lesson);
    static void showText(const Workspace& workspace, const domain::Skill& skill, const QString& lesson, Console& console);
    static domain::Result<std::vector<char>> filtered(const VerbCall& call);
    static domain::Result<std::optional<SkillState>> wantedState(const VerbCall& call);
    static void printRows(const std::vector<const domain::Skill*>& skills, const VerbCall& call);
};

QString isoTime(qint64 at)
{
    return QDateTime::fromMSecsSinceEpoch(at, Qt::UTC).toString(Qt::ISODateWithMs);
}

QStringList unlockedBy(const domain::Roadmap& roadmap, const QString& skill)
{
    QStringList ids;
    const int index = roadmap.indexOf(skill);
    for (const domain::Roadmap::Edge& edge : index < 0 ? std::vector<domain::Roadmap::Edge>() : roadmap.outOf(index)) {
        ids.append(roadmap.skill(edge.to).id);
    }
    return ids;
}

int Reading::courses(const VerbCall& call)
{
    const domain::Course& course = call.workspace->course();
    if (call.console.isJson()) {
        call.console.json(QJsonArray { QJsonObject { { u"id"_s, course.id }, { u"title"_s, course.title }, { u"version"_s, course.version },
            { u"language"_s, course.language }, { u"licence"_s, course.licence }, { u"skills"_s, call.workspace->roadmap().size() } } });
    } else {
        call.console.line(course.id.leftJustified(16) + course.version.leftJustified(10) + course.title);
    }
    return 0;
}

domain::Result<std::optional<SkillState>> Reading::wantedState(const VerbCall& call)
{
    if (!call.invocation.values.contains(u"state"_s)) {
        return std::optional<SkillState>();
    }
    const QString word = call.invocation.values[u"state"_s];
    const std::optional<SkillState> state = learning::skillStateFrom(word);
    if (!state) {
        return domain::failure(domain::ErrorCode::Usage, word, tr("Unknown state \"%1\"").arg(word));
    }
    return state;
}

domain::Result<std::vector<char>> Reading::filtered(const VerbCall& call)
{
    const Workspace& workspace = *call.workspace;
    std::vector<char> wanted(static_cast<std::size_t>(workspace.roadmap().size()), 1);
    const auto keep = [&](auto&& predicate) {
        for (std::size_t i = 0; i < wanted.size(); ++i) {
            wanted[i] = static_cast<char>(wanted[i] != 0 && predicate(static_cast<int>(i)));
        }
    };
    const QMap<QString, QString>& values = call.invocation.values;
    if (values.contains(u"area"_s)) {
        const auto& areas = workspace.course().areas;
        const QString area = values[u"area"_s];
        if (std::none_of(areas.begin(), areas.end(), [&area](const domain::Area& each) { return each.id == area; })) {
            return unknownArea(workspace.course(), area);
        }
        keep([&](int i) { return workspace.roadmap().skill(i).area == area; });
    }
    const auto state = wantedState(call);
    if (!state) {
        return tl::unexpected(state.error());
    }
    if (*state) {
        keep([&](int i) { return workspace.states()[static_cast<std::size_t>(i)] == **state; });
    }
    if (values.contains(u"milestone"_s)) {
        const domain::Milestone* stage = workspace.roadmap().milestone(values[u"milestone"_s]);
        if (stage == nullptr) {
            return unknownMilestone(workspace.course(), values[u"milestone"_s]);
        }
        const std::vector<int> way = workspace.wayTo(*stage);
        keep([&](int i) { return std::binary_search(way.begin(), way.end(), i); });
    }
    return wanted;
}

void Reading::printRows(const std::vector<const domain::Skill*>& skills, const VerbCall& call)
{
    QJsonArray array;
    for (const domain::Skill* skill : skills) {
        const SkillState state = call.workspace->stateOf(skill->id);
        if (!call.console.isJson()) {
            call.console.line(skill->id.leftJustified(30) + Words::state(state).leftJustified(11)
                + Words::level(skill->level).leftJustified(8) + Words::hours(skill->hours).rightJustified(6) + u"  "_s + skill->title);
            continue;
        }
        array.append(QJsonObject { { u"id"_s, skill->id }, { u"title"_s, skill->title }, { u"area"_s, skill->area },
            { u"level"_s, domain::toString(skill->level) }, { u"kind"_s, domain::toString(skill->kind) }, { u"hours"_s, skill->hours },
            { u"state"_s, learning::toString(state) }, { u"prerequisites"_s, QJsonArray::fromStringList(skill->prerequisites) },
            { u"choices"_s, QJsonArray::fromStringList(skill->choices) }, { u"hasLesson"_s, skill->hasLesson } });
    }
    if (call.console.isJson()) {
        call.console.json(array);
    }
}

int Reading::skills(const VerbCall& call)
{
    const domain::Result<std::vector<char>> wanted = filtered(call);
    if (!wanted) {
        return call.console.fail(wanted.error());
    }
    std::vector<const domain::Skill*> rows;
    for (int i = 0; i < call.workspace->roadmap().size(); ++i) {
        if ((*wanted)[static_cast<std::size_t>(i)] != 0) {
            rows.push_back(&call.workspace->roadmap().skill(i));
        }
    }
    printRows(rows, call);
    return 0;
}

int Reading::projects(const VerbCall& call)
{
    const auto state = wantedState(call);
    if (!state) {
        return call.console.fail(state.error());
    }
    std::vector<const domain::Skill*> rows;
    for (const domain::Skill& project : call.workspace->course().projects) {
        if (!*state || call.workspace->stateOf(project.id) == **state) {
            rows.push_back(&project);
        }
    }
    printRows(rows, call);
    return 0;
}

QJsonObject masteryJson(const learning::MasteryStanding& standing)
{
    return { { u"average"_s, standing.tries.average }, { u"tries"_s, standing.tries.tries }, { u"days"_s, standing.tries.days },
        { u"itemsMissing"_s, standing.itemsMissing }, { u"hasPractice"_s, standing.hasPractice },
        { u"needsSignOff"_s, standing.needsSignOff }, { u"recall"_s, standing.recall ? QJsonValue(*standing.recall) : QJsonValue() },
        { u"mastered"_s, standing.isMastered() }, { u"fading"_s, standing.isFading() } };
}

QJsonObject Reading::showJson(const Workspace& workspace, const domain::Skill& skill, const QString& lesson)
{
    const domain::SkillProgress& progress = workspace.progress().skill(skill.id);
    QJsonArray checklist;
    for (const domain::ChecklistItem& item : skill.checklist) {
        QJsonArray evidence;
        const domain::ItemProgress of = progress.items.value(item.id);
        for (auto each = of.evidence.cbegin(); each != of.evidence.cend(); ++each) {
            evidence.append(QJsonObject { { u"id"_s, each.key() }, { u"kind"_s, domain::toString(each->kind) }, { u"text"_s, each->text },
                { u"at"_s, isoTime(each->at) } });
        }
        checklist.append(QJsonObject { { u"id"_s, item.id }, { u"text"_s, item.text }, { u"done"_s, progress.isItemDone(item.id) },
            { u"wants"_s, domain::toString(item.evidence) }, { u"evidence"_s, evidence } });
    }
    return { { u"id"_s, skill.id }, { u"title"_s, skill.title }, { u"area"_s, skill.area }, { u"level"_s, domain::toString(skill.level) },
        { u"kind"_s, domain::toString(skill.kind) }, { u"hours"_s, skill.hours },
        { u"state"_s, learning::toString(workspace.stateOf(skill.id)) }, { u"outcome"_s, skill.outcome }, { u"lesson"_s, lesson },
        { u"mastery"_s, masteryJson(workspace.masteryOf(skill.id)) }, { u"checklist"_s, checklist },
        { u"note"_s, progress.note ? progress.note->text : QString() },
        { u"prerequisites"_s, QJsonArray::fromStringList(skill.prerequisites) },
        { u"choices"_s, QJsonArray::fromStringList(skill.choices) },
        { u"unlocks"_s, QJsonArray::fromStringList(unlockedBy(workspace.roadmap(), skill.id)) } };
}

void Reading::showText(const Workspace& workspace, const domain::Skill& skill, const QString& lesson, Console& console)
{
    const domain::SkillProgress& progress = workspace.progress().skill(skill.id);
    console.line(skill.title);
    console.line(u"%1 · %2 · %3 · %4"_s.arg(
        skill.id, Words::level(skill.level), Words::hours(skill.hours), Words::state(workspace.stateOf(skill.id))));
    console.line(skill.outcome);
    if (const learning::Lock lock = workspace.lockOf(skill.id); workspace.stateOf(skill.id) == SkillState::Locked) {
        console.line(ui::unisolated(Words::lock(lock, workspace.roadmap())));
    }
    const SkillState state = workspace.stateOf(skill.id);
    if (!skill.cards.isEmpty() && (learning::isReached(state) || state == SkillState::Learning)) {
        console.line(Words::mastery(workspace.masteryOf(skill.id)));
    }
    if (!skill.prerequisites.isEmpty()) {
        console.line(tr("Needs: %1").arg(skill.prerequisites.join(u", "_s)));
    }
    if (const QStringList unlocks = unlockedBy(workspace.roadmap(), skill.id); !unlocks.isEmpty()) {
        console.line(tr("Unlocks: %1").arg(unlocks.join(u", "_s)));
    }
    console.line({});
    console.line(lesson.isEmpty() ? tr("The lesson of this skill is not written yet.") : lesson);
    if (!skill.checklist.empty()) {
        console.line(tr("Your checklist:"));
    }
    int number = 0;
    for (const domain::ChecklistItem& item : skill.checklist) {
        console.line(u"%1. [%2] %3 (%4)"_s.arg(++number).arg(progress.isItemDone(item.id) ? u'x' : u' ').arg(item.text, item.id));
        for (const domain::Evidence& evidence : progress.items.value(item.id).evidence) {
            console.line(u"      %1: %2"_s.arg(Words::evidence(evidence.kind), evidence.text));
        }
    }
    if (progress.note) {
        console.line(tr("Note: %1").arg(progress.note->text));
    }
}

int Reading::show(const VerbCall& call)
{
    const QString id = call.invocation.argument(0);
    const domain::Skill* skill = call.workspace->roadmap().find(id);
    if (skill == nullptr) {
        return call.console.fail(unknownSkill(call.workspace->roadmap(), id).value());
    }
    const domain::Result<domain::Lesson> lesson = call.workspace->lesson(id);
    if (!lesson) {
        return call.console.fail(lesson.error());
    }
    if (call.console.isJson()) {
        call.console.json(showJson(*call.workspace, *skill, lesson->markdown));
    } else {
        showText(*call.workspace, *skill, lesson->markdown, call.console);
    }
    return 0;
}

int Reading::search(const VerbCall& call)
{
    constexpr int mostHits = 50;
    const QString words = call.invocation.words.mid(1).join(u' ');
    const auto hits = call.workspace->search(words, mostHits);
    if (!hits) {
        return call.console.fail(hits.error());
    }
    QJsonArray array;
    for (const domain::SearchHit& hit : *hits) {
        QString snippet = hit.snippet;
        snippet.remove(QChar(2)).remove(QChar(3));
        const QString section = hit.isNote ? tr("Your note") : hit.section;
        if (call.console.isJson()) {
            array.append(QJsonObject { { u"skill"_s, hit.skill }, { u"section"_s, section }, { u"snippet"_s, snippet } });
        } else {
            call.console.line(hit.skill.leftJustified(30) + section);
            call.console.line(u"    "_s + snippet.simplified());
        }
    }
    if (call.console.isJson()) {
        call.console.json(array);
    } else if (hits->empty()) {
        call.console.line(tr("Nothing was found for \"%1\".").arg(words));
    }
    return 0;
}

int Reading::log(const VerbCall& call)
{
    constexpr int mostEntries = 200;
    const auto entries = call.workspace->journal(mostEntries);
    if (!entries) {
        return call.console.fail(entries.error());
    }
    QJsonArray array;
    for (const domain::JournalEntry& entry : *entries) {
        const bool undone = entry.state != domain::JournalState::Applied;
        if (call.console.isJson()) {
            array.append(QJsonObject { { u"edit"_s, entry.edit.id }, { u"kind"_s, domain::toString(entry.edit.kind) },
                { u"at"_s, isoTime(entry.edit.at) }, { u"undone"_s, undone }, { u"subject"_s, entry.edit.subject } });
        } else {
            call.console.line(isoTime(entry.edit.at) + u"  "_s + entry.edit.id + u"  "_s
                + ui::unisolated(Words::edit(entry.edit, call.workspace->roadmap())) + (undone ? tr("  (undone)") : QString()));
        }
    }
    if (call.console.isJson()) {
        call.console.json(array);
    } else if (entries->empty()) {
        call.console.line(tr("Nothing has been recorded yet."));
    }
    return 0;
}

} // namespace

std::vector<Verb> readingVerbs()
{
    const auto tr = [](const char* text) { return QCoreApplication::translate("Verbs", text); };
    return {
        { u"courses"_s, {}, tr("the installed course"), 0, 0, LibraryNeed::Read, {}, Reading::courses },
        { u"skills"_s, {}, tr("the skills of the course"), 0, 0, LibraryNeed::Read,
            { { u"area"_s, u"A"_s, tr("only this area") },
                { u"state"_s, u"S"_s, tr("only this state: locked, ready, learning, practised, mastered, fading, skipped, assumed") },
                { u"milestone"_s, u"M"_s, tr("only the way to this milestone") } },
            Reading::skills },
        { u"projects"_s, {}, tr("the guided projects of the course"), 0, 0, LibraryNeed::Read,
            { { u"state"_s, u"S"_s, tr("only this state: locked, ready, learning, practised, skipped") } }, Reading::projects },
        { u"show"_s, u"SKILL"_s, tr("a skill or project with its text and checklist"), 1, 1, LibraryNeed::Read, {}, Reading::show },
        { u"search"_s, u"WORDS"_s, tr("full-text search over lessons and notes"), 1, 64, LibraryNeed::Read, {}, Reading::search },
        { u"log"_s, {}, tr("what was recorded, newest first"), 0, 0, LibraryNeed::Read, {}, Reading::log },
    };
}

} // namespace waymark::app
