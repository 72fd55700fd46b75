// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QFile>
#include <QString>

#include <csignal>
#include <cstdlib>
#include <functional>

#include <sched.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace waymark::support {

/// Runs `work` in a child process, where it may give up rights, lower limits and mount volumes without touching the test itself.
/// What it answers comes back; "crashed" if it did not come to an answer. No library may be open in the parent.
inline QString inChild(const std::function<QString()>& work)
{
    int ends[2] = { -1, -1 };
    if (::pipe(ends) != 0) {
        return QStringLiteral("no pipe");
    }
    const pid_t child = ::fork();
    if (child == 0) {
        ::close(ends[0]);
        const QByteArray answer = work().toUtf8() + '.';
        const ssize_t written = ::write(ends[1], answer.constData(), static_cast<size_t>(answer.size()));
        ::_exit(written == answer.size() ? 0 : 1);
    }
    ::close(ends[1]);
    QByteArray answer;
    char buffer[4096];
    for (ssize_t n = ::read(ends[0], buffer, sizeof buffer); n > 0; n = ::read(ends[0], buffer, sizeof buffer)) {
        answer.append(buffer, n);
    }
    ::close(ends[0]);
    int status = 0;
    ::waitpid(child, &status, 0);
    return answer.endsWith('.') ? QString::fromUtf8(answer.chopped(1)) : QStringLiteral("crashed");
}

/// The next three are called in a child. False where the system does not let it be done.

/// Rights of a user who owns nothing here; true as well for one who is no superuser from the start.
inline bool becomeNobody()
{
    constexpr uid_t nobody = 65534;
    return ::geteuid() != 0 || (::setgid(nobody) == 0 && ::setuid(nobody) == 0);
}

/// No file may grow beyond `bytes`: writing more fails, as on a full disk.
inline bool limitFileSize(rlim_t bytes)
{
    std::signal(SIGXFSZ, SIG_IGN);
    const struct rlimit limit = { bytes, bytes };
    return ::setrlimit(RLIMIT_FSIZE, &limit) == 0;
}

/// From now on peakMemory() counts anew. What the parent had in memory when the child began stays in it.
inline bool forgetPeakMemory()
{
    QFile refs(QStringLiteral("/proc/self/clear_refs"));
    return refs.open(QIODevice::WriteOnly) && refs.write("5") == 1;
}

/// The most that this process has had in memory at once, in kibibytes; -1 where the system does not say.
inline qint64 peakMemory()
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly)) {
        return -1;
    }
    const QByteArray text = status.readAll();
    const qsizetype at = text.indexOf("VmHWM:");
    return at < 0 ? -1 : text.mid(at + 6, text.indexOf('k', at) - at - 6).trimmed().toLongLong();
}

/// A volume of `bytes` at `folder`, seen by this process only.
inline bool mountSmallVolume(const QString& folder, qint64 bytes)
{
    return ::unshare(CLONE_NEWNS) == 0 && ::mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0
        && ::mount("tmpfs", folder.toLocal8Bit().constData(), "tmpfs", 0, QByteArray("size=" + QByteArray::number(bytes)).constData()) == 0;
}

/// The folder once more over itself, for reading only.
inline bool makeVolumeReadOnly(const QString& folder)
{
    const QByteArray path = folder.toLocal8Bit();
    return ::unshare(CLONE_NEWNS) == 0 && ::mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0
        && ::mount(path.constData(), path.constData(), nullptr, MS_BIND, nullptr) == 0
        && ::mount(nullptr, path.constData(), nullptr, MS_BIND | MS_REMOUNT | MS_RDONLY, nullptr) == 0;
}

} // namespace waymark::support

/// In a child: the condition itself is the answer if it does not hold.
#define WAYMARK_EXPECT(condition)                                                                                                          \
    do {                                                                                                                                   \
        if (!(condition)) {                                                                                                                \
            return QStringLiteral(#condition);                                                                                             \
        }                                                                                                                                  \
    } while (false)

/// In a child: what the system does not allow is skipped by the parent.
#define WAYMARK_NEEDS(condition)                                                                                                           \
    do {                                                                                                                                   \
        if (!(condition)) {                                                                                                                \
            return QStringLiteral("skip: ") + QStringLiteral(#condition);                                                                  \
        }                                                                                                                                  \
    } while (false)

/// In a test: an answer that is no "skip" must be empty.
#define WAYMARK_CHILD(...)                                                                                                                 \
    do {                                                                                                                                   \
        const QString answer = waymark::support::inChild(__VA_ARGS__);                                                                     \
        if (answer.startsWith(QStringLiteral("skip: "))) {                                                                                 \
            QSKIP(qPrintable(answer));                                                                                                     \
        }                                                                                                                                  \
        QCOMPARE(answer, QString());                                                                                                       \
    } while (false)
