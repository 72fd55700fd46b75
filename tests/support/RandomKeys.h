// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/Records.h>

#include <random>

namespace waymark::support {

/// Keys of every kind of record, few of each, so that they meet: the same seed gives the same keys.
class RandomKeys
{
public:
    explicit RandomKeys(quint64 seed);

    int below(int limit) { return static_cast<int>(m_engine() % static_cast<quint64>(limit)); }
    QString skillName() { return QStringLiteral("skill-%1").arg(below(5)); }

    domain::RecordKey key();

protected:
    QString itemName() { return QStringLiteral("item-%1").arg(below(3)); }
    QString anyId() { return QStringLiteral("id-%1").arg(below(3)); }
    QString anyEntry();
    QString anyHash() { return QStringLiteral("%1").arg(below(5), 64, 16, QChar(u'a')); }

private:
    std::mt19937_64 m_engine;
};

} // namespace waymark::support
