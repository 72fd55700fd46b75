// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/Edits.h>
#include <exchange/PlanDocument.h>

#include <array>

namespace waymark::exchange {

/// What bringing in a plan would do, for --dry-run and for the window. Nothing has been changed yet.
struct PlanPreview
{
    struct Count
    {
        int added = 0;
        int replaced = 0; ///< the library's record is older
        int kept = 0; ///< the library's record is the same or newer

        bool operator==(const Count&) const = default;
    };

    std::array<Count, domain::recordKinds> counts {}; ///< by RecordKind
    QStringList skills; ///< ids of skills whose records would change, sorted
    QStringList unknownSkills; ///< of these, the ones that the installed course does not have; their records are kept all the same
    bool otherCourse = false; ///< the plan is of another course than the installed one
    bool otherLearner = false; ///< the plan and the library name different learners; the library's name stays
    bool altered = false; ///< the file was changed after Waymark wrote it

    [[nodiscard]] const Count& of(domain::RecordKind kind) const { return counts[static_cast<std::size_t>(kind)]; }
    [[nodiscard]] int changes() const; ///< records added and replaced
    bool operator==(const PlanPreview&) const = default;
};

/// The edit that brings a plan's records into the library, as one undo step. A record that carries a time replaces an older one under the
/// same key; goal and choices are the plan's; study time is united by id; the name is taken where none is set. Nothing that the library
/// has is removed. Ids of older course versions are moved. Without changes where the library has it all.
[[nodiscard]] domain::Result<domain::Edit> planImportEdit(const domain::EditContext& context, const PlanDocument& plan);
[[nodiscard]] PlanPreview planPreview(const domain::EditContext& context, const PlanDocument& plan);

/// The records that a plan holds, under the keys of a library. Reviews and sign-offs are not among them: they come from review files alone.
[[nodiscard]] std::vector<std::pair<domain::RecordKey, domain::Record>> recordsOf(const PlanDocument& plan);

} // namespace waymark::exchange
