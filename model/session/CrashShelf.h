// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/Result.h>

#include <QString>

#include <vector>

namespace waymark::session {

/// A report that a crash has left, as its own head has it.
struct CrashReport
{
    QString path;
    qint64 startedAt = 0; ///< UTC milliseconds
    qint64 endedAt = 0; ///< the same; when the file was written where the report breaks off before it
    bool ofWindow = false; ///< of the window; else of a verb

    [[nodiscard]] qint64 ran() const { return endedAt - startedAt; } ///< milliseconds
};

/// The folder in which reports of crashes lie, at most `most`. It need not exist.
class CrashShelf
{
public:
    static constexpr std::size_t most = 5;

    explicit CrashShelf(QString folder)
        : m_folder(std::move(folder))
    {
    }

    /// The folder of this person: "waymark" in XDG_STATE_HOME, else in ~/.local/state.
    [[nodiscard]] static QString defaultFolder();

    [[nodiscard]] QString pathOf(const QString& name) const; ///< of a report that is yet to be
    [[nodiscard]] std::vector<CrashReport> reports() const; ///< newest first
    [[nodiscard]] QString nextToGo() const; ///< the oldest where there is no room for another; else empty
    void thin() const; ///< the oldest beyond `most` go
    /// The text of a report. FileMissing, TooLarge, Io.
    [[nodiscard]] static domain::Result<QString> text(const CrashReport& report);
    /// FileMissing where it is gone already; ReadOnly.
    [[nodiscard]] static domain::Result<void> remove(const CrashReport& report);

private:
    QString m_folder;
};

} // namespace waymark::session
