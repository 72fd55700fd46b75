// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/Records.h>

#include <QMap>
#include <QString>
#include <QStringList>

#include <memory>
#include <optional>

namespace waymark::session {

/// Evidence that stands in an editor and is not in the library.
struct EvidenceDraft
{
    QString id; ///< of the evidence that is changed; empty for a new one
    domain::Evidence evidence;
    QString base; ///< the text of the evidence as it was when its change began; empty for a new one

    bool operator==(const EvidenceDraft&) const = default;
};

/// What stands unsaved in editors, one for each item of a checklist, kept in a file of its own so that a program that was killed finds it
/// again. It is no record: nothing of it is undone, exported or merged. What cannot be written is in its editor all the same, so that is
/// no error. Files are written on a worker, in the order of the changes.
class Drafts
{
public:
    Drafts(); ///< nothing outlives the program
    ~Drafts();
    Drafts(const Drafts&) = delete;
    Drafts& operator=(const Drafts&) = delete;

    /// From now on in this file, which need not exist, and with what is in there. One that cannot be read is put aside as FILE.unreadable.
    void keepIn(const QString& file);

    [[nodiscard]] std::optional<EvidenceDraft> find(const QString& skill, const QString& item) const;
    [[nodiscard]] QStringList skills() const; ///< that have drafts, each once
    void keep(const QString& skill, const QString& item, const EvidenceDraft& draft);
    void drop(const QString& skill, const QString& item);

private:
    struct Written;
    void write();

    QString m_file;
    QMap<QString, EvidenceDraft> m_drafts; ///< by skill and item
    quint64 m_number = 0; ///< of the last change
    std::shared_ptr<Written> m_written;
};

} // namespace waymark::session
