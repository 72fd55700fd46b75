// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/mentor/ReviewHead.h>

#include <ui/mentor/ReviewIcons.h>
#include <ui/skill/Retire.h>
#include <ui/theme/Controls.h>
#include <ui/words/Isolated.h>
#include <ui/words/LocalTime.h>
#include <ui/words/ReviewWords.h>
#include <ui/words/ShortDate.h>
#include <ui/words/WrappedText.h>

#include <domain/ReviewEdits.h>
#include <exchange/SigningKey.h>

#include <QGridLayout>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace waymark::ui {

using domain::SignatureState;

namespace {

constexpr std::size_t eventsShown = 4; // the rest behind a button
constexpr std::size_t eventsAtMost = 200; // more is read in the journal
constexpr qint64 day = 24LL * 60 * 60 * 1000; // milliseconds

} // namespace

ReviewHead::ReviewHead(session::Workspace& workspace, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_name(wrapped(TextRole::Heading, {}, this))
    , m_facts(wrapped(TextRole::Caption, {}, this))
    , m_role(new Chip({}, {}, Tone::Text, this))
    , m_signatureWord(new Chip({}, {}, Tone::Text, this))
    , m_signatureSign(new IconMark(IconId::Info, Tone::SoftText, this))
    , m_signature(wrapped(TextRole::Body, {}, this))
    , m_cautions(wrapped(TextRole::Strong, {}, this))
{
    m_name->setObjectName(u"review.name"_s);
    m_facts->setObjectName(u"review.facts"_s);
    m_signatureWord->setObjectName(u"review.signatureWord"_s);
    m_signature->setObjectName(u"review.signature"_s);
    m_cautions->setObjectName(u"review.cautions"_s);

    auto* chips = new QHBoxLayout;
    chips->setSpacing(space::s);
    chips->addWidget(m_role);
    chips->addWidget(m_signatureWord);
    chips->addWidget(m_facts, 1);
    auto* signature = new QHBoxLayout;
    signature->setSpacing(space::s);
    signature->addWidget(m_signatureSign, 0, Qt::AlignTop);
    signature->addWidget(m_signature, 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::s);
    column->addWidget(m_name);
    column->addLayout(chips);
    column->addLayout(signature);
    column->addWidget(m_cautions);
    column->addWidget(makeKey());
    column->addSpacing(space::s);
    column->addWidget(makeSince());
}

QWidget* ReviewHead::makeKey()
{
    auto* card = new Card;
    m_key = card;
    m_asked = wrapped(TextRole::Caption, {}, card);
    m_words = wrapped(TextRole::Strong, {}, card);
    m_words->setObjectName(u"review.words"_s);
    m_words->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_trust = new QPushButton(tr("I compared the words"), card);
    m_trust->setObjectName(u"review.trust"_s);
    m_trust->setToolTip(tr("Keep this key as the reviewer's: what it signs is then shown as verified"));
    m_turnAway = new QPushButton(card);
    m_turnAway->setObjectName(u"review.turnAway"_s);
    m_turnAway->setToolTip(tr("Forget this key; the review stays"));
    setButtonKind(*m_turnAway, ButtonKind::Quiet);
    connect(m_trust, &QPushButton::clicked, this, &ReviewHead::trust);
    connect(m_turnAway, &QPushButton::clicked, this, &ReviewHead::turnAway);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(space::s);
    buttons->addWidget(m_trust);
    buttons->addWidget(m_turnAway);
    buttons->addStretch(1);
    auto* column = new QVBoxLayout(card);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::s);
    column->addWidget(m_asked);
    column->addWidget(m_words);
    column->addLayout(buttons);
    return card;
}

QWidget* ReviewHead::makeSince()
{
    auto* part = new QWidget(this);
    m_sinceTitle = wrapped(TextRole::Strong, {}, part);
    m_sinceTitle->setObjectName(u"review.since"_s);
    m_days = nullptr;
    m_more = new QPushButton(part);
    m_more->setObjectName(u"review.allDays"_s);
    setButtonKind(*m_more, ButtonKind::Quiet);
    m_since = new QVBoxLayout(part);
    m_since->setContentsMargins(0, 0, 0, 0);
    m_since->setSpacing(space::xs);
    m_since->addWidget(m_sinceTitle);
    m_since->addWidget(m_more, 0, Qt::AlignLeft);
    return part;
}

void ReviewHead::setLetter(const session::ReviewLetter& letter)
{
    const exchange::ReviewDocument& review = *letter.review;
    m_isUnfolded = m_isUnfolded && m_review == letter.id;
    m_review = letter.id;
    m_reviewer = review.reviewer.name;
    m_publicKey = review.signature ? review.signature->key : QByteArray();
    const QString name = ReviewWords::reviewer(m_reviewer);
    m_name->setText(breakable(name));
    m_role->setContent(ReviewWords::role(review.reviewer.role), IconId::Mentor, Tone::Text);
    m_facts->setText(tr("Written %1 · arrived %2", "two moments")
                         .arg(momentText(review.created, m_workspace.zone()), momentText(letter.arrived, m_workspace.zone())));
    const ReviewSign sign = signOf(letter.signature);
    m_signatureWord->setContent(ReviewWords::signatureWord(letter.signature), sign.icon, sign.tone);
    m_signatureSign->setIcon(sign.icon, sign.tone);
    m_signature->setText(breakable(ReviewWords::signature(letter.signature, name, letter.keyOwner)));

    exchange::ReviewArrival known; // what is said of an arrival holds for a letter too
    known.hasOtherKey = letter.hasOtherKey && letter.signature != SignatureState::Verified;
    known.keyOwner = letter.keyOwner;
    known.isFromFuture = review.created > letter.arrived + day;
    m_cautions->setText(breakable(ReviewWords::cautions(known, name).join(u'\n')));
    m_cautions->setVisible(!m_cautions->text().isEmpty());
    showKey(letter);
    showSince(letter);
}

void ReviewHead::showKey(const session::ReviewLetter& letter)
{
    m_key->setVisible(letter.signature == SignatureState::Unknown);
    if (letter.signature != SignatureState::Unknown) {
        return;
    }
    const QString fingerprint = exchange::fingerprintOf(m_publicKey);
    const bool isOthers = !letter.keyOwner.isEmpty();
    m_asked->setText(breakable(isOthers ? tr("It may be the same person under another name. If so, forget the key as that of %1; "
                                             "then you can compare its words under the new name.")
                                              .arg(isolated(letter.keyOwner))
                                        : tr("Ask the reviewer to read the words of their key to you, by telephone or face to face. These "
                                             "are the words under this review:")));
    m_words->setText(ReviewWords::fingerprint(fingerprint));
    m_words->setVisible(!isOthers);
    m_turnAway->setText(isOthers ? tr("Forget this key") : tr("Do not trust"));
    const bool isWritable = !m_workspace.isReadOnly();
    m_trust->setVisible(isWritable && !isOthers);
    m_turnAway->setVisible(isWritable && domain::canForgetKey(m_workspace.context(), fingerprint));
}

/// A key that was forgotten, or that came beside another one of the same name, is kept now.
void ReviewHead::trust()
{
    const domain::EditContext context = m_workspace.context();
    const QString fingerprint = exchange::fingerprintOf(m_publicKey);
    if (domain::canConfirmKey(context, fingerprint)) {
        m_workspace.apply(domain::confirmKey(context, fingerprint));
        return;
    }
    domain::PinnedKey key;
    key.name = m_reviewer;
    key.key = m_publicKey;
    key.firstReview = m_review;
    key.confirmed = true;
    m_workspace.apply(domain::pinKey(context, fingerprint, key));
}

void ReviewHead::turnAway()
{
    m_workspace.apply(domain::forgetKey(m_workspace.context(), exchange::fingerprintOf(m_publicKey)));
}

void ReviewHead::showSince(const session::ReviewLetter& letter)
{
    m_sinceTitle->setText(letter.since.empty() ? tr("Nothing has changed since it was written.") : tr("What you did since it was written"));
    if (m_days != nullptr) {
        retire(m_days);
    }
    m_days = new QWidget(this);
    auto* grid = new QGridLayout(m_days);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(space::m);
    grid->setVerticalSpacing(space::xs);
    grid->setColumnStretch(1, 1);
    const std::size_t shown = std::min(letter.since.size(), m_isUnfolded ? eventsAtMost : eventsShown);
    QDate last;
    for (std::size_t i = 0; i < shown; ++i) {
        const exchange::PlanEvent& event = letter.since[i];
        const int row = static_cast<int>(i);
        if (event.date != last) {
            last = event.date;
            grid->addWidget(new TextLabel(TextRole::Caption, shortDate(last), m_days), row, 0, Qt::AlignTop);
        }
        auto* line = wrapped(TextRole::Body, breakable(ReviewWords::event(event, m_workspace.roadmap())), m_days);
        line->setObjectName(u"review.event"_s);
        grid->addWidget(line, row, 1);
    }
    m_since->insertWidget(1, m_days);
    m_days->setVisible(shown > 0);
    m_more->setVisible(shown < letter.since.size() && !m_isUnfolded);
    m_more->setText(tr("Show all %n", nullptr, static_cast<int>(letter.since.size())));
    m_more->disconnect(this);
    connect(m_more, &QPushButton::clicked, this, [this, letter] {
        m_isUnfolded = true;
        showSince(letter);
    });
}

} // namespace waymark::ui
