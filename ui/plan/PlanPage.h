// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <session/Workspace.h>
#include <ui/Page.h>

QT_BEGIN_NAMESPACE
class QButtonGroup;
class QLayout;
class QStackedWidget;
QT_END_NAMESPACE

namespace waymark::ui {

class BoardPane;
class HoursPane;
class SchedulePane;

/// The plan: what comes when and by when it will be done, the board of this week, and the hours of study. Each is a pane and a part of the
/// page by its name.
class PlanPage : public Page
{
    Q_OBJECT

public:
    static inline const QString scheduleSection = QStringLiteral("schedule");
    static inline const QString boardSection = QStringLiteral("board");
    static inline const QString hoursSection = QStringLiteral("hours");

    explicit PlanPage(session::Workspace& workspace, QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override;
    void show(const Place& place) override;
    using QWidget::show;
    [[nodiscard]] Place inFull(const Place& place) const override;
    [[nodiscard]] QString currentSkill() const override;
    [[nodiscard]] QList<QAction*> pageActions() const override;
    [[nodiscard]] QVariantMap view() const override;
    void restoreView(const QVariantMap& view) override;
    void commitDrafts() override;
    void openDraft(const session::DraftPlace& draft) override; ///< of the hours
    [[nodiscard]] QStringList unsaved() const override;

Q_SIGNALS:
    void goalRequested();
    void courseRequested();

private:
    void makePanes();
    [[nodiscard]] QLayout* makeHead();
    void go(const QString& section);

    session::Workspace& m_workspace;
    QString m_section = scheduleSection;
    QButtonGroup* m_switch = nullptr;
    QStackedWidget* m_panes = nullptr;
    SchedulePane* m_schedule = nullptr;
    BoardPane* m_board = nullptr;
    HoursPane* m_hours = nullptr;
};

} // namespace waymark::ui
