// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <exchange/RunPlatform.h>

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <functional>

namespace waymark::exchange {

/// A program to be started without a shell, in a clean environment and with a bounded time and output.
struct ProcessCall
{
    QStringList command;
    QString folder; ///< where it starts
    QString home; ///< for its temporary files as well
    QByteArray input;
    platform::ChildLimits limits;
    int seconds = 120;
};

struct ProcessAnswer
{
    enum class End { Exited, NotStarted, TookTooLong, SaidTooMuch, Cancelled };

    End end = End::NotStarted;
    int exitCode = -1; ///< of Exited; a signal counts as 128 and its number at least
    QByteArray output;
    QByteArray error;

    [[nodiscard]] bool isGood() const { return end == End::Exited && exitCode == 0; }
};

/// The program of this name in the folders of PATH that belong to the system; empty if there is none.
[[nodiscard]] QString toolPath(const QString& name);

/// Waits for the end of the program, and ends all that it left running. Any thread may call it.
[[nodiscard]] ProcessAnswer runProcess(const ProcessCall& call, const std::function<bool()>& isCancelled = {});

} // namespace waymark::exchange
