// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/today/StepCard.h>

#include <ui/theme/Layouts.h>
#include <ui/theme/Tokens.h>
#include <ui/words/Isolated.h>
#include <ui/words/Words.h>

#include <QHBoxLayout>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace waymark::ui {

/// What differs between a step and a project.
struct StepCard::Content
{
    Chip* chip;
    QString place; ///< under the title
    QString reason;
    QString open; ///< on the button
    bool first = false;
    bool onMap = true;
};

StepCard::StepCard(const session::Workspace& workspace, const learning::NextStep& step, bool first, QWidget* parent)
    : Card(parent)
{
    const domain::Skill& skill = workspace.roadmap().skill(step.skill);
    const bool begun = step.reason == learning::NextReason::Continue;
    const bool fading = step.reason == learning::NextReason::Fading;
    auto* chip = new Chip(begun ? tr("Continue")
            : fading            ? Words::state(learning::SkillState::Fading)
            : first             ? tr("Next")
                                : tr("Also open"),
        begun        ? IconId::StateLearning
            : fading ? IconId::StateFading
                     : IconId::Flag,
        begun ? Tone::Learning : Tone::Mark, this);
    build(skill,
        { chip, domain::titleOfArea(workspace.course(), skill.area),
            fading ? Words::mastery(workspace.masteryOf(skill.id)) : Words::reason(step, workspace.roadmap()),
            begun                 ? tr("Continue")
                : fading          ? tr("Refresh it")
                : skill.hasLesson ? tr("Read the lesson")
                                  : tr("Look at it"),
            first });
}

StepCard::StepCard(const session::Workspace& workspace, const domain::Skill& project, QWidget* parent)
    : Card(parent)
{
    const domain::SkillProgress& progress = workspace.progress().skill(project.id);
    const bool begun = workspace.stateOf(project.id) == learning::SkillState::Learning;
    auto* chip = new Chip(tr("Practice"), begun ? IconId::StateLearning : IconId::Flag, begun ? Tone::Learning : Tone::Mark, this);
    const QString reason = begun ? tr("%1 of %n act(s) of its acceptance are done.", nullptr, static_cast<int>(project.checklist.size()))
                                       .arg(QLocale().toString(progress.doneItems(project)))
                                 : tr("You have reached every skill that it uses.");
    build(project, { chip, tr("Guided project"), reason, begun ? tr("Continue") : tr("Read the brief"), false, false });
}

QPushButton* StepCard::makeButton(const QString& name, const QString& text, ButtonKind kind, const domain::Skill& skill)
{
    auto* button = pushButton(name + u'.' + skill.id, text, this, kind);
    button->setAccessibleName(tr("%1: %2", "button and skill").arg(text, isolated(skill.title)));
    return button;
}

void StepCard::build(const domain::Skill& skill, const Content& content)
{
    setObjectName(u"step."_s + skill.id);
    setAccessibleName(skill.title);

    auto* head = new QHBoxLayout;
    head->addWidget(content.chip);
    head->addStretch(1);
    head->addWidget(
        new TextLabel(TextRole::Caption, tr("%1 · %2", "hours and level").arg(Words::hours(skill.hours), Words::level(skill.level)), this));

    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(space::s);
    auto* open = makeButton(u"open"_s, content.open, content.first ? ButtonKind::Primary : ButtonKind::Standard, skill);
    connect(open, &QPushButton::clicked, this, [this, id = skill.id] { Q_EMIT openRequested(id); });
    buttons->addWidget(open);
    if (content.onMap) {
        auto* map = makeButton(u"map"_s, tr("Show on map"), ButtonKind::Quiet, skill);
        connect(map, &QPushButton::clicked, this, [this, id = skill.id] { Q_EMIT mapRequested(id); });
        buttons->addWidget(map);
    }
    buttons->addStretch(1);

    auto* column = bareColumn(this, space::s);
    column->addLayout(head);
    column->addSpacing(space::xs);
    column->addWidget(wrapped(TextRole::Heading, skill.title, this));
    column->addWidget(new TextLabel(TextRole::Caption, content.place, this));
    column->addWidget(wrapped(TextRole::Body, Words::outcome(skill), this));
    column->addStretch(1);
    column->addWidget(wrapped(TextRole::Caption, content.reason, this));
    if (!skill.hasLesson) {
        column->addWidget(wrapped(TextRole::Caption, tr("Its lesson is not written yet."), this));
    }
    column->addSpacing(space::xs);
    column->addLayout(buttons);
}

} // namespace waymark::ui
