// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "SampleCourse.h"

namespace waymark::support {

/// The sample course, installed as the step of undo `id`.
inline domain::CourseContent asStep(domain::CourseContent content, const QString& id)
{
    content.step = domain::InstallStep { id, 2000 };
    return content;
}

/// A later edition of the sample course: a skill with another id, an item and a card likewise, a skill less, another lesson and picture.
inline domain::CourseContent secondEdition()
{
    domain::CourseContent content = sampleCourse();
    content.hash = QStringLiteral("hash-of-the-second");
    content.course.version = QStringLiteral("2.0.0");
    domain::Skill& git = content.course.skills.front();
    git.id = QStringLiteral("git");
    git.checklist.front().id = QStringLiteral("record");
    git.cards = { QStringLiteral("anew") };
    content.course.skills.pop_back();
    content.course.skills.back().prerequisites = { git.id };
    content.course.projects.front().prerequisites = { git.id };
    content.course.choices.front().members = { git.id, QStringLiteral("db-sql") };
    content.course.milestones = { { QStringLiteral("first"), QStringLiteral("First program"), {}, { git.id }, false } };
    content.course.moved = { { QStringLiteral("vcs-git"), git.id }, { QStringLiteral("vcs-git/commit"), QStringLiteral("git/record") },
        { QStringLiteral("vcs-git/old"), QStringLiteral("git/anew") } };
    content.lessons = { { git.id, QStringLiteral("# Git, again"), { { QStringLiteral("Recording"), QStringLiteral("A snapshot anew.") } } },
        content.lessons.back() };
    content.assets = { { QStringLiteral("images/record.svg"), QByteArray("<svg>record</svg>") } };
    return content;
}

/// And one after that, which calls the skill otherwise once more and has the other one again.
inline domain::CourseContent thirdEdition()
{
    domain::CourseContent content = sampleCourse();
    content.hash = QStringLiteral("hash-of-the-third");
    content.course.version = QStringLiteral("3.0.0");
    content.course.skills.front().id = QStringLiteral("versions");
    for (domain::Skill& skill : content.course.skills) {
        skill.prerequisites.clear();
    }
    content.course.choices.front().members = { QStringLiteral("versions"), QStringLiteral("db-sql") };
    content.course.milestones.clear();
    content.course.moved = { { QStringLiteral("vcs-git"), QStringLiteral("git") }, { QStringLiteral("git"), QStringLiteral("versions") },
        { QStringLiteral("git/record"), QStringLiteral("versions/commit") } };
    content.lessons.clear();
    content.assets.clear();
    return content;
}

} // namespace waymark::support
