// SPDX-License-Identifier: GPL-3.0-or-later
#include <domain/Recovery.h>

#include <domain/CourseStep.h>
#include <domain/JournalReplay.h>

#include <QMap>
#include <QSet>

#include <algorithm>
#include <map>
#include <utility>

using namespace Qt::StringLiterals;

namespace waymark::domain {

namespace {

using Words = std::map<RecordKey, std::optional<Record>>; ///< nothing: removed

std::size_t indexOf(RecordKind kind)
{
    return static_cast<std::size_t>(kind);
}

/// What the journal says of each record last. An entry that is not applied tells what was there before it, unless an applied one does.
Words lastWords(const std::vector<JournalEntry>& journal)
{
    Words applied;
    Words before;
    for (const JournalEntry& entry : journal) {
        for (const RecordChange& change : entry.edit.changes) {
            if (entry.state == JournalState::Applied) {
                applied[change.key] = change.after;
            } else {
                before.emplace(change.key, change.before);
            }
        }
    }
    applied.merge(before);
    return applied;
}

/// The entries of both, those of the salvage where they differ: they are newer.
std::vector<JournalEntry> joined(const std::vector<JournalEntry>& salvaged, const History* backup)
{
    QMap<qint64, JournalEntry> bySequence;
    QSet<QString> edits;
    const auto take = [&](const std::vector<JournalEntry>& journal) {
        for (const JournalEntry& entry : journal) {
            if (!bySequence.contains(entry.sequence) && !edits.contains(entry.edit.id)) {
                bySequence.insert(entry.sequence, entry);
                edits.insert(entry.edit.id);
            }
        }
    };
    take(salvaged);
    if (backup != nullptr) {
        take(backup->journal);
    }
    return { bySequence.cbegin(), bySequence.cend() };
}

/// Sequence numbers below the last that `journal` does not have.
QSet<qint64> gapsOf(const std::vector<JournalEntry>& journal)
{
    constexpr qint64 most = 100'000; // more is a damaged number, not a gap
    QSet<qint64> gaps;
    qint64 expected = 1;
    for (const JournalEntry& entry : journal) {
        for (; expected < entry.sequence && entry.sequence - expected <= most; ++expected) {
            gaps.insert(expected);
        }
        expected = entry.sequence + 1;
    }
    return gaps;
}

/// applyTo() without a copy of everything: a recovery does it with the whole journal.
bool swapRecords(Progress& state, const Edit& edit)
{
    for (std::size_t i = 0; i < edit.changes.size(); ++i) {
        const RecordChange& change = edit.changes[i];
        if (state.record(change.key) == change.before) {
            state.setRecord(change.key, change.after);
            continue;
        }
        while (i-- > 0) {
            state.setRecord(edit.changes[i].key, edit.changes[i].before);
        }
        return false;
    }
    return true;
}

/// Walks back through what undo would take back: whether all of it fits.
bool abandonUnfittingApplied(std::vector<JournalEntry>& journal, Progress state)
{
    bool fits = true;
    for (auto entry = journal.rbegin(); entry != journal.rend(); ++entry) {
        if (entry->state == JournalState::Applied && !swapRecords(state, inverse(entry->edit))) {
            entry->state = JournalState::Abandoned;
            fits = false;
        }
    }
    return fits;
}

/// Walks forward through what redo would do again: not beyond a course that was taken back, for that course is in no source.
void abandonUnfittingUndone(std::vector<JournalEntry>& journal, Progress state)
{
    bool fits = true;
    for (JournalEntry& entry : journal) {
        if (entry.state == JournalState::Undone) {
            fits = fits && !isInstallation(entry.edit.kind) && swapRecords(state, entry.edit);
            entry.state = fits ? JournalState::Undone : JournalState::Abandoned;
        }
    }
}

/// A journal whose end is lost looks whole, and yet does not lead to the records. A number left out before its last edit says that it does
/// not tell the whole way; where numbers are missing anyway nothing needs to be said.
void markLostEnd(std::vector<JournalEntry>& journal, const Progress& records)
{
    if (!journal.empty() && !replayJournal(journal, records).differences.empty()) {
        ++journal.back().sequence;
    }
}

/// Decides about one record after the other.
class Merging
{
public:
    Merging(const SalvagedHistory& salvaged, const History* backup)
        : m_salvaged(salvaged)
        , m_backup(backup)
    {
        m_result.tables.resize(recordKinds + 1);
        for (std::size_t i = 0; i < recordKinds; ++i) {
            m_result.tables[i].kind = static_cast<RecordKind>(i);
        }
        m_result.journal = joined(salvaged.journal, backup);
        m_words = lastWords(m_result.journal);
    }

    RecoveredHistory done()
    {
        for (const auto& [key, record] : m_salvaged.records.records()) {
            keep(key, record, &RecoveredTable::salvaged);
        }
        for (const auto& [key, word] : m_words) {
            if (word && isCredible(key) && !isKept(key)) {
                keep(key, *word, &RecoveredTable::fromJournal);
            }
        }
        takeRest(m_salvaged.doubtful, &RecoveredTable::salvaged);
        if (m_backup != nullptr) {
            takeRest(m_backup->records, &RecoveredTable::fromBackup);
        }
        countLost();
        const bool leads = abandonUnfittingApplied(m_result.journal, m_result.records);
        if (!leads || !m_salvaged.isSound) {
            abandonUnfittingUndone(m_result.journal, m_result.records);
        }
        markLostEnd(m_result.journal, m_result.records);
        return std::move(m_result);
    }

private:
    [[nodiscard]] bool isKept(const RecordKey& key) const { return m_result.records.record(key).has_value(); }

    /// A record that the journal has and its table has not: where nothing of the table is missing, the removal is what the journal lost.
    [[nodiscard]] bool isCredible(const RecordKey& key) const
    {
        return !m_salvaged.isWhole[indexOf(key.kind)] || (m_backup != nullptr && m_backup->records.record(key));
    }

    void takeRest(const Progress& records, qint64 RecoveredTable::*source)
    {
        for (const auto& [key, record] : records.records()) {
            const auto word = m_words.find(key);
            const bool isRemoved = word != m_words.end() && !word->second;
            if (!isRemoved && !isKept(key)) {
                keep(key, record, source);
            }
        }
    }

    void keep(const RecordKey& key, const Record& record, qint64 RecoveredTable::*source)
    {
        m_result.records.setRecord(key, record);
        RecoveredTable& table = m_result.tables[indexOf(key.kind)];
        ++table.saved;
        ++(table.*source);
    }

    void countLost()
    {
        for (std::size_t i = 0; i < recordKinds; ++i) {
            RecoveredTable& table = m_result.tables[i];
            const qint64 regained = table.fromBackup + table.fromJournal;
            table.lost = std::max<qint64>(0, m_salvaged.lost[i] - regained);
        }
        RecoveredTable& journal = m_result.tables.back();
        journal.saved = static_cast<qint64>(m_result.journal.size());
        journal.salvaged = static_cast<qint64>(m_salvaged.journal.size());
        journal.fromBackup = journal.saved - journal.salvaged;
        journal.lost = m_salvaged.isJournalWhole ? 0 : lostEdits();
    }

    [[nodiscard]] qint64 lostEdits() const
    {
        QSet<qint64> gaps = gapsOf(m_result.journal);
        if (m_backup != nullptr && !m_backup->journal.empty()) {
            gaps.subtract(gapsOf(m_backup->journal)); // older than the damage
        }
        const qint64 regained = m_result.tables.back().fromBackup;
        return std::max<qint64>(gaps.size(), m_salvaged.lostEdits - regained);
    }

    const SalvagedHistory& m_salvaged;
    const History* m_backup;
    RecoveredHistory m_result;
    Words m_words;
};

} // namespace

QString toString(RecoveryWay way)
{
    switch (way) {
    case RecoveryWay::Both:
        return u"both"_s;
    case RecoveryWay::Backup:
        return u"backup"_s;
    case RecoveryWay::Salvage:
        return u"salvage"_s;
    }
    return {};
}

std::optional<RecoveryWay> recoveryWayFrom(const QString& word)
{
    for (const RecoveryWay way : { RecoveryWay::Both, RecoveryWay::Backup, RecoveryWay::Salvage }) {
        if (toString(way) == word) {
            return way;
        }
    }
    return std::nullopt;
}

qint64 RecoveryReport::saved() const
{
    qint64 sum = 0;
    for (const RecoveredTable& table : tables) {
        sum += table.saved;
    }
    return sum;
}

qint64 RecoveryReport::lost() const
{
    qint64 sum = 0;
    for (const RecoveredTable& table : tables) {
        sum += table.lost;
    }
    return sum;
}

void RecoveryWatch::say(int percent) const
{
    if (progress) {
        progress(percent);
    }
}

Result<SalvagedHistory> underIdsOf(const Course& course, SalvagedHistory salvaged, const MergeStretch& stretch)
{
    if (salvaged.moved == course.moved) { // the same edition
        return salvaged;
    }
    Course former;
    former.moved = salvaged.moved;
    const Moves moves(movingBack(course, former));
    auto all = moved(moves, { salvaged.records.records(), std::move(salvaged.journal) }, stretch.part(0, 2));
    auto doubtful = moved(moves, { salvaged.doubtful.records(), {} }, stretch.part(1, 2));
    if (!all || !doubtful) {
        return tl::unexpected(all ? doubtful.error() : all.error());
    }
    const auto progressOf = [](const std::vector<std::pair<RecordKey, Record>>& records) {
        Progress progress;
        for (const auto& [key, record] : records) {
            progress.setRecord(key, record);
        }
        return progress;
    };
    salvaged.records = progressOf(all->records);
    salvaged.journal = std::move(all->journal);
    salvaged.doubtful = progressOf(doubtful->records);
    return salvaged;
}

RecoveredHistory recovered(const SalvagedHistory& salvaged, const History* backup)
{
    return Merging(salvaged, backup).done();
}

RecoveredHistory recoveredFromBackup(const History& backup, const SalvagedHistory* salvaged)
{
    RecoveredHistory result { backup, {} };
    result.tables.resize(recordKinds + 1);
    for (std::size_t i = 0; i < recordKinds; ++i) {
        result.tables[i].kind = static_cast<RecordKind>(i);
    }
    for (const auto& [key, record] : backup.records.records()) {
        RecoveredTable& table = result.tables[indexOf(key.kind)];
        ++table.saved;
        ++table.fromBackup;
    }
    RecoveredTable& journal = result.tables.back();
    journal.saved = journal.fromBackup = static_cast<qint64>(backup.journal.size());
    if (salvaged != nullptr) {
        for (const auto& [key, record] : salvaged->records.records()) {
            result.tables[indexOf(key.kind)].lost += backup.records.record(key) ? 0 : 1;
        }
        journal.lost = static_cast<qint64>(joined(salvaged->journal, &backup).size()) - journal.saved;
    }
    return result;
}

} // namespace waymark::domain
