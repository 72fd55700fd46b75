// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ui/print/PrintSheet.h>

#include <exchange/PlanDocument.h>
#include <exchange/PlanSummary.h>
#include <session/Workspace.h>

#include <QCoreApplication>

namespace waymark::ui {

/// One sheet of paper for a meeting between mentor and learner, A4, as PDF in the light palette. What does not fit is counted, not
/// printed. Texts of the plans are printed as they stand; no file is read but the plan.
class MeetingPage
{
    Q_DECLARE_TR_FUNCTIONS(MeetingPage)

public:
    /// The workspace says what day it is.
    explicit MeetingPage(const session::Workspace& workspace)
        : m_workspace(workspace)
    {
    }

    /// A learner's plan: goal, what waits, what is asked, what is being learned.
    [[nodiscard]] domain::Result<QByteArray> ofPlan(const exchange::PlanDocument& plan) const;
    /// Several learners, one a line.
    [[nodiscard]] domain::Result<QByteArray> ofTable(const std::vector<exchange::PlanSummary>& plans) const;

private:
    struct Line
    {
        QString text;
        QString note; ///< at the right
    };

    [[nodiscard]] QString day(qint64 moment) const;
    void addHead(PrintSheet& sheet, const QString& over, const QString& title, const QString& under) const;
    void addList(PrintSheet& sheet, const QString& heading, const std::vector<Line>& lines, double room) const;
    void addLines(PrintSheet& sheet, double height) const;
    [[nodiscard]] static domain::Result<QByteArray> printed(const PrintSheet& sheet, const QString& title);

    const session::Workspace& m_workspace;
};

} // namespace waymark::ui
