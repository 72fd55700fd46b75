// SPDX-License-Identifier: GPL-3.0-or-later
// The edits of rhythm, days off, order and board.
#include <domain/EditParts.h>
#include <domain/StudyEdits.h>

#include <algorithm>
#include <cmath>
#include <numeric>

using namespace Qt::StringLiterals;

namespace waymark::domain {

namespace {

constexpr int minutesADay = 24 * 60;
constexpr int longestStretch = 36'525; // days
constexpr int firstYear = 1970;
constexpr int lastYear = 2200;

/// They are printed on a terminal as they stand.
Result<void> requireWords(const QString& words, const QString& subject)
{
    const Result<void> fits = requireText(words, longestCue, subject);
    return fits ? requireNoControls(words, subject) : fits;
}

Result<void> requireCue(const StudyRhythm& rhythm)
{
    if (const Result<void> fits = requireWords(rhythm.cue, u"cue"_s); !fits) {
        return fits;
    }
    if (rhythm.cue.isEmpty() ? rhythm.cueMinutes != 0 : rhythm.cueMinutes < 1 || rhythm.cueMinutes > minutesADay) {
        return failure(ErrorCode::InvalidTime, u"cue"_s, u"minutes not between 1 and %1, or minutes without a cue"_s.arg(minutesADay));
    }
    return {};
}

Result<void> requireRhythm(const StudyRhythm& rhythm)
{
    if (std::ranges::any_of(rhythm.minutes, [](int minutes) { return minutes < 0 || minutes > minutesADay; })) {
        return failure(ErrorCode::InvalidTime, u"hours"_s, u"a day has 0 to %1 minutes"_s.arg(minutesADay));
    }
    if (std::accumulate(rhythm.minutes.begin(), rhythm.minutes.end(), 0) > mostHoursAWeek * 60) {
        return failure(ErrorCode::InvalidTime, u"hours"_s, u"a week has at most %1 hours of study"_s.arg(mostHoursAWeek));
    }
    if (rhythm.doingLimit < 1 || rhythm.doingLimit > mostInDoing) {
        return failure(ErrorCode::InvalidTime, u"limit"_s, u"not between 1 and %1"_s.arg(mostInDoing));
    }
    return requireCue(rhythm);
}

Result<void> requireDays(const DaysOff& off)
{
    if (!off.first.isValid() || !off.last.isValid() || off.first.year() < firstYear || off.last.year() > lastYear) {
        return failure(ErrorCode::InvalidTime, u"days off"_s, u"not days between 1970 and 2200"_s);
    }
    if (off.last < off.first) {
        return failure(ErrorCode::InvalidTime, u"days off"_s, u"they end before they begin"_s);
    }
    if (off.first.daysTo(off.last) >= longestStretch) {
        return failure(ErrorCode::InvalidTime, u"days off"_s, u"longer than a hundred years"_s);
    }
    return requireWords(off.reason, u"reason"_s);
}

/// What the edit of a skill leaves of its place: nothing, since it stands in the column of its state now.
Result<Edit> withoutPlace(const EditContext& context, const QString& skill, Result<Edit> edit)
{
    if (edit) {
        const bool changesSkill = !edit->changes.empty();
        swapRecord(*edit, context, RecordKey::ofPlace(skill), std::nullopt);
        edit->kind = changesSkill ? edit->kind : EditKind::MoveOnBoard;
    }
    return edit;
}

Result<Edit> toDoing(const EditContext& context, const QString& skill, bool overLock)
{
    const auto& mark = context.progress.skill(skill).mark;
    const bool isBegun = mark && mark->mark == Mark::Started;
    return isBegun ? Result<Edit>(beginEdit(context, EditKind::MoveOnBoard, skill)) : startSkill(context, skill, overLock);
}

/// When the latest wish of another skill was made, 0 for none.
qint64 latestWishBut(const EditContext& context, const QString& skill)
{
    qint64 latest = 0;
    const auto& all = context.progress.orderWishes();
    for (auto wish = all.cbegin(); wish != all.cend(); ++wish) {
        latest = wish.key() == skill ? latest : std::max(latest, wish->at);
    }
    return latest;
}

/// The same wish once more changes nothing, unless one that was made since may have overruled it.
Result<Edit> wished(const EditContext& context, const QString& skill, OrderWish wish)
{
    for (const QString& each : { skill, wish.other() }) {
        if (const auto found = requireSkill(context, each); !found) {
            return tl::unexpected(found.error());
        }
    }
    if (skill == wish.other()) {
        return failure(
            ErrorCode::InvalidTime, skill, wish.isAfter() ? u"a skill cannot come after itself"_s : u"a skill cannot come before itself"_s);
    }
    Edit edit = beginEdit(context, EditKind::WishOrder, skill);
    const OrderWish present = context.progress.orderWishes().value(skill);
    const qint64 latest = latestWishBut(context, skill);
    if (present.before != wish.before || present.after != wish.after || present.at < latest) {
        wish.at = std::max(context.now, latest + 1);
        swapRecord(edit, context, RecordKey::ofWish(skill), wish);
    }
    return edit;
}

} // namespace

WeekMinutes weekMinutes(const Goal& goal, const StudyRhythm& rhythm)
{
    constexpr int days = std::tuple_size_v<WeekMinutes>;
    const int week = static_cast<int>(std::lround(std::clamp(goal.hoursPerWeek, 0.0, 168.0) * 60));
    const int shaped = std::accumulate(rhythm.minutes.begin(), rhythm.minutes.end(), 0);
    if (shaped == week) {
        return rhythm.minutes;
    }
    WeekMinutes result {};
    std::array<std::pair<double, int>, days> rests {}; // negative, so that the largest comes first, then the earliest day
    int left = week;
    for (std::size_t day = 0; day < days; ++day) {
        const double exact = shaped > 0 ? static_cast<double>(week) * rhythm.minutes[day] / shaped : static_cast<double>(week) / days;
        result[day] = std::min(static_cast<int>(exact), minutesADay);
        rests[day] = { result[day] - exact, static_cast<int>(day) };
        left -= result[day];
    }
    std::sort(rests.begin(), rests.end());
    while (left > 0) {
        const int before = left;
        for (const auto& [rest, day] : rests) {
            int& minutes = result[static_cast<std::size_t>(day)];
            const bool isStudied = shaped == 0 || rhythm.minutes[static_cast<std::size_t>(day)] > 0;
            if (left > 0 && isStudied && minutes < minutesADay) {
                ++minutes;
                --left;
            }
        }
        if (left == before) {
            break; // every day of study is full
        }
    }
    return result;
}

Result<Edit> setRhythm(const EditContext& context, const StudyRhythm& rhythm)
{
    StudyRhythm clean = rhythm;
    clean.cue = rhythm.cue.simplified();
    if (const Result<void> valid = requireRhythm(clean); !valid) {
        return tl::unexpected(valid.error());
    }
    Goal goal = context.progress.goal();
    const int week = std::accumulate(clean.minutes.begin(), clean.minutes.end(), 0);
    if (week != static_cast<int>(std::lround(goal.hoursPerWeek * 60))) {
        goal.hoursPerWeek = week / 60.0;
    }
    Edit edit = beginEdit(context, EditKind::SetRhythm, {});
    swapRecord(edit, context, RecordKey::ofRhythm(), clean == StudyRhythm {} ? std::nullopt : std::optional<Record>(clean));
    if (context.progress.hasGoal() || goal != Goal {}) {
        swapRecord(edit, context, RecordKey::ofGoal(), goal);
    }
    return edit;
}

Result<Edit> addDaysOff(const EditContext& context, const DaysOff& daysOff)
{
    const DaysOff clean { daysOff.first, daysOff.last, daysOff.reason.simplified() };
    if (const Result<void> valid = requireDays(clean); !valid) {
        return tl::unexpected(valid.error());
    }
    Edit edit = beginEdit(context, EditKind::AddDaysOff, {});
    swapRecord(edit, context, RecordKey::ofDaysOff(context.id), clean);
    return edit;
}

Result<Edit> removeDaysOff(const EditContext& context, const QString& id)
{
    if (!context.progress.daysOff().contains(id)) {
        return failure(ErrorCode::UnknownEntry, id);
    }
    Edit edit = beginEdit(context, EditKind::RemoveDaysOff, {});
    swapRecord(edit, context, RecordKey::ofDaysOff(id), std::nullopt);
    return edit;
}

Result<Edit> wishOrder(const EditContext& context, const QString& skill, const QString& before)
{
    return wished(context, skill, { before, {}, 0 });
}

Result<Edit> wishLater(const EditContext& context, const QString& skill, const QString& after)
{
    return wished(context, skill, { {}, after, 0 });
}

Result<Edit> forgetWish(const EditContext& context, const QString& skill)
{
    Edit edit = beginEdit(context, EditKind::ForgetWish, skill);
    swapRecord(edit, context, RecordKey::ofWish(skill), std::nullopt);
    return edit;
}

bool canForgetWish(const EditContext& context, const QString& skill)
{
    return context.progress.orderWishes().contains(skill);
}

bool placeHolds(const BoardPlace& place, const SkillProgress& skill, qint64 now)
{
    const auto rank = [now](qint64 at) { return std::pair(at <= now, at); };
    const auto isNoLater = [&](qint64 at) { return rank(at) <= rank(place.at); };
    return (!skill.mark || isNoLater(skill.mark->at))
        && std::ranges::all_of(skill.items, [&](const ItemProgress& item) { return !item.mark || isNoLater(item.mark->at); });
}

Result<Edit> moveOnBoard(const EditContext& context, const QString& skill, BoardLane lane, bool overLock)
{
    if (const auto found = requireSkill(context, skill); !found) {
        return tl::unexpected(found.error());
    }
    const auto& mark = context.progress.skill(skill).mark;
    if (mark && mark->mark == Mark::Skipped) {
        return failure(ErrorCode::Refused, skill, u"it is skipped"_s);
    }
    const bool isDone = mark && mark->mark == Mark::Done;
    if (isDone && lane != BoardLane::Waiting && lane != BoardLane::Done) {
        return failure(ErrorCode::Refused, skill, u"it is done"_s);
    }
    if (lane == BoardLane::Done && !isDone) {
        return withoutPlace(context, skill, finishSkill(context, skill));
    }
    if (lane == BoardLane::Doing) {
        return withoutPlace(context, skill, toDoing(context, skill, overLock));
    }
    Edit edit = beginEdit(context, EditKind::MoveOnBoard, skill);
    const auto present = context.progress.boardPlaces().constFind(skill);
    if (present == context.progress.boardPlaces().cend() || present->lane != lane
        || !placeHolds(*present, context.progress.skill(skill), context.now)) {
        swapRecord(edit, context, RecordKey::ofPlace(skill), BoardPlace { lane, context.now });
    }
    return edit;
}

} // namespace waymark::domain
