// SPDX-License-Identifier: GPL-3.0-or-later
#include "MemoryStore.h"

#include <session/ThreadedStore.h>

#include <QSemaphore>
#include <QTest>
#include <QThread>

using namespace waymark;
using namespace Qt::StringLiterals;
using domain::ErrorCode;
using session::Patience;
using session::ThreadedStore;

namespace {

/// What the two stores behind the one under test have seen.
struct Seen
{
    std::atomic<int> held = 0; ///< so often it is busy
    std::atomic<int> tries = 0;
    std::atomic<ErrorCode> how = ErrorCode::LibraryBusy;
    std::atomic<Qt::HANDLE> changedOn = nullptr;
    std::atomic<Qt::HANDLE> endedOn = nullptr;
    std::atomic<bool> wasStopped = false;
    QSemaphore mayEnd; ///< of a change that takes long
    std::atomic<bool> isSlow = false;
    QStringList ends; ///< which store ended first; written after one another
};

class Reader final : public support::MemoryStore
{
public:
    explicit Reader(Seen& seen)
        : m_seen(seen)
    {
    }
    ~Reader() override { m_seen.ends.append(u"reader"_s); }
    Q_DISABLE_COPY_MOVE(Reader)

private:
    Seen& m_seen;
};

/// A store that others hold for some tries, and that takes its time.
class Writer final : public support::MemoryStore
{
public:
    Writer(Seen& seen, std::function<domain::ReadingWatch()> watch)
        : m_seen(seen)
        , m_watch(std::move(watch))
    {
    }
    ~Writer() override
    {
        m_seen.endedOn = QThread::currentThreadId();
        m_seen.ends.append(u"writer"_s);
    }
    Q_DISABLE_COPY_MOVE(Writer)

    domain::Result<void> commit(const domain::Edit& edit) override
    {
        ++m_seen.tries;
        m_seen.changedOn = QThread::currentThreadId();
        const domain::ReadingWatch watch = m_watch();
        if (m_seen.held-- > 0) {
            return domain::failure(m_seen.how, u"library"_s);
        }
        while (m_seen.isSlow && !watch.stop.stop_requested() && !m_seen.mayEnd.tryAcquire(1, 1)) {
            watch.progress(500);
        }
        m_seen.wasStopped = watch.stop.stop_requested();
        return m_seen.wasStopped ? domain::Result<void>(domain::failure(ErrorCode::Cancelled)) : MemoryStore::commit(edit);
    }

private:
    Seen& m_seen;
    std::function<domain::ReadingWatch()> m_watch;
};

domain::Edit edit()
{
    return { u"1"_s, domain::EditKind::WriteNote, u"vcs-git"_s, 1,
        { { domain::RecordKey::ofNote(u"vcs-git"_s), std::nullopt, domain::Note { u"rebase"_s, false, 1 } } } };
}

/// Changed by somebody who waits for it.
class Desk
{
public:
    Seen seen;
    std::function<bool(const Patience::State&)> inside = [](const auto&) { return true; };
    int waits = 0;
    int overs = 0;

    ThreadedStore::Opened opened()
    {
        return ThreadedStore::open({ [this](auto watch) -> ThreadedStore::Opened { return std::make_unique<Writer>(seen, watch); },
                                       [this]() -> ThreadedStore::Opened { return std::make_unique<Reader>(seen); } },
            { [this](const Patience::State& state) {
                 ++waits;
                 return inside(state);
             },
                [this] { ++overs; } });
    }
};

} // namespace

class TestThreadedStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void changesAreMadeOnOneOtherThread()
    {
        Desk desk;
        {
            const auto store = desk.opened().value();
            QVERIFY(store->commit(edit()).has_value());
            QVERIFY(!store->isReadOnly());
        }
        QVERIFY(desk.seen.changedOn != QThread::currentThreadId());
        QCOMPARE(desk.seen.endedOn.load(), desk.seen.changedOn.load());
        QCOMPARE(desk.seen.ends, QStringList({ u"reader"_s, u"writer"_s }));
    }

    void whatIsHeldIsTriedUntilItIsFree()
    {
        Desk desk;
        desk.seen.held = 6;
        bool wasToldHeld = false;
        desk.inside = [&wasToldHeld](const Patience::State& state) {
            wasToldHeld = wasToldHeld || state.isHeld;
            return true;
        };
        const auto store = desk.opened().value();
        QVERIFY(store->commit(edit()).has_value());
        QCOMPARE(desk.seen.tries, 7);
        QVERIFY(wasToldHeld);
        QCOMPARE(desk.overs, 1);
    }

    void givingUpWhileItIsHeldLeavesAllAsItWas()
    {
        Desk desk;
        desk.seen.held = 1'000'000;
        desk.inside = [](const Patience::State& state) { return !state.isHeld; };
        const auto store = desk.opened().value();
        QVERIFY(store->commit(edit()).error().code == ErrorCode::LibraryBusy);
        QCOMPARE(desk.overs, 1);
    }

    void whatFailsOtherwiseFailsAtOnce()
    {
        Desk desk;
        desk.seen.held = 1;
        desk.seen.how = ErrorCode::DiskFull;
        const auto store = desk.opened().value();
        QVERIFY(store->commit(edit()).error().code == ErrorCode::DiskFull);
        QCOMPARE(desk.seen.tries, 1);
    }

    void aLongChangeSaysHowFarItIs()
    {
        Desk desk;
        desk.seen.isSlow = true;
        desk.inside = [&desk](const Patience::State& state) {
            if (state.permille == 500 && state.work == Patience::Work::Changing && !state.isHeld) {
                desk.seen.mayEnd.release();
            }
            return true;
        };
        const auto store = desk.opened().value();
        QVERIFY(store->commit(edit()).has_value());
        QVERIFY(desk.waits > 0);
        QCOMPARE(desk.overs, 1);
    }

    void aLongChangeIsCancelledAndTheNextIsNot()
    {
        Desk desk;
        desk.seen.isSlow = true;
        desk.inside = [](const auto&) { return false; };
        const auto store = desk.opened().value();
        QVERIFY(store->commit(edit()).error().code == ErrorCode::Cancelled);
        QVERIFY(desk.seen.wasStopped);
        desk.seen.isSlow = false;
        QVERIFY(store->commit(edit()).has_value());
    }

    void aChangeDuringAWaitIsBusyAndDoesNotWaitItself()
    {
        Desk desk;
        desk.seen.isSlow = true;
        const auto store = desk.opened().value();
        bool wasBusy = false;
        desk.inside = [&](const Patience::State&) {
            wasBusy = store->undo().error().code == ErrorCode::LibraryBusy;
            desk.seen.mayEnd.release();
            return true;
        };
        QVERIFY(store->commit(edit()).has_value());
        QVERIFY(wasBusy);
    }

    void readingGoesOnDuringAWait()
    {
        Desk desk;
        desk.seen.isSlow = true;
        const auto store = desk.opened().value();
        bool couldRead = false;
        desk.inside = [&](const Patience::State&) {
            couldRead = store->progress().has_value() && store->journal(1).has_value();
            desk.seen.mayEnd.release();
            return true;
        };
        QVERIFY(store->commit(edit()).has_value());
        QVERIFY(couldRead);
    }

    void whatCannotBeOpenedIsNotOpened_data()
    {
        QTest::addColumn<bool>("isReader");
        QTest::newRow("the one that changes") << false;
        QTest::newRow("the one that reads") << true;
    }

    void whatCannotBeOpenedIsNotOpened()
    {
        QFETCH(bool, isReader);
        Seen seen;
        const auto refused = [](const auto&...) -> ThreadedStore::Opened { return domain::failure(ErrorCode::LibraryCorrupt); };
        const auto writer = [&seen](auto watch) -> ThreadedStore::Opened { return std::make_unique<Writer>(seen, watch); };
        ThreadedStore::Doors doors { writer, refused };
        if (!isReader) {
            doors.toChange = refused;
        }
        QVERIFY(ThreadedStore::open(doors, {}).error().code == ErrorCode::LibraryCorrupt);
        QCOMPARE(seen.ends, isReader ? QStringList(u"writer"_s) : QStringList());
    }
};

QTEST_GUILESS_MAIN(TestThreadedStore)
#include "tst_ThreadedStore.moc"
