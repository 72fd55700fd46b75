// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <exchange/CodeRuns.h>
#include <exchange/Confinement.h>
#include <exchange/CourseCheck.h>

#include <functional>

namespace waymark::exchange {

struct CodeRunOptions
{
    int jobs = 0; ///< how many blocks run at once; 0 for one on each core
    int seconds = 120; ///< that a block may take: a slow one takes 10 on a quiet machine, and much more on a busy one
    QString cacheFolder; ///< empty: nothing is remembered between checks
    std::function<void(int done, int all)> progress; ///< called from any thread, one call at a time
    std::function<bool()> isCancelled;
};

struct CodeRunReport
{
    CourseFaults faults; ///< in the order of the runs
    int blocks = 0;
    int remembered = 0; ///< of them, good in an earlier check and not run again
    int leftOut = 0; ///< of them, not run because this machine does not let them do what they need
    Confinement confinement = Confinement::LimitsOnly;
    bool isCancelled = false; ///< some blocks were not run
};

/// The rules that only running the code can tell.
[[nodiscard]] std::span<const CourseRule> codeRuleNames();

/// Runs the code of a course on this machine and holds it against its fences. This executes what the course's author wrote: it is for
/// courses one writes or trusts, and nothing but the check of an author calls it.
[[nodiscard]] CodeRunReport runCode(const std::vector<CodeRun>& runs, const CodeRunOptions& options);
[[nodiscard]] CodeRunReport runCourseCode(const CourseFiles& files, const CodeRunOptions& options);

} // namespace waymark::exchange
