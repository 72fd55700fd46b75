// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <session/MapLayoutTask.h>
#include <session/ReviewDesk.h>
#include <session/Workspace.h>

#include <QWidget>

namespace waymark::ui {

class MapCanvas;

/// The map of the installed course with the states of another learner's plan. What was handed in is lit: it has a flag while it waits for a
/// decision, and then says what was decided. A click or Enter on a skill asks for it.
class PlanMapView : public QWidget
{
    Q_OBJECT

public:
    PlanMapView(session::Workspace& workspace, const session::ReviewDesk& desk, QWidget* parent = nullptr);

    void select(const QString& skill);
    void refresh(); ///< after a decision

Q_SIGNALS:
    void skillChosen(const QString& skill); ///< pointed out
    void skillRequested(const QString& skill); ///< opened

private:
    [[nodiscard]] QString idOf(int index) const;

    session::Workspace& m_workspace;
    const session::ReviewDesk& m_desk;
    session::MapLayoutTask m_layout;
    MapCanvas* m_canvas;
    QString m_skill;
};

} // namespace waymark::ui
