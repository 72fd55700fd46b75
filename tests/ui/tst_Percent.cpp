// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/words/Percent.h>
#include <ui/words/PlanWords.h>
#include <ui/words/Words.h>

#include <QDirIterator>
#include <QLocale>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark;

namespace {

/// Texts for the screen that write a number and its percent sign themselves: "85 %", "%1%", " %".
QStringList writtenPercents(const QString& source)
{
    static const QRegularExpression text(uR"re(\b(?:tr\(|translate\("[^"]*", )"([^"]*)")re"_s);
    static const QRegularExpression percent(uR"re((?:\d|^) ?%(?![\dnL]))re"_s);
    QStringList found;
    for (const QRegularExpressionMatch& match : text.globalMatch(source)) {
        if (match.captured(1).contains(percent)) {
            found.append(match.captured(1));
        }
    }
    return found;
}

} // namespace

class tst_Percent : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { QLocale::setDefault(QLocale::c()); }

    void aNumberAndItsSignAreNotBroken()
    {
        QCOMPARE(ui::percentText(85), u"85\u00a0%"_s);
        QCOMPARE(ui::shareText(0.666), u"67\u00a0%"_s);
        QLocale::setDefault(QLocale(u"ar_EG"_s));
        QCOMPARE(ui::percentText(85), QLocale().toString(85) + u"\u00a0%"_s);
    }

    void timesOfStudyAreWrittenAsTheDesktopWritesNumbers_data()
    {
        QTest::addColumn<QString>("locale");
        QTest::addColumn<qint64>("minutes");
        QTest::addColumn<QString>("text");
        QTest::newRow("minutes") << u"en_GB"_s << qint64(45) << u"45 min"_s;
        QTest::newRow("hours, grouped") << u"en_GB"_s << qint64(1500 * 60) << u"1,500 h"_s;
        QTest::newRow("both, grouped") << u"en_GB"_s << qint64(1500 * 60 + 5) << u"1,500 h 5 min"_s;
        QTest::newRow("other digits") << u"ar_EG"_s << qint64(45) << u"\u0664\u0665 min"_s;
    }
    void timesOfStudyAreWrittenAsTheDesktopWritesNumbers()
    {
        QFETCH(QString, locale);
        QFETCH(qint64, minutes);
        QFETCH(QString, text);
        QLocale::setDefault(QLocale(locale));
        QCOMPARE(ui::Words::minutes(minutes), text);
    }

    void theForecastIsNotBrokenAtItsChance()
    {
        learning::Forecast forecast;
        forecast.p50 = QDate(2027, 3, 1);
        forecast.p85 = QDate(2027, 4, 1);
        forecast.chance = 0.62;
        QVERIFY(ui::PlanWords::forecast(forecast).contains(u"85\u00a0%"_s));
        QVERIFY(ui::PlanWords::chance(forecast, QDate(2027, 3, 8)).contains(u"62\u00a0%"_s));
        QCOMPARE(ui::PlanWords::chanceOf(forecast), u"62\u00a0%"_s);
    }

    void noTextWritesItsPercentsItself()
    {
        const QDir source(QStringLiteral(WAYMARK_SOURCE));
        int files = 0;
        for (const QString& folder : { u"ui"_s, u"app"_s }) {
            QDirIterator walk(source.filePath(folder), { u"*.h"_s, u"*.cpp"_s }, QDir::Files, QDirIterator::Subdirectories);
            while (walk.hasNext()) {
                QFile file(walk.next());
                QVERIFY(file.open(QIODevice::ReadOnly));
                const QStringList found = writtenPercents(QString::fromUtf8(file.readAll()));
                const QString path = source.relativeFilePath(file.fileName());
                QVERIFY2(found.isEmpty() || path == u"ui/words/Percent.cpp", qPrintable(path + u": "_s + found.join(u'\n')));
                ++files;
            }
        }
        QVERIFY(files > 0);
    }

    void writtenPercentsAreFound_data()
    {
        QTest::addColumn<QString>("source");
        QTest::addColumn<bool>("isFound");
        QTest::newRow("number") << u"tr(\"with a chance of 85 % by\")"_s << true;
        QTest::newRow("place") << u"tr(\"%1 % likely\")"_s << true;
        QTest::newRow("without a blank") << u"tr(\"%1%\")"_s << true;
        QTest::newRow("suffix") << u"tr(\" %\", \"after a number\")"_s << true;
        QTest::newRow("context") << u"translate(\"Percent\", \"%1 %\")"_s << true;
        QTest::newRow("places side by side") << u"tr(\"%1 %2\")"_s << false;
        QTest::newRow("plural") << u"tr(\"%1 %n card(s)\")"_s << false;
        QTest::newRow("head of a column") << u"tr(\"Likely, %\")"_s << false;
    }

    void writtenPercentsAreFound()
    {
        QFETCH(QString, source);
        QFETCH(bool, isFound);
        QCOMPARE(!writtenPercents(source).isEmpty(), isFound);
    }
};

QTEST_MAIN(tst_Percent)
#include "tst_Percent.moc"
