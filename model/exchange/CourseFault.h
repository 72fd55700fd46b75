// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <vector>

namespace waymark::exchange {

/// One fault of a course, for its author: where it is, which rule it breaks, what is wrong and how to mend it. Plain English, not
/// translated, as the format itself is English. `file` is the name inside the course; readers of one text leave it empty.
struct CourseFault
{
    QString file;
    int line = 0;
    QString rule;
    QString message;
    QString mend;

    bool operator==(const CourseFault&) const = default;
};

using CourseFaults = std::vector<CourseFault>;

} // namespace waymark::exchange
