// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/merge/MergeDialog.h>

#include <ui/merge/ConflictCard.h>
#include <ui/theme/Layouts.h>
#include <ui/theme/Tokens.h>
#include <ui/words/MergeWords.h>
#include <ui/words/ShownText.h>

#include <session/Workspace.h>

#include <QFileInfo>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark::ui {

namespace {

constexpr std::size_t most = 20; ///< entries of each list: the counts tell of all
constexpr qsizetype longestPath = 400;

} // namespace

MergeDialog::MergeDialog(
    const session::MergePreview& preview, const session::Workspace& workspace, const QString& path, const QString& word, QWidget* parent)
    : QDialog(parent)
{
    setObjectName(u"mergeDialog"_s);
    setWindowTitle(tr("Merge a copy"));
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(space::xl, space::xl, space::xl, space::l);
    whole->setSpacing(space::l);
    auto* head = bareColumn(new QWidget(this), space::xs);
    head->addWidget(new TextLabel(TextRole::Title, tr("Merge a copy"), this));
    auto* file = wrapped(TextRole::Caption, shownLine(QFileInfo(path).fileName()), this);
    file->setToolTip(shownLine(path, longestPath));
    // A name is read in its own direction, and yet stands where the title does.
    file->setAlignment(Qt::AlignAbsolute | Qt::AlignVCenter | (isRightToLeft() ? Qt::AlignRight : Qt::AlignLeft));
    head->addWidget(file);
    whole->addWidget(head->parentWidget());
    addWord(*whole, word);
    auto* content = new QWidget;
    auto* column = bareColumn(content, space::s);
    const QStringList lines = MergeWords::lines(preview, workspace);
    for (const QString& line : lines) {
        column->addWidget(wrapped(TextRole::Body, line, content));
    }
    addKept(*column, preview, workspace);
    addConflicts(*column, preview, workspace);
    column->addStretch(1);
    auto* area = scrollable(content, this);
    area->setObjectName(u"merge.preview"_s);
    whole->addWidget(area, 1);
    addFoot(*whole);
    resize(760, preview.merge.conflicts.empty() ? 340 : 560);
}

void MergeDialog::addWord(QVBoxLayout& column, const QString& word)
{
    if (word.isEmpty()) {
        return;
    }
    auto* row = new QHBoxLayout;
    row->setSpacing(space::s);
    row->addWidget(new IconMark(IconId::Info, Tone::Mark, this), 0, Qt::AlignTop);
    auto* text = wrapped(TextRole::Strong, word, this);
    text->setObjectName(u"merge.word"_s);
    row->addWidget(text, 1);
    column.addLayout(row);
}

void MergeDialog::addFoot(QVBoxLayout& whole)
{
    auto* foot = new QHBoxLayout;
    foot->setSpacing(space::s);
    foot->addWidget(wrapped(TextRole::Caption, tr("The copy is only read. Undo takes the merge back as one step."), this), 1);
    auto* cancel = pushButton(u"merge.cancel"_s, tr("Cancel"), this);
    cancel->setAutoDefault(false);
    auto* accept = pushButton(u"merge.accept"_s, tr("Merge"), this, ButtonKind::Primary);
    accept->setDefault(true);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(accept, &QPushButton::clicked, this, &QDialog::accept);
    foot->addWidget(cancel);
    foot->addWidget(accept);
    whole.addLayout(foot);
    accept->setFocus(Qt::OtherFocusReason);
}

/// Enter is that of the button with the focus: on Cancel it must not merge.
void MergeDialog::keyPressEvent(QKeyEvent* event)
{
    if (!pressFocusedButton(*this, *event)) {
        QDialog::keyPressEvent(event);
    }
}

void MergeDialog::addMore(QVBoxLayout& column, std::size_t all)
{
    if (all > most) {
        column.addWidget(wrapped(TextRole::Caption, tr("and %n more", nullptr, static_cast<int>(all - most)), this));
    }
}

void MergeDialog::addKept(QVBoxLayout& column, const session::MergePreview& preview, const session::Workspace& workspace)
{
    const QStringList names = MergeWords::kept(preview, workspace);
    if (names.isEmpty()) {
        return;
    }
    column.addSpacing(space::s);
    column.addWidget(new TextLabel(TextRole::Strong, tr("Kept although one copy removed it"), this));
    for (const QString& name : names.mid(0, static_cast<qsizetype>(most))) {
        column.addWidget(wrapped(TextRole::Body, name, this));
    }
    addMore(column, static_cast<std::size_t>(names.size()));
}

void MergeDialog::addConflicts(QVBoxLayout& column, const session::MergePreview& preview, const session::Workspace& workspace)
{
    domain::Progress after = workspace.progress();
    if (preview.merge.conflicts.empty() || !domain::applyTo(after, preview.merge.edit)) {
        return;
    }
    column.addSpacing(space::s);
    column.addWidget(new TextLabel(TextRole::Strong, tr("Said differently"), this));
    const auto& conflicts = preview.merge.conflicts;
    for (std::size_t i = 0; i < std::min(conflicts.size(), most); ++i) {
        if (const auto values = domain::valuesOf(after, conflicts[i])) {
            column.addWidget(new ConflictCard(*values, workspace, static_cast<int>(i), ConflictCard::Use::Preview, this));
        }
    }
    addMore(column, conflicts.size());
}

} // namespace waymark::ui
