// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <exchange/CourseFiles.h>
#include <exchange/CourseManifest.h>
#include <exchange/FrontMatter.h>
#include <exchange/LessonDocument.h>

#include <optional>
#include <vector>

namespace waymark::exchange {

/// A skill file, or a project file, which has the same shape.
struct SkillSource
{
    QString file;
    LessonForm form = LessonForm::Skill;
    FrontMatter matter;
    std::optional<LessonDocument> lesson; ///< of a skill or project that is no outline
    std::optional<domain::Error> refusal; ///< why the lesson could not be read
};

/// All files of a course, parsed one by one and not yet held against each other: what the reader and the check both start from.
struct CourseSource
{
    CourseManifest manifest;
    std::vector<SkillSource> skills; ///< in the order of the file names
    std::vector<SkillSource> projects; ///< in the order of the file names

    [[nodiscard]] const SkillSource* find(const QString& skillId) const; ///< the first of that id, or null
    [[nodiscard]] const SkillSource* project(const QString& projectId) const; ///< the first of that id, or null
    [[nodiscard]] std::vector<const SkillSource*> all() const; ///< the skills, then the projects
    [[nodiscard]] std::vector<const SkillSource*> written() const; ///< of all(), those whose text is there
    [[nodiscard]] const WrittenChoice* choice(const QString& groupId) const;
    [[nodiscard]] bool hasArea(const QString& areaId) const;

    QHash<QString, std::size_t> indexOf; ///< skill id -> place in `skills`
};

[[nodiscard]] CourseSource parseCourse(const CourseFiles& files);

/// Places of the skills that must come before `skill`, or before a project: all of its prerequisites and the members of its choices, as far
/// as they exist.
[[nodiscard]] std::vector<std::size_t> edgesInto(const CourseSource& source, const SkillSource& skill);

} // namespace waymark::exchange
