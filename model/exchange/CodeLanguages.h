// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace waymark::exchange {

/// How the blocks of one language are run and compiled; the path of the script is added at the end of both commands.
struct CodeLanguage
{
    QString name;
    QString script; ///< the file name of a block that does not name its own
    QStringList run; ///< program and arguments
    QStringList compile; ///< for `check`: syntax or compilation only
    QStringList version; ///< prints the version of the tool
    QString package; ///< of Debian, that brings the tool
    bool needsAddressSpace = false; ///< reserves far more memory than it uses, so that no limit of memory can be set
};

/// Null for a language that is not run here.
[[nodiscard]] const CodeLanguage* codeLanguage(const QString& name);

/// The file name that the code asks for: a public class of Java names its file.
[[nodiscard]] QString scriptNameOf(const CodeLanguage& language, const QString& code);

} // namespace waymark::exchange
