// SPDX-License-Identifier: GPL-3.0-or-later
#include "OldLibrary.h"
#include "OperationFiles.h"

#include <CourseEditions.h>

using namespace Qt::StringLiterals;

namespace waymark::power {

using domain::Result;
using storage::SqliteStore;

namespace {

class Creating : public Operation
{
public:
    void prepare(const QString& folder) override { m_folder = folder; }
    Result<void> act() override
    {
        auto made = SqliteStore::create(libraryOf(m_folder), { newYear2026, {} });
        m_store = made ? std::move(*made) : nullptr;
        return made.map([](const auto&) {});
    }
    void close() override { m_store.reset(); }
    QString judge(bool done) override
    {
        close();
        const bool isThere = QFile::exists(libraryOf(m_folder));
        if (!isThere && (done || !QDir(m_folder).isEmpty(QDir::Files))) {
            return u"no library, but "_s + QDir(m_folder).entryList(QDir::Files).join(u' ');
        }
        if (!isThere && !SqliteStore::create(libraryOf(m_folder), { newYear2026, {} })) {
            return u"it cannot be made now"_s;
        }
        return wrongLibrary(m_folder, { { domain::contentHash({}), {}, {}, {} } });
    }

private:
    QString m_folder;
    std::unique_ptr<SqliteStore> m_store;
};

/// Opens a library: as it was closed, as a crash left it, or of an older program.
class Opening : public Operation
{
public:
    enum class As { Closed, Crashed, Old };
    explicit Opening(As as)
        : m_as(as)
    {
    }
    void prepare(const QString& folder) override
    {
        m_folder = folder;
        const QString name = u"opening %1"_s.arg(static_cast<int>(m_as));
        put(folder, files(name, [this](const QString& home) { make(home); }));
        static QMap<QString, LibraryState> states;
        if (!states.contains(name)) {
            states.insert(name, openLibrary(folder).state.value());
            QDir(folder).removeRecursively();
            put(folder, files(name, {}));
        }
        m_state = states.value(name);
    }
    Result<void> act() override
    {
        auto opened = SqliteStore::open(libraryOf(m_folder), { newYear2026, {} });
        m_store = opened ? std::move(*opened) : nullptr;
        return opened.map([](const auto&) {});
    }
    void close() override { m_store.reset(); }
    QString judge(bool) override
    {
        if (m_store && stateOf(*m_store) != m_state) {
            return u"it opened with another state"_s;
        }
        close();
        const QString wrong = wrongLibrary(m_folder, { m_state }) + wrongBackups(m_folder);
        const bool hasBackup = !storage::listBackups(backupsOf(m_folder), libraryOf(m_folder)).empty();
        return wrong.isEmpty() && m_as == As::Old && !hasBackup ? u"migrated without a backup"_s : wrong;
    }

private:
    void make(const QString& home) const
    {
        if (m_as == As::Old) {
            makeOldLibrary(libraryOf(home), 1);
            return;
        }
        makeWorked(home);
        if (m_as == As::Crashed) {
            auto store = opened(home);
            makeEdits(*store, 7, 100, 5);
            for (const QString& suffix : { u""_s, u"-wal"_s }) {
                QFile::copy(libraryOf(home) + suffix, home + u"/kept"_s + suffix);
            }
            store.reset();
            for (const QString& suffix : { u""_s, u"-wal"_s }) {
                QFile::remove(libraryOf(home) + suffix);
                QFile::rename(home + u"/kept"_s + suffix, libraryOf(home) + suffix);
            }
        }
    }

    As m_as;
    QString m_folder;
    LibraryState m_state;
    std::unique_ptr<SqliteStore> m_store;
};

/// Changes an open library.
class Changing : public Operation
{
public:
    using Change = Result<void> (*)(SqliteStore&);
    /// `first` is done before, on a disk that is well.
    explicit Changing(Change change, Change first = nullptr)
        : m_change(change)
        , m_first(first)
    {
    }
    void prepare(const QString& folder) override
    {
        m_folder = folder;
        put(folder, files(u"worked"_s, makeWorked));
        m_store = opened(folder);
        if (m_first != nullptr) {
            must(m_first(*m_store));
        }
        m_before = stateOf(*m_store);
        static QMap<Change, LibraryState> after;
        if (!after.contains(m_change)) {
            must(m_change(*m_store));
            after.insert(m_change, stateOf(*m_store));
            m_store.reset();
            QDir(folder).removeRecursively();
            prepare(folder);
        }
        m_after = after.value(m_change);
    }
    Result<void> act() override { return m_change(*m_store); }
    void close() override { m_store.reset(); }
    QString judge(bool done) override
    {
        if (m_store) {
            if (stateOf(*m_store) != (done ? m_after : m_before)) {
                return done ? u"it is not done"_s : u"it failed, and something changed"_s;
            }
            if (const auto now = done ? Result<void>() : m_change(*m_store); !now) {
                return u"it cannot be done now: "_s + now.error().detail;
            }
            close();
            return wrongLibrary(m_folder, { m_after });
        }
        if (done) {
            return wrongLibrary(m_folder, { m_after });
        }
        const OpenedLibrary found = openLibrary(m_folder);
        if (found.state == m_before) {
            must(m_change(*opened(m_folder)));
        }
        return found.state ? wrongLibrary(m_folder, { m_after }) : found.fault;
    }

private:
    Change m_change;
    Change m_first;
    QString m_folder;
    LibraryState m_before;
    LibraryState m_after;
    std::unique_ptr<SqliteStore> m_store;
};

} // namespace

std::unique_ptr<Operation> creating()
{
    return std::make_unique<Creating>();
}
std::unique_ptr<Operation> opening()
{
    return std::make_unique<Opening>(Opening::As::Closed);
}
std::unique_ptr<Operation> openingAfterACrash()
{
    return std::make_unique<Opening>(Opening::As::Crashed);
}
std::unique_ptr<Operation> migrating()
{
    return std::make_unique<Opening>(Opening::As::Old);
}
std::unique_ptr<Operation> committing()
{
    return std::make_unique<Changing>(
        [](SqliteStore& store) -> Result<void> { return store.commit(support::RandomEdits(99).edit(store.progress().value(), u"new"_s)); });
}
std::unique_ptr<Operation> undoing()
{
    return std::make_unique<Changing>([](SqliteStore& store) { return withoutValue(store.undo()); });
}
std::unique_ptr<Operation> redoing()
{
    return std::make_unique<Changing>([](SqliteStore& store) { return withoutValue(store.redo()); });
}
namespace {

Result<void> installAnother(SqliteStore& store)
{
    domain::CourseContent content = support::secondEdition();
    content.assets.push_back({ u"images/large.png"_s, QByteArray(60'000, 'p') });
    return withoutValue(store.installCourse(support::asStep(content, u"another"_s)));
}

} // namespace

std::unique_ptr<Operation> installingACourse()
{
    return std::make_unique<Changing>(installAnother);
}
std::unique_ptr<Operation> takingACourseBack()
{
    return std::make_unique<Changing>([](SqliteStore& store) { return withoutValue(store.undo()); }, installAnother);
}
} // namespace waymark::power
