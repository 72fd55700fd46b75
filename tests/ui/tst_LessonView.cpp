// SPDX-License-Identifier: GPL-3.0-or-later
// How a lesson is shown, unfolded, searched and kept in place.
#include "HugeLessons.h"
#include "LessonFixture.h"

#include <ui/lesson/CodeColours.h>
#include <ui/lesson/FindBar.h>
#include <ui/lesson/LessonText.h>
#include <ui/theme/Theme.h>

#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTextTable>

using namespace waymark;
using namespace waymark::ui;
using namespace Qt::StringLiterals;

namespace {

QString nestedQuotes(int depth)
{
    return QString(depth, u'>') + u" deep\n"_s;
}

} // namespace

class tst_LessonView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_lesson.open(fixture::wholeLesson()); }
    void cleanup() { m_lesson.close(); }

    void headingsBecomeSections();
    void checklistIsALinkToTheSide();
    void taskSaysItsMinutes();
    void answersAreHiddenUntilAsked();
    void answerFoldsAgain();
    void keyboardUnfolds();
    void flashcardTurns();
    void copyButtonCopiesTheWholeCode();
    void codeSaysWhatItWasRunWith();
    void codeIsColoured();
    void pythonWordsHaveRoles();
    void phpWithoutOpeningIsRead();
    void courseImageIsShown();
    void pictureIsDescribedWhenAsked();
    void longWordsStayInTheColumn();
    void deepNestingLeavesRoom();
    void hugeLessonComesInSteps_data();
    void hugeLessonComesInSteps();
    void noStepIsLarge_data();
    void noStepIsLarge();
    void aLineOfCodeInBlocksIsOneLine();
    void tooLargeLessonSaysSo();
    void textWithoutSectionsIsShown();
    void themeSwitchKeepsPlaceAndUnfolding();
    void placeIsFoundBySection();
    void scrollTellsTheSection();
    void findCountsAndSteps();
    void widthChangeKeepsTheTop();

private:
    fixture::OpenLesson m_lesson;
};

void tst_LessonView::headingsBecomeSections()
{
    QStringList titles;
    for (const LessonSectionLink& section : m_lesson.view->sections()) {
        titles.append(section.title);
    }
    const QStringList expected { u"Why it matters"_s, u"Worked example"_s, u"Task"_s, u"Checklist"_s, u"Quiz"_s, u"Flashcards"_s,
        u"Go further"_s };
    QCOMPARE(titles, expected);
}

void tst_LessonView::checklistIsALinkToTheSide()
{
    QVERIFY(!m_lesson.text().contains(u"I did it"_s));
    QSignalSpy asked(m_lesson.view.get(), &LessonView::checklistRequested);
    m_lesson.click(u"checklist:"_s);
    QCOMPARE(asked.size(), 1);
}

void tst_LessonView::taskSaysItsMinutes()
{
    QVERIFY(m_lesson.text().contains(u"Do it twice"_s));
    QVERIFY(m_lesson.text().contains(u"45 min"_s));
    QVERIFY(!m_lesson.text().contains(u"Task: Do it twice"_s));
}

void tst_LessonView::answersAreHiddenUntilAsked()
{
    QVERIFY(m_lesson.text().contains(u"The second"_s));
    QVERIFY(!m_lesson.text().contains(u"holds the reason"_s));
    QVERIFY(!m_lesson.text().contains(u"trap"_s));
    QVERIFY(!m_lesson.text().contains(u"42"_s));
    m_lesson.click(u"unfold:question/which-one-is-it"_s);
    QVERIFY(m_lesson.text().contains(u"Right. The second holds the reason."_s));
    QVERIFY(m_lesson.text().contains(u"Wrong. The first is a trap."_s));
    QVERIFY2(!m_lesson.text().contains(u"42"_s), "another question gave its answer away");
    m_lesson.click(u"unfold:question/how-many"_s);
    QVERIFY(m_lesson.text().contains(u"42 ± 0.5"_s));
    QVERIFY(m_lesson.text().contains(u"towel"_s));
}

void tst_LessonView::answerFoldsAgain()
{
    const QString before = m_lesson.text();
    m_lesson.click(u"unfold:question/which-one-is-it"_s);
    QVERIFY(m_lesson.text() != before);
    m_lesson.click(u"unfold:question/which-one-is-it"_s);
    QCOMPARE(m_lesson.text(), before);
}

void tst_LessonView::keyboardUnfolds()
{
    m_lesson.view->setFocus();
    for (int i = 0; i < 30 && m_lesson.view->textCursor().charFormat().anchorHref() != "unfold:question/which-one-is-it"_L1; ++i) {
        QTest::keyClick(m_lesson.view.get(), Qt::Key_Tab);
    }
    QVERIFY(m_lesson.view->textCursor().hasSelection());
    QTest::keyClick(m_lesson.view.get(), Qt::Key_Return);
    QVERIFY(m_lesson.view->isUnfolded(u"question/which-one-is-it"_s));
    QVERIFY2(m_lesson.view->textCursor().charFormat().anchorHref() == "unfold:question/which-one-is-it"_L1, "the keyboard lost its place");
    QTest::keyClick(m_lesson.view.get(), Qt::Key_Return);
    QVERIFY(!m_lesson.view->isUnfolded(u"question/which-one-is-it"_s));
}

void tst_LessonView::flashcardTurns()
{
    QVERIFY(!m_lesson.text().contains(u"The hidden side"_s));
    m_lesson.click(u"unfold:card/"_s);
    QVERIFY(m_lesson.text().contains(u"The hidden side"_s));
}

void tst_LessonView::copyButtonCopiesTheWholeCode()
{
    QSignalSpy copied(m_lesson.view.get(), &LessonView::codeCopied);
    m_lesson.click(u"copy:1"_s);
    QCOMPARE(QApplication::clipboard()->text(), u"def add(a, b):\n    return a + b  # sum"_s);
    QCOMPARE(copied.size(), 1);
}

void tst_LessonView::codeSaysWhatItWasRunWith()
{
    const QString lesson = u"## Worked example\n\n```python run\nprint(1)\n```\n\n```sql run engine=postgresql\nSELECT 1;\n```\n\n"
                           "```javascript show (why)\n1\n```\n\n```bash run version=5.1\ntrue\n```\n\n```json\n1\n```\n"_s;
    m_lesson.view->setLesson(lesson, exchange::LessonForm::Skill, { u"Python 3.11"_s, u"PostgreSQL 15"_s, u"Node.js 20"_s, u"bash 5.2"_s });
    support::untilWritten(*m_lesson.view);
    const QString text = m_lesson.text();
    QVERIFY2(text.contains(u"Python 3.11"_s), qPrintable(text));
    QVERIFY(text.contains(u"SQL, PostgreSQL 15"_s));
    QVERIFY(text.contains(u"JavaScript · not run: why"_s)); // what was not run was run with nothing
    QVERIFY(text.contains(u"Bash 5.1"_s)); // the fence knows better
    QVERIFY(text.contains(u"JSON\t"_s) || text.contains(u"JSON\n"_s));
    m_lesson.view->setLesson(lesson);
    support::untilWritten(*m_lesson.view);
    QVERIFY(!m_lesson.text().contains(u"Python 3.11"_s));
}

void tst_LessonView::codeIsColoured()
{
    const auto formatsOf = [this](const QString& line) {
        for (QTextBlock block = m_lesson.view->document()->begin(); block.isValid(); block = block.next()) {
            if (block.text() == line) {
                return block.layout()->formats();
            }
        }
        return QList<QTextLayout::FormatRange>();
    };
    m_lesson.view->goToPlace(u"Worked example"_s);
    QTRY_VERIFY(!formatsOf(u"def add(a, b):"_s).isEmpty());
    const QTextLayout::FormatRange first = formatsOf(u"def add(a, b):"_s).first();
    QCOMPARE(first.start, 0);
    QCOMPARE(first.length, 3);
    QCOMPARE(first.format.foreground().color(), activePalette().syntaxKeyword);
}

void tst_LessonView::pythonWordsHaveRoles()
{
    CodeColours colours;
    const QString code = u"x = 'ä😀'  # café\nreturn 12"_s;
    const std::vector<SyntaxRun> runs = colours.runs(u"python"_s, code);
    const auto role = [&runs](qsizetype at) {
        for (const SyntaxRun& run : runs) {
            if (at >= run.start && at < run.start + run.length) {
                return run.role;
            }
        }
        return SyntaxRole::Plain;
    };
    QCOMPARE(role(0), SyntaxRole::Plain);
    QCOMPARE(role(code.indexOf(u'ä')), SyntaxRole::String);
    QCOMPARE(role(code.indexOf(u"caf"_s)), SyntaxRole::Comment);
    QCOMPARE(role(code.indexOf(u"return"_s)), SyntaxRole::Keyword);
    QCOMPARE(role(code.indexOf(u"12"_s)), SyntaxRole::Number);
    QVERIFY(colours.runs(u"no-such-language"_s, code).empty());
}

void tst_LessonView::phpWithoutOpeningIsRead()
{
    CodeColours colours;
    const std::vector<SyntaxRun>& runs = colours.runs(u"php"_s, u"return 'x';"_s);
    QVERIFY(!runs.empty());
    QCOMPARE(runs.front(), (SyntaxRun { 0, 6, SyntaxRole::Keyword }));
}

void tst_LessonView::courseImageIsShown()
{
    m_lesson.view->goToPlace(u"Worked example"_s);
    const QImage shown = m_lesson.view->viewport()->grab().toImage();
    int green = 0;
    for (int y = 0; y < shown.height(); ++y) {
        for (int x = 0; x < shown.width(); ++x) {
            green += shown.pixelColor(x, y) == QColor(Qt::green) ? 1 : 0;
        }
    }
    QVERIFY(green > 64 * 64 / 2);
}

void tst_LessonView::pictureIsDescribedWhenAsked()
{
    QVERIFY(!m_lesson.text().contains(u"The green picture"_s));
    const QString before = m_lesson.text();
    m_lesson.click(u"unfold:picture/1"_s);
    QVERIFY(m_lesson.text().contains(u"The green picture"_s));
    m_lesson.click(u"unfold:picture/1"_s);
    QCOMPARE(m_lesson.text(), before);
}

void tst_LessonView::longWordsStayInTheColumn()
{
    m_lesson.open(u"## Why it matters\n\n%1\n\n```text\n%1\n```\n\n| a | b |\n| - | - |\n| %1 | x |\n"_s.arg(QString(5'000, u'x')));
    QCOMPARE(m_lesson.view->horizontalScrollBar()->maximum(), 0);
    QVERIFY(m_lesson.view->document()->size().width() <= m_lesson.view->viewport()->width() + 1);
}

void tst_LessonView::deepNestingLeavesRoom()
{
    m_lesson.open(u"## Why it matters\n\n%1\n"_s.arg(nestedQuotes(28)));
    QVERIFY(m_lesson.text().contains(u"deep"_s));
    QString list;
    for (int depth = 0; depth < 14; ++depth) {
        list += QString(depth * 2, u' ') + u"- level\n"_s;
    }
    m_lesson.open(u"## Why it matters\n\n"_s + list);
    for (QTextBlock block = m_lesson.view->document()->begin(); block.isValid(); block = block.next()) {
        QVERIFY(block.blockFormat().leftMargin() < m_lesson.view->viewport()->width() / 2.0 + 40);
    }
}

void tst_LessonView::hugeLessonComesInSteps_data()
{
    QTest::addColumn<QString>("unit");
    QTest::newRow("paragraphs") << u"A line of text that is not very long, and a second part of it that makes it somewhat longer.\n\n"_s;
    QTest::newRow("items") << u"- an item with some words and more words and still more of them, so that it counts\n\n"_s;
    QTest::newRow("code") << u"```python\nfor i in range(10):\n    print(i)\n\n\n\n\n```\n\n"_s;
    QTest::newRow("quotes") << u"> A line in a quotation that goes on for a while, as quotations do, until it ends.\n\n"_s;
    QTest::newRow("newlines in code") << u"\n\n\n\n\n\n\n\n"_s;
}

void tst_LessonView::hugeLessonComesInSteps()
{
    QFETCH(QString, unit);
    const bool inCode = QString::fromUtf8(QTest::currentDataTag()) == u"newlines in code"_s;
    QString lesson = u"## Why it matters\n\n"_s + (inCode ? u"```text\n"_s : QString());
    while (lesson.size() < 900'000) {
        lesson += unit;
    }
    lesson += inCode ? u"end\n```\n"_s : QString();
    m_lesson.view->setLesson(lesson);
    m_lesson.view->viewport()->repaint();
    const int first = m_lesson.view->document()->characterCount();
    int steps = 1;
    for (; !m_lesson.view->isComplete(); ++steps) {
        QApplication::processEvents();
    }
    QVERIFY(m_lesson.view->document()->blockCount() > 1'000);
    qInfo("%d of %d characters before the first paint, %d steps", first, m_lesson.view->document()->characterCount(), steps);
    QVERIFY2(first * 5 < m_lesson.view->document()->characterCount(), "the first paint waited for the text");
    QVERIFY2(steps > 5, "one step held the window");
}

void tst_LessonView::noStepIsLarge_data()
{
    QTest::addColumn<QString>("lesson");
    for (const fixture::HugeLesson& each : fixture::hugeLessons()) {
        QTest::newRow(each.name) << each.text;
    }
}

/// What a step costs is measured by bench_hostile; here it is held how much stands in one.
void tst_LessonView::noStepIsLarge()
{
    QFETCH(QString, lesson);
    int characters = 0;
    int blocks = 0;
    int before = 0;
    const QTextDocument& document = *m_lesson.view->document();
    const auto watch = connect(&document, &QTextDocument::contentsChange, this, [&](int, int, int added) {
        characters = std::max(characters, added);
        blocks = std::max(blocks, document.blockCount() - before);
        before = document.blockCount();
    });
    m_lesson.view->setLesson(lesson);
    for (int step = 0; step < 3 && !m_lesson.view->isComplete(); ++step) {
        QApplication::processEvents();
    }
    disconnect(watch);
    QVERIFY(characters > 0 && !m_lesson.text().contains(u"too large"_s));
    QVERIFY2(characters <= 60'000 && blocks <= 1'500, qPrintable(u"%1 characters, %2 blocks"_s.arg(characters).arg(blocks)));
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        int runs = 0;
        for (auto run = block.begin(); run != block.end(); ++run) {
            ++runs;
        }
        QVERIFY2(block.length() <= 4'200 && runs <= 305, qPrintable(u"%1 characters, %2 runs"_s.arg(block.length()).arg(runs)));
    }
}

void tst_LessonView::aLineOfCodeInBlocksIsOneLine()
{
    const QString line = u"x = '%1' # end"_s.arg(QString(9'000, u'a'));
    m_lesson.open(u"## Why it matters\n\n```python\n%1\ny = 2\n```\n"_s.arg(line));
    m_lesson.click(u"copy:"_s);
    QCOMPARE(QApplication::clipboard()->text(), line + u"\ny = 2"_s);
    m_lesson.view->grab();
    QApplication::processEvents(); // colours come after the painting
    const QTextBlock last = m_lesson.view->document()->lastBlock();
    QCOMPARE(last.text(), u"y = 2"_s);
    const QTextBlock end = last.previous();
    QVERIFY(end.text().endsWith(u"# end"_s) && end.text().size() < 4'200);
    QCOMPARE(end.blockFormat().topMargin(), 0.0);
    const QList<QTextLayout::FormatRange> colours = end.layout()->formats();
    QCOMPARE(colours.size(), 2); // the string and the comment
    QCOMPARE(end.text().mid(colours.last().start, colours.last().length), u"# end"_s);
}

void tst_LessonView::tooLargeLessonSaysSo()
{
    m_lesson.view->setLesson(u"## Why it matters\n\n"_s + QString(1'200'000, u'x'));
    support::untilWritten(*m_lesson.view);
    QVERIFY(m_lesson.text().contains(u"too large"_s));
}

void tst_LessonView::textWithoutSectionsIsShown()
{
    m_lesson.open(u"# A title\n\nSome *words*.\n"_s);
    QVERIFY(m_lesson.text().contains(u"Some words."_s));
    QVERIFY(m_lesson.view->sections().empty());
    m_lesson.view->setLesson({});
    QCOMPARE(m_lesson.text().trimmed(), QString());
}

void tst_LessonView::themeSwitchKeepsPlaceAndUnfolding()
{
    Theme theme(*qApp);
    theme.setChoice(Theme::Choice::Light);
    m_lesson.click(u"unfold:question/which-one-is-it"_s);
    m_lesson.view->setTopPosition(200);
    const int top = m_lesson.view->topPosition();
    const QString before = m_lesson.text();
    theme.setChoice(Theme::Choice::Dark);
    QApplication::processEvents();
    QCOMPARE(m_lesson.text(), before);
    QVERIFY(m_lesson.view->isUnfolded(u"question/which-one-is-it"_s));
    QCOMPARE(m_lesson.view->topPosition(), top);
    const QTextFragment first = m_lesson.view->document()->begin().next().begin().fragment();
    QCOMPARE(first.charFormat().foreground().color(), paletteOf(PaletteId::Dark).text);
    QCOMPARE(m_lesson.view->grab().toImage().pixelColor(1, 300), paletteOf(PaletteId::Dark).surface);
    theme.setChoice(Theme::Choice::Light);
}

void tst_LessonView::placeIsFoundBySection()
{
    QVERIFY(m_lesson.view->goToPlace(u"Quiz"_s));
    QVERIFY(m_lesson.view->verticalScrollBar()->value() > 0);
    QVERIFY(!m_lesson.view->goToPlace(u"No such section"_s));

    m_lesson.view->hide(); // a page that is made for this place is shown after it was told
    m_lesson.view->setLesson(fixture::wholeLesson() + u"\n\nMore of it."_s.repeated(60));
    QVERIFY(m_lesson.view->goToPlace(u"Quiz"_s));
    m_lesson.view->resize(900, 500);
    m_lesson.view->show();
    support::untilWritten(*m_lesson.view);
    QVERIFY(m_lesson.view->verticalScrollBar()->value() > 0);
    QCOMPARE(m_lesson.view->currentSection(), 4);
    m_lesson.open(u"## Unit: One (2 h)\n\n### Why it matters\n\nText.\n\n## Unit: Two (3 h)\n\n### Why it matters\n\nMore.\n"_s);
    QVERIFY(m_lesson.view->goToPlace(u"Two: Why it matters"_s));
    QCOMPARE(m_lesson.view->sections().size(), std::size_t(4));
    QVERIFY(m_lesson.view->sections()[2].isUnit);
}

void tst_LessonView::scrollTellsTheSection()
{
    QSignalSpy moved(m_lesson.view.get(), &LessonView::currentSectionChanged);
    QCOMPARE(m_lesson.view->currentSection(), 0);
    m_lesson.view->goToSection(4);
    QCOMPARE(m_lesson.view->currentSection(), 4);
    m_lesson.view->verticalScrollBar()->setValue(m_lesson.view->verticalScrollBar()->maximum());
    QCOMPARE(m_lesson.view->currentSection(), 6);
    QVERIFY(moved.size() >= 2);
}

void tst_LessonView::findCountsAndSteps()
{
    FindBar bar(*m_lesson.view);
    bar.open();
    QTest::keyClicks(bar.field(), u"the"_s);
    const int count = bar.count();
    QVERIFY(count > 3);
    QCOMPARE(bar.findChild<QLabel*>(u"find.count"_s)->text(), u"1 of %1"_s.arg(count));
    QTest::keyClick(bar.field(), Qt::Key_Return);
    QCOMPARE(bar.findChild<QLabel*>(u"find.count"_s)->text(), u"2 of %1"_s.arg(count));
    QTest::keyClick(bar.field(), Qt::Key_Return, Qt::ShiftModifier);
    QTest::keyClick(bar.field(), Qt::Key_Return, Qt::ShiftModifier);
    QCOMPARE(bar.findChild<QLabel*>(u"find.count"_s)->text(), u"%1 of %1"_s.arg(count));
    QCOMPARE(m_lesson.view->textCursor().selectedText().toLower(), u"the"_s);
    QCOMPARE(m_lesson.view->extraSelections().size(), count);
    bar.field()->setText(u"holds the reason"_s);
    QCOMPARE(bar.count(), 0);
    QTest::keyClick(bar.field(), Qt::Key_Escape);
    QVERIFY(!bar.isVisible());
    QVERIFY(m_lesson.view->extraSelections().isEmpty());
}

void tst_LessonView::widthChangeKeepsTheTop()
{
    m_lesson.view->setTopPosition(150);
    const int top = m_lesson.view->topPosition();
    m_lesson.view->resize(420, 600);
    const QTextBlock before = m_lesson.view->document()->findBlock(top);
    QCOMPARE(m_lesson.view->document()->findBlock(m_lesson.view->topPosition()).blockNumber(), before.blockNumber());
    QVERIFY(m_lesson.view->document()->size().width() <= m_lesson.view->viewport()->width() + 1);
}

QTEST_MAIN(tst_LessonView)
#include "tst_LessonView.moc"
