// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <exchange/PlanSummary.h>

#include <functional>
#include <stop_token>
#include <vector>

namespace waymark::exchange {

/// One plan of a folder: its newest revision, and the older ones that lie beside it.
struct CohortPlan
{
    PlanSummary newest;
    std::vector<PlanSummary> earlier; ///< other revisions, newest first

    bool operator==(const CohortPlan&) const = default;
};

/// Many plans at once, as a mentor keeps them in a folder.
struct Cohort
{
    std::vector<CohortPlan> plans; ///< in the order of the file names of their newest revisions
    std::vector<domain::Error> unreadable; ///< files that are no plan, by file name, which is the subject of the error

    bool operator==(const Cohort&) const = default;
};

struct CohortOptions
{
    /// Called after each file with how many are read and how many there are: on any thread, one call at a time.
    std::function<void(int done, int all)> progress {};
    std::stop_token stop {};
    int threads = 0; ///< 0 for as many as the machine runs at once
};

/// Names of the plan files of a folder, sorted by code point: .html, .htm and .json, without hidden ones and without folders inside.
/// FileMissing where there is no such folder; InvalidFile for a file in its place; TooLarge for more than limits::cohortFiles.
[[nodiscard]] domain::Result<QStringList> planFilesIn(const QString& folder);

/// Reads every plan of a folder, split over threads; the result does not depend on how. Nothing is written. Of files that hold the same
/// revision of a plan one stays: the one made last, then the first by name. A file that is no plan never ends the run. Errors are those
/// of planFilesIn(), and Cancelled after a stop.
[[nodiscard]] domain::Result<Cohort> readCohort(const QString& folder, const CohortOptions& options = {});

} // namespace waymark::exchange
