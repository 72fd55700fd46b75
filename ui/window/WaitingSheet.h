// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace waymark::ui {

/// Stands in place of the pages while the course is being read.
class WaitingSheet : public QWidget
{
    Q_OBJECT

public:
    explicit WaitingSheet(QWidget* parent = nullptr);
};

} // namespace waymark::ui
