// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/skill/RubricRow.h>

#include <ui/theme/Controls.h>
#include <ui/words/Isolated.h>
#include <ui/words/WrappedText.h>

#include <QEvent>
#include <QHBoxLayout>
#include <QLocale>
#include <QPushButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark::ui {

RubricRow::RubricRow(const exchange::RubricCriterion& criterion, bool isWritable, QWidget* parent)
    : QWidget(parent)
    , m_criterion(criterion)
    , m_words(wrapped(TextRole::Caption, {}, this))
{
    m_words->setObjectName(u"rubric.words."_s + criterion.id);
    m_words->setAlignment(Qt::AlignTop | Qt::AlignLeading);
    auto* levels = new QHBoxLayout;
    levels->setSpacing(space::xs);
    for (int level = 0; level < static_cast<int>(criterion.levels.size()); ++level) {
        const QString words = criterion.levels[static_cast<std::size_t>(level)];
        auto* button = new QPushButton(QLocale().toString(level), this);
        button->setObjectName(u"rubric.%1.%2"_s.arg(criterion.id).arg(level));
        button->setAccessibleName(tr("%1: %2", "what is scored, the score").arg(isolated(criterion.title), QLocale().toString(level)));
        button->setAccessibleDescription(words);
        button->setCheckable(true);
        button->setEnabled(isWritable);
        button->installEventFilter(this);
        setButtonKind(*button, ButtonKind::Chip);
        connect(button, &QPushButton::clicked, this,
            [this, level](bool chosen) { Q_EMIT scored(m_criterion.id, chosen ? std::optional(level) : std::nullopt); });
        m_levels.push_back(button);
        levels->addWidget(button);
    }
    levels->addStretch(1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, space::xs, 0, space::xs);
    column->setSpacing(space::xs);
    column->addWidget(wrapped(TextRole::Body, breakable(criterion.title), this));
    column->addLayout(levels);
    column->addWidget(m_words);
    describe();
}

void RubricRow::setScore(std::optional<int> level)
{
    m_score = level;
    for (std::size_t i = 0; i < m_levels.size(); ++i) {
        m_levels[i]->setChecked(level == static_cast<int>(i));
    }
    describe();
}

void RubricRow::describe()
{
    const std::optional<int> shown = m_looked ? m_looked : m_score;
    m_words->setText(shown ? breakable(m_criterion.levels[static_cast<std::size_t>(*shown)]) : tr("Not scored yet."));
}

bool RubricRow::eventFilter(QObject* watched, QEvent* event)
{
    const auto level = std::ranges::find(m_levels, watched);
    if (level != m_levels.end()) {
        const int number = static_cast<int>(level - m_levels.begin());
        if (event->type() == QEvent::Enter || event->type() == QEvent::FocusIn) {
            m_looked = number;
            describe();
        } else if (event->type() == QEvent::Leave || event->type() == QEvent::FocusOut) {
            m_looked.reset();
            describe();
        }
    }
    return QWidget::eventFilter(watched, event);
}

/// Room for the longest level, so that nothing below moves while one looks at the levels.
void RubricRow::resizeEvent(QResizeEvent* event)
{
    int highest = 0;
    for (const QString& words : m_criterion.levels) {
        const QRect room(0, 0, width(), 10'000);
        highest = std::max(highest, m_words->fontMetrics().boundingRect(room, Qt::TextWordWrap, breakable(words)).height());
    }
    m_words->setMinimumHeight(highest);
    QWidget::resizeEvent(event);
}

} // namespace waymark::ui
