// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ui/WritingPause.h>
#include <ui/theme/Icons.h>

#include <domain/Records.h>

#include <QWidget>

#include <optional>

class QComboBox;
class QPlainTextEdit;
class QPushButton;

namespace waymark::ui {

class TextLabel;

/// Kind and text of one piece of evidence, to add or to change. It stays open, with its text, until what it asks for has been done.
class EvidenceEditor : public QWidget
{
    Q_OBJECT

public:
    /// `id` names the fields for tests: "ITEMID", or the id of the evidence that is changed.
    EvidenceEditor(
        const QString& id, const domain::ChecklistItem& item, const std::optional<domain::Evidence>& present, QWidget* parent = nullptr);

    void say(const QString& fault);
    void focusText();
    /// What was written before and is not saved yet; `about` says so.
    void write(const domain::Evidence& draft, const QString& about);
    /// What stands in the fields; nothing while there is no text.
    [[nodiscard]] std::optional<domain::Evidence> evidence() const;

Q_SIGNALS:
    void accepted(const waymark::domain::Evidence& evidence);
    void dismissed();
    void written(); ///< what stands in the fields now is worth keeping

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void accept();
    [[nodiscard]] bool isOneLine() const;

    QComboBox* m_kind;
    QPlainTextEdit* m_text;
    TextLabel* m_fault;
    QPushButton* m_accept;
    WritingPause m_pause;
};

/// The icon that stands for a kind of evidence.

[[nodiscard]] IconId iconOf(domain::EvidenceKind kind);

} // namespace waymark::ui
