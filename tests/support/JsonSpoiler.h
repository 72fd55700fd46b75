// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/Result.h>

#include <nlohmann/json.hpp>

#include <QByteArray>
#include <QString>

namespace waymark::fixture {

using domain::ErrorCode;

/// A file from a stranger, with what has to become of it.
struct HostileFile
{
    const char* name = "";
    QByteArray bytes;
    ErrorCode code = ErrorCode::Io;
    QString words; ///< that the detail of the error holds
};

/// Makes files from a good one, which is JSON, by changing one place. What is replaced has to be there.
class JsonSpoiler
{
public:
    /// New keys go before the one named.
    JsonSpoiler(QByteArray good, QByteArray key)
        : m_good(std::move(good))
        , m_key(std::move(key))
    {
    }

    [[nodiscard]] const QByteArray& good() const { return m_good; }

    [[nodiscard]] QByteArray with(const QByteArray& from, const QByteArray& to) const
    {
        QByteArray changed = m_good;
        const qsizetype at = changed.indexOf(from);
        if (at < 0) {
            qFatal("the file does not hold %s", from.constData());
        }
        return changed.replace(at, from.size(), to);
    }
    [[nodiscard]] QByteArray withKey(const QByteArray& key) const { return with('"' + m_key + '"', key + ", \"" + m_key + '"'); }
    /// The value of a member, such as "/comments/0/kind", replaced by another.
    [[nodiscard]] QByteArray set(const char* pointer, const QByteArray& value) const
    {
        Json root = parsed();
        root.at(Json::json_pointer(pointer)) = Json::parse(value.cbegin(), value.cend());
        return dumped(root);
    }
    [[nodiscard]] QByteArray without(const char* pointer, const char* key) const
    {
        Json root = parsed();
        root.at(Json::json_pointer(pointer)).erase(key);
        return dumped(root);
    }
    /// A list in which the first entry stands `times`, each under another id where `id` is given.
    [[nodiscard]] QByteArray repeated(const char* pointer, int times, const char* id = nullptr) const
    {
        Json root = parsed();
        Json& list = root.at(Json::json_pointer(pointer));
        Json each = list.at(0);
        list = Json::array();
        for (int i = 0; i < times; ++i) {
            if (id != nullptr) {
                each[id] = "n-" + std::to_string(i);
            }
            list.push_back(each);
        }
        return dumped(root);
    }

private:
    using Json = nlohmann::ordered_json;

    [[nodiscard]] Json parsed() const { return Json::parse(m_good.cbegin(), m_good.cend()); }
    static QByteArray dumped(const Json& root) { return QByteArray::fromStdString(root.dump(1)); }

    const QByteArray m_good;
    const QByteArray m_key;
};

inline QByteArray quoted(const QByteArray& text)
{
    return '"' + text + '"';
}

} // namespace waymark::fixture
