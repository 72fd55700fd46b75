// SPDX-License-Identifier: GPL-3.0-or-later
// The whole program crashes in several ways; what it leaves, and what the next start says of it.
#include <session/CrashShelf.h>

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark;

namespace {

constexpr int patience = 60'000; // milliseconds
const QString ownSignals = u"handle_segv=0:handle_abort=0:handle_sigbus=0"_s; ///< the sanitizer of addresses leaves them to the program
const QString words = u"quaggaword"_s; ///< in every text of the learner

} // namespace

class tst_CrashReport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_home = std::make_unique<QTemporaryDir>(QDir::tempPath() + u"/quaggaword-XXXXXX"_s); }
    void aCrashLeavesAReportWithoutTheLearnersText_data();
    void aCrashLeavesAReportWithoutTheLearnersText();
    void aVerbLeavesAReportToo();
    void theNextStartOffersTheReportOnce();
    void aKilledProgramLeavesNoReport();
    void whatWasTypedComesBackAfterAKill_data();
    void whatWasTypedComesBackAfterAKill();
    void aNoteIsKeptWhileItIsTypedWithoutABreak();
    void twoQuickCrashesLeadToSafeMode();
    void aLongRunOrACleanEndBreaksTheRow();
    void safeModeRestoresNothingUntilItIsAskedTo();
    void atMostFiveReportsAreKept();

private:
    struct End
    {
        QProcess::ExitStatus how = QProcess::NormalExit;
        int code = 0;
        QString said;
    };
    [[nodiscard]] QString library() const { return m_home->filePath(u"library.waymark"_s); }
    [[nodiscard]] QString folder() const { return m_home->filePath(u"state/waymark"_s); }
    [[nodiscard]] QStringList names() const { return QDir(folder()).entryList(QDir::Files, QDir::Name); }
    [[nodiscard]] QString text() const;
    [[nodiscard]] End run(const QString& act, const QStringList& more = {}) const;
    void makeOlder(qint64 seconds) const;

    std::unique_ptr<QTemporaryDir> m_home;
};

QString tst_CrashReport::text() const
{
    QFile file(folder() + u'/' + names().value(0));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

tst_CrashReport::End tst_CrashReport::run(const QString& act, const QStringList& more) const
{
    QProcess program;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"HOME"_s, m_home->path());
    environment.insert(u"XDG_STATE_HOME"_s, m_home->filePath(u"state"_s));
    environment.insert(u"XDG_DATA_HOME"_s, m_home->filePath(u"data"_s));
    environment.insert(u"XDG_CONFIG_HOME"_s, m_home->filePath(u"config"_s));
    environment.insert(u"ASAN_OPTIONS"_s, ownSignals);
    program.setProcessEnvironment(environment);
    program.setProcessChannelMode(QProcess::SeparateChannels);
    program.start(QStringLiteral(WAYMARK_CRASHING_WINDOW), QStringList { library(), words, act } + more);
    if (!program.waitForFinished(patience)) {
        program.kill();
        program.waitForFinished(patience);
        return { QProcess::NormalExit, -1, u"it did not end"_s };
    }
    return { program.exitStatus(), program.exitCode(), QString::fromUtf8(program.readAllStandardOutput()) };
}

/// As if the crash whose report this is had come so long after its start.
void tst_CrashReport::makeOlder(qint64 seconds) const
{
    const QString path = folder() + u'/' + names().value(0);
    const auto report = session::CrashShelf(folder()).reports().front();
    const QString ended = QDateTime::fromMSecsSinceEpoch(report.startedAt + seconds * 1000, Qt::UTC).toString(Qt::ISODate);
    QString changed = text();
    changed.replace(QRegularExpression(u"\\nended: [^\\n]*"_s), u"\nended: "_s + ended);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(changed.toUtf8());
}

void tst_CrashReport::aCrashLeavesAReportWithoutTheLearnersText_data()
{
    QTest::addColumn<QString>("signal");
    QTest::addColumn<QString>("thread");
    QTest::addColumn<QString>("reason");
    QTest::newRow("window") << u"SIGSEGV"_s << u"window"_s << QString();
    QTest::newRow("overflow") << u"SIGSEGV at 0x"_s << u"window"_s << QString();
    QTest::newRow("worker") << u"SIGBUS"_s << u"worker (Thread (pooled))"_s << QString();
    QTest::newRow("deep worker") << u"SIGSEGV at 0x"_s << u"worker (Thread (pooled))"_s << QString();
    QTest::newRow("import") << u"SIGABRT"_s << u"worker (Thread (pooled))"_s << QString();
    QTest::newRow("thrown") << u"SIGABRT"_s << u"worker (Thread (pooled))"_s << u"St13runtime_error"_s;
    QTest::newRow("fatal") << u"SIGABRT"_s << u"window"_s << u"qFatal"_s;
}

void tst_CrashReport::aCrashLeavesAReportWithoutTheLearnersText()
{
    QFETCH(QString, signal);
    QFETCH(QString, thread);
    QFETCH(QString, reason);
    const QString act = QLatin1StringView(QTest::currentDataTag());
    const QString plan = m_home->filePath(words + u".json"_s);
    QFile file(plan);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write('"' + words.toUtf8().repeated(100'000) + '"');
    file.close();

    QCOMPARE(run(act, { plan }).how, QProcess::CrashExit);
    QCOMPARE(names().size(), 1);
    const QString report = text();
    QVERIFY2(report.contains(u"\nsignal: "_s + signal), qPrintable(report));
    QVERIFY2(report.contains(u"\nthread: %1\n"_s.arg(thread)), qPrintable(report));
    QVERIFY2(report.contains(u"\nreason: %1\n"_s.arg(reason)), qPrintable(report));
    QVERIFY(report.contains(u"\nversion: 1.2.3\n"_s));
    QVERIFY(report.contains(u"\nQt: %1\n"_s.arg(QLatin1StringView(qVersion()))));
    QVERIFY(report.contains(QRegularExpression(u"\\nSQLite: 3\\.[0-9.]+\\n"_s)));
    QVERIFY2(report.contains(QRegularExpression(u"\\n  crashing_window \\+ 0x[0-9a-f]+\\n"_s)), qPrintable(report));
    QVERIFY(report.contains(u"warning   default"_s)); // that there was one is kept, what it said is not
    QVERIFY2(!report.contains(words), qPrintable(report));
    const QFileInfo about(folder() + u'/' + names().front());
    QCOMPARE(about.permissions() & QFileDevice::Permissions(0x0077), QFileDevice::Permissions());
}

void tst_CrashReport::aVerbLeavesAReportToo()
{
    QProcess verb;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"XDG_STATE_HOME"_s, m_home->filePath(u"state"_s));
    environment.insert(u"XDG_DATA_HOME"_s, m_home->filePath(u"data"_s));
    environment.insert(u"XDG_CONFIG_HOME"_s, m_home->filePath(u"config"_s));
    environment.insert(u"ASAN_OPTIONS"_s, ownSignals);
    verb.setProcessEnvironment(environment);
    verb.start(QStringLiteral(WAYMARK_PROGRAM), { u"quiz"_s, u"vcs-git-basics"_s }); // it waits for an answer
    QVERIFY(verb.waitForReadyRead(patience));
    QProcess kill;
    kill.start(u"kill"_s, { u"-SEGV"_s, QString::number(verb.processId()) });
    QVERIFY(kill.waitForFinished(patience));
    QVERIFY(verb.waitForFinished(patience));
    QCOMPARE(verb.exitStatus(), QProcess::CrashExit);
    QVERIFY2(text().contains(u"\ntask: verb\n"_s) && text().contains(u"verb      quiz\n"_s), qPrintable(text()));
}

void tst_CrashReport::theNextStartOffersTheReportOnce()
{
    QCOMPARE(run(u"window"_s).how, QProcess::CrashExit);
    const End next = run(u"look"_s);
    QCOMPARE(next.code, 0);
    QVERIFY2(next.said.contains(u"notice: Waymark ended unexpectedly at "_s), qPrintable(next.said));
    QVERIFY2(next.said.contains(u"button: crash.view\n"_s), qPrintable(next.said));
    QCOMPARE(names().size(), 1); // it stays until it is deleted
    QVERIFY(run(u"look"_s).said.contains(u"notice: \n"_s));
}

void tst_CrashReport::aKilledProgramLeavesNoReport()
{
    QCOMPARE(run(u"kill"_s).how, QProcess::CrashExit);
    QCOMPARE(names(), QStringList());
    QVERIFY(run(u"look"_s).said.contains(u"notice: \n"_s));
}

void tst_CrashReport::whatWasTypedComesBackAfterAKill_data()
{
    QTest::addColumn<QString>("act");
    QTest::addColumn<QString>("back"); // how it comes back
    QTest::newRow("evidence") << u"draft"_s << u"\ndraft: %1\n"_s;
    QTest::newRow("dialog of a card") << u"card"_s << u"card: %1\n"_s;
}

void tst_CrashReport::whatWasTypedComesBackAfterAKill()
{
    QFETCH(QString, act);
    QFETCH(QString, back);
    QCOMPARE(run(act).how, QProcess::CrashExit);
    const QStringList files = names();
    QCOMPARE(files.size(), 1);
    QVERIFY(files.front().startsWith(u"drafts-"_s));
    QCOMPARE(QFileInfo(folder() + u'/' + files.front()).permissions() & QFileDevice::Permissions(0x0077), QFileDevice::Permissions());
    const End next = run(u"look"_s);
    QVERIFY2(!next.said.contains(u"page: Today"_s), qPrintable(next.said)); // where the person was
    QVERIFY2(next.said.contains(u"button: drafts.show"_s), qPrintable(next.said));
    QVERIFY2(!next.said.contains(u"card: "_s), qPrintable(next.said)); // no dialog opens by itself
    const End shown = run(u"usual"_s);
    QVERIFY2(shown.said.contains(back.arg(words)), qPrintable(shown.said));
}

void tst_CrashReport::aNoteIsKeptWhileItIsTypedWithoutABreak()
{
    QCOMPARE(run(u"note"_s).how, QProcess::CrashExit);
    const End next = run(u"look"_s);
    QVERIFY2(next.said.contains(u"\nnote: %1."_s.arg(words)), qPrintable(next.said)); // with a key at least of those that came last
}

void tst_CrashReport::twoQuickCrashesLeadToSafeMode()
{
    QCOMPARE(run(u"window"_s).how, QProcess::CrashExit);
    QCOMPARE(run(u"window"_s).how, QProcess::CrashExit);
    const End safe = run(u"look"_s);
    QVERIFY2(safe.said.contains(u"button: crash.usual\n"_s), qPrintable(safe.said));
    QVERIFY2(safe.said.contains(u"this is safe mode"_s), qPrintable(safe.said));
    QVERIFY(run(u"look"_s).said.contains(u"notice: \n"_s)); // it ended well
}

void tst_CrashReport::aLongRunOrACleanEndBreaksTheRow()
{
    QCOMPARE(run(u"window"_s).how, QProcess::CrashExit);
    QVERIFY(run(u"look"_s).said.contains(u"button: crash.view\n"_s));
    QCOMPARE(run(u"worker"_s).how, QProcess::CrashExit);
    QVERIFY(run(u"look"_s).said.contains(u"button: crash.view\n"_s));
    QVERIFY(QDir(folder()).removeRecursively());
    QCOMPARE(run(u"window"_s).how, QProcess::CrashExit);
    makeOlder(60);
    QCOMPARE(run(u"window"_s).how, QProcess::CrashExit);
    QVERIFY(run(u"look"_s).said.contains(u"button: crash.view\n"_s));
}

void tst_CrashReport::safeModeRestoresNothingUntilItIsAskedTo()
{
    {
        QCOMPARE(run(u"look"_s).code, 0);
        QSettings settings(library() + u".ini"_s, QSettings::IniFormat);
        settings.setValue(u"window/theme"_s, u"dark"_s);
        settings.setValue(u"place/page"_s, u"plan"_s);
    }
    QVERIFY(run(u"look"_s).said.contains(u"page: Plan"_s));
    const End safe = run(u"look"_s, { u"--safe"_s });
    QVERIFY2(safe.said.contains(u"page: Today"_s) && safe.said.contains(u"dark: no"_s), qPrintable(safe.said));
    const End usual = run(u"usual"_s, { u"--safe"_s });
    QVERIFY2(usual.said.contains(u"page: Plan"_s) && usual.said.contains(u"dark: yes"_s), qPrintable(usual.said));
    const End later = run(u"look"_s);
    QVERIFY2(later.said.contains(u"page: Plan"_s) && later.said.contains(u"dark: yes"_s), qPrintable(later.said));
}

void tst_CrashReport::atMostFiveReportsAreKept()
{
    const session::CrashShelf shelf(folder());
    QVERIFY(QDir().mkpath(folder()));
    for (int i = 0; i < 7; ++i) {
        QFile report(shelf.pathOf(QString::number(i)));
        QVERIFY(report.open(QIODevice::WriteOnly));
        report.write(u"\nstarted: 2026-01-0%1T00:00:00Z\nended: 2026-01-0%1T01:00:00Z\ntask: window\n"_s.arg(i + 1).toUtf8());
    }
    QCOMPARE(run(u"window"_s).how, QProcess::CrashExit);
    QCOMPARE(names().size(), static_cast<qsizetype>(session::CrashShelf::most));
    QVERIFY(!names().contains(u"crash-2.txt"_s) && names().contains(u"crash-3.txt"_s));
}

QTEST_GUILESS_MAIN(tst_CrashReport)
#include "tst_CrashReport.moc"
