// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QHash>
#include <QString>
#include <QStringList>

#include <vector>

namespace waymark::learning {

/// When a plan had each skill done, as it stood on a day.
struct PlanDates
{
    QDate made; ///< null: there was none
    QString milestone;
    QHash<QString, QDate> ends; ///< by skill id
    QDate finish;

    bool operator==(const PlanDates&) const = default;
};

struct SkillShift
{
    QString skill;
    int days = 0; ///< later, or if negative earlier

    bool operator==(const SkillShift&) const = default;
};

/// What another plan moves.
struct PlanShift
{
    std::vector<SkillShift> moved; ///< the most days first, then by id
    QStringList added; ///< ids, in order
    QStringList gone; ///< reached meanwhile or off the way
    int finishDays = 0; ///< of the end of all; 0 where one of the plans has none
    bool isOtherGoal = false; ///< then nothing is compared

    [[nodiscard]] bool isEmpty() const { return moved.empty() && added.isEmpty() && gone.isEmpty() && finishDays == 0 && !isOtherGoal; }
    bool operator==(const PlanShift&) const = default;
};

/// Skills that moved by fewer than `slack` days stay out: a plan breathes a little every day.
[[nodiscard]] PlanShift shiftBetween(const PlanDates& before, const PlanDates& after, int slack = 1);

} // namespace waymark::learning
