// SPDX-License-Identifier: GPL-3.0-or-later
#include "LearningLife.h"

#include "PastLife.h"

#include <session/QuizDesk.h>
#include <session/RecallDesk.h>

using namespace Qt::StringLiterals;

namespace waymark::gallery {

namespace {

class Life : public PastLife
{
public:
    using PastLife::PastLife;

    void prove(const QString& skill)
    {
        for (const domain::ChecklistItem& item : m_workspace.roadmap().find(skill)->checklist) {
            apply(
                domain::checkItem(m_workspace.context(), skill, item.id, domain::Evidence { domain::EvidenceKind::Lab, u"12 of 12"_s, 0 }));
        }
    }

    void answer(const QString& skill, bool right, int count = 100)
    {
        const session::QuizDesk desk(m_workspace);
        const QStringList questions = m_workspace.roadmap().find(skill)->questions.mid(0, count);
        for (const QString& id : questions) {
            const exchange::QuizQuestion question = *desk.question(skill, id);
            const exchange::QuizAnswer key = right ? exchange::rightAnswer(question) : exchange::QuizAnswer {};
            apply(desk.answered(skill, question, key, exchange::judge(question, key), 20'000));
        }
    }

    void recall(const QString& skill, domain::Grade grade, int count = 100)
    {
        const session::RecallDesk desk(m_workspace);
        const QStringList cards = m_workspace.roadmap().find(skill)->cards.mid(0, count);
        for (const QString& id : cards) {
            apply(desk.graded(*desk.card(skill, id), grade, 7'000));
        }
    }
};

} // namespace

void learn(session::Workspace& workspace, qint64& now)
{
    const QString mastered = u"found-role-of-backend"_s;
    const QString fading = u"found-how-computers-work"_s;
    const QString begun = u"vcs-git-basics"_s;
    const QString wrong = u"lang-basics"_s;
    const QString confusable = u"lang-functions"_s;
    Life life(workspace, now);
    life.daysAgo(60);
    life.prove(mastered);
    life.prove(fading);
    for (const int ago : { 59, 58, 57 }) {
        life.daysAgo(ago);
        life.answer(mastered, true);
        life.answer(fading, true);
    }
    life.recall(fading, domain::Grade::Hard);
    life.daysAgo(12);
    life.recall(mastered, domain::Grade::Easy);
    for (int ago = 40; ago > 22; ago -= 2) {
        life.daysAgo(ago);
        life.recall(begun, ago % 4 == 0 ? domain::Grade::Good : domain::Grade::Again, 1);
    }
    life.daysAgo(6);
    life.recall(begun, domain::Grade::Good, 6);
    life.daysAgo(3);
    life.answer(confusable, true, 3);
    life.answer(wrong, false, 3);
}

} // namespace waymark::gallery
