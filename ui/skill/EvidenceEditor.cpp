// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/skill/EvidenceEditor.h>

#include <ui/theme/Controls.h>
#include <ui/words/Isolated.h>
#include <ui/words/Words.h>

#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <array>

using namespace Qt::StringLiterals;

namespace waymark::ui {

using domain::Evidence;
using domain::EvidenceKind;

namespace {

constexpr int linesShown = 3;

/// What a learner can give alone; sign-offs and rubrics come from a mentor, lab results from a lab.
constexpr std::array<EvidenceKind, 5> kinds { EvidenceKind::Note, EvidenceKind::Link, EvidenceKind::File, EvidenceKind::Commit,
    EvidenceKind::Output };

} // namespace

IconId iconOf(EvidenceKind kind)
{
    switch (kind) {
    case EvidenceKind::Note:
        return IconId::Note;
    case EvidenceKind::Link:
        return IconId::Link;
    case EvidenceKind::File:
        return IconId::File;
    case EvidenceKind::Commit:
        return IconId::Commit;
    case EvidenceKind::Output:
        return IconId::Output;
    case EvidenceKind::Lab:
        return IconId::Lab;
    case EvidenceKind::SignOff:
        return IconId::Mentor;
    case EvidenceKind::Rubric:
        return IconId::Outline;
    }
    return IconId::Note;
}

EvidenceEditor::EvidenceEditor(
    const QString& id, const domain::ChecklistItem& item, const std::optional<Evidence>& present, QWidget* parent)
    : QWidget(parent)
    , m_kind(new QComboBox(this))
    , m_text(new QPlainTextEdit(this))
    , m_fault(new TextLabel(TextRole::Caption, {}, this))
    , m_accept(new QPushButton(present ? tr("Save") : tr("Add"), this))
{
    m_kind->setObjectName(u"evidence.kind."_s + id);
    m_kind->setAccessibleName(tr("Kind of evidence"));
    for (const EvidenceKind kind : kinds) {
        m_kind->addItem(icon(iconOf(kind)), Words::evidence(kind), static_cast<int>(kind));
    }
    const EvidenceKind wanted = present ? present->kind : item.evidence;
    const int row = m_kind->findData(static_cast<int>(wanted));
    if (row < 0 && present) {
        m_kind->addItem(icon(iconOf(wanted)), Words::evidence(wanted), static_cast<int>(wanted));
    }
    m_kind->setCurrentIndex(std::max(0, m_kind->findData(static_cast<int>(wanted))));

    m_text->setObjectName(u"evidence.text."_s + id);
    m_text->setAccessibleName(tr("Evidence for: %1").arg(isolated(item.text)));
    m_text->setPlaceholderText(item.evidenceHint.isEmpty() ? tr("What proves it") : item.evidenceHint);
    m_text->setTabChangesFocus(true);
    m_text->setFixedHeight(m_text->fontMetrics().lineSpacing() * linesShown + 2 * space::s);
    m_text->setPlainText(present ? present->text : QString());
    m_text->installEventFilter(this);
    m_fault->setObjectName(u"evidence.fault."_s + id);
    m_fault->setWordWrap(true);
    m_fault->hide();

    m_accept->setObjectName(u"evidence.accept."_s + id);
    m_accept->setToolTip(tr("Ctrl+Enter"));
    auto* dismiss = pushButton(u"evidence.cancel."_s + id, tr("Cancel"), this, ButtonKind::Quiet);

    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(space::s);
    buttons->addWidget(m_accept);
    buttons->addWidget(dismiss);
    buttons->addStretch(1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, space::xs, 0, space::s);
    column->setSpacing(space::s);
    column->addWidget(m_kind);
    column->addWidget(m_text);
    column->addWidget(m_fault);
    column->addLayout(buttons);

    connect(m_accept, &QPushButton::clicked, this, &EvidenceEditor::accept);
    connect(dismiss, &QPushButton::clicked, this, &EvidenceEditor::dismissed);
    connect(m_text, &QPlainTextEdit::textChanged, this, [this] {
        m_accept->setEnabled(!m_text->toPlainText().trimmed().isEmpty());
        m_pause.noticeKey();
    });
    connect(m_kind, &QComboBox::activated, &m_pause, &WritingPause::noticeKey);
    connect(&m_pause, &WritingPause::over, this, &EvidenceEditor::written);
    m_accept->setEnabled(present.has_value());
}

std::optional<Evidence> EvidenceEditor::evidence() const
{
    const QString text = m_text->toPlainText().trimmed();
    return text.isEmpty() ? std::nullopt : std::optional(Evidence { static_cast<EvidenceKind>(m_kind->currentData().toInt()), text, 0 });
}

/// The name of a file, a link and a commit are one line: there Enter is enough.
bool EvidenceEditor::isOneLine() const
{
    const auto kind = static_cast<EvidenceKind>(m_kind->currentData().toInt());
    return kind == EvidenceKind::Link || kind == EvidenceKind::File || kind == EvidenceKind::Commit;
}

void EvidenceEditor::accept()
{
    if (const auto given = evidence()) {
        Q_EMIT accepted(*given);
    }
}

void EvidenceEditor::say(const QString& fault)
{
    m_fault->setForegroundRole(QPalette::BrightText);
    m_fault->setText(fault);
    m_fault->setVisible(!fault.isEmpty());
}

void EvidenceEditor::write(const domain::Evidence& draft, const QString& about)
{
    m_kind->setCurrentIndex(std::max(0, m_kind->findData(static_cast<int>(draft.kind))));
    m_text->setPlainText(draft.text);
    m_pause.stop();
    say(about);
    m_fault->setForegroundRole(QPalette::PlaceholderText);
}

void EvidenceEditor::focusText()
{
    m_text->setFocus(Qt::OtherFocusReason);
}

bool EvidenceEditor::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_text && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->key() == Qt::Key_Escape) {
            Q_EMIT dismissed();
            return true;
        }
        if (isEnter(*key) && (isOneLine() || key->modifiers().testFlag(Qt::ControlModifier))) {
            accept();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace waymark::ui
