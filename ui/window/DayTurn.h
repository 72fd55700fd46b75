// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>

namespace waymark::session {
class Workspace;
}

namespace waymark::ui {

/// Has the workspace look at the day while the window stands open: each minute, and at once when the window is shown or turned to, as after
/// a night in which the computer slept. What shows days learns of a new one as of any other change, by Workspace::changed(); what minds the
/// clock itself, by looked().
class DayTurn : public QObject
{
    Q_OBJECT

public:
    /// Of `window`, which owns it.
    DayTurn(session::Workspace& workspace, QWidget* window);

Q_SIGNALS:
    void looked(); ///< at the clock

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void look();

    session::Workspace& m_workspace;
    QTimer m_minute;
};

} // namespace waymark::ui
