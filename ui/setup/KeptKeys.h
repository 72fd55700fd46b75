// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QObject>
#include <QPointer>
#include <QWidget>

#include <deque>
#include <memory>

class QKeyEvent;

namespace waymark::ui {

/// Keeps what somebody types while the window is in the middle of a change, and gives it to the field that it was typed for afterwards, in
/// order: keys with their shortcuts, and what an input method brings. A press of a button by a screen reader (ButtonPress) stands in the
/// same row, and is none where the button is hidden or off by then. Nothing else that a person does reaches a window meanwhile, but for a
/// dialog of the wait, what has opened since by itself and waits for an answer, and being asked to close: that Qt does not tell from what
/// the program closes, and a window answers it by itself. Repeats of a key that is held down are dropped, for nobody saw what they did.
class KeptKeys : public QObject
{
    Q_OBJECT

public:
    ~KeptKeys() override;

    void begin(); ///< from now on
    /// The dialog of the wait, or null. Escape is its own wherever it is typed, Tab too where the dialog has the keys, and once somebody
    /// has gone to its button the keys that press it; all others are still for the field.
    void setDialog(QWidget* dialog);
    void end(); ///< gives back; what is typed until then comes behind it

Q_SIGNALS:
    void cancelled(); ///< Escape, while there is a dialog

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct Kept
    {
        QPointer<QWidget> to; ///< that had the keyboard when it was typed, or the button
        QString name; ///< of it: the screen may be made anew by the change
        std::unique_ptr<QEvent> event;
    };

    bool filterKey(QWidget& receiver, QKeyEvent& key);
    bool filterPointer(QObject& watched, QEvent& event);
    [[nodiscard]] bool isOfDialog(const QObject& watched) const;
    [[nodiscard]] bool isOfNewcomer(const QObject& watched) const;
    [[nodiscard]] bool isForDialog(const QKeyEvent& key) const;
    void keep(QWidget& receiver, std::unique_ptr<QEvent> event);
    [[nodiscard]] QWidget* targetOf(QWidget& receiver);
    void give();
    [[nodiscard]] bool isTooEarly();
    [[nodiscard]] QWidget* receiverOf(const Kept& next);
    void send(QWidget& receiver, QEvent& event);

    std::deque<Kept> m_kept;
    QPointer<QWidget> m_target; ///< whose keys are kept, and then given back
    QPointer<QWidget> m_clicked; ///< where the keys would have gone by a click that was not let through
    QPointer<QWidget> m_dialog;
    QList<QPointer<QWidget>> m_shown; ///< the windows that were there when it began
    QPointer<QWidget> m_begun; ///< the target that has got the first of its keys: those after it follow the keyboard
    const QEvent* m_given = nullptr; ///< on its way, and not to be kept again
    bool m_givesShortcut = false; ///< the same: it is asked first whether a key is one
    int m_looks = 0; ///< whether the window of the target has the keyboard again
    int m_looksWithin = 0; ///< whether the dialog that a given key has opened has it
    int m_depth = 0; ///< of given keys that have opened a loop of their own
    bool m_isHolding = false;
    bool m_isGiving = false;
};

} // namespace waymark::ui
