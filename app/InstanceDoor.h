// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QStringList>

class QLocalServer;

namespace waymark::app {

/// How a second start finds the first: a local socket named after the library. The second hands its files over and ends; it
/// never opens the library itself.
class InstanceDoor : public QObject
{
    Q_OBJECT

public:
    explicit InstanceDoor(const QString& libraryPath, QObject* parent = nullptr);

    /// Becomes the first instance for this library. False if the socket cannot be made; the window works without it.
    bool listen();
    void close(); ///< nobody is let in any more: who comes now opens the library itself, once it is let go
    /// Whether a first instance lets others in. Any thread may ask, of a door that is its own.
    [[nodiscard]] bool isAnswered() const;
    /// Hands the files to the first instance; false if none answers.
    [[nodiscard]] bool handOver(const QStringList& files) const;

Q_SIGNALS:
    void filesReceived(const QStringList& files);

private:
    void receive();

    QString m_name;
    QLocalServer* m_server = nullptr;
};

} // namespace waymark::app
