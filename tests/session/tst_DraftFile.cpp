// SPDX-License-Identifier: GPL-3.0-or-later
#include <session/ReviewDesk.h>

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark;

class tst_DraftFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void liesInItsFolderWhateverThePlanIsCalled_data()
    {
        QTest::addColumn<QString>("plan");
        QTest::addColumn<QString>("revision");
        const QString id = u"33333333-3333-4333-8333-333333333333"_s;
        QTest::newRow("as it should be") << id << QString(64, u'a');
        QTest::newRow("a path after the id") << id + u"/../../evil"_s << QString(64, u'a');
        QTest::newRow("a path for an id") << u"../evil"_s << QString(64, u'a');
        QTest::newRow("a path for a revision") << id << u"/../evil"_s;
    }

    void liesInItsFolderWhateverThePlanIsCalled()
    {
        QFETCH(QString, plan);
        QFETCH(QString, revision);
        const QTemporaryDir home;
        const QString drafts = home.filePath(u"data/drafts"_s);
        exchange::PlanDocument document;
        document.plan = plan;
        document.revision = revision;
        const auto desk = session::ReviewDesk::open(u"plan.json"_s, document, drafts, { [] { return qint64(0); }, QTimeZone::utc() });
        desk->setOverall(std::nullopt, u"On a good way."_s);
        QCOMPARE(QDir(home.path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot), QStringList { u"data"_s });
        QCOMPARE(QDir(home.filePath(u"data"_s)).entryList(QDir::AllEntries | QDir::NoDotAndDotDot), QStringList { u"drafts"_s });
        const QFileInfoList written = QDir(drafts).entryInfoList(QDir::AllEntries | QDir::NoDotAndDotDot);
        QCOMPARE(written.size(), 1);
        QVERIFY(written.front().isFile());
        QCOMPARE(written.front().suffix(), u"wayreview"_s);
    }
};

QTEST_GUILESS_MAIN(tst_DraftFile)
#include "tst_DraftFile.moc"
