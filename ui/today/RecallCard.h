// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ui/theme/Controls.h>

#include <session/RecallDesk.h>

class QPushButton;

namespace waymark::ui {

/// What memory work waits today: cards to recall and how long they take, questions to try again, and the buttons that begin it.
class RecallCard : public Card
{
    Q_OBJECT

public:
    struct Work
    {
        session::RecallDue cards;
        int questions = 0; ///< to try again; of these and the cards one has to be more than nothing
        QStringList fading; ///< titles of skills that this work brings back

        bool operator==(const Work&) const = default;
    };
    RecallCard(const Work& work, bool first, QWidget* parent = nullptr);

Q_SIGNALS:
    void startRequested();
    void questionsRequested();

private:
    QPushButton* makeButton(const QString& name, const QString& text, const QString& title, ButtonKind kind);
    [[nodiscard]] static QString detail(const session::RecallDue& due);
};

} // namespace waymark::ui
