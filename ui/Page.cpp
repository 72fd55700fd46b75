// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/Page.h>

#include <ui/theme/Controls.h>

namespace waymark::ui {

QAction* Page::makeAction(const QString& id, const QString& text, const QKeySequence& keys)
{
    QAction* action = addActionTo(*this, id, text, keys);
    m_actions.append(action);
    return action;
}

} // namespace waymark::ui
