// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QApplication>
#include <QEvent>
#include <QMetaEnum>
#include <QTextStream>
#include <QThread>

#include <algorithm>
#include <ctime>
#include <utility>
#include <vector>

namespace waymark::support {

/// An event that kept the window busy.
struct Stall
{
    double milliseconds = 0; ///< of the processor, see StallWatch
    QString what; ///< the event and who got it
    QString during; ///< what was being done, in the words of whoever watches
};

/// An application that notes each event whose handling took the window's thread longer than a frame (16 ms), and lists it; what took longer
/// than a person overlooks (100 ms) is marked. It counts the time that the thread had a processor (CLOCK_THREAD_CPUTIME_ID) and not what a
/// clock on the wall shows: on a machine that is busy with other things the wall says nothing of us. So it does not see a thread that waits
/// for a disk or for a lock. The events of a loop inside of a handler, such as that of a dialog, count for themselves. A tool for the soak
/// and for benchmarks: no test of the suite fails for a time.
class StallWatch : public QApplication
{
public:
    static constexpr double frame = 16; ///< milliseconds
    static constexpr double limit = 100; ///< milliseconds

    using QApplication::QApplication;

    /// What is being done from now on.
    void setDoing(const QString& doing) { m_doing = doing; }
    [[nodiscard]] const std::vector<Stall>& stalls() const { return m_stalls; }
    /// The longest event, however short; 0 before the first.
    [[nodiscard]] const Stall& longest() const { return m_longest; }
    void forget()
    {
        m_stalls.clear();
        m_longest = {};
    }
    [[nodiscard]] auto tooLong() const
    {
        return std::count_if(m_stalls.begin(), m_stalls.end(), [](const Stall& stall) { return stall.milliseconds > limit; });
    }

    /// Longest first, `most` of them, those over the limit with a mark.
    void list(QTextStream& out, std::size_t most) const
    {
        std::vector<Stall> sorted = m_stalls;
        std::stable_sort(sorted.begin(), sorted.end(), [](const Stall& a, const Stall& b) { return a.milliseconds > b.milliseconds; });
        sorted.resize(std::min(sorted.size(), most));
        for (const Stall& stall : sorted) {
            out << (stall.milliseconds > limit ? "! " : "  ") << QString::number(stall.milliseconds, 'f', 1).rightJustified(8) << " ms  "
                << stall.during << ": " << stall.what << '\n';
        }
    }

    bool notify(QObject* receiver, QEvent* event) override
    {
        if (QThread::currentThread() != thread()) {
            return QApplication::notify(receiver, event);
        }
        const int level = thread()->loopLevel();
        if (level <= m_level) {
            return QApplication::notify(receiver, event); // part of the event that is being handled
        }
        const QString who = nameOf(*receiver);
        const char* const kind = receiver->metaObject()->className();
        const QEvent::Type type = event->type();
        const int outerLevel = std::exchange(m_level, level);
        const double outerInner = std::exchange(m_inner, 0);
        const double begin = processorTime();
        const bool taken = QApplication::notify(receiver, event);
        const double whole = processorTime() - begin;
        if (const double own = whole - m_inner; own > std::min(frame, m_longest.milliseconds)) {
            const char* const name = QMetaEnum::fromType<QEvent::Type>().valueToKey(type);
            note({ own, QStringLiteral("%1 to %2 %3").arg(QLatin1StringView(name), QLatin1StringView(kind), who), m_doing });
        }
        m_inner = outerInner + whole;
        m_level = outerLevel;
        return taken;
    }

private:
    /// Its own name; what has none is told by the class of what it belongs to.
    [[nodiscard]] static QString nameOf(const QObject& object)
    {
        const QObject* const owner = object.parent();
        return !object.objectName().isEmpty() || owner == nullptr
            ? object.objectName()
            : QStringLiteral("of ") + QLatin1StringView(owner->metaObject()->className());
    }

    void note(const Stall& event)
    {
        if (event.milliseconds > frame) {
            m_stalls.push_back(event);
        }
        if (event.milliseconds > m_longest.milliseconds) {
            m_longest = event;
        }
    }

    /// Of this thread, in milliseconds.
    [[nodiscard]] static double processorTime()
    {
        timespec now {};
        (void)::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
        return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
    }

    QString m_doing;
    std::vector<Stall> m_stalls;
    Stall m_longest;
    int m_level = -1; ///< of the loop whose event is being handled; events that come before the first loop have 0
    double m_inner = 0; ///< milliseconds of events of loops inside of it
};

} // namespace waymark::support
