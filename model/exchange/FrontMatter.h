// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <exchange/CourseFault.h>
#include <exchange/LessonDocument.h>

#include <domain/Course.h>

#include <QDate>
#include <QHash>

#include <vector>

namespace waymark::exchange {

/// An id that a file names, with the line on which it does.
struct Reference
{
    QString id;
    int line = 0;

    bool operator==(const Reference&) const = default;
};

/// "At least one of", as a prerequisite: by the name of a group of the course, or by its members.
struct AnyOf
{
    QString group; ///< empty for a group without name
    std::vector<Reference> members;
    int line = 0;
};

/// The front matter of a skill or project file, and where its body begins. Faults have no file name; with `isReadable` false it is not
/// usable. What a project comes after stands under `prerequisites`, as with a skill.
struct FrontMatter
{
    domain::Skill skill; ///< without prerequisites, choices and checklist: see below
    std::vector<Reference> prerequisites;
    std::vector<AnyOf> anyOf;
    std::vector<std::pair<Reference, double>> includes; ///< weight 0 to 1
    QStringList versions;
    QStringList sources;
    QDate reviewed;
    QHash<QString, int> lines; ///< of each key that is there
    QString body; ///< empty for an outline
    int bodyLine = 1;
    CourseFaults faults;
    bool isReadable = false;

    [[nodiscard]] bool isOutline() const { return body.isEmpty(); }
    [[nodiscard]] int lineOf(QLatin1StringView key) const { return lines.value(key, 1); }
};

[[nodiscard]] FrontMatter readFrontMatter(const QByteArray& file, LessonForm form = LessonForm::Skill);

} // namespace waymark::exchange
