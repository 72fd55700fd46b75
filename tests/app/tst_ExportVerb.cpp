// SPDX-License-Identifier: GPL-3.0-or-later
#include <CommandFixture.h>

#include <domain/AtomicFile.h>
#include <exchange/CalendarFile.h>

#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark;
using support::Answer;

namespace {

std::optional<exchange::CalendarFile> calendarAt(const QString& path)
{
    return exchange::calendarFrom(domain::readFile(path, 1 << 24).value_or(QByteArray()));
}

} // namespace

class tst_ExportVerb : public QObject, private support::CommandFixture
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        makeLibrary();
        QCOMPARE(on({ u"goal"_s, u"--milestone"_s, u"first-api"_s, u"--hours"_s, u"7"_s }).code, 0);
    }

    void everyFormatThatNeedsNoKeyIsMade_data()
    {
        QTest::addColumn<QString>("id");

        QTest::newRow("calendar") << u"ics"_s;
        QTest::newRow("summary") << u"summary"_s;
        QTest::newRow("table") << u"csv"_s;
    }

    void everyFormatThatNeedsNoKeyIsMade()
    {
        QFETCH(QString, id);
        QVERIFY(on({ u"export"_s, u"--list"_s }).out.contains(u'\n' + id.leftJustified(10)));
        const QString file = path(u"out."_s + id);
        const Answer first = on({ u"export"_s, u"--as"_s, id, u"-o"_s, file });
        QVERIFY2(first.code == 0 && first.out.count(u'\n') == 1, said(first).constData());
        QCOMPARE(on({ u"export"_s, u"--as"_s, id, u"-o"_s, file }).code, 0); // our own file is in the way
        QCOMPARE(json({ u"export"_s, u"--as"_s, id, u"-o"_s, file }).object()[u"file"_s].toString(), file);
    }

    void aCalendarUpdatesTheOneThatIsThere()
    {
        const QString file = path(u"plan.ics"_s);
        QCOMPARE(on({ u"export"_s, u"--as"_s, u"ics"_s, u"-o"_s, file }).code, 0);
        const auto first = calendarAt(file);
        QVERIFY(first && !first->events.empty());
        QCOMPARE(on({ u"goal"_s, u"--hours"_s, u"0"_s }).code, 0);
        const Answer again = on({ u"export"_s, u"--as"_s, u"ics"_s, u"-o"_s, file });
        QVERIFY2(again.code == 0 && again.out.contains(u"nothing can be dated"), said(again).constData());
        const auto second = calendarAt(file);
        QVERIFY(second && second->sequence > first->sequence);
        QCOMPARE(second->events.size(), first->events.size());
        for (const exchange::CalendarEvent& event : second->events) {
            QVERIFY(event.isCancelled);
        }
        QCOMPARE(on({ u"goal"_s, u"--hours"_s, u"7"_s }).code, 0);
    }

    void aCalendarOfAnotherProgramStaysAsItIs()
    {
        const QString file = path(u"mine.ics"_s);
        QVERIFY(domain::writeFileAtomically(file, "BEGIN:VCALENDAR\r\nPRODID:-//Someone//EN\r\nX-NOTE:Waymark\r\nEND:VCALENDAR\r\n"));
        QVERIFY(isRefusal(on({ u"export"_s, u"--as"_s, u"ics"_s, u"-o"_s, file }), 9, file));
        QVERIFY(!calendarAt(file));
        QCOMPARE(on({ u"export"_s, u"--as"_s, u"ics"_s, u"-o"_s, file, u"--force"_s }).code, 0);
        QVERIFY(calendarAt(file).has_value());
    }

    void ourCalendarInAnotherEncodingIsNotReplaced()
    {
        const QString file = path(u"latin.ics"_s);
        QCOMPARE(on({ u"export"_s, u"--as"_s, u"ics"_s, u"-o"_s, file }).code, 0);
        const QByteArray latin = domain::readFile(file, 1 << 24)->replace("SUMMARY:", "SUMMARY:\xE9 ");
        QVERIFY(domain::writeFileAtomically(file, latin));
        for (const QStringList& force : { QStringList {}, QStringList { u"--force"_s } }) {
            const Answer refused = on(QStringList { u"export"_s, u"--as"_s, u"ics"_s, u"-o"_s, file } + force);
            QVERIFY2(isRefusal(refused, 4, u"choose another name"_s), said(refused).constData());
            QCOMPARE(*domain::readFile(file, 1 << 24), latin);
        }
    }

    void aSummaryIsAboutTheWeekOfADay()
    {
        const QString file = path(u"week.md"_s);
        QCOMPARE(on({ u"export"_s, u"--as"_s, u"summary"_s, u"--week"_s, u"2026-01-08"_s, u"-o"_s, file }).code, 0);
        QVERIFY(domain::readFile(file, 1 << 20)->startsWith("# Week from Monday, 5 January 2026\n"));
    }

    void aWeekHasToBeOne_data()
    {
        QTest::addColumn<QString>("format");
        QTest::addColumn<QString>("week");

        QTest::newRow("no date") << u"summary"_s << u"last"_s;
        QTest::newRow("no such day") << u"summary"_s << u"2026-02-30"_s;
        QTest::newRow("more behind it") << u"summary"_s << u"2026-01-08x"_s;
        QTest::newRow("with a time") << u"summary"_s << u"2026-01-08T12:00"_s;
        QTest::newRow("with strokes") << u"summary"_s << u"2026/01/08"_s;
        QTest::newRow("with a sign") << u"summary"_s << u"+026-01-08"_s;
        QTest::newRow("none") << u"summary"_s << u"none"_s;
        QTest::newRow("ahead") << u"summary"_s << u"9999-01-01"_s;
        QTest::newRow("of another format") << u"ics"_s << u"2026-01-08"_s;
    }

    void aWeekHasToBeOne()
    {
        QFETCH(QString, format);
        QFETCH(QString, week);
        QVERIFY(isRefusal(on({ u"export"_s, u"--as"_s, format, u"--week"_s, week }), 2, u"--week"_s));
    }
};

QTEST_MAIN(tst_ExportVerb)
#include "tst_ExportVerb.moc"
