// SPDX-License-Identifier: GPL-3.0-or-later
#include "Gallery.h"

#include <ui/window/MainWindow.h>
#include <ui/window/WindowSettings.h>

#include <QAbstractSlider>
#include <QScrollArea>
#include <QSettings>
#include <QTemporaryDir>
#include <QTreeView>

using namespace Qt::StringLiterals;

/// The pictures of plan, progress and watch.
namespace waymark::gallery {

void Gallery::planned(session::Workspace& workspace, const QString& state, const QSize& size)
{
    ui::WindowSettings windowSettings(m_settings);
    ui::MainWindow window(workspace, m_theme, windowSettings);
    window.resize(size);
    window.show();
    const QString tail = u"%1-%2x%3"_s.arg(state).arg(size.width()).arg(size.height());
    shoot(window, { ui::PageId::Today, {}, {} }, u"today-planned-"_s + tail);
    for (const QString& section : { u"schedule"_s, u"board"_s, u"hours"_s }) {
        shoot(window, { ui::PageId::Plan, {}, section }, u"plan-%1-"_s.arg(section) + tail);
    }
    for (const QString& section : { u"way"_s, u"hours"_s, u"days"_s, u"recall"_s, u"estimates"_s, u"areas"_s }) {
        shoot(window, { ui::PageId::Progress, {}, section }, u"progress-%1-"_s.arg(section) + tail);
    }
    shoot(window, { ui::PageId::Skill, u"vcs-git-basics"_s, {} }, u"skill-timed-"_s + tail);
}

void Gallery::planning(session::Workspace& workspace, const QString& state, const QSize& size)
{
    ui::WindowSettings windowSettings(m_settings);
    ui::MainWindow window(workspace, m_theme, windowSettings);
    window.resize(size);
    window.show();
    const QString tail = u"%1-%2x%3"_s.arg(state).arg(size.width()).arg(size.height());
    window.go({ ui::PageId::Plan, u"lang-choosing"_s, u"schedule"_s });
    window.findChild<QTreeView*>(u"plan.schedule"_s)->setFocus(Qt::OtherFocusReason);
    save(window, u"plan-chosen-"_s + tail);
    press(window, u"plan.whatIf"_s);
    auto* hours = window.findChild<QAbstractSlider*>(u"plan.trial.hours"_s);
    hours->setValue(hours->value() * 2);
    hours->setFocus(Qt::OtherFocusReason);
    save(window, u"plan-what-if-"_s + tail);
    press(window, u"plan.whatIf"_s);
    window.go({ ui::PageId::Skill, u"vcs-git-basics"_s, {} });
    press(window, u"time.earlier"_s);
    if (auto* panel = window.findChild<QWidget*>(u"timePanel"_s); panel != nullptr) {
        window.findChild<QScrollArea*>(u"side"_s)->ensureWidgetVisible(panel, 0, panel->height() / 2);
    }
    save(window, u"skill-time-editor-"_s + tail);
    press(window, u"time.cancel.new"_s);
}

void Gallery::overdone(session::Workspace& workspace, const QString& state, const QSize& size)
{
    const QTemporaryDir fresh; // where no watch was seen
    QSettings settings(fresh.filePath(u"settings.ini"_s), QSettings::IniFormat);
    ui::WindowSettings windowSettings(settings);
    ui::MainWindow window(workspace, m_theme, windowSettings);
    window.resize(size);
    window.show();
    const QString tail = u"%1-%2x%3"_s.arg(state).arg(size.width()).arg(size.height());
    shoot(window, { ui::PageId::Today, {}, {} }, u"watch-question-"_s + tail);
    shoot(window, { ui::PageId::Plan, {}, u"board"_s }, u"plan-board-over-"_s + tail);
}

} // namespace waymark::gallery
