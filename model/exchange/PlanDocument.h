// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/Progress.h>
#include <domain/Roadmap.h>
#include <exchange/PlanOutlook.h>
#include <exchange/ExtraFields.h>
#include <exchange/Rubric.h>
#include <learning/Vouching.h>

#include <optional>
#include <vector>

namespace waymark::exchange {

struct ReviewDocument;

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

/// One criterion of a skill's rubric with the learner's own score.
struct PlanScore
{
    RubricCriterion criterion;
    std::optional<int> self; ///< 0..3
    qint64 at = 0; ///< of the score
    ExtraFields extra;

    bool operator==(const PlanScore&) const = default;
};

/// The decision that stands for a skill, as its learner accepted it. Derived from the reviews; import trusts the reviews alone.
struct PlanSignOff
{
    QString review;
    domain::SignOff signOff;
    bool isVoid = false; ///< evidence that it saw is changed or gone
    ExtraFields extra;

    bool operator==(const PlanSignOff&) const = default;
};

struct PlanSkill
{
    QString id;
    QString title; ///< empty, as area and level, for a skill that the course no longer has
    QString area;
    QString outcome; ///< "Can ..."
    QStringList after; ///< ids of prerequisites, members of choice groups among them
    std::optional<domain::Level> level;
    double hours = 0;
    learning::SkillState state = learning::SkillState::Locked;
    std::optional<learning::Standing> standing;
    bool submitted = false; ///< waits for a reviewer; see learning::isSubmitted()
    std::optional<PlanSignOff> signOff;
    std::optional<domain::MentorQuestion> question;
    int spentMinutes = 0;
    std::optional<domain::SkillMark> mark;
    std::optional<domain::Note> note; ///< only when the learner shares it
    std::vector<PlanItem> checklist;
    std::vector<PlanScore> rubric; ///< of a skill that was begun; empty for the others
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

/// How far a milestone is. Derived, for readers without the course.
struct PlanMilestone
{
    QString id;
    QString title;
    int done = 0;
    int total = 0;
    double hoursLeft = 0;
    ExtraFields extra;

    bool operator==(const PlanMilestone&) const = default;
};

struct PlanArea
{
    QString id;
    QString title;
    ExtraFields extra;

    bool operator==(const PlanArea&) const = default;
};

/// What happened to one skill on one learning day since the last review.
struct PlanEvent
{
    QDate date;
    QString skill;
    bool begun = false;
    bool finished = false;
    QStringList items; ///< ids of items ticked on that day
    QStringList evidence; ///< ids of evidence added or changed
    ExtraFields extra;

    bool operator==(const PlanEvent&) const = default;
};

/// One learner's plan as it travels: what `export --as json` writes and a mentor reads. A value without rules; it knows neither the
/// library nor the file. Made by planOf(), written by planToJson(), read by readPlan(), brought in by planImportEdit().
struct PlanDocument
{
    QString plan; ///< UUID of the learner's plan, the same in every export of a library
    QString revision; ///< see revisionOf()
    QString parent; ///< revision that this one grew from, the one that the newest review looked at; empty for none
    qint64 created = 0;
    QString learner; ///< may be empty
    QString courseId;
    QString courseVersion;
    QString courseTitle;
    std::optional<domain::Goal> goal;
    std::vector<PlanArea> areas; ///< in map order
    std::vector<PlanMilestone> milestones; ///< in the order in which they are reached
    std::vector<PlanChoice> choices;
    std::vector<PlanSkill> skills; ///< in course order; then projects that are begun; then those that the course no longer has, by id
    std::vector<PlanTime> time;
    QByteArray schedule = "[]"; ///< see scheduleJson()
    QByteArray forecast = "null"; ///< see forecastJson()
    qint64 lastReview = 0; ///< when the newest review was written; 0 for none
    std::vector<PlanEvent> history; ///< since then, or since the beginning; newest day first
    QByteArray reviews = "[]"; ///< received so far, each as ReceivedReview keeps it; see carriedReviews() and reviewsOf()
    ExtraFields extra;
    ExtraFields courseExtra;
    ExtraFields goalExtra;
    bool altered = false; ///< read from a file whose content is not what its revision says; never written

    bool operator==(const PlanDocument&) const = default;
};

/// What a plan needs beside the records: when it is made, under which id, and what they do not tell.
struct PlanOrigin
{
    qint64 now = 0; ///< UTC milliseconds
    QString plan;
    QTimeZone zone = QTimeZone::utc(); ///< whose learning days the history names
    QHash<QString, std::vector<RubricCriterion>> rubrics {}; ///< of projects, by id; skills have skillRubric()
    PlanOutlook outlook {};
};

/// The plan of a learner. Notes that are not shared stay out.
[[nodiscard]] PlanDocument planOf(const domain::Roadmap& roadmap, const domain::Progress& progress,
    const std::vector<learning::SkillState>& states, const PlanOrigin& origin);

/// The plan id of a library whose journal begins with the edit `firstEdit`: a UUID of version 5, so always the same.
[[nodiscard]] QString planIdOf(const QString& firstEdit);

/// The reviews that a plan carries, oldest first. Those that cannot be read are left out.
[[nodiscard]] std::vector<ReviewDocument> reviewsOf(const PlanDocument& plan);

/// The member `reviews` of a plan, of reviews as ReceivedReview keeps them, oldest first: at most half of what a plan may hold by
/// PlanLimits.h, so that the learner's own work always fits and the plan can be read again. What goes beyond it, of the oldest, stays out,
/// and so does a review that is nested too deep to stand in a plan.
[[nodiscard]] QByteArray carriedReviews(const QByteArrayList& reviews);

} // namespace waymark::exchange
