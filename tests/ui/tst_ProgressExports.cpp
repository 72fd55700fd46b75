// SPDX-License-Identifier: GPL-3.0-or-later
// Charts of the page of progress as files: CSV with the figures, SVG with the picture.
#include <ModalDialogs.h>
#include <ProgressScreen.h>
#include <WindowFixture.h>

#include <domain/AtomicFile.h>
#include <exchange/Csv.h>
#include <resources/Resources.h>

#include <QDir>
#include <QSysInfo>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;
using namespace waymark;
using ui::PageId;
using Screen = support::ProgressScreen;

class tst_ProgressExports : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { resources::initialise(); }

    void csvHasTheFiguresOfTheTable_data() { addCharts(); }

    void csvHasTheFiguresOfTheTable()
    {
        QFETCH(QString, chart);
        Screen s;
        s.live();
        s.open(chart);
        support::clickOn(*s.page, u"button.progress.exportCsv"_s);
        QCOMPARE(s.files.size(), 1);
        QVERIFY(s.names.front().endsWith(u".csv"_s));
        const auto read = exchange::readCsv(s.files.front());
        QVERIFY(read.has_value());
        const auto rows = s.cells();
        QCOMPARE(read->size(), rows.size() + 1);
        for (int column = 0; column < s.table().model()->columnCount(); ++column) {
            QCOMPARE(read->front()[column], s.table().model()->headerData(column, Qt::Horizontal).toString());
            for (std::size_t row = 0; row < rows.size(); ++row) {
                const QString& exact = (*read)[row + 1][column];
                const QString& shown = rows[row][column];
                const QDate day = QDate::fromString(exact, Qt::ISODate);
                bool isNumber = false;
                const double value = exact.toDouble(&isNumber);
                if (day.isValid()) {
                    QCOMPARE(shown, QLocale().toString(day, QLocale::ShortFormat));
                } else if (isNumber) {
                    QVERIFY2(std::abs(QLocale().toDouble(shown) - value) < 0.06, qPrintable(shown + u' ' + exact));
                } else {
                    QCOMPARE(shown, exact);
                }
            }
        }
    }

    void svgIsAPictureOfItsOwn_data() { addCharts(); }

    void svgIsAPictureOfItsOwn()
    {
        QFETCH(QString, chart);
        Screen s;
        s.live();
        s.open(chart);
        support::clickOn(*s.page, u"button.progress.exportSvg"_s);
        QCOMPARE(s.files.size(), 1);
        QVERIFY(s.names.front().endsWith(u".svg"_s));
        QXmlStreamReader xml(s.files.front());
        int shapes = 0;
        QString title;
        QStringList texts;
        while (!xml.atEnd()) {
            if (xml.readNext() != QXmlStreamReader::StartElement) {
                continue;
            }
            shapes += xml.name() == u"path" || xml.name() == u"polyline" || xml.name() == u"rect" ? 1 : 0;
            if (xml.name() == u"title") {
                title = xml.readElementText();
            } else if (xml.name() == u"text") {
                texts.append(xml.readElementText().trimmed());
            }
        }
        QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
        QVERIFY(shapes > 3);
        const QHash<QString, QString> ofAxis { { u"way"_s, u"0"_s }, { u"hours"_s, u"0"_s }, { u"recall"_s, u"100\u00a0%"_s },
            { u"estimates"_s, u"0"_s }, { u"areas"_s, u"Three"_s }, { u"days"_s, QLocale().dayName(Qt::Monday, QLocale::ShortFormat) } };
        QVERIFY2(texts.contains(ofAxis.value(chart)), qPrintable(texts.join(u'|')));
        QCOMPARE(title, chart == u"days" ? s.heat().content().title : s.chart().content().title);
        const QString whole = QString::fromUtf8(s.files.front());
        for (const QString& secret : { QDir::homePath() + u'/', QDir::currentPath(), QSysInfo::machineHostName(), u"file:"_s }) {
            QVERIFY2(secret.size() < 2 || !whole.contains(secret), qPrintable(secret));
        }
    }

    void whatAStrangerNamedStaysTextInThePicture()
    {
        const QString hostile = u"Data & APIs</desc><script>alert(1)</script>"_s;
        domain::CourseContent course = Screen::hostileCourse();
        for (domain::Milestone& milestone : course.course.milestones) {
            milestone.title = hostile;
        }
        Screen s(course);
        s.live();
        s.open(u"way"_s);
        support::clickOn(*s.page, u"button.progress.exportSvg"_s);
        QCOMPARE(s.files.size(), 1);
        QXmlStreamReader xml(s.files.front());
        QString description;
        while (!xml.atEnd()) {
            if (xml.readNext() == QXmlStreamReader::StartElement) {
                QVERIFY(xml.name() != u"script");
                description += xml.name() == u"desc" ? xml.readElementText() : QString();
            }
        }
        QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
        QVERIFY2(description.contains(hostile), qPrintable(description));
    }

    void anExportIsWrittenWhereThePersonSays()
    {
        support::WindowFixture w;
        QVERIFY(
            w.f.workspace->apply(domain::addTime(w.f.context(), u"base"_s, support::WorkspaceFixture::now - Screen::day, 30)).has_value());
        w.window->go({ PageId::Progress, {}, u"days"_s });
        const QString path = w.home.filePath(u"days.csv"_s);
        support::whenAskedForAFile(path);
        w.click(u"button.progress.exportCsv"_s);
        const auto bytes = domain::readFile(path, 10'000);
        QVERIFY(bytes && bytes->contains("2026-11-20,30"));
        QVERIFY(w.notice().contains(path));
    }

private:
    static void addCharts()
    {
        QTest::addColumn<QString>("chart");
        for (const QString& chart : Screen::everyChart()) {
            QTest::newRow(qPrintable(chart)) << chart;
        }
    }
};

int main(int argc, char* argv[])
{
    QCoreApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
    QApplication application(argc, argv);
    tst_ProgressExports test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_ProgressExports.moc"
