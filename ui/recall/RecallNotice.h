// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ui/theme/Controls.h>

class QHBoxLayout;
class QPushButton;

namespace waymark::ui {

/// A sentence above the card that is asked, and what can be done about it.
class RecallNotice : public Card
{
    Q_OBJECT

public:
    RecallNotice(IconId icon, Tone tone, QWidget* parent = nullptr);

    void setText(const QString& text);
    QPushButton* addButton(const QString& name, const QString& text);

private:
    TextLabel* m_text;
    QHBoxLayout* m_buttons;
};

} // namespace waymark::ui
