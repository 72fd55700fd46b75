// SPDX-License-Identifier: GPL-3.0-or-later
#include <session/Workspace.h>

#include <domain/CourseStep.h>
#include <domain/StudyEdits.h>
#include <session/Drafts.h>

#include <QHash>

#include <algorithm>
#include <utility>

/// The road by which course and progress change: store first, then memory, then the screens.
namespace waymark::session {

using domain::Edit;
using domain::Error;
using domain::RecordKind;
using domain::Result;
using domain::RunningTimer;

namespace {

constexpr qint64 longestMoment = 300'000; // milliseconds: as a watch lets pass without activity

/// A watch that undo or redo puts back did not run since it was taken off, at `seen`: but for a moment, that was no study. A turn of a
/// course puts none back: the watch goes on under another name.
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

template <class T> Result<T> Workspace::announced(Result<T> result)
{
    if (!result) {
        Q_EMIT failed(result.error());
    }
    return result;
}

template <class Work> auto Workspace::inTurn(const Work& work) -> decltype(work())
{
    const ChangeTurns::Turn turn(m_turns);
    return work();
}

/// What comes by itself waits and keys and clicks are held off, so it is a person who asks in the middle of a change, by a way that nothing
/// else guards: a screen reader. It is told at once, for it sees no window that stands still.
Result<void> Workspace::mayChange()
{
    if (isChanging()) {
        const Result<void> refused = domain::failure(domain::ErrorCode::LibraryBusy);
        Q_EMIT cameTooEarly(refused.error());
        return refused;
    }
    return m_isBehind ? announced(Result<void>(domain::failure(domain::ErrorCode::ReadOnly))) : Result<void>();
}

/// What failed once may not fail twice; where it does, what is here is of before and must not be taken for the library.
Result<void> Workspace::readAgain()
{
    Result<void> read = reload();
    if (!read) {
        read = reload();
    }
    const bool wasBehind = std::exchange(m_isBehind, !read.has_value());
    if (m_isBehind && !wasBehind) {
        Q_EMIT changed({}); // nothing can be changed now
        Q_EMIT fellBehind(read.error());
    }
    return read;
}

Result<Edit> Workspace::apply(const Result<Edit>& edit)
{
    if (!edit || edit->changes.empty()) {
        return announced(edit);
    }
    if (const Result<void> may = mayChange(); !may) {
        return tl::unexpected(may.error());
    }
    if (const Result<void> stored = inTurn([&] { return m_store->commit(*edit); }); !stored) {
        catchUp(stored.error());
        return announced(Result<Edit>(tl::unexpected(stored.error())));
    }
    adopt(*edit);
    return edit;
}

Result<Edit> Workspace::undo()
{
    if (const Result<void> may = mayChange(); !may) {
        return tl::unexpected(may.error());
    }
    const std::optional<RunningTimer> before = m_progress.timer();
    Result<Edit> undone = inTurn([this] { return m_store->undo(); });
    const bool isOfCourse = undone && domain::isInstallation(undone->kind);
    if (isOfCourse) {
        const domain::Course taken = course();
        undone = followCourse(&taken).map([&undone] { return *undone; });
    } else if (undone) {
        adopt(domain::inverse(*undone));
    }
    if (!undone) {
        catchUp(undone.error());
    } else if (!isOfCourse) {
        pauseUnseen(*this, before, undone->at);
    }
    return announced(std::move(undone));
}

Result<Edit> Workspace::redo()
{
    if (const Result<void> may = mayChange(); !may) {
        return tl::unexpected(may.error());
    }
    const std::optional<RunningTimer> before = m_progress.timer();
    Result<Edit> redone = inTurn([this] { return m_store->redo(); });
    const bool isOfCourse = redone && domain::isInstallation(redone->kind);
    if (isOfCourse) {
        redone = followCourse().map([&redone] { return *redone; });
    } else if (redone) {
        adopt(*redone);
    }
    if (!redone) {
        catchUp(redone.error());
    } else if (!isOfCourse) {
        pauseUnseen(*this, before, redone->at);
    }
    return announced(std::move(redone));
}

/// What the store holds is not what was read from it: another program has written to it. Everything may differ.
void Workspace::catchUp(const Error& error)
{
    if (error.code == domain::ErrorCode::StaleEdit && readAgain()) {
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
Result<domain::FormerCourse> Workspace::installCourse(const domain::CourseContent& content)
{
    if (const Result<void> may = mayChange(); !may) {
        return tl::unexpected(may.error());
    }
    Result<domain::FormerCourse> installed = domain::FormerCourse::Passed;
    if (hasCourse()) {
        domain::CourseContent another = content;
        another.step = domain::InstallStep { context().id, now() };
        installed = inTurn([&] { return m_store->installCourse(another); });
    } else {
        installed = inTurn([&] { return m_store->installCourse(content); });
    }
    if (installed) {
        installed = followCourse().map([&installed] { return *installed; });
    } else {
        catchUp(installed.error());
    }
    return announced(std::move(installed));
}

std::optional<domain::Keeping> Workspace::courseKeeping(const domain::CourseContent& next) const
{
    const bool isSame = course() == next.course && m_store->courseHash() == next.hash;
    if (!hasCourse() || isSame) {
        return std::nullopt;
    }
    return m_store->courseSize().map(domain::keepingOf).value_or(domain::Keeping::Unsure);
}

/// The store has another course; `taken`: the one that an undo has taken back, under whose ids drafts were written.
Result<void> Workspace::followCourse(const domain::Course* taken)
{
    Result<void> followed = readAgain();
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
