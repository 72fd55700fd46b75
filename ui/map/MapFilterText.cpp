// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/map/MapFilterText.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark::ui {

QStringList textOf(const MapFilter& filter)
{
    QStringList words;
    for (const QString& area : filter.areas) {
        words.append(u"area:"_s + area);
    }
    for (const domain::Level level : filter.levels) {
        words.append(u"level:"_s + domain::toString(level));
    }
    for (const learning::SkillState state : filter.states) {
        words.append(u"state:"_s + learning::toString(state));
    }
    if (!filter.milestone.isEmpty()) {
        words.append(u"milestone:"_s + filter.milestone);
    }
    words.sort();
    return words;
}

MapFilter filterFrom(const QStringList& words, const domain::Course& course)
{
    const auto isAmong = [](const auto& all, const QString& id) {
        return std::any_of(all.begin(), all.end(), [&](const auto& each) { return each.id == id; });
    };
    MapFilter filter;
    for (const QString& word : words) {
        const QString kind = word.section(u':', 0, 0);
        const QString value = word.section(u':', 1);
        if (kind == u"area" && isAmong(course.areas, value)) {
            filter.areas.insert(value);
        } else if (kind == u"milestone" && isAmong(course.milestones, value)) {
            filter.milestone = value;
        } else if (kind == u"level" && domain::levelFrom(value)) {
            filter.levels.insert(*domain::levelFrom(value));
        } else if (kind == u"state" && learning::skillStateFrom(value)) {
            filter.states.insert(*learning::skillStateFrom(value));
        }
    }
    return filter;
}

} // namespace waymark::ui
