// SPDX-License-Identifier: GPL-3.0-or-later
#include <storage/RecordColumns.h>

#include <QJsonArray>
#include <QJsonDocument>

#include <array>

using namespace Qt::StringLiterals;

namespace waymark::storage {

using domain::Mark;
using domain::Record;
using domain::RecordKind;

namespace {

constexpr std::array<const char*, 4> markWords { "started", "done", "skipped", "assumed" };

QString wordOf(Mark mark)
{
    return QString::fromLatin1(markWords[static_cast<std::size_t>(mark)]);
}

Mark markFrom(const QString& word)
{
    for (std::size_t i = 0; i < markWords.size(); ++i) {
        if (word == QLatin1StringView(markWords[i])) {
            return static_cast<Mark>(i);
        }
    }
    return Mark::Started;
}

QString listText(const QStringList& list)
{
    return QString::fromUtf8(QJsonDocument(QJsonArray::fromStringList(list)).toJson(QJsonDocument::Compact));
}

QStringList listFrom(const QString& text)
{
    QStringList list;
    const QJsonArray array = QJsonDocument::fromJson(text.toUtf8()).array();
    for (const QJsonValue& each : array) {
        list.append(each.toString());
    }
    return list;
}

struct ToValues
{
    QVariantList operator()(const domain::SkillMark& mark) const { return { wordOf(mark.mark), mark.at, mark.startedAt, mark.overLock }; }
    QVariantList operator()(const domain::ItemMark& mark) const { return { mark.at }; }
    QVariantList operator()(const domain::Evidence& proof) const { return { domain::toString(proof.kind), proof.text, proof.at }; }
    QVariantList operator()(const domain::Note& note) const { return { note.text, note.shared, note.at }; }
    QVariantList operator()(const domain::Goal& goal) const
    {
        return { goal.milestone, goal.hoursPerWeek, goal.deadline.isValid() ? goal.deadline.toString(Qt::ISODate) : QString() };
    }
    QVariantList operator()(const domain::Choice& choice) const { return { listText(choice.members) }; }
    QVariantList operator()(const domain::Learner& learner) const { return { learner.name }; }
    QVariantList operator()(const domain::TimeEntry& entry) const { return { entry.skill, entry.start, entry.minutes }; }
    QVariantList operator()(const domain::Attempt& attempt) const
    {
        return { domain::toString(attempt.source), attempt.right, attempt.first, attempt.hints, attempt.milliseconds, attempt.answer,
            attempt.at, attempt.offset };
    }
    QVariantList operator()(const domain::Recall& recall) const
    {
        return { static_cast<int>(recall.grade), recall.after.stability, recall.after.difficulty, recall.elapsedDays, recall.algorithm,
            recall.weights, recall.milliseconds, recall.at, recall.offset, recall.retention };
    }
    QVariantList operator()(const domain::CardState& card) const
    {
        const domain::CardSchedule& way = card.schedule;
        return { domain::toString(way.phase), way.step, way.memory ? QVariant(way.memory->stability) : QVariant(),
            way.memory ? QVariant(way.memory->difficulty) : QVariant(), way.last, way.due, way.scheduledDays, way.reps, way.lapses,
            card.introduced, card.suspended, card.buriedUntil };
    }
    QVariantList operator()(const domain::OwnCard& card) const { return { card.front, card.back, card.at }; }
    QVariantList operator()(const domain::RecallOptions& options) const
    {
        return { options.retention, options.minutes, options.newPerDay };
    }
    QVariantList operator()(const domain::MentorQuestion& question) const { return { question.text, question.at }; }
    QVariantList operator()(const domain::SelfScore& score) const { return { score.level, score.at }; }
    QVariantList operator()(const domain::ReceivedReview& review) const
    {
        return { review.json, review.reviewer, review.fingerprint, review.revision, review.created, review.at };
    }
    QVariantList operator()(const domain::ReviewAnswer& answer) const { return { domain::toString(answer.kind), answer.at }; }
    QVariantList operator()(const domain::SignOff& signOff) const
    {
        return { domain::toString(signOff.decision), domain::toString(signOff.role), signOff.reviewer, signOff.fingerprint,
            domain::toString(signOff.signature), signOff.created, signOff.at, listText(signOff.seen) };
    }
    QVariantList operator()(const domain::PinnedKey& key) const { return { key.name, key.key, key.firstReview, key.confirmed, key.at }; }
};

domain::CardState cardFrom(const Row& row, int at)
{
    domain::CardState card;
    domain::CardSchedule& way = card.schedule;
    way.phase = domain::phaseFrom(row.text(at)).value_or(domain::CardSchedule::Phase::New);
    way.step = row.smallNumber(at + 1);
    if (!row.isNull(at + 2)) {
        way.memory = domain::Memory { row.real(at + 2), row.real(at + 3) };
    }
    way.last = row.number(at + 4);
    way.due = row.number(at + 5);
    way.scheduledDays = row.smallNumber(at + 6);
    way.reps = row.smallNumber(at + 7);
    way.lapses = row.smallNumber(at + 8);
    card.introduced = row.number(at + 9);
    card.suspended = row.flag(at + 10);
    card.buriedUntil = row.number(at + 11);
    return card;
}

/// What is no word of ours is read as that which vouches for least.
domain::SignOff signOffFrom(const Row& row, int at)
{
    return { domain::decisionFrom(row.text(at)).value_or(domain::Decision::RequestChanges),
        domain::reviewerRoleFrom(row.text(at + 1)).value_or(domain::ReviewerRole::Peer), row.text(at + 2), row.text(at + 3),
        domain::signatureStateFrom(row.text(at + 4)).value_or(domain::SignatureState::None), row.number(at + 5), row.number(at + 6),
        listFrom(row.text(at + 7)) };
}

Record mentorRecordFrom(RecordKind kind, const Row& row, int at)
{
    switch (kind) {
    case RecordKind::SelfScore:
        return domain::SelfScore { row.smallNumber(at), row.number(at + 1) };
    case RecordKind::ReceivedReview:
        return domain::ReceivedReview { row.bytes(at), row.text(at + 1), row.text(at + 2), row.text(at + 3), row.number(at + 4),
            row.number(at + 5) };
    case RecordKind::ReviewAnswer:
        return domain::ReviewAnswer { domain::reviewAnswerFrom(row.text(at)).value_or(domain::ReviewAnswer::Kind::Accepted),
            row.number(at + 1) };
    case RecordKind::SignOff:
        return signOffFrom(row, at);
    case RecordKind::PinnedKey:
        return domain::PinnedKey { row.text(at), row.bytes(at + 1), row.text(at + 2), row.flag(at + 3), row.number(at + 4) };
    default:
        return domain::MentorQuestion { row.text(at), row.number(at + 1) };
    }
}

} // namespace

QVariantList columnsOf(const Record& record)
{
    return std::visit(ToValues {}, record);
}

Record recordFrom(RecordKind kind, const Row& row, int at)
{
    switch (kind) {
    case RecordKind::SkillMark:
        return domain::SkillMark { markFrom(row.text(at)), row.number(at + 1), row.number(at + 2), row.flag(at + 3) };
    case RecordKind::ItemMark:
        return domain::ItemMark { row.number(at) };
    case RecordKind::Evidence:
        return domain::Evidence { domain::evidenceKindFrom(row.text(at)).value_or(domain::EvidenceKind::Note), row.text(at + 1),
            row.number(at + 2) };
    case RecordKind::Note:
        return domain::Note { row.text(at), row.flag(at + 1), row.number(at + 2) };
    case RecordKind::Goal:
        return domain::Goal { row.text(at), row.real(at + 1), QDate::fromString(row.text(at + 2), Qt::ISODate) };
    case RecordKind::Choice:
        return domain::Choice { listFrom(row.text(at)) };
    case RecordKind::Learner:
        return domain::Learner { row.text(at) };
    case RecordKind::TimeEntry:
        return domain::TimeEntry { row.text(at), row.number(at + 1), row.smallNumber(at + 2) };
    case RecordKind::Attempt:
        return domain::Attempt { domain::attemptSourceFrom(row.text(at)).value_or(domain::Attempt::Source::Quiz), row.flag(at + 1),
            row.flag(at + 2), row.smallNumber(at + 3), row.smallNumber(at + 4), row.text(at + 5), row.number(at + 6),
            row.smallNumber(at + 7) };
    case RecordKind::Recall:
        return domain::Recall { static_cast<domain::Grade>(row.smallNumber(at)), { row.real(at + 1), row.real(at + 2) },
            row.smallNumber(at + 3), row.text(at + 4), row.text(at + 5), row.smallNumber(at + 6), row.number(at + 7),
            row.smallNumber(at + 8), row.real(at + 9) };
    case RecordKind::CardState:
        return cardFrom(row, at);
    case RecordKind::OwnCard:
        return domain::OwnCard { row.text(at), row.text(at + 1), row.number(at + 2) };
    case RecordKind::RecallOptions:
        return domain::RecallOptions { row.real(at), row.smallNumber(at + 1), row.smallNumber(at + 2) };
    case RecordKind::MentorQuestion:
    case RecordKind::SelfScore:
    case RecordKind::ReceivedReview:
    case RecordKind::ReviewAnswer:
    case RecordKind::SignOff:
    case RecordKind::PinnedKey:
        return mentorRecordFrom(kind, row, at);
    }
    return domain::SkillMark {};
}

} // namespace waymark::storage
