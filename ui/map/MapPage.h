// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ui/Page.h>

#include <session/MapLayoutTask.h>
#include <session/Workspace.h>

namespace waymark::ui {

class MapCanvas;

/// The map as a page. It lays the course out off the window's thread and hands the layout to the canvas.
class MapPage : public Page {
    Q_OBJECT

public:
    explicit MapPage(session::Workspace& workspace, QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override;
    void show(const Place& place) override;
    using QWidget::show;
    [[nodiscard]] QString currentSkill() const override;

private:
    session::Workspace& m_workspace;
    session::MapLayoutTask m_layout;
    MapCanvas* m_canvas = nullptr;
};

} // namespace waymark::ui
