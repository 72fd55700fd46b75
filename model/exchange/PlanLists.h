// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <exchange/JsonFields.h>

#include <QHash>

#include <vector>

namespace waymark::exchange {

/// Refuses an id that stands in its list a second time, and names both places.
class Uniques
{
public:
    void add(JsonFields& fields, const char* key, const QString& id, std::size_t index)
    {
        if (const auto first = m_first.constFind(id); first != m_first.cend() && !id.isEmpty()) {
            fields.refuse(key, QStringLiteral("is \"%1\", as in [%2]").arg(id.left(80)).arg(*first));
            return;
        }
        m_first.insert(id, index);
    }

private:
    QHash<QString, std::size_t> m_first;
};

/// The objects of a list, each read by `read(value, place)`. Stops at the first fault; an id that stands twice is one. Without an `id`
/// nothing is compared.
template <class T, class Read>
[[nodiscard]] std::vector<T> readList(
    JsonFields& fields, QString& fault, const char* key, const char* id, QString T::*idOf, const Read& read)
{
    std::vector<T> values;
    const nlohmann::json& array = fields.array(key);
    values.reserve(array.size());
    Uniques uniques;
    for (std::size_t i = 0; i < array.size() && fault.isEmpty(); ++i) {
        const QString place = fields.placeOf(key, i);
        values.push_back(read(array[i], place));
        if (idOf != nullptr) {
            JsonFields at(array[i], place, fault);
            uniques.add(at, id, values.back().*idOf, i);
        }
    }
    return values;
}

} // namespace waymark::exchange
