// SPDX-License-Identifier: GPL-3.0-or-later
#include <storage/WatchedSteps.h>

#include <sqlite3.h>

namespace waymark::storage {

WatchedSteps::WatchedSteps(const domain::ReadingWatch& watch)
    : m_watch(watch)
{
    m_sinceWord.start();
}

void WatchedSteps::say(int permille)
{
    m_permille = permille;
    m_sinceWord.start();
    if (m_watch.progress) {
        m_watch.progress(permille);
    }
}

void WatchedSteps::sayAgain()
{
    constexpr qint64 breath = 50; // milliseconds
    if (m_sinceWord.hasExpired(breath)) {
        say(m_permille);
    }
}

bool WatchedSteps::goesOn()
{
    sayAgain();
    return !isStopped();
}

void WatchedSteps::beginPart(int from, int to)
{
    m_from = from;
    m_to = to;
}

void WatchedSteps::reach(int permille)
{
    m_permille = m_from + permille * (m_to - m_from) / whole;
    sayAgain();
}

StatementWatch::StatementWatch(Connection& connection, WatchedSteps& steps)
    : m_handle(connection.handle())
{
    constexpr int often = 10'000; // steps of SQLite's machine: well under a millisecond
    const auto look = [](void* of) { return static_cast<WatchedSteps*>(of)->goesOn() ? 0 : 1; };
    sqlite3_progress_handler(m_handle, often, look, &steps);
}

StatementWatch::~StatementWatch()
{
    sqlite3_progress_handler(m_handle, 0, nullptr, nullptr);
}

} // namespace waymark::storage
