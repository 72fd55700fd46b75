// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "RandomKeys.h"

#include <domain/Progress.h>

namespace waymark::support {

/// Records of every kind: the same seed gives the same ones. They follow no rules of a course.
class RandomRecords : public RandomKeys
{
public:
    using RandomKeys::RandomKeys;

    domain::Record record(domain::RecordKind kind);

private:
    qint64 anyTime() { return 1'600'000'000'000 + below(1'000'000'000); }
    QString anyText();
    domain::CardState randomCard();
    domain::SignOff randomSignOff();
};

} // namespace waymark::support
