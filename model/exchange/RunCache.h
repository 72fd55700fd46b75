// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <exchange/CodeRuns.h>

namespace waymark::exchange {

/// Remembers between checks which runs did what their fence says, by a hash of all that the verdict depends on. Faults are never
/// remembered. Holds one empty file for each good run; a folder that cannot be written is no error, only no help.
class RunCache
{
public:
    /// An empty folder remembers nothing.
    explicit RunCache(QString folder);

    [[nodiscard]] static QString keyOf(const CodeRun& run, const QString& toolVersion);
    [[nodiscard]] bool holds(const QString& key) const;
    void add(const QString& key) const;

private:
    QString m_folder;
};

} // namespace waymark::exchange
