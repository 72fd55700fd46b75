// SPDX-License-Identifier: GPL-3.0-or-later
// Short dates and times have one place, which writes whole years and no seconds: nothing else asks the locale for its short format.
#include <QDirIterator>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

const QString home = u"ui/words/ShortDate.cpp"_s;

/// The lines of a text that take the short format of the locale for more than the name of a day or month.
QStringList wrongLines(const QString& text)
{
    static const QRegularExpression names(uR"((?:[dD]ayName|[mM]onthName)\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\))"_s);
    QStringList wrong;
    for (QString line : text.split(u'\n')) {
        line.remove(names);
        if (line.contains(u"ShortFormat"_s) || line.contains(u"NarrowFormat"_s) || line.contains(u"DefaultLocaleShortDate"_s)) {
            wrong.append(line.trimmed());
        }
    }
    return wrong;
}

} // namespace

class tst_ShortDates : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyOneFileAsksForTheShortFormat_data()
    {
        QTest::addColumn<QString>("folder");
        for (const char* folder : { "ui", "app", "model" }) {
            QTest::newRow(folder) << QString::fromLatin1(folder);
        }
    }

    void onlyOneFileAsksForTheShortFormat()
    {
        QFETCH(QString, folder);
        const QDir source(QStringLiteral(WAYMARK_SOURCE));
        int files = 0;
        QDirIterator walk(source.filePath(folder), { u"*.h"_s, u"*.cpp"_s }, QDir::Files, QDirIterator::Subdirectories);
        while (walk.hasNext()) {
            QFile file(walk.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QStringList wrong = wrongLines(QString::fromUtf8(file.readAll()));
            const QString path = source.relativeFilePath(file.fileName());
            QVERIFY2(wrong.isEmpty() || path == home, qPrintable(path + u": "_s + wrong.join(u'\n')));
            ++files;
        }
        QVERIFY(files > 0);
    }

    void theirHomeIsThere()
    {
        QFile file(QStringLiteral(WAYMARK_SOURCE "/") + home);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(!wrongLines(QString::fromUtf8(file.readAll())).isEmpty());
    }

    void shortDatesAreFound_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("isWrong");
        QTest::newRow("day") << u"QLocale().toString(day, QLocale::ShortFormat)"_s << true;
        QTest::newRow("format") << u"QLocale().dateFormat(QLocale::ShortFormat)"_s << true;
        QTest::newRow("time") << u"locale.toString(moment.time(), QLocale::NarrowFormat)"_s << true;
        QTest::newRow("long day") << u"QLocale().toString(day, QLocale::LongFormat)"_s << false;
        QTest::newRow("name of a day") << u"QLocale().standaloneDayName(date.dayOfWeek(), QLocale::ShortFormat)"_s << false;
        QTest::newRow("name of a day, by calls")
            << u"QLocale().dayName(dayOf(m_content, day(1)).dayOfWeek(), QLocale::ShortFormat)"_s << false;
        QTest::newRow("name of a month") << u"QLocale().monthName(1, QLocale::ShortFormat)"_s << false;
        QTest::newRow("a name and a day") << u"QLocale().monthName(1, QLocale::ShortFormat) + l.toString(day, QLocale::ShortFormat)"_s
                                          << true;
    }

    void shortDatesAreFound()
    {
        QFETCH(QString, text);
        QFETCH(bool, isWrong);
        QCOMPARE(!wrongLines(text).isEmpty(), isWrong);
    }
};

QTEST_APPLESS_MAIN(tst_ShortDates)
#include "tst_ShortDates.moc"
