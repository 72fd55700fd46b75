// SPDX-License-Identifier: GPL-3.0-or-later
#include <storage/CourseSteps.h>

#include <storage/CourseBytes.h>
#include <storage/CourseTables.h>
#include <storage/WatchedSteps.h>

#include <QDataStream>
#include <QtEndian>

#include <utility>

using namespace Qt::StringLiterals;

namespace waymark::storage {

using domain::JournalEntry;

namespace {

constexpr auto encoding = QDataStream::Qt_6_4;
constexpr quint32 mostUnpacked = 512 * 1024 * 1024; ///< bytes; more is no course that was ever installed

struct UndoneStep
{
    qint64 sequence = 0;
    QString edit;
};

tl::unexpected<Error> lost(const QString& edit, const QString& why)
{
    return failure(ErrorCode::CourseLost, edit, why);
}

QByteArray packed(const CourseStep& step)
{
    QByteArray bytes;
    QDataStream stream(&bytes, QDataStream::WriteOnly);
    stream.setVersion(encoding);
    stream << toBytes(step.content) << domain::changesToJson(step.changes) << static_cast<quint32>(step.entries.size());
    for (const EntryText& entry : step.entries) {
        stream << entry.sequence << entry.subject << entry.changes;
    }
    return bytes.size() > mostUnpacked ? QByteArray() : qCompress(bytes);
}

Result<CourseStep> unpacked(const QString& edit, const QByteArray& kept)
{
    // qUncompress() takes as much memory as the first four bytes say.
    if (kept.size() < 4 || qFromBigEndian<quint32>(kept.constData()) > mostUnpacked) {
        return lost(edit, u"what is kept is too large or nothing"_s);
    }
    const QByteArray bytes = qUncompress(kept);
    QDataStream stream(bytes);
    stream.setVersion(encoding);
    QByteArray content;
    QByteArray json;
    quint32 count = 0;
    stream >> content >> json >> count;
    CourseStep step;
    for (quint32 i = 0; i < count && stream.status() == QDataStream::Ok; ++i) { // the number may be any
        EntryText& entry = step.entries.emplace_back();
        stream >> entry.sequence >> entry.subject >> entry.changes;
    }
    auto course = contentFrom(content);
    auto changes = domain::changesFromJson(json);
    if (stream.status() != QDataStream::Ok || !stream.atEnd() || !course || !changes) {
        return lost(edit, u"what is kept cannot be read"_s);
    }
    step.content = std::move(*course);
    step.changes = std::move(*changes);
    return step;
}

Result<CourseStep> readStep(Connection& library, const QString& edit)
{
    const auto kept = library.value(u"SELECT kept FROM course_step WHERE edit = ?"_s, { edit });
    if (!kept) {
        return tl::unexpected<Error>(kept.error());
    }
    return kept->isValid() ? unpacked(edit, kept->toByteArray()) : lost(edit, u"nothing is kept"_s);
}

/// What lies beyond the limits, and what no turn leads to any more.
Result<void> thin(Connection& library)
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
        done = library.each(
            u"SELECT edit, length(kept) FROM course_step JOIN journal USING (edit) WHERE state = 0 ORDER BY sequence DESC"_s, {}, visit);
    }
    for (const QString& edit : beyond) {
        done = done ? library.run(u"DELETE FROM course_step WHERE edit = ?"_s, { edit }) : done;
    }
    return done;
}

/// Gives the entries the texts, and the texts what the entries had.
Result<void> exchange(Connection& library, std::vector<EntryText>& texts)
{
    for (EntryText& text : texts) {
        auto present = entryText(library, text.sequence);
        if (!present) {
            return tl::unexpected<Error>(present.error());
        }
        if (auto written = rewriteEntry(library, text); !written) {
            return written;
        }
        text = std::move(*present);
    }
    return {};
}

/// Newest first.
Result<std::vector<UndoneStep>> undoneSteps(Connection& library)
{
    std::vector<UndoneStep> steps;
    auto read = library.each(u"SELECT sequence, edit FROM journal WHERE state = 1 AND kind = ? ORDER BY sequence DESC"_s,
        { domain::toString(domain::EditKind::InstallCourse) }, [&steps](const Row& row) {
            steps.push_back({ row.number(0), row.text(1) });
        });
    return read.map([&steps] { return std::move(steps); });
}

Result<void> bringBack(Connection& library, qint64 after, const domain::Course& to, const domain::Course& from)
{
    auto entries = undoneAfter(library, after);
    if (!entries) {
        return tl::unexpected<Error>(entries.error());
    }
    const std::vector<JournalEntry> back = domain::broughtBack(to, from, *entries);
    Result<void> written;
    for (std::size_t i = 0; i < back.size() && written; ++i) {
        if (back[i] != (*entries)[i]) {
            written = rewriteEntry(library, back[i]);
        }
    }
    return written;
}

} // namespace

Result<void> keepStep(Connection& library, const QString& edit, const CourseStep& step)
{
    const QByteArray kept = packed(step);
    if (kept.isEmpty() || kept.size() > domain::courseStepBytes) {
        return forgetSteps(library); // what was before this could not be reached any more
    }
    auto written = library.run(u"INSERT INTO course_step (edit, kept) VALUES (?, ?)"_s, { edit, kept });
    return written ? thin(library) : written;
}

Result<std::vector<domain::RecordChange>> changesOf(Connection& library, const domain::Edit& edit)
{
    if (!domain::isInstallation(edit.kind)) {
        return edit.changes;
    }
    return readStep(library, edit.id).map([](CourseStep step) { return std::move(step.changes); });
}

Result<void> turnCourse(Connection& library, const domain::Edit& edit, WatchedSteps& steps)
{
    if (!domain::isInstallation(edit.kind)) {
        return {};
    }
    auto step = readStep(library, edit.id);
    auto present = readContent(library);
    if (!step || !present) {
        return tl::unexpected<Error>(step ? present.error() : step.error());
    }
    if (!*present) {
        return lost(edit.id, u"there is no course in its place"_s);
    }
    Result<void> turned = replaceCourse(library, step->content, steps);
    if (turned) {
        turned = exchange(library, step->entries);
    }
    step->content = std::move(**present);
    return turned ? library.run(u"UPDATE course_step SET kept = ? WHERE edit = ?"_s, { packed(*step), edit.id }) : turned;
}

Result<void> letGoOfUndone(Connection& library)
{
    const auto undone = undoneSteps(library);
    if (!undone || undone->empty()) {
        return undone.map([](const auto&) {});
    }
    const auto present = readCourse(library);
    if (!present) {
        return tl::unexpected<Error>(present.error());
    }
    // From course to course, from the newest on; the course of a step that cannot be read is passed over with its ids.
    std::vector<std::pair<qint64, domain::Course>> courses;
    for (const UndoneStep& each : *undone) {
        auto step = readStep(library, each.edit);
        if (step) {
            courses.emplace_back(each.sequence, std::move(step->content.course));
        } else if (step.error().code != ErrorCode::CourseLost) {
            return tl::unexpected<Error>(step.error());
        }
    }
    courses.emplace_back(0, present->value_or(domain::Course {}));
    Result<void> done;
    for (std::size_t i = 0; i + 1 < courses.size() && done; ++i) {
        done = bringBack(library, courses[i].first, courses[i + 1].second, courses[i].second);
    }
    for (const UndoneStep& each : *undone) {
        done = done ? library.run(u"DELETE FROM course_step WHERE edit = ?"_s, { each.edit }) : done;
    }
    return done;
}

Result<void> forgetSteps(Connection& library)
{
    auto undone = undoneSteps(library);
    Result<void> done = undone ? letGoOfUndone(library) : tl::unexpected<Error>(undone.error());
    if (done && !undone->empty()) {
        done = library.run(u"UPDATE journal SET state = 2 WHERE state = 1 AND sequence >= ?"_s, { undone->back().sequence });
    }
    return done ? library.run(u"DELETE FROM course_step"_s) : done;
}

Result<void> forgetStep(Connection& library, const QString& edit)
{
    const auto state = library.value(u"SELECT state FROM journal WHERE edit = ?"_s, { edit });
    if (!state) {
        return tl::unexpected<Error>(state.error());
    }
    auto done = library.run(u"UPDATE journal SET state = 2 WHERE state = 1 AND sequence >= "
                            "(SELECT sequence FROM journal WHERE edit = ? AND state = 1)"_s,
        { edit });
    // What is kept behind it, on the way that undo or redo would go, is of courses that nothing leads to any more.
    const QString older = u"DELETE FROM course_step WHERE edit IN (SELECT edit FROM journal WHERE sequence <= "
                          "(SELECT sequence FROM journal WHERE edit = ?))"_s;
    const QString newer = u"DELETE FROM course_step WHERE edit IN (SELECT edit FROM journal WHERE sequence >= "
                          "(SELECT sequence FROM journal WHERE edit = ?))"_s;
    const bool isApplied = state->toInt() == static_cast<int>(domain::JournalState::Applied);
    return done ? library.run(isApplied ? older : newer, { edit }) : done;
}

} // namespace waymark::storage
