// SPDX-License-Identifier: GPL-3.0-or-later
#include <domain/CourseStep.h>

#include <algorithm>
#include <utility>

namespace waymark::domain {

CourseSwap swapBetween(const LearnerHistory& before, const LearnerHistory& after)
{
    CourseSwap swap;
    std::vector<RecordChange> come;
    for (std::size_t i = 0; i < before.records.size(); ++i) {
        const auto& [oldKey, old] = before.records[i];
        const auto& [newKey, now] = after.records[i];
        if (oldKey != newKey) {
            swap.changes.push_back({ oldKey, old, std::nullopt });
            come.push_back({ newKey, std::nullopt, now });
        } else if (old != now) {
            swap.changes.push_back({ oldKey, old, now });
        }
    }
    std::move(come.begin(), come.end(), std::back_inserter(swap.changes));
    for (std::size_t i = 0; i < before.journal.size(); ++i) {
        if (before.journal[i] != after.journal[i]) {
            swap.entries.push_back(before.journal[i]);
        }
    }
    return swap;
}

Edit installation(const InstallStep& step, const Course& course)
{
    return { step.id, EditKind::InstallCourse, editionName(course), step.at, {} };
}

namespace {

/// New ids to old ones. Where several became one, it goes back to one that the course has.
QHash<QString, QString> inverted(const QHash<QString, QString>& moved, const Course& to)
{
    QSet<QString> present;
    eachSkillAndProject(to, [&present](const Skill& skill) { present.insert(skill.id); });
    QStringList olds = moved.keys();
    std::ranges::sort(olds, {}, [&present](const QString& id) { return std::pair(present.contains(id), id); });
    QHash<QString, QString> back;
    for (const QString& old : olds) {
        const QString now = moved.value(old);
        const bool isInSameSkill = old.contains(u'/') && !now.contains(u'/');
        back.insert(isInSameSkill ? old.section(u'/', 0, 0) + u'/' + now : now, old);
    }
    return back;
}

} // namespace

Course movingBack(const Course& to, const Course& from)
{
    Course back = to;
    const QHash<QString, QString> moved = inverted(from.moved, to);
    for (auto each = moved.cbegin(); each != moved.cend(); ++each) {
        back.moved.insert(each.key(), each.value());
    }
    return back;
}

Result<std::vector<JournalEntry>> broughtBack(
    const Course& to, const Course& from, std::vector<JournalEntry> entries, const MergeStretch& stretch)
{
    return broughtAgain(movingBack(to, from), std::move(entries), stretch);
}

Result<std::vector<JournalEntry>> broughtAgain(const Course& to, std::vector<JournalEntry> entries, const MergeStretch& stretch)
{
    return moved(Moves(to), { {}, std::move(entries) }, stretch).map([](LearnerHistory history) { return std::move(history.journal); });
}

} // namespace waymark::domain
