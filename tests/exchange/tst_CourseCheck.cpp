// SPDX-License-Identifier: GPL-3.0-or-later
#include <exchange/CourseCheck.h>

#include <CoursePlants.h>

#include <QElapsedTimer>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark::exchange;
using fixture::allPlants;
using fixture::cleanCourse;
using fixture::Plant;

namespace {

QString describe(const CourseFaults& faults)
{
    QString text;
    for (const CourseFault& fault : faults) {
        text += u"%1:%2 %3: %4\n"_s.arg(fault.file).arg(fault.line).arg(fault.rule, fault.message);
    }
    return text;
}

int lineOf(const QByteArray& file, const QByteArray& text)
{
    const qsizetype at = file.indexOf(text);
    return at < 0 ? -1 : static_cast<int>(file.left(at).count('\n')) + 1;
}

} // namespace

class tst_CourseCheck : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsNoFaultInACleanCourse();
    void namesEachPlantedFault_data();
    void namesEachPlantedFault();
    void plantsAFaultForEveryRule();
    void namesTheCycle();
    void namesTheLevels();
    void letsOutlinesBe();
    void acceptsDataWithoutAWord();
    void sortsByFileAndLine();
    void checksTheBundledCourseInTime();
};

void tst_CourseCheck::findsNoFaultInACleanCourse()
{
    const CourseFaults faults = checkCourse(cleanCourse());
    QVERIFY2(faults.empty(), qPrintable(describe(faults)));
}

void tst_CourseCheck::namesEachPlantedFault_data()
{
    QTest::addColumn<int>("index");
    int index = 0;
    for (const Plant& plant : allPlants()) {
        QTest::addRow("%s %d", plant.rule, index) << index;
        ++index;
    }
}

void tst_CourseCheck::namesEachPlantedFault()
{
    QFETCH(int, index);
    const Plant plant = allPlants()[static_cast<std::size_t>(index)];
    CourseFiles files = cleanCourse();
    QByteArray& bytes = files[QLatin1StringView(plant.file)];
    const qsizetype at = bytes.indexOf(plant.before);
    QVERIFY2(at >= 0, "the text to replace is not there");
    bytes.replace(at, plant.before.size(), plant.after);
    const bool isElsewhere = plant.onLine.isEmpty(); // the fault shows in the files that name this one
    const int line = isElsewhere ? 0 : lineOf(bytes, plant.onLine) + (plant.onLine.startsWith('\n') ? 1 : 0);
    QVERIFY2(line >= 0, "the line of the fault is not there");

    const CourseFaults faults = checkCourse(files);
    const auto found = std::find_if(faults.begin(), faults.end(), [&](const CourseFault& fault) {
        const bool isThere = fault.file == QLatin1StringView(plant.file) && fault.line == line;
        return fault.rule == QLatin1StringView(plant.rule) && (isElsewhere || isThere);
    });
    QVERIFY2(found != faults.end(),
        qPrintable(u"wanted %1:%2 %3, got\n"_s.arg(QLatin1StringView(plant.file)).arg(line).arg(QLatin1StringView(plant.rule))
            + describe(faults)));
    QVERIFY(found->message.size() > 10);
    QVERIFY(!found->mend.isEmpty());
}

void tst_CourseCheck::plantsAFaultForEveryRule()
{
    QSet<QByteArray> planted;
    for (const Plant& plant : allPlants()) {
        planted.insert(plant.rule);
    }
    QSet<QByteArray> known;
    for (const CourseRule& rule : ruleNames()) {
        QVERIFY2(planted.contains(rule.name), rule.name);
        QVERIFY2(!known.contains(rule.name), rule.name);
        known.insert(rule.name);
    }
    QCOMPARE(planted, known);
}

void tst_CourseCheck::namesTheCycle()
{
    CourseFiles files = cleanCourse();
    files[QLatin1StringView(fixture::lessonFile)].replace("prerequisites: []", "prerequisites:\n  - demo-s");
    const QString all = describe(checkCourse(files));
    QVERIFY2(all.contains(u"demo-a needs demo-s needs demo-d needs demo-b needs demo-a"_s), qPrintable(all));
}

void tst_CourseCheck::namesTheLevels()
{
    CourseFiles files = cleanCourse();
    files[u"skills/demo/demo-c.md"_s].replace("level: junior", "level: senior");
    files[QLatin1StringView(fixture::outline)].replace("level: junior", "level: senior");
    const CourseFaults faults = checkCourse(files);
    QCOMPARE(faults.size(), 2U); // a choice is too high only if every member is
    QCOMPARE(faults[0].file, QLatin1StringView(fixture::projectFile));
    QCOMPARE(faults[1].file, u"skills/demo/demo-d.md"_s);
    QVERIFY(faults[1].message.contains(u"\"tools\""_s));
}

void tst_CourseCheck::letsOutlinesBe()
{
    CourseFiles files = cleanCourse();
    QByteArray& bytes = files[QLatin1StringView(fixture::outline)];
    bytes.replace("sources:\n  - \"A book, an author\"\nreviewed: 2026-11-21\n", "").replace("versions:\n  - Python 3.11\n", "");
    QVERIFY(checkCourse(files).empty());
}

void tst_CourseCheck::acceptsDataWithoutAWord()
{
    CourseFiles files = cleanCourse();
    files[QLatin1StringView(fixture::lessonFile)].replace("Do it.\n\n## Checklist",
        "```json\n\"a\"\n```\n\n```text check file=a/b.txt\nx\n```\n\n```http check\nPOST /a HTTP/1.1\nContent-Length: "
        "4\n\nabcd\n```\n\n```yaml\na: &x 1\nb: *x\n```\n\n```json show (cut short)\n{\n```\n\n## Checklist");
    const CourseFaults faults = checkCourse(files);
    QVERIFY2(faults.empty(), qPrintable(describe(faults)));
}

void tst_CourseCheck::sortsByFileAndLine()
{
    CourseFiles files = cleanCourse();
    files[QLatin1StringView(fixture::lessonFile)].replace("## Variation", "## Variations").replace("{order}", "{sort}");
    files[QLatin1StringView(fixture::yaml)].replace("[start, demo-d]", "[start, demo-x]");
    const CourseFaults faults = checkCourse(files);
    QVERIFY(faults.size() >= 4);
    QCOMPARE(faults.front().file, u"course.yaml"_s);
    QVERIFY(std::is_sorted(faults.begin(), faults.end(),
        [](const CourseFault& a, const CourseFault& b) { return std::tie(a.file, a.line) < std::tie(b.file, b.line); }));
}

void tst_CourseCheck::checksTheBundledCourseInTime()
{
    QElapsedTimer timer;
    timer.start();
    const auto faults = checkCourse(QStringLiteral(WAYMARK_SOURCE "/resources/courses/backend"));
    QVERIFY(faults);
    qInfo("%lld ms", static_cast<long long>(timer.elapsed()));
    QVERIFY2(faults->empty(), qPrintable(describe(*faults)));
}

QTEST_APPLESS_MAIN(tst_CourseCheck)
#include "tst_CourseCheck.moc"
