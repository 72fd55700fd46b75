// SPDX-License-Identifier: GPL-3.0-or-later
#include <domain/PartValues.h>

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <set>

namespace waymark::domain {

namespace {

bool hasSame(const RecordPart& part, const QJsonObject& before, const QJsonObject& after)
{
    return std::ranges::all_of(part.fields, [&](const QString& field) { return before.value(field) == after.value(field); });
}

/// None where there is no record at all: that is another thing than a record without these fields.
std::optional<QString> valueIn(const RecordPart& part, const std::optional<Record>& record, const QJsonObject& fields)
{
    return record ? std::optional(textOf(part, fields)) : std::nullopt;
}

std::set<QString> membersIn(const RecordPart& part, const QJsonObject& fields)
{
    std::set<QString> members;
    const QJsonArray array = fields[part.fields.front()].toArray();
    for (const QJsonValue& each : array) {
        members.insert(each.toString());
    }
    return members;
}

} // namespace

TouchFields::TouchFields(const Touch& of)
    : touch(of)
    , before(touch.before ? fieldsOf(*touch.before) : QJsonObject())
    , after(touch.after ? fieldsOf(*touch.after) : QJsonObject())
    , afterText(touch.after ? QString::fromUtf8(recordToJson(*touch.after)) : QString())
{
}

PartValues::PartValues(const RecordPart& part, const CausalOrder& order)
    : m_part(part)
    , m_order(order)
{
}

bool PartValues::isClosedBy(Given& given, std::size_t edit, const std::optional<QString>& before, bool isAnswer) const
{
    if (!m_order.isKnownTo(given.edit, edit)) {
        return false;
    }
    if (isAnswer) {
        return true;
    }
    const auto isKnown = [&](std::size_t earlier) { return m_order.isKnownTo(earlier, edit); };
    if (std::ranges::any_of(given.replacing, isKnown)) {
        return false; // it was hidden already
    }
    given.replacing.push_back(edit);
    return given.value == before;
}

void PartValues::add(const TouchFields& fields)
{
    const Touch& touch = fields.touch;
    const bool isAnswer = touch.answered.contains(m_part.fields.front());
    if (!isAnswer && touch.before.has_value() == touch.after.has_value() && hasSame(m_part, fields.before, fields.after)) {
        return;
    }
    const std::optional<QString> before = valueIn(m_part, touch.before, fields.before);
    const std::optional<QString> after = valueIn(m_part, touch.after, fields.after);
    std::erase_if(m_open, [&](Given& given) { return isClosedBy(given, touch.edit, before, isAnswer); });
    if (after) {
        m_open.push_back({ touch.edit, *after, fields.afterText, {} });
    }
}

QStringList PartValues::standing() const
{
    QStringList values;
    for (const Given& given : m_open) {
        if (given.replacing.empty()) {
            values.append(given.value);
        }
    }
    return values;
}

QStringList PartValues::waiting(const std::optional<QString>& shown) const
{
    std::map<QString, QString> records; // by value: of those with one value the larger, for it has the later stamps
    for (const Given& given : m_open) {
        if (!given.replacing.empty() || given.value != shown) {
            QString& record = records[given.value];
            record = std::max(record, given.record);
        }
    }
    QStringList waiting;
    for (const auto& [value, record] : records) {
        waiting.append(record);
    }
    waiting.sort();
    return waiting;
}

PartMembers::PartMembers(const RecordPart& part, const CausalOrder& order)
    : m_part(part)
    , m_order(order)
{
}

void PartMembers::add(const TouchFields& fields)
{
    const std::size_t edit = fields.touch.edit;
    const std::set<QString> before = membersIn(m_part, fields.before);
    const std::set<QString> after = membersIn(m_part, fields.after);
    for (const QString& member : before) {
        std::vector<PutIn>& of = m_members[member];
        const auto isKnown = [&](const PutIn& put) { return m_order.isKnownTo(put.edit, edit); };
        if (!after.contains(member)) {
            for (PutIn& put : of) {
                put.isTakenOut = put.isTakenOut || isKnown(put);
            }
        } else if (std::ranges::none_of(of, isKnown)) { // from before the journal, or put in by an edit that was taken back since
            of.push_back({ edit });
        }
    }
    for (const QString& member : after) {
        if (!before.contains(member)) {
            m_members[member].push_back({ edit });
        }
    }
}

QString PartMembers::text() const
{
    QStringList members;
    for (const auto& [member, of] : m_members) {
        if (!std::ranges::all_of(of, &PutIn::isTakenOut)) {
            members.append(member);
        }
    }
    return QString::fromUtf8(
        QJsonDocument(QJsonObject { { m_part.fields.front(), QJsonArray::fromStringList(members) } }).toJson(QJsonDocument::Compact));
}

} // namespace waymark::domain
