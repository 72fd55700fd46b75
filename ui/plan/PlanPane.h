// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ui/Page.h>

namespace waymark::ui {

/// One part of the plan. Its QWidget::actions() are those of the page for the palette and the shortcut sheet. It refreshes itself as the
/// workspace changes, and while it is hidden waits until it is shown.
class PlanPane : public QWidget
{
    Q_OBJECT

public:
    using QWidget::QWidget;

    /// Chooses a skill; an empty id leaves what is chosen.
    virtual void goTo(const QString& skill) { Q_UNUSED(skill); }
    [[nodiscard]] virtual QString currentSkill() const { return {}; }

Q_SIGNALS:
    void placeRequested(const waymark::ui::Place& place);
    void noticeRequested(const QString& text, waymark::ui::NoticeTone tone);
    void goalRequested();
    void courseRequested();
    void currentSkillChanged();
};

} // namespace waymark::ui
