// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <session/Drafts.h>
#include <session/Workers.h>

#include <QMetaType>
#include <QTemporaryDir>

#include <memory>

Q_DECLARE_METATYPE(waymark::session::DraftPlace)
Q_DECLARE_METATYPE(waymark::session::DraftValue)

namespace waymark::support {

using namespace Qt::StringLiterals;

/// A link as evidence; with an id, of an entry that is being changed.
inline session::EvidenceDraft draftOf(const QString& text, const QString& id = {})
{
    return { id, { domain::EvidenceKind::Link, text, 0 }, id.isEmpty() ? QString() : u"as it was"_s };
}

inline session::CardDraft cardOf(const QString& front)
{
    return { { u"Git"_s, front, {} }, {} };
}

/// A file of drafts in a folder that is not there yet, and the programs, one after the other, that find it.
class DraftFile
{
public:
    [[nodiscard]] QString path() const { return beside(u"drafts.json"_s); }
    [[nodiscard]] QString folder() const { return m_home.filePath(u"new"_s); }
    [[nodiscard]] QString beside(const QString& name) const { return folder() + u'/' + name; }

    /// What the next program finds, when all that waits has been written.
    [[nodiscard]] std::unique_ptr<session::Drafts> next() const
    {
        session::workers().waitForDone();
        auto drafts = std::make_unique<session::Drafts>();
        drafts->keepIn(path());
        return drafts;
    }

private:
    QTemporaryDir m_home;
};

} // namespace waymark::support
