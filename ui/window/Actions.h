// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ui/theme/Icons.h>

#include <QAction>
#include <QKeySequence>
#include <QObject>

#include <optional>
#include <vector>

namespace waymark::ui {

/// The topics of the menu bar, in its order.
enum class ActionTopic { File, Edit, Skill, View, Go, Help };

[[nodiscard]] QString titleOf(ActionTopic topic);

/// Every action of the window in one table. An action's id is its objectName: tests and shortcut settings rely on it.
class Actions : public QObject
{
    Q_OBJECT

public:
    struct Spec
    {
        const char* id;
        QString text; ///< menu text with mnemonic
        ActionTopic topic;
        QList<QKeySequence> shortcuts = {};
        std::optional<IconId> icon = {};
        bool checkable = false;
        bool separatorBefore = false;
        QString word = {}; ///< under its icon on the rail; the text where empty
    };

    explicit Actions(QObject* parent = nullptr);

    [[nodiscard]] QAction* operator[](const char* id) const; ///< must exist
    [[nodiscard]] std::vector<QAction*> of(ActionTopic topic) const;
    [[nodiscard]] const std::vector<QAction*>& all() const { return m_actions; }
    [[nodiscard]] bool startsGroup(const QAction* action) const;

private:
    void add(const Spec& spec);

    std::vector<QAction*> m_actions;
};

} // namespace waymark::ui
