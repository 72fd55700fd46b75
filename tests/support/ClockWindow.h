// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <GraphCourse.h>
#include <MemoryWorkspace.h>
#include <ScreenParts.h>

#include <ui/theme/Theme.h>
#include <ui/window/MainWindow.h>
#include <ui/window/NoticeBar.h>
#include <ui/window/StudyClock.h>
#include <ui/window/WatchCommands.h>

#include <domain/StudyEdits.h>

#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

namespace waymark::support {

using namespace Qt::StringLiterals;

/// The window at a skill of the graph course, with the watch at its foot, under a clock that the test sets.
class ClockWindow
{
protected:
    static constexpr qint64 minute = 60'000;
    static inline const QString base = u"base"_s;

    /// A library in which nothing has been done, on 2026-11-21 at 8:40.
    void startAnew()
    {
        m_now = 1'795'250'400'000;
        m_settings = std::make_unique<QSettings>(m_home.filePath(u"settings.ini"_s), QSettings::IniFormat);
        m_settings->clear();
        m_windowSettings = std::make_unique<ui::WindowSettings>(*m_settings);
        m_theme = std::make_unique<ui::Theme>(*qApp);
        domain::CourseContent content;
        content.course = graphCourse();
        m_library = std::make_unique<MemoryWorkspace>(content, session::Clock { [this] { return m_now; }, QTimeZone::utc() });
        open();
    }
    void closeAll()
    {
        m_window.reset();
        m_theme.reset();
        m_library.reset();
    }

    /// As after another start of the program.
    void open()
    {
        m_window.reset();
        m_window = std::make_unique<ui::MainWindow>(workspace(), *m_theme, *m_windowSettings);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        m_window->go({ ui::PageId::Skill, base, {} });
    }
    [[nodiscard]] session::Workspace& workspace() const { return **m_library; }
    [[nodiscard]] const std::optional<domain::RunningTimer>& timer() const { return workspace().progress().timer(); }
    [[nodiscard]] ui::StudyClock& clock() const { return *childOf<ui::StudyClock>(*m_window, u"studyClock"_s); }
    [[nodiscard]] QString text(const QString& name) const { return textIn(clock(), name); }
    [[nodiscard]] bool isShown(const QString& name) const { return shownIn<QWidget>(clock(), name) != nullptr; }
    [[nodiscard]] QAction& action(const char* id) const { return *m_window->actions()[id]; }
    [[nodiscard]] QString notice() const { return childOf<ui::NoticeBar>(*m_window, u"noticeBar"_s)->text(); }
    void click(const QString& name) const { clickShown(clock(), name); }
    /// So long without a key, and then the next second.
    void beAway(qint64 milliseconds)
    {
        m_now += milliseconds;
        m_window->findChild<ui::WatchCommands*>()->tick();
    }
    void touch() const { QTest::keyClick(m_window.get(), Qt::Key_Shift); }
    void start(const domain::Focus& focus = {}) const
    {
        QVERIFY(workspace().apply(domain::startTimer(workspace().context(), base, focus)));
    }

    qint64 m_now = 0;
    QTemporaryDir m_home;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<ui::WindowSettings> m_windowSettings;
    std::unique_ptr<MemoryWorkspace> m_library;
    std::unique_ptr<ui::Theme> m_theme;
    std::unique_ptr<ui::MainWindow> m_window;
};

} // namespace waymark::support
