// SPDX-License-Identifier: GPL-3.0-or-later
#include "PlannedLife.h"

#include "PastLife.h"

#include <domain/StudyEdits.h>
#include <session/RecallDesk.h>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace waymark::gallery {

namespace {

constexpr qint64 minute = 60'000;
constexpr qint64 hour = 60 * minute;

/// A skill that was studied: when, in days before now, and how long it took against its estimate.
struct Studied
{
    QString skill;
    int from = 0;
    int to = 0;
    double pace = 1;
};

class Life : public PastLife
{
public:
    using PastLife::PastLife;

    /// In sittings of three quarters of an hour to two hours, two days apart.
    void study(const Studied& studied)
    {
        const domain::Skill& skill = *m_workspace.roadmap().find(studied.skill);
        daysAgo(studied.from);
        apply(domain::startSkill(m_workspace.context(), studied.skill, false));
        int left = static_cast<int>(skill.hours * 60 * studied.pace);
        for (int ago = studied.from; left > 0; ago = std::max(ago - 2, studied.to)) {
            daysAgo(ago);
            const int minutes = ago <= studied.to ? std::min(left, 300) : std::min(left, 45 + (ago * 37) % 75);
            apply(domain::addTime(m_workspace.context(), studied.skill, m_now - (minutes + 30) * minute, minutes));
            left -= minutes;
            if (ago <= studied.to) {
                break;
            }
        }
        daysAgo(studied.to);
        apply(domain::finishSkill(m_workspace.context(), studied.skill));
    }

    void recall(const QString& skill, int ago)
    {
        daysAgo(ago);
        const session::RecallDesk desk(m_workspace);
        const QStringList cards = m_workspace.roadmap().find(skill)->cards.mid(0, 8);
        for (qsizetype i = 0; i < cards.size(); ++i) {
            const auto card = desk.card(skill, cards[i]);
            apply(desk.graded(*card, (i + ago) % 9 == 0 ? domain::Grade::Again : domain::Grade::Good, 7'000));
        }
    }
};

} // namespace

void plan(session::Workspace& workspace, qint64& now)
{
    Life life(workspace, now);
    const QDate today = learning::learningDay(now, workspace.zone());
    life.daysAgo(100);
    life.apply(domain::setLearner(life.context(), u"Ada"_s));
    life.apply(domain::setGoal(life.context(), { u"first-api"_s, 7, today.addDays(150) }));
    life.apply(domain::setChoice(life.context(), u"language"_s, { u"lang-python"_s }));
    life.apply(domain::setRhythm(life.context(), { { 60, 0, 60, 45, 60, 120, 75 }, u"breakfast"_s, 20, 3 }));
    life.apply(domain::addDaysOff(life.context(), { today.addDays(33), today.addDays(41), u"Holidays"_s }));
    life.apply(domain::addDaysOff(life.context(), { today.addDays(5), today.addDays(5), {} }));
    const Studied past[] = { { u"found-role-of-backend"_s, 97, 94, 0.8 }, { u"found-how-computers-work"_s, 93, 86, 1.2 },
        { u"found-dev-environment"_s, 85, 80, 0.7 }, { u"found-problem-solving"_s, 78, 70, 1.5 }, { u"sys-terminal-files"_s, 69, 60, 1.1 },
        { u"lang-basics"_s, 58, 36, 1.3 }, { u"net-internet"_s, 35, 28, 0.9 }, { u"db-relational-model"_s, 27, 12, 1.0 } };
    for (const Studied& each : past) {
        life.study(each);
        for (const int after : { 3, 9, 24 }) {
            if (each.to > after) {
                life.recall(each.skill, each.to - after);
            }
        }
    }
    life.daysAgo(9);
    life.apply(domain::startSkill(life.context(), u"vcs-git-basics"_s, false));
    for (const auto& [ago, minutes] : { std::pair(8, 50), std::pair(6, 95), std::pair(4, 40), std::pair(2, 60), std::pair(1, 75) }) {
        life.daysAgo(ago);
        life.apply(domain::addTime(life.context(), u"vcs-git-basics"_s, workspace.now() - 2 * hour, minutes));
    }
    life.apply(domain::wishOrder(life.context(), u"lang-choosing"_s, u"lang-collections"_s));
    life.apply(domain::wishOrder(life.context(), u"qual-unit-testing"_s, u"lang-functions"_s));
    life.apply(domain::moveOnBoard(life.context(), u"lang-functions"_s, domain::BoardLane::Doing));
    life.apply(domain::moveOnBoard(life.context(), u"vcs-branching-merging"_s, domain::BoardLane::Week));
    life.apply(domain::moveOnBoard(life.context(), u"sys-processes"_s, domain::BoardLane::Waiting));
    life.daysAgo(0);
    now -= 3 * minute;
    life.apply(domain::startTimer(life.context(), u"vcs-git-basics"_s, { 50, 10 }));
}

void overdo(session::Workspace& workspace, qint64& now)
{
    Life life(workspace, now);
    for (const QString& id : { u"net-http-messages"_s, u"lang-collections"_s }) {
        life.apply(domain::moveOnBoard(life.context(), id, domain::BoardLane::Doing));
    }
    life.apply(domain::dropTimer(life.context()));
    now -= 14 * hour;
    life.apply(domain::startTimer(life.context(), u"net-http-messages"_s));
}

} // namespace waymark::gallery
