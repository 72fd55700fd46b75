// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ui/theme/Controls.h>

#include <session/Workspace.h>

class QPushButton;

namespace waymark::ui {

/// One of the next steps, or the project to work on: what it is, why it comes now, how long it takes, and the button that goes there.
class StepCard : public Card
{
    Q_OBJECT

public:
    StepCard(const session::Workspace& workspace, const learning::NextStep& step, bool first, QWidget* parent = nullptr);
    StepCard(const session::Workspace& workspace, const domain::Skill& project, QWidget* parent = nullptr);

Q_SIGNALS:
    void openRequested(const QString& skill);
    void mapRequested(const QString& skill);

private:
    struct Content;
    void build(const domain::Skill& skill, const Content& content);
    QPushButton* makeButton(const QString& name, const QString& text, ButtonKind kind, const domain::Skill& skill);
};

} // namespace waymark::ui
