// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/Records.h>

#include <QHash>
#include <QMap>

#include <optional>
#include <vector>

namespace waymark::domain {

struct ItemProgress
{
    std::optional<ItemMark> mark;
    QMap<QString, Evidence> evidence; ///< by evidence id

    bool operator==(const ItemProgress&) const = default;
};

struct SkillProgress
{
    std::optional<SkillMark> mark;
    std::optional<Note> note;
    QMap<QString, ItemProgress> items; ///< by item id
    QMap<QString, QMap<QString, Attempt>> attempts; ///< by question id, then by attempt id
    QMap<QString, QMap<QString, Recall>> recalls; ///< by card id, then by recall id
    QMap<QString, CardState> cards; ///< by card id
    QMap<QString, OwnCard> ownCards; ///< by card id
    std::optional<MentorQuestion> question;
    QMap<QString, SelfScore> scores; ///< by criterion
    QMap<QString, SignOff> signOffs; ///< by review id

    [[nodiscard]] bool isItemDone(const QString& item) const;
    [[nodiscard]] int doneItems(const Skill& skill) const; ///< of the items that the course has today
    bool operator==(const SkillProgress&) const = default;
};

/// Everything a learner has recorded, as a value keyed by stable ids. Records of skills that the course no longer has are kept.
/// It is changed only by applying an Edit (see Edit.h); it knows no course and no rules.
class Progress
{
public:
    [[nodiscard]] const SkillProgress& skill(const QString& id) const; ///< an empty one for a skill without records
    [[nodiscard]] const QHash<QString, SkillProgress>& skills() const { return m_skills; }
    [[nodiscard]] const Goal& goal() const { return m_goal; }
    [[nodiscard]] bool hasGoal() const { return m_hasGoal; }
    [[nodiscard]] const QMap<QString, Choice>& choices() const { return m_choices; }
    [[nodiscard]] const QString& learnerName() const { return m_learner.name; }
    [[nodiscard]] const QMap<QString, TimeEntry>& time() const { return m_time; }
    [[nodiscard]] const RecallOptions& recallOptions() const { return m_recallOptions; }
    [[nodiscard]] const QMap<QString, ReceivedReview>& reviews() const { return m_reviews; } ///< by review id
    /// What the learner did with the entries of a review, by entry; see decisionEntry().
    [[nodiscard]] QMap<QString, ReviewAnswer> answersTo(const QString& review) const { return m_reviewAnswers.value(review); }
    [[nodiscard]] const QMap<QString, PinnedKey>& keys() const { return m_keys; } ///< by fingerprint
    [[nodiscard]] const StudyRhythm& rhythm() const { return m_rhythm; }
    [[nodiscard]] const QMap<QString, DaysOff>& daysOff() const { return m_daysOff; } ///< by id
    [[nodiscard]] const QMap<QString, OrderWish>& orderWishes() const { return m_wishes; } ///< by the skill that was moved
    [[nodiscard]] const QMap<QString, BoardPlace>& boardPlaces() const { return m_places; } ///< by skill
    [[nodiscard]] const std::optional<RunningTimer>& timer() const { return m_timer; }
    [[nodiscard]] const QMap<QString, Absorbed>& absorbed() const { return m_absorbed; } ///< by the merge that did it
    [[nodiscard]] const QMap<RecordKey, Conflict>& conflicts() const { return m_conflicts; }
    [[nodiscard]] int minutesOn(const QString& skill) const;

    [[nodiscard]] std::optional<Record> record(const RecordKey& key) const;
    void setRecord(const RecordKey& key, const std::optional<Record>& record);

    /// Every record, ordered by key.
    [[nodiscard]] std::vector<std::pair<RecordKey, Record>> records() const;

    bool operator==(const Progress&) const = default;

private:
    QHash<QString, SkillProgress> m_skills;
    QMap<QString, Choice> m_choices;
    QMap<QString, TimeEntry> m_time;
    QMap<QString, ReceivedReview> m_reviews;
    QMap<QString, QMap<QString, ReviewAnswer>> m_reviewAnswers;
    QMap<QString, PinnedKey> m_keys;
    Goal m_goal;
    Learner m_learner;
    bool m_hasGoal = false;
    bool m_hasLearner = false;
    RecallOptions m_recallOptions;
    bool m_hasRecallOptions = false;
    StudyRhythm m_rhythm;
    bool m_hasRhythm = false;
    QMap<QString, DaysOff> m_daysOff;
    QMap<QString, OrderWish> m_wishes;
    QMap<QString, BoardPlace> m_places;
    std::optional<RunningTimer> m_timer;
    QMap<QString, Absorbed> m_absorbed;
    QMap<RecordKey, Conflict> m_conflicts;
};

/// The days off with their ids, those that begin first come first.
[[nodiscard]] std::vector<std::pair<QString, DaysOff>> daysOffInOrder(const Progress& progress);

/// SHA-256 over every record in canonical form: two libraries with the same records have the same hash. What merges absorbed is left out:
/// each copy has learnt the same by a merge of its own.
[[nodiscard]] QByteArray contentHash(const Progress& progress);

} // namespace waymark::domain
