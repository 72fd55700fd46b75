// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/mentor/DecisionPanel.h>

#include <ui/mentor/AnswerSheet.h>
#include <ui/mentor/CommentCard.h>
#include <ui/skill/Retire.h>
#include <ui/theme/Controls.h>
#include <ui/words/Isolated.h>
#include <ui/words/ReviewWords.h>
#include <ui/words/WrappedText.h>

#include <domain/PersonNames.h>
#include <exchange/ReviewLimits.h>

#include <QButtonGroup>
#include <QCheckBox>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark::ui {

using domain::Decision;

namespace {

constexpr Decision allDecisions[] = { Decision::Approve, Decision::ApproveWithNotes, Decision::RequestChanges, Decision::Reject };
constexpr int reasonLines = 5;
constexpr int levelCount = 4;
constexpr qsizetype mostThreads = 50; ///< each is several widgets; closing some makes room for others

} // namespace

DecisionPanel::DecisionPanel(session::ReviewDesk& desk, QWidget* parent)
    : QWidget(parent)
    , m_desk(desk)
{
    setObjectName(u"decisionPanel"_s);
    m_whole = new QVBoxLayout(this);
    m_whole->setContentsMargins(0, 0, 0, 0);
    m_whole->setSpacing(space::s);
    m_heading = new TextLabel(TextRole::Heading, {}, this);
    m_whole->addWidget(m_heading);
    makeDecisions(m_whole);
    makeReason(m_whole);
    m_whole->addStretch(1);
    connect(&m_pause, &WritingPause::over, this, &DecisionPanel::keep);
}

void DecisionPanel::makeDecisions(QVBoxLayout* column)
{
    for (const Decision each : allDecisions) {
        auto* button = new QPushButton(ReviewWords::deciding(each), this);
        button->setObjectName(u"decision."_s + domain::toString(each));
        button->setCheckable(true);
        button->setToolTip(tr("%1 (%2)", "a decision, its key").arg(ReviewWords::deciding(each)).arg(static_cast<int>(each) + 1));
        connect(button, &QPushButton::clicked, this, [this, each] { choose(each); });
        m_decisions.push_back(button);
        column->addWidget(button);
    }
}

void DecisionPanel::makeReason(QVBoxLayout* column)
{
    m_reason = new QPlainTextEdit(this);
    m_reason->setObjectName(u"decision.reason"_s);
    m_reason->setAccessibleName(tr("Reason"));
    m_reason->setTabChangesFocus(true);
    m_reason->setFixedHeight(m_reason->fontMetrics().lineSpacing() * reasonLines + 2 * space::s);
    m_reason->installEventFilter(this);
    m_gap = wrapped(TextRole::Caption, {}, this);
    m_gap->setObjectName(u"decision.gap"_s);
    m_gap->setForegroundRole(QPalette::BrightText);
    column->addWidget(m_reason);
    column->addWidget(m_gap);
    connect(m_reason, &QPlainTextEdit::textChanged, this, [this] {
        if (m_reason->toPlainText() != m_clean) {
            showGap();
            m_pause.noticeKey();
        }
    });
}

std::optional<Decision> DecisionPanel::decision() const
{
    if (m_skill.isEmpty()) {
        return m_desk.draft().overall.decision;
    }
    const exchange::ReviewDecision* found = m_desk.decisionOn(m_skill);
    return found == nullptr ? std::nullopt : std::optional(found->decision);
}

QString DecisionPanel::stored() const
{
    if (m_skill.isEmpty()) {
        return m_desk.draft().overall.text;
    }
    const exchange::ReviewDecision* found = m_desk.decisionOn(m_skill);
    return found == nullptr ? QString() : found->text;
}

void DecisionPanel::setReviewer(const QString& name)
{
    if (m_reviewer != name) {
        m_reviewer = name;
        setSkill(m_skill);
    }
}

void DecisionPanel::setSkill(const QString& skill)
{
    keep();
    m_skill = skill;
    m_heading->setText(skill.isEmpty() ? tr("Overall word") : tr("Decision"));
    m_reason->setPlaceholderText(skill.isEmpty() ? tr("What you want to say about the plan") : tr("Why, in a sentence or two"));
    if (m_parts != nullptr) {
        retire(m_parts);
    }
    m_parts = new QWidget(this);
    auto* column = new QVBoxLayout(m_parts);
    column->setContentsMargins(0, space::m, 0, 0);
    column->setSpacing(space::s);
    rebuildRubric();
    rebuildThreads();
    m_whole->insertWidget(m_whole->count() - 1, m_parts); // above the stretch
    m_parts->show();
    const QSignalBlocker quiet(m_reason);
    m_reason->setPlainText(stored());
    m_clean = m_reason->toPlainText();
    refresh();
}

void DecisionPanel::refresh()
{
    const std::optional<Decision> now = decision();
    for (const Decision each : allDecisions) {
        QPushButton* button = m_decisions[static_cast<std::size_t>(each)];
        button->setChecked(now == each);
        button->setIcon(now == each ? icon(IconId::Check) : QIcon());
    }
    if (stored() != m_clean && !m_pause.isWriting()) {
        const QSignalBlocker quiet(m_reason);
        m_reason->setPlainText(stored());
        m_clean = m_reason->toPlainText();
    }
    m_reason->setEnabled(m_skill.isEmpty() || now.has_value());
    showGap();
    const exchange::PlanSkill* skill = m_desk.skill(m_skill);
    for (const Row& row : m_rows) {
        const std::optional<int> level = m_desk.scoreOf(m_skill, row.criterion);
        for (int each = 0; each < levelCount; ++each) {
            row.levels->button(each)->setChecked(level == each);
            row.levels->button(each)->setEnabled(now.has_value());
        }
        const auto of
            = std::ranges::find(skill->rubric, row.criterion, [](const exchange::PlanScore& score) { return score.criterion.id; });
        row.words->setText(
            level && of != skill->rubric.end() ? breakable(of->criterion.levels[static_cast<std::size_t>(*level)]) : QString());
        row.words->setVisible(level.has_value());
    }
    if (m_hint != nullptr) {
        m_hint->setVisible(!now.has_value());
    }
    for (const auto& [id, box] : m_threads) {
        const auto isClosed = [&comment = id](const exchange::ReviewComment& each) { return each.id == comment && each.resolved; };
        box->setChecked(std::ranges::any_of(m_desk.draft().comments, isClosed));
    }
}

void DecisionPanel::showGap()
{
    m_gap->setText(ReviewWords::tooLong(m_reason->toPlainText(), exchange::limits::decisionBytes));
    for (const session::ReviewGap& gap : m_desk.gaps()) {
        if (gap.kind == session::ReviewGap::Kind::NoReason && gap.skill == m_skill) {
            m_gap->setText(tr("Say what should change, here or in a comment."));
        }
    }
    m_gap->setVisible(!m_gap->text().isEmpty());
}

void DecisionPanel::rebuildRubric()
{
    m_rows.clear();
    m_hint = nullptr;
    const exchange::PlanSkill* skill = m_desk.skill(m_skill);
    if (skill == nullptr || skill->rubric.empty()) {
        return;
    }
    auto* column = static_cast<QVBoxLayout*>(m_parts->layout());
    column->addWidget(new TextLabel(TextRole::Heading, tr("Scores"), m_parts));
    m_hint = wrapped(TextRole::Caption, tr("Scores go out with a decision: decide first."), m_parts);
    column->addWidget(m_hint);
    const std::size_t most = std::min(skill->rubric.size(), std::size_t { exchange::limits::rubricScores }); // what a decision can carry
    for (std::size_t i = 0; i < most; ++i) {
        addCriterion(column, skill->rubric[i]);
    }
}

void DecisionPanel::addCriterion(QVBoxLayout* column, const exchange::PlanScore& score)
{
    Row row { score.criterion.id, new QButtonGroup(m_parts), wrapped(TextRole::Caption, {}, m_parts) };
    row.levels->setExclusive(false);
    column->addWidget(wrapped(TextRole::Strong, breakable(score.criterion.title), m_parts));
    auto* line = new QHBoxLayout;
    line->setSpacing(space::xs);
    for (int level = 0; level < levelCount; ++level) {
        const QString words = score.criterion.levels[static_cast<std::size_t>(level)];
        auto* button = new QPushButton(QLocale().toString(level), m_parts);
        button->setObjectName(u"score.%1.%2"_s.arg(score.criterion.id).arg(level));
        button->setCheckable(true);
        button->setAccessibleName(
            tr("%1, %2: %3", "criterion, level, its words").arg(isolated(score.criterion.title)).arg(level).arg(isolated(words)));
        button->setToolTip(u"<p>%1</p>"_s.arg(words.toHtmlEscaped())); // Qt guesses rich text; escaped it cannot be mistaken
        setButtonKind(*button, ButtonKind::Chip);
        row.levels->addButton(button, level);
        line->addWidget(button);
        connect(button, &QPushButton::clicked, this, [this, criterion = score.criterion.id, level](bool on) {
            m_desk.score(m_skill, criterion, on ? std::optional(level) : std::nullopt);
            refresh();
        });
    }
    line->addStretch(1);
    column->addLayout(line);
    column->addWidget(row.words);
    if (score.self) {
        column->addWidget(wrapped(TextRole::Caption,
            breakable(tr("Own score: %1, %2", "level, its words")
                          .arg(QLocale().toString(*score.self), isolated(score.criterion.levels[static_cast<std::size_t>(*score.self)]))),
            m_parts));
    }
    m_rows.push_back(row);
}

void DecisionPanel::rebuildThreads()
{
    m_threads.clear();
    auto* column = static_cast<QVBoxLayout*>(m_parts->layout());
    for (const session::OpenThread& thread : m_desk.openThreads()) {
        const exchange::ReviewComment& comment = thread.comment;
        if (comment.skill != m_skill || m_threads.size() >= mostThreads) {
            continue;
        }
        if (m_threads.empty()) {
            column->addSpacing(space::s);
            column->addWidget(new TextLabel(TextRole::Heading, tr("Open from earlier answers"), m_parts));
        }
        column->addWidget(new TextLabel(TextRole::Strong, ReviewWords::comment(comment.kind), m_parts));
        column->addWidget(new FoldedText(comment.text, m_parts));
        const bool isOwn = m_reviewer.isEmpty() || domain::isSameName(m_reviewer, thread.reviewer);
        if (isOwn && thread.isSigned) {
            column->addWidget(wrapped(TextRole::Caption, tr("Counts when you sign this answer with the same key as that one."), m_parts));
        } else if (!isOwn) {
            column->addWidget(wrapped(TextRole::Caption,
                tr("%1 asked for this and closes it.").arg(isolated(breakable(ReviewWords::reviewer(thread.reviewer)))), m_parts));
        }
        auto* box = new QCheckBox(tr("Dealt with"), m_parts);
        box->setObjectName(u"thread."_s + comment.id);
        box->setAccessibleDescription(comment.text);
        box->setVisible(isOwn);
        connect(box, &QCheckBox::clicked, this, [this, id = comment.id](bool closed) { m_desk.closeThread(id, closed); });
        column->addWidget(box);
        m_threads.emplace_back(comment.id, box);
    }
}

void DecisionPanel::choose(Decision chosen)
{
    keep();
    decide(decision() == chosen ? std::nullopt : std::optional(chosen));
    refresh();
}

void DecisionPanel::decide(std::optional<Decision> decision)
{
    const QString text = m_reason->toPlainText();
    if (m_skill.isEmpty()) {
        m_desk.setOverall(decision, text);
    } else {
        m_desk.decide(m_skill, decision, text);
    }
}

void DecisionPanel::keep()
{
    m_pause.stop();
    if (m_reason->toPlainText() != m_clean) {
        m_clean = m_reason->toPlainText();
        decide(decision());
    }
}

void DecisionPanel::focusReason()
{
    m_reason->setFocus(Qt::OtherFocusReason);
}

bool DecisionPanel::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_reason && event->type() == QEvent::FocusOut) {
        keep();
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace waymark::ui
