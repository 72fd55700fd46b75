// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QAction;

namespace waymark::session {
class Workspace;
}

namespace waymark::ui {

class WindowSettings;

/// Asks whether a clock is right that stands far from what was done last: once at a start, and once whenever it jumps while the window
/// stands open. Whoever goes on without an answer has given one; a clock that is right again takes the question back.
class ClockNotice : public QObject
{
    Q_OBJECT

public:
    ClockNotice(const session::Workspace& workspace, WindowSettings& settings, QObject* parent);

    void tell(); ///< at a start
    void look(); ///< at any time: whether the clock has jumped since it was looked at last

Q_SIGNALS:
    void offered(const QString& sentence, QAction* isRight);
    void answered();

private:
    void ask();
    void believe();

    const session::Workspace& m_workspace;
    WindowSettings& m_settings;
    QAction* m_isRight; ///< its data is the edit that is asked about, if any
    qint64 m_seen; ///< what the clock said when it was looked at last
};

} // namespace waymark::ui
