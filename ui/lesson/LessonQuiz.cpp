// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/lesson/LessonQuiz.h>

#include <ui/DraftKeeper.h>
#include <ui/lesson/LessonMarks.h>
#include <ui/lesson/LessonView.h>
#include <ui/quiz/QuestionForm.h>
#include <ui/theme/Tokens.h>
#include <ui/words/LocalTime.h>
#include <ui/words/ShortDate.h>
#include <ui/words/Words.h>

#include <QAbstractTextDocumentLayout>
#include <QKeyEvent>
#include <QScrollBar>
#include <QTextBlock>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace waymark::ui {

using exchange::QuizAnswer;
using exchange::QuizQuestion;
using exchange::Verdict;

namespace {

constexpr qint64 longestAnswer = 60 * 60 * 1000; ///< milliseconds; beyond it the learner was away

} // namespace

LessonQuiz::LessonQuiz(const session::Workspace& workspace, LessonView& view)
    : QObject(&view)
    , m_workspace(workspace)
    , m_desk(workspace)
    , m_view(view)
    , m_mayChange(!workspace.isReadOnly())
{
}

LessonQuiz::~LessonQuiz() = default;

void LessonQuiz::setQuestions(std::vector<const QuizQuestion*> questions)
{
    closeControls();
    m_given.clear();
    m_standings.clear();
    m_questions = std::move(questions);
    if (!m_skill.isEmpty()) {
        for (const QuizQuestion* question : m_questions) {
            m_standings.insert(QuizCards::keyOf(*question), m_desk.standing(m_skill, question->id));
        }
    }
}

const QuizQuestion* LessonQuiz::questionOf(const QString& key) const
{
    const auto found
        = std::find_if(m_questions.begin(), m_questions.end(), [&key](const QuizQuestion* each) { return QuizCards::keyOf(*each) == key; });
    return found == m_questions.end() ? nullptr : *found;
}

bool LessonQuiz::takesAnswers() const
{
    return !m_skill.isEmpty() && !m_workspace.isReadOnly();
}

/// The first without any answer after `after`, in a circle.
const QuizQuestion* LessonQuiz::nextWaiting(const QString& after) const
{
    const auto waits = [this](const QuizQuestion* each) { return m_standings.value(QuizCards::keyOf(*each)).answers == 0; };
    const auto here = std::find_if(
        m_questions.begin(), m_questions.end(), [&after](const QuizQuestion* each) { return QuizCards::keyOf(*each) == after; });
    const auto from = here == m_questions.end() ? m_questions.begin() : here + 1;
    auto found = std::find_if(from, m_questions.end(), waits);
    if (found == m_questions.end()) {
        found = std::find_if(m_questions.begin(), from, waits);
        return found == from ? nullptr : *found;
    }
    return *found;
}

QString LessonQuiz::standingText(const session::QuestionStanding& standing) const
{
    if (standing.answers == 0) {
        return {};
    }
    const QString date = dayText(standing.lastAt, m_workspace.zone());
    QString text = standing.lastRight ? tr("Answered right on %1.").arg(date) : tr("Answered wrong on %1.").arg(date);
    if (standing.again) {
        text += u' ' + tr("It is asked again from %1.").arg(shortDate(*standing.again));
    }
    return text;
}

/// After the last question of the lesson.
QString LessonQuiz::lastWord() const
{
    const auto right = std::count_if(m_standings.begin(), m_standings.end(), [](const auto& each) { return each.lastRight; });
    const auto again
        = static_cast<int>(std::count_if(m_standings.begin(), m_standings.end(), [](const auto& each) { return each.again.has_value(); }));
    const QString sum = tr("That was the last question: %1 of %2 are right.").arg(right).arg(m_questions.size());
    return again == 0 ? sum : sum + u' ' + tr("%n question(s) come back on another day, among others.", nullptr, again);
}

QuestionStage LessonQuiz::stageOf(const QuizQuestion& question) const
{
    const QString key = QuizCards::keyOf(question);
    QuestionStage stage;
    stage.takesAnswer = takesAnswers();
    stage.isAlone = m_view.isOneQuestion();
    stage.standing = standingText(m_standings.value(key));
    if (key == m_asked && m_form) {
        stage.shows = QuestionStage::Shows::Controls;
        return stage;
    }
    const auto given = m_given.constFind(key);
    if (given != m_given.cend()) {
        stage.shows = QuestionStage::Shows::Answer;
        const bool isPlain = given->verdict.right && given->verdict.read.isEmpty(); // the answer below says the same
        const QString words = isPlain ? QString() : exchange::textOf(question, given->answer);
        stage.outcome = QuestionStage::Outcome { given->verdict.right, words, Words::reading(given->verdict).join(u' ') };
        stage.hasNext = nextWaiting(key) != nullptr;
        stage.lastWord = stage.hasNext || m_questions.size() < 2 ? QString() : lastWord();
    } else if (m_view.isUnfolded(key)) {
        stage.shows = QuestionStage::Shows::Answer;
    }
    return stage;
}

bool LessonQuiz::ask(const QString& key)
{
    const QuizQuestion* question = key.isEmpty() ? nextWaiting(m_asked) : questionOf(key);
    if (question == nullptr || !takesAnswers()) {
        return false;
    }
    leave();
    m_asked = QuizCards::keyOf(*question);
    m_given.remove(m_asked);
    m_form = new QuestionForm(*question, m_workspace, m_view.viewport());
    m_form->setObjectName(u"quiz.form"_s);
    m_form->installEventFilter(this);
    connect(m_form, &QuestionForm::submitted, this, &LessonQuiz::take);
    connect(m_form, &QuestionForm::gaveUp, this, &LessonQuiz::giveUp);
    offerDraft(question->id);
    connect(m_form, &QuestionForm::heightChanged, this, [this] { m_view.rewrite(m_asked); });
    m_view.leaveAction();
    m_view.fold(m_asked);
    m_view.rewrite(m_asked); // a card that is not written yet comes with its room
    return true;
}

void LessonQuiz::begin()
{
    m_form->show(); // before the text scrolls and places them again
    m_form->begin();
    m_view.bringIntoView(m_asked);
    m_clock.start();
}

void LessonQuiz::offerDraft(const QString& question)
{
    const auto written = [form = m_form.data()] {
        const QString text = form->written();
        return text.isEmpty() ? std::nullopt : std::optional<session::DraftValue>(session::AnswerDraft { text });
    };
    m_draft = new DraftKeeper(m_workspace.drafts(), { session::DraftKind::Answer, m_skill, question }, written, m_form);
    if (const auto left = m_draft->found<session::AnswerDraft>()) {
        m_form->write(left->text);
        m_form->setRemark(tr("You wrote this before and did not hand it in."));
    }
    connect(m_form, &QuestionForm::changed, m_draft, &DraftKeeper::noticeKey);
}

void LessonQuiz::keepDraft()
{
    if (m_draft) {
        m_draft->keep();
    }
}

void LessonQuiz::closeControls()
{
    keepDraft();
    QuestionForm* form = m_form;
    m_form = nullptr; // before it hides: the focus moves, the text scrolls, and place() would show it again
    m_asked.clear();
    m_room = {};
    if (form != nullptr) {
        form->removeEventFilter(this);
        form->hide();
        form->deleteLater(); // it may be the sender
    }
}

void LessonQuiz::leave()
{
    const QString key = m_asked;
    closeControls();
    if (!key.isEmpty()) {
        m_view.rewrite(key);
    }
}

void LessonQuiz::take(const QuizAnswer& answer)
{
    const QuizQuestion* question = questionOf(m_asked);
    const Verdict verdict = exchange::judge(*question, answer);
    if (verdict.readable) {
        settle(answer, verdict);
        return;
    }
    const QString reading = Words::reading(verdict).join(u' ');
    m_form->setRemark(reading.isEmpty() ? tr("That cannot be read as an answer.") : reading);
}

void LessonQuiz::giveUp()
{
    settle({}, {});
}

void LessonQuiz::settle(const QuizAnswer& answer, const Verdict& verdict)
{
    const QString key = m_asked;
    const QPointer<DraftKeeper> draft = m_draft;
    const bool isRecorded = record(answer, verdict);
    if (isRecorded && draft) {
        draft->end();
    }
    if (key != m_asked) {
        return; // another text is shown by now
    }
    if (!isRecorded) {
        stay();
        return;
    }
    closeControls();
    m_given.insert(key, { answer, verdict, m_standings.value(key).answers });
    m_view.rewrite(key);
    m_view.setFocus(Qt::OtherFocusReason);
    m_view.goToAction(key);
}

/// Whether the records have the answer now.
bool LessonQuiz::record(const QuizAnswer& answer, const Verdict& verdict)
{
    const QString skill = m_skill;
    const QString question = questionOf(m_asked)->id;
    const int before = m_desk.standing(skill, question).answers;
    Q_EMIT answered(question, answer, verdict, static_cast<int>(std::min<qint64>(m_clock.elapsed(), longestAnswer)));
    follow();
    return m_desk.standing(skill, question).answers > before;
}

/// The answer could not be stored, and whoever tried has said why.
void LessonQuiz::stay()
{
    m_draft->keep();
    m_form->setRemark(tr("Your answer is not saved, so it is not judged yet. It stays here: hand it in again."));
}

void LessonQuiz::follow()
{
    const bool mayChange = !m_workspace.isReadOnly();
    const bool isOther = std::exchange(m_mayChange, mayChange) != mayChange; // then each card says otherwise what it takes
    for (const QuizQuestion* question : m_questions) {
        const QString key = QuizCards::keyOf(*question);
        const session::QuestionStanding now = m_desk.standing(m_skill, question->id);
        if (m_skill.isEmpty() || (now == m_standings.value(key) && !isOther)) {
            continue;
        }
        m_standings.insert(key, now);
        if (const auto given = m_given.constFind(key); given != m_given.cend() && given->answers != now.answers) {
            m_given.erase(given); // undone, or answered elsewhere
        }
        if (key != m_asked) {
            m_view.rewrite(key);
        }
    }
}

QSizeF LessonQuiz::intrinsicSize(QTextDocument*, int, const QTextFormat&)
{
    const int width = static_cast<int>(m_view.columnWidth());
    return m_form ? QSizeF(width, m_form->heightForWidth(width)) : QSizeF(width, 1);
}

void LessonQuiz::place()
{
    if (!m_form) {
        return;
    }
    if (m_room.isNull()) {
        m_room = m_view.roomOf(m_asked);
    }
    const QTextBlock block = m_room.block();
    if (m_room.isNull() || block.layout()->lineCount() == 0) {
        m_form->move(m_form->x(), -m_form->height()); // not written yet, or not laid out; to hide it would give its keys to the text
        return;
    }
    const QPointF block0 = m_view.document()->documentLayout()->blockBoundingRect(block).topLeft();
    const QRectF line = block.layout()->lineAt(0).naturalTextRect();
    const int width = static_cast<int>(m_view.columnWidth());
    const QPoint at = (block0 + line.topLeft()).toPoint() - QPoint(0, m_view.verticalScrollBar()->value());
    m_form->setGeometry(at.x(), at.y(), width, m_form->heightForWidth(width));
    if (m_form->isHidden()) {
        begin();
    }
}

bool LessonQuiz::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_form && event->type() == QEvent::KeyPress && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
        const QString key = m_asked;
        m_draft->end();
        leave();
        m_view.setFocus(Qt::OtherFocusReason);
        m_view.goToAction(key);
        return true;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace waymark::ui
