// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <session/Workspace.h>

#include <QLineEdit>

class QListWidget;

namespace waymark::ui {

/// The search field of the map, with a list of matching skills under it. Enter goes to the chosen one, F3 to the next.
class MapSearch : public QLineEdit
{
    Q_OBJECT

public:
    /// `over`: the widget over which the list floats, an ancestor of the field.
    MapSearch(const session::Workspace& workspace, QWidget* over);

    /// Goes `by` matches further, round and round.
    void step(int by);
    void reload(); ///< another course

Q_SIGNALS:
    void revealRequested(int index);
    void leaveRequested(); ///< the person is done with the field

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;

private:
    void search();
    void showList();
    void reveal(int row);

    const session::Workspace& m_workspace;
    QWidget* m_over;
    QListWidget* m_list;
    std::vector<int> m_matches; ///< skills, best first
    int m_at = -1; ///< the match that was gone to last
};

/// Skills whose title or id matches, best first.
[[nodiscard]] std::vector<int> matchingSkills(const domain::Roadmap& roadmap, const QString& query);

} // namespace waymark::ui
