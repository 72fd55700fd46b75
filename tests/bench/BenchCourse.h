// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "BenchGraphs.h"
#include "BenchVocabulary.h"

#include <domain/Course.h>

#include <utility>
#include <vector>

namespace waymark::bench {

inline constexpr int milestoneCount = 6;
inline constexpr int itemCount = 6;

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
