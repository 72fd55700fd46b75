// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/recall/CardFilterBar.h>

#include <ui/lists/SearchField.h>
#include <ui/theme/Controls.h>
#include <ui/theme/Layouts.h>

#include <learning/Scheduling.h>

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace waymark::ui {

CardFilterBar::CardFilterBar(CardListFilter& filter, QWidget* parent)
    : QWidget(parent)
    , m_filter(filter)
    , m_search(new SearchField(u"cards.search"_s, tr("Find a card"), tr("Find a card by its text or its skill"), this))
    , m_chips(new QButtonGroup(this))
{
    connect(m_search, &QLineEdit::returnPressed, this, &CardFilterBar::listRequested);
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString& words) {
        m_filter.setWords(words);
        Q_EMIT filterChanged();
    });
    auto* row = bareRow(this, space::s);
    row->addWidget(m_search, 1);
    const std::tuple<CardFilter, QString, QString> filters[] = { { CardFilter::All, u"all"_s, tr("All") },
        { CardFilter::LaidAside, u"laidAside"_s, tr("Laid aside") }, { CardFilter::PutOff, u"putOff"_s, tr("Put off") },
        { CardFilter::Leeches, u"leeches"_s, tr("Often forgotten") }, { CardFilter::Own, u"own"_s, tr("My own") } };
    for (const auto& [each, name, text] : filters) {
        auto* chip = pushButton(u"cards.filter."_s + name, text, this, ButtonKind::Chip);
        chip->setCheckable(true);
        chip->setChecked(each == CardFilter::All);
        m_chips->addButton(chip, static_cast<int>(each));
        row->addWidget(chip);
    }
    connect(m_chips, &QButtonGroup::idToggled, this, [this](int id, bool on) {
        if (on) {
            m_filter.setFilter(static_cast<CardFilter>(id));
            Q_EMIT filterChanged();
        }
    });
}

void CardFilterBar::showAll()
{
    m_search->clear();
    m_chips->button(static_cast<int>(CardFilter::All))->setChecked(true);
}

QString CardFilterBar::sentenceForNothing() const
{
    if (!m_search->text().trimmed().isEmpty()) {
        return tr("No card here has all of these words.");
    }
    switch (m_filter.filter()) {
    case CardFilter::LaidAside:
        return tr("No card is laid aside.");
    case CardFilter::PutOff:
        return tr("No card is put off.");
    case CardFilter::Leeches:
        return tr("No card has been forgotten %n time(s).", nullptr, learning::firstLeech);
    case CardFilter::Own:
        return tr("No card is in your own words yet.");
    case CardFilter::All:
        break;
    }
    return {};
}

} // namespace waymark::ui
