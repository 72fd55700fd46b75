// SPDX-License-Identifier: GPL-3.0-or-later
#include <exchange/CalendarFile.h>

#include <PlanFixture.h>

#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark;
using namespace waymark::exchange;

namespace {

const QString firstId = u"11111111-1111-5111-8111-111111111111"_s;
const QString secondId = u"22222222-2222-5222-8222-222222222222"_s;

CalendarFile calendarWith(const QString& summary)
{
    CalendarFile calendar { u"Plan"_s, fixture::november, 28'000'000, {}, {} };
    calendar.events = { { firstId, QDate(2026, 11, 23), summary, u"Can record a branch"_s, { u"Version control"_s } } };
    calendar.tasks = { { secondId, summary, {}, {}, CalendarTask::State::Begun, 40, QDate(2026, 12, 1), 0, { firstId } } };
    return calendar;
}

/// Each content line of a calendar, unfolded and taken apart by the letter of RFC 5545: nothing of what writes it is used.
struct Line
{
    QString name; ///< with its parameters
    QByteArray value;
};

std::vector<Line> linesOf(QByteArray text)
{
    text.replace("\r\n ", "");
    std::vector<Line> lines;
    while (!text.isEmpty()) {
        const qsizetype end = text.indexOf("\r\n");
        const QByteArray line = text.left(end);
        const qsizetype colon = line.indexOf(':');
        lines.push_back({ QString::fromLatin1(line.left(colon)), line.mid(colon + 1) });
        text.remove(0, end + 2);
    }
    return lines;
}

QString plain(const QByteArray& value)
{
    QString text;
    const QString escaped = QString::fromUtf8(value);
    for (qsizetype i = 0; i < escaped.size(); ++i) {
        const bool isEscape = escaped[i] == u'\\';
        i += isEscape ? 1 : 0;
        text += isEscape && escaped[i] == u'n' ? QChar(u'\n') : escaped[i];
    }
    return text;
}

QStringList valuesOf(const QByteArray& text, const QString& name)
{
    QStringList values;
    for (const Line& line : linesOf(text)) {
        if (line.name == name) {
            values.append(plain(line.value));
        }
    }
    return values;
}

/// What calendars can hold of a text: no controls but line breaks.
QString asWritten(const QString& text)
{
    return QString(text).replace(u'\t', u' ');
}

} // namespace

class tst_CalendarFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anEventIsADayThatStaysFree();
    void aTaskTellsItsStateAndWhatItDependsOn();
    void aDoneTaskTellsWhen();
    void textsAreEscaped_data();
    void textsAreEscaped();
    void aHostileTitleStaysOneLine();
    void linesAreFoldedAtSeventyFiveOctets_data();
    void linesAreFoldedAtSeventyFiveOctets();
    void whatIsReadIsWhatWasWritten();
    void everyLineOfAnyCalendarIsShortAndWhole();
    void otherCalendarsAreNotOurs_data();
    void otherCalendarsAreNotOurs();
    void brokenEntriesAreLeftOut();
    void theSequenceRises();
    void whatIsNoLongerPlannedIsCancelled();
    void pastAndDoneIsLeftAlone();
    void cancelledEventsAreBounded();
};

void tst_CalendarFile::anEventIsADayThatStaysFree()
{
    const QByteArray text = calendarToText(calendarWith(u"Git basics, 45 min"_s));
    QVERIFY(text.startsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Waymark//Waymark//EN\r\n"));
    QVERIFY(text.endsWith("END:VTODO\r\nEND:VCALENDAR\r\n"));
    QVERIFY(text.contains("\r\nBEGIN:VEVENT\r\n"
                          "UID:11111111-1111-5111-8111-111111111111\r\n"
                          "DTSTAMP:20261122T090000Z\r\n"
                          "LAST-MODIFIED:20261122T090000Z\r\n"
                          "SEQUENCE:28000000\r\n"
                          "SUMMARY:Git basics\\, 45 min\r\n"
                          "DESCRIPTION:Can record a branch\r\n"
                          "CATEGORIES:Version control\r\n"
                          "DTSTART;VALUE=DATE:20261123\r\n"
                          "STATUS:CONFIRMED\r\n"
                          "TRANSP:TRANSPARENT\r\n"
                          "END:VEVENT\r\n"));
    QVERIFY(!text.contains("VTIMEZONE") && !text.contains("VALARM"));
}

void tst_CalendarFile::aTaskTellsItsStateAndWhatItDependsOn()
{
    const QByteArray text = calendarToText(calendarWith(u"Git"_s));
    QVERIFY(text.contains("\r\nSUMMARY:Git\r\nSTATUS:IN-PROCESS\r\nPERCENT-COMPLETE:40\r\nDUE;VALUE=DATE:20261201\r\n"
                          "RELATED-TO;RELTYPE=DEPENDS-ON:11111111-1111-5111-8111-111111111111\r\nEND:VTODO\r\n"));
}

void tst_CalendarFile::aDoneTaskTellsWhen()
{
    CalendarFile calendar = calendarWith(u"Git"_s);
    calendar.tasks.front() = { secondId, u"Git"_s, {}, {}, CalendarTask::State::Done, 100, {}, fixture::november, {} };
    QVERIFY(
        calendarToText(calendar).contains("\r\nSTATUS:COMPLETED\r\nPERCENT-COMPLETE:100\r\nCOMPLETED:20261122T090000Z\r\nEND:VTODO\r\n"));
    calendar.tasks.front().doneAt = 0;
    QVERIFY(!calendarToText(calendar).contains("\r\nCOMPLETED:"));
}

void tst_CalendarFile::textsAreEscaped_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("line");

    QTest::newRow("comma") << u"a, b"_s << QByteArray("a\\, b");
    QTest::newRow("semicolon") << u"a; b"_s << QByteArray("a\\; b");
    QTest::newRow("backslash") << u"a\\nb"_s << QByteArray("a\\\\nb");
    QTest::newRow("colon") << u"a: \"b\""_s << QByteArray("a: \"b\"");
    QTest::newRow("newline") << u"a\nb"_s << QByteArray("a\\nb");
    QTest::newRow("windows newline") << u"a\r\nb"_s << QByteArray("a\\nb");
    QTest::newRow("old newline") << u"a\rb"_s << QByteArray("a\\nb");
    QTest::newRow("line separator") << u"a\u2028b\u2029c"_s << QByteArray("a\\nb\\nc");
    QTest::newRow("tab") << u"a\tb"_s << QByteArray("a b");
    QTest::newRow("controls") << u"a\u0001\u001b\u007f\u0085\u009bb"_s << QByteArray("ab");
    QTest::newRow("nul") << QString(u"a"_s + QChar(u'\0') + u'b') << QByteArray("ab");
    QTest::newRow("lone surrogate") << QString(u"a"_s + QChar(0xD800) + u'b')
                                    << QByteArray("a\xEF\xBF\xBD"
                                                  "b");
}

void tst_CalendarFile::textsAreEscaped()
{
    QFETCH(QString, text);
    QFETCH(QByteArray, line);
    const QByteArray written = calendarToText(calendarWith(text));
    QCOMPARE(written.count("\r\nSUMMARY:" + line + "\r\n"), 2);
}

void tst_CalendarFile::aHostileTitleStaysOneLine()
{
    const QString title = u"x\nBEGIN:VALARM\r\nTRIGGER:-PT1M\nEND:VALARM\n BEGIN:VEVENT"_s;
    CalendarFile calendar = calendarWith(title);
    calendar.title = title;
    calendar.events.front().uid = title;
    calendar.events.front().categories = { title };
    calendar.events.front().description = title;
    calendar.tasks.front().dependsOn = { title };
    QStringList components;
    for (const Line& line : linesOf(calendarToText(calendar))) {
        if (line.name == u"BEGIN") {
            components.append(QString::fromUtf8(line.value));
        }
        QVERIFY2(line.name != u"TRIGGER", "an alarm came in");
    }
    QCOMPARE(components, (QStringList { u"VCALENDAR"_s, u"VEVENT"_s, u"VTODO"_s }));
}

void tst_CalendarFile::linesAreFoldedAtSeventyFiveOctets_data()
{
    QTest::addColumn<QString>("sign"); // repeated as often as the title has room for
    QTest::addColumn<int>("first"); // octets of the first line
    QTest::addColumn<int>("next"); // octets of a full line after it

    // "SUMMARY:" is eight octets, and a line after the first begins with a space.
    QTest::newRow("one octet") << u"x"_s << 75 << 75;
    QTest::newRow("two octets") << u"\u00e9"_s << 74 << 75;
    QTest::newRow("three octets") << u"\u20ac"_s << 74 << 73;
    QTest::newRow("four octets") << u"\U0001F600"_s << 72 << 73;
}

void tst_CalendarFile::linesAreFoldedAtSeventyFiveOctets()
{
    QFETCH(QString, sign);
    QFETCH(int, first);
    QFETCH(int, next);
    const QByteArray text = calendarToText(calendarWith(sign.repeated(200)));
    const QByteArrayList lines = text.mid(text.indexOf("SUMMARY:")).split('\n');
    QCOMPARE(lines[0].size(), first + 1); // with \r
    QCOMPARE(lines[1].size(), next + 1);
    QVERIFY(lines[1].startsWith(' '));
    QVERIFY(!QString::fromUtf8(lines[1]).contains(QChar::ReplacementCharacter));
    QCOMPARE(valuesOf(text, u"SUMMARY"_s).first(), sign.repeated(200));
}

void tst_CalendarFile::whatIsReadIsWhatWasWritten()
{
    const bool holds = rc::check("a calendar program reads the texts that were given", [] {
        CalendarFile calendar = calendarWith(asWritten(*fixture::anyText()));
        calendar.title = asWritten(*fixture::anyText());
        calendar.events.front().description = asWritten(*fixture::anyText());
        calendar.events.front().categories = { asWritten(*fixture::anyText()), asWritten(*fixture::anyText()) };
        calendar.tasks.front().state = *rc::gen::element(CalendarTask::State::Open, CalendarTask::State::Begun, CalendarTask::State::Done);
        const QByteArray text = calendarToText(calendar);
        const QString& summary = calendar.events.front().summary;
        RC_ASSERT(valuesOf(text, u"SUMMARY"_s) == (QStringList { summary, summary }));
        RC_ASSERT(valuesOf(text, u"DESCRIPTION"_s) == QStringList { calendar.events.front().description });
        RC_ASSERT(valuesOf(text, u"X-WR-CALNAME"_s) == QStringList { calendar.title });
        calendar.made = 0; // these are not read again
        calendar.tasks.front().doneAt = 0;
        const std::optional<CalendarFile> again = calendarFrom(text);
        RC_ASSERT(again.has_value());
        RC_ASSERT(*again == calendar);
    });
    QVERIFY(holds);
}

void tst_CalendarFile::everyLineOfAnyCalendarIsShortAndWhole()
{
    const bool holds = rc::check("lines have at most 75 octets, end with CRLF, and break between code points", [] {
        const QByteArray text = calendarToText(calendarWith(*fixture::anyText() + QString(*rc::gen::inRange(0, 200), u'\u00e9')));
        RC_ASSERT(text.count('\n') == text.count("\r\n"));
        RC_ASSERT(text.count('\r') == text.count("\r\n"));
        for (const QByteArray& line : text.split('\n')) {
            RC_ASSERT(line.size() <= 76);
            RC_ASSERT(line.isEmpty() || (static_cast<unsigned char>(line.front()) & 0xC0U) != 0x80U);
            RC_ASSERT(line.size() < 2 || line.front() != ' ' || (static_cast<unsigned char>(line[1]) & 0xC0U) != 0x80U);
        }
    });
    QVERIFY(holds);
}

void tst_CalendarFile::otherCalendarsAreNotOurs_data()
{
    QTest::addColumn<QByteArray>("bytes");

    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("another program") << QByteArray(
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Someone//EN\r\nBEGIN:VEVENT\r\nSUMMARY:Waymark\r\n");
    QTest::newRow("a letter about us") << QByteArray("Dear all,\r\nPRODID:-//Waymark//Waymark//EN\r\n");
    QTest::newRow("not UTF-8") << calendarToText(calendarWith(u"x"_s)).replace("SUMMARY:x", "SUMMARY:\xFF");
}

void tst_CalendarFile::otherCalendarsAreNotOurs()
{
    QFETCH(QByteArray, bytes);
    QVERIFY(!calendarFrom(bytes));
}

void tst_CalendarFile::brokenEntriesAreLeftOut()
{
    QByteArray text = calendarToText(calendarWith(u"x"_s));
    QVERIFY(calendarFrom(text)->events.size() == 1 && calendarFrom(text)->tasks.size() == 1);
    text.replace("DTSTART;VALUE=DATE:20261123", "DTSTART;VALUE=DATE:20261399");
    text.replace("UID:22222222", "UID:no id ");
    const std::optional<CalendarFile> read = calendarFrom(text);
    QVERIFY(read && read->events.empty() && read->tasks.empty());
    for (qsizetype length = 0; length < text.size(); ++length) {
        (void)calendarFrom(text.left(length)); // a file that was cut off is read as far as it goes
    }
}

void tst_CalendarFile::theSequenceRises()
{
    constexpr qint64 now = fixture::november;
    QVERIFY(calendarSequence(now) > 0);
    QCOMPARE(calendarSequence(now + 1000), calendarSequence(now) + 1);
    QCOMPARE(calendarSequence(now, calendarSequence(now)), calendarSequence(now) + 1); // twice in a second
    QCOMPARE(calendarSequence(0, 500), 501); // a clock that was set back
    QCOMPARE(calendarSequence(0), 0);
    QCOMPARE(calendarSequence(std::numeric_limits<qint64>::max()), std::numeric_limits<int>::max());
}

void tst_CalendarFile::whatIsNoLongerPlannedIsCancelled()
{
    const CalendarFile earlier = calendarWith(u"Git"_s);
    CalendarFile later { u"Plan"_s, fixture::november, calendarSequence(fixture::november), {}, {} };
    later = following(earlier, later, QDate(2026, 11, 22));
    QVERIFY(later.sequence > earlier.sequence);
    QCOMPARE(later.events.size(), std::size_t(1));
    QVERIFY(later.events.front().isCancelled);
    QCOMPARE(later.events.front().uid, firstId);
    QCOMPARE(later.tasks.size(), std::size_t(1));
    QVERIFY(later.tasks.front().state == CalendarTask::State::Cancelled);
    // It stays cancelled in the next one, for those who missed this one, and comes back when it is planned again.
    const CalendarFile next = following(later, { u"Plan"_s, fixture::november, 0, {}, {} }, QDate(2026, 11, 22));
    QVERIFY(next.events == later.events && next.tasks == later.tasks);
    const CalendarFile back = following(next, earlier, QDate(2026, 11, 22));
    QVERIFY(back.events == earlier.events && back.tasks == earlier.tasks && back.sequence > next.sequence);
}

void tst_CalendarFile::pastAndDoneIsLeftAlone()
{
    CalendarFile earlier = calendarWith(u"Git"_s);
    earlier.tasks.front().state = CalendarTask::State::Done;
    const CalendarFile empty { u"Plan"_s, fixture::november, 0, {}, {} };
    QVERIFY(following(earlier, empty, QDate(2026, 11, 24)).events.empty());
    QVERIFY(following(earlier, empty, QDate(2026, 11, 22)).tasks.empty());
    earlier.tasks.front().state = CalendarTask::State::Cancelled;
    QCOMPARE(following(earlier, empty, QDate(2026, 12, 1)).tasks.size(), std::size_t(1));
    QVERIFY(following(earlier, empty, QDate(2026, 12, 2)).tasks.empty());
}

void tst_CalendarFile::cancelledEventsAreBounded()
{
    CalendarFile earlier = calendarWith(u"Git"_s);
    for (int i = mostCancelledEvents + 10; i >= 0; --i) {
        earlier.events.push_back({ QString::number(i), QDate(2027, 1, 1).addDays(i), u"x"_s, {}, {} });
    }
    const CalendarFile later = following(earlier, { u"Plan"_s, fixture::november, 0, {}, {} }, QDate(2026, 11, 22));
    QCOMPARE(later.events.size(), std::size_t(mostCancelledEvents));
    QCOMPARE(later.events.front().uid, firstId);
    QCOMPARE(later.events.back().uid, QString::number(mostCancelledEvents - 2));
}

QTEST_GUILESS_MAIN(tst_CalendarFile)
#include "tst_CalendarFile.moc"
