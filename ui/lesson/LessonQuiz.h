// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ui/lesson/QuizCards.h>

#include <session/QuizDesk.h>

#include <QElapsedTimer>
#include <QHash>
#include <QPointer>
#include <QTextCursor>
#include <QTextObjectInterface>

namespace waymark::ui {

class DraftKeeper;
class LessonView;
class QuestionForm;

/// The quiz of the lesson on the screen: which question is being answered, the controls that lie in its card, and what came of the answers
/// given since the lesson was opened. What is typed and not handed in is a
/// draft, with which the controls open again. QuizCards writes the cards as stageOf() says; the document keeps the room for the controls.
/// It changes no record: an answer leaves as a signal, and what came of it is shown once the records have it. Until then it stays in its
/// controls.
class LessonQuiz : public QObject, public QTextObjectInterface
{
    Q_OBJECT
    Q_INTERFACES(QTextObjectInterface)

public:
    LessonQuiz(const session::Workspace& workspace, LessonView& view);
    ~LessonQuiz() override;

    /// Whose questions these are. Without a skill, and in a library that is open for reading only, questions unfold and take no answer.
    void setSkill(const QString& skill) { m_skill = skill; }
    /// Another lesson: its questions, in reading order. They have to outlive it.
    void setQuestions(std::vector<const exchange::QuizQuestion*> questions);

    [[nodiscard]] QuestionStage stageOf(const exchange::QuizQuestion& question) const;

    /// Puts the controls into the card of a question, as soon as it is written; of the next one that waits, for no key. False where there
    /// is none.
    bool ask(const QString& key = {});
    /// Takes the controls away without an answer.
    void leave();
    void keepDraft(); ///< of an answer that is being typed
    /// Folds away what came of the last answer to a question. False where nothing is shown of it.
    bool forget(const QString& key) { return m_given.remove(key); }
    /// Writes the cards anew whose records changed.
    void follow();
    /// Lays the controls over the room that the document keeps for them.
    void place();
    /// The document was cleared: the room is to be found anew.
    void forgetRoom() { m_room = {}; }

    QSizeF intrinsicSize(QTextDocument* document, int position, const QTextFormat& format) override;
    void drawObject(QPainter*, const QRectF&, QTextDocument*, int, const QTextFormat&) override { }
    bool eventFilter(QObject* watched, QEvent* event) override;

Q_SIGNALS:
    /// Whoever hears it puts it into the records before it returns.
    void answered(
        const QString& question, const waymark::exchange::QuizAnswer& answer, const waymark::exchange::Verdict& verdict, int milliseconds);

private:
    /// What came of an answer.
    struct Given
    {
        exchange::QuizAnswer answer;
        exchange::Verdict verdict;
        int answers = 0; ///< of the question, with this one; fewer later means that it was undone
    };
    [[nodiscard]] const exchange::QuizQuestion* questionOf(const QString& key) const;
    [[nodiscard]] bool takesAnswers() const;
    [[nodiscard]] const exchange::QuizQuestion* nextWaiting(const QString& after) const;
    [[nodiscard]] QString standingText(const session::QuestionStanding& standing) const;
    [[nodiscard]] QString lastWord() const;
    void take(const exchange::QuizAnswer& answer);
    void giveUp();
    void settle(const exchange::QuizAnswer& answer, const exchange::Verdict& verdict);
    [[nodiscard]] bool record(const exchange::QuizAnswer& answer, const exchange::Verdict& verdict);
    void stay();
    void offerDraft(const QString& question);
    void closeControls();
    void begin(); ///< shows the controls, which have their place now

    const session::Workspace& m_workspace;
    session::QuizDesk m_desk;
    LessonView& m_view;
    QString m_skill;
    std::vector<const exchange::QuizQuestion*> m_questions;
    QHash<QString, Given> m_given; ///< by card key
    QHash<QString, session::QuestionStanding> m_standings; ///< as the cards show them, by card key
    QString m_asked; ///< key of the question that is being answered
    QPointer<QuestionForm> m_form;
    QPointer<DraftKeeper> m_draft; ///< of the form
    bool m_mayChange; ///< the library, as the cards say it
    QTextCursor m_room;
    QElapsedTimer m_clock;
};

} // namespace waymark::ui
