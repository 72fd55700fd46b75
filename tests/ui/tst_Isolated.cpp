// SPDX-License-Identifier: GPL-3.0-or-later
// A title of another direction inside a sentence of ours orders nothing but itself (RELIABILITY.md, H7).
#include <ui/words/Isolated.h>
#include <ui/words/PlanWords.h>

#include <QTest>
#include <QTextLayout>

using namespace Qt::StringLiterals;
using namespace waymark;

namespace {

/// Where each character of a line begins, in pixels, in the direction that a label gives it.
std::vector<qreal> placesOf(const QString& sentence)
{
    QTextLayout layout(sentence);
    QTextOption option;
    option.setTextDirection(sentence.isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight);
    layout.setTextOption(option);
    layout.beginLayout();
    QTextLine line = layout.createLine();
    line.setLineWidth(100'000);
    layout.endLayout();
    std::vector<qreal> places;
    for (int i = 0; i < static_cast<int>(sentence.size()); ++i) {
        places.push_back(std::min(line.cursorToX(i, QTextLine::Leading), line.cursorToX(i, QTextLine::Trailing)));
    }
    return places;
}

/// The letters and digits around the title stand from left to right in their order, with all of the title between its neighbours.
bool isInOrder(const QString& sentence, const QString& title)
{
    const qsizetype begin = sentence.indexOf(title);
    const std::vector<qreal> places = placesOf(sentence);
    qreal before = -1; // the last one outside of the title
    qreal titleEnd = -1;
    bool holds = begin >= 0;
    for (qsizetype i = 0; i < sentence.size(); ++i) {
        const qreal place = places[static_cast<std::size_t>(i)];
        const bool isInside = i >= begin && i < begin + title.size();
        if (!sentence.at(i).isLetterOrNumber()) {
            continue;
        }
        holds = holds && place > (isInside ? before : std::max(before, titleEnd));
        (isInside ? titleEnd : before) = isInside ? std::max(titleEnd, place) : place;
    }
    return holds;
}

const QString hebrew = u"\u05E9\u05E4\u05EA C++ 20"_s;
const QString arabic = u"\u0642\u0648\u0627\u0639\u062F 12"_s;

} // namespace

class tst_Isolated : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyWhatWouldMoveSomethingIsMarked_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("marked");

        QTest::newRow("nothing") << QString() << false;
        QTest::newRow("latin") << u"Git basics (2)"_s << false;
        QTest::newRow("greek, marks and a picture") << u"\u03B1\u0301 \U0001F600"_s << false;
        QTest::newRow("hebrew") << hebrew << true;
        QTest::newRow("arabic") << arabic << true;
        QTest::newRow("digits of arabic") << u"Chapter \u0663"_s << true;
        QTest::newRow("letters beyond the first plane") << u"\U0001E900"_s << true; // Adlam
        QTest::newRow("an override") << u"a\u202Eb"_s << true;
    }

    void onlyWhatWouldMoveSomethingIsMarked()
    {
        QFETCH(QString, text);
        QFETCH(bool, marked);
        QCOMPARE(ui::isolated(text), marked ? u'\u2068' + text + u'\u2069' : text);
        QCOMPARE(ui::unisolated(ui::isolated(text)), text);
    }

    void whereAllReadsFromTheRightAllIsMarked()
    {
        const QLocale before;
        QLocale::setDefault(QLocale(QLocale::Hebrew));
        const QString marked = ui::isolated(u"C++"_s);
        QLocale::setDefault(before);
        QCOMPARE(marked, u"\u2068C++\u2069"_s);
    }

    void eachOfAListIsMarked()
    {
        QCOMPARE(ui::isolated(QStringList { u"Git"_s, hebrew }), QStringList({ u"Git"_s, u'\u2068' + hebrew + u'\u2069' }));
        QCOMPARE(ui::unisolated(ui::isolated(QStringList { u"Git"_s, hebrew })), QStringList({ u"Git"_s, hebrew }));
    }

    void aSentenceKeepsItsOrder_data()
    {
        QTest::addColumn<QString>("sentence");
        QTest::addColumn<QString>("title");

        for (const QString& title : { hebrew, arabic }) {
            const auto row
                = [&title](const char* what) -> QTestData& { return QTest::addRow("%s, %s", what, title == hebrew ? "hebrew" : "arabic"); };
            row("title first, a number behind it") << ui::PlanWords::moved(title, 4) << title;
            row("title in the middle") << ui::PlanWords::study(title, { u"Part 2"_s }, { {}, 0, 45, false }) << title;
            row("two titles") << ui::PlanWords::goalReached({ u"goal"_s, title, {}, {}, false }, { u"next"_s, u"Next"_s, {}, {}, false })
                              << title;
        }
    }

    /// And without the marks it does not: the sentence is not one that any title would leave alone.
    void aSentenceKeepsItsOrder()
    {
        QFETCH(QString, sentence);
        QFETCH(QString, title);
        QVERIFY2(isInOrder(sentence, title), qPrintable(sentence));
        QVERIFY2(!isInOrder(ui::unisolated(sentence), title), qPrintable(sentence));
    }
};

QTEST_MAIN(tst_Isolated)
#include "tst_Isolated.moc"
