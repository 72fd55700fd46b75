// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <learning/Dice.h>
#include <learning/RecallQueue.h>

#include <optional>
#include <vector>

namespace waymark::bench {

/// An earlier step that a quiz exercises too.
struct Exercised
{
    int step = 0;
    double weight = 0; ///< 0..1
};

/// A skill on the way through a course.
struct StudyStep
{
    QString skill;
    double hours = 0;
    int cards = 0;
    std::vector<Exercised> exercised;
};

/// Which cards of an exercised skill a passed quiz puts off, each once between two recalls and only those in Review.
enum class CreditRule { None, DueCards, AllCards };

struct Trial
{
    quint64 seed = 0; ///< of the learner
    double retention = 0.9;
    CreditRule rule = CreditRule::None;
    std::optional<double> weight; ///< in place of those of the steps, for what is put off
    std::optional<double> transfer; ///< chance that a passed quiz is a recall of an exercised card; none: its weight
};

struct Outcome
{
    double recalls = 0; ///< of any kind, short steps included
    double reviews = 0; ///< of them those after whole days
    double finalRecall = 0; ///< mean true chance of recall of all cards met, at the end
    double postponed = 0;
    double skills = 0; ///< studied to the end
    double cards = 0; ///< met
    double quizzes = 0; ///< passed
};

/// One learner through one year. What is true of the learner and what the scheduler believes are kept apart: the scheduler has the default
/// weights, the learner weights of their own, and each card a first stability of its own. The chances of one learner are the same in every
/// trial, card by card, so that trials of a seed are compared as pairs.
class StudyYear
{
public:
    StudyYear(const std::vector<StudyStep>& steps, const Trial& trial);

    [[nodiscard]] Outcome run();

private:
    struct Card
    {
        learning::Memory truth;
        int recalled = 0; ///< day, in truth: an exercise counts where it worked
        bool isMet = false;
        bool isPutOff = false; ///< since its last recall
        learning::Dice dice;
    };

    [[nodiscard]] qint64 evening() const;
    [[nodiscard]] double chanceOf(const Card& card) const;
    [[nodiscard]] double chanceToPass(const StudyStep& step) const;
    [[nodiscard]] std::size_t firstCard(int step) const;

    void study();
    void takeQuizzes();
    void exercise(const Exercised& exercised, learning::Dice& dice);
    void postpone(std::size_t index, double weight);
    void recall();
    void answer(std::size_t index, qint64 now);
    void remember(Card& card, learning::Grade grade) const;

    const std::vector<StudyStep>& m_steps;
    Trial m_trial;
    learning::Dice m_dice;
    learning::FsrsWeights m_weights; ///< the learner's own
    learning::RecallSettings m_settings; ///< what the scheduler believes
    QTimeZone m_zone = QTimeZone::utc();
    double m_hoursADay = 0; ///< on each of about six days a week
    double m_hours = 0; ///< not yet spent on a skill
    int m_day = 0;
    std::size_t m_finished = 0; ///< steps
    std::vector<std::size_t> m_firstCards; ///< by step
    std::vector<std::size_t> m_openQuizzes; ///< by step
    std::vector<Card> m_cards;
    std::vector<learning::QueueCard> m_queue; ///< the same cards as the scheduler sees them
    Outcome m_outcome;
};

} // namespace waymark::bench
