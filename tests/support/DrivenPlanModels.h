// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "DrivenModels.h"

#include <ui/plan/BoardLaneModel.h>
#include <ui/plan/BoardPane.h>
#include <ui/plan/DaysOffModel.h>
#include <ui/plan/ScheduleModel.h>
#include <ui/progress/ProgressViews.h>

namespace waymark::support {

class DaysOff : public OverLibrary
{
public:
    using OverLibrary::OverLibrary;
    void step() override { live(); }
    QList<QAbstractItemModel*> models() override { return { &m_model }; }

private:
    ui::DaysOffModel m_model { workspace() };
};

class Schedule : public OverLibrary
{
public:
    explicit Schedule(RandomEdits& random)
        : OverLibrary(random)
    {
        QObject::connect(&workspace(), &session::Workspace::changed, &m_model, [this](const session::Changes& changes) {
            if (changes.course) {
                m_model.forget();
            }
            const session::StudyOutset outset = session::studyOutset(workspace());
            m_model.setRows(ui::scheduleRows(workspace(), outset, session::scheduleOf(outset)));
        });
    }
    void step() override { live(); }
    QList<QAbstractItemModel*> models() override { return { &m_model }; }

private:
    ui::ScheduleModel m_model { workspace() };
};

class Board : public OverLibrary
{
public:
    explicit Board(RandomEdits& random)
        : OverLibrary(random)
    {
        m_pane.show();
    }
    void step() override { live(); }
    QList<QAbstractItemModel*> models() override
    {
        const auto found = m_pane.findChildren<ui::BoardLaneModel*>();
        return { found.begin(), found.end() };
    }

private:
    ui::BoardPane m_pane { workspace() };
};

class Figures : public OverLibrary
{
public:
    using OverLibrary::OverLibrary;
    void step() override
    {
        live();
        if (oneIn(10)) {
            m_chart = static_cast<ui::ProgressChart>(below(static_cast<int>(ui::ProgressChart::Areas) + 1));
        }
        m_model.setTable(ui::progressView(m_chart, workspace(), { session::studyOutset(workspace()) }).table);
    }
    QList<QAbstractItemModel*> models() override { return { &m_model }; }

private:
    ui::FiguresModel m_model;
    ui::ProgressChart m_chart = ui::ProgressChart::Hours;
};

} // namespace waymark::support
