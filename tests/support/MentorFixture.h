// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <PlanPageFixture.h>
#include <WorkspaceFixture.h>

#include <domain/AtomicFile.h>

#include <QApplication>
#include <QDialog>
#include <QLabel>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <QUuid>
#include <QWidget>

/// A folder of plans as a mentor has it, and ways to press what a screen shows.
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

template <class T> [[nodiscard]] T* childOf(const QWidget& parent, const QString& name)
{
    T* found = parent.findChild<T*>(name);
    if (found == nullptr) {
        qFatal("no %s", qPrintable(name));
    }
    return found;
}

inline void clickOn(const QWidget& parent, const QString& name)
{
    auto* target = childOf<QWidget>(parent, name);
    QVERIFY2(target->isEnabled(), qPrintable(name));
    QTest::mouseClick(target, Qt::LeftButton);
}

/// What is done in the dialog that is about to open; it must be gone afterwards.
template <class Act> void inDialog(QObject& context, Act act)
{
    QTimer::singleShot(0, &context, [act] {
        auto* dialog = qobject_cast<QDialog*>(QApplication::activeModalWidget());
        QVERIFY(dialog != nullptr);
        act(*dialog);
        if (dialog->isVisible()) {
            dialog->reject();
        }
    });
}

} // namespace waymark::support
