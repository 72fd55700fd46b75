// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/skill/EvidenceRow.h>

#include <ui/lesson/LessonLinks.h>
#include <ui/skill/EvidenceEditor.h>
#include <ui/theme/Controls.h>
#include <ui/words/Isolated.h>
#include <ui/words/Words.h>
#include <ui/words/WrappedText.h>

#include <QHBoxLayout>
#include <QToolButton>
#include <QUrl>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace waymark::ui {

namespace {

constexpr qsizetype longestShown = 240; ///< of a text; all of it stands in the editor

QString shortened(const QString& text)
{
    const QString plain = text.simplified();
    return plain.size() > longestShown ? plain.left(longestShown) + u'…' : plain;
}

QToolButton* makeButton(const QString& name, IconId id, const QString& tip, const QString& accessible, QWidget* parent)
{
    auto* button = new QToolButton(parent);
    button->setObjectName(name);
    button->setIcon(icon(id, Tone::SoftText));
    button->setToolTip(tip);
    button->setAccessibleName(accessible);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::StrongFocus);
    button->setIconSize({ size::iconSmall, size::iconSmall });
    return button;
}

} // namespace

EvidenceRow::EvidenceRow(const QString& id, const domain::Evidence& evidence, bool canEdit, QWidget* parent)
    : QWidget(parent)
    , m_id(id)
    , m_evidence(evidence)
{
    setObjectName(u"evidence."_s + id);
    auto* words = new TextLabel(TextRole::Caption, breakable(shortened(evidence.text)), this);
    words->setWordWrap(true);
    auto* chip = new Chip(Words::evidence(evidence.kind), iconOf(evidence.kind), Tone::Trail, this);
    auto* row = new QHBoxLayout;
    row->setSpacing(space::xs);
    row->addWidget(chip);
    row->addStretch(1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, space::xs, 0, space::s);
    column->setSpacing(space::xs);
    column->addLayout(row);
    column->addWidget(words);

    const QString what = tr("%1: %2", "kind and text of evidence").arg(Words::evidence(evidence.kind), isolated(shortened(evidence.text)));
    setAccessibleName(what);
    if (evidence.kind == domain::EvidenceKind::Link && isWebLink(evidence.text.trimmed())) {
        auto* open = makeButton(u"evidence.open."_s + id, IconId::ExternalLink, tr("Open"), tr("Open %1").arg(what), this);
        connect(open, &QToolButton::clicked, this, [this] { Q_EMIT openRequested(QUrl(m_evidence.text.trimmed(), QUrl::StrictMode)); });
        row->addWidget(open);
    }
    if (canEdit) {
        auto* edit = makeButton(u"evidence.edit."_s + id, IconId::Edit, tr("Change"), tr("Change %1").arg(what), this);
        auto* remove = makeButton(u"evidence.remove."_s + id, IconId::Trash, tr("Remove"), tr("Remove %1").arg(what), this);
        connect(edit, &QToolButton::clicked, this, &EvidenceRow::editRequested);
        connect(remove, &QToolButton::clicked, this, &EvidenceRow::removeRequested);
        row->addWidget(edit);
        row->addWidget(remove);
    }
}

} // namespace waymark::ui
