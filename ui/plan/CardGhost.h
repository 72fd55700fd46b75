// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace waymark::ui {

class TextLabel;

/// A card under the pointer that holds it, and below it why it cannot be put down there.
class CardGhost : public QWidget
{
    Q_OBJECT

public:
    CardGhost(const QPixmap& card, QWidget* parent);

    void follow(const QPoint& at); ///< in the parent
    void say(const QString& reason); ///< empty for none
    [[nodiscard]] QString reason() const;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QPixmap m_card;
    TextLabel* m_reason;
};

} // namespace waymark::ui
