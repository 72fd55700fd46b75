// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>

#include <set>

/// What the tests read out of the JSON that the verbs of plan and time print.
namespace waymark::support {

inline QDate dayOf(const QJsonValue& value)
{
    return QDate::fromString(value.toString(), Qt::ISODate);
}

/// The ids in the order of the plan.
inline QStringList skillsOf(const QJsonObject& plan)
{
    QStringList ids;
    for (const QJsonValue& skill : plan[u"skills"].toArray()) {
        ids.append(skill.toObject()[u"skill"].toString());
    }
    return ids;
}

/// Every slot of the weeks of a plan, in their order.
inline QJsonArray slotsOf(const QJsonObject& plan)
{
    QJsonArray all;
    for (const QJsonValue& week : plan[u"weeks"].toArray()) {
        for (const QJsonValue& slot : week.toObject()[u"slots"].toArray()) {
            all.append(slot);
        }
    }
    return all;
}

/// The days on which something is studied.
inline std::set<QDate> daysOf(const QJsonObject& plan)
{
    std::set<QDate> days;
    for (const QJsonValue& slot : slotsOf(plan)) {
        days.insert(dayOf(slot.toObject()[u"day"]));
    }
    return days;
}

/// The first sentence that an edit has beside its name.
inline QString noteOf(const QJsonObject& edit)
{
    return edit[u"notes"].toArray().at(0).toString();
}

} // namespace waymark::support
