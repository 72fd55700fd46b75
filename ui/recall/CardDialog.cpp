// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/recall/CardDialog.h>

#include <ui/DraftKeeper.h>
#include <ui/theme/Controls.h>
#include <ui/theme/Tokens.h>
#include <ui/words/DraftWords.h>
#include <ui/words/ErrorSentence.h>
#include <ui/words/Isolated.h>

#include <QComboBox>
#include <QCompleter>
#include <QDialogButtonBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace waymark::ui {

namespace {

constexpr int dialogWidth = 520;
constexpr int frontLines = 4;
constexpr int backLines = 6;
constexpr int mostSkillsShown = 12;

/// The side of a card of the course, for its first editing; such a side is one line.
QString lineOf(const exchange::Blocks& side)
{
    return side.empty() ? QString() : exchange::markdownOf(side.front().inlines);
}

} // namespace

CardDialog::CardDialog(session::Workspace& workspace, const QString& skill, const QString& card, QWidget* parent)
    : QDialog(parent)
    , m_workspace(workspace)
    , m_skill(skill)
    , m_card(card)
    , m_front(nullptr)
    , m_back(nullptr)
    , m_about(wrapped(TextRole::Caption, {}, this))
    , m_fault(wrapped(TextRole::Caption, {}, this))
    , m_save(nullptr)
    , m_draft(new DraftKeeper(
          workspace.drafts(), { session::DraftKind::Card, card.isEmpty() ? QString() : skill, card }, [this] { return written(); }, this))
{
    setObjectName(u"cardDialog"_s);
    const bool isNew = card.isEmpty();
    setWindowTitle(isNew ? tr("New card") : tr("Edit the card"));
    setMinimumWidth(dialogWidth);
    new QVBoxLayout(this);
    layout()->setContentsMargins(space::xl, space::xl, space::xl, space::l);
    layout()->setSpacing(space::s);
    if (isNew) {
        makeSkillChoice();
    } else {
        const domain::Skill* found = workspace.roadmap().find(skill);
        layout()->addWidget(wrapped(TextRole::Heading, found == nullptr ? skill : found->title, this));
    }
    m_about->setObjectName(u"card.about"_s);
    m_about->hide();
    layout()->addWidget(m_about);
    m_front = makeSide(u"card.front"_s, tr("Front"), frontLines);
    m_back = makeSide(u"card.back"_s, tr("Back"), backLines);
    layout()->addWidget(wrapped(TextRole::Caption, tr("Markdown: `code`, *emphasis*, and blocks of code between lines of ```."), this));
    m_fault->setObjectName(u"card.fault"_s);
    m_fault->hide();
    layout()->addWidget(m_fault);
    auto* buttons = new QDialogButtonBox(this);
    m_save = buttons->addButton(isNew ? tr("Add the card") : tr("Save the card"), QDialogButtonBox::AcceptRole);
    m_save->setObjectName(u"card.save"_s);
    setButtonKind(*m_save, ButtonKind::Primary);
    buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole)->setObjectName(u"card.cancel"_s);
    connect(buttons, &QDialogButtonBox::accepted, this, &CardDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &CardDialog::reject);
    layout()->addWidget(buttons);
    if (!isNew || !skill.isEmpty()) {
        m_front->setFocus();
    }
    follow();
    if (isNew) {
        offerDraft();
    }
}

/// Skills whose cards are asked stand first. It can be typed in, since a course has hundreds.
void CardDialog::makeSkillChoice()
{
    auto* label = new TextLabel(TextRole::Strong, tr("Skill"), this);
    m_skills = new QComboBox(this);
    m_skills->setObjectName(u"card.skill"_s);
    m_skills->setAccessibleName(label->text());
    m_skills->setEditable(true);
    m_skills->setInsertPolicy(QComboBox::NoInsert);
    m_skills->setMaxVisibleItems(mostSkillsShown);
    m_skills->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_skills->completer()->setCompletionMode(QCompleter::PopupCompletion);
    m_skills->completer()->setFilterMode(Qt::MatchContains);
    int begun = 0;
    for (const domain::Skill& skill : m_workspace.course().skills) {
        const bool isAsked = session::asksNewCards(m_workspace.stateOf(skill.id));
        m_skills->insertItem(isAsked ? begun++ : m_skills->count(), skill.title, skill.id);
    }
    m_skills->setCurrentIndex(std::max(0, m_skills->findData(m_skill)));
    label->setBuddy(m_skills);
    layout()->addWidget(label);
    layout()->addWidget(m_skills);
    m_waits = wrapped(TextRole::Caption, {}, this);
    m_waits->setObjectName(u"card.waits"_s);
    layout()->addWidget(m_waits);
    connect(m_skills, &QComboBox::editTextChanged, this, &CardDialog::follow);
    connect(m_skills, &QComboBox::editTextChanged, m_draft, &DraftKeeper::noticeKey);
}

QString CardDialog::chosenSkill() const
{
    return m_skills == nullptr ? m_skill : m_skills->itemData(m_skills->findText(m_skills->currentText(), Qt::MatchFixedString)).toString();
}

QPlainTextEdit* CardDialog::makeSide(const QString& name, const QString& title, int lines)
{
    auto* label = new TextLabel(TextRole::Strong, title, this);
    auto* side = new QPlainTextEdit(this);
    side->setObjectName(name);
    side->setAccessibleName(title);
    side->setTabChangesFocus(true);
    side->setFixedHeight(side->fontMetrics().lineSpacing() * lines + 2 * space::s);
    label->setBuddy(side);
    layout()->addWidget(label);
    layout()->addWidget(side);
    connect(side, &QPlainTextEdit::textChanged, this, &CardDialog::follow);
    connect(side, &QPlainTextEdit::textChanged, m_draft, &DraftKeeper::noticeKey);
    return side;
}

void CardDialog::follow()
{
    if (m_save == nullptr) {
        return; // while the dialog is made
    }
    const QString skill = chosenSkill();
    const bool isWritten = !m_front->toPlainText().trimmed().isEmpty() && !m_back->toPlainText().trimmed().isEmpty();
    m_save->setEnabled(isWritten && !skill.isEmpty());
    if (m_waits != nullptr) {
        m_waits->setText(skill.isEmpty() ? tr("The course has no skill with this title.")
                                         : tr("This skill is not begun: the card is asked once it is."));
        m_waits->setVisible(skill.isEmpty() || !session::asksNewCards(m_workspace.stateOf(skill)));
    }
}

void CardDialog::setCard(const session::AskedCard& card)
{
    const domain::OwnCard own = m_workspace.progress().skill(card.skill).ownCards.value(card.card);
    m_front->setPlainText(card.isOwn ? own.front : lineOf(card.front));
    m_back->setPlainText(card.isOwn ? own.back : lineOf(card.back));
    m_base = fields();
    offerDraft();
}

session::CardFields CardDialog::fields() const
{
    return { m_skills == nullptr ? QString() : m_skills->currentText(), m_front->toPlainText(), m_back->toPlainText() };
}

/// A new card begins with its first word, not with its skill.
std::optional<session::DraftValue> CardDialog::written() const
{
    const session::CardFields now = fields();
    const bool isWritten = m_card.isEmpty() ? !now.front.trimmed().isEmpty() || !now.back.trimmed().isEmpty() : now != m_base;
    return isWritten ? std::optional<session::DraftValue>(session::CardDraft { now, m_base }) : std::nullopt;
}

/// Nothing is taken over unasked: the card may have other words by now.
void CardDialog::offerDraft()
{
    const auto draft = m_draft->found<session::CardDraft>();
    if (!draft) {
        return;
    }
    const bool isSame = draft->base == m_base;
    m_about->setText(isSame
            ? DraftWords::left()
            : DraftWords::replacing(tr("%1 / %2", "front and back of a card").arg(isolated(m_base.front), isolated(m_base.back))));
    m_about->show();
    m_base = draft->base;
    if (m_skills != nullptr) {
        m_skills->setCurrentText(draft->now.skill);
    }
    m_front->setPlainText(draft->now.front);
    m_back->setPlainText(draft->now.back);
    m_front->moveCursor(QTextCursor::End);
    m_front->setFocus();
}

void CardDialog::accept()
{
    const auto written = m_workspace.apply(
        domain::writeCard(m_workspace.context(), chosenSkill(), m_card, m_front->toPlainText().trimmed(), m_back->toPlainText().trimmed()));
    if (!written) {
        m_fault->setText(ErrorSentence::of(written.error()));
        m_fault->show();
        return;
    }
    QDialog::accept();
}

/// Saved or cancelled.
void CardDialog::done(int result)
{
    m_draft->end();
    QDialog::done(result);
}

} // namespace waymark::ui
