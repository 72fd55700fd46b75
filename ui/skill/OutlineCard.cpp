// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/skill/OutlineCard.h>

#include <ui/theme/Controls.h>
#include <ui/theme/Layouts.h>
#include <ui/words/Isolated.h>
#include <ui/words/Words.h>

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark::ui {

namespace {

constexpr int cardWidth = 520;

} // namespace

OutlineCard::OutlineCard(const session::Workspace& workspace, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_title(nullptr)
    , m_text(nullptr)
    , m_next(nullptr)
    , m_map(nullptr)
{
    setObjectName(u"outline"_s);
    auto* card = new Card(this);
    card->setContentsMargins(0, 0, 0, 0);
    m_title = new TextLabel(TextRole::Heading, {}, card);
    m_title->setObjectName(u"outline.title"_s);
    m_title->setWordWrap(true);
    m_text = new TextLabel(TextRole::Body, {}, card);
    m_text->setObjectName(u"outline.text"_s);
    m_text->setWordWrap(true);
    m_next = pushButton(u"outline.next"_s, {}, card, ButtonKind::Primary);
    m_map = pushButton(u"outline.map"_s, tr("Show on the map"), card);

    auto* column = new QVBoxLayout(card);
    column->setContentsMargins(space::xl, space::xl, space::xl, space::xl);
    column->setSpacing(space::m);
    column->addWidget(m_title);
    column->addWidget(m_text);
    column->addWidget(m_next, 0, Qt::AlignLeft);
    column->addWidget(m_map, 0, Qt::AlignLeft);
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(space::xl, space::xxl, space::xl, space::xl);
    whole->addLayout(centredRow(card, cardWidth));
    whole->addStretch(1);

    connect(m_next, &QPushButton::clicked, this, [this] { Q_EMIT skillRequested(m_nextSkill); });
    connect(m_map, &QPushButton::clicked, this, &OutlineCard::mapRequested);
}

void OutlineCard::setSkill(const QString& id)
{
    const domain::Roadmap& roadmap = m_workspace.roadmap();
    const domain::Skill* skill = roadmap.find(id);
    if (skill == nullptr) {
        m_title->setText(tr("No skill is open."));
        m_text->setText(tr("Choose one on the map, or go on with the next step."));
    } else {
        m_title->setText(tr("The lesson of this skill is not written yet."));
        m_text->setText(
            tr("What it is for stands above; what it needs and what it unlocks stand at the side. It takes about %1. You can learn it "
               "elsewhere, keep your notes and your time here, and mark it as done.",
                "hours")
                .arg(Words::hours(skill->hours)));
    }
    m_nextSkill.clear();
    for (const learning::NextStep& step : m_workspace.nextSteps()) {
        const domain::Skill& next = roadmap.skill(step.skill);
        if (m_nextSkill.isEmpty() && next.id != id) {
            m_nextSkill = next.id;
            m_next->setText(tr("Go on with \"%1\"").arg(isolated(next.title)));
        }
    }
    m_next->setVisible(!m_nextSkill.isEmpty());
}

} // namespace waymark::ui
