// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ui/theme/Controls.h>

#include <session/Workspace.h>

class QPushButton;

namespace waymark::ui {

/// One of the next steps: the skill, why it comes now, how long it takes, and the button that goes there.
class StepCard : public Card
{
    Q_OBJECT

public:
    StepCard(const session::Workspace& workspace, const learning::NextStep& step, bool first, QWidget* parent = nullptr);

Q_SIGNALS:
    void openRequested(const QString& skill);
    void mapRequested(const QString& skill);
};

} // namespace waymark::ui
