// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <MemoryWorkspace.h>
#include <SampleCourse.h>

#include <session/CardShelf.h>
#include <session/RecallDesk.h>

#include <memory>

namespace waymark::support {

/// A workspace over two skills with cards, and a clock that the test sets. It begins on 2026-11-21 at 10:00 UTC, with Git begun.
struct CardFixture
{
    static constexpr qint64 minute = 60'000;
    static constexpr qint64 day = 24 * 60 * minute;
    inline static const QString git = QStringLiteral("vcs-git");
    inline static const QString sql = QStringLiteral("db-sql");
    inline static const QString commit = QStringLiteral("what-is-a-commit");
    inline static const QString branch = QStringLiteral("what-is-a-branch");
    inline static const QString join = QStringLiteral("what-is-a-join");

    qint64 now = 1'795'255'200'000;
    MemoryStore* store = nullptr; ///< owned by the workspace
    std::unique_ptr<session::Workspace> workspace;

    static domain::CourseContent course()
    {
        domain::CourseContent content = sampleCourse();
        content.course.skills[0].cards = { commit, branch };
        content.course.skills[1].cards = { join };
        content.lessons[0].markdown = QStringLiteral(
            "## Mental model\n\nA commit keeps a snapshot of the whole tree.\n\n## Key ideas\n\nNames are cheap: a branch is a name.\n\n"
            "## Flashcards\n\n| Front | Back |\n| --- | --- |\n| What is a `commit`? | a *snapshot* |\n| What is a branch? | a name |\n");
        content.lessons[1].markdown
            = QStringLiteral("## Flashcards\n\n| Front | Back |\n| --- | --- |\n| What is a join? | rows of two tables |\n");
        return content;
    }

    explicit CardFixture(bool begun = true)
    {
        MemoryWorkspace opened(course(), { [this] { return now; }, QTimeZone::utc() });
        store = opened.store;
        workspace = std::move(opened.workspace);
        if (begun) {
            apply(domain::startSkill(workspace->context(), git, false));
        }
    }
    CardFixture(const CardFixture&) = delete;
    CardFixture& operator=(const CardFixture&) = delete;

    void apply(const domain::Result<domain::Edit>& edit) const
    {
        if (!workspace->apply(edit)) {
            qFatal("an edit of the fixture fails");
        }
    }
    void grade(const QString& card, domain::Grade grade, const QString& skill = git) const
    {
        const session::RecallDesk desk(*workspace);
        apply(desk.graded(*desk.card(skill, card), grade, 20'000));
    }
    /// Gives its id.
    QString write(const QString& front, const QString& skill = git) const
    {
        const auto edit = domain::writeCard(workspace->context(), skill, {}, front, QStringLiteral("Back"));
        apply(edit);
        return QStringLiteral("own-") + edit->id;
    }
    /// The card as one that was forgotten so often.
    void forget(const QString& card, int lapses) const
    {
        domain::CardSchedule after = state(card).schedule;
        after.phase = domain::CardSchedule::Phase::Review;
        after.memory = domain::Memory { 2, 9 };
        after.last = now;
        after.due = now;
        after.scheduledDays = 1;
        after.reps = lapses * 2;
        after.lapses = lapses;
        apply(domain::recallCard(workspace->context(), git, card, {}, after));
    }
    [[nodiscard]] domain::CardState state(const QString& card, const QString& skill = git) const
    {
        return workspace->progress().skill(skill).cards.value(card);
    }
    [[nodiscard]] session::CardStanding standing(const QString& card, const QString& skill = git) const
    {
        return session::standingOf(*workspace, { skill, card });
    }
};

} // namespace waymark::support
