// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QAction;

namespace waymark::session {
class Workspace;
}

namespace waymark::ui {

class WindowSettings;

/// Asks once, at a start, whether a clock is right that stands far from what was done last. Whoever goes on without an answer has given
/// one.
class ClockNotice : public QObject
{
    Q_OBJECT

public:
    ClockNotice(const session::Workspace& workspace, WindowSettings& settings, QObject* parent);

    void tell();

Q_SIGNALS:
    void offered(const QString& sentence, QAction* isRight);
    void answered();

private:
    void believe();

    const session::Workspace& m_workspace;
    WindowSettings& m_settings;
    QAction* m_isRight;
};

} // namespace waymark::ui
