// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "RichLibrary.h"

#include <QMap>
#include <QSet>
#include <QTest>

#include <functional>
#include <random>

namespace waymark::support {

/// A copy of a library, damaged, and what is known of the damage.
struct Damage
{
    QByteArray bytes;
    QByteArray log;
    QSet<int> pages; ///< that are not what they were
    bool mayBeHopeless = false; ///< so much is gone that a refusal is in order
};

/// By seed, so that each case is the same in every run.
using DamageRandom = std::mt19937_64;

/// A sort of damage, each time of its own.
using DamageMaker = std::function<Damage(const RichLibrary&, DamageRandom&)>;

inline constexpr int damageSeeds = 20; ///< of each sort

/// A row for each sort and seed.
inline void addDamageRows(const QMap<QByteArray, DamageMaker>& makers)
{
    QTest::addColumn<QByteArray>("sort");
    QTest::addColumn<int>("seed");
    for (auto maker = makers.cbegin(); maker != makers.cend(); ++maker) {
        for (int seed = 1; seed <= damageSeeds; ++seed) {
            QTest::addRow("%s %d", maker.key().constData(), seed) << maker.key() << seed;
        }
    }
}

inline int below(DamageRandom& random, qint64 limit)
{
    return static_cast<int>(random() % static_cast<quint64>(limit));
}

inline int anyPage(const RichLibrary& library, DamageRandom& random)
{
    return 1 + below(random, library.pages().count());
}

inline int pick(const std::vector<int>& pages, DamageRandom& random)
{
    return pages.at(random() % pages.size());
}

inline Damage copyOf(const RichLibrary& library)
{
    return { library.bytes(), library.log(), {}, false };
}

inline void fill(Damage& damage, int page, char with)
{
    constexpr int pageSize = LibraryPages::pageSize;
    damage.bytes.replace(qsizetype { page - 1 } * pageSize, pageSize, QByteArray(pageSize, with));
    damage.pages.insert(page);
}

} // namespace waymark::support
