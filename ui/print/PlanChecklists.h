// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ui/print/PrintSheet.h>

#include <domain/Progress.h>
#include <domain/Roadmap.h>

#include <QCoreApplication>

#include <functional>

namespace waymark::session {
class Workspace;
}

namespace waymark::ui {

/// The checklists of a printed plan, area by area: first the skills that were begun or lie on the way to the milestone, then the others;
/// what has no checklist closes its area as a table.
class PlanChecklists
{
    Q_DECLARE_TR_FUNCTIONS(PlanChecklists)

public:
    PlanChecklists(const session::Workspace& workspace, PrintSheet& sheet);

    /// `goesOn` is asked before each skill; false where it said so.
    [[nodiscard]] bool add(const std::function<bool()>& goesOn);

private:
    [[nodiscard]] bool addArea(std::size_t area, const std::function<bool()>& goesOn);
    void addAreaTitle(std::size_t area, double keepWithNext);
    void addSkill(int index);
    void addSkillTitle(int index);
    void addContinuation(const QString& title);
    void addNote(const domain::Note& note);
    void addItem(const domain::ChecklistItem& item, const domain::ItemProgress& progress);
    void addProof(const domain::Evidence& proof);
    void addTable(const std::vector<int>& skills);
    void addCheckBox(const QRectF& box, bool done);
    [[nodiscard]] PrintText noteText(const domain::Note& note) const;
    [[nodiscard]] PrintText proofText(const domain::Evidence& proof) const;
    [[nodiscard]] double heightOf(const domain::ChecklistItem& item, const domain::ItemProgress& progress) const;
    [[nodiscard]] QString factsOf(int index) const;
    [[nodiscard]] std::vector<int> inReadingOrder(const QString& area) const;

    const session::Workspace& m_workspace;
    PrintSheet& m_sheet;
    const PrintLook& m_look;
    std::vector<char> m_isFirst; ///< by index of the skill: begun, or on the way
};

} // namespace waymark::ui
