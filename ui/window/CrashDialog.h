// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <session/CrashShelf.h>

#include <QDialog>
#include <QTimeZone>

#include <vector>

class QComboBox;
class QPlainTextEdit;
class QPushButton;

namespace waymark::ui {

/// Shows the reports that crashes have left, as the plain text that they are, to read, copy, save or delete.
class CrashDialog : public QDialog
{
    Q_OBJECT

public:
    /// `zone` is that in which their times are read.
    CrashDialog(session::CrashShelf shelf, const QTimeZone& zone, QWidget* parent);

Q_SIGNALS:
    void keepRequested(const QString& title, const QString& name, const QByteArray& bytes);
    void failed(const QString& sentence); ///< to delete

private:
    [[nodiscard]] QWidget* makeButtons();
    void list();
    void showChosen();
    void save();
    void remove();

    session::CrashShelf m_shelf;
    QTimeZone m_zone;
    std::vector<session::CrashReport> m_reports;
    QComboBox* m_choice;
    QPlainTextEdit* m_text;
};

} // namespace waymark::ui
