// SPDX-License-Identifier: GPL-3.0-or-later
#include <domain/CourseStep.h>

#include <algorithm>
#include <utility>

namespace waymark::domain {

qint64 sizeOf(const CourseContent& content)
{
    qint64 characters = 0;
    for (const Lesson& lesson : content.lessons) {
        characters += lesson.markdown.size();
        for (const Lesson::Section& section : lesson.sections) {
            characters += section.heading.size() + section.text.size();
        }
    }
    qint64 bytes = qint64 { sizeof(QChar) } * characters;
    for (const CourseAsset& asset : content.assets) {
        bytes += asset.bytes.size();
    }
    return bytes;
}

Keeping keepingOf(qint64 size)
{
    constexpr qint64 roomForHistory = courseStepBytes / 4; // records and edits lie beside it
    return size > courseStepUnpacked ? Keeping::Impossible : size > courseStepBytes - roomForHistory ? Keeping::Unsure : Keeping::Sure;
}

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

/// Of skills, and "skill/id" of their parts.
QSet<QString> idsOf(const Course& course)
{
    QSet<QString> ids;
    eachSkillAndProject(course, [&ids](const Skill& skill) {
        ids.insert(skill.id);
        const auto add = [&](const QString& part) { ids.insert(skill.id + u'/' + part); };
        std::ranges::for_each(skill.checklist, add, &ChecklistItem::id);
        std::ranges::for_each(skill.questions, add);
        std::ranges::for_each(skill.cards, add);
    });
    return ids;
}

/// New ids to old ones. Where several became one, it goes back to one that is present.
QHash<QString, QString> inverted(const QHash<QString, QString>& moved, const QSet<QString>& present)
{
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
    const QSet<QString> present = idsOf(to);
    const QHash<QString, QString> moved = inverted(from.moved, present);
    for (auto each = moved.cbegin(); each != moved.cend(); ++each) {
        if (present.contains(each.value()) || !back.moved.contains(each.key())) { // else `from` may be the older edition
            back.moved.insert(each.key(), each.value());
        }
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
