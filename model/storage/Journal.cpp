// SPDX-License-Identifier: GPL-3.0-or-later
#include <storage/Journal.h>

#include <algorithm>
#include <functional>
#include <utility>

using namespace Qt::StringLiterals;

namespace waymark::storage {

using domain::JournalEntry;
using domain::JournalState;

namespace {

// The values of JournalState, as literals: the index of undone edits serves only a literal.
static_assert(static_cast<int>(JournalState::Applied) == 0 && static_cast<int>(JournalState::Undone) == 1
    && static_cast<int>(JournalState::Abandoned) == 2);

/// Asked now and then whether reading goes on; null for always.
using GoesOn = std::function<bool()>;

Result<JournalEntry> entryFrom(const Row& row, const QString& path, const GoesOn& goesOn)
{
    const auto kind = domain::editKindFrom(row.text(2));
    const QString text = row.text(6);
    if (goesOn && !goesOn()) {
        return failure(ErrorCode::Cancelled, path);
    }
    auto changes = domain::changesFromJson(text.toUtf8(), goesOn);
    if (!changes && changes.error().code == ErrorCode::Cancelled) {
        return failure(ErrorCode::Cancelled, path);
    }
    if (!kind || !changes) {
        return failure(ErrorCode::LibraryCorrupt, path, u"edit "_s + row.text(1) + u" cannot be read"_s);
    }
    JournalEntry entry;
    entry.sequence = row.number(0);
    entry.edit = { row.text(1), *kind, row.text(3), row.number(4), std::move(*changes) };
    entry.state = static_cast<JournalState>(row.number(5));
    entry.turns = row.smallNumber(7);
    entry.parents = row.text(8).split(u' ', Qt::SkipEmptyParts);
    return entry;
}

Result<std::vector<JournalEntry>> entries(Connection& library, const QString& tail, const QVariantList& values, const GoesOn& goesOn = {})
{
    std::vector<JournalEntry> found;
    Result<void> parsed;
    auto read = library.each(
        u"SELECT sequence, edit, kind, subject, at, state, changes, turns, parents FROM journal "_s + tail, values, [&](const Row& row) {
            auto entry = entryFrom(row, library.path(), goesOn);
            if (entry) {
                found.push_back(std::move(*entry));
            } else {
                parsed = tl::unexpected<Error>(entry.error());
            }
        });
    if (!read || !parsed) {
        return tl::unexpected<Error>(read ? parsed.error() : read.error());
    }
    return found;
}

Result<std::optional<JournalEntry>> firstEntry(Connection& library, const QString& tail)
{
    return entries(library, tail, {}).map([](std::vector<JournalEntry> found) {
        return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
    });
}

/// Of entries that are no asides and no installations: the words of isAside() and of isInstallation().
QString ownSteps()
{
    return u"kind NOT IN ('%1', '%2', '%3')"_s.arg(domain::toString(domain::EditKind::PauseTimer),
        domain::toString(domain::EditKind::ResumeTimer), domain::toString(domain::EditKind::InstallCourse));
}

/// Of entries that undo and redo turn.
QString steps()
{
    return u"(%1 OR (kind = '%2' AND edit IN (SELECT edit FROM course_step)))"_s.arg(
        ownSteps(), domain::toString(domain::EditKind::InstallCourse));
}

QString whereNewestApplied()
{
    return u"WHERE state = 0 AND %1 ORDER BY sequence DESC LIMIT 1"_s.arg(steps());
}

QString whereOldestUndone()
{
    return u"WHERE state = 1 AND %1 ORDER BY sequence LIMIT 1"_s.arg(steps());
}

/// The first edit without its changes.
Result<std::optional<domain::Edit>> headOf(Connection& library, const QString& tail)
{
    std::optional<domain::Edit> head;
    bool isReadable = true;
    const auto read = library.each(u"SELECT edit, kind, subject, at FROM journal "_s + tail, {}, [&](const Row& row) {
        const auto kind = domain::editKindFrom(row.text(1));
        isReadable = kind.has_value();
        head = domain::Edit { row.text(0), kind.value_or(domain::EditKind {}), row.text(2), row.number(3), {} };
    });
    if (!read) {
        return tl::unexpected<Error>(read.error());
    }
    return isReadable ? Result<std::optional<domain::Edit>>(std::move(head))
                      : failure(ErrorCode::LibraryCorrupt, library.path(), u"edit "_s + head->id + u" cannot be read"_s);
}

/// See JournalEntry::parents.
Result<QStringList> stoodLast(Connection& library)
{
    QStringList last;
    auto read = library.each(u"SELECT edit FROM (SELECT max(sequence) AS newest FROM journal WHERE state = 0 AND kind <> '%1' UNION "
                             "SELECT max(sequence) FROM journal WHERE state = 0 AND %2) JOIN journal ON sequence = newest "
                             "ORDER BY edit"_s.arg(domain::toString(domain::EditKind::InstallCourse), ownSteps()),
        {}, [&last](const Row& row) { last.append(row.text(0)); });
    return read ? Result<QStringList>(last) : tl::unexpected<Error>(read.error());
}

QString changesText(const domain::Edit& edit)
{
    return QString::fromUtf8(domain::changesToJson(edit.changes));
}

} // namespace

Result<void> appendEdit(Connection& library, const domain::Edit& edit)
{
    const auto known = library.value(u"SELECT sequence FROM journal WHERE edit = ?"_s, { edit.id });
    if (!known) {
        return tl::unexpected<Error>(known.error());
    }
    if (known->isValid()) {
        return failure(ErrorCode::StaleEdit, edit.id, u"this edit was made already"_s);
    }
    if (!domain::isAside(edit.kind)) {
        if (auto abandoned = library.run(u"UPDATE journal SET state = 2 WHERE state = 1"_s); !abandoned) {
            return abandoned;
        }
    }
    const auto parents = stoodLast(library);
    if (!parents) {
        return tl::unexpected<Error>(parents.error());
    }
    return library.run(u"INSERT INTO journal (edit, kind, subject, at, state, changes, parents) VALUES (?, ?, ?, ?, 0, ?, ?)"_s,
        { edit.id, domain::toString(edit.kind), edit.subject, edit.at, changesText(edit), parents->join(u' ') });
}

Result<std::optional<JournalEntry>> newestApplied(Connection& library)
{
    return firstEntry(library, whereNewestApplied());
}

Result<std::optional<JournalEntry>> oldestUndone(Connection& library)
{
    return firstEntry(library, whereOldestUndone());
}

Result<std::optional<domain::Edit>> nextToUndo(Connection& library)
{
    return headOf(library, whereNewestApplied());
}

Result<std::optional<domain::Edit>> nextToRedo(Connection& library)
{
    return headOf(library, whereOldestUndone());
}

Result<std::vector<JournalEntry>> appliedAfter(Connection& library, qint64 sequence)
{
    return entries(library, u"WHERE state = 0 AND sequence > ? ORDER BY sequence"_s, { sequence });
}

Result<std::vector<JournalEntry>> undoneAfter(Connection& library, qint64 sequence)
{
    return entries(library, u"WHERE state = 1 AND sequence > ? ORDER BY sequence"_s, { sequence });
}

namespace {

GoesOn goingOn(WatchedSteps& steps)
{
    return [&steps] { return steps.goesOn(); };
}

} // namespace

Result<std::vector<JournalEntry>> takenBackAfter(Connection& library, qint64 sequence, WatchedSteps& steps)
{
    return entries(library, u"WHERE state > 0 AND sequence > ? ORDER BY sequence"_s, { sequence }, goingOn(steps));
}

Result<void> setState(Connection& library, qint64 sequence, JournalState state)
{
    return library.run(u"UPDATE journal SET state = ?, turns = turns + 1 WHERE sequence = ?"_s, { static_cast<int>(state), sequence });
}

Result<std::vector<JournalEntry>> readJournal(Connection& library, int limit)
{
    return entries(library, u"ORDER BY sequence DESC LIMIT ?"_s, { std::max(0, limit) });
}

Result<std::vector<JournalEntry>> readJournalBefore(Connection& library, qint64 sequence, int limit, WatchedSteps& steps)
{
    return entries(library, u"WHERE sequence < ? ORDER BY sequence DESC LIMIT ?"_s, { sequence, std::max(0, limit) }, goingOn(steps));
}

Result<domain::JournalStamp> readJournalStamp(Connection& library)
{
    domain::JournalStamp stamp;
    return library
        .each(u"SELECT coalesce(max(sequence), 0), coalesce(sum(turns), 0) FROM journal"_s, {},
            [&stamp](const Row& row) {
                stamp = { row.number(0), row.number(1) };
            })
        .map([&stamp] { return stamp; });
}

Result<std::vector<JournalEntry>> appliedOfKinds(Connection& library, const std::vector<domain::EditKind>& kinds, qint64 since)
{
    QStringList words;
    for (const domain::EditKind kind : kinds) {
        words.append(u"'%1'"_s.arg(domain::toString(kind))); // words of our own, never a stranger's
    }
    return entries(library, u"WHERE state = 0 AND at >= ? AND kind IN (%1) ORDER BY sequence DESC"_s.arg(words.join(u", "_s)), { since });
}

Result<EntryText> entryText(Connection& library, qint64 sequence)
{
    std::optional<EntryText> text;
    const auto read = library.each(u"SELECT subject, changes FROM journal WHERE sequence = ?"_s, { sequence }, [&](const Row& row) {
        text = { sequence, row.text(0), row.text(1) };
    });
    if (!read || !text) {
        return read ? failure(ErrorCode::LibraryCorrupt, library.path(), u"the journal has no edit %1"_s.arg(sequence))
                    : tl::unexpected<Error>(read.error());
    }
    return std::move(*text);
}

Result<void> rewriteEntry(Connection& library, const EntryText& entry)
{
    return library.run(
        u"UPDATE journal SET subject = ?, changes = ? WHERE sequence = ?"_s, { entry.subject, entry.changes, entry.sequence });
}

Result<void> rewriteEntry(Connection& library, const JournalEntry& entry)
{
    return rewriteEntry(library, EntryText { entry.sequence, entry.edit.subject, changesText(entry.edit) });
}

Result<void> replaceJournal(Connection& library, const std::vector<JournalEntry>& journal)
{
    Result<void> written = library.run(u"DELETE FROM journal"_s);
    for (const JournalEntry& entry : journal) {
        if (written) {
            written = library.run(u"INSERT INTO journal (sequence, edit, kind, subject, at, state, changes, turns, parents) "
                                  "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
                { entry.sequence, entry.edit.id, domain::toString(entry.edit.kind), entry.edit.subject, entry.edit.at,
                    static_cast<int>(entry.state), changesText(entry.edit), entry.turns, entry.parents.join(u' ') });
        }
    }
    return written;
}

} // namespace waymark::storage
