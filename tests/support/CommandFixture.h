// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <app/CommandLine.h>
#include <app/LibraryDoor.h>
#include <app/Verb.h>
#include <resources/Resources.h>

#include <FolderState.h>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSettings>
#include <QTemporaryDir>
#include <QTextStream>

namespace waymark::support {

/// What a verb ended with and printed.
struct Answer
{
    int code = 0;
    QString out;
    QString err;

    [[nodiscard]] QJsonObject object() const { return QJsonDocument::fromJson(out.toUtf8()).object(); }
    [[nodiscard]] QJsonArray array() const { return QJsonDocument::fromJson(out.toUtf8()).array(); }
};

/// The command line in a home of its own, without a process. A test of it derives from this.
class CommandFixture
{
protected:
    CommandFixture() { resources::initialise(); }

    /// From now on there is a new library, with the bundled course.
    void makeLibrary()
    {
        m_library = m_home.filePath(QStringLiteral("library-%1.waymark").arg(++m_libraries));
        if (const Answer made = run({ QStringLiteral("new"), m_library }); made.code != 0) {
            qFatal("there is no new library: %s", qPrintable(made.err));
        }
    }

    Answer run(const QStringList& arguments, const QString& typed = {})
    {
        QSettings settings(m_home.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat);
        Answer answer;
        QTextStream out(&answer.out);
        QTextStream err(&answer.err);
        QString input = typed;
        QTextStream in(&input);
        answer.code = app::runVerb(arguments, settings, { in, out, err }, m_clock);
        return answer;
    }

    /// The same on the library.
    Answer on(const QStringList& arguments, const QString& typed = {})
    {
        return run(QStringList { QStringLiteral("--library"), m_library } + arguments, typed);
    }

    [[nodiscard]] QString path(const QString& name) const { return m_home.filePath(name); }

    Answer json(const QStringList& arguments) { return on(arguments + QStringList { QStringLiteral("--json") }); }

    /// Nothing on standard output, and one sentence that names the file.
    static bool isRefusal(const Answer& answer, int code, const QString& named)
    {
        return answer.code == code && answer.out.isEmpty() && answer.err.count(u'\n') == 1 && answer.err.contains(named);
    }
    /// For a test that fails.
    static QByteArray said(const Answer& answer)
    {
        return QByteArray::number(answer.code) + ": " + answer.err.left(400).toUtf8() + answer.out.left(200).toUtf8();
    }
    /// Every file of the home, the library among them, with the hash of its bytes.
    [[nodiscard]] auto state() const { return folderState(m_home.path()); }

    QTemporaryDir m_home;
    QString m_library;
    session::Clock m_clock = app::systemClock(); ///< what the verbs see; a test may set another one

private:
    int m_libraries = 0;
};

} // namespace waymark::support
