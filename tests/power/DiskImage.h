// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Disk.h"

#include <map>
#include <random>
#include <set>

namespace waymark::power {

/// What a disk may hold if the power goes after some of the events of a trace. The rules, each at least as hard as the file systems that
/// Waymark is used on:
///  - What was written before the last sync of a file is there.
///  - Of each sector (512 bytes, aligned) of what was written since, any one of its versions may be there, each sector by itself: so a
///    write may be torn, and a later one there without an earlier one. A sector is never torn in itself and its neighbours stay.
///  - The size of a file is what it was at any one moment since its last sync. What is missing of its bytes is zero.
///  - Names (new, renamed, removed; of files and folders) are durable when their folder has been synced, and not before: a sync of the
///    file itself does not help. Of those since, either the first few are there, as with a journal, or any of them.
///  - A rename is there or not, never half; a name that replaces another never leaves none.
class DiskImage
{
public:
    explicit DiskImage(const DiskTrace& trace);

    void take(const DiskEvent& event);

    /// Which of what is not durable survives.
    enum class Luck { Nothing, Everything, InOrder, Any };

    /// Puts what is left into an empty folder. The same seed leaves the same.
    void lay(const QString& folder, Luck luck, quint64 seed) const;

private:
    using Random = std::mt19937_64;
    using Names = std::map<QByteArray, int>;

    struct File
    {
        QByteArray durable;
        QByteArray present; ///< as the program reads it
        std::vector<DiskEvent> pending; ///< Write and Truncate since the last sync
    };

    [[nodiscard]] static QByteArray bytesOf(const File& file, Luck luck, Random& random);
    [[nodiscard]] std::vector<DiskEvent> survivingNames(Luck luck, Random& random) const;
    static void takeName(const DiskEvent& event, Names& names, std::set<QByteArray>& folders);

    std::vector<File> m_files;
    Names m_names; ///< durable
    std::set<QByteArray> m_folders; ///< durable
    std::vector<DiskEvent> m_pendingNames;
};

} // namespace waymark::power
