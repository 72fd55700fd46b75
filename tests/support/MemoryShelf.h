// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/BackupShelf.h>

#include <QHash>
#include <QSemaphore>

#include <algorithm>
#include <atomic>

namespace waymark::support {

/// Backups that are values. A test may hold what a worker asks for until it lets it go, and may say how it ends.
class MemoryShelf final : public domain::BackupShelf
{
public:
    std::vector<domain::BackupEntry> entries;
    QHash<QString, domain::LibraryContents> libraries; ///< by path; one without is no longer there
    QHash<QString, domain::Error> faults; ///< by path
    bool isHeld = false; ///< set before the work begins: it then waits for a letGo()
    static constexpr int halfway = 500; ///< thousandths that it says while a copy is held
    static constexpr qint64 testedAt = 1'795'250'400'000;

    void letGo() { m_gate.release(); }
    [[nodiscard]] int askedFor() const { return m_asked; }

    [[nodiscard]] std::vector<domain::BackupEntry> list() const override { return m_list.empty() ? entries : m_list; }

    [[nodiscard]] domain::Result<domain::BackupProof> makeTested(const std::stop_token& stop) const override
    {
        wait();
        if (stop.stop_requested()) {
            return domain::failure(domain::ErrorCode::Cancelled);
        }
        const QString path = QStringLiteral("/backups/library-new.waymark");
        m_list = entries;
        m_list.insert(m_list.begin(), { path, testedAt, 1000, testedAt });
        return domain::BackupProof { path, testedAt, 3, 4, {} };
    }

    [[nodiscard]] domain::Result<domain::BackupProof> test(const QString& backup, const std::stop_token& stop) const override
    {
        wait();
        if (faults.contains(backup)) {
            return tl::unexpected(faults.value(backup));
        }
        if (stop.stop_requested()) {
            return domain::failure(domain::ErrorCode::Cancelled, backup);
        }
        m_list = entries;
        const auto entry = std::ranges::find(m_list, backup, &domain::BackupEntry::path);
        entry->testedAt = testedAt;
        return domain::BackupProof { backup, entry->at, 3, 4, {} };
    }

    [[nodiscard]] domain::Result<domain::LibraryContents> contents(const QString& backup, const std::stop_token&) const override
    {
        wait();
        if (faults.contains(backup)) {
            return tl::unexpected(faults.value(backup));
        }
        return libraries.value(backup);
    }

    [[nodiscard]] domain::Result<domain::LibraryContents> otherCopy(
        const QString& library, const domain::ReadingWatch& watch) const override
    {
        if (watch.progress) {
            watch.progress(halfway);
        }
        auto found = contents(library, watch.stop);
        return watch.stop.stop_requested() ? domain::failure(domain::ErrorCode::Cancelled, library) : std::move(found);
    }

private:
    void wait() const
    {
        ++m_asked;
        if (isHeld) {
            m_gate.acquire();
        }
    }

    mutable std::vector<domain::BackupEntry> m_list;
    mutable QSemaphore m_gate;
    mutable std::atomic<int> m_asked = 0;
};

} // namespace waymark::support
