// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/mentor/CommentCard.h>

#include <ui/mentor/ReviewIcons.h>
#include <ui/skill/Retire.h>
#include <ui/theme/Controls.h>
#include <ui/words/ReviewWords.h>

#include <exchange/ReviewLimits.h>

#include <QComboBox>
#include <QKeyEvent>
#include <QMenu>
#include <QPlainTextEdit>
#include <QSignalBlocker>
#include <QTextBlock>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark::ui {

using exchange::CommentKind;
using exchange::ReviewComment;

namespace {

constexpr int fewestLines = 2;
constexpr int mostLines = 10;

QToolButton* smallButton(QWidget* parent, IconId sign, const QString& name, const QString& text)
{
    auto* button = new QToolButton(parent);
    button->setObjectName(name);
    button->setIcon(icon(sign, Tone::SoftText));
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::StrongFocus);
    button->setAccessibleName(text);
    button->setToolTip(text);
    return button;
}

} // namespace

CommentCard::CommentCard(session::ReviewDesk& desk, CommentPhrases& phrases, const ReviewComment& comment, QWidget* parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_comment(comment)
    , m_kind(new QComboBox(this))
    , m_text(new QPlainTextEdit(this))
    , m_gap(new TextLabel(TextRole::Caption, {}, this))
{
    setObjectName(u"comment."_s + comment.id);
    m_kind->setObjectName(u"comment.kind"_s);
    m_kind->setAccessibleName(tr("Kind of comment"));
    for (const CommentKind kind : { CommentKind::Blocker, CommentKind::Improvement, CommentKind::Praise }) {
        m_kind->addItem(icon(signOf(kind).icon), ReviewWords::comment(kind), static_cast<int>(kind));
    }
    m_text->setObjectName(u"comment.text"_s);
    m_text->setAccessibleName(tr("Comment"));
    m_text->setPlaceholderText(tr("What the learner should read"));
    m_text->setTabChangesFocus(true);
    m_text->setLineWrapMode(QPlainTextEdit::WidgetWidth);
    m_text->installEventFilter(this);
    m_gap->setObjectName(u"comment.gap"_s);
    m_gap->setForegroundRole(QPalette::BrightText);

    QToolButton* templates = smallButton(this, IconId::More, u"comment.phrases"_s, tr("Templates"));
    templates->setPopupMode(QToolButton::InstantPopup);
    auto* menu = new QMenu(templates);
    templates->setMenu(menu);
    connect(menu, &QMenu::aboutToShow, this, [this, menu, &phrases] {
        phrases.fill(
            *menu, [this](const QString& phrase) { m_text->insertPlainText(phrase); }, [this] { return m_text->toPlainText(); });
    });
    QToolButton* remove = smallButton(this, IconId::Trash, u"comment.remove"_s, tr("Remove the comment"));
    connect(remove, &QToolButton::clicked, this, [this] { m_desk.removeComment(m_comment.id); });
    auto* head = new QHBoxLayout;
    head->setSpacing(space::xs);
    head->addWidget(m_kind);
    head->addWidget(m_gap);
    head->addStretch(1);
    head->addWidget(templates);
    head->addWidget(remove);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, space::xs, 0, space::xs);
    column->setSpacing(space::xs);
    column->addLayout(head);
    column->addWidget(m_text);

    connect(m_kind, &QComboBox::activated, this, &CommentCard::keep);
    connect(m_text, &QPlainTextEdit::textChanged, this, [this] {
        fit();
        if (isWritten()) {
            showGap(m_text->toPlainText());
            m_pause.noticeKey();
        }
    });
    connect(&m_pause, &WritingPause::over, this, &CommentCard::keep);
    showComment();
}

bool CommentCard::isWritten() const
{
    return m_text->toPlainText() != m_clean || m_kind->currentData().toInt() != static_cast<int>(m_comment.kind);
}

void CommentCard::showComment()
{
    const QSignalBlocker quiet(m_text);
    m_kind->setCurrentIndex(m_kind->findData(static_cast<int>(m_comment.kind)));
    m_text->setPlainText(m_comment.text);
    m_clean = m_text->toPlainText();
    showGap(m_comment.text);
    fit();
}

void CommentCard::fit()
{
    const int lines = std::clamp(m_text->document()->lineCount(), fewestLines, mostLines);
    m_text->setFixedHeight(m_text->fontMetrics().lineSpacing() * lines + 2 * space::s);
}

void CommentCard::showGap(const QString& text)
{
    m_gap->setText(text.trimmed().isEmpty() ? tr("Write it or remove it.") : ReviewWords::tooLong(text, exchange::limits::commentBytes));
    m_gap->setVisible(!m_gap->text().isEmpty());
}

void CommentCard::setComment(const ReviewComment& comment)
{
    if (comment != m_comment && !m_pause.isWriting()) {
        m_comment = comment;
        if (comment.text != m_text->toPlainText() || m_kind->currentData().toInt() != static_cast<int>(comment.kind)) {
            showComment();
        }
        m_clean = m_text->toPlainText();
        showGap(comment.text);
    }
}

void CommentCard::keep()
{
    m_pause.stop();
    if (!isWritten()) {
        return;
    }
    m_comment.kind = static_cast<CommentKind>(m_kind->currentData().toInt());
    m_comment.text = m_text->toPlainText();
    m_clean = m_comment.text;
    showGap(m_comment.text);
    m_desk.putComment(m_comment);
}

void CommentCard::begin()
{
    m_text->setFocus(Qt::OtherFocusReason);
}

bool CommentCard::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_text && event->type() == QEvent::FocusOut) {
        keep();
    }
    return QWidget::eventFilter(watched, event);
}

CommentList::CommentList(session::ReviewDesk& desk, CommentPhrases& phrases, QString skill, QString item, QWidget* parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_phrases(phrases)
    , m_skill(std::move(skill))
    , m_item(std::move(item))
    , m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(space::s);
    refresh();
}

void CommentList::refresh()
{
    const std::vector<ReviewComment> present = m_desk.commentsOn(m_skill, m_item);
    const auto has
        = [&present](const QString& id) { return std::ranges::any_of(present, [&id](const auto& each) { return each.id == id; }); };
    for (CommentCard* card : std::vector(m_cards)) {
        if (!has(card->id())) {
            std::erase(m_cards, card);
            retire(card);
        }
    }
    for (std::size_t i = 0; i < present.size(); ++i) {
        const auto found = std::ranges::find(m_cards, present[i].id, &CommentCard::id);
        if (found != m_cards.end()) {
            (*found)->setComment(present[i]);
            continue;
        }
        auto* card = new CommentCard(m_desk, m_phrases, present[i], this);
        m_cards.insert(m_cards.begin() + static_cast<std::ptrdiff_t>(std::min(i, m_cards.size())), card);
        m_column->insertWidget(static_cast<int>(std::min(i, m_cards.size())), card);
    }
    setVisible(!m_cards.empty());
}

void CommentList::keep()
{
    for (CommentCard* card : std::vector(m_cards)) {
        card->keep();
    }
}

void CommentList::add()
{
    ReviewComment comment;
    comment.skill = m_skill;
    comment.item = m_item;
    const QString id = m_desk.putComment(comment);
    refresh();
    focus(id);
}

bool CommentList::focus(const QString& comment)
{
    const auto found = std::ranges::find(m_cards, comment, &CommentCard::id);
    if (found != m_cards.end()) {
        (*found)->begin();
    }
    return found != m_cards.end();
}

} // namespace waymark::ui
