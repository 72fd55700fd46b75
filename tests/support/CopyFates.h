// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "CopyMerges.h"

#include <algorithm>
#include <functional>
#include <iterator>

namespace waymark::support {

/// The course before that: nothing is moved.
inline domain::CourseContent formerCourse()
{
    domain::CourseContent content;
    content.course.id = QStringLiteral("course");
    content.course.version = QStringLiteral("1");
    return content;
}

/// The ids of one skill go to one that nobody has used, those of another to one that is in use. A step of undo where a course is there.
inline void updateCourse(MemoryStore& store, const QString& step)
{
    domain::CourseContent content = formerCourse();
    content.course.version = QStringLiteral("2");
    content.step = domain::InstallStep { step, 1'700'000'000'000 };
    content.course.moved
        = { { QStringLiteral("skill-1"), QStringLiteral("skill-9") }, { QStringLiteral("skill-4"), QStringLiteral("skill-2") } };
    if (!store.installCourse(content)) {
        qFatal("the course does not install");
    }
}

/// Some records and some edits are lost, and the rest is recovered; `below` throws the dice.
inline void salvage(MemoryStore& store, const std::function<int(int limit)>& below)
{
    constexpr int sides = 6; // one in so many is lost
    domain::SalvagedHistory left;
    for (const auto& [key, record] : store.progress().value().records()) {
        if (below(sides) > 0) {
            left.records.setRecord(key, record);
        }
    }
    const std::vector<domain::JournalEntry> journal = wholeJournal(store);
    std::copy_if(journal.rbegin(), journal.rend(), std::back_inserter(left.journal), [&below](const auto&) { return below(sides) > 0; });
    store.become(domain::recovered(left, nullptr));
}

} // namespace waymark::support
