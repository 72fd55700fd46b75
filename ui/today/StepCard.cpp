// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/today/StepCard.h>

#include <ui/theme/Tokens.h>
#include <ui/words/Words.h>

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace waymark::ui {

namespace {

QString areaTitle(const domain::Course& course, const QString& area)
{
    for (const domain::Area& each : course.areas) {
        if (each.id == area) {
            return each.title;
        }
    }
    return area;
}

TextLabel* wrapped(TextRole role, const QString& text, QWidget* parent)
{
    auto* label = new TextLabel(role, text, parent);
    label->setWordWrap(true);
    return label;
}

} // namespace

StepCard::StepCard(const session::Workspace& workspace, const learning::NextStep& step, bool first, QWidget* parent)
    : Card(parent)
{
    const domain::Skill& skill = workspace.roadmap().skill(step.skill);
    const bool begun = step.reason == learning::NextReason::Continue;
    setObjectName(u"step."_s + skill.id);
    setAccessibleName(skill.title);

    auto* head = new QHBoxLayout;
    head->addWidget(new Chip(begun ? tr("Continue")
            : first                ? tr("Next")
                                   : tr("Also open"),
        begun ? IconId::StateLearning : IconId::Flag, begun ? Tone::Learning : Tone::Mark, this));
    head->addStretch(1);
    head->addWidget(
        new TextLabel(TextRole::Caption, tr("%1 · %2", "hours and level").arg(Words::hours(skill.hours), Words::level(skill.level)), this));

    auto* open = new QPushButton(begun ? tr("Continue") : tr("Read the lesson"), this);
    open->setObjectName(u"open."_s + skill.id);
    open->setAccessibleName(tr("%1: %2", "button and skill").arg(open->text(), skill.title));
    setButtonKind(*open, first ? ButtonKind::Primary : ButtonKind::Standard);
    auto* map = new QPushButton(tr("Show on map"), this);
    map->setObjectName(u"map."_s + skill.id);
    map->setAccessibleName(tr("%1: %2", "button and skill").arg(map->text(), skill.title));
    setButtonKind(*map, ButtonKind::Quiet);
    connect(open, &QPushButton::clicked, this, [this, id = skill.id] { Q_EMIT openRequested(id); });
    connect(map, &QPushButton::clicked, this, [this, id = skill.id] { Q_EMIT mapRequested(id); });
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(space::s);
    buttons->addWidget(open);
    buttons->addWidget(map);
    buttons->addStretch(1);

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::s);
    column->addLayout(head);
    column->addSpacing(space::xs);
    column->addWidget(wrapped(TextRole::Heading, skill.title, this));
    column->addWidget(new TextLabel(TextRole::Caption, areaTitle(workspace.course(), skill.area), this));
    column->addWidget(wrapped(TextRole::Body, skill.outcome + u'.', this));
    column->addStretch(1);
    column->addWidget(wrapped(TextRole::Caption, Words::reason(step, workspace.roadmap()), this));
    if (!skill.hasLesson) {
        column->addWidget(wrapped(TextRole::Caption, tr("Its lesson is not written yet."), this));
        open->setText(begun ? tr("Continue") : tr("Look at it"));
    }
    column->addSpacing(space::xs);
    column->addLayout(buttons);
}

} // namespace waymark::ui
