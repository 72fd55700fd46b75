// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/Course.h>

#include <QMessageBox>

namespace waymark::ui {

/// What this program is, under which licences, and which course is installed.
class AboutBox : public QMessageBox
{
    Q_OBJECT

public:
    AboutBox(const domain::Course& course, QWidget* parent);
};

} // namespace waymark::ui
