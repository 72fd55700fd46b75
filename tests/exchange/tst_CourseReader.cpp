// SPDX-License-Identifier: GPL-3.0-or-later
#include <exchange/CourseReader.h>
#include <exchange/CourseSource.h>
#include <exchange/Limits.h>
#include <exchange/Pictures.h>

#include <CourseFixture.h>

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark::exchange;
using waymark::domain::ErrorCode;

namespace {

constexpr auto png = "\x89PNG\r\n\x1a\n rest";
constexpr auto plainSvg = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"><g fill=\"url(#a)\"><use href=\"#b\"/></g></svg>";

QString file(const char* skill)
{
    return u"skills/demo/%1.md"_s.arg(QLatin1StringView(skill));
}

bool notes(const CourseReading& reading, const QString& rule, const QString& inFile, int line)
{
    return std::any_of(reading.notes.begin(), reading.notes.end(),
        [&](const CourseFault& f) { return f.rule == rule && f.file == inFile && f.line == line; });
}

void write(const QString& path, const QByteArray& bytes)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile out(path);
    QVERIFY(out.open(QIODevice::WriteOnly));
    QCOMPARE(out.write(bytes), bytes.size());
}

CourseReading reading(const CourseFiles& files, CourseOrigin origin = CourseOrigin::Own)
{
    auto result = readCourse(files, origin);
    return result ? *result : CourseReading {};
}

} // namespace

class tst_CourseReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsACourseWithoutNotes();
    void ordersSkillsByAreaAndPrerequisites();
    void namesChoicesWithoutNameByTheirMembers();
    void readsProjectsInTheOrderOfTheirWay();
    void resolvesMilestonesToSkills();
    void survivesMilestonesInACircle();
    void leavesOutWhatDoesNotExist();
    void keepsACircleAndNamesIt();
    void refusesBrokenCourses_data();
    void refusesBrokenCourses();
    void decidesPicturesByBytes_data();
    void decidesPicturesByBytes();
    void takesNoDrawingFromStrangers();
    void cleansTitles();
    void showsHiddenCharactersInNotes();
    void hashChangesWithNamesAndBytes();
    void readsAFolderWithoutHiddenFiles();
    void refusesLinksInAFolder();
    void readsTheBundledCourse();
    void edgesAreBounded();
    void readsNineMegabytesInTime();
};

void tst_CourseReader::readsACourseWithoutNotes()
{
    const CourseReading read = reading(fixture::course());
    QVERIFY(read.notes.empty());
    const auto& course = read.content.course;
    QCOMPARE(course.id, u"demo-course"_s);
    QCOMPARE(course.areas.size(), 1U);
    QCOMPARE(course.skills.size(), 4U);
    QCOMPARE(course.moved.value(u"demo-old"_s), u"demo-a"_s);
    const auto& skill = course.skills[0];
    QCOMPARE(skill.id, u"demo-a"_s);
    QVERIFY(skill.hasLesson);
    QCOMPARE(skill.checklist.size(), 5U);
    QVERIFY(skill.lessonWords > 900);
    QVERIFY(!course.skills[1].hasLesson);
    QCOMPARE(read.content.lessons.size(), 1U);
    QCOMPARE(read.content.lessons[0].sections.size(), 11U);
    QVERIFY(read.content.lessons[0].markdown.contains(u"## Quiz"_s));
    QCOMPARE(read.content.hash.size(), 64);
}

void tst_CourseReader::ordersSkillsByAreaAndPrerequisites()
{
    CourseFiles files = fixture::course();
    files[u"course.yaml"_s].replace("areas:\n", "areas:\n  - { id: last, title: Last }\n");
    files[file("demo-a")].replace("prerequisites: []", "prerequisites: [demo-z]");
    files[file("demo-z")] = fixture::frontMatter("demo-z");
    files[u"skills/last/last-a.md"_s] = fixture::frontMatter("last-a").replace("area: demo", "area: last");
    QStringList ids;
    for (const auto& skill : reading(files).content.course.skills) {
        ids.push_back(skill.id);
    }
    QCOMPARE(ids, (QStringList { u"last-a"_s, u"demo-z"_s, u"demo-a"_s, u"demo-b"_s, u"demo-c"_s, u"demo-d"_s }));
}

void tst_CourseReader::namesChoicesWithoutNameByTheirMembers()
{
    const auto course = reading(fixture::course()).content.course;
    QCOMPARE(course.skills.back().choices, (QStringList { u"tools"_s, u"any-of:demo-a,demo-c"_s }));
    QCOMPARE(course.choices.size(), 2U);
    QCOMPARE(course.choices[1].members, (QStringList { u"demo-a"_s, u"demo-c"_s }));
}

void tst_CourseReader::readsProjectsInTheOrderOfTheirWay()
{
    CourseFiles files = fixture::course();
    const QByteArray desk = fixture::project();
    files[u"projects/project-desk.md"_s] = desk;
    files[u"projects/project-a-late-one.md"_s]
        = QByteArray(desk).replace("id: project-desk", "id: project-a-late-one").replace("  - demo-b", "  - demo-d\n  - any-of: tools");
    const CourseReading read = reading(files);
    QVERIFY(read.notes.empty());
    const auto& course = read.content.course;
    QCOMPARE(course.skills.size(), 4U);
    QCOMPARE(course.projects.size(), 2U);
    const waymark::domain::Skill& first = course.projects[0];
    QCOMPARE(first.id, u"project-desk"_s); // it rests on fewer hours
    QCOMPARE(first.area, waymark::domain::projectArea);
    QCOMPARE(first.prerequisites, QStringList { u"demo-b"_s });
    QCOMPARE(first.checklist.size(), 6U);
    QCOMPARE(first.checklist[1].id, u"leg-2"_s);
    QVERIFY(first.hasLesson);
    QVERIFY(first.lessonWords > 1000);
    QCOMPARE(course.projects[1].choices, QStringList { u"tools"_s });

    const auto& lesson = read.content.lessons[1];
    QCOMPARE(lesson.skill, u"project-desk"_s);
    QCOMPARE(lesson.sections.size(), 6U);
    QCOMPARE(lesson.sections[2].heading, u"Acceptance"_s);
    QVERIFY(!lesson.sections[2].text.contains(u"evidence"_s));
}

void tst_CourseReader::resolvesMilestonesToSkills()
{
    const auto course = reading(fixture::course()).content.course;
    QCOMPARE(course.milestones.size(), 2U);
    QCOMPARE(course.milestones[1].targets, (QStringList { u"demo-a"_s, u"demo-d"_s }));
}

void tst_CourseReader::survivesMilestonesInACircle()
{
    CourseFiles files = fixture::course();
    files[u"course.yaml"_s].replace("targets: [demo-a]", "targets: [end, demo-b]");
    const auto course = reading(files).content.course;
    QCOMPARE(course.milestones.at(0).targets, (QStringList { u"demo-d"_s, u"demo-b"_s }));
}

void tst_CourseReader::leavesOutWhatDoesNotExist()
{
    CourseFiles files = fixture::course();
    files[file("demo-b")].replace("  - demo-a\n", "  - demo-a\n  - demo-gone\n");
    files[u"course.yaml"_s].replace("[demo-b, demo-c]", "[demo-b, demo-gone]").replace("[start, demo-d]", "[gone, demo-d]");
    const CourseReading read = reading(files);
    QCOMPARE(read.notes.size(), 3U);
    QVERIFY(notes(read, u"prerequisite-unknown"_s, file("demo-b"), 11));
    QVERIFY(notes(read, u"choice-member"_s, u"course.yaml"_s, 11));
    QVERIFY(notes(read, u"milestone-target"_s, u"course.yaml"_s, 18));
    QCOMPARE(read.content.course.skills[1].prerequisites, QStringList { u"demo-a"_s });
    QCOMPARE(read.content.course.choices[0].members, QStringList { u"demo-b"_s });
}

void tst_CourseReader::keepsACircleAndNamesIt()
{
    CourseFiles files = fixture::course();
    files[file("demo-a")].replace("prerequisites: []", "prerequisites: [demo-b]");
    const CourseReading read = reading(files);
    QCOMPARE(read.content.course.skills.size(), 4U);
    QCOMPARE(read.notes.size(), 1U);
    QCOMPARE(read.notes[0].rule, u"prerequisite-cycle"_s);
    QVERIFY2(read.notes[0].message.contains(u"demo-a needs demo-b needs demo-a"_s), qPrintable(read.notes[0].message));
}

void tst_CourseReader::refusesBrokenCourses_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("detail");
    const QByteArray matter = fixture::frontMatter("demo-a");
    const int invalid = static_cast<int>(ErrorCode::InvalidCourse);
    const int large = static_cast<int>(ErrorCode::TooLarge);
    QTest::newRow("no course.yaml") << u"course.yaml"_s << QByteArray() << invalid << u"line 1"_s;
    QTest::newRow("bad yaml") << u"course.yaml"_s << QByteArray("id: a\ntitle: [b\nversion: 1\n") << invalid << u"YAML"_s;
    QTest::newRow("a list") << u"course.yaml"_s << QByteArray("- a\n") << invalid << u"map"_s;
    QTest::newRow("two documents") << u"course.yaml"_s << QByteArray("id: a\n---\nid: b\n") << invalid << u"document"_s;
    QTest::newRow("alias") << u"course.yaml"_s << QByteArray("id: &a b\ntitle: *a\n") << invalid << u"anchors"_s;
    QTest::newRow("tag") << u"course.yaml"_s << QByteArray("id: !!python/object b\n") << invalid << u"tags"_s;
    QTest::newRow("area for projects") << u"course.yaml"_s << fixture::course()[u"course.yaml"_s].replace("id: demo,", "id: projects,")
                                       << invalid << u"kept for projects"_s;
    QTest::newRow("project with the id of a skill")
        << u"projects/project-desk.md"_s << fixture::project().replace("id: project-desk", "id: demo-a") << invalid << u"taken by"_s;
    QTest::newRow("deep yaml") << u"course.yaml"_s << QByteArray("id: ") + QByteArray("[").repeated(2'000) << invalid << u"nested"_s;
    QTest::newRow("many values") << u"course.yaml"_s << QByteArray("a: [") + QByteArray("1,").repeated(60'000) + "]" << invalid
                                 << u"more than"_s;
    QTest::newRow("twice the same key") << u"course.yaml"_s << QByteArray("id: a\nid: b\n") << invalid << u"twice"_s;
    QTest::newRow("large yaml") << u"course.yaml"_s << QByteArray("# ").append(300'000, 'a') << invalid << u"larger"_s;
    QTest::newRow("bytes that are no text") << u"course.yaml"_s << QByteArray("id: \xff\xfe") << invalid << u"UTF-8"_s;
    QTest::newRow("a title that nobody sees") << u"course.yaml"_s
                                              << QByteArray("id: a\ntitle: \x01\x15\nversion: 1.0.0\nlanguage: en\nlicence: CC0\n")
                                              << invalid << u"line 2"_s;
    QTest::newRow("skill without front matter") << file("demo-a") << QByteArray("# Hello\n") << invalid << u"front matter"_s;
    QTest::newRow("front matter without end") << file("demo-a") << QByteArray("---\nid: a\n") << invalid << u"front matter"_s;
    QTest::newRow("large front matter") << file("demo-a") << "---\nid: a\n# " + QByteArray(17'000, 'a') + "\n---\n"
                                        << invalid << u"larger"_s;
    QTest::newRow("skill without id") << file("demo-a") << QByteArray(matter).replace("id: demo-a", "id: Demo A") << invalid << u"line 2"_s;
    QTest::newRow("id that climbs") << file("demo-a") << QByteArray(matter).replace("id: demo-a", "id: ../a") << invalid << u"line 2"_s;
    QTest::newRow("taken id") << file("demo-z") << matter << invalid << u"taken by skills/demo/demo-a.md"_s;
    QTest::newRow("unknown area") << file("demo-a") << QByteArray(matter).replace("area: demo", "area: other") << invalid << u"other"_s;
    QTest::newRow("hostile lesson") << file("demo-a") << matter + QByteArray("*a_b").repeated(50'000) << large << u"paragraph"_s;
}

void tst_CourseReader::refusesBrokenCourses()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, bytes);
    QFETCH(int, code);
    QFETCH(QString, detail);
    CourseFiles files = fixture::course();
    files[name] = bytes;
    const auto read = readCourse(files, CourseOrigin::Stranger);
    QVERIFY(!read);
    QCOMPARE(static_cast<int>(read.error().code), code);
    QCOMPARE(read.error().subject, name);
    QVERIFY2(read.error().detail.contains(detail), qPrintable(read.error().detail));
}

void tst_CourseReader::decidesPicturesByBytes_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("isPicture");
    const auto svg = [](const QByteArray& inner) { return "<svg xmlns=\"http://www.w3.org/2000/svg\">" + inner + "</svg>"; };
    QTest::newRow("png") << QByteArray(png) << true;
    QTest::newRow("jpeg") << QByteArray("\xff\xd8\xff\xe0 rest") << true;
    QTest::newRow("plain drawing") << QByteArray(plainSvg) << true;
    QTest::newRow("text") << QByteArray("hello") << false;
    QTest::newRow("html") << QByteArray("<html><svg/></html>") << false;
    QTest::newRow("gif") << QByteArray("GIF89a") << false;
    QTest::newRow("script") << svg("<script>x</script>") << false;
    QTest::newRow("handler") << svg("<g onload=\"x\"/>") << false;
    QTest::newRow("picture inside") << svg("<image href=\"file:///etc/passwd\"/>") << false;
    QTest::newRow("reference outside") << svg("<use href=\"file:///a.svg#b\"/>") << false;
    QTest::newRow("old reference outside") << svg("<use xmlns:xlink=\"http://www.w3.org/1999/xlink\" xlink:href=\"http://x\"/>") << false;
    QTest::newRow("paint outside") << svg("<g fill=\"url( 'http://x' )\"/>") << false;
    QTest::newRow("style sheet") << svg("<style>@import 'x';</style>") << false;
    QTest::newRow("foreign object") << svg("<foreignObject/>") << false;
    QTest::newRow("entities") << QByteArray("<!DOCTYPE svg [<!ENTITY a \"b\">]><svg>&a;</svg>") << false;
    QTest::newRow("cut short") << QByteArray("<svg><g>") << false;
}

void tst_CourseReader::decidesPicturesByBytes()
{
    QFETCH(QByteArray, bytes);
    QFETCH(bool, isPicture);
    QCOMPARE(pictureFormatOf(bytes).has_value(), isPicture);
}

void tst_CourseReader::takesNoDrawingFromStrangers()
{
    CourseFiles files = fixture::course();
    files[u"images/a.png"_s] = png;
    files[u"images/b.png"_s] = plainSvg;
    files[u"images/c.svg"_s] = "text";
    const CourseReading own = reading(files, CourseOrigin::Own);
    QCOMPARE(own.content.assets.size(), 2U);
    QVERIFY(notes(own, u"picture-format"_s, u"images/c.svg"_s, 0));
    const CourseReading stranger = reading(files, CourseOrigin::Stranger);
    QCOMPARE(stranger.content.assets.size(), 1U);
    QCOMPARE(stranger.content.assets[0].name, u"images/a.png"_s);
}

void tst_CourseReader::cleansTitles()
{
    CourseFiles files = fixture::course();
    const QString hostile = u"a\u202eb\u200b"_s + u"e\u0301"_s + u"\u0300"_s.repeated(100) + u"x"_s.repeated(500);
    files[file("demo-a")].replace("title: \"The skill demo-a\"", "title: \"" + hostile.toUtf8() + "\"");
    const QString title = reading(files).content.course.skills.at(0).title;
    QVERIFY(title.startsWith(u"ab\u00e9"_s));
    QCOMPARE(title.count(QChar(u'\u0300')), 8);
    QCOMPARE(title.size(), 200);
}

void tst_CourseReader::showsHiddenCharactersInNotes()
{
    CourseFiles files = fixture::course();
    files[file("demo-b")].replace("  - demo-a\n", "  - demo-a\n  - demo\xE2\x80\xAEgone\n");
    files[file("demo-a")].replace("- [ ] I built part 1", "- [ ] I built \xE2\x80\xAEpart 1");
    const CourseReading read = reading(files);
    QVERIFY(read.notes.at(0).message.contains(u"demo\\u{202e}gone"_s));
    QCOMPARE(read.content.course.skills.at(0).checklist.at(0).text, u"I built part 1"_s);
}

void tst_CourseReader::hashChangesWithNamesAndBytes()
{
    const CourseFiles files = fixture::course();
    QCOMPARE(hashOf(files), hashOf(fixture::course()));
    CourseFiles otherBytes = files;
    otherBytes[file("demo-b")] += "\n";
    CourseFiles otherName = files;
    otherName[u"skills/demo/demo-e.md"_s] = otherName[file("demo-d")];
    otherName.erase(file("demo-d"));
    QVERIFY(hashOf(otherBytes) != hashOf(files));
    QVERIFY(hashOf(otherName) != hashOf(files));
}

void tst_CourseReader::readsAFolderWithoutHiddenFiles()
{
    QTemporaryDir folder;
    for (const auto& [name, bytes] : fixture::course()) {
        write(folder.filePath(name), bytes);
    }
    write(folder.filePath(u".git/config"_s), "x");
    write(folder.filePath(u"skills/demo/.demo-a.md.swp"_s), "x");
    write(folder.filePath(u"build/x.md"_s), "x");
    const auto files = readCourseFolder(folder.path());
    QVERIFY(files);
    QVERIFY(*files == fixture::course());
    for (const auto& [name, bytes] : *files) {
        QVERIFY2(bytes.capacity() <= 2 * bytes.size() + 64, qPrintable(name)); // and not what a file may have at most
    }
    const auto read = readCourse(folder.path());
    QVERIFY(read);
    QCOMPARE(read->content.hash, hashOf(fixture::course()));
    QVERIFY(readCourse(folder.path() + u'/'));
    QCOMPARE(readCourseFolder(folder.filePath(u"skills"_s)).error().code, ErrorCode::FileMissing);
}

void tst_CourseReader::refusesLinksInAFolder()
{
    QTemporaryDir folder;
    write(folder.filePath(u"course.yaml"_s), "id: a\n");
    write(folder.filePath(u"secret"_s), "x");
    QDir(folder.path()).mkpath(u"images"_s);
    QVERIFY(QFile::link(folder.filePath(u"secret"_s), folder.filePath(u"images/a.png"_s)));
    const auto files = readCourseFolder(folder.path());
    QVERIFY(!files);
    QCOMPARE(files.error().code, ErrorCode::InvalidFile);
}

void tst_CourseReader::readsTheBundledCourse()
{
    const auto read = readCourse(QStringLiteral(WAYMARK_SOURCE "/resources/courses/backend"));
    QVERIFY2(read, read ? "" : qPrintable(read.error().subject + u": "_s + read.error().detail));
    for (const CourseFault& note : read->notes) {
        qWarning("%s:%d %s %s", qPrintable(note.file), note.line, qPrintable(note.rule), qPrintable(note.message));
    }
    QCOMPARE(read->notes.size(), 0U);
    const auto& course = read->content.course;
    QCOMPARE(course.skills.size(), 159U);
    QCOMPARE(course.areas.size(), 14U);
    QSet<QString> before;
    for (const auto& skill : course.skills) {
        for (const QString& needed : skill.prerequisites) {
            const bool isOfArea = needed.startsWith(skill.area + u'-');
            QVERIFY2(!isOfArea || before.contains(needed), qPrintable(skill.id));
        }
        before.insert(skill.id);
    }
}

/// The map has a line for each member of a choice at each skill that asks for one of them: a small course may have millions.
void tst_CourseReader::edgesAreBounded()
{
    const auto coursesWith = [](int members, int askers) {
        CourseFiles files = fixture::course();
        QByteArray ids;
        for (int i = 0; i < members; ++i) {
            const QByteArray id = "demo-m" + QByteArray::number(i);
            files[file(id.constData())] = fixture::frontMatter(id);
            ids += (i > 0 ? ", " : "") + id;
        }
        files[u"course.yaml"_s].replace("choices:\n", "choices:\n  - id: many\n    title: Many\n    members: [" + ids + "]\n");
        for (int i = 0; i < askers; ++i) {
            const QByteArray id = "demo-n" + QByteArray::number(i);
            files[file(id.constData())] = fixture::frontMatter(id, "  - any-of: many\n");
        }
        return files;
    };
    const auto allowed = readCourse(coursesWith(150, 190), CourseOrigin::Stranger);
    QVERIFY2(allowed.has_value(), allowed ? "" : qPrintable(allowed.error().detail));
    const auto refused = readCourse(coursesWith(150, 201), CourseOrigin::Stranger);
    QVERIFY(!refused.has_value());
    QCOMPARE(refused.error().code, ErrorCode::TooLarge);
    QVERIFY2(refused.error().detail.contains(QString::number(limits::courseEdges)), qPrintable(refused.error().detail));
}

void tst_CourseReader::readsNineMegabytesInTime()
{
    CourseFiles files = fixture::course();
    const QByteArray lesson = fixture::lesson() + "\n" + (fixture::prose(40) + "\n").repeated(210);
    qsizetype bytes = 0;
    for (int i = 0; i < 159; ++i) {
        const QByteArray id = "demo-x" + QByteArray::number(i);
        QByteArray& text = files[file(id.constData())];
        text = fixture::frontMatter(id, "  - demo-a\n") + lesson;
        bytes += text.size();
    }
    QElapsedTimer timer;
    timer.start();
    const auto read = readCourse(files, CourseOrigin::Stranger);
    const qint64 elapsed = timer.elapsed();
    QVERIFY(read);
    qInfo("%lld bytes in %lld ms", static_cast<long long>(bytes), static_cast<long long>(elapsed));
    QVERIFY(bytes > 9'000'000);
    QVERIFY(elapsed < 5'000);
}

QTEST_APPLESS_MAIN(tst_CourseReader)
#include "tst_CourseReader.moc"
