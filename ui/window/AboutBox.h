// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/Course.h>

#include <QMessageBox>

namespace waymark::ui {

/// What this program is, under which licences, which course is installed, and when the library was last backed up (as a sentence).
class AboutBox : public QMessageBox
{
    Q_OBJECT

public:
    AboutBox(const domain::Course& course, const QString& lastBackup, QWidget* parent);
};

} // namespace waymark::ui
