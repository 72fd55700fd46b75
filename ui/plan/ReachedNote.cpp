// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/plan/ReachedNote.h>

#include <ui/theme/Controls.h>
#include <ui/words/PlanWords.h>

#include <QBoxLayout>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace waymark::ui {

ReachedNote::ReachedNote(const QString& id, Qt::Orientation orientation, QWidget* parent)
    : QWidget(parent)
    , m_text(wrapped(TextRole::Body, {}, this))
{
    m_text->setObjectName(id);
    auto* step = pushButton(id + u".step"_s, tr("Make it the goal"), this);
    m_step = step;
    const bool isRow = orientation == Qt::Horizontal;
    auto* layout = new QBoxLayout(isRow ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom, this);
    layout->setContentsMargins({});
    layout->setSpacing(isRow ? space::m : space::s);
    layout->addWidget(m_text, 1);
    layout->addWidget(step, 0, isRow ? Qt::AlignTop : Qt::AlignLeading);
    connect(step, &QPushButton::clicked, this, &ReachedNote::nextGoalRequested);
    hide();
}

void ReachedNote::refresh(const session::Workspace& workspace)
{
    const domain::Milestone* reached = session::reachedGoal(workspace);
    m_text->setText(reached == nullptr ? QString() : PlanWords::goalReached(*reached, *workspace.headingFor()));
    m_step->setEnabled(!workspace.isReadOnly());
    setVisible(reached != nullptr);
}

} // namespace waymark::ui
