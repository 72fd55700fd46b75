// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/plan/HoursPane.h>

namespace waymark::ui {

HoursPane::HoursPane(session::Workspace& workspace, QWidget* parent)
    : PlanPane(parent)
    , m_workspace(workspace)
{
}

} // namespace waymark::ui
