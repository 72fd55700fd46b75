// SPDX-License-Identifier: GPL-3.0-or-later
#include <exchange/CalendarFile.h>

#include <exchange/CleanText.h>

#include <QUuid>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark::exchange {

namespace {

constexpr qsizetype mostEntries = 100'000;

QString unescapedText(const QString& value)
{
    QString text;
    for (qsizetype i = 0; i < value.size(); ++i) {
        if (value[i] != u'\\' || i + 1 == value.size()) {
            text += value[i];
            continue;
        }
        const QChar next = value[++i];
        text += next == u'n' || next == u'N' ? QChar(u'\n') : next;
    }
    return text;
}

/// At commas that are not escaped.
QStringList unescapedList(const QString& value)
{
    QStringList texts;
    qsizetype from = 0;
    for (qsizetype i = 0; i <= value.size(); ++i) {
        if (i < value.size() && value[i] == u'\\') {
            ++i;
        } else if (i == value.size() || value[i] == u',') {
            texts.append(unescapedText(value.mid(from, i - from)));
            from = i + 1;
        }
    }
    return texts;
}

QDate dayFrom(const QString& value)
{
    return QDate::fromString(value, u"yyyyMMdd"_s);
}

CalendarTask::State stateFrom(const QString& word)
{
    return word == u"IN-PROCESS" ? CalendarTask::State::Begun
        : word == u"COMPLETED"   ? CalendarTask::State::Done
        : word == u"CANCELLED"   ? CalendarTask::State::Cancelled
                                 : CalendarTask::State::Open;
}

QStringList unfoldedLines(const QByteArray& bytes)
{
    QStringList lines;
    QByteArray line;
    for (qsizetype from = 0; from < bytes.size();) {
        const qsizetype end = bytes.indexOf('\n', from);
        const qsizetype next = end < 0 ? bytes.size() : end + 1;
        QByteArrayView piece = QByteArrayView(bytes).sliced(from, next - from);
        while (!piece.isEmpty() && (piece.back() == '\n' || piece.back() == '\r')) {
            piece.chop(1);
        }
        const bool goesOn = !piece.isEmpty() && (piece.front() == ' ' || piece.front() == '\t');
        if (!goesOn) {
            lines.append(QString::fromUtf8(line));
            line.clear();
        }
        line += goesOn ? piece.sliced(1) : piece;
        from = next;
    }
    lines.append(QString::fromUtf8(line));
    return lines;
}

class Reading
{
public:
    explicit Reading(const QByteArray& bytes)
        : m_lines(unfoldedLines(bytes))
    {
    }

    CalendarFile calendar()
    {
        for (const QString& line : m_lines) {
            const qsizetype colon = line.indexOf(u':');
            const qsizetype nameEnd = std::min<qsizetype>(colon, line.indexOf(u';') < 0 ? colon : line.indexOf(u';'));
            if (colon > 0) {
                take(line.left(nameEnd), line.mid(colon + 1));
            }
        }
        return m_calendar;
    }

private:
    void take(const QString& name, const QString& value)
    {
        if (name == u"BEGIN") {
            m_component = value;
            m_event = {};
            m_task = {};
        } else if (name == u"END") {
            finish();
            m_component = u"VCALENDAR"_s;
        } else if (m_component == u"VCALENDAR" && name == u"NAME") {
            m_calendar.title = unescapedText(value);
        } else if (m_component == u"VEVENT") {
            takeHead(m_event, name, value);
            takeOfEvent(name, value);
        } else if (m_component == u"VTODO") {
            takeHead(m_task, name, value);
            takeOfTask(name, value);
        }
    }

    template <class Entry> void takeHead(Entry& entry, const QString& name, const QString& value)
    {
        if (name == u"UID") {
            entry.uid = unescapedText(value);
        } else if (name == u"SUMMARY") {
            entry.summary = unescapedText(value);
        } else if (name == u"DESCRIPTION") {
            entry.description = unescapedText(value);
        } else if (name == u"CATEGORIES") {
            entry.categories = unescapedList(value);
        } else if (name == u"SEQUENCE") {
            m_calendar.sequence = std::max(m_calendar.sequence, value.toInt());
        }
    }

    void takeOfEvent(const QString& name, const QString& value)
    {
        if (name == u"DTSTART") {
            m_event.day = dayFrom(value);
        } else if (name == u"STATUS") {
            m_event.isCancelled = value == u"CANCELLED";
        }
    }

    void takeOfTask(const QString& name, const QString& value)
    {
        if (name == u"STATUS") {
            m_task.state = stateFrom(value);
        } else if (name == u"PERCENT-COMPLETE") {
            m_task.percent = std::clamp(value.toInt(), 0, 100);
        } else if (name == u"DUE") {
            m_task.due = dayFrom(value);
        } else if (name == u"RELATED-TO") {
            m_task.dependsOn.append(unescapedText(value));
        }
    }

    void finish()
    {
        const auto hasId = [](const QString& uid) { return !QUuid::fromString(uid).isNull(); };
        if (m_component == u"VEVENT" && hasId(m_event.uid) && m_event.day.isValid() && std::ssize(m_calendar.events) < mostEntries) {
            m_calendar.events.push_back(m_event);
        } else if (m_component == u"VTODO" && hasId(m_task.uid) && std::ssize(m_calendar.tasks) < mostEntries) {
            m_calendar.tasks.push_back(m_task);
        }
    }

    QStringList m_lines;
    QString m_component;
    CalendarEvent m_event;
    CalendarTask m_task;
    CalendarFile m_calendar;
};

} // namespace

bool isOurCalendar(const QByteArray& bytes)
{
    return bytes.startsWith("BEGIN:VCALENDAR\r\n") && bytes.contains("\r\nPRODID:-//Waymark//");
}

std::optional<CalendarFile> calendarFrom(const QByteArray& bytes)
{
    return isOurCalendar(bytes) && isUtf8(bytes) ? std::optional(Reading(bytes).calendar()) : std::nullopt;
}

} // namespace waymark::exchange
