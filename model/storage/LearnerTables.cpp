// SPDX-License-Identifier: GPL-3.0-or-later
#include <storage/LearnerTables.h>

#include <storage/SearchIndex.h>

#include <QJsonArray>
#include <QJsonDocument>

#include <array>

using namespace Qt::StringLiterals;

namespace waymark::storage {

using domain::Mark;
using domain::Record;
using domain::RecordKey;
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

QString membersText(const QStringList& members)
{
    return QString::fromUtf8(QJsonDocument(QJsonArray::fromStringList(members)).toJson(QJsonDocument::Compact));
}

QStringList membersFrom(const QString& text)
{
    QStringList members;
    const QJsonArray array = QJsonDocument::fromJson(text.toUtf8()).array();
    for (const QJsonValue& member : array) {
        members.append(member.toString());
    }
    return members;
}

/// Columns after the key, in the order of Table::columns.
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
    QVariantList operator()(const domain::Choice& choice) const { return { membersText(choice.members) }; }
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

/// The record whose first column after the key is `at`.
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
        return domain::Choice { membersFrom(row.text(at)) };
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
    }
    return domain::SkillMark {};
}

/// A kind of record and where it is kept. The statements are made once, from names of ours.
struct Table
{
    QString select; ///< by key
    QString selectAll; ///< key columns first
    QString write;
    QString remove;
    int keyColumns = 0;
};

Table tableOf(const QString& name, const QStringList& keys, const QStringList& columns)
{
    const QString where = u" WHERE "_s + keys.join(u" = ? AND "_s) + u" = ?"_s;
    const QStringList all = keys + columns;
    QStringList updates;
    for (const QString& column : columns) {
        updates.append(column + u" = excluded."_s + column);
    }
    Table table;
    table.select = u"SELECT "_s + columns.join(u", "_s) + u" FROM "_s + name + where;
    table.selectAll = u"SELECT "_s + all.join(u", "_s) + u" FROM "_s + name;
    table.write = u"INSERT INTO "_s + name + u" ("_s + all.join(u", "_s) + u") VALUES (?"_s + u", ?"_s.repeated(all.size() - 1)
        + u") ON CONFLICT ("_s + keys.join(u", "_s) + u") DO UPDATE SET "_s + updates.join(u", "_s);
    table.remove = u"DELETE FROM "_s + name + where;
    table.keyColumns = static_cast<int>(keys.size());
    return table;
}

/// In the order of RecordKind.
const std::array<Table, domain::recordKinds>& tables()
{
    static const std::array<Table, domain::recordKinds> all {
        tableOf(u"skill_mark"_s, { u"skill"_s }, { u"mark"_s, u"at"_s, u"started_at"_s, u"over_lock"_s }),
        tableOf(u"item_mark"_s, { u"skill"_s, u"item"_s }, { u"at"_s }),
        tableOf(u"evidence"_s, { u"skill"_s, u"item"_s, u"id"_s }, { u"kind"_s, u"text"_s, u"at"_s }),
        tableOf(u"note"_s, { u"skill"_s }, { u"text"_s, u"shared"_s, u"at"_s }),
        tableOf(u"goal"_s, { u"single"_s }, { u"milestone"_s, u"hours_per_week"_s, u"deadline"_s }),
        tableOf(u"choice"_s, { u"choice_group"_s }, { u"members"_s }),
        tableOf(u"learner"_s, { u"single"_s }, { u"name"_s }),
        tableOf(u"time_entry"_s, { u"id"_s }, { u"skill"_s, u"start"_s, u"minutes"_s }),
        tableOf(u"attempt"_s, { u"skill"_s, u"question"_s, u"id"_s },
            { u"source"_s, u"correct"_s, u"first_try"_s, u"hints"_s, u"milliseconds"_s, u"answer"_s, u"at"_s, u"utc_offset"_s }),
        tableOf(u"recall"_s, { u"skill"_s, u"card"_s, u"id"_s },
            { u"grade"_s, u"stability"_s, u"difficulty"_s, u"elapsed_days"_s, u"algorithm"_s, u"weights"_s, u"milliseconds"_s, u"at"_s,
                u"utc_offset"_s, u"retention"_s }),
        tableOf(u"card"_s, { u"skill"_s, u"card"_s },
            { u"phase"_s, u"step"_s, u"stability"_s, u"difficulty"_s, u"last_at"_s, u"due_at"_s, u"scheduled_days"_s, u"reps"_s,
                u"lapses"_s, u"introduced_at"_s, u"suspended"_s, u"buried_until"_s }),
        tableOf(u"own_card"_s, { u"skill"_s, u"card"_s }, { u"front"_s, u"back"_s, u"at"_s }),
        tableOf(u"recall_options"_s, { u"single"_s }, { u"retention"_s, u"minutes"_s, u"new_per_day"_s }),
    };
    return all;
}

const Table& tableOf(RecordKind kind)
{
    return tables()[static_cast<std::size_t>(kind)];
}

QVariantList keyValues(const RecordKey& key)
{
    switch (key.kind) {
    case RecordKind::SkillMark:
    case RecordKind::Note:
        return { key.skill };
    case RecordKind::ItemMark:
        return { key.skill, key.item };
    case RecordKind::CardState:
    case RecordKind::OwnCard:
        return { key.skill, key.item };
    case RecordKind::Evidence:
    case RecordKind::Attempt:
    case RecordKind::Recall:
        return { key.skill, key.item, key.id };
    case RecordKind::Goal:
    case RecordKind::Learner:
    case RecordKind::RecallOptions:
        return { 1 };
    case RecordKind::Choice:
    case RecordKind::TimeEntry:
        return { key.id };
    }
    return {};
}

RecordKey keyFrom(RecordKind kind, const Row& row)
{
    switch (kind) {
    case RecordKind::SkillMark:
        return RecordKey::ofSkill(row.text(0));
    case RecordKind::Note:
        return RecordKey::ofNote(row.text(0));
    case RecordKind::ItemMark:
        return RecordKey::ofItem(row.text(0), row.text(1));
    case RecordKind::Evidence:
        return RecordKey::ofEvidence(row.text(0), row.text(1), row.text(2));
    case RecordKind::Goal:
        return RecordKey::ofGoal();
    case RecordKind::Learner:
        return RecordKey::ofLearner();
    case RecordKind::Choice:
        return RecordKey::ofChoice(row.text(0));
    case RecordKind::TimeEntry:
        return RecordKey::ofTime(row.text(0));
    case RecordKind::Attempt:
        return RecordKey::ofAttempt(row.text(0), row.text(1), row.text(2));
    case RecordKind::Recall:
        return RecordKey::ofRecall(row.text(0), row.text(1), row.text(2));
    case RecordKind::CardState:
        return RecordKey::ofCard(row.text(0), row.text(1));
    case RecordKind::OwnCard:
        return RecordKey::ofOwnCard(row.text(0), row.text(1));
    case RecordKind::RecallOptions:
        return RecordKey::ofRecallOptions();
    }
    return {};
}

} // namespace

Result<std::optional<Record>> readRecord(Connection& library, const RecordKey& key)
{
    std::optional<Record> record;
    auto read = library.each(tableOf(key.kind).select, keyValues(key), [&](const Row& row) { record = recordFrom(key.kind, row, 0); });
    return read.map([&record] { return record; });
}

Result<void> writeRecord(Connection& library, const RecordKey& key, const std::optional<Record>& record)
{
    const Table& table = tableOf(key.kind);
    if (key.kind == RecordKind::Note) {
        if (auto forgotten = forgetNote(library, key.skill); !forgotten) {
            return forgotten;
        }
    }
    if (!record) {
        return library.run(table.remove, keyValues(key));
    }
    auto written = library.run(table.write, keyValues(key) + std::visit(ToValues {}, *record));
    if (written && key.kind == RecordKind::Note) {
        written = indexNote(library, key.skill);
    }
    return written;
}

Result<void> applyChanges(Connection& library, const std::vector<domain::RecordChange>& changes)
{
    for (const domain::RecordChange& change : changes) {
        const auto present = readRecord(library, change.key);
        if (!present) {
            return tl::unexpected<Error>(present.error());
        }
        if (*present != change.before) {
            return failure(ErrorCode::StaleEdit, change.key.skill, u"the record is not what it was"_s);
        }
        if (auto written = writeRecord(library, change.key, change.after); !written) {
            return written;
        }
    }
    return {};
}

Result<domain::Progress> readProgress(Connection& library)
{
    domain::Progress progress;
    for (std::size_t i = 0; i < tables().size(); ++i) {
        const auto kind = static_cast<RecordKind>(i);
        const Table& table = tables()[i];
        auto read = library.each(
            table.selectAll, {}, [&](const Row& row) { progress.setRecord(keyFrom(kind, row), recordFrom(kind, row, table.keyColumns)); });
        if (!read) {
            return tl::unexpected<Error>(read.error());
        }
    }
    return progress;
}

} // namespace waymark::storage
