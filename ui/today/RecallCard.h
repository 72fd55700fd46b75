// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ui/theme/Controls.h>

#include <session/RecallDesk.h>

namespace waymark::ui {

/// What waits to be recalled today, how long it takes, and the button that begins it.
class RecallCard : public Card
{
    Q_OBJECT

public:
    explicit RecallCard(const session::RecallDue& due, bool first, QWidget* parent = nullptr);

Q_SIGNALS:
    void startRequested();
};

} // namespace waymark::ui
