// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/InstanceDoor.h>

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLocalServer>
#include <QLocalSocket>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace waymark::app {

namespace {

constexpr int answerTimeout = 1000; // milliseconds
constexpr qint64 longestMessage = 65536; // bytes
constexpr qsizetype mostFiles = 64;

QString socketName(const QString& libraryPath)
{
    const QString canonical = QFileInfo(libraryPath).canonicalFilePath();
    const QByteArray of = (canonical.isEmpty() ? libraryPath : canonical).toUtf8() + QDir::homePath().toUtf8();
    return u"waymark-"_s + QString::fromLatin1(QCryptographicHash::hash(of, QCryptographicHash::Sha256).toHex().left(24));
}

} // namespace

InstanceDoor::InstanceDoor(const QString& libraryPath, QObject* parent)
    : QObject(parent)
    , m_name(socketName(libraryPath))
    , m_server(new QLocalServer(this))
{
    m_server->setSocketOptions(QLocalServer::UserAccessOption);
    connect(m_server, &QLocalServer::newConnection, this, &InstanceDoor::receive);
}

bool InstanceDoor::listen()
{
    // We hold the lock of the library: a socket of that name was left behind by a process that is gone.
    QLocalServer::removeServer(m_name);
    return m_server->listen(m_name);
}

/// What has come and was not looked at is let go as well (the server does that for what still waits): it is told nothing, so it is not
/// taken.
void InstanceDoor::close()
{
    m_server->close();
    const auto open = findChildren<QLocalSocket*>();
    for (QLocalSocket* socket : open) {
        socket->abort();
    }
}

bool InstanceDoor::isAnswered() const
{
    QLocalSocket socket;
    socket.connectToServer(m_name);
    return socket.waitForConnected(answerTimeout);
}

bool InstanceDoor::handOver(const QStringList& files) const
{
    QLocalSocket socket;
    socket.connectToServer(m_name);
    if (!socket.waitForConnected(answerTimeout)) {
        return false;
    }
    QJsonArray paths;
    for (const QString& file : files) {
        paths.append(QFileInfo(file).absoluteFilePath());
    }
    socket.write(QJsonDocument(paths).toJson(QJsonDocument::Compact) + '\n');
    return socket.waitForBytesWritten(answerTimeout) && socket.waitForReadyRead(answerTimeout);
}

void InstanceDoor::receive()
{
    while (QLocalSocket* socket = m_server->nextPendingConnection()) {
        connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
        QTimer::singleShot(answerTimeout, socket, &QLocalSocket::disconnectFromServer);
        connect(socket, &QLocalSocket::readyRead, this, [this, socket] {
            if (!socket->canReadLine()) {
                if (socket->bytesAvailable() > longestMessage) {
                    socket->abort();
                }
                return;
            }
            QStringList files;
            const QJsonArray paths = QJsonDocument::fromJson(socket->readLine(longestMessage)).array();
            for (const QJsonValue& path : paths) {
                if (files.size() < mostFiles && path.isString()) {
                    files.append(path.toString());
                }
            }
            socket->write("ok\n");
            socket->flush();
            socket->disconnectFromServer();
            Q_EMIT filesReceived(files);
        });
    }
}

} // namespace waymark::app
