// SPDX-License-Identifier: GPL-3.0-or-later
// The edits of goal, choices and learner, and the ways to make one edit of many.
#include <domain/EditParts.h>

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;

namespace waymark::domain {

namespace {

constexpr int longestName = 200;

Edit swapOne(const EditContext& context, EditKind kind, const QString& subject, const RecordKey& key, const std::optional<Record>& after)
{
    Edit edit = beginEdit(context, kind, subject);
    swapRecord(edit, context, key, after);
    return edit;
}

} // namespace

Result<void> requireRoom(const Goal& goal, const StudyRhythm& rhythm)
{
    constexpr int hoursADay = 24;
    const auto days = static_cast<int>(std::ranges::count_if(rhythm.minutes, [](int minutes) { return minutes > 0; }));
    if (days > 0 && goal.hoursPerWeek > days * hoursADay) {
        return failure(ErrorCode::InvalidTime, u"hours a week"_s,
            u"the days of study of a week, %1, have no more than %2 hours; set hours for more days first"_s.arg(days).arg(
                days * hoursADay));
    }
    return {};
}

Result<Edit> setGoal(const EditContext& context, const Goal& goal)
{
    if (!goal.milestone.isEmpty() && context.roadmap.milestone(goal.milestone) == nullptr) {
        return failure(ErrorCode::UnknownMilestone, goal.milestone);
    }
    if (!(goal.hoursPerWeek >= 0 && goal.hoursPerWeek <= mostHoursAWeek)) {
        return failure(ErrorCode::InvalidText, u"hours a week"_s, u"not between 0 and %1"_s.arg(mostHoursAWeek));
    }
    const bool isNew = goal.hoursPerWeek != context.progress.goal().hoursPerWeek; // hours of an older library stand in no way
    if (const Result<void> fits = isNew ? requireRoom(goal, context.progress.rhythm()) : Result<void>(); !fits) {
        return tl::unexpected(fits.error());
    }
    return swapOne(context, EditKind::SetGoal, goal.milestone, RecordKey::ofGoal(), goal);
}

Result<Edit> setChoice(const EditContext& context, const QString& group, const QStringList& members)
{
    const ChoiceGroup* known = context.roadmap.choice(group);
    if (known == nullptr) {
        return failure(ErrorCode::UnknownChoice, group);
    }
    Choice choice;
    for (const QString& member : members) {
        if (!known->members.contains(member)) {
            return failure(ErrorCode::UnknownSkill, member);
        }
        if (!choice.members.contains(member)) {
            choice.members.append(member);
        }
    }
    const std::optional<Record> after = choice.members.isEmpty() ? std::nullopt : std::optional<Record>(choice);
    return swapOne(context, EditKind::SetChoice, group, RecordKey::ofChoice(group), after);
}

Result<Edit> setLearner(const EditContext& context, const QString& name)
{
    if (const Result<void> valid = requireNoControls(name, u"name"_s); !valid) {
        return tl::unexpected(valid.error());
    }
    const QString plain = name.simplified();
    if (plain.size() > longestName) {
        return failure(ErrorCode::InvalidText, u"name"_s, u"longer than %1 characters"_s.arg(longestName));
    }
    const std::optional<Record> after = plain.isEmpty() ? std::nullopt : std::optional<Record>(Learner { plain });
    return swapOne(context, EditKind::SetLearner, {}, RecordKey::ofLearner(), after);
}

Edit joined(const EditContext& context, EditKind kind, const QString& subject, const std::vector<Edit>& edits)
{
    std::vector<RecordKey> order;
    std::map<RecordKey, std::optional<Record>> after;
    for (const Edit& edit : edits) {
        for (const RecordChange& change : edit.changes) {
            if (!after.contains(change.key)) {
                order.push_back(change.key);
            }
            after[change.key] = change.after;
        }
    }
    Edit whole = beginEdit(context, kind, subject);
    for (const RecordKey& key : order) {
        swapRecord(whole, context, key, after[key]);
    }
    return whole;
}

Edit replaceRecords(
    const EditContext& context, EditKind kind, const QString& subject, const std::vector<std::pair<RecordKey, Record>>& wanted)
{
    std::map<RecordKey, std::optional<Record>> after;
    for (const auto& [key, record] : context.progress.records()) {
        after[key] = std::nullopt;
    }
    for (const auto& [key, record] : wanted) {
        after[key] = record;
    }
    Edit whole = beginEdit(context, kind, subject);
    for (const auto& [key, record] : after) {
        swapRecord(whole, context, key, record);
    }
    return whole;
}

Result<QString> resolveItem(const Roadmap& roadmap, const QString& skill, const QString& itemOrNumber)
{
    const Skill* found = roadmap.find(skill);
    if (found == nullptr) {
        return failure(ErrorCode::UnknownSkill, skill);
    }
    for (const ChecklistItem& item : found->checklist) {
        if (item.id == itemOrNumber) {
            return item.id;
        }
    }
    bool isNumber = false;
    const int number = itemOrNumber.toInt(&isNumber);
    if (isNumber && number >= 1 && number <= static_cast<int>(found->checklist.size())) {
        return found->checklist[static_cast<std::size_t>(number - 1)].id;
    }
    return failure(ErrorCode::UnknownItem, skill + u'/' + itemOrNumber);
}

} // namespace waymark::domain
