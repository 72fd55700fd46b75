// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <PlanPageFixture.h>
#include <ScreenParts.h>
#include <WorkspaceFixture.h>

#include <domain/AtomicFile.h>

#include <QTemporaryDir>
#include <QUuid>

/// A folder of plans as a mentor has it.
namespace waymark::support {

using namespace Qt::StringLiterals;

struct MentorFixture
{
    WorkspaceFixture library;
    QTemporaryDir home;
    QStringList notices;

    [[nodiscard]] QString path(const QString& name) const { return home.filePath(name); }

    /// Writes a plan under a name, with its revision made anew; gives the path.
    QString write(const QString& name, exchange::PlanDocument plan) const
    {
        plan.revision = exchange::revisionOf(plan);
        if (!domain::writeFileAtomically(path(name), exchange::planToJson(plan))) {
            qFatal("the fixture cannot write a plan");
        }
        return path(name);
    }
    static exchange::PlanDocument planOf(const QString& learner)
    {
        exchange::PlanDocument plan = fixture::smallPlan();
        plan.learner = learner;
        plan.plan = QUuid::createUuidV5(QUuid(), learner).toString(QUuid::WithoutBraces);
        return plan;
    }
};

} // namespace waymark::support
