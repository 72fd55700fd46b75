// SPDX-License-Identifier: GPL-3.0-or-later
#include <storage/ContentsReading.h>

#include <storage/CourseTables.h>
#include <storage/Journal.h>
#include <storage/LearnerTables.h>
#include <storage/OpenLadder.h>
#include <storage/OpenLibraries.h>

#include <domain/Platform.h>

#include <algorithm>
#include <iterator>
#include <limits>
#include <utility>

using namespace Qt::StringLiterals;

namespace waymark::storage {

namespace {

constexpr int whole = 1000;
constexpr int percent = 100;

// How far it is after each step, in percent: as measured on a library of fifty thousand edits.
constexpr int courseRead = 3;
constexpr int recordsRead = 8;

/// Newest first, some at a time: what takes longest of all.
Result<std::vector<domain::JournalEntry>> readEdits(Connection& library, WatchedSteps& steps, int from)
{
    constexpr int atOnce = 500;
    const auto edits = library.value(u"SELECT count(*) FROM journal"_s);
    if (!edits) {
        return tl::unexpected<Error>(edits.error());
    }
    const qint64 all = edits->toLongLong();
    std::vector<domain::JournalEntry> journal;
    bool isMore = all > 0;
    while (isMore) {
        steps.say(static_cast<int>(from + std::ssize(journal) * (whole - from) / all));
        const qint64 before = journal.empty() ? std::numeric_limits<qint64>::max() : journal.back().sequence;
        auto some = readJournalBefore(library, before, atOnce, steps);
        if (!some || steps.isStopped()) {
            return some ? failure(ErrorCode::Cancelled, library.path()) : tl::unexpected<Error>(some.error());
        }
        std::ranges::move(*some, std::back_inserter(journal));
        isMore = !some->empty() && std::ssize(journal) < all;
    }
    steps.say(whole);
    return journal;
}

} // namespace

Result<domain::LibraryContents> readContents(Connection& library, WatchedSteps& steps, int from)
{
    const auto id = library.value(u"SELECT id FROM library"_s);
    auto course = readCourse(library);
    steps.say(from + (whole - from) * courseRead / percent);
    if (!id || !course) {
        return tl::unexpected<Error>(id ? course.error() : id.error());
    }
    auto progress = readProgress(library);
    if (!progress) {
        return tl::unexpected<Error>(progress.error());
    }
    auto journal = readEdits(library, steps, from + (whole - from) * recordsRead / percent);
    if (!journal) {
        return tl::unexpected<Error>(journal.error());
    }
    return domain::LibraryContents { id->toString(), std::move(*course).value_or(domain::Course {}), std::move(*progress),
        std::move(*journal) };
}

Result<domain::LibraryContents> readBeside(const QString& library, const domain::ReadingWatch& watch)
{
    const OpenLibrary mark(library, OpenLibrary::Use::Copying);
    // Where nobody can make a log SQLite must be told so.
    const bool isFrozen = domain::isVolumeReadOnly(library) || !domain::isFolderWritable(library);
    const auto mode = isFrozen && !hasLogBeside(library) ? Connection::Mode::Immutable : Connection::Mode::ReadOnly;
    const auto reader = Connection::open(library, mode);
    if (!reader) {
        return tl::unexpected<Error>(reader.error());
    }
    WatchedSteps steps(watch);
    const StatementWatch over(**reader, steps);
    Result<domain::LibraryContents> contents;
    const auto read = (*reader)->inSnapshot([&]() -> Result<void> {
        contents = readContents(**reader, steps, 0);
        return contents.map([](const auto&) {});
    });
    if (steps.isStopped()) {
        return failure(ErrorCode::Cancelled, library);
    }
    return read ? std::move(contents) : Result<domain::LibraryContents>(tl::unexpected<Error>(read.error()));
}

} // namespace waymark::storage
