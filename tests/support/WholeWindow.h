// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <CommandFixture.h>
#include <ScreenParts.h>
#include <ShownWindow.h>

#include <app/WindowStart.h>
#include <ui/window/MainWindow.h>
#include <ui/window/NoticeBar.h>

#include <QDir>
#include <QStandardPaths>
#include <QTest>
#include <QTimer>

#include <functional>

namespace waymark::support {

using namespace Qt::StringLiterals;

inline QString noticeOf(const ui::MainWindow& window)
{
    return childOf<ui::NoticeBar>(window, u"noticeBar"_s)->text();
}

/// Acts once, as soon as there is a window of which `isReady` holds.
inline void whenWindow(const std::function<bool(ui::MainWindow&)>& isReady, const std::function<void(ui::MainWindow&)>& act)
{
    auto* look = new QTimer(qApp);
    QObject::connect(look, &QTimer::timeout, look, [=] {
        ui::MainWindow* window = shownWindow();
        if (window != nullptr && QApplication::activeModalWidget() == nullptr && isReady(*window)) {
            look->stop();
            look->deleteLater();
            act(*window);
        }
    });
    look->start(1);
}

inline bool isThere(ui::MainWindow&)
{
    return true;
}

inline void closeIt(ui::MainWindow& window)
{
    window.close();
}

/// The menus work: what a start still does behind the window is done.
inline bool isReady(ui::MainWindow& window)
{
    return window.menuWidget()->isEnabled();
}

/// The program from its start to its end, in this process, with a home of its own. A test of it derives from this.
class WholeWindow : public CommandFixture
{
protected:
    void startAnew()
    {
        QApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
        qputenv("XDG_STATE_HOME", path(u"state"_s).toUtf8());
        makeLibrary();
        QDir(path(u"state"_s)).removeRecursively();
        QSettings settings(path(u"window.ini"_s), QSettings::IniFormat);
        settings.clear();
        ui::WindowSettings(settings).setFirstRunDone();
    }

    /// What the window says first.
    QString wordOfStart()
    {
        QString word;
        whenWindow(isReady, [&](ui::MainWindow& window) {
            word = noticeOf(window);
            window.close();
        });
        return start() == 0 ? word : u"it did not start"_s;
    }

    int start()
    {
        QSettings settings(path(u"window.ini"_s), QSettings::IniFormat);
        return app::runWindow(*qApp, app::requestOf({ u"--library"_s, m_library }), settings);
    }
};

/// main() of such a test.
template <class Test> int runTest(int argc, char** argv)
{
    QStandardPaths::setTestModeEnabled(true);
    QApplication application(argc, argv);
    Test test;
    return QTest::qExec(&test, argc, argv);
}

} // namespace waymark::support
