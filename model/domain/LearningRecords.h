// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/CardSchedule.h>

#include <QString>

namespace waymark::domain {

/// The records of quiz and recall. Times are UTC milliseconds since the epoch.

/// One answer to a question of a skill.
struct Attempt
{
    enum class Source { Quiz, Placement, Lab };

    Source source = Source::Quiz;
    bool right = false;
    bool first = true; ///< no answer to this question came before it, but for placement; beginning the skill anew makes no other
    int hints = 0; ///< steps of help that were opened before it
    int milliseconds = 0; ///< from the question on the screen to the answer
    QString answer; ///< as given, for a person to read
    qint64 at = 0;
    int offset = 0; ///< minutes east of UTC where it was given

    bool operator==(const Attempt&) const = default;
};

[[nodiscard]] QString toString(Attempt::Source source); ///< quiz, placement, lab
[[nodiscard]] std::optional<Attempt::Source> attemptSourceFrom(const QString& word);
[[nodiscard]] QString toString(CardSchedule::Phase phase); ///< new, learning, review, relearning
[[nodiscard]] std::optional<CardSchedule::Phase> phaseFrom(const QString& word);

/// One recall of a card, with all that a replay needs.
struct Recall
{
    Grade grade = Grade::Good;
    Memory after;
    int elapsedDays = 0; ///< learning days since the recall before
    QString algorithm; ///< "fsrs-6"
    QString weights; ///< "default", or the id of fitted ones
    int milliseconds = 0; ///< from the front on the screen to the grade
    qint64 at = 0;
    int offset = 0; ///< minutes east of UTC where it was made
    double retention = 0.9; ///< that the learner wanted then; the interval follows from it

    bool operator==(const Recall&) const = default;
};

/// Where a card of a skill stands. No record means: not introduced.
struct CardState
{
    CardSchedule schedule;
    qint64 introduced = 0; ///< its first recall; 0 for a card that was only laid aside
    bool suspended = false; ///< not asked until it is taken up again
    qint64 buriedUntil = 0; ///< not asked before this moment; 0 for no such wish

    bool operator==(const CardState&) const = default;
};

/// A card that the learner wrote, or his words for a card of the course, under its id. Plain text with Markdown.
struct OwnCard
{
    QString front;
    QString back;
    qint64 at = 0;

    bool operator==(const OwnCard&) const = default;
};

/// How the learner wants to be asked.
struct RecallOptions
{
    double retention = 0.9; ///< chance of recall at which a card is due; 0.7..0.99
    int minutes = 20; ///< of a session
    int newPerDay = 10;

    bool operator==(const RecallOptions&) const = default;
};

} // namespace waymark::domain
