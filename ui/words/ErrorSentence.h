// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/Result.h>

#include <QCoreApplication>

namespace waymark::ui {

/// Turns an error into one sentence for a person: what is wrong, with which file or id, and the next step. Used by the notice bar
/// and by the command line.
class ErrorSentence
{
    Q_DECLARE_TR_FUNCTIONS(ErrorSentence)

public:
    [[nodiscard]] static QString of(const domain::Error& error);

private:
    [[nodiscard]] static QString ofLearnerData(const domain::Error& error);
    [[nodiscard]] static QString ofFile(const domain::Error& error);
    [[nodiscard]] static QString ofLibrary(const domain::Error& error);
    [[nodiscard]] static QString ofFullDisk(const domain::Error& error);
    [[nodiscard]] static QString ofNewer(const domain::Error& error);
    [[nodiscard]] static QString ofLock(const domain::Error& error);
};

} // namespace waymark::ui
