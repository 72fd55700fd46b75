// SPDX-License-Identifier: GPL-3.0-or-later
#include <exchange/ProcessRun.h>

#include <QElapsedTimer>
#include <QProcess>
#include <QProcessEnvironment>
#include <QStandardPaths>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark::exchange {

namespace {

constexpr qsizetype mostBytes = 1024 * 1024; ///< of output and of error
constexpr int pollMilliseconds = 20;
constexpr int ofSignal = 128;

/// What the system has installed, and nothing of a home: a lesson must run on every machine with the same packages.
QStringList toolFolders()
{
    const QStringList folders = qEnvironmentVariable("PATH").split(u':', Qt::SkipEmptyParts);
    QStringList ofSystem;
    std::copy_if(folders.begin(), folders.end(), std::back_inserter(ofSystem),
        [](const QString& folder) { return folder.startsWith("/usr/"_L1) || folder == "/bin"_L1 || folder == "/sbin"_L1; });
    return ofSystem;
}

QProcessEnvironment cleanEnvironment(const QString& home)
{
    QProcessEnvironment environment;
    environment.insert(u"PATH"_s, toolFolders().join(u':'));
    environment.insert(u"HOME"_s, home);
    environment.insert(u"TMPDIR"_s, home); // a server that starts clears what it takes for its own in a folder that others use, too
    environment.insert(u"LANG"_s, u"C.UTF-8"_s);
    environment.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
    environment.insert(u"TZ"_s, u"UTC"_s);
    environment.insert(u"PYTHONDONTWRITEBYTECODE"_s, u"1"_s);
    return environment;
}

void collect(QProcess& process, ProcessAnswer& answer)
{
    answer.output += process.readAllStandardOutput();
    answer.error += process.readAllStandardError();
}

/// Reads until the program has ended, or says why it was not let go on.
ProcessAnswer::End await(QProcess& process, const ProcessCall& call, const std::function<bool()>& isCancelled, ProcessAnswer& answer)
{
    QElapsedTimer timer;
    timer.start();
    while (!process.waitForFinished(pollMilliseconds)) {
        collect(process, answer);
        if (process.state() == QProcess::NotRunning) {
            break;
        }
        if (answer.output.size() + answer.error.size() > mostBytes) {
            return ProcessAnswer::End::SaidTooMuch;
        }
        if (isCancelled && isCancelled()) {
            return ProcessAnswer::End::Cancelled;
        }
        if (timer.elapsed() > call.seconds * 1000) {
            return ProcessAnswer::End::TookTooLong;
        }
    }
    return ProcessAnswer::End::Exited;
}

} // namespace

QString toolPath(const QString& name)
{
    const QStringList folders = toolFolders();
    return folders.isEmpty() ? QString() : QStandardPaths::findExecutable(name, folders);
}

ProcessAnswer runProcess(const ProcessCall& call, const std::function<bool()>& isCancelled)
{
    ProcessAnswer answer;
    QProcess process;
    process.setProgram(toolPath(call.command.value(0)));
    process.setArguments(call.command.mid(1));
    process.setWorkingDirectory(call.folder);
    process.setProcessEnvironment(cleanEnvironment(call.home));
    process.setChildProcessModifier(platform::childSetup(call.limits));
    process.start();
    if (!process.waitForStarted(call.seconds * 1000)) {
        return answer;
    }
    const qint64 group = process.processId();
    process.write(call.input);
    process.closeWriteChannel();
    answer.end = await(process, call, isCancelled, answer);
    platform::endGroup(group);
    if (process.state() != QProcess::NotRunning) {
        process.kill();
        process.waitForFinished();
    }
    collect(process, answer);
    answer.exitCode = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : ofSignal + process.exitCode();
    return answer;
}

} // namespace waymark::exchange
