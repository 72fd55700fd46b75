// SPDX-License-Identifier: GPL-3.0-or-later
#include "SampleCourse.h"

namespace waymark::support {

domain::CourseContent sampleCourse()
{
    using namespace Qt::StringLiterals;
    using domain::EvidenceKind;
    domain::CourseContent content;
    content.hash = u"hash-of-the-sample"_s;
    domain::Course& course = content.course;
    course.id = u"backend"_s;
    course.title = u"Back-end developer"_s;
    course.version = u"1.0.0"_s;
    course.language = u"en"_s;
    course.licence = u"CC-BY-SA-4.0"_s;
    course.summary = u"From nothing to a working developer"_s;
    course.areas = { { u"vcs"_s, u"Version control"_s, u"Keep every version"_s }, { u"db"_s, u"Databases"_s, {} } };
    course.choices = { { u"language"_s, u"A language"_s, { u"vcs-git"_s, u"db-sql"_s } } };
    course.milestones = { { u"first"_s, u"First program"_s, u"It runs"_s, { u"vcs-git"_s }, false },
        { u"essentials"_s, u"Essentials"_s, {}, { u"db-sql"_s, u"db-tuning"_s }, true } };

    domain::Skill git;
    git.id = u"vcs-git"_s;
    git.title = u"Git basics"_s;
    git.area = u"vcs"_s;
    git.hours = 4.5;
    git.outcome = u"Can record a branch and merge it"_s;
    git.checklist = { { u"commit"_s, u"Make a commit"_s, EvidenceKind::Commit, u"commit hash"_s },
        { u"merge"_s, u"Merge a branch"_s, EvidenceKind::Note, {} } };
    git.hasLesson = true;
    git.lessonWords = 1200;

    domain::Skill sql;
    sql.id = u"db-sql"_s;
    sql.title = u"SQL queries"_s;
    sql.area = u"db"_s;
    sql.level = domain::Level::Mid;
    sql.kind = domain::SkillKind::Knowledge;
    sql.hours = 12;
    sql.outcome = u"Can ask a database"_s;
    sql.prerequisites = { u"vcs-git"_s };
    sql.checklist = { { u"select"_s, u"Write a SELECT"_s, EvidenceKind::Output, {} } };
    sql.hasLesson = true;
    sql.lessonWords = 900;

    domain::Skill tuning;
    tuning.id = u"db-tuning"_s;
    tuning.title = u"Tuning"_s;
    tuning.area = u"db"_s;
    tuning.level = domain::Level::Senior;
    tuning.kind = domain::SkillKind::Professional;
    tuning.prerequisites = { u"db-sql"_s, u"vcs-git"_s };
    tuning.choices = { u"language"_s };

    domain::Skill scripts;
    scripts.id = u"project-scripts"_s;
    scripts.title = u"A shelf of scripts"_s;
    scripts.area = domain::projectArea;
    scripts.hours = 10;
    scripts.outcome = u"Can keep and share queries"_s;
    scripts.prerequisites = { u"vcs-git"_s };
    scripts.checklist = { { u"shelf"_s, u"Put ten queries on the shelf"_s, EvidenceKind::File, {} } };
    scripts.hasLesson = true;
    scripts.lessonWords = 1500;

    course.skills = { git, sql, tuning };
    course.projects = { scripts };
    content.lessons = { { git.id, u"# Git\n\nA *commit* is a snapshot."_s,
                            { { u"What a commit is"_s, u"A commit is a snapshot of the whole tree."_s },
                                { u"Branches"_s, u"A branch names a commit. Café and naïve words too."_s } } },
        { sql.id, u"# SQL"_s,
            { { u"Selecting rows"_s, u"A query asks for rows. Commit the transaction after it."_s },
                { u"Joins"_s, u"Two tables, one row. See git for how to keep scripts."_s } } },
        { scripts.id, u"## Brief\n\nA librarian wants order."_s, { { u"Brief"_s, u"A librarian wants order."_s } } } };
    content.assets = { { u"images/merge.svg"_s, QByteArray("<svg/>\0binary", 13) } };
    return content;
}

} // namespace waymark::support
