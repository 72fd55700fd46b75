// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ui/Page.h>

#include <QFrame>
#include <QTimer>
#include <QVariant>

#include <map>

class QHBoxLayout;
class QLabel;
class QProgressBar;
class QToolButton;
class QVBoxLayout;

namespace waymark::ui {

class IconMark;
class WaitRow;

/// One sentence at the foot of the window, only when there is something to say. It takes the place of message boxes: it never
/// takes the focus, stays until closed or replaced, and is announced to screen readers. What is waited for stands in its place, and where
/// something is said meanwhile or more is waited for, in rows beneath it: each can be stopped at any time.
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
    /// Behind the sentence that stands there, which keeps its button; by itself where none does.
    void add(const QString& text, NoticeTone tone);
    void takeBack(const QString& text); ///< where it still says that
    /// Says what `who` waits for, with a bar that moves and what stops it; where it lasts so short a time that nobody would read it,
    /// nothing.
    void wait(const QObject* who, const QString& text, QAction* cancel);
    void setProgress(const QObject* who, int permille); ///< of what it waits for; until then the bar only moves
    void stopWaiting(const QObject* who); ///< unless there is something else to say, the bar goes
    /// What `source` waits for is said here: its waitingBegan(), waitingEnded() and, where it has one, waitingMoved().
    template <class Source> void follow(Source* source);
    [[nodiscard]] QString text() const;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    struct Wait
    {
        const QObject* who;
        QString text;
        QAction* cancel;
        int permille = -1; ///< negative until somebody has said
        bool isDue = false; ///< it is worth a word
        WaitRow* row = nullptr; ///< beneath the sentence; null while it stands in its place
    };

    [[nodiscard]] QHBoxLayout* makeRow();
    void show(const QString& text, NoticeTone tone, QAction* action);
    void offer(QAction* action);
    void say(const Wait& wait);
    void dismiss();
    void becomeDue(int turn);
    void arrange();

    IconMark* m_icon = nullptr;
    QLabel* m_text = nullptr;
    QProgressBar* m_progress = nullptr; ///< shown while what is waited for stands in place of a sentence
    QToolButton* m_act = nullptr;
    QToolButton* m_close = nullptr;
    QVBoxLayout* m_rows = nullptr;
    std::map<int, Wait> m_waits; ///< by their turn
    int m_turn = 0; ///< of the newest
    int m_saidAt = 0; ///< the newest when the sentence was said
    int m_shown = 0; ///< the one in place of the sentence; 0 for none
    bool m_hasSentence = false;
    QTimer m_farewell; ///< runs for a moment when the offer is out of date: it may be made anew
    QVariant m_about; ///< of what the offer is
    NoticeTone m_tone = NoticeTone::Info;
};

template <class Source> void NoticeBar::follow(Source* source)
{
    connect(source, &Source::waitingBegan, this, [this, source](const QString& text, QAction* cancel) { wait(source, text, cancel); });
    connect(source, &Source::waitingEnded, this, [this, source] { stopWaiting(source); });
    if constexpr (requires { &Source::waitingMoved; }) {
        connect(source, &Source::waitingMoved, this, [this, source](int permille) { setProgress(source, permille); });
    }
}

} // namespace waymark::ui
