// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ui/planpage/PageParts.h>
#include <ui/planpage/PageWriter.h>

#include <exchange/PlanDocument.h>

#include <QCoreApplication>

namespace waymark::ui {

/// One skill of the page with all that was done for it. The review form finds its places by the attributes data-skill, data-item,
/// data-criterion and by the class review-slot.
class PageSkill
{
    Q_DECLARE_TR_FUNCTIONS(PlanPage)

public:
    PageSkill(const PageContext& context, const exchange::PlanSkill& skill)
        : m_context(context)
        , m_page(context.page)
        , m_skill(skill)
    {
    }

    void write() const;

private:
    void heading() const;
    void facts() const;
    void signOff() const;
    void question() const;
    void note() const;
    void rubric() const;
    void rubricTable() const;
    void score(const exchange::PlanScore& score) const;
    void checklist() const;
    void item(const exchange::PlanItem& item) const;
    void evidence(const exchange::PlanEvidence& proof) const;
    void evidenceText(const domain::Evidence& evidence) const;
    void slot(const QString& of) const;
    [[nodiscard]] QString headingId() const { return QStringLiteral("heading-") + m_skill.id; }
    [[nodiscard]] bool isScored() const;
    [[nodiscard]] bool isNewSinceSignOff(const domain::Evidence& evidence) const;

    const PageContext& m_context;
    PageWriter& m_page;
    const exchange::PlanSkill& m_skill;
};

} // namespace waymark::ui
