// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace waymark::domain {

enum class Level { Junior, Mid, Senior };
enum class SkillKind { Knowledge, Practice, Professional };

/// What proves a checklist item, as the course asks for it and as the learner gives it.
enum class EvidenceKind { Note, Link, File, Commit, Output, Lab, SignOff, Rubric };

[[nodiscard]] QString toString(Level level);
[[nodiscard]] QString toString(SkillKind kind);
[[nodiscard]] QString toString(EvidenceKind kind);
[[nodiscard]] std::optional<Level> levelFrom(const QString& word);
[[nodiscard]] std::optional<SkillKind> skillKindFrom(const QString& word);
[[nodiscard]] std::optional<EvidenceKind> evidenceKindFrom(const QString& word);

struct Area
{
    QString id;
    QString title;
    QString summary;

    bool operator==(const Area&) const = default;
};

/// One observable act. Its id is unique within the skill and stable across versions of the course.
struct ChecklistItem
{
    QString id;
    QString text;
    EvidenceKind evidence = EvidenceKind::Note;
    QString evidenceHint; ///< the course's own words, such as "commit hash"

    bool operator==(const ChecklistItem&) const = default;
};

/// "One of": at least one of the members must be reached. Named by the course, or anonymous (id made of the members).
struct ChoiceGroup
{
    QString id;
    QString title;
    QStringList members;

    bool operator==(const ChoiceGroup&) const = default;
};

/// A named set of targets, closed over prerequisites by Roadmap. A `view` is a reading list and no stage of the way.
struct Milestone
{
    QString id;
    QString title;
    QString summary;
    QStringList targets; ///< skill ids; milestones named as targets are resolved by the reader
    bool view = false;

    bool operator==(const Milestone&) const = default;
};

/// The area of projects, wherever an area is named. No area of a course has this id.
inline const QString projectArea = QStringLiteral("projects");

/// A node of the map. The text of its lesson is not held here: a Store gives it out on demand.
struct Skill
{
    QString id;
    QString title;
    QString area;
    Level level = Level::Junior;
    SkillKind kind = SkillKind::Practice;
    double hours = 0; ///< reading and practice together
    QString outcome;
    QStringList prerequisites; ///< skill ids, all of them
    QStringList choices; ///< ids of choice groups, at least one member of each
    std::vector<ChecklistItem> checklist;
    QStringList questions; ///< ids of its quiz, in the order of the lesson, which has their texts
    QStringList cards; ///< ids of its flashcards, likewise
    bool hasLesson = false; ///< false for an outline, whose lesson is not written yet
    int lessonWords = 0; ///< words of the body without code, for the reading time

    bool operator==(const Skill&) const = default;
};

/// A course as the map knows it: everything but the lessons.
struct Course
{
    QString id;
    QString title;
    QString version;
    QString language;
    QString licence;
    QString summary;
    std::vector<Area> areas; ///< in map order
    std::vector<ChoiceGroup> choices;
    std::vector<Milestone> milestones; ///< in the order in which they are reached
    std::vector<Skill> skills; ///< in course order: by area, then as written
    /// Guided projects, which use several skills at once: in course order, on no map and in no count. They have the shape of a skill; the
    /// prerequisites are the skills after which they come, and the checklist is their acceptance.
    std::vector<Skill> projects;
    QHash<QString, QString> moved; ///< old id -> new id: "skill", or "skill/id" of an item, question or card; see Moves

    bool operator==(const Course&) const = default;
};

/// The title of an area, or its id where the course does not have it.
[[nodiscard]] QString titleOfArea(const Course& course, const QString& area);

/// Skills, then projects: whatever has an id and a checklist.
template <class Visit> void eachSkillAndProject(const Course& course, Visit visit)
{
    for (const std::vector<Skill>* part : { &course.skills, &course.projects }) {
        for (const Skill& skill : *part) {
            visit(skill);
        }
    }
}

/// The lesson of one skill or the text of a project, and the pieces of plain text by which it is found.
struct Lesson
{
    struct Section
    {
        QString heading;
        QString text; ///< plain, without markup
        bool operator==(const Section&) const = default;
    };

    QString skill;
    QString markdown; ///< the body of the skill file, without its front matter
    std::vector<Section> sections;
    QStringList versions {}; ///< what its examples were run with, such as "Python 3.11"

    bool operator==(const Lesson&) const = default;
};

/// A picture that lessons name, by its name inside the course folder ("images/three-way.svg").
struct CourseAsset
{
    QString name;
    QByteArray bytes;

    bool operator==(const CourseAsset&) const = default;
};

/// The step of undo that an installation is.
struct InstallStep
{
    QString id; ///< UUID, of its entry in the journal
    qint64 at = 0; ///< UTC milliseconds
};

/// What became of the course that another one has replaced.
enum class FormerCourse {
    Passed, ///< nobody asked for a step, or there was no course, or it was this edition
    Kept, ///< the step of undo brings it back
    Lost, ///< too large to be kept, or damaged: it cannot be brought back, nor can what was installed before it
};

/// What a course file or folder holds, read and checked, ready to be installed in one transaction.
struct CourseContent
{
    Course course;
    std::vector<Lesson> lessons;
    std::vector<CourseAsset> assets;
    QString hash; ///< SHA-256 of the source files, hexadecimal; equal hash means nothing to install
    std::optional<InstallStep> step {}; ///< see Store::installCourse
};

/// Title and version, as an edition is named to a person.
[[nodiscard]] QString editionName(const Course& course);

} // namespace waymark::domain
