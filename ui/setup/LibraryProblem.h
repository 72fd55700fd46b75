// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/Result.h>

#include <QDialog>

class QVBoxLayout;

namespace waymark::ui {

/// Stands in for the window when the library cannot be opened: says why, and offers what can be done about it. It opens nothing
/// itself; Accepted means that an answer was chosen.
class LibraryProblem : public QDialog
{
    Q_OBJECT

public:
    enum class Answer { Retry, OpenOther, ReadOnly, Restore, Create };

    LibraryProblem(const QString& path, const domain::Error& error, QWidget* parent = nullptr);

    [[nodiscard]] Answer answer() const { return m_answer; }
    [[nodiscard]] const QString& file() const { return m_file; } ///< of OpenOther, Restore and Create

private:
    void offer(QVBoxLayout& column, Answer answer, const QString& objectName, const QString& text);
    void choose(Answer answer);

    QString m_path;
    QString m_file;
    Answer m_answer = Answer::Retry;
};

} // namespace waymark::ui
