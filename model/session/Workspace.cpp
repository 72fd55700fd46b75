// SPDX-License-Identifier: GPL-3.0-or-later
#include <session/Workspace.h>

#include <domain/CourseStep.h>
#include <domain/StudyEdits.h>
#include <learning/LearningDays.h>
#include <session/Drafts.h>

#include <QHash>
#include <QUuid>

#include <algorithm>
#include <utility>

namespace waymark::session {

using domain::Edit;
using domain::Error;
using domain::RecordKind;
using domain::Result;
using domain::RunningTimer;

namespace {

constexpr qint64 longestMoment = 300'000; // milliseconds: as a watch lets pass without activity

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

/// A watch that undo or redo puts back did not run since it was taken off, at `seen`: but for a moment, that was no study.
void pauseUnseen(Workspace& workspace, const std::optional<RunningTimer>& before, qint64 seen)
{
    const std::optional<RunningTimer>& timer = workspace.progress().timer();
    if (!timer || !timer->isRunning() || (before && before->skill == timer->skill && before->runningSince == timer->runningSince)) {
        return;
    }
    const qint64 end = std::max(seen, timer->runningSince);
    if (workspace.now() - end >= longestMoment) {
        workspace.apply(domain::pauseTimer(workspace.context(), end));
    }
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

template <class T> Result<T> Workspace::announced(Result<T> result)
{
    if (!result) {
        Q_EMIT failed(result.error());
    }
    return result;
}

Result<Edit> Workspace::apply(const Result<Edit>& edit)
{
    if (!edit || edit->changes.empty()) {
        return announced(edit);
    }
    if (const Result<void> stored = m_store->commit(*edit); !stored) {
        catchUp(stored.error());
        return announced(Result<Edit>(tl::unexpected(stored.error())));
    }
    adopt(*edit);
    return edit;
}

Result<Edit> Workspace::undo()
{
    const std::optional<RunningTimer> before = m_progress.timer();
    Result<Edit> undone = m_store->undo();
    if (undone && domain::isInstallation(undone->kind)) {
        const domain::Course taken = course();
        undone = followCourse(&taken).map([&undone] { return *undone; });
    } else if (undone) {
        adopt(domain::inverse(*undone));
    }
    if (undone) {
        pauseUnseen(*this, before, undone->at);
    } else {
        catchUp(undone.error());
    }
    return announced(std::move(undone));
}

Result<Edit> Workspace::redo()
{
    const std::optional<RunningTimer> before = m_progress.timer();
    Result<Edit> redone = m_store->redo();
    if (redone && domain::isInstallation(redone->kind)) {
        redone = followCourse().map([&redone] { return *redone; });
    } else if (redone) {
        adopt(*redone);
    }
    if (redone) {
        pauseUnseen(*this, before, redone->at);
    } else {
        catchUp(redone.error());
    }
    return announced(std::move(redone));
}

/// What the store holds is not what was read from it: another program has written to it. Everything may differ.
void Workspace::catchUp(const Error& error)
{
    if (error.code == domain::ErrorCode::StaleEdit && reload()) {
        Changes changes;
        changes.course = true;
        Q_EMIT changed(changes);
    } else if (error.code == domain::ErrorCode::CourseLost) {
        refreshSteps(); // the next one is another
        Q_EMIT changed({});
    }
}

/// The store has the edit: memory follows it, and the screens are told once.
void Workspace::adopt(const Edit& edit)
{
    Changes changes;
    QHash<QString, bool> touched; ///< the skills that changes has already
    for (const domain::RecordChange& change : edit.changes) {
        m_progress.setRecord(change.key, change.after);
        switch (change.key.kind) {
        case RecordKind::Goal:
            m_editsOfHours.reset();
            [[fallthrough]];
        case RecordKind::Choice:
            changes.goal = true;
            break;
        case RecordKind::Learner:
            changes.learner = true;
            break;
        case RecordKind::TimeEntry:
        case RecordKind::RunningTimer:
            changes.time = true;
            break;
        case RecordKind::StudyRhythm:
            m_editsOfHours.reset();
            [[fallthrough]];
        case RecordKind::DaysOff:
        case RecordKind::OrderWish:
        case RecordKind::BoardPlace:
            changes.plan = true;
            break;
        case RecordKind::RecallOptions:
            changes.recall = true;
            break;
        case RecordKind::ReceivedReview:
        case RecordKind::ReviewAnswer:
        case RecordKind::PinnedKey:
            changes.reviews = true;
            break;
        case RecordKind::Conflict:
            changes.conflicts = true;
            break;
        case RecordKind::Absorbed:
            break;
        case RecordKind::Recall:
        case RecordKind::CardState:
        case RecordKind::OwnCard:
            changes.recall = true;
            [[fallthrough]];
        case RecordKind::SkillMark:
        case RecordKind::ItemMark:
        case RecordKind::Evidence:
        case RecordKind::Note:
        case RecordKind::Attempt:
        case RecordKind::MentorQuestion:
        case RecordKind::SelfScore:
        case RecordKind::SignOff:
            if (!std::exchange(touched[change.key.skill], true)) { // of a merge there are tens of thousands
                changes.skills.append(change.key.skill);
            }
            break;
        }
    }
    if (changes.time) {
        m_drafts->settle(); // a merge may have given an entry to another skill
    }
    refreshStates(changes);
    refreshSteps();
    Q_EMIT changed(changes);
}

/// The first course is none of the learner's steps; one that replaces it is.
Result<void> Workspace::installCourse(const domain::CourseContent& content)
{
    Result<void> installed;
    if (hasCourse()) {
        domain::CourseContent another = content;
        another.step = domain::InstallStep { context().id, now() };
        installed = m_store->installCourse(another);
    } else {
        installed = m_store->installCourse(content);
    }
    if (installed) {
        installed = followCourse();
    }
    return announced(std::move(installed));
}

/// The store has another course; `taken`: the one that an undo has taken back, under whose ids drafts were written.
Result<void> Workspace::followCourse(const domain::Course* taken)
{
    Result<void> followed = reload();
    if (followed) {
        if (taken != nullptr) {
            m_drafts->follow(DraftMoves(domain::movingBack(course(), *taken), m_progress));
        }
        Changes changes;
        changes.course = true;
        Q_EMIT changed(changes);
    }
    return followed;
}

} // namespace waymark::session
