// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/words/DraftWords.h>

#include <ui/words/Isolated.h>
#include <ui/words/WrappedText.h>

namespace waymark::ui {

namespace {

constexpr qsizetype mostQuoted = 200; ///< characters

} // namespace

QString DraftWords::left()
{
    return tr("You wrote this before and did not save it.");
}

QString DraftWords::replacing(const QString& present)
{
    const QString quoted = present.size() <= mostQuoted ? present : present.left(mostQuoted) + u'…';
    return tr("You wrote this before and did not save it. Meanwhile this was saved, and saving yours replaces it: %1")
        .arg(isolated(breakable(quoted)));
}

QString DraftWords::ofGone()
{
    return tr("You wrote this as a change of something that is gone by now. It can be added anew.");
}

} // namespace waymark::ui
