// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/Recovery.h>

#include <QCoreApplication>

namespace waymark::ui {

/// The sentences about a library that was recovered.
class RecoveryWords
{
    Q_DECLARE_TR_FUNCTIONS(RecoveryWords)

public:
    /// What a row of the report is about: the notes, the recalls ...
    [[nodiscard]] static QString of(const domain::RecoveredTable& table);
    /// Where the rows of it came from; empty where there are none.
    [[nodiscard]] static QString sources(const domain::RecoveredTable& table);
    [[nodiscard]] static QString lost(const domain::RecoveredTable& table);
    /// What came back and what did not, in one paragraph.
    [[nodiscard]] static QString summary(const domain::RecoveryReport& report);
    /// The whole report as text: the summary, where the damaged file is, a line for each table.
    [[nodiscard]] static QString text(const domain::RecoveryReport& report);

    /// What a way of recovery will do, before it is taken.
    [[nodiscard]] static QString promise(domain::RecoveryWay way);

private:
    [[nodiscard]] static QString ofLearning(domain::RecordKind kind);
    [[nodiscard]] static QString ofPlan(domain::RecordKind kind);
};

} // namespace waymark::ui
