// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/JournalReplay.h>
#include <domain/Result.h>
#include <learning/Replay.h>

#include <QCoreApplication>
#include <QJsonArray>
#include <QString>

namespace waymark::session {
class Workspace;
}

namespace waymark::app {

/// One line of the doctor.
struct CheckLine
{
    QString name;
    domain::Result<void> result;
    QString fine; ///< what to say where there is no error
    QJsonArray differences; ///< each one, for scripts
};

/// Whether the records of a library that opens follow from its recalls and from its journal. Reads, and changes nothing.
class RecordCheck
{
    Q_DECLARE_TR_FUNCTIONS(RecordCheck)

public:
    /// Any error of the store while the journal is read. `library` is named in what goes wrong.
    [[nodiscard]] static domain::Result<RecordCheck> of(const session::Workspace& workspace, const QString& library);

    [[nodiscard]] CheckLine recalls() const; ///< RecordsDiffer
    [[nodiscard]] CheckLine journal() const; ///< LibraryCorrupt
    [[nodiscard]] const learning::Replay& replay() const { return m_replay; }

private:
    [[nodiscard]] QString counted() const;

    QString m_library;
    learning::Replay m_replay;
    domain::JournalReplay m_journal;
};

} // namespace waymark::app
