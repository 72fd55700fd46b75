// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QUrl>

namespace waymark::ui {

/// Links out of a lesson: http, https with a host, or mailto; everything else is text.
[[nodiscard]] bool isWebLink(const QString& target);

/// The skill that a link inside the course names ("skill:db-joins", "../db/db-joins.md"); empty for any other text.
[[nodiscard]] QString linkedSkill(const QString& target);

/// What may be an anchor at all.
[[nodiscard]] bool isOpenable(const QString& target);

/// What a person has to see of a link before it is opened.
struct LinkHost
{
    QString readable; ///< the host as people read it; of a mail address what follows the "@"
    QString ascii; ///< the same in punycode
    QString whole; ///< the whole address, everything outside ASCII escaped
};
[[nodiscard]] LinkHost hostOf(const QUrl& link);

} // namespace waymark::ui
