// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/merge/ConflictsDialog.h>

#include <ui/lists/ListStandIn.h>
#include <ui/merge/ConflictCard.h>
#include <ui/theme/Layouts.h>
#include <ui/theme/Tokens.h>
#include <ui/words/MergeWords.h>

#include <session/Workspace.h>

#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace waymark::ui {

namespace {

constexpr int most = 50; ///< cards at once: the next ones come as these are answered

} // namespace

ConflictsDialog::ConflictsDialog(session::Workspace& workspace, QWidget* parent)
    : QDialog(parent)
    , m_workspace(workspace)
    , m_count(wrapped(TextRole::Caption, {}, this))
    , m_pages(new QStackedWidget(this))
    , m_area(scrollable(new QWidget, this))
{
    setObjectName(u"conflictsDialog"_s);
    setWindowTitle(tr("Differences between copies"));
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(space::xl, space::xl, space::xl, space::l);
    whole->setSpacing(space::l);
    auto* head = bareColumn(new QWidget(this), space::xs);
    head->addWidget(new TextLabel(TextRole::Title, tr("Differences between copies"), this));
    m_count->setObjectName(u"conflicts.count"_s);
    head->addWidget(m_count);
    whole->addWidget(head->parentWidget());
    auto* empty = new ListStandIn(u"conflicts.empty"_s, this);
    empty->setText(tr("No copy of this library says anything differently. When a merge finds such a thing, it is asked here."));
    m_pages->addWidget(m_area);
    m_pages->addWidget(empty);
    whole->addWidget(m_pages, 1);
    auto* close = pushButton(u"conflicts.close"_s, tr("Close"), this, ButtonKind::Primary);
    close->setDefault(true);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    whole->addWidget(close, 0, Qt::AlignTrailing);
    resize(760, 560);
    refresh();
    // Queued: the button that was clicked goes with the list.
    connect(
        &m_workspace, &session::Workspace::changed, this, [this] { refresh(); }, Qt::QueuedConnection);
}

QWidget* ConflictsDialog::makeList()
{
    auto* list = new QWidget;
    auto* column = bareColumn(list, space::m);
    int number = 0;
    const domain::Progress& progress = m_workspace.progress();
    for (const domain::RecordKey& key : progress.conflicts().keys()) {
        const auto values = domain::valuesOf(progress, key);
        if (!values || number == most) {
            continue;
        }
        auto* card = new ConflictCard(*values, m_workspace, number++, !m_workspace.isReadOnly(), list);
        connect(card, &ConflictCard::kept, this, [this, key](std::optional<int> other) { answer(key, other); });
        column->addWidget(card);
    }
    column->addStretch(1);
    return list;
}

void ConflictsDialog::refresh()
{
    const auto conflicts = static_cast<int>(m_workspace.progress().conflicts().size());
    const bool hadFocus = m_area->isAncestorOf(focusWidget());
    m_count->setText(MergeWords::waiting(conflicts));
    m_count->setVisible(conflicts > 0);
    m_area->setWidget(makeList());
    m_pages->setCurrentIndex(conflicts > 0 ? 0 : 1);
    if (auto* first = m_area->widget()->findChild<QPushButton*>(u"conflict.keep.0.0"_s); first != nullptr && hadFocus) {
        first->setFocus(Qt::OtherFocusReason);
    } else if (conflicts == 0) {
        findChild<QPushButton*>(u"conflicts.close"_s)->setFocus(Qt::OtherFocusReason);
    }
}

void ConflictsDialog::answer(const domain::RecordKey& conflict, std::optional<int> other)
{
    (void)m_workspace.apply(domain::answerConflict(m_workspace.context(), conflict, other)); // it says itself what goes wrong
}

} // namespace waymark::ui
