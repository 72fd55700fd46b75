// SPDX-License-Identifier: GPL-3.0-or-later
// The program under libfaketime, which tells every process another time: what the tests with a clock of their own show holds for the clock
// of the system too.
#include "WholeProgram.h"

#include <QDate>
#include <QStandardPaths>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

const QString skill = u"vcs-git-basics"_s;

} // namespace

class tst_SystemClock : public QObject, waymark::support::WholeProgram
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (QStandardPaths::findExecutable(u"faketime"_s).isEmpty()) {
            QSKIP("faketime is not installed");
        }
        goTo(u"2100-01-02 12:00:00"_s);
        const Ended program = at(QStringLiteral(WAYMARK_PROGRAM), { u"--version"_s });
        if (program.code != 0 || at(u"date"_s, { u"+%Y"_s }).out.trimmed() != u"2100"_s) {
            QSKIP("libfaketime is refused, as under a sanitizer");
        }
        goTo(u"2026-11-22 12:00:00"_s);
        QCOMPARE(say(u"new "_s + library()).code, 0);
        QVERIFY(QFile::copy(library(), path(u"untouched.waymark"_s)));
    }
    void init()
    {
        m_zone = "UTC";
        goTo(u"2026-11-22 12:00:00"_s);
        for (const char* rest : { "", "-wal", "-shm", ".ini" }) {
            QFile::remove(library() + QLatin1StringView(rest));
        }
        QVERIFY(QFile::copy(path(u"untouched.waymark"_s), library()));
    }

    void noDayIsCountedTwiceAndNoneIsSkipped_data()
    {
        QTest::addColumn<QByteArray>("zone");
        QTest::addColumn<QDate>("morning");
        QTest::newRow("no change") << QByteArray("UTC") << QDate(2026, 11, 25);
        QTest::newRow("clocks forward") << QByteArray("Europe/Berlin") << QDate(2027, 3, 28);
        QTest::newRow("clocks back") << QByteArray("Europe/Berlin") << QDate(2027, 10, 31);
        QTest::newRow("half an hour back") << QByteArray("Australia/Lord_Howe") << QDate(2027, 4, 4);
        QTest::newRow("a leap day") << QByteArray("America/New_York") << QDate(2028, 2, 29);
    }
    /// A minute of study right before four in the morning and one right after, from the day before to the day after.
    void noDayIsCountedTwiceAndNoneIsSkipped()
    {
        QFETCH(const QByteArray, zone);
        QFETCH(const QDate, morning);
        m_zone = zone;
        QStringList expected;
        for (int days = -1; days <= 1; ++days) {
            const QDate date = morning.addDays(days);
            for (const char* time : { " 04:00:30", " 04:01:30" }) { // a minute that ends then
                goTo(date.toString(Qt::ISODate) + QLatin1StringView(time));
                QCOMPARE(on(u"time add %1 1"_s.arg(skill)).code, 0);
            }
            expected << date.addDays(-1).toString(Qt::ISODate) << date.toString(Qt::ISODate);
        }
        QStringList counted;
        for (const QJsonValue& entry : on(u"time list --json"_s).array()) {
            counted.append(entry[u"day"].toString());
        }
        counted.sort();
        QCOMPARE(counted, expected);
    }

    void aLibraryIsUsedAcrossJumpsOfTheClock()
    {
        QCOMPARE(on(u"start "_s + skill).code, 0);
        int made = 1;
        for (const auto& [moment, isAskedAbout] : jumps()) {
            goTo(moment);
            QCOMPARE(on(u"status"_s).out.contains(u"The clock of this computer says"_s), isAskedAbout);
            QCOMPARE(on(u"time add %1 1"_s.arg(skill)).code, 0);
            QCOMPARE(on(u"recall"_s, "\n3\nq\n").code, 0);
            made += 2;
            QVERIFY(!on(u"status"_s).out.contains(u"The clock of this computer says"_s)); // what was done then is what counts
        }
        QCOMPARE(on(u"log --json"_s).array().size(), made);
        QCOMPARE(on(u"time list --json"_s).array().size(), qsizetype(jumps().size()));
        const Ended doctor = on(u"doctor"_s);
        QVERIFY2(doctor.code == 0, doctor.said().constData());
        // What was recalled in 2100 does not lie there for ever.
        goTo(u"2026-11-24 12:00:00"_s);
        const QJsonArray asked = on(u"recall --minutes 240 --json"_s).object()[u"cards"].toArray();
        QVERIFY(std::ranges::any_of(asked, [](const QJsonValue& card) { return card[u"due"].toString() > u"2099"_s; }));
        for (int left = made; left > 0; --left) {
            QCOMPARE(on(u"undo"_s).code, 0);
        }
        QCOMPARE(on(u"time list --json"_s).array().size(), 0);
    }

    void theWindowAsksOnce_data()
    {
        QTest::addColumn<QString>("moment");
        QTest::addColumn<bool>("isAskedAbout");
        QTest::newRow("at once") << u"2026-11-22 12:05:00"_s << false;
        QTest::newRow("after a night") << u"2026-11-23 07:00:00"_s << false;
        QTest::newRow("1970") << u"1970-01-02 12:00:00"_s << true;
        QTest::newRow("two days back") << u"2026-11-20 12:00:00"_s << true;
        QTest::newRow("2100") << u"2100-01-02 12:00:00"_s << true;
    }
    void theWindowAsksOnce()
    {
        QFETCH(const QString, moment);
        QFETCH(const bool, isAskedAbout);
        QCOMPARE(on(u"start "_s + skill).code, 0);
        goTo(moment);
        const auto asks = [this](const QString& act) {
            const Ended window = at(QStringLiteral(WAYMARK_TOLD_WINDOW), { library(), u"words"_s, act });
            return window.code == 0 ? window.out.contains(u"notice: The clock of this computer says"_s) : throw window.said();
        };
        QCOMPARE(asks(u"look"_s), isAskedAbout);
        if (isAskedAbout) {
            asks(u"usual"_s); // its button is pressed: it is right
            QVERIFY(!asks(u"look"_s));
        }
        QCOMPARE(on(u"log --json"_s).array().size(), 1); // and nothing was done by it
    }

private:
    struct Jump
    {
        QString moment;
        bool isAskedAbout;
    };
    [[nodiscard]] static const QList<Jump>& jumps()
    {
        static const QList<Jump> all { { u"2026-11-22 12:10:00"_s, false }, { u"2026-11-20 12:00:00"_s, true },
            { u"1970-01-02 12:00:00"_s, true }, { u"2100-01-02 03:59:30"_s, true }, { u"2100-01-02 04:00:30"_s, false },
            { u"2026-11-23 12:00:00"_s, true } };
        return all;
    }

    void goTo(const QString& moment) { m_moment = moment; } ///< by the clocks of the place
    [[nodiscard]] Ended at(const QString& program, const QStringList& arguments, const QByteArray& typed = {}) const
    {
        QProcessEnvironment environment = home();
        environment.insert(u"TZ"_s, QString::fromLatin1(m_zone));
        environment.insert(u"DONT_FAKE_MONOTONIC"_s, u"1"_s); // timers and waits go on as they do
        return run(u"faketime"_s, QStringList { u"-f"_s, u'@' + m_moment, program } + arguments, environment, typed);
    }
    [[nodiscard]] Ended say(const QString& line, const QByteArray& typed = {}) const
    {
        return at(QStringLiteral(WAYMARK_PROGRAM), line.split(u' '), typed);
    }
    [[nodiscard]] Ended on(const QString& line, const QByteArray& typed = {}) const
    {
        return say(u"--library %1 "_s.arg(library()) + line, typed);
    }

    QByteArray m_zone;
    QString m_moment;
};

QTEST_GUILESS_MAIN(tst_SystemClock)
#include "tst_SystemClock.moc"
