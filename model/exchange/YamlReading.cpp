// SPDX-License-Identifier: GPL-3.0-or-later
#include <exchange/YamlReading.h>

#include <exchange/CleanText.h>
#include <exchange/LessonDocument.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark::exchange {

YamlMapReader::YamlMapReader(const YamlValue& map, QString what, CourseFaults& faults)
    : m_map(map)
    , m_what(std::move(what))
    , m_faults(faults)
{
}

void YamlMapReader::fault(int line, const char* rule, const QString& message, const QString& mend)
{
    m_faults.push_back({ QString(), line, QString::fromLatin1(rule), message, mend });
}

QString YamlMapReader::word(QLatin1StringView key, bool isRequired)
{
    const YamlValue* value = m_map.find(key);
    if (value != nullptr && value->kind == YamlValue::Kind::Scalar && !value->text.trimmed().isEmpty()) {
        return value->text.trimmed();
    }
    if (value != nullptr && value->kind != YamlValue::Kind::Null && value->kind != YamlValue::Kind::Scalar) {
        fault(value->line, "key-shape", u"\"%1\" of %2 must be one text."_s.arg(key, m_what), u"Write it as \"%1: text\"."_s.arg(key));
    } else if (isRequired) {
        fault(value != nullptr ? value->line : m_map.line, "key-missing", u"The key \"%1\" of %2 is missing."_s.arg(key, m_what),
            u"Add \"%1:\"."_s.arg(key));
    }
    return {};
}

QString YamlMapReader::line(QLatin1StringView key, bool isRequired)
{
    const QString text = word(key, isRequired);
    const QString line = cleanLine(text);
    if (isRequired && line.isEmpty() && !text.isEmpty()) {
        fault(lineOf(key), "key-shape", u"\"%1\" of %2 has no character that can be shown."_s.arg(key, m_what), u"Write it in letters."_s);
    }
    return line;
}

QString YamlMapReader::id(QLatin1StringView key)
{
    const QString text = word(key);
    if (text.isEmpty() || isId(text)) {
        return text;
    }
    fault(lineOf(key), "id-form", u"\"%1\" is not an id."_s.arg(cleanLine(text)), u"Use lower-case words joined by hyphens."_s);
    return {};
}

bool YamlMapReader::flag(QLatin1StringView key)
{
    const QString text = word(key, false);
    if (!text.isEmpty() && text != "true"_L1 && text != "false"_L1) {
        fault(lineOf(key), "word-unknown", u"\"%1\" of %2 is neither true nor false."_s.arg(key, m_what), u"Write true or false."_s);
    }
    return text == "true"_L1;
}

std::optional<double> YamlMapReader::number(QLatin1StringView key)
{
    const QString text = word(key);
    bool ok = false;
    const double value = text.toDouble(&ok);
    if (ok && qIsFinite(value)) {
        return value;
    }
    if (!text.isEmpty()) {
        fault(lineOf(key), "key-shape", u"\"%1\" of %2 is not a number."_s.arg(key, m_what), u"Write a number such as 6."_s);
    }
    return std::nullopt;
}

const std::vector<YamlValue>& YamlMapReader::list(QLatin1StringView key)
{
    static const std::vector<YamlValue> none;
    const YamlValue* value = m_map.find(key);
    if (value == nullptr || value->kind == YamlValue::Kind::Null) {
        return none;
    }
    if (value->kind != YamlValue::Kind::List) {
        fault(
            value->line, "key-shape", u"\"%1\" of %2 must be a list."_s.arg(key, m_what), u"Write one entry a line, each after \"- \"."_s);
        return none;
    }
    return value->items;
}

QStringList YamlMapReader::lines(QLatin1StringView key)
{
    QStringList texts;
    for (const YamlValue& item : list(key)) {
        if (item.kind == YamlValue::Kind::Scalar) {
            texts.push_back(cleanLine(item.text));
        } else {
            fault(item.line, "key-shape", u"An entry of \"%1\" is not a text."_s.arg(key), u"Put the text in quotes."_s);
        }
    }
    return texts;
}

std::vector<Reference> YamlMapReader::references(QLatin1StringView key)
{
    (void)list(key); // names a wrong shape
    const YamlValue* value = m_map.find(key);
    return value != nullptr ? referencesIn(*value) : std::vector<Reference> {};
}

int YamlMapReader::lineOf(QLatin1StringView key) const
{
    const YamlValue* value = m_map.find(key);
    return value != nullptr ? value->line : m_map.line;
}

void YamlMapReader::refuseUnknown(std::initializer_list<QLatin1StringView> known)
{
    for (const auto& [key, value] : m_map.entries) {
        const bool isKnown = std::any_of(known.begin(), known.end(), [&name = key.text](QLatin1StringView word) { return name == word; });
        if (!isKnown) {
            fault(key.line, "key-unknown", u"%1 does not know the key \"%2\"."_s.arg(m_what, cleanLine(key.text)),
                u"Remove it, or correct its spelling."_s);
        }
    }
}

std::vector<Reference> referencesIn(const YamlValue& list)
{
    std::vector<Reference> references;
    for (const YamlValue& item : list.items) {
        if (item.kind == YamlValue::Kind::Scalar && !item.text.isEmpty()) {
            references.push_back({ item.text, item.line });
        }
    }
    return references;
}

} // namespace waymark::exchange
