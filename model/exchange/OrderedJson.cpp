// SPDX-License-Identifier: GPL-3.0-or-later
#include <exchange/OrderedJson.h>

#include <algorithm>
#include <unordered_map>
#include <vector>

namespace waymark::exchange {

using nlohmann::json;

namespace {

class Writing
{
public:
    explicit Writing(std::span<const std::string_view> order)
    {
        for (const std::string_view key : order) {
            m_places.emplace(key, m_places.size());
        }
    }

    [[nodiscard]] std::string takeText() { return std::move(m_text); }

    void write(const json& value, std::size_t depth)
    {
        if (value.empty() || !value.is_structured()) {
            m_text += value.dump(-1, ' ', false, json::error_handler_t::replace);
        } else if (value.is_array()) {
            writeArray(value, depth + 1);
        } else {
            writeObject(value, depth + 1);
        }
    }

private:
    void writeArray(const json& array, std::size_t depth)
    {
        for (std::size_t i = 0; i < array.size(); ++i) {
            m_text += i == 0 ? '[' : ',';
            startLine(depth);
            write(array[i], depth);
        }
        startLine(depth - 1);
        m_text += ']';
    }

    void writeObject(const json& object, std::size_t depth)
    {
        char before = '{';
        for (const auto& [place, member] : inOrder(object)) {
            m_text += before;
            startLine(depth);
            m_text += json(member.key()).dump(-1, ' ', false, json::error_handler_t::replace) + ": ";
            write(member.value(), depth);
            before = ',';
        }
        startLine(depth - 1);
        m_text += '}';
    }

    [[nodiscard]] std::vector<std::pair<std::size_t, json::const_iterator>> inOrder(const json& object) const
    {
        std::vector<std::pair<std::size_t, json::const_iterator>> members;
        for (auto member = object.cbegin(); member != object.cend(); ++member) { // by name
            const auto known = m_places.find(member.key());
            members.emplace_back(known == m_places.end() ? m_places.size() : known->second, member);
        }
        std::stable_sort(members.begin(), members.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
        return members;
    }

    void startLine(std::size_t depth)
    {
        m_text += '\n';
        m_text.append(2 * depth, ' ');
    }

    std::unordered_map<std::string_view, std::size_t> m_places;
    std::string m_text;
};

} // namespace

QByteArray jsonInOrder(const json& value, std::span<const std::string_view> order)
{
    Writing writing(order);
    writing.write(value, 0);
    return QByteArray::fromStdString(writing.takeText()) + '\n';
}

} // namespace waymark::exchange
