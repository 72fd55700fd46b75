// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QMap>
#include <QString>

#include <algorithm>
#include <tuple>
#include <vector>

namespace waymark::learning {

/// A recall or an answer under its id, which is that of the edit that made it.
template <class T> struct Made
{
    const QString* id = nullptr;
    const T* record = nullptr;
    qint64 rank = 0; ///< in the order of making
};

template <class T> struct Line
{
    std::vector<Made<T>> records; ///< as they were made, as far as that is known
    bool isOrderKnown = false;
};

/// The records of one card or question as they were made.
template <class T> Line<T> lineOf(const QMap<QString, T>& records, const QHash<QString, qint64>& order)
{
    Line<T> line;
    line.records.reserve(static_cast<std::size_t>(records.size()));
    line.isOrderKnown = true;
    for (auto each = records.cbegin(); each != records.cend(); ++each) {
        const auto known = order.constFind(each.key());
        line.isOrderKnown = line.isOrderKnown && known != order.cend();
        line.records.push_back({ &each.key(), &*each, known == order.cend() ? 0 : *known });
    }
    std::sort(line.records.begin(), line.records.end(), [isKnown = line.isOrderKnown](const Made<T>& a, const Made<T>& b) {
        return isKnown ? a.rank < b.rank : std::tie(a.record->at, *a.id) < std::tie(b.record->at, *b.id);
    });
    return line;
}

} // namespace waymark::learning
