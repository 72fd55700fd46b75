// SPDX-License-Identifier: GPL-3.0-or-later
#include <exchange/PlanImport.h>
#include <exchange/PlanOrigin.h>
#include <exchange/PlanReader.h>
#include <exchange/PlanWriter.h>

#include <PlanFixture.h>

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QSysInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark;
using namespace waymark::exchange;
using namespace waymark::domain;

namespace {

const QString editId = u"33333333-3333-4333-8333-333333333333"_s;

PlanDocument planFor(const Roadmap& roadmap, const Progress& progress, qint64 now = fixture::november)
{
    return planOf(roadmap, progress, learning::skillStates(roadmap, progress), { now, planIdOf(u"first"_s) });
}

PlanDocument plan()
{
    return planFor(Roadmap(fixture::course()), fixture::progress());
}

Progress imported(const Roadmap& roadmap, Progress into, const PlanDocument& document)
{
    const auto edit = planImportEdit({ roadmap, into, fixture::november, editId }, document);
    return edit && applyTo(into, *edit) ? into : Progress();
}

} // namespace

class tst_PlanImport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void importOfExportIsIdentity();
    void secondImportChangesNothing();
    void privateNotesStayOut();
    void sameContentHasSameBytesAndRevision();
    void keysComeInTheOrderOfTheSchema();
    void namesNeitherPathNorPerson();
    void outputFitsTheSchema_data();
    void outputFitsTheSchema();
    void newerRecordWins();
    void nothingOfTheLibraryIsRemoved();
    void nameOfTheLibraryStays();
    void recordsOfUnknownSkillsAreKept();
    void oldIdsAreMoved();
    void previewCountsWhatTheEditDoes();
    void undoRestoresTheLibrary();
};

void tst_PlanImport::importOfExportIsIdentity()
{
    const Roadmap roadmap(fixture::course());
    const bool holds = rc::check("a plan read into an empty library gives the same library", [&] {
        const Progress progress = fixture::anyProgress();
        const auto read = readPlan(planToJson(planFor(roadmap, progress)));
        RC_ASSERT(read.has_value());
        RC_ASSERT(*read == planFor(roadmap, progress));
        RC_ASSERT(contentHash(imported(roadmap, {}, *read)) == contentHash(progress));
        RC_ASSERT(contentHash(imported(Roadmap(), {}, *read)) == contentHash(progress));
    });
    QVERIFY(holds);
}

void tst_PlanImport::secondImportChangesNothing()
{
    const Roadmap roadmap(fixture::course());
    const bool holds = rc::check("importing is idempotent and never removes", [&] {
        const Progress own = fixture::anyProgress();
        const PlanDocument other = planFor(roadmap, fixture::anyProgress());
        const Progress once = imported(roadmap, own, other);
        const auto again = planImportEdit({ roadmap, once, fixture::november + 1, editId }, other);
        RC_ASSERT(again.has_value() && again->changes.empty());
        for (const auto& [key, record] : own.records()) {
            RC_ASSERT(once.record(key).has_value());
        }
    });
    QVERIFY(holds);
}

void tst_PlanImport::privateNotesStayOut()
{
    Progress progress = fixture::progress();
    fixture::put(progress, RecordKey::ofNote(u"base-b"_s), Note { u"a secret of mine"_s, false, 1 });
    fixture::put(progress, RecordKey::ofNote(u"gone-z"_s), Note { u"another secret"_s, false, 1 });
    const QByteArray json = planToJson(planFor(Roadmap(fixture::course()), progress));
    QVERIFY(!json.contains("secret"));
    QVERIFY(!json.contains("gone-z"));
    QVERIFY(json.contains("What I would tell a friend."));
}

void tst_PlanImport::sameContentHasSameBytesAndRevision()
{
    const Roadmap roadmap(fixture::course());
    const PlanDocument first = planFor(roadmap, fixture::progress());
    QCOMPARE(planToJson(planFor(roadmap, fixture::progress())), planToJson(first));
    const PlanDocument later = planFor(roadmap, fixture::progress(), fixture::november + 5000);
    QCOMPARE(later.revision, first.revision);
    Progress changed = fixture::progress();
    fixture::put(changed, RecordKey::ofItem(u"base-b"_s, u"part-1"_s), ItemMark { 1 });
    QVERIFY(planFor(roadmap, changed).revision != first.revision);
    QCOMPARE(planIdOf(u"first"_s), planIdOf(u"first"_s));
    QVERIFY(planIdOf(u"first"_s) != planIdOf(u"second"_s));
}

void tst_PlanImport::keysComeInTheOrderOfTheSchema()
{
    const QByteArray json = planToJson(plan());
    qsizetype last = -1;
    for (const char* key : { "schema", "plan", "revision", "parent", "created", "learner", "course", "goal", "choices", "skills", "time",
             "schedule", "forecast", "history", "reviews" }) {
        const qsizetype at = json.indexOf(QByteArray("\n  \"") + key + "\":");
        QVERIFY2(at > last, key);
        last = at;
    }
}

void tst_PlanImport::namesNeitherPathNorPerson()
{
    const QString json = QString::fromUtf8(planToJson(plan()));
    for (const QString& secret : { QDir::homePath(), QDir::currentPath(), QSysInfo::machineHostName(), qEnvironmentVariable("USER") }) {
        QVERIFY2(secret.size() < 4 || !json.contains(secret), qPrintable(secret));
    }
}

void tst_PlanImport::outputFitsTheSchema_data()
{
    QTest::addColumn<bool>("isEmpty");
    QTest::newRow("a plan") << false;
    QTest::newRow("an empty library without a course") << true;
}

void tst_PlanImport::outputFitsTheSchema()
{
    QFETCH(bool, isEmpty);
    const QString python = u"/usr/bin/python3"_s;
    QProcess probe;
    probe.start(python, { u"-c"_s, u"import jsonschema"_s });
    if (!probe.waitForFinished() || probe.exitCode() != 0) {
        QSKIP("python3-jsonschema is not installed");
    }
    QTemporaryDir folder;
    QFile file(folder.filePath(u"plan.json"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(planToJson(isEmpty ? planFor(Roadmap(), {}) : plan()));
    file.close();
    QProcess validator;
    validator.start(python,
        { QStringLiteral(WAYMARK_TEST_DATA "/exchange/validate_plan.py"),
            QStringLiteral(WAYMARK_SOURCE "/resources/schemas/plan.schema.json"), file.fileName() });
    QVERIFY(validator.waitForFinished());
    QVERIFY2(validator.exitCode() == 0, (validator.readAllStandardOutput() + validator.readAllStandardError()).constData());
}

void tst_PlanImport::newerRecordWins()
{
    const Roadmap roadmap(fixture::course());
    Progress library;
    fixture::put(library, RecordKey::ofSkill(u"base-a"_s), SkillMark { Mark::Started, fixture::november - 500, 1, false });
    fixture::put(library, RecordKey::ofNote(u"base-a"_s), Note { u"newer"_s, false, fixture::november + 1 });
    const Progress after = imported(roadmap, library, plan());
    QVERIFY(after.skill(u"base-a"_s).mark->mark == Mark::Done);
    QCOMPARE(after.skill(u"base-a"_s).note->text, u"newer"_s);
    QVERIFY(!after.skill(u"base-a"_s).note->shared);
}

void tst_PlanImport::nothingOfTheLibraryIsRemoved()
{
    const Roadmap roadmap(fixture::course());
    const Progress after = imported(roadmap, fixture::progress(), planFor(roadmap, {}));
    QCOMPARE(after, fixture::progress());
}

void tst_PlanImport::nameOfTheLibraryStays()
{
    const Roadmap roadmap(fixture::course());
    Progress library;
    fixture::put(library, RecordKey::ofLearner(), Learner { u"Mentor"_s });
    QCOMPARE(imported(roadmap, library, plan()).learnerName(), u"Mentor"_s);
    QVERIFY(planPreview({ roadmap, library, 0, editId }, plan()).otherLearner);
    QVERIFY(!planPreview({ roadmap, fixture::progress(), 0, editId }, plan()).otherLearner);
}

void tst_PlanImport::recordsOfUnknownSkillsAreKept()
{
    Course other = fixture::course();
    other.id = u"other"_s;
    other.skills.clear();
    const Roadmap roadmap(other);
    const Progress empty;
    const PlanPreview preview = planPreview({ roadmap, empty, 0, editId }, plan());
    QVERIFY(preview.otherCourse);
    QCOMPARE(preview.unknownSkills, (QStringList { u"base-a"_s, u"gone-x"_s }));
    QVERIFY(imported(roadmap, {}, plan()).skill(u"base-a"_s).isItemDone(u"part-1"_s));
}

void tst_PlanImport::oldIdsAreMoved()
{
    Course old = fixture::course();
    old.skills.front().id = u"base-old"_s;
    old.moved.clear();
    Progress progress;
    fixture::put(progress, RecordKey::ofItem(u"base-old"_s, u"part-1"_s), ItemMark { 7 });
    fixture::put(progress, RecordKey::ofTime(u"t"_s), TimeEntry { u"base-old"_s, 7, 7 });
    const Progress after = imported(Roadmap(fixture::course()), {}, planFor(Roadmap(old), progress));
    QVERIFY(after.skill(u"base-a"_s).isItemDone(u"part-1"_s));
    QVERIFY(!after.skills().contains(u"base-old"_s));
    QCOMPARE(after.minutesOn(u"base-a"_s), 7);
}

void tst_PlanImport::previewCountsWhatTheEditDoes()
{
    const Roadmap roadmap(fixture::course());
    const bool holds = rc::check("the preview counts the changes of the edit", [&] {
        const Progress own = fixture::anyProgress();
        const PlanDocument other = planFor(roadmap, fixture::anyProgress());
        const EditContext context { roadmap, own, fixture::november, editId };
        const PlanPreview preview = planPreview(context, other);
        const auto edit = planImportEdit(context, other);
        RC_ASSERT(preview.changes() == static_cast<int>(edit->changes.size()));
        int considered = 0;
        for (const PlanPreview::Count& count : preview.counts) {
            considered += count.added + count.replaced + count.kept;
        }
        RC_ASSERT(considered == static_cast<int>(recordsOf(other).size()));
    });
    QVERIFY(holds);
}

void tst_PlanImport::undoRestoresTheLibrary()
{
    const Roadmap roadmap(fixture::course());
    const bool holds = rc::check("undo of an import is identity", [&] {
        Progress progress = fixture::anyProgress();
        const QByteArray before = contentHash(progress);
        const auto edit = planImportEdit({ roadmap, progress, fixture::november, editId }, planFor(roadmap, fixture::anyProgress()));
        RC_ASSERT(edit->kind == EditKind::ImportPlan && edit->id == editId);
        RC_ASSERT(applyTo(progress, *edit).has_value());
        RC_ASSERT(applyTo(progress, inverse(*edit)).has_value());
        RC_ASSERT(contentHash(progress) == before);
    });
    QVERIFY(holds);
}

QTEST_APPLESS_MAIN(tst_PlanImport)
#include "tst_PlanImport.moc"
