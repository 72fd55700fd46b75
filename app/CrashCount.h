// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <session/CrashShelf.h>

#include <optional>

class QSettings;

namespace waymark::app {

/// Counts how often in a row the window has crashed soon after its start, over one QSettings. Only a report is a crash: who is killed or
/// loses power leaves none.
class CrashCount
{
public:
    static constexpr qint64 soon = 60'000; ///< milliseconds after the start
    static constexpr int enough = 2; ///< such crashes in a row make the next start a safe one

    /// Takes account of the reports that have come since the last time.
    CrashCount(QSettings& settings, const session::CrashShelf& shelf);

    /// The newest report that has come since; none where there is none.
    [[nodiscard]] const std::optional<session::CrashReport>& news() const { return m_news; }
    [[nodiscard]] bool wantsSafeMode() const;
    void endWell(); ///< the window was closed

private:
    QSettings& m_settings;
    std::optional<session::CrashReport> m_news;
};

} // namespace waymark::app
