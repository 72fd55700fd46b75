// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/Result.h>

#include <QString>
#include <QStringList>
#include <QTemporaryDir>

#include <map>
#include <mutex>

namespace waymark::exchange {

/// Throwaway database servers for one check: started on first need in a private folder, reachable by a unix socket only, and gone with
/// this object. Any thread may ask.
class RunEngines
{
public:
    RunEngines();
    ~RunEngines();
    Q_DISABLE_COPY_MOVE(RunEngines)

    /// An empty database and the client that reads SQL for it from standard input.
    struct Database
    {
        QStringList client;
        QString sockets; ///< the folder of the server's socket
    };
    /// Errors: FileMissing with the name of the package as path, Io with what the server said.
    [[nodiscard]] domain::Result<Database> newDatabase(const QString& engine);
    /// A line that names the version of the server; empty if it is not installed.
    [[nodiscard]] static QString versionOf(const QString& engine);

private:
    struct Server
    {
        QString folder; ///< of data and socket
        QString refusal; ///< why it did not start
        int databases = 0;
    };
    [[nodiscard]] domain::Result<Database> postgresql(Server& server);
    [[nodiscard]] domain::Result<Database> mariadb(Server& server);
    [[nodiscard]] QString startPostgresql(Server& server);
    [[nodiscard]] QString startMariadb(Server& server);
    [[nodiscard]] QString serverFolder(const QString& name, const QString& user);

    QTemporaryDir m_folder;
    std::mutex m_mutex;
    std::map<QString, Server> m_servers;
};

} // namespace waymark::exchange
