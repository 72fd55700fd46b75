// SPDX-License-Identifier: GPL-3.0-or-later
#include "StudyYear.h"

#include <algorithm>
#include <cmath>

namespace waymark::bench {

namespace {

constexpr qint64 msecsPerHour = 3'600'000;
constexpr qint64 start = qint64 { 20'454 } * 24 * msecsPerHour; ///< 1 January 2026, 00:00 UTC

/// Nearly normal with deviation 1: the sum of twelve even draws.
double normal(learning::Dice& dice)
{
    double sum = -6;
    for (int i = 0; i < 12; ++i) {
        sum += dice.uniform();
    }
    return sum;
}

} // namespace

StudyYear::StudyYear(const std::vector<StudyStep>& steps, const Trial& trial)
    : m_steps(steps)
    , m_trial(trial)
    , m_dice(trial.seed)
{
    constexpr double leastHours = 6;
    constexpr double moreHours = 8;
    for (double& weight : m_weights.w) {
        weight *= std::exp(0.1 * normal(m_dice));
    }
    m_weights.w[20] = std::clamp(m_weights.w[20], 0.1, 0.8);
    m_hoursADay = (leastHours + moreHours * m_dice.uniform()) / 6;
    m_settings.retention = trial.retention;
}

Outcome StudyYear::run()
{
    constexpr int daysOfYear = 365;
    for (m_day = 0; m_day < daysOfYear; ++m_day) {
        if (!m_dice.isHit(1.0 / 7)) { // a day off, without study and recalls
            study();
            takeQuizzes();
            recall();
        }
    }
    double sum = 0;
    for (const Card& card : m_cards) {
        m_outcome.cards += card.isMet ? 1 : 0;
        sum += card.isMet ? chanceOf(card) : 0;
    }
    m_outcome.finalRecall = sum / m_outcome.cards;
    m_outcome.skills = static_cast<double>(m_finished);
    return m_outcome;
}

qint64 StudyYear::evening() const
{
    return start + (qint64 { m_day } * 24 + 18) * msecsPerHour;
}

double StudyYear::chanceOf(const Card& card) const
{
    return learning::retrievability(m_day - card.recalled, card.truth.stability, m_weights);
}

void StudyYear::study()
{
    m_hours += m_hoursADay;
    while (m_finished < m_steps.size() && m_hours >= m_steps[m_finished].hours) {
        const StudyStep& step = m_steps[m_finished];
        m_hours -= step.hours;
        m_firstCards.push_back(m_cards.size());
        for (int i = 0; i < step.cards; ++i) {
            const auto number = static_cast<int>(m_cards.size());
            m_cards.push_back({ {}, 0, false, false, learning::Dice(m_trial.seed * 100'000 + static_cast<quint64>(number)) });
            m_queue.push_back({ QString::number(number), step.skill, {}, 0, number });
        }
        m_openQuizzes.push_back(m_finished++);
    }
}

/// Each quiz that is open is tried once a day, until it is passed.
void StudyYear::takeQuizzes()
{
    std::erase_if(m_openQuizzes, [this](std::size_t step) {
        learning::Dice dice((m_trial.seed << 32U) + step * 1'000 + static_cast<quint64>(m_day));
        const bool isPassed = dice.isHit(chanceToPass(m_steps[step]));
        if (isPassed) {
            ++m_outcome.quizzes;
            for (const Exercised& exercised : m_steps[step].exercised) {
                exercise(exercised, dice);
            }
        }
        return isPassed;
    });
}

/// Who has forgotten what the quiz exercises passes it less often.
double StudyYear::chanceToPass(const StudyStep& step) const
{
    constexpr double withoutForgetting = 0.9;
    double sum = 0;
    int count = 0;
    for (const Exercised& exercised : step.exercised) {
        for (std::size_t i = firstCard(exercised.step); i < firstCard(exercised.step + 1); ++i) {
            sum += m_cards[i].isMet ? chanceOf(m_cards[i]) : 0;
            count += m_cards[i].isMet ? 1 : 0;
        }
    }
    return count == 0 ? withoutForgetting : withoutForgetting * sum / count;
}

std::size_t StudyYear::firstCard(int step) const
{
    return static_cast<std::size_t>(step) < m_firstCards.size() ? m_firstCards[static_cast<std::size_t>(step)] : m_cards.size();
}

void StudyYear::exercise(const Exercised& exercised, learning::Dice& dice)
{
    for (std::size_t i = firstCard(exercised.step); i < firstCard(exercised.step + 1); ++i) {
        Card& card = m_cards[i];
        const bool isTried = dice.isHit(m_trial.transfer.value_or(exercised.weight));
        const bool isRecalled = dice.isHit(chanceOf(card));
        if (card.isMet && isTried && isRecalled) {
            remember(card, learning::Grade::Good);
        }
        postpone(i, m_trial.weight.value_or(exercised.weight));
    }
}

/// Moves the due moment alone: neither stability nor difficulty, nor the last recall.
void StudyYear::postpone(std::size_t index, double weight)
{
    learning::CardSchedule& schedule = m_queue[index].schedule;
    const bool isDue = schedule.due <= evening();
    const bool isMeant = m_trial.rule == CreditRule::AllCards || (m_trial.rule == CreditRule::DueCards && isDue);
    const int days = static_cast<int>(weight * schedule.scheduledDays);
    if (!isMeant || schedule.phase != learning::CardSchedule::Phase::Review || m_cards[index].isPutOff || days == 0) {
        return;
    }
    const qint64 today = learning::startOfLearningDay(QDate(2026, 1, 1).addDays(m_day), m_zone);
    schedule.due = std::max(schedule.due, today) + qint64 { days } * 24 * msecsPerHour;
    m_cards[index].isPutOff = true;
    ++m_outcome.postponed;
}

void StudyYear::remember(Card& card, learning::Grade grade) const
{
    card.truth = learning::nextMemory(card.truth, m_day - card.recalled, grade, m_weights);
    card.recalled = m_day;
}

/// The evening's session, and again until the short steps are done too.
void StudyYear::recall()
{
    constexpr learning::SessionLimits limits { .minutes = 90, .secondsPerCard = 15, .newPerDay = 10 };
    constexpr qint64 pause = msecsPerHour / 5;
    for (qint64 now = evening(); now < evening() + 4 * msecsPerHour; now += pause) {
        const learning::RecallSession session = learning::recallSession(m_queue, limits, now, m_zone);
        if (session.cards.empty()) {
            return;
        }
        for (const int index : session.cards) {
            answer(static_cast<std::size_t>(index), now);
        }
    }
}

void StudyYear::answer(std::size_t index, qint64 now)
{
    Card& card = m_cards[index];
    const bool isFirst = !card.isMet;
    // The lesson is fresh at the first recall: 85 of 100 are right.
    const bool isRight = card.dice.isHit(isFirst ? 0.85 : chanceOf(card));
    const double ease = card.dice.uniform();
    const learning::Grade ifRight = ease < 0.1 ? learning::Grade::Hard : ease < 0.9 ? learning::Grade::Good : learning::Grade::Easy;
    const learning::Grade grade = isRight ? ifRight : learning::Grade::Again;
    if (isFirst) {
        card.isMet = true;
        card.truth = learning::firstMemory(grade, m_weights);
        card.truth.stability *= std::exp(0.3 * normal(card.dice));
        card.recalled = m_day;
        m_queue[index].introduced = now;
    } else {
        remember(card, grade);
    }
    card.isPutOff = false;
    m_outcome.reviews += m_queue[index].schedule.phase == learning::CardSchedule::Phase::Review ? 1 : 0;
    m_queue[index].schedule = learning::graded(m_queue[index].schedule, grade, now, m_zone, m_settings, index);
    ++m_outcome.recalls;
}

} // namespace waymark::bench
