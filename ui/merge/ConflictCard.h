// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ui/theme/Controls.h>

#include <optional>

QT_BEGIN_NAMESPACE
class QVBoxLayout;
QT_END_NAMESPACE

namespace waymark::domain {
struct ConflictValues;
}

namespace waymark::session {
class Workspace;
}

namespace waymark::ui {

/// What two copies say differently: what it is about, and the values side by side as plain text, the shown one first.
class ConflictCard : public Card
{
    Q_OBJECT

public:
    enum class Use {
        Asked, ///< with a button under each value
        Read, ///< where nothing can be answered
        Preview, ///< of a merge that is not done yet
    };

    /// `number` parts the objectNames of several cards.
    ConflictCard(const domain::ConflictValues& values, const session::Workspace& workspace, int number, Use use, QWidget* parent);

    /// The button of the value that is shown; null without buttons.
    [[nodiscard]] QPushButton* firstButton() const { return m_first; }

Q_SIGNALS:
    /// None for the value that is shown, else the index in ConflictValues::others.
    void kept(std::optional<int> other);

private:
    void addValue(QVBoxLayout& column, const QString& about, const QString& text, const QString& id);
    void addButton(QVBoxLayout& column, const QString& name, std::optional<int> other, const QString& id);

    QPushButton* m_first = nullptr;
};

} // namespace waymark::ui
