// SPDX-License-Identifier: GPL-3.0-or-later
#include <storage/CourseTables.h>

#include <storage/SearchIndex.h>
#include <storage/WatchedSteps.h>

#include <QHash>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark::storage {

using domain::Course;
using domain::CourseContent;
using domain::Skill;

namespace {

constexpr qint64 rowsWritten = 600; ///< thousandths of the work; the index is the rest

/// Inserts row after row and remembers the first error, so that a list of inserts reads as one.
class Writer
{
public:
    explicit Writer(Connection& library)
        : m_library(library)
    {
    }

    void insert(const QString& sql, const QVariantList& values)
    {
        if (m_state) {
            m_state = m_library.run(sql, values);
        }
    }

    void insertList(const QString& sql, qint64 parent, const QStringList& ids)
    {
        qint64 position = 0;
        for (const QString& id : ids) {
            insert(sql, { parent, position++, id });
        }
    }

    [[nodiscard]] Result<void> state() const { return m_state; }

private:
    Connection& m_library;
    Result<void> m_state;
};

template <class T> Result<void> checkIds(const std::vector<T>& elements)
{
    QSet<QString> seen;
    for (const T& element : elements) {
        if (seen.contains(element.id)) {
            return failure(ErrorCode::InvalidCourse, element.id, u"the id is there twice"_s);
        }
        seen.insert(element.id);
    }
    return {};
}

/// The skills and the projects, which share the tables and the ids; a project is known by its area.
std::vector<Skill> rowsOf(const Course& course)
{
    std::vector<Skill> rows;
    domain::eachSkillAndProject(course, [&rows](const Skill& skill) { rows.push_back(skill); });
    std::for_each(rows.begin() + std::ssize(course.skills), rows.end(), [](Skill& project) { project.area = domain::projectArea; });
    return rows;
}

Result<void> checkIds(const Course& course)
{
    auto checked = checkIds(course.areas);
    if (checked) {
        checked = checkIds(rowsOf(course));
    }
    if (checked) {
        checked = checkIds(course.milestones);
    }
    return checked ? checkIds(course.choices) : checked;
}

Result<void> clearCourse(Connection& library)
{
    // Children first: foreign keys are on.
    static const QStringList tables { u"course_piece"_s, u"course_lesson"_s, u"course_asset"_s, u"course_item"_s, u"course_practice"_s,
        u"course_moved"_s, u"course_skill_choice"_s, u"course_prerequisite"_s, u"course_skill"_s, u"course_milestone_target"_s,
        u"course_milestone"_s, u"course_choice_member"_s, u"course_choice"_s, u"course_area"_s, u"course_info"_s };
    for (const QString& table : tables) {
        if (auto cleared = library.run(u"DELETE FROM "_s + table); !cleared) {
            return cleared;
        }
    }
    return clearCourseIndex(library);
}

void writeParts(Writer& writer, const Course& course)
{
    qint64 position = 0;
    for (const domain::Area& area : course.areas) {
        writer.insert(u"INSERT INTO course_area VALUES (?, ?, ?, ?)"_s, { position++, area.id, area.title, area.summary });
    }
    position = 0;
    for (const domain::ChoiceGroup& choice : course.choices) {
        writer.insert(u"INSERT INTO course_choice VALUES (?, ?, ?)"_s, { position, choice.id, choice.title });
        writer.insertList(u"INSERT INTO course_choice_member VALUES (?, ?, ?)"_s, position++, choice.members);
    }
    position = 0;
    for (const domain::Milestone& milestone : course.milestones) {
        writer.insert(u"INSERT INTO course_milestone VALUES (?, ?, ?, ?, ?)"_s,
            { position, milestone.id, milestone.title, milestone.summary, milestone.view });
        writer.insertList(u"INSERT INTO course_milestone_target VALUES (?, ?, ?)"_s, position++, milestone.targets);
    }
    for (auto moved = course.moved.cbegin(); moved != course.moved.cend(); ++moved) {
        writer.insert(u"INSERT INTO course_moved VALUES (?, ?)"_s, { moved.key(), moved.value() });
    }
}

void writeSkill(Writer& writer, qint64 position, const Skill& skill)
{
    writer.insert(u"INSERT INTO course_skill VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
        { position, skill.id, skill.title, skill.area, domain::toString(skill.level), domain::toString(skill.kind), skill.hours,
            skill.outcome, skill.hasLesson, skill.lessonWords });
    writer.insertList(u"INSERT INTO course_prerequisite VALUES (?, ?, ?)"_s, position, skill.prerequisites);
    writer.insertList(u"INSERT INTO course_skill_choice VALUES (?, ?, ?)"_s, position, skill.choices);
    qint64 item = 0;
    for (const domain::ChecklistItem& act : skill.checklist) {
        writer.insert(u"INSERT INTO course_item VALUES (?, ?, ?, ?, ?, ?)"_s,
            { position, item++, act.id, act.text, domain::toString(act.evidence), act.evidenceHint });
    }
    const auto writeIds = [&writer, position](const QString& kind, const QStringList& ids) {
        qint64 number = 0;
        for (const QString& id : ids) {
            writer.insert(u"INSERT INTO course_practice VALUES (?, ?, ?, ?)"_s, { position, kind, number++, id });
        }
    };
    writeIds(u"question"_s, skill.questions);
    writeIds(u"card"_s, skill.cards);
    writer.insert(u"INSERT INTO course_piece (skill, section, title, outcome, heading, body) VALUES (?, 0, ?, ?, '', '')"_s,
        { position, skill.title, skill.outcome });
}

void writeLesson(Writer& writer, qint64 position, const domain::Lesson& lesson)
{
    writer.insert(u"INSERT INTO course_lesson VALUES (?, ?, ?)"_s, { position, lesson.markdown, lesson.versions.join(u'\n') });
    qint64 section = 0;
    for (const domain::Lesson::Section& part : lesson.sections) {
        writer.insert(u"INSERT INTO course_piece (skill, section, title, outcome, heading, body) VALUES (?, ?, '', '', ?, ?)"_s,
            { position, ++section, part.heading, part.text });
    }
}

} // namespace

namespace {

/// One skill after the other, and one lesson.
Result<void> writeSkills(Writer& writer, const CourseContent& content, WatchedSteps& steps)
{
    const std::vector<Skill> rows = rowsOf(content.course);
    const auto pieces = static_cast<qint64>(rows.size() + content.lessons.size());
    qint64 piece = 0;
    const auto goesOn = [&] {
        steps.reach(static_cast<int>(rowsWritten * piece++ / pieces));
        return !steps.isStopped();
    };
    QHash<QString, qint64> positions;
    for (const Skill& skill : rows) {
        if (!goesOn()) {
            return failure(ErrorCode::Cancelled);
        }
        const qint64 position = positions.size();
        positions.insert(skill.id, position);
        writeSkill(writer, position, skill);
    }
    for (const domain::Lesson& lesson : content.lessons) {
        if (!goesOn()) {
            return failure(ErrorCode::Cancelled);
        }
        // Taken out: a second lesson of one skill finds no skill either.
        const qint64 position = positions.contains(lesson.skill) ? positions.take(lesson.skill) : -1;
        if (position < 0) {
            return failure(ErrorCode::InvalidCourse, lesson.skill, u"a lesson of no skill, or its second"_s);
        }
        writeLesson(writer, position, lesson);
    }
    return {};
}

} // namespace

Result<void> replaceCourse(Connection& library, const CourseContent& content, WatchedSteps& steps)
{
    const Course& course = content.course;
    if (auto checked = checkIds(course); !checked) {
        return checked;
    }
    if (auto cleared = clearCourse(library); !cleared) {
        return cleared;
    }
    Writer writer(library);
    writer.insert(u"INSERT INTO course_info VALUES (1, ?, ?, ?, ?, ?, ?, ?)"_s,
        { course.id, course.title, course.version, course.language, course.licence, course.summary, content.hash });
    writeParts(writer, course);
    if (auto written = writeSkills(writer, content, steps); !written) {
        return written;
    }
    for (const domain::CourseAsset& asset : content.assets) {
        writer.insert(u"INSERT OR REPLACE INTO course_asset VALUES (?, ?)"_s, { asset.name, asset.bytes });
    }
    if (auto written = writer.state(); !written) {
        return written;
    }
    return buildCourseIndex(library);
}

} // namespace waymark::storage
