// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/LearningRecords.h>
#include <domain/MentorRecords.h>
#include <domain/MergeRecords.h>
#include <domain/SkillRecords.h>
#include <domain/StudyRecords.h>

#include <QString>

#include <tuple>
#include <utility>
#include <variant>

namespace waymark::domain {

/// What joins the records of all topics. Ids are UUID text without braces.

/// Everything a learner changes is a record under a key. The order of the alternatives is the order of RecordKind.
using Record = std::variant<SkillMark, ItemMark, Evidence, Note, Goal, Choice, Learner, TimeEntry, Attempt, Recall, CardState, OwnCard,
    RecallOptions, MentorQuestion, SelfScore, ReceivedReview, ReviewAnswer, SignOff, PinnedKey, StudyRhythm, DaysOff, OrderWish, BoardPlace,
    RunningTimer, Absorbed, Conflict>;

enum class RecordKind {
    SkillMark,
    ItemMark,
    Evidence,
    Note,
    Goal,
    Choice,
    Learner,
    TimeEntry,
    Attempt,
    Recall,
    CardState,
    OwnCard,
    RecallOptions,
    MentorQuestion,
    SelfScore,
    ReceivedReview,
    ReviewAnswer,
    SignOff,
    PinnedKey,
    StudyRhythm,
    DaysOff,
    OrderWish,
    BoardPlace,
    RunningTimer,
    Absorbed,
    Conflict,
};
inline constexpr std::size_t recordKinds = std::variant_size_v<Record>;

/// The key of a record. `skill` is set for whatever belongs to a skill; `item` for items and evidence (item id), attempts (question id),
/// recalls and cards (card id), self scores (criterion) and answers to a review (its entry, see decisionEntry()); `id` for evidence,
/// attempts, recalls, time entries and days off (UUID), for choices (group id), for reviews, answers and sign-offs (UUID of the review) and
/// for keys (fingerprint), for what a merge absorbed (UUID of the merge). A conflict has the skill and the item of its record and tells the
/// rest in `id`: see ofConflict(). Goal, Learner, RecallOptions, StudyRhythm and RunningTimer have the empty key.
struct RecordKey
{
    RecordKind kind = RecordKind::SkillMark;
    QString skill;
    QString item;
    QString id;

    bool operator==(const RecordKey&) const = default;
    auto operator<=>(const RecordKey& other) const
    {
        return std::tie(kind, skill, item, id) <=> std::tie(other.kind, other.skill, other.item, other.id);
    }

    static RecordKey ofSkill(QString skill) { return { RecordKind::SkillMark, std::move(skill), {}, {} }; }
    static RecordKey ofItem(QString skill, QString item) { return { RecordKind::ItemMark, std::move(skill), std::move(item), {} }; }
    static RecordKey ofEvidence(QString skill, QString item, QString id)
    {
        return { RecordKind::Evidence, std::move(skill), std::move(item), std::move(id) };
    }
    static RecordKey ofNote(QString skill) { return { RecordKind::Note, std::move(skill), {}, {} }; }
    static RecordKey ofGoal() { return { RecordKind::Goal, {}, {}, {} }; }
    static RecordKey ofChoice(QString group) { return { RecordKind::Choice, {}, {}, std::move(group) }; }
    static RecordKey ofLearner() { return { RecordKind::Learner, {}, {}, {} }; }
    static RecordKey ofTime(QString id) { return { RecordKind::TimeEntry, {}, {}, std::move(id) }; }
    static RecordKey ofAttempt(QString skill, QString question, QString id)
    {
        return { RecordKind::Attempt, std::move(skill), std::move(question), std::move(id) };
    }
    static RecordKey ofRecall(QString skill, QString card, QString id)
    {
        return { RecordKind::Recall, std::move(skill), std::move(card), std::move(id) };
    }
    static RecordKey ofCard(QString skill, QString card) { return { RecordKind::CardState, std::move(skill), std::move(card), {} }; }
    static RecordKey ofOwnCard(QString skill, QString card) { return { RecordKind::OwnCard, std::move(skill), std::move(card), {} }; }
    static RecordKey ofRecallOptions() { return { RecordKind::RecallOptions, {}, {}, {} }; }
    static RecordKey ofQuestion(QString skill) { return { RecordKind::MentorQuestion, std::move(skill), {}, {} }; }
    static RecordKey ofScore(QString skill, QString criterion)
    {
        return { RecordKind::SelfScore, std::move(skill), std::move(criterion), {} };
    }
    static RecordKey ofReview(QString review) { return { RecordKind::ReceivedReview, {}, {}, std::move(review) }; }
    static RecordKey ofReviewAnswer(QString review, QString entry)
    {
        return { RecordKind::ReviewAnswer, {}, std::move(entry), std::move(review) };
    }
    static RecordKey ofSignOff(QString skill, QString review) { return { RecordKind::SignOff, std::move(skill), {}, std::move(review) }; }
    static RecordKey ofKey(QString fingerprint) { return { RecordKind::PinnedKey, {}, {}, std::move(fingerprint) }; }
    static RecordKey ofRhythm() { return { RecordKind::StudyRhythm, {}, {}, {} }; }
    static RecordKey ofDaysOff(QString id) { return { RecordKind::DaysOff, {}, {}, std::move(id) }; }
    static RecordKey ofWish(QString skill) { return { RecordKind::OrderWish, std::move(skill), {}, {} }; }
    static RecordKey ofPlace(QString skill) { return { RecordKind::BoardPlace, std::move(skill), {}, {} }; }
    static RecordKey ofTimer() { return { RecordKind::RunningTimer, {}, {}, {} }; }
    static RecordKey ofAbsorbed(QString merge) { return { RecordKind::Absorbed, {}, {}, std::move(merge) }; }
    /// `part` is the first field of the part of the record; see Merge.h for what the id is made of.
    static RecordKey ofConflict(const RecordKey& record, const QString& part);
};

} // namespace waymark::domain
