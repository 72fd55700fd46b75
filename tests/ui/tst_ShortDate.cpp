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

    void noDayIsNoText() { QCOMPARE(ui::shortDate({}), QString()); }
};

QTEST_MAIN(tst_ShortDate)
#include "tst_ShortDate.moc"
