// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <session/StudyWatch.h>
#include <ui/Page.h>

#include <QTimer>

namespace waymark::ui {

class Actions;
class WindowSettings;

/// The watch of the window: tells it of every key and pointer in the program, lets it tick while there is one, binds its actions, and says
/// what it does by itself.
class WatchCommands : public QObject
{
    Q_OBJECT

public:
    WatchCommands(session::Workspace& workspace, Actions& actions, WindowSettings& settings, QObject* parent = nullptr);

    [[nodiscard]] session::StudyWatch& watch() { return m_watch; }
    [[nodiscard]] QAction& countIdle() { return m_countIdle; } ///< of a watch that has paused because nothing was done
    /// The skill that the watch is started on from now on; empty for none.
    void setSkill(const QString& skill);
    /// Takes up what the last start of the program left, and ticks. In safe mode it does neither.
    void wake();
    /// What the clock on the wall asks for, once a second while there is a watch.
    void tick();
    /// Until when somebody was there, for the next start of the program.
    void remember();

Q_SIGNALS:
    void ticked();
    void said(const QString& text, waymark::ui::NoticeTone tone);
    /// With an action that does something about it.
    void offered(const QString& text, waymark::ui::NoticeTone tone, QAction* action);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void bind();
    void bindNews();
    void sayKept(const QString& skill, int minutes);
    [[nodiscard]] QString titleOf(const QString& skill) const;
    void toggle();
    void refresh();

    session::Workspace& m_workspace;
    Actions& m_actions;
    WindowSettings& m_settings;
    session::StudyWatch m_watch;
    QAction m_countIdle;
    QAction m_goOn;
    QTimer m_second;
    QString m_skill;
    qint64 m_remembered = 0; ///< when it last did so; UTC milliseconds
};

} // namespace waymark::ui
