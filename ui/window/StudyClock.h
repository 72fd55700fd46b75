// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <session/StudyWatch.h>

#include <QFrame>

#include <tuple>

class QPushButton;
class QToolButton;

namespace waymark::ui {

class Actions;
class ElidedLabel;
class IconMark;
class TextLabel;
class WatchCommands;
class WatchQuestion;

/// The watch at the foot of the window, there only while one is: how long, on what, and what it is at. Where nobody knows what its time
/// was, it asks instead.
class StudyClock : public QFrame
{
    Q_OBJECT

public:
    StudyClock(const session::Workspace& workspace, WatchCommands& commands, Actions& actions, QWidget* parent = nullptr);

Q_SIGNALS:
    void skillRequested(const QString& skill);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] QWidget* makeRow(WatchCommands& commands, Actions& actions);
    void refresh();
    void refreshTime();
    void refreshQuestion();

    const session::Workspace& m_workspace;
    session::StudyWatch& m_watch;
    QWidget* m_row = nullptr;
    IconMark* m_icon = nullptr;
    TextLabel* m_time = nullptr;
    QPushButton* m_skill = nullptr;
    ElidedLabel* m_phase = nullptr;
    QToolButton* m_countIdle = nullptr;
    WatchQuestion* m_question = nullptr;
    std::tuple<QString, session::StudyWatch::Phase, bool> m_asked; ///< of which skill, when it is what, and whether it is too long
};

} // namespace waymark::ui
