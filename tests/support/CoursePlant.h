// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <CourseFixture.h>

#include <vector>

namespace waymark::exchange::fixture {

using namespace Qt::StringLiterals;

/// A fault planted into a course without faults: in one file, one text replaced by another; and where it must be named.
struct Plant
{
    const char* rule;
    const char* file;
    QByteArray before;
    QByteArray after;
    QByteArray onLine; ///< the first line of the changed file that holds this text
};

inline constexpr auto yaml = "course.yaml";
inline constexpr auto lessonFile = "skills/demo/demo-a.md";
inline constexpr auto outline = "skills/demo/demo-b.md";
inline constexpr auto split = "skills/demo/demo-s.md";
inline constexpr auto projectFile = "projects/project-desk.md";

/// With a lesson of two halves, a project, both lists and a picture.
inline CourseFiles cleanCourse()
{
    CourseFiles files = course();
    files[QLatin1StringView(split)] = frontMatter("demo-s", "  - demo-d\n").replace("hours: 4", "hours: 8") + splitLesson();
    files[QLatin1StringView(projectFile)] = project();
    files[u"inventory.tsv"_s] = "item\tkind\thome\taliases\nletters in order\tconcept\tdemo-a\tthe alphabet\n";
    files[u"terms.tsv"_s] = "term\thome\taliases\nwidget\tdemo-b\twidgets\n";
    files[u"images/a.svg"_s] = "<svg xmlns=\"http://www.w3.org/2000/svg\"/>";
    return files;
}

} // namespace waymark::exchange::fixture
