// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ui/Page.h>

#include <session/Drafts.h>
#include <session/Workspace.h>

#include <QObject>

namespace waymark::ui {

/// Tells, one after the other and the newest first, of what a program before has left in editors. Nothing opens by itself.
class DraftNotices : public QObject
{
    Q_OBJECT

public:
    DraftNotices(session::Workspace& workspace, QObject* parent);

    void tell();
    /// Where the editor of a draft is; of a goal it is a dialog of the window.
    [[nodiscard]] static Place placeOf(const session::DraftPlace& draft);
    /// What was being written that would be lost if the program ended now, by its names, each once.
    [[nodiscard]] static QStringList titlesOfUnwritten(const session::Workspace& workspace);

Q_SIGNALS:
    void offered(const QString& sentence, QAction* show);
    void openRequested(const waymark::session::DraftPlace& draft);

private:
    /// What was being written; empty where there is no editor for it any more.
    [[nodiscard]] QString sentence(const session::DraftPlace& draft) const;
    [[nodiscard]] static QString titleOf(const session::Workspace& workspace, const session::DraftPlace& draft);
    void show();

    session::Workspace& m_workspace;
    std::vector<session::DraftPlace> m_left; ///< in the order of telling
    QAction* m_show;
};

} // namespace waymark::ui
