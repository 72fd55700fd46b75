// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "MemoryStore.h"
#include "RandomEdits.h"
#include "SampleCourse.h"

#include <QTest>
#include <QUuid>

#include <rapidcheck.h>

#include <functional>
#include <memory>
#include <utility>
#include <vector>

namespace waymark::support {

/// The store under test, and how it comes back after the program has ended.
class StoreHarness
{
public:
    virtual ~StoreHarness() = default;
    virtual void startEmpty() = 0; ///< a new library in the place of the last one
    virtual void reopen() = 0; ///< the same library, as the next start of the program finds it
    virtual domain::Store& store() = 0;
};

/// What every Store promises: a sentence, and the check of it.
using StorePromise = std::pair<const char*, std::function<void(StoreHarness&)>>;
[[nodiscard]] const std::vector<StorePromise>& storePromises();

// ---- what follows is the contract itself

inline domain::Edit noteEdit(const QString& id, const QString& skill, const std::optional<domain::Record>& before, const QString& text)
{
    return { id, domain::EditKind::WriteNote, skill, 1000,
        { { domain::RecordKey::ofNote(skill), before, domain::Note { text, false, 1000 } } } };
}

inline void newLibraryIsEmpty(StoreHarness& harness)
{
    domain::Store& store = harness.store();
    QCOMPARE(store.course().value().has_value(), false);
    QCOMPARE(store.courseHash().value(), QString());
    QVERIFY(store.progress().value() == domain::Progress());
    QVERIFY(store.journal(10).value().empty());
    QVERIFY(!store.nextUndo().value() && !store.nextRedo().value());
    QVERIFY(store.undo().error().code == domain::ErrorCode::NothingToUndo);
    QVERIFY(store.redo().error().code == domain::ErrorCode::NothingToRedo);
    QVERIFY(store.lesson(QStringLiteral("vcs-git")).error().code == domain::ErrorCode::UnknownSkill);
    QVERIFY(store.asset(QStringLiteral("x")).error().code == domain::ErrorCode::FileMissing);
    QVERIFY(store.search(QStringLiteral("git"), 10).value().empty());
    QCOMPARE(store.isReadOnly(), false);
}

inline void installedCourseComesBackAsItWas(StoreHarness& harness)
{
    const domain::CourseContent content = sampleCourse();
    QVERIFY(harness.store().installCourse(content).has_value());
    for (int round = 0; round < 2; ++round) {
        domain::Store& store = harness.store();
        QVERIFY(store.course().value() == content.course);
        QCOMPARE(store.courseHash().value(), content.hash);
        QVERIFY(store.lesson(QStringLiteral("vcs-git")).value() == content.lessons.front());
        QVERIFY((store.lesson(QStringLiteral("db-tuning")).value() == domain::Lesson { QStringLiteral("db-tuning"), {}, {} }));
        QVERIFY(store.lesson(QStringLiteral("nowhere")).error().code == domain::ErrorCode::UnknownSkill);
        QVERIFY(store.asset(QStringLiteral("images/merge.svg")).value() == content.assets.front());
        harness.reopen();
    }
}

inline void secondCourseReplacesTheFirst(StoreHarness& harness)
{
    domain::CourseContent content = sampleCourse();
    QVERIFY(harness.store().installCourse(content).has_value());
    content.course.skills.pop_back();
    content.course.skills.front().title = QStringLiteral("Version control by hand");
    content.course.projects.clear();
    content.lessons.resize(1);
    content.assets.clear();
    content.hash = QStringLiteral("another");
    QVERIFY(harness.store().installCourse(content).has_value());
    QVERIFY(harness.store().course().value() == content.course);
    QVERIFY(harness.store().search(QStringLiteral("joins"), 10).value().empty());
    QCOMPARE(harness.store().search(QStringLiteral("version hand"), 10).value().size(), std::size_t { 1 });
    QVERIFY(!harness.store().asset(QStringLiteral("images/merge.svg")).has_value());
}

inline void brokenCourseLeavesTheOldOne(StoreHarness& harness)
{
    const domain::CourseContent content = sampleCourse();
    QVERIFY(harness.store().installCourse(content).has_value());
    domain::CourseContent twice = content;
    twice.course.skills.push_back(twice.course.skills.front());
    QVERIFY(harness.store().installCourse(twice).error().code == domain::ErrorCode::InvalidCourse);
    domain::CourseContent stray = content;
    stray.lessons.push_back({ QStringLiteral("nowhere"), {}, {} });
    QVERIFY(harness.store().installCourse(stray).error().code == domain::ErrorCode::InvalidCourse);
    QVERIFY(harness.store().course().value() == content.course);
    QVERIFY(!harness.store().search(QStringLiteral("git"), 10).value().empty());
}

inline void staleEditChangesNothing(StoreHarness& harness)
{
    const QString skill = QStringLiteral("vcs-git");
    QVERIFY(harness.store().commit(noteEdit(QStringLiteral("1"), skill, std::nullopt, QStringLiteral("one"))).has_value());
    const domain::Progress before = harness.store().progress().value();
    domain::Edit stale = noteEdit(QStringLiteral("2"), skill, std::nullopt, QStringLiteral("two"));
    stale.changes.insert(stale.changes.begin(), { domain::RecordKey::ofSkill(skill), std::nullopt, domain::SkillMark {} });
    QVERIFY(harness.store().commit(stale).error().code == domain::ErrorCode::StaleEdit);
    QVERIFY(harness.store().progress().value() == before);
    QCOMPARE(harness.store().journal(10).value().size(), std::size_t { 1 });
}

inline void editIsMadeOnlyOnce(StoreHarness& harness)
{
    const domain::Edit edit = noteEdit(QStringLiteral("1"), QStringLiteral("a"), std::nullopt, QStringLiteral("one"));
    domain::Edit again = noteEdit(QStringLiteral("1"), QStringLiteral("b"), std::nullopt, QStringLiteral("one"));
    QVERIFY(harness.store().commit(edit).has_value());
    QVERIFY(harness.store().commit(again).error().code == domain::ErrorCode::StaleEdit);
    QVERIFY(!harness.store().progress().value().skill(QStringLiteral("b")).note);
}

inline void newEditAbandonsWhatCouldBeRedone(StoreHarness& harness)
{
    const QString skill = QStringLiteral("a");
    const domain::Edit first = noteEdit(QStringLiteral("1"), skill, std::nullopt, QStringLiteral("one"));
    const domain::Edit second = noteEdit(QStringLiteral("2"), skill, first.changes[0].after, QStringLiteral("two"));
    QVERIFY(harness.store().commit(first).has_value() && harness.store().commit(second).has_value());
    QVERIFY(harness.store().undo().value() == second);
    harness.reopen();
    QVERIFY(harness.store().undo().value() == first);
    QVERIFY(harness.store().redo().value() == first);
    QVERIFY(harness.store().nextUndo().value() == first && harness.store().nextRedo().value() == second);
    const domain::Edit third = noteEdit(QStringLiteral("3"), skill, first.changes[0].after, QStringLiteral("three"));
    QVERIFY(harness.store().commit(third).has_value());
    QVERIFY(harness.store().redo().error().code == domain::ErrorCode::NothingToRedo);
    using domain::JournalState;
    const std::vector<domain::JournalEntry> wanted { { third, 3, JournalState::Applied }, { second, 2, JournalState::Abandoned },
        { first, 1, JournalState::Applied } };
    QVERIFY(harness.store().journal(10).value() == wanted);
    QVERIFY(harness.store().journal(1).value() == std::vector(wanted.begin(), wanted.begin() + 1));
    QVERIFY(harness.store().journal(0).value().empty());
    QVERIFY(harness.store().undo().value() == third);
    QVERIFY(harness.store().undo().value() == first);
    QVERIFY(harness.store().undo().error().code == domain::ErrorCode::NothingToUndo);
}

inline void undoOfDoIsIdentity(StoreHarness& harness)
{
    const bool holds = rc::check("undo of do is identity, redo equal, across starts", [&harness](quint64 seed) {
        harness.startEmpty();
        RandomEdits random(seed);
        std::vector<QByteArray> hashes { domain::contentHash(harness.store().progress().value()) };
        const int count = 1 + random.below(12);
        for (int i = 0; i < count; ++i) {
            const domain::Edit edit = random.edit(harness.store().progress().value(), QString::number(i));
            RC_ASSERT(harness.store().commit(edit).has_value());
            hashes.push_back(domain::contentHash(harness.store().progress().value()));
        }
        harness.reopen();
        for (int i = count; i > 0; --i) {
            RC_ASSERT((domain::contentHash(harness.store().progress().value()) == hashes[static_cast<std::size_t>(i)]));
            RC_ASSERT(harness.store().undo().has_value());
        }
        RC_ASSERT((domain::contentHash(harness.store().progress().value()) == hashes.front()));
        harness.reopen();
        for (int i = 1; i <= count; ++i) {
            RC_ASSERT(harness.store().redo().has_value());
            RC_ASSERT((domain::contentHash(harness.store().progress().value()) == hashes[static_cast<std::size_t>(i)]));
        }
        RC_ASSERT(!harness.store().redo().has_value());
    });
    QVERIFY(holds);
}

inline bool isSameStep(const domain::Result<domain::Edit>& a, const domain::Result<domain::Edit>& b)
{
    return a && b ? *a == *b : !a && !b && a.error().code == b.error().code;
}

inline void sameCommandsGiveTheSameLibraryAsInMemory(StoreHarness& harness)
{
    const bool holds = rc::check("a store does what the store in memory does", [&harness](quint64 seed) {
        harness.startEmpty();
        MemoryStore memory;
        RandomEdits random(seed);
        for (int i = 0; i < 20; ++i) {
            const int what = random.below(10);
            if (what < 6) {
                domain::Edit edit = random.edit(memory.progress().value(), QString::number(random.below(60)));
                if (random.below(8) == 0) {
                    edit.changes.front().before = domain::Learner { QStringLiteral("somebody else") };
                }
                RC_ASSERT((harness.store().commit(edit).has_value() == memory.commit(edit).has_value()));
            } else if (what < 8) {
                RC_ASSERT(isSameStep(harness.store().undo(), memory.undo()));
            } else {
                RC_ASSERT(isSameStep(harness.store().redo(), memory.redo()));
            }
        }
        RC_ASSERT((harness.store().progress().value() == memory.progress().value()));
        RC_ASSERT((harness.store().journal(100).value() == memory.journal(100).value()));
        RC_ASSERT((harness.store().nextUndo().value() == memory.nextUndo().value()));
        RC_ASSERT((harness.store().nextRedo().value() == memory.nextRedo().value()));
    });
    QVERIFY(holds);
}

inline void courseUpdateMovesRecordsAndUndoStillFits(StoreHarness& harness)
{
    using domain::RecordKey;
    domain::Store& store = harness.store();
    QVERIFY(store.installCourse(sampleCourse()).has_value());
    const RecordKey oldMark = RecordKey::ofSkill(QStringLiteral("old-git"));
    const RecordKey oldItem = RecordKey::ofItem(QStringLiteral("old-git"), QStringLiteral("join"));
    const domain::ItemMark mark { 5 };
    QVERIFY(store
                .commit({ QStringLiteral("1"), domain::EditKind::CheckItem, QStringLiteral("old-git"), 5,
                    { { oldMark, std::nullopt, domain::SkillMark {} }, { oldItem, std::nullopt, mark },
                        { RecordKey::ofTime(QStringLiteral("t")), std::nullopt, domain::TimeEntry { QStringLiteral("old-git"), 5, 10 } },
                        { RecordKey::ofSkill(QStringLiteral("gone")), std::nullopt, domain::SkillMark {} } } })
                .has_value());
    QVERIFY(store.commit(noteEdit(QStringLiteral("2"), QStringLiteral("old-git"), std::nullopt, QStringLiteral("mine"))).has_value());
    QVERIFY(store.undo().has_value());

    domain::CourseContent update = sampleCourse();
    update.course.moved
        = { { QStringLiteral("old-git"), QStringLiteral("vcs-git") }, { QStringLiteral("old-git/join"), QStringLiteral("vcs-git/merge") } };
    QVERIFY(store.installCourse(update).has_value());
    const domain::Progress progress = store.progress().value();
    QVERIFY(progress.skill(QStringLiteral("vcs-git")).mark.has_value());
    QVERIFY(progress.skill(QStringLiteral("vcs-git")).isItemDone(QStringLiteral("merge")));
    QVERIFY(progress.skill(QStringLiteral("old-git")) == domain::SkillProgress());
    QVERIFY(progress.skill(QStringLiteral("gone")).mark.has_value());
    QCOMPARE(progress.minutesOn(QStringLiteral("vcs-git")), 10);
    QCOMPARE(store.journal(1).value().front().edit.subject, QStringLiteral("vcs-git"));

    QVERIFY(store.redo().has_value());
    QCOMPARE(store.search(QStringLiteral("mine"), 5).value().front().skill, QStringLiteral("vcs-git"));
    QVERIFY(store.undo().has_value() && store.undo().has_value());
    QVERIFY(store.progress().value() == domain::Progress());
}

inline void wordsAreFoundWhereTheyStand(StoreHarness& harness)
{
    domain::Store& store = harness.store();
    QVERIFY(store.installCourse(sampleCourse()).has_value());
    const auto first = [&store](const QString& words) {
        const auto hits = store.search(words, 10).value();
        return hits.empty() ? domain::SearchHit() : hits.front();
    };
    QCOMPARE(first(QStringLiteral("git")).skill, QStringLiteral("vcs-git"));
    QCOMPARE(first(QStringLiteral("git")).section, QString());
    QCOMPARE(first(QStringLiteral("GIT bas")).skill, QStringLiteral("vcs-git"));
    QCOMPARE(first(QStringLiteral("commit")).section, QStringLiteral("What a commit is"));
    QCOMPARE(first(QStringLiteral("cafe naive")).section, QStringLiteral("Branches"));
    QCOMPARE(first(QStringLiteral("transac")).section, QStringLiteral("Selecting rows"));
    QVERIFY(first(QStringLiteral("transac")).snippet.contains(QChar(2) + QStringLiteral("transaction") + QChar(3)));
    QVERIFY(store.search(QStringLiteral("commit nowhere"), 10).value().empty());
    QCOMPARE(store.search(QStringLiteral("commit"), 1).value().size(), std::size_t { 1 });
    QVERIFY(store.search(QStringLiteral("commit"), 0).value().empty());
}

inline void notesAreFoundAsTheyAreNow(StoreHarness& harness)
{
    domain::Store& store = harness.store();
    const QString skill = QStringLiteral("vcs-git");
    const domain::Edit first = noteEdit(QStringLiteral("1"), skill, std::nullopt, QStringLiteral("remember the stash"));
    QVERIFY(store.commit(first).has_value());
    const domain::SearchHit hit = store.search(QStringLiteral("stas"), 5).value().front();
    QVERIFY(hit.isNote);
    QCOMPARE(hit.skill, skill);
    QVERIFY(store.commit(noteEdit(QStringLiteral("2"), skill, first.changes[0].after, QStringLiteral("forget it"))).has_value());
    QVERIFY(store.search(QStringLiteral("stash"), 5).value().empty());
    QCOMPARE(store.search(QStringLiteral("forget"), 5).value().size(), std::size_t { 1 });
    QVERIFY(store.undo().has_value());
    QCOMPARE(store.search(QStringLiteral("stash"), 5).value().size(), std::size_t { 1 });
    QVERIFY(store.undo().has_value());
    QVERIFY(store.search(QStringLiteral("stash"), 5).value().empty());
}

inline void anyTextCanBeSearched(StoreHarness& harness)
{
    QVERIFY(harness.store().installCourse(sampleCourse()).has_value());
    const QStringList texts { QString(), QStringLiteral(" "), QStringLiteral("\""), QStringLiteral("\"\"\"git"), QStringLiteral("git*"),
        QStringLiteral("NEAR(git, 5)"), QStringLiteral("git AND NOT"), QStringLiteral("title:git"), QStringLiteral("^git"),
        QStringLiteral("-git"), QStringLiteral("'; DROP TABLE note; --"), QString(QChar(0)) + QStringLiteral("git"), QString(QChar(0xd800)),
        QStringLiteral("{a b}:c"), QString(100000, u'x'), QStringLiteral("+ - * ( )"), QStringLiteral("a ").repeated(5000),
        QString(QChar(0x301)), QStringLiteral("\U0001F600") };
    for (const QString& text : texts) {
        QVERIFY2(harness.store().search(text, 10).has_value(), qPrintable(text.left(40)));
    }
    QVERIFY(!harness.store().search(QStringLiteral("\"git*"), 10).value().empty());
    const bool holds = rc::check("no text is an error", [&harness](const std::vector<char16_t>& units) {
        const QString text = QString::fromUtf16(units.data(), static_cast<qsizetype>(units.size()));
        RC_ASSERT(harness.store().search(text, 10).has_value());
    });
    QVERIFY(holds);
}

inline const std::vector<StorePromise>& storePromises()
{
    static const std::vector<StorePromise> promises {
        { "newLibraryIsEmpty", newLibraryIsEmpty },
        { "installedCourseComesBackAsItWas", installedCourseComesBackAsItWas },
        { "secondCourseReplacesTheFirst", secondCourseReplacesTheFirst },
        { "brokenCourseLeavesTheOldOne", brokenCourseLeavesTheOldOne },
        { "staleEditChangesNothing", staleEditChangesNothing },
        { "editIsMadeOnlyOnce", editIsMadeOnlyOnce },
        { "newEditAbandonsWhatCouldBeRedone", newEditAbandonsWhatCouldBeRedone },
        { "undoOfDoIsIdentity", undoOfDoIsIdentity },
        { "sameCommandsGiveTheSameLibraryAsInMemory", sameCommandsGiveTheSameLibraryAsInMemory },
        { "courseUpdateMovesRecordsAndUndoStillFits", courseUpdateMovesRecordsAndUndoStillFits },
        { "wordsAreFoundWhereTheyStand", wordsAreFoundWhereTheyStand },
        { "notesAreFoundAsTheyAreNow", notesAreFoundAsTheyAreNow },
        { "anyTextCanBeSearched", anyTextCanBeSearched },
    };
    return promises;
}

} // namespace waymark::support
