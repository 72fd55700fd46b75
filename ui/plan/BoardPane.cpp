// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/plan/BoardPane.h>

namespace waymark::ui {

BoardPane::BoardPane(session::Workspace& workspace, QWidget* parent)
    : PlanPane(parent)
    , m_workspace(workspace)
{
}

} // namespace waymark::ui
