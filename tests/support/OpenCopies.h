// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "CopyMerges.h"
#include "MemoryStore.h"
#include "SampleCourse.h"

#include <domain/JournalReplay.h>
#include <domain/StudyEdits.h>
#include <learning/Replay.h>
#include <session/CopyMerge.h>
#include <session/RecallDesk.h>
#include <session/Workspace.h>

#include <memory>

// Copies of one library that are open, each at a moment of its own.
namespace waymark::support {

inline constexpr qint64 minute = 60'000;
inline constexpr qint64 day = 24 * 60 * minute;
inline constexpr qint64 openedAt = 1'790'000'000'000; ///< 14:13 of a day: no replay comes near its turn

inline domain::CourseContent courseWithCards()
{
    domain::CourseContent content = sampleCourse();
    content.course.skills.front().cards = { QStringLiteral("first") };
    content.course.skills.front().questions = { QStringLiteral("which") };
    return content;
}

inline MemoryStore installed(const domain::CourseContent& content)
{
    MemoryStore store;
    if (!store.installCourse(content)) {
        qFatal("the course does not install");
    }
    return store;
}

/// A copy of a library, open at a moment.
struct Copy
{
    MemoryStore* store = nullptr; ///< owned by the workspace
    std::unique_ptr<session::Workspace> workspace;

    Copy(const MemoryStore& of, qint64 now)
    {
        auto owned = std::make_unique<MemoryStore>(of);
        store = owned.get();
        workspace = std::move(*session::Workspace::open(std::move(owned), { [now] { return now; }, QTimeZone::utc() }));
    }

    [[nodiscard]] QString skill() const { return workspace->course().skills.front().id; }
    void apply(const domain::Result<domain::Edit>& edit) const
    {
        if (const auto done = workspace->apply(edit); !done || done->changes.empty()) {
            qFatal("the edit is not made");
        }
    }
    void recall(domain::Grade grade) const
    {
        const domain::CardState state = workspace->progress().skill(skill()).cards.value(QStringLiteral("first"));
        apply(session::RecallDesk(*workspace).graded({ skill(), QStringLiteral("first"), {}, {}, false, state }, grade, 900));
    }
    void answer(bool right) const
    {
        domain::Attempt attempt;
        attempt.right = right;
        apply(domain::answerQuestion(workspace->context(), skill(), QStringLiteral("which"), attempt));
    }
    [[nodiscard]] domain::LibraryContents read() const
    {
        return { store->libraryId().value(), store->course().value().value(), workspace->progress(), wholeJournal(*store) };
    }
    [[nodiscard]] domain::Result<session::MergePreview> preview(const Copy& other) const
    {
        return session::previewOf(*session::libraryHere(*workspace), other.read(), QStringLiteral("other.waymark"));
    }
    [[nodiscard]] QByteArray mergedHash(const Copy& other) const
    {
        apply(preview(other).value().merge.edit);
        return domain::contentHash(workspace->progress());
    }
    [[nodiscard]] bool isWhereRecallsLead() const
    {
        const QHash<QString, qint64> order = domain::orderOf(historyIn(*store));
        return learning::replay(workspace->progress(), { workspace->zone(), order, &workspace->course() }).differences.empty();
    }
};

} // namespace waymark::support
