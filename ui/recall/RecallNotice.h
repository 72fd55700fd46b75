// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ui/theme/Controls.h>

class QBoxLayout;
class QPushButton;

namespace waymark::ui {

/// A sentence above the card that is asked, and what can be done about it: buttons beside each other, or under each other where they are
/// too long for that.
class RecallNotice : public Card
{
    Q_OBJECT

public:
    RecallNotice(IconId icon, Tone tone, QWidget* parent = nullptr);

    void setText(const QString& text);
    QPushButton* addButton(const QString& name, const QString& text);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void arrangeButtons();

    TextLabel* m_text;
    QBoxLayout* m_buttons;
    QList<QPushButton*> m_added;
};

} // namespace waymark::ui
