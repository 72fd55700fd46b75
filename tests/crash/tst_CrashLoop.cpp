// SPDX-License-Identifier: GPL-3.0-or-later
#include "CommandStream.h"
#include "MemoryStore.h"

#include <domain/Progress.h>
#include <storage/Connection.h>
#include <storage/OpenLadder.h>
#include <storage/SqliteStore.h>

#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <chrono>
#include <csignal>
#include <memory>
#include <random>

#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace waymark;
using std::chrono::steady_clock;

namespace {

constexpr int killsPerLibrary = 25;

/// What one killed writer has said, and how it ended.
struct Killed
{
    quint64 acknowledged = 0; ///< the last number that was heard
    bool wasOpen = false;
    bool wasKilled = false;
};

class Writer
{
public:
    Writer(const QString& library, quint64 seed, quint64 first)
        : m_first(first)
    {
        int ends[2] = { -1, -1 };
        if (::pipe(ends) != 0) {
            qFatal("no pipe");
        }
        const QByteArray path = library.toLocal8Bit();
        const QByteArray seedText = QByteArray::number(seed);
        const QByteArray firstText = QByteArray::number(first);
        m_process = ::fork();
        if (m_process == 0) {
            ::dup2(ends[1], STDOUT_FILENO);
            ::close(ends[0]);
            ::close(ends[1]);
            ::execl(WAYMARK_CRASH_WRITER, "crash_writer", path.constData(), seedText.constData(), firstText.constData(), nullptr);
            ::_exit(127);
        }
        ::close(ends[1]);
        m_heard = ends[0];
    }

    ~Writer() { ::close(m_heard); }
    Writer(const Writer&) = delete;
    Writer& operator=(const Writer&) = delete;

    /// Kills after `delay`, counted from the start of the process or from the moment when its library is open.
    Killed killAfter(std::chrono::microseconds delay, bool fromOpen)
    {
        auto deadline = steady_clock::now() + (fromOpen ? std::chrono::seconds(20) : delay);
        Killed result;
        result.acknowledged = m_first - 1;
        for (auto now = steady_clock::now(); now < deadline; now = steady_clock::now()) {
            const auto left = std::chrono::duration_cast<std::chrono::nanoseconds>(deadline - now);
            const timespec wait { static_cast<time_t>(left.count() / 1'000'000'000), static_cast<long>(left.count() % 1'000'000'000) };
            pollfd ready { m_heard, POLLIN, 0 };
            if (::ppoll(&ready, 1, &wait, nullptr) <= 0) {
                break;
            }
            if (!hear(result)) {
                break;
            }
            if (fromOpen && result.wasOpen) {
                deadline = steady_clock::now() + delay;
                fromOpen = false;
            }
        }
        ::kill(m_process, SIGKILL);
        int status = 0;
        ::waitpid(m_process, &status, 0);
        result.wasKilled = WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL;
        while (hear(result)) { }
        return result;
    }

private:
    bool hear(Killed& result)
    {
        quint64 number = 0;
        if (::read(m_heard, &number, sizeof number) != sizeof number) {
            return false;
        }
        result.wasOpen = true;
        result.acknowledged = number;
        return true;
    }

    quint64 m_first;
    pid_t m_process = -1;
    int m_heard = -1;
};

/// Progress and journal alike: a command that changed nothing would not show in the records alone.
bool isSame(domain::Store& a, domain::Store& b)
{
    return domain::contentHash(a.progress().value()) == domain::contentHash(b.progress().value())
        && a.journal(100'000).value() == b.journal(100'000).value() && a.courseHash().value() == b.courseHash().value()
        && a.course().value() == b.course().value();
}

} // namespace

class TestCrashLoop : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingAcknowledgedIsLost();

private:
    void startLibrary();
    void checkLibrary(const Killed& killed);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<support::MemoryStore> m_model;
    QString m_path;
    quint64 m_seed = 0;
    quint64 m_next = 1;
    qint64 m_oneMore = 0;
    qint64 m_commands = 0;
    qint64 m_withLog = 0;
    qint64 m_beforeOpen = 0;
};

void TestCrashLoop::startLibrary()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_model = std::make_unique<support::MemoryStore>();
    m_path = m_folder->filePath(QStringLiteral("library.waymark"));
    ++m_seed;
    m_next = 1;
}

void TestCrashLoop::checkLibrary(const Killed& killed)
{
    m_beforeOpen += killed.wasOpen ? 0 : 1;
    if (!QFile::exists(m_path)) {
        QVERIFY2(!killed.wasOpen, "the library is gone");
        return;
    }
    m_withLog += QFile::exists(m_path + QStringLiteral("-wal")) ? 1 : 0;
    auto store = storage::SqliteStore::open(m_path, {});
    QVERIFY2(store.has_value(), store ? "" : qPrintable(store.error().detail));
    for (; m_next <= killed.acknowledged; ++m_next, ++m_commands) {
        QVERIFY(crash::runCommand(*m_model, m_seed, m_next));
    }
    if (!isSame(**store, *m_model)) {
        // The command after the last acknowledged one may have come to its end without a word; nothing else may have.
        QVERIFY(crash::runCommand(*m_model, m_seed, m_next));
        ++m_next;
        ++m_oneMore;
        QVERIFY2(isSame(**store, *m_model), qPrintable(QStringLiteral("seed %1, command %2").arg(m_seed).arg(killed.acknowledged)));
    }
    const QString path = m_path;
    store->reset();
    auto library = storage::Connection::open(path, storage::Connection::Mode::Immutable);
    QVERIFY(library.has_value());
    const auto checked = storage::fullCheck(**library);
    QVERIFY2(checked.has_value(), checked ? "" : qPrintable(checked.error().detail));
    library->reset();
}

void TestCrashLoop::nothingAcknowledgedIsLost()
{
    bool isNumber = false;
    const int wanted = qEnvironmentVariableIntValue("WAYMARK_KILLS", &isNumber);
    const int kills = isNumber ? wanted : 1000;
    std::mt19937_64 random(20'260'101);
    QElapsedTimer clock;
    clock.start();
    for (int kill = 0; kill < kills; ++kill) {
        if (kill % killsPerLibrary == 0) {
            startLibrary();
        }
        // One in five is killed while it starts, in recovery or creation; the others while they write.
        const bool fromOpen = random() % 5 != 0;
        const std::chrono::microseconds delay(2'000 + random() % 20'000);
        Writer writer(m_path, m_seed, m_next);
        const Killed killed = writer.killAfter(delay, fromOpen);
        QVERIFY2(killed.wasKilled, "the writer ended by itself");
        checkLibrary(killed);
        if (QTest::currentTestFailed()) {
            return;
        }
    }
    qInfo("%d kills in %.1f s: 0 lost, 0 corrupt, 0 failed starts; %lld commands acknowledged, %lld times one more than that, "
          "%lld with a log left behind, %lld before the library was open",
        kills, static_cast<double>(clock.elapsed()) / 1000, m_commands, m_oneMore, m_withLog, m_beforeOpen);
}

QTEST_GUILESS_MAIN(TestCrashLoop)
#include "tst_CrashLoop.moc"
