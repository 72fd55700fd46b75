// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>
#include <QString>

#include <deque>
#include <functional>

namespace waymark::session {

/// One change of the library at a time. The window lives while one is stored (ThreadedStore), so what comes by itself in that time waits
/// here for its end: what a timer is due for, what a worker brings, what a field would save that loses the keyboard.
class ChangeTurns : public QObject
{
    Q_OBJECT

public:
    using Act = std::function<void()>;

    [[nodiscard]] bool isChanging() const { return m_isChanging; }

    /// Acts now, or where a change is being stored after it, when whoever asked for the change has gone on: in the order in which it came,
    /// one act a turn of the loop, and not if `who` is gone by then. What comes when the change has just ended acts at once, before those.
    /// What `who` has waiting under the same name is not done twice.
    void whenStill(QObject* who, Act act, const QString& name = {});

    /// While it lives a change is being stored.
    class Turn
    {
    public:
        explicit Turn(ChangeTurns& turns)
            : m_turns(turns)
        {
            m_turns.m_isChanging = true;
        }
        ~Turn() { m_turns.end(); }
        Q_DISABLE_COPY_MOVE(Turn)

    private:
        ChangeTurns& m_turns;
    };

private:
    struct Waiting
    {
        QPointer<QObject> who;
        QString name;
        Act act;
    };
    void end();
    void next();

    std::deque<Waiting> m_waiting;
    bool m_isChanging = false;
};

} // namespace waymark::session
