// SPDX-License-Identifier: GPL-3.0-or-later
#include <learning/QuestionsAgain.h>

#include <QSet>

#include <algorithm>
#include <tuple>

namespace waymark::learning {

using domain::Attempt;
using domain::Roadmap;

namespace {

using Attempts = QMap<QString, Attempt>;

/// The answers of quiz and labs by time.
std::vector<Attempt> answersOf(const Attempts& attempts, qint64 now)
{
    std::vector<Attempt> answers;
    std::copy_if(attempts.begin(), attempts.end(), std::back_inserter(answers),
        [](const Attempt& attempt) { return attempt.source != Attempt::Source::Placement; });
    std::stable_sort(answers.begin(), answers.end(),
        [now](const Attempt& a, const Attempt& b) { return placeInTime(a.at, now) < placeInTime(b.at, now); });
    return answers;
}

/// An answered question of the course, and when it was answered last.
struct Answered
{
    QuestionAgain again;
    std::optional<QDate> from;
    qint64 last = 0; ///< its place in time
    QDate lastDay;
    bool wasRight = false;
};

class Mixer
{
public:
    Mixer(const Roadmap& roadmap, const domain::Progress& progress, const Moment& moment)
        : m_roadmap(roadmap)
        , m_now(moment.now)
        , m_today(learningDay(moment.now, moment.zone))
    {
        for (int i = 0; i < roadmap.size(); ++i) {
            const auto& attempts = progress.skill(roadmap.skill(i).id).attempts;
            for (const QString& question : roadmap.skill(i).questions) {
                if (const auto found = attempts.constFind(question); found != attempts.cend()) {
                    add(i, question, *found);
                }
            }
        }
    }

    std::vector<QuestionAgain> mix(int most)
    {
        std::vector<QuestionAgain> failed;
        std::vector<QuestionAgain> mixedIn;
        for (const Answered& each : due()) {
            if (static_cast<int>(failed.size() + mixedIn.size()) >= most) {
                break;
            }
            failed.push_back(each.again);
            const std::optional<QuestionAgain> other = confusableWith(each.again.skill);
            if (other && static_cast<int>(failed.size() + mixedIn.size()) < most) {
                mixedIn.push_back(*other);
                m_used.insert(keyOf(*other));
            }
        }
        failed.insert(failed.end(), mixedIn.begin(), mixedIn.end());
        return apart(std::move(failed));
    }

private:
    static std::pair<int, QString> keyOf(const QuestionAgain& question) { return { question.skill, question.question }; }

    void add(int skill, const QString& question, const Attempts& attempts)
    {
        const std::vector<Attempt> answers = answersOf(attempts, m_now);
        if (!answers.empty()) {
            m_answered.push_back({ { skill, question, false }, askedAgainFrom(attempts, m_now), placeInTime(answers.back().at, m_now),
                learningDay(answers.back().at, answers.back().offset), answers.back().right });
        }
    }

    [[nodiscard]] std::vector<Answered> due() const
    {
        std::vector<Answered> due;
        std::copy_if(m_answered.begin(), m_answered.end(), std::back_inserter(due),
            [this](const Answered& each) { return each.from && *each.from <= m_today; });
        std::stable_sort(due.begin(), due.end(), [](const Answered& a, const Answered& b) { return *a.from < *b.from; });
        return due;
    }

    [[nodiscard]] std::optional<QuestionAgain> confusableWith(int skill)
    {
        const Answered* longest = nullptr;
        for (const Answered& each : m_answered) {
            const bool fits = each.wasRight && !each.from && each.lastDay != m_today && !m_used.contains(keyOf(each.again))
                && areConfusable(m_roadmap, skill, each.again.skill);
            if (fits && (longest == nullptr || each.last < longest->last)) {
                longest = &each;
            }
        }
        return longest == nullptr ? std::nullopt : std::optional(QuestionAgain { longest->again.skill, longest->again.question, true });
    }

    /// The most frequent skill first among those that the one before was not of; equal ones as they come.
    static std::vector<QuestionAgain> apart(std::vector<QuestionAgain> left)
    {
        std::vector<QuestionAgain> order;
        while (!left.empty()) {
            const auto rank = [&](const QuestionAgain& each) {
                const auto same = std::count_if(left.begin(), left.end(), [&each](const auto& other) { return other.skill == each.skill; });
                const bool follows = !order.empty() && order.back().skill == each.skill;
                return std::tuple(follows ? 1 : 0, -same);
            };
            const auto next
                = std::min_element(left.begin(), left.end(), [&rank](const auto& a, const auto& b) { return rank(a) < rank(b); });
            order.push_back(*next);
            left.erase(next);
        }
        return order;
    }

    const Roadmap& m_roadmap;
    qint64 m_now;
    QDate m_today;
    std::vector<Answered> m_answered;
    QSet<std::pair<int, QString>> m_used;
};

} // namespace

std::optional<QDate> askedAgainFrom(const Attempts& attempts, qint64 now)
{
    const std::vector<Attempt> answers = answersOf(attempts, now);
    const auto wrong = std::find_if(answers.rbegin(), answers.rend(), [](const Attempt& answer) { return !answer.right; });
    if (wrong == answers.rend()) {
        return std::nullopt;
    }
    const bool isAhead = wrong->at > now; // by a clock that was ahead: its day says nothing
    QDate last = isAhead ? learningDay(now, wrong->offset).addDays(-daysToSecondTry) : learningDay(wrong->at, wrong->offset);
    QDate from = last.addDays(daysToSecondTry);
    int made = 0;
    for (auto answer = wrong.base(); answer != answers.end() && made < 2; ++answer) {
        const QDate day = learningDay(answer->at, answer->offset);
        if (day > last) { // the same evening has the answer still in the ear
            ++made;
            last = day;
            from = day.addDays(daysToThirdTry);
        }
    }
    return made == 2 ? std::nullopt : std::optional(from);
}

bool areConfusable(const Roadmap& roadmap, int one, int other)
{
    if (one == other) {
        return false;
    }
    const domain::Skill& a = roadmap.skill(one);
    const domain::Skill& b = roadmap.skill(other);
    const auto& groups = roadmap.course().choices;
    const bool isChoice = std::any_of(groups.begin(), groups.end(),
        [&](const domain::ChoiceGroup& group) { return group.members.contains(a.id) && group.members.contains(b.id); });
    if (isChoice || a.area != b.area) {
        return isChoice;
    }
    const auto& need = a.prerequisites;
    return need.contains(b.id) || b.prerequisites.contains(a.id)
        || std::any_of(need.begin(), need.end(), [&b](const QString& each) { return b.prerequisites.contains(each); });
}

std::vector<QuestionAgain> questionsAgain(const Roadmap& roadmap, const domain::Progress& progress, const Moment& moment, int most)
{
    return Mixer(roadmap, progress, moment).mix(most);
}

} // namespace waymark::learning
