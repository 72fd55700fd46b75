// SPDX-License-Identifier: GPL-3.0-or-later
// A lesson on paper.
#include "LessonFixture.h"

#include <ui/lesson/LessonPrint.h>

#include <QDir>
#include <QFile>
#include <QPdfWriter>
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
    void narrowPaperTakesMorePages();

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

void tst_LessonPrint::narrowPaperTakesMorePages()
{
    const auto bytesOn = [this](QPageSize::PageSizeId size, int& pages) {
        QByteArray bytes;
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::WriteOnly);
        {
            QPdfWriter paper(&buffer);
            paper.setPageSize(QPageSize(size));
            QVERIFY(printLesson(*m_lesson.workspace, u"skill"_s, paper));
        }
        pages = static_cast<int>(bytes.count("/Type /Page\n"));
    };
    int pagesOfA4 = 0;
    int pagesOfA6 = 0;
    bytesOn(QPageSize::A4, pagesOfA4);
    bytesOn(QPageSize::A6, pagesOfA6);
    QVERIFY(pagesOfA4 > 0);
    QVERIFY(pagesOfA6 >= pagesOfA4); // everything is smaller there, not cut off
}

QTEST_MAIN(tst_LessonPrint)
#include "tst_LessonPrint.moc"
