// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <PlantsInLessons.h>

/// Faults for each rule of CourseCheck.
namespace waymark::exchange::fixture {

inline std::vector<Plant> plantsInYaml()
{
    return {
        { "course-yaml", yaml, "title: A course", "title: [A course", "version" },
        { "key-missing", yaml, "version: 1.0.0\n", "", "id:" },
        { "key-missing", yaml, "title: Demo, ", "", "id: demo," },
        { "key-shape", yaml, "members: [demo-b, demo-c]", "members: demo-b", "members" },
        { "key-unknown", yaml, "language: en", "language: en\nauthor: me", "author" },
        { "word-unknown", yaml, "title: End\n", "title: End\n    view: maybe\n", "maybe" },
        { "id-form", yaml, "id: tools", "id: Tools", "Tools" },
        { "id-duplicate", yaml, "id: end", "id: start", "\n  - id: start\n    title: End" },
        { "id-duplicate", yaml, "id: end", "id: demo-b", "id: demo-b" },
        { "choice-member", yaml, "[demo-b, demo-c]", "[demo-b, demo-x]", "demo-x" },
        { "milestone-target", yaml, "[start, demo-d]", "[start, demo-x]", "demo-x" },
        { "milestone-target", yaml, "[start, demo-d]", "[end, demo-d]", "[end" },
        { "moved-target", yaml, "demo-old: demo-a", "demo-old: demo-x", "demo-x" },
    };
}

inline std::vector<Plant> plantsInFrontMatter()
{
    return {
        { "front-matter", outline, "id: demo-b", "id: [demo-b", "area:" },
        { "front-matter", outline, "---\nid", "id", "id" },
        { "text-encoding", outline, "Can do", "Can \xff do", "---" },
        { "key-missing", outline, "hours: 4\n", "", "id" },
        { "key-missing", lessonFile, "reviewed: 2026-11-21\n", "", "---" },
        { "key-missing", lessonFile, "  - \"A book, an author\"\n", "", "sources:" },
        { "key-shape", outline, "hours: 4", "hours: many", "many" },
        { "key-shape", outline, "reviewed: 2026-11-21", "reviewed: yesterday", "yesterday" },
        { "key-shape", outline, "  - demo-a", "  - [demo-a]", "demo-a]" },
        { "key-unknown", outline, "kind: practice", "kind: practice\ncolour: red", "colour" },
        { "word-unknown", outline, "level: junior", "level: beginner", "beginner" },
        { "word-unknown", outline, "kind: practice", "kind: practise", "practise" },
        { "id-form", outline, "id: demo-b", "id: Demo_B", "Demo_B" },
        { "id-duplicate", outline, "id: demo-b", "id: demo-a", "id:" },
        { "file-name", outline, "id: demo-b", "id: demo-y", "id:" },
        { "title-length", outline, "The skill", "The skill " + QByteArray(60, 'a'), "title" },
        { "outcome-form", outline, "Can do", "Does", "outcome" },
        { "hours-form", outline, "hours: 4", "hours: 2.5", "hours" },
        { "hours-form", outline, "hours: 4", "hours: 0", "hours" },
        { "area-unknown", outline, "area: demo", "area: demi", "area" },
        { "choice-unknown", outline, "  - demo-a", "  - any-of: toys", "toys" },
        { "prerequisite-unknown", outline, "  - demo-a", "  - demo-x", "demo-x" },
        { "prerequisite-unknown", outline, "  - demo-a", "  - any-of: [demo-a, demo-x]", "demo-x" },
        { "prerequisite-cycle", outline, "  - demo-a", "  - demo-b", "  - demo-b" },
        { "prerequisite-cycle", outline, "  - demo-a", "  - demo-s", "" },
        { "prerequisite-redundant", outline, "  - demo-a", "  - demo-a\n  - demo-c", "  - demo-a" },
        { "prerequisite-redundant", outline, "  - demo-a", "  - demo-a\n  - demo-a", "  - demo-a\nversions" },
        { "includes-unknown", outline, "versions:", "includes:\n  demo-x: 0.5\nversions:", "demo-x" },
        { "level-order", lessonFile, "level: junior", "level: mid", "" },
    };
}

inline std::vector<Plant> plantsInProjects()
{
    return {
        { "key-missing", projectFile, "hours: 5\n", "", "id" },
        { "key-unknown", projectFile, "level: junior", "level: junior\narea: demo", "area" },
        { "file-name", projectFile, "id: project-desk", "id: project-chair", "id:" },
        { "id-duplicate", projectFile, "id: project-desk", "id: demo-a", "id:" },
        { "id-duplicate", yaml, "id: end", "id: project-desk", "id: project-desk" },
        { "id-duplicate", yaml, "id: demo,", "id: projects,", "id: projects" },
        { "moved-target", yaml, "demo-old: demo-a", "demo-old: project-chair", "project-chair" },
        { "prerequisite-unknown", projectFile, "  - demo-b", "  - demo-x", "demo-x" },
        { "prerequisite-redundant", projectFile, "  - demo-b", "  - demo-b\n  - demo-a", "demo-a" },
        { "section-unknown", projectFile, "## Rubric", "## Key ideas", "## Key ideas" },
        { "section-missing", projectFile, "## Rubric", "### Rubric", "## Brief" },
        { "section-order", projectFile, "## Acceptance", "## Go further", "## Rubric" },
        { "project-size", projectFile, prose(180, "brief"), "Short.\n", "## Brief" },
        { "project-size", projectFile, prose(180, "step2n"), "Short.\n", "## Brief" },
        { "step-count", projectFile, "### Step: Leg 5 (60 min)", "", "## Steps" },
        { "task-heading", projectFile, "### Step: Leg 2", "### Task: Leg 2", "### Task: Leg 2" },
        { "task-hours", projectFile, "hours: 5", "hours: 9", "## Steps" },
        { "checklist-count", projectFile, "- [ ] I planed leg 6 | evidence: file | id: leg-6\n", "", "## Acceptance" },
        { "checklist-verb", projectFile, "I planed leg 2", "I understand leg 2", "I understand" },
        { "rubric-form", projectFile, "| criterion | 0 | 1 | 2 | 3 |", "| criterion | 1 | 2 | 3 | 4 |", "## Rubric" },
        { "rubric-form", projectFile, "| Leg 3 | none |", "| Leg 3 | |", "| Leg 3" },
        { "rubric-form", projectFile, "| Leg 5 | none | bent | straight | and smooth |\n", "", "| criterion" },
        { "rubric-form", projectFile, "Pass mark: 9 of 15 points.\n", "", "## Rubric" },
        { "hint-count", projectFile, "### Hint: Leg 3 is short", "", "## When" },
        { "hint-heading", projectFile, "### Hint: Leg 3", "### Leg 3", "### Leg 3" },
        { "further-count", projectFile, "- *Another book*, an author: chapter 4.\n", "", "## Go" },
        { "sentence-length", projectFile, "It stands.", QByteArray("word ").repeated(33) + "end.", "word word" },
        { "text-repeated", projectFile, "## Steps\n", "## Steps\n\n" + prose(20, "why"), "Wordwhy1" },
        { "fence-word", projectFile, "```python run file=accept.py", "```python", "```python\n" },
        { "term-early", "terms.tsv", "widget\tdemo-b\twidgets", "legs\tdemo-d\tleg", "" },
    };
}

inline std::vector<Plant> allPlants()
{
    std::vector<Plant> all;
    for (const auto& plants : { plantsInYaml(), plantsInFrontMatter(), plantsInStructure(), plantsInProjects(), plantsInText() }) {
        all.insert(all.end(), plants.begin(), plants.end());
    }
    return all;
}

} // namespace waymark::exchange::fixture
