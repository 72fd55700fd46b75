// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ScreenParts.h>
#include <WorkspaceFixture.h>

#include <ui/theme/Theme.h>
#include <ui/window/MainWindow.h>
#include <ui/window/NoticeBar.h>

#include <QAction>
#include <QSettings>
#include <QTemporaryDir>

namespace waymark::support {

using namespace Qt::StringLiterals;

/// The window over a workspace, with settings of its own.
struct WindowFixture
{
    WorkspaceFixture f;
    QTemporaryDir home;
    QSettings settings { home.filePath(u"settings.ini"_s), QSettings::IniFormat };
    ui::WindowSettings windowSettings { settings };
    ui::Theme theme { *qApp };
    std::unique_ptr<ui::MainWindow> window;

    explicit WindowFixture(const domain::Course& course = graphCourse())
        : f(course)
    {
        open();
    }
    void open()
    {
        window = std::make_unique<ui::MainWindow>(*f.workspace, theme, windowSettings);
        window->show();
    }
    void trigger(const char* id) { window->actions()[id]->trigger(); }
    template <class T> T* find(const QString& name) const { return childOf<T>(*window, name); }
    void click(const QString& name) { QTest::mouseClick(find<QAbstractButton>(name), Qt::LeftButton); }
    [[nodiscard]] QString notice() const { return find<ui::NoticeBar>(u"noticeBar"_s)->text(); }
};

} // namespace waymark::support
