// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/TimeList.h>

#include <app/Outlook.h>
#include <app/Parsing.h>
#include <app/Unknown.h>
#include <app/Verb.h>

#include <domain/StudyRecords.h>
#include <learning/LearningDays.h>
#include <learning/LocalTimes.h>
#include <session/Workspace.h>
#include <ui/words/Words.h>

#include <QHash>
#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>
#include <tuple>
#include <utility>

using namespace Qt::StringLiterals;

namespace waymark::app {

using domain::ErrorCode;
using domain::Result;
using domain::TimeEntry;
using session::Workspace;
using ui::Words;

namespace {

class TimeList
{
    Q_DECLARE_TR_FUNCTIONS(TimeList)

public:
    static int list(const VerbCall& call);

private:
    using Row = std::pair<QString, TimeEntry>; ///< an id and its entry
    static Result<std::vector<Row>> rows(const VerbCall& call);
    static void listText(const VerbCall& call, const std::vector<Row>& rows);
    static QJsonArray listJson(const VerbCall& call, const std::vector<Row>& rows);
};

/// By the clocks of the place where it began.
QString startWord(const Workspace& workspace, const TimeEntry& entry)
{
    const QTimeZone& here = workspace.zone();
    return momentWord(entry.start, here, learning::zoneOf(entry, here) == here ? std::nullopt : entry.offset);
}

/// By the ids of the skills that have any.
QHash<QString, int> minutesOfSkills(const domain::Progress& progress)
{
    QHash<QString, int> minutes;
    for (const TimeEntry& entry : progress.time()) {
        minutes[entry.skill] += entry.minutes;
    }
    return minutes;
}

/// The entries that the options leave, the oldest first. Days are learning days.
Result<std::vector<TimeList::Row>> TimeList::rows(const VerbCall& call)
{
    const QMap<QString, QString>& values = call.invocation.values;
    const QString skill = values.value(u"skill"_s);
    if (!skill.isEmpty() && call.workspace->roadmap().find(skill) == nullptr && call.workspace->progress().minutesOn(skill) == 0) {
        return unknownSkill(call.workspace->roadmap(), skill);
    }
    const Result<QDate> from = isoDateOrNone(values.value(u"from"_s, u"none"_s));
    if (!from) {
        return tl::unexpected(from.error());
    }
    const Result<QDate> to = isoDateOrNone(values.value(u"to"_s, u"none"_s));
    if (!to) {
        return tl::unexpected(to.error());
    }
    if (from->isValid() && to->isValid() && *to < *from) {
        return domain::failure(ErrorCode::Usage, {}, tr("--to lies before --from"));
    }
    std::vector<Row> rows;
    const auto& entries = call.workspace->progress().time();
    for (auto entry = entries.cbegin(); entry != entries.cend(); ++entry) {
        const QDate day = learning::learningDay(*entry, call.workspace->zone());
        if ((skill.isEmpty() || entry->skill == skill) && (from->isNull() || day >= *from) && (to->isNull() || day <= *to)) {
            rows.emplace_back(entry.key(), *entry);
        }
    }
    std::sort(rows.begin(), rows.end(),
        [](const Row& a, const Row& b) { return std::tie(a.second.start, a.first) < std::tie(b.second.start, b.first); });
    return rows;
}

QJsonArray TimeList::listJson(const VerbCall& call, const std::vector<Row>& rows)
{
    QJsonArray array;
    const QHash<QString, int> minutes = minutesOfSkills(call.workspace->progress());
    for (const auto& [id, entry] : rows) {
        const domain::Skill* skill = call.workspace->roadmap().find(entry.skill);
        array.append(QJsonObject { { u"id"_s, id }, { u"skill"_s, entry.skill }, { u"start"_s, isoSecond(entry.start) },
            { u"minutes"_s, entry.minutes }, { u"offset"_s, entry.offset ? QJsonValue(*entry.offset) : QJsonValue() },
            { u"day"_s, isoOrNull(learning::learningDay(entry, call.workspace->zone())) }, { u"minutesOfSkill"_s, minutes[entry.skill] },
            { u"estimateOfSkill"_s, skill == nullptr ? QJsonValue() : QJsonValue(skill->hours * 60) } });
    }
    return array;
}

/// The entries, and then for each of their skills all its time against the estimate.
void TimeList::listText(const VerbCall& call, const std::vector<Row>& rows)
{
    const Workspace& workspace = *call.workspace;
    QHash<QString, int> minutes = minutesOfSkills(workspace.progress());
    qsizetype width = 0;
    for (const auto& [id, entry] : rows) {
        width = std::max(width, startWord(workspace, entry).size());
    }
    for (const auto& [id, entry] : rows) {
        call.console.line(id + u"  "_s + startWord(workspace, entry).leftJustified(width) + Words::minutes(entry.minutes).rightJustified(14)
            + u"  "_s + entry.skill);
    }
    call.console.line({});
    call.console.line(tr("In all, against the estimate:"));
    for (const auto& [entryId, entry] : rows) {
        const QString& id = entry.skill;
        const auto found = minutes.constFind(id);
        if (found == minutes.cend()) {
            continue; // said already
        }
        const domain::Skill* skill = workspace.roadmap().find(id);
        const QString logged = Words::minutes(*found);
        minutes.erase(found);
        call.console.line(u"  "_s + id.leftJustified(30)
            + (skill == nullptr ? tr("%1, not in the course any more", "a time").arg(logged)
                                : tr("%1 of %2", "a time and the estimate").arg(logged, Words::hours(skill->hours))));
    }
}

int TimeList::list(const VerbCall& call)
{
    const Result<std::vector<Row>> rows = TimeList::rows(call);
    if (!rows) {
        return call.console.fail(rows.error());
    }
    if (call.console.isJson()) {
        call.console.json(listJson(call, *rows));
    } else if (!rows->empty()) {
        listText(call, *rows);
    } else if (call.workspace->progress().time().isEmpty()) {
        call.console.line(
            tr("No study time is logged yet. \"waymark time start SKILL\" starts the watch, \"waymark time add SKILL MINUTES\" "
               "logs time without it."));
    } else {
        call.console.line(tr("No entry fits. \"waymark time list\" shows them all."));
    }
    return 0;
}

} // namespace

int listTime(const VerbCall& call)
{
    return TimeList::list(call);
}

} // namespace waymark::app
