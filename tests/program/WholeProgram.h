// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>

namespace waymark::support {

/// Processes of the program, in a home of their own.
class WholeProgram
{
protected:
    static constexpr int patience = 60'000; ///< milliseconds

    struct Ended
    {
        int code = -1; ///< -1 where it did not end well
        QString out;
        QString err;

        [[nodiscard]] QJsonArray array() const { return QJsonDocument::fromJson(out.toUtf8()).array(); }
        [[nodiscard]] QJsonObject object() const { return QJsonDocument::fromJson(out.toUtf8()).object(); }
        /// For a test that fails.
        [[nodiscard]] QByteArray said() const { return QByteArray::number(code) + ": " + out.toUtf8() + err.toUtf8(); }
    };

    [[nodiscard]] QString path(const QString& name) const { return m_home.filePath(name); }
    [[nodiscard]] QString library() const { return path(QStringLiteral("library.waymark")); }

    [[nodiscard]] QProcessEnvironment home() const
    {
        QProcessEnvironment home = QProcessEnvironment::systemEnvironment();
        for (const char* name : { "HOME", "TMPDIR", "XDG_STATE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_RUNTIME_DIR" }) {
            home.insert(QString::fromLatin1(name), m_home.path());
        }
        return home;
    }
    static Ended endOf(QProcess& process)
    {
        if (!process.waitForFinished(patience)) {
            process.kill();
            process.waitForFinished(patience);
            return { -1, {}, QStringLiteral("it did not end") };
        }
        return { process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1, QString::fromUtf8(process.readAllStandardOutput()),
            QString::fromUtf8(process.readAllStandardError()) };
    }
    [[nodiscard]] Ended run(
        const QString& program, const QStringList& arguments, const QProcessEnvironment& environment, const QByteArray& typed = {}) const
    {
        QProcess process;
        process.setProcessEnvironment(environment);
        process.start(program, arguments);
        process.write(typed);
        process.closeWriteChannel();
        return endOf(process);
    }

private:
    QTemporaryDir m_home;
};

} // namespace waymark::support
