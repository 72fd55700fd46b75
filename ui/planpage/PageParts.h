// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <exchange/ReviewDocument.h>
#include <learning/SkillStates.h>

#include <QTimeZone>

namespace waymark::ui {

class PageWriter;
class PlanDigest;
struct PlanPageMap;

/// What each part of the page writes from and to. It lives as long as the page is written.
struct PageContext
{
    PageWriter& page;
    const PlanDigest& digest;
    const std::vector<exchange::ReviewDocument>& reviews; ///< oldest first
    QTimeZone zone;
};

/// The parts of the page, in the order in which they stand there.
void writeMasthead(const PageContext& context);
void writeContents(const PageContext& context);
void writeGoal(const PageContext& context);
void writeWaiting(const PageContext& context);
void writeProgress(const PageContext& context);
void writeHistory(const PageContext& context);
void writeMap(const PageContext& context, const PlanPageMap& map);
void writeSkills(const PageContext& context);
void writeReviews(const PageContext& context);
void writeOpenSkills(const PageContext& context);
void writeHowToAnswer(const PageContext& context);

/// The symbols that writeIcon() and the map refer to; once a page.
void writeIconSheet(PageWriter& page);
void writeIcon(PageWriter& page, const QString& name); ///< a file of resources/icons, such as "state-ready"; says nothing by itself
[[nodiscard]] QString iconName(learning::SkillState state);
void writeState(PageWriter& page, learning::SkillState state); ///< icon and word
void writeTime(const PageContext& context, qint64 at); ///< the day, with the moment for machines

} // namespace waymark::ui
