// SPDX-License-Identifier: GPL-3.0-or-later
// Does implicit credit save recalls? A passed quiz puts off cards of the skills that it exercises, in part; seeded learners study a course
// for a year with and without that. docs/learning.md has the result and what it rests on. Nothing here is part of the program.
// usage: implicit_credit COURSE_FOLDER [LEARNERS [all]]; at least 30 learners; all: a skill exercises all skills before it, not its direct
// prerequisites alone
#include "StudyYear.h"

#include <domain/Roadmap.h>
#include <exchange/CourseReader.h>
#include <exchange/FrontMatter.h>

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <numeric>

using namespace Qt::StringLiterals;
using namespace waymark;
using bench::CreditRule;
using bench::Outcome;
using bench::StudyStep;
using bench::StudyYear;
using bench::Trial;

namespace {

constexpr double prerequisiteWeight = 0.3; ///< where the course says nothing of what a skill exercises
constexpr int cardsOfOutline = 8; ///< of a lesson that is not written yet
constexpr std::array retentions { 0.86, 0.88, 0.90, 0.92 }; ///< of the learners without credit
constexpr std::size_t usual = 2; ///< of them the one that the learners with credit have

// The course

/// Rows of the tables under the headings "Flashcards", heads and rules left out.
int cardsIn(const QString& markdown)
{
    int cards = 0;
    int rows = -1; // outside of such a section
    for (const QString& line : markdown.split(u'\n')) {
        if (line.startsWith(u'#')) {
            rows = line.endsWith(" Flashcards"_L1) ? 0 : -1;
        } else if (rows >= 0 && line.startsWith(u'|')) {
            cards += ++rows > 2 ? 1 : 0;
        }
    }
    return cards > 0 ? cards : cardsOfOutline;
}

/// What the skills of a course say that they exercise: skill, included skill, weight.
QHash<QString, QHash<QString, double>> includesOf(const QString& folder)
{
    QHash<QString, QHash<QString, double>> all;
    const auto files = exchange::readCourseFolder(folder);
    for (const auto& [name, bytes] : files ? *files : exchange::CourseFiles()) {
        if (!name.startsWith("skills/"_L1)) {
            continue;
        }
        const exchange::FrontMatter matter = exchange::readFrontMatter(bytes);
        for (const auto& [reference, weight] : matter.includes) {
            all[matter.skill.id].insert(reference.id, weight);
        }
    }
    return all;
}

/// The skills on the way to all stages in the order of study: the first of the course whose prerequisites are done, again and again.
std::vector<int> orderOfStudy(const domain::Roadmap& roadmap)
{
    std::vector<char> isOnWay(static_cast<std::size_t>(roadmap.size()), 0);
    for (const domain::Milestone& milestone : roadmap.course().milestones) {
        for (const int skill : milestone.view ? std::vector<int>() : roadmap.closure(milestone)) {
            isOnWay[static_cast<std::size_t>(skill)] = 1;
        }
    }
    std::vector<char> open = isOnWay;
    std::vector<int> order;
    for (bool found = true; found;) {
        found = false;
        for (int skill = 0; skill < roadmap.size() && !found; ++skill) {
            // Of a choice group the members on the way must be done, which is one of them.
            found = open[static_cast<std::size_t>(skill)] != 0 && std::ranges::none_of(roadmap.into(skill), [&](const auto& edge) {
                return open[static_cast<std::size_t>(edge.from)] != 0;
            });
            if (found) {
                open[static_cast<std::size_t>(skill)] = 0;
                order.push_back(skill);
            }
        }
    }
    return order;
}

/// What a skill exercises where the course says nothing of it.
QHash<QString, double> exercisedBy(const domain::Roadmap& roadmap, int skill, bool all)
{
    QHash<QString, double> exercised;
    for (const int before : all ? roadmap.ancestors(skill) : std::vector<int>()) {
        exercised.insert(roadmap.skill(before).id, prerequisiteWeight);
    }
    for (const domain::Roadmap::Edge& edge : roadmap.into(skill)) {
        exercised.insert(roadmap.skill(edge.from).id, prerequisiteWeight);
    }
    return exercised;
}

std::vector<StudyStep> stepsOf(const exchange::CourseReading& reading, const QHash<QString, QHash<QString, double>>& includes, bool all)
{
    const domain::Roadmap roadmap(reading.content.course);
    QHash<QString, int> cards;
    for (const domain::Lesson& lesson : reading.content.lessons) {
        cards.insert(lesson.skill, cardsIn(lesson.markdown));
    }
    QHash<QString, int> places;
    std::vector<StudyStep> steps;
    for (const int index : orderOfStudy(roadmap)) {
        const domain::Skill& skill = roadmap.skill(index);
        StudyStep step { skill.id, skill.hours, cards.value(skill.id, cardsOfOutline), {} };
        const QHash<QString, double> exercised = includes.isEmpty() ? exercisedBy(roadmap, index, all) : includes.value(skill.id);
        for (auto each = exercised.cbegin(); each != exercised.cend(); ++each) {
            if (places.contains(each.key())) {
                step.exercised.push_back({ places.value(each.key()), each.value() });
            }
        }
        std::ranges::sort(step.exercised, {}, &bench::Exercised::step);
        places.insert(skill.id, static_cast<int>(steps.size()));
        steps.push_back(step);
    }
    return steps;
}

// The figures

struct Estimate
{
    double mean = 0;
    double margin = 0; ///< half the width of the interval that holds the mean in 95 of 100 such simulations
};

Estimate estimateOf(const std::vector<double>& values)
{
    const auto count = static_cast<double>(values.size());
    const double mean = std::accumulate(values.begin(), values.end(), 0.0) / count;
    const double squares
        = std::accumulate(values.begin(), values.end(), 0.0, [mean](double sum, double x) { return sum + (x - mean) * (x - mean); });
    return { mean, 2.0 * std::sqrt(squares / (count - 1) / count) }; // 2.0: Student's t from 30 values up is 2.05 to 1.96
}

template <class Figure> Estimate estimateOf(const std::vector<Outcome>& outcomes, Figure figure)
{
    std::vector<double> values;
    std::ranges::transform(outcomes, std::back_inserter(values), figure);
    return estimateOf(values);
}

double logForgotten(const Outcome& outcome)
{
    return std::log(1 - outcome.finalRecall);
}

/// What is saved: all recalls, or reviews alone.
using Count = double Outcome::*;

std::vector<Outcome> outcomesOf(const std::vector<StudyStep>& steps, Trial trial, int learners)
{
    std::vector<Outcome> outcomes;
    for (int learner = 0; learner < learners; ++learner) {
        trial.seed = static_cast<quint64>(learner) + 1;
        outcomes.push_back(StudyYear(steps, trial).run());
    }
    return outcomes;
}

/// Learners without credit at several retentions: what a little more recall at the end costs.
class Baseline
{
public:
    Baseline(const std::vector<StudyStep>& steps, Trial trial, int learners)
    {
        for (const double retention : retentions) {
            trial.retention = retention;
            m_levels.push_back(outcomesOf(steps, trial, learners));
        }
    }

    [[nodiscard]] const std::vector<Outcome>& usualOnes() const { return m_levels[usual]; }

    /// Share saved against the same learner without credit who asks for so much less that the final recall is equal.
    [[nodiscard]] Estimate savedBy(const std::vector<Outcome>& outcomes, Count count) const
    {
        const double slope = slopeOf(count);
        std::vector<double> saved;
        for (std::size_t i = 0; i < outcomes.size(); ++i) {
            const Outcome& without = m_levels[usual][i];
            const double equal = std::log(without.*count) + slope * (logForgotten(outcomes[i]) - logForgotten(without));
            saved.push_back(1 - std::exp(std::log(outcomes[i].*count) - equal));
        }
        return estimateOf(saved);
    }

private:
    /// One least-squares slope of the logarithm of the count over log (1 - final recall), within learners.
    [[nodiscard]] double slopeOf(Count count) const
    {
        double both = 0;
        double squares = 0;
        const auto levels = static_cast<double>(m_levels.size());
        for (std::size_t i = 0; i < m_levels.front().size(); ++i) {
            double meanX = 0;
            double meanY = 0;
            for (const auto& level : m_levels) {
                meanX += logForgotten(level[i]) / levels;
                meanY += std::log(level[i].*count) / levels;
            }
            for (const auto& level : m_levels) {
                both += (logForgotten(level[i]) - meanX) * (std::log(level[i].*count) - meanY);
                squares += (logForgotten(level[i]) - meanX) * (logForgotten(level[i]) - meanX);
            }
        }
        return both / squares;
    }

    std::vector<std::vector<Outcome>> m_levels;
};

void printRow(const char* name, const std::vector<Outcome>& outcomes, const Baseline& baseline)
{
    const Estimate recalls = estimateOf(outcomes, [](const Outcome& each) { return each.recalls; });
    const Estimate recall = estimateOf(outcomes, [](const Outcome& each) { return 100 * each.finalRecall; });
    const Estimate postponed = estimateOf(outcomes, [](const Outcome& each) { return each.postponed; });
    const Estimate saved = baseline.savedBy(outcomes, &Outcome::recalls);
    const Estimate reviews = baseline.savedBy(outcomes, &Outcome::reviews);
    std::printf("| %s | %.0f | %.2f | %.0f | %.1f +- %.1f | %.1f +- %.1f |\n", name, recalls.mean, recall.mean, postponed.mean,
        100 * saved.mean, 100 * saved.margin, 100 * reviews.mean, 100 * reviews.margin);
}

void printTransfer(const std::vector<StudyStep>& steps, std::optional<double> transfer, int learners)
{
    std::printf("\nA passed quiz is a recall of a card that it exercises with the chance %s.\n\n",
        transfer ? qPrintable(QString::number(*transfer)) : "of the weight");
    std::printf("| rule | recalls | final recall, %% | put off | recalls saved at equal final recall, %% | of reviews alone, %% |\n");
    std::printf("| --- | --- | --- | --- | --- | --- |\n");
    Trial trial;
    trial.transfer = transfer;
    const Baseline baseline(steps, trial, learners);
    printRow("no credit", baseline.usualOnes(), baseline);
    trial.retention = 0.89;
    printRow("control: no credit, retention 0.89", outcomesOf(steps, trial, learners), baseline);
    trial.retention = retentions[usual];
    trial.rule = CreditRule::DueCards;
    printRow("cards that are due, by the weight", outcomesOf(steps, trial, learners), baseline);
    trial.rule = CreditRule::AllCards;
    printRow("all cards, by the weight", outcomesOf(steps, trial, learners), baseline);
    trial.weight = 1;
    printRow("all cards, by a whole interval", outcomesOf(steps, trial, learners), baseline);
}

} // namespace

int main(int argc, char* argv[])
{
    QCoreApplication application(argc, argv);
    const QString folder = QCoreApplication::arguments().value(1);
    const int learners = std::max(30, QCoreApplication::arguments().value(2).toInt());
    const auto reading = exchange::readCourse(folder);
    if (!reading) {
        static_cast<void>(std::fprintf(stderr, "usage: implicit_credit COURSE_FOLDER [LEARNERS [all]]\n"));
        return 2;
    }
    const auto includes = includesOf(folder);
    const std::vector<StudyStep> steps = stepsOf(*reading, includes, QCoreApplication::arguments().value(3) == "all"_L1);
    const auto cards = std::accumulate(steps.begin(), steps.end(), 0, [](int sum, const StudyStep& step) { return sum + step.cards; });
    const auto edges = std::accumulate(
        steps.begin(), steps.end(), std::size_t { 0 }, [](std::size_t sum, const StudyStep& step) { return sum + step.exercised.size(); });
    std::printf("%zu skills on the way, %d cards, %zu pairs of a skill and one that it exercises (%s), %d learners.\n", steps.size(), cards,
        edges, includes.isEmpty() ? "prerequisites, weight 0.3" : "as the course says", learners);
    const std::vector<Outcome> usualOnes = outcomesOf(steps, {}, learners);
    std::printf("In the year: %.0f skills studied, %.0f cards met, %.0f quizzes passed.\n",
        estimateOf(usualOnes, [](const Outcome& each) { return each.skills; }).mean,
        estimateOf(usualOnes, [](const Outcome& each) { return each.cards; }).mean,
        estimateOf(usualOnes, [](const Outcome& each) { return each.quizzes; }).mean);
    for (const std::optional<double> transfer : { std::optional(0.0), std::optional<double>(), std::optional(1.0) }) {
        printTransfer(steps, transfer, learners);
    }
    return 0;
}
