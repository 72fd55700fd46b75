// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <exchange/PlanSkill.h>

namespace waymark::exchange {

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

} // namespace waymark::exchange
