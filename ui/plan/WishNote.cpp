// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/plan/WishNote.h>

#include <ui/skill/Retire.h>
#include <ui/theme/Controls.h>
#include <ui/theme/Layouts.h>
#include <ui/words/Isolated.h>
#include <ui/words/PlanWords.h>

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark::ui {

using session::OrderedWish;

namespace {

constexpr std::size_t mostLines = 2;

} // namespace

WishNote::WishNote(QWidget* parent)
    : QWidget(parent)
    , m_column(bareColumn(this, space::xs))
{
    hide();
}

void WishNote::setWishes(const std::vector<OrderedWish>& wishes, const domain::Roadmap& roadmap, bool canForget)
{
    std::vector<OrderedWish> open;
    std::copy_if(wishes.begin(), wishes.end(), std::back_inserter(open), [](const OrderedWish& wish) { return wish.isUnmet(); });
    if (open == m_wishes) {
        return;
    }
    m_wishes = open;
    for (QWidget* line : findChildren<QWidget*>(QString(), Qt::FindDirectChildrenOnly)) {
        retire(line);
    }
    for (std::size_t i = 0; i < std::min(open.size(), mostLines); ++i) {
        addLine(open[open.size() - 1 - i], roadmap, canForget); // the newest first
    }
    if (open.size() > 1) {
        QStringList skills;
        std::transform(open.begin(), open.end(), std::back_inserter(skills), [](const OrderedWish& wish) { return wish.skill; });
        auto* all = pushButton(u"plan.forgetAll"_s,
            tr("Forget all %n wish(es) that cannot be kept", nullptr, static_cast<int>(skills.size())), this, ButtonKind::Quiet);
        all->setEnabled(canForget);
        m_column->addWidget(all, 0, Qt::AlignRight);
        connect(all, &QPushButton::clicked, this, [this, skills] { Q_EMIT forgetRequested(skills); });
    }
    setVisible(!open.empty());
}

void WishNote::addLine(const OrderedWish& wish, const domain::Roadmap& roadmap, bool canForget)
{
    const domain::Skill* skill = roadmap.find(wish.skill);
    auto* line = new QWidget(this);
    auto* row = bareRow(line, space::s);
    auto* reason = wrapped(TextRole::Body, PlanWords::fate(wish, roadmap), line);
    reason->setObjectName(u"plan.wish."_s + wish.skill);
    auto* forget = pushButton(u"plan.forget."_s + wish.skill, tr("Forget this wish"), line, ButtonKind::Quiet);
    forget->setAccessibleName(tr("Forget the wish for \"%1\"").arg(isolated(skill->title)));
    forget->setEnabled(canForget);
    row->addWidget(new IconMark(IconId::Info, Tone::Mark, line));
    row->addWidget(reason, 1);
    row->addWidget(forget);
    m_column->addWidget(line);
    connect(forget, &QPushButton::clicked, this, [this, id = wish.skill] { Q_EMIT forgetRequested({ id }); });
}

} // namespace waymark::ui
