// SPDX-License-Identifier: GPL-3.0-or-later
#include <CommandFixture.h>
#include <Noise.h>
#include <SampleCourse.h>
#include <SmallCourse.h>

#include <domain/CourseStep.h>
#include <storage/Connection.h>
#include <storage/SqliteStore.h>

#include <QApplication>
#include <QDir>
#include <QDirIterator>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark;
using support::Answer;
using support::bytesOf;
using support::putBytes;

class tst_CommandLine : public QObject, private support::CommandFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { makeLibrary(); }

    void helpTextsAreGolden_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("help") << QStringList { u"--help"_s };
        QTest::newRow("help-check") << QStringList { u"check"_s, u"--help"_s };
        QTest::newRow("help-export") << QStringList { u"export"_s, u"--help"_s };
        QTest::newRow("help-doctor") << QStringList { u"doctor"_s, u"--help"_s };
        QTest::newRow("help-merge") << QStringList { u"merge"_s, u"--help"_s };
        QTest::newRow("help-course-build") << QStringList { u"course"_s, u"build"_s, u"--help"_s };
    }

    void helpTextsAreGolden()
    {
        QFETCH(QStringList, arguments);
        const QString path = QStringLiteral(WAYMARK_TEST_DATA "/app/golden/") + QLatin1StringView(QTest::currentDataTag()) + u".txt"_s;
        const Answer answer = run(arguments);
        QCOMPARE(answer.code, 0);
        QCOMPARE(answer.out, QString::fromUtf8(bytesOf(path)));
    }

    void safeModeIsForTheWindowAlone()
    {
        QVERIFY(app::requestOf({ u"--safe"_s }).isSafe);
        QVERIFY(app::requestOf({ u"--safe"_s }).what == app::Request::What::Window);
        QVERIFY(!app::requestOf({}).isSafe);
        QCOMPARE(on({ u"status"_s, u"--safe"_s }).code, 2);
    }

    void limitsAreShown()
    {
        QVERIFY(on({ u"--limits"_s }).out.contains(u"33554432  JSON bytes"_s));
        QVERIFY(on({ u"--limits"_s }).out.contains(u"2000  comments of a review"_s));
        QCOMPARE(json({ u"--limits"_s }).object()[u"markdown nesting"].toInt(), 32);
        QCOMPARE(json({ u"--limits"_s }).object()[u"parents of one edit to merge"].toInt(), 100'000);
    }

    /// By the headers themselves, so that a limit that is added is not forgotten here.
    void noLimitOfAHeaderIsLeftOut()
    {
        static const QRegularExpression constant(
            u"^inline constexpr (?:int|qint64|quint64|std::size_t) (\\w+) ="_s, QRegularExpression::MultilineOption);
        static const QStringList units { u"kibibyte"_s, u"mebibyte"_s };
        const QJsonObject shown = json({ u"--limits"_s }).object();
        int limits = 0;
        QDirIterator headers(QStringLiteral(WAYMARK_SOURCE "/model"), { u"*Limits.h"_s }, QDir::Files, QDirIterator::Subdirectories);
        while (headers.hasNext()) {
            const QString text = QString::fromUtf8(bytesOf(headers.next()));
            for (const auto& found : constant.globalMatch(text)) {
                const QString name = found.captured(1);
                if (!units.contains(name)) {
                    const QString label = QRegularExpression(u"\\{ \"([^\"]+)\", %1 \\}"_s.arg(name)).match(text).captured(1);
                    QVERIFY2(shown.contains(label), qPrintable(headers.filePath() + u": "_s + name));
                    ++limits;
                }
            }
        }
        QCOMPARE(limits, shown.size());
    }

    void aPlanComesBackIntoAnEmptyLibrary()
    {
        QCOMPARE(on({ u"check"_s, u"vcs-git-basics"_s, u"1"_s, u"--evidence"_s, u"4f2a9c1"_s }).code, 0);
        QCOMPARE(on({ u"goal"_s, u"--milestone"_s, u"first-api"_s, u"--hours"_s, u"6"_s }).code, 0);
        const QString plan = path(u"plan.json"_s);
        QCOMPARE(on({ u"export"_s, u"--as"_s, u"json"_s, u"-o"_s, plan, u"--force"_s }).code, 0);
        const QString second = path(u"second.waymark"_s);
        QFile::remove(second);
        QCOMPARE(run({ u"new"_s, second }).code, 0);
        const QStringList there { u"--library"_s, second };
        QVERIFY(run(there + QStringList { u"import"_s, plan, u"--dry-run"_s, u"--json"_s }).object()[u"changes"].toInt() > 0);
        QVERIFY(run(there + QStringList { u"log"_s, u"--json"_s }).array().isEmpty());
        QCOMPARE(run(there + QStringList { u"import"_s, plan }).code, 0);
        QCOMPARE(run(there + QStringList { u"import"_s, plan, u"--json"_s }).object()[u"changed"].toBool(), false);
        const Answer from = json({ u"show"_s, u"vcs-git-basics"_s });
        const Answer to = run(there + QStringList { u"show"_s, u"vcs-git-basics"_s, u"--json"_s });
        QCOMPARE(to.object()[u"checklist"].toArray(), from.object()[u"checklist"].toArray());
        QCOMPARE(run(there + QStringList { u"status"_s, u"--json"_s }).object()[u"goal"].toObject(),
            json({ u"status"_s }).object()[u"goal"].toObject());
    }

    void exportsAreWritten_data()
    {
        QTest::addColumn<QString>("format");
        QTest::addColumn<QByteArray>("begins");
        QTest::newRow("plan") << u"plan"_s << QByteArray("<!DOCTYPE html>");
        QTest::newRow("json") << u"json"_s << QByteArray("{");
        QTest::newRow("markdown") << u"markdown"_s << QByteArray("#");
        QTest::newRow("csv") << u"csv"_s << QByteArray();
        QTest::newRow("pdf") << u"pdf"_s << QByteArray("%PDF-");
        QTest::newRow("svg") << u"svg"_s << QByteArray("<?xml");
        QTest::newRow("png") << u"png"_s << QByteArray("\x89PNG");
    }

    void exportsAreWritten()
    {
        QFETCH(QString, format);
        QFETCH(QByteArray, begins);
        const QString path = m_home.filePath(u"plan."_s + format);
        QFile::remove(path);
        QCOMPARE(on({ u"export"_s, u"--as"_s, format, u"-o"_s, path }).code, 0);
        const QByteArray bytes = bytesOf(path);
        QVERIFY(bytes.size() > 100);
        QVERIFY(bytes.startsWith(begins));
        QVERIFY(!bytes.contains(QDir::homePath().toUtf8() + '/'));
        QCOMPARE(on({ u"export"_s, u"--as"_s, format, u"-o"_s, path }).code, 0); // an earlier export of ours may go
    }

    void aFileThatIsNotOursIsKept()
    {
        const QString path = m_home.filePath(u"novel.json"_s);
        QVERIFY(putBytes(path, "a novel"));
        QCOMPARE(on({ u"export"_s, u"--as"_s, u"json"_s, u"-o"_s, path }).code, 9);
        QCOMPARE(bytesOf(path), QByteArray("a novel"));
        QCOMPARE(on({ u"export"_s, u"--as"_s, u"papyrus"_s }).code, 4);
    }

    void libraryFaultsHaveTheirCodes()
    {
        const auto status = [this](const QString& path) { return run({ u"--library"_s, path, u"status"_s }).code; };
        QCOMPARE(status(path(u"missing.waymark"_s)), 3);
        QVERIFY(!QFile::exists(path(u"missing.waymark"_s)));

        const QString picture = path(u"picture.waymark"_s);
        QVERIFY(putBytes(picture, QByteArray("\x89PNG\r\n\x1a\n") + QByteArray(4000, 'x')));
        const QByteArray before = bytesOf(picture);
        QCOMPARE(status(picture), 4);
        QCOMPARE(bytesOf(picture), before);

        const QString truncated = path(u"truncated.waymark"_s);
        const QByteArray whole = bytesOf(m_library);
        QVERIFY(putBytes(truncated, whole.left(whole.size() / 2)));
        QCOMPARE(status(truncated), 7);
        QCOMPARE(bytesOf(truncated), whole.left(whole.size() / 2));

        const QString newer = path(u"newer.waymark"_s);
        QByteArray raised = whole;
        raised[60] = raised[61] = 0x7f; // user_version, big endian at byte 60
        QVERIFY(putBytes(newer, raised));
        QCOMPARE(status(newer), 6);
        QCOMPARE(bytesOf(newer), raised);
        QVERIFY(QFile::remove(newer) && putBytes(newer, whole));
        {
            auto library = storage::Connection::open(newer, storage::Connection::Mode::ReadWrite).value();
            QVERIFY(library->script("PRAGMA journal_mode = DELETE; PRAGMA user_version = 99;"
                                    "UPDATE migration SET program = '9.1.0' || char(27) || '[2J'"));
        }
        const QByteArray named = bytesOf(newer);
        const Answer refused = run({ u"--library"_s, newer, u"status"_s });
        QVERIFY2(refused.code == 6 && refused.err.contains(u"made by Waymark 9.1.02J or later"_s), qPrintable(refused.err));
        QCOMPARE(bytesOf(newer), named);
    }

    void wrongUseIsCodeTwo_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("unknown verb") << QStringList { u"dance"_s };
        QTest::newRow("unknown option") << QStringList { u"status"_s, u"--fast"_s };
        QTest::newRow("option of another verb") << QStringList { u"status"_s, u"--area"_s, u"db"_s };
        QTest::newRow("missing argument") << QStringList { u"show"_s };
        QTest::newRow("too many arguments") << QStringList { u"show"_s, u"a"_s, u"b"_s };
        QTest::newRow("missing value") << QStringList { u"export"_s, u"--as"_s };
    }

    void wrongUseIsCodeTwo()
    {
        QFETCH(QStringList, arguments);
        const Answer answer = on(arguments);
        QCOMPARE(answer.code, 2);
        QVERIFY(!answer.err.isEmpty());
        QVERIFY(answer.out.isEmpty());
    }

    void coursesAreCheckedBuiltAndInstalled()
    {
        const QString course = QStringLiteral(WAYMARK_SOURCE "/resources/courses/backend");
        const Answer faults = json({ u"course"_s, u"check"_s, course });
        QVERIFY2(faults.array().isEmpty(), qPrintable(faults.out.left(2000)));
        QCOMPARE(faults.code, 0);
        const QString package = path(u"backend.waycourse"_s);
        QCOMPARE(on({ u"course"_s, u"build"_s, course, u"-o"_s, package }).code, 0);
        QCOMPARE(on({ u"course"_s, u"install"_s, package }).code, 0);
        QCOMPARE(json({ u"skills"_s }).array().size(), 159);
    }

    void anotherEditionIsPreviewedInstalledAndTakenBack()
    {
        const QString before = u"written before"_s;
        QCOMPARE(on({ u"note"_s, u"vcs-git-basics"_s, before }).code, 0);
        const QString file = path(u"edition.waycourse"_s);
        QVERIFY(putBytes(file,
            support::SmallCourse { "backend", "99.0", { { "git", "Git anew" }, { "more", "More" } }, { { "vcs-git-basics", "git" } } }
                .package()));
        const auto skills = [this] { return json({ u"skills"_s }).array().size(); };
        const auto noteOn = [this](const QString& skill) { return json({ u"show"_s, skill }).object()[u"note"].toString(); };
        const QJsonArray moved { QJsonObject { { u"from"_s, u"vcs-git-basics"_s }, { u"to"_s, u"git"_s } } };
        for (const QStringList& preview : { QStringList { u"course"_s, u"install"_s }, QStringList { u"import"_s } }) {
            const QJsonObject said = json(preview + QStringList { file, u"--dry-run"_s }).object();
            QVERIFY(!said[u"changed"].toBool() && said[u"moved"].toArray() == moved && said[u"added"].toInt() == 1);
            QVERIFY(said[u"archived"].toArray().size() >= 158 && !said[u"archived"].toArray().contains(u"vcs-git-basics"_s));
            QCOMPARE(skills(), 159);
        }
        const Answer installed = on({ u"course"_s, u"install"_s, file });
        QCOMPARE(installed.code, 0);
        for (const QString& word : { u"→ Git anew."_s, u"more."_s, u"new."_s, u"undo"_s }) {
            QVERIFY2(installed.out.contains(word), qPrintable(installed.out));
        }
        for (int round = 0; round < 2; ++round) {
            QCOMPARE(skills(), 2);
            QCOMPARE(noteOn(u"git"_s), before);
            QCOMPARE(json({ u"log"_s }).array().at(0).toObject()[u"kind"].toString(), u"install-course"_s);
            const Answer undone = on({ u"undo"_s });
            QVERIFY2(undone.code == 0 && undone.out.contains(u"A small course 99.0"_s), qPrintable(undone.out + undone.err));
            QCOMPARE(skills(), 159);
            QCOMPARE(noteOn(u"vcs-git-basics"_s), before);
            QVERIFY(json({ u"doctor"_s }).object()[u"ok"].toBool());
            QCOMPARE(on({ u"redo"_s }).code, 0);
        }
    }

    void undoIsNotPromisedOfACourseThatIsTooLargeForIt()
    {
        domain::CourseContent large = support::sampleCourse();
        large.course.id = u"large"_s; // no older edition of the bundled one
        large.assets.front().bytes = support::noise(domain::courseStepBytes + 100'000);
        QVERIFY(storage::SqliteStore::open(m_library, {}).value()->installCourse(large).has_value());
        const QString file = path(u"small.waycourse"_s);
        QVERIFY(putBytes(file, support::SmallCourse { "small", "2.0", { { "git", "Git" } } }.package()));
        const Answer preview = on({ u"course"_s, u"install"_s, file, u"--dry-run"_s });
        QVERIFY2(preview.out.contains(u"may not be able"_s) && !preview.out.contains(u"One step"_s), qPrintable(preview.out));
        const Answer installed = on({ u"course"_s, u"install"_s, file });
        QVERIFY2(installed.out.contains(u"Undo cannot bring back"_s) && !installed.out.contains(u"One step"_s), qPrintable(installed.out));
        QVERIFY(on({ u"undo"_s }).code != 0);
    }

    /// An older edition is replaced by the bundled one at the next start: a step of undo as well, and what is undone stays so.
    void theBundledEditionThatWasTakenBackStaysAway()
    {
        const QString file = path(u"older.waycourse"_s);
        QVERIFY(putBytes(file, support::SmallCourse { "backend", "0.1", { { "git", "Git" } } }.package()));
        const auto skills = [this] { return json({ u"skills"_s }).array().size(); };
        QCOMPARE(on({ u"course"_s, u"install"_s, file }).code, 0);
        QCOMPARE(skills(), 159);
        QCOMPARE(json({ u"log"_s }).array().size(), 2);
        QCOMPARE(on({ u"undo"_s }).code, 0);
        QCOMPARE(skills(), 1);
        QCOMPARE(on({ u"note"_s, u"git"_s, u"still mine"_s }).code, 0);
        QCOMPARE(on({ u"name"_s, u"Eve"_s }).code, 0);
        QCOMPARE(skills(), 1);
        for (int i = 0; i < 3; ++i) {
            QCOMPARE(on({ u"undo"_s }).code, 0);
        }
        QCOMPARE(skills(), 159); // what was there before the older edition
    }

    void aBrokenCourseIsNamedAndNotInstalled()
    {
        const QString folder = path(u"broken"_s);
        QVERIFY(QDir().mkpath(folder + u"/skills/db"_s));
        QVERIFY(putBytes(folder + u"/course.yaml"_s,
            "id: broken\ntitle: Broken\nversion: 1.0.0\nlanguage: en\nlicence: CC-BY-SA-4.0\nsummary: x\n"
            "areas:\n  - { id: db, title: Databases, summary: x }\n"));
        QVERIFY(putBytes(folder + u"/skills/db/db-one.md"_s,
            "---\nid: db-one\narea: db\ntitle: One\nlevel: junior\nkind: practice\nhours: 2\n"
            "outcome: Can do one\nprerequisites: [db-nowhere]\n---\n"));
        const Answer check = json({ u"course"_s, u"check"_s, folder });
        QCOMPARE(check.code, 4);
        QVERIFY(!check.array().isEmpty());
        for (const QString& key : { u"file"_s, u"line"_s, u"rule"_s, u"message"_s, u"mend"_s }) {
            QVERIFY(check.array().at(0).toObject().contains(key));
        }
        QCOMPARE(on({ u"course"_s, u"install"_s, folder }).code, 4);
        QCOMPARE(json({ u"courses"_s }).array().at(0).toObject()[u"id"].toString(), u"backend"_s);
    }

    void backupsAreMadeCheckedAndRestored()
    {
        QCOMPARE(on({ u"note"_s, u"lang-basics"_s, u"before"_s }).code, 0);
        const QString backup = json({ u"backup"_s, u"--verify"_s }).object()[u"file"].toString();
        QVERIFY(QFile::exists(backup));
        QCOMPARE(on({ u"note"_s, u"lang-basics"_s, u"after"_s }).code, 0);
        QVERIFY(json({ u"doctor"_s }).object()[u"ok"].toBool());
        QCOMPARE(on({ u"restore"_s, backup }).code, 0);
        QCOMPARE(json({ u"show"_s, u"lang-basics"_s }).object()[u"note"].toString(), u"before"_s);
    }
};

int main(int argc, char* argv[])
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    tst_CommandLine test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_CommandLine.moc"
