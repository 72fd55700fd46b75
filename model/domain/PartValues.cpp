// SPDX-License-Identifier: GPL-3.0-or-later
#include <domain/PartValues.h>

#include <domain/MergeLimits.h>

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <set>
#include <tuple>

namespace waymark::domain {

namespace {

bool hasSame(const RecordPart& part, const QJsonObject& before, const QJsonObject& after)
{
    return std::ranges::all_of(part.fields, [&](const QString& field) { return before.value(field) == after.value(field); });
}

/// None where there is no record at all: that is another thing than a record without these fields.
std::optional<QString> valueIn(const RecordPart& part, const Record* record, const QJsonObject& fields)
{
    return record != nullptr ? std::optional(textOf(part, fields)) : std::nullopt;
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

bool isLater(const CausalOrder& order, std::size_t one, std::size_t other)
{
    const Edit& a = order.edits()[one]->edit;
    const Edit& b = order.edits()[other]->edit;
    return std::tie(a.at, a.id) > std::tie(b.at, b.id);
}

TouchFields::TouchFields(const Touch& of)
    : touch(of)
    , before(touch.before != nullptr ? fieldsOf(*touch.before) : QJsonObject())
    , after(touch.after != nullptr ? fieldsOf(*touch.after) : QJsonObject())
    , afterText(touch.after != nullptr ? QString::fromUtf8(recordToJson(*touch.after)) : QString())
{
}

PartValues::PartValues(const RecordPart& part, const CausalOrder& order)
    : m_part(part)
    , m_order(order)
{
}

/// Whether somebody who knew of the value wrote over it where it was shown, or answered.
bool PartValues::isClosedBy(Given& given, std::size_t edit, const std::optional<QString>& before, bool isAnswer) const
{
    if (!m_order.isKnownTo(given.edit, edit)) {
        return false;
    }
    const bool isHidden
        = !given.isShown || std::ranges::any_of(given.replacing, [&](std::size_t earlier) { return m_order.isKnownTo(earlier, edit); });
    if (!isHidden) {
        given.replacing.push_back(edit);
    }
    return isAnswer || (!isHidden && given.value == before);
}

/// Whether an edit that this one knows gave the value, and it stood when this one was made.
bool PartValues::isGivenTo(std::size_t edit, const QString& value) const
{
    const auto stood = [&](const Given& given) {
        return given.value == value && m_order.isKnownTo(given.edit, edit)
            && std::ranges::none_of(given.replacing, [&](std::size_t other) { return m_order.isKnownTo(other, edit); });
    };
    return std::ranges::any_of(m_open, stood) || std::ranges::any_of(m_closed, stood);
}

void PartValues::add(const TouchFields& fields)
{
    const Touch& touch = fields.touch;
    for (const QString& other : touch.waits.value(m_part.fields.front())) {
        const QString value = textOf(m_part, QJsonDocument::fromJson(other.toUtf8()).object());
        m_open.push_back({ touch.edit, value, other, {}, false });
    }
    if (!touch.isOfRecord) {
        return;
    }
    const std::optional<QString> before = valueIn(m_part, touch.before, fields.before);
    const std::optional<QString> after = valueIn(m_part, touch.after, fields.after);
    const bool isAnswer = touch.answered.contains(m_part.fields.front());
    const bool isSame = (touch.before == nullptr) == (touch.after == nullptr) && hasSame(m_part, fields.before, fields.after);
    // A recovery may have kept the value and not the edit that gave it; elsewhere that one may be taken back.
    const bool isLost = touch.isFound && after && !isGivenTo(touch.edit, *after);
    if (!isAnswer && isSame && !isLost) {
        return;
    }
    std::erase_if(m_open, [&](Given& given) {
        const bool isClosed = isClosedBy(given, touch.edit, before, isAnswer);
        if (isClosed) {
            m_closed.push_back(given);
        }
        return isClosed;
    });
    constexpr std::size_t remembered = 32; // beyond that a question too many may be asked, and nothing is lost
    if (m_closed.size() > remembered) {
        m_closed.pop_front();
    }
    if (after) {
        m_open.push_back({ touch.edit, *after, fields.afterText });
    }
}

bool PartValues::isTooWide() const
{
    return m_open.size() > limits::sideBySide;
}

std::vector<const PartValues::Given*> PartValues::standing() const
{
    std::vector<const Given*> standing;
    for (const Given& given : m_open) {
        if (given.isShown && given.replacing.empty()) {
            standing.push_back(&given);
        }
    }
    return standing;
}

QStringList PartValues::waiting(const std::optional<QString>& shown) const
{
    std::map<QString, const Given*> latest; // by value
    for (const Given& given : m_open) {
        if (!given.replacing.empty() || given.value != shown) {
            const Given*& last = latest[given.value];
            last = last == nullptr || isLater(m_order, given.edit, last->edit) ? &given : last;
        }
    }
    QStringList waiting;
    for (const auto& [value, given] : latest) {
        waiting.append(given->record);
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
