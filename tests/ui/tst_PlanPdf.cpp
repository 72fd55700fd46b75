// SPDX-License-Identifier: GPL-3.0-or-later
#include <MemoryStore.h>
#include <PdfTools.h>
#include <PlanFixture.h>
#include <Slowness.h>

#include <ui/print/PlanPdf.h>
#include <ui/print/PrintSheet.h>

#include <session/Workspace.h>

#include <QLocale>
#include <QPainter>
#include <QScopeGuard>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark;
using domain::ErrorCode;
using domain::RecordKey;
using session::Workspace;
using support::hasTool;
using support::outputOf;

namespace {

std::unique_ptr<Workspace> workspaceOver(const domain::Course& course, const domain::Progress& progress)
{
    auto store = std::make_unique<support::MemoryStore>();
    if (!course.id.isEmpty() && !store->installCourse({ course, {}, {}, u"hash"_s })) {
        qFatal("the course does not install");
    }
    auto workspace = std::move(*Workspace::open(std::move(store), { [] { return fixture::november; }, QTimeZone::utc() }));
    domain::Edit edit = domain::replaceRecords(workspace->context(), domain::EditKind::SetUp, {}, progress.records());
    if (!workspace->apply(edit)) {
        qFatal("the records do not apply");
    }
    return workspace;
}

std::unique_ptr<Workspace> workspace()
{
    return workspaceOver(fixture::largeCourse(60), fixture::progress());
}

void paintCross(QPainter& painter, const QRectF& target)
{
    painter.drawLine(target.topLeft(), target.bottomRight());
    painter.drawText(target, Qt::AlignCenter, u"painted map"_s);
}

QByteArray pdfOf(const Workspace& of)
{
    return ui::planPdf(of, paintCross).value_or(QByteArray());
}

QString textOf(const QByteArray& pdf)
{
    return outputOf(u"pdftotext"_s, { u"-layout"_s, u"-enc"_s, u"UTF-8"_s, u"FILE"_s, u"-"_s }, pdf);
}

} // namespace

class tst_PlanPdf : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hasTitlePagesAndALandscapeMap();
    void textCanBeTakenOut();
    void datesAreThoseOfTheLanguage_data();
    void datesAreThoseOfTheLanguage();
    void privateNotesStayOut();
    void markupOfTextsIsTextAndReadsNoFile();
    void pageNumbersCountEveryPage();
    void longEvidenceIsCutAndSaysSo();
    void progressIsToldAndCancels();
    void withoutACourseThereIsNothingToPrint();
    void anEmptyLibraryHasAPlan();
    void textsBreakAndEndInAnEllipsis();
    void hostileTextIsPrintedInTime();
};

void tst_PlanPdf::hasTitlePagesAndALandscapeMap()
{
    if (!hasTool(u"pdfinfo"_s)) {
        QSKIP("pdfinfo is not installed");
    }
    const QString info = outputOf(u"pdfinfo"_s, { u"-f"_s, u"1"_s, u"-l"_s, u"3"_s, u"FILE"_s }, pdfOf(*workspace())).simplified();
    QVERIFY2(info.contains(u"Title: Learning plan: A small course, Ada Example Creator: Waymark"_s), qPrintable(info));
    QVERIFY2(info.contains(u"Page 1 size: 595 x 842"_s), qPrintable(info));
    QVERIFY2(info.contains(u"Page 2 size: 842 x 595"_s), qPrintable(info));
    QVERIFY2(info.contains(u"Page 3 size: 595 x 842"_s), qPrintable(info));
}

void tst_PlanPdf::textCanBeTakenOut()
{
    if (!hasTool(u"pdftotext"_s)) {
        QSKIP("pdftotext is not installed");
    }
    const QString text = textOf(pdfOf(*workspace()));
    for (const QString& part : { u"A small course"_s, u"Ada Example"_s, u"Can apply"_s, u"Milestones"_s, u"First program"_s,
             u"Networks & HTTP"_s, u"painted map"_s, u"The skill base-a"_s, u"I built part 1 of base-a"_s, u"=SUM(A1)"_s, u"second line"_s,
             u"What I would tell a friend."_s, u"The skill net-more-54"_s }) {
        QVERIFY2(text.contains(part), qPrintable(part));
    }
}

void tst_PlanPdf::datesAreThoseOfTheLanguage_data()
{
    QTest::addColumn<QString>("locale");
    QTest::addColumn<QString>("made");
    QTest::addColumn<QString>("deadline");
    QTest::newRow("en_US") << u"en_US"_s << u"November"_s << u"3/9/2027"_s;
    QTest::newRow("de_DE") << u"de_DE"_s << u". November "_s << u"09.03.2027"_s;
}

void tst_PlanPdf::datesAreThoseOfTheLanguage()
{
    if (!hasTool(u"pdftotext"_s)) {
        QSKIP("pdftotext is not installed");
    }
    QFETCH(QString, locale);
    QFETCH(QString, made);
    QFETCH(QString, deadline);
    const auto back = qScopeGuard([] { QLocale::setDefault(QLocale::c()); });
    QLocale::setDefault(QLocale(locale));
    domain::Progress progress = fixture::progress();
    domain::Goal goal = progress.goal();
    goal.deadline = QDate(2027, 3, 9);
    progress.setRecord(RecordKey::ofGoal(), goal);
    const QString text = textOf(pdfOf(*workspaceOver(fixture::largeCourse(60), progress)));
    QVERIFY2(text.contains(deadline), qPrintable(text));
    const QDate today = QDateTime::fromMSecsSinceEpoch(fixture::november, QTimeZone::utc()).date();
    QVERIFY2(text.contains(made) && text.contains(QLocale().toString(today, QLocale::LongFormat)), qPrintable(text));
}

void tst_PlanPdf::privateNotesStayOut()
{
    if (!hasTool(u"pdftotext"_s)) {
        QSKIP("pdftotext is not installed");
    }
    domain::Progress progress = fixture::progress();
    fixture::put(progress, RecordKey::ofNote(u"base-b"_s), domain::Note { u"secretword"_s, false, 1 });
    QVERIFY(!textOf(pdfOf(*workspaceOver(fixture::course(), progress))).contains(u"secretword"_s));
    fixture::put(progress, RecordKey::ofNote(u"base-b"_s), domain::Note { u"sharedword"_s, true, 1 });
    QVERIFY(textOf(pdfOf(*workspaceOver(fixture::course(), progress))).contains(u"sharedword"_s));
}

void tst_PlanPdf::markupOfTextsIsTextAndReadsNoFile()
{
    QTemporaryDir folder;
    const QString picture = folder.filePath(u"private.png"_s);
    QImage image(64, 64, QImage::Format_RGB32);
    image.fill(Qt::red);
    QVERIFY(image.save(picture));
    domain::Progress progress = fixture::progress();
    // What is looked for stands first: the length of the path decides where the lines after it break.
    const QString markup = u"<b>bold</b> <img src=\"file://%1\"> ![x](%1)"_s.arg(picture);
    fixture::put(
        progress, RecordKey::ofEvidence(u"base-a"_s, u"part-1"_s, u"x"_s), domain::Evidence { domain::EvidenceKind::Note, markup, 1 });
    const QByteArray pdf = pdfOf(*workspaceOver(fixture::course(), progress));
    QVERIFY(!pdf.isEmpty());
    QVERIFY(!pdf.contains("/Subtype /Image"));
    if (hasTool(u"pdftotext"_s)) {
        QVERIFY(textOf(pdf).contains(u"<b>bold</b>"_s));
    }
}

void tst_PlanPdf::pageNumbersCountEveryPage()
{
    if (!hasTool(u"pdftotext"_s)) {
        QSKIP("pdftotext is not installed");
    }
    int pages = 0;
    const auto pdf = ui::planPdf(*workspace(), paintCross, [&pages](int, int total) {
        pages = total;
        return true;
    });
    QVERIFY(pdf.has_value() && pages > 3);
    const QStringList texts = textOf(*pdf).split(u'\f', Qt::SkipEmptyParts);
    QCOMPARE(texts.size(), qsizetype(pages));
    for (int page = 0; page < pages; ++page) {
        QVERIFY(texts[page].contains(u"%1 of %2"_s.arg(page + 1).arg(pages)));
        QVERIFY(texts[page].contains(u"Learning plan: A small course, Ada Example"_s));
    }
}

void tst_PlanPdf::longEvidenceIsCutAndSaysSo()
{
    if (!hasTool(u"pdftotext"_s)) {
        QSKIP("pdftotext is not installed");
    }
    domain::Progress progress = fixture::progress();
    QStringList lines;
    for (int i = 1; i <= 40; ++i) {
        lines.append(u"line-%1-"_s.arg(i));
    }
    fixture::put(progress, RecordKey::ofEvidence(u"base-a"_s, u"part-1"_s, u"x"_s),
        domain::Evidence { domain::EvidenceKind::Output, lines.join(u'\n'), 1 });
    const QString text = textOf(pdfOf(*workspaceOver(fixture::course(), progress)));
    QVERIFY(text.contains(u"line-12-\u2026"_s));
    QVERIFY(!text.contains(u"line-13-"_s));
    QVERIFY(text.contains(u"28 more"_s));
}

void tst_PlanPdf::progressIsToldAndCancels()
{
    QList<int> told;
    const auto of = workspace();
    const auto whole = ui::planPdf(*of, paintCross, [&told](int done, int total) {
        told.append(done);
        return done <= total;
    });
    QVERIFY(whole.has_value());
    QCOMPARE(told.count(0), of->roadmap().size()); // while the pages are put together
    QVERIFY(std::is_sorted(told.begin(), told.end()));
    told.removeAll(0);
    for (int i = 0; i < told.size(); ++i) {
        QCOMPARE(told[i], i + 1);
    }
    for (const int last : { 0, 2 }) {
        const auto cut = ui::planPdf(*of, paintCross, [last](int done, int) { return done < last; });
        QVERIFY(!cut.has_value());
        QVERIFY(cut.error().code == ErrorCode::Cancelled);
    }
}

void tst_PlanPdf::withoutACourseThereIsNothingToPrint()
{
    const auto pdf = ui::planPdf(*workspaceOver({}, {}), paintCross);
    QVERIFY(!pdf.has_value());
    QVERIFY(pdf.error().code == ErrorCode::UnknownCourse);
}

void tst_PlanPdf::anEmptyLibraryHasAPlan()
{
    const auto of = workspaceOver(fixture::course(), {});
    QVERIFY(pdfOf(*of).startsWith("%PDF-"));
    QVERIFY(ui::planPdf(*of, {}).has_value());
}

void tst_PlanPdf::textsBreakAndEndInAnEllipsis()
{
    const ui::PrintLook look(ui::paletteOf(ui::PaletteId::Light));
    const ui::PrintText one(u"short"_s, look.body, 400);
    QCOMPARE(one.hiddenLines(), 0);
    const ui::PrintText five(u"1\n2\n3\n4\n5"_s, look.body, 400);
    QVERIFY(qAbs(five.height() - 5 * one.height()) < 0.01);
    const ui::PrintText two(u"1\n2\n3\n4\n5"_s, ui::PrintLook::atMost(look.body, 2), 400);
    QCOMPARE(two.hiddenLines(), 3);
    QVERIFY(qAbs(two.height() - 2 * one.height()) < 0.01);
    const ui::PrintText long_(QString(2'000, u'x'), ui::PrintLook::atMost(look.body, 1), 100);
    QVERIFY(long_.widest() <= 100);
    QVERIFY(qAbs(long_.height() - one.height()) < 0.01);
}

void tst_PlanPdf::hostileTextIsPrintedInTime()
{
    domain::Progress progress = fixture::progress();
    const QString texts[] = { QString(domain::maxEvidenceLength, u'x'), QString(domain::maxEvidenceLength, u'\n'),
        u"a\u202e\u2066"_s.repeated(10'000), u"\u0e01\u0e33"_s.repeated(10'000) };
    for (int i = 0; i < 4; ++i) {
        fixture::put(progress, RecordKey::ofEvidence(u"base-a"_s, u"part-1"_s, QString::number(i)),
            domain::Evidence { domain::EvidenceKind::Note, texts[i], 1 });
    }
    QElapsedTimer timer;
    timer.start();
    QVERIFY(!pdfOf(*workspaceOver(fixture::course(), progress)).isEmpty());
    QVERIFY2(timer.elapsed() < 5'000 * support::slowness(), qPrintable(QString::number(timer.elapsed())));
}

QTEST_MAIN(tst_PlanPdf)
#include "tst_PlanPdf.moc"
