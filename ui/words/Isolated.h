// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace waymark::ui {

/// A stranger's line that is to stand inside a sentence of ours (a title, a name, a path): between FSI and PDI (UAX 9, section 2.4), so
/// that its direction orders nothing but itself. A text that reads from left to right stays bare in a program that does so too, for there
/// the marks would move nothing. Sentences with it are for the screen; files and terminals take them by unisolated().
[[nodiscard]] QString isolated(const QString& text);
[[nodiscard]] QStringList isolated(QStringList texts); ///< each of them

/// The sentence without the marks of isolated().
[[nodiscard]] QString unisolated(QString sentence);
[[nodiscard]] QStringList unisolated(QStringList sentences);

} // namespace waymark::ui
