// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <exchange/ReviewWriter.h>

#include <ReviewFixture.h>

#include <nlohmann/json.hpp>

namespace waymark::fixture {

/// A review from a stranger, with what has to become of it.
struct HostileReview
{
    const char* name = "";
    QByteArray bytes;
    ErrorCode code = ErrorCode::InvalidReview;
    QString words; ///< that the detail of the error holds
};

/// Makes reviews from a good one by changing one place. What is replaced has to be there.
class ReviewSpoiler
{
public:
    explicit ReviewSpoiler(const exchange::ReviewDocument& good)
        : m_good(exchange::reviewToJson(good))
    {
    }

    [[nodiscard]] const QByteArray& good() const { return m_good; }

    [[nodiscard]] QByteArray with(const QByteArray& from, const QByteArray& to) const
    {
        QByteArray changed = m_good;
        const qsizetype at = changed.indexOf(from);
        if (at < 0) {
            qFatal("the review does not hold %s", from.constData());
        }
        return changed.replace(at, from.size(), to);
    }
    [[nodiscard]] QByteArray withKey(const QByteArray& key) const { return with("\"created\"", key + ", \"created\""); }
    /// The value of a member, such as "/comments/0/kind", replaced by another.
    [[nodiscard]] QByteArray set(const char* pointer, const QByteArray& value) const
    {
        using Json = nlohmann::ordered_json;
        Json root = Json::parse(m_good.cbegin(), m_good.cend());
        root.at(Json::json_pointer(pointer)) = Json::parse(value.cbegin(), value.cend());
        return dumped(root);
    }
    [[nodiscard]] QByteArray without(const char* pointer, const char* key) const
    {
        using Json = nlohmann::ordered_json;
        Json root = Json::parse(m_good.cbegin(), m_good.cend());
        root.at(Json::json_pointer(pointer)).erase(key);
        return dumped(root);
    }
    /// A list in which the first entry stands `times`, each under another id where `id` is given.
    [[nodiscard]] QByteArray repeated(const char* pointer, int times, const char* id = nullptr) const
    {
        using Json = nlohmann::ordered_json;
        Json root = Json::parse(m_good.cbegin(), m_good.cend());
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
    static QByteArray dumped(const nlohmann::ordered_json& root) { return QByteArray::fromStdString(root.dump(1)); }

    QByteArray m_good;
};

inline QByteArray quoted(const QByteArray& text)
{
    return '"' + text + '"';
}

} // namespace waymark::fixture
