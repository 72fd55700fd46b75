// SPDX-License-Identifier: GPL-3.0-or-later
#include <storage/LearnerTables.h>

#include <storage/RecordColumns.h>
#include <storage/SearchIndex.h>
#include <storage/WatchedSteps.h>

#include <domain/KeyParts.h>

#include <array>

using namespace Qt::StringLiterals;

namespace waymark::storage {

using domain::Record;
using domain::RecordKey;
using domain::RecordKind;

namespace {

/// A kind of record and where it is kept. The statements are made once, from names of ours.
struct Table
{
    QString name;
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
    table.name = name;
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
        tableOf(u"time_entry"_s, { u"id"_s }, { u"skill"_s, u"start"_s, u"minutes"_s, u"utc_offset"_s }),
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
        tableOf(u"mentor_question"_s, { u"skill"_s }, { u"text"_s, u"at"_s }),
        tableOf(u"self_score"_s, { u"skill"_s, u"criterion"_s }, { u"level"_s, u"at"_s }),
        tableOf(u"received_review"_s, { u"id"_s }, { u"json"_s, u"reviewer"_s, u"fingerprint"_s, u"revision"_s, u"created_at"_s, u"at"_s }),
        tableOf(u"review_answer"_s, { u"review"_s, u"entry"_s }, { u"answer"_s, u"at"_s }),
        tableOf(u"sign_off"_s, { u"skill"_s, u"review"_s },
            { u"decision"_s, u"role"_s, u"reviewer"_s, u"fingerprint"_s, u"signature"_s, u"created_at"_s, u"at"_s, u"seen"_s }),
        tableOf(u"pinned_key"_s, { u"fingerprint"_s }, { u"name"_s, u"key"_s, u"first_review"_s, u"confirmed"_s, u"at"_s }),
        tableOf(u"study_rhythm"_s, { u"single"_s },
            { u"monday"_s, u"tuesday"_s, u"wednesday"_s, u"thursday"_s, u"friday"_s, u"saturday"_s, u"sunday"_s, u"cue"_s, u"cue_minutes"_s,
                u"doing_limit"_s }),
        tableOf(u"days_off"_s, { u"id"_s }, { u"first"_s, u"last"_s, u"reason"_s }),
        tableOf(u"order_wish"_s, { u"skill"_s }, { u"before_skill"_s, u"after_skill"_s, u"at"_s }),
        tableOf(u"board_place"_s, { u"skill"_s }, { u"lane"_s, u"at"_s }),
        tableOf(u"running_timer"_s, { u"single"_s },
            { u"skill"_s, u"started_at"_s, u"running_since"_s, u"milliseconds"_s, u"focus_minutes"_s, u"break_minutes"_s }),
        tableOf(u"absorbed"_s, { u"id"_s }, { u"edits"_s }),
        tableOf(u"conflict"_s, { u"skill"_s, u"item"_s, u"id"_s }, { u"others"_s }),
    };
    return all;
}

const Table& tableOf(RecordKind kind)
{
    return tables()[static_cast<std::size_t>(kind)];
}

/// In a table for one record at most the key is 1.
QVariantList keyValues(const RecordKey& key)
{
    QVariantList values;
    for (const domain::KeyPart part : domain::keyPartsOf(key.kind)) {
        values.append(key.*part);
    }
    return values.isEmpty() ? QVariantList { 1 } : values;
}

RecordKey keyFrom(RecordKind kind, const Row& row)
{
    RecordKey key { kind, {}, {}, {} };
    int column = 0;
    for (const domain::KeyPart part : domain::keyPartsOf(kind)) {
        key.*part = row.text(column++);
    }
    return key;
}

} // namespace

const QString& tableName(RecordKind kind)
{
    return tableOf(kind).name;
}

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
    auto written = library.run(table.write, keyValues(key) + columnsOf(*record));
    if (written && key.kind == RecordKind::Note) {
        written = indexNote(library, key.skill);
    }
    return written;
}

Result<void> applyChanges(Connection& library, const std::vector<domain::RecordChange>& changes, WatchedSteps& steps)
{
    std::size_t done = 0;
    for (const domain::RecordChange& change : changes) {
        if (steps.isStopped()) {
            return failure(ErrorCode::Cancelled, library.path());
        }
        steps.reach(static_cast<int>(WatchedSteps::whole * done++ / changes.size()));
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
