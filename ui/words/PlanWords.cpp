// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/words/PlanWords.h>

#include <ui/words/Isolated.h>
#include <ui/words/Percent.h>
#include <ui/words/ShortDate.h>
#include <ui/words/Words.h>

#include <QLocale>

#include <algorithm>
#include <cmath>

namespace waymark::ui {

using domain::BoardLane;
using learning::WishFate;
using session::PlanObstacle;

QString PlanWords::lane(BoardLane lane)
{
    switch (lane) {
    case BoardLane::Backlog:
        return tr("Backlog");
    case BoardLane::Week:
        return tr("This week");
    case BoardLane::Doing:
        return tr("Doing");
    case BoardLane::Waiting:
        return tr("Waiting for mentor");
    case BoardLane::Done:
        return tr("Done");
    }
    return {};
}

QString PlanWords::date(QDate day)
{
    return shortDate(day);
}

QString PlanWords::obstacle(PlanObstacle obstacle, const session::StudyOutset& outset, const domain::Roadmap& roadmap)
{
    const domain::Milestone* milestone = roadmap.milestone(outset.milestone);
    switch (obstacle) {
    case PlanObstacle::None:
        return {};
    case PlanObstacle::NoCourse:
        return tr("There is no course yet, so there is nothing to plan. Install one first.");
    case PlanObstacle::Reached:
        return milestone == nullptr ? tr("Every milestone of the course is reached.")
                                    : tr("\"%1\" is reached. Choose a further milestone to plan on.").arg(isolated(milestone->title));
    case PlanObstacle::NoHours:
        return tr("The week has no hours of study yet, so nothing can be dated. Say how many hours you have.");
    case PlanObstacle::AllDaysOff:
        return tr("Every day of study in the next ten years is a day off. Take some days off away, or study on other weekdays.");
    case PlanObstacle::TooFar:
        return tr("With these hours it would take more than a hundred years. Add hours to the week, or choose a nearer milestone.");
    case PlanObstacle::DeadlinePast:
        return tr("The deadline, %1, has passed. Set another one or none.").arg(date(outset.input.deadline));
    }
    return {};
}

QString PlanWords::step(PlanObstacle obstacle)
{
    switch (obstacle) {
    case PlanObstacle::None:
        return {};
    case PlanObstacle::NoCourse:
        return tr("Install a course");
    case PlanObstacle::Reached:
        return tr("Choose a milestone");
    case PlanObstacle::NoHours:
    case PlanObstacle::TooFar:
        return tr("Set the hours");
    case PlanObstacle::AllDaysOff:
        return tr("Look at the days off");
    case PlanObstacle::DeadlinePast:
        return tr("Change the deadline");
    }
    return {};
}

QString PlanWords::goalReached(const domain::Milestone& goal, const domain::Milestone& next)
{
    return tr("\"%1\" is reached; this is the way to \"%2\". Make that your goal to set a deadline for it.")
        .arg(isolated(goal.title), isolated(next.title));
}

QString PlanWords::forecast(const learning::Forecast& forecast)
{
    if (!forecast.p50.isValid()) {
        return {};
    }
    return forecast.p85.isValid() ? tr("As likely as not by %1, and with a chance of %2 by %3.", "a date, percent, a date")
                                        .arg(date(forecast.p50), percentText(85), date(forecast.p85))
                                  : tr("As likely as not by %1. A later date cannot be told.").arg(date(forecast.p50));
}

QString PlanWords::chance(const learning::Forecast& forecast, QDate deadline)
{
    if (!forecast.chance || !deadline.isValid()) {
        return {};
    }
    const int percent = static_cast<int>(std::lround(*forecast.chance * 100));
    if (percent <= 0 || percent >= 100) {
        return percent <= 0 ? tr("By the deadline, %1: hardly.").arg(date(deadline))
                            : tr("By the deadline, %1: almost surely.").arg(date(deadline));
    }
    return tr("By the deadline, %1: a chance of %2.", "a date, percent").arg(date(deadline), percentText(percent));
}

QString PlanWords::chanceOf(const learning::Forecast& forecast)
{
    if (!forecast.chance) {
        return {};
    }
    const int percent = static_cast<int>(std::lround(*forecast.chance * 100));
    return percent <= 0 ? tr("Hardly", "a chance") : percent >= 100 ? tr("Almost surely", "a chance") : percentText(percent);
}

QString PlanWords::basis(const session::StudyOutset& outset)
{
    if (outset.speed.skills == 0 && outset.weeks.weeks == 0) {
        return tr("The log has no whole week of the last twelve yet, so this goes by the estimates of the course. Log your time, and it "
                  "learns your speed.");
    }
    if (outset.speed.skills == 0) {
        return tr("From %n week(s) of your log. No finished skill has logged time yet, so the speed is that of the estimates.", nullptr,
            outset.weeks.weeks);
    }
    const QString speed = QLocale().toString(outset.speed.factor(), 'f', 2);
    return tr("From %n finished skill(s) with logged time: a skill takes you %1 times its estimate.", nullptr, outset.speed.skills)
        .arg(speed);
}

QString PlanWords::fate(const session::OrderedWish& wish, const domain::Roadmap& roadmap)
{
    const auto sentence = wish.isAfter ? fateOfLater : fateOfEarlier;
    return sentence(wish.fate, roadmap.titleOf(wish.skill), roadmap.titleOf(wish.other));
}

QString PlanWords::fateOfEarlier(WishFate fate, const QString& skill, const QString& before)
{
    switch (fate) {
    case WishFate::Kept:
        return {};
    case WishFate::Past:
        return tr("\"%1\" before \"%2\": one of them is done, or off the way.").arg(isolated(skill), isolated(before));
    case WishFate::Needed:
        return tr("\"%1\" cannot come before \"%2\": it needs it.").arg(isolated(skill), isolated(before));
    case WishFate::Overruled:
        return tr("\"%1\" before \"%2\": a later wish says otherwise.").arg(isolated(skill), isolated(before));
    }
    return {};
}

QString PlanWords::fateOfLater(WishFate fate, const QString& skill, const QString& after)
{
    switch (fate) {
    case WishFate::Kept:
        return {};
    case WishFate::Past:
        return tr("\"%1\" after \"%2\": one of them is done, or off the way.").arg(isolated(skill), isolated(after));
    case WishFate::Needed:
        return tr("\"%1\" cannot come after \"%2\", which needs it.").arg(isolated(skill), isolated(after));
    case WishFate::Overruled:
        return tr("\"%1\" after \"%2\": a later wish says otherwise.").arg(isolated(skill), isolated(after));
    }
    return {};
}

QString PlanWords::study(const QString& skill, const QStringList& units, const learning::StudySlot& slot)
{
    const QString minutes = Words::minutes(slot.minutes);
    if (slot.isCheck) {
        return tr("Check: %1, %2", "a skill and minutes").arg(isolated(skill), minutes);
    }
    return units.isEmpty() ? tr("%1, %2", "a skill and minutes").arg(isolated(skill), minutes)
                           : tr("%1 (%2), %3", "a skill, parts of its lesson and minutes")
                                 .arg(isolated(skill), QLocale().createSeparatedList(isolated(units)), minutes);
}

QString PlanWords::shift(const learning::PlanShift& shift, QDate since)
{
    const auto isLater = [](const learning::SkillShift& each) { return each.days > 0; };
    const auto later = static_cast<int>(std::count_if(shift.moved.begin(), shift.moved.end(), isLater));
    const int earlier = static_cast<int>(shift.moved.size()) - later;
    const auto added = static_cast<int>(shift.added.size());
    const auto gone = static_cast<int>(shift.gone.size());
    QStringList parts;
    const auto add = [&parts](int count, const QString& part) {
        if (count > 0) {
            parts.append(part);
        }
    };
    add(later, tr("%n skill(s) later", nullptr, later));
    add(earlier, tr("%n skill(s) earlier", nullptr, earlier));
    add(added, tr("%n skill(s) new on the way", nullptr, added));
    add(gone, tr("%n skill(s) reached or off the way", nullptr, gone));
    add(shift.finishDays, tr("the end %n day(s) later", nullptr, shift.finishDays));
    add(-shift.finishDays, tr("the end %n day(s) earlier", nullptr, -shift.finishDays));
    return parts.isEmpty() ? QString() : tr("Since %1: %2.", "a day and what moved").arg(date(since), QLocale().createSeparatedList(parts));
}

QString PlanWords::moved(const QString& skill, int days)
{
    const QString when = days >= 0 ? tr("%n day(s) later", nullptr, days) : tr("%n day(s) earlier", nullptr, -days);
    return tr("%1: %2", "a skill and how far it moved").arg(isolated(skill), when);
}

QString PlanWords::month(QDate day)
{
    const QLocale locale;
    return tr("%1 %2", "a month and its year").arg(locale.standaloneMonthName(day.month()), QString::number(day.year()));
}

QString PlanWords::days(QDate first, QDate last)
{
    return first == last ? date(first) : tr("%1 to %2", "two days").arg(date(first), date(last));
}

QString PlanWords::cue(const domain::StudyRhythm& rhythm)
{
    return rhythm.cue.isEmpty()
        ? QString()
        : tr("After %1: %2", "a cue such as breakfast, and minutes").arg(isolated(rhythm.cue), Words::minutes(rhythm.cueMinutes));
}

QString PlanWords::daysOff(const domain::DaysOff& off)
{
    const QString when = days(off.first, off.last);
    return off.reason.isEmpty() ? when : tr("%1: %2", "days off and their reason").arg(when, isolated(off.reason));
}

} // namespace waymark::ui
