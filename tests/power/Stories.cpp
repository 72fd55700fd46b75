// SPDX-License-Identifier: GPL-3.0-or-later
#include "Story.h"

#include "StorySteps.h"

#include <CommandStream.h>
#include <CourseEditions.h>
#include <MemoryStore.h>

#include <storage/Connection.h>
#include <storage/OpenLadder.h>
#include <storage/SqliteStore.h>

#include <QFile>

#include <algorithm>
#include <functional>
#include <utility>

#include <sqlite3.h>

using namespace Qt::StringLiterals;

namespace waymark::power {

using Kind = Verdict::Kind;
using storage::Connection;
using storage::SqliteStore;

namespace {

domain::CourseContent course(int edition)
{
    domain::CourseContent content = support::sampleCourse();
    content.hash = u"edition %1"_s.arg(edition);
    content.assets.push_back({ u"images/large.png"_s, QByteArray(200'000, static_cast<char>('a' + edition)) });
    return content;
}

/// The connection that was opened last, by whomever, of those to a file. SQLite tells of each.
sqlite3* lastConnection = nullptr;
int noteConnection(sqlite3* connection, const char**, const sqlite3_api_routines*)
{
    const char* const path = sqlite3_db_filename(connection, "main");
    lastConnection = path != nullptr && path[0] != '\0' ? connection : lastConnection;
    return SQLITE_OK;
}

/// Commands on a store, one step each, in sessions of so many.
class Work : public Story
{
public:
    using Command = std::function<bool(domain::Store&)>;

    Work(std::vector<Command> commands, std::size_t perSession, QByteArray pragma = {})
        : m_commands(std::move(commands))
        , m_perSession(perSession)
        , m_pragma(std::move(pragma))
    {
    }

    void prepare(const QString& folder) override
    {
        auto store = SqliteStore::create(libraryOf(folder), {}).value();
        support::MemoryStore model;
        must(store->installCourse(course(0)));
        must(model.installCourse(course(0)));
        m_states = { stateOf(model) };
        for (const Command& command : m_commands) {
            if (!command(model)) {
                qFatal("a command of the story failed");
            }
            m_states.push_back(stateOf(model));
        }
    }

    void run(const QString& folder, DiskTrace& trace) override
    {
        std::unique_ptr<SqliteStore> store;
        for (std::size_t i = 0; i < m_commands.size(); ++i) {
            if (i % m_perSession == 0) {
                store.reset();
                store = open(folder);
            }
            if (!m_commands[i](*store)) {
                qFatal("a command of the story failed");
            }
            trace.say();
        }
    }

    Verdict judge(const QString& folder, int said) override
    {
        const OpenedLibrary found = openLibrary(folder);
        if (!found.state) {
            return { Kind::Damaged, found.fault };
        }
        const auto acknowledged = m_states.begin() + said;
        if (*found.state == *acknowledged) {
            return {};
        }
        if (acknowledged + 1 != m_states.end() && *found.state == acknowledged[1]) {
            return { Kind::OneMore, {} };
        }
        const auto earlier = std::find(m_states.begin(), acknowledged, *found.state);
        return earlier != acknowledged ? Verdict { Kind::Lost, u"%1 steps of %2"_s.arg(earlier - m_states.begin()).arg(said) }
                                       : Verdict { Kind::Damaged, u"a state that never was"_s };
    }

private:
    std::unique_ptr<SqliteStore> open(const QString& folder) const
    {
        sqlite3_auto_extension(reinterpret_cast<void (*)()>(noteConnection));
        auto store = opened(folder);
        sqlite3_reset_auto_extension();
        if (!m_pragma.isEmpty() && sqlite3_exec(lastConnection, m_pragma.constData(), nullptr, nullptr, nullptr) != SQLITE_OK) {
            qFatal("the setting does not take");
        }
        return store;
    }

    std::vector<Command> m_commands;
    std::size_t m_perSession;
    QByteArray m_pragma;
    std::vector<LibraryState> m_states; ///< after so many steps
};

std::vector<Work::Command> stream(quint64 seed, quint64 count)
{
    std::vector<Work::Command> commands;
    for (quint64 number = 1; number <= count; ++number) {
        commands.emplace_back([=](domain::Store& store) { return crash::runCommand(store, seed, number); });
    }
    return commands;
}

class NewLibrary : public Story
{
public:
    void prepare(const QString&) override { }
    void run(const QString& folder, DiskTrace& trace) override
    {
        must(SqliteStore::create(libraryOf(folder), { newYear2026, {} }));
        trace.say();
    }
    Verdict judge(const QString& folder, int said) override
    {
        if (!QFile::exists(libraryOf(folder))) {
            return said == 0 ? Verdict() : Verdict { Kind::Lost, u"no library"_s };
        }
        const OpenedLibrary found = openLibrary(folder);
        const bool isEmpty = found.state && found.state->journal.empty() && !found.state->course;
        return isEmpty ? Verdict() : Verdict { Kind::Damaged, found.fault };
    }
};

} // namespace

QString libraryOf(const QString& folder)
{
    return folder + u"/library.waymark"_s;
}

LibraryState stateOf(domain::Store& store)
{
    return { domain::contentHash(store.progress().value()), store.journal(100'000).value(), store.courseHash().value(),
        store.course().value() };
}

OpenedLibrary openLibrary(const QString& folder)
{
    OpenedLibrary found;
    if (auto store = SqliteStore::open(libraryOf(folder), { newYear2026, {} }); store) {
        found.state = stateOf(**store);
    } else {
        found.fault = u"error %1: %2"_s.arg(static_cast<int>(store.error().code)).arg(store.error().detail);
        return found;
    }
    auto library = Connection::open(libraryOf(folder), Connection::Mode::Immutable);
    const auto checked = library ? storage::fullCheck(**library) : tl::unexpected<domain::Error>(library.error());
    if (!checked) {
        found = { {}, checked.error().detail };
    }
    return found;
}

std::unique_ptr<Story> shortSessions()
{
    return std::make_unique<Work>(stream(11, 60), 12);
}
std::unique_ptr<Story> longSession()
{
    return std::make_unique<Work>(stream(12, 160), 1000);
}
std::unique_ptr<Story> workWith(const QByteArray& pragma)
{
    return std::make_unique<Work>(stream(13, 40), 20, pragma);
}
std::unique_ptr<Story> courseUpdate()
{
    std::vector<Work::Command> editions;
    for (int edition = 1; edition <= 2; ++edition) {
        editions.emplace_back([edition](domain::Store& store) {
            return store.installCourse(support::asStep(course(edition), QString::number(edition))).has_value();
        });
    }
    editions.emplace_back([](domain::Store& store) { return store.undo().has_value(); });
    return std::make_unique<Work>(std::move(editions), 1000);
}
std::unique_ptr<Story> newLibrary()
{
    return std::make_unique<NewLibrary>();
}
} // namespace waymark::power
