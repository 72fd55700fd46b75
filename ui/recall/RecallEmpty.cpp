// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/recall/RecallEmpty.h>

#include <ui/theme/Controls.h>
#include <ui/words/Isolated.h>
#include <ui/words/LocalTime.h>

#include <learning/LearningDays.h>
#include <session/CardShelf.h>

#include <QHBoxLayout>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark::ui {

namespace {

bool hasShelvedCards(const session::Workspace& workspace)
{
    const std::vector<domain::Skill>& skills = workspace.course().skills;
    return std::any_of(skills.begin(), skills.end(),
        [&workspace](const domain::Skill& skill) { return !session::shelvedCards(skill, workspace.progress().skill(skill.id)).isEmpty(); });
}

} // namespace

RecallEmpty::RecallEmpty(const session::Workspace& workspace, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_desk(workspace)
{
    auto* card = new Card(this);
    m_title = wrapped(TextRole::Heading, {}, card);
    m_title->setObjectName(u"recall.emptyTitle"_s);
    m_next = wrapped(TextRole::Strong, {}, card);
    m_next->setObjectName(u"recall.emptyNext"_s);
    m_text = wrapped(TextRole::Body, {}, card);
    m_text->setObjectName(u"recall.emptyText"_s);
    auto* column = new QVBoxLayout(card);
    column->setContentsMargins(space::xl, space::xl, space::xl, space::l);
    column->setSpacing(space::m);
    column->addWidget(m_title);
    column->addWidget(m_next);
    column->addWidget(m_text);
    addButtons(*column);
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, space::xl, 0, 0);
    whole->addWidget(card);
    whole->addStretch(1);
}

void RecallEmpty::addButtons(QVBoxLayout& column)
{
    m_lesson = pushButton(u"recall.emptyButton"_s, {}, this, ButtonKind::Primary);
    m_cards = pushButton(u"recall.emptyCards"_s, tr("Cards…"), this, ButtonKind::Quiet);
    m_options = pushButton(u"recall.emptyOptions"_s, tr("How recall asks…"), this, ButtonKind::Quiet);
    connect(m_lesson, &QPushButton::clicked, this, [this] { Q_EMIT skillRequested(m_nextSkill); });
    connect(m_cards, &QPushButton::clicked, this, &RecallEmpty::cardsRequested);
    connect(m_options, &QPushButton::clicked, this, &RecallEmpty::optionsRequested);

    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(space::s);
    buttons->addWidget(m_cards);
    buttons->addWidget(m_options);
    buttons->addStretch(1);
    column.addWidget(m_lesson, 0, Qt::AlignLeft);
    column.addLayout(buttons);
}

QString RecallEmpty::titleAfter(int recalled) const
{
    if (recalled > 0) {
        return tr("%n card(s) recalled. Nothing more is due.", nullptr, recalled);
    }
    return hasShelvedCards(m_workspace) || !m_desk.cards().empty() ? tr("Nothing is due now.") : tr("There are no cards yet.");
}

QString RecallEmpty::nextSentence() const
{
    const auto ahead = m_desk.ahead();
    if (!ahead) {
        return {};
    }
    const QTimeZone& zone = m_workspace.zone();
    const QDate day = learning::learningDay(ahead->at, zone);
    const qint64 days = learning::learningDay(m_workspace.now(), zone).daysTo(day);
    if (days == 0) {
        return tr("The next %n card(s): today at %1.", nullptr, ahead->cards).arg(clockText(ahead->at, zone));
    }
    return days == 1 ? tr("The next %n card(s): tomorrow.", nullptr, ahead->cards)
                     : tr("The next %n card(s): %1.", nullptr, ahead->cards).arg(QLocale().toString(day, QLocale::LongFormat));
}

/// Nothing is asked ahead of its time: a card that is recalled while it is still well known gains little, so it would cost minutes for
/// nothing.
void RecallEmpty::refresh(int recalled)
{
    const bool hasCards = !m_desk.cards().empty();
    const bool isShelved = hasShelvedCards(m_workspace);
    m_title->setText(titleAfter(recalled));
    const QString next = nextSentence();
    m_next->setText(next);
    m_next->setVisible(!next.isEmpty());
    m_text->setText(hasCards ? tr("Cards come back on the day before you would forget them. Until then, go on with a lesson.")
            : isShelved      ? tr("Every card that you have met is laid aside or put off.")
                             : tr("Cards come with the skills that you start: each lesson ends with some."));
    m_cards->setVisible(isShelved);
    m_options->setEnabled(!m_workspace.isReadOnly());
    m_nextSkill.clear();
    for (const learning::NextStep& step : m_workspace.nextSteps(1)) {
        const domain::Skill& skill = m_workspace.roadmap().skill(step.skill);
        m_nextSkill = skill.id;
        QString title = skill.title;
        m_lesson->setText(tr("Go on with \"%1\"").arg(isolated(title.replace(u'&', u"&&"_s))));
    }
    m_lesson->setVisible(!m_nextSkill.isEmpty());
}

} // namespace waymark::ui
