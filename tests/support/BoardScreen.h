// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ClockedLibrary.h>
#include <ScreenParts.h>

#include <ui/plan/BoardColumn.h>
#include <ui/plan/BoardList.h>
#include <ui/plan/BoardPane.h>

#include <QMouseEvent>

namespace waymark::support {

using namespace Qt::StringLiterals;

inline const QString base = u"base"_s;

/// The board over the small course, or another. A test of it derives from this.
class BoardScreen
{
protected:
    using BoardLane = domain::BoardLane;
    static constexpr qint64 wednesday = 1'795'003'200'000; ///< 2026-11-18, noon

    void close()
    {
        m_pane.reset();
        m_library.reset();
    }
    void open(const domain::Course& course = graphCourse(), double hours = 2)
    {
        m_pane.reset();
        m_library = std::make_unique<ClockedLibrary>(wednesday, ClockedLibrary::content(course));
        if (!course.id.isEmpty()) {
            m_library->aim(hours);
        }
        show();
    }
    void show(Qt::LayoutDirection direction = Qt::LeftToRight, QSize size = { 930, 560 })
    {
        m_notices.clear();
        m_places.clear();
        m_pane = std::make_unique<ui::BoardPane>(workspace());
        QObject::connect(
            m_pane.get(), &ui::PlanPane::noticeRequested, m_pane.get(), [this](const QString& text) { m_notices.append(text); });
        QObject::connect(
            m_pane.get(), &ui::PlanPane::placeRequested, m_pane.get(), [this](const ui::Place& place) { m_places.push_back(place); });
        m_pane->setLayoutDirection(direction);
        m_pane->resize(size);
        m_pane->show();
        QVERIFY(QTest::qWaitForWindowActive(m_pane.get()));
    }
    [[nodiscard]] session::Workspace& workspace() const { return *m_library->workspace; }
    [[nodiscard]] ui::BoardColumn& column(BoardLane lane) const
    {
        return *childOf<ui::BoardColumn>(*m_pane, u"board.column."_s + domain::toString(lane));
    }
    [[nodiscard]] ui::BoardList& list(BoardLane lane) const { return column(lane).list(); }
    [[nodiscard]] QStringList in(BoardLane lane) const
    {
        QStringList ids;
        const ui::BoardLaneModel& model = column(lane).model();
        for (int row = 0; row < model.rowCount(); ++row) {
            ids.append(model.data(model.index(row), ui::BoardLaneModel::SkillRole).toString());
        }
        return ids;
    }
    [[nodiscard]] QString text(const QString& name) const { return textIn(*m_pane, name); }
    [[nodiscard]] QPoint middleOf(BoardLane lane, const QString& skill) const
    {
        const ui::BoardLaneModel& model = column(lane).model();
        return list(lane).visualRect(model.index(model.rowOf(skill))).center();
    }
    void choose(const QString& skill) const
    {
        m_pane->goTo(skill);
        for (ui::BoardList* each : m_pane->findChildren<ui::BoardList*>()) {
            if (each->currentSkill() == skill) {
                each->setFocus();
            }
        }
        QCOMPARE(m_pane->currentSkill(), skill);
    }
    void press(int key, Qt::KeyboardModifiers modifiers = {}) const
    {
        QTest::keyClick(QApplication::focusWidget(), static_cast<Qt::Key>(key), modifiers);
    }
    [[nodiscard]] BoardLane laneOf(const QString& skill) const
    {
        for (const BoardLane lane : domain::boardLanes) {
            if (in(lane).contains(skill)) {
                return lane;
            }
        }
        qFatal("%s is not on the board", qPrintable(skill));
    }
    /// Presses a card and pulls it into the middle of another column, without letting go.
    void pull(const QString& skill, BoardLane to) const
    {
        const BoardLane from = laneOf(skill);
        QWidget* viewport = list(from).viewport();
        const QPoint start = middleOf(from, skill);
        QTest::mousePress(viewport, Qt::LeftButton, {}, start);
        const QPoint end = viewport->mapFromGlobal(column(to).mapToGlobal(column(to).rect().center()));
        for (const QPoint& at : { start + QPoint(QApplication::startDragDistance() + 1, 0), end }) {
            QMouseEvent move(QEvent::MouseMove, at, viewport->mapToGlobal(at), Qt::NoButton, Qt::LeftButton, {});
            QApplication::sendEvent(viewport, &move);
        }
    }
    void letGo(const QString& skill, BoardLane to) const
    {
        const BoardLane from = laneOf(skill);
        QWidget* viewport = list(from).viewport();
        QTest::mouseRelease(viewport, Qt::LeftButton, {}, viewport->mapFromGlobal(column(to).mapToGlobal(column(to).rect().center())));
    }
    void drag(const QString& skill, BoardLane to) const
    {
        pull(skill, to);
        letGo(skill, to);
    }
    void begin(const QStringList& skills) const
    {
        for (const QString& skill : skills) {
            m_library->apply(domain::startSkill(workspace().context(), skill, false));
        }
    }

    std::unique_ptr<ClockedLibrary> m_library;
    std::unique_ptr<ui::BoardPane> m_pane;
    QStringList m_notices;
    std::vector<ui::Place> m_places;
};

} // namespace waymark::support
