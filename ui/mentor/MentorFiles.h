// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace waymark::ui {

/// Where a person's own files of the round trip lie. The composition knows; the screens are told.
struct MentorFiles
{
    QString key; ///< with which reviews are signed; it need not exist
    QString drafts; ///< the folder of answers that are being written; it need not exist
};

} // namespace waymark::ui
