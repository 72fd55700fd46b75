// SPDX-License-Identifier: GPL-3.0-or-later
#include <storage/CourseTables.h>

#include <algorithm>
#include <iterator>
#include <utility>

using namespace Qt::StringLiterals;

namespace waymark::storage {

using domain::Course;
using domain::Skill;

namespace {

/// The element that a row of a dependent table belongs to: positions are written 0, 1, 2 ...
template <class T> T* elementAt(std::vector<T>& elements, qint64 position)
{
    const auto index = static_cast<std::size_t>(position);
    return position >= 0 && index < elements.size() ? &elements[index] : nullptr;
}

Result<void> readParts(Connection& library, Course& course)
{
    auto read = library.each(u"SELECT id, title, summary FROM course_area ORDER BY position"_s, {}, [&](const Row& row) {
        course.areas.push_back({ row.text(0), row.text(1), row.text(2) });
    });
    if (read) {
        read = library.each(u"SELECT id, title FROM course_choice ORDER BY position"_s, {}, [&](const Row& row) {
            course.choices.push_back({ row.text(0), row.text(1), {} });
        });
    }
    if (read) {
        read = library.each(u"SELECT id, title, summary, is_view FROM course_milestone ORDER BY position"_s, {}, [&](const Row& row) {
            course.milestones.push_back({ row.text(0), row.text(1), row.text(2), {}, row.flag(3) });
        });
    }
    if (read) {
        read = library.each(
            u"SELECT old_id, new_id FROM course_moved"_s, {}, [&](const Row& row) { course.moved.insert(row.text(0), row.text(1)); });
    }
    return read;
}

/// The skills, and after them the projects: by position, as the tables that depend on them count.
Result<void> readSkills(Connection& library, std::vector<Skill>& skills)
{
    return library.each(
        u"SELECT id, title, area, level, kind, hours, outcome, has_lesson, lesson_words FROM course_skill ORDER BY position"_s, {},
        [&](const Row& row) {
            Skill& skill = skills.emplace_back();
            skill.id = row.text(0);
            skill.title = row.text(1);
            skill.area = row.text(2);
            skill.level = domain::levelFrom(row.text(3)).value_or(domain::Level::Junior);
            skill.kind = domain::skillKindFrom(row.text(4)).value_or(domain::SkillKind::Practice);
            skill.hours = row.real(5);
            skill.outcome = row.text(6);
            skill.hasLesson = row.flag(7);
            skill.lessonWords = row.smallNumber(8);
        });
}

/// One list of ids a parent: the second column goes to `listOf` the parent at the first.
template <class T> Result<void> readList(Connection& library, const QString& sql, std::vector<T>& parents, QStringList T::*listOf)
{
    return library.each(sql, {}, [&](const Row& row) {
        if (T* parent = elementAt(parents, row.number(0))) {
            (parent->*listOf).append(row.text(1));
        }
    });
}

Result<void> readLists(Connection& library, Course& course, std::vector<Skill>& skills)
{
    auto read = readList(library, u"SELECT choice, skill FROM course_choice_member ORDER BY choice, position"_s, course.choices,
        &domain::ChoiceGroup::members);
    if (read) {
        read = readList(library, u"SELECT milestone, skill FROM course_milestone_target ORDER BY milestone, position"_s, course.milestones,
            &domain::Milestone::targets);
    }
    if (read) {
        read
            = readList(library, u"SELECT skill, target FROM course_prerequisite ORDER BY skill, position"_s, skills, &Skill::prerequisites);
    }
    if (read) {
        read = readList(library, u"SELECT skill, choice FROM course_skill_choice ORDER BY skill, position"_s, skills, &Skill::choices);
    }
    if (read) {
        read = library.each(u"SELECT skill, id, text, evidence, hint FROM course_item ORDER BY skill, position"_s, {}, [&](const Row& row) {
            if (Skill* skill = elementAt(skills, row.number(0))) {
                skill->checklist.push_back(
                    { row.text(1), row.text(2), domain::evidenceKindFrom(row.text(3)).value_or(domain::EvidenceKind::Note), row.text(4) });
            }
        });
    }
    if (read) {
        read = readList(library, u"SELECT skill, id FROM course_practice WHERE kind = 'question' ORDER BY skill, position"_s, skills,
            &Skill::questions);
    }
    if (read) {
        read = readList(
            library, u"SELECT skill, id FROM course_practice WHERE kind = 'card' ORDER BY skill, position"_s, skills, &Skill::cards);
    }
    return read;
}

} // namespace

Result<std::optional<Course>> readCourse(Connection& library)
{
    std::optional<Course> course;
    auto read = library.each(u"SELECT id, title, version, language, licence, summary FROM course_info"_s, {}, [&](const Row& row) {
        course.emplace();
        course->id = row.text(0);
        course->title = row.text(1);
        course->version = row.text(2);
        course->language = row.text(3);
        course->licence = row.text(4);
        course->summary = row.text(5);
    });
    if (read && course) {
        read = readParts(library, *course);
        std::vector<Skill> skills;
        if (read) {
            read = readSkills(library, skills);
        }
        if (read) {
            read = readLists(library, *course, skills);
        }
        const auto projects
            = std::stable_partition(skills.begin(), skills.end(), [](const Skill& skill) { return skill.area != domain::projectArea; });
        course->projects.assign(std::make_move_iterator(projects), std::make_move_iterator(skills.end()));
        skills.erase(projects, skills.end());
        course->skills = std::move(skills);
    }
    return read.map([&course] { return std::move(course); });
}

Result<QString> readCourseHash(Connection& library)
{
    return library.value(u"SELECT hash FROM course_info"_s).map([](const QVariant& hash) { return hash.toString(); });
}

Result<qint64> readCourseSize(Connection& library)
{
    const auto size = library.value(u"SELECT (SELECT coalesce(sum(length(bytes)), 0) FROM course_asset) "
                                    "+ ? * ((SELECT coalesce(sum(length(markdown)), 0) FROM course_lesson) "
                                    "+ (SELECT coalesce(sum(length(heading) + length(body)), 0) FROM course_piece))"_s,
        { qint64 { sizeof(QChar) } });
    return size.map([](const QVariant& bytes) { return bytes.toLongLong(); });
}

Result<domain::Lesson> readLesson(Connection& library, const QString& skill)
{
    const auto position = library.value(u"SELECT position FROM course_skill WHERE id = ?"_s, { skill });
    if (!position) {
        return tl::unexpected<Error>(position.error());
    }
    if (!position->isValid()) {
        return failure(ErrorCode::UnknownSkill, skill);
    }
    domain::Lesson lesson { skill, {}, {}, {} };
    auto read = library.each(u"SELECT markdown, versions FROM course_lesson WHERE skill = ?"_s, { *position }, [&](const Row& row) {
        lesson.markdown = row.text(0);
        lesson.versions = row.text(1).split(u'\n', Qt::SkipEmptyParts);
    });
    if (!read) {
        return tl::unexpected<Error>(read.error());
    }
    read = library.each(
        u"SELECT heading, body FROM course_piece WHERE skill = ? AND section > 0 ORDER BY section"_s, { *position }, [&](const Row& row) {
            lesson.sections.push_back({ row.text(0), row.text(1) });
        });
    return read.map([&lesson] { return std::move(lesson); });
}

Result<domain::CourseAsset> readAsset(Connection& library, const QString& name)
{
    const auto bytes = library.value(u"SELECT bytes FROM course_asset WHERE name = ?"_s, { name });
    if (!bytes) {
        return tl::unexpected<Error>(bytes.error());
    }
    if (!bytes->isValid()) {
        return failure(ErrorCode::FileMissing, name);
    }
    return domain::CourseAsset { name, bytes->toByteArray() };
}

Result<std::optional<domain::CourseContent>> readContent(Connection& library)
{
    auto course = readCourse(library);
    const auto hash = readCourseHash(library);
    if (!course || !hash || !*course) {
        const bool isRead = course && hash;
        return isRead ? Result<std::optional<domain::CourseContent>>() : tl::unexpected<Error>(course ? hash.error() : course.error());
    }
    domain::CourseContent content { std::move(**course), {}, {}, *hash };
    QStringList skills; // in the order in which their lessons came
    auto read = library.each(u"SELECT skill.id FROM course_lesson AS lesson JOIN course_skill AS skill ON skill.position = lesson.skill "
                             "ORDER BY (SELECT min(number) FROM course_piece WHERE skill = lesson.skill AND section > 0), lesson.skill"_s,
        {}, [&skills](const Row& row) { skills.append(row.text(0)); });
    if (read) {
        read = library.each(u"SELECT name, bytes FROM course_asset ORDER BY name"_s, {}, [&content](const Row& row) {
            content.assets.push_back({ row.text(0), row.bytes(1) });
        });
    }
    for (const QString& skill : skills) {
        auto lesson = read ? readLesson(library, skill) : tl::unexpected<Error>(read.error());
        if (!lesson) {
            return tl::unexpected<Error>(lesson.error());
        }
        content.lessons.push_back(std::move(*lesson));
    }
    return read.map([&content] { return std::optional(std::move(content)); });
}

} // namespace waymark::storage
