// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDir>
#include <QFile>

#include <sys/stat.h>
#include <unistd.h>

namespace waymark::support {

/// Puts into a folder what carries the name of a file and is none: link (to nowhere), loop (a link to itself), folder, pipe, to-pipe and
/// to-zero (links to a pipe and a device), each with the suffix.
inline bool putOddFiles(const QString& folder, const QString& suffix)
{
    const auto at = [&](const char* name) { return folder + u'/' + QLatin1StringView(name) + suffix; };
    return QFile::link(at("nowhere"), at("link")) && QFile::link(at("loop"), at("loop")) && QDir().mkpath(at("folder"))
        && ::mkfifo(QFile::encodeName(at("pipe")).constData(), 0600) == 0 && QFile::link(at("pipe"), at("to-pipe"))
        && QFile::link(QStringLiteral("/dev/zero"), at("to-zero"));
}

/// Without the rights of a superuser, as long as it lives.
class Nobody
{
public:
    Nobody()
        : m_changed(::geteuid() == 0 && ::setresuid(nobody, nobody, 0) == 0)
    {
    }
    ~Nobody() { (void)(m_changed && ::setresuid(0, 0, 0) == 0); }
    Q_DISABLE_COPY_MOVE(Nobody)

private:
    static constexpr uid_t nobody = 65534;
    const bool m_changed;
};

} // namespace waymark::support
