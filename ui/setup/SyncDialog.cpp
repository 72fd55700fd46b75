// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/setup/SyncDialog.h>

#include <ui/theme/Controls.h>
#include <ui/theme/Layouts.h>
#include <ui/theme/Tokens.h>

#include <QFileInfo>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace waymark::ui {

SyncDialog::SyncDialog(const QString& service, const QStringList& copies, QWidget* parent)
    : QDialog(parent)
{
    setObjectName(u"syncDialog"_s);
    setWindowTitle(tr("A synced library"));
    auto* content = new QWidget;
    auto* column = bareColumn(content, space::s);
    const QString who = service.isEmpty() ? tr("A program that syncs files has copied this library.")
                                          : tr("%1 syncs the folder of this library.", "a program").arg(service);
    column->addWidget(wrapped(TextRole::Heading, who));
    column->addWidget(wrapped(TextRole::Body,
        tr("A library that is open must not be synced: its files are copied at different moments, and when two computers write, the work "
           "of "
           "one of them is put aside. Keep a library on each computer, outside of the synced folder, and exchange files between them.")));
    int number = 0;
    if (!copies.isEmpty()) {
        column->addSpacing(space::m);
        column->addWidget(new TextLabel(TextRole::Strong, tr("%n copy(s) put aside", nullptr, static_cast<int>(copies.size()))));
    }
    for (const QString& copy : copies) {
        addCopy(*column, copy, number++);
    }
    column->addStretch(1);
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(space::xl, space::xl, space::xl, space::l);
    whole->setSpacing(space::l);
    whole->addWidget(scrollable(content, this), 1);
    auto* foot = new QHBoxLayout;
    foot->setSpacing(space::s);
    auto* give = pushButton(u"sync.export"_s, tr("Export the plan…"), this);
    auto* take = pushButton(u"sync.import"_s, tr("Import a plan…"), this);
    auto* close = pushButton(u"sync.close"_s, tr("Close"), this, ButtonKind::Primary);
    connect(give, &QPushButton::clicked, this, [this] { choose(Answer::Export); });
    connect(take, &QPushButton::clicked, this, [this] { choose(Answer::Import); });
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    foot->addWidget(give);
    foot->addWidget(take);
    foot->addStretch(1);
    foot->addWidget(close);
    whole->addLayout(foot);
    close->setDefault(true);
    resize(620, copies.isEmpty() ? 280 : 400);
}

void SyncDialog::addCopy(QVBoxLayout& column, const QString& copy, int number)
{
    const QString name = QFileInfo(copy).fileName();
    column.addWidget(wrapped(TextRole::Body, name));
    auto* compare = pushButton(u"sync.compare.%1"_s.arg(number), tr("Compare…"), this);
    auto* merge = pushButton(u"sync.merge.%1"_s.arg(number), tr("Merge…"), this);
    compare->setAccessibleDescription(name);
    merge->setAccessibleDescription(name);
    connect(compare, &QPushButton::clicked, this, [this, copy] { choose(Answer::Compare, copy); });
    connect(merge, &QPushButton::clicked, this, [this, copy] { choose(Answer::Merge, copy); });
    auto* row = new QHBoxLayout;
    row->setSpacing(space::s);
    row->addWidget(compare);
    row->addWidget(merge);
    row->addStretch(1);
    column.addLayout(row);
}

void SyncDialog::choose(Answer answer, const QString& copy)
{
    m_answer = answer;
    m_copy = copy;
    accept();
}

} // namespace waymark::ui
