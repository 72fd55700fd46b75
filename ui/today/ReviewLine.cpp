// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/today/ReviewLine.h>

#include <ui/theme/Tokens.h>
#include <ui/words/ReviewWords.h>
#include <ui/words/WrappedText.h>

#include <QHBoxLayout>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace waymark::ui {

ReviewLine::ReviewLine(QWidget* parent)
    : Card(parent)
    , m_words(wrapped(TextRole::Strong, {}, this))
{
    setObjectName(u"today.reviews"_s);
    setContentsMargins(space::l, space::s, space::s, space::s);
    m_words->setObjectName(u"today.reviews.words"_s);
    auto* look = new QPushButton(tr("Read it"), this);
    look->setObjectName(u"open.reviews"_s);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::m);
    row->addWidget(new IconMark(IconId::Mentor, Tone::Trail, this));
    row->addWidget(m_words, 1);
    row->addWidget(look);
    connect(look, &QPushButton::clicked, this, [this] { Q_EMIT reviewRequested(m_review); });
}

void ReviewLine::setLetters(const std::vector<session::ReviewLetter>& letters)
{
    QStringList reviewers;
    int open = 0;
    m_review.clear();
    for (const session::ReviewLetter& letter : letters) {
        if (const int waiting = letter.open(); waiting > 0) {
            m_review = m_review.isEmpty() ? letter.id : m_review;
            reviewers.append(letter.review->reviewer.name);
            open += waiting;
        }
    }
    setVisible(open > 0);
    if (open > 0) {
        m_words->setText(breakable(ReviewWords::answered(reviewers, open)));
        setAccessibleName(m_words->text());
    }
}

} // namespace waymark::ui
