// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ui/lesson/LessonCodes.h>
#include <ui/lesson/LessonScript.h>

#include <exchange/QuizAnswers.h>
#include <session/Workspace.h>

#include <QBasicTimer>
#include <QTextBrowser>

namespace waymark::ui {

class CodeColours;
class LessonPictures;
class LessonQuiz;
class LessonText;

/// Shows the lesson of a skill in a readable column. The text is written in steps, so that no lesson blocks the window; what lies behind it
/// is painted here. It opens nothing by itself: links and wishes leave as signals.
class LessonView : public QTextBrowser
{
    Q_OBJECT

public:
    explicit LessonView(const session::Workspace& workspace, QWidget* parent = nullptr);
    ~LessonView() override;

    /// Reads and shows a lesson or a project; an empty text clears the view. `versions` says what its code was run with.
    void setLesson(const QString& markdown, exchange::LessonForm form = exchange::LessonForm::Skill, const QStringList& versions = {});
    /// Whose quiz the texts have that are shown from now on: its questions are answered here and leave as questionAnswered(). Without a
    /// skill they only unfold.
    void setQuizOf(const QString& skill);
    /// Shows one question of the skill alone and asks it. `versions` as in setLesson().
    void setQuestion(const QString& skill, const exchange::QuizQuestion& question, const QStringList& versions = {});
    [[nodiscard]] bool isOneQuestion() const { return m_isOneQuestion; }
    /// Opens the next question that has no answer yet, as soon as its card is written. False if there is none.
    bool askNext();
    bool ask(const QString& question); ///< the one of this id; false if there is none
    void keepDraft(); ///< of an answer that is being typed
    /// Shows the questions whose answers have changed as they are now.
    void followAnswers();
    /// Shows loose blocks, such as the side of a card.
    void setBlocks(const exchange::Blocks& blocks);
    [[nodiscard]] bool isComplete() const { return m_next >= m_script.pieces.size(); }

    [[nodiscard]] const std::vector<LessonSectionLink>& sections() const { return m_script.sections; }
    [[nodiscard]] int currentSection() const { return m_section; } ///< -1 above the first
    void goToSection(int section);
    /// By the name that Place and search give; also by the bare title. False if there is none.
    bool goToPlace(const QString& place);

    /// Which character stands at the top: survives another width, font and theme.
    [[nodiscard]] int topPosition() const;
    void setTopPosition(int position);

    /// Unfolds or folds a question, a flashcard (see QuizCards::keyOf) or the description of a picture ("picture/1").
    void toggle(const QString& key);
    [[nodiscard]] bool isUnfolded(const QString& key) const { return m_unfolded.contains(key); }

    /// For the controls that lie over a card: to write it anew, to fold it, to find the room for them (null while it is not written), to
    /// bring it into view, and to put the keyboard on what it offers next.
    void rewrite(const QString& key);
    void fold(const QString& key) { m_unfolded.remove(key); }
    [[nodiscard]] QTextCursor roomOf(const QString& key) const;
    void bringIntoView(const QString& key);
    void goToAction(const QString& key);
    void leaveAction(); ///< the keyboard goes elsewhere: nothing here is chosen
    [[nodiscard]] double columnWidth() const { return m_look.column; } ///< pixels

    void setCaretBrowsing(bool on);
    [[nodiscard]] bool hasCaretBrowsing() const;

    QVariant loadResource(int, const QUrl&) override { return {}; }

Q_SIGNALS:
    void sectionsChanged();
    void currentSectionChanged(int section);
    void completed();
    void questionAnswered(
        const QString& question, const waymark::exchange::QuizAnswer& answer, const waymark::exchange::Verdict& verdict, int milliseconds);
    void codeCopied();
    void checklistRequested();
    void skillRequested(const QString& skill);
    void linkRequested(const QUrl& link);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void changeEvent(QEvent* event) override;
    void timerEvent(QTimerEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    bool event(QEvent* event) override;
    bool focusNextPrevChild(bool next) override;
    void doSetSource(const QUrl&, QTextDocument::ResourceType) override { } ///< there are no sources to go to

private:
    void read(const QString& markdown, exchange::LessonForm form);
    void clearText();
    void showFromTop();
    void startWriting();
    void writeFor(int milliseconds);
    void finishStep();
    void fitColumn();
    void moveTabs();
    void writeAgain();
    [[nodiscard]] int room() const;
    [[nodiscard]] LessonScript script() const;
    [[nodiscard]] QTextBlock firstBlockOf(const QString& key) const;
    void followScroll();
    void activate(const QUrl& anchor);
    void copyCode(int number);
    void writePractice(LessonWriter& writer, const QString& key, int number);
    void paintAnchorFocus();
    void focusAnchor(const QString& target);
    void colourVisibleCode();
    [[nodiscard]] QRectF visibleRect() const;
    [[nodiscard]] double yOf(int position) const;

    LessonPictures* m_pictures;
    LessonQuiz* m_quiz;
    std::unique_ptr<CodeColours> m_colours;
    LessonText* m_text;
    LessonLook m_look;
    LessonCodes m_codes;
    std::shared_ptr<const exchange::LessonDocument> m_lesson;
    bool m_isOneQuestion = false; ///< m_lesson has nothing but this question
    std::shared_ptr<const exchange::Blocks> m_loose; ///< set instead of m_lesson for a text without sections
    QString m_fault;
    LessonScript m_script;
    std::unique_ptr<LessonWriter> m_writer;
    std::size_t m_next = 0;
    QSet<QString> m_unfolded;
    QSet<int> m_coloured;
    QBasicTimer m_writing;
    int m_section = -1;
    int m_wantedTop = -1; ///< a position to go to once it is written
    QString m_wantedPlace;
};

} // namespace waymark::ui
