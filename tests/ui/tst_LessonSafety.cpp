// SPDX-License-Identifier: GPL-3.0-or-later
// What a lesson of a stranger may do: show text. Links, pictures, markup and hidden characters.
#include "LessonFixture.h"

#include <ui/lesson/LessonLinks.h>
#include <ui/lesson/LinkDialog.h>

#include <QFile>
#include <QLabel>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace waymark;
using namespace waymark::ui;
using namespace Qt::StringLiterals;

namespace {

const QColor secret(0xEC, 0x13, 0x7B); ///< a colour that nothing of ours has

} // namespace

class tst_LessonSafety : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_lesson.open(fixture::wholeLesson()); }
    void cleanup() { m_lesson.close(); }

    void linksLeaveOnlyAsASignal();
    void linkTargets_data();
    void linkTargets();
    void linkDialogShowsTheHost();
    void hostileImagesArePlaceholders_data();
    void hostileImagesArePlaceholders();
    void documentLoadsNothing();
    void htmlIsText();
    void bidiControlsAreShown();

private:
    fixture::OpenLesson m_lesson;
};

void tst_LessonSafety::linksLeaveOnlyAsASignal()
{
    QSignalSpy wished(m_lesson.view.get(), &LessonView::linkRequested);
    m_lesson.click(u"https:"_s);
    QCOMPARE(wished.size(), 1);
    QCOMPARE(wished.first().first().toUrl(), QUrl(u"https://example.org/a"_s));
    QVERIFY2(m_lesson.text().contains(u"Why it matters"_s), "the view has gone to the link");
}

void tst_LessonSafety::linkTargets_data()
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

void tst_LessonSafety::linkTargets()
{
    QFETCH(QString, target);
    QFETCH(bool, web);
    QFETCH(QString, skill);
    QCOMPARE(isWebLink(target), web);
    QCOMPARE(linkedSkill(target), skill);
    QCOMPARE(isOpenable(target), web || !skill.isEmpty());
}

void tst_LessonSafety::linkDialogShowsTheHost()
{
    const LinkDialog plain(QUrl(u"https://user@example.org:8080/a?b"_s));
    QCOMPARE(plain.findChild<QLabel*>(u"link.host"_s)->text(), u"example.org"_s);
    QVERIFY(plain.findChild<QLabel*>(u"link.ascii"_s) == nullptr);
    const LinkDialog other(QUrl(u"https://bücher.de/"_s));
    QVERIFY(other.findChild<QLabel*>(u"link.ascii"_s)->text().contains(u"xn--bcher-kva.de"_s));
    const LinkDialog mail(QUrl(u"mailto:someone@example.net"_s));
    QCOMPARE(mail.findChild<QLabel*>(u"link.host"_s)->text(), u"example.net"_s);
}

void tst_LessonSafety::hostileImagesArePlaceholders_data()
{
    QTest::addColumn<QString>("name");
    for (const char* name :
        { "file:///etc/passwd", "/etc/passwd", "file://SECRET", "SECRET", "../../../../../../SECRET", "https://example.org/x.png",
            "data:image/png;base64,AAAA", ":/icons/add.svg", "qrc:/icons/add.svg", "../../images/../../../etc/passwd",
            "../../images/evil.svg", "../../images/bomb.png", "images/missing.png", "images/green.png/../evil.svg" }) {
        QTest::newRow(name) << QString::fromLatin1(name);
    }
}

void tst_LessonSafety::hostileImagesArePlaceholders()
{
    QFETCH(QString, name);
    QTemporaryDir folder;
    const QString path = folder.filePath(u"secret.png"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(fixture::pngOf(secret));
    file.close();
    name.replace(u"SECRET"_s, path);

    m_lesson.open(u"## Why it matters\n\n![What should be seen](%1)\n\nAnd ![inside](%1) a line.\n"_s.arg(name));
    QVERIFY(m_lesson.text().contains(u"What should be seen"_s));
    QVERIFY(m_lesson.text().contains(u"inside"_s));
    QVERIFY2(!m_lesson.text().contains(QChar(QChar::ObjectReplacementCharacter)), "a picture was let in");
    const QImage shown = m_lesson.view->grab().toImage();
    for (int y = 0; y < shown.height(); ++y) {
        for (int x = 0; x < shown.width(); ++x) {
            QVERIFY(shown.pixelColor(x, y) != secret);
        }
    }
}

void tst_LessonSafety::documentLoadsNothing()
{
    const QUrl own = QUrl::fromLocalFile(QString::fromLatin1(WAYMARK_SOURCE) + u"/CMakeLists.txt"_s);
    QVERIFY(QFile::exists(own.toLocalFile()));
    QVERIFY(!m_lesson.view->document()->resource(QTextDocument::ImageResource, own).isValid());
    QVERIFY(!m_lesson.view->document()->resource(QTextDocument::StyleSheetResource, own).isValid());
    QVERIFY(!m_lesson.view->loadResource(QTextDocument::HtmlResource, own).isValid());
    m_lesson.view->setSource(own);
    QVERIFY(m_lesson.text().contains(u"Why it matters"_s));
}

void tst_LessonSafety::htmlIsText()
{
    m_lesson.open(
        u"## Why it matters\n\n<b>bold</b> <img src=\"file:///etc/passwd\"> <script>alert(1)</script> [x](javascript:alert(1))\n\n<h1>head</h1>\n"_s);
    QVERIFY(m_lesson.text().contains(u"<b>bold</b>"_s));
    QVERIFY(m_lesson.text().contains(u"<script>alert(1)</script>"_s));
    QVERIFY(m_lesson.text().contains(u"<h1>head</h1>"_s));
    QVERIFY(m_lesson.anchor(u"javascript"_s).isNull());
}

void tst_LessonSafety::bidiControlsAreShown()
{
    m_lesson.open(u"## Why it matters\n\naccess\u202E gnp.exe\n\n```python\nif x:\u2066 # ok\n```\n"_s);
    QVERIFY(m_lesson.text().contains(u"[U+202E]"_s));
    QVERIFY(m_lesson.text().contains(u"[U+2066]"_s));
    QVERIFY(!m_lesson.text().contains(QChar(0x202E)));
}

QTEST_MAIN(tst_LessonSafety)
#include "tst_LessonSafety.moc"
