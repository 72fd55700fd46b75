// SPDX-License-Identifier: GPL-3.0-or-later
#include <domain/Course.h>

#include <algorithm>

#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace waymark::domain {

namespace {

template <class E, std::size_t N> QString wordOf(const std::array<std::pair<E, const char*>, N>& words, E value)
{
    for (const auto& [key, word] : words) {
        if (key == value) {
            return QString::fromLatin1(word);
        }
    }
    return {};
}

template <class E, std::size_t N> std::optional<E> valueOf(const std::array<std::pair<E, const char*>, N>& words, const QString& word)
{
    for (const auto& [key, text] : words) {
        if (word == QLatin1StringView(text)) {
            return key;
        }
    }
    return std::nullopt;
}

constexpr std::array<std::pair<Level, const char*>, 3> levelWords { { { Level::Junior, "junior" }, { Level::Mid, "mid" },
    { Level::Senior, "senior" } } };

constexpr std::array<std::pair<SkillKind, const char*>, 3> kindWords { { { SkillKind::Knowledge, "knowledge" },
    { SkillKind::Practice, "practice" }, { SkillKind::Professional, "professional" } } };

constexpr std::array<std::pair<EvidenceKind, const char*>, 8> evidenceWords { { { EvidenceKind::Note, "note" },
    { EvidenceKind::Link, "link" }, { EvidenceKind::File, "file" }, { EvidenceKind::Commit, "commit" }, { EvidenceKind::Output, "output" },
    { EvidenceKind::Lab, "lab" }, { EvidenceKind::SignOff, "sign-off" }, { EvidenceKind::Rubric, "rubric" } } };

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
    return valueOf(levelWords, word);
}
std::optional<SkillKind> skillKindFrom(const QString& word)
{
    return valueOf(kindWords, word);
}
std::optional<EvidenceKind> evidenceKindFrom(const QString& word)
{
    return valueOf(evidenceWords, word);
}

QString titleOfArea(const Course& course, const QString& area)
{
    const auto found = std::find_if(course.areas.begin(), course.areas.end(), [&area](const Area& each) { return each.id == area; });
    return found == course.areas.end() ? area : found->title;
}

} // namespace waymark::domain
