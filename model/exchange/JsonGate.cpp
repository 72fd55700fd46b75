// SPDX-License-Identifier: GPL-3.0-or-later
#include <exchange/JsonGate.h>

#include <exchange/CleanText.h>
#include <exchange/PlanLimits.h>

#include <iterator>

using namespace Qt::StringLiterals;

namespace waymark::exchange {

using domain::Error;
using domain::ErrorCode;
using nlohmann::json;

namespace {

/// The bytes of a file without the indentation of its lines, a third of a plan, on which the parser would spend as much as on the rest.
/// Nothing is lost: a line break can only stand between the parts of JSON; inside a text it is a fault.
class Unindented
{
public:
    using iterator_category = std::input_iterator_tag;
    using value_type = char;
    using difference_type = std::ptrdiff_t;
    using pointer = const char*;
    using reference = const char&;

    Unindented(const char* at, const char* end, std::size_t* skipped)
        : m_at(at)
        , m_end(end)
        , m_skipped(skipped)
    {
    }

    reference operator*() const { return *m_at; }
    Unindented& operator++()
    {
        if (*m_at++ == '\n') {
            const char* start = m_at;
            while (m_at != m_end && *m_at == ' ') {
                ++m_at;
            }
            *m_skipped += static_cast<std::size_t>(m_at - start);
        }
        return *this;
    }
    bool operator==(const Unindented& other) const { return m_at == other.m_at; }
    bool operator!=(const Unindented& other) const { return m_at != other.m_at; }

private:
    const char* m_at;
    const char* m_end;
    std::size_t* m_skipped; ///< bytes so far
};

} // namespace

JsonGate::JsonGate(ErrorCode invalid, QString subject)
    : m_invalid(invalid)
    , m_subject(std::move(subject))
{
}

domain::Result<void> JsonGate::read(QByteArrayView bytes)
{
    if (bytes.size() > limits::jsonBytes) {
        return domain::failure(ErrorCode::TooLarge, m_subject, u"more than %1 MiB"_s.arg(limits::jsonBytes / limits::mebibyte));
    }
    if (const qsizetype nul = bytes.indexOf('\0'); nul >= 0) { // the parser takes it for the end, whatever follows
        return domain::failure(m_invalid, m_subject, u"not JSON at byte %1: U+0000"_s.arg(nul + 1));
    }
    const char* end = bytes.data() + bytes.size();
    nlohmann::json_sax<json>* events = this;
    const bool isRead = json::sax_parse(Unindented(bytes.data(), end, &m_skipped), Unindented(end, end, &m_skipped), events);
    if (m_fault) {
        return tl::unexpected(*m_fault);
    }
    if (!isRead) {
        return domain::failure(m_invalid, m_subject, u"not JSON"_s);
    }
    return {};
}

bool JsonGate::refuse(const QString& detail, std::optional<ErrorCode> code)
{
    return refuse(Error { code.value_or(m_invalid), m_subject, detail });
}
bool JsonGate::refuse(Error error)
{
    m_fault = std::move(error);
    return false;
}

// Values

bool JsonGate::null()
{
    return plain(nullptr);
}
bool JsonGate::boolean(bool value)
{
    return plain(value);
}
bool JsonGate::number_integer(number_integer_t value)
{
    return plain(value);
}
bool JsonGate::number_unsigned(number_unsigned_t value)
{
    return plain(value);
}
bool JsonGate::number_float(number_float_t value, const string_t& /*written*/)
{
    return plain(value);
}

bool JsonGate::binary(binary_t& /*value*/)
{
    return refuse(u"holds binary data"_s);
}

bool JsonGate::plain(const json& value)
{
    if (!mayAddValue() || !onPlain(value)) {
        return false;
    }
    added();
    return true;
}

bool JsonGate::string(string_t& value)
{
    if (value.find('\0') != string_t::npos) {
        return refuse(u"%1 holds U+0000"_s.arg(place()));
    }
    if (!mayAddValue() || !onText(value)) {
        return false;
    }
    added();
    return true;
}

bool JsonGate::mayAddValue()
{
    return ++m_values <= limits::jsonValues
        || refuse(u"more than %1 values, at %2"_s.arg(limits::jsonValues).arg(place()), ErrorCode::TooLarge);
}

void JsonGate::added()
{
    if (!m_open.empty()) {
        ++m_open.back().count;
    }
}

// Containers

bool JsonGate::start_object(std::size_t /*size*/)
{
    return open(Container::Object);
}
bool JsonGate::start_array(std::size_t /*size*/)
{
    return open(Container::Array);
}
bool JsonGate::end_object()
{
    return close();
}
bool JsonGate::end_array()
{
    return close();
}

bool JsonGate::open(Container container)
{
    if (static_cast<int>(m_open.size()) == limits::jsonNesting) {
        return refuse(u"nested deeper than %1, at %2"_s.arg(limits::jsonNesting).arg(place()), ErrorCode::TooLarge);
    }
    if (++m_nodes > limits::jsonNodes) {
        return refuse(u"more than %1 objects and arrays, at %2"_s.arg(limits::jsonNodes).arg(place()), ErrorCode::TooLarge);
    }
    if (!onOpen(container)) {
        return false;
    }
    added();
    m_open.push_back({ container, 0, m_keyEnds.size() });
    return true;
}

bool JsonGate::close()
{
    if (!onClose()) {
        return false;
    }
    m_keyEnds.resize(m_open.back().firstKey);
    m_keyText.resize(m_keyEnds.empty() ? 0 : m_keyEnds.back());
    m_open.pop_back();
    return true;
}

// Keys

bool JsonGate::key(string_t& name)
{
    if (name.find('\0') != string_t::npos) {
        return refuse(u"a key in %1 holds U+0000"_s.arg(place()));
    }
    const bool isSecond = isRepeated(m_open.back(), name);
    const bool isOneTooMany = m_keyEnds.size() - m_open.back().firstKey == static_cast<std::size_t>(limits::jsonKeys);
    m_keyText += name;
    m_keyEnds.push_back(m_keyText.size());
    if (isSecond) {
        return refuse(u"%1 stands there twice"_s.arg(place()));
    }
    return !isOneTooMany || refuse(u"more than %1 keys in one object, at %2"_s.arg(limits::jsonKeys).arg(place()), ErrorCode::TooLarge);
}

bool JsonGate::isRepeated(Open& object, std::string_view name) const
{
    constexpr std::size_t few = 32;
    if (object.manyKeys) {
        return !object.manyKeys->emplace(name).second;
    }
    for (std::size_t i = object.firstKey; i < m_keyEnds.size(); ++i) {
        if (keyAt(i) == name) {
            return true;
        }
    }
    if (m_keyEnds.size() - object.firstKey >= few) {
        object.manyKeys = std::make_unique<std::set<std::string>>();
        for (std::size_t i = object.firstKey; i < m_keyEnds.size(); ++i) {
            object.manyKeys->emplace(keyAt(i));
        }
        object.manyKeys->emplace(name);
    }
    return false;
}

std::string_view JsonGate::keyAt(std::size_t index) const
{
    const std::size_t start = index == 0 ? 0 : m_keyEnds[index - 1];
    return std::string_view(m_keyText).substr(start, m_keyEnds[index] - start);
}

std::string_view JsonGate::key() const
{
    const bool isMember = !m_open.empty() && m_open.back().container == Container::Object && m_keyEnds.size() > m_open.back().firstKey;
    return isMember ? keyAt(m_keyEnds.size() - 1) : std::string_view();
}

// Faults

QString JsonGate::pathTo(std::size_t containers) const
{
    QString path;
    for (std::size_t i = 0; i < containers; ++i) {
        const bool isLast = i + 1 == m_open.size();
        if (m_open[i].container == Container::Array) {
            path += u"[%1]"_s.arg(isLast ? m_open[i].count : m_open[i].count - 1);
            continue;
        }
        const std::size_t keys = isLast ? m_keyEnds.size() : m_open[i + 1].firstKey;
        if (keys > m_open[i].firstKey) {
            const std::string_view name = keyAt(keys - 1);
            const QString written = QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
            path += (path.isEmpty() ? QString() : u"."_s) + escapedName(written).left(limits::lineCharacters);
        }
    }
    return path;
}

QString JsonGate::place() const
{
    const QString path = pathTo(m_open.size());
    return path.isEmpty() ? u"the file"_s : path;
}

QString JsonGate::placeOf(std::string_view member) const
{
    const QString path = m_open.size() < 2 ? QString() : pathTo(m_open.size() - 1);
    return (path.isEmpty() ? QString() : path + u'.') + QLatin1StringView(member.data(), static_cast<qsizetype>(member.size()));
}

bool JsonGate::parse_error(std::size_t position, const std::string& /*token*/, const nlohmann::detail::exception& exception)
{
    const bool isRange = exception.id == 406; // a number that no double holds
    return refuse(
        (isRange ? u"a number out of range at byte %1, in %2"_s : u"not JSON at byte %1, in %2"_s).arg(position + m_skipped).arg(place()));
}

} // namespace waymark::exchange
