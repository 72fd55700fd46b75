// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/CourseStep.h>
#include <domain/EditionChange.h>

#include <QCoreApplication>
#include <QStringList>

#include <optional>

namespace waymark::ui {

/// What is said of a course before it takes the place of another one. Titles and ids come from strangers: what is given back is plain text.
class CourseWords
{
    Q_DECLARE_TR_FUNCTIONS(CourseWords)

public:
    /// What becomes of the skills of the installed course, a sentence for each kind, and where it is replaced whether undo brings it back,
    /// said before or after it. Empty where no course is installed, or this one is.
    [[nodiscard]] static QStringList ofChange(
        const domain::Course& installed, const domain::Course& next, std::optional<domain::Keeping> keeping);

private:
    [[nodiscard]] static QString ofKeeping(domain::Keeping keeping);
    [[nodiscard]] static QString named(QStringList names);
};

} // namespace waymark::ui
