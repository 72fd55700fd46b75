// SPDX-License-Identifier: GPL-3.0-or-later
#include <exchange/Confinement.h>

#include <exchange/ProcessRun.h>

#include <QDir>

using namespace Qt::StringLiterals;

namespace waymark::exchange {

namespace {

constexpr qint64 megabyte = 1024 * 1024;

QStringList bubblewrap(const QString& folder, const QString& writable, const QStringList& reachable)
{
    QStringList words { u"bwrap"_s, u"--ro-bind"_s, u"/"_s, u"/"_s, u"--dev"_s, u"/dev"_s, u"--proc"_s, u"/proc"_s, u"--tmpfs"_s,
        u"/tmp"_s };
    words += { u"--bind"_s, writable, writable };
    for (const QString& path : reachable) {
        words += { u"--bind"_s, path, path };
    }
    words += { u"--unshare-net"_s, u"--unshare-pid"_s, u"--unshare-ipc"_s, u"--die-with-parent"_s, u"--chdir"_s, folder, u"--"_s };
    return words;
}

} // namespace

Confinement bestConfinement()
{
    if (!toolPath(u"bwrap"_s).isEmpty()) {
        const QString folder = QDir::tempPath();
        if (runProcess({ bubblewrap(folder, folder, {}) + QStringList { u"true"_s }, folder, folder, {}, {} }).isGood()) {
            return Confinement::Bubblewrap;
        }
    }
    return platform::canIsolateNetwork() ? Confinement::OwnNetwork : Confinement::LimitsOnly;
}

QStringList confined(
    Confinement confinement, const QStringList& command, const QString& folder, const QString& writable, const QStringList& reachable)
{
    return confinement == Confinement::Bubblewrap ? bubblewrap(folder, writable, reachable) + command : command;
}

platform::ChildLimits limitsOf(Confinement confinement, bool needsAddressSpace)
{
    platform::ChildLimits limits;
    limits.cpuSeconds = 60;
    limits.fileBytes = 256 * megabyte;
    limits.memoryBytes = needsAddressSpace ? 0 : 4096 * megabyte;
    limits.processes = 4096;
    limits.withoutNetwork = confinement == Confinement::OwnNetwork;
    return limits;
}

} // namespace waymark::exchange
