// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <exchange/PlanDocument.h>
#include <session/MapLayoutTask.h>
#include <session/Workspace.h>

#include <QWidget>

namespace waymark::ui {

class MapCanvas;

/// The map of the installed course with the states of another learner's plan; what waits for a decision is lit. A click or Enter on a
/// skill asks for it.
class PlanMapView : public QWidget
{
    Q_OBJECT

public:
    PlanMapView(session::Workspace& workspace, const exchange::PlanDocument& plan, QWidget* parent = nullptr);

    void select(const QString& skill);

Q_SIGNALS:
    void skillChosen(const QString& skill); ///< pointed out
    void skillRequested(const QString& skill); ///< opened

private:
    [[nodiscard]] QString idOf(int index) const;

    session::Workspace& m_workspace;
    session::MapLayoutTask m_layout;
    MapCanvas* m_canvas;
    QString m_skill;
};

} // namespace waymark::ui
