// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/words/LocalTime.h>
#include <ui/words/PlanWords.h>
#include <ui/words/ShortDate.h>

#include <QLocale>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark;

class tst_ShortDate : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { QLocale::setDefault(QLocale::c()); }

    void theYearIsWritten_data()
    {
        QTest::addColumn<QString>("locale");
        QTest::addColumn<QString>("text");
        QTest::newRow("en_US") << u"en_US"_s << u"1/10/2084"_s;
        QTest::newRow("de_DE") << u"de_DE"_s << u"10.01.2084"_s;
        QTest::newRow("en_GB") << u"en_GB"_s << u"10/01/2084"_s;
        QTest::newRow("ja_JP") << u"ja_JP"_s << u"2084/01/10"_s;
        QTest::newRow("bg_BG, with a letter behind") << u"bg_BG"_s << u"10.01.2084 г."_s;
        QTest::newRow("C") << u"C"_s << u"10 Jan 2084"_s;
    }
    void theYearIsWritten()
    {
        QFETCH(QString, locale);
        QFETCH(QString, text);
        QLocale::setDefault(QLocale(locale));
        const QDate day(2084, 1, 10);
        QCOMPARE(ui::shortDate(day), text);
        QCOMPARE(ui::PlanWords::date(day), text);
        const qint64 moment = QDateTime(day, QTime(12, 0), Qt::UTC).toMSecsSinceEpoch();
        QVERIFY2(ui::momentText(moment, QTimeZone::utc()).startsWith(text), qPrintable(ui::momentText(moment, QTimeZone::utc())));
    }

    void noLocaleCutsTheYear()
    {
        for (const QLocale& locale : QLocale::matchingLocales(QLocale::AnyLanguage, QLocale::AnyScript, QLocale::AnyTerritory)) {
            QLocale::setDefault(locale);
            QVERIFY2(ui::shortDateFormat().contains(u"yyyy"_s), qPrintable(locale.name()));
            QVERIFY2(ui::shortDateTimeFormat().contains(u"yyyy"_s), qPrintable(locale.name()));
        }
    }

    void aTimeOfDayHasNoSeconds_data()
    {
        QTest::addColumn<QString>("locale");
        QTest::addColumn<QString>("text");
        QTest::newRow("C") << u"C"_s << u"18:05"_s;
        QTest::newRow("en_US") << u"en_US"_s << u"6:05 PM"_s;
        QTest::newRow("de_DE") << u"de_DE"_s << u"18:05"_s;
        QTest::newRow("da_DK") << u"da_DK"_s << u"18.05"_s;
        QTest::newRow("bg_BG, with a letter behind") << u"bg_BG"_s << u"18:05 ч."_s;
    }
    void aTimeOfDayHasNoSeconds()
    {
        QFETCH(QString, locale);
        QFETCH(QString, text);
        QLocale::setDefault(QLocale(locale));
        const QDateTime evening(QDate(2026, 11, 22), QTime(18, 5, 30), QTimeZone::utc());
        const qint64 moment = evening.toMSecsSinceEpoch();
        const auto plain = [](QString shown) { return shown.replace(QChar(0x202f), u' ').replace(QChar::Nbsp, u' '); };
        QCOMPARE(plain(ui::shortTime(evening.time())), text);
        QCOMPARE(plain(ui::clockText(moment, QTimeZone::utc())), text);
        QCOMPARE(
            plain(ui::momentText(moment, QTimeZone::utc())).remove(text).remove(u',').trimmed(), ui::dayText(moment, QTimeZone::utc()));
    }

    void noLocaleShowsSeconds()
    {
        for (const QLocale& locale : QLocale::matchingLocales(QLocale::AnyLanguage, QLocale::AnyScript, QLocale::AnyTerritory)) {
            QLocale::setDefault(locale);
            const QDateTime first(QDate(2026, 11, 22), QTime(18, 5, 30), QTimeZone::utc());
            const QDateTime later = first.addSecs(20);
            QCOMPARE(ui::shortTime(first.time()), ui::shortTime(later.time()));
            QCOMPARE(ui::shortDateTime(first), ui::shortDateTime(later));
            QVERIFY2(ui::shortTime(first.time()) != ui::shortTime(first.addSecs(60).time()), qPrintable(locale.name()));
            QVERIFY2(!ui::shortTime(first.time()).endsWith(u':'), qPrintable(locale.name()));
        }
    }

    void noDayIsNoText() { QCOMPARE(ui::shortDate({}), QString()); }
};

QTEST_MAIN(tst_ShortDate)
#include "tst_ShortDate.moc"
