// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QAction;
class QProgressBar;

namespace waymark::ui {

/// Something that is waited for beside what the notice says: what it is, how far it is, and what stops it.
class WaitRow : public QWidget
{
    Q_OBJECT

public:
    /// `room` is left free at its end, in pixels: there the sentence above has a button to close it.
    WaitRow(const QString& text, QAction* cancel, int room, QWidget* parent);

    void setPermille(int permille); ///< of the work; negative where that is not known

private:
    QProgressBar* m_bar;
};

/// The bar of a wait: it moves to and fro until it is known how far the work is. `permille` is negative until then.
void showPermille(QProgressBar& bar, int permille);

/// A bar in the row of a notice.
[[nodiscard]] QProgressBar* waitBar(const QString& id, QWidget* parent);

} // namespace waymark::ui
