// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <session/Workspace.h>
#include <ui/plan/PlanPane.h>

namespace waymark::ui {

class HoursPane : public PlanPane
{
    Q_OBJECT

public:
    explicit HoursPane(session::Workspace& workspace, QWidget* parent = nullptr);

private:
    session::Workspace& m_workspace;
};

} // namespace waymark::ui
