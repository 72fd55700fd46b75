// SPDX-License-Identifier: GPL-3.0-or-later
#include <session/Workspace.h>

#include <learning/LearningDays.h>
#include <session/Drafts.h>

#include <QUuid>

#include <utility>

namespace waymark::session {

using domain::Result;

namespace {

std::vector<int> differences(const std::vector<learning::SkillState>& before, const std::vector<learning::SkillState>& after)
{
    std::vector<int> indices;
    for (std::size_t i = 0; i < after.size(); ++i) {
        if (i >= before.size() || before[i] != after[i]) {
            indices.push_back(static_cast<int>(i));
        }
    }
    return indices;
}

} // namespace

Workspace::Workspace(std::unique_ptr<domain::Store> store, Clock clock)
    : m_store(std::move(store))
    , m_drafts(std::make_unique<Drafts>())
    , m_clock(std::move(clock))
{
}

Workspace::~Workspace() = default;

Result<std::unique_ptr<Workspace>> Workspace::open(std::unique_ptr<domain::Store> store, Clock clock)
{
    std::unique_ptr<Workspace> workspace(new Workspace(std::move(store), std::move(clock)));
    if (const Result<void> loaded = workspace->reload(); !loaded) {
        return tl::unexpected(loaded.error());
    }
    return workspace;
}

Result<void> Workspace::reload()
{
    Result<std::optional<domain::Course>> course = m_store->course();
    if (!course) {
        return tl::unexpected(course.error());
    }
    Result<domain::Progress> progress = m_store->progress();
    if (!progress) {
        return tl::unexpected(progress.error());
    }
    m_roadmap = domain::Roadmap(std::move(*course).value_or(domain::Course {}));
    m_progress = std::move(*progress);
    m_states.clear();
    m_projectStates.clear();
    m_document.reset();
    m_editsOfHours.reset();
    m_drafts->follow(DraftMoves(m_roadmap.course(), m_progress));
    Changes all;
    refreshStates(all);
    refreshSteps();
    return {};
}

/// A journal that cannot be read offers no undo; the failure itself shows in the next edit.
void Workspace::refreshSteps()
{
    m_nextUndo = m_store->nextUndo().value_or(std::nullopt);
    m_nextRedo = m_store->nextRedo().value_or(std::nullopt);
}

QDate Workspace::today() const
{
    return learning::learningDay(m_clock.now(), m_clock.zone);
}

void Workspace::refreshStates(Changes& changes)
{
    const QDate day = today();
    changes.day = day != m_day;
    m_day = day;
    std::vector<learning::SkillState> states = learning::skillStates(m_roadmap, m_progress, moment());
    std::vector<learning::SkillState> projects = learning::projectStates(m_roadmap, m_progress, states, moment());
    changes.restated = differences(m_states, states);
    changes.restatedProjects = differences(m_projectStates, projects);
    m_states = std::move(states);
    m_projectStates = std::move(projects);
}

void Workspace::noticeTime()
{
    Changes changes;
    refreshStates(changes);
    if (changes.day || !changes.restated.empty() || !changes.restatedProjects.empty()) {
        Q_EMIT changed(changes);
    }
}

void Workspace::noticeDay()
{
    if (m_isBehind && readAgain()) {
        Changes all;
        all.course = true;
        Q_EMIT changed(all);
        Q_EMIT caughtUp();
    }
    if (today() != m_day) {
        noticeTime();
    }
}

learning::MasteryStanding Workspace::masteryOf(const QString& skill) const
{
    const domain::Skill* found = m_roadmap.find(skill);
    return found == nullptr ? learning::MasteryStanding {} : learning::masteryOf(*found, m_progress.skill(skill), moment());
}

domain::Result<std::shared_ptr<const exchange::LessonDocument>> Workspace::document(const QString& skill) const
{
    if (m_document && m_documentOf == skill) {
        return m_document;
    }
    const Result<domain::Lesson> text = m_store->lesson(skill);
    if (!text) {
        return tl::unexpected(text.error());
    }
    const auto form = m_roadmap.isProject(skill) ? exchange::LessonForm::Project : exchange::LessonForm::Skill;
    auto read = exchange::readLesson(text->markdown, 1, form);
    if (!read) {
        return tl::unexpected(read.error());
    }
    m_documentOf = skill;
    m_document = std::make_shared<const exchange::LessonDocument>(std::move(*read));
    return m_document;
}

learning::SkillState Workspace::stateOf(const QString& skill) const
{
    if (const int index = m_roadmap.indexOf(skill); index >= 0) {
        return m_states[static_cast<std::size_t>(index)];
    }
    const int project = m_roadmap.projectIndex(skill);
    return project < 0 ? learning::SkillState::Locked : m_projectStates[static_cast<std::size_t>(project)];
}

learning::Lock Workspace::lockOf(const QString& skill) const
{
    if (const int index = m_roadmap.indexOf(skill); index >= 0) {
        return learning::lockOf(m_roadmap, m_progress, m_states, index);
    }
    const domain::Skill* project = m_roadmap.find(skill);
    return project == nullptr ? learning::Lock {} : learning::lockOf(m_roadmap, m_progress, m_states, *project);
}

std::vector<learning::NextStep> Workspace::nextSteps(int count) const
{
    return learning::nextSteps(m_roadmap, m_progress, m_states, moment(), count);
}

const domain::Skill* Workspace::nextProject() const
{
    const std::optional<int> project = learning::nextProject(m_roadmap, m_progress, m_projectStates, moment());
    return project ? &course().projects[static_cast<std::size_t>(*project)] : nullptr;
}

const domain::Milestone* Workspace::headingFor() const
{
    return learning::headingFor(m_roadmap, m_progress, m_states);
}

learning::MilestoneStanding Workspace::standingOf(const domain::Milestone& milestone) const
{
    return learning::standingOf(m_roadmap, m_progress, m_states, milestone);
}

std::vector<int> Workspace::wayTo(const domain::Milestone& milestone) const
{
    return learning::wayTo(m_roadmap, m_progress, m_states, milestone);
}

learning::StudyWeek Workspace::studyWeek(Qt::DayOfWeek firstDay) const
{
    return learning::studyWeek(m_progress, m_clock.now(), m_clock.zone, firstDay);
}

Result<std::vector<domain::SearchHit>> Workspace::search(const QString& words, int limit) const
{
    return m_store->search(words, limit);
}

const std::vector<domain::JournalEntry>& Workspace::editsOfHours() const
{
    if (!m_editsOfHours) {
        constexpr qint64 hundredDays = 100LL * 24 * 3'600'000; // milliseconds
        const std::vector<domain::EditKind> kinds { domain::EditKind::SetGoal, domain::EditKind::SetRhythm, domain::EditKind::SetUp,
            domain::EditKind::ImportPlan };
        m_editsOfHours = m_store->applied(kinds, now() - hundredDays).value_or(std::vector<domain::JournalEntry> {});
    }
    return *m_editsOfHours;
}

domain::EditContext Workspace::context() const
{
    const qint64 now = m_clock.now();
    return { m_roadmap, m_progress, now, QUuid::createUuid().toString(QUuid::WithoutBraces), m_clock.zone,
        learning::startOfLearningDay(learning::learningDay(now, m_clock.zone), m_clock.zone) };
}

} // namespace waymark::session
