// SPDX-License-Identifier: GPL-3.0-or-later
#include <CommandFixture.h>
#include <CourseFixture.h>

#include <domain/AtomicFile.h>
#include <exchange/CalendarFile.h>

#include <QFileInfo>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark;
using support::Answer;

namespace {

std::optional<exchange::CalendarFile> calendarAt(const QString& path)
{
    return exchange::calendarFrom(domain::readFile(path, 1 << 24).value_or(QByteArray()));
}

/// A course in which every title reads from the right.
exchange::CourseFiles hebrewCourse()
{
    exchange::CourseFiles files = exchange::fixture::course();
    for (auto& [name, bytes] : files) {
        bytes.replace("title: \"The skill ", "title: \"\u05DE\u05D9\u05D5\u05DE\u05E0\u05D5\u05EA ");
        for (const char* const title : { "A course", "Demo", "Tools", "Start", "End" }) {
            bytes.replace(QByteArray("title: ") + title, QByteArray("title: \u05DB\u05D5\u05EA\u05E8\u05EA ") + title);
        }
    }
    return files;
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

    /// The marks that hold a title in its direction are for the screen.
    void noFileAndNoTerminalGetsMarksOfDirection()
    {
        makeLibrary();
        const QString folder = path(u"hebrew"_s);
        for (const auto& [name, bytes] : hebrewCourse()) {
            const QString target = folder + u'/' + name;
            QVERIFY(QDir().mkpath(QFileInfo(target).path()) && support::putBytes(target, bytes));
        }
        QVERIFY2(on({ u"course"_s, u"install"_s, folder }).code == 0, said(on({ u"course"_s, u"install"_s, folder })).constData());
        const QString title = u"\u05DE\u05D9\u05D5\u05DE\u05E0\u05D5\u05EA demo-a"_s;
        QString all;
        for (const QString& line : { u"goal --milestone end --hours 7"_s, u"order demo-c --before demo-b"_s, u"start demo-d"_s,
                 u"start demo-a"_s, u"note demo-a \u05E9\u05DC\u05D5\u05DD"_s, u"check demo-a 1 --evidence \u05E9\u05DC\u05D5\u05DD"_s,
                 u"undo"_s, u"redo"_s, u"log"_s, u"status"_s, u"status --json"_s, u"show demo-d"_s, u"show \u05E9\u05DC\u05D5\u05DD"_s,
                 u"plan"_s, u"plan --json"_s, u"forecast"_s, u"forecast --json"_s, u"skills"_s, u"log --json"_s, u"board"_s,
                 u"cue \u05E9\u05DC\u05D5\u05DD 20"_s, u"hours"_s }) {
            const Answer answer = on(line.split(u' '));
            all += answer.out + answer.err;
        }
        QVERIFY2(all.contains(u"Start \"%1\""_s.arg(title)), qPrintable(all.left(2000)));
        for (const QString& id : { u"ics"_s, u"summary"_s, u"csv"_s, u"json"_s, u"plan"_s, u"svg"_s, u"markdown"_s }) {
            const QString file = path(u"hebrew."_s + id);
            const Answer written = on({ u"export"_s, u"--as"_s, id, u"-o"_s, file });
            QVERIFY2(written.code == 0, said(written).constData());
            const QString text = QString::fromUtf8(domain::readFile(file, 1 << 24).value_or(QByteArray()));
            QVERIFY2(QString(text).remove(u"\r\n "_s).contains(u"\u05DE\u05D9\u05D5\u05DE\u05E0\u05D5\u05EA"_s), qPrintable(id));
            all += text;
        }
        const qsizetype mark = all.indexOf(QRegularExpression(u"[\u2068\u2069]"_s));
        QVERIFY2(mark < 0, qPrintable(all.mid(mark - 80, 160)));
    }
};

QTEST_MAIN(tst_ExportVerb)
#include "tst_ExportVerb.moc"
