// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <PlanScreen.h>

#include <session/StudyPlan.h>
#include <ui/plan/SchedulePane.h>
#include <ui/words/PlanWords.h>

#include <QMouseEvent>
#include <QSlider>

namespace waymark::support {

using namespace Qt::StringLiterals;

/// The pane of the schedule over the graph course, and what it asks for.
struct ScheduleScreen : PlanScreen
{
    static inline const QStringList natural { u"base"_s, u"middle"_s, u"blue"_s, u"end"_s, u"top"_s }; ///< the order without a wish

    std::unique_ptr<ui::SchedulePane> pane;
    QStringList notices;
    QList<ui::Place> places;

    template <class... Args>
    explicit ScheduleScreen(Args... args)
        : PlanScreen(args...)
    {
    }
    void open(const QVariantMap& view = {})
    {
        pane = std::make_unique<ui::SchedulePane>(*workspace);
        QObject::connect(pane.get(), &ui::PlanPane::noticeRequested, pane.get(), [this](const QString& text) { notices.append(text); });
        QObject::connect(pane.get(), &ui::PlanPane::placeRequested, pane.get(), [this](const ui::Place& place) { places.append(place); });
        pane->restoreView(view);
        pane->resize(900, 640);
        pane->show();
        QVERIFY(QTest::qWaitForWindowActive(pane.get()));
        settle();
    }
    [[nodiscard]] ui::ScheduleView& list() const { return *childOf<ui::ScheduleView>(*pane, u"plan.schedule"_s); }
    [[nodiscard]] ui::ScheduleModel& model() const { return *static_cast<ui::ScheduleModel*>(list().model()); }
    [[nodiscard]] QStringList order() const { return skillsIn(model()); }
    [[nodiscard]] QRect rectOf(const QString& skill) const { return list().visualRect(model().index(model().rowOf(skill), 0)); }
    void choose(const QString& skill) const
    {
        list().scrollTo(model().index(model().rowOf(skill), 0));
        QTest::mouseClick(list().viewport(), Qt::LeftButton, {}, rectOf(skill).center());
        QCOMPARE(list().currentSkill(), skill);
    }
    /// Takes a row and moves the pointer, in steps as a hand does, until it is at this point of the list.
    void carry(const QString& skill, const QPoint& to) const
    {
        const QPoint from = rectOf(skill).center();
        QTest::mousePress(list().viewport(), Qt::LeftButton, {}, from);
        constexpr int steps = 10;
        for (int i = 1; i <= steps; ++i) {
            QMouseEvent move(
                QEvent::MouseMove, from + (to - from) * i / steps, list().viewport()->mapToGlobal(to), Qt::NoButton, Qt::LeftButton, {});
            QCoreApplication::sendEvent(list().viewport(), &move);
        }
    }
    void drag(const QString& skill, const QPoint& to) const
    {
        carry(skill, to);
        QTest::mouseRelease(list().viewport(), Qt::LeftButton, {}, to);
        settle();
    }
    [[nodiscard]] QSlider& slider(const QString& name) const { return *childOf<QSlider>(*pane, u"plan.trial."_s + name); }
    [[nodiscard]] QString text(const QString& name) const { return textIn(*pane, name); }
};

/// The dates as the forecast has them, worked out apart from the screen.
inline QString evenDate(const session::Workspace& workspace, const session::WhatIf& whatIf = {})
{
    return ui::PlanWords::date(learning::forecast(session::studyOutset(workspace, whatIf).input).p50);
}

} // namespace waymark::support
