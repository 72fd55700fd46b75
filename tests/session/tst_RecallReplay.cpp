// SPDX-License-Identifier: GPL-3.0-or-later
// What a learner did at the desk over months, and what its replay makes of it.
#include <MemoryWorkspace.h>
#include <RandomEdits.h>
#include <SampleCourse.h>

#include <domain/JournalReplay.h>
#include <learning/Replay.h>
#include <session/RecallDesk.h>

#include <QTest>

#include <rapidcheck.h>

using namespace Qt::StringLiterals;
using namespace waymark;
using domain::Grade;
using session::RecallDesk;
using session::Workspace;

namespace {

constexpr qint64 minute = 60'000;
constexpr qint64 day = 24 * 60 * minute;
constexpr int everything = 100'000;

domain::CourseContent courseWithCards()
{
    domain::CourseContent content = support::sampleCourse();
    for (domain::Skill& skill : content.course.skills) {
        skill.cards = { u"first"_s, u"second"_s, u"third"_s };
        skill.questions = { u"which"_s };
    }
    return content;
}

class Learner
{
public:
    explicit Learner(quint64 seed)
        : m_random(seed)
    {
        m_workspace = support::MemoryWorkspace(courseWithCards(), { [this] { return m_now; }, QTimeZone("Europe/Berlin") }).workspace;
    }

    [[nodiscard]] Workspace& workspace() { return *m_workspace; }
    [[nodiscard]] int made() const { return m_made; }

    void recall()
    {
        const auto& skills = m_workspace->course().skills;
        const domain::Skill& skill = skills[static_cast<std::size_t>(m_random.below(static_cast<int>(skills.size())))];
        const QString card = skill.cards[m_random.below(3)];
        const domain::CardState state = m_workspace->progress().skill(skill.id).cards.value(card);
        m_now = m_random.below(3) == 0 ? m_now : std::max(m_now, std::min(state.schedule.due, m_now + 40 * day));
        const RecallDesk desk(*m_workspace);
        const auto grade = static_cast<Grade>(1 + m_random.below(4));
        apply(desk.graded({ skill.id, card, {}, {}, false, state }, grade, m_random.below(90'000)));
        ++m_made;
    }

    /// What else happens between two recalls.
    void pause()
    {
        const domain::EditContext context = m_workspace->context();
        switch (m_random.below(14)) {
        case 0:
            return apply(domain::setRecall(context, { 0.7 + m_random.below(30) / 100.0, 20, 10 }));
        case 1:
            m_made -= m_workspace->undo().value_or(domain::Edit {}).kind == domain::EditKind::RecallCard ? 1 : 0;
            return;
        case 2:
            m_made += m_workspace->redo().value_or(domain::Edit {}).kind == domain::EditKind::RecallCard ? 1 : 0;
            return;
        case 3:
            return apply(domain::suspendCard(context, u"vcs-git"_s, u"first"_s, m_random.below(2) == 0));
        case 4:
            return apply(domain::buryCard(context, u"vcs-git"_s, u"second"_s, m_now + day));
        case 5: {
            domain::Attempt attempt;
            attempt.right = m_random.below(2) == 0;
            return apply(domain::answerQuestion(context, u"vcs-git"_s, u"which"_s, attempt));
        }
        case 6:
            return apply(domain::resetSkill(context, u"vcs-git"_s));
        case 7:
            m_now += m_random.below(72) * 60 * minute;
            return;
        case 8:
            m_now -= m_random.below(10) == 0 ? 50 * 60 * minute : 0; // somebody set the clock
            return;
        default:
            m_now += m_random.below(20) * minute;
        }
    }

    [[nodiscard]] learning::Replay replayed()
    {
        const auto journal = m_workspace->journal(everything).value();
        const QHash<QString, qint64> order = domain::orderOf({ m_workspace->progress().records(), journal });
        return learning::replay(m_workspace->progress(), { m_workspace->zone(), order, &m_workspace->course() });
    }

private:
    void apply(const domain::Result<domain::Edit>& edit)
    {
        if (!m_workspace->apply(edit)) {
            qFatal("an edit does not apply");
        }
    }

    support::RandomEdits m_random;
    qint64 m_now = 1'795'255'200'000; // 2026-11-21 10:00 UTC
    int m_made = 0;
    std::unique_ptr<Workspace> m_workspace;
};

QString linesOf(const learning::Replay& replay)
{
    QStringList lines;
    for (const learning::ReplayDifference& each : replay.differences) {
        lines.append(u"%1/%2 %3 %4 -> %5"_s.arg(each.key.skill, each.key.item, learning::toString(each.member), each.stored, each.rebuilt));
    }
    return lines.join(u'\n');
}

} // namespace

class tst_RecallReplay : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRecallRemembersTheRetentionThatWasWanted()
    {
        Learner learner(1);
        QVERIFY(learner.workspace().apply(domain::setRecall(learner.workspace().context(), { 0.83, 20, 10 })).has_value());
        learner.recall();
        for (const domain::SkillProgress& skill : learner.workspace().progress().skills()) {
            QCOMPARE(skill.recalls.first().first().retention, 0.83);
        }
    }

    void monthsOfRecallsReplayToThemselves()
    {
        for (quint64 seed = 1; seed <= 4; ++seed) {
            Learner learner(seed);
            for (int i = 0; i < 500; ++i) {
                learner.recall();
                learner.pause();
            }
            const learning::Replay replay = learner.replayed();
            QCOMPARE(linesOf(replay), QString());
            QCOMPARE(replay.recalls, learner.made());
            const auto journal = learner.workspace().journal(everything).value();
            const domain::JournalReplay whole = domain::replayJournal(journal, learner.workspace().progress());
            QCOMPARE(whole.missing, 0);
            QCOMPARE(whole.unfitting, 0);
            QVERIFY(whole.differences.empty());
        }
    }

    void anySequenceReplaysToItself()
    {
        const bool holds = rc::check("what the desk graded replays to itself", [](quint64 seed) {
            Learner learner(seed);
            for (int i = 0; i < 30; ++i) {
                learner.recall();
                learner.pause();
            }
            RC_ASSERT(linesOf(learner.replayed()).toStdString() == "");
        });
        QVERIFY(holds);
    }
};

QTEST_GUILESS_MAIN(tst_RecallReplay)
#include "tst_RecallReplay.moc"
