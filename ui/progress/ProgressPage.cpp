// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/progress/ProgressPage.h>

namespace waymark::ui {

ProgressPage::ProgressPage(session::Workspace& workspace, QWidget* parent)
    : Page(parent)
    , m_workspace(workspace)
{
    setObjectName(QStringLiteral("progressPage"));
}

QString ProgressPage::title() const
{
    return tr("Progress");
}

void ProgressPage::show(const Place&)
{
    m_workspace.noticeTime();
}

} // namespace waymark::ui
