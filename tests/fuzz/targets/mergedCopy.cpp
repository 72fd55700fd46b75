// SPDX-License-Identifier: GPL-3.0-or-later
// What a merge reads of another copy of a library: the edits that its merges brought in, and its journal. A line of the journal is its
// columns with tabs between them: edit, kind, subject, at, state, turns, parents with spaces between, changes. Its number is the sequence.
#include <Promise.h>
#include <Targets.h>

#include <domain/AbsorbedEdits.h>
#include <domain/LostEdits.h>
#include <domain/Merge.h>

#include <map>

namespace waymark::fuzz {

namespace {

using domain::ErrorCode;

constexpr qsizetype columns = 8;
constexpr qsizetype mostLines = 200; ///< what more of them cost is for other tests

const domain::MergeStretch& stretch()
{
    static const domain::MergeWatch watch;
    static const domain::MergeStretch whole(watch, 0, 1000);
    return whole;
}

/// As storage reads its rows: what has no kind or no changes ends there.
std::optional<domain::JournalEntry> entryFrom(const QByteArray& line, qint64 sequence)
{
    const QList<QByteArray> cells = line.split('\t');
    const auto kind = domain::editKindFrom(QString::fromUtf8(cells.value(1)));
    auto changes = domain::changesFromJson(cells.value(7));
    if (cells.size() != columns || !kind || !changes) {
        return std::nullopt;
    }
    domain::JournalEntry entry;
    entry.sequence = sequence;
    entry.edit = { QString::fromUtf8(cells[0]), *kind, QString::fromUtf8(cells[2]), cells[3].toLongLong(), std::move(*changes) };
    entry.state = static_cast<domain::JournalState>(qBound(0, cells[4].toInt(), 2)); // the table holds it so
    entry.turns = cells[5].toInt();
    entry.parents = QString::fromUtf8(cells[6]).split(u' ', Qt::SkipEmptyParts);
    return entry;
}

/// The journal, and the records as its applied edits have left them.
domain::LearnerHistory copyFrom(const QByteArray& bytes)
{
    domain::LearnerHistory copy;
    std::map<domain::RecordKey, domain::Record> records;
    std::map<QString, bool> ids; // of each the table has one
    const QList<QByteArray> lines = bytes.split('\n').mid(0, mostLines);
    for (qsizetype i = 0; i < lines.size(); ++i) {
        auto entry = entryFrom(lines[i], i + 1);
        if (!entry || !ids.emplace(entry->edit.id, true).second) {
            continue;
        }
        for (const domain::RecordChange& change : entry->edit.changes) {
            if (entry->state == domain::JournalState::Applied && change.after) {
                records.insert_or_assign(change.key, *change.after);
            } else if (entry->state == domain::JournalState::Applied) {
                records.erase(change.key);
            }
        }
        copy.journal.push_back(std::move(*entry));
    }
    copy.records.assign(records.begin(), records.end());
    return copy;
}

void readAbsorbed(const QByteArray& bytes)
{
    const auto history = domain::historyOf(domain::Absorbed { bytes }, stretch());
    if (!history) {
        requireRefusal(history.error(), { ErrorCode::InvalidFile });
        return;
    }
    for (const auto& [id, known] : history->edits) {
        require(id == known.edit.id && domain::isSound(known), "an edit that was brought in is as edits are");
    }
    const auto written = domain::absorbedOf(*history, stretch());
    const auto again = written ? domain::historyOf(*written, stretch()) : tl::unexpected<domain::Error>(written.error());
    require(again && *again == *history, "what a merge brought in comes back as it was");
    require(domain::united(*history, *history).value() == *history, "a history unites with itself to itself");
}

/// A merge into a library without any edit of its own.
void mergeInto(const domain::LearnerHistory& copy)
{
    const domain::Roadmap roadmap { domain::Course {} };
    const domain::Progress progress;
    const auto merge = domain::mergeCopies({ roadmap, progress, 1, QStringLiteral("merge") }, {}, copy);
    if (!merge) {
        requireRefusal(merge.error(), { ErrorCode::LibraryCorrupt, ErrorCode::TooLarge });
        return;
    }
    domain::Progress merged;
    const auto fits = domain::applyTo(merged, merge->edit);
    require(fits.has_value(), "a merge fits the library that it was made for", fits ? QString() : fits.error().subject);
    for (const domain::Absorbed& absorbed : merged.absorbed()) {
        const auto again = domain::historyOf(absorbed, stretch());
        require(again.has_value(), "what is merged can be read by the next merge", again ? QString() : again.error().detail);
    }
    require(domain::applyTo(merged, domain::inverse(merge->edit)) && merged == progress, "a merge is undone as one step");
}

} // namespace

void mergedCopy(const QByteArray& bytes)
{
    readAbsorbed(bytes);
    const domain::LearnerHistory copy = copyFrom(bytes);
    const auto history = domain::historyOf(copy, stretch());
    if (!history) {
        requireRefusal(history.error(), { ErrorCode::InvalidFile, ErrorCode::TooLarge });
    } else {
        require(domain::united(*history, *history).value() == *history, "a journal unites with itself to itself");
        const auto lost = domain::lostEdits(copy, stretch());
        require(lost.has_value(), "what a journal has lost can be told");
        (void)domain::completed(*history, *lost);
    }
    mergeInto(copy);
}

} // namespace waymark::fuzz
