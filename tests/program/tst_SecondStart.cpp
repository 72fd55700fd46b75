// SPDX-License-Identifier: GPL-3.0-or-later
// Two processes of the whole program on one library: the second hands over and ends, the first comes forward.
#include "WholeProgram.h"

#include <QTest>

using namespace Qt::StringLiterals;

class tst_SecondStart : public QObject, waymark::support::WholeProgram
{
    Q_OBJECT

private Q_SLOTS:
    void theFirstComesForwardWithTheFilesOfTheSecond_data()
    {
        QTest::addColumn<QStringList>("files");
        QTest::addColumn<QString>("shown"); // by the first, in its notice
        QTest::newRow("no file") << QStringList {} << QString();
        QTest::newRow("a file") << QStringList { u"no plan at all.json"_s } << u"no plan at all.json"_s;
    }
    void theFirstComesForwardWithTheFilesOfTheSecond()
    {
        QFETCH(const QStringList, files);
        QFETCH(const QString, shown);
        QFile file(path(u"no plan at all.json"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("neither JSON");
        file.close();
        QProcess first;
        first.setProcessEnvironment(home());
        first.start(QStringLiteral(WAYMARK_TOLD_WINDOW), { library(), u"words"_s, files.isEmpty() ? u"raised"_s : u"handed"_s });
        QVERIFY(first.waitForReadyRead(patience));
        QCOMPARE(first.readLine(), QByteArray("minimised: yes\n"));
        const QDir home(path({}));
        QTRY_VERIFY(!home.entryList({ u"waymark-*"_s }, QDir::System).isEmpty()); // it listens

        QProcess second;
        second.setProcessEnvironment(this->home());
        second.setWorkingDirectory(home.path()); // a relative name is one of its own folder
        second.start(QStringLiteral(WAYMARK_PROGRAM), QStringList { u"--library"_s, library() } + files);
        const Ended handedOver = endOf(second);
        QVERIFY2(handedOver.code == 0 && handedOver.out.isEmpty() && handedOver.err.isEmpty(), handedOver.said().constData());

        const Ended came = endOf(first);
        QCOMPARE(came.code, 0);
        QVERIFY2(came.out.contains(u"minimised: no\nactive: yes\n"_s), came.said().constData());
        const QString notice = came.out.section(u"notice: "_s, 1).section(u'\n', 0, 0);
        QVERIFY2(shown.isEmpty() ? notice.isEmpty() : notice.contains(shown), came.said().constData());
    }
};

QTEST_GUILESS_MAIN(tst_SecondStart)
#include "tst_SecondStart.moc"
