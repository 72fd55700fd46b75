// SPDX-License-Identifier: GPL-3.0-or-later
#include "RandomEdits.h"
#include "SampleCourse.h"

#include <domain/Progress.h>
#include <domain/TakeOver.h>

#include <QTest>

#include <rapidcheck.h>

#include <algorithm>

using namespace waymark;
using namespace Qt::StringLiterals;
using domain::RecordKey;

class TestTakeOver : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatOnlyTheCopyHasIsTaken();
    void whatDiffersStays();
    void twiceIsNothing();
    void nothingThatWasRecordedHereIsLost();
};

namespace {

domain::Edit note(const domain::Progress& progress, const QString& skill, const QString& text)
{
    const RecordKey key = RecordKey::ofNote(skill);
    return { text, domain::EditKind::WriteNote, skill, 5, { { key, progress.record(key), domain::Note { text, false, 5 } } } };
}

/// Applied as a library applies it.
void apply(domain::Progress& progress, const domain::Edit& edit)
{
    for (const domain::RecordChange& change : edit.changes) {
        progress.setRecord(change.key, change.after);
    }
}

domain::TakeOver takeOver(const domain::Progress& progress, const std::vector<domain::Edit>& theirs)
{
    static const domain::Roadmap roadmap(support::sampleCourse().course);
    return domain::takeOver({ roadmap, progress, 7, u"id"_s }, theirs);
}

} // namespace

void TestTakeOver::whatOnlyTheCopyHasIsTaken()
{
    domain::Progress there;
    std::vector<domain::Edit> theirs { note(there, u"vcs-git"_s, u"first"_s) };
    apply(there, theirs.front());
    theirs.push_back(note(there, u"vcs-git"_s, u"second"_s));
    const domain::TakeOver taken = takeOver({}, theirs);
    QCOMPARE(taken.taken, 1); // one record, in two edits
    QCOMPARE(taken.left, 0);
    QVERIFY(taken.edit.kind == domain::EditKind::ImportPlan && taken.edit.at == 7);
    domain::Progress here;
    apply(here, taken.edit);
    QCOMPARE(here.skill(u"vcs-git"_s).note->text, u"second"_s);
}

void TestTakeOver::whatDiffersStays()
{
    domain::Progress here;
    apply(here, note(here, u"vcs-git"_s, u"here"_s));
    const domain::TakeOver taken = takeOver(here, { note({}, u"vcs-git"_s, u"there"_s), note({}, u"db-sql"_s, u"there"_s) });
    QCOMPARE(taken.taken, 1);
    QCOMPARE(taken.left, 1);
    apply(here, taken.edit);
    QCOMPARE(here.skill(u"vcs-git"_s).note->text, u"here"_s);
    QCOMPARE(here.skill(u"db-sql"_s).note->text, u"there"_s);
}

void TestTakeOver::twiceIsNothing()
{
    const std::vector<domain::Edit> theirs { note({}, u"vcs-git"_s, u"there"_s) };
    domain::Progress here;
    apply(here, takeOver(here, theirs).edit);
    const domain::TakeOver again = takeOver(here, theirs);
    QVERIFY(again.edit.changes.empty());
    QCOMPARE(again.left, 0);
}

void TestTakeOver::nothingThatWasRecordedHereIsLost()
{
    const bool holds = rc::check("a record that was made here since the copy is what it was after taking the copy over", [] {
        support::RandomEdits random(*rc::gen::arbitrary<quint32>());
        domain::Progress common;
        for (int i = 0; i < 10; ++i) {
            apply(common, random.edit(common, u"common"_s));
        }
        domain::Progress here = common;
        std::vector<domain::RecordKey> ours;
        for (int i = 0; i < 5; ++i) {
            const domain::Edit edit = random.edit(here, u"here"_s);
            apply(here, edit);
            for (const auto& change : edit.changes) {
                ours.push_back(change.key);
            }
        }
        domain::Progress there = common;
        std::vector<domain::Edit> theirs;
        for (int i = 0; i < 5; ++i) {
            theirs.push_back(random.edit(there, u"there"_s));
            apply(there, theirs.back());
        }
        domain::Progress both = here;
        const domain::TakeOver taken = takeOver(here, theirs);
        apply(both, taken.edit);
        const auto hadIt = [&theirs](const RecordKey& key, const std::optional<domain::Record>& record) {
            return std::ranges::any_of(theirs, [&](const domain::Edit& edit) {
                return std::ranges::any_of(
                    edit.changes, [&](const domain::RecordChange& change) { return change.key == key && change.after == record; });
            });
        };
        for (const RecordKey& key : ours) {
            const auto mine = here.record(key);
            // The same change may have been made on both sides and gone further there.
            RC_ASSERT(both.record(key) == mine || mine == common.record(key) || hadIt(key, mine));
        }
        domain::Progress redone = common;
        const domain::TakeOver all = takeOver(common, theirs);
        apply(redone, all.edit);
        RC_ASSERT(all.left == 0 && domain::contentHash(redone) == domain::contentHash(there));
    });
    QVERIFY(holds);
}

QTEST_GUILESS_MAIN(TestTakeOver)
#include "tst_TakeOver.moc"
