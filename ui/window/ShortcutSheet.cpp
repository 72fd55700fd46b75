// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/window/ShortcutSheet.h>

#include <ui/theme/Controls.h>
#include <ui/theme/Layouts.h>
#include <ui/theme/Tokens.h>

#include <QAction>
#include <QDialogButtonBox>
#include <QGridLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace waymark::ui {

namespace {

QString shortcutsOf(const QAction& action)
{
    QStringList texts;
    for (const QKeySequence& keys : action.shortcuts()) {
        texts.append(keys.toString(QKeySequence::NativeText));
    }
    return texts.join(u"  "_s);
}

} // namespace

ShortcutSheet::ShortcutSheet(const QList<Topic>& topics, QWidget* parent)
    : QDialog(parent)
{
    setObjectName(u"shortcutSheet"_s);
    setWindowTitle(tr("Keyboard shortcuts"));
    auto* content = new QWidget;
    auto* grid = new QGridLayout(content);
    grid->setContentsMargins(space::xl, space::l, space::xl, space::l);
    grid->setHorizontalSpacing(space::xxl);
    grid->setVerticalSpacing(space::xs);
    grid->setColumnStretch(0, 1);
    int row = 0;
    for (const Topic& topic : topics) {
        bool titled = false;
        for (const QAction* action : topic.actions) {
            if (action->shortcuts().isEmpty()) {
                continue;
            }
            if (!titled) {
                auto* heading = new TextLabel(TextRole::Strong, topic.title);
                heading->setContentsMargins(0, row == 0 ? 0 : space::m, 0, space::xs);
                grid->addWidget(heading, row++, 0, 1, 2);
                titled = true;
            }
            grid->addWidget(new TextLabel(TextRole::Body, action->iconText()), row, 0);
            grid->addWidget(new TextLabel(TextRole::Caption, shortcutsOf(*action)), row++, 1, Qt::AlignRight);
        }
    }
    grid->setRowStretch(row, 1);

    QScrollArea* scroll = scrollable(content);
    scroll->setObjectName(u"shortcutList"_s);
    scroll->setAccessibleName(tr("Keyboard shortcuts"));
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, space::m);
    column->addWidget(scroll);
    auto* foot = new QHBoxLayout;
    foot->setContentsMargins(space::xl, 0, space::xl, 0);
    foot->addWidget(buttons);
    column->addLayout(foot);
    resize(520, 600);
}

} // namespace waymark::ui
