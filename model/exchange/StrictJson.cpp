// SPDX-License-Identifier: GPL-3.0-or-later
#include <exchange/StrictJson.h>

#include <exchange/JsonGate.h>

#include <QCryptographicHash>

#include <algorithm>
#include <string>
#include <vector>

using namespace Qt::StringLiterals;

namespace waymark::exchange {

using domain::ErrorCode;
using nlohmann::json;

namespace {

/// Builds the value.
class Builder final : public JsonGate
{
public:
    Builder(ErrorCode invalid, QString subject, std::span<const ListLimit> lists)
        : JsonGate(invalid, std::move(subject))
        , m_lists(lists)
    {
    }

    [[nodiscard]] json takeRoot() { return std::move(m_root); }

private:
    bool onText(std::string& text) override { return mayAdd() && add(std::move(text)) != nullptr; }
    bool onPlain(const json& value) override { return mayAdd() && add(value) != nullptr; }
    bool onOpen(Container container) override
    {
        if (!mayAdd()) {
            return false;
        }
        if (m_open.size() == 1) {
            const auto named = [this](const ListLimit& list) { return list.key == key(); };
            m_list = std::ranges::find_if(m_lists, named);
        }
        m_open.push_back(add(container == Container::Array ? json::array() : json::object()));
        return true;
    }
    bool onClose() override
    {
        m_open.pop_back();
        return true;
    }

    bool mayAdd()
    {
        const bool isInList = m_open.size() == 2 && m_open.back()->is_array() && m_list != m_lists.end();
        if (!isInList || m_open.back()->size() < m_list->most) {
            return true;
        }
        const auto name = QLatin1StringView(m_list->key.data(), static_cast<qsizetype>(m_list->key.size()));
        return refuse(u"%1 holds more than %2 entries"_s.arg(name).arg(m_list->most), ErrorCode::TooLarge);
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
        json& member = parent[std::string(key())];
        member = std::move(value);
        return &member;
    }

    const std::span<const ListLimit> m_lists;
    std::span<const ListLimit>::iterator m_list = m_lists.end(); ///< of the member of the root that is open
    json m_root;
    std::vector<json*> m_open;
};

/// Looks for one member of the root and keeps nothing else.
class SchemaReader final : public JsonGate
{
public:
    SchemaReader()
        : JsonGate(ErrorCode::InvalidFile, {})
    {
    }

    [[nodiscard]] QString schema() const { return QString::fromStdString(m_schema); }

private:
    bool onText(std::string& text) override
    {
        if (m_depth == 1 && key() == "schema") {
            m_schema = std::move(text);
        }
        return true;
    }
    bool onPlain(const json&) override { return true; }
    bool onOpen(Container) override
    {
        ++m_depth;
        return true;
    }
    bool onClose() override
    {
        --m_depth;
        return true;
    }

    int m_depth = 0;
    std::string m_schema;
};

} // namespace

QString schemaOf(const QByteArray& bytes)
{
    SchemaReader reader;
    return reader.read(bytes) ? reader.schema() : QString();
}

domain::Result<json> readStrictJson(const QByteArray& bytes, ErrorCode invalid, const QString& subject, std::span<const ListLimit> lists)
{
    Builder builder(invalid, subject, lists);
    if (const domain::Result<void> passed = builder.read(bytes); !passed) {
        return tl::unexpected(passed.error());
    }
    return builder.takeRoot();
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
