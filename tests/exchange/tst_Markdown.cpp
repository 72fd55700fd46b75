// SPDX-License-Identifier: GPL-3.0-or-later
// What a text of Markdown is read as. (tst_MarkdownSafety is about texts that mean harm.)
#include <MarkdownBlocks.h>

#include <exchange/CourseSource.h>
#include <exchange/Markdown.h>

#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark::exchange;
using fixture::onlyBlock;
using fixture::parsed;

class tst_Markdown : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsHeadingsWithLevelAndLine();
    void readsRunsWithTheirLook();
    void writesRunsAsTheyAreRead_data();
    void writesRunsAsTheyAreRead();
    void writesEveryCardOfTheCourseAsItIsRead();
    void keepsNestedEmphasisOpen();
    void readsFencesAndTheirWords();
    void aCarriageReturnAloneEndsALine();
    void tellsOutputFromCode();
    void readsListsOfTasks();
    void readsNestedTightLists();
    void readsTablesWithAlignment();
    void readsQuotesAndRules();
    void readsPicturesWithAlternativeText();
    void countsLinesFromTheFirstOfTheFile();
    void givesTheLineOfTheFenceAboveEmptyLines();
    void readsFenceWords_data();
    void readsFenceWords();
    void countsWordsWithoutCode();
    void plainTextKeepsCellsAndBlocksApart();
};

void tst_Markdown::readsHeadingsWithLevelAndLine()
{
    const Blocks blocks = parsed(u"intro\n\n## Why it matters\n\n#### `deep` one\n"_s);
    QCOMPARE(blocks.size(), 3U);
    QCOMPARE(blocks[1].kind, Block::Kind::Heading);
    QCOMPARE(blocks[1].level, 2);
    QCOMPARE(blocks[1].line, 3);
    QCOMPARE(plainText(blocks[1].inlines), u"Why it matters"_s);
    QCOMPARE(blocks[2].level, 4);
    QCOMPARE(blocks[2].line, 5);
}

void tst_Markdown::readsRunsWithTheirLook()
{
    const Block block = onlyBlock(u"a **b** *c* `d` ~~e~~ [f](https://g.example)\nh  \ni"_s);
    QCOMPARE(block.inlines.size(), 13U);
    QVERIFY(block.inlines[1].strong);
    QVERIFY(block.inlines[3].emphasis);
    QVERIFY(block.inlines[5].code);
    QVERIFY(block.inlines[7].strike);
    QCOMPARE(block.inlines[9].target, u"https://g.example"_s);
    QCOMPARE(block.inlines[11].kind, Inline::Kind::LineBreak);
    QCOMPARE(plainText(block.inlines), u"a b c d e f h\ni"_s);
}

void tst_Markdown::writesRunsAsTheyAreRead_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isKept"); // the same signs come back, not only the same runs
    QTest::newRow("words") << u"What is a commit?"_s << true;
    QTest::newRow("code") << u"What is `git add -p`?"_s << true;
    QTest::newRow("look") << u"*One* and **two** and ~~three~~"_s << true;
    QTest::newRow("names with signs") << u"Where does user_name stand?"_s << true;
    QTest::newRow("backticks in code") << u"``a`b``"_s << true;
    QTest::newRow("code of backticks") << u"`` ` ``"_s << true;
    QTest::newRow("stars that are none") << u"2 \\* 3 \\* 4"_s << false;
    QTest::newRow("a list that is none") << u"1\\. first"_s << true;
    QTest::newRow("a heading that is none") << u"\\# sign"_s << true;
    QTest::newRow("markup of others") << u"\\<b>bold\\</b>"_s << false;
    QTest::newRow("a link") << u"[read](https://example.org/a)"_s << false;
}

void tst_Markdown::writesRunsAsTheyAreRead()
{
    QFETCH(QString, text);
    QFETCH(bool, isKept);
    const auto first = parseMarkdown(text);
    QVERIFY(first && first->size() == 1);
    const QString written = markdownOf(first->front().inlines);
    const auto second = parseMarkdown(written);
    QVERIFY2(second && second->size() == 1 && second->front().inlines == first->front().inlines, qPrintable(written));
    QCOMPARE(written == text, isKept);
}

void tst_Markdown::writesEveryCardOfTheCourseAsItIsRead()
{
    const auto files = readCourseFolder(QStringLiteral(WAYMARK_SOURCE "/resources/courses/backend"));
    QVERIFY(files);
    int cards = 0;
    const CourseSource course = parseCourse(*files);
    for (const SkillSource* skill : course.written()) {
        for (const LessonUnit& unit : skill->lesson->units) {
            for (const Flashcard& card : unit.cards) {
                for (const Inlines& side : { card.front, card.back }) {
                    const auto read = parseMarkdown(markdownOf(side));
                    QVERIFY2(read && read->size() == 1 && read->front().inlines == side, qPrintable(markdownOf(side)));
                }
                ++cards;
            }
        }
    }
    QVERIFY(cards > 1000);
}

void tst_Markdown::keepsNestedEmphasisOpen()
{
    const Block block = onlyBlock(u"**a **b** c**"_s);
    QCOMPARE(block.inlines.size(), 1U);
    QVERIFY(block.inlines[0].strong);
    QCOMPARE(block.inlines[0].text, u"a b c"_s);
}

void tst_Markdown::readsFencesAndTheirWords()
{
    const Block block = onlyBlock(u"```python  run\nprint(1)\n\n  x\n```\n"_s);
    QCOMPARE(block.kind, Block::Kind::Code);
    QCOMPARE(block.info, u"python run"_s);
    QCOMPARE(block.text, u"print(1)\n\n  x\n"_s);
    QCOMPARE(block.line, 1);
    QCOMPARE(block.level, 0);
}

void tst_Markdown::aCarriageReturnAloneEndsALine()
{
    const Blocks blocks = *parseMarkdown(u"``` text\n \rb \rb\n```\n\rAfter.\r\n\r\nLast.\r"_s);
    QCOMPARE(blocks.size(), 3U);
    QCOMPARE(blocks[0].line, 1);
    QCOMPARE(blocks[1].line, 7);
    QCOMPARE(blocks[2].line, 9);
}

void tst_Markdown::tellsOutputFromCode()
{
    QCOMPARE(onlyBlock(u"```output\n1\n```"_s).kind, Block::Kind::Output);
    QCOMPARE(onlyBlock(u"```outputs\n1\n```"_s).kind, Block::Kind::Code);
    QCOMPARE(onlyBlock(u"    indented"_s).kind, Block::Kind::Code);
}

void tst_Markdown::readsListsOfTasks()
{
    const Block list = onlyBlock(u"- [x] right\n\n  because\n- [ ] wrong\n- plain\n"_s);
    QCOMPARE(list.kind, Block::Kind::List);
    QVERIFY(!list.tight);
    QCOMPARE(list.items.size(), 3U);
    QCOMPARE(list.items[0].task, TaskMark::Done);
    QCOMPARE(list.items[0].blocks.size(), 2U);
    QCOMPARE(list.items[0].blocks[1].line, 3);
    QCOMPARE(list.items[1].task, TaskMark::Open);
    QCOMPARE(list.items[1].line, 4);
    QCOMPARE(list.items[2].task, TaskMark::None);
    QCOMPARE(list.items[2].line, 5);
}

void tst_Markdown::readsNestedTightLists()
{
    const Block list = onlyBlock(u"7. a\n   - b\n   - c\n8. d\n"_s);
    QVERIFY(list.ordered);
    QVERIFY(list.tight);
    QCOMPARE(list.start, 7);
    QCOMPARE(list.items[0].blocks.size(), 2U);
    QCOMPARE(list.items[0].blocks[0].kind, Block::Kind::Paragraph);
    QCOMPARE(list.items[0].blocks[1].items[1].line, 3);
    QCOMPARE(list.items[0].blocks[1].items[1].blocks[0].line, 3);
    QCOMPARE(plainText(list.items[1].blocks), u"d"_s);
}

void tst_Markdown::readsTablesWithAlignment()
{
    const Block table = onlyBlock(u"| a | b | c |\n| :-- | :-: | --: |\n| 1 | `2` |  |\n| 4 | 5 | 6 |\n"_s);
    QCOMPARE(table.kind, Block::Kind::Table);
    QCOMPARE(table.line, 1);
    QCOMPARE(table.alignments, (std::vector { Alignment::Left, Alignment::Centre, Alignment::Right }));
    QCOMPARE(table.header.size(), 3U);
    QCOMPARE(table.rows.size(), 2U);
    QCOMPARE(table.rows[0].line, 3);
    QCOMPARE(table.rows[1].line, 4);
    QVERIFY(table.rows[0].cells[1][0].code);
    QVERIFY(table.rows[0].cells[2].empty());
    QCOMPARE(plainText(table.rows[1].cells[2]), u"6"_s);
}

void tst_Markdown::readsQuotesAndRules()
{
    const Blocks blocks = parsed(u"> a\n>\n> > b\n\n---\n\nc"_s);
    QCOMPARE(blocks.size(), 3U);
    QCOMPARE(blocks[0].kind, Block::Kind::Quote);
    QCOMPARE(blocks[0].blocks[1].kind, Block::Kind::Quote);
    QCOMPARE(blocks[0].blocks[1].line, 3);
    QCOMPARE(blocks[1].kind, Block::Kind::Rule);
    QCOMPARE(blocks[2].line, 7);
}

void tst_Markdown::readsPicturesWithAlternativeText()
{
    const Blocks blocks = parsed(u"![three *boxes*](../../images/a.svg)\n\ntext ![](x.png) text\n"_s);
    const Inline& picture = blocks[0].inlines[0];
    QCOMPARE(picture.kind, Inline::Kind::Image);
    QCOMPARE(picture.text, u"three boxes"_s);
    QCOMPARE(picture.image, u"../../images/a.svg"_s);
    QCOMPARE(picturesOf(blocks), (std::vector<Picture> { { u"../../images/a.svg"_s, u"three boxes"_s, 1 }, { u"x.png"_s, QString(), 3 } }));
}

void tst_Markdown::countsLinesFromTheFirstOfTheFile()
{
    const Blocks blocks = parsed(u"a\r\n\r\nb\r\n"_s, 20);
    QCOMPARE(blocks[0].line, 20);
    QCOMPARE(blocks[1].line, 22);
}

void tst_Markdown::givesTheLineOfTheFenceAboveEmptyLines()
{
    QCOMPARE(parsed(u"a\n\n```\n\n\nx\n```\n"_s)[1].line, 3);
    QCOMPARE(parsed(u"a\n\n- ```\n\n  x\n  ```\n"_s)[1].items[0].line, 3);
}

void tst_Markdown::readsFenceWords_data()
{
    QTest::addColumn<QString>("info");
    QTest::addColumn<QString>("language");
    QTest::addColumn<int>("act");
    QTest::addColumn<QString>("reason");
    QTest::addColumn<QStringList>("options");
    const auto act = [](Fence::Act value) { return static_cast<int>(value); };
    QTest::newRow("run") << u"python run"_s << u"python"_s << act(Fence::Act::Run) << QString() << QStringList();
    QTest::newRow("options") << u"sql run fixture=shop"_s << u"sql"_s << act(Fence::Act::Run) << QString()
                             << QStringList { u"fixture=shop"_s };
    QTest::newRow("show") << u"js show (needs MongoDB (6) to run)"_s << u"js"_s << act(Fence::Act::Show) << u"needs MongoDB (6) to run"_s
                          << QStringList();
    QTest::newRow("none") << u"Bash"_s << u"bash"_s << act(Fence::Act::None) << QString() << QStringList();
    QTest::newRow("empty") << QString() << QString() << act(Fence::Act::None) << QString() << QStringList();
}

void tst_Markdown::readsFenceWords()
{
    QFETCH(QString, info);
    QFETCH(QString, language);
    QFETCH(int, act);
    QFETCH(QString, reason);
    QFETCH(QStringList, options);
    QCOMPARE(fenceOf(info), (Fence { language, static_cast<Fence::Act>(act), reason, options }));
}

void tst_Markdown::countsWordsWithoutCode()
{
    QCOMPARE(
        wordCount(parsed(u"# One two\n\nthree `four five` - six.\n\n```python run\na b c\n```\n\n| seven | 8 |\n| --- | --- |\n"_s)), 8);
}

void tst_Markdown::plainTextKeepsCellsAndBlocksApart()
{
    QCOMPARE(plainText(parsed(u"a\n\n- b\n- c\n\n| d | e |\n| --- | --- |\n| f | g |\n\n```\nh\n```\n"_s)), u"a\nb\nc\nd\ne\nf\ng\nh"_s);
}

QTEST_APPLESS_MAIN(tst_Markdown)
#include "tst_Markdown.moc"
