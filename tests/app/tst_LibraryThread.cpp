// SPDX-License-Identifier: GPL-3.0-or-later
// The library on a disk behind a thread of its own, as the window has it.
#include "EmptyLibrary.h"
#include "StoreContract.h"

#include <session/ThreadedStore.h>
#include <storage/Connection.h>
#include <storage/SqliteStore.h>

#include <QTemporaryDir>
#include <QTest>

using namespace waymark;
using namespace Qt::StringLiterals;
using domain::ErrorCode;
using session::Patience;
using session::ThreadedStore;
using storage::SqliteStore;

namespace {

class ThreadedHarness final : public support::StoreHarness
{
public:
    std::function<bool(const Patience::State&)> wait = [](const Patience::State&) { return true; };

    ThreadedHarness() { startEmpty(); }

    void startEmpty() override
    {
        m_store.reset();
        m_path = m_folder.filePath(u"library-%1.waymark"_s.arg(++m_count));
        QVERIFY(m_count == 1 ? SqliteStore::create(m_path, {}).has_value() : support::putEmptyLibrary(m_path));
        reopen();
    }

    void reopen() override
    {
        m_store.reset();
        m_store = ThreadedStore::open({ [path = m_path](auto watch) {
                                           storage::OpenOptions options;
                                           options.watch = watch;
                                           return asStore(SqliteStore::open(path, options));
                                       },
                                          [path = m_path] { return asStore(SqliteStore::openReadOnly(path, {})); } },
            { [this](const Patience::State& state) { return wait(state); },
                [] {
                } }).value();
    }
    domain::Store& store() override { return *m_store; }
    [[nodiscard]] const QString& path() const { return m_path; }

private:
    static ThreadedStore::Opened asStore(domain::Result<std::unique_ptr<SqliteStore>> store)
    {
        return std::move(store).map([](std::unique_ptr<SqliteStore> opened) -> std::unique_ptr<domain::Store> { return opened; });
    }

    QTemporaryDir m_folder { support::folderInMemory() };
    QString m_path;
    int m_count = 0;
    std::unique_ptr<domain::Store> m_store;
};

/// So many notes that writing them takes longer than a moment.
domain::Edit largeEdit()
{
    domain::Edit edit { u"large"_s, domain::EditKind::WriteNote, {}, 1000, {} };
    for (int i = 0; i < 20'000; ++i) {
        const QString skill = u"skill-%1"_s.arg(i);
        edit.changes.push_back({ domain::RecordKey::ofNote(skill), std::nullopt, domain::Note { u"words of a note"_s, false, 1000 } });
    }
    return edit;
}

/// So many skills that installing them does.
domain::CourseContent largeCourse()
{
    domain::CourseContent content;
    content.course.id = u"large"_s;
    content.course.areas.push_back({ u"area"_s, u"Area"_s, {} });
    for (int i = 0; i < 3'000; ++i) {
        domain::Skill skill;
        skill.id = u"skill-%1"_s.arg(i);
        skill.title = skill.id;
        skill.area = u"area"_s;
        content.course.skills.push_back(skill);
        content.lessons.push_back({ skill.id, u"# Words\n"_s, { { u"Words"_s, u"words of a lesson "_s.repeated(100) } } });
    }
    return content;
}

} // namespace

class tst_LibraryThread : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsThePromise_data()
    {
        QTest::addColumn<int>("index");
        int index = 0;
        for (const auto& [name, check] : support::storePromises()) {
            QTest::newRow(name) << index++;
        }
    }

    void keepsThePromise()
    {
        QFETCH(int, index);
        ThreadedHarness harness;
        support::storePromises()[static_cast<std::size_t>(index)].second(harness);
    }

    void aLargeChangeSaysHowFarItIs()
    {
        ThreadedHarness harness;
        int last = 0;
        QStringList backwards;
        harness.wait = [&](const Patience::State& state) {
            if (state.permille < last) {
                backwards.append(u"%1 after %2"_s.arg(state.permille).arg(last));
            }
            last = state.permille;
            return true;
        };
        QVERIFY(harness.store().commit(largeEdit()).has_value());
        QVERIFY(last > 0);
        QCOMPARE(backwards, QStringList());
    }

    void aCancelledChangeIsNoChange()
    {
        ThreadedHarness harness;
        QVERIFY(harness.store().commit(support::noteEdit(u"1"_s, u"a"_s, std::nullopt, u"one"_s)).has_value());
        const auto before = harness.store().progress().value();
        harness.wait = [](const Patience::State& state) { return state.permille == 0; };
        QVERIFY(harness.store().commit(largeEdit()).error().code == ErrorCode::Cancelled);
        QVERIFY(harness.store().progress().value() == before);
        QCOMPARE(harness.store().journal(10).value().size(), std::size_t { 1 });
        QVERIFY(harness.store().undo().has_value()); // it goes on as if nothing had been
    }

    void aCancelledUndoIsNone()
    {
        ThreadedHarness harness;
        QVERIFY(harness.store().commit(largeEdit()).has_value());
        const auto before = harness.store().progress().value();
        harness.wait = [](const Patience::State& state) { return state.permille == 0; };
        QVERIFY(harness.store().undo().error().code == ErrorCode::Cancelled);
        QVERIFY(harness.store().progress().value() == before);
        QCOMPARE(harness.store().nextUndo().value()->id, u"large"_s);
    }

    void aCancelledCourseIsNotInstalled()
    {
        ThreadedHarness harness;
        harness.wait = [](const Patience::State& state) { return state.permille == 0; };
        QVERIFY(harness.store().installCourse(largeCourse()).error().code == ErrorCode::Cancelled);
        QVERIFY(!harness.store().course().value().has_value());
        QVERIFY(harness.store().search(u"words"_s, 1).value().empty());
        harness.wait = [](const Patience::State&) { return true; };
        QVERIFY(harness.store().installCourse(largeCourse()).has_value());
        QCOMPARE(harness.store().search(u"words"_s, 1).value().size(), std::size_t { 1 });
    }

    /// A cancel, wherever it meets the undo of a course, costs nothing of what is kept for it.
    void aCancelledUndoOfACourseKeepsIt()
    {
        ThreadedHarness harness;
        QVERIFY(harness.store().installCourse(largeCourse()).has_value());
        domain::CourseContent next = largeCourse();
        next.course.version = u"2"_s;
        next.step = domain::InstallStep { u"install"_s, 1000 };
        QVERIFY(harness.store().installCourse(next).has_value());
        int looks = 0;
        for (int mostLooks = 0; mostLooks < 8; ++mostLooks) {
            looks = 0;
            harness.wait = [&](const Patience::State&) { return ++looks <= mostLooks * 10; };
            const auto undone = harness.store().undo();
            QVERIFY(undone || undone.error().code == ErrorCode::Cancelled);
            harness.wait = [](const Patience::State&) { return true; };
            QVERIFY(!undone || harness.store().redo().has_value());
        }
        QCOMPARE(harness.store().undo().value().id, u"install"_s);
        QCOMPARE(harness.store().course().value()->version, QString());
    }

    /// No window's thread waits for a lock that another program holds.
    void aForeignLockIsWaitedForElsewhere()
    {
        ThreadedHarness harness;
        const auto foreign = storage::Connection::open(harness.path(), storage::Connection::Mode::ReadWrite);
        QVERIFY(foreign && (*foreign)->run(u"BEGIN IMMEDIATE"_s));
        bool wasHeld = false;
        harness.wait = [&](const Patience::State& state) {
            if (state.isHeld && !std::exchange(wasHeld, true)) {
                return (*foreign)->run(u"ROLLBACK"_s).has_value();
            }
            return true;
        };
        QVERIFY(harness.store().commit(support::noteEdit(u"1"_s, u"a"_s, std::nullopt, u"one"_s)).has_value());
        QVERIFY(wasHeld);
    }
};

QTEST_GUILESS_MAIN(tst_LibraryThread)
#include "tst_LibraryThread.moc"
