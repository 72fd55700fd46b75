// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QTimer>

namespace waymark::session {
class Workspace;
}

namespace waymark::ui {

/// Notices that another learning day has begun while a screen stands open: each minute, and at once when it is shown or its window is
/// turned to, as after a night in which the computer slept. The workspace has noticed the time before turned() is emitted.
class DayTurn : public QObject
{
    Q_OBJECT

public:
    DayTurn(session::Workspace& workspace, QWidget* screen);

Q_SIGNALS:
    void turned();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void look();
    [[nodiscard]] QDate today() const;

    session::Workspace& m_workspace;
    QDate m_day;
    QTimer m_minute;
};

} // namespace waymark::ui
