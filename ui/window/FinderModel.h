// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ui/Page.h>

#include <session/Workspace.h>

#include <QAbstractListModel>
#include <QPointer>

#include <vector>

class QAction;

namespace waymark::ui {

/// What the palette finds for a few typed letters: skills by title, actions by name, lessons and notes by their text. At most
/// `mostRows`, best first. It keeps ids and actions, and asks the Workspace for all else.
class FinderModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum class Kind { Skill, Text, Action };
    enum Role { DetailRole = Qt::UserRole, KindRole };

    FinderModel(session::Workspace& workspace, std::vector<QAction*> actions, QObject* parent = nullptr);

    /// Actions of the page that is shown; they are found like those of the window.
    void setPageActions(const QList<QAction*>& actions) { m_pageActions = { actions.begin(), actions.end() }; }
    void setQuery(const QString& query);

    [[nodiscard]] Place placeOf(const QModelIndex& index) const; ///< for skills and texts
    [[nodiscard]] QAction* actionOf(const QModelIndex& index) const; ///< null for the others

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

private:
    struct Row
    {
        Kind kind = Kind::Skill;
        QString skill;
        QString section;
        QString snippet;
        QPointer<QAction> action;
    };

    [[nodiscard]] std::vector<QAction*> usableActions() const;
    [[nodiscard]] std::vector<Row> matchingSkills(const QString& query) const;
    [[nodiscard]] std::vector<Row> matchingActions(const QString& query) const;
    [[nodiscard]] std::vector<Row> matchingTexts(const QString& query) const;
    [[nodiscard]] QString title(const Row& row) const;
    [[nodiscard]] QString detail(const Row& row) const;

    session::Workspace& m_workspace;
    std::vector<QAction*> m_actions;
    std::vector<QPointer<QAction>> m_pageActions;
    std::vector<Row> m_rows;
};

/// How well a title matches typed letters: lower is better, -1 not at all. Whole words and beginnings of words before letters
/// anywhere; case and accents do not count.
[[nodiscard]] int matchRank(const QString& title, const QString& query);

} // namespace waymark::ui
