// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace waymark::domain {
struct Error;
}

namespace waymark::session {
class Workspace;
}

namespace waymark::ui {

/// The sentences about a library in which nothing can be changed, translated.
class ReadOnlyWords
{
    Q_DECLARE_TR_FUNCTIONS(ReadOnlyWords)

public:
    /// Why nothing can be changed; empty where it can.
    [[nodiscard]] static QString obstacle(const session::Workspace& workspace);
    /// The same, but of a library that was opened read-only `opened` says it, for the place where it is said.
    [[nodiscard]] static QString obstacle(const session::Workspace& workspace, const QString& opened);
    [[nodiscard]] static QString behind(); ///< of one that could not be read again
    /// Of a change that is stored and could not be read again, for this reason; never that nothing was changed.
    [[nodiscard]] static QString unread(const domain::Error& reading);

private:
    [[nodiscard]] static QString reasonOf(const domain::Error& reading);
};

} // namespace waymark::ui
