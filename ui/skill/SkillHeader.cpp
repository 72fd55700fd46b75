// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/skill/SkillHeader.h>

#include <ui/skill/SkillLink.h>
#include <ui/theme/Controls.h>
#include <ui/theme/Layouts.h>
#include <ui/words/Words.h>
#include <ui/words/WrappedText.h>

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark::ui {

using learning::SkillState;

namespace {

constexpr int wordsAMinute = 200; ///< of careful reading

} // namespace

SkillHeader::SkillHeader(session::Workspace& workspace, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_title(new TextLabel(TextRole::Title, {}, this))
    , m_outcome(new TextLabel(TextRole::Body, {}, this))
    , m_facts(new TextLabel(TextRole::Caption, {}, this))
    , m_reason(new TextLabel(TextRole::Caption, {}, this))
    , m_state(new Chip({}, {}, Tone::Text, this))
    , m_start(makeButton(u"start"_s, tr("Start"), tr("Start it (Alt+S)")))
    , m_finish(makeButton(u"finish"_s, tr("Mark as done"), tr("Say that you can do this (Alt+D)")))
    , m_skip(makeButton(u"skip"_s, tr("Skip"), tr("Leave it out; what comes after it opens (Alt+K)")))
    , m_reset(makeButton(u"reset"_s, tr("Reset"), tr("Take back the mark and the ticks; evidence and notes stay (Alt+R)")))
    , m_tools(new QHBoxLayout)
{
    m_title->setObjectName(u"skill.title"_s);
    m_outcome->setObjectName(u"skill.outcome"_s);
    m_state->setObjectName(u"skill.state"_s);
    m_reason->setObjectName(u"skill.reason"_s);
    for (TextLabel* label : { m_title, m_outcome, m_facts, m_reason }) {
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }

    auto* first = new QHBoxLayout;
    first->setSpacing(space::s);
    first->addWidget(m_title, 1, Qt::AlignTop);
    for (QPushButton* button : { m_reset, m_skip, m_start, m_finish }) {
        first->addWidget(button, 0, Qt::AlignTop);
    }
    auto* second = new QHBoxLayout;
    second->setSpacing(space::m);
    second->addWidget(m_state);
    second->addWidget(m_facts, 1);
    second->addLayout(m_tools);
    m_tools->setSpacing(space::xs);

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(space::xl, space::l, space::xl, space::m);
    column->setSpacing(space::xs);
    column->addLayout(first);
    column->addWidget(m_outcome);
    column->addSpacing(space::xs);
    column->addLayout(second);
    column->addWidget(m_reason);

    connect(m_start, &QPushButton::clicked, this, [this] {
        const bool overLock = m_workspace.stateOf(m_skill) == SkillState::Locked;
        m_workspace.apply(domain::startSkill(m_workspace.context(), m_skill, overLock));
    });
    bind(m_finish, domain::finishSkill);
    bind(m_skip, domain::skipSkill);
    bind(m_reset, domain::resetSkill);
}

QPushButton* SkillHeader::makeButton(const QString& name, const QString& text, const QString& tip)
{
    auto* button = pushButton(name, text, this);
    button->setToolTip(tip);
    return button;
}

void SkillHeader::bind(QPushButton* button, Builder builder)
{
    connect(button, &QPushButton::clicked, this, [this, builder] { m_workspace.apply(builder(m_workspace.context(), m_skill)); });
}

void SkillHeader::setSkill(const QString& skill)
{
    m_skill = skill;
    if (const domain::Skill* found = m_workspace.roadmap().find(skill)) {
        m_title->setText(breakable(found->title));
        m_outcome->setText(breakable(Words::outcome(*found)));
        m_outcome->setVisible(!found->outcome.isEmpty());
        showFacts(*found);
    }
    refresh();
}

void SkillHeader::showFacts(const domain::Skill& skill)
{
    const bool isProject = m_workspace.roadmap().isProject(skill.id);
    QStringList facts { isProject ? tr("Guided project") : domain::titleOfArea(m_workspace.course(), skill.area), Words::level(skill.level),
        isProject ? QString() : Words::kind(skill.kind), tr("%1 in all", "hours of a skill").arg(Words::hours(skill.hours)) };
    facts.removeAll(QString());
    if (skill.hasLesson && skill.lessonWords > 0) {
        facts.append(tr("%1 to read", "minutes").arg(Words::minutes(std::max(1, (skill.lessonWords + wordsAMinute / 2) / wordsAMinute))));
    }
    m_facts->setText(facts.join(u" · "_s));
}

void SkillHeader::refresh()
{
    const SkillState state = m_workspace.stateOf(m_skill);
    m_state->setContent(Words::state(state), iconOf(state), toneOf(state));
    m_state->setAccessibleName(tr("State: %1").arg(Words::state(state)));
    const QString reason = Words::why(m_workspace, m_skill);
    m_reason->setText(breakable(reason));
    m_reason->setVisible(!reason.isEmpty());
    showButtons();
}

/// One primary button at most: the next thing to do with the skill.
void SkillHeader::showButtons()
{
    const LayoutPause pause(*this);
    const domain::EditContext context = m_workspace.context();
    const SkillState state = m_workspace.stateOf(m_skill);
    const bool writable = !m_workspace.isReadOnly();
    const bool canStart = domain::canStartSkill(context, m_skill);
    const bool reached = learning::isReached(state);
    const bool focused = m_start->hasFocus() || m_finish->hasFocus();

    m_start->setText(Words::start(state));
    m_start->setVisible(canStart);
    m_finish->setVisible(!canStart && domain::canFinishSkill(context, m_skill));
    m_skip->setVisible(!reached && domain::canSkipSkill(context, m_skill));
    m_reset->setVisible(domain::canResetSkill(context, m_skill));
    setButtonKind(*m_start, state == SkillState::Ready ? ButtonKind::Primary : ButtonKind::Standard);
    setButtonKind(*m_finish, state == SkillState::Learning ? ButtonKind::Primary : ButtonKind::Standard);
    setButtonKind(*m_skip, ButtonKind::Quiet);
    setButtonKind(*m_reset, ButtonKind::Quiet);
    for (QPushButton* button : { m_start, m_finish, m_skip, m_reset }) {
        button->setEnabled(writable);
    }
    if (focused && !m_start->isVisible() && m_finish->isVisible()) {
        m_finish->setFocus(Qt::OtherFocusReason); // the keyboard stays where it worked
    } else if (focused && !m_finish->isVisible() && m_start->isVisible()) {
        m_start->setFocus(Qt::OtherFocusReason);
    }
}

} // namespace waymark::ui
