// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ui/words/MergeWords.h>

#include <QDialog>

#include <map>
#include <optional>

QT_BEGIN_NAMESPACE
class QAction;
class QPushButton;
class QScrollArea;
class QStackedWidget;
class QVBoxLayout;
QT_END_NAMESPACE

namespace waymark::session {
class Workspace;
}

namespace waymark::ui {

class ConflictCard;
class TextLabel;

/// What copies say differently, and waits for an answer. Each answer is an edit that undo takes back; its card goes, and the others stay
/// where they are.
class ConflictsDialog : public QDialog
{
    Q_OBJECT

public:
    /// `merge` is what the empty view offers while it can be chosen; it may be null and has to outlive this.
    explicit ConflictsDialog(session::Workspace& workspace, QAction* merge = nullptr, QWidget* parent = nullptr);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    struct Shown
    {
        domain::ConflictValues values;
        ConflictCard* card = nullptr;
    };

    [[nodiscard]] QWidget* makeHead();
    [[nodiscard]] QWidget* makeEmpty(QAction* merge);
    [[nodiscard]] QLayout* makeFoot();
    void sayWhetherReadOnly();
    void refresh();
    void removeAnswered(const std::vector<OpenConflict>& open);
    void addNew(const std::vector<OpenConflict>& open);
    [[nodiscard]] ConflictCard* focusedCard() const;
    void focusAt(int place); ///< on the card that has come to that place
    void answer(const domain::RecordKey& conflict, std::optional<int> other);
    void takeBack();
    void say(const QString& text, bool mayTakeBack);

    session::Workspace& m_workspace;
    std::map<domain::RecordKey, Shown> m_cards;
    int m_made = 0; ///< cards so far: their objectNames stay apart
    QString m_answer; ///< id of the edit of the last one
    TextLabel* m_count;
    QStackedWidget* m_pages;
    QScrollArea* m_area;
    QVBoxLayout* m_column = nullptr;
    TextLabel* m_said = nullptr;
    QPushButton* m_takeBack = nullptr;
    QPushButton* m_close = nullptr;
};

} // namespace waymark::ui
