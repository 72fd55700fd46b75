// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ui/Page.h>

#include <session/Workspace.h>

namespace waymark::ui {

class TextLabel;

/// One skill: its lesson in a readable column, and beside it the checklist, what it needs and unlocks, the note and the time.
class SkillPage : public Page {
    Q_OBJECT

public:
    explicit SkillPage(session::Workspace& workspace, QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override;
    void show(const Place& place) override;
    [[nodiscard]] QString currentSkill() const override { return m_skill; }

private:
    session::Workspace& m_workspace;
    QString m_skill;
    TextLabel* m_title = nullptr;
};

} // namespace waymark::ui
