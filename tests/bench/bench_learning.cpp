// SPDX-License-Identifier: GPL-3.0-or-later
// The learning engine beside its floors:
//   schedule COUNT   recalls through learning::Scheduler, as floor_fsrs grades them
//   make FOLDER      a library with 10,000 cards and 20,000 recalls
//   rows FOLDER      reads the rows of cards and recalls with SQLite in C and keeps nothing
//   replay FOLDER    opens it, reads it and replays it
//   queue FOLDER     the next card of a session, and what a grade costs
//   forecast         when a course of 159 skills will be done, beside the plain way to draw as many log-normal numbers
#include "BenchCourse.h"
#include "BenchLibrary.h"
#include "BenchRandom.h"
#include "BenchReport.h"
#include "BenchVerbs.h"

#include <domain/JournalReplay.h>
#include <learning/Forecast.h>
#include <learning/Replay.h>
#include <learning/Scheduling.h>
#include <session/RecallDesk.h>

#include <QDir>
#include <QUuid>

#include <sqlite3.h>

#include <random>

using namespace Qt::StringLiterals;
using namespace waymark;

namespace {

constexpr int skillCount = 500;
constexpr int cardsEach = 20;
constexpr qint64 lessonLength = 15'000; ///< characters: a card has its text from a whole lesson
constexpr qint64 day = 86'400'000;

QString cardId(int card)
{
    return u"card-number-%1"_s.arg(card);
}

QString libraryIn(const QString& folder)
{
    return QDir(folder).filePath(u"recall.waymark"_s);
}

/// The grades of floor_fsrs.
class Grades
{
public:
    domain::Grade next()
    {
        return number() < 0.1 ? domain::Grade::Again
            : number() < 0.2  ? domain::Grade::Hard
            : number() < 0.8  ? domain::Grade::Good
                              : domain::Grade::Easy;
    }

private:
    double number()
    {
        m_state = m_state * 1664525u + 1013904223u;
        return m_state / 4294967296.0;
    }

    unsigned m_state = 12345;
};

/// Each card at its due moment, anew after twenty recalls: later ones lie centuries ahead. Nanoseconds a recall.
template <class Graded> double nanosecondsOf(int count, Graded graded)
{
    constexpr int lives = 20;
    const qint64 start = 1'704'067'200'000; // 2024-01-01
    std::vector<domain::CardSchedule> cards(1000);
    Grades grades;
    const double milliseconds = bench::millisecondsOf([&] {
        for (int i = 0; i < count; ++i) {
            const std::size_t number = static_cast<std::size_t>(i) % cards.size();
            domain::CardSchedule& card = cards[number];
            if (card.reps == lives) {
                card = {};
            }
            card = graded(card, grades.next(), card.reps == 0 ? start : card.due, number);
        }
    });
    return milliseconds / count * 1e6;
}

int schedule(int count)
{
    const learning::RecallSettings settings;
    const learning::Scheduler scheduler(settings);
    const QTimeZone zone = QTimeZone::utc();
    learning::LearningDays days(zone);
    bench::Report report;
    report.add("nanoseconds", nanosecondsOf(count, [&](const auto& card, domain::Grade grade, qint64 now, quint64 seed) {
        return scheduler.graded(card, grade, learning::recallTime(card, now, days), days, seed);
    }));
    // As the window grades: one card, with calendar and weights worked out for it.
    report.add("single", nanosecondsOf(count / 10, [&](const auto& card, domain::Grade grade, qint64 now, quint64 seed) {
        return learning::graded(card, grade, now, zone, settings, seed);
    }));
    return 0;
}

domain::CourseContent courseWithCards()
{
    domain::CourseContent content = bench::contentOf(skillCount, lessonLength * skillCount);
    for (std::size_t i = 0; i < content.course.skills.size(); ++i) {
        domain::Skill& skill = content.course.skills[i];
        skill.hasLesson = true;
        QString& text = content.lessons[i].markdown;
        text += u"## Flashcards\n\n| Front | Back |\n| --- | --- |\n"_s;
        for (int card = 0; card < cardsEach; ++card) {
            skill.cards.append(cardId(card));
            text += u"| Card number %1 | the answer %1 |\n"_s.arg(card);
        }
    }
    return content;
}

/// Two recalls of every card in the last weeks, so that a part of them is due.
domain::Edit recallsOf(session::Workspace& workspace, int skill, Grades& grades, bench::Random& random)
{
    const domain::EditContext context = workspace.context();
    const learning::Scheduler scheduler(learning::RecallSettings {});
    learning::LearningDays days(QTimeZone::utc());
    domain::Edit edit { context.id, domain::EditKind::ImportPlan, bench::skillId(skill), context.now, {} };
    const domain::RecordKey mark = domain::RecordKey::ofSkill(bench::skillId(skill));
    edit.changes.push_back({ mark, std::nullopt, domain::SkillMark { domain::Mark::Started, context.now, context.now, false } });
    for (int card = 0; card < cardsEach; ++card) {
        domain::CardState state;
        qint64 at = context.now - 20 * day + random.below(int(day));
        for (int i = 0; i < 2; ++i) {
            domain::Recall recall;
            const learning::RecallTime time = learning::recallTime(state.schedule, at, days);
            recall.grade = grades.next();
            state.schedule
                = scheduler.graded(state.schedule, recall.grade, time, days, learning::seedOf(bench::skillId(skill), cardId(card)));
            state.introduced = state.introduced == 0 ? at : state.introduced;
            recall.after = *state.schedule.memory;
            recall.elapsedDays = time.elapsedDays;
            recall.algorithm = learning::fsrsAlgorithm.toString();
            recall.weights = learning::defaultWeights.toString();
            recall.milliseconds = 2000 + random.below(20'000);
            recall.at = at;
            const QString id = QUuid::createUuid().toString(QUuid::WithoutBraces);
            edit.changes.push_back({ domain::RecordKey::ofRecall(bench::skillId(skill), cardId(card), id), std::nullopt, recall });
            at = std::min(std::max(state.schedule.due, at + day / 24), context.now - 2000 - random.below(int(2 * day)));
        }
        edit.changes.push_back({ domain::RecordKey::ofCard(bench::skillId(skill), cardId(card)), std::nullopt, state });
    }
    return edit;
}

int make(const QString& folder)
{
    auto store = bench::must(storage::SqliteStore::create(libraryIn(folder), bench::openOptions()), "a new library");
    bench::must(store->installCourse(courseWithCards()), "the course");
    const auto workspace = bench::must(session::Workspace::open(std::move(store), bench::clock()), "the workspace");
    Grades grades;
    bench::Random random(99);
    for (int skill = 0; skill < skillCount; ++skill) {
        bench::must(workspace->apply(recallsOf(*workspace, skill, grades, random)), "the recalls of a skill");
    }
    return 0;
}

int rows(const QString& folder)
{
    sqlite3* library = nullptr;
    if (sqlite3_open_v2(libraryIn(folder).toUtf8().constData(), &library, SQLITE_OPEN_READONLY, nullptr) != SQLITE_OK) {
        return 1;
    }
    std::vector<double> samples;
    double sum = 0;
    for (int run = 0; run < 9; ++run) {
        samples.push_back(bench::millisecondsOf([&] {
            for (const char* sql : { "SELECT * FROM recall", "SELECT * FROM card" }) {
                sqlite3_stmt* statement = nullptr;
                sqlite3_prepare_v2(library, sql, -1, &statement, nullptr);
                const int columns = sqlite3_column_count(statement);
                while (sqlite3_step(statement) == SQLITE_ROW) {
                    for (int i = 0; i < columns; ++i) {
                        const bool isText = sqlite3_column_type(statement, i) == SQLITE_TEXT;
                        sum += isText ? sqlite3_column_text(statement, i)[0] : sqlite3_column_double(statement, i);
                    }
                }
                sqlite3_finalize(statement);
            }
        }));
    }
    sqlite3_close(library);
    bench::Report report;
    report.add("rows", samples);
    report.add("sum", sum);
    return 0;
}

int replay(const QString& folder)
{
    const auto store = bench::must(storage::SqliteStore::open(libraryIn(folder), bench::openOptions()), "the library");
    const auto course = bench::must(store->course(), "the course");
    std::vector<double> reads;
    std::vector<double> replays;
    learning::Replay found;
    for (int run = 0; run < 9; ++run) {
        domain::Progress progress;
        reads.push_back(bench::millisecondsOf([&] { progress = bench::must(store->progress(), "the records"); }));
        const QTimeZone zone = QTimeZone::utc();
        replays.push_back(bench::millisecondsOf([&] { found = learning::replay(progress, { zone, {}, &*course }); }));
    }
    if (!found.differences.empty()) {
        qFatal("the recalls do not replay to themselves: %zu differences", found.differences.size());
    }
    bench::Report report;
    report.add("read", reads);
    report.add("replay", replays);
    std::vector<double> both;
    std::transform(reads.begin(), reads.end(), replays.begin(), std::back_inserter(both), std::plus<>());
    report.add("both", both);
    report.add("recalls", found.recalls);
    return 0;
}

/// The unavoidable part: every card and every recall is looked at once.
double passOver(const domain::Progress& progress)
{
    double sum = 0;
    for (const domain::SkillProgress& skill : progress.skills()) {
        for (const domain::CardState& card : skill.cards) {
            sum += double(card.schedule.due);
        }
        for (const auto& card : skill.recalls) {
            for (const domain::Recall& recall : card) {
                sum += double(recall.at) + recall.milliseconds;
            }
        }
    }
    return sum;
}

int queue(const QString& folder)
{
    constexpr int runs = 60;
    const auto workspace = bench::openWorkspace(libraryIn(folder));
    const session::RecallDesk desk(*workspace);
    std::vector<double> passes;
    std::vector<double> cards;
    std::vector<double> sessions;
    std::vector<double> nexts;
    std::vector<double> graded;
    double sum = 0;
    for (int run = 0; run < runs; ++run) {
        passes.push_back(bench::millisecondsOf([&] { sum += passOver(workspace->progress()); }));
        cards.push_back(bench::millisecondsOf([&] { sum += double(desk.cards().size()); }));
        const std::vector<learning::QueueCard> all = desk.cards();
        sessions.push_back(bench::millisecondsOf([&] { sum += desk.session(all).due; }));
        session::RecallTurn turn;
        nexts.push_back(bench::millisecondsOf([&] { turn = desk.next(); }));
        if (!turn.card) {
            qFatal("no card is asked");
        }
        graded.push_back(
            bench::millisecondsOf([&] { bench::must(workspace->apply(desk.graded(*turn.card, domain::Grade::Good, 4000)), "a grade"); }));
    }
    bench::Report report;
    report.add("pass", passes);
    report.add("cards", cards);
    report.add("session", sessions);
    report.add("next", nexts);
    report.add("grade", graded);
    report.add("sum", sum);
    for (int run = 0; run < runs; ++run) {
        bench::must(workspace->undo(), "an undo"); // for the next round
    }
    return 0;
}

/// The unavoidable part of a plain Monte Carlo: a sum of noisy hours for each run, and the runs in order.
double plainDraws(const std::vector<double>& hours, int runs)
{
    std::mt19937_64 random(1);
    std::lognormal_distribution<double> noise(0, learning::skillSigma);
    std::vector<double> sums;
    for (int run = 0; run < runs; ++run) {
        double sum = 0;
        for (const double each : hours) {
            sum += each * noise(random);
        }
        sums.push_back(sum);
    }
    std::sort(sums.begin(), sums.end());
    return sums[sums.size() / 2];
}

int forecast()
{
    constexpr int courseSkills = 159;
    constexpr int rounds = 9;
    bench::Random random(7);
    learning::ForecastInput input { {}, learning::StudyTimes::evenly(10), QDate(2026, 11, 22), {}, {}, { 1, 0.5, 1.2, 0.8 }, {} };
    for (int skill = 0; skill < courseSkills; ++skill) {
        input.hours.push_back(2 + random.below(16));
    }
    std::vector<double> forecasts;
    std::vector<double> draws;
    double sum = 0;
    for (int round = 0; round < rounds; ++round) {
        forecasts.push_back(bench::millisecondsOf([&] { sum += double(learning::forecast(input).p50.toJulianDay()); }));
        draws.push_back(bench::millisecondsOf([&] { sum += plainDraws(input.hours, learning::ForecastSettings {}.runs); }));
    }
    bench::Report report;
    report.add("forecast", forecasts);
    report.add("draws", draws);
    report.add("sum", sum);
    return 0;
}

} // namespace

int main(int argc, char* argv[])
{
    return bench::runVerb(argc, argv,
        {
            { "schedule"_L1, [](const QStringList& given) { return schedule(given.value(0).toInt()); } },
            { "make"_L1, [](const QStringList& given) { return make(given.value(0)); } },
            { "rows"_L1, [](const QStringList& given) { return rows(given.value(0)); } },
            { "replay"_L1, [](const QStringList& given) { return replay(given.value(0)); } },
            { "queue"_L1, [](const QStringList& given) { return queue(given.value(0)); } },
            { "forecast"_L1, [](const QStringList&) { return forecast(); } },
        });
}
