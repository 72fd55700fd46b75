// SPDX-License-Identifier: GPL-3.0-or-later
#include <exchange/CalendarFile.h>

#include <QDateTime>
#include <QSet>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace waymark::exchange {

namespace {

constexpr qsizetype mostOctets = 75; // of a line, without its end: RFC 5545, section 3.1
constexpr qint64 firstSecond = 1'767'225'600; // 2026-01-01T00:00:00Z

/// TEXT of RFC 5545, section 3.3.11.
QString escapedText(const QString& text)
{
    const QList<uint> characters = text.toUcs4();
    QString escaped;
    for (qsizetype i = 0; i < characters.size(); ++i) {
        const auto c = static_cast<char32_t>(characters[i]);
        const bool isFirstOfTwo = c == '\r' && i + 1 < characters.size() && characters[i + 1] == '\n';
        if (c == '\\' || c == ';' || c == ',') {
            escaped += u'\\';
            escaped += QChar(static_cast<char16_t>(c));
        } else if (c == '\n' || (c == '\r' && !isFirstOfTwo) || c == 0x2028 || c == 0x2029) {
            escaped += u"\\n"_s;
        } else if (c == '\t') {
            escaped += u' ';
        } else if (QChar::category(c) != QChar::Other_Control) {
            escaped += QString::fromUcs4(&c, 1);
        }
    }
    return escaped;
}

QString textOf(qint64 moment)
{
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(moment, Qt::UTC);
    const bool hasFourDigits = time.isValid() && time.date().year() >= 1 && time.date().year() <= 9999;
    return (hasFourDigits ? time : QDateTime::fromMSecsSinceEpoch(0, Qt::UTC)).toString(u"yyyyMMdd'T'HHmmss'Z'");
}

QString textOf(QDate day)
{
    return day.toString(u"yyyyMMdd");
}

QString wordOf(CalendarTask::State state)
{
    switch (state) {
    case CalendarTask::State::Open:
        return u"NEEDS-ACTION"_s;
    case CalendarTask::State::Begun:
        return u"IN-PROCESS"_s;
    case CalendarTask::State::Done:
        return u"COMPLETED"_s;
    case CalendarTask::State::Cancelled:
        return u"CANCELLED"_s;
    }
    return {};
}

class Writing
{
public:
    explicit Writing(const CalendarFile& calendar)
        : m_calendar(calendar)
    {
    }

    QByteArray text()
    {
        line(u"BEGIN"_s, u"VCALENDAR"_s);
        line(u"VERSION"_s, u"2.0"_s);
        line(u"PRODID"_s, u"-//Waymark//Waymark//EN"_s);
        line(u"CALSCALE"_s, u"GREGORIAN"_s);
        line(u"NAME"_s, escapedText(m_calendar.title));
        line(u"X-WR-CALNAME"_s, escapedText(m_calendar.title)); // what programs read that are older than RFC 7986
        for (const CalendarEvent& event : m_calendar.events) {
            add(event);
        }
        for (const CalendarTask& task : m_calendar.tasks) {
            add(task);
        }
        line(u"END"_s, u"VCALENDAR"_s);
        return m_text;
    }

private:
    void add(const CalendarEvent& event)
    {
        line(u"BEGIN"_s, u"VEVENT"_s);
        addHead(event);
        line(u"DTSTART;VALUE=DATE"_s, textOf(event.day));
        line(u"STATUS"_s, event.isCancelled ? u"CANCELLED"_s : u"CONFIRMED"_s);
        line(u"TRANSP"_s, u"TRANSPARENT"_s);
        line(u"END"_s, u"VEVENT"_s);
    }

    void add(const CalendarTask& task)
    {
        line(u"BEGIN"_s, u"VTODO"_s);
        addHead(task);
        line(u"STATUS"_s, wordOf(task.state));
        line(u"PERCENT-COMPLETE"_s, QString::number(std::clamp(task.percent, 0, 100)));
        if (task.due.isValid()) {
            line(u"DUE;VALUE=DATE"_s, textOf(task.due));
        }
        if (task.state == CalendarTask::State::Done && task.doneAt != 0) {
            line(u"COMPLETED"_s, textOf(task.doneAt));
        }
        for (const QString& other : task.dependsOn) {
            line(u"RELATED-TO;RELTYPE=DEPENDS-ON"_s, escapedText(other));
        }
        line(u"END"_s, u"VTODO"_s);
    }

    template <class Entry> void addHead(const Entry& entry)
    {
        line(u"UID"_s, escapedText(entry.uid));
        line(u"DTSTAMP"_s, textOf(m_calendar.made));
        line(u"LAST-MODIFIED"_s, textOf(m_calendar.made));
        line(u"SEQUENCE"_s, QString::number(m_calendar.sequence));
        line(u"SUMMARY"_s, escapedText(entry.summary));
        if (!entry.description.isEmpty()) {
            line(u"DESCRIPTION"_s, escapedText(entry.description));
        }
        QStringList categories;
        for (const QString& category : entry.categories) {
            categories.append(escapedText(category));
        }
        if (!categories.isEmpty()) {
            line(u"CATEGORIES"_s, categories.join(u','));
        }
    }

    /// Folds: what goes on in the next line follows a space, which counts there.
    void line(const QString& name, const QString& value)
    {
        const QByteArray bytes = (name + u':' + value).toUtf8();
        qsizetype from = 0;
        qsizetype room = mostOctets;
        while (bytes.size() - from > room) {
            qsizetype end = from + room;
            while ((static_cast<unsigned char>(bytes[end]) & 0xC0U) == 0x80U) { // inside a code point
                --end;
            }
            m_text += bytes.mid(from, end - from) + "\r\n ";
            from = end;
            room = mostOctets - 1;
        }
        m_text += bytes.mid(from) + "\r\n";
    }

    const CalendarFile& m_calendar;
    QByteArray m_text;
};

template <class Entry> QSet<QString> uidsOf(const std::vector<Entry>& entries)
{
    QSet<QString> uids;
    for (const Entry& entry : entries) {
        uids.insert(entry.uid);
    }
    return uids;
}

std::vector<CalendarEvent> cancelledEvents(const CalendarFile& earlier, const CalendarFile& calendar, QDate today)
{
    const QSet<QString> planned = uidsOf(calendar.events);
    std::vector<CalendarEvent> cancelled;
    for (const CalendarEvent& event : earlier.events) {
        if (!planned.contains(event.uid) && event.day >= today) {
            cancelled.push_back(event);
            cancelled.back().isCancelled = true;
        }
    }
    std::stable_sort(cancelled.begin(), cancelled.end(), [](const auto& a, const auto& b) { return a.day < b.day; });
    if (std::ssize(cancelled) > mostCancelledEvents) {
        cancelled.resize(mostCancelledEvents);
    }
    return cancelled;
}

std::vector<CalendarTask> cancelledTasks(const CalendarFile& earlier, const CalendarFile& calendar, QDate today)
{
    const QSet<QString> planned = uidsOf(calendar.tasks);
    std::vector<CalendarTask> cancelled;
    for (const CalendarTask& task : earlier.tasks) {
        const bool isOver = task.state == CalendarTask::State::Done
            || (task.state == CalendarTask::State::Cancelled && task.due.isValid() && task.due < today);
        if (!planned.contains(task.uid) && !isOver) {
            cancelled.push_back(task);
            cancelled.back().state = CalendarTask::State::Cancelled;
            cancelled.back().dependsOn.clear(); // what it depended on may have left the file
        }
    }
    return cancelled;
}

} // namespace

QByteArray calendarToText(const CalendarFile& calendar)
{
    return Writing(calendar).text();
}

int calendarSequence(qint64 now, int earlier)
{
    constexpr qint64 highest = std::numeric_limits<qint32>::max();
    return static_cast<int>(std::clamp(std::max(now / 1000 - firstSecond, qint64 { earlier } + 1), qint64 { 0 }, highest));
}

CalendarFile following(const CalendarFile& earlier, CalendarFile calendar, QDate today)
{
    calendar.sequence = calendarSequence(calendar.made, earlier.sequence);
    const std::vector<CalendarEvent> events = cancelledEvents(earlier, calendar, today);
    const std::vector<CalendarTask> tasks = cancelledTasks(earlier, calendar, today);
    calendar.events.insert(calendar.events.end(), events.begin(), events.end());
    calendar.tasks.insert(calendar.tasks.end(), tasks.begin(), tasks.end());
    return calendar;
}

} // namespace waymark::exchange
