// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ui/Page.h>

#include <QFrame>
#include <QTimer>
#include <QVariant>

class QLabel;
class QProgressBar;
class QToolButton;

namespace waymark::ui {

class IconMark;

/// One sentence at the foot of the window, only when there is something to say. It takes the place of message boxes: it never
/// takes the focus, stays until closed or replaced, and is announced to screen readers.
class NoticeBar : public QFrame
{
    Q_OBJECT

public:
    static constexpr int patience = 200; ///< milliseconds of waiting without a word

    explicit NoticeBar(QWidget* parent = nullptr);

    void say(const QString& text, NoticeTone tone);
    /// With a button that does something about it, such as "Undo". What an action is about is its data: with other data the notice goes,
    /// for its button would do something else than it says.
    void say(const QString& text, NoticeTone tone, QAction* action);
    /// Says what is waited for, with a bar that moves and what stops it; where it lasts so short a time that nobody would read it, nothing.
    void wait(const QString& text, QAction* cancel);
    void setProgress(int permille); ///< of what is waited for; until then the bar only moves
    void stopWaiting(); ///< unless something else was said meanwhile, the bar goes
    [[nodiscard]] QString text() const;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void show(const QString& text, NoticeTone tone, QAction* action);
    void offer(QAction* action);

    IconMark* m_icon = nullptr;
    QLabel* m_text = nullptr;
    QProgressBar* m_progress = nullptr; ///< shown while something is waited for
    QToolButton* m_act = nullptr;
    QToolButton* m_close = nullptr;
    QTimer m_patience; ///< runs until a wait is worth a word
    QTimer m_farewell; ///< runs for a moment when the offer is out of date: it may be made anew
    QVariant m_about; ///< of what the offer is
    NoticeTone m_tone = NoticeTone::Info;
};

} // namespace waymark::ui
