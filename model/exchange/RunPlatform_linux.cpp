// SPDX-License-Identifier: GPL-3.0-or-later
#include <exchange/RunPlatform.h>

#include <net/if.h>
#include <sched.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <fcntl.h>

namespace waymark::exchange::platform {

namespace {

constexpr int setupFailed = 125; ///< exit code of a child that could not be confined

std::atomic<int> noted { 0 };
struct sigaction earlierInterrupt;
struct sigaction earlierTerminate;

void note(int signal)
{
    noted.store(signal);
}

void limit(int resource, qint64 value)
{
    if (value > 0) {
        const auto bound = static_cast<rlim_t>(value);
        const rlimit both { bound, bound };
        setrlimit(static_cast<__rlimit_resource>(resource), &both);
    }
}

bool writeAll(const char* path, const char* text)
{
    const int file = open(path, O_WRONLY | O_CLOEXEC);
    if (file < 0) {
        return false;
    }
    const auto length = static_cast<ssize_t>(std::strlen(text));
    const bool isWritten = write(file, text, static_cast<size_t>(length)) == length;
    close(file);
    return isWritten;
}

/// A user who is not root first needs a user namespace in which the same id is mapped.
bool enterNetwork(uid_t user, gid_t group)
{
    if (unshare(CLONE_NEWNET) == 0) {
        return true;
    }
    if (unshare(CLONE_NEWUSER | CLONE_NEWNET) != 0) {
        return false;
    }
    char map[64];
    std::snprintf(map, sizeof map, "%u %u 1", user, user);
    const bool isMapped = writeAll("/proc/self/setgroups", "deny") && writeAll("/proc/self/uid_map", map);
    std::snprintf(map, sizeof map, "%u %u 1", group, group);
    return isMapped && writeAll("/proc/self/gid_map", map);
}

bool raiseLoopback()
{
    const int socket = ::socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    if (socket < 0) {
        return false;
    }
    ifreq request {};
    std::strncpy(request.ifr_name, "lo", IFNAMSIZ - 1);
    request.ifr_flags = IFF_UP;
    const bool isUp = ioctl(socket, SIOCSIFFLAGS, &request) == 0;
    close(socket);
    return isUp;
}

bool leaveNetwork()
{
    return enterNetwork(getuid(), getgid()) && raiseLoopback();
}

} // namespace

std::function<void()> childSetup(const ChildLimits& limits)
{
    return [limits] {
        setpgid(0, 0);
        prctl(PR_SET_PDEATHSIG, SIGKILL);
        std::signal(SIGINT, SIG_DFL);
        std::signal(SIGTERM, SIG_DFL);
        std::signal(SIGPIPE, SIG_DFL);
        if (limits.withoutNetwork && !leaveNetwork()) {
            _exit(setupFailed);
        }
        limit(RLIMIT_CPU, limits.cpuSeconds);
        limit(RLIMIT_FSIZE, limits.fileBytes);
        limit(RLIMIT_AS, limits.memoryBytes);
        limit(RLIMIT_NPROC, limits.processes);
        limit(RLIMIT_CORE, 1);
    };
}

void endGroup(qint64 process)
{
    if (process > 1) {
        ::kill(-static_cast<pid_t>(process), SIGKILL);
    }
}

bool canIsolateNetwork()
{
    const pid_t child = fork();
    if (child == 0) {
        _exit(leaveNetwork() ? 0 : setupFailed);
    }
    int status = 0;
    return child > 0 && waitpid(child, &status, 0) == child && WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

bool isRoot()
{
    return geteuid() == 0;
}

bool isErrorTerminal()
{
    return isatty(STDERR_FILENO) == 1;
}

InterruptWatch::InterruptWatch()
{
    noted.store(0);
    struct sigaction action
    {
    };
    action.sa_handler = note;
    sigemptyset(&action.sa_mask);
    sigaction(SIGINT, &action, &earlierInterrupt);
    sigaction(SIGTERM, &action, &earlierTerminate);
}

InterruptWatch::~InterruptWatch()
{
    sigaction(SIGINT, &earlierInterrupt, nullptr);
    sigaction(SIGTERM, &earlierTerminate, nullptr);
}

bool InterruptWatch::isInterrupted()
{
    return noted.load() != 0;
}

void InterruptWatch::passOn()
{
    if (const int signal = noted.exchange(0); signal != 0) {
        std::raise(signal);
    }
}

} // namespace waymark::exchange::platform
