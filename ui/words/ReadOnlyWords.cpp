// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/words/ReadOnlyWords.h>

#include <session/Workspace.h>
#include <ui/words/Isolated.h>
#include <ui/words/ShownText.h>

namespace waymark::ui {

using domain::ErrorCode;

namespace {

constexpr qsizetype longestReason = 1'000; ///< of what a path or a file puts into a sentence

} // namespace

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

QString ReadOnlyWords::unread(const domain::Error& reading)
{
    return tr("The change is in the library, but it could not be read again: %1 What you see is from before it, and nothing can be "
              "changed. Waymark tries again each minute.")
        .arg(reasonOf(reading));
}

QString ReadOnlyWords::reasonOf(const domain::Error& reading)
{
    const QString library = isolated(shownLine(reading.subject, longestReason));
    const QString detail = isolated(shownLine(reading.detail, longestReason));
    if (reading.code == ErrorCode::LibraryBusy) {
        return tr("another program is using %1, so close that one.", "a path").arg(library);
    }
    if (reading.code == ErrorCode::LibraryCorrupt) {
        return tr("%1 is damaged (%2). Should that last, close Waymark and recover the library with \"waymark doctor --repair\".")
            .arg(library, detail);
    }
    return detail.isEmpty() ? tr("%1.", "a path").arg(library) : tr("%1 (%2).", "a path, and what is wrong with it").arg(library, detail);
}

} // namespace waymark::ui
