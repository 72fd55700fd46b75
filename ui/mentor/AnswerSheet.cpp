// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/mentor/AnswerSheet.h>

#include <ui/skill/Retire.h>
#include <ui/theme/Controls.h>
#include <ui/words/Isolated.h>
#include <ui/words/LocalTime.h>
#include <ui/words/ReviewWords.h>
#include <ui/words/ShortDate.h>
#include <ui/words/SkillIcons.h>
#include <ui/words/Words.h>
#include <ui/words/WrappedText.h>

#include <QLocale>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

namespace waymark::ui {

using exchange::PlanItem;
using exchange::PlanSkill;

namespace {

// Each is several widgets; a plan of a stranger may have thousands.
constexpr std::size_t mostItems = 100;
constexpr std::size_t mostProofs = 100; ///< of a skill

} // namespace

AnswerSheet::AnswerSheet(session::ReviewDesk& desk, CommentPhrases& phrases, QTimeZone zone, QWidget* parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_phrases(phrases)
    , m_zone(std::move(zone))
    , m_whole(new QVBoxLayout(this))
{
    setObjectName(u"answerSheet"_s);
    m_whole->setContentsMargins(0, 0, 0, 0);
}

QString AnswerSheet::day(qint64 moment) const
{
    return dayText(moment, m_zone);
}

void AnswerSheet::setSkill(const QString& skill)
{
    keep();
    m_skill = skill;
    m_comments.clear();
    if (m_content != nullptr) {
        retire(m_content);
    }
    m_content = new QWidget(this);
    m_column = new QVBoxLayout(m_content);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(space::s);
    if (const PlanSkill* found = m_desk.skill(skill)) {
        showSkill(*found);
    } else {
        showPlan();
    }
    m_column->addStretch(1);
    m_whole->addWidget(m_content);
    m_content->show();
}

void AnswerSheet::refresh()
{
    for (CommentList* list : std::as_const(m_comments)) {
        list->refresh();
    }
}

void AnswerSheet::keep()
{
    for (CommentList* list : std::as_const(m_comments)) {
        list->keep();
    }
}

void AnswerSheet::comment()
{
    m_comments.value(QString())->add();
}

bool AnswerSheet::focusComment(const QString& comment)
{
    return std::ranges::any_of(m_comments, [&comment](CommentList* list) { return list->focus(comment); });
}

void AnswerSheet::addComments(const QString& item)
{
    auto* list = new CommentList(m_desk, m_phrases, m_skill, item, m_content);
    m_comments.insert(item, list);
    m_column->addWidget(list);
}

void AnswerSheet::addHeading(const QString& text, const QString& item)
{
    auto* add = new QPushButton(tr("Comment"), m_content);
    add->setObjectName(u"answer.comment"_s);
    add->setIcon(icon(IconId::Add));
    add->setToolTip(tr("Comment on this (C)"));
    setButtonKind(*add, ButtonKind::Quiet);
    connect(add, &QPushButton::clicked, this, [this, item] { m_comments.value(item)->add(); });
    auto* row = new QHBoxLayout;
    row->setSpacing(space::s);
    row->addWidget(wrapped(TextRole::Title, breakable(text), m_content), 1);
    row->addWidget(add, 0, Qt::AlignTop);
    m_column->addLayout(row);
}

void AnswerSheet::addQuote(const QString& caption, const QString& text)
{
    m_column->addSpacing(space::xs);
    auto* card = new Card(m_content);
    auto* column = new QVBoxLayout(card);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::xs);
    column->addWidget(new TextLabel(TextRole::Strong, caption, card));
    column->addWidget(new FoldedText(text, card));
    m_column->addWidget(card);
}

void AnswerSheet::showPlan()
{
    const exchange::PlanDocument& plan = m_desk.plan();
    addHeading(tr("The plan as a whole"), {});
    QStringList facts;
    for (const exchange::PlanMilestone& milestone : plan.milestones) {
        if (plan.goal && milestone.id == plan.goal->milestone) {
            facts.append(tr("On the way to %1: %2 of %3 skills, %4 left.", "milestone, done, total, hours")
                             .arg(isolated(milestone.title), QLocale().toString(milestone.done), QLocale().toString(milestone.total),
                                 Words::hours(milestone.hoursLeft)));
        }
    }
    if (plan.goal && plan.goal->hoursPerWeek > 0) {
        facts.append(tr("%1 a week are planned.", "hours").arg(Words::hours(plan.goal->hoursPerWeek)));
    }
    if (plan.goal && plan.goal->deadline.isValid()) {
        facts.append(tr("Until %1.").arg(QLocale().toString(plan.goal->deadline, QLocale::LongFormat)));
    }
    facts.append(plan.lastReview == 0 ? tr("Nobody has answered it before.") : tr("The last answer is of %1.").arg(day(plan.lastReview)));
    m_column->addWidget(wrapped(TextRole::Body, facts.join(u'\n'), m_content));
    addComments({});
    if (plan.history.empty()) {
        return;
    }
    m_column->addSpacing(space::m);
    m_column->addWidget(new TextLabel(
        TextRole::Heading, plan.lastReview == 0 ? tr("What was done") : tr("What was done since the last answer"), m_content));
    constexpr std::size_t mostDays = 30;
    QStringList lines;
    for (std::size_t i = 0; i < plan.history.size() && i < mostDays; ++i) {
        const exchange::PlanEvent& event = plan.history[i];
        const PlanSkill* skill = m_desk.skill(event.skill);
        lines.append(tr("%1: %2 (%n line(s) ticked)", "a date, a skill", static_cast<int>(event.items.size()))
                         .arg(shortDate(event.date), isolated(skill == nullptr || skill->title.isEmpty() ? event.skill : skill->title)));
    }
    m_column->addWidget(wrapped(TextRole::Body, breakable(lines.join(u'\n')), m_content));
}

void AnswerSheet::showSkill(const PlanSkill& skill)
{
    addHeading(skill.title.isEmpty() ? skill.id : skill.title, {});
    auto* signs = new QHBoxLayout;
    signs->setSpacing(space::s);
    signs->addWidget(new Chip(Words::state(skill.state), iconOf(skill.state), toneOf(skill.state), m_content));
    if (skill.submitted) {
        signs->addWidget(new Chip(tr("Waits for a decision"), IconId::Flag, Tone::Mark, m_content));
    }
    if (skill.standing) {
        signs->addWidget(new Chip(ReviewWords::standing(*skill.standing), IconId::Mentor, Tone::SoftText, m_content));
    }
    if (skill.spentMinutes > 0) {
        signs->addWidget(new Chip(Words::minutes(skill.spentMinutes), IconId::Clock, Tone::SoftText, m_content));
    }
    signs->addStretch(1);
    m_column->addLayout(signs);
    if (!skill.outcome.isEmpty()) {
        m_column->addWidget(wrapped(TextRole::Body, breakable(skill.outcome), m_content));
    }
    if (skill.signOff) {
        addSignOff(*skill.signOff);
    }
    addComments({});
    if (skill.question) {
        addQuote(tr("Asks you"), skill.question->text);
    }
    if (skill.note) {
        addQuote(tr("Note"), skill.note->text);
    }
    if (!skill.checklist.empty()) {
        m_column->addSpacing(space::m);
        m_column->addWidget(new TextLabel(TextRole::Heading, tr("Checklist"), m_content));
    }
    m_proofs = 0;
    const std::size_t shown = std::min(skill.checklist.size(), mostItems);
    for (std::size_t i = 0; i < shown; ++i) {
        addItem(skill.checklist[i]);
    }
    addRest(tr("… and %n more line(s) that are not shown here", nullptr, static_cast<int>(skill.checklist.size() - shown)),
        skill.checklist.size() > shown);
}

void AnswerSheet::addRest(const QString& sentence, bool isThere)
{
    if (isThere) {
        m_column->addWidget(wrapped(TextRole::Caption, sentence, m_content));
    }
}

void AnswerSheet::addSignOff(const exchange::PlanSignOff& signOff)
{
    const QString who
        = tr("%1 by %2 on %3.", "decision, name, date")
              .arg(ReviewWords::decision(signOff.signOff.decision), isolated(signOff.signOff.reviewer), day(signOff.signOff.created));
    m_column->addWidget(wrapped(TextRole::Caption,
        breakable(signOff.isVoid ? tr("%1 It no longer holds: evidence that was looked at has changed.").arg(who) : who), m_content));
}

void AnswerSheet::addItem(const PlanItem& item)
{
    auto* row = new QHBoxLayout;
    row->setSpacing(space::s);
    const bool isDone = item.doneAt.has_value();
    auto* sign = new IconMark(isDone ? IconId::Check : IconId::StateReady, isDone ? Tone::Mastered : Tone::SoftText, m_content);
    sign->setAccessibleName(isDone ? tr("Done") : tr("Not done"));
    row->addWidget(sign, 0, Qt::AlignTop);
    const QString text = item.text.isEmpty() ? item.id : item.text;
    auto* words = wrapped(TextRole::Body, breakable(text), m_content);
    words->setForegroundRole(isDone ? QPalette::WindowText : QPalette::PlaceholderText);
    row->addWidget(words, 1, Qt::AlignTop);
    auto* add = new QToolButton(m_content);
    add->setObjectName(u"answer.comment."_s + item.id);
    add->setIcon(icon(IconId::Note, Tone::SoftText));
    add->setIconSize({ size::iconSmall, size::iconSmall });
    add->setAutoRaise(true);
    add->setFocusPolicy(Qt::StrongFocus);
    add->setAccessibleName(tr("Comment on: %1").arg(isolated(text)));
    add->setToolTip(tr("Comment on this line"));
    connect(add, &QToolButton::clicked, this, [this, id = item.id] { m_comments.value(id)->add(); });
    row->addWidget(add, 0, Qt::AlignTop);
    m_column->addSpacing(space::xs);
    m_column->addLayout(row);
    const std::size_t shown = std::min(item.evidence.size(), mostProofs - std::min(mostProofs, m_proofs));
    for (std::size_t i = 0; i < shown; ++i) {
        addEvidence(item.evidence[i]);
    }
    m_proofs += shown;
    addRest(tr("… and %n more piece(s) of evidence that are not shown here", nullptr, static_cast<int>(item.evidence.size() - shown)),
        item.evidence.size() > shown);
    addComments(item.id);
}

void AnswerSheet::addEvidence(const exchange::PlanEvidence& evidence)
{
    auto* box = new QWidget(m_content);
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(size::icon + space::s, 0, 0, 0);
    column->setSpacing(space::xs);
    column->addWidget(new TextLabel(TextRole::Caption,
        tr("%1, %2", "a kind of evidence, a date").arg(Words::evidence(evidence.evidence.kind), day(evidence.evidence.at)), box));
    column->addWidget(new FoldedText(evidence.evidence.text, box));
    m_column->addWidget(box);
}

FoldedText::FoldedText(const QString& text, QWidget* parent)
    : QWidget(parent)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::xs);
    const QStringList lines = text.split(u'\n');
    const QString start = lines.mid(0, shownLines).join(u'\n').left(shownCharacters);
    auto* words = wrapped(TextRole::Body, breakable(start.size() < text.size() ? start + u'…' : text), this);
    words->setTextInteractionFlags(Qt::TextSelectableByMouse);
    column->addWidget(words);
    if (start.size() == text.size()) {
        return;
    }
    auto* more = new QPushButton(tr("Show all of it"), this);
    more->setObjectName(u"folded.more"_s);
    setButtonKind(*more, ButtonKind::Quiet);
    column->addWidget(more, 0, Qt::AlignLeft);
    connect(more, &QPushButton::clicked, this, [words, more, text, start] {
        const bool isFolded = words->text() != breakable(text);
        words->setText(isFolded ? breakable(text) : breakable(start + u'…'));
        more->setText(isFolded ? tr("Show less") : tr("Show all of it"));
    });
}

} // namespace waymark::ui
