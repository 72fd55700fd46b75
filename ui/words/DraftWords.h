// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace waymark::ui {

/// What an editor says of a text that was written before and is not saved.
class DraftWords
{
    Q_DECLARE_TR_FUNCTIONS(DraftWords)

public:
    [[nodiscard]] static QString left(); ///< that it was not saved
    [[nodiscard]] static QString replacing(const QString& present); ///< the same, and what saving it replaces by now
    [[nodiscard]] static QString ofGone(); ///< what it was to change is not there any more
};

} // namespace waymark::ui
