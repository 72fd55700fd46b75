// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/LibraryDoor.h>
#include <app/VerbTable.h>

#include <exchange/Cohort.h>
#include <exchange/IsoMoment.h>
#include <ui/words/Words.h>

#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark::app {

using domain::ErrorCode;
using exchange::CohortPlan;
using exchange::PlanSummary;

namespace {

class Mentor
{
    Q_DECLARE_TR_FUNCTIONS(Mentor)

public:
    static int cohort(const VerbCall& call);

private:
    static QJsonObject jsonOf(const CohortPlan& plan);
    static QStringList heading();
    static QStringList cellsOf(const PlanSummary& plan);
    static void printTable(const std::vector<CohortPlan>& plans, Console& console);
};

QJsonValue textOrNull(const QString& text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

/// By learner as a reader sorts names; of one name, by file.
bool comesBefore(const CohortPlan& a, const CohortPlan& b)
{
    const int order = QString::localeAwareCompare(a.newest.learner, b.newest.learner);
    return order != 0 ? order < 0 : a.newest.file < b.newest.file;
}

/// What a folder of nothing but unreadable plans ends with.
ExitCode codeOf(const std::vector<domain::Error>& unreadable)
{
    if (unreadable.empty()) {
        return ExitCode::Ok;
    }
    const bool areNewer = std::all_of(
        unreadable.begin(), unreadable.end(), [](const domain::Error& error) { return exitCodeOf(error.code) == ExitCode::NewerVersion; });
    return areNewer ? ExitCode::NewerVersion : ExitCode::InvalidInput;
}

QJsonObject Mentor::jsonOf(const CohortPlan& plan)
{
    const PlanSummary& newest = plan.newest;
    QJsonArray earlier;
    for (const PlanSummary& old : plan.earlier) {
        earlier.append(
            QJsonObject { { u"revision"_s, old.revision }, { u"created"_s, exchange::isoMoment(old.created) }, { u"file"_s, old.file } });
    }
    QJsonObject object { { u"plan"_s, newest.plan }, { u"learner"_s, newest.learner }, { u"revision"_s, newest.revision },
        { u"created"_s, exchange::isoMoment(newest.created) }, { u"course"_s, newest.courseId }, { u"goal"_s, textOrNull(newest.goal) },
        { u"goalTitle"_s, textOrNull(newest.goalTitle) }, { u"done"_s, newest.done }, { u"total"_s, newest.total },
        { u"hoursLeft"_s, newest.hoursLeft }, { u"waiting"_s, newest.waiting }, { u"questions"_s, newest.questions },
        { u"file"_s, newest.file }, { u"earlier"_s, earlier } };
    object.insert(u"p85"_s, textOrNull(newest.p85.toString(Qt::ISODate)));
    object.insert(u"lastReview"_s, newest.lastReview == 0 ? QJsonValue() : QJsonValue(exchange::isoMoment(newest.lastReview)));
    return object;
}

QStringList Mentor::heading()
{
    return { tr("Learner"), tr("Goal"), tr("Done"), tr("Left"), tr("Last review"), tr("Waiting") };
}

QStringList Mentor::cellsOf(const PlanSummary& plan)
{
    const QString learner = plan.learner.isEmpty() ? tr("(no name)") : plan.learner;
    const QString reviewed = plan.lastReview == 0
        ? tr("never")
        : QDateTime::fromMSecsSinceEpoch(plan.lastReview, systemClock().zone).date().toString(Qt::ISODate);
    return { learner, plan.goalTitle.isEmpty() ? tr("(none)") : plan.goalTitle, u"%1/%2"_s.arg(plan.done).arg(plan.total),
        ui::Words::hours(plan.hoursLeft), reviewed, QString::number(plan.waiting) };
}

void Mentor::printTable(const std::vector<CohortPlan>& plans, Console& console)
{
    constexpr qsizetype widest = 32;
    constexpr qsizetype names = 2; // learner and goal stand at the left of their columns, figures at the right
    std::vector<QStringList> rows { heading() };
    std::transform(plans.begin(), plans.end(), std::back_inserter(rows), [](const CohortPlan& plan) { return cellsOf(plan.newest); });
    QList<qsizetype> widths(rows.front().size(), 0);
    for (QStringList& row : rows) {
        for (qsizetype i = 0; i < row.size(); ++i) {
            row[i] = row[i].size() > widest ? row[i].left(widest - 1) + u'…' : row[i];
            widths[i] = std::max(widths[i], row[i].size());
        }
    }
    for (const QStringList& row : rows) {
        QStringList cells;
        for (qsizetype i = 0; i < row.size(); ++i) {
            cells.append(i < names ? row[i].leftJustified(widths[i]) : row[i].rightJustified(widths[i]));
        }
        console.line(cells.join(u"  "_s));
    }
}

int Mentor::cohort(const VerbCall& call)
{
    const QString folder = call.invocation.argument(0);
    domain::Result<exchange::Cohort> cohort = exchange::readCohort(folder);
    if (!cohort) {
        return call.console.fail(cohort.error());
    }
    std::vector<CohortPlan>& plans = cohort->plans;
    std::sort(plans.begin(), plans.end(), comesBefore);
    if (call.console.isJson()) {
        QJsonArray array;
        for (const CohortPlan& plan : plans) {
            array.append(jsonOf(plan));
        }
        call.console.json(array);
    } else if (!plans.empty()) {
        printTable(plans, call.console);
    } else if (cohort->unreadable.empty()) {
        call.console.line(tr("There are no plans in %1. A plan is a .html or .json file that a learner has exported.").arg(folder));
    }
    for (const domain::Error& error : cohort->unreadable) {
        call.console.fileError(error);
    }
    return plans.empty() ? static_cast<int>(codeOf(cohort->unreadable)) : 0;
}

} // namespace

std::vector<Verb> mentorVerbs()
{
    const auto tr = [](const char* text) { return QCoreApplication::translate("Verbs", text); };
    return {
        { u"cohort"_s, u"DIR"_s, tr("list the plans in a folder: who, goal, progress, what waits"), 1, 1, LibraryNeed::None, {},
            Mentor::cohort },
    };
}

} // namespace waymark::app
