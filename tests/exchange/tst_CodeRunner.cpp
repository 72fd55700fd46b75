// SPDX-License-Identifier: GPL-3.0-or-later
#include <exchange/CodeRunner.h>

#include <Slowness.h>

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark::exchange;

namespace {

constexpr auto lessonName = "skills/demo/demo-a.md";

/// A lesson of nothing but blocks of code, in one section.
std::vector<CodeRun> runsOf(const QString& blocks, const CourseFiles& files = {})
{
    const auto lesson = readLesson(u"## Worked example\n\n"_s + blocks);
    return codeRunsOf(QLatin1StringView(lessonName), *lesson, files);
}

CodeRunReport run(const QString& blocks, const CourseFiles& files = {})
{
    return runCode(runsOf(blocks, files), {});
}

QString describe(const CodeRunReport& report)
{
    QString text;
    for (const CourseFault& fault : report.faults) {
        text += u"%1:%2 %3: %4\n"_s.arg(fault.file).arg(fault.line).arg(fault.rule, fault.message);
    }
    return text;
}

QString fence(const QString& info, const QString& code, const QString& output = {})
{
    return u"```%1\n%2\n```\n\n"_s.arg(info, code) + (output.isEmpty() ? QString() : u"```output\n%1\n```\n\n"_s.arg(output));
}

} // namespace

class tst_CodeRunner : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void acceptsWhatDoesAsItsFenceSays_data();
    void acceptsWhatDoesAsItsFenceSays();
    void namesEachPlantedFault_data();
    void namesEachPlantedFault();
    void namesAMissingTool();
    void savesFilesForLaterBlocksOfTheUnit();
    void loadsTheFixture();
    void givesEachBlockAFolderAndACleanEnvironment();
    void reachesNoNetworkButLoopback();
    void endsABlockThatTakesTooLong();
    void endsWhatABlockLeavesRunning();
    void remembersGoodRunsOnly();
    void stopsWhenCancelled();
    void asksADatabaseServer_data();
    void asksADatabaseServer();
};

void tst_CodeRunner::acceptsWhatDoesAsItsFenceSays_data()
{
    QTest::addColumn<QString>("blocks");
    QTest::newRow("python") << fence(u"python run"_s, u"print('a  ')\nprint()"_s, u"a"_s);
    QTest::newRow("python fails") << fence(u"python fails"_s, u"1 / 0"_s, u"ZeroDivisionError: division by zero"_s);
    QTest::newRow("python check") << fence(u"python check"_s, u"import nothing_of_this_name"_s);
    QTest::newRow("bash") << fence(u"bash run"_s, u"echo \"$((6 * 7))\""_s, u"42"_s);
    QTest::newRow("sh") << fence(u"sh run"_s, u"echo a"_s, u"a"_s);
    QTest::newRow("javascript") << fence(u"javascript run"_s, u"console.log(6 * 7)"_s, u"42"_s);
    QTest::newRow("java") << fence(
        u"java run"_s, u"public class Sum { public static void main(String[] a) { System.out.println(42); } }"_s, u"42"_s);
    QTest::newRow("java check") << fence(u"java check"_s, u"public record Point(int x, int y) {}"_s);
    QTest::newRow("ruby") << fence(u"ruby run"_s, u"puts 6 * 7"_s, u"42"_s);
    QTest::newRow("php") << fence(u"php run"_s, u"<?php echo 6 * 7;"_s, u"42"_s);
    QTest::newRow("sql") << fence(u"sql run"_s, u"SELECT 6 * 7 AS answer;"_s, u"answer\n42"_s);
    QTest::newRow("sql fails") << fence(u"sql fails"_s, u"SELECT * FROM nowhere;"_s, u"no such table: nowhere"_s);
    QTest::newRow("sql check") << fence(u"sql check"_s, u"SELECT * FROM nowhere;"_s);
    QTest::newRow("show") << fence(u"python show (broken on purpose)"_s, u"print("_s);
    QTest::newRow("other language") << fence(u"text check"_s, u"anything"_s);
}

void tst_CodeRunner::acceptsWhatDoesAsItsFenceSays()
{
    QFETCH(QString, blocks);
    const CodeRunReport report = run(blocks);
    QVERIFY2(report.faults.empty(), qPrintable(describe(report)));
}

void tst_CodeRunner::namesEachPlantedFault_data()
{
    QTest::addColumn<QString>("blocks");
    QTest::addColumn<QString>("rule");
    QTest::addColumn<int>("line");
    QTest::newRow("run ends badly") << fence(u"python run"_s, u"raise SystemExit(3)"_s) << u"code-run"_s << 3;
    QTest::newRow("output differs") << fence(u"python run"_s, u"print(1)\nprint(2)"_s, u"1\n3"_s) << u"code-output"_s << 10;
    QTest::newRow("output is shorter") << fence(u"bash run"_s, u"echo a"_s, u"a\nb"_s) << u"code-output"_s << 9;
    QTest::newRow("fails ends well") << fence(u"python fails"_s, u"print(1)"_s, u"Error"_s) << u"code-fails"_s << 3;
    QTest::newRow("fails otherwise") << fence(u"python fails"_s, u"1 / 0"_s, u"NameError"_s) << u"code-fails"_s << 7;
    QTest::newRow("python does not compile") << fence(u"python check"_s, u"print("_s) << u"code-check"_s << 3;
    QTest::newRow("java does not compile") << fence(u"java check"_s, u"class A { int x = \"a\"; }"_s) << u"code-check"_s << 3;
    QTest::newRow("sql does not parse") << fence(u"sql check"_s, u"SELEC 1;"_s) << u"code-check"_s << 3;
    QTest::newRow("says too much") << fence(u"bash run"_s, u"yes"_s) << u"code-time"_s << 3;
    QTest::newRow("tool of a script") << fence(u"bash run"_s, u"no-such-tool-here"_s) << u"code-tool-missing"_s << 3;
}

void tst_CodeRunner::namesEachPlantedFault()
{
    QFETCH(QString, blocks);
    QFETCH(QString, rule);
    QFETCH(int, line);
    const CodeRunReport report = run(blocks);
    QCOMPARE(report.faults.size(), 1U);
    const CourseFault& fault = report.faults.front();
    QCOMPARE(fault.file, QLatin1StringView(lessonName));
    QCOMPARE(fault.rule, rule);
    QCOMPARE(fault.line, line);
    QVERIFY(!fault.message.isEmpty() && !fault.mend.isEmpty());
    QVERIFY(std::any_of(
        codeRuleNames().begin(), codeRuleNames().end(), [&](const CourseRule& one) { return rule == QLatin1StringView(one.name); }));
}

void tst_CodeRunner::namesAMissingTool()
{
    const QByteArray path = qgetenv("PATH");
    qputenv("PATH", "/nowhere");
    const CodeRunReport report = run(fence(u"ruby run"_s, u"puts 1"_s));
    qputenv("PATH", path);
    QCOMPARE(report.faults.size(), 1U);
    QCOMPARE(report.faults[0].rule, u"code-tool-missing"_s);
    QVERIFY(report.faults[0].mend.contains(u"package ruby"_s));
}

void tst_CodeRunner::savesFilesForLaterBlocksOfTheUnit()
{
    const QString blocks = fence(u"python check file=lib/desk.py"_s, u"ROWS = 3"_s) + fence(u"text check file=a.txt"_s, u"one"_s)
        + fence(u"bash run file=b.sh"_s, u"find . -type f | sort"_s, u"./a.txt\n./b.sh\n./lib/desk.py"_s)
        + fence(
            u"python run"_s, u"import sys; sys.path.insert(0, 'lib')\nimport desk\nprint(desk.ROWS, open('a.txt').read())"_s, u"3 one"_s);
    const CodeRunReport report = run(blocks);
    QVERIFY2(report.faults.empty(), qPrintable(describe(report)));
    QCOMPARE(report.blocks, 3);

    const QString units = u"## Unit: First (4 h)\n\n### Task\n\n"_s + fence(u"text check file=a.txt"_s, u"one"_s)
        + u"## Unit: Second (4 h)\n\n### Task\n\n"_s + fence(u"bash run"_s, u"ls"_s);
    const auto runs = codeRunsOf(u"a.md"_s, *readLesson(units), {});
    QCOMPARE(runs.size(), 1U);
    QVERIFY(runs[0].saved.empty());
}

void tst_CodeRunner::loadsTheFixture()
{
    const CourseFiles files { { u"fixtures/shop.sql"_s, "CREATE TABLE item (name TEXT); INSERT INTO item VALUES ('pen');" },
        { u"fixtures/bad.sql"_s, "CREATE TABEL item;" } };
    const CodeRunReport good = run(fence(u"sql run fixture=shop"_s, u"SELECT name FROM item;"_s, u"name\npen"_s), files);
    QVERIFY2(good.faults.empty(), qPrintable(describe(good)));
    QCOMPARE(run(fence(u"sql run fixture=bad"_s, u"SELECT 1;"_s), files).faults.size(), 1U);
}

void tst_CodeRunner::givesEachBlockAFolderAndACleanEnvironment()
{
    qputenv("WAYMARK_SECRET", "1");
    const QString blocks = fence(u"bash run"_s,
                               u"ls -A; touch left; env | grep -c SECRET || true; ls -A \"$HOME\"; echo \"$TZ $LANG\"; cat\n"
                               "case $(mktemp -u) in \"$HOME\"/*) echo own;; esac"_s,
                               u"0\nUTC C.UTF-8\nown"_s)
        + fence(u"bash run"_s, u"ls -A; echo end"_s, u"end"_s);
    const CodeRunReport report = run(blocks);
    qunsetenv("WAYMARK_SECRET");
    QVERIFY2(report.faults.empty(), qPrintable(describe(report)));
}

void tst_CodeRunner::reachesNoNetworkButLoopback()
{
    const QString code = u"import socket, threading\nserver = socket.create_server(('127.0.0.1', 0))\n"
                         "socket.create_connection(server.getsockname()).close()\nprint([name for _, name in socket.if_nameindex()])"_s;
    const CodeRunReport report = run(fence(u"python run"_s, code, u"['lo']"_s));
    if (report.confinement == Confinement::LimitsOnly) {
        QSKIP("this machine lets nobody have a network of one's own");
    }
    QVERIFY2(report.faults.empty(), qPrintable(describe(report)));
}

void tst_CodeRunner::endsABlockThatTakesTooLong()
{
    CodeRunOptions options;
    options.seconds = 1;
    const CodeRunReport report = runCode(runsOf(fence(u"bash run"_s, u"sleep 600"_s)), options);
    QCOMPARE(report.faults.size(), 1U);
    QCOMPARE(report.faults.front().rule, u"code-time"_s);
}

void tst_CodeRunner::endsWhatABlockLeavesRunning()
{
    QTemporaryDir folder;
    QElapsedTimer timer;
    timer.start();
    const CodeRunReport report = run(fence(u"bash run"_s, u"sleep 987654 &\necho a"_s, u"a"_s));
    QVERIFY2(report.faults.empty(), qPrintable(describe(report)));
    QVERIFY(timer.elapsed() < 15'000 * waymark::support::slowness());
    const auto isLeft = [] {
        for (const QString& process : QDir(u"/proc"_s).entryList(QDir::Dirs)) {
            QFile file(u"/proc/%1/cmdline"_s.arg(process));
            if (file.open(QIODevice::ReadOnly) && file.readAll().split('\0').value(1) == "987654") {
                return true;
            }
        }
        return false;
    };
    QTRY_VERIFY(!isLeft()); // a killed process goes when the system comes to it
}

void tst_CodeRunner::remembersGoodRunsOnly()
{
    QTemporaryDir cache;
    CodeRunOptions options;
    options.cacheFolder = cache.path();
    const QString blocks = fence(u"bash run"_s, u"echo a"_s, u"a"_s) + fence(u"bash run"_s, u"echo a"_s, u"b"_s);
    QCOMPARE(runCode(runsOf(blocks), options).remembered, 0);
    const CodeRunReport again = runCode(runsOf(blocks), options);
    QCOMPARE(again.remembered, 1);
    QCOMPARE(again.faults.size(), 1U);
    QCOMPARE(runCode(runsOf(fence(u"bash run"_s, u"echo  a"_s, u"a"_s)), options).remembered, 0);
    QCOMPARE(run(blocks).remembered, 0);
}

void tst_CodeRunner::stopsWhenCancelled()
{
    QElapsedTimer timer;
    timer.start();
    CodeRunOptions options;
    options.isCancelled = [&timer] { return timer.elapsed() > 1'000; };
    const CodeRunReport report = runCode(
        runsOf(fence(u"bash run"_s, u"sleep 15"_s) + fence(u"bash run"_s, u"sleep 16"_s) + fence(u"bash run"_s, u"sleep 17"_s)), options);
    QVERIFY(report.isCancelled);
    QVERIFY(report.faults.empty());
    QVERIFY(timer.elapsed() < 10'000 * waymark::support::slowness());
}

void tst_CodeRunner::asksADatabaseServer_data()
{
    QTest::addColumn<QString>("engine");
    QTest::addColumn<QString>("table");
    QTest::addColumn<QString>("error");
    QTest::newRow("PostgreSQL") << u"postgresql"_s << u" n | s\n---+---\n 1 | x\n(1 row)"_s << u"relation \"a\" does not exist"_s;
    QTest::newRow("MariaDB") << u"mariadb"_s << u"+------+---+\n| n    | s |\n+------+---+\n|    1 | x |\n+------+---+"_s
                             << u".a' doesn't exist"_s;
}

void tst_CodeRunner::asksADatabaseServer()
{
    QFETCH(QString, engine);
    QFETCH(QString, table);
    QFETCH(QString, error);
    const QString make = u"CREATE TABLE a (n int); INSERT INTO a VALUES (1); SELECT n, 'x' AS s FROM a;"_s;
    const CodeRunReport report
        = run(fence(u"sql run engine="_s + engine, make, table) + fence(u"sql fails engine="_s + engine, u"SELECT n FROM a;"_s, error));
    for (const CourseFault& fault : report.faults) {
        if (fault.rule == "code-tool-missing"_L1) {
            QSKIP("the server is not installed");
        }
    }
    QVERIFY2(report.faults.empty(), qPrintable(describe(report)));
}

QTEST_GUILESS_MAIN(tst_CodeRunner)
#include "tst_CodeRunner.moc"
