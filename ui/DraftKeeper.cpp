// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/DraftKeeper.h>

#include <utility>

namespace waymark::ui {

DraftKeeper::DraftKeeper(session::Drafts& drafts, session::DraftPlace place, Reading reading, QObject* editor)
    : QObject(editor)
    , m_drafts(drafts)
    , m_place(std::move(place))
    , m_reading(std::move(reading))
    , m_pause(this)
{
    connect(&m_pause, &WritingPause::over, this, &DraftKeeper::keep);
}

void DraftKeeper::noticeKey()
{
    m_hasEnded = false; // a form that stays open after it was saved is written in again
    m_pause.noticeKey();
}

void DraftKeeper::keep()
{
    m_pause.stop();
    if (m_hasEnded) {
        return;
    }
    if (const auto value = m_reading()) {
        m_isOwn = true;
        m_drafts.keep(m_place, *value);
    } else if (m_isOwn) {
        m_drafts.drop(m_place);
    }
}

void DraftKeeper::end()
{
    m_hasEnded = true;
    m_pause.stop();
    m_drafts.drop(m_place);
}

void DraftKeeper::goOn()
{
    m_hasEnded = false;
    keep();
}

} // namespace waymark::ui
