// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/Records.h>
#include <domain/StudyRecords.h>

#include <QDateTime>
#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <optional>
#include <tuple>
#include <variant>

namespace waymark::session {

/// Which editor a draft stands in.
enum class DraftKind { Evidence, Time, Card, Goal, Cue, DaysOff, Answer };

/// Where a draft belongs: an editor, and what it is about.
struct DraftPlace
{
    DraftKind kind = DraftKind::Evidence;
    QString skill {}; ///< id; empty where the editor is about none
    QString part {}; ///< id of the item of the checklist, of the entry, card or question; empty for a new entry or card

    bool operator==(const DraftPlace&) const = default;
    bool operator<(const DraftPlace& other) const { return std::tie(kind, skill, part) < std::tie(other.kind, other.skill, other.part); }
};

/// Evidence that stands in an editor and is not in the library.
struct EvidenceDraft
{
    QString id; ///< of the evidence that is changed; empty for a new one
    domain::Evidence evidence;
    QString base; ///< the text of the evidence as it was when its change began; empty for a new one

    bool operator==(const EvidenceDraft&) const = default;
};

/// What stands in an editor, and what the library had when that began.
template <class Fields> struct Written
{
    Fields now;
    Fields base;

    bool operator==(const Written&) const = default;
};

struct TimeFields
{
    QDateTime start; ///< as the clocks of the place showed it, to the minute, in UTC; invalid in the base of a new entry
    int minutes = 0; ///< 1..1440; 0 in the base of a new entry

    bool operator==(const TimeFields&) const = default;
};

struct CardFields
{
    QString skill; ///< the title that is chosen for a new card, which may be half of one
    QString front;
    QString back;

    bool operator==(const CardFields&) const = default;
};

struct GoalFields
{
    domain::Goal goal;
    QString name; ///< of the learner
    QStringList members; ///< ids of skills picked in any choice group

    bool operator==(const GoalFields&) const = default;
};

struct CueFields
{
    QString cue;
    int minutes = 0; ///< 1..1440; 0 without a cue
    int doing = 0; ///< skills that may stand in Doing at once, 1..9

    bool operator==(const CueFields&) const = default;
};

using TimeDraft = Written<TimeFields>;
using CardDraft = Written<CardFields>;
using GoalDraft = Written<GoalFields>;
using CueDraft = Written<CueFields>;

/// Days off that are not added yet have no base: they are new.
struct DaysOffDraft
{
    domain::DaysOff off;

    bool operator==(const DaysOffDraft&) const = default;
};

/// An answer to a question of a lesson that is typed, not given yet.
struct AnswerDraft
{
    QString text;

    bool operator==(const AnswerDraft&) const = default;
};

/// In the order of DraftKind.
using DraftValue = std::variant<EvidenceDraft, TimeDraft, CardDraft, GoalDraft, CueDraft, DaysOffDraft, AnswerDraft>;

/// The name of a place in a file: "SKILL/ITEM" for evidence, "KIND/SKILL/PART" for the others. Ids have no slash.
[[nodiscard]] QString toKey(const DraftPlace& place);
[[nodiscard]] std::optional<DraftPlace> draftPlaceFrom(const QString& key);

[[nodiscard]] QJsonObject toJson(const DraftValue& value);
/// None for what no editor of this kind can hold.
[[nodiscard]] std::optional<DraftValue> draftFrom(DraftKind kind, const QJsonObject& object);

} // namespace waymark::session
