// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <storage/Connection.h>

#include <domain/BackupShelf.h>

#include <QElapsedTimer>

namespace waymark::storage {

/// How far long work is, for whoever watches it.
class WatchedSteps
{
public:
    static constexpr int whole = 1000; ///< thousandths of the work

    /// The watch must outlive this.
    explicit WatchedSteps(const domain::ReadingWatch& watch);

    void say(int permille);
    void sayAgain(); ///< the same, where the last word was a while ago
    void beginPart(int from, int to); ///< what is reached from now on is a part of the work, from one of its thousandths to another
    void reach(int permille); ///< of the part; says it where the last word was a while ago
    [[nodiscard]] bool goesOn(); ///< between two pieces of work: says that it does, and asks whether it is to
    [[nodiscard]] bool isStopped() const { return m_watch.stop.stop_requested(); }
    [[nodiscard]] const std::stop_token& stop() const { return m_watch.stop; }

private:
    const domain::ReadingWatch& m_watch;
    QElapsedTimer m_sinceWord;
    int m_permille = 0;
    int m_from = 0; ///< of the part
    int m_to = whole;
};

/// While it lives every statement on a connection ends soon after the work is told to, and says meanwhile that it goes on.
class StatementWatch
{
public:
    /// The steps must outlive this, and this must not outlive the connection.
    StatementWatch(Connection& connection, WatchedSteps& steps);
    ~StatementWatch();
    Q_DISABLE_COPY_MOVE(StatementWatch)

private:
    sqlite3* m_handle;
};

} // namespace waymark::storage
