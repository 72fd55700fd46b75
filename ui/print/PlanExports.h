// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/Result.h>

#include <QByteArray>
#include <QDate>
#include <QString>

#include <functional>
#include <vector>

namespace waymark::session {
class Workspace;
}

namespace waymark::ui {

/// One format in which the plan or its map goes out; the same list stands behind the File menu and `waymark export`.
struct PlanExport
{
    QString id; ///< as in `waymark export --as`
    QString title; ///< what it holds, translated
    QString suffix; ///< of the file name, without the dot
    bool isSigned = false; ///< made with the person's key, which exportPlan() does not have; see exchange/Credentials.h
};

/// Told now and then, where a format can say how far it is; false cancels.
using ExportProgress = std::function<bool(int done, int total)>;

/// What an export goes by besides the library.
struct ExportChoices
{
    QString target {}; ///< the file it is made for: a calendar goes on from the one of ours that stands there; empty for none
    QDate week {}; ///< a day of the week that a summary is about; null for the week of now
};

[[nodiscard]] std::vector<PlanExport> planExports();

/// The bytes of the export, on any thread: it only reads the workspace. UnknownFormat with the id as subject; Cancelled.
[[nodiscard]] domain::Result<QByteArray> exportPlan(
    const session::Workspace& workspace, const QString& id, const ExportProgress& progress = {}, const ExportChoices& choices = {});

/// What a person should know of an export that was made, as a sentence: why a calendar has no days of study. Empty for nothing.
[[nodiscard]] QString exportCaution(const session::Workspace& workspace, const QString& id);

/// A file name for it, made of the course's title, and of a summary its week.
[[nodiscard]] QString exportFileNameFor(const session::Workspace& workspace, const PlanExport& format);

/// Writes an export, whole or not at all. FileExists if a file is there that is no export of ours, unless `mayReplace`; the errors of
/// AtomicFile. `mayTakeName` is asked when all is written, before the file takes its name; with false it ends with Cancelled, and the file
/// that was there stays as it was.
[[nodiscard]] domain::Result<void> writeExport(
    const QString& path, const QByteArray& bytes, bool mayReplace, const std::function<bool()>& mayTakeName = {});

} // namespace waymark::ui
