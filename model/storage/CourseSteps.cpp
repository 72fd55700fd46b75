// SPDX-License-Identifier: GPL-3.0-or-later
#include <storage/CourseSteps.h>

#include <storage/CourseTables.h>
#include <storage/WatchedSteps.h>

#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

using namespace Qt::StringLiterals;

namespace waymark::storage {

using domain::JournalEntry;

namespace {

constexpr int courseTurned = 900; ///< thousandths of a turn: to the end of the course, after the records

tl::unexpected<Error> lost(const QString& edit, const QString& why)
{
    return failure(ErrorCode::CourseLost, edit, why);
}

Result<CourseStep> readStep(Connection& library, const QString& edit, WatchedSteps& steps)
{
    QByteArray kept;
    bool isThere = false;
    const auto read = library.each(u"SELECT CASE WHEN length(kept) <= ? THEN kept END FROM course_step WHERE edit = ?"_s,
        { domain::courseStepBytes, edit }, [&](const Row& row) {
            isThere = true;
            kept = row.bytes(0);
        });
    if (!read) {
        return tl::unexpected<Error>(read.error());
    }
    if (!isThere) {
        return lost(edit, u"nothing is kept"_s);
    }
    return stepFrom(kept, [&steps] { return steps.goesOn(); }).map_error([&edit](const Error& error) {
        return error.code == ErrorCode::Cancelled ? error : Error { ErrorCode::CourseLost, edit, error.detail };
    });
}

/// Gives the entries the texts, and the texts what the entries had. A text that nobody could read would hide all of the journal.
Result<void> exchange(Connection& library, const QString& edit, std::vector<EntryText>& texts, WatchedSteps& steps)
{
    const auto goesOn = [&steps] { return steps.goesOn(); };
    for (EntryText& text : texts) {
        auto present = entryText(library, text.sequence);
        const auto changes = present ? domain::changesFromJson(text.changes.toUtf8(), goesOn) : tl::unexpected<Error>(present.error());
        if (!changes) {
            const bool isKept = changes.error().code == ErrorCode::InvalidFile || changes.error().code == ErrorCode::LibraryCorrupt;
            return isKept ? lost(edit, u"entry %1 that is kept cannot be read or has no place"_s.arg(text.sequence))
                          : tl::unexpected<Error>(changes.error());
        }
        if (auto written = rewriteEntry(library, text); !written) {
            return written;
        }
        text = std::move(*present);
    }
    return {};
}

/// The newer entries that `kept` does not tell of get the ids of the course that comes, and what they were is kept as well. Those that are
/// applied are asides, which the turn itself renames.
Result<void> turnNewer(Connection& library, const domain::UndoStep& turn, const domain::Course& gone, CourseStep& kept, WatchedSteps& steps)
{
    const auto [installed, state] = turn.states.front();
    auto newer = takenBackAfter(library, installed, steps);
    if (!newer) {
        return tl::unexpected<Error>(newer.error());
    }
    std::set<qint64> known;
    std::ranges::transform(kept.entries, std::inserter(known, known.end()), &EntryText::sequence);
    std::erase_if(*newer, [&known](const JournalEntry& entry) { return known.contains(entry.sequence); });
    const domain::MergeWatch watch { steps.stop(), [&steps](int permille) { steps.reach(permille); } };
    const domain::MergeStretch whole(watch, 0, WatchedSteps::whole);
    const domain::Course& to = kept.content.course;
    const auto moved
        = state == domain::JournalState::Applied ? domain::broughtAgain(to, *newer, whole) : domain::broughtBack(to, gone, *newer, whole);
    if (!moved) {
        return tl::unexpected<Error>(moved.error());
    }
    for (std::size_t i = 0; i < moved->size(); ++i) {
        if ((*moved)[i] == (*newer)[i]) {
            continue;
        }
        auto former = entryText(library, (*newer)[i].sequence);
        const auto written = former ? rewriteEntry(library, (*moved)[i]) : tl::unexpected<Error>(former.error());
        if (!written) {
            return written;
        }
        kept.entries.push_back(std::move(*former));
    }
    return {};
}

/// What lies beyond the limits, and what no turn leads to any more. The step `edit` goes last, and then what is farthest from it.
Result<void> thin(Connection& library, const QString& edit)
{
    Result<void> done = library.run(u"DELETE FROM course_step WHERE edit NOT IN (SELECT edit FROM journal WHERE state < 2)"_s);
    std::size_t count = 0;
    qint64 bytes = 0;
    QStringList beyond;
    const auto visit = [&](const Row& row) {
        bytes += row.number(1);
        if (++count > domain::courseSteps || bytes > domain::courseStepsBytes) {
            beyond.append(row.text(0));
        }
    };
    if (done) {
        done = library.each(u"SELECT edit, length(kept) FROM course_step JOIN journal USING (edit) ORDER BY edit <> ?, state, "
                            "CASE state WHEN 0 THEN -sequence ELSE sequence END"_s,
            { edit }, visit);
    }
    for (const QString& each : beyond) {
        done = done ? forgetStep(library, each) : done;
    }
    return done;
}

} // namespace

Result<bool> keepStep(Connection& library, const QString& edit, const CourseStep& step, WatchedSteps& steps)
{
    const auto kept = keptFrom(step, [&steps] { return steps.goesOn(); });
    if (!kept) {
        return tl::unexpected<Error>(kept.error());
    }
    if (kept->isEmpty()) {
        return forgetStep(library, edit).map([] { return false; });
    }
    auto written = library.run(u"INSERT OR REPLACE INTO course_step (edit, kept) VALUES (?, ?)"_s, { edit, *kept });
    return (written ? thin(library, edit) : written).map([] { return true; });
}

Result<std::optional<CourseStep>> keptFor(Connection& library, const domain::Edit& edit, WatchedSteps& steps)
{
    if (!domain::isInstallation(edit.kind)) {
        return std::nullopt;
    }
    return readStep(library, edit.id, steps).map([](CourseStep step) { return std::optional(std::move(step)); });
}

Result<void> turnCourse(Connection& library, const domain::UndoStep& turn, CourseStep kept, WatchedSteps& steps)
{
    auto present = readContent(library);
    if (!present) {
        return tl::unexpected<Error>(present.error());
    }
    if (!*present) {
        return lost(turn.edit.id, u"there is no course in its place"_s);
    }
    steps.beginPart(recordsTurned, courseTurned);
    Result<void> turned = replaceCourse(library, kept.content, steps);
    if (turned) {
        turned = exchange(library, turn.edit.id, kept.entries, steps);
    }
    if (turned) {
        steps.beginPart(courseTurned, WatchedSteps::whole);
        turned = turnNewer(library, turn, (*present)->course, kept, steps);
    }
    kept.content = std::move(**present);
    return turned ? keepStep(library, turn.edit.id, kept, steps).map([](bool) {}) : turned;
}

Result<void> letGoOfUndone(Connection& library)
{
    return library.run(u"DELETE FROM course_step WHERE edit IN (SELECT edit FROM journal WHERE state = 1)"_s);
}

namespace {

/// What was undone, from an entry on, but for asides of older steps: those wait for these. Of a journal that cannot be read, all of it.
Result<void> abandonFrom(Connection& library, qint64 sequence)
{
    const auto undone = undoneAfter(library, 0);
    if (!undone && undone.error().code != ErrorCode::LibraryCorrupt) {
        return tl::unexpected<Error>(undone.error());
    }
    Result<void> done = library.run(u"UPDATE journal SET state = 2 WHERE state = 1 AND sequence >= ?"_s, { sequence });
    for (const qint64 aside : undone ? domain::asidesOfOlderSteps(sequence, *undone) : std::vector<qint64>()) {
        done = done ? library.run(u"UPDATE journal SET state = 1 WHERE sequence = ?"_s, { aside }) : done;
    }
    return done;
}

} // namespace

Result<void> forgetSteps(Connection& library)
{
    const auto first = library.value(
        u"SELECT min(sequence) FROM journal WHERE state = 1 AND kind = ?"_s, { domain::toString(domain::EditKind::InstallCourse) });
    if (!first) {
        return tl::unexpected<Error>(first.error());
    }
    const auto done = first->isNull() ? Result<void>() : abandonFrom(library, first->toLongLong());
    return done ? library.run(u"DELETE FROM course_step"_s) : done;
}

Result<void> forgetStep(Connection& library, const QString& edit)
{
    const auto undone = library.value(u"SELECT sequence FROM journal WHERE edit = ? AND state = 1"_s, { edit });
    if (!undone) {
        return tl::unexpected<Error>(undone.error());
    }
    const bool isUndone = undone->isValid();
    const auto done = isUndone ? abandonFrom(library, undone->toLongLong()) : Result<void>();
    // What is kept behind it, on the way that undo or redo would go, is of courses that nothing leads to any more.
    const QString older = u"DELETE FROM course_step WHERE edit IN (SELECT edit FROM journal WHERE sequence <= "
                          "(SELECT sequence FROM journal WHERE edit = ?))"_s;
    const QString newer = u"DELETE FROM course_step WHERE edit IN (SELECT edit FROM journal WHERE sequence >= "
                          "(SELECT sequence FROM journal WHERE edit = ?))"_s;
    return done ? library.run(isUndone ? newer : older, { edit }) : done;
}

} // namespace waymark::storage
