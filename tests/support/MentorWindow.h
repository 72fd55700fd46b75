// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <MentorFixture.h>

#include <ui/theme/Theme.h>
#include <ui/window/MainWindow.h>
#include <ui/window/NoticeBar.h>

#include <QSettings>

namespace waymark::support {

/// The whole window of a person who answers plans, so that history, settings and keys are theirs.
struct MentorWindow : MentorFixture
{
    QSettings stored { path(u"settings.ini"_s), QSettings::IniFormat };
    ui::WindowSettings settings { stored };
    ui::Theme theme { *qobject_cast<QApplication*>(QCoreApplication::instance()) };
    std::unique_ptr<ui::MainWindow> window;

    void open()
    {
        window = std::make_unique<ui::MainWindow>(
            *library.workspace, theme, settings, ui::MentorFiles { path(u"key.json"_s), path(u"drafts"_s) });
        window->show();
        QVERIFY(QTest::qWaitForWindowActive(window.get()));
    }
    void close()
    {
        window->close();
        window.reset();
    }
    [[nodiscard]] bool isShown(const QString& name) const
    {
        const auto* found = window->findChild<QWidget*>(name);
        return found != nullptr && found->isVisible();
    }
    void press(Qt::Key key, Qt::KeyboardModifiers with = {}) const
    {
        QTest::keyClick(QApplication::focusWidget() != nullptr ? QApplication::focusWidget() : window.get(), key, with);
    }
    [[nodiscard]] QString notice() const { return childOf<ui::NoticeBar>(*window, u"noticeBar"_s)->text(); }
};

} // namespace waymark::support
