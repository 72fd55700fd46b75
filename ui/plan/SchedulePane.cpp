// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/plan/SchedulePane.h>

namespace waymark::ui {

SchedulePane::SchedulePane(session::Workspace& workspace, QWidget* parent)
    : PlanPane(parent)
    , m_workspace(workspace)
{
}

} // namespace waymark::ui
