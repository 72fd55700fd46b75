// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/quiz/QuestionForm.h>

#include <ui/quiz/OptionList.h>
#include <ui/quiz/ReorderList.h>
#include <ui/quiz/TypedAnswer.h>
#include <ui/theme/Controls.h>
#include <ui/theme/Layouts.h>

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

} // namespace

QuestionForm::QuestionForm(const exchange::QuizQuestion& question, const session::Workspace& workspace, QWidget* parent)
    : QWidget(parent)
    , m_control(makeControl(question, workspace, this))
    , m_hint(wrapped(TextRole::Caption, hint(question.kind), this))
{
    auto* column = bareColumn(this, space::s);
    if (exchange::canBeAnsweredUnseen(question)) {
        m_unseen = makeUnseen();
        column->addWidget(m_unseen);
    }
    column->addWidget(m_control);
    column->addWidget(m_hint);
    column->addLayout(makeRemark());
    column->addLayout(makeButtons());
    column->addStretch(1);
    setAnswering(m_unseen == nullptr);

    connect(m_control, &AnswerControl::changed, this, &QuestionForm::follow);
    connect(m_control, &AnswerControl::changed, this, &QuestionForm::changed);
    connect(m_control, &AnswerControl::submitRequested, this, &QuestionForm::submit);
    follow();
}

QWidget* QuestionForm::makeUnseen()
{
    auto* unseen = new QWidget(this);
    auto* column = bareColumn(unseen, space::m);
    column->addWidget(wrapped(TextRole::Body, tr("Say your answer to yourself, then compare."), unseen));
    m_show = pushButton(u"quiz.showOptions"_s, tr("Show the options"), unseen, ButtonKind::Primary);
    column->addWidget(m_show, 0, Qt::AlignLeft);
    connect(m_show, &QPushButton::clicked, this, &QuestionForm::showOptions);
    return unseen;
}

QLayout* QuestionForm::makeRemark()
{
    auto* row = new QHBoxLayout;
    row->setContentsMargins(0, space::xs, 0, 0);
    row->setSpacing(space::s);
    m_remarkMark = new IconMark(IconId::Info, Tone::Mark, this);
    m_remark = wrapped(TextRole::Body, {}, this);
    m_remark->setObjectName(u"quiz.remark"_s);
    row->addWidget(m_remarkMark, 0, Qt::AlignTop);
    row->addWidget(m_remark, 1);
    m_remarkMark->hide();
    m_remark->hide();
    return row;
}

QLayout* QuestionForm::makeButtons()
{
    auto* row = new QHBoxLayout;
    row->setContentsMargins(0, space::s, 0, 0);
    row->setSpacing(space::s);
    m_submit = pushButton(u"quiz.submit"_s, tr("Answer", "button: hands the answer in"), this, ButtonKind::Primary);
    connect(m_submit, &QPushButton::clicked, this, &QuestionForm::submit);
    m_giveUp = pushButton(u"quiz.giveUp"_s, tr("I do not know"), this, ButtonKind::Quiet);
    connect(m_giveUp, &QPushButton::clicked, this, &QuestionForm::gaveUp);
    row->addWidget(m_submit);
    row->addWidget(m_giveUp);
    row->addStretch(1);
    return row;
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
    if (m_unseen != nullptr && m_unseen->isVisibleTo(this)) {
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

QString QuestionForm::written() const
{
    return m_control->written();
}

void QuestionForm::write(const QString& text)
{
    m_control->write(text);
}

void QuestionForm::setRemark(const QString& text)
{
    m_remark->setText(text);
    m_remark->setVisible(!text.isEmpty());
    m_remarkMark->setVisible(!text.isEmpty());
    if (!text.isEmpty()) {
        QAccessibleEvent alert(m_remark, QAccessible::Alert);
        QAccessible::updateAccessibility(&alert);
    }
    measure();
}

void QuestionForm::setAnswering(bool on)
{
    if (m_unseen != nullptr) {
        m_unseen->setVisible(!on);
    }
    m_control->setVisible(on);
    m_hint->setVisible(on && !m_hint->text().isEmpty());
    m_submit->setVisible(on);
    m_giveUp->setVisible(on);
}

void QuestionForm::showOptions()
{
    setAnswering(true);
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
    m_control->updateGeometry(); // a field may have grown
    measure();
}

/// As its layout: a layout around it asks that one for the height, which says none where no row needs one.
bool QuestionForm::hasHeightForWidth() const
{
    return layout()->hasHeightForWidth();
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
    layout()->activate(); // what was shown or hidden is known to it later otherwise
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
    if (width() != m_width) {
        measure();
    }
}

bool QuestionForm::event(QEvent* event)
{
    const bool done = QWidget::event(event);
    if (event->type() == QEvent::LayoutRequest) {
        measure();
    }
    return done;
}

/// Tab stays inside while there is a control to go to: a text around the form would take it for its links.
bool QuestionForm::focusNextPrevChild(bool next)
{
    QList<QWidget*> stops;
    for (QWidget* each = nextInFocusChain(); each != this; each = each->nextInFocusChain()) {
        if (isAncestorOf(each) && each->isVisible() && each->isEnabled() && (each->focusPolicy() & Qt::TabFocus) != 0) {
            stops.append(each);
        }
    }
    const qsizetype now = stops.indexOf(focusWidget());
    const qsizetype wanted = now + (next ? 1 : -1);
    if (now < 0 || wanted < 0 || wanted >= stops.size()) {
        return QWidget::focusNextPrevChild(next);
    }
    stops[wanted]->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
    return true;
}

void QuestionForm::keyPressEvent(QKeyEvent* event)
{
    if (!isEnter(*event) || event->isAutoRepeat()) {
        QWidget::keyPressEvent(event);
    } else if (event->modifiers() == Qt::ControlModifier || !pressFocusedButton(*this, *event)) {
        submit();
    }
}

} // namespace waymark::ui
