// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <session/Workspace.h>

#include <QAbstractButton>

#include <vector>

namespace waymark::ui {

class TextLabel;

/// The name of a skill with the sign of its state; a press asks for that skill.
class StateLink : public QAbstractButton
{
    Q_OBJECT

public:
    explicit StateLink(QWidget* parent = nullptr);

    void setSkill(const session::Workspace& workspace, int index);
    [[nodiscard]] const QString& skill() const { return m_skill; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    QString m_skill;
    learning::SkillState m_state = learning::SkillState::Locked;
};

/// A caption with links to skills under it; not seen while it has none. Links are used again, so that one that is being pressed stays.
class StateLinks : public QWidget
{
    Q_OBJECT

public:
    explicit StateLinks(QWidget* parent = nullptr);

    void setSkills(const session::Workspace& workspace, const QString& caption, const std::vector<int>& skills);

Q_SIGNALS:
    void skillRequested(const QString& skill);

private:
    TextLabel* m_caption;
    std::vector<StateLink*> m_links;
};

} // namespace waymark::ui
