// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/quiz/QuestionForm.h>

#include <ui/quiz/OptionList.h>
#include <ui/quiz/ReorderList.h>
#include <ui/quiz/TypedAnswer.h>
#include <ui/theme/Controls.h>

#include <exchange/QuizRecall.h>

#include <QAccessible>
#include <QKeyEvent>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace waymark::ui {

using exchange::QuestionKind;

namespace {

AnswerControl* makeControl(const exchange::QuizQuestion& question, const session::Workspace& workspace, QWidget* parent)
{
    switch (question.kind) {
    case QuestionKind::Single:
    case QuestionKind::ChooseAll:
        return new OptionList(question, workspace, parent);
    case QuestionKind::Order:
    case QuestionKind::Match:
        return new ReorderList(question, workspace, parent);
    case QuestionKind::Number:
    case QuestionKind::Text:
    case QuestionKind::Line:
    case QuestionKind::Predict:
        break;
    }
    return new TypedAnswer(question.kind, parent);
}

QVBoxLayout* columnIn(QWidget* widget, int spacing)
{
    auto* column = new QVBoxLayout(widget);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(spacing);
    return column;
}

} // namespace

QuestionForm::QuestionForm(const exchange::QuizQuestion& question, const session::Workspace& workspace, QWidget* parent)
    : QWidget(parent)
    , m_answering(new QWidget(this))
{
    m_control = makeControl(question, workspace, m_answering);
    auto* answering = columnIn(m_answering, space::s);
    answering->addWidget(m_control);
    if (const QString words = hint(question.kind); !words.isEmpty()) {
        answering->addWidget(wrapped(TextRole::Caption, words, m_answering));
    }
    auto* remark = makeRemark();
    answering->addWidget(remark);
    answering->addSpacing(space::s);
    answering->addWidget(makeButtons());

    auto* column = columnIn(this, 0);
    if (exchange::canBeAnsweredUnseen(question)) {
        m_unseen = makeUnseen();
        m_answering->hide();
        column->addWidget(m_unseen);
    }
    column->addWidget(m_answering);
    column->addStretch(1);

    connect(m_control, &AnswerControl::changed, this, &QuestionForm::follow);
    connect(m_control, &AnswerControl::submitRequested, this, &QuestionForm::submit);
    follow();
}

QWidget* QuestionForm::makeUnseen()
{
    auto* unseen = new QWidget(this);
    auto* column = columnIn(unseen, space::m);
    column->addWidget(wrapped(TextRole::Body, tr("Say your answer to yourself, then compare."), unseen));
    m_show = new QPushButton(tr("Show the options"), unseen);
    m_show->setObjectName(u"quiz.showOptions"_s);
    setButtonKind(*m_show, ButtonKind::Primary);
    column->addWidget(m_show, 0, Qt::AlignLeft);
    connect(m_show, &QPushButton::clicked, this, &QuestionForm::showOptions);
    return unseen;
}

QWidget* QuestionForm::makeRemark()
{
    m_remarkRow = new QWidget(m_answering);
    auto* row = new QHBoxLayout(m_remarkRow);
    row->setContentsMargins(0, space::xs, 0, 0);
    row->setSpacing(space::s);
    m_remark = wrapped(TextRole::Body, {}, m_remarkRow);
    m_remark->setObjectName(u"quiz.remark"_s);
    row->addWidget(new IconMark(IconId::Info, Tone::Mark, m_remarkRow), 0, Qt::AlignTop);
    row->addWidget(m_remark, 1);
    m_remarkRow->hide();
    return m_remarkRow;
}

QWidget* QuestionForm::makeButtons()
{
    auto* buttons = new QWidget(m_answering);
    auto* row = new QHBoxLayout(buttons);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::s);
    m_submit = new QPushButton(tr("Answer", "button: hands the answer in"), buttons);
    m_submit->setObjectName(u"quiz.submit"_s);
    setButtonKind(*m_submit, ButtonKind::Primary);
    connect(m_submit, &QPushButton::clicked, this, &QuestionForm::submit);
    m_giveUp = new QPushButton(tr("I do not know"), buttons);
    m_giveUp->setObjectName(u"quiz.giveUp"_s);
    setButtonKind(*m_giveUp, ButtonKind::Quiet);
    connect(m_giveUp, &QPushButton::clicked, this, &QuestionForm::gaveUp);
    row->addWidget(m_submit);
    row->addWidget(m_giveUp);
    row->addStretch(1);
    return buttons;
}

QString QuestionForm::hint(QuestionKind kind)
{
    switch (kind) {
    case QuestionKind::Order:
    case QuestionKind::Match:
        return tr("Drag the rows, or move them with Ctrl+Up and Ctrl+Down.");
    case QuestionKind::Predict:
        return tr("Ctrl+Enter answers.");
    default:
        return {};
    }
}

void QuestionForm::begin()
{
    if (m_show != nullptr && m_unseen->isVisibleTo(this)) {
        m_show->setFocus(Qt::OtherFocusReason);
    } else {
        m_control->begin();
    }
}

exchange::QuizAnswer QuestionForm::answer() const
{
    return m_control->answer();
}

bool QuestionForm::isComplete() const
{
    return m_control->isComplete();
}

void QuestionForm::setRemark(const QString& text)
{
    m_remark->setText(text);
    m_remarkRow->setVisible(!text.isEmpty());
    if (!text.isEmpty()) {
        QAccessibleEvent alert(m_remark, QAccessible::Alert);
        QAccessible::updateAccessibility(&alert);
    }
    measure();
}

void QuestionForm::showOptions()
{
    m_unseen->hide();
    m_answering->show();
    m_control->begin();
    measure();
}

void QuestionForm::submit()
{
    if (isComplete()) {
        Q_EMIT submitted(answer());
    }
}

void QuestionForm::follow()
{
    m_submit->setEnabled(isComplete());
    measure();
}

bool QuestionForm::hasHeightForWidth() const
{
    return true;
}

int QuestionForm::heightForWidth(int width) const
{
    return layout()->hasHeightForWidth() ? layout()->totalHeightForWidth(width) : layout()->totalSizeHint().height();
}

QSize QuestionForm::sizeHint() const
{
    const int width = layout()->totalSizeHint().width();
    return { width, heightForWidth(width) };
}

/// Tells when the height has changed by what the form shows, not by its width, which the host has given it.
void QuestionForm::measure()
{
    const int height = heightForWidth(width());
    const bool isOther = m_width == width() && m_height != height;
    m_width = width();
    m_height = height;
    if (isOther) {
        Q_EMIT heightChanged();
    }
}

void QuestionForm::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    measure();
}

bool QuestionForm::event(QEvent* event)
{
    const bool done = QWidget::event(event);
    if (event->type() == QEvent::LayoutRequest) {
        measure();
    }
    return done;
}

/// Qt's buttons take Enter in dialogs alone.
void QuestionForm::keyPressEvent(QKeyEvent* event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    auto* button = qobject_cast<QPushButton*>(focusWidget());
    if (!isEnter || event->isAutoRepeat()) {
        QWidget::keyPressEvent(event);
    } else if (button != nullptr && event->modifiers() != Qt::ControlModifier) {
        button->click();
    } else {
        submit();
    }
}

} // namespace waymark::ui
