// SPDX-License-Identifier: GPL-3.0-or-later
#include <GraphCourse.h>
#include <RandomEdits.h>

#include <domain/StudyEdits.h>
#include <domain/CleanText.h>
#include <domain/Edits.h>

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <rapidcheck.h>

using namespace Qt::StringLiterals;
using namespace waymark;
using domain::ErrorCode;
using domain::Evidence;
using domain::EvidenceKind;

namespace {

const domain::Roadmap& roadmap()
{
    static const domain::Roadmap built { support::graphCourse() };
    return built;
}

const domain::Progress& nothing()
{
    static const domain::Progress empty;
    return empty;
}

domain::EditContext fresh(const domain::Progress& progress = nothing())
{
    return { roadmap(), progress, 5000, u"id"_s };
}

} // namespace

class tst_Edits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void unknownNamesAreRefused()
    {
        QCOMPARE(domain::startSkill(fresh(), u"nobody"_s, false).error().code, ErrorCode::UnknownSkill);
        QCOMPARE(domain::checkItem(fresh(), u"base"_s, u"third"_s).error().code, ErrorCode::UnknownItem);
        QCOMPARE(domain::setGoal(fresh(), { u"moon"_s, 5, {} }).error().code, ErrorCode::UnknownMilestone);
        QCOMPARE(domain::setChoice(fresh(), u"size"_s, {}).error().code, ErrorCode::UnknownChoice);
        QCOMPARE(domain::removeEvidence(fresh(), u"base"_s, u"first"_s, u"gone"_s).error().code, ErrorCode::UnknownEvidence);
    }

    void textsOutOfBoundsAreRefused()
    {
        QCOMPARE(domain::writeNote(fresh(), u"base"_s, QString(domain::maxNoteLength + 1, u'x')).error().code, ErrorCode::InvalidText);
        QCOMPARE(
            domain::addEvidence(fresh(), u"base"_s, u"first"_s, { EvidenceKind::Note, u"  "_s, 0 }).error().code, ErrorCode::InvalidText);
        QCOMPARE(domain::addTime(fresh(), u"base"_s, 0, 0).error().code, ErrorCode::InvalidTime);
        QCOMPARE(domain::setGoal(fresh(), { u"half"_s, 1000, {} }).error().code, ErrorCode::InvalidText);
        QCOMPARE(domain::setGoal(fresh(), { u"half"_s, qQNaN(), {} }).error().code, ErrorCode::InvalidText);
    }

    void tickingStartsTheSkillAndKeepsTheEvidence()
    {
        const auto edit = domain::checkItem(fresh(), u"base"_s, u"second"_s, Evidence { EvidenceKind::Commit, u"abc123"_s, 0 });
        QVERIFY(edit.has_value());
        domain::Progress progress;
        QVERIFY(domain::applyTo(progress, *edit).has_value());
        QVERIFY(progress.skill(u"base"_s).isItemDone(u"second"_s));
        QVERIFY(progress.skill(u"base"_s).mark->mark == domain::Mark::Started);
        QCOMPARE(progress.skill(u"base"_s).items.value(u"second"_s).evidence.value(u"id"_s).text, u"abc123"_s);
    }

    void evidenceIsKeptAsAReaderOfThePlanWillSeeIt()
    {
        const auto textOf = [](const domain::Progress& progress) {
            return progress.skill(u"base"_s).items.value(u"first"_s).evidence.value(u"id"_s).text;
        };
        const Evidence pasted { EvidenceKind::Note, u"ok \x1b[1;32mgreen\x1b[0m\r\n\x1b]0;title\x07second\x08\tend"_s, 0 };
        domain::Progress progress;
        QVERIFY(domain::applyTo(progress, *domain::addEvidence(fresh(), u"base"_s, u"first"_s, pasted)));
        QCOMPARE(textOf(progress), u"ok green\nsecond\tend"_s);
        QVERIFY(domain::changeEvidence(fresh(progress), u"base"_s, u"first"_s, u"id"_s, pasted)->changes.empty());
        const Evidence changed { EvidenceKind::Note, u"third\rline"_s, 0 };
        QVERIFY(domain::applyTo(progress, *domain::changeEvidence(fresh(progress), u"base"_s, u"first"_s, u"id"_s, changed)));
        QCOMPARE(textOf(progress), u"third\nline"_s);
        const Evidence hidden { EvidenceKind::Note, u"\x1b[0m\x07"_s, 0 };
        QCOMPARE(domain::addEvidence(fresh(), u"base"_s, u"first"_s, hidden).error().code, ErrorCode::InvalidText);
    }

    void evidenceOfLongAgoHasTheHashOfItsPlan()
    {
        QCOMPARE(domain::hashOf({ EvidenceKind::Note, u"ok \x1b[32mgreen\x1b[0m\r\nsecond"_s, 0 }),
            domain::hashOf({ EvidenceKind::Note, u"ok green\nsecond"_s, 0 }));
        QVERIFY(domain::hashOf({ EvidenceKind::Note, u"a\nb"_s, 0 }) != domain::hashOf({ EvidenceKind::Note, u"a b"_s, 0 }));
    }

    void whatIsCleanStaysAsItIs()
    {
        const QString text = u"a\u0301\x07"_s + QString(2 * domain::marksPerBase, QChar(0x0301)) + u"\x1b[\x1b[1mb\r\r\n\t👩‍💻"_s;
        const QString clean = domain::cleanText(text);
        QCOMPARE(domain::cleanText(clean), clean);
        QCOMPARE(clean.count(QChar(0x0301)), domain::marksPerBase);
    }

    void anEditThatChangesNothingHasNoChanges()
    {
        domain::Progress progress;
        QVERIFY(domain::applyTo(progress, *domain::finishSkill(fresh(), u"base"_s)).has_value());
        QVERIFY(domain::finishSkill(fresh(progress), u"base"_s)->changes.empty());
        QVERIFY(domain::writeNote(fresh(progress), u"base"_s, u" "_s)->changes.empty());
        QVERIFY(!domain::canFinishSkill(fresh(progress), u"base"_s));
        QVERIFY(domain::canResetSkill(fresh(progress), u"base"_s));
    }

    void resetKeepsNotesAndEvidence()
    {
        domain::Progress progress;
        QVERIFY(
            domain::applyTo(progress, *domain::checkItem(fresh(), u"base"_s, u"first"_s, Evidence { EvidenceKind::Note, u"seen"_s, 0 })));
        QVERIFY(domain::applyTo(progress, *domain::writeNote(fresh(progress), u"base"_s, u"mine"_s)));
        QVERIFY(domain::applyTo(progress, *domain::resetSkill(fresh(progress), u"base"_s)));
        QVERIFY(!progress.skill(u"base"_s).mark);
        QVERIFY(!progress.skill(u"base"_s).isItemDone(u"first"_s));
        QCOMPARE(progress.skill(u"base"_s).note->text, u"mine"_s);
        QCOMPARE(progress.skill(u"base"_s).items.value(u"first"_s).evidence.size(), 1);
    }

    void aStaleEditChangesNothing()
    {
        domain::Progress progress;
        const auto first = domain::writeNote(fresh(progress), u"base"_s, u"one"_s);
        const auto second = domain::writeNote(fresh(progress), u"base"_s, u"two"_s);
        QVERIFY(domain::applyTo(progress, *first));
        const domain::Progress before = progress;
        QCOMPARE(domain::applyTo(progress, *second).error().code, ErrorCode::StaleEdit);
        QCOMPARE(progress, before);
    }

    void itemsAreFoundByIdAndByNumber()
    {
        QCOMPARE(domain::resolveItem(roadmap(), u"base"_s, u"second"_s).value(), u"second"_s);
        QCOMPARE(domain::resolveItem(roadmap(), u"base"_s, u"1"_s).value(), u"first"_s);
        QCOMPARE(domain::resolveItem(roadmap(), u"base"_s, u"3"_s).error().code, ErrorCode::UnknownItem);
        QCOMPARE(domain::resolveItem(roadmap(), u"base"_s, u"0"_s).error().code, ErrorCode::UnknownItem);
    }

    void namesAreOneLineWithoutControls()
    {
        QCOMPARE(
            std::get<domain::Learner>(*domain::setLearner(fresh(), u"  Ada  Example "_s)->changes.front().after).name, u"Ada Example"_s);
        QVERIFY(
            domain::setLearner(fresh(), u"\u05d0\u200f \U0001F469\u200d\U0001F4BB"_s).has_value()); // marks and joiners belong to scripts
        QVERIFY(domain::setLearner(fresh(), QString(200, u'a')).has_value());
        for (const QString& name :
            { u"A\nda"_s, u"A\tda"_s, u"A\u0007"_s, u"\u009b"_s, u"\u202eadA"_s, u"\u2066adA"_s, QString(201, u'a') }) {
            const auto refused = domain::setLearner(fresh(), name);
            QVERIFY2(!refused.has_value(), qPrintable(name));
            QCOMPARE(refused.error().code, ErrorCode::InvalidText);
            QVERIFY(!refused.error().subject.isEmpty() && !refused.error().detail.contains(name));
        }
    }

    void joinedEditsAreOneStep()
    {
        const domain::Edit joined = domain::joined(fresh(), domain::EditKind::SetUp, {},
            { *domain::setGoal(fresh(), { u"whole"_s, 6, {} }), *domain::setLearner(fresh(), u"Ada"_s) });
        domain::Progress progress;
        QVERIFY(domain::applyTo(progress, joined));
        QCOMPARE(progress.goal().milestone, u"whole"_s);
        QCOMPARE(progress.learnerName(), u"Ada"_s);
        QVERIFY(domain::applyTo(progress, domain::inverse(joined)));
        QCOMPARE(progress, domain::Progress());
    }

    void undoOfDoIsIdentity()
    {
        QVERIFY(rc::check("undo of do is identity on the content hash", [](quint64 seed) {
            support::RandomEdits random(seed);
            domain::Progress progress;
            for (int i = 0; i < 8; ++i) {
                const domain::Edit edit = random.edit(progress, QString::number(i));
                const QByteArray before = domain::contentHash(progress);
                RC_ASSERT(domain::applyTo(progress, edit).has_value());
                domain::Progress undone = progress;
                RC_ASSERT(domain::applyTo(undone, domain::inverse(edit)).has_value());
                RC_ASSERT(domain::contentHash(undone) == before);
            }
        }));
    }

    void changesSurviveTheirJson()
    {
        QVERIFY(rc::check("reading what was written gives the same changes", [](quint64 seed) {
            support::RandomEdits random(seed);
            const domain::Edit edit = random.edit({}, u"x"_s);
            const auto read = domain::changesFromJson(domain::changesToJson(edit.changes));
            RC_ASSERT(read.has_value());
            RC_ASSERT(*read == edit.changes);
        }));
    }

    void aRecordHasOneKeyWhateverElseIsWrittenThere()
    {
        const auto read = domain::changesFromJson(R"([{"record":"learner","skill":"s","item":"i","id":"d","after":{"name":"Ada"}},
            {"record":"note","skill":"s","item":"i","id":"d","after":{"text":"words","shared":false,"at":1}}])");
        QVERIFY(read && read->size() == 2);
        QVERIFY(read->at(0).key == domain::RecordKey::ofLearner());
        QVERIFY(read->at(1).key == domain::RecordKey::ofNote(u"s"_s));
    }

    void foreignJsonIsRefused()
    {
        QCOMPARE(domain::changesFromJson("{}").error().code, ErrorCode::InvalidFile);
        QCOMPARE(domain::changesFromJson("[{\"record\":\"spell\"}]").error().code, ErrorCode::InvalidFile);
        QCOMPARE(domain::changesFromJson("nonsense").error().code, ErrorCode::InvalidFile);
    }

    /// Qt would make a value of its own of each bracket, and a stranger's library may hold a hundred million of them.
    void aChangeOfMoreThanAnyRecordHasIsRefused_data()
    {
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<bool>("isRead");
        QTest::newRow("lists beside each other") << '[' + QByteArray("[],").repeated(20'000) + "[]]" << false;
        QTest::newRow("objects beside each other") << '[' + QByteArray("{},").repeated(20'000) + "{}]" << false;
        QTest::newRow("lists in lists") << QByteArray("[").repeated(20'000) + QByteArray("]").repeated(20'000) << false;
        QTest::newRow("more entries than a course has skills") << '[' + QByteArray("0,").repeated(3'000'000) + "0]" << false;
        QTest::newRow("brackets and commas in a text") << '"' + QByteArray("[{,").repeated(1'000'000) + '"' << true;
    }
    void aChangeOfMoreThanAnyRecordHasIsRefused()
    {
        QFETCH(const QByteArray, value);
        QFETCH(const bool, isRead);
        const QByteArray json = "[{\"record\":\"note\",\"skill\":\"s\",\"after\":{\"text\":" + value + ",\"shared\":false,\"at\":1}}]";
        const auto read = domain::changesFromJson(json);
        QCOMPARE(read.has_value(), isRead);
        QVERIFY(isRead || read.error().code == ErrorCode::InvalidFile);
    }

    void aChoiceAmongAllThatACourseMayHaveIsRead()
    {
        domain::Choice choice;
        for (int i = 0; i < 5'000; ++i) {
            choice.members.append(u"skill-%1"_s.arg(i));
        }
        domain::Choice other = choice;
        other.members.removeLast();
        const std::vector<domain::RecordChange> changes { { domain::RecordKey::ofChoice(u"language"_s), choice, other } };
        QVERIFY(domain::changesFromJson(domain::changesToJson(changes)) == changes);
    }

    /// It is taken apart before it is read.
    void anArrayIsReadAsJsonIs_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<int>("changes"); // -1: refused
        const QByteArray one = "{\"record\":\"note\",\"skill\":\"a}]\\\"{[\",\"after\":{\"text\":\"\\\\\",\"shared\":false,\"at\":1}}";
        QTest::newRow("empty") << QByteArray("[]") << 0;
        QTest::newRow("space") << QByteArray(" [ \r\n\t] ") << 0;
        QTest::newRow("braces and quotes in texts") << '[' + one + ']' << 1;
        QTest::newRow("two with space") << QByteArray(" [ " + one + " ,\n" + one + " ]\n") << 2;
        QTest::newRow("no end") << '[' + one << -1;
        QTest::newRow("no comma") << '[' + one + one + ']' << -1;
        QTest::newRow("a comma before the end") << '[' + one + ",]" << -1;
        QTest::newRow("a comma alone") << QByteArray("[,]") << -1;
        QTest::newRow("a text") << QByteArray("[\"{}\"]") << -1;
        QTest::newRow("a text before an object") << "[\"\"" + one + ']' << -1;
        QTest::newRow("an array in it") << "[[" + one + "]]" << -1;
        QTest::newRow("an object that is none") << QByteArray("[{]}]") << -1;
        QTest::newRow("a text without end") << QByteArray("[{\"record\\") << -1;
        QTest::newRow("more after the end") << '[' + one + "]]" << -1;
        QTest::newRow("two arrays") << '[' + one + "][" + one + ']' << -1;
    }
    void anArrayIsReadAsJsonIs()
    {
        QFETCH(const QByteArray, json);
        QFETCH(const int, changes);
        const QJsonDocument document = QJsonDocument::fromJson(json);
        const auto read = domain::changesFromJson(json);
        QCOMPARE(read ? static_cast<int>(read->size()) : -1, changes);
        QVERIFY(!read || document.array().size() == changes);
    }

    void changesOfTooManyPartsAreRefused()
    {
        const domain::Choice two { { u"red"_s, u"blue"_s } };
        const std::vector<domain::RecordChange> changes { { domain::RecordKey::ofNote(u"a"_s), std::nullopt, domain::Note {} },
            { domain::RecordKey::ofChoice(u"colour"_s), two, domain::Choice { { u"red"_s } } } };
        const QByteArray json = domain::changesToJson(changes);
        QCOMPARE(domain::partsOf(changes), std::size_t { 2 + 3 });
        QVERIFY(domain::changesFromJson(json, {}, 5) == changes);
        for (const std::size_t most : { 4, 1, 0 }) {
            QCOMPARE(domain::changesFromJson(json, {}, most).error().code, ErrorCode::InvalidFile);
        }
    }

    void aLongEditIsReadInSteps()
    {
        std::vector<domain::RecordChange> changes(500);
        for (std::size_t i = 0; i < changes.size(); ++i) {
            changes[i] = { domain::RecordKey::ofNote(QString::number(i)), std::nullopt, domain::Note { u"words"_s, false, 1 } };
        }
        changes.push_back({ domain::RecordKey::ofAbsorbed(u"m"_s), std::nullopt, domain::Absorbed { QByteArray(200'000, 'x') } });
        const QByteArray json = domain::changesToJson(changes);
        int asked = 0;
        QVERIFY(domain::changesFromJson(json, [&asked] { return ++asked > 0; }) == changes);
        QCOMPARE(asked, 16 + 2); // every 32, and before and after a long text is read
        for (int last = 1; last <= 18; ++last) {
            int calls = 0;
            const auto ended = domain::changesFromJson(json, [&] { return ++calls < last; });
            QVERIFY(!ended && ended.error().code == ErrorCode::Cancelled && calls == last);
        }
    }
};

QTEST_APPLESS_MAIN(tst_Edits)
#include "tst_Edits.moc"
