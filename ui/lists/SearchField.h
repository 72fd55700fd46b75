// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>

namespace waymark::ui {

/// The field above a list in which one searches. The page makes Ctrl+F lead to it.
class SearchField : public QLineEdit
{
    Q_OBJECT

public:
    /// `hint` stands in the empty field; `name` says it in full, to a screen reader and in the tool tip.
    SearchField(const QString& id, const QString& hint, const QString& name, QWidget* parent);
};

} // namespace waymark::ui
