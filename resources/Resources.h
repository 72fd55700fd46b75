// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace waymark::resources {

/// Makes the embedded files readable below ":/". Called once, before anything reads them.
void initialise();

/// The folder of the course that comes with the program.
[[nodiscard]] QString bundledCourse();

/// Another text for each other content of that folder, known without reading it.
[[nodiscard]] QString bundledEdition();

} // namespace waymark::resources
