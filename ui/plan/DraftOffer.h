// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QPushButton;

namespace waymark::ui {

class TextLabel;

/// Over a form without a way out of its own: that it holds what was written before and not saved, and what to do with that. Hidden while
/// there is nothing to say.
class DraftOffer : public QWidget
{
    Q_OBJECT

public:
    /// The parts are named `id` and ".about", ".save" and ".drop".
    explicit DraftOffer(const QString& id, QWidget* parent = nullptr);

    void offer(const QString& about);
    void withoutSave(); ///< the form has a button that saves

Q_SIGNALS:
    void accepted();
    void dropped();

private:
    TextLabel* m_about;
    QPushButton* m_save;
};

} // namespace waymark::ui
