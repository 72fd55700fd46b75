// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/Recovery.h>

#include <QDialog>

class QPushButton;
class QVBoxLayout;

namespace waymark::ui {

/// Stands in for the window when the library cannot be opened: says why, and offers what can be done about it. It opens nothing
/// itself; Accepted means that an answer was chosen.
class LibraryProblem : public QDialog
{
    Q_OBJECT

public:
    enum class Answer { Retry, OpenOther, ReadOnly, Restore, Create, Recover };
    enum class Damage { None, Recoverable }; ///< whether there is a damaged library at the path

    LibraryProblem(const QString& path, const domain::Error& error, Damage damage = Damage::None, QWidget* parent = nullptr);

    [[nodiscard]] Answer answer() const { return m_answer; }
    [[nodiscard]] domain::RecoveryWay way() const { return m_way; } ///< of Recover
    [[nodiscard]] const QString& file() const { return m_file; } ///< of OpenOther, Restore and Create

private:
    void offerRecovery(QVBoxLayout& column);
    void offerWay(QVBoxLayout& column, domain::RecoveryWay way, const QString& objectName, const QString& text);
    void offerRest(QVBoxLayout& column, domain::ErrorCode code, Damage damage);
    [[nodiscard]] QPushButton* offer(Answer answer, const QString& objectName, const QString& text, bool isAdvised = false);
    void choose(Answer answer);

    QString m_path;
    QString m_file;
    Answer m_answer = Answer::Retry;
    domain::RecoveryWay m_way = domain::RecoveryWay::Both;
};

} // namespace waymark::ui
