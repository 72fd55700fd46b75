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
};

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
const std::array<Table, 8>& tables()
{
    static const std::array<Table, 8> all {
        tableOf(u"skill_mark"_s, { u"skill"_s }, { u"mark"_s, u"at"_s, u"started_at"_s, u"over_lock"_s }),
        tableOf(u"item_mark"_s, { u"skill"_s, u"item"_s }, { u"at"_s }),
        tableOf(u"evidence"_s, { u"skill"_s, u"item"_s, u"id"_s }, { u"kind"_s, u"text"_s, u"at"_s }),
        tableOf(u"note"_s, { u"skill"_s }, { u"text"_s, u"shared"_s, u"at"_s }),
        tableOf(u"goal"_s, { u"single"_s }, { u"milestone"_s, u"hours_per_week"_s, u"deadline"_s }),
        tableOf(u"choice"_s, { u"choice_group"_s }, { u"members"_s }),
        tableOf(u"learner"_s, { u"single"_s }, { u"name"_s }),
        tableOf(u"time_entry"_s, { u"id"_s }, { u"skill"_s, u"start"_s, u"minutes"_s }),
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
    case RecordKind::Evidence:
        return { key.skill, key.item, key.id };
    case RecordKind::Goal:
    case RecordKind::Learner:
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
