// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/ProgramLog.h>

#include <app/CrashReport.h>
#include <app/ExitCode.h>

#include <session/Workspace.h>
#include <ui/window/MainWindow.h>

#include <QAction>

#include <chrono>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace waymark::app {

namespace {

LogRing ring;
QtMessageHandler listenerBefore = nullptr;

/// Since the log began.
double seconds()
{
    static const auto begin = std::chrono::steady_clock::now();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

QLatin1StringView wordOf(QtMsgType type)
{
    switch (type) {
    case QtDebugMsg:
        return "debug"_L1;
    case QtInfoMsg:
        return "info"_L1;
    case QtWarningMsg:
        return "warning"_L1;
    case QtCriticalMsg:
        return "critical"_L1;
    case QtFatalMsg:
        break;
    }
    return "fatal"_L1;
}

void listen(QtMsgType type, const QMessageLogContext& context, const QString& text)
{
    keepLine(wordOf(type), QString::fromLatin1(context.category == nullptr ? "default" : context.category));
    if (type == QtFatalMsg) {
        noteCrashReason("qFatal");
    }
    if (listenerBefore != nullptr) {
        listenerBefore(type, context, text);
    }
}

QString wordsOf(const session::Changes& changes)
{
    QStringList words;
    const std::pair<bool, const char*> kinds[]
        = { { changes.course, "course" }, { changes.goal, "goal" }, { changes.learner, "learner" }, { changes.time, "time" },
              { changes.plan, "plan" }, { changes.recall, "recall" }, { changes.reviews, "reviews" }, { changes.day, "day" } };
    for (const auto& [isChanged, word] : kinds) {
        if (isChanged) {
            words.append(QLatin1StringView(word));
        }
    }
    return (words + changes.skills).join(u' ');
}

} // namespace

const LogRing& programLog()
{
    return ring;
}

void keepLine(QLatin1StringView topic, const QString& what)
{
    std::array<char, LogRing::width> line {};
    const int size = std::snprintf(line.data(), line.size(), "%10.3f  %-8s  %s", seconds(), topic.data(), what.toUtf8().constData());
    if (size > 0) {
        ring.add({ line.data(), std::min(static_cast<std::size_t>(size), line.size() - 1) });
    }
}

void listenToMessages()
{
    static_cast<void>(seconds());
    if (const QtMessageHandler before = qInstallMessageHandler(listen); before != listen) {
        listenerBefore = before;
    }
}

void keepLogOf(session::Workspace& workspace, ui::MainWindow& window)
{
    for (const QAction* action : window.actions().all()) {
        QObject::connect(action, &QAction::triggered, &window, [action] { keepLine("action"_L1, action->objectName()); });
    }
    QObject::connect(&workspace, &session::Workspace::changed, &window,
        [](const session::Changes& changes) { keepLine("change"_L1, wordsOf(changes)); });
    QObject::connect(&workspace, &session::Workspace::failed, &window,
        [](const domain::Error& error) { keepLine("failure"_L1, QString::number(static_cast<int>(exitCodeOf(error.code)))); });
    keepLine("library"_L1, workspace.isReadOnly() ? u"read-only"_s : u"open"_s);
}

} // namespace waymark::app
