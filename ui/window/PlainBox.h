// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>
#include <QMessageBox>

namespace waymark::ui {

/// Makes every label of a box plain: QMessageBox::setTextFormat() leaves the informative text out (Qt 6.4), which would take markup in a
/// stranger's text for its own. After the texts are set, for the label of the informative text is made with it.
inline void showPlainly(QMessageBox& box)
{
    box.setTextFormat(Qt::PlainText);
    const auto labels = box.findChildren<QLabel*>();
    for (QLabel* label : labels) {
        label->setTextFormat(Qt::PlainText);
        label->setOpenExternalLinks(false);
    }
}

} // namespace waymark::ui
