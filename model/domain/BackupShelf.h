// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/Store.h>

#include <QMap>
#include <QString>

#include <functional>
#include <stop_token>
#include <vector>

namespace waymark::domain {

/// A backup of a library, as a list shows it.
struct BackupEntry
{
    QString path;
    qint64 at = 0; ///< UTC milliseconds, when it was made
    qint64 bytes = 0;
    qint64 testedAt = 0; ///< UTC milliseconds; 0 if it was never tested, or is another file since

    bool operator==(const BackupEntry&) const = default;
};

/// What the test of a backup has shown: that a restore of it opens, and what is in it then.
struct BackupProof
{
    QString file;
    qint64 at = 0; ///< UTC milliseconds: the library as it was then
    int records = 0;
    int edits = 0; ///< in the journal, whatever their state
    QMap<QString, qint64> rows; ///< of each table

    bool operator==(const BackupProof&) const = default;
};

/// All that two states of a library are compared by.
struct LibraryContents
{
    QString libraryId;
    Course course; ///< without an id where none is installed
    Progress progress;
    std::vector<JournalEntry> journal; ///< newest first
};

/// What whoever reads a copy is told meanwhile, and how it is stopped.
struct ReadingWatch
{
    std::stop_token stop; ///< ends with Cancelled within 200 ms
    std::function<void(int permille)> progress {}; ///< from the thread that reads, at least four times a second; may be null
};

/// One stretch of what `whole` watches, from one of its thousandths to another. It must outlive the stretch.
[[nodiscard]] inline ReadingWatch stretchOf(const ReadingWatch& whole, int from, int to)
{
    constexpr int all = 1000;
    ReadingWatch stretch { whole.stop };
    if (whole.progress) {
        stretch.progress = [&whole, from, to](int permille) { whole.progress(from + permille * (to - from) / all); };
    }
    return stretch;
}

/// The backups of one library. Implemented on files by storage. Any thread may call it while the library is in use; the token ends long
/// work with Cancelled, and nothing of it stays behind.
class BackupShelf
{
public:
    virtual ~BackupShelf() = default;

    /// Newest first.
    [[nodiscard]] virtual std::vector<BackupEntry> list() const = 0;
    /// A new backup that was restored into a folder of its own and compared with the library it was made from.
    [[nodiscard]] virtual Result<BackupProof> makeTested(const std::stop_token& stop) const = 0;
    /// Restores a backup into a folder of its own, opens it as the program would, and compares what can be.
    [[nodiscard]] virtual Result<BackupProof> test(const QString& backup, const std::stop_token& stop) const = 0;
    /// Of another copy of the library as well, in use or not. OwnLibrary for the library itself.
    [[nodiscard]] virtual Result<LibraryContents> contents(const QString& backup, const std::stop_token& stop) const = 0;
    /// Of another copy that is to be merged, in use or not: a stranger's file, so it keeps the limits of LibraryLimits.h. OwnLibrary,
    /// TooLarge, Cancelled.
    [[nodiscard]] virtual Result<LibraryContents> otherCopy(const QString& library, const ReadingWatch& watch) const = 0;
};

} // namespace waymark::domain
