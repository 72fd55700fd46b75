// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QApplication>
#include <QEvent>

#include <time.h>

namespace waymark::bench {

/// Milliseconds of processor time of this thread so far.
inline double threadTime()
{
    timespec time {};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return double(time.tv_sec) * 1e3 + double(time.tv_nsec) / 1e6;
}

/// Measures each event of the window's thread on its own, with all that it brings about.
class Watch : public QApplication
{
public:
    using QApplication::QApplication;

    bool notify(QObject* receiver, QEvent* event) override
    {
        if (m_isInside) {
            return QApplication::notify(receiver, event);
        }
        m_isInside = true;
        if (event->type() == QEvent::Paint || event->type() == QEvent::UpdateRequest) {
            paints = true;
        }
        const char* const who = receiver->metaObject()->className(); // both may be gone afterwards
        const int type = event->type();
        const double begin = threadTime();
        const bool taken = QApplication::notify(receiver, event);
        const double spent = threadTime() - begin;
        if (spent > longest) {
            longest = spent;
            what = QString::fromLatin1(who) + u' ' + QString::number(type) + u' ' + doing;
        }
        m_isInside = false;
        return taken;
    }

    double longest = 0;
    QString what;
    QString doing;
    bool paints = false;

private:
    bool m_isInside = false;
};

/// What a click does that opens a lesson; one event as the window counts.
template <class Act> void asEvent(Watch& watch, const QString& doing, Act act)
{
    watch.doing = doing;
    QMetaObject::invokeMethod(qApp, act, Qt::QueuedConnection);
    QCoreApplication::processEvents();
}

} // namespace waymark::bench
