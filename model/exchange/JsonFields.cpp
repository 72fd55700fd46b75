// SPDX-License-Identifier: GPL-3.0-or-later
#include <exchange/JsonFields.h>

#include <domain/CleanText.h>
#include <exchange/CleanText.h>
#include <exchange/IsoMoment.h>
#include <exchange/PlanLimits.h>
#include <exchange/StrictJson.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark::exchange {

using nlohmann::json;

JsonFields::JsonFields(const json& value, QString place, QString& fault)
    : m_value(value)
    , m_place(std::move(place))
    , m_fault(fault)
{
    if (!value.is_object() && m_fault.isEmpty()) {
        m_fault = u"%1 is not an object"_s.arg(m_place.isEmpty() ? u"the file"_s : m_place);
    }
}

QString JsonFields::placeOf(const char* key) const
{
    const QString name = QString::fromLatin1(key);
    return m_place.isEmpty() ? name : m_place + u'.' + name;
}

QString JsonFields::placeOf(const char* key, std::size_t index) const
{
    return placeOf(key) + u"[%1]"_s.arg(index);
}

void JsonFields::refuse(const char* key, const QString& why)
{
    if (m_fault.isEmpty()) {
        m_fault = placeOf(key) + u' ' + why;
    }
}

const json* JsonFields::find(const char* key, Need need)
{
    m_known.insert(QByteArray(key));
    if (m_value.is_object()) {
        if (const auto found = m_value.find(key); found != m_value.end()) {
            return &*found;
        }
    }
    if (need == Need::Required) {
        refuse(key, u"is missing"_s);
    }
    return nullptr;
}

const json* JsonFields::text(const char* key)
{
    const json* value = find(key, Need::Required);
    if (value != nullptr && !value->is_string()) {
        refuse(key, u"is not a text"_s);
        return nullptr;
    }
    return value;
}

bool JsonFields::has(const char* key) const
{
    const auto member = m_value.is_object() ? m_value.find(key) : m_value.end();
    return m_value.is_object() && member != m_value.end() && !member->is_null();
}

QString JsonFields::id(const char* key)
{
    const json* value = text(key);
    if (value == nullptr) {
        return {};
    }
    const auto& written = value->get_ref<const std::string&>();
    const bool isPlain = std::all_of(written.begin(), written.end(), [](char c) { return c > 0x20 && c < 0x7F; });
    if (written.empty() || written.size() > limits::planIdCharacters || !isPlain) {
        refuse(key, u"is not an id"_s);
        return {};
    }
    return QString::fromStdString(written);
}

QString JsonFields::line(const char* key)
{
    const json* value = text(key);
    return value == nullptr ? QString() : cleanLine(QString::fromStdString(value->get_ref<const std::string&>()));
}

QString JsonFields::body(const char* key, int longest)
{
    const json* value = text(key);
    if (value == nullptr) {
        return {};
    }
    const QString written = QString::fromStdString(value->get_ref<const std::string&>());
    if (written.size() > longest) {
        refuse(key, u"is longer than %1 characters"_s.arg(longest));
        return {};
    }
    return cleanBody(written);
}

QString JsonFields::word(const char* key, Need need)
{
    const json* value = find(key, need);
    if (value == nullptr || value->is_null()) {
        return {};
    }
    if (!value->is_string()) {
        refuse(key, u"is not a text"_s);
        return {};
    }
    return QString::fromStdString(value->get_ref<const std::string&>()).left(limits::planIdCharacters);
}

double JsonFields::number(const char* key, double least, double most)
{
    const json* value = find(key, Need::Required);
    if (value == nullptr) {
        return least;
    }
    const double number = value->is_number() ? value->get<double>() : -1;
    if (!value->is_number() || !(number >= least && number <= most)) {
        refuse(key, u"is not a number from %1 to %2"_s.arg(least).arg(most));
        return least;
    }
    return number;
}

bool JsonFields::flag(const char* key)
{
    const json* value = find(key, Need::Required);
    if (value != nullptr && !value->is_boolean()) {
        refuse(key, u"is not true or false"_s);
        return false;
    }
    return value != nullptr && value->get<bool>();
}

std::optional<qint64> JsonFields::moment(const char* key)
{
    const json* value = find(key, Need::Required);
    if (value == nullptr || value->is_null()) {
        return std::nullopt;
    }
    const std::optional<qint64> at
        = value->is_string() ? momentFrom(QString::fromStdString(value->get_ref<const std::string&>())) : std::nullopt;
    if (!at) {
        refuse(key, u"is not a UTC time such as 2026-11-21T09:12:33.000Z"_s);
    }
    return at;
}

qint64 JsonFields::requiredMoment(const char* key)
{
    const bool hadFault = !m_fault.isEmpty();
    const std::optional<qint64> at = moment(key);
    if (!at && !hadFault) {
        refuse(key, u"has no time"_s);
    }
    return at.value_or(0);
}

const json& JsonFields::array(const char* key)
{
    static const json none = json::array();
    const json* value = find(key, Need::Required);
    if (value != nullptr && !value->is_array()) {
        refuse(key, u"is not a list"_s);
        return none;
    }
    return value == nullptr ? none : *value;
}

const json* JsonFields::object(const char* key, Need need)
{
    const json* value = find(key, need);
    if (value == nullptr || value->is_null()) {
        return nullptr;
    }
    if (!value->is_object()) {
        refuse(key, u"is not an object"_s);
        return nullptr;
    }
    return value;
}

QByteArray JsonFields::raw(const char* key)
{
    const json* value = find(key, Need::Required);
    return value == nullptr ? QByteArray("null") : canonicalJson(*value);
}

ExtraFields JsonFields::rest() const
{
    ExtraFields extra;
    if (!m_value.is_object()) {
        return extra;
    }
    for (const auto& [key, value] : m_value.items()) {
        if (!m_known.contains(QByteArray::fromStdString(key))) {
            extra.insert(QString::fromStdString(key), canonicalJson(value));
        }
    }
    return extra;
}

QString cleanBody(const QString& text)
{
    static_assert(domain::marksPerBase == limits::marksPerBase);
    return domain::cleanText(text);
}

} // namespace waymark::exchange
