// SPDX-License-Identifier: GPL-3.0-or-later
#include <domain/PersonNames.h>

#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark;

class tst_PersonNames : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void areTheSameWhereTheyLookTheSame_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("itself") << u"Grace Example"_s;
        QTest::newRow("capitals") << u"GRACE example"_s;
        QTest::newRow("joiner") << u"Gra\u200dce Example"_s;
        QTest::newRow("soft hyphen") << u"Gra\u00adce Example"_s;
        QTest::newRow("variation selector") << u"Grace\ufe0f Example"_s;
        QTest::newRow("further variation selector") << u"Grace\U000E0100 Example"_s;
        QTest::newRow("tags") << u"Grace Example\U000E0067\U000E007F"_s;
        QTest::newRow("fullwidth letter") << u"\uff27race Example"_s;
        QTest::newRow("no-break space") << u"Grace\u00a0Example "_s;
    }
    void areTheSameWhereTheyLookTheSame()
    {
        QFETCH(QString, name);
        QVERIFY(domain::isSameName(u"Grace Example"_s, name));
        QCOMPARE(domain::comparableName(domain::comparableName(name)), domain::comparableName(name));
    }

    void areOthersWhereAPersonSeesIt()
    {
        QVERIFY(!domain::isSameName(u"Grace Example"_s, u"Grace Examples"_s));
        QVERIFY(!domain::isSameName(u"Grace Example"_s, u"GraceExample"_s));
        QVERIFY(!domain::isSameName(u"Jose"_s, u"Jos\u00e9"_s));
        QVERIFY(domain::isSameName(u"Jose\u0301"_s, u"Jos\u00e9"_s));
    }
};

QTEST_GUILESS_MAIN(tst_PersonNames)
#include "tst_PersonNames.moc"
