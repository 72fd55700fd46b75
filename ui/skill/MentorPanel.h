// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ui/Page.h>
#include <ui/mentor/EntryActs.h>

#include <session/ReviewShelf.h>

#include <QWidget>

class QPushButton;
class QVBoxLayout;

namespace waymark::ui {

class Chip;
struct EntryFace;
class EntryRow;
class IconMark;
class QuestionPanel;
class RubricPanel;
class TextLabel;

/// What lies between the learner and a mentor about one skill: who vouches for it and whether that still holds, what reviews say that is
/// open, the learner's question and own scores. Of a skill that nobody has said anything about it shows a button alone.
class MentorPanel : public QWidget
{
    Q_OBJECT

public:
    explicit MentorPanel(session::Workspace& workspace, QWidget* parent = nullptr);

    void setSkill(const QString& skill);
    void refresh();
    void save();
    [[nodiscard]] QStringList unsavedSkills() const;

Q_SIGNALS:
    void placeRequested(const waymark::ui::Place& place);
    void badgeRequested();

private:
    /// An entry of a review beside its row here.
    struct Thread
    {
        QString review;
        EntryRow* row = nullptr;
    };
    /// An entry with the review in which it stands.
    struct Said
    {
        const session::ReviewLetter& letter;
        const exchange::ReviewEntry& entry;
    };
    QWidget* makeSignOff();
    QWidget* makeBadge();
    void showVouching();
    void showBadge(const learning::Vouching& vouching);
    void showThreads();
    void showOnly(const std::vector<Said>& open);
    [[nodiscard]] EntryFace faceHere(const Said& said) const;
    [[nodiscard]] Thread makeThread(const Said& said, int place);

    session::Workspace& m_workspace;
    session::ReviewShelf m_shelf;
    QString m_skill;
    QWidget* m_standing = nullptr;
    Chip* m_vouched = nullptr;
    QWidget* m_signOff = nullptr;
    IconMark* m_signOffSign = nullptr;
    TextLabel* m_signOffWords = nullptr;
    TextLabel* m_changed = nullptr;
    QWidget* m_badgeBox = nullptr;
    QPushButton* m_badge = nullptr;
    TextLabel* m_noBadge = nullptr; ///< why there is none
    QVBoxLayout* m_threads = nullptr;
    QPushButton* m_all = nullptr;
    QuestionPanel* m_question = nullptr;
    RubricPanel* m_rubric = nullptr;
    std::vector<Thread> m_rows;
    QString m_shown; ///< the review that is gone to: the first with an entry that has no room here, else the newest about the skill
};

} // namespace waymark::ui
