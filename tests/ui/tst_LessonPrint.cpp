// SPDX-License-Identifier: GPL-3.0-or-later
// A lesson on paper.
#include "LessonFixture.h"

#include <ui/lesson/LessonPrint.h>

#include <QPageSize>
#include <QPdfWriter>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>

#include <algorithm>
#include <thread>
#include <utility>
#include <vector>

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
    void picturesOfQuestionsAreThere();
    void codeHasItsColoursOnAnyThread();
    void whatIsNoLessonIsRefused();
    void whoeverWaitsHearsOfItAndCanEndIt();
    void narrowPaperHoldsEveryLine_data();
    void narrowPaperHoldsEveryLine();

private:
    [[nodiscard]] QByteArray pdfHere() const
    {
        return printableLesson(*m_lesson.workspace, u"skill"_s)
            .and_then([](const PrintableLesson& lesson) { return lessonPdf(lesson); })
            .value();
    }

    fixture::OpenLesson m_lesson;
};

void tst_LessonPrint::pdfHasTheAnswersAndNoForeignPicture()
{
    const QByteArray pdf = pdfHere();
    QVERIFY(pdf.startsWith("%PDF-"));
    QVERIFY(pdf.contains("/Subtype /Image")); // the green one

    m_lesson.open(u"## Why it matters\n\n![x](file:///etc/passwd) ![y](https://example.org/y.png) ![z](../../images/evil.svg)\n"_s);
    const QByteArray without = pdfHere();
    QVERIFY(without.startsWith("%PDF-"));
    QVERIFY(!without.contains("/Subtype /Image"));
}

void tst_LessonPrint::picturesOfQuestionsAreThere()
{
    m_lesson.open(
        u"## Why it matters\n\nSo.\n\n## Quiz\n\n### Which one?\n\n![g](../../images/green.png)\n\n- [ ] The first\n- [x] The other\n"_s);
    QVERIFY(pdfHere().contains("/Subtype /Image"));
}

void tst_LessonPrint::codeHasItsColoursOnAnyThread()
{
    const PrintableLesson lesson = printableLesson(*m_lesson.workspace, u"skill"_s).value();
    QByteArray there;
    std::thread([&] { there = lessonPdf(lesson).value(); }).join();
    const QByteArray here = lessonPdf(lesson).value();
    QCOMPARE(there.size(), here.size()); // the bytes have their moment in them
    PrintableLesson plain = lesson;
    plain.colours.clear();
    QVERIFY(lessonPdf(plain).value().size() < here.size());

    CodeColours colours; // works in an editor, which no other thread may touch
    bool isEmpty = false;
    std::thread([&] { isEmpty = colours.runs(u"python"_s, u"return 12"_s).empty(); }).join();
    QVERIFY(isEmpty && !colours.runs(u"python"_s, u"return 12"_s).empty());
}

void tst_LessonPrint::whatIsNoLessonIsRefused()
{
    QCOMPARE(printableLesson(*m_lesson.workspace, u"nothing"_s).error().code, domain::ErrorCode::UnknownSkill);
    m_lesson.open({});
    QCOMPARE(printableLesson(*m_lesson.workspace, u"skill"_s).error().code, domain::ErrorCode::UnknownSkill);
}

void tst_LessonPrint::whoeverWaitsHearsOfItAndCanEndIt()
{
    const PrintableLesson lesson = printableLesson(*m_lesson.workspace, u"skill"_s).value();
    std::vector<std::pair<int, int>> words;
    QVERIFY(lessonPdf(lesson, [&](int done, int total) {
        words.emplace_back(done, total);
        return true;
    }));
    const auto begin = std::find_if(words.begin(), words.end(), [](const auto& word) { return word.second > 0; });
    QVERIFY(begin - words.begin() > 5); // pieces of the text
    const int pages = begin->second;
    QCOMPARE(words.end() - begin, pages + 1);
    for (int page = 0; page <= pages; ++page) {
        QCOMPARE(begin[page], std::pair(page, pages));
    }
    for (std::size_t at = 0; at < words.size(); ++at) {
        std::size_t heard = 0;
        const auto ended = lessonPdf(lesson, [&](int, int) { return heard++ < at; });
        QVERIFY(!ended && ended.error().code == domain::ErrorCode::Cancelled);
        QCOMPARE(heard, at + 1);
    }
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
        QVERIFY(printLesson(printableLesson(*m_lesson.workspace, u"skill"_s).value(), paper));
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
