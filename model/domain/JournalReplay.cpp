// SPDX-License-Identifier: GPL-3.0-or-later
#include <domain/JournalReplay.h>

#include <domain/PracticeOrder.h>

#include <algorithm>

namespace waymark::domain {

namespace {

std::vector<const JournalEntry*> inOrder(const std::vector<JournalEntry>& journal)
{
    std::vector<const JournalEntry*> entries;
    entries.reserve(journal.size());
    std::transform(journal.begin(), journal.end(), std::back_inserter(entries), [](const JournalEntry& entry) { return &entry; });
    std::sort(entries.begin(), entries.end(), [](const auto* a, const auto* b) { return a->sequence < b->sequence; });
    return entries;
}

qint64 firstMissing(const std::vector<const JournalEntry*>& entries)
{
    qint64 expected = 0;
    for (const JournalEntry* entry : entries) {
        if (entry->sequence != ++expected) {
            return expected;
        }
    }
    return 0;
}

/// Whether every record was what the edit says it was before.
bool applyAnyway(Progress& progress, const Edit& edit)
{
    bool fits = true;
    for (const RecordChange& change : edit.changes) {
        fits = progress.record(change.key) == change.before && fits;
        progress.setRecord(change.key, change.after);
    }
    return fits;
}

std::vector<RecordKey> differencesOf(const Progress& a, const Progress& b)
{
    const auto first = a.records();
    const auto second = b.records();
    std::vector<RecordKey> keys;
    auto left = first.begin();
    auto right = second.begin();
    while (left != first.end() || right != second.end()) {
        const bool isOnlyLeft = right == second.end() || (left != first.end() && left->first < right->first);
        const bool isOnlyRight = left == first.end() || (right != second.end() && right->first < left->first);
        if (isOnlyLeft) {
            keys.push_back((left++)->first);
        } else if (isOnlyRight) {
            keys.push_back((right++)->first);
        } else {
            if (recordToJson(left->second) != recordToJson(right->second)) {
                keys.push_back(left->first);
            }
            ++left;
            ++right;
        }
    }
    return keys;
}

} // namespace

JournalReplay replayJournal(const std::vector<JournalEntry>& journal, const Progress& stored)
{
    const std::vector<const JournalEntry*> entries = inOrder(journal);
    JournalReplay replay;
    replay.missing = entries.empty() && stored != Progress {} ? 1 : firstMissing(entries);
    if (replay.missing != 0) {
        return replay;
    }
    Progress progress;
    for (const JournalEntry* entry : entries) {
        if (entry->state == JournalState::Applied) {
            ++replay.edits;
            replay.unfitting += applyAnyway(progress, entry->edit) ? 0 : 1;
        }
    }
    if (progress != stored) {
        replay.differences = differencesOf(progress, stored);
    }
    return replay;
}

QHash<QString, qint64> orderOf(const LearnerHistory& copy)
{
    const auto isMerge = [](const JournalEntry& entry) { return entry.edit.kind == EditKind::MergeLibrary; };
    if (std::any_of(copy.journal.begin(), copy.journal.end(), isMerge)) {
        if (const auto history = historyOf(copy, {}); history) {
            if (const CausalOrder order = CausalOrder::of(*history).value(); !order.isTooWide()) {
                return orderOf(order).value(); // nothing stops it
            }
        }
    }
    QHash<QString, qint64> order;
    order.reserve(static_cast<qsizetype>(copy.journal.size()));
    for (const JournalEntry& entry : copy.journal) {
        order.insert(entry.edit.id, entry.sequence);
    }
    return order;
}

JournalStamp stampOf(const std::vector<JournalEntry>& journal)
{
    JournalStamp stamp;
    for (const JournalEntry& entry : journal) {
        stamp.newest = std::max(stamp.newest, entry.sequence);
        stamp.turns += entry.turns;
    }
    return stamp;
}

} // namespace waymark::domain
