// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Damage.h"

#include <storage/Backup.h>
#include <storage/Recovery.h>

#include <QTest>

namespace waymark::support {

/// What is promised of every damage: the library opens and is sound, or is recovered from itself alone, or is refused and stays as it was.
/// What can be read of it comes back, and the report says no more than is true.
class DamageCheck
{
public:
    void check(const RichLibrary& library, const Damage& damage)
    {
        ++m_tally.cases;
        const QTemporaryDir folder(folderInMemory());
        const QString path = folder.filePath(QStringLiteral("library.waymark"));
        QVERIFY(putBytes(path, damage.bytes));
        QVERIFY(damage.log.isEmpty() || putBytes(path + QStringLiteral("-wal"), damage.log));
        if (opens(path, damage)) {
            ++m_tally.untouched;
            return;
        }
        const auto before = folderState(folder.path());
        const QByteArray bytes = bytesOf(path);
        const QByteArray log = bytesOf(path + QStringLiteral("-wal"));
        const auto salvaged = storage::recoverLibrary(path, { {}, newYear2026, domain::RecoveryWay::Salvage });
        if (!salvaged) {
            ++m_tally.refused;
            const domain::ErrorCode code = salvaged.error().code;
            QVERIFY2(damage.mayBeHopeless, qPrintable(salvaged.error().detail));
            QVERIFY(code == domain::ErrorCode::NothingRecovered || code == domain::ErrorCode::LibraryNewer);
            QCOMPARE(folderState(folder.path()), before);
            return;
        }
        m_tally.reindexed += salvaged->isReindexed ? 1 : 0;
        m_tally.salvaged += salvaged->isReindexed ? 0 : 1;
        QCOMPARE(salvaged->kept, path + QStringLiteral(".corrupt-20260101-000000"));
        QCOMPARE(bytesOf(salvaged->kept), bytes);
        QCOMPARE(bytesOf(salvaged->kept + QStringLiteral("-wal")), log);
        QVERIFY(storage::verifyBackup(path).has_value());
        auto store = storage::SqliteStore::open(path, {});
        QVERIFY2(store.has_value(), store ? "" : qPrintable(store.error().detail));
        const domain::History back { (*store)->progress().value(), (*store)->journal(1'000'000).value() };
        countRows(library, damage, back);
        lossesAreNotOverstated(library, *salvaged, back);
        everyStepBackFits(back, **store);
        QCOMPARE(bytesOf(salvaged->kept), bytes);
    }

    /// Of all cases so far; `count` is how many there must be.
    void together(int count) const
    {
        qInfo("%d cases: %d open, %d reindexed, %d salvaged, %d refused; %lld of %lld rows outside of damaged pages are back",
            m_tally.cases, m_tally.untouched, m_tally.reindexed, m_tally.salvaged, m_tally.refused, m_tally.rowsBack, m_tally.rows);
        QCOMPARE(m_tally.cases, count);
        QVERIFY(m_tally.salvaged >= m_tally.cases / 3);
        QVERIFY(1000 * m_tally.rowsBack >= 999 * m_tally.rows);
    }
    [[nodiscard]] int reindexed() const { return m_tally.reindexed; }

private:
    static constexpr qint64 newYear2026 = 1'767'225'600'000;

    /// How the cases of all rows ended.
    struct Tally
    {
        int cases = 0;
        int untouched = 0; ///< opened as if nothing were: SQLite keeps no check sums of pages
        int reindexed = 0;
        int salvaged = 0;
        int refused = 0;
        qint64 rows = 0; ///< outside of the damaged pages, over all recovered cases
        qint64 rowsBack = 0;
    };

    /// Whether the library opens, with records and journal, and passes the full check that `doctor` makes. One that is refused stays as it
    /// is.
    [[nodiscard]] static bool opens(const QString& path, const Damage& damage)
    {
        auto store = storage::SqliteStore::open(path, {});
        if (!store) {
            const bool isAsItWas = bytesOf(path) == damage.bytes && bytesOf(path + QStringLiteral("-wal")) == damage.log;
            if (!isAsItWas) {
                QTest::qFail("the library was changed by opening it", __FILE__, __LINE__);
            }
            return false;
        }
        const auto records = (*store)->progress();
        const auto journal = (*store)->journal(10'000);
        store->reset();
        return records && journal && storage::verifyBackup(path);
    }

    /// What undo would take back, one edit after the other, in memory: on disk each step is a transaction. The first one is taken there
    /// too.
    static void everyStepBackFits(const domain::History& back, storage::SqliteStore& store)
    {
        domain::Progress state = back.records;
        for (const domain::JournalEntry& entry : back.journal) { // the newest first
            QVERIFY(entry.state != domain::JournalState::Applied || domain::applyTo(state, domain::inverse(entry.edit)));
        }
        const auto next = store.nextUndo().value();
        QCOMPARE(store.undo().has_value(), next.has_value());
    }

    /// "At least" is a promise too.
    static void lossesAreNotOverstated(const RichLibrary& library, const domain::RecoveryReport& report, const domain::History& back)
    {
        std::vector<qint64> lost(domain::recordKinds + 1, 0);
        for (const auto& [key, record] : library.history().records.records()) {
            lost[static_cast<std::size_t>(key.kind)] += back.records.record(key) == record ? 0 : 1;
        }
        lost.back() = static_cast<qint64>(library.history().journal.size() - back.journal.size());
        for (std::size_t i = 0; i < lost.size(); ++i) {
            const domain::RecoveredTable& table = report.tables[i];
            QVERIFY2(
                table.lost <= lost[i], qPrintable(QStringLiteral("%1: %2 said, %3 lost").arg(table.table).arg(table.lost).arg(lost[i])));
        }
    }

    void countRows(const RichLibrary& library, const Damage& damage, const domain::History& back)
    {
        QSet<QString> edits;
        for (const domain::JournalEntry& entry : back.journal) {
            edits.insert(entry.edit.id);
        }
        qint64 rows = 0;
        qint64 rowsBack = 0;
        for (const auto& [key, record] : library.history().records.records()) {
            if (!library.pages().isOn(key, damage.pages)) {
                ++rows;
                rowsBack += back.records.record(key) == record ? 1 : 0;
            }
        }
        for (const domain::JournalEntry& entry : library.history().journal) {
            if (!library.pages().isOn(entry.edit.id, damage.pages)) {
                ++rows;
                rowsBack += edits.contains(entry.edit.id) ? 1 : 0;
            }
        }
        m_tally.rows += rows;
        m_tally.rowsBack += rowsBack;
        QVERIFY2(100 * rowsBack >= 99 * rows, qPrintable(QStringLiteral("%1 of %2 rows").arg(rowsBack).arg(rows)));
    }

    Tally m_tally;
};

} // namespace waymark::support
