// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <exchange/CourseFault.h>
#include <exchange/CourseFiles.h>

#include <QStringList>

#include <vector>

namespace waymark::exchange {

/// A line of inventory.tsv or terms.tsv: words, and the skill that teaches them.
struct ListedWords
{
    QStringList names; ///< the words as listed, then their aliases
    QString home; ///< id of the skill
    int line = 0;
};

/// inventory.tsv: what the course promises to teach. Columns item, kind, home, aliases (joined by |).
[[nodiscard]] std::vector<ListedWords> readInventory(const CourseFiles& files, CourseFaults& faults);
/// terms.tsv: the words of the trade. Columns term, home, aliases.
[[nodiscard]] std::vector<ListedWords> readTerms(const CourseFiles& files, CourseFaults& faults);

} // namespace waymark::exchange
