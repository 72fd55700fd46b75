// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <session/Drafts.h>
#include <session/Workspace.h>

#include <QPointer>
#include <QWidget>

class QCheckBox;
class QToolButton;
class QVBoxLayout;

namespace waymark::ui {

class EvidenceEditor;
class EvidenceRow;
class TextLabel;

/// One item of the checklist: the box with its wrapped text, the evidence below it, and the editor while evidence is added or changed.
class ChecklistRow : public QWidget
{
    Q_OBJECT

public:
    /// Opens the editor on what was written there before and is not saved.
    ChecklistRow(session::Workspace& workspace, const QString& skill, const domain::ChecklistItem& item, QWidget* parent = nullptr);

    /// Follows the records; an open editor and the focus stay.
    void refresh();
    void focusBox();
    void keepDraft(); ///< what stands in an open editor
    [[nodiscard]] const QString& itemId() const { return m_item.id; }
    void focusEditor(); ///< where one is open

Q_SIGNALS:
    void linkRequested(const QUrl& link);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void tick(bool done);
    void followReadOnly();
    void refreshEvidence();
    EvidenceRow* makeEvidence(const QString& id, const domain::Evidence& evidence);
    void openEditor(const QString& evidenceId);
    void makeEditor(const QString& evidenceId);
    void keepOfGone();
    void closeEditor();
    void offerDraft();
    void accept(const domain::Evidence& evidence);
    [[nodiscard]] session::DraftPlace draftPlace() const { return { session::DraftKind::Evidence, m_skill, m_item.id }; }

    session::Workspace& m_workspace;
    QString m_skill;
    domain::ChecklistItem m_item;
    QCheckBox* m_box;
    TextLabel* m_text;
    QVBoxLayout* m_evidence;
    QToolButton* m_add;
    std::vector<EvidenceRow*> m_rows;
    QPointer<EvidenceEditor> m_editor;
    QString m_edited; ///< id of the evidence in the editor; empty while one is added
    QString m_base; ///< its text when the change began
};

} // namespace waymark::ui
