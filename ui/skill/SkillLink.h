// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <learning/SkillStates.h>
#include <ui/words/SkillIcons.h>

#include <QAbstractButton>

namespace waymark::ui {

/// A link to another skill: the sign of its state and its title, wrapped where it is long.
class SkillLink : public QAbstractButton
{
    Q_OBJECT

public:
    SkillLink(const QString& skill, const QString& title, QWidget* parent = nullptr);

    [[nodiscard]] QString skill() const { return m_skill; }
    void setState(learning::SkillState state);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    [[nodiscard]] QRect textRect(int width) const;

    QString m_skill;
    learning::SkillState m_state = learning::SkillState::Locked;
};

} // namespace waymark::ui
