// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <session/Workspace.h>
#include <ui/plan/PlanPane.h>

namespace waymark::ui {

class SchedulePane : public PlanPane
{
    Q_OBJECT

public:
    explicit SchedulePane(session::Workspace& workspace, QWidget* parent = nullptr);

    [[nodiscard]] QVariantMap view() const { return {}; }
    void restoreView(const QVariantMap&) { }

private:
    session::Workspace& m_workspace;
};

} // namespace waymark::ui
