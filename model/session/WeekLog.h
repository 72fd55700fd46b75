// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <session/Workspace.h>

#include <vector>

namespace waymark::session {

/// Study time on one skill or project; of what the course has no more as well.
struct SkillMinutes
{
    QString skill;
    int minutes = 0;

    bool operator==(const SkillMinutes&) const = default;
};

/// A checklist item that was ticked, with the kinds of its evidence, each once.
struct TickedItem
{
    QString text;
    std::vector<domain::EvidenceKind> evidence;

    bool operator==(const TickedItem&) const = default;
};

struct TickedSkill
{
    QString skill;
    std::vector<TickedItem> items; ///< in the order of the checklist

    bool operator==(const TickedSkill&) const = default;
};

/// What the records say of one learning week, of the skills and projects that the course has today.
struct WeekLog
{
    QDate first; ///< a learning day
    int minutes = 0; ///< logged
    int planned = 0; ///< minutes, by the hours that the learner has set now, without days off
    std::vector<SkillMinutes> times; ///< the longest first
    QStringList finished; ///< skills and projects that were reached by work and are so still, in course order
    std::vector<TickedSkill> ticked; ///< in course order
    int begun = 0; ///< skills and projects that were started
    int answers = 0; ///< to questions, placement aside
    int rightAnswers = 0;
    int recalls = 0;
    int remembered = 0; ///< recalls that were not graded Again
    int newCards = 0;

    bool operator==(const WeekLog&) const = default;
};

/// `first` is the first of seven learning days. Study time, answers and recalls keep the day of the place where they were made; all else
/// goes by the zone of the workspace.
[[nodiscard]] WeekLog weekLog(const Workspace& workspace, QDate first);

/// What holds a learner up, as of now.
struct StuckPoints
{
    struct Untouched
    {
        QString skill;
        int days = 0; ///< learning days since it was last worked on

        bool operator==(const Untouched&) const = default;
    };
    struct OpenQuestions
    {
        QString skill;
        int count = 0;

        bool operator==(const OpenQuestions&) const = default;
    };

    std::vector<Untouched> untouched; ///< begun, and not worked on for more than a week; in course order
    std::vector<OpenQuestions> wrongAnswers; ///< by skill: questions whose newest wrong answer is not made good
    std::vector<std::pair<QString, QString>> mentorQuestions; ///< skill and text, the oldest first

    [[nodiscard]] bool isEmpty() const { return untouched.empty() && wrongAnswers.empty() && mentorQuestions.empty(); }
    bool operator==(const StuckPoints&) const = default;
};

[[nodiscard]] StuckPoints stuckPoints(const Workspace& workspace);

} // namespace waymark::session
