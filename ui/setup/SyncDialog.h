// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QVBoxLayout;

namespace waymark::ui {

/// Says why a library does not belong into a folder that is synced, and what can be done: look at a copy that a sync client has left,
/// merge it, or exchange files instead. It does nothing itself; Accepted means that an answer was chosen.
class SyncDialog : public QDialog
{
    Q_OBJECT

public:
    enum class Answer { Compare, Merge, Export, Import };

    /// `service` may be empty; `copies` are paths.
    SyncDialog(const QString& service, const QStringList& copies, QWidget* parent = nullptr);

    [[nodiscard]] Answer answer() const { return m_answer; }
    [[nodiscard]] const QString& copy() const { return m_copy; } ///< of Compare and Merge

private:
    void addCopy(QVBoxLayout& column, const QString& copy, int number);
    void choose(Answer answer, const QString& copy = {});

    Answer m_answer = Answer::Compare;
    QString m_copy;
};

} // namespace waymark::ui
