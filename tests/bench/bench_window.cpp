// SPDX-License-Identifier: GPL-3.0-or-later
// How long the window stands still at most, in milliseconds of its thread's processor time, while a large course is installed and a merge
// or an import of many changes is stored, taken back and stored again.
//
// usage: bench_window CHANGES SKILLS
#include "BenchLibrary.h"
#include "BenchReport.h"

#include "../support/StallWatch.h"

#include <app/CommandLine.h>
#include <session/ThreadedStore.h>
#include <ui/setup/BusyWait.h>
#include <ui/theme/Theme.h>
#include <ui/window/MainWindow.h>

#include <QSettings>
#include <QTemporaryDir>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace waymark;

namespace {

session::ThreadedStore::Opened asStore(domain::Result<std::unique_ptr<storage::SqliteStore>> store)
{
    return std::move(store).map([](std::unique_ptr<storage::SqliteStore> opened) -> std::unique_ptr<domain::Store> { return opened; });
}

/// As the window has it.
std::unique_ptr<session::Workspace> newWorkspace(const QString& path)
{
    const auto create = [path](auto watch) {
        storage::OpenOptions options = bench::openOptions();
        options.watch = watch;
        return asStore(storage::SqliteStore::create(path, options));
    };
    auto store = session::ThreadedStore::open(
        { create, [path] { return asStore(storage::SqliteStore::openReadOnly(path, bench::openOptions())); } }, ui::busyWait());
    return bench::must(session::Workspace::open(bench::must(std::move(store), "a new library"), bench::clock()), "the workspace");
}

/// What a merge brings: attempts and study time of all skills.
domain::Edit manyChanges(int count, int skills)
{
    domain::Edit edit { u"many"_s, domain::EditKind::ImportPlan, {}, bench::openOptions().now, {} };
    for (int i = 0; i < count; ++i) {
        const QString skill = bench::skillId(i % skills);
        const QString id = u"record-%1"_s.arg(i);
        const qint64 at = edit.at - 60'000LL * i;
        if (i % 2 == 0) {
            edit.changes.push_back({ domain::RecordKey::ofTime(id), std::nullopt, domain::TimeEntry { skill, at, 1, 0 } });
        } else {
            domain::Attempt attempt;
            attempt.at = at;
            edit.changes.push_back({ domain::RecordKey::ofAttempt(skill, u"question-1"_s, id), std::nullopt, attempt });
        }
    }
    return edit;
}

class Window
{
public:
    Window(support::StallWatch& watch, session::Workspace& workspace, ui::MainWindow& window)
        : m_watch(watch)
        , m_workspace(workspace)
        , m_window(window)
    {
    }

    /// The longest time for which the window stood still while it was done, on a page that shows it.
    void measure(bench::Report& report, const char* name, ui::PageId page, const std::function<bool(session::Workspace&)>& act)
    {
        m_window.go({ page, {}, {} });
        settle();
        m_watch.forget();
        m_watch.setDoing(QLatin1StringView(name));
        QEventLoop loop;
        QTimer::singleShot(0, &m_window, [&] {
            if (!act(m_workspace)) {
                qFatal("%s", name);
            }
            loop.quit();
        });
        loop.exec();
        settle();
        report.add(name, m_watch.longest().milliseconds);
    }

private:
    /// Until nothing that was begun goes on.
    static void settle()
    {
        constexpr int quiet = 500; // milliseconds
        QEventLoop loop;
        QTimer::singleShot(quiet, &loop, &QEventLoop::quit);
        loop.exec();
        session::workers().waitForDone();
        QCoreApplication::processEvents();
    }

    support::StallWatch& m_watch;
    session::Workspace& m_workspace;
    ui::MainWindow& m_window;
};

} // namespace

int main(int argc, char* argv[])
{
    support::StallWatch application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const int changes = arguments.value(1).toInt();
    const int skills = arguments.value(2).toInt();
    const QTemporaryDir folder;
    const auto workspace = newWorkspace(folder.filePath(u"window.waymark"_s));
    QSettings settings(folder.filePath(u"window.ini"_s), QSettings::IniFormat);
    ui::WindowSettings windowSettings(settings);
    windowSettings.setFirstRunDone();
    ui::Theme theme(application);
    ui::MainWindow mainWindow(*workspace, theme, windowSettings);
    mainWindow.resize(1280, 800);
    mainWindow.show();

    bench::Report report;
    Window window(application, *workspace, mainWindow);
    const domain::CourseContent course = bench::contentOf(skills, 20'000LL * skills);
    const domain::Edit edit = manyChanges(changes, skills);
    using ui::PageId;
    window.measure(report, "install", PageId::Today, [&](auto& held) { return held.installCourse(course).has_value(); });
    window.measure(report, "store", PageId::Today, [&](auto& held) { return held.apply(edit).has_value(); });
    window.measure(report, "undo", PageId::Today, [](auto& held) { return held.undo().has_value(); });
    window.measure(report, "redo", PageId::Plan, [](auto& held) { return held.redo().has_value(); });
    return 0;
}
