// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ui/print/PlanPdf.h>
#include <ui/print/PrintSheet.h>

#include <QCoreApplication>

namespace waymark::ui {

/// The first two pages of a printed plan: who goes where and how far along, and the map.
class PlanOverview
{
    Q_DECLARE_TR_FUNCTIONS(PlanOverview)

public:
    PlanOverview(const session::Workspace& workspace, PrintSheet& sheet);

    void addFirstPage();
    void addMap(const MapPainting& paintMap);

private:
    struct Row
    {
        QString title;
        int done = 0;
        int total = 0;
        QString hours;
        QColor colour;
        bool isHeadedFor = false;
    };
    /// Rows under one heading; the numbers of all rows share their widths.
    struct Column
    {
        QString heading;
        std::vector<Row> rows;
        double left = 0;
        double width = 0;
        double doneWidth = 0;
        double hoursWidth = 0;
    };

    void addCover();
    void addFacts();
    void addNextSteps();
    void addStandings();
    void measure(Column& column) const;
    void addRow(const Row& row, const Column& column);
    [[nodiscard]] static QString doneText(const Row& row);
    [[nodiscard]] PrintStyle numberStyle(const Row& row) const;
    void addLegend(double y);
    [[nodiscard]] std::vector<std::pair<QString, QString>> facts() const;
    [[nodiscard]] std::vector<Row> milestoneRows() const;
    [[nodiscard]] std::vector<Row> areaRows() const;

    const session::Workspace& m_workspace;
    PrintSheet& m_sheet;
    const PrintLook& m_look;
};

} // namespace waymark::ui
