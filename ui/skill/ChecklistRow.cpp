// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/skill/ChecklistRow.h>

#include <ui/ReadOnly.h>
#include <ui/skill/EvidenceEditor.h>
#include <ui/skill/EvidenceRow.h>
#include <ui/skill/Retire.h>
#include <ui/theme/Controls.h>
#include <ui/words/DraftWords.h>
#include <ui/words/ErrorSentence.h>
#include <ui/words/Isolated.h>
#include <ui/words/Words.h>
#include <ui/words/WrappedText.h>

#include <QCheckBox>
#include <QGridLayout>
#include <QMouseEvent>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace waymark::ui {

ChecklistRow::ChecklistRow(session::Workspace& workspace, const QString& skill, const domain::ChecklistItem& item, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_skill(skill)
    , m_item(item)
    , m_box(new QCheckBox(this))
    , m_text(new TextLabel(TextRole::Body, breakable(item.text), this))
    , m_evidence(new QVBoxLayout)
    , m_add(new QToolButton(this))
{
    const QString wanted = item.evidenceHint.isEmpty() ? Words::evidence(item.evidence) : item.evidenceHint;
    m_box->setObjectName(u"checklist."_s + item.id);
    m_box->setAccessibleName(item.text);
    m_box->setAccessibleDescription(tr("Proved by: %1").arg(isolated(wanted)));
    m_text->setWordWrap(true);
    m_text->installEventFilter(this); // the words tick the box, as those of a plain check box do
    m_add->setObjectName(u"evidence.add."_s + item.id);
    m_add->setAccessibleName(tr("Add evidence: %1").arg(isolated(item.text)));
    m_add->setIcon(icon(IconId::Add, Tone::SoftText));
    m_add->setIconSize({ size::iconSmall, size::iconSmall });
    m_add->setToolTip(tr("Add evidence"));
    m_add->setAutoRaise(true);
    m_add->setFocusPolicy(Qt::StrongFocus);
    m_evidence->setSpacing(0);

    auto* asked = new TextLabel(TextRole::Caption, breakable(tr("Proved by: %1").arg(isolated(wanted))), this);
    asked->setWordWrap(true);
    auto* foot = new QHBoxLayout;
    foot->setSpacing(space::s);
    foot->addWidget(asked, 1);
    foot->addWidget(m_add);
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, space::s, 0, space::s);
    grid->setHorizontalSpacing(space::s);
    grid->setVerticalSpacing(space::xs);
    grid->setColumnStretch(1, 1);
    grid->addWidget(m_box, 0, 0, Qt::AlignTop);
    grid->addWidget(m_text, 0, 1, Qt::AlignTop);
    grid->addLayout(m_evidence, 1, 1);
    grid->addLayout(foot, 2, 1);

    connect(m_box, &QCheckBox::clicked, this, &ChecklistRow::tick);
    connect(m_add, &QToolButton::clicked, this, [this] { openEditor({}); });
    whenReadOnlyChanges(m_workspace, this, [this] { followReadOnly(); });
    followReadOnly();
    offerDraft();
}

/// The rows of evidence are made for one or the other.
void ChecklistRow::followReadOnly()
{
    m_box->setEnabled(!m_workspace.isReadOnly());
    m_add->setEnabled(!m_workspace.isReadOnly());
    for (EvidenceRow* row : std::exchange(m_rows, {})) {
        retire(row);
    }
    refresh();
}

bool ChecklistRow::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_text && event->type() == QEvent::MouseButtonRelease && m_box->isEnabled()
        && m_text->rect().contains(static_cast<QMouseEvent*>(event)->position().toPoint())) {
        m_box->click();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void ChecklistRow::focusBox()
{
    m_box->setFocus(Qt::OtherFocusReason);
}

void ChecklistRow::focusEditor()
{
    if (m_editor) {
        m_editor->focusText();
    }
}

void ChecklistRow::tick(bool done)
{
    const domain::EditContext context = m_workspace.context();
    // What was typed as new evidence belongs to the tick: one step, undone as one.
    const bool isAdding = m_editor && m_edited.isEmpty();
    const auto evidence = done && isAdding ? m_editor->evidence() : std::nullopt;
    const auto applied = m_workspace.apply(
        done ? domain::checkItem(context, m_skill, m_item.id, evidence) : domain::uncheckItem(context, m_skill, m_item.id));
    if (applied && evidence) {
        closeEditor();
    }
    refresh(); // where the store refused, the box goes back to what is true
}

void ChecklistRow::refresh()
{
    const bool done = m_workspace.progress().skill(m_skill).isItemDone(m_item.id);
    if (m_box->isChecked() != done) {
        const QSignalBlocker quiet(m_box);
        m_box->setChecked(done);
    }
    m_text->setForegroundRole(done ? QPalette::PlaceholderText : QPalette::WindowText);
    refreshEvidence();
}

void ChecklistRow::refreshEvidence()
{
    const QMap<QString, domain::Evidence> present = m_workspace.progress().skill(m_skill).items.value(m_item.id).evidence;
    std::vector<QString> order(present.keyBegin(), present.keyEnd());
    std::stable_sort(order.begin(), order.end(), [&present](const QString& a, const QString& b) { return present[a].at < present[b].at; });
    for (EvidenceRow* row : std::vector(m_rows)) {
        if (!present.contains(row->id()) || present[row->id()] != row->evidence()) {
            std::erase(m_rows, row);
            retire(row);
        }
    }
    for (std::size_t i = 0; i < order.size(); ++i) {
        if (i >= m_rows.size() || m_rows[i]->id() != order[i]) {
            EvidenceRow* row = makeEvidence(order[i], present[order[i]]);
            m_rows.insert(m_rows.begin() + static_cast<std::ptrdiff_t>(i), row);
            m_evidence->insertWidget(static_cast<int>(i), row);
        }
    }
    if (m_editor && !m_edited.isEmpty() && !present.contains(m_edited)) {
        keepOfGone();
    }
}

EvidenceRow* ChecklistRow::makeEvidence(const QString& id, const domain::Evidence& evidence)
{
    auto* row = new EvidenceRow(id, evidence, !m_workspace.isReadOnly(), this);
    row->setVisible(id != m_edited || !m_editor);
    connect(row, &EvidenceRow::openRequested, this, &ChecklistRow::linkRequested);
    connect(row, &EvidenceRow::editRequested, this, [this, id] { openEditor(id); });
    connect(row, &EvidenceRow::removeRequested, this, [this, id] {
        m_workspace.apply(domain::removeEvidence(m_workspace.context(), m_skill, m_item.id, id));
        m_add->setFocus(Qt::OtherFocusReason);
    });
    return row;
}

void ChecklistRow::openEditor(const QString& evidenceId)
{
    keepDraft();
    if (m_editor && m_workspace.drafts().find<session::EvidenceDraft>(draftPlace())) {
        m_editor->say(tr("Save or cancel this first."));
        m_editor->focusText();
        return;
    }
    closeEditor();
    makeEditor(evidenceId);
    m_editor->focusText();
}

void ChecklistRow::makeEditor(const QString& evidenceId)
{
    std::optional<domain::Evidence> present;
    const auto& evidence = m_workspace.progress().skill(m_skill).items.value(m_item.id).evidence;
    if (!evidenceId.isEmpty() && evidence.contains(evidenceId)) {
        present = evidence.value(evidenceId);
    }
    m_edited = present ? evidenceId : QString();
    m_base = present ? present->text : QString();
    m_editor = new EvidenceEditor(present ? evidenceId : m_item.id, m_item, present, this);
    connect(m_editor, &EvidenceEditor::accepted, this, &ChecklistRow::accept);
    connect(m_editor, &EvidenceEditor::written, this, &ChecklistRow::keepDraft);
    connect(m_editor, &EvidenceEditor::dismissed, this, [this] {
        closeEditor();
        m_add->setFocus(Qt::OtherFocusReason);
    });
    m_evidence->addWidget(m_editor);
    for (EvidenceRow* row : m_rows) {
        row->setVisible(row->id() != m_edited);
    }
    m_add->hide();
    m_editor->show();
}

/// Nothing is taken over unasked: what is in the library may be another text by now, or gone.
void ChecklistRow::offerDraft()
{
    const auto draft
        = m_workspace.isReadOnly() || m_editor ? std::nullopt : m_workspace.drafts().find<session::EvidenceDraft>(draftPlace());
    if (!draft) {
        return;
    }
    makeEditor(draft->id);
    const QString now = std::exchange(m_base, draft->base);
    QString about = DraftWords::left();
    if (m_edited != draft->id) {
        about = DraftWords::ofGone();
    } else if (now != draft->base) {
        about = DraftWords::replacing(now);
    }
    m_editor->write(draft->evidence, about);
}

/// What was being changed is gone. What was written about it is not.
void ChecklistRow::keepOfGone()
{
    const auto written = m_editor->evidence();
    const QString gone = m_edited;
    const QString base = m_base;
    closeEditor();
    if (written && written->text != base) {
        m_workspace.drafts().keep(draftPlace(), session::EvidenceDraft { gone, *written, base });
        offerDraft();
    }
}

void ChecklistRow::keepDraft()
{
    if (!m_editor) {
        return;
    }
    const auto written = m_editor->evidence();
    const auto& present = m_workspace.progress().skill(m_skill).items.value(m_item.id).evidence;
    const auto stored = present.constFind(m_edited);
    const bool isGone = stored == present.cend(); // or there is none yet
    if (written && (isGone ? written->text != m_base : written->text != stored->text || written->kind != stored->kind)) {
        m_workspace.drafts().keep(draftPlace(), session::EvidenceDraft { m_edited, *written, m_base });
    } else {
        m_workspace.drafts().drop(draftPlace());
    }
}

void ChecklistRow::closeEditor()
{
    if (m_editor) {
        m_workspace.drafts().drop(draftPlace());
        retire(m_editor);
        m_editor.clear();
    }
    m_edited.clear();
    for (EvidenceRow* row : m_rows) {
        row->show();
    }
    m_add->show();
}

void ChecklistRow::accept(const domain::Evidence& evidence)
{
    const domain::EditContext context = m_workspace.context();
    const auto edit = m_edited.isEmpty() ? domain::addEvidence(context, m_skill, m_item.id, evidence)
                                         : domain::changeEvidence(context, m_skill, m_item.id, m_edited, evidence);
    const auto applied = m_workspace.apply(edit);
    if (!applied) {
        if (m_editor) {
            m_editor->say(tr("Not saved; your text stays here. %1").arg(ErrorSentence::of(applied.error())));
        }
        return;
    }
    closeEditor();
    m_add->setFocus(Qt::OtherFocusReason);
}

} // namespace waymark::ui
