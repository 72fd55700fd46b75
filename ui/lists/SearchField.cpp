// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/lists/SearchField.h>

#include <ui/theme/Icons.h>

namespace waymark::ui {

SearchField::SearchField(const QString& id, const QString& hint, const QString& name, QWidget* parent)
    : QLineEdit(parent)
{
    setObjectName(id);
    setPlaceholderText(hint);
    setAccessibleName(name);
    setToolTip(tr("%1 (Ctrl+F)", "what a search field finds").arg(name));
    setClearButtonEnabled(true);
    addAction(icon(IconId::Search), QLineEdit::LeadingPosition);
}

} // namespace waymark::ui
