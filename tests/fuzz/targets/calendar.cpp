// SPDX-License-Identifier: GPL-3.0-or-later
// Calendars, as read and as written: by RFC 5545 each line is short and whole, whatever the titles hold.
#include <Promise.h>
#include <Targets.h>

#include <exchange/CalendarFile.h>

#include <QSet>

#include <algorithm>

namespace waymark::fuzz {

namespace {

void checkLines(const QByteArray& text)
{
    static const QSet<QByteArray> names { "BEGIN", "END", "VERSION", "PRODID", "CALSCALE", "NAME", "X-WR-CALNAME", "UID", "DTSTAMP",
        "LAST-MODIFIED", "SEQUENCE", "SUMMARY", "DESCRIPTION", "CATEGORIES", "DTSTART;VALUE=DATE", "STATUS", "TRANSP", "PERCENT-COMPLETE",
        "DUE;VALUE=DATE", "COMPLETED", "RELATED-TO;RELTYPE=DEPENDS-ON" };
    for (qsizetype from = 0; from < text.size();) {
        const qsizetype end = text.indexOf("\r\n", from);
        require(end >= 0, "each line of a calendar has an end");
        const QByteArray line = text.mid(from, end - from);
        require(line.size() <= 75, "a line has at most 75 octets");
        require(
            std::none_of(line.begin(), line.end(), [](char c) { return (c >= 0 && c < 0x20) || c == 0x7F; }), "a line holds no controls");
        require(line.startsWith(' ') || names.contains(line.left(line.indexOf(':'))), "no text makes a line of its own",
            QString::fromUtf8(line));
        from = end + 2;
    }
}

} // namespace

void calendar(const QByteArray& bytes)
{
    using namespace exchange;
    if (const auto read = calendarFrom(bytes)) {
        const QByteArray text = calendarToText(*read);
        checkLines(text);
        const auto again = calendarFrom(text);
        require(again && calendarToText(*again) == text, "a calendar is written as it was written before");
        checkLines(calendarToText(following(*read, *again, QDate(2026, 11, 22))));
    }
    const QString title = QString::fromUtf8(bytes);
    CalendarFile made { title, 0, 0, {}, {} };
    made.events = { { QStringLiteral("11111111-1111-5111-8111-111111111111"), QDate(2026, 11, 23), title, title, { title }, false } };
    const QByteArray text = calendarToText(made);
    checkLines(text);
    const auto back = calendarFrom(text);
    require(back && back->events.size() == 1 && back->tasks.empty(), "a title brings no entry with it");
}

} // namespace waymark::fuzz
