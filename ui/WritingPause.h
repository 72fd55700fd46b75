// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>

namespace waymark::ui {

/// Says when what is being written is to be kept: a moment after the last key, and while somebody types without a break often enough that
/// a program which is killed takes no more than `longest` with it.
class WritingPause : public QObject
{
    Q_OBJECT

public:
    static constexpr int shortest = 800; ///< milliseconds without a key
    static constexpr int longest = 2000; ///< milliseconds after the first key that is not kept

    explicit WritingPause(QObject* parent = nullptr);

    void noticeKey();
    void stop(); ///< it is kept
    [[nodiscard]] bool isWriting() const { return m_longest.isActive(); }

Q_SIGNALS:
    void over();

private:
    void end();

    QTimer m_shortest;
    QTimer m_longest;
};

} // namespace waymark::ui
