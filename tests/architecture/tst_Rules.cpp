// SPDX-License-Identifier: GPL-3.0-or-later
// Rules of the whole program that a compiler cannot see: what some places alone may use, each with its reason. Comments do not count.
#include <QDirIterator>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

/// What `pattern` finds stands nowhere but in these files.
struct Rule
{
    QString name;
    QString pattern;
    QStringList onlyIn; ///< paths from the top of the project
    QString trespass; ///< a line that breaks it
    QString folder = {}; ///< where the rule holds; empty for the whole program
};

const QList<Rule>& rules()
{
    static const QList<Rule> all {
        // Qt 6.4 reports success on a full disk.
        { u"QSaveFile"_s, uR"(\bQSaveFile\b)"_s, {}, u"QSaveFile file(path);"_s },
        // Files are written by AtomicFile. What else writes: a terminal, pictures in memory, and scratch of the course check.
        { u"files"_s, uR"(QIODevice::(WriteOnly|ReadWrite|Append))"_s,
            { u"app/VerbsOfExchange.cpp"_s, u"model/exchange/CodeRunner.cpp"_s, u"model/exchange/RunCache.cpp"_s,
                u"ui/lesson/LessonPrint.cpp"_s, u"ui/print/PlanPdf.cpp"_s, u"ui/print/MeetingPage.cpp"_s },
            u"file.open(QIODevice::WriteOnly);"_s },
        // Closing a second descriptor of a library gives up the locks of SQLite; Migrations reads resources.
        { u"descriptors of a library"_s, uR"(\bQFile\b(?!Info|Device))"_s, { u"model/storage/Migrations.cpp"_s }, u"QFile library(path);"_s,
            u"model/storage"_s },
        { u"queries"_s, uR"(\bQSqlQuery\b|\bQSqlDatabase\b)"_s, { u"model/storage/Connection.cpp"_s, u"model/storage/Connection.h"_s },
            u"QSqlQuery query(sql);"_s },
        // Values are bound. Names of our own tables and columns, and the words of edits that are no steps, are not values.
        { u"bound values"_s, uR"re("(?:[^"\\]|\\.)*\b(SELECT|DELETE|INSERT|UPDATE|WHERE|PRAGMA|ATTACH)\b(?:[^"\\]|\\.)*"_s(\.arg| \+))re"_s,
            { u"model/storage/CourseInstall.cpp"_s, u"model/storage/Journal.cpp"_s, u"model/storage/LearnerTables.cpp"_s,
                u"model/storage/LibraryImprint.cpp"_s, u"model/storage/SalvageTables.cpp"_s },
            u"library.run(u\"DELETE FROM note WHERE skill = %1\"_s.arg(skill));"_s },
        // Nothing starts a program but the check of a course, confined.
        { u"programs"_s, uR"(\bQProcess\b|\bpopen\(|\bstd::system\(|\bexecv?[lpe]*\(")"_s, { u"model/exchange/ProcessRun.cpp"_s },
            u"QProcess shell;"_s },
        // No network; the second start finds the first by a local socket. The check of a course brings up the loopback of a block's own
        // network.
        { u"network"_s, uR"(\bQ(Network|Tcp|Udp|Ssl|Host|WebSocket)[A-Z]\w*|\bsocket\()"_s, { u"model/exchange/RunPlatform_linux.cpp"_s },
            u"QTcpSocket socket;"_s },
        { u"local sockets"_s, uR"(\bQLocal(Server|Socket)\b)"_s, { u"app/InstanceDoor.cpp"_s, u"app/InstanceDoor.h"_s },
            u"QLocalSocket door;"_s },
        // Links are opened where they have been asked about.
        { u"links"_s, uR"(\bopenUrl\()"_s, { u"ui/skill/SkillPage.cpp"_s }, u"QDesktopServices::openUrl(link);"_s },
        // A text is plain unless it is our own document: Qt guesses otherwise, and reads files that a text names.
        { u"rich text"_s, uR"(\b(setHtml|insertHtml|setMarkdown|toMarkdown)\(|Qt::RichText|Qt::AutoText|\bQGraphicsScene\b)"_s, {},
            u"label->setTextFormat(Qt::RichText);"_s },
        { u"labels"_s, uR"(\bnew QLabel\(|: public QLabel\b|\bQLabel \w+[({])"_s,
            { u"ui/theme/Controls.h"_s, u"ui/window/NoticeBar.cpp"_s, u"ui/window/CommandPalette.cpp"_s },
            u"auto* label = new QLabel(title);"_s },
        { u"message boxes"_s,
            uR"(\bQMessageBox \w+[({;]|: (public )?QMessageBox\b|QMessageBox::(about|critical|information|question|warning)\()"_s,
            { u"ui/window/AboutBox.cpp"_s, u"ui/window/AboutBox.h"_s, u"ui/window/FileImports.cpp"_s },
            u"QMessageBox::warning(this, title, text);"_s },
        // Clock and zone enter at the composition.
        { u"time"_s,
            uR"(\b(currentDateTime\w*|currentDate|currentTime|currentMSecsSinceEpoch|currentSecsSinceEpoch|system_clock|systemTimeZone\w*)\b)"_s,
            { u"app/LibraryDoor.cpp"_s }, u"QDateTime::currentDateTime();"_s },
        // A day is no number of milliseconds where clocks change: these three look days ahead and not at dates.
        { u"days"_s, uR"(\b86'?400)"_s,
            { u"model/session/RecallDesk.cpp"_s, u"model/learning/RecallQueue.cpp"_s, u"model/domain/EditsOfLearning.cpp"_s },
            u"const auto tomorrow = now + 86'400'000;"_s },
    };
    return all;
}

/// Line comments away, so that a comment may name what the code may not.
QString codeOf(const QString& text)
{
    static const QRegularExpression comment(uR"((?<!:)//[^\n]*)"_s);
    return QString(text).remove(comment);
}

/// The arguments of the call whose opening bracket stands before `at`.
QStringList argumentsAt(const QString& code, qsizetype at)
{
    static const QRegularExpression quoted(uR"re("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')re"_s);
    QStringList arguments { QString() };
    int depth = 0;
    for (qsizetype i = at; i < code.size() && depth >= 0; ++i) {
        if (const auto text = quoted.match(code, i, QRegularExpression::NormalMatch, QRegularExpression::AnchorAtOffsetMatchOption);
            text.hasMatch()) {
            i = text.capturedEnd() - 1;
            continue;
        }
        const QChar c = code.at(i);
        depth += c == u'(' || c == u'{' || c == u'[' ? 1 : c == u')' || c == u'}' || c == u']' ? -1 : 0;
        if (c == u',' && depth == 0) {
            arguments.append(QString());
        } else {
            arguments.last() += c;
        }
    }
    arguments.last().chop(1);
    return arguments;
}

/// What is put into a sentence of the window without isolated() although its name says that it is a stranger's line.
QStringList bareLines(const QString& code)
{
    static const QRegularExpression call(uR"(\.arg\()"_s);
    static const QRegularExpression strangers(uR"(\b(\w*[tT]itle(Of)?|titles|learner|keyOwner|file[nN]ame)\b(\(|$)|\b(reviewer|path)$)"_s);
    static const QRegularExpression marked(uR"(\bisolated\()"_s);
    QStringList bare;
    for (auto calls = call.globalMatch(code); calls.hasNext();) {
        for (const QString& argument : argumentsAt(code, calls.next().capturedEnd())) {
            if (strangers.match(argument.trimmed()).hasMatch() && !marked.match(argument).hasMatch()) {
                bare.append(argument.simplified());
            }
        }
    }
    return bare;
}

} // namespace

class tst_Rules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rulesHold_data();
    void rulesHold();
    void allowedPlacesExist();
    void plainBoxesSaySo_data();
    void plainBoxesSaySo();
    void titlesInSentencesAreIsolated();

private:
    static void addRules();
};

void tst_Rules::addRules()
{
    QTest::addColumn<int>("rule");
    for (int i = 0; i < rules().size(); ++i) {
        QTest::newRow(qPrintable(rules().at(i).name)) << i;
    }
}

void tst_Rules::rulesHold_data()
{
    addRules();
}

void tst_Rules::rulesHold()
{
    QFETCH(int, rule);
    const Rule& checked = rules().at(rule);
    const QRegularExpression pattern(checked.pattern);
    QVERIFY2(pattern.isValid(), qPrintable(pattern.errorString()));
    QVERIFY2(pattern.match(checked.trespass).hasMatch(), "the rule does not see what it forbids");
    const QString top = QStringLiteral(WAYMARK_SOURCE "/");
    QStringList found;
    int files = 0;
    const QStringList everywhere { u"app"_s, u"model"_s, u"resources"_s, u"ui"_s };
    for (const QString& folder : checked.folder.isEmpty() ? everywhere : QStringList(checked.folder)) {
        QDirIterator walk(top + folder, { u"*.h"_s, u"*.cpp"_s }, QDir::Files, QDirIterator::Subdirectories);
        while (walk.hasNext()) {
            QFile file(walk.next());
            const QString path = file.fileName().mid(top.size());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QRegularExpressionMatch match = pattern.match(codeOf(QString::fromUtf8(file.readAll())));
            if (match.hasMatch() && !checked.onlyIn.contains(path)) {
                found.append(u"%1: %2"_s.arg(path, match.captured()));
            }
            ++files;
        }
    }
    QVERIFY(files > 0);
    QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
}

/// A file that is gone or no longer needs it leaves the list.
void tst_Rules::allowedPlacesExist()
{
    for (const Rule& rule : rules()) {
        for (const QString& place : rule.onlyIn) {
            QVERIFY2(QFile::exists(QStringLiteral(WAYMARK_SOURCE "/") + place), qPrintable(place));
        }
    }
}

void tst_Rules::plainBoxesSaySo_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("word");
    QTest::newRow("notice") << u"ui/window/NoticeBar.cpp"_s << u"setTextFormat(Qt::PlainText)"_s;
    QTest::newRow("palette") << u"ui/window/CommandPalette.cpp"_s << u"setTextFormat(Qt::PlainText)"_s;
    QTest::newRow("labels") << u"ui/theme/Controls.cpp"_s << u"setTextFormat(Qt::PlainText)"_s;
    QTest::newRow("about") << u"ui/window/AboutBox.cpp"_s << u"showPlainly("_s;
    QTest::newRow("imports") << u"ui/window/FileImports.cpp"_s << u"showPlainly("_s;
}

/// Where a label or a box is made by hand, its text is said to be plain.
void tst_Rules::plainBoxesSaySo()
{
    QFETCH(QString, path);
    QFETCH(QString, word);
    QFile file(QStringLiteral(WAYMARK_SOURCE "/") + path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(codeOf(QString::fromUtf8(file.readAll())).contains(word));
}

/// Files, paper and lessons hold no marks of direction: see ui/words/Isolated.h. What is named here is ours.
void tst_Rules::titlesInSentencesAreIsolated()
{
    QCOMPARE(bareLines(u"tr(\"(%1) %2\").arg(skill.title, QFileInfo(f).fileName())"_s).size(), 2);
    QCOMPARE(bareLines(u"tr(\"%1\").arg(isolated(titleOf(a, b)), number)"_s).size(), 0);
    const QStringList ours { u"ui/map/MapScene.cpp: title"_s, // of an era, isolated piece by piece
        u"ui/print/PlanPdf.cpp: workspace.course().title"_s, u"ui/print/PlanPdf.cpp: workspace.course().title"_s, // of the file
        u"ui/progress/ProgressPage.cpp: m_view.chart.title"_s, u"ui/window/FileCommands.cpp: each.title"_s,
        u"ui/window/SignedExports.cpp: found->title"_s, u"ui/window/SignedExports.cpp: m_workspace.course().title"_s };
    const QStringList textFiles { u"ui/print/PlanCalendar.cpp"_s, u"ui/print/WeekSummary.cpp"_s };
    const QString top = QStringLiteral(WAYMARK_SOURCE "/");
    QStringList found;
    QDirIterator walk(top + u"ui"_s, { u"*.h"_s, u"*.cpp"_s }, QDir::Files, QDirIterator::Subdirectories);
    while (walk.hasNext()) {
        QFile file(walk.next());
        const QString path = file.fileName().mid(top.size());
        if (path.startsWith(u"ui/planpage/"_s) || path.startsWith(u"ui/lesson/"_s) || textFiles.contains(path)) {
            continue;
        }
        QVERIFY(file.open(QIODevice::ReadOnly));
        for (const QString& argument : bareLines(codeOf(QString::fromUtf8(file.readAll())))) {
            found.append(path + u": "_s + argument);
        }
    }
    found.sort();
    QCOMPARE(found, ours);
}

QTEST_APPLESS_MAIN(tst_Rules)
#include "tst_Rules.moc"
