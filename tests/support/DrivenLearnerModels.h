// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "DrivenModels.h"

#include <ui/map/OutlineModel.h>
#include <ui/recall/CardListModel.h>
#include <ui/window/FinderModel.h>

#include <QAction>

namespace waymark::support {

class Outline : public OverLibrary
{
public:
    explicit Outline(RandomEdits& random)
        : OverLibrary(random)
    {
        QObject::connect(&workspace(), &session::Workspace::changed, &m_filter, &ui::OutlineFilter::refresh);
    }
    void step() override
    {
        if (!oneIn(4)) {
            live();
            return;
        }
        ui::MapFilter filter;
        filter.text = words();
        if (oneIn(2)) {
            filter.states = { static_cast<learning::SkillState>(below(5)), static_cast<learning::SkillState>(below(5)) };
        }
        if (oneIn(3)) {
            filter.areas = { u"area-%1"_s.arg(below(4)) };
        }
        m_filter.setFilter(filter);
    }
    QList<QAbstractItemModel*> models() override { return { &m_model, &m_filter }; }

private:
    ui::OutlineModel m_model { workspace() };
    ui::OutlineFilter m_filter { workspace(), m_model };
};

class Cards : public OverLibrary
{
public:
    using OverLibrary::OverLibrary;
    void step() override
    {
        switch (below(8)) {
        case 0:
            m_filter.setFilter(static_cast<ui::CardFilter>(below(5)));
            break;
        case 1:
            m_filter.setWords(words());
            break;
        case 2:
            sort(m_filter);
            break;
        default:
            live();
            m_model.refreshTime(); // as the page does when the clock goes on
        }
    }
    QList<QAbstractItemModel*> models() override { return { &m_model, &m_filter }; }

private:
    ui::CardListModel m_model { workspace() };
    ui::CardListFilter m_filter { m_model };
};

class Finder : public OverLibrary
{
public:
    using OverLibrary::OverLibrary;
    void step() override
    {
        if (oneIn(3)) {
            m_second.setEnabled(!m_second.isEnabled());
            m_model.setPageActions(oneIn(2) ? QList<QAction*> { &m_second } : QList<QAction*> {});
        }
        live();
        m_model.setQuery(words()); // the palette is opened anew
    }
    QList<QAbstractItemModel*> models() override { return { &m_model }; }

private:
    QAction m_first { u"Skill of the day"_s };
    QAction m_second { u"Plain page"_s };
    ui::FinderModel m_model { workspace(), { &m_first } };
};

} // namespace waymark::support
