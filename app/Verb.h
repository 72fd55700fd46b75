// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <app/ExitCode.h>
#include <app/Invocation.h>

#include <QCoreApplication>
#include <QJsonValue>
#include <QTextStream>

#include <functional>
#include <optional>
#include <vector>

namespace waymark::session {
class Workspace;
}

namespace waymark::app {

/// The three streams of a terminal, or of a test.
struct Streams
{
    QTextStream& in;
    QTextStream& out;
    QTextStream& err;
};

/// Where a verb's words go: standard output for answers, standard error for what went wrong; and where it asks.
class Console
{
public:
    Console(const Streams& streams, bool json);

    [[nodiscard]] bool isJson() const { return m_json; }
    void line(const QString& text);
    void json(const QJsonValue& value); ///< an object or an array, indented
    void flush(); ///< what was said is read, whatever comes next
    /// Shows the prompt and waits for a line, given as typed; none at the end of the input.
    [[nodiscard]] std::optional<QString> ask(const QString& prompt);
    /// The same for a secret, which the terminal does not show.
    [[nodiscard]] std::optional<QString> askSecret(const QString& prompt);
    void error(const domain::Error& error);
    /// Prints an error that concerns one of several files and does not end the verb; in JSON an object {file, error}.
    void fileError(const domain::Error& error);
    /// Prints an error and gives its exit code.
    [[nodiscard]] int fail(const domain::Error& error);
    /// The same in words of its own.
    [[nodiscard]] int fail(domain::ErrorCode code, const QString& sentence);

private:
    void say(domain::ErrorCode code, const QString& sentence);

    Streams m_streams;
    bool m_json = false;
};

/// What a verb needs of the library before it runs.
enum class LibraryNeed {
    None, ///< works on files alone
    Read, ///< the library as it is; opened read-only while another Waymark has it
    Write, ///< the library, for edits
    WriteUnlessDry, ///< Write, but Read with --dry-run
    WriteIfTold, ///< Write with arguments or options of its own, Read without
};

/// What a verb works with.
struct VerbCall
{
    const Invocation& invocation;
    Console& console;
    session::Workspace* workspace = nullptr; ///< null for LibraryNeed::None
    QString libraryPath;
};

/// A verb of the command line, as data: the table of verbs is at once the dispatcher and the help text.
struct Verb
{
    QString name; ///< two words for the course verbs: "course check"
    QString arguments; ///< as shown in help: "SKILL ITEM"
    QString summary;
    int minArguments = 0;
    int maxArguments = 0;
    LibraryNeed need = LibraryNeed::Read;
    std::vector<OptionSpec> options;
    std::function<int(const VerbCall&)> run;
};

} // namespace waymark::app
