// SPDX-License-Identifier: GPL-3.0-or-later
#include <session/ChangeTurns.h>

#include <algorithm>
#include <utility>

namespace waymark::session {

void ChangeTurns::whenStill(QObject* who, Act act, const QString& name)
{
    if (!m_isChanging) {
        act();
        return;
    }
    const auto isSame = [&](const Waiting& each) { return each.who == who && each.name == name; };
    if (name.isEmpty() || std::ranges::none_of(m_waiting, isSame)) {
        m_waiting.push_back({ who, name, std::move(act) });
    }
}

/// Whoever asked for the change has something to do yet with what came of it: all else comes behind that.
void ChangeTurns::end()
{
    m_isChanging = false;
    if (!m_waiting.empty()) {
        QMetaObject::invokeMethod(this, &ChangeTurns::next, Qt::QueuedConnection);
    }
}

void ChangeTurns::next()
{
    if (m_isChanging || m_waiting.empty()) {
        return; // of a change that one of them has begun end() goes on
    }
    const Waiting first = std::move(m_waiting.front());
    m_waiting.pop_front();
    if (!m_waiting.empty()) {
        QMetaObject::invokeMethod(this, &ChangeTurns::next, Qt::QueuedConnection);
    }
    if (first.who != nullptr) {
        first.act();
    }
}

} // namespace waymark::session
