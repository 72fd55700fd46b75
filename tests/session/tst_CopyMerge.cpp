// SPDX-License-Identifier: GPL-3.0-or-later
#include <MergedCopies.h>
#include <SampleCourse.h>

#include <learning/Replay.h>
#include <session/CopyMerge.h>
#include <session/RecallDesk.h>
#include <session/Workspace.h>

#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark;
using domain::ErrorCode;
using session::Workspace;
using support::MemoryStore;

namespace {

constexpr qint64 day = 24 * 60 * 60'000;
constexpr qint64 morning = 1'790'000'000'000;

domain::CourseContent courseWithCards()
{
    domain::CourseContent content = support::sampleCourse();
    content.course.skills.front().cards = { u"first"_s };
    content.course.skills.front().questions = { u"which"_s };
    return content;
}

MemoryStore installed(const domain::CourseContent& content)
{
    MemoryStore store;
    if (!store.installCourse(content)) {
        qFatal("the course does not install");
    }
    return store;
}

/// A copy of a library, open at a moment.
struct Copy
{
    MemoryStore* store = nullptr; ///< owned by the workspace
    std::unique_ptr<Workspace> workspace;

    Copy(const MemoryStore& of, qint64 now)
    {
        auto owned = std::make_unique<MemoryStore>(of);
        store = owned.get();
        workspace = std::move(*Workspace::open(std::move(owned), { [now] { return now; }, QTimeZone::utc() }));
    }

    [[nodiscard]] QString skill() const { return workspace->course().skills.front().id; }
    void apply(const domain::Result<domain::Edit>& edit) const
    {
        if (const auto done = workspace->apply(edit); !done || done->changes.empty()) {
            qFatal("the edit is not made");
        }
    }
    void recall(domain::Grade grade) const
    {
        const domain::CardState state = workspace->progress().skill(skill()).cards.value(u"first"_s);
        apply(session::RecallDesk(*workspace).graded({ skill(), u"first"_s, {}, {}, false, state }, grade, 900));
    }
    void answer(bool right) const
    {
        domain::Attempt attempt;
        attempt.right = right;
        apply(domain::answerQuestion(workspace->context(), skill(), u"which"_s, attempt));
    }
    [[nodiscard]] domain::LibraryContents read() const
    {
        return { store->libraryId().value(), store->course().value().value(), workspace->progress(), support::wholeJournal(*store) };
    }
    [[nodiscard]] domain::Result<session::MergePreview> preview(const Copy& other) const
    {
        return session::previewOf(*session::libraryHere(*workspace), other.read(), u"other.waymark"_s);
    }
    [[nodiscard]] QByteArray mergedHash(const Copy& other) const
    {
        apply(preview(other).value().merge.edit);
        return domain::contentHash(workspace->progress());
    }
    [[nodiscard]] bool isWhereRecallsLead() const
    {
        const QHash<QString, qint64> unknown;
        return learning::replay(workspace->progress(), { workspace->zone(), unknown, &workspace->course() }).differences.empty();
    }
};

} // namespace

class tst_CopyMerge : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aCardRecalledInBothStandsWhereAllRecallsLead()
    {
        const MemoryStore common = installed(courseWithCards());
        const Copy a(common, morning);
        const Copy b(common, morning + 3 * day);
        a.recall(domain::Grade::Good);
        b.recall(domain::Grade::Again);
        const MemoryStore before = *a.store;
        const QByteArray merged = a.mergedHash(b);
        QCOMPARE(b.mergedHash(Copy(before, morning)), merged);
        const domain::SkillProgress& skill = a.workspace->progress().skill(a.skill());
        QCOMPARE(skill.recalls.value(u"first"_s).size(), 2);
        QCOMPARE(skill.cards.value(u"first"_s).schedule.reps, 2);
        QVERIFY(a.isWhereRecallsLead());
        QVERIFY(a.preview(b).value().isEmpty()); // and so it stays
    }

    void ofTheAnswersToAQuestionOneIsTheFirst()
    {
        const MemoryStore common = installed(courseWithCards());
        const Copy a(common, morning + day);
        const Copy b(common, morning);
        a.answer(true);
        b.answer(false);
        const MemoryStore before = *a.store;
        const QByteArray merged = a.mergedHash(b);
        QCOMPARE(b.mergedHash(Copy(before, morning)), merged);
        QVERIFY(a.isWhereRecallsLead());
        const auto attempts = a.workspace->progress().skill(a.skill()).attempts.value(u"which"_s);
        QCOMPARE(attempts.size(), 2);
        for (const domain::Attempt& attempt : attempts) {
            QCOMPARE(attempt.first, !attempt.right);
        }
    }

    void aPreviewCountsAndNamesSkills()
    {
        const MemoryStore common = installed(support::sampleCourse());
        const Copy a(common, morning);
        const Copy b(common, morning);
        b.apply(domain::writeNote(b.workspace->context(), b.skill(), u"words"_s));
        b.apply(domain::setLearner(b.workspace->context(), u"Ada"_s));
        const session::MergePreview preview = a.preview(b).value();
        QCOMPARE(preview.added, 2);
        QCOMPARE(preview.changed, 0);
        QCOMPARE(preview.removed, 0);
        QCOMPARE(preview.merge.newEdits, 2);
        QCOMPARE(preview.skills, QStringList(a.skill()));
    }

    void anotherLibraryIsRefused()
    {
        const Copy a(installed(support::sampleCourse()), morning);
        domain::LibraryContents other = a.read();
        other.libraryId = u"another"_s;
        const auto refused = session::previewOf(*session::libraryHere(*a.workspace), other, u"other.waymark"_s);
        QVERIFY(!refused && refused.error().code == ErrorCode::OtherLibrary && refused.error().subject == u"other.waymark");
    }

    void workOnAnOlderEditionOfTheCourseGoesWhereItsSkillWent()
    {
        const MemoryStore common = installed(support::sampleCourse());
        const Copy b(common, morning);
        b.apply(domain::writeNote(b.workspace->context(), b.skill(), u"words"_s));
        const Copy a(common, morning);
        const QString old = a.skill();
        domain::CourseContent newer = support::sampleCourse();
        newer.course.skills.front().id = u"renamed"_s;
        newer.course.moved.insert(old, u"renamed"_s);
        for (domain::Skill& skill : newer.course.skills) {
            skill.prerequisites.replaceInStrings(old, u"renamed"_s);
        }
        for (domain::Lesson& lesson : newer.lessons) {
            lesson.skill = lesson.skill == old ? u"renamed"_s : lesson.skill;
        }
        QVERIFY(a.workspace->installCourse(newer).has_value());
        a.apply(a.preview(b).value().merge.edit);
        QVERIFY(a.workspace->progress().skill(u"renamed"_s).note.has_value());
        // The other way round its ids are not known yet.
        const auto refused = b.preview(a);
        QVERIFY(!refused && refused.error().code == ErrorCode::Refused);
    }
};

QTEST_GUILESS_MAIN(tst_CopyMerge)
#include "tst_CopyMerge.moc"
