// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "DiskImage.h"
#include "Story.h"

#include <FolderState.h>

#include <QTemporaryDir>

#include <algorithm>

namespace waymark::power {

[[nodiscard]] inline int numberFrom(const char* variable, int usual)
{
    bool isNumber = false;
    const int number = qEnvironmentVariableIntValue(variable, &isNumber);
    return isNumber ? number : usual;
}

/// What came of cutting the power in one story.
struct Cuts
{
    int events = 0;
    int points = 0;
    int cuts = 0;
    int oneMore = 0;
    int lost = 0;
    int damaged = 0;
    QString first; ///< the first of those that are lost or damaged
    bool isTraceWhole = false;
};

/// Shared memory and locks are of the running program.
[[nodiscard]] inline QMap<QString, QByteArray> lasting(QMap<QString, QByteArray> files)
{
    files.removeIf(
        [](const auto& file) { return file.key().endsWith(QLatin1String("-shm")) || file.key().endsWith(QLatin1String(".lock")); });
    return files;
}

/// All of the events, all of it on disk: that must be the folder as it is, else a change has passed the trace by.
[[nodiscard]] inline bool isWhole(const DiskTrace& trace, const QString& live, const QString& folder)
{
    DiskImage image(trace);
    std::for_each(trace.events().begin(), trace.events().end(), [&image](const DiskEvent& event) { image.take(event); });
    image.lay(folder, DiskImage::Luck::Everything, 1);
    return lasting(support::folderState(folder)) == lasting(support::folderState(live));
}

/// The power goes after the events `points`, `seeds` times each with other luck.
class PowerCut
{
public:
    PowerCut(Story& story, int points, int seeds)
        : m_story(story)
        , m_seeds(seeds)
    {
        m_story.prepare(m_live.path());
        DiskTrace trace(m_live.path());
        m_story.run(m_live.path(), trace);
        trace.stop();
        const QuickDisk quick(m_home.path());
        m_cuts.isTraceWhole = isWhole(trace, m_live.path(), freshFolder());
        cutAll(trace, points);
    }

    [[nodiscard]] const Cuts& cuts() const { return m_cuts; }

private:
    QString freshFolder()
    {
        const QString folder = m_home.filePath(QStringLiteral("after"));
        QDir(folder).removeRecursively();
        QDir().mkpath(folder);
        return folder;
    }

    void cutAll(const DiskTrace& trace, int points)
    {
        const int all = static_cast<int>(trace.events().size()) + 1;
        m_cuts.events = all - 1;
        DiskImage image(trace);
        int said = 0;
        for (int point = 1; point < all; ++point) {
            const DiskEvent& event = trace.events()[static_cast<std::size_t>(point - 1)];
            image.take(event);
            said += event.kind == DiskEvent::Kind::Said ? 1 : 0;
            // Evenly over the story, with its end; and where names change each, with more luck, for a name is lost or not at once.
            const bool isName
                = (event.kind == DiskEvent::Kind::Rename || event.kind == DiskEvent::Kind::Remove) && !event.path.endsWith(".lock");
            const bool isChosen = all <= points || point == all - 1 || point * points / all != (point - 1) * points / all;
            if (isChosen || isName) {
                ++m_cuts.points;
                cutAt(image, point, said, isName ? std::max(2 * m_seeds, 24) : m_seeds);
            }
        }
    }

    void cutAt(const DiskImage& image, int point, int said, int seeds)
    {
        for (int seed = 0; seed < seeds; ++seed) {
            const int turn = m_turn++ % 8;
            const DiskImage::Luck luck = turn == 0 ? DiskImage::Luck::Nothing
                : turn == 1                        ? DiskImage::Luck::Everything
                : turn % 2 == 0                    ? DiskImage::Luck::InOrder
                                                   : DiskImage::Luck::Any;
            const QString folder = freshFolder();
            image.lay(folder, luck, static_cast<quint64>(point) * 1000 + static_cast<quint64>(seed));
            count(
                m_story.judge(folder, said), QStringLiteral("event %1, seed %2, luck %3").arg(point).arg(seed).arg(static_cast<int>(luck)));
        }
    }

    void count(const Verdict& verdict, const QString& where)
    {
        ++m_cuts.cuts;
        m_cuts.oneMore += verdict.kind == Verdict::Kind::OneMore ? 1 : 0;
        m_cuts.lost += verdict.kind == Verdict::Kind::Lost ? 1 : 0;
        m_cuts.damaged += verdict.kind == Verdict::Kind::Damaged ? 1 : 0;
        const bool isBad = verdict.kind == Verdict::Kind::Lost || verdict.kind == Verdict::Kind::Damaged;
        if (isBad && m_cuts.first.isEmpty()) {
            m_cuts.first = where + QStringLiteral(": ") + verdict.why;
        }
    }

    Story& m_story;
    int m_seeds;
    QTemporaryDir m_live { quickFolder() };
    QTemporaryDir m_home { quickFolder() };
    Cuts m_cuts;
    int m_turn = 0;
};

} // namespace waymark::power
