// SPDX-License-Identifier: GPL-3.0-or-later
#include <ClockedLibrary.h>

#include <domain/ReviewEdits.h>
#include <exchange/Markdown.h>
#include <session/StudyPlan.h>
#include <ui/print/PlanExports.h>
#include <ui/print/WeekSummary.h>

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark;
using exchange::Block;

namespace {

constexpr qint64 hour = 3'600'000;
constexpr qint64 day = 24 * hour;
const QDate monday(2026, 11, 16);

/// A library over the small course with a goal, and two questions on "base".
struct Library : support::ClockedLibrary
{
    static domain::CourseContent asked(const domain::Course& course)
    {
        domain::CourseContent asked = content(course);
        asked.course.skills.front().questions = { u"why"_s, u"how"_s };
        return asked;
    }

    explicit Library(double hoursPerWeek = 7, const domain::Course& course = support::graphCourse())
        : ClockedLibrary(sunday, asked(course))
    {
        aim(hoursPerWeek);
    }
    [[nodiscard]] QString text(QDate first = monday) const { return QString::fromUtf8(ui::weekSummary(*workspace, first)); }
};

/// What a reader of Markdown shows below a heading, a line for each paragraph and item.
QStringList shownIn(const std::vector<Block>& blocks);

QStringList shownOf(const Block& block)
{
    QStringList lines;
    if (block.kind == Block::Kind::Paragraph) {
        lines.append(exchange::plainText(block.inlines));
    }
    for (const exchange::ListItem& item : block.items) {
        lines += shownIn(item.blocks);
    }
    return lines;
}

QStringList shownIn(const std::vector<Block>& blocks)
{
    QStringList lines;
    for (const Block& block : blocks) {
        lines += shownOf(block);
    }
    return lines;
}

QStringList section(const QString& markdown, const QString& heading)
{
    QStringList lines;
    bool isIn = false;
    const std::vector<Block> blocks = exchange::parseMarkdown(markdown).value();
    for (const Block& block : blocks) {
        if (block.kind == Block::Kind::Heading || block.kind == Block::Kind::Rule) {
            isIn = block.kind == Block::Kind::Heading && exchange::plainText(block.inlines) == heading;
        } else if (isIn) {
            lines += shownOf(block);
        }
    }
    return lines;
}

QStringList headings(const QString& markdown)
{
    QStringList all;
    const std::vector<Block> blocks = exchange::parseMarkdown(markdown).value();
    for (const Block& block : blocks) {
        if (block.kind == Block::Kind::Heading) {
            all.append(exchange::plainText(block.inlines));
        }
    }
    return all;
}

} // namespace

class tst_WeekSummary : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hoursStandAgainstThePlan()
    {
        Library library;
        library.apply(domain::addTime(library.context(), u"base"_s, library.now - 2 * hour, 90));
        library.apply(domain::addTime(library.context(), u"middle"_s, library.now - hour, 30));
        QCOMPARE(section(library.text(), u"Hours"_s),
            (QStringList { u"2 h of the 7 h that were planned."_s, u"Base: 1 h 30 min"_s, u"Middle: 30 min"_s }));
        QCOMPARE(section(Library(0).text(), u"Hours"_s), QStringList { u"0 min; no hours were planned."_s });
    }

    void whatIsDoneStandsWithTheKindsOfItsEvidence()
    {
        Library library;
        library.apply(domain::finishSkill(library.context(), u"base"_s));
        library.apply(domain::checkItem(library.context(), u"middle"_s, u"second"_s,
            domain::Evidence { domain::EvidenceKind::Commit, u"a private hash"_s, library.now }));
        library.apply(domain::checkItem(library.context(), u"middle"_s, u"first"_s));
        const QString text = library.text();
        const QStringList done = section(text, u"Done"_s);
        QCOMPARE(done,
            (QStringList { u"Finished: Base"_s, u"Finished: Middle"_s, u"Middle"_s, u"I did the first (without evidence)"_s,
                u"I did the second (Commit)"_s }));
        QVERIFY(!text.contains(u"a private hash"));
    }

    void whatIsLearnedIsCounted()
    {
        Library library;
        library.apply(domain::startSkill(library.context(), u"base"_s, false));
        library.answer(u"base"_s, u"why"_s, true);
        library.answer(u"base"_s, u"how"_s, false);
        const QStringList learned = section(library.text(), u"Learned"_s);
        QCOMPARE(learned.size(), 2);
        QVERIFY(learned[0].startsWith(u"1 "));
        QVERIFY(learned[1].startsWith(u"2 ") && learned[1].endsWith(u"1 of them right"_s));
        QCOMPARE(section(library.text(), u"Stuck"_s).size(), 1);
        QVERIFY(section(library.text(), u"Stuck"_s).first().startsWith(u"Base: 1 "));
    }

    void whatIsStuckIsNamed()
    {
        Library library;
        library.now -= 12 * day;
        library.apply(domain::startSkill(library.context(), u"base"_s, false));
        library.now += 12 * day;
        library.apply(domain::askMentor(library.context(), u"middle"_s, u"Is *this* right?\nOr that?"_s));
        library.apply(domain::wishOrder(library.context(), u"middle"_s, u"base"_s));
        const QStringList stuck = section(library.text(), u"Stuck"_s);
        QCOMPARE(stuck.size(), 3);
        QVERIFY(stuck[0].startsWith(u"Base: begun, and not worked on for 12 "));
        QVERIFY(stuck[1].startsWith(u"Asked the mentor about Middle: Is *this* right?") && stuck[1].endsWith(u"Or that?"));
        QCOMPARE(stuck[2], u"\"Middle\" cannot come before \"Base\": it needs it."_s);
    }

    void theNextSevenDaysAreTold()
    {
        const Library library;
        const QStringList next = section(library.text(), u"Next"_s);
        QCOMPARE(next[0], u"Sunday, 22 November 2026"_s);
        QCOMPARE(next[1], u"Base, 1 h"_s);
        QVERIFY(next.contains(u"Saturday, 28 November 2026"_s));
        QVERIFY(!next.contains(u"Sunday, 29 November 2026"_s));
        QVERIFY(next.contains(u"All this leads to \"Whole\"."_s));
        QVERIFY(next.last().startsWith(u"As likely as not by "));
    }

    void aPlanWithoutADateSaysWhy_data()
    {
        QTest::addColumn<double>("hours");
        QTest::addColumn<bool>("isOff");
        QTest::addColumn<QString>("next");

        QTest::newRow("no hours") << 0.0 << false
                                  << u"The week has no hours of study yet, so nothing can be dated. Say how many hours you have."_s;
        QTest::newRow("all days off") << 7.0 << true
                                      << u"Every day of study in the next ten years is a day off. "
                                         "Take some days off away, or study on other weekdays."_s;
    }

    void aPlanWithoutADateSaysWhy()
    {
        QFETCH(double, hours);
        QFETCH(bool, isOff);
        Library library(hours);
        if (isOff) {
            library.apply(domain::addDaysOff(library.context(), { QDate(2026, 11, 22), QDate(2126, 11, 21), {} }));
        }
        QTEST(section(library.text(), u"Next"_s).join(u' '), "next");
    }

    void behindAPauseOfTenYearsNoDateIsTold()
    {
        Library library;
        library.apply(domain::addDaysOff(library.context(), { QDate(2026, 11, 22), QDate(2037, 11, 21), {} }));
        const session::StudyOutset outset = session::studyOutset(*library.workspace);
        QVERIFY(learning::forecast(outset.input).p50.isValid());
        const QStringList next = section(library.text(), u"Next"_s);
        QCOMPARE(next.size(), 1);
        QVERIFY2(next.first().startsWith(u"Every day of study in the next ten years is a day off"_s), qPrintable(next.first()));
    }

    void ofADeadlineThatIsPastNoChanceIsTold()
    {
        Library library;
        library.aim(7, u"whole"_s, QDate(2026, 11, 1));
        const QString next = section(library.text(), u"Next"_s).join(u' ');
        QVERIFY2(next.contains(u"As likely as not by"_s) && !next.contains(u"By the deadline"_s), qPrintable(next));
    }

    void aHolidayLeavesTheNextDaysFree()
    {
        Library library;
        library.apply(domain::addDaysOff(library.context(), { QDate(2026, 11, 22), QDate(2026, 12, 6), {} }));
        QCOMPARE(section(library.text(), u"Next"_s).first(), u"No study is planned for the coming seven days."_s);
    }

    void anEarlierWeekTellsOfItself()
    {
        Library library;
        library.apply(domain::finishSkill(library.context(), u"base"_s));
        library.now += 9 * day;
        QCOMPARE(headings(library.text(monday)),
            (QStringList { u"Week from Monday, 16 November 2026"_s, u"Hours"_s, u"Done"_s, u"Learned"_s, u"Stuck, as of 1 Dec 2026"_s,
                u"Next, from 1 Dec 2026 on"_s }));
        QVERIFY(section(library.text(monday), u"Done"_s).contains(u"Finished: Base"_s));
        const QDate now = ui::weekOf(*library.workspace);
        QCOMPARE(now, QDate(2026, 11, 30));
        QCOMPARE(section(library.text(now), u"Done"_s), QStringList { u"Nothing was finished or ticked in this week."_s });
        QCOMPARE(ui::weekOf(*library.workspace, QDate(2026, 11, 22)), monday);
        QCOMPARE(ui::weekOf(*library.workspace, monday), monday);
    }

    void anEmptyWeekSaysSo()
    {
        const support::MemoryWorkspace empty({});
        const QString text = QString::fromUtf8(ui::exportPlan(*empty, u"summary"_s).value());
        QCOMPARE(section(text, u"Stuck"_s), QStringList { u"Nothing is stuck."_s });
        QCOMPARE(section(text, u"Next"_s).first(), u"There is no course yet, so there is nothing to plan. Install one first."_s);
    }

    void textsOfOthersAreShownAndNoMarkup_data()
    {
        QTest::addColumn<QString>("title");

        for (const QString& title : { u"# Not a heading"_s, u"- [ ] *x* _y_ `z`"_s, u"<script>alert(1)</script>"_s,
                 u"[a](https://a.example)"_s, u"1. x"_s, u"%1 %2 %n"_s, u"a|b ~~c~~ &amp;"_s, u"![x](y.png)"_s, u"C:\\new"_s }) {
            QTest::newRow(qPrintable(title)) << title;
        }
    }

    void textsOfOthersAreShownAndNoMarkup()
    {
        QFETCH(QString, title);
        domain::Course course = support::graphCourse();
        course.title = title;
        course.milestones[1].title = title;
        course.skills.front().title = title;
        for (domain::ChecklistItem& item : course.skills.front().checklist) {
            item.text = title;
        }
        Library library(7, course);
        library.apply(domain::setLearner(library.context(), title));
        library.apply(domain::addTime(library.context(), u"base"_s, library.now - 2 * hour, 90));
        library.apply(domain::checkItem(library.context(), u"base"_s, u"first"_s));
        library.apply(domain::askMentor(library.context(), u"base"_s, title));
        library.apply(domain::wishOrder(library.context(), u"middle"_s, u"base"_s));
        const QString text = library.text();
        QCOMPARE(headings(text).size(), 6);
        QVERIFY(section(text, u"Hours"_s).contains(title + u": 1 h 30 min"_s));
        QVERIFY(section(text, u"Done"_s).contains(title + u" (without evidence)"_s));
        const QStringList stuck = section(text, u"Stuck"_s);
        QVERIFY(stuck.contains(u"Asked the mentor about %1: %1"_s.arg(title)) || stuck.filter(title + u": "_s + title).size() == 1);
        QVERIFY(stuck.contains(u"\"Middle\" cannot come before \""_s + title + u"\": it needs it."_s));
        QVERIFY(section(text, u"Next"_s).contains(u"All this leads to \""_s + title + u"\"."_s));
        QCOMPARE(section(text, headings(text).first()).first(), title + u", by "_s + title);
    }

    void anEarlierSummaryOfOursIsReplaced()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"week.md"_s);
        const Library library;
        QVERIFY(ui::writeExport(path, ui::exportPlan(*library.workspace, u"summary"_s).value(), false));
        QVERIFY(ui::writeExport(path, ui::exportPlan(*library.workspace, u"summary"_s, {}, { {}, monday }).value(), false));
    }

    void theFileIsNamedAfterItsWeek()
    {
        const Library library;
        QStringList names;
        for (const ui::PlanExport& format : ui::planExports()) {
            names.append(ui::exportFileNameFor(*library.workspace, format));
        }
        QVERIFY(names.contains(u"Graph-2026-11-16.md"_s));
        QCOMPARE(names.removeDuplicates(), 1); // badge and record, which are named elsewhere
    }
};

QTEST_MAIN(tst_WeekSummary)
#include "tst_WeekSummary.moc"
