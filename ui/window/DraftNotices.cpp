// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/window/DraftNotices.h>

#include <session/QuizDesk.h>
#include <session/RecallDesk.h>
#include <ui/plan/PlanPage.h>
#include <ui/recall/RecallPage.h>
#include <ui/words/Isolated.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark::ui {

using session::DraftKind;
using session::DraftPlace;

DraftNotices::DraftNotices(session::Workspace& workspace, QObject* parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_show(new QAction(tr("Show it"), this))
{
    if (!workspace.isReadOnly()) {
        m_left = workspace.drafts().places();
    }
    m_show->setObjectName(u"drafts.show"_s);
    connect(m_show, &QAction::triggered, this, &DraftNotices::show);
}

QString DraftNotices::sentence(const DraftPlace& draft) const
{
    const domain::Skill* skill = m_workspace.roadmap().find(draft.skill);
    switch (draft.kind) {
    case DraftKind::Goal:
        return tr("You were changing your goal and did not finish it.");
    case DraftKind::Cue:
        return tr("You wrote down after what you study and did not save it.");
    case DraftKind::DaysOff:
        return tr("You wrote down days off and did not add them.");
    case DraftKind::Card:
        if (draft.part.isEmpty()) {
            return tr("You wrote a card and did not add it.");
        }
        return skill != nullptr && session::RecallDesk(m_workspace).card(draft.skill, draft.part)
            ? tr("You changed a card of \"%1\" and did not save it.").arg(isolated(skill->title))
            : QString();
    case DraftKind::Answer:
        return skill != nullptr && session::QuizDesk(m_workspace).question(draft.skill, draft.part)
            ? tr("You wrote an answer to a question of \"%1\" and did not hand it in.").arg(isolated(skill->title))
            : QString();
    case DraftKind::Time:
        return skill == nullptr ? QString() : tr("You entered a time of study on \"%1\" and did not save it.").arg(isolated(skill->title));
    case DraftKind::Evidence:
        break;
    }
    return skill == nullptr ? QString() : tr("You wrote evidence for \"%1\" and did not save it.").arg(isolated(skill->title));
}

Place DraftNotices::placeOf(const DraftPlace& draft)
{
    switch (draft.kind) {
    case DraftKind::Card:
        return { PageId::Recall, {}, draft.part.isEmpty() ? QString() : RecallPage::listSection };
    case DraftKind::Cue:
    case DraftKind::DaysOff:
        return { PageId::Plan, {}, PlanPage::hoursSection };
    case DraftKind::Goal:
    case DraftKind::Evidence:
    case DraftKind::Time:
    case DraftKind::Answer:
        break;
    }
    return { PageId::Skill, draft.skill, {} };
}

QString DraftNotices::titleOf(const session::Workspace& workspace, const DraftPlace& draft)
{
    switch (draft.kind) {
    case DraftKind::Goal:
        return tr("Your goal");
    case DraftKind::Cue:
    case DraftKind::DaysOff:
        return tr("Hours of study");
    case DraftKind::Card:
        if (draft.part.isEmpty()) {
            return tr("New card");
        }
        break;
    case DraftKind::Evidence:
    case DraftKind::Time:
    case DraftKind::Answer:
        break;
    }
    const QString id = workspace.drafts().placeToday(draft).skill;
    const domain::Skill* skill = workspace.roadmap().find(id);
    return skill == nullptr ? id : skill->title;
}

QStringList DraftNotices::titlesOfUnwritten(const session::Workspace& workspace)
{
    QStringList titles;
    for (const DraftPlace& draft : workspace.drafts().unwritten()) {
        titles.append(titleOf(workspace, draft));
    }
    titles.removeDuplicates();
    return titles;
}

void DraftNotices::tell()
{
    const session::Drafts& drafts = m_workspace.drafts();
    std::ranges::transform(m_left, m_left.begin(), [&drafts](const DraftPlace& draft) { return drafts.placeToday(draft); });
    const auto present = drafts.places();
    const auto isSettled = [&](const DraftPlace& draft) {
        return std::ranges::find(present, draft) == present.end() || sentence(draft).isEmpty(); // saved or cancelled meanwhile
    };
    std::erase_if(m_left, isSettled);
    if (!m_left.empty()) {
        Q_EMIT offered(sentence(m_left.front()), m_show);
    }
}

/// Then of the next one; after the last the notice goes, as it does when the data of its action is another one.
void DraftNotices::show()
{
    if (m_left.empty()) {
        return;
    }
    const DraftPlace draft = m_left.front();
    m_left.erase(m_left.begin());
    Q_EMIT openRequested(draft);
    tell();
    if (m_left.empty()) {
        m_show->setData(true);
    }
}

} // namespace waymark::ui
