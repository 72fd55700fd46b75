// SPDX-License-Identifier: GPL-3.0-or-later
#include "MemoryCourse.h"

#include <QHash>
#include <QSet>

#include <algorithm>

namespace waymark::support {

namespace {

bool hasSkill(const HeldCourse& held, const QString& id)
{
    bool isFound = false;
    if (held) {
        domain::eachSkillAndProject(held->course, [&](const domain::Skill& skill) { isFound = isFound || skill.id == id; });
    }
    return isFound;
}

} // namespace

domain::Result<domain::Lesson> lessonOf(const HeldCourse& held, const QString& skill)
{
    if (!hasSkill(held, skill)) {
        return domain::failure(domain::ErrorCode::UnknownSkill, skill);
    }
    const auto found = std::find_if(
        held->lessons.begin(), held->lessons.end(), [&skill](const domain::Lesson& lesson) { return lesson.skill == skill; });
    return found == held->lessons.end() ? domain::Lesson { skill, {}, {} } : *found;
}

domain::Result<domain::CourseAsset> assetOf(const HeldCourse& held, const QString& name)
{
    if (held) {
        for (const domain::CourseAsset& asset : held->assets) {
            if (asset.name == name) {
                return asset;
            }
        }
    }
    return domain::failure(domain::ErrorCode::FileMissing, name);
}

namespace {

template <class T> domain::Result<void> checkIds(const std::vector<T>& elements)
{
    QSet<QString> seen;
    for (const T& element : elements) {
        if (seen.contains(element.id)) {
            return domain::failure(domain::ErrorCode::InvalidCourse, element.id);
        }
        seen.insert(element.id);
    }
    return {};
}

} // namespace

domain::Result<void> checkContent(const domain::CourseContent& content)
{
    for (const auto& checked : { checkIds(content.course.areas), checkIds(content.course.milestones), checkIds(content.course.choices) }) {
        if (!checked) {
            return checked;
        }
    }
    QHash<QString, int> lessonsLeft;
    QString twice;
    domain::eachSkillAndProject(content.course, [&](const domain::Skill& skill) {
        twice = lessonsLeft.contains(skill.id) ? skill.id : twice;
        lessonsLeft.insert(skill.id, 1);
    });
    if (!twice.isEmpty()) {
        return domain::failure(domain::ErrorCode::InvalidCourse, twice);
    }
    for (const domain::Lesson& lesson : content.lessons) {
        if (lessonsLeft.take(lesson.skill) == 0) {
            return domain::failure(domain::ErrorCode::InvalidCourse, lesson.skill);
        }
    }
    return {};
}

} // namespace waymark::support
