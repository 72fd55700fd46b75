// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/Edits.h>
#include <learning/SkillStates.h>

#include <QUuid>

#include <rapidcheck.h>

/// A small course over two areas with a choice, and progress over it: written out, and random.
namespace waymark::fixture {

using namespace Qt::StringLiterals;
using namespace domain;

inline constexpr qint64 november = 1'795'338'000'123; // 2026-11-22, with milliseconds

[[nodiscard]] Skill skill(const QString& id, const QString& area, const QStringList& needs, int items, double hours = 4);
[[nodiscard]] Course course();
/// A course many times larger, for sizes and pages.
[[nodiscard]] Course largeCourse(int skills);
void put(Progress& progress, const RecordKey& key, const Record& record);
[[nodiscard]] Progress progress();
/// Texts that formats like to trip over, as they stand in a library: no controls but tab and newline.
[[nodiscard]] rc::Gen<QString> anyText();
[[nodiscard]] qint64 anyMoment();
[[nodiscard]] QString anyUuid();
void addAnyRecord(Progress& progress);
/// Everything in it goes out with a plan: notes are shared.
[[nodiscard]] Progress anyProgress();

} // namespace waymark::fixture
