// SPDX-License-Identifier: GPL-3.0-or-later
#include <session/WeekLog.h>

#include <learning/LearningDays.h>
#include <learning/QuestionsAgain.h>
#include <learning/ReachedAt.h>
#include <learning/StudyCalendar.h>
#include <learning/StudyOrder.h>

#include <algorithm>

namespace waymark::session {

namespace {

using domain::Skill;
using domain::SkillProgress;
using learning::SkillState;

constexpr int weekDays = 7;

class Logging
{
public:
    Logging(const Workspace& workspace, QDate first)
        : m_workspace(workspace)
        , m_from(learning::startOfLearningDay(first, workspace.zone()))
        , m_until(learning::startOfLearningDay(first.addDays(weekDays), workspace.zone()))
    {
        m_log.first = first;
    }

    WeekLog run()
    {
        addTimes();
        domain::eachSkillAndProject(m_workspace.course(), [this](const Skill& skill) { add(skill); });
        return m_log;
    }

private:
    [[nodiscard]] bool isIn(qint64 at) const { return at >= m_from && at < m_until; }
    [[nodiscard]] bool isIn(qint64 at, int offset) const { return isIn(learning::learningDay(at, offset)); }
    [[nodiscard]] bool isIn(QDate day) const { return day >= m_log.first && m_log.first.daysTo(day) < weekDays; }

    void addTimes()
    {
        const learning::StudyCalendar calendar(learning::StudyTimes::of(m_workspace.progress()), m_log.first);
        for (int day = 0; day < weekDays; ++day) {
            m_log.planned += calendar.planned(day);
        }
        QMap<QString, int> minutes;
        for (const domain::TimeEntry& entry : m_workspace.progress().time()) {
            if (isIn(learning::learningDay(entry, m_workspace.zone()))) {
                minutes[entry.skill] += entry.minutes;
                m_log.minutes += entry.minutes;
            }
        }
        for (auto each = minutes.cbegin(); each != minutes.cend(); ++each) {
            m_log.times.push_back({ each.key(), each.value() });
        }
        std::stable_sort(m_log.times.begin(), m_log.times.end(), [](const auto& a, const auto& b) { return a.minutes > b.minutes; });
    }

    void add(const Skill& skill)
    {
        const SkillProgress& progress = m_workspace.progress().skill(skill.id);
        const SkillState state = m_workspace.stateOf(skill.id);
        const std::optional<qint64> reached = learning::reachedAt(skill, progress, state);
        if (learning::isReachedByStudy(state) && reached && isIn(*reached)) {
            m_log.finished.append(skill.id);
        }
        m_log.begun += progress.mark && progress.mark->startedAt != 0 && isIn(progress.mark->startedAt) ? 1 : 0;
        addItems(skill, progress);
        addAnswers(progress);
        addRecalls(progress);
    }

    void addItems(const Skill& skill, const SkillProgress& progress)
    {
        TickedSkill ticked { skill.id, {} };
        for (const domain::ChecklistItem& item : skill.checklist) {
            const domain::ItemProgress done = progress.items.value(item.id);
            if (!done.mark || !isIn(done.mark->at)) {
                continue;
            }
            TickedItem entry { item.text, {} };
            for (const domain::Evidence& evidence : done.evidence) {
                if (std::find(entry.evidence.begin(), entry.evidence.end(), evidence.kind) == entry.evidence.end()) {
                    entry.evidence.push_back(evidence.kind);
                }
            }
            std::sort(entry.evidence.begin(), entry.evidence.end());
            ticked.items.push_back(entry);
        }
        if (!ticked.items.empty()) {
            m_log.ticked.push_back(ticked);
        }
    }

    void addAnswers(const SkillProgress& progress)
    {
        for (const auto& attempts : progress.attempts) {
            for (const domain::Attempt& attempt : attempts) {
                if (attempt.source != domain::Attempt::Source::Placement && isIn(attempt.at, attempt.offset)) {
                    ++m_log.answers;
                    m_log.rightAnswers += attempt.right ? 1 : 0;
                }
            }
        }
    }

    void addRecalls(const SkillProgress& progress)
    {
        for (const auto& recalls : progress.recalls) {
            for (const domain::Recall& recall : recalls) {
                if (isIn(recall.at, recall.offset)) {
                    ++m_log.recalls;
                    m_log.remembered += recall.grade == domain::Grade::Again ? 0 : 1;
                }
            }
        }
        for (const domain::CardState& card : progress.cards) {
            m_log.newCards += card.introduced != 0 && isIn(card.introduced) ? 1 : 0;
        }
    }

    const Workspace& m_workspace;
    qint64 m_from;
    qint64 m_until;
    WeekLog m_log;
};

/// When a skill was last worked on in any way, at most now: a record that lies ahead was made by a clock that was ahead.
qint64 lastWorkedOn(const Workspace& workspace, const QString& skill, const QHash<QString, qint64>& lastLogged)
{
    const SkillProgress& progress = workspace.progress().skill(skill);
    qint64 last = std::max(progress.mark ? progress.mark->at : 0, lastLogged.value(skill));
    for (const domain::ItemProgress& item : progress.items) {
        last = std::max(last, item.mark ? item.mark->at : 0);
        for (const domain::Evidence& evidence : item.evidence) {
            last = std::max(last, evidence.at);
        }
    }
    for (const auto& attempts : progress.attempts) {
        for (const domain::Attempt& attempt : attempts) {
            last = std::max(last, attempt.source == domain::Attempt::Source::Placement ? 0 : attempt.at);
        }
    }
    for (const auto& recalls : progress.recalls) {
        for (const domain::Recall& recall : recalls) {
            last = std::max(last, recall.at);
        }
    }
    last = std::max(last, progress.note ? progress.note->at : 0);
    return std::min(last, workspace.now());
}

int openQuestions(const Skill& skill, const SkillProgress& progress, qint64 now)
{
    return static_cast<int>(std::count_if(skill.questions.begin(), skill.questions.end(),
        [&](const QString& question) { return learning::askedAgainFrom(progress.attempts.value(question), now).has_value(); }));
}

} // namespace

WeekLog weekLog(const Workspace& workspace, QDate first)
{
    return Logging(workspace, first).run();
}

StuckPoints stuckPoints(const Workspace& workspace)
{
    QHash<QString, qint64> lastLogged;
    for (const domain::TimeEntry& entry : workspace.progress().time()) {
        lastLogged[entry.skill] = std::max(lastLogged[entry.skill], entry.start);
    }
    const auto& timer = workspace.progress().timer();
    const QDate today = learning::learningDay(workspace.now(), workspace.zone());
    StuckPoints stuck;
    std::vector<std::pair<qint64, std::pair<QString, QString>>> asked;
    domain::eachSkillAndProject(workspace.course(), [&](const Skill& skill) {
        const SkillProgress& progress = workspace.progress().skill(skill.id);
        if (workspace.stateOf(skill.id) == SkillState::Learning && !(timer && timer->skill == skill.id)) {
            const QDate last = learning::learningDay(lastWorkedOn(workspace, skill.id, lastLogged), workspace.zone());
            if (last.daysTo(today) > weekDays) {
                stuck.untouched.push_back({ skill.id, static_cast<int>(last.daysTo(today)) });
            }
        }
        if (const int count = openQuestions(skill, progress, workspace.now()); count > 0) {
            stuck.wrongAnswers.push_back({ skill.id, count });
        }
        if (progress.question) {
            asked.emplace_back(progress.question->at, std::pair { skill.id, progress.question->text });
        }
    });
    std::stable_sort(asked.begin(), asked.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    for (const auto& [at, question] : asked) {
        stuck.mentorQuestions.push_back(question);
    }
    return stuck;
}

} // namespace waymark::session
