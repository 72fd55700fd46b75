// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/CrashReport.h>

#include <app/CrashWriter_linux.h>
#include <app/ProgramLog.h>

#include <session/CrashShelf.h>
#include <session/Workers.h>
#include <storage/Engine.h>

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QSysInfo>

#include <algorithm>
#include <array>
#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstddef>
#include <cstdlib>
#include <exception>
#include <memory>
#include <typeinfo>

#include <cxxabi.h>
#include <execinfo.h>
#include <fcntl.h>
#include <sys/prctl.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace waymark::app {

namespace {

struct Ending
{
    int number;
    const char* name;
};

constexpr std::array<Ending, 5> endings { { { SIGSEGV, "SIGSEGV" }, { SIGBUS, "SIGBUS" }, { SIGFPE, "SIGFPE" }, { SIGILL, "SIGILL" },
    { SIGABRT, "SIGABRT" } } };
constexpr std::size_t stackSize = 128 * 1024;
constexpr unsigned patience = 10; ///< seconds; a report that hangs, in a lock of the loader, ends with the process
constexpr int mostFrames = 96;

/// For the handler, which sees nothing else: all of it is ready before there is one.
struct Prepared
{
    QByteArray path;
    QByteArray oldest; ///< goes when the report comes; empty where there is room
    QByteArray head;
    QByteArray task;
    timespec started {};
    pid_t process = 0;
    std::array<struct sigaction, endings.size()> before {};
};

Prepared prepared;
std::atomic<const char*> reason { "" };
std::atomic<pid_t> writing { 0 };

/// A stack that the handler runs on where that of its thread is used up. It lives as long as the thread.
class SpareStack
{
public:
    SpareStack()
        : m_bytes(std::make_unique<std::byte[]>(stackSize))
    {
        stack_t spare {};
        spare.ss_sp = m_bytes.get();
        spare.ss_size = stackSize;
        (void)::sigaltstack(&spare, nullptr);
    }
    ~SpareStack()
    {
        stack_t none {};
        none.ss_flags = SS_DISABLE;
        (void)::sigaltstack(&none, nullptr);
    }
    Q_DISABLE_COPY_MOVE(SpareStack)

private:
    std::unique_ptr<std::byte[]> m_bytes;
};

/// Gives the thread that calls one of its own.
void haveSpareStack()
{
    static thread_local const SpareStack stack;
    Q_UNUSED(stack)
}

void writeTop(CrashWriter& out, const Ending& ending, const siginfo_t& about)
{
    timespec now {};
    (void)::clock_gettime(CLOCK_REALTIME, &now);
    std::array<char, 17> thread {};
    (void)::prctl(PR_GET_NAME, thread.data());
    out.put(prepared.head.constData());
    out.put("\nended: ")
        .moment(now.tv_sec)
        .put("\nran: ")
        .number(static_cast<std::uint64_t>(std::max<time_t>(0, now.tv_sec - prepared.started.tv_sec)));
    out.put(" s\nsignal: ").put(ending.name);
    if (about.si_code > 0 && ending.number != SIGABRT) { // it was not sent
        out.put(" at ").hex(reinterpret_cast<std::uintptr_t>(about.si_addr));
    }
    out.put("\nreason: ").put(reason.load());
    out.put("\nthread: ");
    if (::gettid() == prepared.process) {
        out.put(prepared.task.constData());
    } else {
        out.put("worker (").put(thread.data()).put(")");
    }
    out.put("\n");
}

void writeReport(const Ending& ending, const siginfo_t& about)
{
    const int file = ::open(prepared.path.constData(), O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC | O_NOFOLLOW, S_IRUSR | S_IWUSR);
    if (file < 0) {
        return;
    }
    CrashWriter out(file);
    writeTop(out, ending, about);
    out.put("\nLog, newest last:\n");
    programLog().forEach([&out](std::string_view line) { out.put(line).put("\n"); });
    out.flush();
    std::array<void*, mostFrames> frames {};
    const int count = ::backtrace(frames.data(), mostFrames);
    out.put("\nCalls, newest first:\n");
    for (int i = 0; i < count; ++i) {
        out.call(frames.at(static_cast<std::size_t>(i)));
    }
    out.flush();
    (void)::fsync(file);
    (void)::close(file);
    if (!prepared.oldest.isEmpty()) {
        (void)::unlink(prepared.oldest.constData());
    }
}

extern "C" void reportAndEnd(int signal, siginfo_t* about, void*)
{
    const int error = errno;
    pid_t nobody = 0;
    if (writing.compare_exchange_strong(nobody, ::gettid())) {
        (void)::signal(SIGALRM, SIG_DFL);
        (void)::alarm(patience);
        for (const Ending& ending : endings) {
            if (ending.number == signal) {
                writeReport(ending, *about);
            }
        }
        (void)::alarm(0);
    } else if (nobody != ::gettid()) {
        for (;;) {
            (void)::pause(); // another thread is at it, and ends the process
        }
    }
    for (std::size_t i = 0; i < endings.size(); ++i) {
        (void)::sigaction(endings.at(i).number, &prepared.before.at(i), nullptr);
    }
    errno = error;
    (void)::raise(signal); // taken when this returns, as it would have been
}

/// What was thrown may quote anything, so its type is all that is kept.
[[noreturn]] void terminated()
{
    const std::type_info* type = abi::__cxa_current_exception_type();
    noteCrashReason(type == nullptr ? "std::terminate" : type->name());
    std::abort();
}

QString startText()
{
    return QDateTime::fromSecsSinceEpoch(prepared.started.tv_sec, Qt::UTC).toString(Qt::ISODate);
}

QByteArray head(const CrashFacts& facts)
{
    const auto line = [](const char* name, const QString& value) { return QByteArray(name) + ": " + value.toUtf8() + '\n'; };
    return "Waymark ended unexpectedly. This report has no text of yours and was sent nowhere.\n\n"
        + line("version", QCoreApplication::applicationVersion()) + line("build", buildId()) + line("Qt", QString::fromLatin1(qVersion()))
        + line("SQLite", storage::engineVersion())
        + line("system", QSysInfo::prettyProductName() + u' ' + QSysInfo::currentCpuArchitecture()) + line("task", facts.task)
        + "started: " + startText().toLatin1();
}

bool prepare(const CrashFacts& facts)
{
    if (!QDir().mkpath(facts.folder)) {
        return false;
    }
    QFile::setPermissions(facts.folder, QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner);
    (void)::clock_gettime(CLOCK_REALTIME, &prepared.started);
    prepared.process = ::getpid();
    prepared.task = facts.task.toUtf8();
    prepared.head = head(facts);
    const session::CrashShelf shelf(facts.folder);
    shelf.thin();
    prepared.oldest = QFile::encodeName(shelf.nextToGo());
    const QString name = startText().remove(u':').remove(u'-');
    prepared.path = QFile::encodeName(shelf.pathOf(u"%1-%2"_s.arg(name).arg(prepared.process)));
    return ::access(facts.folder.toLocal8Bit().constData(), W_OK) == 0;
}

} // namespace

bool watchForCrashes(const CrashFacts& facts)
{
    if (!prepare(facts)) {
        return false;
    }
    std::array<void*, 1> once {};
    (void)::backtrace(once.data(), 1); // it loads a library the first time, which a handler must not
    haveSpareStack();
    session::workers().setBeginning(haveSpareStack);
    struct sigaction action
    {
    };
    action.sa_sigaction = reportAndEnd;
    action.sa_flags = SA_SIGINFO | SA_ONSTACK;
    for (std::size_t i = 0; i < endings.size(); ++i) {
        (void)::sigaction(endings.at(i).number, &action, &prepared.before.at(i));
    }
    std::set_terminate(terminated);
    return true;
}

void noteCrashReason(const char* given)
{
    reason.store(given);
}

} // namespace waymark::app
