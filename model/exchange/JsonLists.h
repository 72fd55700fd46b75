// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <exchange/JsonReading.h>

#include <functional>
#include <vector>

namespace waymark::exchange {

/// The objects of a list, each read by `read(value, place)`. Stops at the first fault of the file.
template <class Read> [[nodiscard]] auto readList(JsonFields& fields, const char* key, const Read& read)
{
    const nlohmann::json& array = fields.array(key);
    std::vector<std::invoke_result_t<Read, const nlohmann::json&, const QString&>> values;
    values.reserve(array.size());
    for (std::size_t i = 0; i < array.size() && fields.fault().isEmpty(); ++i) {
        values.push_back(read(array[i], fields.placeOf(key, i)));
    }
    return values;
}

/// The same where `idOf` tells the objects apart, which stands as `id` in each: one that stands twice is a fault.
template <class T, class Read>
[[nodiscard]] std::vector<T> readList(JsonFields& fields, const char* key, const char* id, QString T::*idOf, const Read& read)
{
    UniqueIds uniques;
    std::size_t index = 0;
    return readList(fields, key, [&](const nlohmann::json& value, const QString& place) {
        T made = read(value, place);
        JsonFields at(value, place, fields.fault());
        uniques.add(at, id, made.*idOf, index++);
        return made;
    });
}

} // namespace waymark::exchange
