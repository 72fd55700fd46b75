// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/plan/ObstacleNote.h>

#include <ui/theme/Controls.h>
#include <ui/theme/Layouts.h>
#include <ui/words/PlanWords.h>

#include <QHBoxLayout>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace waymark::ui {

using session::PlanObstacle;

ObstacleNote::ObstacleNote(const QString& id, QWidget* parent)
    : QWidget(parent)
    , m_text(wrapped(TextRole::Body, {}, this))
    , m_step(pushButton(id + u".step"_s, {}, this, ButtonKind::Primary))
{
    m_text->setObjectName(id);
    auto* row = bareRow(this, space::m);
    row->addWidget(new IconMark(IconId::Warning, Tone::Mark, this));
    row->addWidget(m_text, 1);
    row->addWidget(m_step);
    connect(m_step, &QPushButton::clicked, this, [this] { Q_EMIT stepRequested(m_obstacle); });
    hide();
}

void ObstacleNote::setObstacle(
    PlanObstacle obstacle, const session::StudyOutset& outset, const domain::Roadmap& roadmap, const QString& step)
{
    m_obstacle = obstacle;
    m_text->setText(PlanWords::obstacle(obstacle, outset, roadmap));
    m_step->setText(step.isEmpty() ? PlanWords::step(obstacle) : step);
    setVisible(obstacle != PlanObstacle::None);
}

} // namespace waymark::ui
