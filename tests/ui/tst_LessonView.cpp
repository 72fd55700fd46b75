// SPDX-License-Identifier: GPL-3.0-or-later
#include "MemoryStore.h"

#include <ui/lesson/CodeColours.h>
#include <ui/lesson/FindBar.h>
#include <ui/lesson/LessonLinks.h>
#include <ui/lesson/LessonPdf.h>
#include <ui/lesson/LessonText.h>
#include <ui/lesson/LessonView.h>
#include <ui/lesson/LinkDialog.h>
#include <ui/theme/Theme.h>

#include <QApplication>
#include <QBuffer>
#include <QClipboard>
#include <QElapsedTimer>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBlock>
#include <QTextTable>

using namespace waymark;
using namespace waymark::ui;
using namespace Qt::StringLiterals;

namespace {

const QColor secret(0xEC, 0x13, 0x7B); ///< a colour that nothing of ours has

QByteArray pngOf(const QColor& colour)
{
    QImage image(64, 64, QImage::Format_RGB32);
    image.fill(colour);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return bytes;
}

QString wholeLesson()
{
    return uR"(## Why it matters

One *true* **situation** with `code` and a [page](https://example.org/a).

## Worked example

```python run
def add(a, b):
    return a + b  # sum
```

```output
3
```

![The green picture](../../images/green.png)

## Task

### Task: Do it twice (45 min)

Two times.

## Checklist

- [ ] I did it | evidence: note | id: did-it

## Quiz

### Which one is it?

- [ ] The first

  The first is a trap.
- [x] The second

  The second holds the reason.

### How many? {number}

= 42 ± 0.5

Because of the towel.

## Flashcards

| Front | Back |
| --- | --- |
| The front side | The hidden side |

## Go further

- A book.
)"_s;
}

domain::CourseContent course(const QString& markdown)
{
    domain::CourseContent content;
    content.hash = u"hash"_s;
    content.course.id = u"course"_s;
    content.course.title = u"Course"_s;
    content.course.areas = { { u"a"_s, u"Area"_s, {} } };
    domain::Skill skill;
    skill.id = u"skill"_s;
    skill.title = u"A skill"_s;
    skill.area = u"a"_s;
    skill.outcome = u"Can do it"_s;
    skill.hasLesson = true;
    content.course.skills = { skill };
    content.lessons = { { skill.id, markdown, {} } };
    content.assets = { { u"images/green.png"_s, pngOf(Qt::green) },
        { u"images/bomb.png"_s, QByteArray::fromHex("89504e470d0a1a0a0000000d49484452000186a0000186a00802000000") },
        { u"images/evil.svg"_s, "<svg xmlns='http://www.w3.org/2000/svg'><image href='file:///etc/passwd'/></svg>" } };
    return content;
}

QString nestedQuotes(int depth)
{
    return QString(depth, u'>') + u" deep\n"_s;
}

} // namespace

class tst_LessonView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void headingsBecomeSections();
    void checklistIsALinkToTheSide();
    void taskSaysItsMinutes();
    void answersAreHiddenUntilAsked();
    void answerFoldsAgain();
    void keyboardUnfolds();
    void flashcardTurns();
    void copyButtonCopiesTheWholeCode();
    void codeIsColoured();
    void pythonWordsHaveRoles();
    void phpWithoutOpeningIsRead();
    void linksLeaveOnlyAsASignal();
    void linkTargets_data();
    void linkTargets();
    void linkDialogShowsTheHost();
    void courseImageIsShown();
    void pictureIsDescribedWhenAsked();
    void hostileImagesArePlaceholders_data();
    void hostileImagesArePlaceholders();
    void documentLoadsNothing();
    void htmlIsText();
    void bidiControlsAreShown();
    void longWordsStayInTheColumn();
    void deepNestingLeavesRoom();
    void hugeLessonComesInSteps_data();
    void hugeLessonComesInSteps();
    void tooLargeLessonSaysSo();
    void textWithoutSectionsIsShown();
    void themeSwitchKeepsPlaceAndUnfolding();
    void placeIsFoundBySection();
    void scrollTellsTheSection();
    void findCountsAndSteps();
    void widthChangeKeepsTheTop();
    void pdfHasTheAnswersAndNoForeignPicture();
    void pdfFailsAsAWhole();

private:
    void open(const QString& markdown);
    [[nodiscard]] QString text() const { return m_view->document()->toPlainText(); }
    [[nodiscard]] QTextCursor anchor(const QString& start) const;
    void click(const QString& anchorStart);

    std::unique_ptr<session::Workspace> m_workspace;
    std::unique_ptr<LessonView> m_view;
};

void tst_LessonView::init()
{
    open(wholeLesson());
}

void tst_LessonView::cleanup()
{
    m_view.reset();
    m_workspace.reset();
}

void tst_LessonView::open(const QString& markdown)
{
    m_view.reset();
    auto store = std::make_unique<support::MemoryStore>();
    QVERIFY(store->installCourse(course(markdown)));
    auto workspace = session::Workspace::open(std::move(store), { [] { return qint64(1'000'000); }, QTimeZone::utc() });
    QVERIFY(workspace);
    m_workspace = std::move(*workspace);
    m_view = std::make_unique<LessonView>(*m_workspace);
    m_view->resize(760, 600);
    m_view->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
    m_view->setLesson(markdown);
    m_view->complete();
}

QTextCursor tst_LessonView::anchor(const QString& start) const
{
    for (QTextBlock block = m_view->document()->begin(); block.isValid(); block = block.next()) {
        for (auto it = block.begin(); !it.atEnd(); ++it) {
            if (it.fragment().charFormat().anchorHref().startsWith(start)) {
                QTextCursor cursor(m_view->document());
                cursor.setPosition(it.fragment().position() + 1);
                return cursor;
            }
        }
    }
    return {};
}

void tst_LessonView::click(const QString& anchorStart)
{
    const QTextCursor place = anchor(anchorStart);
    QVERIFY2(!place.isNull(), qPrintable(anchorStart));
    QScrollBar* bar = m_view->verticalScrollBar();
    bar->setValue(bar->value() + m_view->cursorRect(place).top() - 100);
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, m_view->cursorRect(place).center());
}

void tst_LessonView::headingsBecomeSections()
{
    QStringList titles;
    for (const LessonSectionLink& section : m_view->sections()) {
        titles.append(section.title);
    }
    const QStringList expected { u"Why it matters"_s, u"Worked example"_s, u"Task"_s, u"Checklist"_s, u"Quiz"_s, u"Flashcards"_s,
        u"Go further"_s };
    QCOMPARE(titles, expected);
}

void tst_LessonView::checklistIsALinkToTheSide()
{
    QVERIFY(!text().contains(u"I did it"_s));
    QSignalSpy asked(m_view.get(), &LessonView::checklistRequested);
    click(u"checklist:"_s);
    QCOMPARE(asked.size(), 1);
}

void tst_LessonView::taskSaysItsMinutes()
{
    QVERIFY(text().contains(u"Do it twice"_s));
    QVERIFY(text().contains(u"45 min"_s));
    QVERIFY(!text().contains(u"Task: Do it twice"_s));
}

void tst_LessonView::answersAreHiddenUntilAsked()
{
    QVERIFY(text().contains(u"The second"_s));
    QVERIFY(!text().contains(u"holds the reason"_s));
    QVERIFY(!text().contains(u"trap"_s));
    QVERIFY(!text().contains(u"42"_s));
    click(u"unfold:question/which-one-is-it"_s);
    QVERIFY(text().contains(u"Right. The second holds the reason."_s));
    QVERIFY(text().contains(u"Wrong. The first is a trap."_s));
    QVERIFY2(!text().contains(u"42"_s), "another question gave its answer away");
    click(u"unfold:question/how-many"_s);
    QVERIFY(text().contains(u"42 ± 0.5"_s));
    QVERIFY(text().contains(u"towel"_s));
}

void tst_LessonView::answerFoldsAgain()
{
    const QString before = text();
    click(u"unfold:question/which-one-is-it"_s);
    QVERIFY(text() != before);
    click(u"unfold:question/which-one-is-it"_s);
    QCOMPARE(text(), before);
}

void tst_LessonView::keyboardUnfolds()
{
    m_view->setFocus();
    for (int i = 0; i < 30 && m_view->textCursor().charFormat().anchorHref() != "unfold:question/which-one-is-it"_L1; ++i) {
        QTest::keyClick(m_view.get(), Qt::Key_Tab);
    }
    QVERIFY(m_view->textCursor().hasSelection());
    QTest::keyClick(m_view.get(), Qt::Key_Return);
    QVERIFY(m_view->isUnfolded(u"question/which-one-is-it"_s));
    QVERIFY2(m_view->textCursor().charFormat().anchorHref() == "unfold:question/which-one-is-it"_L1, "the keyboard lost its place");
    QTest::keyClick(m_view.get(), Qt::Key_Return);
    QVERIFY(!m_view->isUnfolded(u"question/which-one-is-it"_s));
}

void tst_LessonView::flashcardTurns()
{
    QVERIFY(!text().contains(u"The hidden side"_s));
    click(u"unfold:card/"_s);
    QVERIFY(text().contains(u"The hidden side"_s));
}

void tst_LessonView::copyButtonCopiesTheWholeCode()
{
    QSignalSpy copied(m_view.get(), &LessonView::codeCopied);
    click(u"copy:1"_s);
    QCOMPARE(QApplication::clipboard()->text(), u"def add(a, b):\n    return a + b  # sum"_s);
    QCOMPARE(copied.size(), 1);
}

void tst_LessonView::codeIsColoured()
{
    const auto formatsOf = [this](const QString& line) {
        for (QTextBlock block = m_view->document()->begin(); block.isValid(); block = block.next()) {
            if (block.text() == line) {
                return block.layout()->formats();
            }
        }
        return QList<QTextLayout::FormatRange>();
    };
    m_view->goToPlace(u"Worked example"_s);
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

void tst_LessonView::linksLeaveOnlyAsASignal()
{
    QSignalSpy wished(m_view.get(), &LessonView::linkRequested);
    click(u"https:"_s);
    QCOMPARE(wished.size(), 1);
    QCOMPARE(wished.first().first().toUrl(), QUrl(u"https://example.org/a"_s));
    QVERIFY2(text().contains(u"Why it matters"_s), "the view has gone to the link");
}

void tst_LessonView::linkTargets_data()
{
    QTest::addColumn<QString>("target");
    QTest::addColumn<bool>("web");
    QTest::addColumn<QString>("skill");
    QTest::newRow("https") << u"https://example.org"_s << true << QString();
    QTest::newRow("mail") << u"mailto:a@example.org"_s << true << QString();
    QTest::newRow("skill") << u"skill:db-joins"_s << false << u"db-joins"_s;
    QTest::newRow("skill file") << u"../db/db-joins.md"_s << false << u"db-joins"_s;
    QTest::newRow("file") << u"file:///etc/passwd"_s << false << QString();
    QTest::newRow("javascript") << u"javascript:alert(1)"_s << false << QString();
    QTest::newRow("data") << u"data:text/html,x"_s << false << QString();
    QTest::newRow("custom") << u"steam://run/1"_s << false << QString();
    QTest::newRow("no host") << u"https:///etc"_s << false << QString();
    QTest::newRow("absolute md") << u"/etc/x.md"_s << false << QString();
    QTest::newRow("file md") << u"file:///x.md"_s << false << QString();
    QTest::newRow("our own scheme") << u"unfold:question/x"_s << false << QString();
}

void tst_LessonView::linkTargets()
{
    QFETCH(QString, target);
    QFETCH(bool, web);
    QFETCH(QString, skill);
    QCOMPARE(isWebLink(target), web);
    QCOMPARE(linkedSkill(target), skill);
    QCOMPARE(isOpenable(target), web || !skill.isEmpty());
}

void tst_LessonView::linkDialogShowsTheHost()
{
    const LinkDialog plain(QUrl(u"https://user@example.org:8080/a?b"_s));
    QCOMPARE(plain.findChild<QLabel*>(u"link.host"_s)->text(), u"example.org"_s);
    QVERIFY(plain.findChild<QLabel*>(u"link.ascii"_s) == nullptr);
    const LinkDialog other(QUrl(u"https://bücher.de/"_s));
    QVERIFY(other.findChild<QLabel*>(u"link.ascii"_s)->text().contains(u"xn--bcher-kva.de"_s));
    const LinkDialog mail(QUrl(u"mailto:someone@example.net"_s));
    QCOMPARE(mail.findChild<QLabel*>(u"link.host"_s)->text(), u"example.net"_s);
}

void tst_LessonView::courseImageIsShown()
{
    m_view->goToPlace(u"Worked example"_s);
    const QImage shown = m_view->viewport()->grab().toImage();
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
    QVERIFY(!text().contains(u"The green picture"_s));
    const QString before = text();
    click(u"unfold:picture/1"_s);
    QVERIFY(text().contains(u"The green picture"_s));
    click(u"unfold:picture/1"_s);
    QCOMPARE(text(), before);
}

void tst_LessonView::hostileImagesArePlaceholders_data()
{
    QTest::addColumn<QString>("name");
    for (const char* name :
        { "file:///etc/passwd", "/etc/passwd", "file://SECRET", "SECRET", "../../../../../../SECRET", "https://example.org/x.png",
            "data:image/png;base64,AAAA", ":/icons/add.svg", "qrc:/icons/add.svg", "../../images/../../../etc/passwd",
            "../../images/evil.svg", "../../images/bomb.png", "images/missing.png", "images/green.png/../evil.svg" }) {
        QTest::newRow(name) << QString::fromLatin1(name);
    }
}

void tst_LessonView::hostileImagesArePlaceholders()
{
    QFETCH(QString, name);
    QTemporaryDir folder;
    const QString path = folder.filePath(u"secret.png"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(pngOf(secret));
    file.close();
    name.replace(u"SECRET"_s, path);

    open(u"## Why it matters\n\n![What should be seen](%1)\n\nAnd ![inside](%1) a line.\n"_s.arg(name));
    QVERIFY(text().contains(u"What should be seen"_s));
    QVERIFY(text().contains(u"inside"_s));
    QVERIFY2(!text().contains(QChar(QChar::ObjectReplacementCharacter)), "a picture was let in");
    const QImage shown = m_view->grab().toImage();
    for (int y = 0; y < shown.height(); ++y) {
        for (int x = 0; x < shown.width(); ++x) {
            QVERIFY(shown.pixelColor(x, y) != secret);
        }
    }
}

void tst_LessonView::documentLoadsNothing()
{
    const QUrl own = QUrl::fromLocalFile(QString::fromLatin1(WAYMARK_SOURCE) + u"/CMakeLists.txt"_s);
    QVERIFY(QFile::exists(own.toLocalFile()));
    QVERIFY(!m_view->document()->resource(QTextDocument::ImageResource, own).isValid());
    QVERIFY(!m_view->document()->resource(QTextDocument::StyleSheetResource, own).isValid());
    QVERIFY(!m_view->loadResource(QTextDocument::HtmlResource, own).isValid());
    m_view->setSource(own);
    QVERIFY(text().contains(u"Why it matters"_s));
}

void tst_LessonView::htmlIsText()
{
    open(
        u"## Why it matters\n\n<b>bold</b> <img src=\"file:///etc/passwd\"> <script>alert(1)</script> [x](javascript:alert(1))\n\n<h1>head</h1>\n"_s);
    QVERIFY(text().contains(u"<b>bold</b>"_s));
    QVERIFY(text().contains(u"<script>alert(1)</script>"_s));
    QVERIFY(text().contains(u"<h1>head</h1>"_s));
    QVERIFY(anchor(u"javascript"_s).isNull());
}

void tst_LessonView::bidiControlsAreShown()
{
    open(u"## Why it matters\n\naccess\u202E gnp.exe\n\n```python\nif x:\u2066 # ok\n```\n"_s);
    QVERIFY(text().contains(u"[U+202E]"_s));
    QVERIFY(text().contains(u"[U+2066]"_s));
    QVERIFY(!text().contains(QChar(0x202E)));
}

void tst_LessonView::longWordsStayInTheColumn()
{
    open(u"## Why it matters\n\n%1\n\n```text\n%1\n```\n\n| a | b |\n| - | - |\n| %1 | x |\n"_s.arg(QString(5'000, u'x')));
    QCOMPARE(m_view->horizontalScrollBar()->maximum(), 0);
    QVERIFY(m_view->document()->size().width() <= m_view->viewport()->width() + 1);
}

void tst_LessonView::deepNestingLeavesRoom()
{
    open(u"## Why it matters\n\n%1\n"_s.arg(nestedQuotes(28)));
    QVERIFY(text().contains(u"deep"_s));
    QString list;
    for (int depth = 0; depth < 14; ++depth) {
        list += QString(depth * 2, u' ') + u"- level\n"_s;
    }
    open(u"## Why it matters\n\n"_s + list);
    for (QTextBlock block = m_view->document()->begin(); block.isValid(); block = block.next()) {
        QVERIFY(block.blockFormat().leftMargin() < m_view->viewport()->width() / 2.0 + 40);
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
    QElapsedTimer clock;
    clock.start();
    m_view->setLesson(lesson);
    m_view->viewport()->repaint();
    const qint64 firstPaint = clock.restart();
    qint64 longest = 0;
    while (!m_view->isComplete()) {
        clock.restart();
        QApplication::processEvents();
        longest = std::max(longest, clock.elapsed());
    }
    QVERIFY(m_view->document()->blockCount() > 1'000);
    qInfo("first paint %lld ms, longest step %lld ms, %d blocks", firstPaint, longest, m_view->document()->blockCount());
    QVERIFY2(firstPaint < 1'500, "the first paint waited for the whole text");
    QVERIFY2(longest < 1'500, "one step held the window");
}

void tst_LessonView::tooLargeLessonSaysSo()
{
    m_view->setLesson(u"## Why it matters\n\n"_s + QString(1'200'000, u'x'));
    m_view->complete();
    QVERIFY(text().contains(u"too large"_s));
}

void tst_LessonView::textWithoutSectionsIsShown()
{
    open(u"# A title\n\nSome *words*.\n"_s);
    QVERIFY(text().contains(u"Some words."_s));
    QVERIFY(m_view->sections().empty());
    m_view->setLesson({});
    QCOMPARE(text().trimmed(), QString());
}

void tst_LessonView::themeSwitchKeepsPlaceAndUnfolding()
{
    Theme theme(*qApp);
    theme.setChoice(Theme::Choice::Light);
    click(u"unfold:question/which-one-is-it"_s);
    m_view->setTopPosition(200);
    const int top = m_view->topPosition();
    const QString before = text();
    theme.setChoice(Theme::Choice::Dark);
    QApplication::processEvents();
    QCOMPARE(text(), before);
    QVERIFY(m_view->isUnfolded(u"question/which-one-is-it"_s));
    QCOMPARE(m_view->topPosition(), top);
    const QTextFragment first = m_view->document()->begin().next().begin().fragment();
    QCOMPARE(first.charFormat().foreground().color(), paletteOf(PaletteId::Dark).text);
    QCOMPARE(m_view->grab().toImage().pixelColor(1, 300), paletteOf(PaletteId::Dark).surface);
    theme.setChoice(Theme::Choice::Light);
}

void tst_LessonView::placeIsFoundBySection()
{
    QVERIFY(m_view->goToPlace(u"Quiz"_s));
    QVERIFY(m_view->verticalScrollBar()->value() > 0);
    QVERIFY(!m_view->goToPlace(u"No such section"_s));
    open(u"## Unit: One (2 h)\n\n### Why it matters\n\nText.\n\n## Unit: Two (3 h)\n\n### Why it matters\n\nMore.\n"_s);
    QVERIFY(m_view->goToPlace(u"Two: Why it matters"_s));
    QCOMPARE(m_view->sections().size(), std::size_t(4));
    QVERIFY(m_view->sections()[2].isUnit);
}

void tst_LessonView::scrollTellsTheSection()
{
    QSignalSpy moved(m_view.get(), &LessonView::currentSectionChanged);
    QCOMPARE(m_view->currentSection(), 0);
    m_view->goToSection(4);
    QCOMPARE(m_view->currentSection(), 4);
    m_view->verticalScrollBar()->setValue(m_view->verticalScrollBar()->maximum());
    QCOMPARE(m_view->currentSection(), 6);
    QVERIFY(moved.size() >= 2);
}

void tst_LessonView::findCountsAndSteps()
{
    FindBar bar(*m_view);
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
    QCOMPARE(m_view->textCursor().selectedText().toLower(), u"the"_s);
    QCOMPARE(m_view->extraSelections().size(), count);
    bar.field()->setText(u"holds the reason"_s);
    QCOMPARE(bar.count(), 0);
    QTest::keyClick(bar.field(), Qt::Key_Escape);
    QVERIFY(!bar.isVisible());
    QVERIFY(m_view->extraSelections().isEmpty());
}

void tst_LessonView::widthChangeKeepsTheTop()
{
    m_view->setTopPosition(150);
    const int top = m_view->topPosition();
    m_view->resize(420, 600);
    const QTextBlock before = m_view->document()->findBlock(top);
    QCOMPARE(m_view->document()->findBlock(m_view->topPosition()).blockNumber(), before.blockNumber());
    QVERIFY(m_view->document()->size().width() <= m_view->viewport()->width() + 1);
}

void tst_LessonView::pdfHasTheAnswersAndNoForeignPicture()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"lesson.pdf"_s);
    QVERIFY(writeLessonPdf(*m_workspace, u"skill"_s, path));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray pdf = file.readAll();
    QVERIFY(pdf.startsWith("%PDF-"));
    QVERIFY(pdf.contains("/Subtype /Image")); // the green one

    open(u"## Why it matters\n\n![x](file:///etc/passwd) ![y](https://example.org/y.png) ![z](../../images/evil.svg)\n"_s);
    QVERIFY(writeLessonPdf(*m_workspace, u"skill"_s, path));
    file.seek(0);
    QFile again(path);
    QVERIFY(again.open(QIODevice::ReadOnly));
    QVERIFY(!again.readAll().contains("/Subtype /Image"));
}

void tst_LessonView::pdfFailsAsAWhole()
{
    QTemporaryDir folder;
    const auto missing = writeLessonPdf(*m_workspace, u"skill"_s, folder.filePath(u"no/such/lesson.pdf"_s));
    QVERIFY(!missing);
    QCOMPARE(missing.error().code, domain::ErrorCode::FileMissing);
    const auto unknown = writeLessonPdf(*m_workspace, u"nothing"_s, folder.filePath(u"lesson.pdf"_s));
    QVERIFY(!unknown);
    QCOMPARE(unknown.error().code, domain::ErrorCode::UnknownSkill);
    QVERIFY(QDir(folder.path()).isEmpty());
}

QTEST_MAIN(tst_LessonView)
#include "tst_LessonView.moc"
