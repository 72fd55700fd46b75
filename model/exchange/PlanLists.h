// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <exchange/JsonReading.h>

#include <vector>

namespace waymark::exchange {

/// The objects of a list, each read by `read(value, place)`. Stops at the first fault; an id that stands twice is one. Without an `id`
/// nothing is compared.
template <class T, class Read>
[[nodiscard]] std::vector<T> readList(
    JsonFields& fields, QString& fault, const char* key, const char* id, QString T::*idOf, const Read& read)
{
    std::vector<T> values;
    const nlohmann::json& array = fields.array(key);
    values.reserve(array.size());
    UniqueIds uniques;
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
