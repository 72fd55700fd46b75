// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "StoreHarness.h"

#include <domain/BackupShelf.h>
#include <domain/JournalReplay.h>

#include <QTest>

#include <future>

// What every Store promises whoever reads it beside the window.
namespace waymark::support {

inline void theStampOfTheJournalTellsEachTurn(StoreHarness& harness)
{
    using domain::JournalStamp;
    const auto stamp = [&harness] { return harness.store().journalStamp().value(); };
    const auto commit = [&harness](const QString& id) {
        return harness.store().commit(noteEdit(id, id, std::nullopt, QStringLiteral("words"))).has_value();
    };
    QVERIFY((stamp() == JournalStamp {}));
    QVERIFY((commit(QStringLiteral("a")) && stamp() == JournalStamp { 1, 0 }));
    QVERIFY((commit(QStringLiteral("b")) && stamp() == JournalStamp { 2, 0 }));
    QVERIFY((harness.store().undo() && stamp() == JournalStamp { 2, 1 }));
    QVERIFY((harness.store().redo() && stamp() == JournalStamp { 2, 2 }));
    QVERIFY((harness.store().undo() && harness.store().undo() && stamp() == JournalStamp { 2, 4 }));
    harness.reopen();
    QVERIFY((commit(QStringLiteral("c")) && stamp() == JournalStamp { 3, 4 }));
    QVERIFY(stamp() == domain::stampOf(harness.store().journal(10).value()));
}

inline void aReaderGivesTheLibraryToAnotherThread(StoreHarness& harness)
{
    domain::CourseContent content;
    content.course.id = QStringLiteral("course");
    QVERIFY(harness.store().installCourse(content).has_value());
    QVERIFY(harness.store().commit(noteEdit(QStringLiteral("1"), QStringLiteral("a"), std::nullopt, QStringLiteral("one"))).has_value());
    QVERIFY(harness.store().commit(noteEdit(QStringLiteral("2"), QStringLiteral("b"), std::nullopt, QStringLiteral("two"))).has_value());
    QVERIFY(harness.store().undo().has_value());
    const domain::LibraryReader reader = harness.store().reader();
    const auto isSame = [&](const domain::LibraryContents& read) {
        return read.libraryId == harness.store().libraryId().value() && read.course == harness.store().course().value().value()
            && read.progress == harness.store().progress().value() && read.journal == harness.store().journal(10).value();
    };
    const auto onAnotherThread = [&reader](const std::stop_token& stop) {
        return std::async(std::launch::async, [&reader, stop] { return reader({ stop }); }).get();
    };
    QVERIFY(isSame(onAnotherThread({}).value()));
    std::stop_source stop;
    stop.request_stop();
    QVERIFY(onAnotherThread(stop.get_token()).error().code == domain::ErrorCode::Cancelled);
    harness.reopen();
    QVERIFY(isSame(onAnotherThread({}).value())); // also after the end of the store that gave it
}

} // namespace waymark::support
