// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/Progress.h>
#include <domain/Roadmap.h>
#include <exchange/JsonFields.h>
#include <learning/SkillStates.h>

#include <optional>
#include <vector>

namespace waymark::exchange {

/// Who vouches for a skill.
enum class Standing { Self, Test, Peer, Mentor };

[[nodiscard]] QString toString(Standing standing); ///< the word used in JSON, such as "self"
[[nodiscard]] std::optional<Standing> standingFrom(const QString& word);
[[nodiscard]] QString toString(domain::Mark mark); ///< "started"
[[nodiscard]] std::optional<domain::Mark> markFrom(const QString& word);

struct PlanEvidence
{
    QString id;
    domain::Evidence evidence;
    ExtraFields extra;

    bool operator==(const PlanEvidence&) const = default;
};

struct PlanItem
{
    QString id;
    QString text; ///< empty for an item that the course no longer has
    std::optional<qint64> doneAt;
    std::vector<PlanEvidence> evidence;
    ExtraFields extra;

    bool operator==(const PlanItem&) const = default;
};

struct PlanSkill
{
    QString id;
    QString title; ///< empty, as area and level, for a skill that the course no longer has
    QString area;
    std::optional<domain::Level> level;
    double hours = 0;
    learning::SkillState state = learning::SkillState::Locked;
    std::optional<Standing> standing;
    int spentMinutes = 0;
    std::optional<domain::SkillMark> mark;
    std::optional<domain::Note> note; ///< only when the learner shares it
    std::vector<PlanItem> checklist;
    ExtraFields extra;

    bool operator==(const PlanSkill&) const = default;
};

struct PlanChoice
{
    QString group;
    QStringList members;
    ExtraFields extra;

    bool operator==(const PlanChoice&) const = default;
};

struct PlanTime
{
    QString id;
    domain::TimeEntry entry;
    ExtraFields extra;

    bool operator==(const PlanTime&) const = default;
};

/// One learner's plan as it travels: what `export --as json` writes and a mentor reads. A value without rules; it knows neither the
/// library nor the file. Made by planOf(), written by planToJson(), read by readPlan(), brought in by planImportEdit().
struct PlanDocument
{
    QString plan; ///< UUID of the learner's plan, the same in every export of a library
    QString revision; ///< see revisionOf()
    QString parent; ///< revision that this one grew from; empty for none
    qint64 created = 0;
    QString learner; ///< may be empty
    QString courseId;
    QString courseVersion;
    std::optional<domain::Goal> goal;
    std::vector<PlanChoice> choices;
    std::vector<PlanSkill> skills; ///< in course order; then projects that are begun; then those that the course no longer has, by id
    std::vector<PlanTime> time;
    QByteArray schedule = "[]"; ///< this and the next three as compact JSON: carried, not yet understood
    QByteArray forecast = "null";
    QByteArray history = "[]";
    QByteArray reviews = "[]";
    ExtraFields extra;
    ExtraFields courseExtra;
    ExtraFields goalExtra;
    bool altered = false; ///< read from a file whose content is not what its revision says; never written

    bool operator==(const PlanDocument&) const = default;
};

/// What a plan needs beside the library: when it is made, under which id, and what it grew from.
struct PlanOrigin
{
    qint64 now = 0; ///< UTC milliseconds
    QString plan;
    QString parent;
};

/// The plan of a learner. Notes that are not shared stay out.
[[nodiscard]] PlanDocument planOf(const domain::Roadmap& roadmap, const domain::Progress& progress,
    const std::vector<learning::SkillState>& states, const PlanOrigin& origin);

/// The plan id of a library whose journal begins with the edit `firstEdit`: a UUID of version 5, so always the same.
[[nodiscard]] QString planIdOf(const QString& firstEdit);

/// What a review names to say which evidence it has seen: SHA-256, hexadecimal, over kind, newline and text in UTF-8.
[[nodiscard]] QString hashOf(const domain::Evidence& evidence);

} // namespace waymark::exchange
