// SPDX-License-Identifier: GPL-3.0-or-later
// Texts that stand in editors outlive the program.
#include <DraftFile.h>
#include <HeldWorkers.h>

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark;
using session::AnswerDraft;
using session::CardDraft;
using session::CueDraft;
using session::DaysOffDraft;
using session::DraftKind;
using session::DraftPlace;
using session::Drafts;
using session::DraftValue;
using session::EvidenceDraft;
using session::GoalDraft;
using session::TimeDraft;
using support::cardOf;
using support::draftOf;

namespace {

const DraftPlace item { DraftKind::Evidence, u"skill"_s, u"item"_s };

} // namespace

class tst_Drafts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_file.emplace(); }
    void whatIsKeptIsFoundInTheNextProgram_data();
    void whatIsKeptIsFoundInTheNextProgram();
    void whatIsDroppedIsGone();
    void theNewestComesFirst();
    void theNewestTextIsTheOneOnDisk();
    void withoutAFileNothingOutlivesTheProgram();
    void whatCannotBeWrittenIsKnown();
    void whatWaitsForAWorkerIsWrittenForWhoeverAsks();
    void whatCannotBeWrittenIsKnownWhileItWaits();
    void anotherFileHasOtherDrafts();
    void anOlderFileIsRead();
    void whatWasWrittenLongestAgoGoesWhereThereAreTooMany();
    void aFileHasItsBounds();
    void aFileThatCannotBeReadIsPutAside_data();
    void aFileThatCannotBeReadIsPutAside();
    void whatIsNoDraftIsPassedOver_data();
    void whatIsNoDraftIsPassedOver();

private:
    void write(const QByteArray& bytes) const
    {
        QVERIFY(QDir().mkpath(m_file->folder()));
        QFile file(m_file->path());
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
    }
    std::optional<support::DraftFile> m_file;
};

void tst_Drafts::whatIsKeptIsFoundInTheNextProgram_data()
{
    QTest::addColumn<DraftPlace>("place");
    QTest::addColumn<DraftValue>("value");
    const QDateTime start(QDate(2026, 11, 20), QTime(7, 15), Qt::UTC);
    const QDate day(2027, 3, 9);
    QTest::newRow("evidence") << item << DraftValue(draftOf(u"two\nlines \"and\" ü"_s, u"some-id"_s));
    QTest::newRow("new time") << DraftPlace { DraftKind::Time, u"git"_s, {} } << DraftValue(TimeDraft { { start, 75 }, {} });
    QTest::newRow("time") << DraftPlace { DraftKind::Time, u"git"_s, u"some-id"_s }
                          << DraftValue(TimeDraft { { start, 75 }, { start.addDays(-1), 1440 } });
    QTest::newRow("new card") << DraftPlace { DraftKind::Card, {}, {} } << DraftValue(cardOf(u"front\nü"_s));
    QTest::newRow("card") << DraftPlace { DraftKind::Card, u"git"_s, u"c1"_s }
                          << DraftValue(CardDraft { { {}, {}, u"back"_s }, { {}, u"front"_s, u"back"_s } });
    QTest::newRow("goal") << DraftPlace { DraftKind::Goal }
                          << DraftValue(GoalDraft { { { u"whole"_s, 7.5, day }, u"Ada"_s, { u"red"_s, u"blue"_s } }, {} });
    QTest::newRow("goal without a deadline") << DraftPlace { DraftKind::Goal }
                                             << DraftValue(GoalDraft { { { u"whole"_s, 112, {} }, {}, {} }, { { {}, 0, day }, {}, {} } });
    QTest::newRow("cue") << DraftPlace { DraftKind::Cue } << DraftValue(CueDraft { { u"breakfast"_s, 20, 3 }, { {}, 0, 9 } });
    QTest::newRow("answer") << DraftPlace { DraftKind::Answer, u"git"_s, u"q1"_s } << DraftValue(AnswerDraft { u"1\n2\n"_s });
    QTest::newRow("days off") << DraftPlace { DraftKind::DaysOff } << DraftValue(DaysOffDraft { { day, day.addDays(3), u"family"_s } });
}

void tst_Drafts::whatIsKeptIsFoundInTheNextProgram()
{
    QFETCH(DraftPlace, place);
    QFETCH(DraftValue, value);
    Drafts drafts;
    drafts.keepIn(m_file->path());
    QVERIFY(drafts.places().empty());
    drafts.keep(place, value);
    const auto later = m_file->next();
    QCOMPARE(later->places(), std::vector { place });
    std::visit([&](const auto& draft) { QVERIFY(later->find<std::decay_t<decltype(draft)>>(place) == draft); }, value);
    QCOMPARE(QFile::permissions(m_file->path()) & QFileDevice::Permissions(0x0077), QFileDevice::Permissions());
}

void tst_Drafts::whatIsDroppedIsGone()
{
    Drafts drafts;
    drafts.keepIn(m_file->path());
    drafts.keep(item, draftOf(u"text"_s));
    drafts.drop(item);
    QVERIFY(m_file->next()->places().empty());
}

void tst_Drafts::theNewestComesFirst()
{
    Drafts drafts;
    drafts.keepIn(m_file->path());
    const DraftPlace card { DraftKind::Card, {}, {} };
    const DraftPlace other { DraftKind::Evidence, u"skill"_s, u"other"_s };
    drafts.keep(item, draftOf(u"text"_s));
    drafts.keep(card, cardOf(u"text"_s));
    drafts.keep(other, draftOf(u"text"_s));
    drafts.keep(item, draftOf(u"more text"_s));
    const std::vector newest { item, other, card };
    QCOMPARE(drafts.places(), newest);
    QCOMPARE(drafts.parts(DraftKind::Evidence, u"skill"_s), QStringList({ u"item"_s, u"other"_s }));
    QCOMPARE(drafts.parts(DraftKind::Time, u"skill"_s), QStringList());
    const auto later = m_file->next();
    QCOMPARE(later->places(), newest);
    later->keep(card, cardOf(u"more text"_s)); // after a start too
    QCOMPARE(later->places().front(), card);
}

void tst_Drafts::theNewestTextIsTheOneOnDisk()
{
    Drafts drafts;
    drafts.keepIn(m_file->path());
    for (int i = 0; i < 100; ++i) {
        drafts.keep(item, draftOf(QString::number(i)));
    }
    QVERIFY(m_file->next()->find<EvidenceDraft>(item) == draftOf(u"99"_s));
}

void tst_Drafts::withoutAFileNothingOutlivesTheProgram()
{
    Drafts drafts;
    drafts.keep(item, draftOf(u"text"_s));
    session::workers().waitForDone();
    QCOMPARE(drafts.unwritten(), std::vector { item });
    QVERIFY(drafts.find<EvidenceDraft>(item) == draftOf(u"text"_s));
    QVERIFY(!drafts.find<TimeDraft>(item));
    drafts.keepIn(m_file->path());
    QVERIFY(drafts.unwritten().empty());
}

void tst_Drafts::whatCannotBeWrittenIsKnown()
{
    QFile inTheWay(m_file->folder());
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    Drafts drafts;
    drafts.keepIn(m_file->path());
    drafts.keep(item, draftOf(u"text"_s));
    session::workers().waitForDone();
    QCOMPARE(drafts.unwritten(), std::vector { item });
    QVERIFY(drafts.find<EvidenceDraft>(item));
    QVERIFY(inTheWay.remove());
    QVERIFY(drafts.unwritten().empty()); // tried again
    QVERIFY(m_file->next()->find<EvidenceDraft>(item) == draftOf(u"text"_s));
}

void tst_Drafts::whatWaitsForAWorkerIsWrittenForWhoeverAsks()
{
    Drafts drafts;
    drafts.keepIn(m_file->path());
    const support::HeldWorkers held;
    drafts.keep(item, draftOf(u"text"_s));
    QVERIFY(!QFile::exists(m_file->path()));
    QVERIFY(drafts.unwritten().empty());
    Drafts later;
    later.keepIn(m_file->path());
    QVERIFY(later.find<EvidenceDraft>(item) == draftOf(u"text"_s));
}

void tst_Drafts::whatCannotBeWrittenIsKnownWhileItWaits()
{
    QFile inTheWay(m_file->folder());
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    Drafts drafts;
    drafts.keepIn(m_file->path());
    const support::HeldWorkers held;
    drafts.keep(item, draftOf(u"text"_s));
    QCOMPARE(drafts.unwritten(), std::vector { item });
}

void tst_Drafts::anotherFileHasOtherDrafts()
{
    Drafts drafts;
    drafts.keepIn(m_file->path());
    drafts.keep(item, draftOf(u"text"_s));
    session::workers().waitForDone();
    drafts.keepIn(m_file->beside(u"other.json"_s));
    QVERIFY(drafts.places().empty());
    drafts.keepIn(m_file->path());
    QVERIFY(drafts.find<EvidenceDraft>(item));
}

/// As it was written when evidence alone was kept.
void tst_Drafts::anOlderFileIsRead()
{
    write(R"({ "skill/item": { "base": "as it was", "id": "some-id", "kind": "link", "text": "mine" },
               "a/b": { "base": "", "id": "", "kind": "note", "text": "other" } })");
    const auto drafts = m_file->next();
    QCOMPARE(drafts->places().size(), std::size_t(2));
    QVERIFY(drafts->find<EvidenceDraft>(item) == draftOf(u"mine"_s, u"some-id"_s));
}

void tst_Drafts::whatWasWrittenLongestAgoGoesWhereThereAreTooMany()
{
    Drafts drafts;
    const auto place = [](std::size_t i) { return DraftPlace { DraftKind::Evidence, u"skill"_s, QString::number(i) }; };
    for (std::size_t i = 0; i <= Drafts::mostDrafts; ++i) {
        drafts.keep(place(i), draftOf(u"text"_s));
    }
    QCOMPARE(drafts.places().size(), Drafts::mostDrafts);
    QVERIFY(!drafts.find<EvidenceDraft>(place(0)) && drafts.find<EvidenceDraft>(place(1)));
}

/// What does not fit stays in its editor, and takes no other draft with it.
void tst_Drafts::aFileHasItsBounds()
{
    Drafts drafts;
    drafts.keepIn(m_file->path());
    const DraftPlace card { DraftKind::Card, {}, {} };
    drafts.keep(card, cardOf(u"text"_s));
    drafts.keep(item, draftOf(QString(Drafts::mostBytes / 4, u'\u0001'))); // of six bytes each
    QVERIFY(drafts.find<EvidenceDraft>(item));
    QCOMPARE(drafts.unwritten(), std::vector { item });
    const auto later = m_file->next();
    QCOMPARE(later->places(), std::vector { card });
    QVERIFY(QFileInfo(m_file->path()).size() <= Drafts::mostBytes);
}

void tst_Drafts::aFileThatCannotBeReadIsPutAside_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("half") << QByteArray("{ \"skill/item\": { \"id\":");
    QTest::newRow("array") << QByteArray("[1]");
    QTest::newRow("no text") << QByteArray("\x00\xff\xfe{}", 5);
    QTest::newRow("deep") << QByteArray("{\"a/b\":").repeated(5000) + QByteArray("}").repeated(5000);
    QTest::newRow("large") << QByteArray(16 * 1024 * 1024 + 1, ' ');
}

void tst_Drafts::aFileThatCannotBeReadIsPutAside()
{
    QFETCH(QByteArray, bytes);
    write(bytes);
    QVERIFY(m_file->next()->places().empty());
    QVERIFY(!QFile::exists(m_file->path()));
    QFile aside(m_file->path() + u".unreadable"_s);
    QVERIFY(aside.open(QIODevice::ReadOnly));
    QVERIFY(aside.readAll() == bytes);
}

void tst_Drafts::whatIsNoDraftIsPassedOver_data()
{
    QTest::addColumn<QByteArray>("member");
    const auto row = [](const char* name, const char* member) { QTest::newRow(name) << QByteArray(member); };
    row("a number", R"("skill/other": 7)");
    row("no place", R"("evidence": { "kind": "note", "text": "a" })");
    row("more of a place", R"("time/a/b/c": { "now": { "start": "2026-11-20T07:15", "minutes": 5 } })");
    row("an unknown editor", R"("poem/a/b": { "now": { "text": "a" } })");
    row("an unknown kind of evidence", R"("skill/other": { "kind": "no such", "text": "a" })");
    row("evidence without a text", R"("skill/other": { "kind": "note", "text": "" })");
    row("a text that is none", R"("skill/other": { "kind": "note", "text": { "a": 1 } })");
    row("no such day", R"("time/git/": { "now": { "start": "2026-02-30T07:15", "minutes": 5 } })");
    row("a study of years", R"("time/git/": { "now": { "start": "2026-11-20T07:15", "minutes": 1e9 } })");
    row("a study of less than nothing", R"("time/git/": { "now": { "start": "2026-11-20T07:15", "minutes": -5 } })");
    row("an entry with nonsense before", R"("time/git/": { "now": { "start": "2026-11-20T07:15", "minutes": 5 },
                                                           "base": { "minutes": 99999 } })");
    row("an empty card", R"("card//": { "now": {}, "base": {} })");
    row("a card of numbers", R"("card//": { "now": { "front": 1, "back": [] } })");
    row("a goal of all hours", R"("goal//": { "now": { "milestone": "whole", "hours": 1e300 } })");
    row("a goal of no sense", R"("goal//": { "now": "whole" })");
    row("a cue for no skill", R"("cue//": { "now": { "cue": "tea", "minutes": 20, "doing": 0 } })");
    row("a long cue", R"("cue//": { "now": { "cue": "tea", "minutes": 20000, "doing": 3 } })");
    row("days off that end before they begin", R"("daysOff//": { "first": "2026-12-24", "last": "2026-12-23", "reason": "a" })");
    row("an empty answer", R"("answer/git/q1": { "text": "" })");
    row("days off without days", R"("daysOff//": { "first": "soon", "last": "later", "reason": "a" })");
}

void tst_Drafts::whatIsNoDraftIsPassedOver()
{
    QFETCH(QByteArray, member);
    write(R"({ "a/b": { "kind": "note", "text": "kept", "id": 3, "order": -1e300 }, )" + member + " }");
    QVERIFY(QJsonDocument::fromJson(R"({ "a": 1, )" + member + " }").isObject()); // the file is sound
    const auto drafts = m_file->next();
    const DraftPlace kept { DraftKind::Evidence, u"a"_s, u"b"_s };
    QCOMPARE(drafts->places(), std::vector { kept });
    QVERIFY((drafts->find<EvidenceDraft>(kept) == EvidenceDraft { {}, { domain::EvidenceKind::Note, u"kept"_s, 0 }, {} }));
}

QTEST_GUILESS_MAIN(tst_Drafts)
#include "tst_Drafts.moc"
