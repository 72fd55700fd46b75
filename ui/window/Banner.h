// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ui/theme/Icons.h>

#include <QFrame>

class QAction;

namespace waymark::ui {

/// A sentence over the pages that holds for as long as the window stands: unlike a notice it is never replaced or closed.
class Banner : public QFrame
{
    Q_OBJECT

public:
    /// `id` is the objectName of the sentence; `action`, if any, does something about it.
    Banner(const QString& id, IconId sign, const QString& sentence, QAction* action = nullptr, QWidget* parent = nullptr);

protected:
    void paintEvent(QPaintEvent* event) override;
};

} // namespace waymark::ui
