// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "DrivenModels.h"
#include "PlanPageFixture.h"
#include "ReviewedLibrary.h"

#include <session/ReviewDesk.h>
#include <session/ReviewShelf.h>
#include <ui/mentor/AnswerListModel.h>
#include <ui/mentor/ReviewListModel.h>

#include <QTemporaryDir>

#include <array>

namespace waymark::support {

class Reviews : public Driven
{
public:
    explicit Reviews(RandomEdits& random)
        : Driven(random)
    {
        QObject::connect(
            m_workspace.get(), &session::Workspace::changed, &m_model, [this] { m_model.setLetters(m_shelf.letters(), QTimeZone::utc()); });
    }
    void step() override
    {
        const std::vector<session::ReviewLetter> letters = m_shelf.letters();
        switch (below(8)) {
        case 0:
            m_filter.setWords(words());
            break;
        case 1:
            m_filter.setOpenOnly(oneIn(2));
            break;
        case 2:
            m_filter.setKept(letters.empty() ? QString() : letters.front().id);
            break;
        case 3:
        case 4:
            QVERIFY(!m_workspace->nextUndo() || m_workspace->undo());
            break;
        case 5:
            receive();
            break;
        default:
            answer(letters);
        }
    }
    QList<QAbstractItemModel*> models() override { return { &m_model, &m_filter }; }

private:
    void receive()
    {
        const QString id = u"44444444-4444-4444-8444-44444444444%1"_s.arg(below(9));
        if (!m_workspace->progress().reviews().contains(id)) {
            exchange::ReviewDocument review = reviewOf(*m_workspace, static_cast<domain::Decision>(below(4)), id);
            review.created -= below(9) * 3'600'000;
            review.reviewer.name = u"Name %1"_s.arg(below(5));
            support::receive(*m_workspace, review);
        }
    }
    void answer(const std::vector<session::ReviewLetter>& letters)
    {
        if (letters.empty()) {
            return;
        }
        const session::ReviewLetter& letter = letters[static_cast<std::size_t>(below(static_cast<int>(letters.size())))];
        const QString entry = letter.entries[static_cast<std::size_t>(below(static_cast<int>(letter.entries.size())))].id;
        using Act = domain::Result<domain::Edit> (session::ReviewShelf::*)(const QString&, const QString&);
        const std::array<Act, 4> acts { &session::ReviewShelf::accept, &session::ReviewShelf::reject, &session::ReviewShelf::resolve,
            &session::ReviewShelf::reopen };
        const auto done = (m_shelf.*acts[static_cast<std::size_t>(below(4))])(letter.id, entry); // or refused, as the entry is
        Q_UNUSED(done)
    }

    std::unique_ptr<session::Workspace> m_workspace = reviewedLibrary();
    session::ReviewShelf m_shelf { *m_workspace };
    ui::ReviewListModel m_model;
    ui::ReviewListFilter m_filter { m_model };
};

class Answers : public Driven
{
public:
    explicit Answers(RandomEdits& random)
        : Driven(random)
    {
        m_filter.setSourceModel(&m_model);
        QObject::connect(m_desk.get(), &session::ReviewDesk::changed, &m_model, &ui::AnswerListModel::refresh);
    }
    void step() override
    {
        const auto& skills = m_desk->plan().skills;
        const QString skill = skills[static_cast<std::size_t>(below(static_cast<int>(skills.size())))].id;
        const auto decision = oneIn(3) ? std::nullopt : std::optional(static_cast<domain::Decision>(below(4)));
        switch (below(8)) {
        case 0:
            m_filter.setWords(words());
            break;
        case 1:
            m_desk->setOverall(decision, words());
            break;
        case 2:
            m_desk->undo();
            break;
        case 3:
            m_desk->redo();
            break;
        case 4:
            m_desk->putComment(
                { oneIn(2) ? QString() : u"c-%1"_s.arg(below(4)), skill, {}, exchange::CommentKind::Praise, u"Good"_s, false, {} });
            break;
        case 5:
            m_desk->removeComment(u"c-%1"_s.arg(below(4)));
            break;
        case 6:
            if (oneIn(5)) {
                m_desk->discard();
            }
            break;
        default:
            m_desk->decide(skill, decision, words());
        }
    }
    QList<QAbstractItemModel*> models() override { return { &m_model, &m_filter }; }

private:
    QTemporaryDir m_drafts;
    std::unique_ptr<session::ReviewDesk> m_desk = session::ReviewDesk::open(
        u"plan.json"_s, fixture::smallPlan(), m_drafts.path(), { [] { return fixture::morning; }, QTimeZone::utc() });
    ui::AnswerListModel m_model { *m_desk };
    ui::AnswerListFilter m_filter;
};

} // namespace waymark::support
