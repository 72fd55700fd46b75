// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ui/Page.h>

#include <QFrame>

class QLabel;
class QToolButton;

namespace waymark::ui {

/// One sentence at the foot of the window, only when there is something to say. It takes the place of message boxes: it never
/// takes the focus, stays until closed or replaced, and is announced to screen readers.
class NoticeBar : public QFrame
{
    Q_OBJECT

public:
    explicit NoticeBar(QWidget* parent = nullptr);

    void say(const QString& text, NoticeTone tone);
    /// With a button that does something about it, such as "Undo".
    void say(const QString& text, NoticeTone tone, QAction* action);
    [[nodiscard]] QString text() const;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QLabel* m_icon = nullptr;
    QLabel* m_text = nullptr;
    QToolButton* m_act = nullptr;
    QToolButton* m_close = nullptr;
    NoticeTone m_tone = NoticeTone::Info;
};

} // namespace waymark::ui
