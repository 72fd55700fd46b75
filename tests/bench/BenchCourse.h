// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/Course.h>

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

namespace waymark::bench {

/// The generator of the floor programs: one seed gives the same numbers on every machine.
class Random
{
public:
    explicit Random(unsigned seed)
        : m_state(seed)
    {
    }

    unsigned next()
    {
        m_state = m_state * 1664525u + 1013904223u;
        return m_state >> 8;
    }
    int below(int count) { return static_cast<int>(next() % static_cast<unsigned>(count)); }

private:
    unsigned m_state;
};

inline constexpr int areaCount = 10;
inline constexpr int milestoneCount = 6;
inline constexpr int itemCount = 6;

struct SkillGraph
{
    std::vector<int> areas; ///< of each skill
    std::vector<std::pair<int, int>> edges; ///< prerequisite, dependent
};

/// The very graph that floor_layout makes of `count` nodes: one prerequisite nearby in the own area, and a second for every third.
inline SkillGraph graphOf(int count)
{
    Random random(777);
    SkillGraph graph;
    std::vector<std::vector<int>> byArea(areaCount);
    for (int skill = 0; skill < count; ++skill) {
        std::vector<int>& own = byArea[static_cast<std::size_t>(random.below(areaCount))];
        graph.areas.push_back(static_cast<int>(&own - byArea.data()));
        if (own.size() >= 2) {
            const auto pick = [&random, window = std::max(8, count / 80)](const std::vector<int>& from) {
                const int size = static_cast<int>(from.size());
                const int low = std::max(0, size - window);
                return from[static_cast<std::size_t>(low + random.below(size - low))];
            };
            const int first = pick(own);
            graph.edges.emplace_back(first, skill);
            if (random.below(100) < 36) {
                const std::vector<int>& other = random.below(100) < 20 ? byArea[static_cast<std::size_t>(random.below(areaCount))] : own;
                const int second = other.empty() ? first : pick(other);
                if (second != first) {
                    graph.edges.emplace_back(second, skill);
                }
            }
        }
        own.push_back(skill);
    }
    return graph;
}

/// The grid and the edges of floor_canvas, so that as much is in sight as there.
struct FloorGrid
{
    static constexpr double columnStep = 200;
    static constexpr double rowStep = 90;

    explicit FloorGrid(int count)
        : columns(std::max(4, static_cast<int>(std::sqrt(count * rowStep / columnStep * 1.6))))
    {
        Random random(12345);
        for (int skill = 0; skill < count; ++skill) {
            random.next(); // there the progress of the node
            random.next(); // and its state
            graph.areas.push_back(skill % columns * areaCount / columns);
        }
        for (int skill = columns; skill < count; ++skill) {
            for (int left = 1 + random.below(2); left > 0; --left) {
                const int further = random.below(8) == 0 ? random.below(4) : 0;
                const int row = std::max(0, skill / columns - 1 - further);
                const int column = std::clamp(skill % columns + random.below(7) - 3, 0, columns - 1);
                graph.edges.emplace_back(row * columns + column, skill);
            }
        }
    }

    int columns;
    SkillGraph graph;
};

/// Words that are as unevenly frequent as those of a language.
class Vocabulary
{
public:
    explicit Vocabulary(unsigned seed)
        : m_random(seed)
    {
        static const char* const syllables[] = { "ka", "lo", "mi", "ren", "sta", "tor", "ve", "in", "ex", "pro", "gra", "dul", "sy", "tem",
            "lin", "ear", "al", "ge", "bra", "net", "work", "ma", "trix", "the", "o", "rem" };
        constexpr int count = 20'000;
        for (int i = 0; i < count; ++i) {
            QString word;
            for (int left = 2 + m_random.below(3); left > 0; --left) {
                word += QLatin1StringView(syllables[m_random.below(int(std::size(syllables)))]);
            }
            m_words.push_back(word);
        }
    }

    const QString& word()
    {
        const double u = m_random.below(1'000'000) / 1e6;
        return m_words[std::min(m_words.size() - 1, static_cast<std::size_t>(double(m_words.size()) * u * u * u))];
    }

    QString text(int characters)
    {
        QString text;
        for (int i = 0; text.size() < characters; ++i) {
            text += word();
            text += i % 12 == 11 ? QLatin1StringView(". ") : QLatin1StringView(" ");
        }
        return text;
    }

private:
    Random m_random;
    std::vector<QString> m_words;
};

inline QString skillId(int index)
{
    return QStringLiteral("skill-%1").arg(index);
}
inline QString areaId(int area)
{
    return QStringLiteral("area-%1").arg(area);
}

inline domain::Skill skillOf(int index, int area)
{
    domain::Skill skill;
    skill.id = skillId(index);
    skill.title = QStringLiteral("Skill %1: learn topic").arg(index);
    skill.area = areaId(area);
    skill.level = static_cast<domain::Level>(index % 3);
    skill.hours = 2 + index % 7;
    skill.outcome = QStringLiteral("Can do what skill %1 is about, and show it").arg(index);
    for (int item = 0; item < itemCount; ++item) {
        skill.checklist.push_back({ QStringLiteral("item-%1").arg(item), QStringLiteral("I did exercise %1 and wrote it down").arg(item),
            domain::EvidenceKind::Note, {} });
    }
    return skill;
}

/// A course over a graph, without lessons. Each milestone asks for the last skill that every area has up to there.
inline domain::Course courseOf(const SkillGraph& graph)
{
    const int count = static_cast<int>(graph.areas.size());
    domain::Course course;
    course.id = QStringLiteral("bench");
    course.title = QStringLiteral("Bench of %1 skills").arg(count);
    course.version = QStringLiteral("1.0.0");
    course.language = QStringLiteral("en");
    for (int area = 0; area < areaCount; ++area) {
        course.areas.push_back({ areaId(area), QStringLiteral("Area number %1").arg(area), {} });
    }
    for (int i = 0; i < count; ++i) {
        course.skills.push_back(skillOf(i, graph.areas[static_cast<std::size_t>(i)]));
    }
    for (const auto& [from, to] : graph.edges) {
        course.skills[static_cast<std::size_t>(to)].prerequisites.append(skillId(from));
    }
    std::vector<QString> last(areaCount);
    for (int i = 0; i < count; ++i) {
        last[static_cast<std::size_t>(graph.areas[static_cast<std::size_t>(i)])] = skillId(i);
        if ((i + 1) * milestoneCount / count > i * milestoneCount / count) {
            const int number = static_cast<int>(course.milestones.size());
            QStringList targets(last.begin(), last.end());
            targets.removeAll(QString());
            course.milestones.push_back(
                { QStringLiteral("stage-%1").arg(number), QStringLiteral("Stage %1").arg(number), {}, targets, false });
        }
    }
    return course;
}

inline domain::Course courseOf(int count)
{
    return courseOf(graphOf(count));
}

/// The same with a lesson in each skill, of ten sections, `textSize` characters altogether.
inline domain::CourseContent contentOf(int count, qint64 textSize)
{
    constexpr int sections = 10;
    domain::CourseContent content { courseOf(count), {}, {}, QStringLiteral("bench") };
    Vocabulary vocabulary(99);
    const int perSection = static_cast<int>(textSize / count / sections);
    for (domain::Skill& skill : content.course.skills) {
        domain::Lesson lesson { skill.id, {}, {} };
        for (int section = 0; section < sections && perSection > 0; ++section) {
            const QString heading = QStringLiteral("About %1").arg(vocabulary.word());
            lesson.sections.push_back({ heading, vocabulary.text(perSection) });
            lesson.markdown += QStringLiteral("## %1\n\n%2\n\n").arg(heading, lesson.sections.back().text);
        }
        skill.hasLesson = perSection > 0;
        skill.lessonWords = static_cast<int>(lesson.markdown.size() / 6);
        content.lessons.push_back(std::move(lesson));
    }
    return content;
}

} // namespace waymark::bench
