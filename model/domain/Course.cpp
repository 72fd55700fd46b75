// SPDX-License-Identifier: GPL-3.0-or-later
#include <domain/Course.h>

#include <domain/Wording.h>

using namespace Qt::StringLiterals;

namespace waymark::domain {

namespace {

constexpr std::array<const char*, 3> levelWords { "junior", "mid", "senior" };
constexpr std::array<const char*, 3> kindWords { "knowledge", "practice", "professional" };
constexpr std::array<const char*, 8> evidenceWords { "note", "link", "file", "commit", "output", "lab", "sign-off", "rubric" };

} // namespace

QString toString(Level level)
{
    return wordOf(levelWords, level);
}
QString toString(SkillKind kind)
{
    return wordOf(kindWords, kind);
}
QString toString(EvidenceKind kind)
{
    return wordOf(evidenceWords, kind);
}
std::optional<Level> levelFrom(const QString& word)
{
    return valueOf<Level>(levelWords, word);
}
std::optional<SkillKind> skillKindFrom(const QString& word)
{
    return valueOf<SkillKind>(kindWords, word);
}
std::optional<EvidenceKind> evidenceKindFrom(const QString& word)
{
    return valueOf<EvidenceKind>(evidenceWords, word);
}

QString titleOfArea(const Course& course, const QString& area)
{
    const auto found = std::find_if(course.areas.begin(), course.areas.end(), [&area](const Area& each) { return each.id == area; });
    return found == course.areas.end() ? area : found->title;
}

QString editionName(const Course& course)
{
    return course.version.isEmpty() ? course.title : course.title + u' ' + course.version;
}

} // namespace waymark::domain
