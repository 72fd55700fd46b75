// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>

namespace waymark::ui {

/// Says when the place where somebody is and how far it is scrolled are to be remembered: a moment after each time that something was done,
/// for a program that is killed closes no window.
class PlaceKeeper : public QObject
{
    Q_OBJECT

public:
    static constexpr int pause = 1000; ///< milliseconds after the last key, click or turn of the wheel

    explicit PlaceKeeper(QObject* parent);

Q_SIGNALS:
    void due();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QTimer m_pause;
};

} // namespace waymark::ui
