// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/BackupShelf.h>
#include <learning/SkillStates.h>

#include <vector>

namespace waymark::learning {

/// How much there is in a library.
struct LibraryFigures
{
    int finished = 0; ///< skills and projects: practised, mastered or fading
    int started = 0; ///< learning
    int items = 0; ///< ticked
    int notes = 0;
    int recalls = 0;
    qint64 minutes = 0; ///< of study
    int edits = 0; ///< in the journal

    bool operator==(const LibraryFigures&) const = default;
};

/// A skill or project whose records are others in the two states.
struct SkillDifference
{
    QString id;
    QString title; ///< the id where neither course has it
    SkillState now = SkillState::Locked;
    SkillState then = SkillState::Locked;

    bool operator==(const SkillDifference&) const = default;
};

/// The present state of a library against another one, such as a backup that is to take its place.
struct LibraryComparison
{
    LibraryFigures now;
    LibraryFigures then;
    std::vector<SkillDifference> skills; ///< in the order of the present course, then those it does not have
    std::vector<domain::Edit> lost; ///< hold now and not then; newest first
    std::vector<domain::Edit> regained; ///< the other way round
    bool isOtherLibrary = false; ///< neither is a copy of the other
    bool isOtherCourse = false; ///< another course or another version of it

    /// Nothing that a learner recorded differs.
    [[nodiscard]] bool isSame() const { return skills.empty() && lost.empty() && regained.empty() && !isOtherCourse; }
};

[[nodiscard]] LibraryFigures figuresOf(const domain::LibraryContents& library, const Moment& moment);
[[nodiscard]] LibraryComparison compareLibraries(
    const domain::LibraryContents& now, const domain::LibraryContents& then, const Moment& moment);

} // namespace waymark::learning
