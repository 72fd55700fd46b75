// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <storage/Migrations.h>

#include <domain/BackupShelf.h>
#include <domain/Store.h>

#include <QString>

#include <functional>
#include <memory>
#include <optional>

namespace waymark::storage {

class Connection;
struct CourseStep;
class LibraryLock;
class OpenLibrary;
class WatchedSteps;

/// The suffix of a library file.
inline constexpr char16_t librarySuffix[] = u"waymark";

/// Above this the pages of a library are not checked while it is opened; the caller does it when there is time (checkPages).
inline constexpr qint64 largestCheckedOnOpen = 64 * 1024 * 1024;

struct OpenOptions
{
    qint64 now = 0; ///< UTC milliseconds; names the backup made before a migration
    QString backupFolder; ///< empty: "backups" beside the library
    const Migrations& migrations = Migrations::known();
    bool checkPages = true; ///< false: the caller calls checkPages() when there is time, such as after the first paint
    QString program = {}; ///< version of Waymark, which a library that is made or migrated keeps
    /// Asked for at the beginning of whatever changes the library, its opening among it: who is told how far it is, and how it is stopped.
    /// Any change ends with Cancelled then, as a whole. May be null.
    std::function<domain::ReadingWatch()> watch = {};
};

/// A library file. A file that another program has put in its place, or taken away, while it is open is never written: what is open is
/// kept as a backup, and every change ends with LibraryMissing, whose detail is the path of that backup. Where another program has written
/// into the file, the next change ends with StaleEdit, with the library as its subject: what was read before may be wrong.
///
/// Opening climbs the whole ladder of checks before anything is written: a file that is refused is left as it was,
/// and so is its folder. One owner may write; others open read-only. Implements domain::Store.
class SqliteStore final : public domain::Store
{
public:
    /// Makes a new library, whole or not at all, and opens it. FileExists, ReadOnly, DiskFull, Io.
    [[nodiscard]] static Result<std::unique_ptr<SqliteStore>> create(const QString& path, const OpenOptions& options);
    /// LibraryMissing, NotALibrary, LibraryCorrupt, LibraryNewer, Refused, LibraryLocked, ReadOnly, LibraryBusy, DiskFull, Io.
    /// An older library is migrated, after a verified backup.
    [[nodiscard]] static Result<std::unique_ptr<SqliteStore>> open(const QString& path, const OpenOptions& options);
    /// For a second process, or where nothing can be written. Takes no lock and makes no backup.
    [[nodiscard]] static Result<std::unique_ptr<SqliteStore>> openReadOnly(const QString& path, const OpenOptions& options);

    ~SqliteStore() override;

    [[nodiscard]] Result<std::optional<domain::Course>> course() override;
    [[nodiscard]] Result<QString> courseHash() override;
    [[nodiscard]] Result<qint64> courseSize() override;
    [[nodiscard]] Result<domain::Lesson> lesson(const QString& skill) override;
    [[nodiscard]] Result<domain::CourseAsset> asset(const QString& name) override;
    [[nodiscard]] Result<domain::FormerCourse> installCourse(const domain::CourseContent& content) override;

    [[nodiscard]] Result<domain::Progress> progress() override;

    [[nodiscard]] Result<void> commit(const domain::Edit& edit) override;
    [[nodiscard]] Result<domain::Edit> undo() override;
    [[nodiscard]] Result<domain::Edit> redo() override;
    [[nodiscard]] Result<std::optional<domain::Edit>> nextUndo() override;
    [[nodiscard]] Result<std::optional<domain::Edit>> nextRedo() override;

    [[nodiscard]] Result<std::vector<domain::JournalEntry>> journal(int limit) override;
    [[nodiscard]] Result<std::vector<domain::JournalEntry>> applied(const std::vector<domain::EditKind>& kinds, qint64 since) override;
    [[nodiscard]] Result<std::vector<domain::SearchHit>> search(const QString& words, int limit) override;

    [[nodiscard]] Result<domain::JournalStamp> journalStamp() override;
    /// Through a connection of its own that only reads.
    [[nodiscard]] domain::LibraryReader reader() const override;

    [[nodiscard]] bool isReadOnly() const override { return m_lock == nullptr; }

    [[nodiscard]] const QString& path() const;
    [[nodiscard]] const QString& identity() const { return m_identity; } ///< of the file that was opened: domain::fileIdentity()
    [[nodiscard]] Result<QString> libraryId() override;
    /// False for a large library, or if told so by the options, until checkPages() has been called.
    [[nodiscard]] bool arePagesChecked() const { return m_arePagesChecked; }
    /// LibraryCorrupt.
    [[nodiscard]] Result<void> checkPages();

private:
    SqliteStore(std::unique_ptr<LibraryLock> lock, std::unique_ptr<OpenLibrary> mark, std::unique_ptr<Connection> connection);
    [[nodiscard]] Result<void> change(const std::function<Result<void>(WatchedSteps&)>& work);
    [[nodiscard]] Result<void> checkPlace();
    [[nodiscard]] Result<void> checkNobodyWrote();
    [[nodiscard]] Result<domain::FormerCourse> installAsStep(
        const domain::CourseContent& content, domain::CourseContent former, WatchedSteps& steps);
    [[nodiscard]] Result<CourseStep> moveLearner(const domain::Course& course, WatchedSteps& steps);
    [[nodiscard]] tl::unexpected<Error> letGoOf(const Error& error, const std::optional<domain::Edit>& step);

    // In this order: the connection is closed first, and the lock given up last.
    std::unique_ptr<LibraryLock> m_lock; ///< none in a read-only store
    std::unique_ptr<OpenLibrary> m_mark;
    std::unique_ptr<Connection> m_connection;
    bool m_arePagesChecked = true;
    QString m_identity; ///< of the file at its path just before it was opened: if it was another one, it is no longer there
    qint64 m_dataVersion = 0; ///< as SQLite counts what others write; 0 until it was asked
    std::function<domain::ReadingWatch()> m_watch;
    std::function<Result<QString>()> m_keep; ///< saves what is open as a backup
    std::optional<QString> m_kept; ///< that backup, once the file was found replaced; empty if it could not be made
};

} // namespace waymark::storage
