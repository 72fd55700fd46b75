// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTextEdit>
#include <QWidget>

class QLineEdit;
class QToolButton;

namespace waymark::ui {

class TextLabel;

/// A slim bar that finds words in a text, marks every place and goes from one to the next. Hidden until it is asked for.
class FindBar : public QWidget
{
    Q_OBJECT

public:
    explicit FindBar(QTextEdit& text, QWidget* parent = nullptr);

    /// Shows the bar with what is selected in the text, if that is short.
    void open();
    void close();
    [[nodiscard]] QLineEdit* field() const { return m_field; }
    [[nodiscard]] int count() const { return static_cast<int>(m_found.size()); }

    void findNext();
    void findPrevious();
    /// The text is another one, or has grown.
    void refresh();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    static constexpr int mostFound = 1'000;

    QToolButton* makeButton(const QString& name, const QString& text, int icon);
    void search();
    void goTo(qsizetype index);
    void showCount();
    void markAll();

    QTextEdit& m_text;
    QLineEdit* m_field;
    TextLabel* m_count;
    QToolButton* m_previous;
    QToolButton* m_next;
    QList<QTextCursor> m_found;
    qsizetype m_current = -1;
};

} // namespace waymark::ui
