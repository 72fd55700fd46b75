// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QProgressBar;
class QPushButton;

namespace waymark::ui {

class TextLabel;

/// What is being done, how far it is, and the button that ends it: the inside of a dialog that stands until the work has ended.
class WorkProgress : public QWidget
{
    Q_OBJECT

public:
    static constexpr int whole = 1000; ///< thousandths of the work

    /// Bar and button are `name`.progress and `name`.cancel; `barName` is what a screen reader calls the bar.
    WorkProgress(const QString& name, const QString& barName, QWidget* parent = nullptr);

    void setWords(const QString& title, const QString& text);
    void setPermille(int permille); ///< of the work
    void setUnknown(); ///< how far it is: the bar moves to and fro
    void offerCancelSoon(); ///< not at once: a key that was on its way to something else is no answer
    void setCancelling(); ///< the work has been told; it ends soon

Q_SIGNALS:
    void cancelled();

private:
    TextLabel* m_title;
    TextLabel* m_text;
    QProgressBar* m_bar;
    QPushButton* m_cancel;
    bool m_isCancelling = false;
};

} // namespace waymark::ui
