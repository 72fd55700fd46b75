// SPDX-License-Identifier: GPL-3.0-or-later
#include <exchange/StrictJson.h>

#include <exchange/CleanText.h>
#include <exchange/PlanLimits.h>

#include <QCryptographicHash>

#include <optional>
#include <vector>

using namespace Qt::StringLiterals;

namespace waymark::exchange {

using domain::Error;
using domain::ErrorCode;
using nlohmann::json;

namespace {

/// Builds the value and asks the limits of every event, so that memory is bounded by the limits and not by the file.
class StrictHandler final : public nlohmann::json_sax<json>
{
public:
    StrictHandler(ErrorCode invalid, QString subject)
        : m_invalid(invalid)
        , m_subject(std::move(subject))
    {
    }

    [[nodiscard]] const std::optional<Error>& fault() const { return m_fault; }
    [[nodiscard]] json takeRoot() { return std::move(m_root); }

    bool null() override { return scalar(nullptr); }
    bool boolean(bool value) override { return scalar(value); }
    bool number_integer(number_integer_t value) override { return scalar(value); }
    bool number_unsigned(number_unsigned_t value) override { return scalar(value); }
    bool number_float(number_float_t value, const string_t& /*written*/) override { return scalar(value); }
    bool binary(binary_t& /*value*/) override { return refuse(u"holds binary data"_s); }

    bool string(string_t& value) override
    {
        if (value.find('\0') != string_t::npos) {
            return refuse(u"%1 holds U+0000"_s.arg(place()));
        }
        return scalar(std::move(value));
    }

    bool key(string_t& name) override
    {
        if (name.find('\0') != string_t::npos) {
            return refuse(u"a key in %1 holds U+0000"_s.arg(place()));
        }
        json& object = *m_open.back();
        if (object.contains(name)) {
            m_key = name;
            return refuse(u"%1 stands there twice"_s.arg(place()));
        }
        if (static_cast<int>(object.size()) == limits::jsonKeys) {
            return refuse(u"more than %1 keys in one object, at %2"_s.arg(limits::jsonKeys).arg(place()), ErrorCode::TooLarge);
        }
        m_key = std::move(name);
        return true;
    }

    bool start_object(std::size_t /*size*/) override { return open(json::object()); }
    bool start_array(std::size_t /*size*/) override { return open(json::array()); }
    bool end_object() override { return close(); }
    bool end_array() override { return close(); }

    bool parse_error(std::size_t position, const std::string& /*token*/, const nlohmann::detail::exception& exception) override
    {
        const bool isRange = exception.id == 406; // a number that no double holds
        return refuse(
            (isRange ? u"a number out of range at byte %1, in %2"_s : u"not JSON at byte %1, in %2"_s).arg(position).arg(place()));
    }

private:
    bool refuse(const QString& detail, std::optional<ErrorCode> code = std::nullopt)
    {
        m_fault = Error { code.value_or(m_invalid), m_subject, detail };
        return false;
    }

    bool scalar(json value)
    {
        if (++m_values > limits::jsonValues) {
            return refuse(u"more than %1 values, at %2"_s.arg(limits::jsonValues).arg(place()), ErrorCode::TooLarge);
        }
        add(std::move(value));
        return true;
    }

    bool open(json container)
    {
        if (static_cast<int>(m_open.size()) == limits::jsonNesting) {
            return refuse(u"nested deeper than %1, at %2"_s.arg(limits::jsonNesting).arg(place()), ErrorCode::TooLarge);
        }
        if (++m_nodes > limits::jsonNodes) {
            return refuse(u"more than %1 objects and arrays, at %2"_s.arg(limits::jsonNodes).arg(place()), ErrorCode::TooLarge);
        }
        json* added = add(std::move(container));
        m_names.push_back(std::move(m_key));
        m_key.clear();
        m_open.push_back(added);
        return true;
    }

    bool close()
    {
        m_open.pop_back();
        m_key = std::move(m_names.back());
        m_names.pop_back();
        return true;
    }

    json* add(json value)
    {
        if (m_open.empty()) {
            m_root = std::move(value);
            return &m_root;
        }
        json& parent = *m_open.back();
        if (parent.is_array()) {
            parent.push_back(std::move(value));
            return &parent.back();
        }
        json& member = parent[m_key];
        member = std::move(value);
        return &member;
    }

    /// Where the reader stands: each open container gives the key or the index of the next one.
    [[nodiscard]] QString place() const
    {
        QString path;
        for (std::size_t i = 0; i < m_open.size(); ++i) {
            if (m_open[i]->is_array()) {
                const auto last = i + 1 < m_open.size() ? m_open[i]->size() - 1 : m_open[i]->size();
                path += u"[%1]"_s.arg(last);
                continue;
            }
            const std::string& name = i + 1 < m_open.size() ? m_names[i + 1] : m_key;
            const QString key = escapedName(QString::fromStdString(name)).left(limits::lineCharacters);
            path += (path.isEmpty() ? QString() : u"."_s) + key;
        }
        return path.isEmpty() ? u"the file"_s : path;
    }

    const ErrorCode m_invalid;
    const QString m_subject;
    json m_root;
    std::vector<json*> m_open;
    std::vector<std::string> m_names; ///< the key under which each open container stands in its parent
    std::string m_key;
    int m_values = 0;
    int m_nodes = 0;
    std::optional<Error> m_fault;
};

} // namespace

domain::Result<json> readStrictJson(const QByteArray& bytes, ErrorCode invalid, const QString& subject)
{
    if (bytes.size() > limits::jsonBytes) {
        return domain::failure(ErrorCode::TooLarge, subject, u"more than %1 MiB"_s.arg(limits::jsonBytes / limits::mebibyte));
    }
    StrictHandler handler(invalid, subject);
    const bool isRead = json::sax_parse(bytes.cbegin(), bytes.cend(), &handler);
    if (handler.fault()) {
        return tl::unexpected(*handler.fault());
    }
    if (!isRead) {
        return domain::failure(invalid, subject, u"not JSON"_s);
    }
    return handler.takeRoot();
}

QByteArray canonicalJson(const json& value)
{
    return QByteArray::fromStdString(value.dump(-1, ' ', false, json::error_handler_t::replace));
}

QString contentRevision(json object)
{
    for (const char* outside : { "revision", "parent", "created" }) {
        object.erase(outside);
    }
    return QString::fromLatin1(QCryptographicHash::hash(canonicalJson(object), QCryptographicHash::Sha256).toHex());
}

} // namespace waymark::exchange
