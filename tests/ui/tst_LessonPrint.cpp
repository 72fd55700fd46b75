// SPDX-License-Identifier: GPL-3.0-or-later
// A lesson on paper.
#include "LessonFixture.h"

#include <ui/lesson/LessonPrint.h>

#include <QDir>
#include <QFile>
#include <QPageSize>
#include <QPdfWriter>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>

using namespace waymark;
using namespace waymark::ui;
using namespace Qt::StringLiterals;

class tst_LessonPrint : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_lesson.open(fixture::wholeLesson()); }
    void cleanup() { m_lesson.close(); }

    void pdfHasTheAnswersAndNoForeignPicture();
    void pdfFailsAsAWhole();
    void narrowPaperHoldsEveryLine_data();
    void narrowPaperHoldsEveryLine();

private:
    fixture::OpenLesson m_lesson;
};

void tst_LessonPrint::pdfHasTheAnswersAndNoForeignPicture()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"lesson.pdf"_s);
    QVERIFY(writeLessonPdf(*m_lesson.workspace, u"skill"_s, path));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray pdf = file.readAll();
    QVERIFY(pdf.startsWith("%PDF-"));
    QVERIFY(pdf.contains("/Subtype /Image")); // the green one

    m_lesson.open(u"## Why it matters\n\n![x](file:///etc/passwd) ![y](https://example.org/y.png) ![z](../../images/evil.svg)\n"_s);
    QVERIFY(writeLessonPdf(*m_lesson.workspace, u"skill"_s, path));
    file.seek(0);
    QFile again(path);
    QVERIFY(again.open(QIODevice::ReadOnly));
    QVERIFY(!again.readAll().contains("/Subtype /Image"));
}

void tst_LessonPrint::pdfFailsAsAWhole()
{
    QTemporaryDir folder;
    const auto missing = writeLessonPdf(*m_lesson.workspace, u"skill"_s, folder.filePath(u"no/such/lesson.pdf"_s));
    QVERIFY(!missing);
    QCOMPARE(missing.error().code, domain::ErrorCode::FileMissing);
    const auto unknown = writeLessonPdf(*m_lesson.workspace, u"nothing"_s, folder.filePath(u"lesson.pdf"_s));
    QVERIFY(!unknown);
    QCOMPARE(unknown.error().code, domain::ErrorCode::UnknownSkill);
    QVERIFY(QDir(folder.path()).isEmpty());
}

void tst_LessonPrint::narrowPaperHoldsEveryLine_data()
{
    QTest::addColumn<QPageSize::PageSizeId>("size");
    QTest::newRow("A3") << QPageSize::A3;
    QTest::newRow("A4") << QPageSize::A4;
    QTest::newRow("A6") << QPageSize::A6;
}

void tst_LessonPrint::narrowPaperHoldsEveryLine()
{
    QFETCH(QPageSize::PageSizeId, size);
    m_lesson.open(u"## Why it matters\n\n%1\n"_s.arg(u"word "_s.repeated(300)));
    QTemporaryDir folder;
    const QString path = folder.filePath(u"lesson.pdf"_s);
    {
        QPdfWriter paper(path);
        paper.setPageSize(QPageSize(size));
        QVERIFY(printLesson(*m_lesson.workspace, u"skill"_s, paper));
    }
    QProcess boxes;
    boxes.start(u"pdftotext"_s, { u"-bbox"_s, path, u"-"_s });
    if (!boxes.waitForFinished()) {
        QSKIP("pdftotext is not installed");
    }
    const QString found = QString::fromUtf8(boxes.readAllStandardOutput());
    static const QRegularExpression word(u"xMin=\"([0-9.-]+)\".*xMax=\"([0-9.]+)\""_s);
    const double width = QPageSize(size).size(QPageSize::Point).width();
    int words = 0;
    for (const QRegularExpressionMatch& match : word.globalMatch(found)) {
        ++words;
        QVERIFY(match.captured(1).toDouble() > 0);
        QVERIFY2(match.captured(2).toDouble() < width, qPrintable(match.captured()));
    }
    QVERIFY(words > 300);
}

QTEST_MAIN(tst_LessonPrint)
#include "tst_LessonPrint.moc"
