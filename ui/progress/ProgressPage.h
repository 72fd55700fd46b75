// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <session/Workspace.h>
#include <ui/Page.h>

namespace waymark::ui {

class ProgressPage : public Page
{
    Q_OBJECT

public:
    explicit ProgressPage(session::Workspace& workspace, QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override;
    void show(const Place& place) override;
    using QWidget::show;

private:
    session::Workspace& m_workspace;
};

} // namespace waymark::ui
