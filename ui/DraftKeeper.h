// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ui/WritingPause.h>

#include <session/Drafts.h>

#include <functional>

namespace waymark::ui {

/// Keeps what stands in an editor while it is written, until it is saved or cancelled. An editor that goes without either leaves its draft
/// for the next one of the same place; so does one that has neither looked for a draft nor had anything worth keeping.
class DraftKeeper : public QObject
{
    Q_OBJECT

public:
    /// What stands in the editor; nothing while that is not worth keeping.
    using Reading = std::function<std::optional<session::DraftValue>()>;

    DraftKeeper(session::Drafts& drafts, session::DraftPlace place, Reading reading, QObject* editor);

    /// Which an editor before has left: from now on it is this one's, and goes where the editor no longer holds it.
    template <class Value> [[nodiscard]] std::optional<Value> found()
    {
        m_isOwn = true;
        return m_drafts.find<Value>(m_place);
    }
    void noticeKey(); ///< what stands in the editor has changed: it is kept when the writing pauses
    void keep(); ///< now, unless it has ended
    void end(); ///< it is saved or cancelled
    void goOn(); ///< it could not be saved after all

private:
    session::Drafts& m_drafts;
    session::DraftPlace m_place;
    Reading m_reading;
    WritingPause m_pause;
    bool m_isOwn = false; ///< the draft of the place is what this editor holds
    bool m_hasEnded = false;
};

} // namespace waymark::ui
