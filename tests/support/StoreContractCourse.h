// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "SampleCourse.h"
#include "StoreHarness.h"

#include <QTest>

#include <rapidcheck.h>

// What every Store promises of an installed course, and of what is found in it.
namespace waymark::support {

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
    domain::CourseContent areas = content;
    areas.course.areas.push_back(areas.course.areas.front());
    domain::CourseContent milestones = content;
    milestones.course.milestones.assign(2, { QStringLiteral("first"), {}, {}, {}, false });
    domain::CourseContent choices = content;
    choices.course.choices.assign(2, { QStringLiteral("language"), {}, {} });
    for (const domain::CourseContent& each : { areas, milestones, choices }) {
        QVERIFY(harness.store().installCourse(each).error().code == domain::ErrorCode::InvalidCourse);
    }
    QVERIFY(harness.store().course().value() == content.course);
    QVERIFY(!harness.store().search(QStringLiteral("git"), 10).value().empty());
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

} // namespace waymark::support
