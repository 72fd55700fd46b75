// SPDX-License-Identifier: GPL-3.0-or-later
#include <exchange/CodeVerdict.h>

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark::exchange {

namespace {

constexpr qsizetype shownCharacters = 300;

CourseFault fault(const CodeRun& run, int line, const char* rule, const QString& message, const QString& mend)
{
    return { run.file, line, QString::fromLatin1(rule), message, mend };
}

/// The end of what a program said, on one line.
QString said(const ProcessAnswer& answer)
{
    const QString text = QString::fromUtf8(answer.output + answer.error).simplified();
    return text.isEmpty() ? u"it says nothing"_s : text.right(shownCharacters);
}

std::optional<CourseFault> verdictOnOutput(const CodeRun& run, const ProcessAnswer& answer)
{
    const QStringList wanted = comparableLines(*run.output);
    const QStringList got = comparableLines(QString::fromUtf8(answer.output));
    if (wanted == got) {
        return std::nullopt;
    }
    const auto first = std::mismatch(wanted.begin(), wanted.end(), got.begin(), got.end()).first - wanted.begin();
    const auto shown = [first](const QStringList& lines) {
        return first < lines.size() ? u"\"%1\""_s.arg(lines[first].left(shownCharacters)) : u"the end"_s;
    };
    return fault(run, run.outputLine + 1 + static_cast<int>(first), "code-output",
        u"The output differs in line %1: here %2, from the %3 block %4."_s.arg(first + 1).arg(shown(wanted), run.language, shown(got)),
        u"Correct the code, or the output block."_s);
}

std::optional<CourseFault> verdictOnFailure(const CodeRun& run, const ProcessAnswer& answer)
{
    if (answer.exitCode == 0) {
        return fault(run, run.line, "code-fails", u"The %1 block must fail, and ends well."_s.arg(run.language),
            u"Correct the code, or mark it as run."_s);
    }
    const QString wanted = run.output.value_or(QString()).trimmed();
    const bool isSaid = !wanted.isEmpty() && QString::fromUtf8(answer.output + answer.error).contains(wanted);
    if (isSaid || !run.output) { // without an output block fence-output has named it
        return std::nullopt;
    }
    return fault(run, run.outputLine, "code-fails", u"The block fails with another text: %1"_s.arg(said(answer)),
        u"Write a part of that text into the output block, or correct the code."_s);
}

std::optional<CourseFault> verdictOnEnd(const CodeRun& run, const ProcessAnswer& answer)
{
    using End = ProcessAnswer::End;
    if (answer.end == End::TookTooLong) {
        return fault(run, run.line, "code-time", u"The %1 block takes too long."_s.arg(run.language),
            u"Shorten what it does; a server must be ended by its own block."_s);
    }
    if (answer.end == End::SaidTooMuch) {
        return fault(run, run.line, "code-time", u"The %1 block prints more than 1 MiB."_s.arg(run.language), u"Print less."_s);
    }
    if (answer.end == End::NotStarted) {
        return fault(
            run, run.line, "code-run", u"The %1 block could not be started."_s.arg(run.language), u"Check again; see the machine's log."_s);
    }
    return std::nullopt;
}

QString packageOf(const QString& tool)
{
    static const std::map<QString, QString> packages { { u"node"_s, u"nodejs"_s }, { u"java"_s, u"default-jdk-headless"_s },
        { u"javac"_s, u"default-jdk-headless"_s }, { u"php"_s, u"php-cli"_s }, { u"psql"_s, u"postgresql"_s },
        { u"dig"_s, u"bind9-dnsutils"_s }, { u"ss"_s, u"iproute2"_s }, { u"ip"_s, u"iproute2"_s } };
    const auto found = packages.find(tool);
    return found == packages.end() ? tool : found->second;
}

} // namespace

CourseFault missingTool(const CodeRun& run, const QString& tool, const QString& package)
{
    return fault(run, run.line, "code-tool-missing", u"The %1 block needs \"%2\", which is not installed."_s.arg(run.language, tool),
        u"Install the package %1, or check with --no-run."_s.arg(package));
}

std::optional<CourseFault> verdictOn(const CodeRun& run, const ProcessAnswer& answer)
{
    if (answer.end != ProcessAnswer::End::Exited) {
        return verdictOnEnd(run, answer);
    }
    if (run.act == Fence::Act::Fails) {
        return verdictOnFailure(run, answer);
    }
    if (run.act == Fence::Act::Check && run.language == "sql"_L1) { // names may be unknown; only the grammar counts
        static const QRegularExpression grammar(u"syntax error|incomplete input|unrecognized token"_s);
        const bool isBroken = grammar.match(QString::fromUtf8(answer.error)).hasMatch();
        return isBroken
            ? std::optional(fault(run, run.line, "code-check", u"The block does not parse: %1"_s.arg(said(answer)), u"Correct the code."_s))
            : std::nullopt;
    }
    static const QRegularExpression missing(uR"((\S+): (?:command )?not found)"_s);
    if (const auto match = missing.match(QString::fromUtf8(answer.error)); answer.exitCode == 127 && match.hasMatch()) {
        return missingTool(run, match.captured(1), packageOf(match.captured(1)));
    }
    if (answer.exitCode != 0) {
        const bool isCheck = run.act == Fence::Act::Check;
        return fault(run, run.line, isCheck ? "code-check" : "code-run",
            isCheck ? u"The %1 block does not compile: %2"_s.arg(run.language, said(answer))
                    : u"The %1 block ends with %2: %3"_s.arg(run.language).arg(answer.exitCode).arg(said(answer)),
            u"Correct the code, or mark it as fails with its output."_s);
    }
    return run.act == Fence::Act::Run && run.output ? verdictOnOutput(run, answer) : std::nullopt;
}

} // namespace waymark::exchange
