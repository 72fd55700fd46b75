// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <session/Workspace.h>

namespace waymark::gallery {

/// A past that is lived through a workspace: its clock `now` (UTC milliseconds) goes back, each edit takes a minute, and with the end of
/// this object it stands where it stood.
class PastLife
{
public:
    PastLife(session::Workspace& workspace, qint64& now)
        : m_workspace(workspace)
        , m_now(now)
        , m_end(now)
    {
    }
    ~PastLife() { m_now = m_end; }
    Q_DISABLE_COPY_MOVE(PastLife)

    void daysAgo(int days) { m_now = m_end - days * qint64 { 86'400'000 }; }

    /// Aborts where the edit fails.
    void apply(const domain::Result<domain::Edit>& edit)
    {
        if (const auto applied = m_workspace.apply(edit); !applied) {
            qFatal("gallery: an edit failed: %s %s", qPrintable(applied.error().subject), qPrintable(applied.error().detail));
        }
        m_now += 60'000;
    }

    [[nodiscard]] domain::EditContext context() const { return m_workspace.context(); }

protected:
    session::Workspace& m_workspace;
    qint64& m_now;

private:
    qint64 m_end;
};

} // namespace waymark::gallery
