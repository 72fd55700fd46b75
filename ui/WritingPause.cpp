// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/WritingPause.h>

using namespace Qt::StringLiterals;

namespace waymark::ui {

WritingPause::WritingPause(QObject* parent)
    : QObject(parent)
    , m_shortest(this)
    , m_longest(this)
{
    m_shortest.setSingleShot(true);
    m_shortest.setInterval(shortest);
    m_longest.setSingleShot(true);
    m_longest.setInterval(longest);
    m_shortest.setObjectName(u"writing.shortest"_s);
    m_longest.setObjectName(u"writing.longest"_s);
    connect(&m_shortest, &QTimer::timeout, this, &WritingPause::end);
    connect(&m_longest, &QTimer::timeout, this, &WritingPause::end);
}

void WritingPause::noticeKey()
{
    m_shortest.start();
    if (!m_longest.isActive()) {
        m_longest.start();
    }
}

void WritingPause::stop()
{
    m_shortest.stop();
    m_longest.stop();
}

void WritingPause::end()
{
    stop();
    Q_EMIT over();
}

} // namespace waymark::ui
