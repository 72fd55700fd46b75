// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ui/Page.h>
#include <ui/theme/Icons.h>

#include <session/Workspace.h>

#include <QAction>
#include <QObject>

#include <initializer_list>
#include <vector>

namespace waymark::ui {

/// What can be done on the map page, one key each. Actions on a skill are bound here; those of the view are connected by the page.
/// An action's id is its objectName. Keys work while the canvas or the outline has the focus, so that fields can be typed in.
class MapActions : public QObject
{
    Q_OBJECT

public:
    explicit MapActions(session::Workspace& workspace, QObject* parent = nullptr);

    [[nodiscard]] QAction* operator[](const char* id) const; ///< must exist
    [[nodiscard]] const QList<QAction*>& all() const { return m_actions; }
    /// Those that act on one skill, in the order of a menu.
    [[nodiscard]] QList<QAction*> ofSkill() const;

    /// The skill that they act on from now on; empty for none.
    void setSkill(const QString& skill);
    [[nodiscard]] const QString& skill() const { return m_skill; }

Q_SIGNALS:
    void openRequested(const QString& skill);
    void said(const QString& text, waymark::ui::NoticeTone tone);

private:
    using Builder = domain::Result<domain::Edit> (*)(const domain::EditContext&, const QString&);

    QAction* add(const char* id, const QString& text, IconId icon, std::initializer_list<QKeySequence> keys, bool checkable = false);
    void addSkillActions();
    void addViewActions();
    void start();
    void bind(const char* id, Builder builder);
    void refresh();

    session::Workspace& m_workspace;
    QList<QAction*> m_actions;
    QString m_skill;
};

} // namespace waymark::ui
