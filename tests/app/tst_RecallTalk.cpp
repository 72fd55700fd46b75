// SPDX-License-Identifier: GPL-3.0-or-later
#include <CardCourse.h>
#include <StudyLife.h>

#include <app/Verb.h>
#include <app/VerbTable.h>

#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark;
using support::StudyLife;

namespace {

constexpr qint64 year = 365 * StudyLife::day;

QString talkOver(session::Workspace& workspace, const QString& typed)
{
    const auto verbs = app::studyVerbs();
    const auto recall = std::find_if(verbs.begin(), verbs.end(), [](const app::Verb& verb) { return verb.name == u"recall"_s; });
    QString said;
    QString err;
    QString input = typed;
    QTextStream in(&input);
    QTextStream out(&said);
    QTextStream errors(&err);
    app::Console console({ in, out, errors }, false);
    const app::Invocation invocation { { u"recall"_s }, { { u"minutes"_s, u"1"_s } }, {} };
    if (recall->run({ invocation, console, &workspace, {} }) != 0) {
        qFatal("the talk fails");
    }
    out.flush();
    return said;
}

} // namespace

class tst_RecallTalk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aClockThatIsSetMidwayDoesNotMakeTheSessionLonger_data();
    void aClockThatIsSetMidwayDoesNotMakeTheSessionLonger();
};

void tst_RecallTalk::aClockThatIsSetMidwayDoesNotMakeTheSessionLonger_data()
{
    QTest::addColumn<qint64>("jump");
    QTest::addColumn<bool>("goesOn");
    QTest::newRow("not at all") << qint64 { 0 } << true;
    QTest::newRow("a year back") << -year << true;
    QTest::newRow("a year ahead") << year << false;
}

void tst_RecallTalk::aClockThatIsSetMidwayDoesNotMakeTheSessionLonger()
{
    QFETCH(qint64, jump);
    QFETCH(bool, goesOn);
    StudyLife life(support::courseOfCards(30));
    life.apply(domain::setRecall(life.workspace->context(), { 0.9, 20, 100 }));
    QObject::connect(life.workspace.get(), &session::Workspace::changed, [&] { life.now += std::exchange(jump, 0); });
    const QString said = talkOver(*life.workspace, u"\n4\n\n4\nq\n"_s);
    QVERIFY2(said.contains(u"4 card(s) left"_s), qPrintable(said)); // a minute, fifteen seconds a card
    const qsizetype graded = said.indexOf(u"card(s) left"_s) + 1;
    QCOMPARE(said.mid(graded).contains(u"card(s) left"_s), goesOn);
    QVERIFY2(!said.contains(u" 89 card(s) left"_s), qPrintable(said)); // all that there is
}

QTEST_GUILESS_MAIN(tst_RecallTalk)
#include "tst_RecallTalk.moc"
