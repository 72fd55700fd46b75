// SPDX-License-Identifier: GPL-3.0-or-later
#include <exchange/RunEngines.h>

#include <exchange/ProcessRun.h>

#include <QDir>
#include <QFile>
#include <QStandardPaths>

using namespace Qt::StringLiterals;
using waymark::domain::ErrorCode;

namespace waymark::exchange {

namespace {

constexpr int startSeconds = 60;

/// The servers refuse to run as root; then the user that their package made runs them.
QStringList asUser(const QString& user, const QStringList& command)
{
    const bool isRoot = platform::isRoot();
    return isRoot ? QStringList { u"setpriv"_s, u"--reuid"_s, user, u"--regid"_s, user, u"--clear-groups"_s } + command : command;
}

ProcessAnswer call(const QStringList& command, const QString& folder)
{
    return runProcess({ command, folder, folder, {}, {}, startSeconds });
}

QString said(const ProcessAnswer& answer)
{
    return QString::fromUtf8(answer.output + answer.error).simplified().right(300);
}

QString postgresqlTools()
{
    const QDir all(u"/usr/lib/postgresql"_s);
    const QStringList versions = all.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
    return versions.isEmpty() ? QString() : all.filePath(versions.back() + u"/bin/"_s);
}

QStringList stopPostgresql(const QString& folder)
{
    return asUser(u"postgres"_s, { postgresqlTools() + u"pg_ctl"_s, u"-D"_s, folder + u"/data"_s, u"-m"_s, u"immediate"_s, u"stop"_s });
}

QStringList stopMariadb(const QString& folder)
{
    return { u"mariadb-admin"_s, u"--no-defaults"_s, u"-u"_s, u"root"_s, u"-S"_s, folder + u"/socket"_s, u"shutdown"_s };
}

QString mariadbServer()
{
    return QStandardPaths::findExecutable(u"mariadbd"_s, { u"/usr/sbin"_s, u"/usr/bin"_s });
}

} // namespace

RunEngines::RunEngines()
    : m_folder(QDir::tempPath() + u"/waymark-db-XXXXXX"_s)
{
    QFile::setPermissions(m_folder.path(), QFile::permissions(m_folder.path()) | QFile::ExeOther | QFile::ExeGroup);
}

RunEngines::~RunEngines()
{
    for (const auto& [engine, server] : m_servers) {
        if (server.refusal.isEmpty()) {
            static_cast<void>(call(engine == "postgresql"_L1 ? stopPostgresql(server.folder) : stopMariadb(server.folder), server.folder));
        }
    }
}

QString RunEngines::versionOf(const QString& engine)
{
    const QString program = engine == "postgresql"_L1 ? postgresqlTools() + u"postgres"_s : mariadbServer();
    const ProcessAnswer answer = call({ program, u"--version"_s }, QDir::tempPath());
    return answer.isGood() ? QString::fromUtf8(answer.output).simplified() : QString();
}

QString RunEngines::serverFolder(const QString& name, const QString& user)
{
    const QString folder = m_folder.filePath(name);
    QDir().mkpath(folder);
    if (platform::isRoot()) {
        static_cast<void>(call({ u"chown"_s, user, folder }, m_folder.path()));
    }
    return folder;
}

QString RunEngines::startPostgresql(Server& server)
{
    const QString tools = postgresqlTools();
    server.folder = serverFolder(u"pg"_s, u"postgres"_s);
    const QString data = server.folder + u"/data"_s;
    const ProcessAnswer made = call(asUser(u"postgres"_s,
                                        { tools + u"initdb"_s, u"-D"_s, data, u"-U"_s, u"learner"_s, u"-A"_s, u"trust"_s, u"-E"_s,
                                            u"UTF8"_s, u"--locale=C.UTF-8"_s, u"--no-sync"_s }),
        server.folder);
    if (!made.isGood()) {
        return said(made);
    }
    const QString options = u"-c listen_addresses= -c fsync=off -c unix_socket_directories=%1"_s.arg(server.folder);
    const ProcessAnswer started
        = call(asUser(u"postgres"_s,
                   { tools + u"pg_ctl"_s, u"-D"_s, data, u"-l"_s, server.folder + u"/log"_s, u"-w"_s, u"-o"_s, options, u"start"_s }),
            server.folder);
    return started.isGood() ? QString() : said(started);
}

domain::Result<RunEngines::Database> RunEngines::postgresql(Server& server)
{
    const QString name = u"lesson%1"_s.arg(++server.databases);
    const QStringList place { u"-h"_s, server.folder, u"-U"_s, u"learner"_s };
    const ProcessAnswer made = call(QStringList { postgresqlTools() + u"createdb"_s } + place + QStringList { name }, server.folder);
    if (!made.isGood()) {
        return domain::failure(ErrorCode::Io, u"postgresql"_s, said(made));
    }
    return Database { QStringList { u"psql"_s, u"-X"_s, u"-q"_s, u"-v"_s, u"ON_ERROR_STOP=1"_s, u"-P"_s, u"pager=off"_s } + place
            + QStringList { u"-d"_s, name },
        server.folder };
}

QString RunEngines::startMariadb(Server& server)
{
    server.folder = serverFolder(u"my"_s, u"mysql"_s);
    const QString data = u"--datadir=%1/data"_s.arg(server.folder);
    const ProcessAnswer made = call(
        asUser(u"mysql"_s,
            { u"mariadb-install-db"_s, u"--no-defaults"_s, data, u"--skip-test-db"_s, u"--auth-root-authentication-method=normal"_s }),
        server.folder);
    if (!made.isGood()) {
        return said(made);
    }
    // In a session of its own, for what is left of the group of a call ends with it; and the call ends only when the server answers.
    const QString start = u"setsid \"$@\" >/dev/null 2>&1 &\n"
                          "until mariadb-admin --no-defaults -u root -S socket ping >/dev/null 2>&1; do sleep 0.1; done"_s;
    const ProcessAnswer begun = call(QStringList { u"bash"_s, u"-c"_s, start, u"bash"_s }
            + asUser(u"mysql"_s,
                { mariadbServer(), u"--no-defaults"_s, data, u"--skip-networking"_s, u"--socket=%1/socket"_s.arg(server.folder),
                    u"--log-error=%1/log"_s.arg(server.folder) }),
        server.folder);
    if (begun.isGood()) {
        return {};
    }
    QFile log(server.folder + u"/log"_s);
    return log.open(QIODevice::ReadOnly) ? QString::fromUtf8(log.readAll()).simplified().right(300) : said(begun);
}

domain::Result<RunEngines::Database> RunEngines::mariadb(Server& server)
{
    const QString name = u"lesson%1"_s.arg(++server.databases);
    const QStringList client { u"mariadb"_s, u"--no-defaults"_s, u"-u"_s, u"root"_s, u"-S"_s, server.folder + u"/socket"_s };
    const ProcessAnswer made
        = call(client + QStringList { u"-e"_s, u"CREATE DATABASE %1 CHARACTER SET utf8mb4"_s.arg(name) }, server.folder);
    if (!made.isGood()) {
        return domain::failure(ErrorCode::Io, u"mariadb"_s, said(made));
    }
    return Database { client + QStringList { u"--table"_s, name }, server.folder };
}

domain::Result<RunEngines::Database> RunEngines::newDatabase(const QString& engine)
{
    const std::scoped_lock lock(m_mutex);
    const bool isPostgresql = engine == "postgresql"_L1;
    if (isPostgresql ? postgresqlTools().isEmpty() : mariadbServer().isEmpty()) {
        return domain::failure(ErrorCode::FileMissing, isPostgresql ? u"postgresql"_s : u"mariadb-server"_s);
    }
    auto found = m_servers.find(engine);
    if (found == m_servers.end()) {
        found = m_servers.emplace(engine, Server {}).first;
        found->second.refusal = isPostgresql ? startPostgresql(found->second) : startMariadb(found->second);
    }
    Server& server = found->second;
    if (!server.refusal.isEmpty()) {
        return domain::failure(ErrorCode::Io, engine, server.refusal);
    }
    return isPostgresql ? postgresql(server) : mariadb(server);
}

} // namespace waymark::exchange
