// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/Roadmap.h>
#include <exchange/PlanDocument.h>

#include <QByteArray>
#include <QString>

#include <span>

namespace waymark::exchange {

/// One text format in which a plan goes out. `title` is a proper name and is not translated.
struct ExportFormat
{
    using Write = QByteArray (*)(const domain::Roadmap&, const PlanDocument&);

    QString id; ///< as in `waymark export --as`
    QString title;
    QString suffix; ///< of the file name, without the dot
    Write write = nullptr;
};

/// json, markdown and csv, in this order.
[[nodiscard]] std::span<const ExportFormat> exportFormats();
[[nodiscard]] const ExportFormat* exportFormat(const QString& id); ///< null for an unknown one

/// A file name made of a title: letters and digits of any script stay, everything else becomes a hyphen; "plan" where nothing is
/// left. Never a path, a hidden file or a name that an operating system keeps for itself.
[[nodiscard]] QString exportFileName(const QString& title, const QString& suffix);

} // namespace waymark::exchange
