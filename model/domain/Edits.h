// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/Edit.h>
#include <domain/Roadmap.h>

#include <QTimeZone>

namespace waymark::domain {

/// What an edit is built from. `now` is UTC milliseconds; `id` the UUID that the edit gets and from which evidence ids are made; `zone`
/// that of the place where the learner is.
struct EditContext
{
    const Roadmap& roadmap;
    const Progress& progress;
    qint64 now = 0;
    QString id;
    QTimeZone zone = QTimeZone::utc();
    qint64 dayStart = 0; ///< of the learning day of `now`; UTC milliseconds
};

/// By how many minutes the clocks of a zone stand east of UTC at a moment (UTC milliseconds), as records keep it.
[[nodiscard]] int offsetMinutes(qint64 moment, const QTimeZone& zone);

/// Longest texts that an edit takes, in UTF-16 code units; longer ones are refused as InvalidText.
inline constexpr int maxEvidenceLength = 64 * 1024;
inline constexpr int maxNoteLength = 256 * 1024;

inline constexpr int mostHoursAWeek = 112; ///< sixteen waking hours a day

/// Each function builds one edit or says why it cannot: UnknownSkill, UnknownItem, UnknownEvidence, UnknownMilestone, UnknownChoice,
/// InvalidText. An edit that would change nothing comes back without changes. Its can-twin tells whether it would change
/// anything, for the state of the action on the screen.

/// `overLock` says that the learner opened the skill although prerequisites were open; it is recorded.
[[nodiscard]] Result<Edit> startSkill(const EditContext& context, const QString& skill, bool overLock);
[[nodiscard]] bool canStartSkill(const EditContext& context, const QString& skill);

[[nodiscard]] Result<Edit> finishSkill(const EditContext& context, const QString& skill);
[[nodiscard]] bool canFinishSkill(const EditContext& context, const QString& skill);

[[nodiscard]] Result<Edit> skipSkill(const EditContext& context, const QString& skill);
[[nodiscard]] bool canSkipSkill(const EditContext& context, const QString& skill);

/// Takes back the mark and the ticks of a skill. Evidence and notes stay.
[[nodiscard]] Result<Edit> resetSkill(const EditContext& context, const QString& skill);
[[nodiscard]] bool canResetSkill(const EditContext& context, const QString& skill);

/// Ticks an item, with evidence if the text is not empty, and starts the skill if nothing was said of it yet.
[[nodiscard]] Result<Edit> checkItem(
    const EditContext& context, const QString& skill, const QString& item, const std::optional<Evidence>& evidence = std::nullopt);
[[nodiscard]] bool canCheckItem(const EditContext& context, const QString& skill, const QString& item);

[[nodiscard]] Result<Edit> uncheckItem(const EditContext& context, const QString& skill, const QString& item);
[[nodiscard]] bool canUncheckItem(const EditContext& context, const QString& skill, const QString& item);

[[nodiscard]] Result<Edit> addEvidence(const EditContext& context, const QString& skill, const QString& item, const Evidence& evidence);
[[nodiscard]] Result<Edit> changeEvidence(
    const EditContext& context, const QString& skill, const QString& item, const QString& id, const Evidence& evidence);
[[nodiscard]] Result<Edit> removeEvidence(const EditContext& context, const QString& skill, const QString& item, const QString& id);

/// An empty text takes the note away.
[[nodiscard]] Result<Edit> writeNote(const EditContext& context, const QString& skill, const QString& text);
[[nodiscard]] Result<Edit> shareNote(const EditContext& context, const QString& skill, bool shared);

/// InvalidTime where the rhythm's days of study, of 24 hours each, have no room for the goal's hours.
[[nodiscard]] Result<void> requireRoom(const Goal& goal, const StudyRhythm& rhythm);
/// Hours a week: 0 (not chosen) to 112. Error InvalidText outside that range, and those of requireRoom().
[[nodiscard]] Result<Edit> setGoal(const EditContext& context, const Goal& goal);
[[nodiscard]] Result<Edit> setChoice(const EditContext& context, const QString& group, const QStringList& members);
/// At most 200 characters, no controls; an empty name takes it away. Error InvalidText.
[[nodiscard]] Result<Edit> setLearner(const EditContext& context, const QString& name);

/// An answer to a question of the skill: whether it is the first, answers of placement aside, and when it was given, is filled in here.
/// UnknownItem for a question that the course does not have; InvalidText for an answer that is too long.
[[nodiscard]] Result<Edit> answerQuestion(
    const EditContext& context, const QString& skill, const QString& question, const Attempt& attempt);

/// A recall and the place on its way to which it brings the card. UnknownItem for a card that neither course nor learner has.
[[nodiscard]] Result<Edit> recallCard(
    const EditContext& context, const QString& skill, const QString& card, const Recall& recall, const CardSchedule& after);
[[nodiscard]] Result<Edit> suspendCard(const EditContext& context, const QString& skill, const QString& card, bool suspended);
/// Not asked before `until` (UTC milliseconds); 0 takes the wish back. InvalidText for more than mostDaysPutOff days ahead.
[[nodiscard]] Result<Edit> buryCard(const EditContext& context, const QString& skill, const QString& card, qint64 until);
/// Many cards put off at once, each to its moment.
struct PutOff
{
    QString skill;
    QString card;
    qint64 until = 0;
};
[[nodiscard]] Result<Edit> spreadCards(const EditContext& context, const std::vector<PutOff>& cards);

/// The learner's own words for a card; without `card` a new one, whose id is made of the edit's. Neither side may be empty.
[[nodiscard]] Result<Edit> writeCard(
    const EditContext& context, const QString& skill, const QString& card, const QString& front, const QString& back);
/// Takes the learner's words away: a card of the course has its own again, a card of the learner is gone. Its recalls stay.
[[nodiscard]] Result<Edit> removeCard(const EditContext& context, const QString& skill, const QString& card);

/// Marks as assumed what nothing was said of yet, neither by a mark, an item or evidence nor by an answer outside of placement: the result
/// of placement.
[[nodiscard]] Result<Edit> placeSkills(const EditContext& context, const QStringList& skills);
[[nodiscard]] bool canPlaceSkill(const EditContext& context, const QString& skill);
/// Retention 0.7 to 0.99, minutes 1 to 240, new cards 0 to 200; InvalidText outside.
[[nodiscard]] Result<Edit> setRecall(const EditContext& context, const RecallOptions& options);

/// The records of recall and quiz that a replay (learning/Replay.h) gives otherwise than they are stored, put in their place.
[[nodiscard]] Edit repairCards(const EditContext& context, const std::vector<std::pair<RecordKey, Record>>& rebuilt);

/// Several edits as one step, under one name. Later edits must have been built over the progress that earlier ones leave.
[[nodiscard]] Edit joined(const EditContext& context, EditKind kind, const QString& subject, const std::vector<Edit>& edits);

/// The edit that turns the present records into `wanted`, record by record. Used by import.
[[nodiscard]] Edit replaceRecords(
    const EditContext& context, EditKind kind, const QString& subject, const std::vector<std::pair<RecordKey, Record>>& wanted);

/// The id of an item named by its id or its 1-based number. UnknownSkill, UnknownItem.
[[nodiscard]] Result<QString> resolveItem(const Roadmap& roadmap, const QString& skill, const QString& itemOrNumber);

} // namespace waymark::domain
