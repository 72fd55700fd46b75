// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/words/ReadOnlyWords.h>

#include <session/Workspace.h>

namespace waymark::ui {

QString ReadOnlyWords::obstacle(const session::Workspace& workspace)
{
    return obstacle(workspace, tr("The library is open read-only, so nothing can be changed."));
}

QString ReadOnlyWords::obstacle(const session::Workspace& workspace, const QString& opened)
{
    return workspace.isBehind() ? behind() : workspace.isReadOnly() ? opened : QString();
}

QString ReadOnlyWords::behind()
{
    return tr("The library could not be read again after its last change, so nothing can be changed until it has been. Waymark tries again "
              "each minute.");
}

} // namespace waymark::ui
